/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-welcome-page.h"

#include <glib/gi18n.h>

#include "ys-examples.h"
#include "ys-recent.h"

#define N_RECENT 5

struct _YsWelcomePage
{
  AdwBin      parent_instance;

  GtkWidget  *recent;
  GtkListBox *recent_rows;
  GtkFlowBox *examples;
};

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsWelcomePage, ys_welcome_page, ADW_TYPE_BIN)

/* Cards are in the order of the table. */
static void
example_activated_cb (YsWelcomePage   *self,
                      GtkFlowBoxChild *child)
{
  g_autoptr (GFile) file = ys_example_get_file (&ys_examples[gtk_flow_box_child_get_index (child)]);

  if (file != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, file);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new", NULL);
}

static void
recent_activated_cb (YsWelcomePage *self,
                     GtkListBoxRow *row)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_object_get_data (G_OBJECT (row), "uri"));

  g_signal_emit (self, signals[SIGNAL_OPEN], 0, file);
}

static GtkWidget *
recent_row_new (GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *place = gtk_recent_info_get_uri_display (info);
  g_autofree char *title = g_markup_escape_text (gtk_recent_info_get_display_name (info), -1);
  g_autofree char *subtitle = g_markup_escape_text (place != NULL ? place : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (gtk_recent_info_get_uri (info)), g_free);

  return row;
}

static void
fill_recent (YsWelcomePage *self)
{
  GList *infos = ys_recent_list (N_RECENT);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->recent_rows, 0)) != NULL)
    gtk_list_box_remove (self->recent_rows, GTK_WIDGET (row));

  for (GList *l = infos; l != NULL; l = l->next)
    gtk_list_box_append (self->recent_rows, recent_row_new (l->data));

  gtk_widget_set_visible (self->recent, infos != NULL);
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
}

static void
ys_welcome_page_class_init (YsWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);


  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsWelcomePage, recent);
  gtk_widget_class_bind_template_child (widget_class, YsWelcomePage, recent_rows);
  gtk_widget_class_bind_template_child (widget_class, YsWelcomePage, examples);
  gtk_widget_class_bind_template_callback (widget_class, example_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
}

static void
ys_welcome_page_init (YsWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (const YsExample *example = ys_examples; example->id != NULL; example++)
    gtk_flow_box_append (self->examples, ys_example_card_new (example));

  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (fill_recent), self, G_CONNECT_SWAPPED);
  fill_recent (self);
}
