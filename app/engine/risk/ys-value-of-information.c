/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-value-of-information.h"

#include <math.h>
#include <string.h>

#include "ys-bins.h"
#include "ys-run.h"
#include "ys-threads.h"

/* The means come from all trials, what an input adds to them from the first of these: so many say enough,
 * and are evenly spread by themselves. */
#define MOST_TRIALS 8192
#define TRIALS_A_BIN 16
#define BATCHES 16 /* at least, to know the error by */

typedef struct
{
  const YsProgram         *program;
  const YsSimulateOptions *options;
  const YsRunner          *runner;
  YsResult                *result;
  GHashTable              *draws;       /* id → its number + 1 */
  gsize                    n_trials;    /* looked at */
  gsize                    batch;       /* trials in a batch */
  gsize                    n_batches;
  double                  *means;       /* [n_alternatives] of all trials, the baseline's 0 */
  double                  *variances;   /* [n_alternatives] of those looked at */
  double                  *batch_means; /* [n_batches × n_alternatives] */
  int                      runner_up;
  double                   gap_variance;
  YsBins                   bins;        /* for all that are no cases */
  int                      next;        /* atomic */
} Job;

/* What one thread works with, for one input at a time. */
typedef struct
{
  const Job    *job;
  YsWorkspace  *workspace;
  gsize         draw;
  gsize         from;     /* alternatives it moves: from … */
  gsize         end;      /* … up to before this one */
  const YsBins *bins;
  int          *indices;  /* [n_trials, in whole blocks] the bin the input is in */
  int          *counts;   /* [YS_MAX_BINS] */
  double       *effects;  /* [n_alternatives × YS_MAX_BINS] by what the input moves each from its mean */
  double       *policies; /* [n_alternatives × YS_MAX_BINS] how much a trial's outcome counts for the value */
  int          *winners;  /* [YS_MAX_BINS] */
} Task;

static double
outcome (const YsResult *result,
         int             alternative,
         gsize           trial)
{
  if (alternative < 0 || alternative == result->baseline)
    return 0.0;
  return result->alternatives[alternative].outcomes[trial];
}

/* --- what all inputs are held against ---------------------------------------------------------- */

static double
variance_of_difference (const YsResult *result,
                        int             a,
                        int             b,
                        gsize           n)
{
  double first = outcome (result, a, 0) - outcome (result, b, 0);
  double sum = 0.0, squares = 0.0;

  for (gsize trial = 0; trial < n; trial++)
    {
      double distance = outcome (result, a, trial) - outcome (result, b, trial) - first;

      sum += distance;
      squares += distance * distance;
    }

  return MAX (squares - sum * sum / (double) n, 0.0) / (double) n;
}

static void
fill_batch_means (Job *self)
{
  gsize n = self->result->n_alternatives;

  for (gsize trial = 0; trial < self->n_batches * self->batch; trial++)
    for (gsize a = 0; a < n; a++)
      self->batch_means[trial / self->batch * n + a] +=
        outcome (self->result, (int) a, trial) / (double) self->batch;
}

static gsize
bins_for (gsize n_trials)
{
  gsize n = YS_MAX_BINS;

  while (n > 1 && n * TRIALS_A_BIN > n_trials)
    n /= 2;
  return n;
}

