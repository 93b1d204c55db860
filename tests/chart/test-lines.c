/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the charts with lines put what they show, as numbers. */
#include <math.h>

#include "sample-result.h"
#include "ys-cash.h"
#include "ys-chart-private.h"
#include "ys-lines.h"

/* --- names apart ------------------------------------------------------------------------------ */

typedef struct
{
  double wanted[4];
  double heights[4];
  gsize  n;
  double placed[4];
} ApartCase;

/* By hand: boxes that touch share the way evenly; 0 … 100 is the room. */
static const ApartCase apart_cases[] = {
  { { 20, 50, 80 }, { 10, 10, 10 }, 3, { 20, 50, 80 } },
  { { 50, 50 }, { 10, 10 }, 2, { 45, 55 } },
  { { 50, 50, 50 }, { 10, 10, 10 }, 3, { 40, 50, 60 } },
  { { 0, 2 }, { 10, 10 }, 2, { 5, 15 } },
  { { 99, 100 }, { 10, 10 }, 2, { 85, 95 } },
  { { 40, 52, 53 }, { 10, 10, 10 }, 3, { 38.333333, 48.333333, 58.333333 } },
  { { 50, 50, 50, 50 }, { 25, 25, 25, 25 }, 4, { 12.5, 37.5, 62.5, 87.5 } },
};

static void
test_apart (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (apart_cases); i++)
    {
      ApartCase c = apart_cases[i];

      g_assert_true (ys_spread_apart (c.wanted, c.heights, c.n, 0, 100));
      for (gsize k = 0; k < c.n; k++)
        g_assert_cmpfloat_with_epsilon (c.wanted[k], c.placed[k], 1e-5);
    }
}

static void
test_apart_no_room (void)
{
  double middles[] = { 1, 2, 3 }, heights[] = { 40, 40, 40 };

  g_assert_false (ys_spread_apart (middles, heights, 3, 0, 100));
}

/* --- marks ------------------------------------------------------------------------------------ */

static YsChartLayout *
lay_out (const char     *id,
         const YsResult *result)
{
  YsChartOptions options;

  ys_chart_options_init (&options);
  return ys_chart_lay_out (ys_chart_find (id), result, &options, NULL, 900, 600);
}

static double
get_middle_y (const YsMark *mark)
{
  return mark->area.y + mark->area.height / 2.0;
}

/* Every payback stands where its line is at zero: between a year below and a year above. */
static void
test_payback_on_zero (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  g_autoptr(YsChartLayout) layout = lay_out ("cumulative-cash", result);
  guint n_found = 0;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const YsMark *mark = &g_array_index (layout->marks, YsMark, i);
      double total = 0.0, before = 0.0;

      if (mark->period >= 0)
        continue;
      n_found++;
      for (int t = 0; t <= (int) ceil (mark->at); t++)
        {
          before = total;
          total += result->alternatives[mark->alternative].cash[t];
        }
      g_assert_cmpfloat (before, <, 0.0);
      g_assert_cmpfloat (total, >=, 0.0);
      g_assert_cmpfloat_with_epsilon (
          mark->at, ceil (mark->at) - 1 + before / (before - total), 1e-9);
    }
  g_assert_cmpuint (n_found, ==, 4);
}

/* More money stands higher. */
static void
test_more_is_higher (gconstpointer id)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  g_autoptr(YsChartLayout) layout = lay_out (id, result);

  for (guint i = 0; i < layout->marks->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const YsMark *a = &g_array_index (layout->marks, YsMark, i),
                     *b = &g_array_index (layout->marks, YsMark, j);

        if (a->value > b->value)
          g_assert_cmpfloat (get_middle_y (a), <=, get_middle_y (b) + 1e-6);
      }
}

static gboolean
has_rate (const YsChartLayout *layout,
          gsize                a,
          gsize                b,
          double               rate)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const YsMark *mark = &g_array_index (layout->marks, YsMark, i);

      if (mark->alternative == (int) a && mark->other == (int) b && fabs (mark->at - rate) < 1e-9)
        return TRUE;
    }
  return FALSE;
}

