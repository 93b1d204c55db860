/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "ys-workbook.h"

/* What an alternative counts in the choice: the baseline nothing, for others are differences from it. */
static double
get_worth (const YsResult *result,
           gsize           alternative,
           gsize           trial)
{
  return (int) alternative == result->baseline ? 0.0 : result->alternatives[alternative].outcomes[trial];
}

static void
find_best (const YsResult *result,
           gsize           trial,
           double         *largest,
           int            *n_best)
{
  *largest = -INFINITY;
  *n_best = 0;
  for (gsize a = 0; a < result->n_alternatives; a++)
    *largest = MAX (*largest, get_worth (result, a, trial));
  for (gsize a = 0; a < result->n_alternatives; a++)
    *n_best += get_worth (result, a, trial) == *largest;
}

/* Appends each part of a trial's row that lies beside the baseline's cell: the whole row, if there is none. */
static void
append_ranges (GString        *text,
               const YsResult *result,
               int             row,
               const char     *before,
               const char     *after)
{
  gsize n = result->n_alternatives;
  gsize gap = result->baseline >= 0 ? (gsize) result->baseline + 1 : n + 1;
  const gsize ranges[][2] = { { 1, gap - 1 }, { gap + 1, n } };

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (ranges[i][0] <= ranges[i][1])
      {
        g_autofree char *from = ys_workbook_dup_column (ranges[i][0]);
        g_autofree char *to = ys_workbook_dup_column (ranges[i][1]);

        g_string_append_printf (text, "%s%s%d:%s%d%s", before, from, row, to, row, after);
      }
}

/* The largest net present value, and how many alternatives share it; the baseline counts as 0. */
static void
put_best (YsWorkbook *self,
          gsize       trial,
          const char *column)
{
  const YsResult *result = self->result;
  int row = (int) trial + 2, at = (int) result->n_alternatives + 1;
  g_autofree char *equal = g_strdup_printf ("=%s%d))", column, row);
  g_autoptr (GString) maximum = g_string_new (result->baseline >= 0 ? "=MAX(0" : "=MAX(");
  g_autoptr (GString) count = g_string_new ("=");
  double largest;
  int n_best;

  append_ranges (maximum, result, row, result->baseline >= 0 ? "," : "", "");
  g_string_append_c (maximum, ')');
  if (result->baseline >= 0)
    g_string_append_printf (count, "(%s%d=0)", column, row);
  append_ranges (count, result, row, "+SUMPRODUCT(--(", equal);

  find_best (result, trial, &largest, &n_best);
  ys_workbook_put_formula (self, self->trials, row, at, maximum->str, largest, YS_CELL_MONEY);
  ys_workbook_put_formula (self, self->trials, row, at + 1, count->str, n_best, YS_CELL_PLAIN);
}

static void
put_trial (YsWorkbook *self,
           gsize       trial)
{
  const YsResult *result = self->result;
  int row = (int) trial + 2;

  ys_workbook_put_number (self, self->trials, row, 0, (double) trial + 1.0, YS_CELL_PLAIN);
  for (gsize a = 0; a < result->n_alternatives; a++)
    {
      double worth = result->alternatives[a].outcomes[trial];
      g_autofree char *formula = NULL;

      if (result->n_trials > 1)
        {
          ys_workbook_put_number (self, self->trials, row, (int) a + 1, worth, YS_CELL_MONEY);
          continue;
        }
      formula = g_strdup_printf ("=%s!$B$%d", (const char *) self->names->pdata[a], self->rows[a].npv);
      ys_workbook_put_formula (self, self->trials, row, (int) a + 1, formula, worth, YS_CELL_MONEY);
    }
}

/* The net present value of every alternative in every trial, and how many of them are the best. */
void
ys_sheet_trials_fill (YsWorkbook *self)
{
  const YsResult *result = self->result;
  int n = (int) result->n_alternatives;
  g_autofree char *column = ys_workbook_dup_column ((gsize) n + 1);

  ys_workbook_put_text (self, self->trials, 1, 0, _("Trial"), YS_CELL_HEADING);
  for (gsize a = 0; a < result->n_alternatives; a++)
    ys_workbook_put_text (self, self->trials, 1, (int) a + 1, result->alternatives[a].alternative->name,
                          YS_CELL_HEADING);
  ys_workbook_put_text (self, self->trials, 1, n + 1, _("Largest"), YS_CELL_HEADING);
  ys_workbook_put_text (self, self->trials, 1, n + 2, _("As large"), YS_CELL_HEADING);

  for (gsize i = 0; i < result->n_trials && n > 0; i++)
    {
      put_trial (self, i);
      put_best (self, i, column);
    }

  worksheet_set_column (self->trials, 1, (lxw_col_t) (n + 2), 18, NULL);
  worksheet_freeze_panes (self->trials, 1, 1);
  worksheet_repeat_rows (self->trials, 0, 0);
}
