/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "random-edit.h"
#include "ys-blank.h"
#include "ys-document.h"
#include "ys-file.h"

/* Thousands of edits at random: nothing is lost, nothing is mixed up. What a state was is remembered
 * as text, which no later edit can reach. */

#define N_EDITS 1000
#define N_TRIALS 64

typedef struct
{
  YsDocument *document;
  GRand      *random;
  GPtrArray  *states; /* (element-type utf8) the first, then one after each step */
  guint       n_refused;
} Walk;

static Walk
walk_new (const YsScenario *scenario,
          guint32           seed)
{
  Walk walk = { ys_document_new (scenario, NULL), g_rand_new_with_seed (seed),
                g_ptr_array_new_with_free_func (g_free), 0 };

  g_ptr_array_add (walk.states, ys_file_write_text (scenario));
  g_test_message ("seed %u", seed);

  return walk;
}

static void
walk_clear (Walk *walk)
{
  g_object_unref (walk->document);
  g_rand_free (walk->random);
  g_ptr_array_unref (walk->states);
}

static YsScenario *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) problems = NULL;
  YsScenario *scenario = ys_file_read_bytes (bytes, &problems);

  if (scenario == NULL)
    g_error ("%s\n%s", ((YsFileProblem *) problems->pdata[0])->message, text);

  return scenario;
}

static void
assert_state (YsDocument *document,
              const char *text)
{
  g_autofree char *written = ys_file_write_text (ys_document_get_scenario (document));

  g_assert_cmpstr (written, ==, text);
}

/* It can be saved, read and worked with. */
static void
check_new_state (YsDocument *document,
                 const char *text)
{
  const YsSimulateOptions options = { .trials = N_TRIALS, .threads = 1 };
  g_autoptr (YsScenario) twin = read_text (text);
  g_autoptr (YsResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (!ys_scenario_equal (ys_document_get_scenario (document), twin))
    g_error ("Read back, this is another scenario:\n%s", text);

  result = ys_simulate (twin, &options, &error);
  g_assert_no_error (error);
}

/* Refused, it changes nothing; else it is a step, or goes on with the last. */
static void
walk_on (Walk *walk)
{
  const YsScenario *old = ys_document_get_scenario (walk->document);
  g_autoptr (YsScenario) newer = random_edit (walk->random, old);
  gboolean same = ys_scenario_equal (newer, old);
  g_autofree char *label = g_strdup_printf ("change %u", walk->states->len);
  g_autoptr (GError) error = NULL;

  if (!ys_document_apply (walk->document, newer, label, NULL, &error))
    {
      g_assert_true (ys_document_get_scenario (walk->document) == old);
      g_assert_cmpuint (strlen (error->message), >, 10);
      walk->n_refused++;
      return;
    }
  if (same)
    return;

  g_ptr_array_add (walk->states, ys_file_write_text (newer));
  g_assert_cmpstr (ys_document_get_undo_label (walk->document), ==, label);
  check_new_state (walk->document, g_ptr_array_index (walk->states, walk->states->len - 1));
}

static void
walk_back (Walk *walk)
{
  for (guint i = walk->states->len; i-- > 0;)
    {
      assert_state (walk->document, g_ptr_array_index (walk->states, i));
      g_assert_true ((ys_document_get_undo_label (walk->document) != NULL) == (i > 0));
      ys_document_undo (walk->document);
    }
}

static void
walk_forth (Walk *walk)
{
  for (guint i = 0; i < walk->states->len; i++)
    {
      g_autofree char *label = g_strdup_printf ("change %u", i + 1);

      assert_state (walk->document, g_ptr_array_index (walk->states, i));
      g_assert_cmpstr (ys_document_get_redo_label (walk->document), ==,
                       i + 1 < walk->states->len ? label : NULL);
      ys_document_redo (walk->document);
    }
}

static void
walk_there_and_back (const YsScenario *scenario)
{
  Walk walk = walk_new (scenario, g_test_rand_int ());

  while (walk.states->len <= N_EDITS)
    walk_on (&walk);
  walk_back (&walk);
  g_assert_true (ys_document_get_scenario (walk.document) == scenario);
  g_assert_false (ys_document_get_modified (walk.document));
  walk_forth (&walk);

  g_test_message ("%u steps, %u refused", walk.states->len - 1, walk.n_refused);
  g_assert_cmpuint (walk.n_refused, >, N_EDITS / 20);
  walk_clear (&walk);
}

static void
test_from_everything (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "file", "everything.yardstick", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read (path, &error);

  g_assert_no_error (error);
  walk_there_and_back (scenario);
}

static void
test_from_blank (void)
{
  g_autoptr (YsScenario) scenario = ys_blank_new ("EUR", 4096, 2027);

  walk_there_and_back (scenario);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/edits/from-everything", test_from_everything);
  g_test_add_func ("/document/edits/from-blank", test_from_blank);

  return g_test_run ();
}