static void
job_init (Job                     *self,
          YsResult                *result,
          const YsProgram         *program,
          const YsSimulateOptions *options)
{
  gsize n = result->n_alternatives;

  *self = (Job) { .program = program, .options = options, .result = result };
  self->runner = ys_runner_choose (program, options->runner);
  self->n_trials = MIN (result->n_trials, MOST_TRIALS);
  self->batch = CLAMP (self->n_trials / BATCHES, 1, YS_BLOCK);
  self->n_batches = self->n_trials / self->batch;
  self->means = g_new0 (double, MAX (n, 1));
  self->variances = g_new0 (double, MAX (n, 1));
  self->batch_means = g_new0 (double, MAX (n * self->n_batches, 1));
  self->runner_up = ys_result_get_runner_up (result);
  ys_bins_init_even (&self->bins, bins_for (self->n_trials));

  for (gsize a = 0; a < n; a++)
    {
      self->means[a] = (int) a == result->baseline ? 0.0 : ys_result_get_metric (result, a, "npv");
      self->variances[a] = variance_of_difference (result, (int) a, -1, self->n_trials);
    }
  self->gap_variance = variance_of_difference (result, result->best, self->runner_up, self->n_trials);
  fill_batch_means (self);

  self->draws = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < program->draws->len; i++)
    g_hash_table_insert (self->draws, g_array_index (program->draws, YsDraw, i).id, GUINT_TO_POINTER (i + 1));
}

static void
job_clear (Job *self)
{
  g_hash_table_unref (self->draws);
  ys_bins_clear (&self->bins);
  g_free (self->means);
  g_free (self->variances);
  g_free (self->batch_means);
}

static void
task_init (Task      *self,
           const Job *job)
{
  gsize n = MAX (job->result->n_alternatives, 1) * YS_MAX_BINS;

  *self = (Task) { .job = job };
  self->workspace = job->runner->workspace_new (job->program);
  self->indices = g_new0 (int, job->n_trials + YS_BLOCK);
  self->counts = g_new0 (int, YS_MAX_BINS);
  self->effects = g_new0 (double, n);
  self->policies = g_new0 (double, n);
  self->winners = g_new0 (int, YS_MAX_BINS);
}

static void
task_clear (Task *self)
{
  self->job->runner->workspace_free (self->workspace);
  g_free (self->indices);
  g_free (self->counts);
  g_free (self->effects);
  g_free (self->policies);
  g_free (self->winners);
}

/* --- one input --------------------------------------------------------------------------------- */

static void
find_bins (Task *self)
{
  const Job *job = self->job;
  float uniforms[YS_BLOCK] = { 0 };

  for (gsize first = 0; first < job->n_trials; first += YS_BLOCK)
    {
      job->runner->fill_uniforms (job->program, self->workspace, self->draw, first,
                                  MIN (YS_BLOCK, job->n_trials - first), uniforms);
      ys_bins_find (self->bins, uniforms, self->indices + first);
    }
}

/* effects ← sums by bin */
static void
gather (Task *self)
{
  const YsResult *result = self->job->result;
  gsize n = self->job->n_trials;

  memset (self->counts, 0, self->bins->n * sizeof (int));
  for (gsize trial = 0; trial < n; trial++)
    self->counts[self->indices[trial]]++;

  for (gsize a = self->from; a < self->end; a++)
    {
      const double *outcomes = result->alternatives[a].outcomes;
      double *sums = self->effects + a * YS_MAX_BINS;

      memset (sums, 0, self->bins->n * sizeof (double));
      for (gsize trial = 0; (int) a != result->baseline && trial < n; trial++)
        sums[self->indices[trial]] += outcomes[trial];
    }
}

/* effects ← from sums to what the input can be seen to add to the mean */
static void
smooth (Task *self)
{
  double values[YS_MAX_BINS];

  for (gsize a = self->from; a < self->end; a++)
    {
      double *effects = self->effects + a * YS_MAX_BINS;

      for (gsize i = 0; i < self->bins->n; i++)
        values[i] = self->counts[i] > 0 ? effects[i] / self->counts[i] - self->job->means[a] : 0.0;
      ys_bins_smooth (self->bins, values, effects);
    }
}

/* Share of a variance that the effects explain, once what noise alone would explain is taken away. */
static double
get_share (const Task *self,
           double      explained,
           double      variance)
{
  double noise = (double) self->bins->n_functions * MAX (variance - explained, 0.0) / (double) self->job->n_trials;

  if (explained <= noise || variance <= 0.0)
    return 0.0;
  return MIN ((explained - noise) / variance, 1.0);
}

