/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-window.h"
#include "ys-alternative-list.h"
#include "ys-alternative-row.h"
#include "ys-edit.h"

static const YsScenario *
get_scenario (YsWindow *window)
{
  return ys_document_get_scenario (ys_window_get_document (window));
}

static const YsAlternative *
get_alternative (YsWindow *window,
                 guint     index)
{
  return get_scenario (window)->alternatives->pdata[index];
}

static int
get_selected (YsWindow *window)
{
  int selected;

  g_object_get (window, "selected", &selected, NULL);

  return selected;
}

static void
act (YsWindow   *window,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  sample_settle (window);
}

static void
move (YsWindow *window,
      int       by)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.move-alternative", "i", by);
  sample_settle (window);
}

static guint
count_rows (YsWindow *window)
{
  GtkSingleSelection *rows = sample_find_child (window, YS_TYPE_ALTERNATIVE_LIST, "selection");

  return g_list_model_get_n_items (G_LIST_MODEL (rows));
}

static void
test_duplicate (void)
{
  YsWindow *window = sample_open ("one-scale.yardstick");
  g_autoptr (YsScenario) original = ys_scenario_ref (get_scenario (window));
  const guint n = original->alternatives->len;
  g_autofree char *name = g_strconcat (get_alternative (window, 1)->name, " (copy)", NULL);
  g_autofree char *again = g_strconcat (get_alternative (window, 1)->name, " (copy 2)", NULL);

  g_object_set (window, "selected", 1, NULL);
  act (window, "win.duplicate-alternative");
  g_assert_cmpuint (count_rows (window), ==, n + 1);
  g_assert_cmpint (get_selected (window), ==, 2);
  g_assert_cmpstr (get_alternative (window, 2)->name, ==, name);

  g_object_set (window, "selected", 1, NULL);
  act (window, "win.duplicate-alternative");
  g_assert_cmpstr (get_alternative (window, 2)->name, ==, again);

  act (window, "win.undo");
  act (window, "win.undo");
  g_assert_true (ys_scenario_equal (get_scenario (window), original));
  g_assert_cmpuint (count_rows (window), ==, n);
  sample_close (window);
}

static const char *
find_toast (YsWindow *window)
{
  GtkWidget *overlay = sample_find (window, ADW_TYPE_TOAST_OVERLAY);
  GtkWidget *toast = gtk_widget_get_last_child (overlay);
  GtkLabel *label = toast != NULL ? sample_find (toast, GTK_TYPE_LABEL) : NULL;

  return label != NULL ? gtk_label_get_text (label) : NULL;
}

static void
test_remove (void)
{
  YsWindow *window = sample_open ("one-scale.yardstick");
  g_autoptr (YsScenario) original = ys_scenario_ref (get_scenario (window));
  const char *a = get_alternative (window, 0)->id;
  const char *b = get_alternative (window, 1)->id;
  g_autoptr (YsRelation) relation = ys_relation_new (a, b);
  g_autoptr (YsScenario) linked
    = ys_edit_insert (original, YS_PART_EXCLUDES, original->excludes->len, relation);
  g_autofree char *said = g_strdup_printf ("“%s” is deleted, and 1 limit that names it",
                                           get_alternative (window, 1)->name);

  g_assert_true (ys_document_apply (ys_window_get_document (window), linked, "limit", NULL, NULL));
  sample_settle (window);
  g_object_set (window, "selected", 1, NULL);
  act (window, "win.remove-alternative");

  g_assert_null (ys_scenario_find_alternative (get_scenario (window), b));
  g_assert_cmpuint (get_scenario (window)->excludes->len, ==, original->excludes->len);
  g_assert_cmpstr (find_toast (window), ==, said);

  /* Back, and looked at. */
  g_object_set (window, "selected", 0, NULL);
  act (window, "win.undo");
  g_assert_true (ys_scenario_equal (get_scenario (window), linked));
  g_assert_cmpint (get_selected (window), ==, 1);
  sample_close (window);
}

