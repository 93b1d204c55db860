/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "scenario-text.h"
#include "ys-error.h"
#include "ys-exceedance.h"
#include "ys-simulate.h"

#define YEARS 10
#define EVENTS(rate, each) "<events-per-year exactly='" rate "'/><loss-each " each "/>"
#define LOSS(inside) "<loss id='l' name='L'>" inside "</loss>"
#define AVOIDED(inside) "<avoided-loss id='a' name='A'>" inside "</avoided-loss>"
#define PLAN(inside) "<alternative id='p' name='P'>" inside "</alternative>"
#define NOTHING(inside) "<alternative id='n' name='N' baseline='yes'>" inside "</alternative>"

static YsResult *
run_in (const char *head,
        const char *body)
{
  g_autoptr (YsScenario) scenario = scenario_from_text (head, body);
  const YsSimulateOptions options = { .analyses = YS_ANALYSE_LOSSES };
  g_autoptr (GError) error = NULL;
  YsResult *result = ys_simulate (scenario, &options, &error);

  g_assert_no_error (error);
  return result;
}

static YsResult *
run (const char *body)
{
  return run_in ("periods='10'", body);
}

/* Within four standard errors of a share of n independent trials or years. */
static void
assert_chance (const YsExceedance *curve,
               double              loss,
               double              chance,
               gsize               n)
{
  double error = sqrt (chance * (1.0 - chance) / (double) n);

  g_test_message ("%g: %g, expected %g ± %g", loss, ys_exceedance_get_chance (curve, loss), chance, error);
  g_assert_cmpfloat_with_epsilon (ys_exceedance_get_chance (curve, loss), chance, 4.0 * error);
}

/* … of a compound Poisson sum with this rate and mean square of a loss. */
static void
assert_mean (const YsExceedance *curve,
             double              rate,
             double              mean,
             double              mean_square,
             gsize               n)
{
  double error = sqrt (rate * mean_square / (double) n);

  g_test_message ("mean %g, expected %g ± %g", curve->mean, rate * mean, error);
  g_assert_cmpfloat_with_epsilon (curve->mean, rate * mean, 4.0 * error);
}

/* P(N ≥ k) */
static double
poisson_tail (double rate,
              int    k)
{
  double term = exp (-rate), sum = 0.0;

  for (int i = 0; i < k; i++, term *= rate / i)
    sum += term;

  return 1.0 - sum;
}

/* --- closed forms ------------------------------------------------------------------------------ */

static void
test_exact_size (void)
{
  g_autoptr (YsResult) result = run (PLAN (LOSS (EVENTS ("0.35", "exactly='100000'"))));
  const YsLossCurves *curves = result->losses[0];
  gsize n = result->n_trials;

  for (int k = 1; k <= 4; k++)
    {
      assert_chance (&curves->without[YS_SPAN_YEAR], k * 1e5, poisson_tail (0.35, k), n * YEARS);
      assert_chance (&curves->without[YS_SPAN_HORIZON], k * 1e5, poisson_tail (3.5, k), n);
      g_assert_cmpfloat (curves->without[YS_SPAN_YEAR].losses[k - 1], ==, k * 1e5);
    }
  assert_mean (&curves->without[YS_SPAN_YEAR], 0.35, 1e5, 1e10, n * YEARS);
  assert_mean (&curves->without[YS_SPAN_HORIZON], 3.5, 1e5, 1e10, n);

  /* a step function: nothing between one event and two */
  g_assert_cmpfloat (ys_exceedance_get_chance (&curves->without[YS_SPAN_YEAR], 100001), ==,
                     ys_exceedance_get_chance (&curves->without[YS_SPAN_YEAR], 200000));
  g_assert_cmpfloat (ys_exceedance_get_chance (&curves->without[YS_SPAN_YEAR], 1), ==,
                     curves->without[YS_SPAN_YEAR].chances[0]);
  g_assert_cmpfloat (ys_exceedance_get_chance (&curves->without[YS_SPAN_YEAR], 1e9), ==, 0.0);
}

/* Half of the events are left, each costs 0.6 of what it did: a Poisson process of half the rate. */
static void
test_fewer_and_smaller (void)
{
  g_autoptr (YsResult) result = run (PLAN (AVOIDED (EVENTS ("0.35", "exactly='100000'")
                                                    "<fewer exactly='0.5'/><smaller exactly='0.4'/>")));
  const YsLossCurves *curves = result->losses[0];
  gsize n = result->n_trials;

  for (int k = 1; k <= 3; k++)
    {
      assert_chance (&curves->without[YS_SPAN_YEAR], k * 1e5, poisson_tail (0.35, k), n * YEARS);
      assert_chance (&curves->with[YS_SPAN_YEAR], k * 6e4, poisson_tail (0.175, k), n * YEARS);
      assert_chance (&curves->with[YS_SPAN_HORIZON], k * 6e4, poisson_tail (1.75, k), n);
    }
  assert_mean (&curves->with[YS_SPAN_YEAR], 0.175, 6e4, 3.6e9, n * YEARS);
  assert_mean (&curves->with[YS_SPAN_HORIZON], 1.75, 6e4, 3.6e9, n);
}

