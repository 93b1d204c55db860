/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-choice-card.h"

struct _YsChoiceCard
{
  GtkFlowBoxChild  parent_instance;

  GtkBox          *picture;
  GtkLabel        *title;
  GtkLabel        *sentence;
};

G_DEFINE_FINAL_TYPE (YsChoiceCard, ys_choice_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
ys_choice_card_class_init (YsChoiceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-choice-card.ui");
  gtk_widget_class_bind_template_child (widget_class, YsChoiceCard, picture);
  gtk_widget_class_bind_template_child (widget_class, YsChoiceCard, title);
  gtk_widget_class_bind_template_child (widget_class, YsChoiceCard, sentence);
}

static void
ys_choice_card_init (YsChoiceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_choice_card_new (GtkWidget  *picture,
                    const char *title,
                    const char *sentence)
{
  YsChoiceCard *self = g_object_new (YS_TYPE_CHOICE_CARD, NULL);

  gtk_box_append (self->picture, picture);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->sentence, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence,
                                  -1);

  return GTK_WIDGET (self);
}
