/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-risk-page.h"

#include "ys-risk-text.h"

struct _YsRiskPage
{
  YsPage parent_instance;
};

G_DEFINE_FINAL_TYPE (YsRiskPage, ys_risk_page, YS_TYPE_PAGE)

/* Sentence by sentence they would jump: so all at once. */
static char *
ys_risk_page_dup_words (const YsResult *result,
                        gboolean       *complete)
{
  return (result->analyses & YS_ANALYSE_ALL) == YS_ANALYSE_ALL ? ys_risk_markup (result) : NULL;
}

static void
ys_risk_page_class_init (YsRiskPageClass *klass)
{
  YS_PAGE_CLASS (klass)->analyses = YS_ANALYSE_ALL;
  YS_PAGE_CLASS (klass)->dup_words = ys_risk_page_dup_words;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), YS_RESOURCES "ys-risk-page.ui");
}

static void
ys_risk_page_init (YsRiskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