static const struct
{
  const char *name;
  const char *plan;
} all_avoided[] = {
  { "fewer", "<fewer exactly='1'/>" },
  { "smaller", "<smaller exactly='1'/>" },
};

static void
test_all_avoided (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *line = g_strconcat ("<alternative id='p' name='P'><avoided-loss id='a' name='A'>"
                                       EVENTS ("3", "low='1000' high='90000'"), all_avoided[i].plan,
                                       "</avoided-loss></alternative>", NULL);
  g_autoptr (YsResult) result = run (line);
  const YsLossCurves *curves = result->losses[0];

  g_assert_cmpuint (curves->without[YS_SPAN_YEAR].n_points, >, 0);
  g_assert_cmpuint (curves->with[YS_SPAN_YEAR].n_points, ==, 0);
  g_assert_cmpfloat (curves->with[YS_SPAN_YEAR].mean, ==, 0.0);
  g_assert_cmpfloat (ys_exceedance_get_chance (&curves->with[YS_SPAN_YEAR], 1.0), ==, 0.0);
}

/* Case “compound-poisson-moments” of tests/finance/cases.json. */
static void
test_compound (void)
{
  g_autoptr (YsResult) result = run (PLAN (LOSS (EVENTS ("0.1", "low='100000' high='1000000' shape='lognormal'"))));
  const YsLossCurves *curves = result->losses[0];
  gsize n = result->n_trials * YEARS;
  double mean_square = 163217.03641886023 * 163217.03641886023 / 0.1;

  assert_mean (&curves->without[YS_SPAN_YEAR], 0.1, 404001.28269457266, mean_square, n);
  assert_chance (&curves->without[YS_SPAN_YEAR], 1.0, 1.0 - 0.9048374180359595, n);
  g_assert_cmpfloat_with_epsilon (curves->without[YS_SPAN_HORIZON].mean,
                                  YEARS * curves->without[YS_SPAN_YEAR].mean,
                                  1e-9 * curves->without[YS_SPAN_HORIZON].mean);
}

/* A year is a year, whatever the period; half a year at the end is none. */
static const struct
{
  const char *name;
  const char *head;
  double      years;
} periods[] = {
  { "quarter", "period='quarter' periods='12'", 3.0 },
  { "month", "period='month' periods='24'", 2.0 },
  { "year-and-a-half", "period='month' periods='18'", 1.5 },
  { "half-a-year", "period='quarter' periods='2'", 0.5 },
};

static void
test_periods (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (YsResult) result = run_in (periods[i].head, PLAN (LOSS (EVENTS ("0.8", "exactly='5000'"))));
  const YsLossCurves *curves = result->losses[0];
  double whole = MAX (floor (periods[i].years), 1.0);
  double rate = 0.8 * MIN (periods[i].years, 1.0);

  for (int k = 1; k <= 3; k++)
    {
      assert_chance (&curves->without[YS_SPAN_YEAR], k * 5000.0, poisson_tail (rate, k),
                     result->n_trials * (gsize) whole);
      assert_chance (&curves->without[YS_SPAN_HORIZON], k * 5000.0, poisson_tail (0.8 * periods[i].years, k),
                     result->n_trials);
    }
}

/* As the cash is: happens half of the time, half of it in the first year, 10 % more each year. */
static void
test_scaled_as_the_cash (void)
{
  g_autoptr (YsResult) result = run_in ("periods='2'",
                                        PLAN (AVOIDED (EVENTS ("0.2", "exactly='1000'")
                                                       "<smaller exactly='0.25'/><growth exactly='0.1'/>"
                                                       "<chance exactly='0.5'/><ramp>0.5 1</ramp>")));
  const YsLossCurves *curves = result->losses[0];
  gsize n = result->n_trials;

  /* one event in year 1 or more, two there or one in year 2 */
  assert_chance (&curves->without[YS_SPAN_YEAR], 500.0, 0.5 * poisson_tail (0.2, 1), 2 * n);
  assert_chance (&curves->without[YS_SPAN_YEAR], 1100.0,
                 0.25 * (poisson_tail (0.2, 3) + poisson_tail (0.2, 1)), 2 * n);
  assert_chance (&curves->with[YS_SPAN_YEAR], 375.0, 0.5 * poisson_tail (0.2, 1), 2 * n);
  assert_mean (&curves->without[YS_SPAN_HORIZON], 0.1, 500.0 + 1100.0, 2.0 * 1.21e6, n);
}

