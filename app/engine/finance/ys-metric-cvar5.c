/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Mean NPV of the ⌈5 % · N⌉ trials that went worst.
 * Unit: money of the day of decision.
 * Source: Rockafellar & Uryasev, Optimization of conditional value-at-risk, Journal of Risk 2
 * (2000), 21-41. */
static gboolean
cvar5_compute (const YsMetricInput  *input,
               double               *out_value,
               GError              **error)
{
  YsSummary certain;
  const YsSummary *summary = ys_metric_input_summary (input, &certain);

  return ys_metric_return (summary != NULL ? summary->worst_mean : NAN, out_value, error);
}

const YsMetric ys_metric_cvar5 = {
  .id       = "cvar5",
  .label    = N_("If it goes badly"),
  .term     = N_("Conditional value at risk (CVaR) 5 %, expected shortfall"),
  .sentence = N_("The average of the worst 1 in 20 outcomes."),
  .unit     = YS_UNIT_MONEY,
  .better   = YS_BETTER_HIGHER,
  .compute  = cvar5_compute,
};
