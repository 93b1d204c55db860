/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-starter-dialog.h"

#include <glib/gi18n.h>

#include "ys-choice-card.h"

struct _YsStarterDialog
{
  AdwWindow   parent_instance;

  GtkFlowBox *kinds;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsStarterDialog, ys_starter_dialog, ADW_TYPE_WINDOW)

/* Children are in the order of the table. */
static void
kind_activated_cb (YsStarterDialog *self,
                   GtkFlowBoxChild *child)
{
  const YsStarter *starter = &ys_starters[gtk_flow_box_child_get_index (child)];

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, starter->id);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
card_new (const YsStarter *starter)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "icon-name", starter->icon,
                                  "pixel-size", 32,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL);

  return ys_choice_card_new (icon, _(starter->name), _(starter->sentence));
}

static void
ys_starter_dialog_class_init (YsStarterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-starter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YsStarterDialog, kinds);
  gtk_widget_class_bind_template_callback (widget_class, kind_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_starter_dialog_init (YsStarterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (const YsStarter *starter = ys_starters; starter->id != NULL; starter++)
    gtk_flow_box_append (self->kinds, card_new (starter));

  gtk_window_set_focus (GTK_WINDOW (self),
                        GTK_WIDGET (gtk_flow_box_get_child_at_index (self->kinds, 0)));
}

GtkWidget *
ys_starter_dialog_new (GtkWindow *parent)
{
  return g_object_new (YS_TYPE_STARTER_DIALOG, "transient-for", parent, NULL);
}
