/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Share of the trials in which its NPV is the largest of all alternatives; ties are shared equally.
 * Unit: fraction.
 * Source: Claxton, The irrelevance of inference, Journal of Health Economics 18 (1999), 341-364. */
static gboolean
best_probability_compute (const YsMetricInput  *input,
                          double               *out_value,
                          GError              **error)
{
  if (isnan (input->best_probability))
    return ys_metric_no_solution (_("There is nothing to compare it with."), error);

  *out_value = input->best_probability;
  return TRUE;
}

const YsMetric ys_metric_best_probability = {
  .id       = "best-probability",
  .label    = N_("Chance of being the best choice"),
  .term     = N_("Probability of the largest NPV"),
  .sentence = N_("How often, out of all that may happen, it is worth more than every other "
                 "alternative."),
  .unit     = YS_UNIT_FRACTION,
  .better   = YS_BETTER_HIGHER,
  .compute  = best_probability_compute,
};
