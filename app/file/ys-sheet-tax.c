/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "ys-depreciation.h"
#include "ys-sheet-rows.h"

#define LONGEST_FORMULA 8000 /* characters */

/* Period of the first resale, which is taxed against the book value; −1: none. */
static int
find_resale (const GPtrArray *lines,
             int              n_periods)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const YsLine *line = lines->pdata[i];

      if (line->kind->cash == YS_CASH_RESALE)
        return ys_line_get_first (line, n_periods);
    }

  return -1;
}

/* What is written off in a period of what was paid before, as a formula over the row of the payments. */
static char *
write_off (YsSheet      *self,
           const YsLine *line,
           int           row,
           const double *paid,
           const double *shares,
           int           resale,
           gsize         t,
           double       *out_value)
{
  int first = ys_line_get_first (line, (int) self->n - 1);
  GString *formula = g_string_new ("=0");

  *out_value = 0.0;
  for (gsize k = 0; k < t; k++)
    {
      double residual = (int) k == first ? line->depreciation.residual : 0.0;
      g_autofree char *column = ys_workbook_dup_column (k + 2);
      char share[G_ASCII_DTOSTR_BUF_SIZE];
      char left[G_ASCII_DTOSTR_BUF_SIZE];

      if ((paid[k] == 0.0 && residual == 0.0) || shares[t - k - 1] == 0.0 ||
          ((int) k <= resale && (int) t > resale))
        continue;

      *out_value += (paid[k] - residual) * shares[t - k - 1];
      g_ascii_dtostr (share, sizeof share, shares[t - k - 1]);
      g_ascii_dtostr (left, sizeof left, residual);
      g_string_append_printf (formula, "+(%s%d-%s)*%s", column, row, left, share);
    }

  return g_string_free (formula, FALSE);
}

/* Adds what is written off to the sum. */
static void
put_write_offs (YsSheet      *self,
                const YsLine *line,
                int           row,
                const double *paid,
                int           resale,
                double       *sum)
{
  g_autofree double *shares = g_new0 (double, self->n);
  /* Translators: %s is something that was bought */
  g_autofree char *label = g_strdup_printf (_("Depreciation: %s"), line->name);

  ys_depreciation_shares (&line->depreciation, ys_scenario_get_per_year (self->book->result->scenario),
                          shares, self->n);
  ys_workbook_put_text (self->book, self->sheet, self->row, 0, label, YS_CELL_PLAIN);
  for (gsize t = 0; t < self->n; t++)
    {
      double value;
      g_autofree char *formula = write_off (self, line, row, paid, shares, resale, t, &value);

      sum[t] += value;
      if (strlen (formula) < LONGEST_FORMULA)
        ys_workbook_put_formula (self->book, self->sheet, self->row, (int) t + 2, formula, value, YS_CELL_MONEY);
      else
        ys_workbook_put_number (self->book, self->sheet, self->row, (int) t + 2, value, YS_CELL_MONEY);
    }
  self->row++;
}

static double *
sum_lines (YsSheet         *self,
           const GPtrArray *cash,
           gboolean         of_capital)
{
  const GPtrArray *lines = self->own->alternative->lines;
  double *sum = g_new0 (double, self->n);

  for (guint i = 0; i < lines->len; i++)
    {
      const YsLine *line = lines->pdata[i];
      const double *own = cash->pdata[i];

      if (of_capital ? line->kind->cash == YS_CASH_OUTLAY : line->kind->taxed)
        for (gsize t = 0; t < self->n; t++)
          sum[t] += line->kind->side == YS_SIDE_COST && !of_capital ? -own[t] : own[t];
    }

  return sum;
}

static int
put_taxed (YsSheet      *self,
           int           first_capital,
           int           n_capital,
           const double *values)
{
  const YsSheetRows *rows = &self->book->rows[self->index];
  g_autofree char *capital = n_capital > 0 ? g_strdup_printf ("+SUM(@%d:@%d)", first_capital,
                                                              first_capital + n_capital - 1)
                                           : g_strdup ("");
  g_autofree char *formula = g_strdup_printf ("=@%d-@%d%s", rows->benefits, rows->costs, capital);

  return ys_sheet_row (self, _("Taxed cash"), NULL, formula, values, YS_CELL_MONEY);
}

