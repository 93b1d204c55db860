/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario-text.h"
#include "ys-cash.h"
#include "ys-file.h"
#include "ys-simulate.h"

static YsResult *
run (const char *contents)
{
  g_autoptr(YsScenario) scenario = scenario_from_text ("periods='2'", contents);
  g_autoptr(GError) error = NULL;
  YsResult *result = ys_simulate (scenario, NULL, &error);

  g_assert_no_error (error);
  return result;
}

#define DRIVERS                                                                                \
  "<rules discount-rate='0.1'/>"                                                               \
  "<drivers><driver id='speed' name='Speed' weight='60'/>"                                       \
  "<driver id='repeat' name='Repeat sales' weight='40'/></drivers>"

/* 605 a year for two years at 10 %: 550 + 500; 121 in the second year: 100. */
#define NEW                                                                                    \
  "<alternative id='new' name='New'>"                                                          \
  "<capital id='k' name='K' nature='forward'><amount exactly='1000'/></capital>"               \
  "<cost id='c' name='C'><amount exactly='121'/><when first='2'/></cost>"                      \
  "<benefit id='s' name='S' driver='speed' nature='forward'><amount exactly='605'/></benefit>" \
  "<saving id='r' name='R' driver='repeat' nature='running'><amount exactly='121'/>"           \
  "<when first='2'/></saving>"                                                                 \
  "<benefit id='n' name='N'><amount exactly='242'/><when first='2'/></benefit>"                \
  "<residual id='x' name='X'><amount exactly='363'/></residual>"                               \
  "</alternative>"

/* 121 in the second year: 100. */
#define OLD                                                                                    \
  "<alternative id='old' name='Old' baseline='yes'>"                                           \
  "<benefit id='o' name='O' driver='speed' nature='running'><amount exactly='121'/>"           \
  "<when first='2'/></benefit>"                                                                \
  "</alternative>"

#define close_to(value, expected) g_assert_cmpfloat_with_epsilon (value, expected, 1e-9)

static void
test_through (void)
{
  g_autoptr(YsResult) result = run (DRIVERS NEW);
  const YsAlternativeResult *own = &result->alternatives[0];

  close_to (own->through[0], 1050.0);
  close_to (own->through[1], 100.0);
  close_to (own->through[2], 200.0 + 300.0); /* the resale names no driver either */
  close_to (result->drivers[0].present_value, 1050.0);
  close_to (result->drivers[1].present_value, 100.0);
}

static void
test_purpose (void)
{
  g_autoptr(YsResult) result = run (DRIVERS NEW);
  const YsAlternativeResult *own = &result->alternatives[0];

  close_to (own->forward_benefits, 1050.0);
  close_to (own->running_benefits, 300.0); /* what does not say keeps things running */
  close_to (own->forward_costs, 1000.0);
  close_to (own->running_costs, 100.0);
  close_to (ys_result_get_metric (result, 0, "forward-share"), 1050.0 / 1350.0);
  close_to (ys_result_get_metric (result, 0, "total-cost"), 1100.0);
}

/* The others are differences from doing nothing; what is done already counts for no driver. */
static void
test_baseline (void)
{
  g_autoptr(YsResult) result = run (DRIVERS NEW OLD);
  const YsAlternativeResult *own = &result->alternatives[0];

  close_to (own->through[0], 950.0);
  close_to (own->running_benefits, 200.0);
  close_to (result->alternatives[1].through[0], 100.0);
  close_to (result->drivers[0].present_value, 950.0);
}

/* Whatever the scenario, nothing is left out and nothing counted twice. */
static void
test_adds_up (void)
{
  static const char *const files[] = { "one-scale.yardstick", "recovery-or-campaign.yardstick",
                                       "system-or-line.yardstick", "keep-or-buy-in.yardstick",
                                       "next-years-money.yardstick" };

  for (gsize f = 0; f < G_N_ELEMENTS (files); f++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("YS_EXAMPLES_DIR"), files[f], NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(YsScenario) scenario = ys_file_read (path, &error);
      g_autoptr(YsResult) result = scenario != NULL ? ys_simulate (scenario, NULL, &error) : NULL;

      g_assert_no_error (error);
      for (gsize a = 0; a < result->n_alternatives; a++)
        {
          const YsAlternativeResult *own = &result->alternatives[a];
          gsize n = scenario->n_periods + 1;
          double benefits = ys_present_value (own->benefits, result->times, n, own->rate);
          double lines = ys_present_value (own->line_benefits, result->times, n, own->rate);
          double costs = ys_present_value (own->costs, result->times, n, own->rate);
          double through = 0.0;

          for (gsize d = 0; d <= result->n_drivers; d++)
            through += own->through[d];
          g_assert_cmpfloat_with_epsilon (through, benefits, 1e-12 * (1.0 + ABS (benefits)));
          g_assert_cmpfloat_with_epsilon (own->forward_benefits + own->running_benefits, lines,
                                          1e-12 * (1.0 + ABS (lines)));
          g_assert_cmpfloat_with_epsilon (own->forward_costs + own->running_costs, costs,
                                          1e-12 * (1.0 + ABS (costs)));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/risk/drivers/through", test_through);
  g_test_add_func ("/risk/drivers/purpose", test_purpose);
  g_test_add_func ("/risk/drivers/baseline", test_baseline);
  g_test_add_func ("/risk/drivers/adds-up", test_adds_up);

  return g_test_run ();
}
