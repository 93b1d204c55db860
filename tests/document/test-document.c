/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-document.h"

#include <malloc.h>
#include <string.h>

#include "ys-error.h"
#include "ys-file.h"
#include "ys-pace.h"

static char *
get_example (const char *name)
{
  return g_build_filename (g_getenv ("YS_EXAMPLES_DIR"), name, NULL);
}

/* Running the main loop */

typedef struct
{
  YsDocument *document;
  GError     *error;
  gboolean    done;
} Opened;

static void
opened_cb (GObject      *source,
           GAsyncResult *async,
           gpointer      data)
{
  Opened *opened = data;

  opened->document = ys_document_open_finish (async, &opened->error);
  opened->done = TRUE;
}

static Opened
open_path (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Opened opened = { NULL };

  ys_document_open_async (file, NULL, opened_cb, &opened);
  while (!opened.done)
    g_main_context_iteration (NULL, TRUE);

  return opened;
}

static YsDocument *
open_example (const char *name)
{
  g_autofree char *path = get_example (name);
  Opened opened = open_path (path);

  g_assert_no_error (opened.error);

  return opened.document;
}

static void
settle (YsDocument *document)
{
  while (ys_document_get_evaluating (document))
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (int *count)
{
  (*count)++;
}

static double
get_worth (const YsResult *result)
{
  return ys_result_get_metric (result, 0, "npv");
}

static YsWhatIf *
required_return (double rate)
{
  YsWhatIf *what_if = ys_what_if_new ();

  what_if->discount_rate = rate;

  return what_if;
}

/* Pace */

static void
test_pace_unknown (void)
{
  YsPace pace = { { 0 } };

  g_assert_cmpuint (ys_pace_fit (&pace, 65536, 0.008), ==, 4096);
  g_assert_cmpuint (ys_pace_fit (&pace, 5000, 0.008), ==, 5000);
  g_assert_cmpuint (ys_pace_fit (&pace, 700, 0.008), ==, 700);
}

static void
test_pace_fit (void)
{
  YsPace pace = { { 0 } };

  /* 1 ms and a microsecond for each: what is not known is twice as long as half of it. */
  ys_pace_note (&pace, 4096, 0.0051);
  g_assert_cmpuint (ys_pace_fit (&pace, 65536, 0.008), ==, 4096);
  g_assert_cmpuint (ys_pace_fit (&pace, 65536, 0.082), ==, 65536);
  g_assert_cmpuint (ys_pace_fit (&pace, 100000, 0.082), ==, 100000);
  g_assert_cmpuint (ys_pace_fit (&pace, 100000, 0.081), ==, 32768);

  /* Half as many are tried, then half of that; never fewer than 1,024. */
  g_assert_cmpuint (ys_pace_fit (&pace, 65536, 0.003), ==, 2048);
  ys_pace_note (&pace, 2048, 0.0031);
  g_assert_cmpuint (ys_pace_fit (&pace, 65536, 0.003), ==, 1024);
  ys_pace_note (&pace, 1024, 0.0031);
  g_assert_cmpuint (ys_pace_fit (&pace, 65536, 0.002), ==, 1024);
}

/* Costs that do not depend on the trials do not hold it down: 5 ms, however many. */
static void
test_pace_climb (void)
{
  YsPace pace = { { 0 } };

  for (int i = 0; i < 10; i++)
    ys_pace_note (&pace, ys_pace_fit (&pace, 65536, 0.011), 0.005);

  g_assert_cmpuint (ys_pace_fit (&pace, 65536, 0.011), ==, 65536);
}

static void
test_pace_hiccup (void)
{
  YsPace pace = { { 0 } };

  ys_pace_note (&pace, 4096, 0.001);
  ys_pace_note (&pace, 65536, 0.006);
  ys_pace_note (&pace, 65536, 0.060);
  g_assert_cmpuint (ys_pace_fit (&pace, 65536, 0.008), <, 65536);

  for (int i = 0; i < 40; i++)
    {
      gsize trials = ys_pace_fit (&pace, 65536, 0.008);

      ys_pace_note (&pace, trials, (double) trials / 65536 * 0.006);
    }
  g_assert_cmpuint (ys_pace_fit (&pace, 65536, 0.008), ==, 65536);
}

/* Opening */

static void
test_open_example (void)
{
  g_autoptr (YsDocument) document = open_example ("one-scale.yardstick");
  g_autofree char *name = g_file_get_basename (ys_document_get_file (document));

  g_assert_cmpstr (name, ==, "one-scale.yardstick");
  g_assert_cmpstr (ys_document_get_title (document), ==, "Where should next year's money go?");
  g_assert_false (ys_document_get_modified (document));
  g_assert_true (ys_document_get_evaluating (document));
  g_assert_null (ys_document_get_result (document));

  settle (document);
  g_assert_null (ys_document_get_error (document));
  g_assert_cmpuint (ys_document_get_result (document)->n_trials, ==, 65536);
  g_assert_true (ys_document_get_result (document) == ys_document_get_before (document));
}

static void
test_open_missing (void)
{
  Opened opened = open_path ("/nowhere/at all.yardstick");

  g_assert_null (opened.document);
  g_assert_error (opened.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_error_free (opened.error);
}

static void
test_open_invalid (void)
{
  const char *text = "<?xml version=\"1.0\"?>\n"
                     "<scenario xmlns=\"urn:yardstick:scenario\" version=\"1\" title=\"A\"\n"
                     "          currency=\"EUR\" period=\"year\" periods=\"soon\"/>\n";
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "invalid.yardstick", NULL);
  g_autofree char *after = NULL;
  Opened opened;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  opened = open_path (path);

  g_assert_null (opened.document);
  g_assert_error (opened.error, YS_FILE_ERROR, YS_FILE_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (opened.error->message, "Line "));
  g_assert_nonnull (strstr (opened.error->message, "soon"));
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
  g_error_free (opened.error);
}

static void
test_open_cancelled (void)
{
  g_autofree char *path = get_example ("one-scale.yardstick");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Opened opened = { NULL };

  ys_document_open_async (file, cancellable, opened_cb, &opened);
  g_cancellable_cancel (cancellable);
  while (!opened.done)
    g_main_context_iteration (NULL, TRUE);

  g_assert_null (opened.document);
  g_assert_error (opened.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_error_free (opened.error);
}

/* Evaluation */

static void
test_evaluate_certain (void)
{
  g_autoptr (YsDocument) document = open_example ("production-line.yardstick");

  settle (document);
  g_assert_cmpuint (ys_document_get_result (document)->n_trials, ==, 1);
  /* Ross, Westerfield & Jordan, ch. 10: 65,488; the tax authority's table differs in the last digit. */
  g_assert_cmpfloat_with_epsilon (get_worth (ys_document_get_result (document)), 65488, 10);
}

static void
test_evaluate_roughly_first (void)
{
  g_autoptr (YsDocument) document = open_example ("one-scale.yardstick");

  while (ys_document_get_result (document) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (ys_document_get_result (document)->n_trials, <, 65536);
  g_assert_true (ys_document_get_evaluating (document));
}

/* What the document told, one step after the other. */
typedef struct
{
  gsize      trials;
  YsAnalyses analyses;
  double     rate;
} Told;

static void
note_cb (YsDocument *document,
         GParamSpec *pspec,
         GArray     *notes)
{
  const YsResult *result = ys_document_get_result (document);
  Told told = { result->n_trials, result->analyses, result->alternatives[0].rate };

  g_array_append_val (notes, told);
}

static GArray *
take_notes (YsDocument *document)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (Told));

  g_signal_connect (document, "notify::result", G_CALLBACK (note_cb), notes);

  return notes;
}

static const Told *
get_note (GArray *notes,
          guint   i)
{
  return &g_array_index (notes, Told, i);
}

/* Figures first, from more and more trials; then one analysis after the other, none taken back. */
static void
test_evaluate_steps (void)
{
  g_autoptr (YsDocument) document = open_example ("one-scale.yardstick");
  g_autoptr (GArray) notes = take_notes (document);

  ys_document_set_analyses (document, YS_ANALYSE_ALL);
  settle (document);

  g_assert_cmpuint (get_note (notes, 0)->analyses, ==, 0);
  for (guint i = 1; i < notes->len; i++)
    {
      const Told *earlier = get_note (notes, i - 1), *told = get_note (notes, i);

      g_assert_cmpuint (told->trials, >=, earlier->trials);
      g_assert_cmpuint (earlier->analyses & ~told->analyses, ==, 0);
      if (told->analyses != 0)
        g_assert_cmpuint (told->trials, ==, 65536);
    }
  g_assert_cmpuint (notes->len, >, 3);
  g_assert_cmpuint (get_note (notes, notes->len - 1)->analyses, ==, YS_ANALYSE_ALL);
  g_assert_cmpuint (ys_document_get_before (document)->analyses, ==, YS_ANALYSE_ALL);
}

static void
test_evaluate_wanted (void)
{
  g_autoptr (YsDocument) document = open_example ("one-scale.yardstick");
  const YsResult *result;

  settle (document);
  g_assert_cmpuint (ys_document_get_result (document)->analyses, ==, 0);

  ys_document_set_analyses (document, YS_ANALYSE_VALUES);
  g_assert_true (ys_document_get_evaluating (document));
  settle (document);
  result = ys_document_get_result (document);
  g_assert_cmpuint (result->analyses, ==, YS_ANALYSE_VALUES);

  /* Given up before it was done; what is there stays. */
  ys_document_set_analyses (document, YS_ANALYSE_ALL);
  ys_document_set_analyses (document, YS_ANALYSE_VALUES);
  settle (document);
  g_assert_true (ys_document_get_result (document) == result);
}

static void
test_evaluate_finalize (void)
{
  YsDocument *document = open_example ("one-scale.yardstick");

  ys_document_set_analyses (document, YS_ANALYSE_ALL);
  while (ys_document_get_result (document) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ys_document_get_evaluating (document));
  g_assert_finalize_object (document);

  for (int i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* What if */

static void
test_what_if_and_back (void)
{
  g_autoptr (YsDocument) document = open_example ("production-line.yardstick");
  g_autoptr (YsWhatIf) what_if = required_return (0.1724);
  const YsResult *before;

  settle (document);
  before = ys_document_get_before (document);

  ys_document_set_what_if (document, what_if);
  settle (document);
  /* Its internal rate of return is 17.24 % (same source), to four digits. */
  g_assert_cmpfloat_with_epsilon (get_worth (ys_document_get_result (document)), 0, 200);
  g_assert_true (ys_document_get_before (document) == before);

  ys_document_set_what_if (document, NULL);
  g_assert_true (ys_document_get_result (document) == before);
}

static void
test_what_if_newest_wins (void)
{
  g_autoptr (YsDocument) document = open_example ("one-scale.yardstick");

  for (int i = 1; i <= 25; i++)
    {
      g_autoptr (YsWhatIf) what_if = required_return (i / 100.0);

      ys_document_set_what_if (document, what_if);
      g_main_context_iteration (NULL, FALSE);
    }

  settle (document);
  g_assert_cmpfloat (ys_document_get_result (document)->alternatives[0].rate, ==, 0.25);
  g_assert_cmpfloat (ys_document_get_before (document)->alternatives[0].rate, ==, 0.10);
  g_assert_cmpuint (ys_document_get_result (document)->n_trials, ==, 65536);
}

static void
test_what_if_notify (void)
{
  g_autoptr (YsDocument) document = open_example ("production-line.yardstick");
  g_autoptr (YsWhatIf) neutral = ys_what_if_new ();
  g_autoptr (YsWhatIf) what_if = required_return (0.2);
  int count = 0;

  g_signal_connect_swapped (document, "notify::what-if", G_CALLBACK (count_cb), &count);

  ys_document_set_what_if (document, neutral);
  g_assert_cmpint (count, ==, 0);
  ys_document_set_what_if (document, what_if);
  ys_document_set_what_if (document, what_if);
  g_assert_cmpint (count, ==, 1);
  ys_document_set_what_if (document, neutral);
  g_assert_cmpint (count, ==, 2);
  g_assert_null (ys_document_get_what_if (document));
}

/* However the steps of two evaluations fell together: each came to the same as by itself. */
static void
assert_worked_out (const YsScenario *scenario,
                   const YsWhatIf   *what_if,
                   const YsResult   *result)
{
  YsSimulateOptions options = { .what_if = what_if };
  g_autoptr (YsResult) expected = ys_simulate (scenario, &options, NULL);

  g_assert_cmpuint (result->n_trials, ==, expected->n_trials);
  g_assert_cmpuint (result->analyses, ==, YS_ANALYSE_VALUES);
  for (gsize i = 0; i < expected->n_alternatives; i++)
    g_assert_cmpfloat (ys_result_get_metric (result, i, "npv"), ==,
                       ys_result_get_metric (expected, i, "npv"));
}

static void
test_what_if_none_lost (void)
{
  for (int i = 0; i < 8; i++)
    {
      g_autoptr (YsDocument) document = open_example ("one-scale.yardstick");
      g_autoptr (YsWhatIf) what_if = required_return (0.2);

      ys_document_set_analyses (document, YS_ANALYSE_VALUES);
      for (int k = 0; k < i && ys_document_get_evaluating (document); k++)
        g_main_context_iteration (NULL, TRUE);
      ys_document_set_what_if (document, what_if);
      settle (document);

      assert_worked_out (ys_document_get_scenario (document), what_if, ys_document_get_result (document));
      assert_worked_out (ys_document_get_scenario (document), NULL, ys_document_get_before (document));
    }
}

/* Once a newer question is answered, no older one is. */
static void
test_what_if_in_order (void)
{
  g_autoptr (YsDocument) document = open_example ("one-scale.yardstick");
  g_autoptr (GArray) notes = take_notes (document);

  settle (document);
  for (int i = 11; i <= 40; i++)
    {
      g_autoptr (YsWhatIf) what_if = required_return (i / 100.0);

      ys_document_set_what_if (document, what_if);
      for (int k = 0; k < i % 3 && ys_document_get_evaluating (document); k++)
        g_main_context_iteration (NULL, TRUE);
    }
  settle (document);

  for (guint i = 1; i < notes->len; i++)
    g_assert_cmpfloat (get_note (notes, i)->rate, >=, get_note (notes, i - 1)->rate);
  g_assert_cmpfloat (get_note (notes, notes->len - 1)->rate, ==, 0.4);
}

/* Whoever does not rest on what was changed is not simulated again: the recovery plan rests on outages. */
static void
test_what_if_takes_over (void)
{
  g_autoptr (YsDocument) document = open_example ("one-scale.yardstick");
  const YsResult *before, *result;
  g_autoptr (YsWhatIf) what_if = ys_what_if_new ();

  settle (document);
  ys_what_if_set_shift (what_if, "demand", 0.9);
  ys_document_set_what_if (document, what_if);
  settle (document);

  before = ys_document_get_before (document);
  result = ys_document_get_result (document);
  g_assert_cmpstr (before->alternatives[0].alternative->name, ==, "Power mulcher line");
  g_assert_true (result->alternatives[0].outcomes != before->alternatives[0].outcomes);
  g_assert_true (result->alternatives[3].outcomes == before->alternatives[3].outcomes);
}

#ifdef __GLIBC__
static gsize
get_memory (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static void
ask_often (YsDocument *document,
           int         times)
{
  for (int i = 0; i < times; i++)
    {
      g_autoptr (YsWhatIf) what_if = required_return ((1 + i % 20) / 100.0);

      ys_document_set_what_if (document, what_if);
      g_main_context_iteration (NULL, i % 3 == 0);
    }
  ys_document_set_what_if (document, NULL);
  settle (document);
}

static void
test_what_if_memory (void)
{
  g_autoptr (YsDocument) document = open_example ("one-scale.yardstick");
  gsize before;

  ask_often (document, 50);
  before = get_memory ();
  ask_often (document, 1000);

  /* Four results of this scenario: what may be on its way at one time. */
  g_assert_cmpuint (get_memory (), <, before + 16 * 1024 * 1024);
}
#endif

/* Steps */

static YsScenario *
with_title (YsDocument *document,
            const char *title)
{
  YsScenario *newer = ys_scenario_copy (ys_document_get_scenario (document));

  g_free (newer->title);
  newer->title = g_strdup (title);

  return newer;
}

static void
set_title (YsDocument *document,
           const char *title,
           const char *place)
{
  g_autoptr (YsScenario) newer = with_title (document, title);
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_document_apply (document, newer, "change of title", place, &error));
  g_assert_no_error (error);
}

static void
stepped_cb (char      **where,
            const char *place)
{
  g_free (*where);
  *where = g_strdup (place);
}

static void
test_step_modified (void)
{
  g_autoptr (YsDocument) document = open_example ("production-line.yardstick");
  g_autofree char *title = g_strdup (ys_document_get_title (document));
  int count = 0;

  g_signal_connect_swapped (document, "notify::title", G_CALLBACK (count_cb), &count);

  set_title (document, title, NULL);
  g_assert_false (ys_document_get_modified (document));
  g_assert_null (ys_document_get_undo_label (document));

  set_title (document, "Mulchers", NULL);
  g_assert_true (ys_document_get_modified (document));
  g_assert_cmpstr (ys_document_get_title (document), ==, "Mulchers");
  g_assert_cmpint (count, ==, 1);

  set_title (document, title, NULL);
  g_assert_false (ys_document_get_modified (document));
}

static void
test_step_evaluates (void)
{
  g_autoptr (YsDocument) document = open_example ("production-line.yardstick");
  g_autoptr (YsScenario) newer = ys_scenario_copy (ys_document_get_scenario (document));

  newer->rules.discount_rate = 0;
  g_assert_true (ys_document_apply (document, newer, "change of required return", NULL, NULL));
  settle (document);
  g_assert_cmpfloat (ys_document_get_result (document)->alternatives[0].rate, ==, 0);

  ys_document_undo (document);
  settle (document);
  g_assert_cmpfloat (ys_document_get_result (document)->alternatives[0].rate, >, 0);
}

static void
test_step_undo (void)
{
  g_autoptr (YsDocument) document = open_example ("production-line.yardstick");
  const YsScenario *first = ys_document_get_scenario (document);
  g_autofree char *where = NULL;

  g_signal_connect_swapped (document, "stepped", G_CALLBACK (stepped_cb), &where);
  set_title (document, "A", "title");
  ys_document_end_step (document);
  set_title (document, "B", "title");

  g_assert_cmpstr (ys_document_get_undo_label (document), ==, "change of title");
  g_assert_null (ys_document_get_redo_label (document));

  ys_document_undo (document);
  g_assert_cmpstr (where, ==, "title");
  g_assert_cmpstr (ys_document_get_title (document), ==, "A");

  ys_document_undo (document);
  g_assert_true (ys_document_get_scenario (document) == first);
  g_assert_false (ys_document_get_modified (document));
  g_assert_null (ys_document_get_undo_label (document));

  ys_document_redo (document);
  ys_document_redo (document);
  ys_document_redo (document);
  g_assert_cmpstr (ys_document_get_title (document), ==, "B");

  ys_document_undo (document);
  set_title (document, "C", "title");
  g_assert_null (ys_document_get_redo_label (document));
}

/* Typing in one field is one step; another field, or the same one later, is another. */
static void
test_step_series (void)
{
  g_autoptr (YsDocument) document = open_example ("production-line.yardstick");

  set_title (document, "M", "title");
  set_title (document, "Mu", "title");
  set_title (document, "Mul", "title");
  set_title (document, "Mulch", "elsewhere");
  ys_document_end_step (document);
  set_title (document, "Mulcher", "elsewhere");

  ys_document_undo (document);
  g_assert_cmpstr (ys_document_get_title (document), ==, "Mulch");
  ys_document_undo (document);
  g_assert_cmpstr (ys_document_get_title (document), ==, "Mul");
  ys_document_undo (document);
  g_assert_false (ys_document_get_modified (document));

  ys_document_redo (document);
  set_title (document, "Mull", "title");
  ys_document_undo (document);
  g_assert_cmpstr (ys_document_get_title (document), ==, "Mul");
}

static void
test_step_refused (void)
{
  g_autoptr (YsDocument) document = open_example ("production-line.yardstick");
  const YsScenario *before = ys_document_get_scenario (document);
  g_autoptr (YsScenario) newer = ys_scenario_copy (before);
  g_autoptr (GError) error = NULL;

  newer->rules.tax_rate = 2;
  g_assert_false (ys_document_apply (document, newer, "change of tax rate", NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_INVALID);
  g_assert_true (ys_document_get_scenario (document) == before);
  g_assert_null (ys_document_get_undo_label (document));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/document/pace/unknown", test_pace_unknown);
  g_test_add_func ("/document/pace/fit", test_pace_fit);
  g_test_add_func ("/document/pace/climb", test_pace_climb);
  g_test_add_func ("/document/pace/hiccup", test_pace_hiccup);
  g_test_add_func ("/document/open/example", test_open_example);
  g_test_add_func ("/document/open/missing", test_open_missing);
  g_test_add_func ("/document/open/invalid", test_open_invalid);
  g_test_add_func ("/document/open/cancelled", test_open_cancelled);
  g_test_add_func ("/document/evaluate/certain", test_evaluate_certain);
  g_test_add_func ("/document/evaluate/roughly-first", test_evaluate_roughly_first);
  g_test_add_func ("/document/evaluate/steps", test_evaluate_steps);
  g_test_add_func ("/document/evaluate/wanted", test_evaluate_wanted);
  g_test_add_func ("/document/evaluate/finalize", test_evaluate_finalize);
  g_test_add_func ("/document/what-if/and-back", test_what_if_and_back);
  g_test_add_func ("/document/what-if/newest-wins", test_what_if_newest_wins);
  g_test_add_func ("/document/what-if/notify", test_what_if_notify);
  g_test_add_func ("/document/what-if/none-lost", test_what_if_none_lost);
  g_test_add_func ("/document/what-if/in-order", test_what_if_in_order);
  g_test_add_func ("/document/what-if/takes-over", test_what_if_takes_over);
#ifdef __GLIBC__
  g_test_add_func ("/document/what-if/memory", test_what_if_memory);
  g_test_add_func ("/document/step/modified", test_step_modified);
  g_test_add_func ("/document/step/evaluates", test_step_evaluates);
  g_test_add_func ("/document/step/undo", test_step_undo);
  g_test_add_func ("/document/step/series", test_step_series);
  g_test_add_func ("/document/step/refused", test_step_refused);
#endif

  return g_test_run ();
}
