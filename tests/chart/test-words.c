/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "sample-result.h"
#include "ys-chart.h"
#include "ys-format.h"

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
  const char *const first[] = {
    "Every seller works the best leads first", "$351K", "$130K", "$262K", "$440K", "$560K", NULL
  };
  YsChartHit hit;

  g_assert_nonnull (strstr (text,
                            "Every seller works the best leads first is worth most: $351,000. "
                            "9 times in 10 it comes out between $130,000 and $560,000."));
  g_assert_true (g_strv_equal (rows->pdata[1], first));

  g_assert_true (ys_chart_get_mark (chart, result, NULL, NULL, 900, 600, 1, &hit));
  g_assert_cmpstr (
      hit.text, ==, "Power mulcher line: $277K on average; 9 in 10 between $150K and $395K");
  g_assert_cmpint (hit.alternative, ==, 0);
  ys_chart_hit_clear (&hit);
}

static void
check_mark (const char *id,
            int         selected,
            gsize       mark,
            const char *expected)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  YsChartOptions options;
  YsChartHit hit;

  ys_chart_options_init (&options);
  options.alternative = selected;
  g_assert_true (
      ys_chart_get_mark (ys_chart_find (id), result, &options, NULL, 900, 600, mark, &hit));
  g_assert_cmpstr (hit.text, ==, expected);
  ys_chart_hit_clear (&hit);
}

/* The sample's cash is 0 but for the flows given, so totals can be added up by hand. */
static void
test_cumulative_cash (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  const YsChart *chart = ys_chart_find ("cumulative-cash");
  g_autofree char *text = ys_chart_describe (chart, result, NULL);
  g_autoptr(GPtrArray) rows = ys_chart_tabulate (chart, result, NULL);
  GStrv today = rows->pdata[1];

  g_assert_cmpuint (rows->len, ==, 1 + 9);
  g_assert_cmpstr (today[0], ==, "Today");
  g_assert_cmpstr (today[1], ==, "−$838K");
  g_assert_cmpstr (today[4], ==, "−$225K");
  g_assert_nonnull (strstr (text, "Power mulcher line pays for itself in "));
  check_mark ("cumulative-cash", -1, 0, "Power mulcher line, by Today: −$838K in all");
}

static void
test_cash_per_year (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  YsChartOptions options;

  ys_chart_options_init (&options);
  g_assert_cmpuint (
      ys_chart_count_marks (ys_chart_find ("cash-per-year"), result, &options), ==, 4 * 9);
  options.alternative = 3;
  g_assert_cmpuint (
      ys_chart_count_marks (ys_chart_find ("cash-per-year"), result, &options), ==, 9);

  check_mark (
      "cash-per-year", 0, 0, "Power mulcher line, Today: −$838K left, after tax; costs −$838K");
}

/* A loss that does not come is not money earned, and is not called so. */
static void
test_loss_not_suffered (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  const char *const expected[] = { "benefits", "benefits", "benefits", "loss not suffered" };

  for (int i = 0; i < 4; i++)
    {
      YsChartOptions options;
      g_autoptr(GPtrArray) rows = NULL;

      ys_chart_options_init (&options);
      options.alternative = i;
      rows = ys_chart_tabulate (ys_chart_find ("cash-per-year"), result, &options);
      g_assert_cmpstr (((GStrv) rows->pdata[0])[2], ==, expected[i]);
    }
}

/* 480 months are 41 columns: today and forty years. */
static void
test_months_gather_into_years (void)
{
  g_autoptr(YsResult) result = sample_result_new_monthly (1);
  g_autoptr(GPtrArray) rows = ys_chart_tabulate (ys_chart_find ("cash-per-year"), result, NULL);
  g_autofree char *money = NULL;
  double sum = 0.0;

  for (int t = 1; t <= 12; t++)
    sum += result->alternatives[0].cash[t];
  money = ys_format_money (sum, "EUR", YS_FORMAT_SHORT);

  g_assert_cmpuint (rows->len, ==, 1 + 41);
  g_assert_cmpstr (((GStrv) rows->pdata[2])[1], ==, "2027");
  g_assert_cmpstr (((GStrv) rows->pdata[2])[6], ==, money);
}

static void
test_npv_profile (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  const YsChart *chart = ys_chart_find ("npv-profile");
  g_autofree char *text = ys_chart_describe (chart, result, NULL);
  g_autoptr(GPtrArray) rows = ys_chart_tabulate (chart, result, NULL);
  GStrv at_ten = rows->pdata[3];

  g_assert_cmpstr (at_ten[0], ==, "10%");
  g_assert_cmpstr (at_ten[1], ==, "$277K");
  g_assert_cmpstr (at_ten[2], ==, "$351K");
  g_assert_nonnull (
      strstr (text, "Power mulcher line is worth $277,000 at a required return of 10%."));
  g_assert_nonnull (strstr (
      text,
      "Power mulcher line and Every seller works the best leads first are worth the same at "));
  check_mark ("npv-profile", -1, 0, "Power mulcher line: worth $277K at a required return of 10%");
}

