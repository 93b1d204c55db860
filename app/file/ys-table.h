/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of cells. */
typedef struct
{
  GPtrArray *rows; /* (element-type GPtrArray of char *) the first one the headings */
} YsTable;

YsTable *ys_table_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void     ys_table_free      (YsTable *table);

/* Cells go to the row begun last; the table takes the text. */
void     ys_table_begin_row (YsTable *table);
void     ys_table_take_cell (YsTable *table,
                             char    *text);

/* For people: the first column to the left, the others to the right; headings and names that are
 * long go over several lines. */
char    *ys_table_to_text   (const YsTable *table) G_GNUC_WARN_UNUSED_RESULT;

/* For programs: RFC 4180. Text that a spreadsheet would take for a formula (=, +, -, @ at the start) has an
 * apostrophe in front, as one would type it there; see OWASP, CSV injection. */
char    *ys_table_to_csv    (const YsTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* The same for the clipboard, as spreadsheets paste it. */
char    *ys_table_to_tabs   (const YsTable *table) G_GNUC_WARN_UNUSED_RESULT;

/* Breaks text between words so that no line has more than width columns, if words allow it. */
char    *ys_table_wrap      (const char *text,
                             int         width) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsTable, ys_table_free)

G_END_DECLS
