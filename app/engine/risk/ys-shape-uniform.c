/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-shape-private.h"

#include <glib/gi18n.h>

/* parameters: low end, high end */

static gboolean
uniform_fit (const YsEstimate  *estimate,
             YsCurve           *curve,
             GError           **error)
{
  curve->parameters[0] = estimate->numbers[YS_NUMBER_LOW];
  curve->parameters[1] = estimate->numbers[YS_NUMBER_HIGH];
  return TRUE;
}

static double
uniform_mean (const YsCurve *curve)
{
  return 0.5 * (curve->parameters[0] + curve->parameters[1]);
}

static double
uniform_variance (const YsCurve *curve)
{
  double span = curve->parameters[1] - curve->parameters[0];

  return span * span / 12.0;
}

static double
uniform_quantile (const YsCurve *curve,
                  double         p)
{
  return curve->parameters[0] + p * (curve->parameters[1] - curve->parameters[0]);
}

const YsShape ys_shape_uniform = {
  .id = YS_SHAPE_UNIFORM,
  .name = N_("All alike between two ends"),
  .draw = YS_DRAW_UNIFORM,
  .fit = uniform_fit,
  .mean = uniform_mean,
  .variance = uniform_variance,
  .quantile = uniform_quantile,
};
