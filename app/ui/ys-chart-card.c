/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-card.h"

#include "ys-chart-view.h"

struct _YsChartCard
{
  AdwBin           parent_instance;

  GtkLabel        *title;
  GtkLabel        *sentence;
  GtkWidget       *choice;
  GtkToggleButton *this;
  YsChartView     *view;

  char            *chart;
  char            *label;
  char            *other_chart;
  char            *other_label;
  int              selected;
  YsScenario      *scenario;  /* that the card is in sight for, or not */
};

enum
{
  PROP_CHART = 1,
  PROP_LABEL,
  PROP_OTHER_CHART,
  PROP_OTHER_LABEL,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsChartCard, ys_chart_card, ADW_TYPE_BIN)

static const YsChart *
get_chosen (YsChartCard *self)
{
  return ys_chart_find (gtk_toggle_button_get_active (self->this) ? self->chart : self->other_chart);
}

static void
show_chosen (YsChartCard *self)
{
  const YsChart *chart = get_chosen (self);

  gtk_widget_set_visible (GTK_WIDGET (self), chart != NULL);
  if (chart == NULL)
    return;

  gtk_label_set_text (self->title, ys_chart_get_name (chart));
  gtk_label_set_text (self->sentence, ys_chart_get_sentence (chart));
  ys_chart_view_set_chart (self->view, chart);
}

/* With some alternative selected, or with none. */
static gboolean
has_something_to_show (const YsChart  *chart,
                       const YsResult *result)
{
  YsChartOptions options;

  ys_chart_options_init (&options);
  for (; options.alternative < (int) result->n_alternatives; options.alternative++)
    if (ys_chart_count_marks (chart, result, &options) > 0)
      return TRUE;

  return FALSE;
}

/* Looked at once for a scenario, so that cards do not come and go while somebody asks “what if”. */
static void
update_visible (YsChartCard    *self,
                const YsChart  *chart,
                const YsResult *result)
{
  if (self->scenario == result->scenario)
    return;

  g_clear_pointer (&self->scenario, ys_scenario_unref);
  self->scenario = ys_scenario_ref (result->scenario);
  gtk_widget_set_visible (GTK_WIDGET (self), has_something_to_show (chart, result));
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

static char **
get_text (YsChartCard *self,
          guint        id)
{
  switch (id)
    {
    case PROP_CHART:
      return &self->chart;

    case PROP_LABEL:
      return &self->label;

    case PROP_OTHER_CHART:
      return &self->other_chart;

    case PROP_OTHER_LABEL:
      return &self->other_label;

    default:
      return NULL;
    }
}

static void
ys_chart_card_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  YsChartCard *self = YS_CHART_CARD (object);

  if (id == PROP_SELECTED)
    g_value_set_int (value, self->selected);
  else
    g_value_set_string (value, *get_text (self, id));
}

static void
ys_chart_card_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  YsChartCard *self = YS_CHART_CARD (object);

  if (id == PROP_SELECTED)
    set_selected (self, g_value_get_int (value));
  else
    *get_text (self, id) = g_value_dup_string (value);
}

static void
ys_chart_card_constructed (GObject *object)
{
  YsChartCard *self = YS_CHART_CARD (object);

  G_OBJECT_CLASS (ys_chart_card_parent_class)->constructed (object);

  gtk_widget_set_visible (self->choice, ys_chart_find (self->other_chart) != NULL);
  show_chosen (self);
}

static void
ys_chart_card_finalize (GObject *object)
{
  YsChartCard *self = YS_CHART_CARD (object);

  g_clear_pointer (&self->scenario, ys_scenario_unref);
  for (guint id = PROP_CHART; id <= PROP_OTHER_LABEL; id++)
    g_free (*get_text (self, id));

  G_OBJECT_CLASS (ys_chart_card_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags text = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  properties[PROP_CHART] = g_param_spec_string ("chart", NULL, NULL, NULL, text);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, text);
  properties[PROP_OTHER_CHART] = g_param_spec_string ("other-chart", NULL, NULL, NULL, text);
  properties[PROP_OTHER_LABEL] = g_param_spec_string ("other-label", NULL, NULL, NULL, text);
  properties[PROP_SELECTED] =
    g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ys_chart_card_class_init (YsChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ys_chart_card_constructed;
  object_class->finalize = ys_chart_card_finalize;
  object_class->get_property = ys_chart_card_get_property;
  object_class->set_property = ys_chart_card_set_property;
  install_properties (object_class);

  g_type_ensure (YS_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, YsChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, YsChartCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, YsChartCard, choice);
  gtk_widget_class_bind_template_child (widget_class, YsChartCard, this);
  gtk_widget_class_bind_template_child (widget_class, YsChartCard, view);
  gtk_widget_class_bind_template_callback (widget_class, show_chosen);
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
  const YsChart *chart;

  g_return_if_fail (YS_IS_CHART_CARD (self));
  g_return_if_fail (result != NULL);

  chart = get_chosen (self);
  if (chart == NULL)
    return;

  if ((ys_chart_get_analyses (chart) & ~result->analyses) != 0)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "outdated");
      return;
    }

  gtk_widget_remove_css_class (GTK_WIDGET (self), "outdated");
  update_visible (self, chart, result);
  ys_chart_view_set_results (self->view, result, before);
}

YsAnalyses
ys_chart_card_get_analyses (YsChartCard *self)
{
  const YsChart *chart;

  g_return_val_if_fail (YS_IS_CHART_CARD (self), 0);

  chart = get_chosen (self);
  return chart != NULL ? ys_chart_get_analyses (chart) : 0;
}
