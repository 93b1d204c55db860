/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* √ (Σ (NPV − mean)² / N) over the N trials; 0 for a certain one.
 * Unit: currency.
 * Source: Hertz, Risk analysis in capital investment, Harvard Business Review 42 (1964). */
static gboolean
sd_compute (const YsMetricInput  *input,
            double               *out_value,
            GError              **error)
{
  YsSummary certain;
  const YsSummary *summary = ys_metric_input_summary (input, &certain);

  return ys_metric_return (summary != NULL ? summary->sd : NAN, out_value, error);
}

const YsMetric ys_metric_sd = {
  .id       = "sd",
  .label    = N_("Give or take"),
  .term     = N_("Standard deviation of NPV"),
  .sentence = N_("How far the outcome usually lies from the average, above or below."),
  .unit     = YS_UNIT_MONEY,
  .better   = YS_BETTER_LOWER,
  .compute  = sd_compute,
};
