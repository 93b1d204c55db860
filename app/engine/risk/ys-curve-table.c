/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-curve-table.h"

#include <math.h>
#include <string.h>

#define MIDDLE 1.5

/* Newton's interpolation at Chebyshev points of the mantissa, rewritten in powers of m − 1.5. */
static void
fit (double (*quantile) (gconstpointer data, double p),
     gconstpointer data,
     double        scale,
     gboolean      upper,
     double       *coefficients)
{
  double x[YS_COEFFICIENTS], d[YS_COEFFICIENTS];
  const int n = YS_COEFFICIENTS;

  for (int i = 0; i < n; i++)
    {
      double tail;

      x[i] = 0.5 * cos (G_PI * (i + 0.5) / n);
      tail = scale * (MIDDLE + x[i]);
      d[i] = quantile (data, upper ? 1.0 - tail : tail);
    }
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

static void
fill (float (*table)[2][YS_OCTAVES],
      int    lowest,
      double (*quantile) (gconstpointer data, double p),
      gconstpointer data)
{
  for (int half = 0; half < 2; half++)
    for (int octave = 0; octave < YS_OCTAVES; octave++)
      {
        double coefficients[YS_COEFFICIENTS];
        int exponent = lowest + octave;
        guint place = (guint) (127 + exponent) % YS_OCTAVES;

        fit (quantile, data, ldexp (1.0, exponent - 32), half == 1, coefficients);
        for (int k = 0; k < YS_COEFFICIENTS; k++)
          table[k][half][place] = (float) coefficients[k];
      }
}

void
ys_curve_table_init (YsCurveTable *table,
                     double      (*quantile) (gconstpointer data, double p),
                     gconstpointer data)
{
  fill (table->near, 23, quantile, data);
  fill (table->far, 15, quantile, data);
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
