/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/xmlreader.h>

#include "ys-cells.h"

G_BEGIN_DECLS

/* --- cells before it is known how many there are ------------------------------------------------ */

typedef struct
{
  char   *name;
  GArray *places;    /* (element-type gsize) row, then column, of each cell */
  GArray *cells;     /* (element-type YsCell) */
  gsize   n_rows;
  gsize   n_columns;
} YsCellsBuilder;

YsCellsBuilder *ys_cells_builder_new  (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void            ys_cells_builder_free (YsCellsBuilder *builder);
/* Takes the text of the cell. Beyond the bounds of ys-cells.h it is only counted. */
void            ys_cells_builder_take (YsCellsBuilder *builder,
                                       gsize           row,
                                       gsize           column,
                                       YsCell          cell);
/* Errors: YS_ERROR_INVALID: there are too many */
YsCells        *ys_cells_builder_end  (YsCellsBuilder  *builder,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;

YsCell          ys_cell_from_text     (const char *text);
YsCell          ys_cell_from_number   (double number);
/* @days: since 30 December 1899, as spreadsheets count */
YsCell          ys_cell_from_days     (double days);

/* --- files within a file ------------------------------------------------------------------------ */

/* Returns: (transfer full) (nullable): the XML file of that path within a ZIP, to be read from its
 *   beginning; NULL with YS_ERROR_INVALID if it is damaged or unpacks to more than any sheet needs; NULL
 *   without an error if there is none */
GBytes         *ys_zip_read           (GBytes      *zip,
                                       const char  *path,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* Without network, and without entities. */
xmlTextReader  *ys_xml_reader_new     (GBytes *xml) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the reader is at the beginning (or the end) of an element of that local name. */
gboolean        ys_xml_reader_begins  (xmlTextReader *reader,
                                       const char    *name);
gboolean        ys_xml_reader_ends    (xmlTextReader *reader,
                                       const char    *name);
/* By its local name; NULL: not given. */
char           *ys_xml_reader_dup     (xmlTextReader *reader,
                                       const char    *attribute) G_GNUC_WARN_UNUSED_RESULT;
guint64         ys_xml_reader_number  (xmlTextReader *reader,
                                       const char    *attribute,
                                       guint64        otherwise);

/* --- kinds of files ----------------------------------------------------------------------------- */

/* Their sheets (element-type YsCells), empty ones among them. NULL without an error: it is no such file. */
GPtrArray      *ys_cells_read_xlsx    (GBytes  *zip,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *ys_cells_read_ods     (GBytes  *zip,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCellsBuilder, ys_cells_builder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)

G_END_DECLS
