/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-pert-family.h"

#include <math.h>

#include "ys-distribution.h"

/* Chebyshev points on alpha: the error falls by 2.6 with each, for the nearest alpha without a curve is 0.
 * With 18 it is 10^-9 of the range. */
#define N_ALPHAS 18
#define SUM 6.0
#define MIDDLE 3.0
#define REACH 2.0

struct _YsPertFamily
{
  double     alphas[N_ALPHAS];
  double     weights[N_ALPHAS]; /* of the barycentric formula */
  YsCurveFit fits[N_ALPHAS];
};

static void
fill_quantiles (gconstpointer data,
                gboolean      upper,
                const double *tails,
                gsize         n,
                double       *values)
{
  double alpha = *(const double *) data;

  ys_beta_quantiles (tails, n, upper ? SUM - alpha : alpha, upper ? alpha : SUM - alpha, values);
  for (gsize i = 0; upper && i < n; i++)
    values[i] = 1.0 - values[i];
}

/* Of a curve that is the other one seen from the other end. */
static void
mirror (const YsCurveFit *from,
        YsCurveFit       *to)
{
  for (int half = 0; half < 2; half++)
    for (int k = 0; k < YS_COEFFICIENTS; k++)
      for (int octave = 0; octave < YS_OCTAVES; octave++)
        {
          double constant = k == 0 ? 1.0 : 0.0;

          to->near[k][half][octave] = constant - from->near[k][1 - half][octave];
          to->far[k][half][octave] = constant - from->far[k][1 - half][octave];
        }
}

YsPertFamily *
ys_pert_family_new (void)
{
  YsPertFamily *self = g_atomic_rc_box_new0 (YsPertFamily);

  for (int i = 0; i < N_ALPHAS; i++)
    {
      double angle = G_PI * (i + 0.5) / N_ALPHAS;

      self->alphas[i] = MIDDLE - REACH * cos (angle);
      self->weights[i] = (i % 2 == 0 ? 1.0 : -1.0) * sin (angle);
    }

  for (int i = 0; i < N_ALPHAS / 2; i++)
    {
      ys_curve_fit_init (&self->fits[i], fill_quantiles, &self->alphas[i]);
      mirror (&self->fits[i], &self->fits[N_ALPHAS - 1 - i]);
    }

  return self;
}

YsPertFamily *
ys_pert_family_ref (YsPertFamily *family)
{
  return g_atomic_rc_box_acquire (family);
}

void
ys_pert_family_unref (YsPertFamily *family)
{
  g_atomic_rc_box_release (family);
}

/* How much each of the curves counts, all together 1. */
static void
fill_shares (const YsPertFamily *self,
             double              alpha,
             double             *shares)
{
  double sum = 0.0;
  int same = -1;

  for (int i = 0; i < N_ALPHAS; i++)
    if (alpha == self->alphas[i])
      same = i;

  for (int i = 0; i < N_ALPHAS; i++)
    {
      shares[i] = same < 0 ? self->weights[i] / (alpha - self->alphas[i]) : i == same;
      sum += shares[i];
    }
  for (int i = 0; i < N_ALPHAS; i++)
    shares[i] /= sum;
}

void
ys_pert_family_fit (const YsPertFamily *family,
                    double              alpha,
                    YsCurveFit         *fit)
{
  double *to = &fit->near[0][0][0];
  double shares[N_ALPHAS];

  fill_shares (family, alpha, shares);
  for (gsize k = 0; k < YS_CURVE_NUMBERS; k++)
    to[k] = 0.0;

  for (int i = 0; i < N_ALPHAS; i++)
    {
      const double *from = &family->fits[i].near[0][0][0];

      for (gsize k = 0; k < YS_CURVE_NUMBERS; k++)
        to[k] += shares[i] * from[k];
    }
}
