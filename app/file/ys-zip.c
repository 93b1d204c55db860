/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>
#include <string.h>

#include "ys-cells-private.h"
#include "ys-error.h"

/* More than any sheet that somebody reads; less than what hurts. */
#define MOST_BYTES (256 * 1024 * 1024)

typedef struct archive Archive;

static void
archive_close (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_close)

static gboolean
complain (GError **error)
{
  ys_error_set (error, YS_ERROR_INVALID, 0,
                _("The file is damaged. Open it in the spreadsheet and save it once more."));
  return FALSE;
}

static gboolean
read_all (Archive     *archive,
          GByteArray  *bytes,
          GError     **error)
{
  guint8 block[65536];
  la_ssize_t n;

  while ((n = archive_read_data (archive, block, sizeof block)) > 0)
    {
      g_byte_array_append (bytes, block, (guint) n);
      if (bytes->len > MOST_BYTES)
        {
          ys_error_set (error, YS_ERROR_INVALID, 0,
                        _("The file unpacks to more than any sheet needs. Save the part you need by itself."));
          return FALSE;
        }
    }

  return n == 0 || complain (error);
}

GBytes *
ys_zip_read (GBytes      *zip,
             const char  *path,
             GError     **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct archive_entry *entry;
  gsize size;
  const void *data = g_bytes_get_data (zip, &size);
  int status;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    {
      complain (error);
      return NULL;
    }

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      const char *own = archive_entry_pathname (entry);

      if (g_strcmp0 (own, path) != 0)
        continue;
      return read_all (archive, bytes, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
    }

  if (status != ARCHIVE_EOF)
    complain (error);
  return NULL;
}

/* --- what is in it ---------------------------------------------------------------------------- */

static void
pass_over (void       *data,
           const char *format,
           ...)
{
}

xmlTextReader *
ys_xml_reader_new (GBytes *xml)
{
  gsize size;
  const char *data = g_bytes_get_data (xml, &size);
  /* of nothing there would be no reader */
  xmlTextReader *reader
    = xmlReaderForMemory (size > 0 ? data : " ", (int) MAX (size, 1), NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

  xmlTextReaderSetErrorHandler (reader, (xmlTextReaderErrorFunc) pass_over, NULL);

  return reader;
}

static gboolean
is_called (xmlTextReader *reader,
           const char    *name)
{
  return g_strcmp0 ((const char *) xmlTextReaderConstLocalName (reader), name) == 0;
}

gboolean
ys_xml_reader_begins (xmlTextReader *reader,
                      const char    *name)
{
  return xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT && is_called (reader, name);
}

gboolean
ys_xml_reader_ends (xmlTextReader *reader,
                    const char    *name)
{
  gboolean ends = xmlTextReaderNodeType (reader) == XML_READER_TYPE_END_ELEMENT
                  || (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT
                      && xmlTextReaderIsEmptyElement (reader));

  return ends && is_called (reader, name);
}

char *
ys_xml_reader_dup (xmlTextReader *reader,
                   const char    *attribute)
{
  char *value = NULL;

  while (value == NULL && xmlTextReaderMoveToNextAttribute (reader) == 1)
    if (is_called (reader, attribute))
      value = g_strdup ((const char *) xmlTextReaderConstValue (reader));
  xmlTextReaderMoveToElement (reader);

  return value;
}

guint64
ys_xml_reader_number (xmlTextReader *reader,
                      const char    *attribute,
                      guint64        otherwise)
{
  g_autofree char *text = ys_xml_reader_dup (reader, attribute);

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : otherwise;
}
