/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-simulate.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-cash.h"
#include "ys-doubles.h"
#include "ys-error.h"
#include "ys-inputs.h"
#include "ys-origin.h"
#include "ys-losses.h"
#include "ys-pairs.h"
#include "ys-run.h"
#include "ys-threads.h"
#include "ys-value-of-information.h"
#include "ys-vary-inputs.h"

/* Trials are worked out in chunks whose sums are added up in order, so that the figures do not
 * depend on which thread took which chunk. Their number is a fact of the method, not of the machine. */
#define MAX_CHUNKS 64

typedef struct
{
  const YsProgram    *program;
  const YsRunner     *runner;
  const volatile int *cancelled;
  double            **outcomes;
  gsize               n_trials;
  gsize               blocks_per_chunk;
  gsize               n_chunks;
  YsSums             *sums;       /* [n_chunks] */
  gsize               n_tasks;    /* chunks that have to be run: all, or none */
  int                 next_chunk; /* atomic */
} Run;

static void
sums_init (YsSums          *self,
           const YsProgram *program)
{
  gsize n = program->n_periods + 1;

  self->groups = g_new0 (double, program->n_groups * n);
  self->cash = g_new0 (double, program->n_alternatives * n);
}

static void
sums_clear (YsSums *self)
{
  g_clear_pointer (&self->groups, g_free);
  g_clear_pointer (&self->cash, g_free);
}

static void
sums_add (YsSums          *self,
          const YsSums    *other,
          const YsProgram *program)
{
  gsize n = program->n_periods + 1;

  for (gsize i = 0; i < program->n_groups * n; i++)
    self->groups[i] += other->groups[i];
  for (gsize i = 0; i < program->n_alternatives * n; i++)
    self->cash[i] += other->cash[i];
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
    run->runner->run_block (run->program, workspace, trial, MIN (YS_BLOCK, end - trial),
                            run->outcomes, &run->sums[chunk]);
}

static gpointer
run_thread (gpointer data)
{
  Run *run = data;
  YsWorkspace *workspace = run->runner->workspace_new (run->program);
  int chunk;

  while ((chunk = g_atomic_int_add (&run->next_chunk, 1)) < (int) run->n_tasks && !is_cancelled (run))
    run_chunk (run, workspace, (gsize) chunk);

  run->runner->workspace_free (workspace);
  return NULL;
}

/* --- from sums to a result --------------------------------------------------------------------- */

static void
add_group (YsAlternativeResult  *own,
           const YsProgramGroup *group,
           const double         *sums,
           gsize                 n,
           double                scale)
{
  for (gsize t = 0; t < n; t++)
    {
      double mean = scale * sums[t];

      if (group->side == YS_SIDE_BENEFIT)
        own->benefits[t] += mean;
      else if (group->side == YS_SIDE_COST)
        own->costs[t] -= mean;
      else
        own->working[t] += mean;

      if (group->side == YS_SIDE_BENEFIT && !group->is_resale)
        {
          own->line_benefits[t] += mean;
          if (group->forward)
            own->forward[t] += mean;
        }
    }
}

/* What a group is worth today, to the driver and the purpose it belongs to. */
static void
add_worth (YsAlternativeResult  *own,
           const YsProgramGroup *group,
           gsize                 n_drivers,
           double                worth)
{
  if (group->side == YS_SIDE_BENEFIT)
    own->through[group->driver >= 0 ? (gsize) group->driver : n_drivers] += worth;

  if (group->side == YS_SIDE_BENEFIT && !group->is_resale)
    *(group->forward ? &own->forward_benefits : &own->running_benefits) += worth;
  else if (group->side == YS_SIDE_COST)
    *(group->forward ? &own->forward_costs : &own->running_costs) -= worth;
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

  for (guint k = 0; k < alternative->groups->len; k++)
    {
      const YsProgramGroup *group = &g_array_index (alternative->groups, YsProgramGroup, k);
      const double *group_sums = sums->groups + (alternative->first_group + k) * n;
      double worth = scale * ys_present_value (group_sums, result->times, n, own->rate);

      add_group (own, group, group_sums, n, scale);
      add_worth (own, group, result->n_drivers, worth);
    }
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

      for (gsize i = 0; i < result->n_drivers && (int) a != program->baseline; i++)
        result->drivers[i].present_value += own->through[i];

      /* what came in before tax and is not there after it */
      for (gsize t = 0; program->tax_rate != 0.0 && t < n; t++)
        own->tax[t] = own->benefits[t] - own->costs[t] + own->working[t] - own->cash[t];
    }
}

static GError *
find_culprit (const YsProgram *program,
              const YsRunner  *runner,
              const YsResult  *result,
              gsize            alternative,
              gsize            trial)
{
  YsWorkspace *workspace = runner->workspace_new (program);
  gsize first = trial - trial % YS_BLOCK;
  GError *culprit = runner->find_undefined (program, workspace, first, MIN (YS_BLOCK, result->n_trials - first));
  const YsAlternative *owner = result->alternatives[alternative].alternative;

  runner->workspace_free (workspace);
  if (culprit != NULL)
    return culprit;
  return ys_error_new (YS_ERROR_INVALID, owner->row,
                       _("%s: its figures grow beyond all bounds; check amounts and growth"), owner->name);
}

/* Times 0, what is no finite number is no number at all. */
static gboolean
all_finite (const double *values,
            gsize         n)
{
  YsDoubles zeros = { 0.0 }, zeros_2 = { 0.0 };
  gsize i;

  for (i = 0; i + 2 * YS_DOUBLES <= n; i += 2 * YS_DOUBLES)
    {
      zeros += ys_doubles_load (values + i) * 0.0;
      zeros_2 += ys_doubles_load (values + i + YS_DOUBLES) * 0.0;
    }

  zeros += zeros_2;
  for (; i < n; i++)
    zeros += values[i] * 0.0;
  return zeros[0] == 0.0 && zeros[1] == 0.0;
}

