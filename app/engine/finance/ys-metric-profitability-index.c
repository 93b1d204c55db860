/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>

/* PI = 1 + NPV / outlay, the outlay being the mean cash that goes out in period 0.
 * Unit: currency for each 1 of capital.
 * Source: Brealey, Myers & Allen, Principles of Corporate Finance, ch. 5. It ranks wrongly when
 * alternatives cannot be split. */
static gboolean
profitability_index_compute (const YsMetricInput  *input,
                             double               *out_value,
                             GError              **error)
{
  double outlay = -input->flows[0];

  if (!(outlay > 0.0))
    return ys_metric_no_solution (_("No money goes out at the start, so there is no capital to "
                                    "set its worth against."),
                                  error);

  return ys_metric_return (1.0 + ys_metric_input_npv (input) / outlay, out_value, error);
}

const YsMetric ys_metric_profitability_index = {
  .id       = "profitability-index",
  .label    = N_("Value for each 1 of capital"),
  .term     = N_("Profitability index"),
  .sentence = N_("Worth today of what comes later, for each 1 put in at the start; above 1 it is "
                 "worth doing."),
  .unit     = YS_UNIT_NUMBER,
  .better   = YS_BETTER_HIGHER,
  .compute  = profitability_index_compute,
};