/* The sample's percentiles are those it was made with. */
static void
test_s_curve (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  const char *name;
  g_autoptr(YsResult) certain = sample_result_new_hard (4, &name);
  const YsChart *chart = ys_chart_find ("s-curve");
  g_autofree char *text = ys_chart_describe (chart, result, NULL);
  g_autofree char *none = ys_chart_describe (chart, certain, NULL);
  g_autoptr(GPtrArray) rows = ys_chart_tabulate (chart, result, NULL);
  const char *const at_95[] = { "95%", "$130K", "$150K", "$52K", "−$400K", NULL };
  const char *const loss[] = {
    "Chance of losing money", "under 1%", "under 1%", "under 1%", "78%", NULL
  };

  g_assert_true (g_strv_equal (rows->pdata[2], at_95));
  g_assert_true (g_strv_equal (rows->pdata[rows->len - 1], loss));
  /* P10 is a quarter of the way from P5 to P25, P50 half-way on to P75, P90 three quarters to P95. */
  g_assert_nonnull (strstr (text,
                            "Power mulcher line: 9 times in 10 at least $169,000, half the time "
                            "at least $276,000, 1 time in 10 at least $378,000; chance of losing "
                            "money: under 1%."));
  g_assert_cmpstr (name, ==, "certain");
  g_assert_nonnull (strstr (none, "Nothing in this scenario is uncertain."));

  check_mark ("s-curve", -1, 9 + 1, "Power mulcher line: 80% chance of at least $206K");
  check_mark ("s-curve", -1, 3 * 9 + 9, "Keep selling through a major outage: 78% chance of losing money");
}

static void
test_pairs (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  const YsChart *chart = ys_chart_find ("pairs");
  const char *const first[] = {
    "Every seller works the best leads first", "Power mulcher line", "88%", "", "", "15.3%", NULL
  };
  g_autoptr(GPtrArray) rows = NULL;
  g_autofree char *text = NULL;

  result->pairs[1 * 4 + 0].beats = 0.88;
  result->pairs[1 * 4 + 0].dominance = YS_DOMINANCE_NONE;
  result->pairs[0 * 4 + 2].beats = 1.0;
  result->pairs[0 * 4 + 2].dominance = YS_DOMINANCE_FIRST;
  result->pairs[2 * 4 + 3].beats = 0.3;
  result->pairs[2 * 4 + 3].dominance = YS_DOMINANCE_SECOND;

  rows = ys_chart_tabulate (chart, result, NULL);
  text = ys_chart_describe (chart, result, NULL);
  g_assert_cmpuint (rows->len, ==, 1 + 6);
  g_assert_true (g_strv_equal (rows->pdata[1], first));
  g_assert_nonnull (strstr (text, "Every seller works the best leads first is worth more than Power "
                                  "mulcher line 9 times in 10."));
  g_assert_nonnull (strstr (text, "Power mulcher line is worth more than Catalogue mailing nearly "
                                  "every time; Power mulcher line is better at every amount "
                                  "(first-order dominance)."));
  check_mark ("pairs", -1, 5, "Catalogue mailing is worth more than Keep selling through a major "
                              "outage 8 times in 10; Catalogue mailing is better for any cautious "
                              "owner (second-order dominance)");
}

/* Of more than four, those of the selected one: 19 sentences after the first. */
static void
test_many_pairs (void)
{
  g_autoptr(YsResult) result = sample_result_new_many (20);
  g_autofree char *text = NULL;
  g_auto(GStrv) parts = NULL;
  YsChartOptions options;

  ys_chart_options_init (&options);
  options.alternative = 7;
  text = ys_chart_describe (ys_chart_find ("pairs"), result, &options);
  parts = g_strsplit (text, " is worth more than ", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 1 + 1 + 19);
}

static void
test_pairs_need_two (void)
{
  g_autoptr(YsResult) one = sample_result_new_many (1);
  g_autoptr(YsResult) two = sample_result_new_many (2);
  const YsChart *chart = ys_chart_find ("pairs");
  g_autofree char *alone = ys_chart_describe (chart, one, NULL);
  g_autofree char *not_yet = NULL;

  two->analyses = 0;
  not_yet = ys_chart_describe (chart, two, NULL);
  g_assert_true (g_str_has_prefix (alone, "Only one alternative. Add another, "));
  g_assert_true (g_str_has_prefix (not_yet, "Not worked out yet. "));
}

/* The sample's curves are exponential in steps of a tenth of their size, which for the fourth is a
 * fifth of $1.8M without it, 0.35 exp (−1) = 13% to lose at least that; with it 0.05 exp (−1.7). */
