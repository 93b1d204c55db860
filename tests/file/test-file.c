/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file.h"

#include <glib/gstdio.h>
#include <string.h>

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/file/examples/round-trip", test_examples);

  return g_test_run ();
}
