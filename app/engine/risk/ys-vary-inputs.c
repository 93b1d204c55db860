/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-vary-inputs.h"

#include <math.h>

#include "ys-input-break-even.h"
#include "ys-threads.h"

/* The same trials, before and after, differ by so little that a few say enough: but what the input itself
 * draws before it is held weighs on a swing, which is shown, and not on where two lines cross. */
#define SWING_TRIALS 16384
#define BREAK_EVEN_TRIALS 2048

typedef struct
{
  const YsProgram         *program;
  const YsSimulateOptions *options;
  YsResult                *result;
  GHashTable              *places; /* id → its place among the program's inputs + 1 */
  int                      next;   /* atomic */
} Job;

static gboolean
is_cancelled (const Job *self)
{
  return self->options->cancelled != NULL && *self->options->cancelled != 0;
}

static double *
copy_worth (const YsWorths *worths,
            const double   *worth)
{
  return g_memdup2 (worth, MAX (worths->n_alternatives, 1) * sizeof (double));
}

static void
swing_input (const Job *self,
             YsInput   *input,
             gsize      place)
{
  g_autoptr(YsHeld) held = ys_held_new (self->program, self->result, place, SWING_TRIALS, self->options->runner);
  YsWorths worths;

  ys_worths_init (&worths, held);
  input->worth_low = copy_worth (&worths, ys_worths_get (&worths, input->low));
  input->worth_high = copy_worth (&worths, ys_worths_get (&worths, input->high));
  ys_worths_clear (&worths);
}

static void
break_even_input (const Job *self,
                  YsInput   *input,
                  gsize      place)
{
  g_autoptr(YsHeld) held = ys_held_new (self->program, self->result, place, BREAK_EVEN_TRIALS,
                                        self->options->runner);
  YsWorths worths;

  ys_worths_init (&worths, held);
  ys_input_break_even (&worths, self->result, input);
  ys_worths_clear (&worths);
}

static gpointer
work (gpointer data)
{
  Job *job = data;
  gsize i;

  while ((i = (gsize) g_atomic_int_add (&job->next, 1)) < job->result->n_inputs && !is_cancelled (job))
    {
      YsInput *input = &job->result->inputs[i];
      gsize place = GPOINTER_TO_SIZE (g_hash_table_lookup (job->places, input->id));

      if (place > 0 && input->uncertain && (job->options->analyses & YS_ANALYSE_SWINGS))
        swing_input (job, input, place - 1);
      if (place > 0 && (job->options->analyses & YS_ANALYSE_BREAK_EVENS))
        break_even_input (job, input, place - 1);
    }

  return NULL;
}

void
ys_vary_inputs (YsResult                *result,
                const YsSimulateOptions *options)
{
  g_autoptr(YsProgram) program =
    ys_program_new_adjustable (result->scenario, result->seed, options->what_if, NULL);
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  Job job = { .program = program, .options = options, .result = result, .places = places };

  g_return_if_fail (program != NULL);

  for (guint i = 0; i < program->inputs->len; i++)
    g_hash_table_insert (places, g_array_index (program->inputs, YsProgramInput, i).id, GUINT_TO_POINTER (i + 1));
  ys_threads_run (options->threads, result->n_inputs, work, &job);
}
