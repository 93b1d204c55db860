/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-view-private.h"

#include <glib/gi18n.h>

#include "ys-theme.h"

gboolean
ys_chart_view_is_drawable (YsChartView *self)
{
  return self->chart != NULL && self->result != NULL;
}

/* Accessibility */

void
ys_chart_view_describe (YsChartView *self)
{
  g_autofree char *text = NULL;

  if (self->chart == NULL)
    return;

  if (self->result != NULL)
    text = ys_chart_describe (self->chart, self->result, &self->options);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, ys_chart_get_name (self->chart),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "",
                                  -1);
}

/* Screen readers say a name again when it changes: so the mark under the cursor is spoken. */
static void
speak_hit (YsChartView *self)
{
  g_autofree char *text = NULL;

  /* Translators: name of a chart, then what one of its marks says. */
  text = g_strdup_printf (_("%s: %s"), ys_chart_get_name (self->chart), self->hit.text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* Reading */

static void
show_hit (YsChartView *self,
          gboolean     has_hit,
          YsChartHit  *hit)
{
  if (self->has_hit)
    ys_chart_hit_clear (&self->hit);

  self->has_hit = has_hit;
  if (has_hit)
    self->hit = *hit;

  gtk_label_set_text (GTK_LABEL (self->reading), has_hit ? self->hit.text : "");
  gtk_widget_set_child_visible (self->reading, has_hit && self->hit.text != NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
pick (YsChartView *self,
      double       x,
      double       y,
      YsChartHit  *hit)
{
  YsChartStyle style;

  if (!ys_chart_view_is_drawable (self))
    return FALSE;

  ys_theme_init_style (GTK_WIDGET (self), &style);

  return ys_chart_pick (self->chart, self->result, &self->options, &style,
                        gtk_widget_get_width (GTK_WIDGET (self)),
                        gtk_widget_get_height (GTK_WIDGET (self)), x, y, hit);
}

static void
read_pointer (YsChartView *self)
{
  YsChartHit hit = { 0 };
  gboolean has_hit = pick (self, self->options.hover_x, self->options.hover_y, &hit);

  show_hit (self, has_hit, &hit);
}

static void
read_cursor (YsChartView *self)
{
  YsChartHit hit = { 0 };
  YsChartStyle style;
  gboolean has_hit;

  ys_theme_init_style (GTK_WIDGET (self), &style);
  has_hit = ys_chart_get_mark (self->chart, self->result, &self->options, &style,
                               gtk_widget_get_width (GTK_WIDGET (self)),
                               gtk_widget_get_height (GTK_WIDGET (self)),
                               self->options.focus_mark, &hit);
  show_hit (self, has_hit, &hit);
  if (has_hit)
    speak_hit (self);
}

void
ys_chart_view_forget_reading (YsChartView *self)
{
  self->options.has_hover = FALSE;
  self->options.has_focus = FALSE;
  show_hit (self, FALSE, NULL);
  ys_chart_view_describe (self);
}

void
ys_chart_view_read_again (YsChartView *self)
{
  if (ys_chart_view_is_drawable (self) && self->options.has_hover)
    read_pointer (self);
  else if (ys_chart_view_is_drawable (self) && self->options.has_focus)
    read_cursor (self);
  else
    show_hit (self, FALSE, NULL);

  if (!self->options.has_focus)
    ys_chart_view_describe (self);
}

/* Pointer */

/* A pointer that rests is told to GTK's widgets again whenever anything moves beneath it; it must
 * not take the reading away from the keyboard. */
static void
motion_cb (YsChartView *self,
           double       x,
           double       y)
{
  if (x == self->options.hover_x && y == self->options.hover_y)
    return;

  self->options.has_focus = FALSE;
  self->options.has_hover = TRUE;
  self->options.hover_x = x;
  self->options.hover_y = y;
  read_pointer (self);
}

static void
leave_cb (YsChartView *self)
{
  self->options.hover_x = self->options.hover_y = -1;
  if (!self->options.has_focus)
    ys_chart_view_forget_reading (self);
}

static void
pressed_cb (YsChartView *self,
            int          n_press,
            double       x,
            double       y)
{
  YsChartHit hit = { 0 };

  if (!pick (self, x, y, &hit))
    return;

  if (hit.alternative >= 0)
    ys_chart_view_set_selected (self, hit.alternative);
  ys_chart_hit_clear (&hit);
}

/* Keyboard */

static int
get_direction (YsChartView *self,
               guint        key)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return 1;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return -1;

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return mirrored ? -1 : 1;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return mirrored ? 1 : -1;

    default:
      return 0;
    }
}

static gboolean
move_cursor (YsChartView *self,
             guint        key)
{
  gsize n_marks = ys_chart_count_marks (self->chart, self->result, &self->options);
  int direction = get_direction (self, key);
  gsize mark = self->options.focus_mark;

  if (n_marks == 0)
    return FALSE;

  if (key == GDK_KEY_Home)
    mark = 0;
  else if (key == GDK_KEY_End)
    mark = n_marks - 1;
  else if (direction == 0)
    return FALSE;
  else if (!self->options.has_focus)
    mark = direction > 0 ? 0 : n_marks - 1;
  else if (direction > 0)
    mark = MIN (mark + 1, n_marks - 1);
  else if (mark > 0)
    mark--;

  self->options.has_hover = FALSE;
  self->options.has_focus = TRUE;
  self->options.focus_mark = mark;
  read_cursor (self);

  return TRUE;
}

static gboolean
key_pressed_cb (YsChartView     *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  if (!ys_chart_view_is_drawable (self) || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (self->has_hit && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space))
    {
      if (self->hit.alternative >= 0)
        ys_chart_view_set_selected (self, self->hit.alternative);
      return GDK_EVENT_STOP;
    }

  if (self->options.has_focus && key == GDK_KEY_Escape)
    {
      ys_chart_view_forget_reading (self);
      return GDK_EVENT_STOP;
    }

  return move_cursor (self, key) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

void
ys_chart_view_add_controllers (YsChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (ys_chart_view_forget_reading), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);

  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
