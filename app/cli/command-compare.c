/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ys-analyses.h"
#include "ys-argument.h"
#include "ys-command.h"
#include "ys-figures-output.h"
#include "ys-file.h"
#include "ys-format.h"
#include "ys-json.h"
#include "ys-simulate.h"
#include "ys-table.h"
#include "ys-verdict.h"

#define LINE_WIDTH 80

/* What fits beside each other on a terminal; the other formats have them all. */
static const char *const columns[] = {
  "npv", "p5", "p95", "loss-probability", "best-probability", "payback", "irr", NULL,
};

/* The same for one alternative, which cannot but be the best. */
static const char *const lone_columns[] = {
  "npv", "p5", "p95", "loss-probability", "payback", "irr", NULL,
};

/* What is left of them when nothing is uncertain. */
static const char *const certain_columns[] = {
  "npv", "payback", "irr", "roi", "peak-funding", NULL,
};

typedef struct
{
  YsOutput          output;
  gboolean          with_analyses; /* whether they were asked for; the worth of finding out always is */
  YsSimulateOptions simulate;
} Request;

/* --- JSON ------------------------------------------------------------------------------------- */

static void
write_alternative (YsJson         *json,
                   const YsResult *result,
                   gsize           index)
{
  const YsAlternativeResult *own = &result->alternatives[index];
  g_autofree const YsMetric **metrics = ys_figures_list ();
  gsize n = (gsize) result->scenario->n_periods + 1;

  ys_json_begin_object (json);
  ys_json_key (json, "id");
  ys_json_string (json, own->alternative->id);
  ys_json_key (json, "name");
  ys_json_string (json, own->alternative->name);
  for (gsize i = 0; metrics[i] != NULL; i++)
    ys_figures_write_json (json, metrics[i], ys_result_get_metric (result, index, metrics[i]->id),
                           own->rates, own->n_rates);
  ys_json_key (json, "cash-flow");
  ys_json_numbers (json, own->cash, n);
  ys_json_key (json, "benefits");
  ys_json_numbers (json, own->benefits, n);
  ys_json_key (json, "costs");
  ys_json_numbers (json, own->costs, n);
  ys_json_end_object (json);
}

static void
write_input_values (YsJson         *json,
                    const YsResult *result)
{
  g_autoptr (GArray) ranks = ys_result_rank_by_value (result);

  ys_json_key (json, "evpi");
  ys_json_number (json, result->evpi);
  ys_json_key (json, "evppi");
  ys_json_begin_array (json);
  for (guint i = 0; i < ranks->len; i++)
    {
      const YsInput *input = &result->inputs[g_array_index (ranks, gsize, i)];

      ys_json_begin_object (json);
      ys_json_key (json, "id");
      ys_json_string (json, input->id);
      ys_json_key (json, "name");
      ys_json_string (json, input->name);
      ys_json_key (json, "value");
      ys_json_number (json, input->value);
      ys_json_key (json, "standard-error");
      ys_json_number (json, input->value_error);
      ys_json_end_object (json);
    }
  ys_json_end_array (json);
}

static void
write_drivers (YsJson         *json,
               const YsResult *result)
{
  ys_json_key (json, "drivers");
  ys_json_begin_array (json);
  for (gsize i = 0; i < result->n_drivers; i++)
    {
      ys_json_begin_object (json);
      ys_json_key (json, "id");
      ys_json_string (json, result->drivers[i].id);
      ys_json_key (json, "present-value");
      ys_json_number (json, result->drivers[i].present_value);
      ys_json_end_object (json);
    }
  ys_json_end_array (json);
}

static void
write_notes (YsJson         *json,
             const YsResult *result)
{
  ys_json_key (json, "notes");
  ys_json_begin_array (json);
  for (gsize i = 0; result->notes[i] != NULL; i++)
    ys_json_string (json, result->notes[i]);
  ys_json_end_array (json);
}

static const char *
get_best_id (const YsResult *result)
{
  return result->best < 0 ? NULL : result->alternatives[result->best].alternative->id;
}

static char *
result_to_json (const YsResult *result,
                gboolean        with_analyses)
{
  g_autoptr (YsJson) json = ys_json_new ();
  g_autofree char *verdict = ys_verdict_text (result);

  ys_json_begin_object (json);
  ys_json_key (json, "title");
  ys_json_string (json, result->scenario->title);
  ys_json_key (json, "currency");
  ys_json_string (json, result->scenario->currency);
  ys_json_key (json, "trials");
  ys_json_integer (json, result->n_trials);
  ys_json_key (json, "seed");
  ys_json_integer (json, result->seed);
  ys_json_key (json, "best");
  ys_json_string (json, get_best_id (result));
  ys_json_key (json, "verdict");
  ys_json_string (json, verdict);
  write_input_values (json, result);
  write_drivers (json, result);
  ys_json_key (json, "alternatives");
  ys_json_begin_array (json);
  for (gsize i = 0; i < result->n_alternatives; i++)
    write_alternative (json, result, i);
  ys_json_end_array (json);
  write_notes (json, result);
  if (with_analyses)
    ys_analyses_write_json (json, result);
  ys_json_end_object (json);

  return ys_json_dup_text (json);
}

/* --- text ------------------------------------------------------------------------------------- */

