/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-import-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-format.h"

/* Beyond these rows no headings are looked for. */
#define MOST_HEADINGS 40
/* Sums written by others are rounded. */
#define ROUNDING 0.005

typedef struct
{
  const YsCells    *cells;
  const YsScenario *scenario;
  YsImport         *import;
  YsSheetWord       section; /* what the last heading spoke of */
  double           *since;   /* [n_periods + 1] sums of the lines since the last total or heading … */
  guint             n_since;
  double           *all;     /* … and of all */
  guint             n_all;
} Reading;

static void
import_row_free (YsImportRow *row)
{
  g_free (row->name);
  g_free (row->source);
  g_free (row->why);
  g_free (row->amounts);
  g_free (row);
}

void
ys_import_free (YsImport *import)
{
  g_ptr_array_unref (import->rows);
  g_ptr_array_unref (import->notes);
  g_free (import->columns);
  g_free (import);
}

static void
note (YsImport *import,
      char     *sentence)
{
  g_ptr_array_add (import->notes, sentence);
}

static gboolean
read_amount (const Reading *reading,
             gsize          row,
             gsize          column,
             double        *amount)
{
  return ys_import_read_amount (ys_cells_get (reading->cells, row, column),
                                reading->import->choices.digits, reading->scenario->currency, amount);
}

/* --- which row is the years’ ------------------------------------------------------------------- */

/* How many years a row tells; small numbers count only if each is larger than the one before. */
static guint
count_years (const Reading *reading,
             gsize          row,
             gboolean       bare)
{
  int last = -1;
  guint n = 0;

  for (gsize column = 0; column < reading->cells->n_columns; column++)
    {
      YsImportColumn found;

      if (!ys_import_find_periods (ys_cells_get (reading->cells, row, column), reading->scenario, bare, &found))
        continue;
      if (bare && found.first <= last)
        return 0;
      last = found.first;
      n++;
    }

  return n;
}

static int
find_years (const Reading *reading)
{
  gsize n_rows = MIN (reading->cells->n_rows, MOST_HEADINGS);
  int best = -1;
  guint most = 1; /* one by itself may be an amount */

  for (int bare = 0; bare < 2 && best < 0; bare++)
    for (gsize row = 0; row < n_rows; row++)
      {
        guint n = count_years (reading, row, bare);

        if (n > most)
          {
            most = n;
            best = (int) row;
          }
      }

  return best;
}

/* --- columns ---------------------------------------------------------------------------------- */

static gboolean
is_words (const Reading *reading,
          gsize          row,
          gsize          column)
{
  double amount;

  return ys_cells_get (reading->cells, row, column)->kind == YS_CELL_TEXT
         && !read_amount (reading, row, column, &amount);
}

/* What the headings of a column speak of. */
static YsSheetWord
find_column_words (const Reading *reading,
                   gsize          column)
{
  int years = reading->import->choices.years;
  const YsCell *cell = ys_cells_get (reading->cells, (gsize) MAX (years, 0), column);

  return cell->kind == YS_CELL_TEXT ? ys_import_find_words (cell->text) : 0;
}

static int
find_column (const Reading *reading,
             YsSheetWord    word)
{
  for (gsize column = 0; column < reading->cells->n_columns; column++)
    if ((find_column_words (reading, column) & word) != 0
        && (int) column != reading->import->choices.names && reading->import->columns[column].first < 0)
      return (int) column;

  return -1;
}

/* The first of those with most words, but for notes and the like. */
static int
find_names (const Reading *reading)
{
  guint most = 0;
  int best = 0;

  for (gsize column = 0; column < reading->cells->n_columns; column++)
    {
      YsSheetWord words = find_column_words (reading, column);
      guint n = 0;

      if ((words & (YS_SHEET_SOURCE | YS_SHEET_KIND)) != 0)
        continue;
      for (gsize row = (gsize) (reading->import->choices.years + 1); row < reading->cells->n_rows; row++)
        n += is_words (reading, row, column);
      if (n > most)
        {
          most = n;
          best = (int) column;
        }
    }

  return best;
}

static double
find_unit (const Reading *reading)
{
  gsize n_rows = MIN (reading->cells->n_rows, (gsize) MAX (reading->import->choices.years + 1, 1));

  for (gsize row = 0; row < n_rows; row++)
    for (gsize column = 0; column < reading->cells->n_columns; column++)
      {
        const YsCell *cell = ys_cells_get (reading->cells, row, column);
        double unit = cell->kind == YS_CELL_TEXT ? ys_import_find_unit (cell->text) : 0.0;

        if (unit > 0.0)
          return unit;
      }

  return 1.0;
}

