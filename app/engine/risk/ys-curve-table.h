/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Octaves of the tail probability: [2^-9, 2^-8) … [2^-2, 2^-1) in the near table, as many further out
 * in the far one. */
#define YS_OCTAVES 8
#define YS_COEFFICIENTS 7

/* A tail probability in a draw of 32 bits: the first bit says which half, the other 31 how far from
 * its end, in steps of 2^-32. */
#define YS_TAIL_NEAR 0x1p23f /* steps: from here on the near table has it … */
#define YS_TAIL_FAR 0x1p15f  /* … from here on the far one … and what is left is worked out */
#define YS_TAIL_MOST 2147483520.0f /* the largest below one half */

/**
 * YsCurveTable:
 *
 * A quantile function as polynomials in the mantissa of the tail probability, one for each octave and
 * half: quick to look up in the registers of a processor, and as close to the curve in its tails as in
 * its middle. near[k][half][octave] belongs to (mantissa − 1.5)^k; the octave is numbered by the last
 * three bits of the exponent, so the tail probability may be scaled by any power of 2^8.
 */
typedef struct
{
  float near[YS_COEFFICIENTS][2][YS_OCTAVES];
  float far[YS_COEFFICIENTS][2][YS_OCTAVES];
} YsCurveTable;

/* The same before it is shifted, stretched and rounded to single precision. */
typedef struct
{
  double near[YS_COEFFICIENTS][2][YS_OCTAVES];
  double far[YS_COEFFICIENTS][2][YS_OCTAVES];
} YsCurveFit;

#define YS_CURVE_NUMBERS (sizeof (YsCurveFit) / sizeof (double))

/**
 * YsTailQuantiles:
 * @tails: (array length=n): ascending, above 0, at most one half
 * @values: (out) (array length=n): below values[i] lies a share of tails[i]; above it, if @upper
 */
typedef void (*YsTailQuantiles) (gconstpointer data,
                                 gboolean      upper,
                                 const double *tails,
                                 gsize         n,
                                 double       *values);

void   ys_curve_fit_init   (YsCurveFit         *fit,
                            YsTailQuantiles     quantiles,
                            gconstpointer       data);
/* What was fitted, times span, plus low. */
void   ys_curve_table_init (YsCurveTable       *table,
                            const YsCurveFit   *fit,
                            double              low,
                            double              span);

/* One value. @steps: tail probability × 2^32, from YS_TAIL_FAR to YS_TAIL_MOST. */
float  ys_curve_table_get  (const YsCurveTable *table,
                            float               steps,
                            gboolean            upper);

G_END_DECLS
