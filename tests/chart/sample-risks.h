/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

/* Puts the alternatives of a finished sample result side by side, from their outcomes. */
void sample_pairs_fill  (YsResult *result);
/* Gives those that avoid losses a curve of what strikes; the size of it follows their outcomes. */
void sample_losses_fill (YsResult *result);