/* Without years, the first column that has more amounts than anything else. */
static void
find_amounts (const Reading *reading)
{
  for (gsize column = 0; column < reading->cells->n_columns; column++)
    {
      guint n_amounts = 0, n_others = 0;

      for (gsize row = 0; row < reading->cells->n_rows; row++)
        {
          double amount;

          if (read_amount (reading, row, column, &amount))
            n_amounts++;
          else if (ys_cells_get (reading->cells, row, column)->kind != YS_CELL_EMPTY)
            n_others++;
        }
      if ((int) column == reading->import->choices.names || n_amounts == 0 || n_amounts < n_others)
        continue;
      reading->import->columns[column] = (YsImportColumn) { .first = 1, .n = 1 };
      return;
    }
}

static void
find_columns (const Reading *reading)
{
  int years = reading->import->choices.years;
  gboolean bare = years >= 0 && count_years (reading, (gsize) years, FALSE) < 2;

  for (gsize column = 0; column < reading->cells->n_columns; column++)
    {
      reading->import->columns[column] = (YsImportColumn) { .first = -1 };
      if (years >= 0 && (int) column != reading->import->choices.names)
        ys_import_find_periods (ys_cells_get (reading->cells, (gsize) years, column), reading->scenario, bare,
                                &reading->import->columns[column]);
    }
  if (years < 0)
    find_amounts (reading);
}

/* --- rows ------------------------------------------------------------------------------------- */

static gboolean
is_counted (const YsImportColumn *column)
{
  return column->first >= 0 && !column->outside;
}

/* Notes what is no amount, once. */
static gboolean
read_amounts (const Reading *reading,
              YsImportRow   *own)
{
  gboolean any = FALSE;

  own->amounts = g_new0 (double, reading->import->n_periods + 1);
  for (gsize i = 0; i < reading->cells->n_columns; i++)
    {
      const YsImportColumn *column = &reading->import->columns[i];
      const YsCell *cell = ys_cells_get (reading->cells, own->row, i);
      g_autofree char *place = ys_cells_get_place (own->row, i);
      double amount;

      if (!is_counted (column) || cell->kind == YS_CELL_EMPTY)
        continue;
      if (read_amount (reading, own->row, i, &amount))
        {
          any = TRUE;
          for (int t = column->first; t < column->first + column->n; t++)
            own->amounts[t] += amount * reading->import->choices.unit / column->n;
        }
      else if (own->why == NULL)
        /* Translators: 1: what a cell of a spreadsheet holds, 2: its place, such as C7 */
        own->why = g_strdup_printf (_("“%1$s” in %2$s is no amount, and counts as 0."),
                                    cell->kind == YS_CELL_TEXT ? cell->text : "…", place);
    }

  return any;
}

static double
add_up (const YsImportRow *own,
        int                n_periods)
{
  double sum = 0.0;

  for (int t = 0; t <= n_periods; t++)
    sum += own->amounts[t];

  return sum;
}

static gboolean
is_sum (const Reading     *reading,
        const YsImportRow *own,
        const double      *sums,
        guint              n_lines)
{
  gboolean any = FALSE;

  for (int t = 0; t <= reading->import->n_periods; t++)
    {
      if (fabs (own->amounts[t] - sums[t]) > ROUNDING * MAX (fabs (sums[t]), reading->import->choices.unit))
        return FALSE;
      any = any || sums[t] != 0.0;
    }

  return any && n_lines > 1;
}

static gboolean
is_total (const Reading     *reading,
          const YsImportRow *own)
{
  return (ys_import_find_words (own->name) & YS_SHEET_TOTAL) != 0
         || is_sum (reading, own, reading->since, reading->n_since)
         || is_sum (reading, own, reading->all, reading->n_all);
}

static void
start_section (Reading *reading)
{
  memset (reading->since, 0, (gsize) (reading->import->n_periods + 1) * sizeof (double));
  reading->n_since = 0;
}

static void
remember (Reading           *reading,
          const YsImportRow *own)
{
  for (int t = 0; t <= reading->import->n_periods; t++)
    {
      reading->since[t] += own->amounts[t];
      reading->all[t] += own->amounts[t];
    }
  reading->n_since++;
  reading->n_all++;
}

/* --- kinds ------------------------------------------------------------------------------------ */

