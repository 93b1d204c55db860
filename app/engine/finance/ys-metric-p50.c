/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>

/* Order statistic ⌈50 % · N⌉, counted from 1, of the NPV of the N trials.
 * Unit: money of the day of decision.
 * Source: Hyndman & Fan, Sample quantiles in statistical packages, The American Statistician 50
 * (1996), definition 1. */
static gboolean
p50_compute (const YsMetricInput  *input,
            double               *out_value,
            GError              **error)
{
  return ys_metric_return (ys_metric_input_percentile (input, 50), out_value, error);
}

const YsMetric ys_metric_p50 = {
  .id       = "p50",
  .label    = N_("Middle outcome"),
  .term     = N_("Median of NPV"),
  .sentence = N_("As likely to be worth more than this as less."),
  .unit     = YS_UNIT_MONEY,
  .better   = YS_BETTER_HIGHER,
  .compute  = p50_compute,
};
