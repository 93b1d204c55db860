/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-menu.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ys-chart-view.h"
#include "ys-theme.h"

#define MENU "ys-chart-menu"

/* A picture is for slides and paper. [px] */
#define PICTURE_WIDTH  1600
#define PICTURE_HEIGHT 900

static int
get_picture_height (YsChartView        *view,
                    const YsChartStyle *style)
{
  double least = ys_chart_get_height_for_width (ys_chart_view_get_chart (view),
                                                ys_chart_view_get_result (view), style,
                                                PICTURE_WIDTH);

  return MAX (PICTURE_HEIGHT, (int) ceil (least));
}

/* Copying */

static GdkTexture *
paint (YsChartView *view)
{
  YsChartStyle style = { .theme = YS_THEME_PRINT, .text_scale = 2 };
  int height = get_picture_height (view, &style);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, PICTURE_WIDTH, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  int stride = cairo_image_surface_get_stride (surface);

  ys_chart_draw (ys_chart_view_get_chart (view), ys_chart_view_get_result (view),
                 ys_chart_view_get_options (view), &style, cr, PICTURE_WIDTH, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height);
  cairo_surface_destroy (surface);

  return gdk_memory_texture_new (PICTURE_WIDTH, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

/* As a spreadsheet pastes it: cells parted by tabs. */
static char *
tabulate (YsChartView *view)
{
  g_autoptr (GPtrArray) rows = ys_chart_tabulate (ys_chart_view_get_chart (view),
                                                  ys_chart_view_get_result (view),
                                                  ys_chart_view_get_options (view));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *line = g_strjoinv ("\t", g_ptr_array_index (rows, i));

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (text, FALSE);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YsChartView *view = YS_CHART_VIEW (widget);
  g_autoptr (GdkTexture) picture = NULL;
  g_autofree char *table = NULL;
  g_autoptr (GdkContentProvider) content = NULL;

  if (ys_chart_view_get_result (view) == NULL)
    return;

  picture = paint (view);
  table = tabulate (view);
  content = gdk_content_provider_new_union (
    (GdkContentProvider *[]) {
      gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, picture),
      gdk_content_provider_new_typed (G_TYPE_STRING, table),
    }, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

/* Saving */

static void
say (GtkWidget  *widget,
     const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (text));
}

static void
save (YsChartView *view,
      const char  *path)
{
  YsChartStyle style = { .theme = YS_THEME_PRINT, .text_scale = 2 };
  g_autoptr (GError) error = NULL;

  if (ys_chart_save (ys_chart_view_get_chart (view), ys_chart_view_get_result (view),
                     ys_chart_view_get_options (view), &style, PICTURE_WIDTH,
                     get_picture_height (view, &style), path, &error))
    say (GTK_WIDGET (view), _("Picture saved"));
  else
    say (GTK_WIDGET (view), error->message);
}

static void
save_response_cb (YsChartView          *view,
                  int                   response,
                  GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT && ys_chart_view_get_result (view) != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      save (view, g_file_peek_path (file));
    }

  g_object_unref (chooser);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YsChartView *view = YS_CHART_VIEW (widget);
  g_autofree char *proposal = NULL;
  GtkFileChooserNative *chooser;

  if (ys_chart_view_get_result (view) == NULL)
    return;

  chooser = gtk_file_chooser_native_new (_("Save Picture"),
                                         GTK_WINDOW (gtk_widget_get_root (widget)),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  proposal = g_strconcat (ys_chart_get_name (ys_chart_view_get_chart (view)), ".png", NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), proposal);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_response_cb), view,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* The menu itself */

static GMenuModel *
build_model (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Copy"), "chart.copy");
  g_menu_append (menu, _("_Save Picture…"), "chart.save");

  return G_MENU_MODEL (menu);
}

static GtkPopover *
get_menu (GtkWidget *view)
{
  return g_object_get_data (G_OBJECT (view), MENU);
}

static GtkPopover *
menu_new (GtkWidget *view)
{
  g_autoptr (GMenuModel) model = build_model ();
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, view);
  g_object_set_data (G_OBJECT (view), MENU, menu);

  return GTK_POPOVER (menu);
}

static void
pop_up (GtkWidget *view,
        int        x,
        int        y)
{
  GtkPopover *menu = get_menu (view);

  if (menu == NULL)
    menu = menu_new (view);

  gtk_popover_set_pointing_to (menu, &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (menu);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  pop_up (widget, gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget) / 2);
}

static void
pressed_cb (GtkWidget *view,
            int        n_press,
            double     x,
            double     y)
{
  pop_up (view, (int) x, (int) y);
}

void
ys_chart_menu_install (GtkWidgetClass *view_class)
{
  gtk_widget_class_install_action (view_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (view_class, "chart.save", NULL, save_action);
  gtk_widget_class_install_action (view_class, "menu.popup", NULL, menu_action);
  gtk_widget_class_add_binding_action (view_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
  gtk_widget_class_add_binding_action (view_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (view_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
}

void
ys_chart_menu_attach (GtkWidget *view)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), view);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
}

void
ys_chart_menu_present (GtkWidget *view)
{
  if (get_menu (view) != NULL)
    gtk_popover_present (get_menu (view));
}

void
ys_chart_menu_detach (GtkWidget *view)
{
  GtkPopover *menu = get_menu (view);

  if (menu == NULL)
    return;

  g_object_set_data (G_OBJECT (view), MENU, NULL);
  gtk_widget_unparent (GTK_WIDGET (menu));
}
