/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "scenario-text.h"
#include "ys-cash.h"
#include "ys-distribution.h"
#include "ys-error.h"
#include "ys-file.h"
#include "ys-simulate.h"

/* Enough trials for tests of a few standard errors, few enough to be quick. */
#define TRIALS 65536

static YsResult *
run (const char *head,
     const char *body)
{
  g_autoptr(YsScenario) scenario = scenario_from_text (head, body);
  g_autoptr(GError) error = NULL;
  YsResult *result = ys_simulate (scenario, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static double
standard_error (const YsResult *result,
                gsize           alternative)
{
  return ys_result_get_metric (result, alternative, "sd") / sqrt ((double) result->n_trials);
}

#define YEARS "period=\"year\" periods=\"3\""
#define PLAIN "<rules discount-rate=\"0\" tax-rate=\"0\" losses=\"offset\"/>"

/* --- certain cash, by hand --------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *head;
  const char *body;
  double      cash[5]; /* by period, NAN-ended */
} Certain;

static const Certain certain[] = {
  { "growth-and-ramp", YEARS,
    PLAIN "<alternative id='a' name='A'><benefit id='b' name='B'><amount exactly='100'/><growth exactly='0.1'/>"
    "<ramp>0.5 1</ramp></benefit></alternative>",
    { 0, 50, 110, 121, NAN } },
  { "by-period-from-zero", YEARS,
    PLAIN "<alternative id='a' name='A'><cost id='c' name='C'><by-period first='0'>10 20</by-period></cost></alternative>",
    { -10, -20, 0, 0, NAN } },
  { "when", YEARS,
    PLAIN "<alternative id='a' name='A'><saving id='s' name='S'><amount exactly='7'/><when first='2' last='2'/></saving></alternative>",
    { 0, 0, 7, 0, NAN } },
  { "staff-time", YEARS,
    PLAIN "<alternative id='a' name='A'><staff-time id='s' name='S'><hours exactly='100'/><hourly-rate exactly='50'/>"
    "<put-to-use exactly='0.5'/></staff-time></alternative>",
    { 0, 2500, 2500, 2500, NAN } },
  { "working-capital-is-released", YEARS,
    PLAIN "<alternative id='a' name='A'><working-capital id='w' name='W'><amount exactly='30'/></working-capital></alternative>",
    { -30, 0, 0, 30, NAN } },
  { "period-in-formula", YEARS,
    PLAIN "<assumptions><assumption id='x-y' name='X' formula='10 * period'/></assumptions>"
    "<alternative id='a' name='A'><benefit id='b' name='B'><amount formula='if(period = 2, x_y, 1)'/></benefit></alternative>",
    { 0, 1, 20, 1, NAN } },
  { "follows", YEARS,
    PLAIN "<assumptions><assumption id='m' name='M' exactly='0.2'/></assumptions>"
    "<alternative id='a' name='A'><benefit id='b' name='B'><amount exactly='100'/><follows assumption='m' factor='0.5'/></benefit></alternative>",
    { 0, 100, 110, 121, NAN } },
  /* taxed: 100 − 300/3; sold for 80 when nothing is left in the books */
  { "straight-line-and-resale", YEARS,
    "<rules discount-rate='0' tax-rate='0.25' losses='offset'/><alternative id='a' name='A'>"
    "<capital id='k' name='K'><amount exactly='300'/><depreciation method='straight-line' periods='3' residual='0'/></capital>"
    "<benefit id='b' name='B'><amount exactly='200'/></benefit>"
    "<residual id='r' name='R'><amount exactly='80'/></residual></alternative>",
    { -300, 200 - 25, 200 - 25, 200 + 80 - 0.25 * (100 + 80), NAN } },
  /* sold a year early: 100 left in the books, written off against the price, nothing after */
  { "early-resale", YEARS,
    "<rules discount-rate='0' tax-rate='0.25' losses='offset'/><alternative id='a' name='A'>"
    "<capital id='k' name='K'><amount exactly='300'/><depreciation method='straight-line' periods='3' residual='0'/></capital>"
    "<residual id='r' name='R'><amount exactly='80'/><when first='2'/></residual></alternative>",
    { -300, 25, 80 + 25 - 0.25 * (80 - 100), 0, NAN } },
  { "losses-carried-forward", YEARS,
    "<rules discount-rate='0' tax-rate='0.5' losses='carry-forward'/><alternative id='a' name='A'>"
    "<cost id='c' name='C'><by-period first='0'>100</by-period></cost>"
    "<benefit id='b' name='B'><amount exactly='80'/></benefit></alternative>",
    { -100, 80, 80 - 0.5 * 60, 80 - 0.5 * 80, NAN } },
  { "losses-offset", YEARS,
    "<rules discount-rate='0' tax-rate='0.5' losses='offset'/><alternative id='a' name='A'>"
    "<cost id='c' name='C'><by-period first='0'>100</by-period></cost>"
    "<benefit id='b' name='B'><amount exactly='80'/></benefit></alternative>",
    { -50, 40, 40, 40, NAN } },
  { "declining-balance", YEARS,
    "<rules discount-rate='0' tax-rate='0.5' losses='offset'/><alternative id='a' name='A'>"
    "<capital id='k' name='K'><amount exactly='100'/><depreciation method='declining-balance' rate='0.4'/></capital></alternative>",
    { -100, 20, 12, 7.2, NAN } },
  { "immediate", YEARS,
    "<rules discount-rate='0' tax-rate='0.5' losses='offset'/><alternative id='a' name='A'>"
    "<capital id='k' name='K'><amount exactly='100'/><depreciation method='immediate'/></capital></alternative>",
    { -100, 50, 0, 0, NAN } },
  /* a quarter is a quarter of a year: growth of 21 % a year is (1.21)^¼ a quarter */
  { "quarters", "period='quarter' periods='3'",
    PLAIN "<alternative id='a' name='A'><benefit id='b' name='B'><amount exactly='100'/><growth exactly='0.21'/></benefit></alternative>",
    { 0, 100, 104.88088481701516, 110, NAN } },
};

static void
test_certain (gconstpointer data)
{
  const Certain *expected = data;
  g_autoptr(YsResult) result = run (expected->head, expected->body);

  g_assert_cmpuint (result->n_trials, ==, 1);
  for (gsize t = 0; !isnan (expected->cash[t]); t++)
    g_assert_cmpfloat_with_epsilon (result->alternatives[0].cash[t], expected->cash[t], 1e-10);
}

/* --- chance ------------------------------------------------------------------------------------ */

static void
test_events (void)
{
  /* E = λ E[X], Var = λ E[X²] a year; shared/cases: 0.1 × lognormal 100,000 … 1,000,000 */
  g_autoptr(YsResult) result =
    run ("period='year' periods='1'",
         PLAIN "<simulation seed='3' trials='65536'/><alternative id='a' name='A'><loss id='l' name='L'>"
         "<events-per-year exactly='0.1'/><loss-each low='100000' high='1000000' shape='lognormal'/></loss></alternative>");

  g_assert_cmpfloat_with_epsilon (result->alternatives[0].costs[1], 40400.128269457266, 4 * 163217.03641886023 / 256);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "sd"), 163217.03641886023, 0.05 * 163217);
}

