/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-cells-private.h"

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

/* Old spreadsheets write the code page of Windows, in which every byte but five is a letter. NULL: it is
 * no text. */
static char *
decode (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *encoding = "WINDOWS-1252";

  if (begins_with (bytes, "\xff\xfe", 2) || begins_with (bytes, "\xfe\xff", 2))
    encoding = "UTF-16";
  else if (size == 0)
    return g_strdup ("");
  else if (memchr (data, '\0', size) != NULL)
    return NULL;
  else if (g_utf8_validate (data, (gssize) size, NULL))
    return g_strndup (data, size);

  return g_convert (data, (gssize) size, "UTF-8", encoding, NULL, NULL, NULL);
}

static gboolean
is_empty (const YsCells *cells)
{
  for (gsize i = 0; i < cells->n_rows * cells->n_columns; i++)
    if (cells->cells[i].kind != YS_CELL_EMPTY)
      return FALSE;

  return TRUE;
}

static GPtrArray *
read_zip (GBytes  *bytes,
          GError **error)
{
  GError *own = NULL;
  GPtrArray *sheets = ys_cells_read_xlsx (bytes, &own);

  if (sheets == NULL && own == NULL)
    sheets = ys_cells_read_ods (bytes, &own);
  if (own != NULL)
    g_propagate_error (error, own);

  return sheets;
}

static GPtrArray *
read_plain (GBytes  *bytes,
            GError **error)
{
  g_autofree char *text = decode (bytes);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_cells_free);
  YsCells *cells;

  if (text == NULL)
    return NULL;

  cells = ys_cells_read_text (text, error);
  if (cells == NULL)
    return NULL;
  g_ptr_array_add (sheets, cells);

  return g_steal_pointer (&sheets);
}

static void
remove_empty (GPtrArray *sheets)
{
  for (guint i = sheets->len; i-- > 0;)
    if (is_empty (sheets->pdata[i]))
      g_ptr_array_remove_index (sheets, i);
}

GPtrArray *
ys_cells_read_bytes (GBytes      *bytes,
                     const char  *name,
                     GError     **error)
{
  GError *own = NULL;
  g_autoptr (GPtrArray) sheets = begins_with (bytes, "PK", 2) ? read_zip (bytes, &own) : read_plain (bytes, &own);

  if (own != NULL)
    {
      g_propagate_prefixed_error (error, own, "%s: ", name);
      return NULL;
    }
  if (sheets == NULL)
    {
      ys_error_set (error, YS_ERROR_INVALID, 0,
                    _("“%s” is no sheet that can be read here. Save it as XLSX, ODS or CSV."), name);
      return NULL;
    }

  remove_empty (sheets);
  if (sheets->len == 0)
    {
      ys_error_set (error, YS_ERROR_INVALID, 0, _("“%s” is empty."), name);
      return NULL;
    }

  return g_steal_pointer (&sheets);
}
