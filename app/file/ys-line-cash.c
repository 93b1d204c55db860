/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-cash.h"

#include <math.h>

#include "ys-simulate.h"

/* Lines whose sum is a figure of the result. */
typedef enum
{
  GROUP_FORWARD,
  GROUP_RUNNING,
  GROUP_RESALE,
  GROUP_COSTS,
  GROUP_WORKING,
} Group;

static Group
group_of (const YsLine *line)
{
  if (line->kind->side == YS_SIDE_COST)
    return GROUP_COSTS;
  if (line->kind->side == YS_SIDE_NEITHER)
    return GROUP_WORKING;
  if (line->kind->cash == YS_CASH_RESALE)
    return GROUP_RESALE;
  return line->nature == YS_NATURE_FORWARD ? GROUP_FORWARD : GROUP_RUNNING;
}

/* The scenario with this alternative alone and nothing in any line but one. Lines that are kept at
 * nothing are drawn as before, and the one that is left keeps its draws. */
static YsScenario *
isolate (const YsScenario    *scenario,
         const YsAlternative *alternative,
         guint                kept)
{
  YsScenario *copy = ys_scenario_copy (scenario);
  YsAlternative *alone = ys_alternative_copy (alternative);

  for (guint i = 0; i < alone->lines->len; i++)
    if (i != kept)
      {
        YsLine *silent = ys_line_copy (alone->lines->pdata[i]);

        ys_line_set_ramp (silent, (const double[]) { 0.0 }, 1);
        ys_line_unref (alone->lines->pdata[i]);
        alone->lines->pdata[i] = silent;
      }

  alone->baseline = FALSE;
  g_ptr_array_set_size (copy->alternatives, 0);
  g_ptr_array_add (copy->alternatives, alone);
  g_ptr_array_set_size (copy->requires, 0);
  g_ptr_array_set_size (copy->excludes, 0);

  return copy;
}

static double *
simulate_line (const YsResult  *result,
               gsize            alternative,
               guint            index,
               GError         **error)
{
  const YsAlternative *own = result->alternatives[alternative].alternative;
  const YsLine *line = own->lines->pdata[index];
  g_autoptr (YsScenario) scenario = isolate (result->scenario, own, index);
  const YsSimulateOptions options = { .trials = result->n_trials, .has_seed = TRUE, .seed = result->seed };
  g_autoptr (YsResult) alone = ys_simulate (scenario, &options, error);
  const YsAlternativeResult *only;

  if (alone == NULL)
    return NULL;

  only = alone->alternatives;
  return g_memdup2 (line->kind->side == YS_SIDE_COST      ? only->costs
                    : line->kind->side == YS_SIDE_NEITHER ? only->working
                                                          : only->benefits,
                    (gsize) (result->scenario->n_periods + 1) * sizeof (double));
}

double *
ys_line_cash_dup_own (const YsResult *result,
                      gsize           alternative,
                      gsize           offset)
{
  gsize n = (gsize) result->scenario->n_periods + 1;
  double *own = g_memdup2 (G_STRUCT_MEMBER (double *, &result->alternatives[alternative], offset),
                           n * sizeof (double));

  if (result->baseline >= 0 && (gsize) result->baseline != alternative)
    for (gsize t = 0; t < n; t++)
      own[t] += G_STRUCT_MEMBER (double *, &result->alternatives[result->baseline], offset)[t];

  return own;
}

static void
add_up (const GPtrArray *lines,
        GPtrArray       *cash,
        Group            group,
        gsize            t,
        double           total)
{
  double *largest = NULL;

  for (guint i = 0; i < cash->len; i++)
    if (group_of (lines->pdata[i]) == group)
      {
        double *own = cash->pdata[i];

        total -= own[t];
        if (largest == NULL || fabs (own[t]) > fabs (*largest))
          largest = &own[t];
      }

  if (largest != NULL)
    *largest += total;
}

static void
settle (const YsResult *result,
        gsize           alternative,
        GPtrArray      *cash)
{
  const GPtrArray *lines = result->alternatives[alternative].alternative->lines;
  g_autofree double *benefits
    = ys_line_cash_dup_own (result, alternative, G_STRUCT_OFFSET (YsAlternativeResult, benefits));
  g_autofree double *forward
    = ys_line_cash_dup_own (result, alternative, G_STRUCT_OFFSET (YsAlternativeResult, forward));
  g_autofree double *line_benefits
    = ys_line_cash_dup_own (result, alternative, G_STRUCT_OFFSET (YsAlternativeResult, line_benefits));
  g_autofree double *costs
    = ys_line_cash_dup_own (result, alternative, G_STRUCT_OFFSET (YsAlternativeResult, costs));
  g_autofree double *working
    = ys_line_cash_dup_own (result, alternative, G_STRUCT_OFFSET (YsAlternativeResult, working));

  for (gsize t = 0; t <= (gsize) result->scenario->n_periods; t++)
    {
      add_up (lines, cash, GROUP_FORWARD, t, forward[t]);
      add_up (lines, cash, GROUP_RUNNING, t, line_benefits[t] - forward[t]);
      add_up (lines, cash, GROUP_RESALE, t, benefits[t] - line_benefits[t]);
      add_up (lines, cash, GROUP_COSTS, t, costs[t]);
      add_up (lines, cash, GROUP_WORKING, t, working[t]);
    }
}

GPtrArray *
ys_line_cash_new (const YsResult  *result,
                  gsize            alternative,
                  GError         **error)
{
  const GPtrArray *lines = result->alternatives[alternative].alternative->lines;
  g_autoptr (GPtrArray) cash = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lines->len; i++)
    {
      double *own = simulate_line (result, alternative, i, error);

      if (own == NULL)
        return NULL;
      g_ptr_array_add (cash, own);
    }

  settle (result, alternative, cash);
  return g_steal_pointer (&cash);
}

gboolean
ys_line_cash_certain (const YsResult *result)
{
  const YsSimulateOptions options = { .trials = 2 };
  g_autoptr (YsResult) two = NULL;

  if (result->n_trials > 1)
    return FALSE;

  two = ys_simulate (result->scenario, &options, NULL);
  return two != NULL && two->n_trials == 1;
}
