/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-autosave.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "sample-document.h"

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "yardstick", "recovery", NULL);
}

static int
count_files (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static gboolean
is_kept_with (const char *words)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while (!found && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      found = g_file_get_contents (path, &text, NULL, NULL) && strstr (text, words) != NULL;
    }

  return found;
}

/* All that is left over, and nothing else; once nobody writes it any more. */
static YsRecovery *
claim_one (void)
{
  g_autoptr (GPtrArray) claimed = ys_recovery_claim_all ();

  for (int i = 0; i < 100 && claimed->len == 0; i++)
    {
      sample_wait (50);
      g_ptr_array_unref (claimed);
      claimed = ys_recovery_claim_all ();
    }

  g_assert_cmpuint (claimed->len, ==, 1);

  return ys_recovery_ref (claimed->pdata[0]);
}

static guint
count_claims (void)
{
  g_autoptr (GPtrArray) claimed = ys_recovery_claim_all ();

  return claimed->len;
}

/* The program ends, in whatever way: only its locks are gone. */
static void
keep_and_end (YsDocument *document,
              const char *tag)
{
  g_autoptr (YsRecovery) recovery = ys_recovery_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_recovery_keep (recovery, ys_document_get_scenario (document),
                                   ys_document_get_file (document), tag, &error));
  g_assert_no_error (error);
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *async,
                gpointer      data)
{
  GAsyncResult **result = data;

  *result = g_object_ref (async);
}

