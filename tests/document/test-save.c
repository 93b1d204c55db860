/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-document.h"

#include <glib/gstdio.h>

#include "ys-file.h"

/* Running the main loop */

typedef struct
{
  GError *error;
  int     order; /* when it was done: 1, 2, … ; 0: not yet */
} Saved;

static int n_saved;

static void
saved_cb (GObject      *source,
          GAsyncResult *async,
          gpointer      data)
{
  Saved *saved = data;

  ys_document_save_finish (YS_DOCUMENT (source), async, &saved->error);
  saved->order = ++n_saved;
}

static void
wait_for (const Saved *saved)
{
  while (saved->order == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* What the mark says is so: not modified is what the file holds. */
static void
assert_mark (YsDocument *document,
             GFile      *file,
             gboolean    modified)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsScenario) held = ys_file_read (g_file_peek_path (file), &error);

  g_assert_no_error (error);
  g_assert_cmpint (ys_document_get_modified (document), ==, modified);
  g_assert_cmpint (ys_scenario_equal (held, ys_document_get_scenario (document)), ==, !modified);
}

static void
test_modified (void)
{
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (GFile) file = sample_file_new ("saved.yardstick");

  sample_document_set_title (document, "Mulchers");
  sample_save_well (document, file);
  g_assert_true (g_file_equal (ys_document_get_file (document), file));
  assert_mark (document, file, FALSE);

  /* Undone to before what is in the file, and back. */
  ys_document_undo (document);
  assert_mark (document, file, TRUE);
  ys_document_redo (document);
  assert_mark (document, file, FALSE);
}

/* Typing goes on in the field it was saved from. */
static void
test_in_a_series (void)
{
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (GFile) file = sample_file_new ("series.yardstick");

  sample_document_set_title (document, "M");
  sample_save_well (document, file);
  sample_document_set_title (document, "Mu");
  assert_mark (document, file, TRUE);
  ys_document_undo (document);
  assert_mark (document, file, FALSE);
  ys_document_undo (document);
  assert_mark (document, file, TRUE);
}

static void
test_edited_meanwhile (void)
{
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (GFile) file = sample_file_new ("meanwhile.yardstick");
  Saved saved = { NULL };

  sample_document_set_title (document, "first");
  ys_document_save_async (document, file, FALSE, NULL, saved_cb, &saved);
  sample_document_set_title (document, "second");
  g_assert_true (ys_document_get_saving (document));
  wait_for (&saved);
  g_assert_no_error (saved.error);
  g_assert_false (ys_document_get_saving (document));
  assert_mark (document, file, TRUE);

  ys_document_undo (document);
  assert_mark (document, file, FALSE);
}

/* The one wanted last is the one in the file, and none takes another for somebody else's. */
static void
test_one_after_another (void)
{
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (GFile) file = sample_file_new ("often.yardstick");
  Saved saved[20] = { { NULL } };

  sample_save_well (document, file);
  n_saved = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (saved); i++)
    {
      g_autofree char *title = g_strdup_printf ("%zu", i);

      sample_document_set_title (document, title);
      ys_document_save_async (document, NULL, FALSE, NULL, saved_cb, &saved[i]);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (saved); i++)
    {
      wait_for (&saved[i]);
      g_assert_no_error (saved[i].error);
      g_assert_cmpint (saved[i].order, ==, 1 + (int) i);
    }
  assert_mark (document, file, FALSE);
}

/* What was to be saved to one file is not taken for what is in another. */
static void
test_to_another (void)
{
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (GFile) here = sample_file_new ("here.yardstick");
  g_autoptr (GFile) there = sample_file_new ("there.yardstick");
  Saved first = { NULL };
  Saved second = { NULL };

  sample_document_set_title (document, "here");
  ys_document_save_async (document, here, FALSE, NULL, saved_cb, &first);
  sample_document_set_title (document, "there");
  ys_document_save_async (document, there, FALSE, NULL, saved_cb, &second);
  wait_for (&second);

  g_assert_true (g_file_equal (ys_document_get_file (document), there));
  assert_mark (document, there, FALSE);
}

static void
test_changed_by_others (void)
{
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (GFile) file = sample_file_new ("shared.yardstick");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  sample_save_well (document, file);
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "of somebody else", -1, NULL));

  sample_document_set_title (document, "Mulchers");
  g_assert_false (sample_save (document, NULL, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_true (ys_document_get_modified (document));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "of somebody else");

  g_assert_true (sample_save (document, NULL, TRUE, NULL));
  assert_mark (document, file, FALSE);
}

static void
test_nowhere (void)
{
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (GFile) file = sample_file_new ("before.yardstick");
  g_autoptr (GFile) gone = sample_file_new ("gone/away.yardstick");
  g_autoptr (GError) error = NULL;

  sample_save_well (document, file);
  sample_document_set_title (document, "Mulchers");
  g_assert_false (sample_save (document, gone, FALSE, &error));
  g_assert_error (error, YS_FILE_ERROR, YS_FILE_ERROR_IO);
  g_assert_true (g_file_equal (ys_document_get_file (document), file));
  assert_mark (document, file, TRUE);
}

static void
test_read_only (void)
{
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (GFile) file = sample_file_new ("read-only.yardstick");
  g_autoptr (GFile) copy = sample_file_new ("copy.yardstick");
  g_autoptr (YsDocument) again = NULL;
  g_autoptr (GError) error = NULL;

  sample_save_well (document, file);
  g_assert_no_errno (g_chmod (g_file_peek_path (file), 0444));
  again = sample_open (file);
  g_assert_true (ys_document_get_read_only (again));

  sample_document_set_title (again, "Mulchers");
  g_assert_false (sample_save (again, NULL, FALSE, &error));
  g_assert_error (error, YS_FILE_ERROR, YS_FILE_ERROR_IO);
  assert_mark (again, file, TRUE);

  sample_save_well (again, copy);
  g_assert_false (ys_document_get_read_only (again));
  assert_mark (again, copy, FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/save/modified", test_modified);
  g_test_add_func ("/save/in-a-series", test_in_a_series);
  g_test_add_func ("/save/edited-meanwhile", test_edited_meanwhile);
  g_test_add_func ("/save/one-after-another", test_one_after_another);
  g_test_add_func ("/save/to-another", test_to_another);
  g_test_add_func ("/save/changed-by-others", test_changed_by_others);
  g_test_add_func ("/save/nowhere", test_nowhere);
  g_test_add_func ("/save/read-only", test_read_only);

  return g_test_run ();
}
