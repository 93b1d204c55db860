/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-page.h"

#include "ys-cards.h"
#include "ys-chart-card.h"
#include "ys-verdict.h"

typedef struct
{
  GtkLabel *words;
  YsCards  *cards;
  int       selected;
  int       columns;
} YsPagePrivate;

enum
{
  PROP_SELECTED = 1,
  PROP_COLUMNS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_TYPE_WITH_CODE (YsPage, ys_page, ADW_TYPE_BIN,
                         G_ADD_PRIVATE (YsPage)
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static YsPagePrivate *
get_private (YsPage *self)
{
  return ys_page_get_instance_private (self);
}

/* Children */

static void
add_card (YsPage    *self,
          GtkWidget *card)
{
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (card), "selected") != NULL)
    g_object_bind_property (self, "selected", card, "selected",
                            G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  ys_cards_append (get_private (self)->cards, card);
}

static void
ys_page_add_child (GtkBuildable *buildable,
                   GtkBuilder   *builder,
                   GObject      *child,
                   const char   *type)
{
  if (GTK_IS_WIDGET (child))
    add_card (YS_PAGE (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = ys_page_add_child;
}

static YsChartCard *
next_chart_card (GtkWidget *card)
{
  while (card != NULL && !YS_IS_CHART_CARD (card))
    card = gtk_widget_get_next_sibling (card);

  return (YsChartCard *) card;
}

static YsChartCard *
first_chart_card (YsPage *self)
{
  return next_chart_card (gtk_widget_get_first_child (GTK_WIDGET (get_private (self)->cards)));
}

/* Words */

static void
show_words (YsPage     *self,
            const char *markup,
            gboolean    complete)
{
  GtkWidget *words = GTK_WIDGET (get_private (self)->words);

  if (markup == NULL)
    {
      gtk_widget_add_css_class (words, "outdated");
      return;
    }

  gtk_widget_remove_css_class (words, "outdated");
  gtk_widget_set_size_request (words, -1, complete ? -1 : gtk_widget_get_height (words));
  gtk_label_set_markup (GTK_LABEL (words), markup);
  gtk_widget_set_visible (words, *markup != '\0');
}

/* Of nothing every page says the same. */
static void
set_words (YsPage         *self,
           const YsResult *result)
{
  gboolean complete = TRUE;
  g_autofree char *words = result->n_alternatives == 0
                             ? ys_verdict_markup (result)
                             : YS_PAGE_GET_CLASS (self)->dup_words (result, &complete);

  show_words (self, words, complete);
}

/* Class */

static char *
ys_page_real_dup_words (const YsResult *result,
                        gboolean       *complete)
{
  return g_strdup ("");
}

static void
ys_page_real_set_results (YsPage         *self,
                          const YsResult *result,
                          const YsResult *before)
{
  for (YsChartCard *card = first_chart_card (self);
       card != NULL;
       card = next_chart_card (gtk_widget_get_next_sibling (GTK_WIDGET (card))))
    ys_chart_card_set_results (card, result, before);
}

static void
ys_page_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  YsPagePrivate *priv = get_private (YS_PAGE (object));

  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_int (value, priv->selected);
      break;

    case PROP_COLUMNS:
      g_value_set_int (value, priv->columns);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_page_set_property (GObject      *object,
                      guint         id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  YsPagePrivate *priv = get_private (YS_PAGE (object));
  int *where = id == PROP_SELECTED ? &priv->selected : &priv->columns;

  if (g_value_get_int (value) == *where)
    return;

  *where = g_value_get_int (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
ys_page_class_init (YsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ys_page_get_property;
  object_class->set_property = ys_page_set_property;
  klass->dup_words = ys_page_real_dup_words;
  klass->set_results = ys_page_real_set_results;

  properties[PROP_SELECTED] = g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_COLUMNS] = g_param_spec_int ("columns", NULL, NULL, 1, 4, 1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (YS_TYPE_CARDS);
  g_type_ensure (YS_TYPE_CHART_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, YsPage, words);
  gtk_widget_class_bind_template_child_private (widget_class, YsPage, cards);
}

static void
ys_page_init (YsPage *self)
{
  get_private (self)->selected = -1;
  get_private (self)->columns = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ys_page_set_results (YsPage         *self,
                     const YsResult *result,
                     const YsResult *before)
{
  g_return_if_fail (YS_IS_PAGE (self));
  g_return_if_fail (result != NULL);

  set_words (self, result);
  YS_PAGE_GET_CLASS (self)->set_results (self, result, before);
}

YsAnalyses
ys_page_get_analyses (YsPage *self)
{
  YsAnalyses analyses;

  g_return_val_if_fail (YS_IS_PAGE (self), 0);

  analyses = YS_PAGE_GET_CLASS (self)->analyses;
  for (YsChartCard *card = first_chart_card (self);
       card != NULL;
       card = next_chart_card (gtk_widget_get_next_sibling (GTK_WIDGET (card))))
    analyses |= ys_chart_card_get_analyses (card);

  return analyses;
}
