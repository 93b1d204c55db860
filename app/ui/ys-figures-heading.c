/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-figures-heading.h"

#include <glib/gi18n.h>

struct _YsFiguresHeading
{
  AdwBin          parent_instance;

  GtkButton      *button;
  GtkLabel       *label;
  GtkLabel       *term;
  const YsMetric *metric;
};

enum
{
  SIGNAL_POINT,
  SIGNAL_SORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsFiguresHeading, ys_figures_heading, ADW_TYPE_BIN)

static const struct
{
  const char        *arrow; /* after the label, where it does not change the width */
  GtkAccessibleSort  sort;
} orders[] = {
  [YS_ORDER_NONE]    = { "",         GTK_ACCESSIBLE_SORT_NONE },
  [YS_ORDER_FALLING] = { "\u00a0↓", GTK_ACCESSIBLE_SORT_DESCENDING },
  [YS_ORDER_RISING]  = { "\u00a0↑", GTK_ACCESSIBLE_SORT_ASCENDING },
};

static void
point_cb (YsFiguresHeading *self)
{
  g_signal_emit (self, signals[SIGNAL_POINT], 0);
}

static void
clicked_cb (YsFiguresHeading *self)
{
  g_signal_emit (self, signals[SIGNAL_SORT], 0);
}

static void
ys_figures_heading_class_init (YsFiguresHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);


  signals[SIGNAL_POINT] = g_signal_new ("point", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SORT] = g_signal_new ("sort", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-figures-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, YsFiguresHeading, button);
  gtk_widget_class_bind_template_child (widget_class, YsFiguresHeading, label);
  gtk_widget_class_bind_template_child (widget_class, YsFiguresHeading, term);
  gtk_widget_class_bind_template_callback (widget_class, point_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
ys_figures_heading_init (YsFiguresHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_figures_heading_new (const YsMetric *metric)
{
  YsFiguresHeading *self;

  g_return_val_if_fail (metric != NULL, NULL);

  self = g_object_new (YS_TYPE_FIGURES_HEADING, NULL);
  self->metric = metric;
  ys_figures_heading_set_order (self, YS_ORDER_NONE);
  gtk_label_set_text (self->term, _(metric->term));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(metric->label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(metric->sentence),
                                  -1);

  return GTK_WIDGET (self);
}

const YsMetric *
ys_figures_heading_get_metric (YsFiguresHeading *self)
{
  g_return_val_if_fail (YS_IS_FIGURES_HEADING (self), NULL);

  return self->metric;
}

void
ys_figures_heading_set_order (YsFiguresHeading *self,
                              YsOrder           order)
{
  g_autofree char *text = NULL;

  g_return_if_fail (YS_IS_FIGURES_HEADING (self));

  text = g_strconcat (_(self->metric->label), orders[order].arrow, NULL);
  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_SORT, orders[order].sort, -1);
}
