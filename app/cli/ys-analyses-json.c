/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ys-analyses.h"

static void
write_string (YsJson     *json,
              const char *key,
              const char *value)
{
  ys_json_key (json, key);
  ys_json_string (json, value);
}

static void
write_number (YsJson     *json,
              const char *key,
              double      value)
{
  ys_json_key (json, key);
  ys_json_number (json, value);
}

/* The id of an alternative; −1: null. */
static void
write_alternative (YsJson         *json,
                   const char     *key,
                   const YsResult *result,
                   int             index)
{
  write_string (json, key, index < 0 ? NULL : result->alternatives[index].alternative->id);
}

/* --- inputs ----------------------------------------------------------------------------------- */

static const char *const units[] = {
  [YS_UNIT_NUMBER] = "number",
  [YS_UNIT_MONEY] = "money",
  [YS_UNIT_FRACTION] = "fraction",
  [YS_UNIT_YEARS] = "years",
};

/* The baseline is where the others begin: nothing is said of itself. */
static gboolean
moves (const YsResult *result,
       const YsInput  *input,
       gsize           alternative)
{
  return (int) alternative != result->baseline
         && (input->alternative < 0 || input->alternative == (int) alternative);
}

static void
write_swings (YsJson         *json,
              const YsResult *result,
              gsize           index)
{
  const YsInput *input = &result->inputs[index];

  ys_json_key (json, "swings");
  ys_json_begin_array (json);
  for (gsize a = 0; a < result->n_alternatives && input->worth_low != NULL; a++)
    if (moves (result, input, a))
      {
        ys_json_begin_object (json);
        write_alternative (json, "alternative", result, (int) a);
        write_number (json, "low", input->worth_low[a]);
        write_number (json, "high", input->worth_high[a]);
        ys_json_end_object (json);
      }
  ys_json_end_array (json);
}

/* Of the difference between the two best. */
static void
write_difference_swing (YsJson         *json,
                        const YsResult *result,
                        gsize           index)
{
  int second = ys_result_get_runner_up (result);
  double low, high;

  ys_json_key (json, "difference-swing");
  if (result->inputs[index].worth_low == NULL || result->best < 0 || second < 0)
    {
      ys_json_null (json);
      return;
    }

  ys_result_get_swing (result, index, (gsize) result->best, second, &low, &high);
  ys_json_begin_object (json);
  write_alternative (json, "first", result, result->best);
  write_alternative (json, "second", result, second);
  write_number (json, "low", low);
  write_number (json, "high", high);
  ys_json_end_object (json);
}

static void
write_break_evens (YsJson         *json,
                   const YsResult *result,
                   const YsInput  *input)
{
  ys_json_key (json, "break-evens");
  ys_json_begin_array (json);
  for (gsize a = 0; a < result->n_alternatives && input->break_evens != NULL; a++)
    if (moves (result, input, a))
      {
        ys_json_begin_object (json);
        write_alternative (json, "alternative", result, (int) a);
        write_number (json, "value", input->break_evens[a]);
        ys_json_end_object (json);
      }
  ys_json_end_array (json);
}

static void
write_changes (YsJson         *json,
               const YsResult *result,
               const YsInput  *input)
{
  gsize n = result->n_alternatives;

  ys_json_key (json, "changes-place");
  ys_json_begin_array (json);
  for (gsize a = 0; a < n && input->changes != NULL; a++)
    for (gsize b = a + 1; b < n; b++)
      if (moves (result, input, a) || moves (result, input, b))
        {
          ys_json_begin_object (json);
          write_alternative (json, "first", result, (int) a);
          write_alternative (json, "second", result, (int) b);
          write_number (json, "value", input->changes[a * n + b]);
          ys_json_end_object (json);
        }
  ys_json_end_array (json);
}

static void
write_worth_checking (YsJson        *json,
                      const YsInput *input)
{
  ys_json_key (json, "worth-checking");
  if (isnan (input->value))
    ys_json_null (json);
  else
    ys_json_boolean (json, ys_input_is_worth_checking (input));
}

