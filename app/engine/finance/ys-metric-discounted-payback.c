/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-cash.h"

/* Payback on cash(t) / (1 + required return)^(years to t).
 * Unit: years from the decision.
 * Source: Brealey, Myers & Allen, Principles of Corporate Finance, ch. 5. */
static gboolean
discounted_payback_compute (const YsMetricInput  *input,
                            double               *out_value,
                            GError              **error)
{
  double years;

  if (isnan (input->rate))
    return ys_metric_return (NAN, out_value, error);

  years = ys_payback_years (input->flows, input->times, input->n,
                            input->periods_per_year, input->rate);
  if (isnan (years))
    return ys_metric_no_solution (_("Counting the required return, the money spent does not all "
                                    "come back within the time looked at."),
                                  error);

  *out_value = years;
  return TRUE;
}

const YsMetric ys_metric_discounted_payback = {
  .id       = "discounted-payback",
  .label    = N_("Pays for itself in, counting the wait"),
  .term     = N_("Discounted payback period"),
  .sentence = N_("How long until the money is back together with the required return on it for "
                 "the time it was away."),
  .unit     = YS_UNIT_YEARS,
  .better   = YS_BETTER_LOWER,
  .compute  = discounted_payback_compute,
};
