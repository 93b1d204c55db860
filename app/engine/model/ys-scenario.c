/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-scenario.h"

#include <math.h>

#include "ys-ids.h"
#include "ys-scenario-parts.h"

static const char *const period_ids[YS_N_PERIODS] = {
  [YS_PERIOD_YEAR] = "year",
  [YS_PERIOD_QUARTER] = "quarter",
  [YS_PERIOD_MONTH] = "month",
};

static const int periods_per_year[YS_N_PERIODS] = {
  [YS_PERIOD_YEAR] = 1,
  [YS_PERIOD_QUARTER] = 4,
  [YS_PERIOD_MONTH] = 12,
};

static const char *const timing_ids[YS_N_TIMINGS] = {
  [YS_TIMING_END] = "end",
  [YS_TIMING_MIDDLE] = "middle",
};

static const char *const losses_ids[YS_N_LOSSES] = {
  [YS_LOSSES_CARRY_FORWARD] = "carry-forward",
  [YS_LOSSES_OFFSET] = "offset",
};

static void
scenario_clear (gpointer data)
{
  YsScenario *scenario = data;

  g_free (scenario->title);
  g_free (scenario->currency);
  g_free (scenario->start);
  g_ptr_array_unref (scenario->drivers);
  g_ptr_array_unref (scenario->assumptions);
  g_ptr_array_unref (scenario->moves_with);
  g_ptr_array_unref (scenario->alternatives);
  g_ptr_array_unref (scenario->budgets);
  g_ptr_array_unref (scenario->requires);
  g_ptr_array_unref (scenario->excludes);
  g_ptr_array_unref (scenario->tolerance);
  g_strfreev (scenario->understood);
  g_free (scenario->comment);
}

static void
share_parts (YsScenario       *copy,
             const YsScenario *scenario)
{
  ys_parts_share (copy->drivers, scenario->drivers, (YsPartRef) ys_driver_ref);
  ys_parts_share (copy->assumptions, scenario->assumptions, (YsPartRef) ys_assumption_ref);
  ys_parts_share (copy->moves_with, scenario->moves_with, (YsPartRef) ys_moves_with_ref);
  ys_parts_share (copy->alternatives, scenario->alternatives, (YsPartRef) ys_alternative_ref);
  ys_parts_share (copy->budgets, scenario->budgets, (YsPartRef) ys_budget_ref);
  ys_parts_share (copy->requires, scenario->requires, (YsPartRef) ys_relation_ref);
  ys_parts_share (copy->excludes, scenario->excludes, (YsPartRef) ys_relation_ref);
  ys_parts_share (copy->tolerance, scenario->tolerance, (YsPartRef) ys_tolerance_ref);
}

static gboolean
rules_equal (const YsRules *a,
             const YsRules *b)
{
  return ys_optional_equal (a->discount_rate, b->discount_rate)
         && a->timing == b->timing
         && ys_optional_equal (a->tax_rate, b->tax_rate)
         && a->losses == b->losses
         && ys_optional_equal (a->reinvest_rate, b->reinvest_rate)
         && ys_optional_equal (a->finance_rate, b->finance_rate);
}

static gboolean
strings_equal (const char *const *a,
               const char *const *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal (a, b);
}

static gboolean
heads_equal (const YsScenario *a,
             const YsScenario *b)
{
  return g_strcmp0 (a->title, b->title) == 0
         && g_strcmp0 (a->currency, b->currency) == 0
         && g_strcmp0 (a->start, b->start) == 0
         && a->period == b->period
         && a->n_periods == b->n_periods
         && rules_equal (&a->rules, &b->rules)
         && a->seed == b->seed
         && a->trials == b->trials
         && !a->has_simulation == !b->has_simulation
         && strings_equal ((const char *const *) a->understood, (const char *const *) b->understood)
         && g_strcmp0 (a->comment, b->comment) == 0;
}

const char *
ys_period_get_id (YsPeriod period)
{
  return ys_ids_get (period_ids, YS_N_PERIODS, (int) period);
}

gboolean
ys_period_from_id (const char *id,
                   YsPeriod   *period)
{
  int found = ys_ids_find (period_ids, YS_N_PERIODS, id);

  if (found < 0)
    return FALSE;

  *period = (YsPeriod) found;
  return TRUE;
}

int
ys_period_get_per_year (YsPeriod period)
{
  g_return_val_if_fail (period < YS_N_PERIODS, 1);

  return periods_per_year[period];
}

const char *
ys_timing_get_id (YsTiming timing)
{
  return ys_ids_get (timing_ids, YS_N_TIMINGS, (int) timing);
}

gboolean
ys_timing_from_id (const char *id,
                   YsTiming   *timing)
{
  int found = ys_ids_find (timing_ids, YS_N_TIMINGS, id);

  if (found < 0)
    return FALSE;

  *timing = (YsTiming) found;
  return TRUE;
}

const char *
ys_losses_get_id (YsLosses losses)
{
  return ys_ids_get (losses_ids, YS_N_LOSSES, (int) losses);
}

gboolean
ys_losses_from_id (const char *id,
                   YsLosses   *losses)
{
  int found = ys_ids_find (losses_ids, YS_N_LOSSES, id);

  if (found < 0)
    return FALSE;

  *losses = (YsLosses) found;
  return TRUE;
}

