/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-cash.h"

#include <math.h>

#define NEVER NAN

static const double yearly[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };

/* Worked by hand from the rule: the period in which the running total is back at 0, and of that
 * period the part that the money still missing is of what comes in. */
static const struct
{
  const char *name;
  double      flows[8];
  gsize       n;
  double      periods_per_year;
  double      rate;
  double      years;
} paybacks[] = {
  { "within-a-period", { -100, 40, 40, 40 }, 4, 1, NAN, 2.5 },
  { "at-the-end-of-a-period", { -100, 50, 50, 50 }, 4, 1, NAN, 2.0 },
  { "in-the-first-period", { -100, 400 }, 2, 1, NAN, 0.25 },
  { "quarters", { -100, 40, 40, 40 }, 4, 4, NAN, 0.625 },
  { "months", { -120, 0, 0, 60, 60 }, 5, 12, NAN, 4.0 / 12.0 },
  { "never", { -100, 40, 40 }, 3, 1, NAN, NEVER },
  { "starts-positive", { 10, -5, -20, 30 }, 4, 1, NAN, 0.0 },
  { "only-positive-and-late", { 0, 0, 30 }, 3, 1, NAN, 0.0 },
  { "nothing-moves", { 0, 0, 0 }, 3, 1, NAN, NEVER },
  { "starts-late", { 0, -100, 50, 100 }, 4, 1, NAN, 2.5 },
  { "first-of-several", { -100, 150, -100, 80 }, 4, 1, NAN, 2.0 / 3.0 },
  { "a-year-off", { -100, 60, 0, 80 }, 4, 1, NAN, 2.5 },
  { "thirds", { -0.3, 0.1, 0.1, 0.1 }, 4, 1, NAN, 3.0 },
  { "sevenths", { -0.7, 0.1, 0.2, 0.1, 0.1, 0.1, 0.1, 0.0 }, 8, 1, NAN, 6.0 },
  { "discounted-at-0", { -100, 40, 40, 40 }, 4, 1, 0.0, 2.5 },
  { "discounted", { -100, 0, 121 }, 3, 1, 0.1, 2.0 },
  { "discounted-within", { -100, 55, 121 }, 3, 1, 0.1, 1.5 },
  { "discounted-never", { -100, 0, 120 }, 3, 1, 0.1, NEVER },
};

static void
test_payback (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  double times[8];
  double years;

  for (gsize t = 0; t < paybacks[i].n; t++)
    times[t] = (double) t / paybacks[i].periods_per_year;
  years = ys_payback_years (paybacks[i].flows, times, paybacks[i].n,
                            paybacks[i].periods_per_year, paybacks[i].rate);

  if (isnan (paybacks[i].years))
    g_assert_true (isnan (years));
  else
    g_assert_cmpfloat_with_epsilon (years, paybacks[i].years, 1e-12);
}

/* Cash that is spread over its period pays back in it, wherever it is discounted from. */
static void
test_payback_middle (void)
{
  const double flows[] = { -100, 40, 40, 40 };
  const double times[] = { 0, 0.5, 1.5, 2.5 };

  g_assert_cmpfloat_with_epsilon (ys_payback_years (flows, times, 4, 1, NAN), 2.5, 1e-12);
}

static void
test_payback_dates (void)
{
  const double flows[] = { -100, 50, 100 };
  const double times[] = { 0, 0.5, 0.9 };

  g_assert_cmpfloat_with_epsilon (ys_payback_years (flows, times, 3, 0, NAN), 0.7, 1e-12);
}

/* Geometric series: Σ 1 / 1.1^t for t = 1 … n is (1 − 1.1^−n) / 0.1. */
static void
test_present_value_annuity (void)
{
  double flows[13] = { 0 };

  for (gsize t = 1; t < 13; t++)
    flows[t] = 1.0;

  g_assert_cmpfloat_with_epsilon (ys_present_value (flows, yearly, 13, 0.1),
                                  (1 - pow (1.1, -12)) / 0.1, 1e-12);
  g_assert_cmpfloat_with_epsilon (ys_present_value (flows, yearly, 13, 0.0), 12.0, 1e-12);
}

static void
test_present_value_negative_rate (void)
{
  const double flows[] = { 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (ys_present_value (flows, yearly, 3, -0.5), 1 + 2 + 4, 1e-12);
}

static void
test_present_value_rate_unknown (void)
{
  const double flows[] = { 1, 1 };

  g_assert_true (isnan (ys_present_value (flows, yearly, 2, NAN)));
}

static void
test_crossover (void)
{
  /* The difference is −100, 0, 121. */
  const double a[] = { -200, 10, 221 };
  const double b[] = { -100, 10, 100 };
  gsize n_rates;
  g_autofree double *rates = ys_crossover_rates (a, b, yearly, 3, &n_rates);

  g_assert_cmpuint (n_rates, ==, 1);
  g_assert_cmpfloat_with_epsilon (rates[0], 0.1, 1e-14);
}

static void
test_crossover_none (void)
{
  const double a[] = { -100, 120 };
  const double b[] = { -100, 130 };
  gsize n_rates;
  g_autofree double *same = ys_crossover_rates (a, a, yearly, 2, &n_rates);
  g_autofree double *better = NULL;

  g_assert_null (same);
  g_assert_cmpuint (n_rates, ==, 0);

  better = ys_crossover_rates (a, b, yearly, 2, &n_rates);
  g_assert_null (better);
  g_assert_cmpuint (n_rates, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (paybacks); i++)
    {
      g_autofree char *path = g_strconcat ("/finance/payback/", paybacks[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_payback);
    }
  g_test_add_func ("/finance/payback/middle-of-the-period", test_payback_middle);
  g_test_add_func ("/finance/payback/between-dates", test_payback_dates);
  g_test_add_func ("/finance/present-value/annuity", test_present_value_annuity);
  g_test_add_func ("/finance/present-value/negative-rate", test_present_value_negative_rate);
  g_test_add_func ("/finance/present-value/rate-unknown", test_present_value_rate_unknown);
  g_test_add_func ("/finance/crossover/one", test_crossover);
  g_test_add_func ("/finance/crossover/none", test_crossover_none);

  return g_test_run ();
}
