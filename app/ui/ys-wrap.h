/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children beside each other as long as there is room, then in a further row, as words in a paragraph;
 * each row takes the whole width, each child its share of it by its natural width. */
#define YS_TYPE_WRAP (ys_wrap_get_type ())
G_DECLARE_FINAL_TYPE (YsWrap, ys_wrap, YS, WRAP, GtkWidget)

GtkWidget *ys_wrap_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void       ys_wrap_append (YsWrap    *self,
                           GtkWidget *child);

G_END_DECLS
