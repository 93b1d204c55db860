/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric.h"

#include <math.h>
#include <string.h>

#include "ys-error.h"

/* product.md's order: what leads on screen comes first. */
static const char *const ids[] = {
  "npv", "irr", "mirr", "payback", "discounted-payback", "roi", "profitability-index",
  "equivalent-annual", "total-cost", "peak-funding", "mean", "sd", "p5", "p50", "p95",
  "loss-probability", "cvar5", "best-probability", "forward-share",
};

static void
test_table_order (void)
{
  g_assert_cmpuint (ys_metrics_count (), ==, G_N_ELEMENTS (ids));
  g_assert_null (ys_metrics ()[G_N_ELEMENTS (ids)]);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_cmpstr (ys_metrics ()[i]->id, ==, ids[i]);
      g_assert_cmpint (ys_metric_index (ids[i]), ==, i);
      g_assert_true (ys_metric_find (ids[i]) == ys_metrics ()[i]);
    }

  g_assert_cmpint (ys_metric_index ("NPV"), ==, -1);
  g_assert_null (ys_metric_find ("break-even"));
}

/* Plain words first: short on screen, a whole sentence below, no standard term leading. */
static void
test_table_words (gconstpointer data)
{
  const YsMetric *metric = data;
  gsize length = strlen (metric->sentence);

  g_assert_cmpuint (g_utf8_strlen (metric->label, -1), >, 3);
  g_assert_cmpuint (g_utf8_strlen (metric->label, -1), <=, 40);
  g_assert_cmpuint (strlen (metric->term), >, 3);
  g_assert_cmpstr (metric->label, !=, metric->term);
  g_assert_cmpuint (length, >, 20);
  g_assert_true (metric->sentence[length - 1] == '.');
  g_assert_nonnull (metric->compute);
}

typedef struct
{
  YsMetricInput input;
  double        flows[8];
  double        times[8];
} Fixture;

static void
fixture_init (Fixture      *self,
              const double *flows,
              gsize         n,
              double        rate)
{
  for (gsize t = 0; t < n; t++)
    {
      self->flows[t] = flows[t];
      self->times[t] = (double) t;
    }
  self->input = (YsMetricInput) {
    .flows = self->flows, .times = self->times, .n = n, .years = (double) n - 1.0,
    .periods_per_year = 1.0, .rate = rate, .finance_rate = rate, .reinvest_rate = rate,
    .best_probability = NAN,
  };
}

static double
value (const Fixture *self,
       const char    *id)
{
  return ys_metric_value (ys_metric_find (id), &self->input);
}

