/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-cash.h"

/* Years until Σ cash is back at 0 for the first time, interpolated within the period.
 * Unit: years from the decision.
 * Source: Brealey, Myers & Allen, Principles of Corporate Finance, ch. 5. */
static gboolean
payback_compute (const YsMetricInput  *input,
                 double               *out_value,
                 GError              **error)
{
  double years = ys_payback_years (input->flows, input->times, input->n,
                                   input->periods_per_year, NAN);

  if (isnan (years))
    return ys_metric_no_solution (_("The money spent does not all come back within the time "
                                    "looked at."),
                                  error);

  *out_value = years;
  return TRUE;
}

const YsMetric ys_metric_payback = {
  .id       = "payback",
  .label    = N_("Pays for itself in"),
  .term     = N_("Payback period"),
  .sentence = N_("How long until the cash that came in has made up for all the cash that went "
                 "out."),
  .unit     = YS_UNIT_YEARS,
  .better   = YS_BETTER_LOWER,
  .compute  = payback_compute,
};
