/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Programs that edit and save as fast as they can are ended by force, at any moment. The file is whole
 * and is one that was saved; with what was kept of unsaved work, nothing older than five seconds is
 * lost; nothing is left lying about. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sample-document.h"
#include "ys-autosave.h"
#include "ys-edit.h"
#include "ys-file.h"

#define N_KILLS    200
#define N_TYPISTS    6
#define LOST_AT_MOST (5 * G_USEC_PER_SEC)

/* The child. It says what it does in lines: "e 12 8712345", the twelfth state, made at that time;
 * "s 12", it will be saved; "d 12", it is. */

typedef struct
{
  YsDocument *document;
  YsAutosave *autosave;
  gboolean    fast;  /* edits and saves without a pause; else like somebody who types */
  int         state; /* the title says which it is */
} Child;

static void
say (const char *line)
{
  g_assert_cmpint (write (STDOUT_FILENO, line, strlen (line)), ==, strlen (line));
}

/* Of any length, so that no two files are alike. */
static YsScenario *
make_next (const YsScenario *scenario,
           int               state)
{
  g_autoptr (YsScenario) titled = ys_scenario_copy (scenario);
  const YsAlternative *first = scenario->alternatives->pdata[0];
  g_autoptr (YsAlternative) longer = ys_alternative_copy (first);

  g_free (titled->title);
  titled->title = g_strdup_printf ("%d", state);
  g_free (longer->summary);
  longer->summary = g_strnfill ((gsize) g_random_int_range (1, 100000), 'x');

  return ys_edit_replace (titled, YS_PART_ALTERNATIVE, 0, longer);
}

static void
edit (Child *child)
{
  g_autoptr (YsScenario) next = make_next (ys_document_get_scenario (child->document), ++child->state);
  g_autofree char *line = NULL;

  g_assert_true (ys_document_apply (child->document, next, "edit", NULL, NULL));
  line = g_strdup_printf ("e %d %" G_GINT64_FORMAT "\n", child->state, g_get_monotonic_time ());
  say (line);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autofree char *line = g_strdup_printf ("d %d\n", GPOINTER_TO_INT (data));
  g_autoptr (GError) error = NULL;

  ys_document_save_finish (YS_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
  say (line);
}

static void
start_saving (Child *child)
{
  g_autofree char *line = g_strdup_printf ("s %d\n", child->state);

  say (line);
  ys_document_save_async (child->document, NULL, FALSE, NULL, saved_cb,
                          GINT_TO_POINTER (child->state));
}

static gboolean
act_cb (gpointer data)
{
  Child *child = data;
  int chance = g_random_int_range (0, 100);

  edit (child);
  if (child->fast && chance < 20 && !ys_document_get_saving (child->document))
    start_saving (child);
  else if (child->fast && chance < 40)
    ys_autosave_keep_now (child->autosave);

  return G_SOURCE_CONTINUE;
}

static void
run_child (const char *path,
           gboolean    fast)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Child child = { .document = sample_open (file), .fast = fast };

  child.state = atoi (ys_document_get_scenario (child.document)->title);
  child.autosave = ys_autosave_new (child.document);
  g_timeout_add (fast ? 1 : 40, act_cb, &child);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

/* The parent */

typedef struct
{
  char             *path;
  GSubprocess      *process;
  GDataInputStream *lines;
  GHashTable       *saved; /* states that were to be saved, and the one it began with */
  int               done;  /* the last one that was saved for certain */
  GArray           *times; /* of states done + 1, …, as they were made: [µs] */
  int               first; /* state of the first of these */
} Run;

static char *self;

static int
read_state (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read (path, &error);

  g_assert_no_error (error);

  return atoi (scenario->title);
}

static Run
run_start (const char *path,
           const char *mode)
{
  Run run = { .path = g_strdup (path) };
  g_autoptr (GError) error = NULL;

  run.process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, mode, path,
                                  g_get_user_state_dir (), NULL);
  g_assert_no_error (error);
  run.lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (run.process));
  run.saved = g_hash_table_new (NULL, NULL);
  run.times = g_array_new (FALSE, FALSE, sizeof (gint64));
  run.done = read_state (path);
  run.first = run.done + 1;
  g_hash_table_add (run.saved, GINT_TO_POINTER (run.done));

  return run;
}

static void
run_clear (Run *run)
{
  g_free (run->path);
  g_object_unref (run->process);
  g_object_unref (run->lines);
  g_hash_table_unref (run->saved);
  g_array_unref (run->times);
}

static gboolean
run_read_line (Run *run)
{
  g_autofree char *line = g_data_input_stream_read_line (run->lines, NULL, NULL, NULL);
  gint64 time;
  int state;

  if (line == NULL)
    return FALSE;

  if (sscanf (line, "e %d %" G_GINT64_FORMAT, &state, &time) == 2)
    {
      g_assert_cmpint (state, ==, run->first + (int) run->times->len);
      g_array_append_val (run->times, time);
    }
  else if (sscanf (line, "s %d", &state) == 1)
    g_hash_table_add (run->saved, GINT_TO_POINTER (state));
  else if (sscanf (line, "d %d", &state) == 1)
    run->done = state;

  return TRUE;
}

