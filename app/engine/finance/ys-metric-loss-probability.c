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
  double certain;
  gsize n;
  const double *outcomes = ys_metric_input_outcomes (input, &certain, &n);
  gsize n_losses = 0;

  if (outcomes == NULL)
    return ys_metric_return (NAN, out_value, error);

  while (n_losses < n && outcomes[n_losses] < 0.0)
    n_losses++;

  *out_value = (double) n_losses / (double) n;
  return TRUE;
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
