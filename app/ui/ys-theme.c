/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-theme.h"

#include <adwaita.h>

/* A chart's text at scale 1. [px] */
#define CHART_TEXT 13.0

YsTheme
ys_theme_get (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? YS_THEME_CONTRAST_DARK : YS_THEME_CONTRAST;

  return dark ? YS_THEME_DARK : YS_THEME_LIGHT;
}

void
ys_theme_watch (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
}

double
ys_theme_get_text_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return size * pango_cairo_context_get_resolution (context) / 72;
}

void
ys_theme_init_style (GtkWidget    *widget,
                     YsChartStyle *style)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);

  *style = (YsChartStyle) {
    .theme = ys_theme_get (),
    .font = pango_font_description_get_family (font),
    .text_scale = ys_theme_get_text_size (widget) / CHART_TEXT,
    .right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .transparent = TRUE,
  };
}