static void
test_many_events (void)
{
  /* 60 a year in months of 5, of 7 each: mean 420, variance 60 × 49 */
  g_autoptr(YsResult) result =
    run ("period='month' periods='12'",
         PLAIN "<simulation seed='3' trials='16384'/><alternative id='a' name='A'><loss id='l' name='L'>"
         "<events-per-year exactly='60'/><loss-each exactly='7'/></loss></alternative>");
  double se = sqrt (60.0 * 49 / result->n_trials);

  g_assert_cmpfloat_with_epsilon (result->alternatives[0].outcomes[0], round (result->alternatives[0].outcomes[0] / 7) * 7, 1e-9);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "npv"), -420, 4 * se);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "sd"), sqrt (60.0 * 49), 0.03 * sqrt (60.0 * 49));
}

/* The largest difference between the shares of two samples that are at most so much: Kolmogorov's distance of
 * their S-curves. */
static double
find_distance (const double *a,
               gsize         n_a,
               const double *b,
               gsize         n_b)
{
  double largest = 0.0;

  for (gsize i = 0, j = 0; i < n_a && j < n_b;)
    {
      double at = MIN (a[i], b[j]);

      while (i < n_a && a[i] <= at)
        i++;
      while (j < n_b && b[j] <= at)
        j++;
      largest = MAX (largest, fabs ((double) i / (double) n_a - (double) j / (double) n_b));
    }

  return largest;
}

