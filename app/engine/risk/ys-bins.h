/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-program.h"

G_BEGIN_DECLS

#define YS_MAX_BINS 256

/**
 * YsBins:
 *
 * Where a draw falls, in parts of known chance: cases one by one, everything else by its rank. What is
 * known of each bin is smoothed by least squares on a few functions of the rank, so that the noise of the
 * bins is not taken for something; cases stand for themselves.
 */
typedef struct
{
  gsize    n;
  double  *shares;      /* [n] chance of each */
  double  *ends;        /* (nullable): [n] cases: chance of it and of those before it */
  gsize    n_functions; /* what is estimated besides the mean */
  double  *functions;   /* (nullable): [n_functions × n] 0 on average, orthonormal; NULL: cases */
} YsBins;

/* @n: bins of equal chance, a power of 2 of at most YS_MAX_BINS */
void     ys_bins_init_even  (YsBins        *bins,
                             gsize          n);
/* FALSE when the curve is no list of cases, or of more than @most. */
gboolean ys_bins_init_cases (YsBins        *bins,
                             const YsCurve *curve,
                             gsize          most);
void     ys_bins_clear      (YsBins        *bins);

void     ys_bins_find       (const YsBins  *bins,
                             const float    uniforms[YS_BLOCK],
                             int            indices[YS_BLOCK]);
/* @smooth: (out): what the functions can say of the values, less their mean */
void     ys_bins_smooth     (const YsBins  *bins,
                             const double  *values,
                             double        *smooth);
/* Mean over the bins of a times b. */
double   ys_bins_product    (const YsBins  *bins,
                             const double  *a,
                             const double  *b);

G_END_DECLS
