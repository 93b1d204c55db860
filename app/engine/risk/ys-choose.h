/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

G_BEGIN_DECLS

/* Fills best and evpi from outcomes and their means, and shares[a] with the share of trials in which
 * a is worth most, ties shared equally. The baseline counts as 0: the others are differences from it. */
void ys_result_choose (YsResult *result,
                       int       threads,
                       double   *shares);

G_END_DECLS