static void
test_loss_curve (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  const YsChart *chart = ys_chart_find ("loss-curve");
  YsExceedance *with = &result->losses[3]->with[YS_SPAN_YEAR];
  g_autofree char *text = ys_chart_describe (chart, result, NULL);
  g_autofree char *worse = NULL;
  g_autoptr(GPtrArray) rows = ys_chart_tabulate (chart, result, NULL);
  gboolean found = FALSE;

  g_assert_nonnull (strstr (text, "With Keep selling through a major outage, a loss of at least $360K "
                                  "in a year has a chance of under 1%; the board accepts 10%. It "
                                  "keeps to what the board accepts."));
  for (guint i = 1; i < rows->len; i++)
    {
      GStrv row = rows->pdata[i];

      if (strcmp (row[0], "$360K") == 0)
        {
          g_assert_cmpstr (row[1], ==, "13%");
          g_assert_cmpstr (row[2], ==, "under 1%");
          g_assert_cmpstr (row[5], ==, "10%");
          found = TRUE;
        }
    }
  g_assert_true (found);

  for (gsize i = 0; i < with->n_points; i++)
    with->chances[i] *= 20.0;
  worse = ys_chart_describe (chart, result, NULL);
  g_assert_nonnull (strstr (worse, "has a chance of 18%; the board accepts 10%. That is more than the "
                                   "board accepts."));
}

/* Also for a selected one that nothing can strike, those of one that can be struck. */
static void
test_loss_curve_of_whom (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  const YsChart *chart = ys_chart_find ("loss-curve");
  g_autofree char *nothing = NULL;

  /* Exceeded once in ten: 12 steps of $36K, for 0.35 exp (−1.2) = 10.5%, 0.35 exp (−1.3) = 9.5%. */
  check_mark ("loss-curve", 1, 0,
              "Without Keep selling through a major outage: 11% chance of losing at least $432K in "
              "any one year");
  for (gsize a = 0; a < 4; a++)
    if (result->losses[a] != NULL)
      result->losses[a]->without[YS_SPAN_YEAR].n_points =
          result->losses[a]->with[YS_SPAN_YEAR].n_points = 0;
  nothing = ys_chart_describe (chart, result, NULL);
  g_assert_true (g_str_has_prefix (nothing, "Nothing here can strike. Say what may go wrong"));
}

/* The samples' inputs move the worth by set shares of the 9-in-10 range: the margin of the power
 * mulchers, $245K wide, from −0.62 to 0.74 of it around $277K. */
static void
test_tornado (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  const char *const margin[] = {
    "Sales less making: amount", "$40K", "$125K", "$110K", "$458K", "no value does", "74%", NULL
  };
  YsChartOptions options;
  g_autoptr(GPtrArray) rows = NULL;
  g_autofree char *text = NULL;

  ys_chart_options_init (&options);
  options.alternative = 0;
  result->inputs[2].break_evens[0] = NAN;
  rows = ys_chart_tabulate (ys_chart_find ("tornado"), result, &options);
  g_assert_true (g_strv_equal (rows->pdata[1], margin));
  text = ys_chart_describe (ys_chart_find ("tornado"), result, &options);
  g_assert_nonnull (strstr (text, "“Power mulcher line” today depends on most (tornado): $277,000"));
  g_assert_nonnull (strstr (text, " Sales less making: amount: $125K at $40K, $458K at $110K"));

  check_mark ("tornado", 0, 0,
              "Sales less making: amount: $125K at $40K, $458K at $110K; 74% of the variance");
  /* −0.35 and 0.48 of $2.2M around $14K: 14 / 770 of the way down from 0.22 to 0.05. */
  check_mark ("tornado", 3, 0,
              "Outages: events a year: −$756K at 0.05, $1.1M at 0.45; breaks even at 0.217; "
              "28% of the variance");
}

/* $351K − $277K ahead; the other's margin at its best makes up for that, 74 / 181.3 of the way from
 * $72K to $110K. */
static void
test_tornado_of_difference (void)
{
  g_autoptr(YsResult) alone = sample_result_new_many (1);
  g_autofree char *text = ys_chart_describe (ys_chart_find ("tornado-difference"), alone, NULL);
  const char *expected = "Sales less making: amount: $226K at $40K, −$107K at $110K; they change "
                         "places at $88K; 92% of the variance";

  check_mark ("tornado-difference", -1, 1, expected);
  check_mark ("tornado-difference", 0, 1, expected);
  check_mark ("tornado-difference", 1, 1, expected);
  g_assert_nonnull (strstr (text, "Only one alternative."));
}

