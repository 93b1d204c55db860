/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>

/* Order statistic ⌈5 % · N⌉, counted from 1, of the NPV of the N trials.
 * Unit: money of the day of decision.
 * Source: Hyndman & Fan, Sample quantiles in statistical packages, The American Statistician 50
 * (1996), definition 1. */
static gboolean
p5_compute (const YsMetricInput  *input,
            double               *out_value,
            GError              **error)
{
  return ys_metric_return (ys_metric_input_percentile (input, 5), out_value, error);
}

const YsMetric ys_metric_p5 = {
  .id       = "p5",
  .label    = N_("Likely range, low end"),
  .term     = N_("5th percentile of NPV"),
  .sentence = N_("Only 1 time in 20 is it worth less than this; 9 times in 10 it lies between "
                 "this and the high end."),
  .unit     = YS_UNIT_MONEY,
  .better   = YS_BETTER_HIGHER,
  .compute  = p5_compute,
};
