/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-alternative-drag.h"

static gboolean
is_in_lower_half (GtkWidget *row,
                  double     y)
{
  return y > gtk_widget_get_height (row) / 2.0;
}

/* Where the one from @from would stand when dropped above or below @row. */
static int
find_place (YsAlternativeRow *row,
            int               from,
            double            y)
{
  int gap = (int) ys_alternative_row_get_alternative (row)
            + is_in_lower_half (GTK_WIDGET (row), y);

  return gap > from ? gap - 1 : gap;
}

/* A line where it would go. */
static void
mark (GtkWidget  *row,
      const char *css_class)
{
  gtk_widget_remove_css_class (row, "drop-above");
  gtk_widget_remove_css_class (row, "drop-below");
  if (css_class != NULL)
    gtk_widget_add_css_class (row, css_class);
}

/* What is dragged */

static GdkContentProvider *
prepare_cb (GtkWidget *row)
{
  return gdk_content_provider_new_typed (YS_TYPE_ALTERNATIVE_ROW, row);
}

static void
drag_begin_cb (GtkWidget     *row,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

/* Where it is dropped */

static GdkDragAction
motion_cb (GtkWidget *row,
           double     x,
           double     y)
{
  mark (row, is_in_lower_half (row, y) ? "drop-below" : "drop-above");

  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkWidget *row)
{
  mark (row, NULL);
}

static gboolean
drop_cb (YsAlternativeRow *row,
         const GValue     *value,
         double            x,
         double            y)
{
  YsAlternativeRow *dragged = g_value_get_object (value);
  int from = (int) ys_alternative_row_get_alternative (dragged);
  int to = find_place (row, from, y);

  mark (GTK_WIDGET (row), NULL);
  /* An alternative of another window rests on the assumptions there. */
  if (gtk_widget_get_root (GTK_WIDGET (dragged)) != gtk_widget_get_root (GTK_WIDGET (row)))
    return FALSE;

  if (to != from)
    g_signal_emit_by_name (row, "moved", from, to);

  return TRUE;
}

void
ys_alternative_drag_attach (YsAlternativeRow *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (YS_TYPE_ALTERNATIVE_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));

  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), row);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), row);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
}
