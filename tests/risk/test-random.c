/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ys-correlation.h"
#include "ys-distribution.h"
#include "ys-random.h"
#include "ys-sort.h"

/* Known answers of Philox4x32-10 from Random123's kat_vectors, for counters whose last word is 0. */
static void
test_known_answer (void)
{
  guint32 words[4];

  ys_random_words (0, 0, 0, 0, words);
  g_assert_cmphex (words[0], ==, 0x6627e8d5);
  g_assert_cmphex (words[1], ==, 0xe169c58d);
  g_assert_cmphex (words[2], ==, 0xbc57ac4c);
  g_assert_cmphex (words[3], ==, 0x9b00dbd8);
}

static void
test_addressed (void)
{
  guint64 key = ys_random_key (1, "campaign/orders/amount");
  double whole[512], part[256];

  g_assert_cmphex (key, !=, ys_random_key (2, "campaign/orders/amount"));
  g_assert_cmphex (key, !=, ys_random_key (1, "campaign/orders/growth"));

  ys_random_block (key, 0, 0, 512, whole);
  ys_random_block (key, 256, 0, 256, part);
  g_assert_cmpmem (whole + 256, sizeof part, part, sizeof part);

  ys_random_block (key, 0, 1, 256, part);
  g_assert_cmpfloat (part[0], !=, whole[0]);
}

/* 400 cells, 2^20 numbers: χ² has the mean 399 and the standard deviation √798; six of them is never. */
static void
test_uniform (void)
{
  const gsize n = 1 << 20;
  g_autofree double *u = g_new (double, n);
  g_autofree double *cells = g_new0 (double, 400);
  double chi_square = 0.0, serial = 0.0;

  ys_random_block (ys_random_key (7, "x"), 0, 0, n, u);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpfloat (u[i], >, 0.0);
      g_assert_cmpfloat (u[i], <, 1.0);
      cells[(gsize) (u[i] * 400)] += 1.0;
      if (i > 0)
        serial += (u[i] - 0.5) * (u[i - 1] - 0.5) * 12 / n;
    }
  for (int i = 0; i < 400; i++)
    chi_square += (cells[i] - n / 400.0) * (cells[i] - n / 400.0) / (n / 400.0);

  g_assert_cmpfloat (fabs (chi_square - 399), <, 6 * sqrt (798));
  g_assert_cmpfloat (fabs (serial), <, 6 / sqrt (n));
}

static void
test_root (void)
{
  double matrix[9] = { 1, 0.5, 0, 0.5, 1, 0, 0, 0, 1 };
  double root[9];

  g_assert_false (ys_correlation_root (matrix, root, 3));
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++)
      {
        double product = 0.0;

        for (int k = 0; k < 3; k++)
          product += root[3 * i + k] * root[3 * k + j];
        g_assert_cmpfloat_with_epsilon (product, matrix[3 * i + j], 1e-12);
      }
  /* what is correlated with nothing is left alone */
  g_assert_cmpfloat_with_epsilon (root[8], 1.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (root[6], 0.0, 1e-15);
}

/* Higham 2002, section 5: the nearest correlation matrix to [1 1 0; 1 1 1; 0 1 1] has 0.7607 beside
 * the diagonal and 0.1573 in the corner. */
static void
test_repair (void)
{
  double matrix[9] = { 1, 1, 0, 1, 1, 1, 0, 1, 1 };
  double root[9];

  g_assert_true (ys_correlation_root (matrix, root, 3));
  g_assert_cmpfloat_with_epsilon (matrix[1], 0.7607, 5e-5);
  g_assert_cmpfloat_with_epsilon (matrix[2], 0.1573, 5e-5);
  g_assert_cmpfloat_with_epsilon (matrix[5], 0.7607, 5e-5);
  g_assert_cmpfloat_with_epsilon (matrix[4], 1.0, 1e-9);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
test_sort (void)
{
  static const gsize sizes[] = { 0, 1, 2, 63, 64, 65, 1000, 70000 };

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      gsize n = sizes[s];
      g_autofree double *values = g_new (double, n + 1);
      g_autofree double *expected = NULL;

      for (gsize i = 0; i < n; i++)
        values[i] = i % 7 == 0 ? 0.0 : ldexp (g_test_rand_double_range (-1, 1), g_test_rand_int_range (-300, 300));
      expected = g_memdup2 (values, (n + 1) * sizeof (double));
      qsort (expected, n, sizeof (double), compare_doubles);
      ys_sort_doubles (values, n);

      for (gsize i = 0; i < n; i++)
        g_assert_cmpfloat (values[i], ==, expected[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/risk/random/known-answer", test_known_answer);
  g_test_add_func ("/risk/random/addressed", test_addressed);
  g_test_add_func ("/risk/random/uniform", test_uniform);
  g_test_add_func ("/risk/correlation/root", test_root);
  g_test_add_func ("/risk/correlation/repair", test_repair);
  g_test_add_func ("/risk/sort", test_sort);

  return g_test_run ();
}