/* To the last one, and further. */
static void
test_remove_all (void)
{
  YsWindow *window = sample_open ("recovery-or-campaign.yardstick");

  for (guint n = get_scenario (window)->alternatives->len; n > 0; n--)
    {
      g_assert_cmpuint (get_scenario (window)->alternatives->len, ==, n);
      act (window, "win.remove-alternative");
    }

  gtk_widget_activate_action (GTK_WIDGET (window), "win.remove-alternative", NULL);
  g_assert_cmpuint (count_rows (window), ==, 0);
  sample_close (window);
}

static void
test_move (void)
{
  YsWindow *window = sample_open ("one-scale.yardstick");
  g_autoptr (YsScenario) original = ys_scenario_ref (get_scenario (window));
  const char *id = get_alternative (window, 0)->id;
  const int last = (int) original->alternatives->len - 1;

  g_object_set (window, "selected", 0, NULL);
  move (window, -1); /* there is nothing above it */
  g_assert_true (get_scenario (window) == original);

  move (window, 1);
  move (window, 1);
  g_assert_cmpstr (get_alternative (window, 2)->id, ==, id);
  g_assert_cmpint (get_selected (window), ==, 2);

  /* Each is a step. */
  act (window, "win.undo");
  g_assert_cmpstr (get_alternative (window, 1)->id, ==, id);
  g_assert_cmpint (get_selected (window), ==, 1);

  move (window, 99);
  g_assert_cmpstr (get_alternative (window, (guint) last)->id, ==, id);
  sample_close (window);
}

/* As one is dropped on another. */
static void
test_drop (void)
{
  YsWindow *window = sample_open ("one-scale.yardstick");
  g_autofree char *id = g_strdup (get_alternative (window, 2)->id);
  gpointer row = sample_find (window, YS_TYPE_ALTERNATIVE_ROW);

  g_signal_emit_by_name (row, "moved", 2, 0);
  sample_settle (window);
  g_assert_cmpstr (get_alternative (window, 0)->id, ==, id);
  g_assert_cmpint (get_selected (window), ==, 0);
  sample_close (window);
}

static void
test_baseline (void)
{
  YsWindow *window = sample_open ("one-scale.yardstick");

  for (int i = 0; i < 2; i++)
    {
      g_object_set (window, "selected", i, NULL);
      act (window, "win.set-baseline");
      g_assert_true (get_alternative (window, (guint) i)->baseline);
      g_assert_cmpint (ys_document_get_result (ys_window_get_document (window))->baseline, ==, i);
    }

  g_assert_false (get_alternative (window, 0)->baseline);
  act (window, "win.clear-baseline");
  g_assert_cmpint (ys_document_get_result (ys_window_get_document (window))->baseline, ==, -1);
  sample_close (window);
}

/* By the keyboard, and for the row it is asked for. */
static void
test_menu (void)
{
  YsWindow *window = sample_open ("one-scale.yardstick");
  YsAlternativeList *list = sample_find (window, YS_TYPE_ALTERNATIVE_LIST);
  GtkWidget *menu = sample_find (list, GTK_TYPE_POPOVER_MENU);
  YsAlternativeRow *row = sample_find (list, YS_TYPE_ALTERNATIVE_ROW);

  gtk_widget_activate_action (GTK_WIDGET (list), "alternatives.menu", NULL);
  g_assert_true (gtk_widget_get_visible (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  sample_spin ();

  g_object_set (window, "selected", 1, NULL);
  ys_alternative_row_ask_menu (row);
  g_assert_cmpint (get_selected (window), ==, (int) ys_alternative_row_get_alternative (row));
  gtk_popover_popdown (GTK_POPOVER (menu));
  sample_spin ();
  sample_close (window);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sample_start ();

  g_test_add_func ("/ui/alternatives/duplicate", test_duplicate);
  g_test_add_func ("/ui/alternatives/remove", test_remove);
  g_test_add_func ("/ui/alternatives/remove-all", test_remove_all);
  g_test_add_func ("/ui/alternatives/move", test_move);
  g_test_add_func ("/ui/alternatives/drop", test_drop);
  g_test_add_func ("/ui/alternatives/baseline", test_baseline);
  g_test_add_func ("/ui/alternatives/menu", test_menu);

  return g_test_run ();
}
