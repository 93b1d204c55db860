/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

static GPtrArray *
list_examples (void)
{
  const char *dir_name = g_getenv ("YS_EXAMPLES_DIR");
  g_autoptr (GDir) dir = g_dir_open (dir_name, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".yardstick"))
      g_ptr_array_add (paths, g_build_filename (dir_name, name, NULL));
  g_ptr_array_add (paths, g_test_build_filename (G_TEST_DIST, "risk", "w1.yardstick", NULL));

  return paths;
}

static YsScenario *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) problems = NULL;
  YsScenario *scenario = ys_file_read_bytes (bytes, &problems);

  for (guint i = 0; i < problems->len; i++)
    {
      const YsFileProblem *problem = problems->pdata[i];

      g_test_message ("%d:%d: %s", problem->line, problem->column, problem->message);
    }
  g_assert_cmpint (scenario == NULL, ==, problems->len > 0);
  return scenario;
}

static void
test_examples (void)
{
  g_autoptr (GPtrArray) paths = list_examples ();

  g_assert_cmpuint (paths->len, >=, 6);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YsScenario) scenario = ys_file_read (paths->pdata[i], &error);
      g_autoptr (YsScenario) again = NULL;
      g_autofree char *written = NULL;
      g_autofree char *rewritten = NULL;

      g_assert_no_error (error);
      written = ys_file_write_text (scenario);
      again = read_text (written);
      g_assert_nonnull (again);
      g_assert_true (ys_scenario_equal (scenario, again));
      rewritten = ys_file_write_text (again);
      g_assert_cmpstr (written, ==, rewritten);
    }
}

/* Apart from what the examples say although it is the default, they come back letter for letter. */
static void
test_same_text (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("YS_EXAMPLES_DIR"), "one-scale.yardstick", NULL);
  g_autofree char *given = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GString) expected = NULL;
  g_autoptr (YsScenario) scenario = NULL;

  g_assert_true (g_file_get_contents (path, &given, NULL, NULL));
  expected = g_string_new (given);
  g_string_replace (expected, "discount-rate=\"0.10\"", "discount-rate=\"0.1\"", 0);
  g_string_replace (expected, " residual=\"0\"", "", 0);

  scenario = read_text (given);
  g_assert_nonnull (scenario);
  written = ys_file_write_text (scenario);
  g_assert_cmpstr (written, ==, expected->str);
}

static void
test_everything (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "file", "everything.yardstick", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read (path, &error);
  const YsAlternative *campaign;
  const YsLine *line;

  g_assert_no_error (error);
  g_assert_cmpstr (scenario->comment, ==, " all of it ");
  g_assert_cmpint (scenario->row, ==, 3);
  g_assert_cmpstr (((YsDriver *) scenario->drivers->pdata[0])->comment, ==, " speed ");
  g_assert_cmpuint (scenario->assumptions->len, ==, 8);
  g_assert_cmpuint (((YsAssumption *) scenario->assumptions->pdata[7])->estimate->n_cases, ==, 2);
  g_assert_cmpint (((YsAssumption *) scenario->assumptions->pdata[1])->row, ==, 13);
  g_assert_cmpstr (scenario->understood[1], ==, "CRM");
  g_assert_cmpuint (scenario->tolerance->len, ==, 2);
  g_assert_cmpfloat (((YsTolerance *) scenario->tolerance->pdata[0])->loss, ==, 1e6);
  g_assert_cmpfloat (((YsTolerance *) scenario->tolerance->pdata[0])->chance, ==, 0.05);
  g_assert_cmpint (((YsTolerance *) scenario->tolerance->pdata[0])->row, ==, 58);

  campaign = scenario->alternatives->pdata[0];
  g_assert_cmpstr (campaign->technical_name, ==, "");
  line = campaign->lines->pdata[1];
  g_assert_cmpint (line->by_period_first, ==, 2);
  g_assert_cmpuint (line->n_by_period, ==, 3);
  g_assert_cmpfloat (line->depreciation.rate, ==, 0.3);
  line = campaign->lines->pdata[5];
  g_assert_cmpstr (line->kind->id, ==, "saving");
  g_assert_cmpuint (line->n_ramp, ==, 2);
  g_assert_cmpfloat (line->ramp[1], ==, 2.0);
  g_assert_cmpstr (line->comment, ==, " then \n ");
  g_assert_true (((YsAlternative *) scenario->alternatives->pdata[1])->baseline);
}

/* A newline cannot be written in an attribute but as a reference; what XML has no way to hold at all
 * is shown as U+FFFD; a comment cannot contain “--”. */
static void
test_awkward_texts (void)
{
  g_autoptr (YsScenario) scenario = ys_scenario_new ("a\nb\tc\rd \"<&>\" \x01\xff\xef\xbf\xbf", "EUR", 3);
  g_autoptr (YsScenario) again = NULL;
  g_autofree char *text = NULL;

  scenario->comment = g_strdup ("-- a --- \x02 -");
  text = ys_file_write_text (scenario);
  g_assert_nonnull (strstr (text, "title=\"a&#10;b&#9;c&#13;d &quot;&lt;&amp;>&quot; ���\""));

  again = read_text (text);
  g_assert_nonnull (again);
  g_assert_cmpstr (again->title, ==, "a\nb\tc\rd \"<&>\" ���");
  g_assert_cmpstr (again->comment, ==, "- - a - - - � - ");
}

