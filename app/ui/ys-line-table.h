/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-document.h"

G_BEGIN_DECLS

/**
 * YsLineTable:
 *
 * The lines of an alternative, a row each, a cell of which is edited in place. Arrow keys go from cell
 * to cell. Lines are added, taken out, doubled and moved by the actions “lines.…”, with their keys and
 * the menu of a row.
 *
 * #YsLineTable:line is the index of the line that leads the selection, or −1. #YsLineTable::refer, with
 * the id of a field, is emitted to have what is no cell of the table edited where it is.
 */
#define YS_TYPE_LINE_TABLE (ys_line_table_get_type ())
G_DECLARE_FINAL_TYPE (YsLineTable, ys_line_table, YS, LINE_TABLE, AdwBin)

/* @alternative: index of one, or −1 */
void       ys_line_table_set          (YsLineTable *self,
                                       YsDocument  *document,
                                       int          alternative);
/* What the document says now. */
void       ys_line_table_update       (YsLineTable *self);
int        ys_line_table_get_line     (YsLineTable *self);
/* (element-type YsLine): immutable, in the order of the alternative */
GPtrArray *ys_line_table_dup_selected (YsLineTable *self) G_GNUC_WARN_UNUSED_RESULT;
/* The keyboard goes to the cell of that line and field; FALSE: there is none such. @field: NULL: the
 * first one */
gboolean   ys_line_table_go_to        (YsLineTable *self,
                                       const char  *line,
                                       const char  *field);

G_END_DECLS