/* As our own table calls it. */
static const YsLineKind *
find_named_kind (const Reading *reading,
                 gsize          row)
{
  const YsLineKind *const *kinds = ys_line_kinds ();
  const YsCell *cell;

  if (reading->import->kinds < 0)
    return NULL;

  cell = ys_cells_get (reading->cells, row, (gsize) reading->import->kinds);
  for (gsize i = 0; cell->kind == YS_CELL_TEXT && kinds[i] != NULL; i++)
    if ((g_str_equal (cell->text, _(kinds[i]->name)) || g_str_equal (cell->text, kinds[i]->id))
        && (kinds[i]->fields & YS_FIELD_BIT (YS_FIELD_AMOUNT)) != 0)
      return kinds[i];

  return NULL;
}

static const char *
choose_cost (YsSheetWord words)
{
  return (words & YS_SHEET_CAPITAL) != 0 ? "capital" : "cost";
}

static const char *
choose_benefit (YsSheetWord words)
{
  if ((words & YS_SHEET_RESIDUAL) != 0)
    return "residual";

  return (words & YS_SHEET_SAVING) != 0 ? "saving" : "benefit";
}

/* A heading goes before the sign, the sign before the name: “Cost savings” below “Benefits”. */
static const YsLineKind *
find_kind (const Reading     *reading,
           const YsImportRow *own,
           double             sum)
{
  const YsLineKind *named = find_named_kind (reading, own->row);
  YsSheetWord words = ys_import_find_words (own->name);
  YsSheetWord costs = YS_SHEET_COST | YS_SHEET_CAPITAL;
  YsSheetWord gains = YS_SHEET_BENEFIT | YS_SHEET_SAVING | YS_SHEET_RESIDUAL;
  gboolean is_cost;

  if (named != NULL)
    return named;
  if ((reading->section & (costs | gains)) != 0)
    {
      is_cost = (reading->section & gains) == 0;
      words |= reading->section;
    }
  else
    is_cost = sum < 0.0 || ((words & costs) != 0 && (words & gains) == 0);

  return ys_line_kind_find (is_cost ? choose_cost (words) : choose_benefit (words));
}

/* Amounts of costs are above 0 in a line: below in most sheets, above in some. */
static void
turn_amounts (const Reading *reading,
              YsImportRow   *own,
              double         sum)
{
  gboolean turn = own->kind->side == YS_SIDE_COST && sum < 0.0;

  for (int t = 0; turn && t <= reading->import->n_periods; t++)
    own->amounts[t] = own->amounts[t] == 0.0 ? 0.0 : -own->amounts[t];
}

/* --- one row ---------------------------------------------------------------------------------- */

static char *
dup_text (const Reading *reading,
          gsize          row,
          int            column)
{
  const YsCell *cell = column >= 0 ? ys_cells_get (reading->cells, row, (gsize) column) : NULL;

  return cell != NULL && cell->kind == YS_CELL_TEXT ? g_strdup (cell->text) : NULL;
}

static void
read_heading (Reading     *reading,
              YsImportRow *own)
{
  YsSheetWord words = ys_import_find_words (own->name) & (YS_SHEET_RESIDUAL - 1);

  g_clear_pointer (&own->amounts, g_free);
  if (words == 0 || (words & YS_SHEET_TOTAL) != 0)
    return;

  reading->section = words;
  start_section (reading);
  if (own->why == NULL)
    own->why = g_strdup ((words & (YS_SHEET_COST | YS_SHEET_CAPITAL)) != 0
                           && (words & (YS_SHEET_BENEFIT | YS_SHEET_SAVING)) == 0
                             ? _("A heading: what follows counts as costs.")
                             : _("A heading: what follows counts as benefits."));
}

static void
read_line (Reading     *reading,
           YsImportRow *own)
{
  double sum = add_up (own, reading->import->n_periods);

  if (is_total (reading, own))
    {
      g_free (own->why);
      own->why = g_strdup (_("A total: left out, or its amounts would count twice."));
      start_section (reading);
    }
  else if (sum == 0.0)
    {
      g_free (own->why);
      own->why = g_strdup (_("Its amounts are 0: left out."));
    }
  else
    {
      own->wanted = TRUE;
      remember (reading, own);
    }

  own->kind = find_kind (reading, own, sum);
  own->each_year = reading->import->choices.years < 0;
  turn_amounts (reading, own, sum);
}

static gboolean
is_empty (const Reading *reading,
          gsize          row)
{
  for (gsize column = 0; column < reading->cells->n_columns; column++)
    if (ys_cells_get (reading->cells, row, column)->kind != YS_CELL_EMPTY)
      return FALSE;

  return TRUE;
}

