/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-view.h"

#include <glib/gi18n.h>

#include "ys-chart-menu.h"
#include "ys-theme.h"

#define LEAST_WIDTH 360 /* px */
#define READING_GAP 6   /* px between a mark and what is said of it */

struct _YsChartView
{
  GtkWidget       parent_instance;

  const YsChart  *chart;
  YsResult       *result;
  YsResult       *before;
  YsChartOptions  options;
  YsChartHit      hit;      /* under the pointer or the keyboard cursor; valid while has_hit */
  gboolean        has_hit;
  GtkWidget      *reading;  /* label with the text of hit */
};

enum
{
  PROP_CHART = 1,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsChartView, ys_chart_view, GTK_TYPE_WIDGET)

static gboolean
is_drawable (YsChartView *self)
{
  return self->chart != NULL && self->result != NULL;
}

/* Accessibility */

static void
update_accessible (YsChartView *self)
{
  g_autofree char *text = NULL;

  if (!is_drawable (self))
    return;

  text = ys_chart_describe (self->chart, self->result, &self->options);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, ys_chart_get_name (self->chart),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
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

  if (!is_drawable (self))
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

static void
forget_reading (YsChartView *self)
{
  self->options.has_hover = FALSE;
  self->options.has_focus = FALSE;
  show_hit (self, FALSE, NULL);
  update_accessible (self);
}

static void
read_again (YsChartView *self)
{
  if (is_drawable (self) && self->options.has_hover)
    read_pointer (self);
  else if (is_drawable (self) && self->options.has_focus)
    read_cursor (self);
  else
    show_hit (self, FALSE, NULL);

  if (!self->options.has_focus)
    update_accessible (self);
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
    forget_reading (self);
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
  if (!is_drawable (self) || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (self->has_hit && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space))
    {
      if (self->hit.alternative >= 0)
        ys_chart_view_set_selected (self, self->hit.alternative);
      return GDK_EVENT_STOP;
    }

  if (self->options.has_focus && key == GDK_KEY_Escape)
    {
      forget_reading (self);
      return GDK_EVENT_STOP;
    }

  return move_cursor (self, key) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* Size and drawing */

static GtkSizeRequestMode
ys_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ys_chart_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  YsChartView *self = YS_CHART_VIEW (widget);
  YsChartStyle style;

  *minimum = *natural = LEAST_WIDTH;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || !is_drawable (self))
    return;

  ys_theme_init_style (widget, &style);
  *minimum = *natural = (int) ceil (ys_chart_get_height_for_width (self->chart, self->result, &style,
                                                                   MAX (for_size, LEAST_WIDTH)));
}

/* Above the mark where there is room, else below it; never over the edge. */
static void
allocate_reading (YsChartView *self,
                  int          width,
                  int          height)
{
  const cairo_rectangle_t *area = &self->hit.area;
  GtkRequisition size;
  GtkAllocation place;

  gtk_widget_get_preferred_size (self->reading, NULL, &size);
  place.width = MIN (size.width, width);
  place.height = size.height;
  place.x = CLAMP ((int) (area->x + (area->width - place.width) / 2), 0, width - place.width);
  place.y = (int) area->y - place.height - READING_GAP;
  if (place.y < 0)
    place.y = MIN ((int) (area->y + area->height) + READING_GAP, height - place.height);

  gtk_widget_size_allocate (self->reading, &place, -1);
}

static void
ys_chart_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  YsChartView *self = YS_CHART_VIEW (widget);

  if (self->has_hit)
    allocate_reading (self, width, height);
  ys_chart_menu_present (widget);
}

static void
ys_chart_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  YsChartView *self = YS_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  YsChartStyle style;
  cairo_t *cr;

  if (!is_drawable (self))
    return;

  ys_theme_init_style (widget, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  ys_chart_draw (self->chart, self->result, &self->options, &style, cr, width, height);
  cairo_destroy (cr);

  gtk_widget_snapshot_child (widget, self->reading, snapshot);
}

static void
set_chart (YsChartView *self,
           const char  *id)
{
  self->chart = id != NULL ? ys_chart_find (id) : NULL;
  g_warn_if_fail (id == NULL || self->chart != NULL);
}

