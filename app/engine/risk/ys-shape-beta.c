/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-shape-private.h"

#include <glib/gi18n.h>

#include "ys-distribution.h"

/* parameters: low end, high end, alpha, beta */

static double
beta_quantile (const YsCurve *curve,
               double         u)
{
  const double *p = curve->parameters;

  return p[0] + (p[1] - p[0]) * ys_beta_quantile (u, p[2], p[3]);
}

static void
beta_quantiles (gconstpointer data,
                gboolean      upper,
                const double *tails,
                gsize         n,
                double       *values)
{
  const double *p = ((const YsCurve *) data)->parameters;
  double span = p[1] - p[0];

  ys_beta_quantiles (tails, n, upper ? p[3] : p[2], upper ? p[2] : p[3], values);
  for (gsize i = 0; i < n; i++)
    values[i] = upper ? p[1] - span * values[i] : p[0] + span * values[i];
}

static gboolean
beta_fit (const YsEstimate  *estimate,
          YsCurve           *curve,
          GError           **error)
{
  const double *numbers = estimate->numbers;
  double *p = curve->parameters;

  p[0] = ys_estimate_has (estimate, YS_NUMBER_LOW) ? numbers[YS_NUMBER_LOW] : 0.0;
  p[1] = ys_estimate_has (estimate, YS_NUMBER_HIGH) ? numbers[YS_NUMBER_HIGH] : 1.0;
  p[2] = numbers[YS_NUMBER_ALPHA];
  p[3] = numbers[YS_NUMBER_BETA];
  return TRUE;
}

static double
beta_mean (const YsCurve *curve)
{
  const double *p = curve->parameters;

  return p[0] + (p[1] - p[0]) * p[2] / (p[2] + p[3]);
}

static double
beta_variance (const YsCurve *curve)
{
  const double *p = curve->parameters;
  double span = p[1] - p[0];
  double sum = p[2] + p[3];

  return span * span * p[2] * p[3] / (sum * sum * (sum + 1.0));
}

const YsShape ys_shape_beta = {
  .id = YS_SHAPE_BETA,
  .name = N_("Beta"),
  .draw = YS_DRAW_TABLE,
  .fit = beta_fit,
  .mean = beta_mean,
  .variance = beta_variance,
  .quantile = beta_quantile,
  .quantiles = beta_quantiles,
};
