/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "ys-distribution.h"
#include "ys-file.h"
#include "ys-pairs.h"
#include "ys-simulate.h"

#define HEAD "<scenario xmlns='urn:yardstick:scenario' version='1' title='T' currency='EUR' periods='4'>"
#define WORTH(id, inside) \
  "<alternative id='" id "' name='" id "'><benefit id='b' name='B'>" inside \
  "<when first='1' last='1'/></benefit></alternative>"

static YsResult *
run (const char *body)
{
  g_autofree char *text = g_strconcat (HEAD, body, "</scenario>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read_bytes (bytes, &problems);
  const YsSimulateOptions options = { .analyses = YS_ANALYSE_PAIRS };
  g_autoptr (GError) error = NULL;
  YsResult *result;

  if (scenario == NULL)
    g_error ("%s", ((YsFileProblem *) problems->pdata[0])->message);
  result = ys_simulate (scenario, &options, &error);
  g_assert_no_error (error);

  return result;
}

static const YsPair *
pair_at (const YsResult *result,
         gsize           first,
         gsize           second)
{
  return &result->pairs[first * result->n_alternatives + second];
}

/* --- who is worth more ------------------------------------------------------------------------- */

static void
test_beats (void)
{
  g_autoptr (YsResult) result = run (WORTH ("a", "<amount shape='normal' mean='100' sd='30'/>")
                                     WORTH ("b", "<amount shape='normal' mean='80' sd='40'/>"));
  double expected = ys_normal_cdf (20.0 / 50.0);
  double error = sqrt (expected * (1.0 - expected) / (double) result->n_trials);

  g_assert_cmpfloat_with_epsilon (pair_at (result, 0, 1)->beats, expected, 4.0 * error);
  g_assert_cmpfloat_with_epsilon (pair_at (result, 1, 0)->beats, 1.0 - expected, 4.0 * error);
  g_assert_cmpfloat_with_epsilon (pair_at (result, 0, 1)->beats + pair_at (result, 1, 0)->beats, 1.0, 1e-12);
  g_assert_cmpfloat (pair_at (result, 0, 0)->beats, ==, 0.5);
}

/* In the same world: what rests on the same assumption never changes places, however uncertain it is. */
static void
test_same_world (void)
{
  g_autoptr (YsResult) result = run ("<assumptions><assumption id='x' name='X' low='1' high='1000'/></assumptions>"
                                     WORTH ("a", "<amount formula='x + 1'/>")
                                     WORTH ("b", "<amount formula='x'/>")
                                     WORTH ("c", "<amount formula='x'/>"));

  g_assert_cmpfloat (pair_at (result, 0, 1)->beats, ==, 1.0);
  g_assert_cmpint (pair_at (result, 0, 1)->dominance, ==, YS_DOMINANCE_FIRST);
  g_assert_cmpint (pair_at (result, 1, 0)->dominance, ==, YS_DOMINANCE_NONE);
  g_assert_cmpfloat (pair_at (result, 1, 2)->beats, ==, 0.5);
  g_assert_cmpint (pair_at (result, 1, 2)->dominance, ==, YS_DOMINANCE_NONE);
  g_assert_cmpuint (pair_at (result, 1, 2)->n_crossovers, ==, 0);
}

/* Its own figures are −50; the others' are what they add to it, and it adds nothing to itself. */
static void
test_baseline_counts_as_nothing (void)
{
  g_autoptr (YsResult) result = run ("<alternative id='n' name='N' baseline='yes'><cost id='c' name='C'>"
                                     "<amount exactly='50'/><when first='1' last='1'/></cost></alternative>"
                                     WORTH ("a", "<amount shape='normal' mean='-40' sd='10'/>"));
  double error = sqrt (0.25 / (double) result->n_trials);

  g_assert_cmpfloat_with_epsilon (pair_at (result, 1, 0)->beats, ys_normal_cdf (1.0), 4.0 * error);
  g_assert_cmpint (pair_at (result, 1, 0)->dominance, ==, YS_DOMINANCE_NONE);
}

static void
test_too_many (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (YsResult) result = NULL;

  for (int i = 0; i <= YS_MAX_PAIRED; i++)
    g_string_append_printf (body, "<alternative id='a%d' name='A'/>", i);
  result = run (body->str);
  g_assert_null (result->pairs);
}

/* --- dominance --------------------------------------------------------------------------------- */

#define N 65536

/* A normal distribution by its middle quantiles, and what is done to its worst and best trials. */
typedef struct
{
  double mean;
  double sd;
  gsize  n_worst;
  double worst;
  gsize  n_best;
  double best;
} Outcomes;

static const struct
{
  const char *name;
  Outcomes    a;
  Outcomes    b;
  YsDominance expected;
} dominances[] = {
  { "same", { 100, 10 }, { 100, 10 }, YS_DOMINANCE_NONE },
  { "shifted", { 110, 10 }, { 100, 10 }, YS_DOMINANCE_FIRST },
  { "surer", { 100, 10 }, { 100, 20 }, YS_DOMINANCE_SECOND },
  { "surer-and-better", { 105, 10 }, { 100, 20 }, YS_DOMINANCE_SECOND },
  { "better-but-less-sure", { 105, 20 }, { 100, 10 }, YS_DOMINANCE_NONE },
  { "one-best-trial-less", { 110, 10 }, { 100, 10, .n_best = 1, .best = 30 }, YS_DOMINANCE_FIRST },
  { "one-worst-trial-worse", { 110, 10, .n_worst = 1, .worst = -30 }, { 100, 10 }, YS_DOMINANCE_FIRST },
  { "one-disaster", { 110, 10, .n_worst = 1, .worst = -3e5 }, { 100, 10 }, YS_DOMINANCE_NONE },
  { "a-bad-case-in-1000", { 110, 10, .n_worst = 66, .worst = -50 }, { 100, 10 }, YS_DOMINANCE_NONE },
  { "a-little-worse-in-600", { 200, 10, .n_worst = 400, .worst = -110 }, { 100, 10 }, YS_DOMINANCE_NONE },
  { "certain", { 101, 0 }, { 100, 0 }, YS_DOMINANCE_FIRST },
};

static double *
make_outcomes (const Outcomes *given)
{
  double *outcomes = g_new (double, N);

  for (gsize i = 0; i < N; i++)
    outcomes[i] = given->mean + given->sd * ys_normal_quantile (((double) i + 0.5) / N);
  for (gsize i = 0; i < given->n_worst; i++)
    outcomes[i] += given->worst;
  for (gsize i = 0; i < given->n_best; i++)
    outcomes[N - 1 - i] += given->best;

  return outcomes;
}

static void
test_dominance (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree double *a = make_outcomes (&dominances[i].a);
  g_autofree double *b = make_outcomes (&dominances[i].b);

  g_assert_cmpint (ys_dominance (a, b, N), ==, dominances[i].expected);
  g_assert_cmpint (ys_dominance (b, a, N), ==, YS_DOMINANCE_NONE);
}

/* Drawn, not made: the same sentences in spite of the noise in the tails. */
static void
test_dominance_of_draws (void)
{
  g_autoptr (YsResult) result = run (WORTH ("a", "<amount shape='normal' mean='110' sd='10'/>")
                                     WORTH ("b", "<amount shape='normal' mean='100' sd='10'/>")
                                     WORTH ("c", "<amount shape='normal' mean='100' sd='20'/>"));

  g_assert_cmpint (pair_at (result, 0, 1)->dominance, ==, YS_DOMINANCE_FIRST);
  g_assert_cmpint (pair_at (result, 1, 2)->dominance, ==, YS_DOMINANCE_SECOND);
  g_assert_cmpint (pair_at (result, 0, 2)->dominance, ==, YS_DOMINANCE_SECOND);
  g_assert_cmpint (pair_at (result, 2, 0)->dominance, ==, YS_DOMINANCE_NONE);
}

/* Draws of one number each are spread so evenly that hardly anything speaks against either of two that are
 * the same; nothing speaks for either. What they share does not count as an accident. */
static void
test_dominance_of_the_same (void)
{
  g_autoptr (YsResult) result = run ("<assumptions><assumption id='x' name='X' low='1' high='1000'/></assumptions>"
                                     WORTH ("a", "<amount shape='normal' mean='100' sd='30'/>")
                                     WORTH ("b", "<amount shape='normal' mean='100' sd='30'/>")
                                     WORTH ("c", "<amount shape='normal' mean='100' sd='30'/>")
                                     WORTH ("d", "<amount formula='x'/>")
                                     WORTH ("e", "<amount formula='x + 0.01'/>"));

  for (gsize a = 0; a < 3; a++)
    for (gsize b = 0; b < 3; b++)
      g_assert_cmpint (pair_at (result, a, b)->dominance, ==, YS_DOMINANCE_NONE);
  g_assert_cmpint (pair_at (result, 4, 3)->dominance, ==, YS_DOMINANCE_FIRST);
}

/* --- crossover rates --------------------------------------------------------------------------- */

#define FLOWS(id, outlay, flows) \
  "<alternative id='" id "' name='" id "'><capital id='c' name='C'><amount exactly='" outlay "'/></capital>" \
  "<benefit id='b' name='B'><by-period>" flows "</by-period></benefit></alternative>"

/* Flows and rate as published: case “profile-crossover” of tests/finance/cases.json. */
static void
test_crossover (void)
{
  g_autoptr (YsResult) result = run (FLOWS ("a", "8500", "3600 2400 2850 5200")
                                     FLOWS ("b", "9500", "3900 2900 2900 5550"));

  g_assert_cmpuint (pair_at (result, 0, 1)->n_crossovers, ==, 1);
  g_assert_cmpfloat_with_epsilon (pair_at (result, 0, 1)->crossovers[0], 0.0816, 5e-5);
  g_assert_cmpuint (pair_at (result, 1, 0)->n_crossovers, ==, 1);
  g_assert_cmpfloat (pair_at (result, 1, 0)->crossovers[0], ==, pair_at (result, 0, 1)->crossovers[0]);
}

/* −4000, 25000, −25000 between them: 25 % and 400 %. */
static void
test_two_crossovers (void)
{
  g_autoptr (YsResult) result = run (FLOWS ("a", "5000", "26000 3000") FLOWS ("b", "1000", "1000 28000"));
  const YsPair *pair = pair_at (result, 0, 1);

  g_assert_cmpuint (pair->n_crossovers, ==, 2);
  g_assert_cmpfloat_with_epsilon (pair->crossovers[0], 0.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (pair->crossovers[1], 4.0, 1e-9);
}

/* 0.1 + 0.2 is not 0.3, but it is the same money. */
static void
test_no_crossover (void)
{
  g_autoptr (YsResult) result = run (FLOWS ("a", "10", "7 0.3")
                                     FLOWS ("b", "10", "7 0.30000000000000004")
                                     FLOWS ("c", "10", "8 0.3"));

  g_assert_cmpuint (pair_at (result, 0, 1)->n_crossovers, ==, 0);
  g_assert_cmpuint (pair_at (result, 0, 2)->n_crossovers, ==, 0);
  g_assert_null (pair_at (result, 0, 0)->crossovers);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/risk/pairs/beats", test_beats);
  g_test_add_func ("/risk/pairs/same-world", test_same_world);
  g_test_add_func ("/risk/pairs/baseline-counts-as-nothing", test_baseline_counts_as_nothing);
  g_test_add_func ("/risk/pairs/too-many", test_too_many);
  g_test_add_func ("/risk/pairs/dominance-of-the-same", test_dominance_of_the_same);
  for (gsize i = 0; i < G_N_ELEMENTS (dominances); i++)
    {
      g_autofree char *path = g_strconcat ("/risk/pairs/dominance/", dominances[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_dominance);
    }
  g_test_add_func ("/risk/pairs/dominance-of-draws", test_dominance_of_draws);
  g_test_add_func ("/risk/pairs/crossover", test_crossover);
  g_test_add_func ("/risk/pairs/two-crossovers", test_two_crossovers);
  g_test_add_func ("/risk/pairs/no-crossover", test_no_crossover);

  return g_test_run ();
}