static char *
figure_to_text (const YsResult *result,
                gsize           index,
                const char     *id)
{
  const YsAlternativeResult *own = &result->alternatives[index];

  return ys_figures_dup_text (ys_metric_find (id), ys_result_get_metric (result, index, id),
                              own->rates, own->n_rates, result->scenario->currency,
                              YS_FORMAT_SHORT);
}

static const char *const *
get_columns (const YsResult *result)
{
  if (result->n_trials == 1)
    return certain_columns;

  return result->n_alternatives == 1 ? lone_columns : columns;
}

static char *
figures_to_text (const YsResult *result)
{
  const char *const *ids = get_columns (result);
  g_autoptr (YsTable) table = ys_table_new ();

  ys_table_begin_row (table);
  ys_table_take_cell (table, g_strdup (""));
  for (gsize i = 0; ids[i] != NULL; i++)
    ys_table_take_cell (table, g_strdup (_(ys_metric_find (ids[i])->label)));

  for (gsize a = 0; a < result->n_alternatives; a++)
    {
      ys_table_begin_row (table);
      ys_table_take_cell (table, g_strdup (result->alternatives[a].alternative->name));
      for (gsize i = 0; ids[i] != NULL; i++)
        ys_table_take_cell (table, figure_to_text (result, a, ids[i]));
    }

  return ys_table_to_text (table);
}

static char *
describe_trials (const YsResult *result)
{
  g_autofree char *trials = ys_format_number ((double) result->n_trials, YS_FORMAT_EXACT);
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, result->seed);

  if (result->n_trials == 1)
    return g_strdup (_("Nothing in this scenario is uncertain: every figure is worked out once."));

  /* Translators: 1: number of trials of a simulation, 2: the number its draws start from */
  return g_strdup_printf (_("From %1$s trials, seed %2$s."), trials, seed);
}

static void
append_line (GString    *text,
             const char *line)
{
  g_autofree char *wrapped = ys_table_wrap (line, LINE_WIDTH);

  g_string_append_printf (text, "%s\n", wrapped);
}

static char *
describe_baseline (const YsResult *result)
{
  /* Translators: %s is the alternative that stands for doing nothing */
  return g_strdup_printf (_("“%s” is what the others are measured against: their figures are "
                            "differences from it."),
                          result->alternatives[result->baseline].alternative->name);
}

static char *
result_to_text (const YsResult *result,
                gboolean        with_analyses)
{
  g_autoptr (GString) text = g_string_new (result->scenario->title);
  g_autofree char *verdict = ys_verdict_text (result);
  g_autofree char *figures = figures_to_text (result);
  g_autofree char *trials = describe_trials (result);

  g_string_append (text, "\n\n");
  append_line (text, verdict);
  g_string_append_printf (text, "\n%s\n", figures);
  append_line (text, trials);
  if (result->baseline >= 0)
    {
      g_autofree char *baseline = describe_baseline (result);

      append_line (text, baseline);
    }
  for (gsize i = 0; result->notes[i] != NULL; i++)
    append_line (text, result->notes[i]);
  if (with_analyses)
    {
      g_autofree char *analyses = ys_analyses_to_text (result, LINE_WIDTH);

      g_string_append_printf (text, "\n%s", analyses);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- the command ------------------------------------------------------------------------------ */

static char *
result_to_output (const YsResult *result,
                  const Request  *request)
{
  switch (request->output)
    {
    case YS_OUTPUT_JSON:
      return result_to_json (result, request->with_analyses);
    case YS_OUTPUT_CSV:
      return ys_figures_to_csv (result);
    case YS_OUTPUT_TEXT:
    default:
      return result_to_text (result, request->with_analyses);
    }
}

static YsExit
compare_file (const char    *path,
              const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read (path, &error);
  g_autoptr (YsResult) result = NULL;
  g_autofree char *text = NULL;

  if (scenario != NULL)
    result = ys_simulate (scenario, &request->simulate, &error);
  if (result == NULL)
    return ys_command_input_error (path, error);

  text = result_to_output (result, request);
  return ys_command_print (text);
}

static YsExit
run (int    argc,
     char **argv)
{
  const YsCommand *command = &ys_command_compare;
  Request request = { .simulate = { .analyses = YS_ANALYSE_VALUES } };
  g_autofree char *format = NULL;
  g_autofree char *trials = NULL;
  g_autofree char *seed = NULL;
  g_autofree char *threads = NULL;
  g_autofree char *analyses = NULL;
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How to write it"), "text|json|csv" },
    YS_ARGUMENT_SIMULATE (&trials, &seed, &threads),
    { "analyses", 0, 0, G_OPTION_ARG_FILENAME, &analyses,
      N_("What else to work out: swings, break-evens, pairs, losses, values, or all"), "NAME,…" },
    { NULL }
  };
  const char *path;
  YsExit code;

  if (!ys_command_parse (command, entries, argc, argv, &rest, &code))
    return code;
  if (!ys_argument_output (command, format, TRUE, &request.output)
      || !ys_argument_simulate (command, trials, seed, threads, &request.simulate)
      || !ys_analyses_read (command, analyses, &request.simulate.analyses)
      || (path = ys_command_get_file (command, rest)) == NULL)
    return YS_EXIT_USAGE;

  request.with_analyses = analyses != NULL;

  return compare_file (path, &request);
}

const YsCommand ys_command_compare = {
  .name = "compare",
  .arguments = "FILE",
  .summary = N_("Works a scenario out and compares its alternatives"),
  .run = run,
};
