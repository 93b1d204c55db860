/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-simulate.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-cash.h"
#include "ys-error.h"
#include "ys-run.h"
#include "ys-value-of-information.h"

/* Trials are worked out in chunks whose sums are added up in order, so that the figures do not
 * depend on which thread took which chunk. Their number is a fact of the method, not of the machine. */
#define MAX_CHUNKS 64

typedef struct
{
  const YsProgram    *program;
  const volatile int *cancelled;
  double            **outcomes;
  gsize               n_trials;
  gsize               blocks_per_chunk;
  gsize               n_chunks;
  YsSums             *sums;       /* [n_chunks] */
  int                 next_chunk; /* atomic */
} Run;

static void
sums_init (YsSums          *self,
           const YsProgram *program)
{
  gsize n = program->n_periods + 1;

  self->lines = g_new0 (double, program->n_lines * n);
  self->cash = g_new0 (double, program->n_alternatives * n);
  self->tax = g_new0 (double, program->n_alternatives * n);
}

static void
sums_clear (YsSums *self)
{
  g_clear_pointer (&self->lines, g_free);
  g_clear_pointer (&self->cash, g_free);
  g_clear_pointer (&self->tax, g_free);
}

static void
sums_add (YsSums          *self,
          const YsSums    *other,
          const YsProgram *program)
{
  gsize n = program->n_periods + 1;

  for (gsize i = 0; i < program->n_lines * n; i++)
    self->lines[i] += other->lines[i];
  for (gsize i = 0; i < program->n_alternatives * n; i++)
    {
      self->cash[i] += other->cash[i];
      self->tax[i] += other->tax[i];
    }
}

static gboolean
is_cancelled (const Run *run)
{
  return run->cancelled != NULL && *run->cancelled != 0;
}

static void
run_chunk (Run         *run,
           YsWorkspace *workspace,
           gsize        chunk)
{
  gsize chunk_trials = run->blocks_per_chunk * YS_BLOCK;
  gsize from = chunk * chunk_trials;
  gsize end = MIN (from + chunk_trials, run->n_trials);

  sums_init (&run->sums[chunk], run->program);
  for (gsize trial = from; trial < end && !is_cancelled (run); trial += YS_BLOCK)
    ys_run_block (run->program, workspace, trial, MIN (YS_BLOCK, end - trial), run->outcomes, &run->sums[chunk]);
}

static gpointer
run_thread (gpointer data)
{
  Run *run = data;
  g_autoptr(YsWorkspace) workspace = ys_workspace_new (run->program);
  int chunk;

  while ((chunk = g_atomic_int_add (&run->next_chunk, 1)) < (int) run->n_chunks && !is_cancelled (run))
    run_chunk (run, workspace, (gsize) chunk);

  return NULL;
}

static void
run_all (Run *run,
         int  threads)
{
  g_autofree GThread **others = NULL;
  int n = threads > 0 ? threads : (int) g_get_num_processors ();

  n = MIN (n, (int) run->n_chunks);
  others = g_new0 (GThread *, MAX (n, 1));
  for (int i = 1; i < n; i++)
    others[i] = g_thread_new ("simulate", run_thread, run);

  run_thread (run);
  for (int i = 1; i < n; i++)
    g_thread_join (others[i]);
}

/* --- from sums to a result --------------------------------------------------------------------- */

static void
add_line (YsAlternativeResult *own,
          const YsProgramLine *line,
          const double        *sums,
          gsize                n,
          double               scale)
{
  const YsLineKind *kind = line->line->kind;

  for (gsize t = 0; t < n; t++)
    {
      double mean = scale * sums[t];

      if (kind->side == YS_SIDE_BENEFIT)
        own->benefits[t] += mean;
      else if (kind->side == YS_SIDE_COST)
        own->costs[t] -= mean;
      else
        own->working[t] += mean;

      if (kind->side == YS_SIDE_BENEFIT && kind->cash != YS_CASH_RESALE)
        {
          own->line_benefits[t] += mean;
          if (line->forward)
            own->forward[t] += mean;
        }
    }
}

/* Adds an alternative's means, times factor, to what is shown of another: itself, or, with −1, the
 * baseline it is measured against. */
static void
add_alternative (YsResult        *result,
                 const YsProgram *program,
                 const YsSums    *sums,
                 gsize            from,
                 gsize            to,
                 double           factor)
{
  gsize n = program->n_periods + 1;
  const YsProgramAlternative *alternative = &program->alternatives[from];
  YsAlternativeResult *own = &result->alternatives[to];
  double scale = factor / (double) result->n_trials;

  for (guint k = 0; k < alternative->lines->len; k++)
    {
      const YsProgramLine *line = &g_array_index (alternative->lines, YsProgramLine, k);
      const double *line_sums = sums->lines + (alternative->first_line + k) * n;

      add_line (own, line, line_sums, n, scale);
      if ((int) to != program->baseline && line->driver >= 0 && line->line->kind->side == YS_SIDE_BENEFIT)
        result->drivers[line->driver].present_value +=
          scale * ys_present_value (line_sums, result->times, n, own->rate);
    }
  for (gsize t = 0; t < n; t++)
    own->tax[t] += scale * sums->tax[from * n + t];
}

