/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ys-sort.h"
#include "ys-summary.h"

/* Ways to fill n values that are hard on one method or another. */
typedef double (*Fill) (gsize  i,
                        gsize  n,
                        GRand *rand);

static double
fill_bell (gsize  i,
           gsize  n,
           GRand *rand)
{
  double sum = 0.0;

  for (int k = 0; k < 12; k++)
    sum += g_rand_double (rand);
  return sum - 6.0;
}

static double
fill_equal (gsize  i,
            gsize  n,
            GRand *rand)
{
  return 0.1;
}

static double
fill_two_values (gsize  i,
                 gsize  n,
                 GRand *rand)
{
  return i % 3 == 0 ? -1.0 : 2.0;
}

static double
fill_zeros_of_both_signs (gsize  i,
                          gsize  n,
                          GRand *rand)
{
  static const double values[] = { 0.0, -0.0, -1e-300, 1e-300 };

  return values[g_rand_int_range (rand, 0, 4)];
}

static double
fill_ascending (gsize  i,
                gsize  n,
                GRand *rand)
{
  return (double) i;
}

static double
fill_descending (gsize  i,
                 gsize  n,
                 GRand *rand)
{
  return -(double) i;
}

/* One value so far away that all the others are in one bucket. */
static double
fill_far_one (gsize  i,
              gsize  n,
              GRand *rand)
{
  return i == n / 2 ? 1e200 : g_rand_double (rand);
}

/* Each so far from the next that they never spread. */
static double
fill_powers (gsize  i,
             gsize  n,
             GRand *rand)
{
  return ldexp (i % 2 == 0 ? 1.0 : -1.0, g_rand_int_range (rand, -1000, 1000));
}

static double
fill_widest (gsize  i,
             gsize  n,
             GRand *rand)
{
  return i % 2 == 0 ? -1.7e308 * g_rand_double (rand) : 1.7e308 * g_rand_double (rand);
}

static double
fill_least (gsize  i,
            gsize  n,
            GRand *rand)
{
  return 4.94e-324 * g_rand_int_range (rand, -2, 3);
}

/* What a recovery plan comes to: nothing happens, mostly. */
static double
fill_rare (gsize  i,
           gsize  n,
           GRand *rand)
{
  return g_rand_double (rand) < 0.8 ? -100.0 : exp (8.0 * g_rand_double (rand));
}

/* Neighbours among the doubles, far from 0. */
static double
fill_narrow (gsize  i,
             gsize  n,
             GRand *rand)
{
  return 1e6 + 1.2e-10 * g_rand_int_range (rand, 0, 500);
}

static const struct
{
  const char *name;
  Fill        fill;
} fills[] = {
  { "bell", fill_bell },
  { "equal", fill_equal },
  { "two-values", fill_two_values },
  { "zeros-of-both-signs", fill_zeros_of_both_signs },
  { "ascending", fill_ascending },
  { "descending", fill_descending },
  { "far-one", fill_far_one },
  { "powers", fill_powers },
  { "widest", fill_widest },
  { "least", fill_least },
  { "rare", fill_rare },
  { "narrow", fill_narrow },
};

static const gsize sizes[] = { 1, 2, 3, 7, 19, 20, 21, 63, 64, 65, 99, 100, 101, 1000, 4096, 70001 };

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
check_percentiles (const YsSummary *summary,
                   const double    *sorted,
                   gsize            n)
{
  g_assert_cmpfloat (summary->percentiles[0], ==, sorted[0]);
  for (gsize p = 1; p <= 100; p++)
    g_assert_cmpfloat (summary->percentiles[p], ==, sorted[(p * n + 99) / 100 - 1]);
}

/* The same figures one by one, in extended precision. */
static void
check_sums (const YsSummary *summary,
            const double    *sorted,
            gsize            n)
{
  gsize n_worst = (n + 19) / 20, losses = 0, gains = 0;
  long double sum = 0.0L, worst = 0.0L, gain = 0.0L, squares = 0.0L, size = 0.0L;

  for (gsize i = 0; i < n; i++)
    {
      sum += sorted[i];
      size += fabsl (sorted[i]);
      worst += i < n_worst ? sorted[i] : 0.0;
      gain += MAX (sorted[i], 0.0);
      losses += sorted[i] < 0.0;
      gains += sorted[i] > 0.0;
    }
  for (gsize i = 0; i < n; i++)
    squares += (sorted[i] - sum / n) * (sorted[i] - sum / n);

  g_assert_cmpfloat (summary->losses, ==, (double) losses / (double) n);
  g_assert_cmpfloat (summary->gains, ==, (double) gains / (double) n);
  g_assert_cmpfloat_with_epsilon (summary->mean, (double) (sum / n), 1e-12 * (double) (size / n) + G_MINDOUBLE);
  g_assert_cmpfloat_with_epsilon (summary->gain_mean, gains > 0 ? (double) (gain / gains) : 0.0,
                                  1e-12 * (double) size + G_MINDOUBLE);
  g_assert_cmpfloat_with_epsilon (summary->worst_mean, (double) (worst / n_worst), 1e-12 * (double) size + G_MINDOUBLE);
  if (isfinite ((double) squares)) /* beyond √ of what a double can hold there is none */
    g_assert_cmpfloat_with_epsilon (summary->sd, (double) sqrtl (squares / n),
                                    1e-9 * (double) sqrtl (squares / n) + 1e-12 * (double) size / n + 1e-150);
}

static void
test_fill (gconstpointer data)
{
  Fill fill = fills[GPOINTER_TO_SIZE (data)].fill;
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);

  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      gsize n = sizes[k];
      g_autofree double *values = g_new (double, n);
      g_autofree double *sorted = NULL;
      YsSummary summary;

      for (gsize i = 0; i < n; i++)
        values[i] = fill (i, n, rand);
      sorted = g_memdup2 (values, n * sizeof (double));
      qsort (sorted, n, sizeof (double), compare_numbers);

      ys_summary_init (&summary, values, n);
      check_percentiles (&summary, sorted, n);
      if (fill != fill_widest)
        check_sums (&summary, sorted, n);

      ys_sort_doubles (values, n);
      for (gsize i = 0; i < n; i++)
        g_assert_cmpfloat (values[i], ==, sorted[i]);
    }
}

/* What is always the same has itself as its mean, and does not vary: to the last digit. */
static void
test_equal (void)
{
  double values[1000];
  YsSummary summary;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = -0.1;
  ys_summary_init (&summary, values, G_N_ELEMENTS (values));

  g_assert_cmpfloat (summary.mean, ==, -0.1);
  g_assert_cmpfloat (summary.sd, ==, 0.0);
  g_assert_cmpfloat (summary.worst_mean, ==, -0.1);
  g_assert_cmpfloat (summary.losses, ==, 1.0);
  g_assert_cmpfloat (summary.gain_mean, ==, 0.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fills); i++)
    {
      g_autofree char *path = g_strdup_printf ("/finance/summary/%s", fills[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_fill);
    }
  g_test_add_func ("/finance/summary/equal-to-the-last-digit", test_equal);

  return g_test_run ();
}