/* The youngest state that must not be lost. */
static int
run_get_old (const Run *run,
             gint64     killed)
{
  int state = run->first - 1;

  for (guint i = 0; i < run->times->len; i++)
    if (g_array_index (run->times, gint64, i) <= killed - LOST_AT_MOST)
      state = run->first + (int) i;

  return state;
}

static gboolean
is_of (YsRecovery *recovery,
       const char *path)
{
  return g_strcmp0 (g_file_peek_path (ys_recovery_get_file (recovery)), path) == 0;
}

/* What was kept of the work on it, if anything: none of it damaged. */
static int
recover_state (const char *path)
{
  g_autoptr (GPtrArray) claimed = ys_recovery_claim_all ();
  int state = 0;

  for (guint i = 0; i < claimed->len; i++)
    {
      g_assert_nonnull (ys_recovery_get_scenario (claimed->pdata[i]));
      if (is_of (claimed->pdata[i], path))
        {
          state = atoi (ys_recovery_get_scenario (claimed->pdata[i])->title);
          ys_recovery_drop (claimed->pdata[i]);
        }
    }

  return state;
}

/* Returns: whether it was killed while the file was being written */
static gboolean
run_kill (Run *run)
{
  g_autofree char *temporary = NULL;
  g_autofree char *folder = g_path_get_dirname (run->path);
  g_autofree char *base = g_path_get_basename (run->path);
  gint64 killed = g_get_monotonic_time ();
  int in_file, kept;

  g_subprocess_force_exit (run->process);
  while (run_read_line (run))
    ;
  g_subprocess_wait (run->process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (run->process));

  in_file = read_state (run->path);
  g_assert_true (g_hash_table_contains (run->saved, GINT_TO_POINTER (in_file)));
  g_assert_cmpint (in_file, >=, run->done);

  kept = recover_state (run->path);
  g_assert_cmpint (kept, <, run->first + (int) run->times->len);
  g_assert_cmpint (MAX (in_file, kept), >=, run_get_old (run, killed));

  temporary = g_strdup_printf ("%s/.%s.%u.saving", folder, base, (guint) geteuid ());

  return g_file_test (temporary, G_FILE_TEST_EXISTS);
}

static char *
make_file (const char *name)
{
  g_autoptr (YsDocument) document = sample_document_new ();
  g_autoptr (GFile) file = sample_file_new (name);

  sample_document_set_title (document, "0");
  sample_save_well (document, file);

  return g_strdup (g_file_peek_path (file));
}

static int
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* One more that is not killed leaves the file and nothing else. */
static void
assert_no_litter (const char *path)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "yardstick", "recovery", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (YsDocument) document = sample_open (file);

  sample_document_set_title (document, "last");
  sample_save_well (document, NULL);
  g_assert_cmpint (recover_state (path), ==, 0);
  g_assert_cmpint (count_files (g_get_user_data_dir ()), ==, 1);
  g_assert_cmpint (count_files (folder), ==, 0);
}

static void
test_fast (void)
{
  g_autofree char *path = make_file ("fast.yardstick");
  int n_writing = 0;

  for (int i = 0; i < N_KILLS; i++)
    {
      Run run = run_start (path, "--fast");

      g_assert_true (run_read_line (&run));
      g_usleep ((gulong) g_test_rand_int_range (0, 60 * 1000));
      n_writing += run_kill (&run);
      g_assert_cmpint (count_files (g_get_user_data_dir ()), <=, 2);
      run_clear (&run);
    }

  g_test_message ("%d of %d while the file was being written", n_writing, N_KILLS);
  assert_no_litter (path);
}

/* They never save, and are ended after different times, all of them longer than what may be lost. */
static void
test_typing (void)
{
  Run runs[N_TYPISTS];

  for (int i = 0; i < N_TYPISTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("typing-%d.yardstick", i);
      g_autofree char *path = make_file (name);

      runs[i] = run_start (path, "--typing");
      g_assert_true (run_read_line (&runs[i]));
    }

  g_usleep (5500 * 1000);
  for (int i = 0; i < N_TYPISTS; i++)
    {
      g_usleep ((gulong) g_test_rand_int_range (100, 700) * 1000);
      run_kill (&runs[i]);
      run_clear (&runs[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  self = argv[0];
  if (argc == 4)
    {
      g_setenv ("XDG_STATE_HOME", argv[3], TRUE);
      run_child (argv[2], g_str_equal (argv[1], "--fast"));
    }

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/kill/fast", test_fast);
  g_test_add_func ("/kill/typing", test_typing);

  return g_test_run ();
}
