/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-shape-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-error.h"

/* M(y) = a1 + a2 logit y + a3 (y − ½) logit y through three quantiles that lie alike on both sides.
 * Source: Keelin, The Metalog Distributions, Decision Analysis 13 (2016), doi:10.1287/deca.2016.0338.
 * parameters: a1, a2, a3 */

static double
metalog_quantile (const YsCurve *curve,
                  double         y)
{
  const double *a = curve->parameters;

  return a[0] + (a[1] + a[2] * (y - 0.5)) * log (y / (1.0 - y));
}

/* M'(y) y (1 − y) = a2 + a3 (y − ½ + y (1 − y) logit y) must be positive everywhere. The bracket
 * rises from −½ to ½, so the ends decide: |a3| / 2 ≤ a2 would do, but it overshoots in between;
 * a fine grid up to deep in the tails finds its extremes. */
static gboolean
rises_everywhere (const double *a)
{
  for (int i = 1; i < 4000; i++)
    {
      double y = i / 4000.0;
      double logit = log (y / (1.0 - y));

      if (a[1] + a[2] * (y - 0.5 + y * (1.0 - y) * logit) <= 0.0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
metalog_fit (const YsEstimate  *estimate,
             YsCurve           *curve,
             GError           **error)
{
  double low = estimate->numbers[YS_NUMBER_LOW];
  double median = estimate->numbers[YS_NUMBER_LIKELY];
  double high = estimate->numbers[YS_NUMBER_HIGH];
  double tail = ys_estimate_get_tail (estimate);
  double span = high - low;
  double logit = log ((1.0 - tail) / tail);
  double *a = curve->parameters;

  a[0] = median;
  a[1] = span / (2.0 * logit);
  a[2] = (1.0 - 2.0 * (median - low) / span) * span / ((1.0 - 2.0 * tail) * logit);

  if (rises_everywhere (a))
    return TRUE;

  ys_error_set (error, YS_ERROR_INVALID, estimate->row,
                _("no metalog curve has its middle so near to one end of the range; move the likely value "
                  "towards the middle, or choose shape=\"pert\""));
  return FALSE;
}

/* ∫ (y − ½) logit y dy = ½ */
static double
metalog_mean (const YsCurve *curve)
{
  return curve->parameters[0] + 0.5 * curve->parameters[2];
}

/* With L = logit y: E[L²] = π²/3, E[((y − ½) L)²] = π²/36 + 1/3, and E[(y − ½) L²] = 0 by symmetry. */
static double
metalog_variance (const YsCurve *curve)
{
  double a2 = curve->parameters[1], a3 = curve->parameters[2];
  double second = G_PI * G_PI / 36.0 + 1.0 / 3.0;

  return a2 * a2 * G_PI * G_PI / 3.0 + a3 * a3 * (second - 0.25);
}

const YsShape ys_shape_metalog = {
  .id = YS_SHAPE_METALOG,
  .name = N_("Through three points (metalog)"),
  .draw = YS_DRAW_TABLE,
  .fit = metalog_fit,
  .mean = metalog_mean,
  .variance = metalog_variance,
  .quantile = metalog_quantile,
};
