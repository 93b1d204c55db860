/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of a table: every child but the first in a column of one width, the same in all rows, and
 * the first in what they leave. Columns are as wide as the text is large. */
#define YS_TYPE_COLUMNS (ys_columns_get_type ())
G_DECLARE_FINAL_TYPE (YsColumns, ys_columns, YS, COLUMNS, GtkWidget)

void ys_columns_append    (YsColumns *self,
                           GtkWidget *child);
/* Removes all but the first. */
void ys_columns_remove_all (YsColumns *self);

G_END_DECLS
