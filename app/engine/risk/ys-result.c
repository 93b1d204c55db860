/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-result.h"

#include <math.h>
#include <string.h>

#include "ys-cash.h"
#include "ys-origin.h"
#include "ys-run.h"
#include "ys-sort.h"
#include "ys-threads.h"

static void
alternative_result_init (YsAlternativeResult *self,
                         const YsScenario    *scenario,
                         const YsAlternative *alternative,
                         gsize                n_trials)
{
  gsize n = scenario->n_periods + 1;

  self->alternative = alternative;
  self->cash = g_new0 (double, n);
  self->benefits = g_new0 (double, n);
  self->costs = g_new0 (double, n);
  self->tax = g_new0 (double, n);
  self->working = g_new0 (double, n);
  self->forward = g_new0 (double, n);
  self->line_benefits = g_new0 (double, n);
  self->through = g_new0 (double, scenario->drivers->len + 1);
  self->outcomes = g_atomic_rc_box_alloc0 (n_trials * sizeof (double));
  self->metrics = g_new0 (double, ys_metrics_count ());
  self->rate = ys_scenario_get_rate (scenario, alternative);
}

static void
alternative_result_clear (YsAlternativeResult *self)
{
  g_free (self->cash);
  g_free (self->benefits);
  g_free (self->costs);
  g_free (self->tax);
  g_free (self->working);
  g_free (self->forward);
  g_free (self->line_benefits);
  g_free (self->through);
  g_atomic_rc_box_release (self->outcomes);
  g_free (self->metrics);
  g_free (self->rates);
}

static void
input_clear (YsInput *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->shares);
  g_free (self->worth_low);
  g_free (self->worth_high);
  g_free (self->break_evens);
  g_free (self->changes);
}

static void
loss_curves_free (YsLossCurves *self)
{
  if (self == NULL)
    return;

  for (int span = 0; span < YS_N_SPANS; span++)
    {
      g_free (self->without[span].losses);
      g_free (self->without[span].chances);
      g_free (self->with[span].losses);
      g_free (self->with[span].chances);
    }
  g_free (self);
}

static void
result_clear (gpointer data)
{
  YsResult *self = data;

  for (gsize i = 0; i < self->n_alternatives; i++)
    alternative_result_clear (&self->alternatives[i]);
  for (gsize i = 0; i < self->n_inputs; i++)
    input_clear (&self->inputs[i]);
  for (gsize i = 0; self->pairs != NULL && i < self->n_alternatives * self->n_alternatives; i++)
    g_free (self->pairs[i].crossovers);
  for (gsize i = 0; self->losses != NULL && i < self->n_alternatives; i++)
    loss_curves_free (self->losses[i]);
  for (gsize i = 0; i < self->n_drivers; i++)
    g_free (self->drivers[i].id);

  g_free (self->alternatives);
  g_free (self->times);
  g_free (self->inputs);
  g_free (self->pairs);
  g_free (self->losses);
  g_free (self->drivers);
  g_strfreev (self->notes);
  ys_origin_free (self->origin);
  ys_scenario_unref (self->scenario);
}

static void
init_drivers (YsResult *self)
{
  const GPtrArray *drivers = self->scenario->drivers;

  self->n_drivers = drivers->len;
  self->drivers = g_new0 (YsDriverResult, drivers->len);
  for (guint i = 0; i < drivers->len; i++)
    self->drivers[i].id = g_strdup (((const YsDriver *) drivers->pdata[i])->id);
}

YsResult *
ys_result_new (const YsScenario *scenario,
               gsize             n_trials)
{
  YsResult *self;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (n_trials > 0, NULL);

  self = g_atomic_rc_box_new0 (YsResult);
  self->scenario = ys_scenario_ref (scenario);
  self->n_alternatives = scenario->alternatives->len;
  self->alternatives = g_new0 (YsAlternativeResult, self->n_alternatives);
  self->n_trials = n_trials;
  self->seed = scenario->seed;
  self->best = -1;
  self->baseline = -1;
  self->times = g_new0 (double, scenario->n_periods + 1);
  self->notes = g_new0 (char *, 1);

  for (int t = 0; t <= scenario->n_periods; t++)
    self->times[t] = ys_scenario_get_years (scenario, t);

  for (gsize i = 0; i < self->n_alternatives; i++)
    {
      const YsAlternative *alternative = scenario->alternatives->pdata[i];

      alternative_result_init (&self->alternatives[i], scenario, alternative, n_trials);
      if (alternative->baseline)
        self->baseline = (int) i;
    }
  init_drivers (self);

  return self;
}

YsResult *
ys_result_ref (const YsResult *result)
{
  return g_atomic_rc_box_acquire ((YsResult *) result);
}

void
ys_result_unref (YsResult *result)
{
  g_atomic_rc_box_release_full (result, result_clear);
}

/* --- figures --------------------------------------------------------------------------------- */

