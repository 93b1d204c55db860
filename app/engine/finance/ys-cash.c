/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-cash.h"

#include <float.h>
#include <math.h>

double
ys_present_value (const double *flows,
                  const double *times,
                  gsize         n,
                  double        rate)
{
  double growth = log1p (rate);
  double value = 0.0;

  for (gsize i = 0; i < n; i++)
    value += flows[i] * exp (-times[i] * growth);

  return value;
}

double *
ys_crossover_rates (const double *flows_a,
                    const double *flows_b,
                    const double *times,
                    gsize         n,
                    gsize        *n_rates)
{
  g_autofree double *difference = g_new (double, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    {
      double rounding = 1e-9 * MAX (fabs (flows_a[i]), fabs (flows_b[i]));

      difference[i] = flows_a[i] - flows_b[i];
      if (fabs (difference[i]) <= rounding)
        difference[i] = 0.0;
    }

  return ys_internal_rates (difference, times, n, n_rates);
}

/* Years from the decision to the end of the period that flow i belongs to. */
static double
period_end (const double *times,
            gsize         i,
            double        periods_per_year)
{
  return periods_per_year > 0.0 ? (double) i / periods_per_year : times[i];
}

double
ys_payback_years (const double *flows,
                  const double *times,
                  gsize         n,
                  double        periods_per_year,
                  double        discounted_rate)
{
  double growth = isnan (discounted_rate) ? 0.0 : log1p (discounted_rate);
  double total = 0.0;
  double turnover = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      double flow = flows[i] * exp (-times[i] * growth);
      double before = total;

      total += flow;
      turnover += fabs (flow);

      /* Thirds that add up to one must not fail to pay back for the last binary digit. */
      if (turnover > 0.0 && total >= -8.0 * DBL_EPSILON * turnover)
        {
          double start, end;

          if (before >= 0.0)
            return 0.0;

          start = period_end (times, i - 1, periods_per_year);
          end = period_end (times, i, periods_per_year);
          return start + MIN (-before / flow, 1.0) * (end - start);
        }
    }

  return NAN;
}