static const double *
effects_of (const Task *self,
            int         alternative)
{
  static const double none[YS_MAX_BINS];

  if (alternative < (int) self->from || alternative >= (int) self->end)
    return none;
  return self->effects + (gsize) alternative * YS_MAX_BINS;
}

static double
get_gap_share (const Task *self)
{
  const double *best = effects_of (self, self->job->result->best);
  const double *other = effects_of (self, self->job->runner_up);
  double gaps[YS_MAX_BINS];

  if (self->job->runner_up < 0)
    return NAN;
  for (gsize i = 0; i < self->bins->n; i++)
    gaps[i] = best[i] - other[i];
  return get_share (self, ys_bins_product (self->bins, gaps, gaps), self->job->gap_variance);
}

/* What cannot be told from noise is taken for none: effects shrink by as much. */
static void
fill_shares (Task    *self,
             YsInput *input)
{
  input->shares = g_new0 (double, MAX (self->job->result->n_alternatives, 1));
  input->gap_share = get_gap_share (self);

  for (gsize a = self->from; a < self->end; a++)
    {
      double *effects = self->effects + a * YS_MAX_BINS;
      double explained = ys_bins_product (self->bins, effects, effects);
      double variance = self->job->variances[a];

      input->shares[a] = get_share (self, explained, variance);
      for (gsize i = 0; i < self->bins->n; i++)
        effects[i] *= explained > 0.0 ? MIN (input->shares[a] * variance / explained, 1.0) : 0.0;
    }
}

/* --- what it is worth to know it --------------------------------------------------------------- */

static gboolean
is_moved (const Task *self,
          gsize       alternative)
{
  return alternative >= self->from && alternative < self->end;
}

/* The best among those that the input does not move, or −1 when it moves all. */
static int
best_of_the_rest (const Task *self)
{
  const double *means = self->job->means;
  int best = -1;

  for (gsize a = 0; a < self->job->result->n_alternatives; a++)
    if (!is_moved (self, a) && (best < 0 || means[a] > means[best]))
      best = (int) a;

  return best;
}

/* Fills winners with what to choose once the input is known to be in a bin. */
static double
choose (Task *self)
{
  const double *means = self->job->means;
  int rest = best_of_the_rest (self), best = self->job->result->best;
  double mean = 0.0;

  for (gsize i = 0; i < self->bins->n; i++)
    {
      int winner = rest >= 0 ? rest : (int) self->from;
      double largest = -INFINITY;

      if (rest >= 0)
        largest = means[rest];
      for (gsize a = self->from; a < self->end; a++)
        if (means[a] + self->effects[a * YS_MAX_BINS + i] > largest)
          {
            winner = (int) a;
            largest = means[a] + self->effects[a * YS_MAX_BINS + i];
          }

      self->winners[i] = winner;
      mean += self->bins->shares[i] * (largest - means[best]);
    }

  /* Rounding is no reason to find anything out. */
  return mean > 1e-12 * fabs (means[best]) ? mean : 0.0;
}

/* chances[a] ← share of the bins in which a is chosen; policies ← by how much what a trial brings one of
 * the moved counts, beyond its mean, given the bin it is in. */
static void
fill_policies (Task   *self,
               double *chances)
{
  double chosen[YS_MAX_BINS];

  for (gsize i = 0; i < self->bins->n; i++)
    chances[self->winners[i]] += self->bins->shares[i];

  for (gsize a = self->from; a < self->end; a++)
    {
      for (gsize i = 0; i < self->bins->n; i++)
        chosen[i] = self->winners[i] == (int) a ? 1.0 : 0.0;
      ys_bins_smooth (self->bins, chosen, self->policies + a * YS_MAX_BINS);
    }
}

