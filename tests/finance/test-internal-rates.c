/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <math.h>

#include "ys-cash.h"

#define MAX_ROOTS 12

/* Amounts of Π (1 − (1 + rate) · d): as cash of years 0, 1, …, worth nothing at these rates and
 * no other. */
static void
amounts_from_rates (const double *rates,
                    gsize         n_rates,
                    double       *amounts)
{
  amounts[0] = 1.0;
  for (gsize k = 0; k < n_rates; k++)
    {
      amounts[k + 1] = 0.0;
      for (gsize i = k + 1; i > 0; i--)
        amounts[i] -= (1.0 + rates[k]) * amounts[i - 1];
    }
}

static void
assert_rates (const double *flows,
              const double *times,
              gsize         n,
              const double *expected,
              gsize         n_expected,
              double        tolerance)
{
  gsize n_rates;
  g_autofree double *rates = ys_internal_rates (flows, times, n, &n_rates);

  g_assert_cmpuint (n_rates, ==, n_expected);
  g_assert_true ((rates == NULL) == (n_rates == 0));
  for (gsize i = 0; i < n_rates; i++)
    g_assert_cmpfloat_with_epsilon (rates[i], expected[i], tolerance * (1.0 + fabs (expected[i])));
}

static void
fill_years (double *times,
            gsize   n)
{
  for (gsize t = 0; t < n; t++)
    times[t] = (double) t;
}

/* Yearly cash whose rates are known because the amounts multiply out exactly from them, or because
 * the equation is solved on paper. */
static const struct
{
  const char *name;
  double      flows[8];
  gsize       n;
  double      rates[4];
  gsize       n_rates;
} yearly[] = {
  { "nothing", { 0 }, 0, { 0 }, 0 },
  { "all-zero", { 0, 0, 0 }, 3, { 0 }, 0 },
  { "one-flow", { 0, 5, 0 }, 3, { 0 }, 0 },
  { "only-in", { 1, 2, 3 }, 3, { 0 }, 0 },
  { "only-out", { -1, -2, -3 }, 3, { 0 }, 0 },
  { "one", { -100, 110 }, 2, { 0.1 }, 1 },
  { "borrowing", { 100, -110 }, 2, { 0.1 }, 1 },
  { "zero", { -100, 0, 0, 100 }, 4, { 0 }, 1 },
  { "negative", { -100, 0, 49 }, 3, { -0.3 }, 1 },
  { "huge", { -1, 1e6 }, 2, { 999999 }, 1 },
  { "enormous", { -1, 1e100 }, 2, { 1e100 }, 1 },
  { "near-the-end-of-the-world", { -1e6, 1 }, 2, { -0.999999 }, 1 },
  { "zeros-around", { 0, 0, -100, 110, 0 }, 5, { 0.1 }, 1 },
  { "two", { -4000, 25000, -25000 }, 3, { 0.25, 4 }, 2 },
  { "two-around-zero", { -2, 4, -1.5 }, 3, { -0.5, 0.5 }, 2 },
  { "none-always-worth-something", { 100, -200, 150 }, 3, { 0 }, 0 },
  { "none-always-a-loss", { -100, 200, -150 }, 3, { 0 }, 0 },
  { "touching", { -100, 220, -121 }, 3, { 0.1 }, 1 },
  { "touching-at-zero", { 1, -2, 1 }, 3, { 0 }, 1 },
  { "touching-and-crossing", { 1, -4, 5, -2 }, 4, { 0, 1 }, 2 },
  { "threefold", { -1000, 3300, -3630, 1331 }, 4, { 0.1 }, 1 },
  { "fourfold", { 10000, -44000, 72600, -53240, 14641 }, 5, { 0.1 }, 1 },
  { "residue-at-the-end", { -100, 110, 0, 0.7 + 0.1 - 0.8 }, 4, { 0.1 }, 1 },
  { "residue-at-the-start", { 100.1 + 200.2 - 300.3, -100, 110 }, 3, { 0.1 }, 1 },
  { "residue-of-many", { -100, 0, 121, -1e-13 }, 4, { 0.1 }, 1 },
  { "ross-westerfield-jaffe", { -252, 1431, -3035, 2850, -1000 }, 5,
    { 0.25, 1.0 / 3.0, 3.0 / 7.0, 2.0 / 3.0 }, 4 },
};

static void
test_yearly (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  double times[8];

  fill_years (times, yearly[i].n);
  assert_rates (yearly[i].flows, times, yearly[i].n, yearly[i].rates, yearly[i].n_rates, 1e-13);
}

