/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-risk-page.h"

#include "ys-risk-text.h"

struct _YsRiskPage
{
  YsPage parent_instance;
};

G_DEFINE_FINAL_TYPE (YsRiskPage, ys_risk_page, YS_TYPE_PAGE)

static void
ys_risk_page_set_results (YsPage         *page,
                          const YsResult *result,
                          const YsResult *before)
{
  gboolean complete = (result->analyses & YS_ANALYSE_ALL) == YS_ANALYSE_ALL;
  g_autofree char *words = complete ? ys_risk_markup (result) : NULL;

  ys_page_set_words (page, words, complete);
  YS_PAGE_CLASS (ys_risk_page_parent_class)->set_results (page, result, before);
}

static void
ys_risk_page_class_init (YsRiskPageClass *klass)
{
  YS_PAGE_CLASS (klass)->analyses = YS_ANALYSE_ALL;
  YS_PAGE_CLASS (klass)->set_results = ys_risk_page_set_results;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), YS_RESOURCES "ys-risk-page.ui");
}

static void
ys_risk_page_init (YsRiskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
