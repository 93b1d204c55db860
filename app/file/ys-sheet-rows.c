/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-sheet-rows.h"

#include <math.h>

#define FIRST_COLUMN 2

int
ys_sheet_heading (YsSheet    *self,
                  const char *label)
{
  self->row++;
  ys_workbook_put_text (self->book, self->sheet, self->row, 0, label, YS_CELL_HEADING);
  return self->row++;
}

int
ys_sheet_value (YsSheet    *self,
                const char *label,
                const char *formula,
                double      value,
                YsCellStyle      cell)
{
  ys_workbook_put_text (self->book, self->sheet, self->row, 0, label, YS_CELL_PLAIN);
  ys_workbook_put_formula (self->book, self->sheet, self->row, 1, formula, value, cell);
  return self->row++;
}

static char *
fill_in (const char *formula,
         gsize       period)
{
  g_autofree char *own = ys_workbook_dup_column (period + FIRST_COLUMN);
  g_autofree char *before = ys_workbook_dup_column (period + FIRST_COLUMN - 1);
  GString *text = g_string_new (NULL);

  for (const char *c = formula; *c != '\0'; c++)
    if (*c == '@')
      g_string_append (text, own);
    else if (*c == '~')
      g_string_append (text, before);
    else
      g_string_append_c (text, *c);

  return g_string_free (text, FALSE);
}

int
ys_sheet_row (YsSheet      *self,
              const char   *label,
              const char   *first,
              const char   *next,
              const double *values,
              YsCellStyle        cell)
{
  ys_workbook_put_text (self->book, self->sheet, self->row, 0, label, YS_CELL_PLAIN);
  for (gsize t = 0; t < self->n; t++)
    {
      g_autofree char *formula = fill_in (t == 0 && first != NULL ? first : next, t);

      ys_workbook_put_formula (self->book, self->sheet, self->row, (int) t + FIRST_COLUMN, formula,
                               values[t], cell);
    }

  return self->row++;
}

int
ys_sheet_numbers (YsSheet      *self,
                  const char   *label,
                  const double *values,
                  YsCellStyle        cell)
{
  ys_workbook_put_text (self->book, self->sheet, self->row, 0, label, YS_CELL_PLAIN);
  for (gsize t = 0; t < self->n; t++)
    ys_workbook_put_number (self->book, self->sheet, self->row, (int) t + FIRST_COLUMN, values[t], cell);

  return self->row++;
}

char *
ys_sheet_dup_range (YsSheet *self,
                    int      row)
{
  return g_strdup_printf ("$C$%d:$%s$%d", row, self->last, row);
}

void
ys_sheet_add_present_value (YsSheet      *self,
                            int           row,
                            const double *values)
{
  g_autofree char *range = ys_sheet_dup_range (self, row);
  g_autofree char *factors = ys_sheet_dup_range (self, self->factor);
  g_autofree char *formula = g_strdup_printf ("=SUMPRODUCT(%s,%s)", range, factors);
  double worth = 0.0;

  for (gsize t = 0; t < self->n; t++)
    worth += values[t] * self->discount[t];
  ys_workbook_put_formula (self->book, self->sheet, row, 1, formula, worth, YS_CELL_MONEY);
}