/* What is marked are the roots of the difference, all of them that are on the plot. */
static void
test_crossings (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  g_autoptr(YsChartLayout) layout = lay_out ("npv-profile", result);
  guint n_expected = 0, n_found = 0;

  for (gsize a = 0; a < 4; a++)
    for (gsize b = a + 1; b < 4; b++)
      {
        gsize n_rates;
        g_autofree double *rates = ys_crossover_rates (
            result->alternatives[a].cash, result->alternatives[b].cash, result->times, 9, &n_rates);

        for (gsize k = 0; k < n_rates; k++)
          if (rates[k] >= 0.0 && rates[k] <= 0.40)
            {
              n_expected++;
              g_assert_true (has_rate (layout, a, b, rates[k]));
            }
      }
  for (guint i = 0; i < layout->marks->len; i++)
    n_found += g_array_index (layout->marks, YsMark, i).other >= 0;
  g_assert_cmpuint (n_expected, >=, 3);
  g_assert_cmpuint (n_found, ==, n_expected);
}

/* Among many, only where the best choice changes: nobody is worth more there. */
static void
test_crossings_of_many (void)
{
  g_autoptr(YsResult) result = sample_result_new_many (20);
  g_autoptr(YsChartLayout) layout = lay_out ("npv-profile", result);
  guint n_found = 0;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const YsMark *mark = &g_array_index (layout->marks, YsMark, i);

      if (mark->other < 0)
        continue;
      n_found++;
      for (gsize k = 0; k < 20; k++)
        g_assert_cmpfloat (
            ys_present_value (result->alternatives[k].cash, result->times, 9, mark->at),
            <=,
            mark->value + 1e-3);
    }
  g_assert_cmpuint (n_found, >, 0);
}

/* Stacks of a year add up to the cash of the year. */
static void
test_stacks_add_up (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  g_autoptr(YsChartLayout) layout = lay_out ("cash-per-year", result);

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const YsMark *mark = &g_array_index (layout->marks, YsMark, i);
      const YsAlternativeResult *own = &result->alternatives[mark->alternative];
      int t = mark->period;

      g_assert_cmpfloat_with_epsilon (
          mark->value, own->benefits[t] - own->costs[t] - own->tax[t] + own->working[t], 1e-6);
    }
}

/* Panels are to be compared, so a dollar is as high in one as in another, whatever is written below. */
static void
test_panels_are_alike (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  YsChartOptions options;

  ys_chart_options_init (&options);
  for (double width = 300; width < 2000; width += 90)
    {
      g_autoptr(YsChartLayout) layout = ys_chart_lay_out (ys_chart_find ("cash-per-year"), result,
                                                          &options, NULL, width, 0.62 * width);
      const YsMark *first = &g_array_index (layout->marks, YsMark, 0);

      for (guint i = 0; i < layout->marks->len; i++)
        g_assert_cmpfloat_with_epsilon (g_array_index (layout->marks, YsMark, i).reach.height,
                                        first->reach.height, 1e-6);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/lines/names-move-apart", test_apart);
  g_test_add_func ("/chart/lines/names-without-room", test_apart_no_room);
  g_test_add_func ("/chart/lines/payback-on-zero", test_payback_on_zero);
  g_test_add_data_func (
      "/chart/lines/more-is-higher/cumulative-cash", "cumulative-cash", test_more_is_higher);
  g_test_add_data_func (
      "/chart/lines/more-is-higher/npv-profile", "npv-profile", test_more_is_higher);
  g_test_add_func ("/chart/lines/crossings", test_crossings);
  g_test_add_func ("/chart/lines/crossings-of-many", test_crossings_of_many);
  g_test_add_func ("/chart/lines/stacks-add-up", test_stacks_add_up);
  g_test_add_func ("/chart/lines/panels-are-alike", test_panels_are_alike);

  return g_test_run ();
}
