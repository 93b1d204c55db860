/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "newer-gtk.h"
#include "ys-application.h"
#include "ys-autosave.h"
#include "ys-blank.h"
#include "ys-file-bar.h"
#include "ys-file.h"
#include "ys-window.h"

static YsApplication *application;
static char *home;

/* Running the main loop */

static gboolean
set_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_for (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, set_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* What is done in threads and by the file system takes as long as it takes. */
#define WAIT_UNTIL(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    for (int i_ = 0; i_ < 500 && !(condition); i_++)                                               \
      wait_for (20);                                                                               \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

/* Documents and windows */

static GFile *
make_file (const char *name,
           const char *title)
{
  g_autofree char *path = g_build_filename (home, name, NULL);
  g_autoptr (YsScenario) scenario = ys_blank_new ("EUR", 1, 2027);
  g_autoptr (GError) error = NULL;

  g_free (scenario->title);
  scenario->title = g_strdup (title);
  ys_file_write (scenario, path, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
set_title (YsWindow   *window,
           const char *title)
{
  YsDocument *document = ys_window_get_document (window);
  g_autoptr (YsScenario) newer = ys_scenario_copy (ys_document_get_scenario (document));

  g_free (newer->title);
  newer->title = g_strdup (title);
  g_assert_true (ys_document_apply (document, newer, "change of title", "title", NULL));
}

static const char *
get_title (YsWindow *window)
{
  return gtk_window_get_title (GTK_WINDOW (window));
}

static char *
read_title (GFile *file)
{
  g_autoptr (YsScenario) scenario = ys_file_read (g_file_peek_path (file), NULL);

  g_assert_nonnull (scenario);

  return g_strdup (scenario->title);
}

static YsWindow *
window_new (void)
{
  YsWindow *window = YS_WINDOW (ys_window_new (ADW_APPLICATION (application)));

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static YsWindow *
open_file (GFile *file)
{
  YsWindow *window = window_new ();

  ys_window_open_file (window, file);
  WAIT_UNTIL (ys_window_get_document (window) != NULL);

  return window;
}

static guint
count_windows (void)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    n += YS_IS_WINDOW (l->data);

  return n;
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel) && gtk_widget_get_visible (GTK_WIDGET (toplevel)))
        return ADW_MESSAGE_DIALOG (toplevel);
    }

  return NULL;
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

/* As the user does it: by the button. */
static void
answer (const char *label)
{
  GtkWidget *button;

  WAIT_UNTIL (find_dialog () != NULL);
  button = find_button (GTK_WIDGET (find_dialog ()), label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
close_unsaved (YsWindow *window)
{
  guint before = count_windows ();

  gtk_window_close (GTK_WINDOW (window));
  if (before == count_windows ())
    answer ("_Discard");
  WAIT_UNTIL (count_windows () == before - 1);
}

/* The bar above the pages */

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gpointer
find_in_bar (YsWindow   *window,
             const char *name)
{
  GtkWidget *bar = find (GTK_WIDGET (window), YS_TYPE_FILE_BAR);

  return gtk_widget_get_template_child (bar, YS_TYPE_FILE_BAR, name);
}

/* NULL: it is out of sight. */
static const char *
get_words (YsWindow *window)
{
  return gtk_info_bar_get_revealed (find_in_bar (window, "bar"))
         ? gtk_label_get_text (find_in_bar (window, "words")) : NULL;
}

static gboolean
says (YsWindow   *window,
      const char *what)
{
  const char *words = get_words (window);

  return words != NULL && strstr (words, what) != NULL;
}

/* As narrow as a window may be, whatever there is to say. */
static void
assert_narrow (YsWindow *window)
{
  int least;

  gtk_widget_measure (find_in_bar (window, "bar"), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  g_assert_cmpint (least, <=, 360);
}

static void
click (YsWindow   *window,
       const char *button)
{
  g_assert_true (gtk_widget_get_visible (find_in_bar (window, button)));
  g_signal_emit_by_name (find_in_bar (window, button), "clicked");
}

/* Closing */

static void
test_close (void)
{
  g_autoptr (GFile) file = make_file ("close.yardstick", "as it was");
  g_autofree char *title = NULL;
  YsWindow *window = open_file (file);
  guint n = count_windows ();

  set_title (window, "edited");
  gtk_window_close (GTK_WINDOW (window));
  answer ("_Cancel");
  g_assert_cmpuint (count_windows (), ==, n);
  g_assert_cmpstr (get_title (window), ==, "• edited");

  gtk_window_close (GTK_WINDOW (window));
  answer ("_Save");
  WAIT_UNTIL (count_windows () == n - 1);
  title = read_title (file);
  g_assert_cmpstr (title, ==, "edited");
}

/* It cannot be saved: it stays open, and says why. */
static void
test_close_in_vain (void)
{
  g_autofree char *folder = g_build_filename (home, "folder", NULL);
  g_autofree char *name = g_build_filename ("folder", "gone.yardstick", NULL);
  g_autoptr (GFile) file = NULL;
  YsWindow *window;

  g_assert_no_errno (g_mkdir (folder, 0700));
  file = make_file (name, "as it was");
  window = open_file (file);
  g_assert_no_errno (g_unlink (g_file_peek_path (file)));
  g_assert_no_errno (g_rmdir (folder));

  set_title (window, "edited");
  gtk_window_close (GTK_WINDOW (window));
  answer ("_Save");
  WAIT_UNTIL (find_dialog () != NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), "folder is not there"));
  answer ("_Cancel");
  g_assert_cmpstr (get_title (window), ==, "• edited");
  close_unsaved (window);
}

/* What others do */

static void
test_changed (void)
{
  g_autoptr (GFile) file = make_file ("changed.yardstick", "ours");
  g_autoptr (GFile) theirs = NULL;
  YsWindow *window = open_file (file);

  g_assert_null (get_words (window));
  theirs = make_file ("changed.yardstick", "theirs");
  WAIT_UNTIL (says (window, "“changed.yardstick” was changed"));

  assert_narrow (window);
  click (window, "reload");
  WAIT_UNTIL (get_words (window) == NULL);
  g_assert_cmpstr (get_title (window), ==, "theirs");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (get_title (window), ==, "• ours");
  close_unsaved (window);
}

static void
test_keep_mine (void)
{
  g_autoptr (GFile) file = make_file ("kept.yardstick", "as it was");
  g_autoptr (GFile) theirs = NULL;
  g_autofree char *title = NULL;
  YsWindow *window = open_file (file);

  set_title (window, "ours");
  theirs = make_file ("kept.yardstick", "theirs");
  WAIT_UNTIL (says (window, "was changed"));
  click (window, "keep");
  g_assert_null (get_words (window));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  WAIT_UNTIL (!ys_document_get_modified (ys_window_get_document (window)));
  title = read_title (file);
  g_assert_cmpstr (title, ==, "ours");
  wait_for (500);
  g_assert_null (get_words (window));
  close_unsaved (window);
}

/* What cannot be read is not taken: what is seen stays. */
static void
test_changed_badly (void)
{
  g_autoptr (GFile) file = make_file ("bad.yardstick", "ours");
  YsWindow *window = open_file (file);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "<scenario", -1, NULL));
  WAIT_UNTIL (says (window, "was changed"));
  click (window, "reload");
  WAIT_UNTIL (says (window, "cannot be read"));
  g_assert_cmpstr (get_title (window), ==, "ours");
  close_unsaved (window);
}

