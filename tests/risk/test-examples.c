/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ys-cash.h"
#include "ys-file.h"
#include "ys-simulate.h"

/* Published cases under data/examples; each file names its source. */

static YsResult *
run_example (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("YS_EXAMPLES_DIR"), name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(YsScenario) scenario = ys_file_read (path, &error);
  YsResult *result;

  g_assert_no_error (error);
  result = ys_simulate (scenario, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static double
present_value (const YsResult *result,
               const double   *flows)
{
  return ys_present_value (flows, result->times, result->scenario->n_periods + 1, result->alternatives[0].rate);
}

/* Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 10, Majestic Mulch and Compost. */
static void
test_production_line (void)
{
  g_autoptr(YsResult) result = run_example ("production-line.yardstick");

  g_assert_cmpuint (result->n_trials, ==, 1);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "npv"), 65488, 10);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "irr"), 0.1724, 0.00005);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "payback"), 4.08, 0.005);
}

/* Forrester, The Total Economic Impact of SalesLoft: PV costs, PV benefits, NPV, ROI. */
static void
test_sales_software (void)
{
  g_autoptr(YsResult) result = run_example ("sales-software.yardstick");

  g_assert_cmpfloat_with_epsilon (present_value (result, result->alternatives[0].costs), 1672201, 1);
  g_assert_cmpfloat_with_epsilon (present_value (result, result->alternatives[0].benefits), 7168371, 1);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "npv"), 5496170, 1);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "total-cost"), 1672201, 1);
  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "roi"), 3.29, 0.005);
  g_assert_cmpfloat (ys_result_get_metric (result, 0, "payback"), <, 0.5);
}

/* Hughes, Database Marketing Institute: ROI 200 %. */
static void
test_catalogue_campaign (void)
{
  g_autoptr(YsResult) result = run_example ("catalogue-campaign.yardstick");

  g_assert_cmpfloat_with_epsilon (ys_result_get_metric (result, 0, "roi"), 2.0, 1e-12);
}

/* Munro, Disaster Recovery Journal: an expected loss of 100 million / 300 a year. One period's sum of
 * N trials has the standard error 100 million × √(1/300 / N). */
static void
test_recovery_plan (void)
{
  g_autoptr(YsResult) result = run_example ("recovery-plan.yardstick");
  double se = 1e8 * sqrt (1.0 / 300 / (double) result->n_trials);
  double sum = 0.0;

  for (int t = 1; t <= 10; t++)
    {
      g_assert_cmpfloat_with_epsilon (result->alternatives[0].benefits[t], 333333.333, 3.5 * se);
      sum += result->alternatives[0].benefits[t];
    }

  g_assert_cmpfloat_with_epsilon (sum / 10, 333333.333, 3 * se / sqrt (10));
}

static void
test_one_scale (void)
{
  g_autoptr(YsResult) result = run_example ("one-scale.yardstick");
  double shares = 0.0;

  g_assert_cmpuint (result->n_alternatives, ==, 4);
  g_assert_cmpuint (result->n_trials, ==, 65536);
  for (gsize a = 0; a < 4; a++)
    shares += ys_result_get_metric (result, a, "best-probability");
  g_assert_cmpfloat_with_epsilon (shares, 1.0, 1e-12);
}

/* What the board accepts tells the recovery plan from doing without: a loss of a
 * million or more would come too often without it, and does not with it. */
static void
test_tolerance (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("YS_EXAMPLES_DIR"), "one-scale.yardstick", NULL);
  g_autoptr(YsScenario) scenario = ys_file_read (path, NULL);
  const YsSimulateOptions options = { .analyses = YS_ANALYSE_LOSSES };
  g_autoptr(YsResult) result = ys_simulate (scenario, &options, NULL);
  const YsLossCurves *curves = result->losses[3];
  gboolean too_often = FALSE;

  g_assert_cmpuint (scenario->tolerance->len, ==, 2);
  for (guint i = 0; i < scenario->tolerance->len; i++)
    {
      const YsTolerance *accepted = scenario->tolerance->pdata[i];

      too_often |= ys_exceedance_get_chance (&curves->without[YS_SPAN_YEAR], accepted->loss) > accepted->chance;
      g_assert_cmpfloat (ys_exceedance_get_chance (&curves->with[YS_SPAN_YEAR], accepted->loss), <=, accepted->chance);
    }
  g_assert_true (too_often);
}

/* Nobody takes a ready comparison for facts without asking where they come from. */
static void
assert_sources (const YsScenario *scenario)
{
  for (guint i = 0; i < scenario->assumptions->len; i++)
    g_assert_nonnull (((YsAssumption *) g_ptr_array_index (scenario->assumptions, i))->source);

  for (guint i = 0; i < scenario->alternatives->len; i++)
    {
      const YsAlternative *alternative = g_ptr_array_index (scenario->alternatives, i);

      g_assert_nonnull (alternative->summary);
      for (guint k = 0; k < alternative->lines->len; k++)
        g_assert_nonnull (((YsLine *) g_ptr_array_index (alternative->lines, k))->source);
    }
}

/* A comparison worth opening: something is worth having, and nothing is sure. */
static void
test_ready (gconstpointer name)
{
  g_autofree char *file = g_strconcat (name, ".yardstick", NULL);
  g_autoptr(YsResult) result = run_example (file);
  gsize best = (gsize) result->best;

  assert_sources (result->scenario);
  g_assert_cmpint (result->best, !=, result->baseline);
  g_assert_cmpfloat (ys_result_get_metric (result, best, "npv"), >, 0);
  g_assert_cmpfloat (ys_result_get_metric (result, best, "best-probability"), <, 0.9);
  g_assert_cmpfloat (result->evpi, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const ready[] = {
    "system-or-line", "recovery-or-campaign", "keep-or-buy-in", "next-years-money",
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/risk/examples/production-line", test_production_line);
  g_test_add_func ("/risk/examples/sales-software", test_sales_software);
  g_test_add_func ("/risk/examples/catalogue-campaign", test_catalogue_campaign);
  g_test_add_func ("/risk/examples/recovery-plan", test_recovery_plan);
  g_test_add_func ("/risk/examples/one-scale", test_one_scale);
  g_test_add_func ("/risk/examples/tolerance", test_tolerance);
  for (gsize i = 0; i < G_N_ELEMENTS (ready); i++)
    {
      g_autofree char *path = g_strconcat ("/risk/examples/", ready[i], NULL);

      g_test_add_data_func (path, ready[i], test_ready);
    }

  return g_test_run ();
}
