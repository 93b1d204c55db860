/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-depreciation.h"

#include <math.h>

/* IRS Publication 946, appendix A, table A-1: half-year convention. Each class takes a year more
 * than its name says, and its percentages are rounded so that they add up to 100. */
static const double macrs_3[] = { 0.3333, 0.4445, 0.1481, 0.0741 };
static const double macrs_5[] = { 0.2000, 0.3200, 0.1920, 0.1152, 0.1152, 0.0576 };
static const double macrs_7[] = { 0.1429, 0.2449, 0.1749, 0.1249, 0.0893, 0.0892, 0.0893, 0.0446 };
static const double macrs_10[] = { 0.1000, 0.1800, 0.1440, 0.1152, 0.0922, 0.0737,
                                   0.0655, 0.0655, 0.0656, 0.0655, 0.0328 };
static const double macrs_15[] = { 0.0500, 0.0950, 0.0855, 0.0770, 0.0693, 0.0623, 0.0590, 0.0590,
                                   0.0591, 0.0590, 0.0591, 0.0590, 0.0591, 0.0590, 0.0591, 0.0295 };
static const double macrs_20[] = { 0.03750, 0.07219, 0.06677, 0.06177, 0.05713, 0.05285, 0.04888,
                                   0.04522, 0.04462, 0.04461, 0.04462, 0.04461, 0.04462, 0.04461,
                                   0.04462, 0.04461, 0.04462, 0.04461, 0.04462, 0.04461, 0.02231 };

static const struct
{
  int           class_years;
  gsize         n_years;
  const double *shares;
} macrs_tables[] = {
  { 3, G_N_ELEMENTS (macrs_3), macrs_3 },
  { 5, G_N_ELEMENTS (macrs_5), macrs_5 },
  { 7, G_N_ELEMENTS (macrs_7), macrs_7 },
  { 10, G_N_ELEMENTS (macrs_10), macrs_10 },
  { 15, G_N_ELEMENTS (macrs_15), macrs_15 },
  { 20, G_N_ELEMENTS (macrs_20), macrs_20 },
};

const double *
ys_macrs_table (int    class_years,
                gsize *n_years)
{
  for (gsize i = 0; i < G_N_ELEMENTS (macrs_tables); i++)
    if (macrs_tables[i].class_years == class_years)
      {
        *n_years = macrs_tables[i].n_years;
        return macrs_tables[i].shares;
      }

  *n_years = 0;
  return NULL;
}

static double
straight_line_share (const YsDepreciation *depreciation,
                     gsize                 period)
{
  return period < (gsize) MAX (depreciation->periods, 0) ? 1.0 / depreciation->periods : 0.0;
}

static double
declining_balance_share (const YsDepreciation *depreciation,
                         gsize                 period)
{
  return depreciation->rate * pow (1.0 - depreciation->rate, (double) period);
}

static double
macrs_share (const YsDepreciation *depreciation,
             gsize                 period,
             int                   periods_per_year)
{
  gsize n_years;
  const double *shares = ys_macrs_table (depreciation->periods, &n_years);
  gsize year = period / (gsize) periods_per_year;

  return year < n_years ? shares[year] / periods_per_year : 0.0;
}

static double
share_in (const YsDepreciation *depreciation,
          gsize                 period,
          int                   periods_per_year)
{
  switch (depreciation->method)
    {
    case YS_DEPRECIATION_STRAIGHT_LINE:
      return straight_line_share (depreciation, period);
    case YS_DEPRECIATION_DECLINING_BALANCE:
      return declining_balance_share (depreciation, period);
    case YS_DEPRECIATION_MACRS:
      return macrs_share (depreciation, period, periods_per_year);
    case YS_DEPRECIATION_IMMEDIATE:
      return period == 0 ? 1.0 : 0.0;
    case YS_DEPRECIATION_UNSET:
    case YS_DEPRECIATION_NONE:
    default:
      return 0.0;
    }
}

void
ys_depreciation_shares (const YsDepreciation *depreciation,
                        int                   periods_per_year,
                        double               *shares,
                        gsize                 n)
{
  g_return_if_fail (periods_per_year > 0);

  for (gsize period = 0; period < n; period++)
    shares[period] = share_in (depreciation, period, periods_per_year);
}