static void
fill_means (YsResult        *result,
            const YsProgram *program,
            const YsSums    *sums)
{
  gsize n = program->n_periods + 1;

  for (gsize a = 0; a < program->n_alternatives; a++)
    {
      YsAlternativeResult *own = &result->alternatives[a];

      own->rate = program->alternatives[a].rate;
      for (gsize t = 0; t < n; t++)
        own->cash[t] = sums->cash[a * n + t] / (double) result->n_trials;

      add_alternative (result, program, sums, a, a, 1.0);
      if (program->baseline >= 0 && (int) a != program->baseline)
        add_alternative (result, program, sums, (gsize) program->baseline, a, -1.0);
    }
}

/* Whether every trial came to a number; if not, whose fault it is. */
static gboolean
check_outcomes (const YsProgram  *program,
                const YsResult   *result,
                GError          **error)
{
  for (gsize a = 0; a < result->n_alternatives; a++)
    for (gsize trial = 0; trial < result->n_trials; trial++)
      if (!isfinite (result->alternatives[a].outcomes[trial]))
        {
          g_autoptr(YsWorkspace) workspace = ys_workspace_new (program);
          gsize first = trial - trial % YS_BLOCK;
          GError *culprit = ys_run_find_undefined (program, workspace, first,
                                                   MIN (YS_BLOCK, result->n_trials - first));

          if (culprit == NULL)
            culprit = ys_error_new (YS_ERROR_INVALID, result->alternatives[a].alternative->row,
                                    _("%s: its figures grow beyond all bounds; check amounts and growth"),
                                    result->alternatives[a].alternative->name);
          g_propagate_error (error, culprit);
          return FALSE;
        }

  return TRUE;
}

static void
plan_run (Run             *run,
          const YsProgram *program,
          YsResult        *result)
{
  gsize n_blocks = (result->n_trials + YS_BLOCK - 1) / YS_BLOCK;

  run->program = program;
  run->n_trials = result->n_trials;
  run->blocks_per_chunk = (n_blocks + MAX_CHUNKS - 1) / MAX_CHUNKS;
  run->n_chunks = (n_blocks + run->blocks_per_chunk - 1) / run->blocks_per_chunk;
  run->sums = g_new0 (YsSums, run->n_chunks);
  run->outcomes = g_new0 (double *, MAX (result->n_alternatives, 1));
  for (gsize a = 0; a < result->n_alternatives; a++)
    run->outcomes[a] = result->alternatives[a].outcomes;
}

static void
run_clear (Run *run)
{
  for (gsize chunk = 0; chunk < run->n_chunks; chunk++)
    sums_clear (&run->sums[chunk]);
  g_free (run->sums);
  g_free (run->outcomes);
}

static gboolean
run_program (const YsProgram          *program,
             const YsSimulateOptions  *options,
             YsResult                 *result,
             GError                  **error)
{
  Run run = { .cancelled = options->cancelled };
  gboolean cancelled;

  plan_run (&run, program, result);
  run_all (&run, options->threads);

  cancelled = is_cancelled (&run);
  if (!cancelled)
    {
      for (gsize chunk = 1; chunk < run.n_chunks; chunk++)
        sums_add (&run.sums[0], &run.sums[chunk], program);
      fill_means (result, program, &run.sums[0]);
    }
  run_clear (&run);

  if (cancelled)
    {
      ys_error_set (error, YS_ERROR_CANCELLED, 0, _("Stopped before the answer was ready."));
      return FALSE;
    }
  return check_outcomes (program, result, error);
}

YsResult *
ys_simulate (const YsScenario         *scenario,
             const YsSimulateOptions  *options,
             GError                  **error)
{
  static const YsSimulateOptions defaults;
  g_autoptr(YsProgram) program = NULL;
  g_autoptr(YsResult) result = NULL;
  gsize trials;
  guint64 seed;

  g_return_val_if_fail (scenario != NULL, NULL);

  if (options == NULL)
    options = &defaults;
  seed = options->has_seed ? options->seed : scenario->seed;
  trials = options->trials > 0 ? options->trials : scenario->trials;

  program = ys_program_new (scenario, seed, options->what_if, error);
  if (program == NULL)
    return NULL;

  result = ys_result_new (scenario, program->certain ? 1 : trials);
  result->seed = seed;
  g_strfreev (result->notes);
  result->notes = g_strdupv (program->notes);

  if (!run_program (program, options, result, error))
    return NULL;

  ys_result_finish (result);
  if (options->value_inputs)
    ys_value_inputs (result, program);

  return g_steal_pointer (&result);
}
