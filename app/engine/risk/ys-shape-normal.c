/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-shape-private.h"

#include <glib/gi18n.h>

#include "ys-distribution.h"

/* parameters: mean, standard deviation */

static gboolean
normal_fit (const YsEstimate  *estimate,
            YsCurve           *curve,
            GError           **error)
{
  const double *numbers = estimate->numbers;
  double *p = curve->parameters;

  if (ys_estimate_has (estimate, YS_NUMBER_MEAN))
    {
      p[0] = numbers[YS_NUMBER_MEAN];
      p[1] = numbers[YS_NUMBER_SD];
      return TRUE;
    }

  p[0] = 0.5 * (numbers[YS_NUMBER_LOW] + numbers[YS_NUMBER_HIGH]);
  p[1] = 0.5 * (numbers[YS_NUMBER_HIGH] - numbers[YS_NUMBER_LOW])
         / -ys_normal_quantile (ys_estimate_get_tail (estimate));
  return TRUE;
}

static double
normal_mean (const YsCurve *curve)
{
  return curve->parameters[0];
}

static double
normal_variance (const YsCurve *curve)
{
  return curve->parameters[1] * curve->parameters[1];
}

static double
normal_quantile (const YsCurve *curve,
                 double         p)
{
  return curve->parameters[0] + curve->parameters[1] * ys_normal_quantile (p);
}

const YsShape ys_shape_normal = {
  .id = YS_SHAPE_NORMAL,
  .name = N_("Bell curve"),
  .draw = YS_DRAW_NORMAL,
  .fit = normal_fit,
  .mean = normal_mean,
  .variance = normal_variance,
  .quantile = normal_quantile,
};
