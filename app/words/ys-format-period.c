/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-format.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "ys-digits.h"

/* Months count from 0 in January of year 0. */
static gboolean
parse_start (const char *start,
             int        *out_month)
{
  int year;
  int month;

  if (start == NULL || sscanf (start, "%4d-%2d", &year, &month) != 2)
    return FALSE;
  if (year < 1 || month < 1 || month > 12)
    return FALSE;

  *out_month = 12 * year + month - 1;
  return TRUE;
}

static char *
count_period (int periods_per_year,
              int period)
{
  switch (periods_per_year)
    {
    case 12:
      /* Translators: a period without a calendar: the 2nd month after the decision */
      return g_strdup_printf (_("Month %d"), period);
    case 4:
      return g_strdup_printf (_("Quarter %d"), period);
    default:
      return g_strdup_printf (_("Year %d"), period);
    }
}

static char *
name_year (int month)
{
  int year = month / 12;

  if (month % 12 == 0)
    return g_strdup_printf ("%d", year);

  /* Translators: a business year that runs over two calendar years: 2027/28 */
  return g_strdup_printf (_("%d/%02d"), year, (year + 1) % 100);
}

static char *
name_quarter (int month)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (month % 3 == 0)
    /* Translators: a quarter of a year: Q3 2028 */
    return g_strdup_printf (_("Q%1$d %2$d"), month % 12 / 3 + 1, month / 12);

  first = ys_digits_month (month % 12 + 1);
  last = ys_digits_month ((month + 2) % 12 + 1);
  /* Translators: three months that are no calendar quarter, and the year: Feb–Apr 2028 */
  return g_strdup_printf (_("%1$s–%2$s %3$d"), first, last, (month + 2) / 12);
}

static char *
name_month (int month)
{
  g_autofree char *name = ys_digits_month (month % 12 + 1);

  /* Translators: a month and its year: Mar 2028 */
  return g_strdup_printf (_("%1$s %2$d"), name, month / 12);
}

char *
ys_format_period (const char *start,
                  int         periods_per_year,
                  int         period)
{
  int month;

  if (period <= 0)
    return g_strdup (_("Today"));
  if (!parse_start (start, &month))
    return count_period (periods_per_year, period);

  /* Period 1 begins at the start and its flows fall at its end: it has the name of its own time. */
  month += (period - 1) * 12 / periods_per_year;

  switch (periods_per_year)
    {
    case 12:
      return name_month (month);
    case 4:
      return name_quarter (month);
    default:
      return name_year (month);
    }
}
