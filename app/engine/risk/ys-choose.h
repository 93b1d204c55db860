/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

G_BEGIN_DECLS

/* See choose of YsRunner, of which each has its own. */
void YS_CHOOSE (YsResult *result,
                int       threads,
                double   *shares);

G_END_DECLS