/* sums[batch] ← what the rest of the outcomes, which the input does not explain, adds to the value */
static void
gather_residues (Task   *self,
                 double *sums)
{
  const Job *job = self->job;

  for (gsize a = self->from; a < self->end; a++)
    {
      const double *outcomes = job->result->alternatives[a].outcomes;
      const double *effects = self->effects + a * YS_MAX_BINS, *policies = self->policies + a * YS_MAX_BINS;

      for (gsize k = 0; (int) a != job->result->baseline && k < job->n_batches; k++)
        for (gsize trial = k * job->batch; trial < (k + 1) * job->batch; trial++)
          {
            int bin = self->indices[trial];

            sums[k] += policies[bin] * (outcomes[trial] - job->means[a] - effects[bin]);
          }
    }
}

static double
variance_of (const double *values,
             gsize         n)
{
  double sum = 0.0, squares = 0.0;

  for (gsize i = 0; i < n; i++)
    sum += values[i];
  for (gsize i = 0; i < n; i++)
    squares += (values[i] - sum / (double) n) * (values[i] - sum / (double) n);

  return n > 1 ? squares / (double) (n - 1) : NAN;
}

/* To choose another is right to first order, so the error is that of what is gained by the choice as it
 * is: of the means, known from all trials, and of the effects, from those that were looked at. */
static double
get_error (Task *self)
{
  const Job *job = self->job;
  gsize n = job->result->n_alternatives;
  g_autofree double *chances = g_new0 (double, n);
  g_autofree double *means = g_new0 (double, job->n_batches);
  g_autofree double *residues = g_new0 (double, job->n_batches);
  double all = (double) (job->result->n_trials / job->batch), looked_at = (double) job->n_batches;

  fill_policies (self, chances);
  gather_residues (self, residues);

  for (gsize k = 0; k < job->n_batches; k++)
    {
      const double *own = job->batch_means + k * n;

      residues[k] /= (double) job->batch;
      means[k] = -own[job->result->best];
      for (gsize a = 0; a < n; a++)
        means[k] += chances[a] * own[a];
    }

  return sqrt (variance_of (residues, job->n_batches) / looked_at + variance_of (means, job->n_batches) / all);
}

static void
value_input (Task    *self,
             YsInput *input)
{
  const Job *job = self->job;
  const YsDraw *draw = &g_array_index (job->program->draws, YsDraw, self->draw);
  YsBins cases = { 0 };

  self->from = input->alternative < 0 ? 0 : (gsize) input->alternative;
  self->end = input->alternative < 0 ? job->result->n_alternatives : self->from + 1;
  self->bins = ys_bins_init_cases (&cases, &draw->curve, job->bins.n) ? &cases : &job->bins;

  find_bins (self);
  gather (self);
  smooth (self);
  fill_shares (self, input);

  /* No single input is worth more than all of them. */
  input->value = MIN (choose (self), job->result->evpi);
  input->value_error = input->value > 0.0 ? get_error (self) : 0.0;
  ys_bins_clear (&cases);
}

static gboolean
is_cancelled (const Job *self)
{
  return self->options->cancelled != NULL && *self->options->cancelled != 0;
}

static gpointer
work (gpointer data)
{
  Job *job = data;
  Task task;
  gsize i;

  task_init (&task, job);
  while ((i = (gsize) g_atomic_int_add (&job->next, 1)) < job->result->n_inputs && !is_cancelled (job))
    {
      gsize draw = GPOINTER_TO_SIZE (g_hash_table_lookup (job->draws, job->result->inputs[i].id));

      task.draw = draw - 1;
      if (draw > 0 && job->result->inputs[i].uncertain)
        value_input (&task, &job->result->inputs[i]);
    }
  task_clear (&task);
  return NULL;
}

void
ys_value_inputs (YsResult                *result,
                 const YsProgram         *program,
                 const YsSimulateOptions *options)
{
  Job job;

  if (program->certain || result->n_alternatives == 0)
    return;

  job_init (&job, result, program, options);
  ys_threads_run (options->threads, result->n_inputs, work, &job);
  job_clear (&job);
}
