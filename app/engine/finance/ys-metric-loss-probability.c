/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Share of the trials whose NPV is below 0; breaking even is no loss.
 * Unit: fraction.
 * Source: Hertz, Risk analysis in capital investment, Harvard Business Review 42 (1964). */
static gboolean
loss_probability_compute (const YsMetricInput  *input,
                          double               *out_value,
                          GError              **error)
{
  YsSummary certain;
  const YsSummary *summary = ys_metric_input_summary (input, &certain);

  return ys_metric_return (summary != NULL ? summary->losses : NAN, out_value, error);
}

const YsMetric ys_metric_loss_probability = {
  .id       = "loss-probability",
  .label    = N_("Chance of losing money"),
  .term     = N_("Probability that NPV is below 0"),
  .sentence = N_("How often, out of all that may happen, it ends up worth less than nothing."),
  .unit     = YS_UNIT_FRACTION,
  .better   = YS_BETTER_LOWER,
  .compute  = loss_probability_compute,
};
