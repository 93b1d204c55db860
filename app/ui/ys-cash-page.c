/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-cash-page.h"

#include "ys-chart-card.h"
#include "ys-chart.h"

struct _YsCashPage
{
  AdwBin  parent_instance;

  GtkBox *cards;
  int     selected;
};

/* From top to bottom. */
static const char *const charts[] = { "cumulative-cash", "cash-per-year", "npv-profile" };

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsCashPage, ys_cash_page, ADW_TYPE_BIN)

static void
set_selected (YsCashPage *self,
              int         selected)
{
  if (selected == self->selected)
    return;

  self->selected = selected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
add_card (YsCashPage *self,
          const char *chart)
{
  GtkWidget *card = g_object_new (YS_TYPE_CHART_CARD, "chart", chart, NULL);

  g_object_bind_property (self, "selected", card, "selected",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_box_append (self->cards, card);
}

static void
ys_cash_page_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_int (value, YS_CASH_PAGE (object)->selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_cash_page_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      set_selected (YS_CASH_PAGE (object), g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_cash_page_class_init (YsCashPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ys_cash_page_get_property;
  object_class->set_property = ys_cash_page_set_property;

  properties[PROP_SELECTED] =
    g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-cash-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsCashPage, cards);
}

static void
ys_cash_page_init (YsCashPage *self)
{
  self->selected = -1;
  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    if (ys_chart_find (charts[i]) != NULL)
      add_card (self, charts[i]);
}

void
ys_cash_page_set_results (YsCashPage     *self,
                          const YsResult *result,
                          const YsResult *before)
{
  GtkWidget *card;

  g_return_if_fail (YS_IS_CASH_PAGE (self));

  card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));
  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    ys_chart_card_set_results (YS_CHART_CARD (card), result, before);
}
