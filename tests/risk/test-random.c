/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ys-correlation.h"
#include "ys-distribution.h"
#include "ys-random.h"
#include "ys-sort.h"
#include "ys-stream-fill.h"

#define ALIGNED __attribute__ ((aligned (64)))

static void
draw (const YsStream *stream,
      gsize           first_trial,
      guint32        *bits)
{
  Points points;

  fill_points (stream, first_trial, &points);
  fill_stream (stream, &points, bits);
}

static void
draw_led (const YsStream *stream,
          gsize           first_trial,
          const guint32  *leader,
          guint32        *bits)
{
  Points points;

  fill_led_points (stream, first_trial, leader, &points);
  fill_stream (stream, &points, bits);
}

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
  guint32 whole[512] ALIGNED, part[256] ALIGNED;
  YsStream stream;

  g_assert_cmphex (key, !=, ys_random_key (2, "campaign/orders/amount"));
  g_assert_cmphex (key, !=, ys_random_key (1, "campaign/orders/growth"));

  ys_stream_init (&stream, 1, "campaign/orders", "amount", 1);
  draw (&stream, 0, whole);
  draw (&stream, 256, whole + 256);
  draw (&stream, 256, part);
  g_assert_cmpmem (whole + 256, sizeof part, part, sizeof part);
}

/* 256 cells, 2^16 numbers: χ² has the mean 255 and the standard deviation √510; of points that are
 * spread on purpose it is less. Neighbours do not follow one another. */
static void
test_uniform (void)
{
  const gsize n = 1 << 16;
  guint32 bits[YS_STREAM_BLOCK] ALIGNED;
  g_autofree double *cells = g_new0 (double, 256);
  double chi_square = 0.0;
  YsStream stream;

  ys_stream_init (&stream, 7, "x", "y", 0);
  for (gsize first = 0; first < n; first += YS_STREAM_BLOCK)
    {
      draw (&stream, first, bits);
      for (gsize i = 0; i < YS_STREAM_BLOCK; i++)
        cells[bits[i] >> 24] += 1.0;
    }
  for (int i = 0; i < 256; i++)
    chi_square += (cells[i] - n / 256.0) * (cells[i] - n / 256.0) / (n / 256.0);

  g_assert_cmpfloat (chi_square, <, 255 + 6 * sqrt (510));
}

/* Poisson: mean and variance are the rate, also where one draw does not suffice; what is left of a draw
 * is as even as it was. */
static void
test_count_events (void)
{
  static const double rates[] = { 0.0, 0.35, 3, 16, 40.5 };
  const int n = 20000;

  for (gsize r = 0; r < G_N_ELEMENTS (rates); r++)
    {
      double sum = 0.0, square = 0.0, left = 0.0;
      YsPoisson poisson;

      ys_poisson_init (&poisson, rates[r]);
      for (int i = 0; i < n; i++)
        {
          guint32 remainder;
          double count = ys_poisson_count (&poisson, (guint32) ((i + 0.5) / n * 0x1p32), &remainder)
                         + ys_random_more_events (99, (gsize) i, 1, rates[r]);

          sum += count / n;
          square += count * count / n;
          left += remainder * 0x1p-32 / n;
        }
      g_assert_cmpfloat_with_epsilon (left, 0.5, 6 / sqrt (12.0 * n));
      g_assert_cmpfloat_with_epsilon (sum, rates[r], 6 * sqrt (rates[r] / n) + 1e-12);
      g_assert_cmpfloat_with_epsilon (square - sum * sum, rates[r], 0.06 * rates[r] + 1e-12);
    }
}

/* The first eight points of the first two dimensions, scipy.stats.qmc.Sobol 1.10.1 (in Gray code's order)
 * and point 7 of the first five. */
