/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the window remembers. Where the schema is not installed, nothing is remembered and the
 * defaults hold. */

/* Ids of the metrics the table of figures shows. */
GStrv ys_settings_dup_columns    (void) G_GNUC_WARN_UNUSED_RESULT;
void  ys_settings_set_columns    (const char *const *columns);

/* Name of the page a scenario opens on; may be one that does not exist. */
char *ys_settings_dup_page       (void) G_GNUC_WARN_UNUSED_RESULT;
void  ys_settings_set_page       (const char *page);

/* Of new scenarios: an ISO 4217 code, the country's unless one is chosen; how often they are played
 * through. */
char *ys_settings_dup_currency   (void) G_GNUC_WARN_UNUSED_RESULT;
gsize ys_settings_get_trials     (void);

/* Size and state of the window, now and whenever it changes. */
void  ys_settings_remember_window (GtkWindow *window);

G_END_DECLS
