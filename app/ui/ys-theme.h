/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ys-chart.h"

G_BEGIN_DECLS

/* The theme of charts and colours that goes with the desktop's: light, dark, high contrast. */
YsTheme ys_theme_get           (void);

/* Of text in this place. [px] */
double  ys_theme_get_text_size (GtkWidget *widget);

/* Has the widget drawn anew whenever the theme changes. */
void    ys_theme_watch         (GtkWidget *widget);

/* The look of a chart in this place: theme, font, text size, direction of reading. @style borrows
 * from the widget and holds until its next style change. */
void    ys_theme_init_style    (GtkWidget    *widget,
                                YsChartStyle *style);

G_END_DECLS
