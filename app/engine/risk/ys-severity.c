/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-severity.h"

#include <math.h>

#define MOMENTS 3
#define NEAREST 32       /* parts end at 2^−1, 2^−2 … 2^−NEAREST from either end */
#define MOST_HALVINGS 20 /* where the quantile jumps */
#define EXACT 1e-6       /* what halving may change; what is left then is far less */

/* Gauss and Legendre's five places, from −1 to 1. Source: Abramowitz & Stegun, table 25.4. */
static const double places[] = { -0.906179845938664, -0.538469310105683, 0.0, 0.538469310105683, 0.906179845938664 };
static const double weights[] = { 0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366,
                                  0.236926885056189 };

static void
add_part (const YsCurve *curve,
          double         from,
          double         to,
          double        *moments)
{
  double half = (to - from) / 2.0;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double value = ys_curve_get_quantile (curve, from + half * (1.0 + places[i])), power = half * weights[i];

      for (int k = 0; k < MOMENTS; k++)
        moments[k] += power *= value;
    }
}

static gboolean
are_close (const double *a,
           const double *b)
{
  for (int k = 0; k < MOMENTS; k++)
    if (fabs (a[k] - b[k]) > EXACT * fabs (b[k]))
      return FALSE;
  return TRUE;
}

/* In halves, until they come to the same. */
static void
integrate (const YsCurve *curve,
           double         from,
           double         to,
           int            halvings,
           double        *moments)
{
  double middle = (from + to) / 2.0, whole[MOMENTS] = { 0.0 }, halves[MOMENTS] = { 0.0 };

  add_part (curve, from, to, whole);
  add_part (curve, from, middle, halves);
  add_part (curve, middle, to, halves);

  if (halvings < MOST_HALVINGS && !are_close (whole, halves))
    {
      integrate (curve, from, middle, halvings + 1, moments);
      integrate (curve, middle, to, halvings + 1, moments);
      return;
    }

  for (int k = 0; k < MOMENTS; k++)
    moments[k] += halves[k];
}

YsSeverity *
ys_severity_new (const YsCurve *curve)
{
  YsSeverity *self = g_new0 (YsSeverity, 1);
  double moments[MOMENTS] = { 0.0 };

  add_part (curve, 0.0, ldexp (1.0, -NEAREST), moments);
  for (int k = NEAREST; k > 1; k--)
    integrate (curve, ldexp (1.0, -k), ldexp (1.0, 1 - k), 0, moments);

  for (int level = 1; level < YS_SEVERITY_LEVELS; level++)
    {
      for (int k = 0; k < MOMENTS; k++)
        self->moments[level][k] = moments[k];
      integrate (curve, 1.0 - ldexp (1.0, -level), 1.0 - ldexp (1.0, -level - 1), 0, moments);
    }

  return self;
}
