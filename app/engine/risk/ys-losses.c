/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-losses.h"

#include "ys-exceedance.h"
#include "ys-run.h"
#include "ys-threads.h"

#define MOST_YEARS (1 << 22) /* of all trials together */
#define MAX_CHUNKS 64

typedef enum
{
  WITHOUT,
  WITH,
  N_SIDES,
} Side;

/* What a chunk of trials has for one curve. */
typedef struct
{
  GArray *losses; /* (element-type double) those above 0 */
  double  sum;
} Harvest;

/* The curves of one alternative in the making. */
typedef struct
{
  const YsProgram         *program;
  const YsRunner          *runner;
  const YsSimulateOptions *options;
  gsize                    alternative;
  gsize                    reference;  /* whose loss lines strike without it */
  gsize                    n_sides;    /* 1: nothing is avoided, both sides are the same */
  gsize                    n_trials;
  gsize                    n_years;
  gsize                    blocks_per_chunk;
  gsize                    n_chunks;
  Harvest                 *harvests;   /* [n_chunks × N_SIDES × YS_N_SPANS] */
  YsLossCurves            *curves;
  int                      next;       /* atomic: chunk, then curve */
} Job;

static gboolean
is_cancelled (const Job *job)
{
  return job->options->cancelled != NULL && *job->options->cancelled != 0;
}

static Harvest *
harvest_at (const Job *job,
            gsize      chunk,
            Side       side,
            YsSpan     span)
{
  return &job->harvests[(chunk * N_SIDES + side) * YS_N_SPANS + span];
}

/* --- from trials to losses --------------------------------------------------------------------- */

static void
harvest (Harvest      *self,
         const double *losses,
         gsize         n)
{
  double above[YS_BLOCK];
  guint n_above = 0;

  for (gsize i = 0; i < n; i++)
    {
      self->sum += losses[i];
      above[n_above] = losses[i];
      n_above += losses[i] > 0.0;
    }

  g_array_append_vals (self->losses, above, n_above);
}

static void
add_strikes (double       *to,
             const double *strikes,
             const Job    *job,
             YsStrike      strike,
             gsize         period,
             double        factor)
{
  const double *from = strikes + (strike * (job->program->n_periods + 1) + period) * YS_BLOCK;

  for (gsize i = 0; i < YS_BLOCK; i++)
    to[i] += factor * from[i];
}

static void
add_period (double       *to,
            const Job    *job,
            Side          side,
            const double *own,
            const double *reference,
            gsize         period)
{
  add_strikes (to, own, job, YS_STRIKE_THREATENED, period, 1.0);
  if (side == WITH)
    add_strikes (to, own, job, YS_STRIKE_AVOIDED, period, -1.0);
  add_strikes (to, side == WITH ? own : reference, job, YS_STRIKE_SUFFERED, period, 1.0);
}

static void
harvest_block (const Job    *job,
               gsize         chunk,
               Side          side,
               const double *own,
               const double *reference,
               gsize         n)
{
  gsize per_year = (gsize) ys_scenario_get_per_year (job->program->scenario);
  double horizon[YS_BLOCK] = { 0 };
  gsize t = 0;

  for (gsize year = 0; t <= job->program->n_periods; year++)
    {
      double losses[YS_BLOCK] = { 0 };

      for (; t <= MIN ((year + 1) * per_year, job->program->n_periods); t++)
        add_period (losses, job, side, own, reference, t);
      if (year < job->n_years)
        harvest (harvest_at (job, chunk, side, YS_SPAN_YEAR), losses, n);
      for (gsize i = 0; i < n; i++)
        horizon[i] += losses[i];
    }

  harvest (harvest_at (job, chunk, side, YS_SPAN_HORIZON), horizon, n);
}

static void
run_chunk (Job         *job,
           YsWorkspace *workspace,
           double      *own,
           double      *reference,
           gsize        chunk)
{
  gsize chunk_trials = job->blocks_per_chunk * YS_BLOCK;
  gsize end = MIN ((chunk + 1) * chunk_trials, job->n_trials);

  for (gsize trial = chunk * chunk_trials; trial < end && !is_cancelled (job); trial += YS_BLOCK)
    {
      gsize n = MIN (YS_BLOCK, end - trial);

      job->runner->run_strikes (job->program, workspace, job->alternative, trial, own);
      if (reference != own)
        job->runner->run_strikes (job->program, workspace, job->reference, trial, reference);
      for (Side side = WITHOUT; side < job->n_sides; side++)
        harvest_block (job, chunk, side, own, reference, n);
    }
}

static gpointer
run_chunks (gpointer data)
{
  Job *job = data;
  gsize n = YS_N_STRIKES * (job->program->n_periods + 1) * YS_BLOCK;
  g_autofree double *own = g_new (double, n);
  g_autofree double *others = job->reference != job->alternative ? g_new (double, n) : NULL;
  YsWorkspace *workspace = job->runner->workspace_new (job->program);
  int chunk;

  while ((chunk = g_atomic_int_add (&job->next, 1)) < (int) job->n_chunks && !is_cancelled (job))
    run_chunk (job, workspace, own, others != NULL ? others : own, (gsize) chunk);

  job->runner->workspace_free (workspace);
  return NULL;
}

