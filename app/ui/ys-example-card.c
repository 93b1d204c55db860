/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-example-card.h"

#include <glib/gi18n.h>

struct _YsExampleCard
{
  GtkFlowBoxChild  parent_instance;

  GtkPicture      *picture;
  GtkLabel        *title;
  GtkLabel        *sentence;
  const YsExample *example;
};

G_DEFINE_FINAL_TYPE (YsExampleCard, ys_example_card, GTK_TYPE_FLOW_BOX_CHILD)

const YsExample ys_examples[] = {
  { "system-or-line",
    N_("Company system or production line?"),
    N_("Two large projects, money for one: which is worth more, and how sure is that?") },
  { "recovery-or-campaign",
    N_("Recovery plan or campaign?"),
    N_("A plan nobody hopes to need beside a campaign everybody understands.") },
  { "keep-or-buy-in",
    N_("Keep, cut back, automate or buy in?"),
    N_("Work that no customer sees, and four ways to deal with it.") },
  { "next-years-money",
    N_("What to do with next year’s money"),
    N_("Ten proposals that cost more than twice what there is to spend.") },
  { NULL }
};

static void
ys_example_card_class_init (YsExampleCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-example-card.ui");
  gtk_widget_class_bind_template_child (widget_class, YsExampleCard, picture);
  gtk_widget_class_bind_template_child (widget_class, YsExampleCard, title);
  gtk_widget_class_bind_template_child (widget_class, YsExampleCard, sentence);
}

static void
ys_example_card_init (YsExampleCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_example_card_new (const YsExample *example)
{
  YsExampleCard *self = g_object_new (YS_TYPE_EXAMPLE_CARD, NULL);
  g_autofree char *picture = g_strconcat (YS_RESOURCES "examples/", example->id, ".svg", NULL);

  self->example = example;
  gtk_picture_set_resource (self->picture, picture);
  gtk_label_set_text (self->title, _(example->title));
  gtk_label_set_text (self->sentence, _(example->sentence));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(example->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(example->sentence),
                                  -1);

  return GTK_WIDGET (self);
}

char *
ys_example_card_dup_uri (YsExampleCard *self)
{
  g_return_val_if_fail (YS_IS_EXAMPLE_CARD (self), NULL);

  return g_strconcat ("resource://" YS_RESOURCES "examples/", self->example->id, ".yardstick",
                      NULL);
}
