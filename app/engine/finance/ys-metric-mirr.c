/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>
#include <math.h>

static double
last_time (const YsMetricInput *input)
{
  double last = input->times[0];

  for (gsize i = 1; i < input->n; i++)
    last = MAX (last, input->times[i]);

  return last;
}

/* MIRR = (gained / spent)^(1 / years) − 1: what comes in, reinvested until the last flow, by what
 * goes out, financed from the day of decision. There is never more than one.
 * Unit: fraction a year.
 * Source: Lin, The modified internal rate of return and investment criterion, The Engineering
 * Economist 21 (1976), 237-247; MIRR() of spreadsheets. */
static gboolean
mirr_compute (const YsMetricInput  *input,
              double               *out_value,
              GError              **error)
{
  double end = last_time (input);
  double gained = 0.0;
  double spent = 0.0;

  for (gsize i = 0; i < input->n; i++)
    if (input->flows[i] > 0.0)
      gained += input->flows[i] * pow (1.0 + input->reinvest_rate, end - input->times[i]);
    else
      spent -= input->flows[i] * pow (1.0 + input->finance_rate, -input->times[i]);

  if (spent == 0.0)
    return ys_metric_no_solution (_("No money goes in, so there is nothing to earn a return on."),
                                  error);
  if (gained == 0.0)
    return ys_metric_no_solution (_("No money comes back, so there is nothing to reinvest."),
                                  error);
  if (!(end > 0.0))
    return ys_metric_no_solution (_("All the money moves on one day, so no time passes to earn a "
                                    "return in."),
                                  error);

  return ys_metric_return (pow (gained / spent, 1.0 / end) - 1.0, out_value, error);
}

const YsMetric ys_metric_mirr = {
  .id       = "mirr",
  .label    = N_("Yearly return, money reinvested"),
  .term     = N_("Modified internal rate of return (MIRR)"),
  .sentence = N_("The yearly return when what comes in is put to work at the reinvestment rate; "
                 "there is never more than one."),
  .unit     = YS_UNIT_FRACTION,
  .better   = YS_BETTER_HIGHER,
  .compute  = mirr_compute,
};