/* Either a finite number, or none and a whole sentence that says why. */
static void
check_answer (const YsMetric      *metric,
              const YsMetricInput *input)
{
  g_autoptr (GError) error = NULL;
  double number = 0.0;

  if (metric->compute (input, &number, &error))
    {
      g_assert_no_error (error);
      g_assert_true (isfinite (number));
      return;
    }

  g_assert_error (error, YS_ERROR, YS_ERROR_NO_SOLUTION);
  g_assert_true (g_unichar_isupper (g_utf8_get_char (error->message)));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_answers_always (gconstpointer data)
{
  static const double flows[][4] = {
    { -100, 60, 60, 60 }, { -100, 250, -160, 0 }, { 100, -200, 150, 0 }, { -100, 200, -150, 0 },
    { 0, 0, 0, 0 }, { 5, 5, 5, 5 }, { -5, -5, -5, -5 }, { 0, -100, 50, 100 },
  };
  static const double rates[] = { NAN, 0.0, 0.1, -0.5 };

  for (gsize i = 0; i < G_N_ELEMENTS (flows); i++)
    for (gsize r = 0; r < G_N_ELEMENTS (rates); r++)
      for (gsize n = 1; n <= 4; n++)
        {
          Fixture fixture;

          fixture_init (&fixture, flows[i], n, rates[r]);
          check_answer (data, &fixture.input);
        }
}

/* −100, 60, 60 at 10 %: by hand 60/1.1 + 60/1.21 − 100 = 500/121. */
static void
test_by_hand (void)
{
  const double npv = 500.0 / 121.0;
  const double discounted = 1.0 + (1.0 - 6.0 / 11.0) * 121.0 / 60.0;
  const double annual = npv / (1.0 / 1.1 + 1.0 / 1.21);
  Fixture fixture;

  fixture_init (&fixture, (const double[]) { -100, 60, 60 }, 3, 0.1);

  g_assert_cmpfloat_with_epsilon (value (&fixture, "npv"), npv, 1e-12);
  g_assert_cmpfloat_with_epsilon (value (&fixture, "irr"), (3.0 + sqrt (69.0)) / 10.0 - 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (value (&fixture, "mirr"), sqrt (1.26) - 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (value (&fixture, "payback"), 5.0 / 3.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (value (&fixture, "discounted-payback"), discounted, 1e-12);
  g_assert_cmpfloat_with_epsilon (value (&fixture, "roi"), npv / 100.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (value (&fixture, "profitability-index"), 1 + npv / 100, 1e-12);
  g_assert_cmpfloat_with_epsilon (value (&fixture, "equivalent-annual"), annual, 1e-12);
  g_assert_cmpfloat_with_epsilon (value (&fixture, "total-cost"), 100.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (value (&fixture, "peak-funding"), 100.0, 1e-12);
}

/* What is certain is one trial. */
static void
test_certain (void)
{
  static const char *const outcomes[] = { "mean", "p5", "p50", "p95", "cvar5" };
  Fixture fixture;

  fixture_init (&fixture, (const double[]) { -100, 60, 60 }, 3, 0.1);
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    g_assert_cmpfloat (value (&fixture, outcomes[i]), ==, value (&fixture, "npv"));
  g_assert_cmpfloat (value (&fixture, "sd"), ==, 0.0);
  g_assert_cmpfloat (value (&fixture, "loss-probability"), ==, 0.0);

  fixture_init (&fixture, (const double[]) { -100, 60 }, 2, 0.1);
  g_assert_cmpfloat (value (&fixture, "loss-probability"), ==, 1.0);
}

/* 1, 2, … n: order statistic ⌈p · n⌉ is its own number. At n = 20 and 60, 0.05 · n in doubles would
 * round up to one too many. */
static void
test_order_statistics (gconstpointer data)
{
  gsize n = GPOINTER_TO_SIZE (data);
  g_autofree double *outcomes = g_new (double, n);
  double size = (double) n;
  gsize worst = (n + 19) / 20;
  YsSummary summary;
  Fixture fixture;

  for (gsize i = 0; i < n; i++)
    outcomes[i] = (double) i + 1.0;
  ys_summary_init (&summary, outcomes, n);
  fixture_init (&fixture, (const double[]) { 0 }, 1, 0.0);
  fixture.input.outcomes = &summary;

  g_assert_cmpfloat (value (&fixture, "p5"), ==, (double) worst);
  g_assert_cmpfloat (value (&fixture, "p50"), ==, (double) ((n + 1) / 2));
  g_assert_cmpfloat (value (&fixture, "p95"), ==, (double) ((19 * n + 19) / 20));
  g_assert_cmpfloat (value (&fixture, "cvar5"), ==, ((double) worst + 1.0) / 2.0);
  g_assert_cmpfloat_with_epsilon (value (&fixture, "mean"), (size + 1.0) / 2.0, 1e-12 * size);
  g_assert_cmpfloat_with_epsilon (value (&fixture, "sd"), sqrt ((size * size - 1.0) / 12.0),
                                  1e-12 * size);
}

static void
test_breaking_even_is_no_loss (void)
{
  const double outcomes[] = { -2, -1, 0, 0, 5 };
  YsSummary summary;
  Fixture fixture;

  fixture_init (&fixture, (const double[]) { 0 }, 1, 0.0);
  ys_summary_init (&summary, outcomes, G_N_ELEMENTS (outcomes));
  fixture.input.outcomes = &summary;
  g_assert_cmpfloat (value (&fixture, "loss-probability"), ==, 0.4);
}

/* ROI and total cost are before tax, and of all the costs: not of the net cash. */
static void
test_before_tax (void)
{
  const double benefits[] = { 0, 110, 121 };
  const double costs[] = { 100, 11, 0 };
  Fixture fixture;

  fixture_init (&fixture, (const double[]) { -100, 80, 90 }, 3, 0.1);
  fixture.input.benefits = benefits;
  fixture.input.costs = costs;
  g_assert_cmpfloat_with_epsilon (value (&fixture, "total-cost"), 110.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (value (&fixture, "roi"), (200.0 - 110.0) / 110.0, 1e-12);
}

static void
test_forward_share (void)
{
  const double forward[] = { 0, 110, 0 };
  const double all[] = { 0, 110, 121 };
  const double none[] = { 0, 0, 0 };
  Fixture fixture;

  fixture_init (&fixture, (const double[]) { -100, 110, 121 }, 3, 0.1);
  g_assert_true (isnan (value (&fixture, "forward-share")));

  fixture.input.forward_benefits = forward;
  fixture.input.line_benefits = all;
  g_assert_cmpfloat_with_epsilon (value (&fixture, "forward-share"), 0.5, 1e-12);

  fixture.input.forward_benefits = none;
  fixture.input.line_benefits = none;
  g_assert_true (isnan (value (&fixture, "forward-share")));
}

static void
test_peak_funding (void)
{
  Fixture fixture;

  fixture_init (&fixture, (const double[]) { -100, 30, -80, 200 }, 4, 0.1);
  g_assert_cmpfloat (value (&fixture, "peak-funding"), ==, 150.0);

  fixture_init (&fixture, (const double[]) { 10, -5 }, 2, 0.1);
  g_assert_cmpfloat (value (&fixture, "peak-funding"), ==, 0.0);
  g_assert_false (signbit (value (&fixture, "peak-funding")));
}

static void
test_best_probability (void)
{
  Fixture fixture;

  fixture_init (&fixture, (const double[]) { 0 }, 1, 0.0);
  g_assert_true (isnan (value (&fixture, "best-probability")));
  fixture.input.best_probability = 0.7;
  g_assert_cmpfloat (value (&fixture, "best-probability"), ==, 0.7);
}

/* A quarter of a period sooner, nothing to reinvest: MIRR and IRR agree, in quarters too. */
static void
test_mirr_times (void)
{
  Fixture fixture;

  fixture_init (&fixture, (const double[]) { -100, 0, 121 }, 3, 0.5);
  fixture.times[1] = 0.25;
  fixture.times[2] = 0.5;
  g_assert_cmpfloat_with_epsilon (value (&fixture, "mirr"), 1.21 * 1.21 - 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (value (&fixture, "irr"), 1.21 * 1.21 - 1.0, 1e-12);
}

static const struct
{
  const char *name;
  double      flows[5];
  gsize       n;
  const char *reason;
} reasons[] = {
  { "two", { -4000, 25000, -25000 }, 3,
    "The cash changes sign 2 times: there are 2 rates, 25 % and 400 %." },
  { "four", { -252, 1431, -3035, 2850, -1000 }, 5,
    "The cash changes sign 4 times: there are 4 rates, 25 %, 33.3 %, 42.9 % and 66.7 %." },
  { "negative", { -100, 100, 0, -7 }, 4,
    "The cash changes sign 2 times: there are 2 rates, −67.9 % and −8.3 %." },
  { "worth-something", { 100, -200, 150 }, 3,
    "It is worth something at every rate, so no rate brings it down to nothing." },
  { "a-loss", { -100, 200, -150 }, 3,
    "It loses money at every rate, so no rate brings it up to nothing." },
  { "only-costs", { -100, -20 }, 2,
    "It loses money at every rate, so no rate brings it up to nothing." },
  { "nothing", { 0, 0 }, 2, "No cash moves, so none of it earns a return." },
};

static void
test_irr_reason (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  double rate;

  fixture_init (&fixture, reasons[i].flows, reasons[i].n, 0.1);
  g_assert_false (ys_metric_find ("irr")->compute (&fixture.input, &rate, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_NO_SOLUTION);
  g_assert_cmpstr (error->message, ==, reasons[i].reason);
}

int
main (int    argc,
      char **argv)
{
  static const gsize sizes[] = { 1, 2, 19, 20, 21, 60, 100, 65536 };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finance/metric/table/order", test_table_order);
  for (gsize i = 0; i < ys_metrics_count (); i++)
    {
      const YsMetric *metric = ys_metrics ()[i];
      g_autofree char *words = g_strconcat ("/finance/metric/table/words/", metric->id, NULL);
      g_autofree char *answers = g_strconcat ("/finance/metric/answers-always/", metric->id, NULL);

      g_test_add_data_func (words, metric, test_table_words);
      g_test_add_data_func (answers, metric, test_answers_always);
    }
  g_test_add_func ("/finance/metric/by-hand", test_by_hand);
  g_test_add_func ("/finance/metric/certain", test_certain);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint size = (guint) sizes[i];
      g_autofree char *path = g_strdup_printf ("/finance/metric/order-statistics/%u", size);

      g_test_add_data_func (path, GSIZE_TO_POINTER (sizes[i]), test_order_statistics);
    }
  g_test_add_func ("/finance/metric/loss-probability", test_breaking_even_is_no_loss);
  g_test_add_func ("/finance/metric/before-tax", test_before_tax);
  g_test_add_func ("/finance/metric/forward-share", test_forward_share);
  g_test_add_func ("/finance/metric/peak-funding", test_peak_funding);
  g_test_add_func ("/finance/metric/best-probability", test_best_probability);
  g_test_add_func ("/finance/metric/mirr-times", test_mirr_times);
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autofree char *path = g_strconcat ("/finance/metric/irr-reason/", reasons[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_irr_reason);
    }

  return g_test_run ();
}