void
ys_result_get_input (const YsResult *result,
                     gsize           alternative,
                     YsMetricInput  *input)
{
  const YsRules *rules = &result->scenario->rules;
  int per_year = ys_scenario_get_per_year (result->scenario);
  const YsAlternativeResult *own;

  g_return_if_fail (alternative < result->n_alternatives);

  own = &result->alternatives[alternative];
  *input = (YsMetricInput) {
    .flows = own->cash,
    .times = result->times,
    .n = result->scenario->n_periods + 1,
    .years = (double) result->scenario->n_periods / per_year,
    .periods_per_year = per_year,
    .rate = own->rate,
    .finance_rate = isnan (rules->finance_rate) ? own->rate : rules->finance_rate,
    .reinvest_rate = isnan (rules->reinvest_rate) ? own->rate : rules->reinvest_rate,
    .benefits = own->benefits,
    .costs = own->costs,
    .forward_benefits = own->forward,
    .line_benefits = own->line_benefits,
    .outcomes = own->summary.n > 0 ? &own->summary : NULL,
    .best_probability = own->metrics[ys_metric_index ("best-probability")],
  };
}

/* The outcome of a single trial and the worth of its cash are one number, worked out in two ways:
 * rounding must not make two numbers of it. */
static void
settle_single_outcome (YsResult            *self,
                       YsAlternativeResult *own)
{
  gsize n = self->scenario->n_periods + 1;

  if (self->n_trials == 1)
    own->outcomes[0] = ys_present_value (own->cash, self->times, n, own->rate);
}

/* All that does not depend on the other alternatives. */
static void
finish_alternative (YsResult       *self,
                    const YsRunner *runner,
                    gsize           alternative,
                    gboolean        summed_up)
{
  YsAlternativeResult *own = &self->alternatives[alternative];
  const YsMetric *const *metrics = ys_metrics ();
  YsMetricInput input;

  settle_single_outcome (self, own);
  if (!summed_up)
    runner->summarize (&own->summary, own->outcomes, self->n_trials);

  ys_result_get_input (self, alternative, &input);
  for (gsize m = 0; metrics[m] != NULL; m++)
    own->metrics[m] = ys_metric_value (metrics[m], &input);
  own->metrics[ys_metric_index ("mean")] = own->metrics[ys_metric_index ("npv")]; /* so is the mean of many */

  g_free (own->rates);
  own->rates = ys_internal_rates (input.flows, input.times, input.n, &own->n_rates);
}

typedef struct
{
  YsResult       *result;
  const YsRunner *runner;
  const int      *same;
  int             next; /* atomic */
} Finish;

static gpointer
finish_in_thread (gpointer data)
{
  Finish *self = data;
  int alternative;

  while ((alternative = g_atomic_int_add (&self->next, 1)) < (int) self->result->n_alternatives)
    finish_alternative (self->result, self->runner, (gsize) alternative,
                        self->same != NULL && self->same[alternative] >= 0);

  return NULL;
}

void
ys_result_finish_in_threads (YsResult   *result,
                             const char *runner,
                             int         threads,
                             const int  *same)
{
  g_autofree double *shares = g_new0 (double, MAX (result->n_alternatives, 1));
  int best_probability = ys_metric_index ("best-probability");
  Finish finish = { .result = result, .runner = ys_runner_choose (NULL, runner), .same = same };

  ys_threads_run (threads, result->n_alternatives, finish_in_thread, &finish);

  finish.runner->choose (result, threads, shares);
  for (gsize a = 0; a < result->n_alternatives; a++)
    result->alternatives[a].metrics[best_probability] = shares[a];
}

void
ys_result_finish (YsResult *result)
{
  ys_result_finish_in_threads (result, NULL, 1, NULL);
}

void
ys_result_take_outcomes (YsResult       *result,
                         gsize           alternative,
                         const YsResult *other,
                         gsize           index)
{
  YsAlternativeResult *own = &result->alternatives[alternative];

  g_return_if_fail (result->n_trials == other->n_trials);

  g_atomic_rc_box_release (own->outcomes);
  own->outcomes = g_atomic_rc_box_acquire (other->alternatives[index].outcomes);
  own->summary = other->alternatives[index].summary;
}

double
ys_result_get_metric (const YsResult *result,
                      gsize           alternative,
                      const char     *metric_id)
{
  int index = ys_metric_index (metric_id);

  g_return_val_if_fail (alternative < result->n_alternatives, NAN);
  g_return_val_if_fail (index >= 0, NAN);

  return result->alternatives[alternative].metrics[index];
}

char *
ys_result_dup_reason (const YsResult *result,
                      gsize           alternative,
                      const char     *metric_id)
{
  const YsMetric *metric = ys_metric_find (metric_id);
  g_autoptr(GError) error = NULL;
  YsMetricInput input;
  double value;

  g_return_val_if_fail (metric != NULL, NULL);

  ys_result_get_input (result, alternative, &input);
  if (metric->compute (&input, &value, &error))
    return NULL;
  return g_strdup (error->message);
}

double
ys_result_get_percentile (const YsResult *result,
                          gsize           alternative,
                          int             percent)
{
  g_return_val_if_fail (alternative < result->n_alternatives, NAN);
  g_return_val_if_fail (percent >= 0 && percent <= 100, NAN);

  return result->alternatives[alternative].summary.percentiles[percent];
}

double *
ys_result_dup_sorted (const YsResult *result,
                      gsize           alternative)
{
  double *sorted;

  g_return_val_if_fail (alternative < result->n_alternatives, NULL);

  sorted = g_memdup2 (result->alternatives[alternative].outcomes, result->n_trials * sizeof (double));
  ys_sort_doubles (sorted, result->n_trials);
  return sorted;
}
