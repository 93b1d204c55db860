/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-cells-private.h"

#include <string.h>

/* The parts of the format that a sheet of values needs. Source: ECMA-376, part 1, §18. */

typedef struct
{
  GBytes    *zip;
  GPtrArray *strings; /* (element-type utf8) shared */
  GArray    *dates;   /* (element-type gboolean) of each cell format: whether it shows a date */
  gboolean   is_1904; /* days count from 1 January 1904, as on old Macs */
} Book;

/* --- shared strings --------------------------------------------------------------------------- */

/* Text up to the end of the element, without how it is pronounced. */
static char *
read_text (xmlTextReader *reader,
           const char    *until)
{
  GString *text = g_string_new (NULL);
  gboolean spoken = FALSE, within = FALSE;

  while (!ys_xml_reader_ends (reader, until) && xmlTextReaderRead (reader) == 1)
    {
      int type = xmlTextReaderNodeType (reader);

      if (ys_xml_reader_begins (reader, "rPh"))
        spoken = TRUE;
      if (ys_xml_reader_begins (reader, "t"))
        within = TRUE;
      if (within && !spoken && (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE))
        g_string_append (text, (const char *) xmlTextReaderConstValue (reader));
      if (ys_xml_reader_ends (reader, "rPh"))
        spoken = FALSE;
      if (ys_xml_reader_ends (reader, "t"))
        within = FALSE;
    }

  return g_string_free (text, FALSE);
}

static gboolean
read_strings (Book    *book,
              GError **error)
{
  GError *own = NULL;
  g_autoptr (GBytes) xml = ys_zip_read (book->zip, "xl/sharedStrings.xml", &own);
  g_autoptr (xmlTextReader) reader = xml != NULL ? ys_xml_reader_new (xml) : NULL;

  while (reader != NULL && xmlTextReaderRead (reader) == 1)
    if (ys_xml_reader_begins (reader, "si"))
      g_ptr_array_add (book->strings, read_text (reader, "si"));

  if (own != NULL)
    g_propagate_error (error, own);
  return own == NULL;
}

/* --- which formats show dates ------------------------------------------------------------------ */

/* §18.8.30: the formats that every program knows. */
static gboolean
is_known_date (guint64 id)
{
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
}

