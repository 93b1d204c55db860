/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The desktop's list of recent files, as far as it concerns scenarios. */
void   ys_recent_add  (GFile *file);

/* Returns: (transfer full) (element-type GtkRecentInfo): the latest first */
GList *ys_recent_list (guint most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
