/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>

/* Order statistic ⌈95 % · N⌉, counted from 1, of the NPV of the N trials.
 * Unit: money of the day of decision.
 * Source: Hyndman & Fan, Sample quantiles in statistical packages, The American Statistician 50
 * (1996), definition 1. */
static gboolean
p95_compute (const YsMetricInput  *input,
            double               *out_value,
            GError              **error)
{
  return ys_metric_return (ys_metric_input_percentile (input, 95), out_value, error);
}

const YsMetric ys_metric_p95 = {
  .id       = "p95",
  .label    = N_("Likely range, high end"),
  .term     = N_("95th percentile of NPV"),
  .sentence = N_("Only 1 time in 20 is it worth more than this; 9 times in 10 it lies between the "
                 "low end and this."),
  .unit     = YS_UNIT_MONEY,
  .better   = YS_BETTER_HIGHER,
  .compute  = p95_compute,
};
