/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-starter.h"

#include <math.h>
#include <string.h>

#include "ys-blank.h"
#include "ys-file.h"
#include "ys-simulate.h"

static YsScenario *
blank_new (YsPeriod period,
           int      n_periods)
{
  YsScenario *scenario = ys_blank_new ("EUR", 1024, 2027);

  scenario->period = period;
  scenario->n_periods = n_periods;
  return scenario;
}

static void
assert_makes_sense (const YsScenario *scenario)
{
  g_autoptr (GPtrArray) errors = ys_scenario_check (scenario);

  for (guint i = 0; i < errors->len; i++)
    g_test_message ("%s", ((GError *) g_ptr_array_index (errors, i))->message);
  g_assert_cmpuint (errors->len, ==, 0);
}

static double
get_npv (const YsScenario *scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsResult) result = ys_simulate (scenario, NULL, &error);

  g_assert_no_error (error);
  return ys_result_get_metric (result, scenario->alternatives->len - 1, "npv");
}

/* Placeholders count like any figures, and none is taken for a fact. */
static void
assert_sources (const YsScenario *scenario)
{
  const YsAlternative *made = g_ptr_array_index (scenario->alternatives,
                                                 scenario->alternatives->len - 1);

  for (guint i = 0; i < made->lines->len; i++)
    {
      const YsLine *line = g_ptr_array_index (made->lines, i);

      g_assert_cmpstr (line->source, ==, "To be filled: a placeholder");
      g_assert_null (line->driver);
    }
}

/* In every length of period, from one period on. */
static void
test_every_horizon (gconstpointer data)
{
  const YsStarter *starter = data;
  const int horizons[] = { 1, 2, 5, 13, 60 };

  for (int period = 0; period < YS_N_PERIODS; period++)
    for (gsize i = 0; i < G_N_ELEMENTS (horizons); i++)
      {
        g_autoptr (YsScenario) blank = blank_new (period, horizons[i]);
        g_autoptr (YsScenario) made = ys_starter_make (starter, blank);

        g_assert_cmpuint (made->alternatives->len, ==, 2);
        assert_makes_sense (made);
        assert_sources (made);
        g_assert_true (isfinite (get_npv (made)));
      }
}

/* A year is a year, however it is cut: the same yearly amounts, only paid a little sooner. */
static void
test_same_year (gconstpointer data)
{
  double npv[YS_N_PERIODS];

  for (int period = 0; period < YS_N_PERIODS; period++)
    {
      g_autoptr (YsScenario) blank =
        blank_new (period, 4 * ys_period_get_per_year (period));
      g_autoptr (YsScenario) made = NULL;

      blank->rules.discount_rate = 0.0;
      blank->trials = 65536;
      made = ys_starter_make (data, blank);
      npv[period] = get_npv (made);
    }

  g_assert_cmpfloat_with_epsilon (npv[YS_PERIOD_QUARTER], npv[YS_PERIOD_YEAR],
                                  0.15 * fabs (npv[YS_PERIOD_YEAR]) + 20000);
  g_assert_cmpfloat_with_epsilon (npv[YS_PERIOD_MONTH], npv[YS_PERIOD_QUARTER],
                                  0.15 * fabs (npv[YS_PERIOD_QUARTER]) + 20000);
}

/* Two of a kind have names, ids and assumptions of their own; what was there is left as it was. */
static void
test_twice (gconstpointer data)
{
  g_autoptr (YsScenario) blank = blank_new (YS_PERIOD_YEAR, 5);
  g_autoptr (YsScenario) once = ys_starter_make (data, blank);
  g_autoptr (YsScenario) twice = ys_starter_make (data, once);
  g_autoptr (YsScenario) again = ys_blank_new ("EUR", 1024, 2027);
  const YsAlternative *first = g_ptr_array_index (twice->alternatives, 1);
  const YsAlternative *second = g_ptr_array_index (twice->alternatives, 2);
  g_autofree char *expected = g_strconcat (first->name, " 2", NULL);

  g_assert_true (ys_scenario_equal (blank, again));
  g_assert_cmpstr (second->name, ==, expected);
  g_assert_cmpuint (twice->assumptions->len, ==, 2 * once->assumptions->len);
  g_assert_cmpuint (second->lines->len, ==, first->lines->len);
  assert_makes_sense (twice);
}

/* What a starter makes is a scenario like any other: it can be written and read. */
static void
test_all_in_one_file (void)
{
  g_autoptr (YsScenario) scenario = blank_new (YS_PERIOD_QUARTER, 20);
  g_autoptr (YsScenario) read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  for (const YsStarter *starter = ys_starters; starter->id != NULL; starter++)
    {
      YsScenario *next = ys_starter_make (starter, scenario);

      ys_scenario_unref (scenario);
      scenario = next;
      g_assert_true (ys_starter_find (starter->id) == starter);
    }

  text = ys_file_write_text (scenario);
  bytes = g_bytes_new_static (text, strlen (text));
  read = ys_file_read_bytes (bytes, &problems);
  g_assert_nonnull (read);
  g_assert_true (ys_scenario_equal (read, scenario));
}

static void
test_blank (void)
{
  g_autoptr (YsScenario) blank = ys_blank_new ("EUR", 1000, 2027);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsResult) result = NULL;

  assert_makes_sense (blank);
  result = ys_simulate (blank, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->baseline, ==, 0);
  g_assert_cmpstr (blank->start, ==, "2027-01");
}

static void
add_for_each (const char    *name,
              GTestDataFunc  test)
{
  for (const YsStarter *starter = ys_starters; starter->id != NULL; starter++)
    {
      g_autofree char *path = g_strdup_printf ("/starter/%s/%s", name, starter->id);

      g_test_add_data_func (path, starter, test);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_for_each ("every-horizon", test_every_horizon);
  add_for_each ("same-year", test_same_year);
  add_for_each ("twice", test_twice);
  g_test_add_func ("/starter/all-in-one-file", test_all_in_one_file);
  g_test_add_func ("/starter/blank", test_blank);

  return g_test_run ();
}