/* --- from losses to curves --------------------------------------------------------------------- */

/* Chunks in their order: whichever thread took which, the digits are the same. */
static void
make_curve (const Job    *job,
            Side          side,
            YsSpan        span,
            YsExceedance *curve)
{
  g_autoptr (GArray) losses = g_array_new (FALSE, FALSE, sizeof (double));
  gsize n = job->n_trials * (span == YS_SPAN_YEAR ? job->n_years : 1);
  double sum = 0.0;

  for (gsize chunk = 0; chunk < job->n_chunks; chunk++)
    {
      const Harvest *own = harvest_at (job, chunk, side, span);

      sum += own->sum;
      g_array_append_vals (losses, own->losses->data, own->losses->len);
    }

  ys_exceedance_init (curve, (double *) losses->data, losses->len, n, job->program->scenario->tolerance);
  curve->mean = sum / (double) n;
}

static gpointer
make_curves (gpointer data)
{
  Job *job = data;
  int k;

  while ((k = g_atomic_int_add (&job->next, 1)) < (int) job->n_sides * YS_N_SPANS)
    {
      YsSpan span = (YsSpan) (k % YS_N_SPANS);

      if (k < YS_N_SPANS)
        make_curve (job, WITHOUT, span, &job->curves->without[span]);
      else
        make_curve (job, WITH, span, &job->curves->with[span]);
    }

  return NULL;
}

static void
copy_curve (const YsExceedance *from,
            YsExceedance       *to)
{
  *to = *from;
  to->losses = g_memdup2 (from->losses, from->n_points * sizeof (double));
  to->chances = g_memdup2 (from->chances, from->n_points * sizeof (double));
}

static void
plan_job (Job   *job,
          gsize  n_trials)
{
  gsize per_year = (gsize) ys_scenario_get_per_year (job->program->scenario);
  gsize n_blocks;

  job->n_years = MAX (job->program->n_periods / per_year, 1);
  while (n_trials * job->n_years > MOST_YEARS && n_trials > 1)
    n_trials = (n_trials + 1) / 2;
  n_blocks = (n_trials + YS_BLOCK - 1) / YS_BLOCK;

  job->n_trials = n_trials;
  job->blocks_per_chunk = (n_blocks + MAX_CHUNKS - 1) / MAX_CHUNKS;
  job->n_chunks = (n_blocks + job->blocks_per_chunk - 1) / job->blocks_per_chunk;
}

static void
run_job (Job *job)
{
  gsize n = job->n_chunks * N_SIDES * YS_N_SPANS;

  job->harvests = g_new0 (Harvest, n);
  for (gsize i = 0; i < n; i++)
    job->harvests[i].losses = g_array_new (FALSE, FALSE, sizeof (double));

  job->next = 0;
  ys_threads_run (job->options->threads, job->n_chunks, run_chunks, job);
  job->next = 0;
  if (!is_cancelled (job))
    ys_threads_run (job->options->threads, job->n_sides * YS_N_SPANS, make_curves, job);
  for (int span = 0; job->n_sides == 1 && span < YS_N_SPANS; span++)
    copy_curve (&job->curves->without[span], &job->curves->with[span]);

  for (gsize i = 0; i < n; i++)
    g_array_unref (job->harvests[i].losses);
  g_clear_pointer (&job->harvests, g_free);
}

/* --- who has any ------------------------------------------------------------------------------- */

static gboolean
has_lines (const YsProgramAlternative *alternative,
           YsCash                      cash)
{
  for (guint k = 0; k < alternative->lines->len; k++)
    if (g_array_index (alternative->lines, YsProgramLine, k).line->kind->cash == cash)
      return TRUE;

  return FALSE;
}

/* FALSE when nothing can strike. */
static gboolean
choose_alternative (Job   *job,
                    gsize  index)
{
  const YsProgramAlternative *own = &job->program->alternatives[index];
  gboolean avoids = has_lines (own, YS_CASH_AVOIDED);

  job->alternative = index;
  job->reference = job->program->baseline >= 0 ? (gsize) job->program->baseline : index;
  job->n_sides = avoids || job->reference != index ? N_SIDES : 1;

  return avoids || has_lines (own, YS_CASH_EVENTS)
         || has_lines (&job->program->alternatives[job->reference], YS_CASH_EVENTS);
}

gboolean
ys_losses_fill (YsResult                *result,
                const YsProgram         *program,
                const YsSimulateOptions *options)
{
  Job job = { .program = program, .options = options };

  job.runner = ys_runner_choose (program, options->runner);
  plan_job (&job, result->n_trials);
  result->losses = g_new0 (YsLossCurves *, MAX (result->n_alternatives, 1));

  for (gsize a = 0; a < result->n_alternatives && !is_cancelled (&job); a++)
    if (choose_alternative (&job, a))
      {
        job.curves = result->losses[a] = g_new0 (YsLossCurves, 1);
        if (!program->certain)
          run_job (&job);
      }

  return !is_cancelled (&job);
}