/* The book value, in the period in which all is sold. */
static int
put_book (YsSheet      *self,
          int           first_capital,
          int           n_capital,
          int           first_written,
          int           resale,
          double       *values)
{
  int row = self->row++;
  g_autofree char *column = ys_workbook_dup_column ((gsize) resale + 2);
  g_autofree char *formula
    = g_strdup_printf ("=SUM($C$%d:%s%d)-SUM($C$%d:%s%d)", first_capital, column,
                       first_capital + n_capital - 1, first_written, column, first_written + n_capital - 1);

  ys_workbook_put_text (self->book, self->sheet, row, 0, _("Book value of what is sold"), YS_CELL_PLAIN);
  ys_workbook_put_formula (self->book, self->sheet, row, resale + 2, formula, values[resale], YS_CELL_MONEY);
  return row;
}

static int
put_due (YsSheet      *self,
         int           taxable,
         const double *base,
         const double *tax)
{
  gboolean carry = self->book->result->scenario->rules.losses == YS_LOSSES_CARRY_FORWARD;
  g_autofree double *carried = g_new0 (double, self->n);
  g_autofree char *first = g_strdup_printf ("=MAX(-@%d,0)", taxable);
  g_autofree char *next = g_strdup_printf ("=MAX(~%d-@%d,0)", self->row, taxable);
  g_autofree char *due_first = g_strdup_printf ("=MAX(@%d,0)*$B$%d", taxable, self->tax_rate);
  g_autofree char *due_next = g_strdup_printf ("=MAX(@%d-~%d,0)*$B$%d", taxable, self->row, self->tax_rate);
  g_autofree char *offset = g_strdup_printf ("=@%d*$B$%d", taxable, self->tax_rate);

  if (!carry)
    return ys_sheet_row (self, _("Tax"), NULL, offset, tax, YS_CELL_MONEY);

  for (gsize t = 0; t < self->n; t++)
    carried[t] = MAX ((t > 0 ? carried[t - 1] : 0.0) - base[t], 0.0);
  ys_sheet_row (self, _("Losses carried forward"), first, next, carried, YS_CELL_MONEY);
  return ys_sheet_row (self, _("Tax"), due_first, due_next, tax, YS_CELL_MONEY);
}

int
ys_sheet_tax_fill (YsSheet         *self,
                   const GPtrArray *cash,
                   int              first_capital,
                   int              n_capital,
                   const double    *tax)
{
  const GPtrArray *lines = self->own->alternative->lines;
  int resale = find_resale (lines, (int) self->n - 1);
  g_autofree double *base = sum_lines (self, cash, FALSE);
  g_autofree double *book = sum_lines (self, cash, TRUE);
  g_autofree double *written = g_new0 (double, self->n);
  g_autoptr (GString) formula = g_string_new (NULL);
  int first_written, capital = first_capital;

  g_string_printf (formula, "=@%d", put_taxed (self, first_capital, n_capital, base));
  first_written = self->row;
  for (guint i = 0; i < lines->len; i++)
    if (((const YsLine *) lines->pdata[i])->kind->cash == YS_CASH_OUTLAY)
      put_write_offs (self, lines->pdata[i], capital++, cash->pdata[i], resale, written);
  if (n_capital > 0)
    g_string_append_printf (formula, "-SUM(@%d:@%d)", first_written, first_written + n_capital - 1);

  for (gsize t = 0; t < self->n; t++)
    {
      book[t] += (t > 0 ? book[t - 1] : 0.0) - written[t];
      base[t] -= written[t] + ((int) t == resale ? book[t] : 0.0);
    }
  if (resale >= 0 && n_capital > 0)
    g_string_append_printf (formula, "-@%d",
                            put_book (self, first_capital, n_capital, first_written, resale, book));

  return put_due (self, ys_sheet_row (self, _("Taxable result"), NULL, formula->str, base, YS_CELL_MONEY),
                  base, tax);
}
