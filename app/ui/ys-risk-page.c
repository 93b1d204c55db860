/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-risk-page.h"

struct _YsRiskPage
{
  YsPage parent_instance;
};

G_DEFINE_FINAL_TYPE (YsRiskPage, ys_risk_page, YS_TYPE_PAGE)

static void
ys_risk_page_class_init (YsRiskPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), YS_RESOURCES "ys-risk-page.ui");
}

static void
ys_risk_page_init (YsRiskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
