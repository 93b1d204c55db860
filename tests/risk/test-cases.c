/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "ys-cases.h"
#include "ys-file.h"
#include "ys-pairs.h"
#include "ys-shape.h"
#include "ys-simulate.h"

/* The published cases of ranges, losses and the value of knowing; tests/finance has the others. */

#define TRIALS 262144

/* What was said, as the file says it: pairs of a number and its value, −1 at the end. */
static void
curve_init (YsCurve   *curve,
            YsShapeId  shape,
            int        first,
            ...)
{
  g_autoptr (YsEstimate) estimate = ys_estimate_new ();
  g_autoptr (GError) error = NULL;
  va_list arguments;

  estimate->shape = shape;
  va_start (arguments, first);
  for (int number = first; number >= 0; number = va_arg (arguments, int))
    ys_estimate_set_number (estimate, (YsNumber) number, va_arg (arguments, double));
  va_end (arguments);

  ys_curve_init (curve, estimate, &error);
  g_assert_no_error (error);
}

static double
square (double x)
{
  return x * x;
}

/* Low and high are the 5th and 95th percentile, as riskquant has them. */
static double
mean_loss (double  low,
           double  high,
           double *mean_square)
{
  YsCurve curve;
  double mean;

  curve_init (&curve, YS_SHAPE_LOGNORMAL, YS_NUMBER_LOW, low, YS_NUMBER_HIGH, high, -1);
  mean = ys_curve_get_mean (&curve);
  if (mean_square != NULL)
    *mean_square = ys_curve_get_variance (&curve) + square (mean);
  ys_curve_clear (&curve);

  return mean;
}

static void
test_lognormal_mean (const YsPublished *c)
{
  ys_published_check (c, mean_loss (ys_published_get_number (c, "low"),
                                    ys_published_get_number (c, "high"), NULL));
}

/* What a part of something is worth, as one exact number: asset value × exposure factor. */
static double
single_loss (const YsPublished *c)
{
  YsCurve curve;
  double mean;

  curve_init (&curve, YS_SHAPE_UNSET,
              YS_NUMBER_EXACTLY, ys_published_get_number (c, "asset_value") *
                                 ys_published_get_number (c, "exposure_factor"), -1);
  mean = ys_curve_get_mean (&curve);
  ys_curve_clear (&curve);

  return mean;
}

/* Annual loss expectancy: events a year × mean loss of one. */
static void
test_ale (const YsPublished *c)
{
  const char *frequency = ys_published_has (c, "frequency") ? "frequency" : "frequency_mode";

  if (ys_published_has (c, "aro"))
    ys_published_check (c, ys_published_get_number (c, "aro") * single_loss (c));
  else
    ys_published_check (c, ys_published_get_number (c, frequency) *
                           mean_loss (ys_published_get_number (c, "low"),
                                      ys_published_get_number (c, "high"), NULL));
}

static int
compare_descending (gconstpointer a,
                    gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left < right) - (left > right);
}

static double
number_at (const YsJsonValue *row,
           gsize              i)
{
  return ys_json_value_get_number (ys_json_value_get_item (row, i));
}

static void
test_ale_ranked (const YsPublished *c)
{
  const YsJsonValue *rows = ys_json_value_get_member (c->inputs, "rows");
  gsize n = ys_json_value_get_length (rows);
  g_autofree double *losses = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    {
      const YsJsonValue *row = ys_json_value_get_item (rows, i);

      losses[i] = number_at (row, 1) * mean_loss (number_at (row, 2), number_at (row, 3), NULL);
    }
  qsort (losses, n, sizeof (double), compare_descending);

  ys_published_check_list (c, losses, n);
}

static YsResult *
run (const char *body)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (YsScenario) scenario = NULL;
  g_autoptr (GError) error = NULL;
  YsSimulateOptions options = { .trials = TRIALS, .analyses = YS_ANALYSE_VALUES };
  YsResult *result;

  text = g_strdup_printf ("<scenario xmlns='urn:yardstick:scenario' version='1' title='T'"
                          " currency='USD' period='year' periods='1'>%s</scenario>", body);
  bytes = g_bytes_new (text, strlen (text));
  scenario = ys_file_read_bytes (bytes, &problems);
  g_assert_nonnull (scenario);
  result = ys_simulate (scenario, &options, &error);
  g_assert_no_error (error);

  return result;
}

static double
share_without_loss (const YsResult *result)
{
  gsize n = 0;

  for (gsize i = 0; i < result->n_trials; i++)
    n += result->alternatives[0].outcomes[i] == 0.0;

  return (double) n / (double) result->n_trials;
}

/* The moments in closed form from those of one loss; the simulated year within four standard
 * errors. */