static void
test_the_decision_belongs_to_the_first_year (void)
{
  g_autoptr (YsResult) result = run_in ("periods='2'",
                                        PLAN (LOSS (EVENTS ("0.5", "exactly='1000'") "<when first='0' last='0'/>")));

  assert_chance (&result->losses[0]->without[YS_SPAN_YEAR], 1000.0, 0.5 * poisson_tail (0.5, 1), 2 * result->n_trials);
  assert_chance (&result->losses[0]->without[YS_SPAN_HORIZON], 1000.0, poisson_tail (0.5, 1), result->n_trials);
}

/* A year later, within the same horizon: only the second of two years is left. */
static void
test_later_start (void)
{
  g_autoptr (YsScenario) scenario = scenario_from_text ("periods='2'", PLAN (AVOIDED (EVENTS ("0.5", "exactly='1000'")
                                                                         "<fewer exactly='1'/>")));
  g_autoptr (YsWhatIf) later = ys_what_if_new ();
  const YsSimulateOptions options = { .analyses = YS_ANALYSE_LOSSES, .what_if = later };
  g_autoptr (YsResult) result = NULL;

  later->delay = 1.0;
  result = ys_simulate (scenario, &options, NULL);
  assert_chance (&result->losses[0]->without[YS_SPAN_YEAR], 1000.0, 0.5 * poisson_tail (0.5, 1), 2 * result->n_trials);
  assert_mean (&result->losses[0]->without[YS_SPAN_HORIZON], 0.5, 1000.0, 1e6, result->n_trials);
}

/* --- whose losses ------------------------------------------------------------------------------ */

static void
test_beside_a_baseline (void)
{
  g_autoptr (YsResult) result = run (NOTHING (LOSS (EVENTS ("0.4", "exactly='300'")))
                                     PLAN (LOSS (EVENTS ("0.1", "exactly='200'"))
                                           AVOIDED (EVENTS ("0.3", "exactly='1000'") "<fewer exactly='0.9'/>"))
                                     "<alternative id='m' name='M'/>");
  gsize n = result->n_trials * YEARS;

  /* doing nothing, both sides are its own */
  assert_chance (&result->losses[0]->without[YS_SPAN_YEAR], 300.0, poisson_tail (0.4, 1), n);
  assert_chance (&result->losses[0]->with[YS_SPAN_YEAR], 300.0, poisson_tail (0.4, 1), n);

  /* the plan's threat beside what doing nothing suffers; what is left of it beside its own */
  assert_chance (&result->losses[1]->without[YS_SPAN_YEAR], 1.0, poisson_tail (0.7, 1), n);
  assert_chance (&result->losses[1]->with[YS_SPAN_YEAR], 1.0, poisson_tail (0.13, 1), n);
  assert_chance (&result->losses[1]->with[YS_SPAN_YEAR], 1000.0, poisson_tail (0.03, 1), n);

  /* without risks of its own, it is spared what doing nothing suffers */
  assert_chance (&result->losses[2]->without[YS_SPAN_YEAR], 300.0, poisson_tail (0.4, 1), n);
  g_assert_cmpuint (result->losses[2]->with[YS_SPAN_YEAR].n_points, ==, 0);
}

/* What the curves have between them is what the cash counts. */
static void
test_agrees_with_the_cash (void)
{
  g_autoptr (YsResult) result = run (NOTHING (LOSS (EVENTS ("0.4", "low='100' high='900'") "<growth exactly='0.02'/>"))
                                     PLAN (LOSS (EVENTS ("2", "low='10' high='90'"))
                                           AVOIDED ("<events-per-year low='0.2' high='0.9'/><loss-each low='1000' high='9000'/>"
                                                    "<fewer low='0.2' high='0.9' shape='uniform'/><smaller exactly='0.3'/>"
                                                    "<chance exactly='0.7'/>")));
  const YsAlternativeResult *own = &result->alternatives[1];
  const YsLossCurves *curves = result->losses[1];
  double gained = 0.0;

  for (int t = 0; t <= YEARS; t++)
    gained += own->benefits[t] - own->costs[t];
  g_assert_cmpfloat_with_epsilon (curves->without[YS_SPAN_HORIZON].mean - curves->with[YS_SPAN_HORIZON].mean, gained,
                                  1e-6 * gained);
}

