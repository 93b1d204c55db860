/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-application.h"

#include <glib/gi18n.h>

#include "ys-resources.h"
#include "ys-window.h"

struct _YsApplication
{
  AdwApplication parent_instance;

  gboolean       recovery_offered;
};

G_DEFINE_FINAL_TYPE (YsApplication, ys_application, ADW_TYPE_APPLICATION)

/* Actions */

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  gtk_window_present (GTK_WINDOW (ys_window_new (ADW_APPLICATION (data))));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  /* Each may have a question first. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  adw_show_about_window (gtk_application_get_active_window (data),
                         "application-name", _("Yardstick"),
                         "application-icon", YS_APPLICATION_ID,
                         "version", YS_VERSION,
                         "developer-name", _("The Yardstick developers"),
                         "comments", _("Every investment on one scale."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_action },
  { .name = "about",      .activate = about_action },
  { .name = "quit",       .activate = quit_action },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.new-window",        { "<Control>n" } },
  { "app.quit",              { "<Control>q" } },
  { "win.open",              { "<Control>o" } },
  { "win.export::xlsx",      { "<Control>e" } },
  { "win.save",              { "<Control>s" } },
  { "win.save-as",           { "<Control><Shift>s" } },
  { "win.undo",              { "<Control>z" } },
  { "win.redo",              { "<Control><Shift>z", "<Control>y" } },
  { "win.back",              { "<Alt>Left" } },
  { "win.reset",             { "<Control>0" } },
  { "win.page::compare",     { "<Alt>1" } },
  { "win.page::cash",        { "<Alt>2" } },
  { "win.page::risk",        { "<Alt>3" } },
  { "win.page::basis",       { "<Alt>4" } },
  { "win.show-help-overlay", { "F1", "<Control>question" } },
  { "window.close",          { "<Control>w" } },
};

/* Life */

static void
ys_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (ys_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (YS_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].keys);
}

static GtkWindow *
get_window (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  return window != NULL ? window : GTK_WINDOW (ys_window_new (ADW_APPLICATION (application)));
}

/* Once, to whoever starts the program. */
static void
offer_recovery (YsApplication *self,
                GtkWindow     *window)
{
  if (self->recovery_offered)
    return;

  self->recovery_offered = TRUE;
  ys_window_offer_recovery (YS_WINDOW (window));
}

static void
ys_application_activate (GApplication *application)
{
  GtkWindow *window = get_window (application);

  gtk_window_present (window);
  offer_recovery (YS_APPLICATION (application), window);
}

static void
ys_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  GtkWindow *window = get_window (application);

  for (int i = 0; i < n_files; i++)
    ys_window_open_file (YS_WINDOW (window), files[i]);

  gtk_window_present (window);
  offer_recovery (YS_APPLICATION (application), window);
}

static void
ys_application_class_init (YsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = ys_application_startup;
  application_class->activate = ys_application_activate;
  application_class->open = ys_application_open;

  /* Naming the resources keeps the linker from leaving them out of the library. */
  g_resources_register (ys_get_resource ());
}

static void
ys_application_init (YsApplication *self)
{
}

YsApplication *
ys_application_new (GApplicationFlags flags)
{
  return g_object_new (YS_TYPE_APPLICATION,
                       "application-id", YS_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN | flags,
                       NULL);
}