static void
test_compound_poisson (const YsPublished *c)
{
  double frequency = ys_published_get_number (c, "frequency");
  double low = ys_published_get_number (c, "low");
  double high = ys_published_get_number (c, "high");
  double mean_square;
  double mean = mean_loss (low, high, &mean_square);
  double none = exp (-frequency);
  g_autofree char *body = NULL;
  g_autoptr (YsResult) result = NULL;

  ys_published_check_figure (c, "mean", frequency * mean);
  ys_published_check_figure (c, "sd", sqrt (frequency * mean_square));
  ys_published_check_figure (c, "p_zero", none);

  body = g_strdup_printf ("<alternative id='a' name='A'><loss id='l' name='L'>"
                          "<events-per-year exactly='%g'/>"
                          "<loss-each low='%.17g' high='%.17g' shape='lognormal'/>"
                          "</loss></alternative>", frequency, low, high);
  result = run (body);
  g_assert_cmpfloat_with_epsilon (-ys_result_get_metric (result, 0, "mean"), frequency * mean,
                                  4.0 * sqrt (frequency * mean_square / TRIALS));
  g_assert_cmpfloat_with_epsilon (share_without_loss (result), none,
                                  4.0 * sqrt (none * (1.0 - none) / TRIALS));
}

static void
test_fit_normal (const YsPublished *c)
{
  YsCurve curve;

  curve_init (&curve, YS_SHAPE_NORMAL,
              YS_NUMBER_LOW, ys_published_get_number (c, "p05"),
              YS_NUMBER_HIGH, ys_published_get_number (c, "p95"), -1);
  ys_published_check_figure (c, "mean", ys_curve_get_mean (&curve));
  ys_published_check_figure (c, "sd", sqrt (ys_curve_get_variance (&curve)));
  ys_curve_clear (&curve);
}

static void
curve_init_low_likely_high (YsCurve           *curve,
                            YsShapeId          shape,
                            const YsPublished *c)
{
  curve_init (curve, shape,
              YS_NUMBER_LOW, ys_published_get_number (c, "min"),
              YS_NUMBER_LIKELY, ys_published_get_number (c, "mode"),
              YS_NUMBER_HIGH, ys_published_get_number (c, "max"), -1);
}

/* Alpha and beta from the first two moments, which fix a beta curve between known ends. */
static void
test_pert (const YsPublished *c)
{
  double low = ys_published_get_number (c, "min");
  double width = ys_published_get_number (c, "max") - low;
  double mean, variance, alpha_and_beta;
  YsCurve curve;

  g_assert_cmpfloat (ys_published_get_number (c, "lam"), ==, 4.0);
  curve_init_low_likely_high (&curve, YS_SHAPE_PERT, c);
  mean = (ys_curve_get_mean (&curve) - low) / width;
  variance = ys_curve_get_variance (&curve) / square (width);
  alpha_and_beta = mean * (1.0 - mean) / variance - 1.0;

  ys_published_check_figure (c, "mean", ys_curve_get_mean (&curve));
  ys_published_check_figure (c, "alpha", mean * alpha_and_beta);
  ys_published_check_figure (c, "beta", (1.0 - mean) * alpha_and_beta);
  ys_curve_clear (&curve);
}

static void
test_triangular (const YsPublished *c)
{
  YsCurve curve;

  curve_init_low_likely_high (&curve, YS_SHAPE_TRIANGULAR, c);
  ys_published_check_figure (c, "mean", ys_curve_get_mean (&curve));
  ys_published_check_figure (c, "var", ys_curve_get_variance (&curve));
  ys_curve_clear (&curve);
}

/* The coefficients of M(y) = a1 + a2 ln (y / (1 − y)) + a3 (y − ½) ln (y / (1 − y)) from any pair
 * y and 1 − y: the second term changes its sign from one to the other, the third does not. */
static void
check_metalog_coefficients (const YsPublished *c,
                            const YsCurve     *curve)
{
  double logit = log (3.0);
  double below = ys_curve_get_quantile (curve, 0.25);
  double middle = ys_curve_get_quantile (curve, 0.5);
  double above = ys_curve_get_quantile (curve, 0.75);
  const double coefficients[] = {
    middle,
    (above - below) / (2.0 * logit),
    (above + below - 2.0 * middle) / (0.5 * logit),
  };

  ys_published_check_list (c, coefficients, G_N_ELEMENTS (coefficients));
}

static void
test_metalog (const YsPublished *c)
{
  double tail = ys_published_get_number (c, "alpha");
  YsCurve curve;

  curve_init (&curve, YS_SHAPE_METALOG,
              YS_NUMBER_LOW, ys_published_get_number (c, "q_low"),
              YS_NUMBER_LIKELY, ys_published_get_number (c, "q_mid"),
              YS_NUMBER_HIGH, ys_published_get_number (c, "q_high"),
              YS_NUMBER_CONFIDENCE, 1.0 - 2.0 * tail, -1);

  if (c->expected->type == YS_JSON_ARRAY)
    {
      check_metalog_coefficients (c, &curve);
    }
  else
    {
      ys_published_check_figure (c, "q10", ys_curve_get_quantile (&curve, 0.1));
      ys_published_check_figure (c, "q50", ys_curve_get_quantile (&curve, 0.5));
      ys_published_check_figure (c, "q90", ys_curve_get_quantile (&curve, 0.9));
    }
  ys_curve_clear (&curve);
}

