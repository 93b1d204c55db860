/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the engine within its own process, so that start-up and reading the file do not count. Each
 * measurement is a line of JSON: wall and CPU time in seconds, and what was worked out. tests/bench/run
 * calls it and holds the figures beside those of other programs. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ys-chart.h"
#include "ys-file.h"
#include "ys-simulate.h"

typedef struct
{
  double wall; /* [s] */
  double cpu;  /* [s], all threads */
  double own;  /* [s], the calling thread alone */
} Clock;

static double
seconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

static Clock
clock_now (void)
{
  return (Clock) { seconds (CLOCK_MONOTONIC), seconds (CLOCK_PROCESS_CPUTIME_ID),
                   seconds (CLOCK_THREAD_CPUTIME_ID) };
}

static Clock
clock_since (Clock start)
{
  Clock now = clock_now ();

  return (Clock) { now.wall - start.wall, now.cpu - start.cpu, now.own - start.own };
}

/* --- lines of JSON ---------------------------------------------------------------------------- */

static void
print_metric (const YsResult *result,
              const char     *key,
              const char     *metric)
{
  printf (", \"%s\": [", key);
  for (gsize a = 0; a < result->n_alternatives; a++)
    printf ("%s%.12g", a > 0 ? ", " : "", ys_result_get_metric (result, a, metric));
  printf ("]");
}

/* The keys that all programs for W1 write. */
static void
print_figures (const YsResult *result)
{
  static const char *const keys[][2] = {
    { "mean", "mean" },
    { "p5", "p5" },
    { "p50", "p50" },
    { "p95", "p95" },
    { "pneg", "loss-probability" },
    { "cvar5", "cvar5" },
    { "pbest", "best-probability" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    print_metric (result, keys[i][0], keys[i][1]);
  printf (", \"evpi\": %.12g", result->evpi);
}

static void
print_time (Clock time)
{
  printf ("{\"wall\": %.9f, \"cpu\": %.9f, \"own\": %.9f", time.wall, time.cpu, time.own);
}

/* --- what is measured ------------------------------------------------------------------------- */

static YsResult *
simulate (const YsScenario        *scenario,
          const YsSimulateOptions *options)
{
  g_autoptr (GError) error = NULL;
  YsResult *result = ys_simulate (scenario, options, &error);

  if (result == NULL)
    g_error ("%s", error->message);
  return result;
}

/* From the scenario to all statistics, each time with another seed. */
static void
measure_trials (const YsScenario *scenario,
                int               repeats,
                YsSimulateOptions options)
{
  for (int i = 0; i < repeats; i++)
    {
      Clock start = clock_now ();
      g_autoptr (YsResult) result = simulate (scenario, &options);

      print_time (clock_since (start));
      printf (", \"n\": %" G_GSIZE_FORMAT ", \"seed\": %" G_GUINT64_FORMAT, result->n_trials,
              options.seed);
      print_figures (result);
      printf ("}\n");
      options.seed++;
    }
}

/* A slider that moves the first assumption: every frame is another question. */
static void
measure_frames (const YsScenario *scenario,
                int               repeats,
                YsSimulateOptions options)
{
  const YsAssumption *assumption = scenario->assumptions->len > 0 ? scenario->assumptions->pdata[0] : NULL;

  for (int i = 0; i < repeats; i++)
    {
      g_autoptr (YsWhatIf) what_if = ys_what_if_new ();
      g_autoptr (YsResult) result = NULL;
      Clock start;

      if (assumption != NULL)
        ys_what_if_set_shift (what_if, assumption->id, 0.5 + (i + 1.0) / (repeats + 1.0));
      options.what_if = what_if;
      start = clock_now ();
      result = simulate (scenario, &options);
      print_time (clock_since (start));
      printf (", \"n\": %" G_GSIZE_FORMAT "}\n", result->n_trials);
    }
}

/* Each analysis by itself, beside none at all and all together. */
static void
measure_analyses (const YsScenario *scenario,
                  int               repeats,
                  YsSimulateOptions options)
{
  static const struct
  {
    const char *name;
    YsAnalyses  analyses;
  } all[] = {
    { "none", 0 },
    { "values", YS_ANALYSE_VALUES },
    { "swings", YS_ANALYSE_SWINGS },
    { "break-evens", YS_ANALYSE_BREAK_EVENS },
    { "pairs", YS_ANALYSE_PAIRS },
    { "losses", YS_ANALYSE_LOSSES },
    { "all", YS_ANALYSE_ALL },
  };

  for (int i = 0; i < repeats; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (all); k++)
      {
        Clock start = clock_now ();
        g_autoptr (YsResult) result = NULL;

        options.analyses = all[k].analyses;
        result = simulate (scenario, &options);
        print_time (clock_since (start));
        printf (", \"name\": \"%s\"}\n", all[k].name);
      }
}

static void
draw (const YsChart  *chart,
      const YsResult *result,
      cairo_t        *cr)
{
  YsChartOptions options;
  YsChartStyle style = { 0 };

  ys_chart_options_init (&options);
  ys_chart_draw (chart, result, &options, &style, cr, 1920.0, 1080.0);
}

/* Every chart on a full screen; the first drawing, which loads fonts, does not count. */
static void
measure_charts (const YsScenario *scenario,
                int               repeats,
                YsSimulateOptions options)
{
  const YsChart *const *charts = ys_charts ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1920, 1080);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (YsResult) result = NULL;

  options.analyses = YS_ANALYSE_ALL;
  result = simulate (scenario, &options);
  for (gsize k = 0; charts[k] != NULL; k++)
    draw (charts[k], result, cr);
  for (int i = 0; i < repeats; i++)
    for (gsize k = 0; charts[k] != NULL; k++)
      {
        Clock start = clock_now ();

        draw (charts[k], result, cr);
        print_time (clock_since (start));
        printf (", \"name\": \"%s\"}\n", ys_chart_get_id (charts[k]));
      }

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* --- the program ------------------------------------------------------------------------------ */

static const struct
{
  const char *name;
  void      (*measure) (const YsScenario *scenario,
                        int               repeats,
                        YsSimulateOptions options);
} measures[] = {
  { "trials", measure_trials },
  { "frames", measure_frames },
  { "analyses", measure_analyses },
  { "charts", measure_charts },
};

static guint64
number (const char *text)
{
  return g_ascii_strtoull (text, NULL, 10);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsScenario) scenario = NULL;
  YsSimulateOptions options = { .has_seed = TRUE };
  gsize i = 0;

  while (argc > 1 && i < G_N_ELEMENTS (measures) && strcmp (measures[i].name, argv[1]) != 0)
    i++;
  if (argc < 7 || i == G_N_ELEMENTS (measures))
    {
      fprintf (stderr, "Usage: bench trials|frames|analyses|charts FILE TRIALS SEED THREADS REPEATS "
                       "[portable|avx2|avx512]\n");
      return 2;
    }

  scenario = ys_file_read (argv[2], &error);
  if (scenario == NULL)
    {
      fprintf (stderr, "%s: %s\n", argv[2], error->message);
      return 1;
    }

  options.trials = (gsize) number (argv[3]);
  options.seed = number (argv[4]);
  options.threads = (int) number (argv[5]);
  options.runner = argc > 7 ? argv[7] : NULL;
  measures[i].measure (scenario, (int) number (argv[6]), options);
  return 0;
}