static void
test_sobol (void)
{
  static const double expected[8][2] = {
    { 0, 0 }, { 0.5, 0.5 }, { 0.75, 0.25 }, { 0.25, 0.75 },
    { 0.375, 0.375 }, { 0.875, 0.875 }, { 0.625, 0.125 }, { 0.125, 0.625 },
  };
  static const double seventh[5] = { 0.125, 0.625, 0.375, 0.125, 0.125 };
  guint32 directions[5][YS_SOBOL_BITS];

  for (guint d = 0; d < 5; d++)
    ys_sobol_directions (d, directions[d]);

  for (guint i = 0; i < 8; i++)
    for (guint d = 0; d < 5; d++)
      {
        guint gray = i ^ (i >> 1);
        guint32 point = 0;

        for (guint j = 0; j < 3; j++)
          point ^= gray >> j & 1 ? directions[d][j] : 0;
        if (d < 2)
          g_assert_cmpfloat (point * 0x1p-32, ==, expected[i][d]);
        if (i == 7)
          g_assert_cmpfloat (point * 0x1p-32, ==, seventh[d]);
      }
}

/* Every 256 trials that begin at a multiple of it have one draw in each 256th; so has a family of two. */
static void
test_spread (void)
{
  for (gsize first = 0; first < 8 * YS_STREAM_BLOCK; first += YS_STREAM_BLOCK)
    {
      gboolean alone[256] = { FALSE }, together[256] = { FALSE };
      guint32 amount[256] ALIGNED, growth[256] ALIGNED;
      YsStream streams[2];

      ys_stream_init (&streams[0], 3, "a/orders", "amount", 0);
      ys_stream_init (&streams[1], 3, "a/orders", "amount", 1);
      draw (&streams[0], first, amount);
      draw (&streams[1], first, growth);

      for (gsize i = 0; i < 256; i++)
        {
          alone[growth[i] >> 24] = TRUE;
          together[(amount[i] >> 28) << 4 | growth[i] >> 28] = TRUE;
        }
      for (gsize i = 0; i < 256; i++)
        g_assert_true (alone[i] && together[i]);
    }
}

