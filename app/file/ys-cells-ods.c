/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-cells-private.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  xmlTextReader  *xml;
  GPtrArray      *sheets;
  YsCellsBuilder *sheet;
  gsize           row;
  gsize           n_rows;    /* alike, from row on */
  gsize           column;
  gsize           n_columns;
  YsCell          cell;
  gboolean        has_value; /* else its text is all there is */
  GString        *text;
  int             notes;     /* depth of annotations, which are no contents */
} Reading;

/* A value as the file keeps it, whatever it looks like on screen. */
static void
begin_cell (Reading *reading)
{
  g_autofree char *type = ys_xml_reader_dup (reading->xml, "value-type");
  g_autofree char *value = ys_xml_reader_dup (reading->xml, "value");
  g_autofree char *date = ys_xml_reader_dup (reading->xml, "date-value");
  int year, month;

  reading->n_columns = ys_xml_reader_number (reading->xml, "number-columns-repeated", 1);
  g_string_truncate (reading->text, 0);
  reading->has_value = FALSE;

  if (date != NULL && sscanf (date, "%4d-%2d", &year, &month) == 2)
    reading->cell = (YsCell) { .kind = YS_CELL_DATE, .year = year, .month = CLAMP (month, 1, 12) };
  else if (value != NULL && g_strcmp0 (type, "boolean") != 0)
    reading->cell = ys_cell_from_number (g_ascii_strtod (value, NULL));
  else
    return;

  reading->has_value = TRUE;
}

/* What is said to be repeated to the end of the sheet is mostly nothing; else it is bounded. */
static void
end_cell (Reading *reading)
{
  gsize n_rows = MIN (reading->n_rows, YS_MAX_CELL_ROWS + 1);
  gsize n_columns = MIN (reading->n_columns, YS_MAX_CELL_COLUMNS + 1);

  if (reading->has_value || reading->text->len > 0)
    for (gsize i = 0; i < n_rows && reading->sheet->cells->len < YS_MAX_CELLS; i++)
      for (gsize k = 0; k < n_columns; k++)
        ys_cells_builder_take (reading->sheet, reading->row + i, reading->column + k,
                               reading->has_value ? reading->cell : ys_cell_from_text (reading->text->str));

  reading->column += reading->n_columns;
}

static void
begin_sheet (Reading *reading)
{
  g_autofree char *name = ys_xml_reader_dup (reading->xml, "name");

  g_clear_pointer (&reading->sheet, ys_cells_builder_free);
  reading->sheet = ys_cells_builder_new (name);
  reading->row = 0;
}

static gboolean
end_sheet (Reading  *reading,
           GError  **error)
{
  YsCells *cells = ys_cells_builder_end (reading->sheet, error);

  g_clear_pointer (&reading->sheet, ys_cells_builder_free);
  if (cells != NULL)
    g_ptr_array_add (reading->sheets, cells);

  return cells != NULL;
}

static gboolean
is_cell (Reading *reading,
         gboolean (*is) (xmlTextReader *, const char *))
{
  return is (reading->xml, "table-cell") || is (reading->xml, "covered-table-cell");
}

static void
read_beginning (Reading *reading)
{
  if (ys_xml_reader_begins (reading->xml, "table"))
    begin_sheet (reading);
  else if (ys_xml_reader_begins (reading->xml, "table-row"))
    {
      reading->n_rows = ys_xml_reader_number (reading->xml, "number-rows-repeated", 1);
      reading->column = 0;
    }
  else if (is_cell (reading, ys_xml_reader_begins))
    begin_cell (reading);
  else if (ys_xml_reader_begins (reading->xml, "p") && reading->text->len > 0)
    g_string_append_c (reading->text, '\n');
  else if (ys_xml_reader_begins (reading->xml, "s"))
    g_string_append_c (reading->text, ' ');
}

static gboolean
read_node (Reading  *reading,
           GError  **error)
{
  int type = xmlTextReaderNodeType (reading->xml);

  if (ys_xml_reader_begins (reading->xml, "annotation"))
    reading->notes++;
  if (reading->notes > 0)
    {
      reading->notes -= ys_xml_reader_ends (reading->xml, "annotation");
      return TRUE;
    }

  read_beginning (reading);
  if ((type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE) && reading->sheet != NULL)
    g_string_append (reading->text, (const char *) xmlTextReaderConstValue (reading->xml));

  if (reading->sheet != NULL && is_cell (reading, ys_xml_reader_ends))
    end_cell (reading);
  else if (ys_xml_reader_ends (reading->xml, "table-row"))
    reading->row += reading->n_rows;
  else if (reading->sheet != NULL && ys_xml_reader_ends (reading->xml, "table"))
    return end_sheet (reading, error);

  return TRUE;
}

GPtrArray *
ys_cells_read_ods (GBytes  *zip,
                   GError **error)
{
  g_autoptr (GBytes) xml = ys_zip_read (zip, "content.xml", error);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_cells_free);
  g_autoptr (xmlTextReader) reader = xml != NULL ? ys_xml_reader_new (xml) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { .xml = reader, .sheets = sheets, .text = text, .n_rows = 1 };
  gboolean fine = TRUE;

  if (xml == NULL)
    return NULL;

  while (fine && xmlTextReaderRead (reader) == 1)
    fine = read_node (&reading, error);
  g_clear_pointer (&reading.sheet, ys_cells_builder_free);

  return fine ? g_steal_pointer (&sheets) : NULL;
}
