/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-import-private.h"

#include <stdio.h>
#include <stdlib.h>

/* A point in time as headings tell it. */
typedef struct
{
  int year;   /* of the calendar, or counted from the decision */
  int part;   /* of the year: 0 … n_parts − 1 */
  int n_parts; /* 1, 4 or 12 */
  gboolean counted;
} When;

static gboolean
match (const char *pattern,
       const char *text,
       int        *number,
       int        *other)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (!g_regex_match (regex, text, 0, &info))
    return FALSE;

  first = g_match_info_fetch (info, 1);
  second = g_match_info_fetch (info, 2);
  *number = first != NULL ? atoi (first) : 0;
  *other = second != NULL ? atoi (second) : 0;

  return TRUE;
}

static int
complete (int year)
{
  return year < 100 ? 2000 + year : year;
}

/* In English, German, French and Spanish; 0: none. */
static int
find_month (const char *text)
{
  static const char *const months[] = {
    "^jan|^ene",       "^feb|^fév",          "^mar|^mär|^mrz", "^apr|^avr|^abr",
    "^may|^mai",       "^jun|^juin",         "^jul|^juil",     "^aug|^aoû|^ago",
    "^sep",            "^oct|^okt",          "^nov",           "^dec|^dez|^déc|^dic",
  };

  for (int i = 11; i >= 0; i--)
    if (g_regex_match_simple (months[i], text, G_REGEX_CASELESS, 0))
      return i + 1;

  return 0;
}

static gboolean
find_counted (const char *text,
              gboolean    bare,
              When       *when)
{
  int number, other;

  if (g_regex_match_simple ("^(today|now|heute|initial|once|aujourd.hui|hoy)$", text, G_REGEX_CASELESS, 0))
    number = 0;
  else if (!match ("^(?:year|years|yr|y|jahr|j|année|an|año|period|periode)\\.?\\s?(\\d{1,3})$", text, &number, &other)
           && !(bare && match ("^(\\d{1,2})$", text, &number, &other)))
    return FALSE;

  *when = (When) { .year = number, .n_parts = 1, .counted = TRUE };
  return TRUE;
}

static gboolean
find_calendar (const char *text,
               When       *when)
{
  int year = 0, part = 0;

  if (match ("^(?:fy|gj|ex|ej)?\\s?((?:19|20)\\d\\d)(?:\\s?[/–-]\\s?(\\d\\d|\\d{4}))?$", text, &year, &part)
      || match ("^(?:fy|gj)\\s?’?'?(\\d\\d)$", text, &year, &part))
    *when = (When) { .year = complete (year), .n_parts = 1 };
  else if (match ("^q([1-4])[\\s/’'-]*(\\d\\d|\\d{4})$", text, &part, &year))
    *when = (When) { .year = complete (year), .part = part - 1, .n_parts = 4 };
  else if (match ("^((?:19|20)\\d\\d)[\\s/-]*q([1-4])$", text, &year, &part))
    *when = (When) { .year = year, .part = part - 1, .n_parts = 4 };
  else if (match ("^((?:19|20)\\d\\d)-(\\d\\d)(?:-\\d\\d)?$", text, &year, &part)
           || match ("^\\d{1,2}\\.(?=(\\d{1,2})\\.)", text, &part, &year))
    {
      if (year == 0 && !match ("^\\d{1,2}\\.\\d{1,2}\\.(\\d{4}|\\d\\d)$", text, &year, &(int) { 0 }))
        return FALSE;
      *when = (When) { .year = complete (year), .part = CLAMP (part, 1, 12) - 1, .n_parts = 12 };
    }
  else if (find_month (text) > 0 && match ("[\\s./’'-]((?:19|20)\\d\\d|\\d\\d)$", text, &year, &part))
    *when = (When) { .year = complete (year), .part = find_month (text) - 1, .n_parts = 12 };
  else
    return FALSE;

  return TRUE;
}

static gboolean
find_when (const YsCell *cell,
           gboolean      bare,
           When         *when)
{
  g_autofree char *digits = NULL;

  if (cell->kind == YS_CELL_DATE)
    {
      *when = (When) { .year = cell->year, .part = cell->month - 1, .n_parts = 12 };
      return TRUE;
    }
  if (cell->kind == YS_CELL_NUMBER && cell->number >= 0.0 && cell->number < 10000.0)
    digits = g_strdup_printf ("%g", cell->number);
  else if (cell->kind != YS_CELL_TEXT)
    return FALSE;

  return find_counted (digits != NULL ? digits : cell->text, bare, when)
         || find_calendar (digits != NULL ? digits : cell->text, when);
}

/* Parts of a year between the start of the comparison and that point. */
static int
count_from_start (const When       *when,
                  const YsScenario *scenario,
                  int               per_year)
{
  int year = 0, month = 1;

  if (when->counted)
    return (when->year - 1) * per_year;
  if (scenario->start == NULL)
    return G_MININT;

  sscanf (scenario->start, "%d-%d", &year, &month);
  return (when->year - year) * per_year + when->part * per_year / when->n_parts
         - (per_year == 1 ? 0 : (month - 1) * per_year / 12);
}

gboolean
ys_import_find_periods (const YsCell     *cell,
                        const YsScenario *scenario,
                        gboolean          bare,
                        YsImportColumn   *column)
{
  int per_year = ys_scenario_get_per_year (scenario);
  When when;
  int from;

  *column = (YsImportColumn) { .first = -1 };
  if (!find_when (cell, bare, &when))
    return FALSE;

  from = count_from_start (&when, scenario, per_year);
  column->n = MAX (per_year / when.n_parts, 1);
  column->outside = from == G_MININT || from + column->n > scenario->n_periods;
  if (from == G_MININT)
    return TRUE;

  /* the year before the first one is the decision */
  column->first = MAX (from + 1, 0);
  if (from < 0)
    {
      column->outside = from < -column->n;
      column->n = 1;
    }

  return TRUE;
}
