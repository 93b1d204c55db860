/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-cells-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-error.h"

YsCellsBuilder *
ys_cells_builder_new (const char *name)
{
  YsCellsBuilder *builder = g_new0 (YsCellsBuilder, 1);

  builder->name = g_strdup (name);
  builder->places = g_array_new (FALSE, FALSE, sizeof (gsize));
  builder->cells = g_array_new (FALSE, FALSE, sizeof (YsCell));

  return builder;
}

void
ys_cells_builder_free (YsCellsBuilder *builder)
{
  for (guint i = 0; i < builder->cells->len; i++)
    g_free (g_array_index (builder->cells, YsCell, i).text);

  g_array_unref (builder->places);
  g_array_unref (builder->cells);
  g_free (builder->name);
  g_free (builder);
}

void
ys_cells_builder_take (YsCellsBuilder *builder,
                       gsize           row,
                       gsize           column,
                       YsCell          cell)
{
  if (cell.kind == YS_CELL_EMPTY)
    return;

  builder->n_rows = MAX (builder->n_rows, row + 1);
  builder->n_columns = MAX (builder->n_columns, column + 1);
  if (row >= YS_MAX_CELL_ROWS || column >= YS_MAX_CELL_COLUMNS || builder->cells->len >= YS_MAX_CELLS)
    {
      g_free (cell.text);
      return;
    }

  g_array_append_val (builder->places, row);
  g_array_append_val (builder->places, column);
  g_array_append_val (builder->cells, cell);
}

static void
put (YsCells *cells,
     gsize    row,
     gsize    column,
     YsCell  *cell)
{
  YsCell *place = &cells->cells[row * cells->n_columns + column];

  g_free (place->text);
  *place = *cell;
  cell->text = NULL;
}

YsCells *
ys_cells_builder_end (YsCellsBuilder  *builder,
                      GError         **error)
{
  YsCells *cells;

  if (builder->n_rows > YS_MAX_CELL_ROWS || builder->n_columns > YS_MAX_CELL_COLUMNS
      || builder->n_rows * builder->n_columns > YS_MAX_CELLS)
    {
      g_set_error (error, YS_ERROR, YS_ERROR_INVALID,
                   _("This has %1$zu rows and %2$zu columns. Copy the part with the lines you need."),
                   builder->n_rows, builder->n_columns);
      return NULL;
    }

  cells = ys_cells_new (builder->name, builder->n_rows, builder->n_columns);
  for (guint i = 0; i < builder->cells->len; i++)
    put (cells, g_array_index (builder->places, gsize, 2 * i), g_array_index (builder->places, gsize, 2 * i + 1),
         &g_array_index (builder->cells, YsCell, i));

  return cells;
}

YsCell
ys_cell_from_text (const char *text)
{
  g_autoptr (YsCells) one = ys_cells_new (NULL, 1, 1);
  YsCell cell;

  ys_cells_set_text (one, 0, 0, text);
  cell = one->cells[0];
  one->cells[0].text = NULL;

  return cell;
}

YsCell
ys_cell_from_number (double number)
{
  return (YsCell) { .kind = isfinite (number) ? YS_CELL_NUMBER : YS_CELL_EMPTY, .number = number };
}

YsCell
ys_cell_from_days (double days)
{
  GDate date;

  if (!(days >= 1.0 && days < 2958466.0)) /* 31 December 9999 */
    return ys_cell_from_number (days);

  g_date_set_dmy (&date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, (guint) days);

  return (YsCell) { .kind = YS_CELL_DATE, .year = g_date_get_year (&date), .month = (int) g_date_get_month (&date) };
}