/* So many events that not all of them are drawn: mean λ E[X] and variance λ E[X²] of a compound Poisson number
 * (Daykin, Pentikäinen & Pesonen, Practical Risk Theory for Actuaries, 3.2). */
static const struct
{
  const char *name;
  const char *loss_each;
  double      moments[2]; /* E[X], E[X²] */
} severities[] = {
  { "exactly", "exactly='7'", { 7, 49 } },
  { "uniform", "shape='uniform' low='0' high='6'", { 3, 12 } },
  { "triangular", "shape='triangular' low='0' likely='9' high='9'", { 6, 40.5 } },
  { "normal", "shape='normal' mean='10' sd='2'", { 10, 104 } },
  { "pert", "shape='pert' low='0' likely='2' high='8'", { 8 / 3.0, 64 / 7.0 } },
  /* e^(σ²/2), e^(2σ²) */
  { "lognormal", "shape='lognormal' log-mean='0' log-sd='1.5'", { 3.080216848918031, 90.01713130052181 } },
};

static YsResult *
run_losses (const char *lines)
{
  g_autofree char *alternative = g_strdup_printf (PLAIN "<simulation seed='3' trials='16384'/>%s", lines);

  return run ("period='year' periods='1'", alternative);
}

static void
test_very_many_events (gconstpointer data)
{
  static const double rates[] = { 1000, 1e6 };
  gsize s = GPOINTER_TO_SIZE (data);
  const double *moments = severities[s].moments;

  for (gsize r = 0; r < G_N_ELEMENTS (rates); r++)
    {
      double mean = -rates[r] * moments[0], sd = sqrt (rates[r] * moments[1]);
      g_autofree char *text =
        g_strdup_printf ("<alternative id='a' name='A'><loss id='l' name='L'><events-per-year exactly='%.0f'/>"
                         "<loss-each %s/></loss></alternative>", rates[r], severities[s].loss_each);
      g_autoptr(YsResult) result = run_losses (text);

      g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "npv"), mean, 4 * standard_error (result, 0));
      g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "sd"), sd, 0.02 * sd);
    }
}

/* Half of a thousand are avoided, and a fifth of what the others cost: λ E[X²] (0.5 + 0.5 × 0.2²). */
static void
test_many_avoided (void)
{
  g_autoptr(YsResult) result =
    run_losses ("<alternative id='a' name='A'><avoided-loss id='l' name='L'><events-per-year exactly='1000'/>"
                "<loss-each shape='uniform' low='0' high='6'/><fewer exactly='0.5'/><smaller exactly='0.2'/></avoided-loss></alternative>");
  double sd = sqrt (1000 * 12 * 0.52);

  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "npv"), 1000 * 3 * 0.6, 4 * standard_error (result, 0));
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "sd"), sd, 0.02 * sd);
}

/* A thousand events are as much as four times 250, each of which is drawn: the S-curves are no further apart than
 * chance has them, 19 times in 20 (Kolmogorov & Smirnov). */
static void
test_events_at_once (void)
{
#define LOGNORMAL "<loss-each shape='lognormal' log-mean='0' log-sd='1.5'/></loss>"
#define QUARTER(id) "<loss id='" id "' name='L'><events-per-year exactly='250'/>" LOGNORMAL
  g_autoptr(YsResult) result =
    run_losses ("<alternative id='a' name='A'><loss id='l' name='L'><events-per-year exactly='1000'/>" LOGNORMAL "</alternative>"
                "<alternative id='b' name='B'>" QUARTER ("k") QUARTER ("l") QUARTER ("m") QUARTER ("n") "</alternative>");
  g_autofree double *at_once = ys_result_dup_sorted (result, 0);
  g_autofree double *one_by_one = ys_result_dup_sorted (result, 1);
  gsize n = result->n_trials;

  g_assert_cmpfloat (find_distance (at_once, n, one_by_one, n), <, 1.358 * sqrt (2.0 / (double) n));
}

