/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "ys-cells.h"

/* dump-cells FILE: what is read of a sheet, for a test that makes sheets with other programs. A line for
 * each sheet, one for each cell; or what is said instead, and exit 1. */

static void
dump_cell (const YsCells *cells,
           gsize          row,
           gsize          column)
{
  const YsCell *cell = ys_cells_get (cells, row, column);
  g_autofree char *place = ys_cells_get_place (row, column);
  g_autofree char *text = g_strdup (cell->text);

  if (cell->kind == YS_CELL_TEXT)
    g_print ("%s text %s\n", place, g_strdelimit (text, "\n", '|'));
  else if (cell->kind == YS_CELL_NUMBER)
    g_print ("%s number %.15g\n", place, cell->number);
  else if (cell->kind == YS_CELL_DATE)
    g_print ("%s date %04d-%02d\n", place, cell->year, cell->month);
}

static void
dump (const YsCells *cells)
{
  g_print ("sheet %s\n", cells->name != NULL ? cells->name : "");
  for (gsize row = 0; row < cells->n_rows; row++)
    for (gsize column = 0; column < cells->n_columns; column++)
      dump_cell (cells, row, column);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  setlocale (LC_ALL, "");
  if (argc != 2 || !g_file_get_contents (argv[1], &data, &size, &error))
    return 2;

  bytes = g_bytes_new (data, size);
  sheets = ys_cells_read_bytes (bytes, "sheet", &error);
  if (sheets == NULL)
    {
      g_print ("error %s\n", error->message);
      return 1;
    }

  for (guint i = 0; i < sheets->len; i++)
    dump (sheets->pdata[i]);
  return 0;
}