static void
test_size_does_not_matter (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const double scales[] = { 0x1p-960, 0x1p960, -1.0 };
  double times[8];

  fill_years (times, yearly[i].n);
  for (gsize k = 0; k < G_N_ELEMENTS (scales); k++)
    {
      double flows[8];

      if (g_str_equal (yearly[i].name, "enormous") && scales[k] > 1.0)
        continue;
      for (gsize t = 0; t < yearly[i].n; t++)
        flows[t] = scales[k] * yearly[i].flows[t];
      assert_rates (flows, times, yearly[i].n, yearly[i].rates, yearly[i].n_rates, 1e-13);
    }
}

/* Ten rates 25 points apart; their factors are quarters, so that the amounts are exact. */
static void
test_ten_close_rates (void)
{
  double rates[10], amounts[11], times[11];

  for (gsize k = 0; k < 10; k++)
    rates[k] = 0.25 * (double) k - 0.5;
  amounts_from_rates (rates, 10, amounts);
  fill_years (times, 11);

  assert_rates (amounts, times, 11, rates, 10, 1e-9);
}

static void
test_nearly_touching (void)
{
  const double rates[] = { 0.1, 0.10001 };
  double amounts[3], times[3];

  amounts_from_rates (rates, 2, amounts);
  fill_years (times, 3);
  assert_rates (amounts, times, 3, rates, 2, 1e-9);

  /* Lifted a little, the two rates meet and are gone. */
  amounts[2] += 1e-9;
  assert_rates (amounts, times, 3, NULL, 0, 0);
}

static void
test_irrational_times (void)
{
  const double times[] = { 0, sqrt (2), G_PI };
  const double flows[] = { -2, pow (1.1, sqrt (2)), pow (1.1, G_PI) };

  assert_rates (flows, times, 3, (const double[]) { 0.1 }, 1, 1e-14);
}

static void
test_order_does_not_matter (void)
{
  const double times[] = { 2, 0, 1, 3, 1, 0, 4 };
  const double flows[] = { -3035, -200, 1000, 2850, 431, -52, -1000 };

  const double rates[] = { 0.25, 1.0 / 3.0, 3.0 / 7.0, 2.0 / 3.0 };

  assert_rates (flows, times, 7, rates, 4, 1e-13);
}

/* The first flow need not be at 0: a later decision has the same rates. */
static void
test_later_start (void)
{
  const double times[] = { 40, 41, 42 };
  const double flows[] = { -4000, 25000, -25000 };

  assert_rates (flows, times, 3, (const double[]) { 0.25, 4 }, 2, 1e-12);
}

/* What cancels on one day is no flow. */
static void
test_cancelled_on_the_day (void)
{
  const double times[] = { 0, 1, 1, 2 };
  const double flows[] = { -100, 77, -77, 121 };

  assert_rates (flows, times, 4, (const double[]) { 0.1 }, 1, 1e-14);
}

/* A hundred years of months: the payment that pays off 1 at a monthly rate i is i / (1 − (1 +
 * i)^−1200). */
static void
test_months (void)
{
  double flows[1201], times[1201];
  double monthly = pow (1.07, 1.0 / 12.0) - 1.0;

  flows[0] = -1.0;
  for (gsize t = 0; t <= 1200; t++)
    {
      times[t] = (double) t / 12.0;
      if (t > 0)
        flows[t] = monthly / (1.0 - pow (1.0 + monthly, -1200.0));
    }

  assert_rates (flows, times, 1201, (const double[]) { 0.07 }, 1, 1e-11);
}

static void
test_not_a_number (void)
{
  const double times[] = { 0, 1 };

  assert_rates ((const double[]) { -100, NAN }, times, 2, NULL, 0, 0);
  assert_rates ((const double[]) { -100, INFINITY }, times, 2, NULL, 0, 0);
}

/* A day later ten times as much: no double holds that rate a year, and none is made up. */
static void
test_beyond_all_doubles (void)
{
  const double times[] = { 0, 1.0 / 365.0 };

  assert_rates ((const double[]) { -1, 10 }, times, 2, NULL, 0, 0);
  assert_rates ((const double[]) { -10, 1 }, times, 2, NULL, 0, 0);
}

/* Random sets of rates, at least 5 points apart, come back from the amounts they multiply out
 * to. */
