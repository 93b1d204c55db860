/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Worth today of 1 at the end of every year: (1 − (1 + r)^−n) / r, and n when r is 0. */
static double
annuity_factor (double rate,
                double years)
{
  return rate == 0.0 ? years : -expm1 (-years * log1p (rate)) / rate;
}

/* EAA = NPV / annuity factor over the years of the horizon.
 * Unit: currency a year.
 * Source: Brealey, Myers & Allen, Principles of Corporate Finance, ch. 6. For unequal lives that
 * can be repeated. */
static gboolean
equivalent_annual_compute (const YsMetricInput  *input,
                           double               *out_value,
                           GError              **error)
{
  if (!(input->years > 0.0))
    return ys_metric_no_solution (_("All the money moves on one day, so there are no years to "
                                    "spread it over."),
                                  error);

  return ys_metric_return (ys_metric_input_npv (input) / annuity_factor (input->rate, input->years),
                           out_value, error);
}

const YsMetric ys_metric_equivalent_annual = {
  .id       = "equivalent-annual",
  .label    = N_("Same value, every year"),
  .term     = N_("Equivalent annual annuity"),
  .sentence = N_("The same amount every year that would be worth as much today; it compares what "
                 "lasts 3 years with what lasts 10."),
  .unit     = YS_UNIT_MONEY,
  .better   = YS_BETTER_HIGHER,
  .compute  = equivalent_annual_compute,
};
