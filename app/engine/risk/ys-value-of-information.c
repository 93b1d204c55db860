/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-value-of-information.h"

#include <math.h>
#include <string.h>

#include "ys-distribution.h"
#include "ys-run.h"

/* Trials are gathered by the rank of the input: the uniform it was drawn from says the rank without
 * sorting. Then each alternative's means are smoothed by least squares on a few functions of the
 * rank, so that the noise of the bins is not taken for something worth knowing. */
#define MAX_BINS 256
#define TRIALS_A_BIN 64
#define N_FUNCTIONS 7

typedef struct
{
  gsize   n_bins;
  double *counts;                 /* [n_bins] */
  double *sums;                   /* [n_alternatives × n_bins] */
  double *functions[N_FUNCTIONS]; /* [n_bins] orthonormal under the counts */
} Bins;

static void
bins_init (Bins           *self,
           const YsResult *result)
{
  self->n_bins = CLAMP (result->n_trials / TRIALS_A_BIN, 1, MAX_BINS);
  self->counts = g_new0 (double, self->n_bins);
  self->sums = g_new0 (double, self->n_bins * result->n_alternatives);
  for (int k = 0; k < N_FUNCTIONS; k++)
    self->functions[k] = g_new0 (double, self->n_bins);
}

static void
bins_clear (Bins *self)
{
  g_free (self->counts);
  g_free (self->sums);
  for (int k = 0; k < N_FUNCTIONS; k++)
    g_free (self->functions[k]);
}

/* Only the alternatives from … up to before end: the others do not depend on the draw. */
static void
gather (Bins            *self,
        const YsResult  *result,
        const YsProgram *program,
        const YsRunner  *runner,
        YsWorkspace     *workspace,
        gsize            draw,
        gsize            from,
        gsize            end)
{
  float uniforms[YS_BLOCK];

  memset (self->counts, 0, self->n_bins * sizeof (double));
  memset (self->sums + from * self->n_bins, 0, self->n_bins * (end - from) * sizeof (double));

  for (gsize first = 0; first < result->n_trials; first += YS_BLOCK)
    {
      gsize n = MIN (YS_BLOCK, result->n_trials - first);

      runner->fill_uniforms (program, workspace, draw, first, n, uniforms);
      for (gsize i = 0; i < n; i++)
        {
          gsize bin = MIN ((gsize) (uniforms[i] * (float) self->n_bins), self->n_bins - 1);

          self->counts[bin] += 1.0;
          for (gsize a = from; a < end; a++)
            self->sums[a * self->n_bins + bin] += result->alternatives[a].outcomes[first + i];
        }
    }
}

static double
inner_product (const Bins   *self,
               const double *a,
               const double *b)
{
  double sum = 0.0;

  for (gsize i = 0; i < self->n_bins; i++)
    sum += self->counts[i] * a[i] * b[i];
  return sum;
}

/* 1, then powers of the normal score and of the rank: the first follow what is unbounded, the second
 * what has ends. Made orthonormal by Gram and Schmidt's method; what is left of a function that the
 * others can already say is dropped. */
static void
set_functions (Bins *self)
{
  for (gsize i = 0; i < self->n_bins; i++)
    {
      double rank = ((double) i + 0.5) / (double) self->n_bins;
      double z = ys_normal_quantile (rank);
      double x = 2.0 * rank - 1.0;

      self->functions[0][i] = 1.0;
      self->functions[1][i] = z;
      self->functions[2][i] = x;
      self->functions[3][i] = x * x;
      self->functions[4][i] = z * z;
      self->functions[5][i] = x * x * x;
      self->functions[6][i] = z * z * z;
    }

  for (int k = 0; k < N_FUNCTIONS; k++)
    {
      double before = inner_product (self, self->functions[k], self->functions[k]);
      double left;

      for (int j = 0; j < k; j++)
        {
          double share = inner_product (self, self->functions[k], self->functions[j]);

          for (gsize i = 0; i < self->n_bins; i++)
            self->functions[k][i] -= share * self->functions[j][i];
        }

      left = inner_product (self, self->functions[k], self->functions[k]);
      for (gsize i = 0; i < self->n_bins; i++)
        self->functions[k][i] *= left > 1e-8 * before ? 1.0 / sqrt (left) : 0.0;
    }
}

