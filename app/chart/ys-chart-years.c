/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-years.h"

#include "ys-chart-alternatives.h"
#include "ys-format.h"

int
ys_years_get_last (const YsResult *result)
{
  int per_year = ys_scenario_get_per_year (result->scenario);

  return (result->scenario->n_periods + per_year - 1) / per_year;
}

int
ys_years_get_end (const YsResult *result,
                  int             year)
{
  return MIN (year * ys_scenario_get_per_year (result->scenario), result->scenario->n_periods);
}

double
ys_years_of_period (const YsResult *result,
                    int             period)
{
  return (double) period / ys_scenario_get_per_year (result->scenario);
}

double
ys_years_sum (const YsResult *result,
              const double   *values,
              int             year)
{
  int first = year == 0 ? 0 : ys_years_get_end (result, year - 1) + 1;
  double sum = 0.0;

  for (int t = first; t <= ys_years_get_end (result, year); t++)
    sum += ys_finite_or_zero (values[t]);
  return sum;
}

char *
ys_years_get_name (const YsResult *result,
                   int             year)
{
  return ys_format_period (result->scenario->start, 1, year);
}

char *
ys_period_get_name (const YsResult *result,
                    int             period)
{
  return ys_format_period (
      result->scenario->start, ys_scenario_get_per_year (result->scenario), period);
}