/* Whether every trial came to a number; if not, whose fault it is. */
static gboolean
check_outcomes (const YsProgram  *program,
                const YsRunner   *runner,
                const YsResult   *result,
                GError          **error)
{
  for (gsize a = 0; a < result->n_alternatives; a++)
    {
      const double *outcomes = result->alternatives[a].outcomes;
      gsize trial = 0;

      if (all_finite (outcomes, result->n_trials))
        continue;

      while (isfinite (outcomes[trial]))
        trial++;
      g_propagate_error (error, find_culprit (program, runner, result, a, trial));
      return FALSE;
    }

  return TRUE;
}

/* @same: where it is not negative, an alternative is not run */
static void
plan_run (Run             *run,
          const YsProgram *program,
          const char      *runner,
          const int       *same,
          YsResult        *result)
{
  gboolean any = FALSE;
  gsize n_blocks = (result->n_trials + YS_BLOCK - 1) / YS_BLOCK;

  run->program = program;
  run->runner = ys_runner_choose (program, runner);
  run->n_trials = result->n_trials;
  run->blocks_per_chunk = (n_blocks + MAX_CHUNKS - 1) / MAX_CHUNKS;
  run->n_chunks = (n_blocks + run->blocks_per_chunk - 1) / run->blocks_per_chunk;
  run->sums = g_new0 (YsSums, run->n_chunks);
  run->outcomes = g_new0 (double *, MAX (result->n_alternatives, 1));
  for (gsize a = 0; a < result->n_alternatives; a++)
    {
      run->outcomes[a] = same[a] < 0 ? result->alternatives[a].outcomes : NULL;
      any = any || same[a] < 0;
    }
  run->n_tasks = any ? run->n_chunks : 0;
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
refuse_cancelled (GError **error)
{
  ys_error_set (error, YS_ERROR_CANCELLED, 0, _("Stopped before the answer was ready."));
  return FALSE;
}

/* What all chunks came to, the sums of those that were not run being 0. */
static YsSums
add_chunks (Run *run)
{
  YsSums total;

  sums_init (&total, run->program);
  for (gsize chunk = 0; chunk < run->n_tasks; chunk++)
    sums_add (&total, &run->sums[chunk], run->program);

  return total;
}

static gboolean
run_program (const YsProgram          *program,
             const YsSimulateOptions  *options,
             const int                *same,
             YsResult                 *result,
             GError                  **error)
{
  Run run = { .cancelled = options->cancelled };
  gboolean cancelled;

  plan_run (&run, program, options->runner, same, result);
  if (run.n_tasks > 0)
    ys_threads_run (options->threads, run.n_tasks, run_thread, &run);

  cancelled = is_cancelled (&run);
  if (!cancelled)
    {
      YsSums sums = add_chunks (&run);

      ys_origin_take (program, options->previous, same, result, &sums);
      fill_means (result, program, &sums);
      result->origin = ys_origin_new (program, options->what_if, sums);
    }
  run_clear (&run);

  if (cancelled)
    return refuse_cancelled (error);
  return check_outcomes (program, run.runner, result, error);
}

#define OF_INPUTS (YS_ANALYSE_VALUES | YS_ANALYSE_SWINGS | YS_ANALYSE_BREAK_EVENS)

static gboolean
analyse (const YsProgram          *program,
         const YsSimulateOptions  *options,
         YsResult                 *result,
         GError                  **error)
{
  result->analyses = options->analyses;
  if (options->analyses & OF_INPUTS)
    ys_inputs_list (result, options->what_if);
  if (options->analyses & YS_ANALYSE_VALUES)
    ys_value_inputs (result, program, options);
  if (options->analyses & (YS_ANALYSE_SWINGS | YS_ANALYSE_BREAK_EVENS))
    ys_vary_inputs (result, options);
  if (options->analyses & YS_ANALYSE_PAIRS)
    ys_result_fill_pairs (result, options->threads);
  if (options->analyses & YS_ANALYSE_LOSSES)
    ys_losses_fill (result, program, options);

  if (options->cancelled != NULL && *options->cancelled != 0)
    return refuse_cancelled (error);
  return TRUE;
}

YsResult *
ys_simulate (const YsScenario         *scenario,
             const YsSimulateOptions  *options,
             GError                  **error)
{
  static const YsSimulateOptions defaults;
  g_autoptr(YsProgram) program = NULL;
  g_autoptr(YsResult) result = NULL;
  g_autofree int *same = NULL;
  YsPertFamily *pert_family = NULL;
  gsize trials;
  guint64 seed;

  g_return_val_if_fail (scenario != NULL, NULL);

  if (options == NULL)
    options = &defaults;
  seed = options->has_seed ? options->seed : scenario->seed;
  trials = options->trials > 0 ? options->trials : scenario->trials;

  if (options->previous != NULL && options->previous->origin != NULL)
    pert_family = options->previous->origin->pert_family;
  program = ys_program_new (scenario, seed, options->what_if, pert_family, error);
  if (program == NULL)
    return NULL;

  result = ys_result_new (scenario, program->certain ? 1 : trials);
  result->seed = seed;
  g_strfreev (result->notes);
  result->notes = g_strdupv (program->notes);

  same = ys_origin_find_same (program, options->what_if, result, options->previous);
  if (!run_program (program, options, same, result, error))
    return NULL;

  ys_result_finish_in_threads (result, options->runner, options->threads, same);
  if (!analyse (program, options, result, error))
    return NULL;

  return g_steal_pointer (&result);
}