/* smooth[i] ← what an alternative is worth on average when the input is in bin i */
static void
smooth_alternative (const Bins   *self,
                    const double *sums,
                    double       *smooth)
{
  memset (smooth, 0, self->n_bins * sizeof (double));

  for (int k = 0; k < N_FUNCTIONS; k++)
    {
      double weight = 0.0;

      for (gsize i = 0; i < self->n_bins; i++)
        weight += sums[i] * self->functions[k][i];
      for (gsize i = 0; i < self->n_bins; i++)
        smooth[i] += weight * self->functions[k][i];
    }
}

/* The largest mean among those that the draw does not move. */
static double
best_of_the_rest (const YsResult *result,
                  gsize           from,
                  gsize           end)
{
  double largest = -INFINITY;

  for (gsize a = 0; a < result->n_alternatives; a++)
    if (a < from || a >= end)
      largest = MAX (largest, (int) a == result->baseline ? 0.0 : ys_result_get_metric (result, a, "npv"));

  return largest;
}

static double
value_draw (Bins           *self,
            const YsResult *result,
            gsize           from,
            gsize           end)
{
  g_autofree double *smooth = g_new (double, self->n_bins);
  g_autofree double *largest = g_new (double, self->n_bins);
  double largest_mean = best_of_the_rest (result, from, end);
  double mean_of_largest = 0.0, total = (double) result->n_trials;

  for (gsize i = 0; i < self->n_bins; i++)
    largest[i] = largest_mean;

  set_functions (self);
  for (gsize a = from; a < end; a++)
    {
      double mean = 0.0;

      if ((int) a == result->baseline)
        memset (smooth, 0, self->n_bins * sizeof (double));
      else
        smooth_alternative (self, self->sums + a * self->n_bins, smooth);

      for (gsize i = 0; i < self->n_bins; i++)
        {
          mean += self->counts[i] * smooth[i] / total;
          largest[i] = MAX (largest[i], smooth[i]);
        }
      largest_mean = MAX (largest_mean, mean);
    }

  for (gsize i = 0; i < self->n_bins; i++)
    mean_of_largest += self->counts[i] * largest[i] / total;

  /* Rounding is no reason to find anything out. */
  mean_of_largest -= largest_mean;
  return mean_of_largest > 1e-12 * fabs (largest_mean) ? mean_of_largest : 0.0;
}

void
ys_value_inputs (YsResult        *result,
                 const YsProgram *program)
{
  const YsRunner *runner = ys_runner_find (NULL);
  YsWorkspace *workspace;
  Bins bins;

  if (program->certain)
    return;
  workspace = runner->workspace_new (program);

  result->n_inputs = program->draws->len;
  result->inputs = g_new0 (YsInput, MAX (result->n_inputs, 1));
  bins_init (&bins, result);

  for (gsize i = 0; i < result->n_inputs; i++)
    {
      const YsDraw *draw = &g_array_index (program->draws, YsDraw, i);
      YsInput *input = &result->inputs[i];
      gsize from = draw->alternative < 0 ? 0 : (gsize) draw->alternative;
      gsize end = draw->alternative < 0 ? result->n_alternatives : from + 1;

      gather (&bins, result, program, runner, workspace, i, from, end);
      input->id = g_strdup (draw->id);
      input->name = g_strdup (draw->name);
      input->alternative = draw->alternative;
      input->uncertain = TRUE;
      /* No single input is worth more than all of them. */
      input->value = result->n_alternatives > 1 ? MIN (value_draw (&bins, result, from, end), result->evpi) : 0.0;
    }

  bins_clear (&bins);
  runner->workspace_free (workspace);
}
