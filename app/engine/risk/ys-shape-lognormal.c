/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-shape-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-distribution.h"
#include "ys-error.h"

/* parameters: mean and standard deviation of the logarithm */

static gboolean
lognormal_fit (const YsEstimate  *estimate,
               YsCurve           *curve,
               GError           **error)
{
  const double *numbers = estimate->numbers;
  double *p = curve->parameters;
  double log_low, log_high;

  if (ys_estimate_has (estimate, YS_NUMBER_LOG_MEAN))
    {
      p[0] = numbers[YS_NUMBER_LOG_MEAN];
      p[1] = numbers[YS_NUMBER_LOG_SD];
      return TRUE;
    }

  if (numbers[YS_NUMBER_LOW] <= 0.0)
    {
      ys_error_set (error, YS_ERROR_INVALID, estimate->row,
                    _("a lognormal range needs a low value above 0; for values below 0 choose shape=\"normal\""));
      return FALSE;
    }

  log_low = log (numbers[YS_NUMBER_LOW]);
  log_high = log (numbers[YS_NUMBER_HIGH]);
  p[0] = 0.5 * (log_low + log_high);
  p[1] = 0.5 * (log_high - log_low) / -ys_normal_quantile (ys_estimate_get_tail (estimate));
  return TRUE;
}

static double
lognormal_mean (const YsCurve *curve)
{
  return exp (curve->parameters[0] + 0.5 * curve->parameters[1] * curve->parameters[1]);
}

static double
lognormal_variance (const YsCurve *curve)
{
  double mean = lognormal_mean (curve);

  return mean * mean * expm1 (curve->parameters[1] * curve->parameters[1]);
}

static double
lognormal_quantile (const YsCurve *curve,
                    double         p)
{
  return exp (curve->parameters[0] + curve->parameters[1] * ys_normal_quantile (p));
}

const YsShape ys_shape_lognormal = {
  .id = YS_SHAPE_LOGNORMAL,
  .name = N_("Leaning curve, never below zero"),
  .draw = YS_DRAW_LOGNORMAL,
  .fit = lognormal_fit,
  .mean = lognormal_mean,
  .variance = lognormal_variance,
  .quantile = lognormal_quantile,
};
