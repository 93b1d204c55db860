/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-cells.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ys-error.h"

static gboolean
begins_with (GBytes     *bytes,
             const char *mark,
             gsize       length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= length && memcmp (data, mark, length) == 0;
}

/* Old spreadsheets write the code page of Windows, in which every byte but five is a letter. */
static char *
decode (GBytes  *bytes,
        GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *encoding = "WINDOWS-1252";

  if (begins_with (bytes, "\xff\xfe", 2) || begins_with (bytes, "\xfe\xff", 2))
    encoding = "UTF-16";
  else if (size == 0 || g_utf8_validate (data, (gssize) size, NULL))
    return g_strndup (data, size);

  return g_convert (data, (gssize) size, "UTF-8", encoding, NULL, NULL, error);
}

static gboolean
is_empty (const YsCells *cells)
{
  for (gsize i = 0; i < cells->n_rows * cells->n_columns; i++)
    if (cells->cells[i].kind != YS_CELL_EMPTY)
      return FALSE;

  return TRUE;
}

GPtrArray *
ys_cells_read_bytes (GBytes      *bytes,
                     const char  *name,
                     GError     **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_cells_free);
  g_autofree char *text = NULL;
  YsCells *cells;

  text = decode (bytes, NULL);
  if (text == NULL || strlen (text) < g_bytes_get_size (bytes) / 4)
    {
      ys_error_set (error, YS_ERROR_INVALID, 0,
                    _("“%s” is no sheet that can be read here. Save it as XLSX, ODS or CSV."), name);
      return NULL;
    }

  cells = ys_cells_read_text (text, error);
  if (cells == NULL)
    return NULL;
  g_ptr_array_add (sheets, cells);
  if (is_empty (cells))
    {
      ys_error_set (error, YS_ERROR_INVALID, 0, _("“%s” is empty."), name);
      return NULL;
    }

  return g_steal_pointer (&sheets);
}
