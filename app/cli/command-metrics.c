/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "ys-argument.h"
#include "ys-cash.h"
#include "ys-command.h"
#include "ys-figures-output.h"
#include "ys-table.h"

#define DAYS_A_YEAR 365.0

typedef struct
{
  YsOutput  output;
  double    rate;          /* a year; NAN: not given */
  double    finance_rate;
  double    reinvest_rate;
  YsTiming  timing;
  double   *flows;         /* [n] in order of time */
  double   *times;         /* [n] years */
  gsize     n;
  gboolean  has_dates;
} Request;

static void
request_clear (Request *request)
{
  g_free (request->flows);
  g_free (request->times);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* --- what is asked ---------------------------------------------------------------------------- */

static gboolean
read_flows (Request *request,
            char   **texts)
{
  request->n = g_strv_length (texts);
  request->flows = g_new0 (double, request->n + 1);
  request->times = g_new0 (double, request->n + 1);

  if (request->n == 0)
    {
      ys_command_usage_error (&ys_command_metrics,
                              _("Which flows? Name them after “--”, the one of today first."));
      return FALSE;
    }

  for (gsize i = 0; i < request->n; i++)
    if (!ys_argument_is_number (texts[i], &request->flows[i]))
      {
        ys_command_usage_error (&ys_command_metrics, _("“%s” is not a number like -1200.5."),
                                texts[i]);
        return FALSE;
      }

  return TRUE;
}

/* Flows may be given in any order of dates; the metrics want them as they come in. */
static void
sort_by_time (Request *request)
{
  for (gsize i = 1; i < request->n; i++)
    {
      double flow = request->flows[i];
      double time = request->times[i];
      gsize j = i;

      for (; j > 0 && request->times[j - 1] > time; j--)
        {
          request->flows[j] = request->flows[j - 1];
          request->times[j] = request->times[j - 1];
        }
      request->flows[j] = flow;
      request->times[j] = time;
    }
}

static gboolean
read_times (Request    *request,
            const char *dates,
            const char *timing)
{
  if (dates == NULL)
    {
      for (gsize i = 0; i < request->n; i++)
        request->times[i] = (double) i - (i > 0 && request->timing == YS_TIMING_MIDDLE ? 0.5 : 0.0);
      return TRUE;
    }

  if (timing != NULL)
    {
      ys_command_usage_error (&ys_command_metrics,
                              _("Either --dates or --timing: dates say when each flow falls."));
      return FALSE;
    }
  if (!ys_argument_dates (&ys_command_metrics, dates, request->n, request->times))
    return FALSE;

  request->has_dates = TRUE;
  for (gsize i = 0; i < request->n; i++)
    request->times[i] /= DAYS_A_YEAR;
  sort_by_time (request);
  return TRUE;
}

/* --- what is answered ------------------------------------------------------------------------- */

static void
input_init (YsMetricInput *input,
            const Request *request)
{
  *input = (YsMetricInput) {
    .flows = request->flows,
    .times = request->times,
    .n = request->n,
    .years = request->has_dates ? request->times[request->n - 1] : (double) request->n - 1.0,
    .periods_per_year = request->has_dates ? 0.0 : 1.0,
    .rate = request->rate,
    .finance_rate = isnan (request->finance_rate) ? request->rate : request->finance_rate,
    .reinvest_rate = isnan (request->reinvest_rate) ? request->rate : request->reinvest_rate,
    .best_probability = NAN,
  };
}

static char *
figures_to_json (const YsMetricInput *input,
                 const double        *rates,
                 gsize                n_rates)
{
  g_autoptr (YsJson) json = ys_json_new ();
  g_autofree const YsMetric **metrics = ys_figures_list ();

  ys_json_begin_object (json);
  for (gsize i = 0; metrics[i] != NULL; i++)
    ys_figures_write_json (json, metrics[i], ys_metric_value (metrics[i], input), rates, n_rates);
  ys_json_end_object (json);

  return ys_json_dup_text (json);
}

static char *
figures_to_csv (const YsMetricInput *input,
                const double        *rates,
                gsize                n_rates)
{
  g_autoptr (YsTable) table = ys_table_new ();
  g_autofree const YsMetric **metrics = ys_figures_list ();

  ys_table_begin_row (table);
  for (gsize i = 0; metrics[i] != NULL; i++)
    ys_table_take_cell (table, g_strdup (metrics[i]->id));
  ys_table_begin_row (table);
  for (gsize i = 0; metrics[i] != NULL; i++)
    ys_table_take_cell (table, ys_figures_dup_cell (metrics[i], ys_metric_value (metrics[i], input),
                                                    rates, n_rates));

  return ys_table_to_csv (table);
}

/* Whether the figure would exist if only a rate were given: it does at 10 %. */
static gboolean
wants_rate (const YsMetric      *metric,
            const YsMetricInput *input)
{
  YsMetricInput with_rate = *input;

  if (!isnan (input->rate))
    return FALSE;

  with_rate.rate = 0.1;
  with_rate.finance_rate = 0.1;
  with_rate.reinvest_rate = 0.1;
  return !isnan (ys_metric_value (metric, &with_rate));
}

static char *
figure_to_text (const YsMetric      *metric,
                const YsMetricInput *input,
                const double        *rates,
                gsize                n_rates)
{
  double value = ys_metric_value (metric, input);

  if (isnan (value) && wants_rate (metric, input))
    return g_strdup (_("needs --rate"));

  return ys_figures_dup_text (metric, value, rates, n_rates, NULL, YS_FORMAT_EXACT);
}

static char *
figures_to_text (const YsMetricInput *input,
                 const double        *rates,
                 gsize                n_rates)
{
  g_autoptr (YsTable) table = ys_table_new ();
  g_autofree const YsMetric **metrics = ys_figures_list_of_cash ();

  for (gsize i = 0; metrics[i] != NULL; i++)
    {
      ys_table_begin_row (table);
      ys_table_take_cell (table, g_strdup (_(metrics[i]->label)));
      ys_table_take_cell (table, figure_to_text (metrics[i], input, rates, n_rates));
    }

  return ys_table_to_text (table);
}

static YsExit
answer (const Request *request)
{
  g_autofree double *rates = NULL;
  g_autofree char *text = NULL;
  YsMetricInput input;
  gsize n_rates;

  input_init (&input, request);
  rates = ys_internal_rates (input.flows, input.times, input.n, &n_rates);

  if (request->output == YS_OUTPUT_JSON)
    text = figures_to_json (&input, rates, n_rates);
  else if (request->output == YS_OUTPUT_CSV)
    text = figures_to_csv (&input, rates, n_rates);
  else
    text = figures_to_text (&input, rates, n_rates);

  return ys_command_print (text);
}

/* --- the command ------------------------------------------------------------------------------ */

static YsExit
run (int    argc,
     char **argv)
{
  const YsCommand *command = &ys_command_metrics;
  g_auto (Request) request = { .rate = NAN, .finance_rate = NAN, .reinvest_rate = NAN };
  g_autofree char *format = NULL;
  g_autofree char *rate = NULL;
  g_autofree char *finance_rate = NULL;
  g_autofree char *reinvest_rate = NULL;
  g_autofree char *timing = NULL;
  g_autofree char *dates = NULL;
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    { "rate", 0, 0, G_OPTION_ARG_FILENAME, &rate,
      N_("Required return a year: 0.08 is 8 per cent"), "R" },
    { "finance-rate", 0, 0, G_OPTION_ARG_FILENAME, &finance_rate,
      N_("Rate on money borrowed; --rate if not given"), "R" },
    { "reinvest-rate", 0, 0, G_OPTION_ARG_FILENAME, &reinvest_rate,
      N_("Rate on money earned; --rate if not given"), "R" },
    { "timing", 0, 0, G_OPTION_ARG_FILENAME, &timing,
      N_("Where in their year flows fall"), "end|middle" },
    { "dates", 0, 0, G_OPTION_ARG_FILENAME, &dates,
      N_("The day of each flow, like 2027-01-31"), "D0,D1,…" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How to write it"), "text|json|csv" },
    { NULL }
  };
  YsExit code;

  if (!ys_command_parse (command, entries, argc, argv, &rest, &code))
    return code;
  if (!ys_argument_output (command, format, TRUE, &request.output)
      || !ys_argument_rate (command, "rate", rate, &request.rate)
      || !ys_argument_rate (command, "finance-rate", finance_rate, &request.finance_rate)
      || !ys_argument_rate (command, "reinvest-rate", reinvest_rate, &request.reinvest_rate)
      || !ys_argument_timing (command, timing, &request.timing)
      || !read_flows (&request, rest)
      || !read_times (&request, dates, timing))
    return YS_EXIT_USAGE;

  return answer (&request);
}

const YsCommand ys_command_metrics = {
  .name = "metrics",
  .arguments = "-- FLOW0 FLOW1 …",
  .summary = N_("Works the figures out for flows given on the command line"),
  .details = N_("FLOW0 falls today, each further one a year later, or on its date: dates make NPV "
                "and IRR XNPV and XIRR, a year having 365 days. Money out is negative: “-1200.5”."),
  .run = run,
};