static void
test_more_events_than_one_uniform (void)
{
  /* 100 a year of 1 each: mean and variance 100 */
  g_autoptr(YsResult) result =
    run ("period='year' periods='1'",
         PLAIN "<simulation seed='3' trials='16384'/><alternative id='a' name='A'><loss id='l' name='L'>"
         "<events-per-year exactly='100'/><loss-each exactly='1'/></loss></alternative>");

  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "npv"), -100, 4 * 10 / 128.0);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "sd"), 10, 0.3);
}

static void
test_avoided (void)
{
  /* without − with = λ E[X] (1 − (1 − fewer)(1 − smaller)) */
  g_autoptr(YsResult) result =
    run ("period='year' periods='1'",
         PLAIN "<simulation seed='5' trials='65536'/><alternative id='a' name='A'><avoided-loss id='l' name='L'>"
         "<events-per-year exactly='2'/><loss-each low='0' high='200' shape='uniform'/><fewer exactly='0.3'/>"
         "<smaller exactly='0.5'/></avoided-loss></alternative>");

  g_assert_cmpfloat_with_epsilon (result->alternatives[0].benefits[1], 2 * 100 * (1 - 0.7 * 0.5), 4 * standard_error (result, 0));
  g_assert_cmpfloat (result->alternatives[0].summary.percentiles[0], >=, 0);
}

static void
test_toss (void)
{
  g_autoptr(YsResult) result =
    run (YEARS, PLAIN "<simulation seed='5' trials='65536'/><alternative id='a' name='A'><benefit id='b' name='B'>"
         "<amount exactly='100'/><chance exactly='0.3'/></benefit></alternative>");

  /* one toss for all years: 0 or 300 */
  for (gsize i = 0; i < result->n_trials; i++)
    g_assert_true (result->alternatives[0].outcomes[i] == 0 || result->alternatives[0].outcomes[i] == 300);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "npv"), 90, 4 * 300 * sqrt (0.21 / TRIALS));
}

static void
test_own_draws (void)
{
  /* every estimate is drawn by itself: the variance of a sum of two is 2, of one counted twice 4 */
  g_autoptr(YsResult) result =
    run ("period='year' periods='1'",
         PLAIN "<simulation seed='5' trials='65536'/><assumptions><assumption id='n' name='N' shape='normal' mean='0' sd='1'/></assumptions>"
         "<alternative id='own' name='Own'><benefit id='b' name='B'><amount shape='normal' mean='0' sd='1'/></benefit>"
         "<benefit id='c' name='C'><amount shape='normal' mean='0' sd='1'/></benefit></alternative>"
         "<alternative id='shared' name='Shared'><benefit id='b' name='B'><amount formula='n'/></benefit>"
         "<benefit id='c' name='C'><amount formula='n'/></benefit></alternative>");

  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "sd"), sqrt (2), 0.02);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 1, "sd"), 2, 0.03);
}

/* --- sameness ---------------------------------------------------------------------------------- */

#define UNCERTAIN \
  "<rules discount-rate='0.1' tax-rate='0.25'/><simulation seed='11' trials='10000'/>" \
  "<assumptions><assumption id='m' name='M' low='0.5' high='2'/></assumptions>" \
  "<alternative id='a' name='A'><capital id='k' name='K'><amount low='90' high='110'/>" \
  "<depreciation method='straight-line' periods='3'/></capital><benefit id='b' name='B'><amount formula='m * 50'/>" \
  "<growth low='-0.1' high='0.1'/><chance exactly='0.8'/></benefit>" \
  "<loss id='l' name='L'><events-per-year exactly='1.5'/><loss-each low='1' high='10'/></loss></alternative>"

