/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-compare-page.h"

#include "ys-chart-view.h"
#include "ys-figures-table.h"
#include "ys-verdict.h"

struct _YsComparePage
{
  YsPage          parent_instance;

  GtkLabel       *notes;
  GtkWidget      *empty;
  AdwBin         *card;
  YsChartView    *chart;
  YsFiguresTable *figures;
};

G_DEFINE_FINAL_TYPE (YsComparePage, ys_compare_page, YS_TYPE_PAGE)

static char *
ys_compare_page_dup_words (const YsResult *result,
                           gboolean       *complete)
{
  *complete = (result->analyses & YS_ANALYSE_VALUES) != 0;
  return ys_verdict_markup (result);
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

static void
ys_compare_page_set_results (YsPage         *page,
                             const YsResult *result,
                             const YsResult *before)
{
  YsComparePage *self = YS_COMPARE_PAGE (page);
  gsize n_compared = result->n_alternatives - (result->baseline >= 0 ? 1 : 0);

  set_notes (self, result);
  ys_chart_view_set_results (self->chart, result, before);
  /* Several grow with the window; one by itself would stand in an empty field. */
  gtk_widget_set_vexpand (GTK_WIDGET (self->card), n_compared > 1);
  ys_figures_table_set_result (self->figures, result);
  gtk_widget_set_visible (self->empty, n_compared == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->card), n_compared > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), n_compared > 0);
}

static void
ys_compare_page_class_init (YsComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  YS_PAGE_CLASS (klass)->analyses = YS_ANALYSE_VALUES;
  YS_PAGE_CLASS (klass)->dup_words = ys_compare_page_dup_words;
  YS_PAGE_CLASS (klass)->set_results = ys_compare_page_set_results;

  g_type_ensure (YS_TYPE_CHART_VIEW);
  g_type_ensure (YS_TYPE_FIGURES_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsComparePage, notes);
  gtk_widget_class_bind_template_child (widget_class, YsComparePage, empty);
  gtk_widget_class_bind_template_child (widget_class, YsComparePage, card);
  gtk_widget_class_bind_template_child (widget_class, YsComparePage, chart);
  gtk_widget_class_bind_template_child (widget_class, YsComparePage, figures);
}

static void
ys_compare_page_init (YsComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