/* Letters of a year outside of quotation marks and brackets. */
static gboolean
shows_date (const char *code)
{
  gboolean quoted = FALSE, bracketed = FALSE;

  for (; *code != '\0'; code++)
    {
      if (*code == '\\' && code[1] != '\0')
        code++;
      else if (*code == '"')
        quoted = !quoted;
      else if (*code == '[' || *code == ']')
        bracketed = *code == '[';
      else if (!quoted && !bracketed && strchr ("yYdD", *code) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
read_format (xmlTextReader *reader,
             GHashTable    *dates)
{
  g_autofree char *code = ys_xml_reader_dup (reader, "formatCode");
  guint64 id = ys_xml_reader_number (reader, "numFmtId", 0);

  if (code != NULL && shows_date (code))
    g_hash_table_add (dates, GSIZE_TO_POINTER (id + 1));
}

static gboolean
read_styles (Book    *book,
             GError **error)
{
  GError *own = NULL;
  g_autoptr (GBytes) xml = ys_zip_read (book->zip, "xl/styles.xml", &own);
  g_autoptr (xmlTextReader) reader = xml != NULL ? ys_xml_reader_new (xml) : NULL;
  g_autoptr (GHashTable) dates = g_hash_table_new (NULL, NULL);
  gboolean within = FALSE;

  while (reader != NULL && xmlTextReaderRead (reader) == 1)
    {
      if (ys_xml_reader_begins (reader, "numFmt"))
        read_format (reader, dates);
      if (ys_xml_reader_begins (reader, "cellXfs"))
        within = TRUE;
      if (within && ys_xml_reader_begins (reader, "xf"))
        {
          guint64 id = ys_xml_reader_number (reader, "numFmtId", 0);
          gboolean date = is_known_date (id) || g_hash_table_contains (dates, GSIZE_TO_POINTER (id + 1));

          g_array_append_val (book->dates, date);
        }
      if (ys_xml_reader_ends (reader, "cellXfs"))
        within = FALSE;
    }

  if (own != NULL)
    g_propagate_error (error, own);
  return own == NULL;
}

/* --- a sheet ---------------------------------------------------------------------------------- */

/* “C7”. FALSE: it is none. */
static gboolean
read_place (const char *text,
            gsize      *row,
            gsize      *column)
{
  gsize letters = 0;

  for (*column = 0; g_ascii_isalpha (*text) && letters < 4; text++, letters++)
    *column = *column * 26 + (gsize) (g_ascii_toupper (*text) - 'A' + 1);
  *row = g_ascii_strtoull (text, NULL, 10);
  if (*row < 1 || letters < 1)
    return FALSE;

  (*row)--;
  (*column)--;
  return TRUE;
}

static YsCell
make_cell (const Book *book,
           const char *type,
           guint64     style,
           const char *value)
{
  gboolean date = style < book->dates->len && g_array_index (book->dates, gboolean, style);
  double number = g_ascii_strtod (value, NULL);

  if (g_strcmp0 (type, "s") == 0)
    {
      guint64 index = g_ascii_strtoull (value, NULL, 10);

      return index < book->strings->len ? ys_cell_from_text (book->strings->pdata[index])
                                        : (YsCell) { YS_CELL_EMPTY };
    }
  if (g_strcmp0 (type, "str") == 0 || g_strcmp0 (type, "inlineStr") == 0 || g_strcmp0 (type, "e") == 0)
    return ys_cell_from_text (value);
  if (g_strcmp0 (type, "b") == 0)
    return (YsCell) { YS_CELL_EMPTY };

  return date ? ys_cell_from_days (number + (book->is_1904 ? 1462.0 : 0.0)) : ys_cell_from_number (number);
}

/* The value that was there when it was saved; a formula is somebody else's to work out. */
static char *
read_value (xmlTextReader *reader,
            const char    *type)
{
  GString *value;
  gboolean within = FALSE;

  if (g_strcmp0 (type, "inlineStr") == 0)
    return read_text (reader, "c");

  value = g_string_new (NULL);
  while (!ys_xml_reader_ends (reader, "c") && xmlTextReaderRead (reader) == 1)
    {
      if (ys_xml_reader_begins (reader, "v"))
        within = TRUE;
      if (within && xmlTextReaderNodeType (reader) == XML_READER_TYPE_TEXT)
        g_string_append (value, (const char *) xmlTextReaderConstValue (reader));
      if (ys_xml_reader_ends (reader, "v"))
        within = FALSE;
    }

  return g_string_free (value, FALSE);
}

static void
read_cell (const Book     *book,
           xmlTextReader  *reader,
           YsCellsBuilder *sheet)
{
  g_autofree char *place = ys_xml_reader_dup (reader, "r");
  g_autofree char *type = ys_xml_reader_dup (reader, "t");
  guint64 style = ys_xml_reader_number (reader, "s", 0);
  g_autofree char *value = read_value (reader, type);
  gsize row, column;

  if (*value != '\0' && place != NULL && read_place (place, &row, &column))
    ys_cells_builder_take (sheet, row, column, make_cell (book, type, style, value));
}

static YsCells *
read_sheet (const Book  *book,
            const char  *name,
            const char  *path,
            GError     **error)
{
  g_autoptr (YsCellsBuilder) sheet = ys_cells_builder_new (name);
  GError *own = NULL;
  g_autoptr (GBytes) xml = ys_zip_read (book->zip, path, &own);
  g_autoptr (xmlTextReader) reader = xml != NULL ? ys_xml_reader_new (xml) : NULL;

  while (reader != NULL && xmlTextReaderRead (reader) == 1)
    if (ys_xml_reader_begins (reader, "c"))
      read_cell (book, reader, sheet);

  if (own != NULL)
    {
      g_propagate_error (error, own);
      return NULL;
    }
  return ys_cells_builder_end (sheet, error);
}

/* --- the book --------------------------------------------------------------------------------- */

/* (element-type utf8 utf8) from ids to paths within the ZIP */
static GHashTable *
read_relations (Book *book)
{
  GHashTable *paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GBytes) xml = ys_zip_read (book->zip, "xl/_rels/workbook.xml.rels", NULL);
  g_autoptr (xmlTextReader) reader = xml != NULL ? ys_xml_reader_new (xml) : NULL;

  while (reader != NULL && xmlTextReaderRead (reader) == 1)
    if (ys_xml_reader_begins (reader, "Relationship"))
      {
        g_autofree char *id = ys_xml_reader_dup (reader, "Id");
        g_autofree char *target = ys_xml_reader_dup (reader, "Target");

        if (id != NULL && target != NULL)
          g_hash_table_insert (paths, g_steal_pointer (&id),
                               *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL));
      }

  return paths;
}

static gboolean
read_entry (Book           *book,
            xmlTextReader  *reader,
            GHashTable     *paths,
            GPtrArray      *sheets,
            GError        **error)
{
  /* r:id; sheetId is another attribute */
  g_autofree char *id = ys_xml_reader_dup (reader, "id");
  g_autofree char *name = ys_xml_reader_dup (reader, "name");
  const char *path = id != NULL ? g_hash_table_lookup (paths, id) : NULL;
  YsCells *cells;

  /* charts have pages of their own */
  if (path == NULL || strstr (path, "worksheets/") == NULL)
    return TRUE;

  cells = read_sheet (book, name, path, error);
  if (cells != NULL)
    g_ptr_array_add (sheets, cells);

  return cells != NULL;
}

static gboolean
read_book (Book       *book,
           GBytes     *xml,
           GPtrArray  *sheets,
           GError    **error)
{
  g_autoptr (xmlTextReader) reader = ys_xml_reader_new (xml);
  g_autoptr (GHashTable) paths = read_relations (book);

  if (!read_strings (book, error) || !read_styles (book, error))
    return FALSE;

  while (xmlTextReaderRead (reader) == 1)
    {
      if (ys_xml_reader_begins (reader, "workbookPr"))
        {
          g_autofree char *date1904 = ys_xml_reader_dup (reader, "date1904");

          book->is_1904 = g_strcmp0 (date1904, "1") == 0 || g_strcmp0 (date1904, "true") == 0;
        }
      if (ys_xml_reader_begins (reader, "sheet") && !read_entry (book, reader, paths, sheets, error))
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
ys_cells_read_xlsx (GBytes  *zip,
                    GError **error)
{
  g_autoptr (GBytes) xml = ys_zip_read (zip, "xl/workbook.xml", error);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_cells_free);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (gboolean));
  Book book = { .zip = zip, .strings = strings, .dates = dates };

  if (xml == NULL || !read_book (&book, xml, sheets, error))
    return NULL;

  return g_steal_pointer (&sheets);
}
