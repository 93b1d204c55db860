/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>

/* PV of all costs before tax, capital included.
 * Unit: money of the day of decision, positive.
 * Source: IT Governance Institute, Enterprise Value: Governance of IT Investments (Val IT):
 * total life-cycle cost. */
static gboolean
total_cost_compute (const YsMetricInput  *input,
                    double               *out_value,
                    GError              **error)
{
  return ys_metric_return (ys_metric_input_costs (input), out_value, error);
}

const YsMetric ys_metric_total_cost = {
  .id       = "total-cost",
  .label    = N_("Costs, all told"),
  .term     = N_("Total cost of ownership (TCO), present value"),
  .sentence = N_("Everything it costs from the first day to the last, before tax, as worth today."),
  .unit     = YS_UNIT_MONEY,
  .better   = YS_BETTER_LOWER,
  .compute  = total_cost_compute,
};
