/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-shape-private.h"

#include <glib/gi18n.h>

#include "ys-distribution.h"
#include "ys-error.h"

/* A beta distribution between two ends whose mode is the likely value. Source: the PERT of TFP and
 * riskquant: alpha = 1 + 4 (likely − low) / (high − low), beta = 1 + 4 (high − likely) / (high − low).
 * parameters: low end, high end, alpha, beta (as in ys-shape-beta.c, which does the rest) */

#define WEIGHT_OF_LIKELY 4.0

static double
alpha_of (double a,
          double likely,
          double b)
{
  return 1.0 + WEIGHT_OF_LIKELY * (likely - a) / (b - a);
}

static double
share_below (double a,
             double likely,
             double b,
             double x)
{
  double alpha = alpha_of (a, likely, b);

  return ys_beta_cdf ((x - a) / (b - a), alpha, 2.0 + WEIGHT_OF_LIKELY - alpha);
}

static double
beta_quantile (const YsCurve *curve,
               double         p)
{
  return ys_shape_beta.quantile (curve, p);
}

static gboolean
pert_fit (const YsEstimate  *estimate,
          YsCurve           *curve,
          GError           **error)
{
  double low = estimate->numbers[YS_NUMBER_LOW];
  double likely = estimate->numbers[YS_NUMBER_LIKELY];
  double high = estimate->numbers[YS_NUMBER_HIGH];
  double *p = curve->parameters;

  if (estimate->bounds == YS_BOUNDS_LIKELY_RANGE &&
      !ys_bounds_solve (low, likely, high, ys_estimate_get_tail (estimate), share_below, &low, &high))
    {
      ys_error_set (error, YS_ERROR_INVALID, estimate->row,
                    _("no curve has this likely value and this likely range; move the likely value "
                      "towards the middle, or lower the confidence"));
      return FALSE;
    }

  p[0] = low;
  p[1] = high;
  p[2] = alpha_of (low, likely, high);
  p[3] = 2.0 + WEIGHT_OF_LIKELY - p[2];
  return TRUE;
}

static double
pert_mean (const YsCurve *curve)
{
  return ys_shape_beta.mean (curve);
}

static double
pert_variance (const YsCurve *curve)
{
  return ys_shape_beta.variance (curve);
}

const YsShape ys_shape_pert = {
  .id = YS_SHAPE_PERT,
  .name = N_("Smooth hill (PERT)"),
  .draw = YS_DRAW_TABLE,
  .fit = pert_fit,
  .mean = pert_mean,
  .variance = pert_variance,
  .quantile = beta_quantile,
};