static YsDocument *
recover (YsRecovery *recovery)
{
  g_autoptr (GAsyncResult) result = NULL;

  ys_recovery_open_async (recovery, NULL, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return ys_recovery_open_finish (result);
}

static void
wait_for_files (int n)
{
  for (int i = 0; i < 500 && count_files () != n; i++)
    sample_wait (20);
  g_assert_cmpint (count_files (), ==, n);
}

/* In no file yet. */
static void
test_new (void)
{
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (YsRecovery) recovery = NULL;
  g_autoptr (YsDocument) again = NULL;
  GStatBuf state;

  sample_document_set_title (document, "Budget <?&> \"2027\"");
  keep_and_end (document, NULL);
  recovery = claim_one ();
  g_assert_true (ys_scenario_equal (ys_recovery_get_scenario (recovery),
                                    ys_document_get_scenario (document)));
  g_assert_null (ys_recovery_get_file (recovery));
  g_assert_cmpint (ABS (g_date_time_to_unix (ys_recovery_get_time (recovery)) - time (NULL)), <, 60);
  g_assert_no_errno (g_stat (ys_recovery_get_path (recovery), &state));
  g_assert_cmphex (state.st_mode & 07777, ==, 0600);

  again = recover (recovery);
  g_assert_null (ys_document_get_file (again));
  g_assert_true (ys_document_get_modified (again));
  g_assert_cmpstr (ys_document_get_title (again), ==, "Budget <?&> \"2027\"");

  /* Held: nobody else offers it. */
  g_assert_cmpuint (count_claims (), ==, 0);
  ys_recovery_drop (recovery);
  g_assert_cmpint (count_files (), ==, 0);
}

/* The way back to what is in the file is a step. */
static void
test_of_file (void)
{
  g_autoptr (GFile) file = sample_file_new ("ours & \"theirs\" %3F?.yardstick");
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (YsDocument) opened = NULL;
  g_autoptr (YsDocument) again = NULL;
  g_autoptr (YsRecovery) recovery = NULL;
  g_autoptr (YsAutosave) autosave = NULL;

  sample_document_set_title (document, "saved");
  sample_save_well (document, file);
  opened = sample_open (file);
  sample_document_set_title (opened, "edited");
  autosave = ys_autosave_new (opened);
  ys_autosave_keep_now (autosave);
  wait_for_files (2);
  g_assert_cmpuint (count_claims (), ==, 0);
  g_clear_object (&autosave);

  recovery = claim_one ();
  g_assert_true (g_file_equal (ys_recovery_get_file (recovery), file));
  again = recover (recovery);
  g_assert_true (g_file_equal (ys_document_get_file (again), file));
  g_assert_true (ys_document_get_modified (again));
  g_assert_cmpstr (ys_document_get_title (again), ==, "edited");

  ys_document_undo (again);
  g_assert_cmpstr (ys_document_get_title (again), ==, "saved");
  g_assert_false (ys_document_get_modified (again));
  ys_document_redo (again);

  /* Saving needs no question, and ends the matter. */
  autosave = ys_autosave_take_over (again, recovery);
  sample_save_well (again, NULL);
  g_assert_cmpint (count_files (), ==, 0);
}

/* What somebody else has made of the file since is not replaced unasked. */
static void
test_file_changed (void)
{
  g_autoptr (GFile) file = sample_file_new ("changed.yardstick");
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (YsDocument) other = sample_document_new ();
  g_autoptr (YsDocument) again = NULL;
  g_autoptr (YsRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;

  sample_save_well (document, file);
  sample_document_set_title (document, "edited");
  keep_and_end (document, "1.0:2:3");
  sample_document_set_title (other, "theirs");
  sample_save_well (other, file);

  recovery = claim_one ();
  again = recover (recovery);
  g_assert_cmpstr (ys_document_get_title (again), ==, "edited");
  g_assert_true (ys_document_get_modified (again));
  g_assert_false (sample_save (again, NULL, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  ys_recovery_drop (recovery);
}

/* Ended between saving and dropping. */
static void
test_saved (void)
{
  g_autoptr (GFile) file = sample_file_new ("saved.yardstick");
  g_autoptr (YsDocument) document = sample_document_new ();

  sample_document_set_title (document, "saved");
  sample_save_well (document, file);
  keep_and_end (document, "1.0:2:3");
  g_assert_cmpuint (count_claims (), ==, 0);
  g_assert_cmpint (count_files (), ==, 0);
}

static void
test_damaged (void)
{
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (YsRecovery) recovery = NULL;

  keep_and_end (document, NULL);
  recovery = claim_one ();
  path = g_strdup (ys_recovery_get_path (recovery));
  g_clear_pointer (&recovery, ys_recovery_unref);
  g_assert_true (g_file_set_contents (path, "<scenario xmlns=\"urn:", -1, NULL));

  recovery = claim_one ();
  g_assert_null (ys_recovery_get_scenario (recovery));
  g_assert_true (g_file_get_contents (ys_recovery_get_path (recovery), &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "<scenario xmlns=\"urn:");

  /* Said once. */
  g_assert_cmpuint (count_claims (), ==, 0);
  g_assert_cmpint (count_files (), ==, 1);
  g_assert_no_errno (g_unlink (ys_recovery_get_path (recovery)));
}

/* While there is no end of changes, and after the last one. */
static void
test_when (void)
{
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (YsAutosave) autosave = ys_autosave_new (document);
  g_autoptr (YsRecovery) recovery = NULL;
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; count_files () == 0; i++)
    {
      g_autofree char *title = g_strdup_printf ("%d", i);

      sample_document_set_title (document, title);
      sample_wait (50);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }

  sample_document_set_title (document, "last");
  sample_wait (4000);
  g_clear_object (&autosave);
  recovery = claim_one ();
  g_assert_cmpstr (ys_recovery_get_scenario (recovery)->title, ==, "last");
  ys_recovery_drop (recovery);
}

static void
test_undone (void)
{
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (YsAutosave) autosave = ys_autosave_new (document);

  sample_document_set_title (document, "edited");
  ys_autosave_keep_now (autosave);
  wait_for_files (2);
  ys_document_undo (document);
  g_assert_cmpint (count_files (), ==, 0);

  /* At any moment of the writing. */
  ys_document_redo (document);
  ys_autosave_keep_now (autosave);
  ys_autosave_discard (autosave);
  sample_document_set_title (document, "edited again");
  ys_autosave_keep_now (autosave);
  sample_wait (200);
  g_assert_cmpint (count_files (), ==, 0);
}

/* While it is saved, editing goes on. */
static void
test_saving (void)
{
  g_autoptr (GFile) file = sample_file_new ("saving.yardstick");
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (YsAutosave) autosave = ys_autosave_new (document);
  g_autoptr (YsDocument) again = NULL;
  g_autoptr (YsRecovery) recovery = NULL;

  sample_document_set_title (document, "first");
  ys_autosave_keep_now (autosave);
  wait_for_files (2);
  ys_document_save_async (document, file, FALSE, NULL, NULL, NULL);
  sample_document_set_title (document, "second");
  while (ys_document_get_saving (document))
    g_main_context_iteration (NULL, TRUE);
  for (int i = 0; i < 100 && !(is_kept_with ("second") && is_kept_with ("saving.yardstick")); i++)
    sample_wait (100);
  g_clear_object (&autosave);

  recovery = claim_one ();
  g_assert_true (g_file_equal (ys_recovery_get_file (recovery), file));
  again = recover (recovery);
  g_assert_cmpstr (ys_document_get_title (again), ==, "second");
  ys_document_undo (again);
  g_assert_cmpstr (ys_document_get_title (again), ==, "first");
  g_assert_false (ys_document_get_modified (again));
  ys_recovery_drop (recovery);
}

static void
count_cb (int *count)
{
  (*count)++;
}

/* Said once; tried again all the same. */
static void
test_impossible (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (YsAutosave) autosave = ys_autosave_new (document);
  int failed = 0;

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_no_errno (g_rmdir (folder));
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_signal_connect_swapped (autosave, "failed", G_CALLBACK (count_cb), &failed);
  for (int i = 0; i < 3; i++)
    {
      sample_document_set_title (document, i % 2 == 0 ? "edited" : "again");
      ys_autosave_keep_now (autosave);
      sample_wait (100);
    }
  g_assert_cmpint (failed, ==, 1);

  g_assert_no_errno (g_unlink (folder));
  sample_document_set_title (document, "at last");
  ys_autosave_keep_now (autosave);
  wait_for_files (2);
  ys_autosave_discard (autosave);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/recovery/new", test_new);
  g_test_add_func ("/recovery/of-file", test_of_file);
  g_test_add_func ("/recovery/file-changed", test_file_changed);
  g_test_add_func ("/recovery/saved", test_saved);
  g_test_add_func ("/recovery/damaged", test_damaged);
  g_test_add_func ("/recovery/when", test_when);
  g_test_add_func ("/recovery/undone", test_undone);
  g_test_add_func ("/recovery/saving", test_saving);
  g_test_add_func ("/recovery/impossible", test_impossible);

  return g_test_run ();
}
