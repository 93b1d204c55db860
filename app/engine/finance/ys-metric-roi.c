/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>

/* ROI = (PV of benefits − PV of costs) / PV of costs, both before tax.
 * Unit: currency gained for each 1 of cost; 3.29 is what others write as 329 %.
 * Source: Forrester, Total Economic Impact (Threat Stack study, p. 18). Not the accountants'
 * ROI. */
static gboolean
roi_compute (const YsMetricInput  *input,
             double               *out_value,
             GError              **error)
{
  double costs = ys_metric_input_costs (input);

  if (costs == 0.0)
    return ys_metric_no_solution (_("It costs nothing, so there is nothing to set the gain "
                                    "against."),
                                  error);

  return ys_metric_return ((ys_metric_input_benefits (input) - costs) / costs, out_value, error);
}

const YsMetric ys_metric_roi = {
  .id       = "roi",
  .label    = N_("Gain for each 1 of cost"),
  .term     = N_("Return on investment (ROI), present value"),
  .sentence = N_("What is left of the benefits after the costs, for each 1 spent, both as worth "
                 "today and before tax."),
  .unit     = YS_UNIT_NUMBER,
  .better   = YS_BETTER_HIGHER,
  .compute  = roi_compute,
};
