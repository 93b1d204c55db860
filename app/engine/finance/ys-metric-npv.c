/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>

/* NPV = Σ cash(t) / (1 + required return)^(years to t), on the mean cash after tax.
 * Unit: money of the day of decision.
 * Source: Brealey, Myers & Allen, Principles of Corporate Finance, ch. 2. */
static gboolean
npv_compute (const YsMetricInput  *input,
             double               *out_value,
             GError              **error)
{
  return ys_metric_return (ys_metric_input_npv (input), out_value, error);
}

const YsMetric ys_metric_npv = {
  .id       = "npv",
  .label    = N_("Worth today"),
  .term     = N_("Net present value (NPV)"),
  .sentence = N_("What all the cash, in and out, is worth today, after earning the required "
                 "return on the money tied up."),
  .unit     = YS_UNIT_MONEY,
  .better   = YS_BETTER_HIGHER,
  .compute  = npv_compute,
};
