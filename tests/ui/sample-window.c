/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-window.h"

#include "newer-gtk.h"
#include "ys-application.h"

static YsApplication *application;

void
sample_start (void)
{
  static const char *const variables[] = { "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME" };
  g_autofree char *home = g_dir_make_tmp ("yardstick-test-XXXXXX", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    g_assert_true (g_setenv (variables[i], home, TRUE));

  pass_over_known_warnings ();
  application = ys_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
}

void
sample_spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
sample_settle (YsWindow *window)
{
  YsDocument *document = ys_window_get_document (window);

  while (ys_document_get_evaluating (document))
    g_main_context_iteration (NULL, TRUE);
  sample_spin ();
}

YsWindow *
sample_open (const char *name)
{
  YsWindow *window = YS_WINDOW (ys_window_new (ADW_APPLICATION (application)));
  g_autofree char *path = g_build_filename (g_getenv ("YS_EXAMPLES_DIR"), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_window_present (GTK_WINDOW (window));
  ys_window_open_file (window, file);
  while (ys_window_get_document (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  sample_settle (window);

  return window;
}

void
sample_close (YsWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin ();
}

gpointer
sample_find (gpointer ancestor,
             GType    type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (ancestor, type))
    return ancestor;

  for (GtkWidget *child = gtk_widget_get_first_child (ancestor); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = sample_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gpointer
sample_find_child (gpointer    ancestor,
                   GType       type,
                   const char *name)
{
  gpointer widget = sample_find (ancestor, type);

  g_assert_nonnull (widget);

  return gtk_widget_get_template_child (widget, type, name);
}
