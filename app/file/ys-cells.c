/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-cells.h"

#include <math.h>
#include <string.h>

YsCells *
ys_cells_new (const char *name,
              gsize       n_rows,
              gsize       n_columns)
{
  YsCells *cells;

  g_return_val_if_fail (n_rows <= YS_MAX_CELL_ROWS && n_columns <= YS_MAX_CELL_COLUMNS, NULL);
  g_return_val_if_fail (n_rows * n_columns <= YS_MAX_CELLS, NULL);

  cells = g_new0 (YsCells, 1);
  cells->name = g_strdup (name);
  cells->n_rows = n_rows;
  cells->n_columns = n_columns;
  cells->cells = g_new0 (YsCell, n_rows * n_columns);

  return cells;
}

void
ys_cells_free (YsCells *cells)
{
  for (gsize i = 0; i < cells->n_rows * cells->n_columns; i++)
    g_free (cells->cells[i].text);

  g_free (cells->name);
  g_free (cells->cells);
  g_free (cells);
}

const YsCell *
ys_cells_get (const YsCells *cells,
              gsize          row,
              gsize          column)
{
  static const YsCell empty = { YS_CELL_EMPTY };

  return row < cells->n_rows && column < cells->n_columns ? &cells->cells[row * cells->n_columns + column]
                                                          : &empty;
}

static YsCell *
begin (YsCells *cells,
       gsize    row,
       gsize    column)
{
  YsCell *cell = &cells->cells[row * cells->n_columns + column];

  g_clear_pointer (&cell->text, g_free);
  *cell = (YsCell) { YS_CELL_EMPTY };

  return cell;
}

/* g_strstrip() knows the blanks of ASCII only; spreadsheets like those that do not break. */
static char *
strip (const char *text)
{
  const char *end = text + strlen (text);

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (text, (gsize) (end - text));
}

void
ys_cells_set_text (YsCells    *cells,
                   gsize       row,
                   gsize       column,
                   const char *text)
{
  YsCell *cell = begin (cells, row, column);

  cell->text = strip (text);
  cell->kind = YS_CELL_TEXT;
  if (*cell->text == '\0')
    begin (cells, row, column);
}

void
ys_cells_set_number (YsCells *cells,
                     gsize    row,
                     gsize    column,
                     double   number)
{
  YsCell *cell = begin (cells, row, column);

  if (!isfinite (number))
    return;
  cell->kind = YS_CELL_NUMBER;
  cell->number = number;
}

char *
ys_cells_get_place (gsize row,
                    gsize column)
{
  GString *place = g_string_new (NULL);

  for (gsize rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (place, (char) ('A' + (rest - 1) % 26));
  g_string_append_printf (place, "%" G_GSIZE_FORMAT, row + 1);

  return g_string_free (place, FALSE);
}
