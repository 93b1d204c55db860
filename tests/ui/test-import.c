/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "newer-gtk.h"
#include "ys-application.h"
#include "ys-blank.h"
#include "ys-import-dialog.h"
#include "ys-window.h"

static YsApplication *application;

static void
spin (void)
{
  for (int i = 0; i < 50; i++)
    while (g_main_context_iteration (NULL, FALSE))
      ;
}

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (YS_IS_IMPORT_DIALOG (window))
        return window;
    }

  return NULL;
}

static void
await_dialog (void)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (find_dialog () == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (find_dialog ());
  spin ();
}

static gpointer
find_child (GtkWidget *widget,
            GType      type,
            guint     *nth)
{
  gpointer found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type, nth);

  return found;
}

/* The button that adds is the last of the header bar's, in the order in which they are packed. */
static GtkButton *
find_button (const char *label)
{
  gpointer button;

  for (guint n = 0;; n++)
    {
      guint nth = n;

      button = find_child (GTK_WIDGET (find_dialog ()), GTK_TYPE_BUTTON, &nth);
      if (button == NULL || g_strcmp0 (gtk_button_get_label (button), label) == 0)
        return button;
    }
}

static YsWindow *
open_blank (void)
{
  g_autoptr (YsScenario) scenario = ys_blank_new ("EUR", 16, 2027);
  g_autoptr (YsDocument) document = ys_document_new (scenario, NULL);
  YsWindow *window = YS_WINDOW (ys_window_new (ADW_APPLICATION (application)));

  ys_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  spin ();

  return window;
}

static void
paste (YsWindow   *window,
       const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste-lines", NULL);
  await_dialog ();
}

static const YsAlternative *
get_last (YsWindow *window)
{
  const GPtrArray *alternatives
    = ys_document_get_scenario (ys_window_get_document (window))->alternatives;

  return alternatives->pdata[alternatives->len - 1];
}

#define SHEET "\t2027\t2028\nLicences\t-1200\t-1300\nOrders\t3000\t4000\nTotal\t1800\t2700\n"

/* A step that can be undone, into a new alternative where none is selected. */
static void
test_paste (void)
{
  YsWindow *window = open_blank ();
  guint before = ys_document_get_scenario (ys_window_get_document (window))->alternatives->len;
  GtkButton *add;

  g_object_set (window, "selected", -1, NULL);
  paste (window, SHEET);
  add = find_button ("_Add 2 Lines");
  g_assert_nonnull (add);
  g_signal_emit_by_name (add, "clicked");
  spin ();

  g_assert_null (find_dialog ());
  g_assert_cmpuint (get_last (window)->lines->len, ==, 2);
  g_assert_cmpstr (((const YsLine *) get_last (window)->lines->pdata[1])->name, ==, "Orders");
  g_assert_cmpstr (ys_document_get_undo_label (ys_window_get_document (window)), ==, "lines from a spreadsheet");

  ys_document_undo (ys_window_get_document (window));
  g_assert_cmpuint (ys_document_get_scenario (ys_window_get_document (window))->alternatives->len, ==, before);
  gtk_window_destroy (GTK_WINDOW (window));
  spin ();
}

/* A row that is not wanted after all makes no line; one that was left out does. */
static void
test_wanted (void)
{
  YsWindow *window = open_blank ();
  guint nth = 0;
  gpointer check;

  paste (window, SHEET);
  check = find_child (GTK_WIDGET (find_dialog ()), GTK_TYPE_CHECK_BUTTON, &nth);
  g_assert_true (gtk_check_button_get_active (check));
  gtk_check_button_set_active (check, FALSE);
  g_assert_nonnull (find_button ("_Add 1 Line"));

  gtk_window_destroy (find_dialog ());
  gtk_window_destroy (GTK_WINDOW (window));
  spin ();
}

/* Without a comparison one begins. */
static void
test_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "sheet.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  YsWindow *window = YS_WINDOW (ys_window_new (ADW_APPLICATION (application)));

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_assert_true (g_file_set_contents (path, "Name;2027;2028\nMiete;-1.200,50;-1.300\n", -1, NULL));
  gtk_window_present (GTK_WINDOW (window));
  ys_window_open_file (window, file);
  await_dialog ();
  g_assert_nonnull (ys_window_get_document (window));
  g_assert_nonnull (find_button ("_Add 1 Line"));

  gtk_window_destroy (find_dialog ());
  gtk_window_destroy (GTK_WINDOW (window));
  spin ();
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  pass_over_known_warnings ();
  application = ys_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  g_test_add_func ("/ui/import/paste", test_paste);
  g_test_add_func ("/ui/import/wanted", test_wanted);
  g_test_add_func ("/ui/import/file", test_file);

  return g_test_run ();
}
