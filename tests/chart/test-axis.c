/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ys-scale.h"
#include "ys-spread.h"
#include "ys-ticks.h"

typedef struct
{
  double low;
  double high;
  int    most;
  double step;
  double first;
  int    n;
} TickCase;

/* By hand: the least of 1, 2, 2.5, 5 × 10^k that gives no more than so many. */
static const TickCase tick_cases[] = {
  { 0, 100, 11, 10, 0, 11 },
  { 0, 100, 10, 20, 0, 6 },
  { 0, 100, 5, 25, 0, 5 },
  { 0, 100, 4, 50, 0, 3 },
  { -400e3, 930e3, 6, 250e3, -250e3, 5 },
  { -0.04, 0.03, 8, 0.01, -0.04, 8 },
  { 9.5e11, 1.05e12, 3, 5e10, 9.5e11, 3 },
  { -7, -1, 3, 2, -6, 3 },
  { -7, -1, 2, 2.5, -5, 2 },
};

static void
test_ticks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tick_cases); i++)
    {
      const TickCase *c = &tick_cases[i];
      YsRange range = { c->low, c->high };
      YsTicks ticks;

      ys_ticks_choose (&ticks, &range, c->most);
      g_assert_cmpfloat_with_epsilon (ticks.step, c->step, c->step * 1e-9);
      g_assert_cmpfloat_with_epsilon (ys_ticks_get (&ticks, 0), c->first, c->step * 1e-9);
      g_assert_cmpint (ticks.n, ==, c->n);
    }
}

static void
test_ticks_hold_zero_exactly (void)
{
  YsRange range = { -0.3, 0.7 };
  gboolean found = FALSE;
  YsTicks ticks;

  ys_ticks_choose (&ticks, &range, 11);
  for (int i = 0; i < ticks.n; i++)
    if (ys_ticks_get (&ticks, i) == 0.0)
      {
        found = TRUE;
        g_assert_false (signbit (ys_ticks_get (&ticks, i)));
      }
  g_assert_true (found);
}

static void
test_scale_inverse (void)
{
  YsScale scale = { { -250.0, 750.0 }, 40.0, 640.0 };
  YsScale down = { { 0.0, 10.0 }, 200.0, 20.0 };

  g_assert_cmpfloat (ys_scale_map (&scale, -250.0), ==, 40.0);
  g_assert_cmpfloat (ys_scale_map (&scale, 250.0), ==, 340.0);
  g_assert_cmpfloat (ys_scale_unmap (&scale, 340.0), ==, 250.0);
  g_assert_cmpfloat (ys_scale_map (&down, 5.0), ==, 110.0);
}

static void
test_range_settles (void)
{
  const YsRange cases[] = { YS_RANGE_EMPTY, { 0, 0 }, { 5, 5 }, { -1e12, -1e12 }, { -1, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YsRange range = cases[i];

      ys_range_include (&range, NAN);
      ys_range_include (&range, INFINITY);
      ys_range_settle (&range, 0.05);
      g_assert_true (isfinite (range.low) && isfinite (range.high));
      g_assert_cmpfloat (range.high, >, range.low);
    }
}

/* --- which part of the money is shown --------------------------------------------------------- */

static void
test_range_cuts_the_far_end (void)
{
  const YsSpread spreads[] = {
    { 351, 130, 262, 440, 560 },
    { 277, 150, 224, 328, 395 },
    { 88, 52, 74, 103, 130 },
    { 14, -400, -380, -297, 1800 },
  };
  YsRange range;

  ys_spread_choose_range (spreads, G_N_ELEMENTS (spreads), &range);
  g_assert_cmpfloat (range.low, ==, -400);
  g_assert_cmpfloat (range.high, ==, 560);
}

static void
test_range_cuts_both_ends_alike (void)
{
  const YsSpread spreads[] = {
    { -351, -560, -440, -262, -130 },
    { -14, -1800, 297, 380, 400 },
    { -277, -395, -328, -224, -150 },
  };
  YsRange range;

  ys_spread_choose_range (spreads, G_N_ELEMENTS (spreads), &range);
  g_assert_cmpfloat (range.low, ==, -560);
  g_assert_cmpfloat (range.high, ==, 400);
}

static void
test_range_keeps_means_and_zero (void)
{
  const YsSpread spreads[] = { { 1000, 900, 950, 1050, 1100 }, { 90000, 10, 20, 30, 40 } };
  YsRange range;

  ys_spread_choose_range (spreads, G_N_ELEMENTS (spreads), &range);
  g_assert_cmpfloat (range.low, ==, 0);
  g_assert_cmpfloat (range.high, ==, 90000);
}

static void
test_range_alone_is_never_cut (void)
{
  const YsSpread spread = { 10, 5, 9, 11, 9000 };
  YsRange range;

  ys_spread_choose_range (&spread, 1, &range);
  g_assert_cmpfloat (range.high, ==, 9000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/ticks/round-steps", test_ticks);
  g_test_add_func ("/chart/ticks/zero-is-zero", test_ticks_hold_zero_exactly);
  g_test_add_func ("/chart/scale/inverse", test_scale_inverse);
  g_test_add_func ("/chart/scale/settles", test_range_settles);
  g_test_add_func ("/chart/spread/cuts-the-far-end", test_range_cuts_the_far_end);
  g_test_add_func ("/chart/spread/cuts-both-ends-alike", test_range_cuts_both_ends_alike);
  g_test_add_func ("/chart/spread/keeps-means-and-zero", test_range_keeps_means_and_zero);
  g_test_add_func ("/chart/spread/alone-is-never-cut", test_range_alone_is_never_cut);

  return g_test_run ();
}
