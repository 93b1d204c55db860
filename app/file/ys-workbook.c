/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-workbook.h"

#include <math.h>
#include <string.h>

/* Longest text of a cell, in characters. */
#define LONGEST 32767

/* What XML cannot hold, and what would move the text about. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  char *copy = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), LONGEST));

  for (char *c = copy; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';

  return copy;
}

void
ys_workbook_put_text (YsWorkbook    *self,
                      lxw_worksheet *sheet,
                      int            row,
                      int            column,
                      const char    *text,
                      YsCellStyle         cell)
{
  g_autofree char *own = clean (text);

  worksheet_write_string (sheet, (lxw_row_t) (row - 1), (lxw_col_t) column, own, self->formats[cell]);
}

void
ys_workbook_put_number (YsWorkbook    *self,
                        lxw_worksheet *sheet,
                        int            row,
                        int            column,
                        double         value,
                        YsCellStyle         cell)
{
  if (isfinite (value))
    worksheet_write_number (sheet, (lxw_row_t) (row - 1), (lxw_col_t) column, value, self->formats[cell]);
}

void
ys_workbook_put_formula (YsWorkbook    *self,
                         lxw_worksheet *sheet,
                         int            row,
                         int            column,
                         const char    *formula,
                         double         value,
                         YsCellStyle         cell)
{
  lxw_row_t at = (lxw_row_t) (row - 1);

  if (isfinite (value))
    worksheet_write_formula_num (sheet, at, (lxw_col_t) column, formula, self->formats[cell], value);
  else
    worksheet_write_formula_str (sheet, at, (lxw_col_t) column, formula, self->formats[cell], "");
}

char *
ys_workbook_dup_column (gsize column)
{
  char name[LXW_MAX_COL_NAME_LENGTH];

  lxw_col_to_name (name, (lxw_col_t) column, FALSE);
  return g_strdup (name);
}

YsCellStyle
ys_workbook_get_cell (const YsMetric *metric)
{
  switch (metric->unit)
    {
    case YS_UNIT_MONEY:
      return YS_CELL_MONEY;
    case YS_UNIT_FRACTION:
      return YS_CELL_PERCENT;
    case YS_UNIT_YEARS:
      return YS_CELL_YEARS;
    case YS_UNIT_NUMBER:
    default:
      return YS_CELL_RATIO;
    }
}
