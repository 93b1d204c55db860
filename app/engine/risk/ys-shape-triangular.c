/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-shape-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-error.h"

/* parameters: low end, mode, high end, share below the mode */

static double
share_below (double a,
             double likely,
             double b,
             double x)
{
  if (x <= a)
    return 0.0;
  if (x >= b)
    return 1.0;
  if (x <= likely)
    return (x - a) * (x - a) / ((b - a) * (likely - a));
  return 1.0 - (b - x) * (b - x) / ((b - a) * (b - likely));
}

static gboolean
triangular_fit (const YsEstimate  *estimate,
                YsCurve           *curve,
                GError           **error)
{
  double *p = curve->parameters;

  p[0] = estimate->numbers[YS_NUMBER_LOW];
  p[1] = estimate->numbers[YS_NUMBER_LIKELY];
  p[2] = estimate->numbers[YS_NUMBER_HIGH];

  if (estimate->bounds == YS_BOUNDS_LIKELY_RANGE &&
      !ys_bounds_solve (p[0], p[1], p[2], ys_estimate_get_tail (estimate), share_below, &p[0], &p[2]))
    {
      ys_error_set (error, YS_ERROR_INVALID, estimate->row,
                    _("no triangle has this likely value and this likely range; move the likely value "
                      "towards the middle, or lower the confidence"));
      return FALSE;
    }

  p[3] = (p[1] - p[0]) / (p[2] - p[0]);
  return TRUE;
}

static double
triangular_mean (const YsCurve *curve)
{
  const double *p = curve->parameters;

  return (p[0] + p[1] + p[2]) / 3.0;
}

static double
triangular_variance (const YsCurve *curve)
{
  double up = curve->parameters[1] - curve->parameters[0];
  double down = curve->parameters[2] - curve->parameters[1];

  return (up * up + up * down + down * down) / 18.0;
}

static double
triangular_quantile (const YsCurve *curve,
                     double         u)
{
  const double *p = curve->parameters;
  double span = p[2] - p[0];

  if (u < p[3])
    return p[0] + sqrt (u * span * (p[1] - p[0]));
  return p[2] - sqrt ((1.0 - u) * span * (p[2] - p[1]));
}

const YsShape ys_shape_triangular = {
  .id = YS_SHAPE_TRIANGULAR,
  .name = N_("Triangle"),
  .draw = YS_DRAW_TRIANGULAR,
  .fit = triangular_fit,
  .mean = triangular_mean,
  .variance = triangular_variance,
  .quantile = triangular_quantile,
};