static void
test_worth_finding_out (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  const YsChart *chart = ys_chart_find ("worth-finding-out");
  const char *const first[] = {
    "Sales less making: amount", "Power mulcher line", "$103K", "$2,000", "92.5%", NULL
  };
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  result->evpi = 160e3;
  result->inputs[2].value = 103e3;
  result->inputs[2].value_error = 2e3;
  rows = ys_chart_tabulate (chart, result, NULL);
  text = ys_chart_describe (chart, result, NULL);

  /* As many as are uncertain. */
  g_assert_cmpuint (rows->len, ==, 1 + 8 + 40);
  g_assert_true (g_strv_equal (rows->pdata[1], first));
  g_assert_true (g_str_has_prefix (text, "Knowing everything before deciding would be worth $160,000 "
                                         "(expected value of perfect information). Before deciding, "
                                         "it is worth up to $103,000 to find out more about "));
  g_assert_nonnull (strstr (text, "Give or take $2,000 (standard error)."));
  g_assert_true (g_str_has_suffix (text, " others are not worth checking."));
  check_mark ("worth-finding-out", -1, 7, "42 others are not worth checking.");
}

static void
test_nothing_to_find_out (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  const char *name;
  g_autoptr(YsResult) certain = sample_result_new_hard (4, &name);
  const YsChart *chart = ys_chart_find ("worth-finding-out");
  g_autofree char *settled = NULL;
  g_autofree char *known = ys_chart_describe (chart, certain, NULL);

  result->evpi = 0.0;
  settled = ys_chart_describe (chart, result, NULL);
  g_assert_true (g_str_has_prefix (settled, "Nothing to find out first. However the estimates"));
  g_assert_true (g_str_has_prefix (known, "Nothing here is uncertain. Give an estimate a range"));
}

/* Of the best, its rival's margin is the rival's alone; $88K as in the tornado of the difference. */
static void
test_break_even (void)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  const YsChart *chart = ys_chart_find ("break-even");
  const char *const margin[] = {
    "Sales less making: amount", "$40K", "$72K", "$110K", "no value does", "$88K", NULL
  };
  g_autoptr(GPtrArray) rows = ys_chart_tabulate (chart, result, NULL);
  g_autofree char *text = NULL;
  YsChartOptions options;

  g_assert_true (g_strv_equal (rows->pdata[2], margin));
  g_assert_cmpstr (((GStrv) rows->pdata[0])[5], ==, "Changes places with “Power mulcher line” at");

  ys_chart_options_init (&options);
  options.alternative = 3;
  text = ys_chart_describe (chart, result, &options);
  g_assert_nonnull (strstr (text, "“Keep selling through a major outage” (break-even)"));
  g_assert_nonnull (strstr (text,
                            "“Keep selling through a major outage” breaks even when “Growth of "
                            "sales” is at least 3.8%; it is 4% on average."));
}

/* The runner-up is doing nothing: to beat it is to pay, and is not said twice. */
static void
test_break_even_beside_nothing (void)
{
  g_autoptr(YsResult) result = sample_result_new_many (2);
  g_autoptr(GPtrArray) rows = NULL;

  result->baseline = 0;
  rows = ys_chart_tabulate (ys_chart_find ("break-even"), result, NULL);
  g_assert_cmpuint (rows->len, >, 3);
  g_assert_cmpuint (g_strv_length (rows->pdata[0]), ==, 5);
  g_assert_cmpuint (g_strv_length (rows->pdata[1]), ==, 5);
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
  g_test_add_func ("/chart/words/cumulative-cash", test_cumulative_cash);
  g_test_add_func ("/chart/words/cash-per-year", test_cash_per_year);
  g_test_add_func ("/chart/words/loss-not-suffered", test_loss_not_suffered);
  g_test_add_func ("/chart/words/months-gather-into-years", test_months_gather_into_years);
  g_test_add_func ("/chart/words/npv-profile", test_npv_profile);
  g_test_add_func ("/chart/words/s-curve", test_s_curve);
  g_test_add_func ("/chart/words/pairs", test_pairs);
  g_test_add_func ("/chart/words/many-pairs", test_many_pairs);
  g_test_add_func ("/chart/words/pairs-need-two", test_pairs_need_two);
  g_test_add_func ("/chart/words/loss-curve", test_loss_curve);
  g_test_add_func ("/chart/words/loss-curve-of-whom", test_loss_curve_of_whom);
  g_test_add_func ("/chart/words/tornado", test_tornado);
  g_test_add_func ("/chart/words/tornado-difference", test_tornado_of_difference);
  g_test_add_func ("/chart/words/worth-finding-out", test_worth_finding_out);
  g_test_add_func ("/chart/words/nothing-to-find-out", test_nothing_to_find_out);
  g_test_add_func ("/chart/words/break-even", test_break_even);
  g_test_add_func ("/chart/words/break-even-beside-nothing", test_break_even_beside_nothing);
  g_test_add_func ("/chart/words/baseline-is-left-out", test_baseline_is_left_out);

  return g_test_run ();
}