static void
write_input (YsJson         *json,
             const YsResult *result,
             gsize           index)
{
  const YsInput *input = &result->inputs[index];

  ys_json_begin_object (json);
  write_string (json, "id", input->id);
  write_string (json, "name", input->name);
  write_string (json, "unit", units[input->unit]);
  write_alternative (json, "alternative", result, input->alternative);
  write_number (json, "mean", input->mean);
  write_number (json, "p10", input->low);
  write_number (json, "p90", input->high);
  write_number (json, "evppi", input->value);
  write_number (json, "evppi-se", input->value_error);
  write_worth_checking (json, input);
  ys_json_key (json, "variance-shares");
  ys_json_numbers (json, input->shares, input->shares != NULL ? result->n_alternatives : 0);
  write_number (json, "difference-variance-share", input->gap_share);
  write_swings (json, result, index);
  write_difference_swing (json, result, index);
  write_break_evens (json, result, input);
  write_changes (json, result, input);
  ys_json_end_object (json);
}

/* --- pairs ------------------------------------------------------------------------------------ */

static const char *const dominances[] = {
  [YS_DOMINANCE_NONE] = NULL,
  [YS_DOMINANCE_SECOND] = "second",
  [YS_DOMINANCE_FIRST] = "first",
};

static void
write_pair (YsJson         *json,
            const YsResult *result,
            gsize           first,
            gsize           second)
{
  const YsPair *pair = &result->pairs[first * result->n_alternatives + second];

  ys_json_begin_object (json);
  write_alternative (json, "first", result, (int) first);
  write_alternative (json, "second", result, (int) second);
  write_number (json, "beats", pair->beats);
  write_string (json, "dominance", dominances[pair->dominance]);
  ys_json_key (json, "crossover-rates");
  ys_json_numbers (json, pair->crossovers, pair->n_crossovers);
  ys_json_end_object (json);
}

static void
write_pairs (YsJson         *json,
             const YsResult *result)
{
  ys_json_key (json, "pairs");
  ys_json_begin_array (json);
  for (gsize a = 0; a < result->n_alternatives && result->pairs != NULL; a++)
    for (gsize b = 0; b < result->n_alternatives; b++)
      if (a != b)
        write_pair (json, result, a, b);
  ys_json_end_array (json);
}

/* --- losses ----------------------------------------------------------------------------------- */

static void
write_exceedance (YsJson             *json,
                  const char         *key,
                  const YsExceedance *curve)
{
  ys_json_key (json, key);
  ys_json_begin_object (json);
  write_number (json, "mean", curve->mean);
  ys_json_key (json, "points");
  ys_json_begin_array (json);
  for (gsize i = 0; i < curve->n_points; i++)
    ys_json_numbers (json, (const double[]) { curve->losses[i], curve->chances[i] }, 2);
  ys_json_end_array (json);
  ys_json_end_object (json);
}

static void
write_spans (YsJson             *json,
             const char         *key,
             const YsExceedance *curves)
{
  ys_json_key (json, key);
  ys_json_begin_object (json);
  write_exceedance (json, "year", &curves[YS_SPAN_YEAR]);
  write_exceedance (json, "horizon", &curves[YS_SPAN_HORIZON]);
  ys_json_end_object (json);
}

static void
write_losses (YsJson         *json,
              const YsResult *result)
{
  ys_json_key (json, "losses");
  ys_json_begin_array (json);
  for (gsize a = 0; a < result->n_alternatives && result->losses != NULL; a++)
    if (result->losses[a] != NULL)
      {
        ys_json_begin_object (json);
        write_alternative (json, "alternative", result, (int) a);
        write_spans (json, "without", result->losses[a]->without);
        write_spans (json, "with", result->losses[a]->with);
        ys_json_end_object (json);
      }
  ys_json_end_array (json);
}

static void
write_tolerance (YsJson           *json,
                 const YsScenario *scenario)
{
  ys_json_key (json, "tolerance");
  ys_json_begin_array (json);
  for (guint i = 0; i < scenario->tolerance->len; i++)
    {
      const YsTolerance *point = scenario->tolerance->pdata[i];

      ys_json_begin_object (json);
      write_number (json, "loss", point->loss);
      write_number (json, "chance", point->chance);
      ys_json_end_object (json);
    }
  ys_json_end_array (json);
}

void
ys_analyses_write_json (YsJson         *json,
                        const YsResult *result)
{
  ys_json_key (json, "inputs");
  ys_json_begin_array (json);
  for (gsize i = 0; i < result->n_inputs; i++)
    write_input (json, result, i);
  ys_json_end_array (json);
  write_pairs (json, result);
  write_losses (json, result);
  write_tolerance (json, result->scenario);
}
