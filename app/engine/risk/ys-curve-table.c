/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-curve-table.h"

#include <math.h>
#include <string.h>

#define MIDDLE 1.5
#define LOWEST_EXPONENT 15 /* of the steps of YS_TAIL_FAR */
#define N_POINTS (2 * YS_OCTAVES * YS_COEFFICIENTS) /* of one half */

/* Chebyshev points of the mantissa, ascending, less 1.5. */
static void
fill_points (double *x)
{
  for (int i = 0; i < YS_COEFFICIENTS; i++)
    x[i] = -0.5 * cos (G_PI * (i + 0.5) / YS_COEFFICIENTS);
}

/* Newton's interpolation of values d, which it overwrites, at the points x, rewritten in powers of x. */
static void
interpolate (const double *x,
             double       *d,
             double       *coefficients)
{
  const int n = YS_COEFFICIENTS;

  for (int j = 1; j < n; j++)
    for (int i = n - 1; i >= j; i--)
      d[i] = (d[i] - d[i - 1]) / (x[i] - x[i - j]);

  memset (coefficients, 0, n * sizeof (double));
  coefficients[0] = d[n - 1];
  for (int k = n - 2; k >= 0; k--)
    {
      for (int i = n - 1; i >= 1; i--)
        coefficients[i] = coefficients[i - 1] - x[k] * coefficients[i];
      coefficients[0] = d[k] - x[k] * coefficients[0];
    }
}

/* Both tables of one half from the values at all their points, the furthest octave first. */
static void
fit_half (YsCurveFit   *fit,
          int           half,
          const double *x,
          double       *values)
{
  for (int octave = 0; octave < 2 * YS_OCTAVES; octave++)
    {
      double coefficients[YS_COEFFICIENTS];
      guint place = (guint) (127 + LOWEST_EXPONENT + octave) % YS_OCTAVES;

      interpolate (x, values + octave * YS_COEFFICIENTS, coefficients);
      for (int k = 0; k < YS_COEFFICIENTS; k++)
        (octave < YS_OCTAVES ? fit->far : fit->near)[k][half][place] = coefficients[k];
    }
}

void
ys_curve_fit_init (YsCurveFit      *fit,
                   YsTailQuantiles  quantiles,
                   gconstpointer    data)
{
  double x[YS_COEFFICIENTS], tails[N_POINTS], values[N_POINTS];

  fill_points (x);
  for (int i = 0; i < N_POINTS; i++)
    tails[i] = ldexp (MIDDLE + x[i % YS_COEFFICIENTS], LOWEST_EXPONENT - 32 + i / YS_COEFFICIENTS);

  for (int half = 0; half < 2; half++)
    {
      quantiles (data, half == 1, tails, N_POINTS, values);
      fit_half (fit, half, x, values);
    }
}

void
ys_curve_table_init (YsCurveTable     *table,
                     const YsCurveFit *fit,
                     double            low,
                     double            span)
{
  const double *from = &fit->near[0][0][0];
  float *to = &table->near[0][0][0];

  for (gsize i = 0; i < YS_CURVE_NUMBERS; i++)
    {
      gboolean constant = i / (2 * YS_OCTAVES) % YS_COEFFICIENTS == 0;

      to[i] = (float) (span * from[i] + (constant ? low : 0.0));
    }
}

float
ys_curve_table_get (const YsCurveTable *table,
                    float               steps,
                    gboolean            upper)
{
  const float (*coefficients)[2][YS_OCTAVES] = steps >= YS_TAIL_NEAR ? table->near : table->far;
  union { float f; guint32 i; } bits = { steps }, mantissa;
  guint place = (bits.i >> 23) % YS_OCTAVES, half = upper ? 1 : 0;
  float x, value = coefficients[YS_COEFFICIENTS - 1][half][place];

  mantissa.i = (bits.i & 0x7FFFFF) | 0x3F800000;
  x = mantissa.f - (float) MIDDLE;
  for (int k = YS_COEFFICIENTS - 2; k >= 0; k--)
    value = value * x + coefficients[k][half][place];

  return value;
}
