/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-table.h"

#include <string.h>

/* Longest line of a name, of a heading. */
#define NAME_WIDTH 32
#define HEADING_WIDTH 13
#define GAP "  "

YsTable *
ys_table_new (void)
{
  YsTable *table = g_new0 (YsTable, 1);

  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return table;
}

void
ys_table_free (YsTable *table)
{
  g_ptr_array_unref (table->rows);
  g_free (table);
}

void
ys_table_begin_row (YsTable *table)
{
  g_ptr_array_add (table->rows, g_ptr_array_new_with_free_func (g_free));
}

void
ys_table_take_cell (YsTable *table,
                    char    *text)
{
  g_return_if_fail (table->rows->len > 0);

  g_ptr_array_add (table->rows->pdata[table->rows->len - 1], text);
}

/* --- text ------------------------------------------------------------------------------------- */

/* Columns on a terminal. */
static int
width_of (const char *text)
{
  int width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }

  return width;
}

char *
ys_table_wrap (const char *text,
               int         width)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) wrapped = g_string_new (NULL);
  int used = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      int own = width_of (words[i]);
      gboolean fits = used + 1 + own <= width;

      if (i > 0)
        g_string_append_c (wrapped, fits ? ' ' : '\n');
      g_string_append (wrapped, words[i]);
      used = i > 0 && fits ? used + 1 + own : own;
    }

  return g_string_free (g_steal_pointer (&wrapped), FALSE);
}

static void
append_padded (GString    *text,
               const char *cell,
               int         width,
               gboolean    to_left)
{
  int padding = MAX (width - width_of (cell), 0);

  if (!to_left)
    g_string_append_printf (text, "%*s", padding, "");
  g_string_append (text, cell);
  if (to_left)
    g_string_append_printf (text, "%*s", padding, "");
}

static void
trim_end (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
}

/* A row whose cells are lines. Headings stand on their column, the rest begins beside its name. */
static void
append_row (GString   *text,
            GPtrArray *cells, /* (element-type GStrv) */
            const int *widths,
            gboolean   is_heading)
{
  guint height = 0;

  for (guint i = 0; i < cells->len; i++)
    height = MAX (height, g_strv_length (cells->pdata[i]));

  for (guint line = 0; line < height; line++)
    {
      for (guint i = 0; i < cells->len; i++)
        {
          GStrv lines = cells->pdata[i];
          guint n = g_strv_length (lines);
          guint first = is_heading ? height - n : 0;
          const char *cell = line >= first && line - first < n ? lines[line - first] : "";

          if (i > 0)
            g_string_append (text, GAP);
          append_padded (text, cell, widths[i], i == 0);
        }
      trim_end (text);
      g_string_append_c (text, '\n');
    }
}

static GPtrArray *
wrap_row (const GPtrArray *row,
          gboolean         is_heading)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < row->len; i++)
    {
      int width = i == 0 ? NAME_WIDTH : is_heading ? HEADING_WIDTH : G_MAXINT / 2;
      g_autofree char *wrapped = ys_table_wrap (row->pdata[i], width);

      g_ptr_array_add (cells, g_strsplit (wrapped, "\n", -1));
    }

  return cells;
}

static void
widen (GArray    *widths,
       GPtrArray *cells)
{
  if (widths->len < cells->len)
    g_array_set_size (widths, cells->len);

  for (guint i = 0; i < cells->len; i++)
    for (GStrv line = cells->pdata[i]; *line != NULL; line++)
      g_array_index (widths, int, i) = MAX (g_array_index (widths, int, i), width_of (*line));
}

char *
ys_table_to_text (const YsTable *table)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) widths = g_array_new (FALSE, TRUE, sizeof (int));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *cells = wrap_row (table->rows->pdata[i], i == 0);

      widen (widths, cells);
      g_ptr_array_add (rows, cells);
    }

  for (guint i = 0; i < rows->len; i++)
    append_row (text, rows->pdata[i], (const int *) (gpointer) widths->data, i == 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- for programs -------------------------------------------------------------------------------------- */

/* A spreadsheet would work it out instead of showing it. Numbers begin with a sign, too. */
static gboolean
looks_like_formula (const char *field)
{
  return strchr ("=+-@\t\r", field[0]) != NULL && field[0] != '\0'
         && (field[0] == '=' || field[strspn (field, "0123456789.eE+- ")] != '\0');
}

static void
append_field (GString    *text,
              char        separator,
              const char *field)
{
  const char special[] = { separator, '"', '\r', '\n', '\0' };
  g_autofree char *shown = looks_like_formula (field) ? g_strconcat ("'", field, NULL) : NULL;

  if (shown != NULL)
    field = shown;
  if (strpbrk (field, special) == NULL)
    {
      g_string_append (text, field);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *c = field; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

static char *
part (const YsTable *table,
      char           separator)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const GPtrArray *row = table->rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        {
          if (j > 0)
            g_string_append_c (text, separator);
          append_field (text, separator, row->pdata[j]);
        }
      g_string_append (text, "\r\n");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
ys_table_to_csv (const YsTable *table)
{
  return part (table, ',');
}

char *
ys_table_to_tabs (const YsTable *table)
{
  return part (table, '\t');
}