YsScenario *
ys_scenario_new (const char *title,
                 const char *currency,
                 int         n_periods)
{
  YsScenario *scenario = g_atomic_rc_box_new0 (YsScenario);

  scenario->title = g_strdup (title);
  scenario->currency = g_strdup (currency);
  scenario->n_periods = n_periods;
  scenario->rules = (YsRules) {
    .discount_rate = NAN, .tax_rate = NAN, .reinvest_rate = NAN, .finance_rate = NAN,
  };
  scenario->seed = 1;
  scenario->trials = YS_DEFAULT_TRIALS;
  scenario->drivers = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_driver_unref);
  scenario->assumptions = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_assumption_unref);
  scenario->moves_with = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_moves_with_unref);
  scenario->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_alternative_unref);
  scenario->budgets = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_budget_unref);
  scenario->requires = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_relation_unref);
  scenario->excludes = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_relation_unref);
  scenario->tolerance = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_tolerance_unref);

  return scenario;
}

YsScenario *
ys_scenario_copy (const YsScenario *scenario)
{
  YsScenario *copy;

  g_return_val_if_fail (scenario != NULL, NULL);

  copy = ys_scenario_new (scenario->title, scenario->currency, scenario->n_periods);
  copy->start = g_strdup (scenario->start);
  copy->period = scenario->period;
  copy->rules = scenario->rules;
  copy->seed = scenario->seed;
  copy->trials = scenario->trials;
  copy->has_simulation = scenario->has_simulation;
  copy->understood = g_strdupv (scenario->understood);
  copy->comment = g_strdup (scenario->comment);
  copy->row = scenario->row;
  share_parts (copy, scenario);

  return copy;
}

YsScenario *
ys_scenario_ref (const YsScenario *scenario)
{
  g_return_val_if_fail (scenario != NULL, NULL);

  return g_atomic_rc_box_acquire ((YsScenario *) scenario);
}

void
ys_scenario_unref (YsScenario *scenario)
{
  g_return_if_fail (scenario != NULL);

  g_atomic_rc_box_release_full (scenario, scenario_clear);
}

gboolean
ys_scenario_equal (const YsScenario *a,
                   const YsScenario *b)
{
  if (a == b)
    return TRUE;

  if (a == NULL || b == NULL)
    return FALSE;

  return heads_equal (a, b)
         && ys_parts_equal (a->drivers, b->drivers, (GEqualFunc) ys_driver_equal)
         && ys_parts_equal (a->assumptions, b->assumptions, (GEqualFunc) ys_assumption_equal)
         && ys_parts_equal (a->moves_with, b->moves_with, (GEqualFunc) ys_moves_with_equal)
         && ys_parts_equal (a->alternatives, b->alternatives, (GEqualFunc) ys_alternative_equal)
         && ys_parts_equal (a->budgets, b->budgets, (GEqualFunc) ys_budget_equal)
         && ys_parts_equal (a->requires, b->requires, (GEqualFunc) ys_relation_equal)
         && ys_parts_equal (a->excludes, b->excludes, (GEqualFunc) ys_relation_equal)
         && ys_parts_equal (a->tolerance, b->tolerance, (GEqualFunc) ys_tolerance_equal);
}

const YsAlternative *
ys_scenario_find_alternative (const YsScenario *scenario,
                              const char       *id)
{
  g_return_val_if_fail (scenario != NULL, NULL);

  for (guint i = 0; i < scenario->alternatives->len; i++)
    {
      const YsAlternative *alternative = scenario->alternatives->pdata[i];

      if (g_strcmp0 (alternative->id, id) == 0)
        return alternative;
    }

  return NULL;
}

const YsAssumption *
ys_scenario_find_assumption (const YsScenario *scenario,
                             const char       *id)
{
  g_return_val_if_fail (scenario != NULL, NULL);

  for (guint i = 0; i < scenario->assumptions->len; i++)
    {
      const YsAssumption *assumption = scenario->assumptions->pdata[i];

      if (g_strcmp0 (assumption->id, id) == 0)
        return assumption;
    }

  return NULL;
}

const YsDriver *
ys_scenario_find_driver (const YsScenario *scenario,
                         const char       *id)
{
  g_return_val_if_fail (scenario != NULL, NULL);

  for (guint i = 0; i < scenario->drivers->len; i++)
    {
      const YsDriver *driver = scenario->drivers->pdata[i];

      if (g_strcmp0 (driver->id, id) == 0)
        return driver;
    }

  return NULL;
}

int
ys_scenario_get_per_year (const YsScenario *scenario)
{
  g_return_val_if_fail (scenario != NULL, 1);

  return ys_period_get_per_year (scenario->period);
}

double
ys_scenario_get_years (const YsScenario *scenario,
                       int               period)
{
  double periods;

  g_return_val_if_fail (scenario != NULL, 0.0);

  periods = period;
  if (scenario->rules.timing == YS_TIMING_MIDDLE && period > 0)
    periods -= 0.5;

  return periods / ys_scenario_get_per_year (scenario);
}

double
ys_scenario_get_rate (const YsScenario    *scenario,
                      const YsAlternative *alternative)
{
  g_return_val_if_fail (scenario != NULL, 0.0);

  if (alternative != NULL && !isnan (alternative->discount_rate))
    return alternative->discount_rate;

  return isnan (scenario->rules.discount_rate) ? 0.0 : scenario->rules.discount_rate;
}
