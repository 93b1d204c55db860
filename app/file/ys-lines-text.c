/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-lines-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-digits.h"
#include "ys-format.h"
#include "ys-line-cash.h"
#include "ys-parse.h"
#include "ys-table.h"

/* Whether its amounts are what was typed: nothing is drawn, and nothing grows. */
static gboolean
is_plain (const YsLine *line)
{
  const YsEstimate *amount = line->estimates[YS_FIELD_AMOUNT];

  if (line->n_ramp > 0 || line->n_follows > 0 || line->estimates[YS_FIELD_GROWTH] != NULL
      || line->estimates[YS_FIELD_CHANCE] != NULL || line->kind->cash == YS_CASH_LEVEL)
    return FALSE;

  return line->n_by_period > 0 || (amount != NULL && ys_estimate_has (amount, YS_NUMBER_EXACTLY));
}

/* [n_periods + 1] as typed, to the last digit */
static double *
dup_typed (const YsLine *line,
           int           n_periods)
{
  double *amounts = g_new0 (double, n_periods + 1);
  int first = ys_line_get_first (line, n_periods), last = ys_line_get_last (line, n_periods);

  for (int t = first; t <= last; t++)
    {
      if (line->n_by_period == 0)
        amounts[t] = line->estimates[YS_FIELD_AMOUNT]->numbers[YS_NUMBER_EXACTLY];
      else if ((gsize) (t - first) < line->n_by_period)
        amounts[t] = line->by_period[t - first];
    }

  return amounts;
}

/* Means to the smallest coin: what lies beyond is no more than noise. */
static double *
dup_means (const double *cash,
           int           n_periods,
           const char   *currency)
{
  double *amounts = g_new0 (double, n_periods + 1);
  double coins = pow (10.0, ys_digits_get_coin_decimals (currency));

  for (int t = 0; t <= n_periods; t++)
    amounts[t] = round (cash[t] * coins) / coins;

  return amounts;
}

/* What has no amounts of its own, such as losses that strike, is handed on as what it comes to. */
static const char *
get_kind_name (const YsLine *line)
{
  const YsLineKind *kind = line->kind;

  if ((kind->fields & YS_FIELD_BIT (YS_FIELD_AMOUNT)) == 0)
    kind = ys_line_kind_find (kind->side == YS_SIDE_COST ? "cost" : "benefit");

  return _(kind->name);
}

static void
add_headings (YsTable          *table,
              const YsScenario *scenario)
{
  int per_year = ys_scenario_get_per_year (scenario);

  ys_table_begin_row (table);
  ys_table_take_cell (table, g_strdup (_("Name")));
  ys_table_take_cell (table, g_strdup (_("Kind")));
  for (int t = 0; t <= scenario->n_periods; t++)
    ys_table_take_cell (table, ys_format_period (scenario->start, per_year, t));
  ys_table_take_cell (table, g_strdup (_("Source")));
}

static void
add_line (YsTable      *table,
          const YsLine *line,
          const double *amounts,
          int           n_periods)
{
  ys_table_begin_row (table);
  ys_table_take_cell (table, g_strdup (line->name));
  ys_table_take_cell (table, g_strdup (get_kind_name (line)));
  for (int t = 0; t <= n_periods; t++)
    ys_table_take_cell (table, amounts[t] != 0.0 ? ys_format_for_editing (amounts[t], YS_UNIT_MONEY)
                                                 : g_strdup (""));
  ys_table_take_cell (table, g_strdup (line->source != NULL ? line->source : ""));
}

static gboolean
find_line (const GPtrArray *lines,
           const YsLine    *line,
           guint           *index)
{
  for (*index = 0; *index < lines->len; (*index)++)
    if (g_str_equal (((const YsLine *) lines->pdata[*index])->id, line->id))
      return TRUE;

  return FALSE;
}

char *
ys_lines_to_text (const YsResult   *result,
                  gsize             alternative,
                  const GPtrArray  *lines,
                  GError          **error)
{
  const YsScenario *scenario = result->scenario;
  const GPtrArray *all = result->alternatives[alternative].alternative->lines;
  g_autoptr (GPtrArray) cash = ys_line_cash_new (result, alternative, error);
  g_autoptr (YsTable) table = ys_table_new ();

  if (cash == NULL)
    return NULL;

  add_headings (table, scenario);
  for (guint i = 0; i < lines->len; i++)
    {
      const YsLine *line = lines->pdata[i];
      g_autofree double *amounts = NULL;
      guint index;

      if (is_plain (line))
        amounts = dup_typed (line, scenario->n_periods);
      else if (find_line (all, line, &index))
        amounts = dup_means (cash->pdata[index], scenario->n_periods, scenario->currency);
      else
        continue;
      add_line (table, line, amounts, scenario->n_periods);
    }

  return ys_table_to_tabs (table);
}
