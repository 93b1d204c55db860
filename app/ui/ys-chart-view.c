/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-view-private.h"

#include "ys-chart-menu.h"
#include "ys-theme.h"

#define LEAST_WIDTH 300 /* px */
#define READING_GAP 6   /* px between a mark and what is said of it */

enum
{
  PROP_CHART = 1,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsChartView, ys_chart_view, GTK_TYPE_WIDGET)

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
  double height;

  *minimum = *natural = LEAST_WIDTH;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || !ys_chart_view_is_drawable (self))
    return;

  ys_theme_init_style (widget, &style);
  height = ys_chart_get_height_for_width (self->chart, self->result, &style,
                                          MAX (for_size, LEAST_WIDTH));
  *minimum = *natural = (int) ceil (height);
}

/* Above the mark where there is room, else below it; never over the edge. */
static void
allocate_reading (YsChartView *self,
                  int          width,
                  int          height)
{
  const cairo_rectangle_t *area = &self->hit.area;
  GtkAllocation place;
  int least;

  /* On the smallest of charts its longest word may still stick out. */
  gtk_widget_measure (self->reading, GTK_ORIENTATION_HORIZONTAL, -1, &least, &place.width, NULL, NULL);
  place.width = MAX (least, MIN (place.width, width));
  gtk_widget_measure (self->reading, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height,
                      NULL, NULL);
  place.x = CLAMP ((int) (area->x + (area->width - place.width) / 2), 0, MAX (width - place.width, 0));
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

  if (!ys_chart_view_is_drawable (self))
    return;

  ys_theme_init_style (widget, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  ys_chart_draw (self->chart, self->result, &self->options, &style, cr, width, height);
  cairo_destroy (cr);

  gtk_widget_snapshot_child (widget, self->reading, snapshot);
}

static void
set_chart_by_id (YsChartView *self,
                 const char  *id)
{
  g_return_if_fail (id == NULL || ys_chart_find (id) != NULL);

  ys_chart_view_set_chart (self, id != NULL ? ys_chart_find (id) : NULL);
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
      set_chart_by_id (self, g_value_get_string (value));
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
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] =
    g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  ys_chart_menu_install (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
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
  ys_chart_view_add_controllers (self);
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

  ys_chart_view_read_again (self);
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
  ys_chart_view_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

void
ys_chart_view_set_chart (YsChartView   *self,
                         const YsChart *chart)
{
  g_return_if_fail (YS_IS_CHART_VIEW (self));

  if (chart == self->chart)
    return;

  self->chart = chart;
  ys_chart_view_forget_reading (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
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
