/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-cells.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ys-error.h"

/* --- one row at a time ------------------------------------------------------------------------ */

/* What stands between quotation marks, two of which stand for one. Returns what follows. */
static const char *
read_quoted (const char *text,
             GString    *cell)
{
  for (text++; *text != '\0'; text++)
    {
      if (*text == '"' && text[1] != '"')
        return text + 1;
      if (*text == '"')
        text++;
      g_string_append_c (cell, *text);
    }

  return text;
}

/* A quotation mark within a cell is one. */
static const char *
read_cell (const char *text,
           char        separator,
           GString    *cell)
{
  g_string_truncate (cell, 0);
  if (*text == '"')
    text = read_quoted (text, cell);
  while (*text != '\0' && *text != separator && *text != '\n')
    g_string_append_c (cell, *text++);

  return text;
}

typedef void (*CellFunc) (gsize       row,
                          gsize       column,
                          const char *text,
                          gpointer    data);

static void
for_each_cell (const char *text,
               char        separator,
               CellFunc    func,
               gpointer    data)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  gsize row = 0, column = 0;

  while (*text != '\0')
    {
      text = read_cell (text, separator, cell);
      func (row, column, cell->str, data);
      if (*text == separator)
        column++;
      else
        {
          row++;
          column = 0;
        }
      if (*text != '\0')
        text++;
    }
}

/* --- which separator -------------------------------------------------------------------------- */

typedef struct
{
  gsize n_rows;
  gsize n_columns; /* of the longest row */
  gsize n_cells;   /* with something in them, beyond the first of their row */
} Extent;

static void
measure (gsize       row,
         gsize       column,
         const char *text,
         gpointer    data)
{
  Extent *extent = data;

  extent->n_rows = row + 1;
  extent->n_columns = MAX (extent->n_columns, column + 1);
  extent->n_cells += column > 0 && *text != '\0';
}

/* A tab is never anything else; of the others the one that makes most cells, where “;” goes before
 * “,”, which may be a decimal point. */
static char
choose_separator (const char *text)
{
  Extent semicolons = { 0 }, commas = { 0 };

  if (strchr (text, '\t') != NULL)
    return '\t';

  for_each_cell (text, ';', measure, &semicolons);
  for_each_cell (text, ',', measure, &commas);

  return semicolons.n_columns > 1 && semicolons.n_cells + semicolons.n_rows >= commas.n_cells ? ';' : ',';
}

/* --- the whole -------------------------------------------------------------------------------- */

static void
fill (gsize       row,
      gsize       column,
      const char *text,
      gpointer    data)
{
  /* put before what would else be a formula, and no part of it */
  ys_cells_set_text (data, row, column, text[0] == '\'' && strchr ("=+-@", text[1]) != NULL ? text + 1 : text);
}

static gboolean
check_extent (const Extent  *extent,
              GError       **error)
{
  if (extent->n_rows <= YS_MAX_CELL_ROWS && extent->n_columns <= YS_MAX_CELL_COLUMNS
      && extent->n_rows * extent->n_columns <= YS_MAX_CELLS)
    return TRUE;

  g_set_error (error, YS_ERROR, YS_ERROR_INVALID,
               _("This has %1$zu rows and %2$zu columns. Copy the part with the lines you need."),
               extent->n_rows, extent->n_columns);
  return FALSE;
}

YsCells *
ys_cells_read_text (const char  *text,
                    GError     **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) rows = NULL;
  g_autofree char *unix_text = NULL;
  Extent extent = { 0 };
  YsCells *cells;
  char separator;

  /* old Macs, Windows, a byte order mark */
  rows = g_strsplit (valid + (g_str_has_prefix (valid, "\xef\xbb\xbf") ? 3 : 0), "\r\n", -1);
  unix_text = g_strdelimit (g_strjoinv ("\n", rows), "\r", '\n');

  separator = choose_separator (unix_text);
  for_each_cell (unix_text, separator, measure, &extent);
  if (!check_extent (&extent, error))
    return NULL;

  cells = ys_cells_new (NULL, extent.n_rows, extent.n_columns);
  for_each_cell (unix_text, separator, fill, cells);

  return cells;
}