static void
ys_chart_view_dispose (GObject *object)
{
  YsChartView *self = YS_CHART_VIEW (object);

  ys_chart_menu_detach (GTK_WIDGET (self));
  g_clear_pointer (&self->reading, gtk_widget_unparent);

  G_OBJECT_CLASS (ys_chart_view_parent_class)->dispose (object);
}

static void
ys_chart_view_finalize (GObject *object)
{
  YsChartView *self = YS_CHART_VIEW (object);

  if (self->has_hit)
    ys_chart_hit_clear (&self->hit);
  g_clear_pointer (&self->result, ys_result_unref);
  g_clear_pointer (&self->before, ys_result_unref);

  G_OBJECT_CLASS (ys_chart_view_parent_class)->finalize (object);
}

static void
ys_chart_view_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  YsChartView *self = YS_CHART_VIEW (object);

  switch (id)
    {
    case PROP_CHART:
      g_value_set_string (value, self->chart != NULL ? ys_chart_get_id (self->chart) : NULL);
      break;

    case PROP_SELECTED:
      g_value_set_int (value, self->options.alternative);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_chart_view_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  YsChartView *self = YS_CHART_VIEW (object);

  switch (id)
    {
    case PROP_CHART:
      set_chart (self, g_value_get_string (value));
      break;

    case PROP_SELECTED:
      ys_chart_view_set_selected (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_chart_view_class_init (YsChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ys_chart_view_dispose;
  object_class->finalize = ys_chart_view_finalize;
  object_class->get_property = ys_chart_view_get_property;
  object_class->set_property = ys_chart_view_set_property;

  widget_class->get_request_mode = ys_chart_view_get_request_mode;
  widget_class->measure = ys_chart_view_measure;
  widget_class->size_allocate = ys_chart_view_size_allocate;
  widget_class->snapshot = ys_chart_view_snapshot;

  properties[PROP_CHART] =
    g_param_spec_string ("chart", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] =
    g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  ys_chart_menu_install (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (YsChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (forget_reading), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);

  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static GtkWidget *
reading_new (GtkWidget *parent)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_add_css_class (label, "reading");
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_set_child_visible (label, FALSE);
  gtk_widget_set_parent (label, parent);

  return label;
}

static void
ys_chart_view_init (YsChartView *self)
{
  ys_chart_options_init (&self->options);
  self->reading = reading_new (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_controllers (self);
  ys_chart_menu_attach (GTK_WIDGET (self));
  ys_theme_watch (GTK_WIDGET (self));
}

void
ys_chart_view_set_results (YsChartView    *self,
                           const YsResult *result,
                           const YsResult *before)
{
  YsResult *old_result, *old_before;

  g_return_if_fail (YS_IS_CHART_VIEW (self));

  old_result = self->result;
  old_before = self->before;
  self->result = result != NULL ? ys_result_ref (result) : NULL;
  self->before = before != NULL ? ys_result_ref (before) : NULL;
  self->options.before = self->before;
  g_clear_pointer (&old_result, ys_result_unref);
  g_clear_pointer (&old_before, ys_result_unref);

  read_again (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

int
ys_chart_view_get_selected (YsChartView *self)
{
  g_return_val_if_fail (YS_IS_CHART_VIEW (self), -1);

  return self->options.alternative;
}

void
ys_chart_view_set_selected (YsChartView *self,
                            int          selected)
{
  g_return_if_fail (YS_IS_CHART_VIEW (self));

  if (selected == self->options.alternative)
    return;

  self->options.alternative = selected;
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

const YsChart *
ys_chart_view_get_chart (YsChartView *self)
{
  g_return_val_if_fail (YS_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

const YsResult *
ys_chart_view_get_result (YsChartView *self)
{
  g_return_val_if_fail (YS_IS_CHART_VIEW (self), NULL);

  return self->result;
}

const YsChartOptions *
ys_chart_view_get_options (YsChartView *self)
{
  g_return_val_if_fail (YS_IS_CHART_VIEW (self), NULL);

  return &self->options;
}

const char *
ys_chart_view_get_reading (YsChartView *self)
{
  g_return_val_if_fail (YS_IS_CHART_VIEW (self), NULL);

  return self->has_hit ? self->hit.text : NULL;
}
