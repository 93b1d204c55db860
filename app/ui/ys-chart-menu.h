/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with a chart on the screen: copy it, as a picture and as a table, or save it as
 * a picture. By right click, Shift+F10 or the menu key; actions chart.copy and chart.save. */
void ys_chart_menu_install (GtkWidgetClass *view_class);
void ys_chart_menu_attach  (GtkWidget *view);
/* Where GTK wants it: when the view is given its place, and when it goes. */
void ys_chart_menu_present (GtkWidget *view);
void ys_chart_menu_detach  (GtkWidget *view);

G_END_DECLS
