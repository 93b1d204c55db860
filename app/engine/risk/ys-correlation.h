/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Matrices are n × n, row by row. */

/* Pearson correlation of the normal scores of a Gaussian copula with this Spearman rank correlation:
 * 2 sin (π ρ / 6). */
double   ys_correlation_from_rank (double rank_correlation);
/* … and back: 6 / π asin (r / 2). */
double   ys_correlation_to_rank   (double correlation);

/**
 * ys_correlation_root:
 * @matrix: (inout) (array length=n*n): symmetric, ones on the diagonal; replaced by the nearest
 *   possible correlation matrix when no set of numbers can be correlated like this
 * @root: (out caller-allocates) (array length=n*n): symmetric square root of the matrix
 *
 * root × independent normal scores = scores correlated as the matrix says. The symmetric root does not
 * depend on the order of the rows, and leaves alone what is correlated with nothing.
 *
 * Source of the repair: Higham, Computing the nearest correlation matrix, IMA J. Numer. Anal. 22 (2002).
 *
 * Returns: whether the matrix had to be repaired
 */
gboolean ys_correlation_root      (double *matrix,
                                   double *root,
                                   gsize   n);

/**
 * ys_correlation_note:
 * @asked: (array length=n*n): of normal scores, as wished
 * @possible: (array length=n*n): the same as ys_correlation_root() repaired it
 * @names: (array length=n): what each row is known as
 *
 * A sentence that says what had to be bent, as rank correlations: each pair with what was asked and
 * what it became, the largest change first.
 */
char    *ys_correlation_note      (const double      *asked,
                                   const double      *possible,
                                   const char *const *names,
                                   gsize              n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
