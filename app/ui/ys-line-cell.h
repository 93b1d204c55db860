/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-document.h"
#include "ys-form.h"
#include "ys-line-list.h"

G_BEGIN_DECLS

/**
 * YsLineCell:
 *
 * One field of a line in a table: words to read, and an entry while it is edited (Enter, F2, a second
 * click, or just typing; Escape takes it back). What is typed and makes no sense stays in sight.
 *
 * #YsLineCell::refer is emitted where something else stands instead of the field, to be edited there.
 */
#define YS_TYPE_LINE_CELL (ys_line_cell_get_type ())
G_DECLARE_FINAL_TYPE (YsLineCell, ys_line_cell, YS, LINE_CELL, AdwBin)

/* @field: is to stay, as the columns of the table do */
GtkWidget         *ys_line_cell_new       (const YsFormField *field) G_GNUC_WARN_UNUSED_RESULT;

void               ys_line_cell_set       (YsLineCell *self,
                                           YsDocument *document,
                                           guint       alternative,
                                           YsLineItem *item);
YsLineItem        *ys_line_cell_get_item  (YsLineCell *self);
const YsFormField *ys_line_cell_get_field (YsLineCell *self);

/* @text: (nullable): typed in place of what is there */
void               ys_line_cell_edit      (YsLineCell *self,
                                           const char *text);
gboolean           ys_line_cell_is_edited (YsLineCell *self);

G_END_DECLS