static void
test_nothing_can_strike (void)
{
  g_autoptr (YsResult) result = run (PLAN ("<cost id='c' name='C'><amount low='1' high='2'/></cost>")
                                     "<alternative id='m' name='M'>" LOSS (EVENTS ("0", "exactly='1'")) "</alternative>");

  g_assert_null (result->losses[0]);
  g_assert_cmpuint (result->losses[1]->without[YS_SPAN_YEAR].n_points, ==, 0);
}

static void
test_certain (void)
{
  g_autoptr (YsResult) result = run (PLAN (LOSS (EVENTS ("0", "exactly='1'"))));

  g_assert_cmpuint (result->n_trials, ==, 1);
  g_assert_cmpuint (result->losses[0]->with[YS_SPAN_HORIZON].n_points, ==, 0);
}

static void
test_only_when_asked (void)
{
  g_autoptr (YsScenario) scenario = scenario_from_text ("periods='2'", PLAN (LOSS (EVENTS ("1", "exactly='1'"))));
  g_autoptr (YsResult) result = ys_simulate (scenario, NULL, NULL);

  g_assert_null (result->losses);
}

/* --- points ------------------------------------------------------------------------------------ */

static void
test_points_are_exact (void)
{
  const gsize n = 100000, n_above = 40000;
  g_autoptr (GPtrArray) tolerance = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_tolerance_unref);
  g_autofree double *samples = g_new (double, n_above);
  YsExceedance curve = { 0 };

  /* 10, 20, … 400000, stirred */
  for (gsize i = 0; i < n_above; i++)
    samples[i] = 10.0 * (double) (1 + i * 7919 % n_above);
  g_ptr_array_add (tolerance, ys_tolerance_new (123450.0, 0.1));
  g_ptr_array_add (tolerance, ys_tolerance_new (500000.0, 0.1));
  ys_exceedance_init (&curve, samples, n_above, n, tolerance);

  g_assert_cmpuint (curve.n_points, >, 400);
  g_assert_cmpuint (curve.n_points, <, 520);
  for (gsize i = 0; i < curve.n_points; i++)
    {
      g_assert_cmpfloat (curve.chances[i], ==, (400010.0 - curve.losses[i]) / 10.0 / (double) n);
      g_assert_true (i == 0 || curve.losses[i] > curve.losses[i - 1]);
    }
  g_assert_cmpfloat (curve.losses[0], ==, 10.0);
  g_assert_cmpfloat (curve.losses[curve.n_points - 1], ==, 400000.0);
  g_assert_cmpfloat_with_epsilon (ys_exceedance_get_chance (&curve, 123450.0), 0.27656, 1e-12);
  g_assert_cmpfloat (ys_exceedance_get_chance (&curve, 500000.0), ==, 0.0);

  /* the last ten thousandth: the 10 largest */
  g_assert_cmpfloat_with_epsilon (ys_exceedance_get_chance (&curve, 399910.0), 1e-4, 1e-12);
  g_free (curve.losses);
  g_free (curve.chances);
}

/* What single precision makes of 60,000 is 60,000. */
static void
test_six_digits (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  double samples[] = { 59999.996, 60000.0, 60000.004, 1234567.0, 1234567.125, 0.0123456, 1e-300, 1e300 };
  const double losses[] = { 1e-300, 0.0123456, 60000.0, 1234570.0, 1e300 };
  const double chances[] = { 0.8, 0.7, 0.6, 0.3, 0.1 };
  YsExceedance curve = { 0 };

  ys_exceedance_init (&curve, samples, G_N_ELEMENTS (samples), 10, none);
  g_assert_cmpuint (curve.n_points, ==, G_N_ELEMENTS (losses));
  for (gsize i = 0; i < curve.n_points; i++)
    {
      g_assert_cmpfloat_with_epsilon (curve.losses[i], losses[i], 1e-12 * losses[i]);
      g_assert_cmpfloat (curve.chances[i], ==, chances[i]);
      g_assert_cmpfloat (ys_exceedance_get_chance (&curve, losses[i]), ==, chances[i]);
    }
  g_assert_cmpfloat (ys_exceedance_get_chance (&curve, 1234567.0), ==, 0.3);
  g_free (curve.losses);
  g_free (curve.chances);
}

static void
test_tolerance_has_points (void)
{
  g_autoptr (YsResult) result = run (PLAN (LOSS (EVENTS ("1", "low='1000' high='50000'")))
                                     "<tolerance><point loss='44444' chance='0.1'/></tolerance>");
  const YsExceedance *curve = &result->losses[0]->with[YS_SPAN_YEAR];
  gboolean found = FALSE;

  for (gsize i = 0; i < curve->n_points; i++)
    found = found || curve->losses[i] == 44444.0;
  g_assert_true (found);
}

