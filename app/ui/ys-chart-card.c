/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-card.h"

#include "ys-chart-view.h"

struct _YsChartCard
{
  AdwBin       parent_instance;

  GtkLabel    *title;
  GtkLabel    *sentence;
  GtkBox      *box;
  YsChartView *view;
  int          selected;
};

enum
{
  PROP_CHART = 1,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsChartCard, ys_chart_card, ADW_TYPE_BIN)

static void
set_chart (YsChartCard *self,
           const char  *id)
{
  const YsChart *chart = ys_chart_find (id);

  if (chart == NULL)
    return;

  gtk_label_set_text (self->title, ys_chart_get_name (chart));
  gtk_label_set_text (self->sentence, ys_chart_get_sentence (chart));
  self->view = g_object_new (YS_TYPE_CHART_VIEW, "chart", id, "vexpand", TRUE, NULL);
  g_object_bind_property (self, "selected", self->view, "selected",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_box_append (self->box, GTK_WIDGET (self->view));
}

static void
set_selected (YsChartCard *self,
              int          selected)
{
  if (selected == self->selected)
    return;

  self->selected = selected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
ys_chart_card_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_int (value, YS_CHART_CARD (object)->selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_chart_card_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_CHART:
      set_chart (YS_CHART_CARD (object), g_value_get_string (value));
      break;

    case PROP_SELECTED:
      set_selected (YS_CHART_CARD (object), g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_chart_card_class_init (YsChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ys_chart_card_get_property;
  object_class->set_property = ys_chart_card_set_property;

  properties[PROP_CHART] =
    g_param_spec_string ("chart", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] =
    g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, YsChartCard, box);
  gtk_widget_class_bind_template_child (widget_class, YsChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, YsChartCard, sentence);
}

static void
ys_chart_card_init (YsChartCard *self)
{
  self->selected = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ys_chart_card_set_results (YsChartCard    *self,
                           const YsResult *result,
                           const YsResult *before)
{
  g_return_if_fail (YS_IS_CHART_CARD (self));
  g_return_if_fail (self->view != NULL);

  ys_chart_view_set_results (self->view, result, before);
}