static void
test_random_roots (void)
{
  for (int round = 0; round < 2000; round++)
    {
      gsize n = (gsize) g_test_rand_int_range (1, 6);
      double rates[MAX_ROOTS], amounts[MAX_ROOTS + 1], times[MAX_ROOTS + 1];
      double rate = g_test_rand_double_range (-0.9, 0.0);

      for (gsize k = 0; k < n; k++)
        {
          rates[k] = rate;
          rate += g_test_rand_double_range (0.05, 1.0);
        }
      amounts_from_rates (rates, n, amounts);
      fill_years (times, n + 1);
      assert_rates (amounts, times, n + 1, rates, n, 1e-8);
    }
}

static gsize
count_sign_changes (const double *values,
                    gsize         n)
{
  gsize n_changes = 0;

  for (gsize i = 1; i < n; i++)
    n_changes += values[i - 1] * values[i] < 0.0;

  return n_changes;
}

/* By rates from −95 % to 10,000 % in small steps: a lower bound of the number of roots in
 * between. */
static gsize
count_crossings (const double *flows,
                 const double *times,
                 gsize         n)
{
  double values[2000];

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      double logarithm = -3.0 + 7.6 * (double) i / G_N_ELEMENTS (values);

      values[i] = ys_present_value (flows, times, n, expm1 (logarithm));
    }

  return count_sign_changes (values, G_N_ELEMENTS (values));
}

static gsize
count_within (const double *rates,
              gsize         n_rates)
{
  gsize n = 0;

  for (gsize i = 0; i < n_rates; i++)
    n += rates[i] > expm1 (-3.0) && rates[i] < expm1 (4.6 - 0.0038);

  return n;
}

/* Descartes: no more roots than changes of sign, and as odd or even; every crossing that a fine
 * grid sees is among them; and at each of them the money in is worth what the money out is. */
static void
check_random_flows (const double *flows,
                    const double *times,
                    gsize         n)
{
  gsize n_changes = count_sign_changes (flows, n);
  gsize n_rates;
  g_autofree double *rates = ys_internal_rates (flows, times, n, &n_rates);

  g_assert_cmpuint (n_rates, <=, n_changes);
  g_assert_cmpuint (n_rates % 2, ==, n_changes % 2);
  g_assert_cmpuint (count_within (rates, n_rates), >=, count_crossings (flows, times, n));

  for (gsize i = 0; i < n_rates; i++)
    {
      double value = 0.0, gross = 0.0;
      double of_rate = 4.0 * DBL_EPSILON * times[n - 1] / (1.0 + rates[i]); /* its rounding */
      double origin = rates[i] > 0.0 ? 0.0 : times[n - 1];

      g_assert_true (i == 0 || rates[i] > rates[i - 1]);
      for (gsize t = 0; t < n; t++)
        {
          double worth = flows[t] * exp (-(times[t] - origin) * log1p (rates[i]));

          value += worth;
          gross += fabs (worth);
        }
      g_assert_cmpfloat (fabs (value), <=, (1e-12 + of_rate) * gross);
    }
}

static void
test_random_flows (void)
{
  for (int round = 0; round < 300; round++)
    {
      gsize n = (gsize) g_test_rand_int_range (2, 40);
      double flows[40], times[40];
      double time = 0.0;

      for (gsize t = 0; t < n; t++)
        {
          flows[t] = g_test_rand_double_range (-1.0, 1.0);
          times[t] = time;
          time += round % 2 == 0 ? 1.0 : g_test_rand_double_range (0.5, 2.0);
        }
      check_random_flows (flows, times, n);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (yearly); i++)
    {
      g_autofree char *path = g_strconcat ("/finance/internal-rates/", yearly[i].name, NULL);
      g_autofree char *scaled = g_strconcat ("/finance/internal-rates/in-any-unit/",
                                             yearly[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_yearly);
      g_test_add_data_func (scaled, GSIZE_TO_POINTER (i), test_size_does_not_matter);
    }
  g_test_add_func ("/finance/internal-rates/ten-close-rates", test_ten_close_rates);
  g_test_add_func ("/finance/internal-rates/nearly-touching", test_nearly_touching);
  g_test_add_func ("/finance/internal-rates/irrational-times", test_irrational_times);
  g_test_add_func ("/finance/internal-rates/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/finance/internal-rates/later-start", test_later_start);
  g_test_add_func ("/finance/internal-rates/cancelled-on-the-day", test_cancelled_on_the_day);
  g_test_add_func ("/finance/internal-rates/months", test_months);
  g_test_add_func ("/finance/internal-rates/not-a-number", test_not_a_number);
  g_test_add_func ("/finance/internal-rates/beyond-all-doubles", test_beyond_all_doubles);
  g_test_add_func ("/finance/internal-rates/random-roots", test_random_roots);
  g_test_add_func ("/finance/internal-rates/random-flows", test_random_flows);

  return g_test_run ();
}