/* --- same figures ------------------------------------------------------------------------------ */

#define MANY \
  NOTHING (LOSS (EVENTS ("0.4", "low='100' high='900'"))) \
  PLAN (AVOIDED (EVENTS ("3", "low='1000' high='9000'") "<fewer low='0.2' high='0.9' shape='uniform'/>"))

static void
assert_same_curve (const YsExceedance *a,
                   const YsExceedance *b)
{
  g_assert_cmpuint (a->n_points, ==, b->n_points);
  g_assert_cmpmem (a->losses, a->n_points * sizeof (double), b->losses, b->n_points * sizeof (double));
  g_assert_cmpmem (a->chances, a->n_points * sizeof (double), b->chances, b->n_points * sizeof (double));
  g_assert_cmpfloat (a->mean, ==, b->mean);
}

static void
assert_same_figures (const YsSimulateOptions *options)
{
  g_autoptr (YsScenario) scenario = scenario_from_text ("periods='10'", MANY);
  const YsSimulateOptions alone = { .analyses = YS_ANALYSE_LOSSES, .threads = 1, .runner = "portable", .trials = 10000 };
  g_autoptr (YsResult) expected = ys_simulate (scenario, &alone, NULL);
  g_autoptr (YsResult) result = ys_simulate (scenario, options, NULL);

  for (gsize a = 0; a < result->n_alternatives; a++)
    for (int span = 0; span < YS_N_SPANS; span++)
      {
        assert_same_curve (&result->losses[a]->without[span], &expected->losses[a]->without[span]);
        assert_same_curve (&result->losses[a]->with[span], &expected->losses[a]->with[span]);
      }
}

static void
test_threads (void)
{
  for (int threads = 0; threads <= 5; threads++)
    assert_same_figures (&(YsSimulateOptions) { .analyses = YS_ANALYSE_LOSSES, .threads = threads,
                                                .runner = "portable", .trials = 10000 });
}

static void
test_processors (void)
{
  assert_same_figures (&(YsSimulateOptions) { .analyses = YS_ANALYSE_LOSSES, .runner = "avx2", .trials = 10000 });
  assert_same_figures (&(YsSimulateOptions) { .analyses = YS_ANALYSE_LOSSES, .runner = "avx512", .trials = 10000 });
}

static void
test_cancel (void)
{
  g_autoptr (YsScenario) scenario = scenario_from_text ("periods='10'", MANY);
  const int cancelled = 1;
  const YsSimulateOptions options = { .analyses = YS_ANALYSE_LOSSES, .cancelled = &cancelled };
  g_autoptr (GError) error = NULL;

  g_assert_null (ys_simulate (scenario, &options, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/risk/losses/exact-size", test_exact_size);
  g_test_add_func ("/risk/losses/fewer-and-smaller", test_fewer_and_smaller);
  for (gsize i = 0; i < G_N_ELEMENTS (all_avoided); i++)
    {
      g_autofree char *path = g_strconcat ("/risk/losses/all-avoided/", all_avoided[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_all_avoided);
    }
  g_test_add_func ("/risk/losses/compound", test_compound);
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autofree char *path = g_strconcat ("/risk/losses/periods/", periods[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_periods);
    }
  g_test_add_func ("/risk/losses/scaled-as-the-cash", test_scaled_as_the_cash);
  g_test_add_func ("/risk/losses/the-decision-belongs-to-the-first-year", test_the_decision_belongs_to_the_first_year);
  g_test_add_func ("/risk/losses/later-start", test_later_start);
  g_test_add_func ("/risk/losses/beside-a-baseline", test_beside_a_baseline);
  g_test_add_func ("/risk/losses/agrees-with-the-cash", test_agrees_with_the_cash);
  g_test_add_func ("/risk/losses/nothing-can-strike", test_nothing_can_strike);
  g_test_add_func ("/risk/losses/certain", test_certain);
  g_test_add_func ("/risk/losses/only-when-asked", test_only_when_asked);
  g_test_add_func ("/risk/losses/points-are-exact", test_points_are_exact);
  g_test_add_func ("/risk/losses/six-digits", test_six_digits);
  g_test_add_func ("/risk/losses/tolerance-has-points", test_tolerance_has_points);
  g_test_add_func ("/risk/losses/threads", test_threads);
  g_test_add_func ("/risk/losses/processors", test_processors);
  g_test_add_func ("/risk/losses/cancel", test_cancel);

  return g_test_run ();
}