static void
test_threads (void)
{
  g_autoptr(YsScenario) scenario = scenario_from_text (YEARS, UNCERTAIN);
  YsSimulateOptions options = { .threads = 1, .analyses = YS_ANALYSE_VALUES };
  g_autoptr(YsResult) one = ys_simulate (scenario, &options, NULL);

  for (int threads = 2; threads <= 7; threads += 5)
    {
      g_autoptr(YsResult) many = NULL;

      options.threads = threads;
      many = ys_simulate (scenario, &options, NULL);
      g_assert_cmpmem (one->alternatives[0].outcomes, 10000 * sizeof (double), many->alternatives[0].outcomes, 10000 * sizeof (double));
      g_assert_cmpmem (one->alternatives[0].cash, 4 * sizeof (double), many->alternatives[0].cash, 4 * sizeof (double));
      for (gsize i = 0; i < one->n_inputs; i++)
        g_assert_cmpmem (&one->inputs[i].value, sizeof (double), &many->inputs[i].value, sizeof (double));
    }
}

static void
assert_same_statistics (const YsResult *a,
                        const YsResult *b)
{
  g_assert_cmpmem (&a->evpi, sizeof (double), &b->evpi, sizeof (double));
  for (gsize k = 0; k < a->n_alternatives; k++)
    {
      gsize size = ys_metrics_count () * sizeof (double);

      g_assert_cmpmem (&a->alternatives[k].summary, sizeof (YsSummary), &b->alternatives[k].summary, sizeof (YsSummary));
      g_assert_cmpmem (a->alternatives[k].metrics, size, b->alternatives[k].metrics, size);
    }
}

/* Every processor's path comes to the same digits; see YsRunner. */
static void
test_runners (void)
{
  static const char *const names[] = { "avx2", "avx512" };
  g_autoptr(YsScenario) scenario =
    scenario_from_text (YEARS, UNCERTAIN "<alternative id='n' name='Nothing' baseline='yes'/>"
           "<alternative id='c' name='C'><benefit id='d' name='D'><amount low='5' high='40'/></benefit></alternative>");
  YsSimulateOptions options = { .runner = "portable" };
  g_autoptr(YsResult) portable = ys_simulate (scenario, &options, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(YsResult) result = NULL;

      options.runner = names[i];
      result = ys_simulate (scenario, &options, NULL);
      g_assert_cmpmem (portable->alternatives[0].outcomes, 10000 * sizeof (double),
                       result->alternatives[0].outcomes, 10000 * sizeof (double));
      g_assert_cmpmem (portable->alternatives[0].cash, 4 * sizeof (double),
                       result->alternatives[0].cash, 4 * sizeof (double));
      g_assert_cmpmem (portable->alternatives[0].benefits, 4 * sizeof (double),
                       result->alternatives[0].benefits, 4 * sizeof (double));
      assert_same_statistics (portable, result);
    }
}

static void
test_others_stay (void)
{
  g_autoptr(YsResult) before = run (YEARS, UNCERTAIN);
  g_autoptr(YsResult) after =
    run (YEARS, UNCERTAIN "<alternative id='b' name='B'><benefit id='b' name='B'><amount low='1' high='2'/></benefit></alternative>");

  g_assert_cmpmem (before->alternatives[0].outcomes, 10000 * sizeof (double), after->alternatives[0].outcomes, 10000 * sizeof (double));
}

static void
test_mean_cash_is_npv (void)
{
  g_autoptr(YsResult) result = run (YEARS, UNCERTAIN);
  const YsAlternativeResult *own = &result->alternatives[0];
  double sum = 0.0;

  for (gsize i = 0; i < result->n_trials; i++)
    sum += own->outcomes[i] / (double) result->n_trials;

  g_assert_cmpfloat (ys_result_get_metric (result, 0, "npv"), ==, ys_present_value (own->cash, result->times, 4, 0.1));
  /* trials are discounted in single precision */
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "npv"), sum, 1e-5);
}

/* --- baseline, what if, value of information ---------------------------------------------------- */