static void
assert_refused (const char *path,
                const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read (path, &error);

  g_assert_error (error, YS_FILE_ERROR, YS_FILE_ERROR_IO);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_nonnull (strstr (error->message, word));
  g_assert_null (scenario);
}

static char *folder; /* for the files of one test */

static char *
make_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
test_unreadable (void)
{
  g_autofree char *path = make_path ("secret.yardstick");

  assert_refused ("/nowhere/at/all.yardstick", "no such file");
  assert_refused (folder, "folder");

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_no_errno (g_chmod (path, 0));
  if (g_access (path, R_OK) != 0)
    assert_refused (path, "not allowed");
}

static void
test_says_where (void)
{
  g_autofree char *path = make_path ("broken.yardstick");
  g_autofree char *start = g_strconcat (path, ":3: ", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsScenario) scenario = NULL;

  g_assert_true (g_file_set_contents (path, "<?xml version='1.0'?>\n\n<html/>", -1, NULL));
  scenario = ys_file_read (path, &error);
  g_assert_null (scenario);
  g_assert_error (error, YS_FILE_ERROR, YS_FILE_ERROR_NOT_A_SCENARIO);
  g_assert_true (g_str_has_prefix (error->message, start));
}

/* What stands behind a link is replaced, with its permissions; the link stays. */
static void
test_write (void)
{
  g_autoptr (YsScenario) scenario = ys_scenario_new ("T", "EUR", 3);
  g_autofree char *target = make_path ("target.yardstick");
  g_autofree char *link = make_path ("link.yardstick");
  g_autofree char *expected = ys_file_write_text (scenario);
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_no_errno (g_chmod (target, 0640));
  g_assert_no_errno (symlink ("target.yardstick", link));

  g_assert_true (ys_file_write (scenario, link, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (target, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, expected);
  g_assert_no_errno (g_stat (target, &status));
  g_assert_cmpint (status.st_mode & 07777, ==, 0640);
}

static void
test_unwritable (void)
{
  static const char *const paths[] = { "/nowhere/at/all.yardstick", "/dev/null", "/" };
  g_autoptr (YsScenario) scenario = ys_scenario_new ("T", "EUR", 3);

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ys_file_write (scenario, paths[i], &error));
      g_assert_error (error, YS_FILE_ERROR, YS_FILE_ERROR_IO);
      g_assert_nonnull (strstr (error->message, paths[i]));
    }
  g_assert_false (g_file_test ("/dev/null", G_FILE_TEST_IS_REGULAR));
}

/* A pipe has no size, and may not end. */
static void
test_endless (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read ("/dev/zero", &error);

  g_assert_null (scenario);
  g_assert_error (error, YS_FILE_ERROR, YS_FILE_ERROR_NOT_A_SCENARIO);
}

/* libxml2 reads the numbers of the schema by the locale; so would printf() write ours. */
static void
test_decimal_comma (void)
{
  static const char text[] = "<scenario xmlns=\"urn:yardstick:scenario\" version=\"1\" title=\"T\" "
                             "currency=\"EUR\" periods=\"3\"><rules tax-rate=\".5\"/></scenario>";
  g_autofree char *path = make_path ("de_DE.UTF-8");
  const char *argv[] = { "localedef", "-i", "de_DE", "-f", "UTF-8", path, NULL };
  g_autoptr (YsScenario) scenario = NULL;
  g_autofree char *written = NULL;

  if (!g_spawn_sync (NULL, (char **) argv, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, NULL, NULL)
      || !g_setenv ("LOCPATH", folder, TRUE) || setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("localedef cannot make de_DE.UTF-8 here");
      return;
    }

  scenario = read_text (text);
  g_assert_nonnull (scenario);
  written = ys_file_write_text (scenario);
  setlocale (LC_NUMERIC, "C");

  g_assert_cmpfloat (scenario->rules.tax_rate, ==, 0.5);
  g_assert_nonnull (strstr (written, "tax-rate=\"0.5\""));
}

static gpointer
read_in_thread (gpointer path)
{
  for (int i = 0; i < 20; i++)
    {
      g_autoptr (YsScenario) scenario = ys_file_read (path, NULL);

      g_assert_nonnull (scenario);
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("YS_EXAMPLES_DIR"), "production-line.yardstick",
                                            NULL);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, path);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }

  g_assert_no_errno (g_remove (path));
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file/examples/round-trip", test_examples);
  g_test_add_func ("/file/examples/same-text", test_same_text);
  g_test_add_func ("/file/read/everything", test_everything);
  g_test_add_func ("/file/read/unreadable", test_unreadable);
  g_test_add_func ("/file/read/says-where", test_says_where);
  g_test_add_func ("/file/read/endless", test_endless);
  g_test_add_func ("/file/read/decimal-comma", test_decimal_comma);
  g_test_add_func ("/file/read/threads", test_threads);
  g_test_add_func ("/file/write/awkward-texts", test_awkward_texts);
  g_test_add_func ("/file/write/behind-a-link", test_write);
  g_test_add_func ("/file/write/unwritable", test_unwritable);

  folder = g_dir_make_tmp ("yardstick-XXXXXX", NULL);
  g_assert_nonnull (folder);
  result = g_test_run ();
  remove_all (folder);
  g_free (folder);

  return result;
}
