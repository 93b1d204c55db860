/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-watch.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "sample-document.h"
#include "ys-file.h"

/* Long enough for whatever would be noticed wrongly. [ms] */
#define QUIET 400

typedef struct
{
  GFile       *file;
  YsDocument  *document;
  YsFileWatch *watch;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = sample_file_new ("watched.yardstick");
  fixture->document = sample_document_new ();
  sample_document_set_title (fixture->document, "ours");
  sample_save_well (fixture->document, fixture->file);
  fixture->watch = ys_file_watch_new (fixture->document);
  sample_wait (QUIET);
  g_assert_cmpint (ys_file_watch_get_state (fixture->watch), ==, YS_FILE_UNCHANGED);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  /* A look may be under way. */
  sample_wait (QUIET);
  g_assert_finalize_object (fixture->watch);
  g_assert_finalize_object (fixture->document);
  g_unlink (g_file_peek_path (fixture->file));
  g_object_unref (fixture->file);
}

/* As another program does it. */
static void
write_title (GFile      *file,
             const char *title)
{
  g_autoptr (YsDocument) other = sample_document_new ();
  g_autoptr (GError) error = NULL;

  sample_document_set_title (other, title);
  g_assert_true (ys_file_write (ys_document_get_scenario (other), g_file_peek_path (file), &error));
  g_assert_no_error (error);
}

static void
wait_for (Fixture     *fixture,
          YsFileState  state)
{
  for (int i = 0; i < 500 && ys_file_watch_get_state (fixture->watch) != state; i++)
    sample_wait (20);
  g_assert_cmpint (ys_file_watch_get_state (fixture->watch), ==, state);
}

static void
stay (Fixture     *fixture,
      YsFileState  state)
{
  sample_wait (QUIET);
  g_assert_cmpint (ys_file_watch_get_state (fixture->watch), ==, state);
}

static void
reloaded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_document_reload_finish (YS_DOCUMENT (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
reload (YsDocument *document)
{
  gboolean done = FALSE;

  ys_document_reload_async (document, NULL, reloaded_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_own (Fixture       *fixture,
          gconstpointer  data)
{
  sample_document_set_title (fixture->document, "newer");
  sample_save_well (fixture->document, NULL);
  stay (fixture, YS_FILE_UNCHANGED);
  g_assert_false (ys_document_get_modified (fixture->document));
}

static void
test_reload (Fixture       *fixture,
             gconstpointer  data)
{
  write_title (fixture->file, "theirs");
  wait_for (fixture, YS_FILE_CHANGED);
  g_assert_false (ys_document_get_modified (fixture->document));

  reload (fixture->document);
  ys_file_watch_check (fixture->watch);
  wait_for (fixture, YS_FILE_UNCHANGED);
  g_assert_cmpstr (ys_document_get_title (fixture->document), ==, "theirs");
  g_assert_false (ys_document_get_modified (fixture->document));

  ys_document_undo (fixture->document);
  g_assert_cmpstr (ys_document_get_title (fixture->document), ==, "ours");
  g_assert_true (ys_document_get_modified (fixture->document));
  sample_save_well (fixture->document, NULL);
}

/* Then saving needs no further question, until it is changed once more. */
static void
test_ignore (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  write_title (fixture->file, "theirs");
  wait_for (fixture, YS_FILE_CHANGED);
  ys_file_watch_ignore (fixture->watch);
  g_assert_true (ys_document_get_modified (fixture->document));
  stay (fixture, YS_FILE_UNCHANGED);

  write_title (fixture->file, "theirs again");
  wait_for (fixture, YS_FILE_CHANGED);
  g_assert_false (sample_save (fixture->document, NULL, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);

  ys_file_watch_ignore (fixture->watch);
  sample_save_well (fixture->document, NULL);
  g_assert_false (ys_document_get_modified (fixture->document));
  stay (fixture, YS_FILE_UNCHANGED);
}

/* Synchronising programs like to write what is there already. */
static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  write_title (fixture->file, "ours");
  stay (fixture, YS_FILE_UNCHANGED);

  sample_document_set_title (fixture->document, "newer");
  sample_save_well (fixture->document, NULL);
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_no_errno (g_unlink (g_file_peek_path (fixture->file)));
  wait_for (fixture, YS_FILE_GONE);
  g_assert_true (ys_document_get_modified (fixture->document));

  /* Somebody puts it back. */
  write_title (fixture->file, "ours");
  wait_for (fixture, YS_FILE_UNCHANGED);
  g_assert_false (ys_document_get_modified (fixture->document));

  g_assert_no_errno (g_unlink (g_file_peek_path (fixture->file)));
  wait_for (fixture, YS_FILE_GONE);
  sample_save_well (fixture->document, NULL);
  wait_for (fixture, YS_FILE_UNCHANGED);
  g_assert_false (ys_document_get_modified (fixture->document));
}

/* What was given up does not come back by the file coming back. */
static void
test_gone_ignored (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *away = g_strconcat (g_file_peek_path (fixture->file), ".away", NULL);

  write_title (fixture->file, "theirs");
  wait_for (fixture, YS_FILE_CHANGED);
  ys_file_watch_ignore (fixture->watch);

  g_assert_no_errno (g_rename (g_file_peek_path (fixture->file), away));
  wait_for (fixture, YS_FILE_GONE);
  g_assert_no_errno (g_rename (away, g_file_peek_path (fixture->file)));
  wait_for (fixture, YS_FILE_UNCHANGED);
  g_assert_true (ys_document_get_modified (fixture->document));
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_no_errno (g_chmod (g_file_peek_path (fixture->file), 0444));
  for (int i = 0; i < 500 && !ys_document_get_read_only (fixture->document); i++)
    sample_wait (20);
  g_assert_true (ys_document_get_read_only (fixture->document));
  g_assert_cmpint (ys_file_watch_get_state (fixture->watch), ==, YS_FILE_UNCHANGED);
}

static void
test_behind_link (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GFile) link = sample_file_new ("link.yardstick");
  g_autoptr (YsDocument) document = NULL;
  g_autoptr (YsFileWatch) watch = NULL;

  g_unlink (g_file_peek_path (link));
  g_assert_no_errno (symlink (g_file_peek_path (fixture->file), g_file_peek_path (link)));
  document = sample_open (link);
  watch = ys_file_watch_new (document);
  sample_wait (QUIET);

  write_title (fixture->file, "theirs");
  for (int i = 0; i < 500 && ys_file_watch_get_state (watch) != YS_FILE_CHANGED; i++)
    sample_wait (20);
  g_assert_cmpint (ys_file_watch_get_state (watch), ==, YS_FILE_CHANGED);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture       *fixture,
                       gconstpointer  data);
  } tests[] = {
    { "/file-watch/own",          test_own },
    { "/file-watch/reload",       test_reload },
    { "/file-watch/ignore",       test_ignore },
    { "/file-watch/same",         test_same },
    { "/file-watch/gone",         test_gone },
    { "/file-watch/gone-ignored", test_gone_ignored },
    { "/file-watch/read-only",    test_read_only },
    { "/file-watch/behind-link",  test_behind_link },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