/* A success in p of the trials, nothing at all as the other choice: every trial written by hand. */
static void
check_evpi_of_success (const YsPublished *c)
{
  const gsize n = 10;
  gsize n_successes = (gsize) round ((double) n * ys_published_get_number (c, "p_success"));
  g_autoptr (YsScenario) scenario = ys_scenario_new ("T", "USD", 1);
  g_autoptr (YsResult) result = NULL;
  double mean;

  g_ptr_array_add (scenario->alternatives, ys_alternative_new ("campaign", "Campaign"));
  g_ptr_array_add (scenario->alternatives, ys_alternative_new ("nothing", "Nothing"));
  result = ys_result_new (scenario, n);
  for (gsize i = 0; i < n; i++)
    result->alternatives[0].outcomes[i] = i < n_successes ? ys_published_get_number (c, "gain")
                                                          : -ys_published_get_number (c, "loss");
  mean = ys_published_get_number (c, "p_success") * ys_published_get_number (c, "gain") -
         ys_published_get_number (c, "p_fail") * ys_published_get_number (c, "loss");
  result->alternatives[0].cash[0] = mean;
  ys_result_finish (result);

  g_assert_cmpint (result->best, ==, 0);
  ys_published_check_figure (c, "evpi", result->evpi);
  ys_published_check_figure (c, "eol_if_approved", result->evpi);
  ys_published_check_figure (c, "eol_if_rejected", result->evpi + mean);
}

/* Nothing against p1 − p2, simulated: its worth has the variance 1² + 2². */
static YsResult *
run_voi (void)
{
  return run ("<rules discount-rate='0' tax-rate='0'/><assumptions>"
              "<assumption id='p1' name='P1' shape='normal' mean='1' sd='1'/>"
              "<assumption id='p2' name='P2' shape='normal' mean='0' sd='2'/></assumptions>"
              "<alternative id='n' name='N'>"
              "<benefit id='b' name='B'><amount exactly='0'/></benefit></alternative>"
              "<alternative id='a' name='A'>"
              "<benefit id='b' name='B'><amount formula='p1 - p2'/></benefit></alternative>");
}

/* A simulated figure is held against the exact one to within four standard errors. */
static void
check_simulated (const YsPublished *c,
                 double             actual)
{
  YsPublished simulated = *c;

  simulated.tolerance = 4.0 * sqrt (5.0 / TRIALS);
  ys_published_check (&simulated, actual);
}

static void
test_evpi (const YsPublished *c)
{
  g_autoptr (YsResult) result = NULL;

  if (ys_published_has (c, "p_success"))
    {
      check_evpi_of_success (c);
      return;
    }

  result = run_voi ();
  check_simulated (c, result->evpi);
}

static void
test_evppi (const YsPublished *c)
{
  const char *id = ys_json_value_get_string (ys_json_value_get_member (c->inputs, "parameter"));
  g_autoptr (YsResult) result = run_voi ();

  for (gsize i = 0; i < result->n_inputs; i++)
    if (g_str_equal (result->inputs[i].id, id))
      {
        check_simulated (c, result->inputs[i].value);
        return;
      }

  g_test_fail_printf ("%s: no value of knowing “%s”", c->id, id);
}

static void
test_dominance (const YsPublished *c)
{
  static const char *const orders[] = {
    [YS_DOMINANCE_NONE] = "A does not dominate B",
    [YS_DOMINANCE_SECOND] = "A dominates B (second order only)",
    [YS_DOMINANCE_FIRST] = "A dominates B (first order)",
  };
  gsize n, n_b;
  g_autofree double *a = ys_published_dup_numbers (c, "a", &n);
  g_autofree double *b = ys_published_dup_numbers (c, "b", &n_b);

  g_assert_cmpuint (n, ==, n_b);
  g_assert_cmpstr (orders[ys_dominance (a, b, n)], ==, ys_json_value_get_string (c->expected));
  g_assert_cmpint (ys_dominance (b, a, n), ==, YS_DOMINANCE_NONE);
}

static const YsPublishedKind kinds[] = {
  { "ale", test_ale },
  { "ale_ranked", test_ale_ranked },
  { "lognormal_mean", test_lognormal_mean },
  { "compound_poisson", test_compound_poisson },
  { "fit_normal", test_fit_normal },
  { "pert", test_pert },
  { "triangular", test_triangular },
  { "metalog3", test_metalog },
  { "evpi", test_evpi },
  { "evppi", test_evppi },
  { "stochastic_dominance", test_dominance },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ys_cases_add ("/risk", kinds, G_N_ELEMENTS (kinds), NULL, 0);

  return g_test_run ();
}
