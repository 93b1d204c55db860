/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>
#include "ys-cash.h"

/* PV of the benefit lines whose nature is forward / PV of all benefit lines, residual left out,
 * before tax.
 * Unit: fraction.
 * Source: by nature of the line as the scenario file defines it; after “run, grow, transform”
 * budgets. */
static gboolean
forward_share_compute (const YsMetricInput  *input,
                       double               *out_value,
                       GError              **error)
{
  double forward;
  double all;

  if (input->forward_benefits == NULL || input->line_benefits == NULL)
    return ys_metric_no_solution (_("What the benefits do for the business is not known."), error);

  forward = ys_present_value (input->forward_benefits, input->times, input->n, input->rate);
  all = ys_present_value (input->line_benefits, input->times, input->n, input->rate);
  if (all == 0.0)
    return ys_metric_no_solution (_("It has no benefits to take a share of."), error);

  return ys_metric_return (forward / all, out_value, error);
}

const YsMetric ys_metric_forward_share = {
  .id       = "forward-share",
  .label    = N_("Moves us forward"),
  .term     = N_("Share of benefits that move the business forward, present value"),
  .sentence = N_("How much of the benefit moves the business forward; the rest keeps it running."),
  .unit     = YS_UNIT_FRACTION,
  .better   = YS_BETTER_HIGHER,
  .compute  = forward_share_compute,
};