static void
test_gone (void)
{
  g_autoptr (GFile) file = make_file ("gone.yardstick", "ours");
  YsWindow *window = open_file (file);

  g_assert_no_errno (g_unlink (g_file_peek_path (file)));
  WAIT_UNTIL (says (window, "moved or deleted"));
  assert_narrow (window);
  g_assert_cmpstr (get_title (window), ==, "• ours");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  WAIT_UNTIL (get_words (window) == NULL);
  g_assert_cmpstr (get_title (window), ==, "ours");
  g_assert_true (g_file_query_exists (file, NULL));
  close_unsaved (window);
}

/* “Save” asks for another name: nothing is tried that cannot succeed. */
static void
test_read_only (void)
{
  g_autoptr (GFile) file = make_file ("read-only.yardstick", "ours");
  g_autofree char *title = NULL;
  YsWindow *window;

  g_assert_no_errno (g_chmod (g_file_peek_path (file), 0444));
  window = open_file (file);
  WAIT_UNTIL (says (window, "can only be read"));
  assert_narrow (window);
  g_assert_cmpstr (get_title (window), ==, "ours");

  set_title (window, "edited");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  wait_for (300);
  g_assert_false (ys_document_get_saving (ys_window_get_document (window)));
  g_assert_null (find_dialog ());
  g_assert_cmpstr (get_title (window), ==, "• edited");
  title = read_title (file);
  g_assert_cmpstr (title, ==, "ours");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* After a crash */

/* As a program leaves it that was killed. */
static void
leave (const char *title,
       GFile      *file)
{
  g_autoptr (YsRecovery) recovery = ys_recovery_new ();
  g_autoptr (YsScenario) scenario = ys_blank_new ("EUR", 1, 2027);

  g_free (scenario->title);
  scenario->title = g_strdup (title);
  g_assert_true (ys_recovery_keep (recovery, scenario, file, NULL, NULL));
}

static guint
count_left (void)
{
  g_autoptr (GPtrArray) left = ys_recovery_claim_all ();

  return left->len;
}

static void
test_recover (void)
{
  g_autoptr (GFile) file = make_file ("crashed.yardstick", "as it was");
  g_autofree char *title = NULL;
  YsWindow *window = window_new ();
  guint n = count_windows ();

  leave ("edited <b>", file);
  ys_window_offer_recovery (window);
  WAIT_UNTIL (find_dialog () != NULL);
  g_assert_cmpuint (count_left (), ==, 0);

  answer ("_Recover");
  WAIT_UNTIL (ys_window_get_document (window) != NULL);
  g_assert_cmpuint (count_windows (), ==, n);
  g_assert_cmpstr (get_title (window), ==, "• edited <b>");
  g_assert_true (g_file_equal (ys_document_get_file (ys_window_get_document (window)), file));
  title = read_title (file);
  g_assert_cmpstr (title, ==, "as it was");

  /* Another crash, before anything was changed. */
  gtk_window_destroy (GTK_WINDOW (window));
  wait_for (100);
  g_assert_cmpuint (count_left (), ==, 1);

  window = window_new ();
  ys_window_offer_recovery (window);
  answer ("_Recover");
  WAIT_UNTIL (ys_window_get_document (window) != NULL);
  close_unsaved (window);
  g_assert_cmpuint (count_left (), ==, 0);
}

static void
test_recover_later (void)
{
  YsWindow *window = window_new ();

  leave ("one", NULL);
  leave ("two", NULL);
  ys_window_offer_recovery (window);
  answer ("_Not Now");
  g_assert_null (ys_window_get_document (window));
  WAIT_UNTIL (count_left () == 2);

  ys_window_offer_recovery (window);
  answer ("_Discard");
  g_assert_null (ys_window_get_document (window));
  g_assert_cmpuint (count_left (), ==, 0);
  close_unsaved (window);
}

static void
test_recover_several (void)
{
  YsWindow *window = window_new ();
  guint n = count_windows ();

  leave ("one", NULL);
  leave ("two", NULL);
  ys_window_offer_recovery (window);
  answer ("_Recover");
  WAIT_UNTIL (count_windows () == n + 1);
  while (count_windows () > 0)
    close_unsaved (gtk_application_get_windows (GTK_APPLICATION (application))->data);
  g_assert_cmpuint (count_left (), ==, 0);
}

/* Who turns to another window may never come back. */
static void
test_focus_loss (void)
{
  g_autoptr (GFile) file = make_file ("focus.yardstick", "as it was");
  g_autoptr (GPtrArray) left = NULL;
  YsWindow *window = open_file (file);
  YsWindow *other;

  set_title (window, "edited");
  other = window_new ();
  WAIT_UNTIL (!gtk_window_is_active (GTK_WINDOW (window)));
  wait_for (300);
  gtk_window_destroy (GTK_WINDOW (other));
  gtk_window_destroy (GTK_WINDOW (window));
  wait_for (100);

  left = ys_recovery_claim_all ();
  g_assert_cmpuint (left->len, ==, 1);
  ys_recovery_drop (left->pdata[0]);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  static const char *const variables[] = {
    "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME",
  };
  int status;

  home = g_dir_make_tmp ("yardstick-save-XXXXXX", NULL);
  g_assert_nonnull (home);
  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    g_assert_true (g_setenv (variables[i], home, TRUE));

  g_test_init (&argc, &argv, NULL);
  pass_over_known_warnings ();
  application = ys_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  g_test_add_func ("/ui/save/close", test_close);
  g_test_add_func ("/ui/save/close-in-vain", test_close_in_vain);
  g_test_add_func ("/ui/save/changed", test_changed);
  g_test_add_func ("/ui/save/keep-mine", test_keep_mine);
  g_test_add_func ("/ui/save/changed-badly", test_changed_badly);
  g_test_add_func ("/ui/save/gone", test_gone);
  g_test_add_func ("/ui/save/read-only", test_read_only);
  g_test_add_func ("/ui/save/recover", test_recover);
  g_test_add_func ("/ui/save/recover-later", test_recover_later);
  g_test_add_func ("/ui/save/recover-several", test_recover_several);
  g_test_add_func ("/ui/save/focus-loss", test_focus_loss);

  status = g_test_run ();
  remove_all (home);
  g_free (home);

  return status;
}
