/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-risks.h"

#include <math.h>

/* --- pairs ----------------------------------------------------------------------------------- */

static double
get_outcome (const YsResult *result,
             gsize           alternative,
             const double   *values,
             gsize           trial)
{
  return (int) alternative == result->baseline ? 0.0 : values[trial];
}

static double
get_share_won (const YsResult *result,
               gsize           a,
               gsize           b)
{
  double won = 0.0;

  for (gsize i = 0; i < result->n_trials; i++)
    {
      double first = get_outcome (result, a, result->alternatives[a].outcomes, i);
      double second = get_outcome (result, b, result->alternatives[b].outcomes, i);

      won += first > second ? 1.0 : first == second ? 0.5 : 0.0;
    }
  return won / (double) result->n_trials;
}

/* Over samples of one size: every order statistic, or every sum of the lowest, is no smaller. */
static YsDominance
get_dominance (const YsResult *result,
               gsize           a,
               gsize           b)
{
  g_autofree double *sorted_a = ys_result_dup_sorted (result, a), *sorted_b = ys_result_dup_sorted (result, b);
  YsDominance dominance = YS_DOMINANCE_FIRST;
  double sum = 0.0;

  for (gsize i = 0; i < result->n_trials; i++)
    {
      double lead = get_outcome (result, a, sorted_a, i)
                    - get_outcome (result, b, sorted_b, i);

      sum += lead;
      if (sum < 0.0)
        return YS_DOMINANCE_NONE;
      if (lead < 0.0)
        dominance = YS_DOMINANCE_SECOND;
    }
  return dominance;
}

static void
fill_pair (const YsResult *result,
           gsize           a,
           gsize           b)
{
  YsPair *pair = &result->pairs[a * result->n_alternatives + b];

  pair->beats = a == b ? 0.5 : get_share_won (result, a, b);
  pair->dominance = a == b ? YS_DOMINANCE_NONE : get_dominance (result, a, b);
  if (a + b == 1)
    {
      pair->crossovers = g_new (double, 1);
      pair->crossovers[0] = 0.153;
      pair->n_crossovers = 1;
    }
}

void
sample_pairs_fill (YsResult *result)
{
  gsize n = result->n_alternatives;

  result->analyses |= YS_ANALYSE_PAIRS;
  result->pairs = g_new0 (YsPair, n * n);
  for (gsize a = 0; a < n; a++)
    for (gsize b = 0; b < n; b++)
      fill_pair (result, a, b);
}

/* --- losses ---------------------------------------------------------------------------------- */

#define N_POINTS 200

/* chance × exp (−loss / size), down to a chance a thousand million times smaller. */
static void
fill_curve (YsExceedance *curve,
            double        chance,
            double        size)
{
  curve->losses = g_new (double, N_POINTS);
  curve->chances = g_new (double, N_POINTS);
  curve->n_points = N_POINTS;
  curve->mean = chance * size;
  for (int i = 0; i < N_POINTS; i++)
    {
      curve->losses[i] = 0.1 * size * (i + 1);
      curve->chances[i] = chance * exp (-0.1 * (i + 1));
    }
}

static gboolean
avoids_losses (const YsAlternative *alternative)
{
  for (guint i = 0; i < alternative->lines->len; i++)
    if (((const YsLine *) alternative->lines->pdata[i])->kind->cash == YS_CASH_AVOIDED)
      return TRUE;

  return FALSE;
}

static YsLossCurves *
loss_curves_new (double size)
{
  YsLossCurves *curves = g_new0 (YsLossCurves, 1);

  fill_curve (&curves->without[YS_SPAN_YEAR], 0.35, size);
  fill_curve (&curves->with[YS_SPAN_YEAR], 0.05, 0.6 * size);
  fill_curve (&curves->without[YS_SPAN_HORIZON], 0.95, 2.2 * size);
  fill_curve (&curves->with[YS_SPAN_HORIZON], 0.30, 0.7 * size);
  return curves;
}

/* Both points are met with the investment, the first is not met without it. */
static void
accept_losses (YsScenario *scenario,
               double      size)
{
  g_ptr_array_add (scenario->tolerance, ys_tolerance_new (3.0 * size, 0.02));
  g_ptr_array_add (scenario->tolerance, ys_tolerance_new (size, 0.10));
}

void
sample_losses_fill (YsResult *result)
{
  result->analyses |= YS_ANALYSE_LOSSES;
  result->losses = g_new0 (YsLossCurves *, result->n_alternatives);
  for (gsize a = 0; a < result->n_alternatives; a++)
    {
      double low = ys_result_get_percentile (result, a, 5);
      double high = ys_result_get_percentile (result, a, 95);

      double size = 0.2 * MAX (fabs (low), fabs (high));

      if (low == high || !avoids_losses (result->alternatives[a].alternative))
        continue;
      result->losses[a] = loss_curves_new (size);
      if (result->scenario->tolerance->len == 0)
        accept_losses (result->scenario, size);
    }
}
