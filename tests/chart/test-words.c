/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sample-result.h"
#include "ys-chart.h"

static void
test_ids (void)
{
  for (gsize i = 0; ys_charts ()[i] != NULL; i++)
    {
      const YsChart *chart = ys_charts ()[i];

      g_assert_true (ys_chart_find (ys_chart_get_id (chart)) == chart);
      g_assert_cmpstr (ys_chart_get_name (chart), !=, "");
      g_assert_true (g_str_has_suffix (ys_chart_get_sentence (chart), "."));
    }
  g_assert_null (ys_chart_find ("pie"));
  g_assert_nonnull (ys_chart_find ("one-scale"));
}

/* A table has as many cells in every row as it has headings. */
static void
test_tables (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  g_autoptr(YsResult) nothing = sample_result_new_many (0);

  for (gsize i = 0; ys_charts ()[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) rows = ys_chart_tabulate (ys_charts ()[i], result, NULL);
      g_autoptr(GPtrArray) none = ys_chart_tabulate (ys_charts ()[i], nothing, NULL);

      g_assert_cmpuint (rows->len, >, 1);
      g_assert_cmpuint (none->len, ==, 1);
      for (guint k = 1; k < rows->len; k++)
        g_assert_cmpuint (g_strv_length (rows->pdata[k]), ==, g_strv_length (rows->pdata[0]));
    }
}

static void
test_empty_says_what_to_do (void)
{
  g_autoptr(YsResult) nothing = sample_result_new_many (0);

  for (gsize i = 0; ys_charts ()[i] != NULL; i++)
    {
      g_autofree char *text = ys_chart_describe (ys_charts ()[i], nothing, NULL);

      g_assert_nonnull (strstr (text, "Add an alternative"));
    }
}

static void
test_one_scale (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  const YsChart *chart = ys_chart_find ("one-scale");
  g_autofree char *text = ys_chart_describe (chart, result, NULL);
  g_autoptr(GPtrArray) rows = ys_chart_tabulate (chart, result, NULL);
  const char *const first[] = { "Every seller works the best leads first", "$351K", "$130K", "$262K", "$440K", "$560K", NULL };
  YsChartHit hit;

  g_assert_nonnull (strstr (text, "Every seller works the best leads first is worth most: $351,000. "
                                  "9 times in 10 it comes out between $130,000 and $560,000."));
  g_assert_true (g_strv_equal (rows->pdata[1], first));

  g_assert_true (ys_chart_get_mark (chart, result, NULL, NULL, 900, 600, 1, &hit));
  g_assert_cmpstr (hit.text, ==, "Power mulcher line: $277K on average; 9 in 10 between $150K and $395K");
  g_assert_cmpint (hit.alternative, ==, 0);
  ys_chart_hit_clear (&hit);
}

/* Doing nothing is the line the others are measured against, not one of them. */
static void
test_baseline_is_left_out (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  g_autoptr(GPtrArray) rows = NULL;

  result->baseline = 2;
  rows = ys_chart_tabulate (ys_chart_find ("one-scale"), result, NULL);
  g_assert_cmpuint (rows->len, ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/words/ids", test_ids);
  g_test_add_func ("/chart/words/tables", test_tables);
  g_test_add_func ("/chart/words/empty-says-what-to-do", test_empty_says_what_to_do);
  g_test_add_func ("/chart/words/one-scale", test_one_scale);
  g_test_add_func ("/chart/words/baseline-is-left-out", test_baseline_is_left_out);

  return g_test_run ();
}