static void
test_distance (void)
{
  static const struct
  {
    const char *earlier;
    const char *later;
    guint       distance;
  } cases[] = {
    { "line3", "line4", 1 }, { "line3", "line12", 9 }, { "line4", "line3", 0 }, { "line3", "line3", 0 },
    { "line3", "cost4", 0 }, { "line", "line4", 0 }, { "a0l1", "a1l2", 0 }, { "line07", "line8", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (ys_stream_get_distance (cases[i].earlier, cases[i].later), ==, cases[i].distance);
}

/* The sixteen trials with the leader in one sixteenth have one draw in each sixteenth, and all 256 together
 * one in each 256th, whatever the dimension. */
static void
test_led (void)
{
  for (gsize k = 0; k < 24; k++)
    {
      g_autofree char *path = g_strdup_printf ("a/line%" G_GSIZE_FORMAT, k / 2);
      gboolean alone[256] = { FALSE }, together[256] = { FALSE };
      guint32 market[256] ALIGNED, amount[256] ALIGNED;
      gsize first = k * YS_STREAM_BLOCK;
      YsStream leader, stream;

      ys_stream_init (&leader, 3, "market", "assumption", 0);
      ys_stream_init (&stream, 3, path, "amount", k % 2);
      draw (&leader, first, market);
      draw_led (&stream, first, market, amount);

      for (gsize i = 0; i < 256; i++)
        {
          alone[amount[i] >> 24] = TRUE;
          together[(market[i] >> 28) << 4 | amount[i] >> 28] = TRUE;
        }
      for (gsize i = 0; i < 256; i++)
        g_assert_true (alone[i] && together[i]);
    }
}

/* Those that keep to the same leader are independent of each other and of it. */
static void
test_led_independent (void)
{
  static const char *const paths[] = { "a/x", "a/y", "b/x", "b/x1", "c/x12" };
  const gsize n = 1 << 14, count = G_N_ELEMENTS (paths) + 1;
  g_autofree double *draws = g_new (double, count * n);
  YsStream leader, streams[G_N_ELEMENTS (paths)];

  ys_stream_init (&leader, 11, "market", "assumption", 0);
  for (gsize p = 0; p < G_N_ELEMENTS (paths); p++)
    ys_stream_init (&streams[p], 11, paths[p], "amount", 0);

  for (gsize first = 0; first < n; first += YS_STREAM_BLOCK)
    for (gsize p = 0; p < count; p++)
      {
        guint32 market[256] ALIGNED, bits[256] ALIGNED;

        draw (&leader, first, market);
        draw_led (&streams[p % G_N_ELEMENTS (paths)], first, market, bits);
        for (gsize i = 0; i < 256; i++)
          draws[p * n + first + i] = (p < G_N_ELEMENTS (paths) ? bits : market)[i] * 0x1p-32 - 0.5;
      }

  for (gsize p = 0; p < count; p++)
    for (gsize q = 0; q < p; q++)
      {
        double sum = 0.0;

        for (gsize i = 0; i < n; i++)
          sum += 12 * draws[p * n + i] * draws[q * n + i] / n;
        g_assert_cmpfloat (fabs (sum), <, 5 / sqrt (n));
      }
}

/* Streams of different names are independent, also where the names differ by a number and share a
 * family: the correlation of n pairs has the standard deviation 1 / √n. */
static void
test_independent (void)
{
  static const char *const paths[] = { "a/x", "a/y", "a/x0", "a/x1", "a/x12", "a/x00", "b/x", "b/x1", "m", "market" };
  const gsize n = 1 << 14;
  g_autofree double *draws = g_new (double, G_N_ELEMENTS (paths) * n);

  for (gsize p = 0; p < G_N_ELEMENTS (paths); p++)
    {
      YsStream stream;
      guint32 bits[YS_STREAM_BLOCK] ALIGNED;

      ys_stream_init (&stream, 17, paths[p], "amount", 0);
      for (gsize i = 0; i < n; i++)
        {
          if (i % YS_STREAM_BLOCK == 0)
            draw (&stream, i, bits);
          draws[p * n + i] = bits[i % YS_STREAM_BLOCK] * 0x1p-32 - 0.5;
        }
    }

  for (gsize p = 0; p < G_N_ELEMENTS (paths); p++)
    for (gsize q = 0; q < p; q++)
      {
        double sum = 0.0;

        for (gsize i = 0; i < n; i++)
          sum += 12 * draws[p * n + i] * draws[q * n + i] / n;
        g_assert_cmpfloat (fabs (sum), <, 5 / sqrt (n));
      }
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

  for (gsize s = 0; s < 3 * G_N_ELEMENTS (sizes); s++)
    {
      gsize n = sizes[s / 3], kind = s % 3;
      g_autofree double *values = g_new (double, n + 1);
      g_autofree double *expected = NULL;

      /* of all sizes; a crowd and two far away; all alike */
      for (gsize i = 0; i < n; i++)
        if (kind == 0)
          values[i] = i % 7 == 0 ? 0.0 : ldexp (g_test_rand_double_range (-1, 1), g_test_rand_int_range (-300, 300));
        else if (kind == 1)
          values[i] = i < 2 ? (i == 0 ? -1e300 : 1e300) : 1e9 + 1e-6 * g_test_rand_double ();
        else
          values[i] = 5;
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
  g_test_add_func ("/risk/random/count-events", test_count_events);
  g_test_add_func ("/risk/random/sobol", test_sobol);
  g_test_add_func ("/risk/random/spread", test_spread);
  g_test_add_func ("/risk/random/distance", test_distance);
  g_test_add_func ("/risk/random/led", test_led);
  g_test_add_func ("/risk/random/led-independent", test_led_independent);
  g_test_add_func ("/risk/random/independent", test_independent);
  g_test_add_func ("/risk/correlation/root", test_root);
  g_test_add_func ("/risk/correlation/repair", test_repair);
  g_test_add_func ("/risk/sort", test_sort);

  return g_test_run ();
}