static void
read_row (Reading *reading,
          gsize    row)
{
  YsImport *import = reading->import;
  YsImportRow *own;

  if (is_empty (reading, row))
    return;

  own = g_new0 (YsImportRow, 1);
  own->row = row;
  own->name = dup_text (reading, row, import->choices.names);
  own->source = dup_text (reading, row, import->sources);
  if (own->name == NULL)
    own->name = g_strdup_printf (_("Row %zu"), row + 1);

  if (read_amounts (reading, own))
    read_line (reading, own);
  else
    read_heading (reading, own);
  g_ptr_array_add (import->rows, own);
}

/* --- what was taken for granted ---------------------------------------------------------------- */

static void
note_years (const Reading *reading)
{
  YsImport *import = reading->import;
  guint n_outside = 0;

  for (gsize i = 0; i < reading->cells->n_columns; i++)
    n_outside += import->columns[i].outside;

  if (import->choices.years < 0)
    note (import, g_strdup (_("No years were found: each amount counts every year.")));
  if (n_outside > 0)
    note (import, g_strdup_printf (ngettext ("%u column lies outside the years of this comparison, and is left out.",
                                             "%u columns lie outside the years of this comparison, and are left out.",
                                             n_outside), n_outside));
}

static void
note_unit (const Reading *reading)
{
  double unit = reading->import->choices.unit;
  g_autofree char *money = NULL;

  if (unit == 1.0)
    return;

  money = ys_format_money (unit, reading->scenario->currency, YS_FORMAT_EXACT);
  /* Translators: %s is an amount of money such as €1,000 */
  note (reading->import, g_strdup_printf (_("Each 1 of the sheet counts as %s."), money));
}

static void
note_digits (const Reading *reading,
             gboolean       told)
{
  for (gsize i = 0; !told && i < reading->cells->n_rows * reading->cells->n_columns; i++)
    {
      const YsCell *cell = &reading->cells->cells[i];
      double amount;

      if (cell->kind != YS_CELL_TEXT || strpbrk (cell->text, ".,") == NULL
          || !ys_import_read_amount (cell, reading->import->choices.digits, NULL, &amount))
        continue;
      /* Translators: 1: a number as it is in a spreadsheet, 2: what it is taken for */
      note (reading->import, g_strdup_printf (_("“%1$s” could be read in two ways, and counts as %2$.15g."),
                                              cell->text, amount));
      return;
    }
}

static void
note_signs (const Reading *reading)
{
  gboolean costs = FALSE, benefits = FALSE;

  for (guint i = 0; i < reading->import->rows->len; i++)
    {
      const YsImportRow *own = reading->import->rows->pdata[i];

      costs = costs || (own->wanted && own->kind->side == YS_SIDE_COST);
      benefits = benefits || (own->wanted && own->kind->side == YS_SIDE_BENEFIT);
    }
  if (reading->section == 0 && (costs || benefits))
    note (reading->import, g_strdup (_("Without headings, amounts below 0 count as costs and those above 0 as "
                                       "benefits, unless the name says otherwise.")));
}

/* --- the whole -------------------------------------------------------------------------------- */

static void
choose (Reading               *reading,
        const YsImportChoices *choices)
{
  YsImportChoices *own = &reading->import->choices;

  if (choices != NULL)
    {
      *own = *choices;
      find_columns (reading);
      return;
    }

  own->names = -1;
  own->years = find_years (reading);
  find_columns (reading);
  own->names = find_names (reading);
  find_columns (reading);
  own->unit = find_unit (reading);
}

YsImport *
ys_import_new (const YsCells         *cells,
               const YsScenario      *scenario,
               const YsImportChoices *choices)
{
  YsImport *import = g_new0 (YsImport, 1);
  Reading reading = { .cells = cells, .scenario = scenario, .import = import };
  g_autofree double *since = g_new0 (double, scenario->n_periods + 1);
  g_autofree double *all = g_new0 (double, scenario->n_periods + 1);
  gboolean told = ys_import_find_digits (cells, &import->choices.digits);

  reading.since = since;
  reading.all = all;
  import->n_periods = scenario->n_periods;
  import->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) import_row_free);
  import->notes = g_ptr_array_new_with_free_func (g_free);
  import->columns = g_new0 (YsImportColumn, MAX (cells->n_columns, 1));

  choose (&reading, choices);
  import->sources = find_column (&reading, YS_SHEET_SOURCE);
  import->kinds = find_column (&reading, YS_SHEET_KIND);
  for (gsize row = (gsize) (import->choices.years + 1); row < cells->n_rows; row++)
    read_row (&reading, row);

  note_years (&reading);
  note_unit (&reading);
  note_digits (&reading, told || choices != NULL);
  note_signs (&reading);

  return import;
}
