/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-compare-page.h"

#include "ys-chart-view.h"
#include "ys-figures-table.h"
#include "ys-verdict.h"

struct _YsComparePage
{
  AdwBin          parent_instance;

  GtkLabel       *verdict;
  GtkLabel       *notes;
  AdwBin         *card;
  YsChartView    *chart;
  YsFiguresTable *figures;
  int             selected;
};

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsComparePage, ys_compare_page, ADW_TYPE_BIN)

static void
set_selected (YsComparePage *self,
              int            selected)
{
  if (selected == self->selected)
    return;

  self->selected = selected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
ys_compare_page_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_int (value, YS_COMPARE_PAGE (object)->selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_compare_page_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      set_selected (YS_COMPARE_PAGE (object), g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_compare_page_class_init (YsComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ys_compare_page_get_property;
  object_class->set_property = ys_compare_page_set_property;

  properties[PROP_SELECTED] =
    g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (YS_TYPE_CHART_VIEW);
  g_type_ensure (YS_TYPE_FIGURES_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsComparePage, verdict);
  gtk_widget_class_bind_template_child (widget_class, YsComparePage, notes);
  gtk_widget_class_bind_template_child (widget_class, YsComparePage, card);
  gtk_widget_class_bind_template_child (widget_class, YsComparePage, chart);
  gtk_widget_class_bind_template_child (widget_class, YsComparePage, figures);
}

static void
ys_compare_page_init (YsComparePage *self)
{
  self->selected = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_notes (YsComparePage  *self,
           const YsResult *result)
{
  g_autofree char *notes = result->notes != NULL ? g_strjoinv ("\n", result->notes) : NULL;
  gboolean any = notes != NULL && *notes != '\0';

  gtk_label_set_text (self->notes, any ? notes : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notes), any);
}

void
ys_compare_page_set_results (YsComparePage  *self,
                             const YsResult *result,
                             const YsResult *before)
{
  g_autofree char *verdict = NULL;

  g_return_if_fail (YS_IS_COMPARE_PAGE (self));
  g_return_if_fail (result != NULL);

  verdict = ys_verdict_markup (result);
  gtk_label_set_markup (self->verdict, verdict);
  set_notes (self, result);
  ys_chart_view_set_results (self->chart, result, before);
  /* Several grow with the window; one by itself would stand in an empty field. */
  gtk_widget_set_vexpand (GTK_WIDGET (self->card),
                          result->n_alternatives - (result->baseline >= 0 ? 1 : 0) > 1);
  ys_figures_table_set_result (self->figures, result);
}