static void
test_baseline (void)
{
  g_autoptr(YsResult) result =
    run (YEARS, "<rules discount-rate='0.1'/>"
         "<alternative id='n' name='Nothing' baseline='yes'><cost id='c' name='C'><amount exactly='50'/></cost></alternative>"
         "<alternative id='a' name='A'><cost id='c' name='C'><amount exactly='20'/></cost></alternative>"
         "<alternative id='b' name='B'><cost id='c' name='C'><amount exactly='60'/></cost></alternative>");
  double annuity = 1 / 1.1 + 1 / 1.21 + 1 / 1.331;

  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "npv"), -50 * annuity, 1e-9);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 1, "npv"), 30 * annuity, 1e-9);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 2, "npv"), -10 * annuity, 1e-9);
  g_assert_cmpfloat_with_epsilon (result->alternatives[1].costs[2], -30, 1e-12);
  g_assert_cmpint (result->best, ==, 1);
  g_assert_cmpfloat (result->evpi, ==, 0);
}

static void
test_what_if (void)
{
  g_autoptr(YsScenario) scenario =
    scenario_from_text (YEARS, "<rules discount-rate='0.1'/><assumptions><assumption id='m' name='M' exactly='100'/></assumptions>"
           "<alternative id='a' name='A' discount-rate='0.2'><capital id='k' name='K'><amount exactly='100'/></capital>"
           "<benefit id='b' name='B'><amount formula='m'/><growth exactly='0.1'/></benefit>"
           "<working-capital id='w' name='W'><amount exactly='10'/><when first='1'/></working-capital></alternative>");
  g_autoptr(YsWhatIf) what_if = ys_what_if_new ();
  YsSimulateOptions options = { .what_if = what_if };
  g_autoptr(YsResult) neutral = ys_simulate (scenario, &options, NULL);
  g_autoptr(YsResult) shifted = NULL;
  g_autoptr(YsResult) delayed = NULL;

  g_assert_cmpfloat_with_epsilon (neutral->alternatives[0].cash[1], 90, 1e-12);
  g_assert_cmpfloat (neutral->alternatives[0].rate, ==, 0.2);

  ys_what_if_set_shift (what_if, "m", 0.9);
  what_if->discount_rate = 0.05;
  shifted = ys_simulate (scenario, &options, NULL);
  g_assert_cmpfloat_with_epsilon (shifted->alternatives[0].cash[1], 80, 1e-12);
  g_assert_cmpfloat (shifted->alternatives[0].rate, ==, 0.05);

  /* a year and a half later: half of the first year's 100 falls in period 2, the rest and half of
   * the second year's 110 in period 3; the outlay of period 0 stays; working capital comes back */
  ys_what_if_set_shift (what_if, "m", 1.0);
  what_if->delay = 1.5;
  delayed = ys_simulate (scenario, &options, NULL);
  g_assert_cmpfloat_with_epsilon (delayed->alternatives[0].cash[0], -100, 1e-12);
  g_assert_cmpfloat_with_epsilon (delayed->alternatives[0].cash[1], 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (delayed->alternatives[0].cash[2], 50 - 5, 1e-12);
  g_assert_cmpfloat_with_epsilon (delayed->alternatives[0].cash[3], 50 + 55 + 5, 1e-12);
}

/* chjackson/voi, vignettes/voi.Rmd: 0 against p1 − p2, p1 ~ N(1, 1), p2 ~ N(0, 2):
 * EVPI 0.4798107, EVPPI of p2 0.3955931, of p1 0.0833155. */
static void
test_value_of_information (void)
{
  g_autoptr(YsScenario) scenario =
    scenario_from_text ("period='year' periods='1'",
           PLAIN "<simulation seed='1' trials='262144'/><assumptions><assumption id='p1' name='P1' shape='normal' mean='1' sd='1'/>"
           "<assumption id='p2' name='P2' shape='normal' mean='0' sd='2'/><assumption id='idle' name='I' shape='normal' mean='0' sd='2'/></assumptions>"
           "<alternative id='n' name='Nothing'><benefit id='b' name='B'><amount exactly='0'/></benefit></alternative>"
           "<alternative id='a' name='A'><benefit id='b' name='B'><amount formula='p1 - p2'/></benefit></alternative>");
  YsSimulateOptions options = { .analyses = YS_ANALYSE_VALUES };
  g_autoptr(YsResult) result = ys_simulate (scenario, &options, NULL);
  double se = sqrt (5.0 / 262144);

  g_assert_cmpfloat_with_epsilon (result->evpi, 0.4798107063483925, 4 * se);
  g_assert_cmpuint (result->n_inputs, ==, 4);
  g_assert_cmpstr (result->inputs[0].id, ==, "p1");
  g_assert_cmpfloat_with_epsilon (result->inputs[0].value, 0.0833154705876864, 4 * se);
  g_assert_cmpstr (result->inputs[1].id, ==, "p2");
  g_assert_cmpfloat_with_epsilon (result->inputs[1].value, 0.39559311480261217, 4 * se);
  g_assert_cmpfloat (result->inputs[2].value, >=, 0);
  g_assert_cmpfloat (result->inputs[2].value, <, 4 * se);
}

/* What moves one alternative only is worth knowing for that one: N(1, 1) against 0 and −1: E[max(0, m)] − 1
 * with m ~ N(1, 1), as above; and nothing where the order cannot change. */
static void
test_value_of_local_information (void)
{
  g_autoptr(YsScenario) scenario =
    scenario_from_text ("period='year' periods='1'",
           PLAIN "<simulation seed='1' trials='262144'/>"
           "<alternative id='n' name='Nothing'><benefit id='b' name='B'><amount exactly='0'/></benefit></alternative>"
           "<alternative id='a' name='A'><benefit id='b' name='B'><amount shape='normal' mean='1' sd='1'/></benefit></alternative>"
           "<alternative id='l' name='L'><cost id='c' name='C'><amount low='1' high='1.1' shape='uniform'/></cost></alternative>");
  YsSimulateOptions options = { .analyses = YS_ANALYSE_VALUES };
  g_autoptr(YsResult) result = ys_simulate (scenario, &options, NULL);

  g_assert_cmpuint (result->n_inputs, ==, 3);
  g_assert_true (isnan (result->inputs[0].value)); /* known already */
  g_assert_cmpstr (result->inputs[1].id, ==, "a/b/amount");
  g_assert_cmpfloat_with_epsilon (result->inputs[1].value, 0.0833154705876864, 0.004);
  g_assert_cmpfloat (result->inputs[2].value, ==, 0.0);
}

/* One normal: every statistic in closed form. */
static void
test_normal (void)
{
  g_autoptr(YsResult) result =
    run ("period='year' periods='1'",
         PLAIN "<simulation seed='2' trials='65536'/><alternative id='a' name='A'><benefit id='b' name='B'>"
         "<amount shape='normal' mean='1' sd='2'/></benefit></alternative>");
  double z = ys_normal_quantile (0.95);

  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "npv"), 1, 4 * 2 / 256.0);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "sd"), 2, 0.03);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "p50"), 1, 0.05);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "p5"), 1 - 2 * z, 0.08);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "p95"), 1 + 2 * z, 0.08);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "loss-probability"), ys_normal_cdf (-0.5), 4 * 0.5 / 256);
  /* Rockafellar & Uryasev: mean − sd φ(z) / tail */
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "cvar5"), 1 - 2 * 2.0627128075074257, 0.1);
}

