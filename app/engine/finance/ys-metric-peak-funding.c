/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>

/* − min over t of Σ cash up to t, not discounted; 0 if it never falls below 0.
 * Unit: currency, positive.
 * Source: Denne & Cleland-Huang, Software by Numbers (2003), ch. 2: the investment required. */
static gboolean
peak_funding_compute (const YsMetricInput  *input,
                      double               *out_value,
                      GError              **error)
{
  double total = 0.0;
  double lowest = 0.0;

  for (gsize i = 0; i < input->n; i++)
    {
      total += input->flows[i];
      lowest = MIN (lowest, total);
    }

  *out_value = 0.0 - lowest;
  return TRUE;
}

const YsMetric ys_metric_peak_funding = {
  .id       = "peak-funding",
  .label    = N_("Most cash out at once"),
  .term     = N_("Peak funding"),
  .sentence = N_("The most money that has gone out and not yet come back at any one time: what "
                 "has to be found."),
  .unit     = YS_UNIT_MONEY,
  .better   = YS_BETTER_LOWER,
  .compute  = peak_funding_compute,
};
