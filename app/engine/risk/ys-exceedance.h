/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

G_BEGIN_DECLS

/**
 * ys_exceedance_init:
 * @samples: (array length=n_samples): losses above 0, in any order; sorted by this [currency]
 * @n: of how many looked at, those without a loss among them
 * @tolerance: (element-type YsTolerance): there will be a point at each of its losses that is reached
 *
 * The points of a curve, its mean aside. Losses are told apart to six digits, which is what single
 * precision holds; the chance at a point is exact, the share of @n with a loss of at least so much. As
 * long as there are few sizes, each has its point; else they stand evenly by rank, and once more
 * evenly by the logarithm of their chance, up to the largest. None when there is no loss.
 */
void ys_exceedance_init (YsExceedance    *self,
                         double          *samples,
                         gsize            n_samples,
                         gsize            n,
                         const GPtrArray *tolerance);

G_END_DECLS