/* --- what goes wrong --------------------------------------------------------------------------- */

static void
test_undefined (void)
{
  g_autoptr(YsScenario) scenario =
    scenario_from_text ("period='year' periods='1'",
           PLAIN "\n<simulation seed='1' trials='4096'/><assumptions><assumption id='x' name='X' shape='normal' mean='0' sd='1'/></assumptions>"
           "\n<alternative id='a' name='Mailing'><benefit id='b' name='Orders'>\n<amount formula='ln(x)'/></benefit></alternative>");
  g_autoptr(GError) error = NULL;

  g_assert_null (ys_simulate (scenario, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Mailing: Orders"));
  g_assert_cmpint (ys_error_get_row (error), ==, 4);
}

static void
test_cancelled (void)
{
  g_autoptr(YsScenario) scenario = scenario_from_text (YEARS, UNCERTAIN);
  volatile int cancelled = 1;
  YsSimulateOptions options = { .cancelled = &cancelled };
  g_autoptr(GError) error = NULL;

  g_assert_null (ys_simulate (scenario, &options, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_CANCELLED);
}

/* --- a chart of few trials --------------------------------------------------------------------- */

static double
find_distance_of_seed (const YsScenario *scenario,
                       guint64           seed,
                       const YsResult   *many,
                       gsize             alternative)
{
  const YsSimulateOptions options = { .trials = 4096, .has_seed = TRUE, .seed = seed };
  g_autoptr(YsResult) few = ys_simulate (scenario, &options, NULL);
  g_autofree double *curve = ys_result_dup_sorted (few, alternative);
  g_autofree double *expected = ys_result_dup_sorted (many, alternative);

  return find_distance (curve, few->n_trials, expected, many->n_trials);
}

/* Of n plain random numbers, the distance is 0.8687 / √n on average, and more than 1.358 / √n one time in 20
 * (Kolmogorov 1933). Of 4,096 evenly spread trials of W1, which rests on a hundred numbers, it is two thirds of that,
 * as if they were twice as many, and the largest of 120 keeps below the latter: a fiftieth of the chart's height. */
static void
test_smooth (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "risk", "w1.yardstick", NULL);
  g_autoptr(YsScenario) scenario = ys_file_read (path, NULL);
  const YsSimulateOptions options = { .trials = 1 << 18, .has_seed = TRUE, .seed = 1000 };
  g_autoptr(YsResult) many = ys_simulate (scenario, &options, NULL);
  const double root = sqrt (4096.0);
  double sum = 0.0, largest = 0.0;

  for (guint64 seed = 1; seed <= 20; seed++)
    for (gsize a = 0; a < many->n_alternatives; a++)
      {
        double distance = find_distance_of_seed (scenario, seed, many, a);

        sum += distance;
        largest = MAX (largest, distance);
      }

  g_assert_cmpfloat (sum / (20.0 * (double) many->n_alternatives), <, 0.75 * 0.8687 / root);
  g_assert_cmpfloat (largest, <, 1.358 / root);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (certain); i++)
    {
      g_autofree char *path = g_strdup_printf ("/risk/simulate/certain/%s", certain[i].name);

      g_test_add_data_func (path, &certain[i], test_certain);
    }
  g_test_add_func ("/risk/simulate/events", test_events);
  g_test_add_func ("/risk/simulate/many-events", test_many_events);
  g_test_add_func ("/risk/simulate/more-events-than-one-uniform", test_more_events_than_one_uniform);
  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    {
      g_autofree char *path = g_strconcat ("/risk/simulate/very-many-events/", severities[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_very_many_events);
    }
  g_test_add_func ("/risk/simulate/many-avoided", test_many_avoided);
  g_test_add_func ("/risk/simulate/events-at-once", test_events_at_once);
  g_test_add_func ("/risk/simulate/avoided", test_avoided);
  g_test_add_func ("/risk/simulate/toss", test_toss);
  g_test_add_func ("/risk/simulate/own-draws", test_own_draws);
  g_test_add_func ("/risk/simulate/threads", test_threads);
  g_test_add_func ("/risk/simulate/runners", test_runners);
  g_test_add_func ("/risk/simulate/others-stay", test_others_stay);
  g_test_add_func ("/risk/simulate/mean-cash-is-npv", test_mean_cash_is_npv);
  g_test_add_func ("/risk/simulate/baseline", test_baseline);
  g_test_add_func ("/risk/simulate/what-if", test_what_if);
  g_test_add_func ("/risk/simulate/value-of-information", test_value_of_information);
  g_test_add_func ("/risk/simulate/value-of-local-information", test_value_of_local_information);
  g_test_add_func ("/risk/simulate/normal", test_normal);
  g_test_add_func ("/risk/simulate/undefined", test_undefined);
  g_test_add_func ("/risk/simulate/cancelled", test_cancelled);
  g_test_add_func ("/risk/simulate/smooth", test_smooth);

  return g_test_run ();
}
