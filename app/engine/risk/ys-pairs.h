/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

G_BEGIN_DECLS

/**
 * ys_dominance:
 * @a: (array length=n): outcomes, ascending [currency]
 * @b: (array length=n): outcomes, ascending [currency]
 * @n: how many
 *
 * Whether a is better than b for whoever likes more (first order: a[i] ≥ b[i] for all i, and above for
 * some), or for whoever also dislikes risk (second order: the same of the sums of the i smallest).
 *
 * Outcomes are a sample, and its one best or worst trial may stand a little wrongly beside the other's.
 * So what speaks against is forgiven where it is small in two ways: nowhere more than three standard errors
 * of what was sampled (of the share of outcomes below an amount for the first order, of the average
 * shortfall below it for the second), and in money up to a thousandth of what speaks for it (for the first
 * order the sum of all b[i] − a[i] > 0 beside that of all a[i] − b[i] > 0, for the second the lowest
 * difference of the partial sums beside the highest). Neither a disaster for being rare nor a frequent loss
 * for being small is forgiven. Both cannot dominate each other, and equal ones do not.
 *
 * Source: Hadar & Russell, Amer. Econ. Rev. 59 (1969); Rothschild & Stiglitz, J. Econ. Theory 2 (1970);
 * the tolerance: Leshno & Levy, Management Science 48 (2002), “almost stochastic dominance”.
 */
YsDominance ys_dominance         (const double *a,
                                  const double *b,
                                  gsize         n);

/* Fills the pairs of a finished result; not those of more than YS_MAX_PAIRED alternatives. Dominance is said
 * where it holds in each and every trial, or where what speaks for it is more than three standard errors: two
 * samples of the same thing do not dominate each other. The same for any number of threads (0: one per
 * processor). */
void        ys_result_fill_pairs (YsResult *result,
                                  int       threads);

G_END_DECLS
