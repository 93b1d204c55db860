/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Mean of the NPV over the trials.
 * Unit: money of the day of decision.
 * Source: Hertz, Risk analysis in capital investment, Harvard Business Review 42 (1964). */
static gboolean
mean_compute (const YsMetricInput  *input,
              double               *out_value,
              GError              **error)
{
  YsSummary certain;
  const YsSummary *summary = ys_metric_input_summary (input, &certain);

  return ys_metric_return (summary != NULL ? summary->mean : NAN, out_value, error);
}

const YsMetric ys_metric_mean = {
  .id       = "mean",
  .label    = N_("Average outcome"),
  .term     = N_("Mean of NPV"),
  .sentence = N_("What it would be worth on average, if it could be done over and over with all "
                 "that may go well or badly."),
  .unit     = YS_UNIT_MONEY,
  .better   = YS_BETTER_HIGHER,
  .compute  = mean_compute,
};
