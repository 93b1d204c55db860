/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ys-scenario.h"

static YsScenario *
build (void)
{
  const char *const understood[] = { "ERP", "CRM", NULL };
  g_autoptr (YsEstimate) range = ys_estimate_new ();
  YsScenario *scenario = ys_scenario_new ("Budget 2027", "EUR", 10);
  YsAlternative *alternative = ys_alternative_new ("campaign", "Spring campaign");

  ys_estimate_set_number (range, YS_NUMBER_LOW, 52.0);
  ys_estimate_set_number (range, YS_NUMBER_HIGH, 68.0);
  g_ptr_array_add (scenario->drivers, ys_driver_new ("repeat", "Repeat sales", 60.0));
  g_ptr_array_add (scenario->assumptions, ys_assumption_new ("margin", "Margin", range));
  g_ptr_array_add (scenario->assumptions, ys_assumption_new ("customers", "Customers", range));
  g_ptr_array_add (scenario->moves_with, ys_moves_with_new ("margin", "customers", -0.4));
  g_ptr_array_add (alternative->lines, ys_line_new (ys_line_kind_find ("cost"), "c1", "Print"));
  g_ptr_array_add (scenario->alternatives, alternative);
  g_ptr_array_add (scenario->budgets, ys_budget_new (0, 1500000.0));
  g_ptr_array_add (scenario->requires, ys_relation_new ("campaign", "b"));
  g_ptr_array_add (scenario->excludes, ys_relation_new ("campaign", "c"));
  g_ptr_array_add (scenario->tolerance, ys_tolerance_new (1e6, 0.05));
  scenario->start = g_strdup ("2027-01");
  scenario->rules.discount_rate = 0.09;
  scenario->understood = g_strdupv ((char **) understood);

  return scenario;
}

static void
replace (char       **text,
         const char  *other)
{
  g_free (*text);
  *text = g_strdup (other);
}

static YsAlternative *
first_alternative (YsScenario *scenario)
{
  return scenario->alternatives->pdata[0];
}

static YsAssumption *
first_assumption (YsScenario *scenario)
{
  return scenario->assumptions->pdata[0];
}

static YsDriver *
first_driver (YsScenario *scenario)
{
  return scenario->drivers->pdata[0];
}

static YsMovesWith *
first_pair (YsScenario *scenario)
{
  return scenario->moves_with->pdata[0];
}

static YsBudget *
first_budget (YsScenario *scenario)
{
  return scenario->budgets->pdata[0];
}

static YsTolerance *
first_tolerance (YsScenario *scenario)
{
  return scenario->tolerance->pdata[0];
}

#define CHANGE(name, statement) \
  static void \
  change_##name (YsScenario *scenario) \
  { \
    statement; \
  }

CHANGE (title, replace (&scenario->title, "Budget 2028"))
CHANGE (currency, replace (&scenario->currency, "USD"))
CHANGE (start, replace (&scenario->start, NULL))
CHANGE (period, scenario->period = YS_PERIOD_MONTH)
CHANGE (n_periods, scenario->n_periods = 9)
CHANGE (discount_rate, scenario->rules.discount_rate = NAN)
CHANGE (timing, scenario->rules.timing = YS_TIMING_MIDDLE)
CHANGE (tax_rate, scenario->rules.tax_rate = 0.0)
CHANGE (losses, scenario->rules.losses = YS_LOSSES_OFFSET)
CHANGE (reinvest_rate, scenario->rules.reinvest_rate = 0.05)
CHANGE (finance_rate, scenario->rules.finance_rate = 0.05)
CHANGE (seed, scenario->seed = 2)
CHANGE (trials, scenario->trials = 100)
CHANGE (has_simulation, scenario->has_simulation = TRUE)
CHANGE (comment, replace (&scenario->comment, "by hand"))
CHANGE (understood, replace (&scenario->understood[1], "SAP"))
CHANGE (understood_none, g_clear_pointer (&scenario->understood, g_strfreev))
CHANGE (driver_removed, g_ptr_array_set_size (scenario->drivers, 0))
CHANGE (driver_id, replace (&first_driver (scenario)->id, "speed"))
CHANGE (driver_name, replace (&first_driver (scenario)->name, "Speed"))
CHANGE (driver_weight, first_driver (scenario)->weight = 1.0)
CHANGE (driver_comment, replace (&first_driver (scenario)->comment, "x"))
CHANGE (assumption_id, replace (&first_assumption (scenario)->id, "x"))
CHANGE (assumption_name, replace (&first_assumption (scenario)->name, "x"))
CHANGE (assumption_unit, replace (&first_assumption (scenario)->unit, "EUR"))
CHANGE (assumption_source, replace (&first_assumption (scenario)->source, "x"))
CHANGE (assumption_comment, replace (&first_assumption (scenario)->comment, "x"))
CHANGE (estimate, ys_estimate_set_number (first_assumption (scenario)->estimate, YS_NUMBER_LOW, 1))
CHANGE (pair_a, replace (&first_pair (scenario)->a, "x"))
CHANGE (pair_b, replace (&first_pair (scenario)->b, "x"))
CHANGE (pair_correlation, first_pair (scenario)->rank_correlation = 0.4)
CHANGE (alternative_id, replace (&first_alternative (scenario)->id, "x"))
CHANGE (alternative_kind, replace (&first_alternative (scenario)->kind, "it"))
CHANGE (alternative_name, replace (&first_alternative (scenario)->name, "x"))
CHANGE (technical_name, replace (&first_alternative (scenario)->technical_name, ""))
CHANGE (sponsor, replace (&first_alternative (scenario)->sponsor, "Sales"))
CHANGE (color, replace (&first_alternative (scenario)->color, "#e66100"))
CHANGE (summary, replace (&first_alternative (scenario)->summary, "x"))
CHANGE (alternative_rate, first_alternative (scenario)->discount_rate = 0.12)
CHANGE (baseline, first_alternative (scenario)->baseline = TRUE)
CHANGE (alternative_comment, replace (&first_alternative (scenario)->comment, "x"))
CHANGE (line, ((YsLine *) first_alternative (scenario)->lines->pdata[0])->first = 0)
CHANGE (line_removed, g_ptr_array_set_size (first_alternative (scenario)->lines, 0))
CHANGE (budget_period, first_budget (scenario)->period = 1)
CHANGE (budget_amount, first_budget (scenario)->amount = 1.0)
CHANGE (requires, replace (&((YsRelation *) scenario->requires->pdata[0])->other, "x"))
CHANGE (excludes, replace (&((YsRelation *) scenario->excludes->pdata[0])->alternative, "x"))
CHANGE (tolerance_removed, g_ptr_array_set_size (scenario->tolerance, 0))
CHANGE (tolerance_loss, first_tolerance (scenario)->loss = 2e6)
CHANGE (tolerance_chance, first_tolerance (scenario)->chance = 0.02)

static void (*const changes[]) (YsScenario *scenario) = {
  change_title, change_currency, change_start, change_period, change_n_periods,
  change_discount_rate, change_timing, change_tax_rate, change_losses, change_reinvest_rate,
  change_finance_rate, change_seed, change_trials, change_has_simulation, change_comment,
  change_understood, change_understood_none, change_driver_removed, change_driver_id,
  change_driver_name, change_driver_weight, change_driver_comment, change_assumption_id,
  change_assumption_name, change_assumption_unit, change_assumption_source,
  change_assumption_comment, change_estimate, change_pair_a, change_pair_b,
  change_pair_correlation, change_alternative_id, change_alternative_kind,
  change_alternative_name, change_technical_name, change_sponsor, change_color, change_summary,
  change_alternative_rate, change_baseline, change_alternative_comment, change_line,
  change_line_removed, change_budget_period, change_budget_amount, change_requires,
  change_excludes, change_tolerance_removed, change_tolerance_loss, change_tolerance_chance,
};

static void
test_equal (void)
{
  g_autoptr (YsScenario) scenario = build ();

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (YsScenario) other = build ();

      g_assert_true (ys_scenario_equal (scenario, other));
      changes[i](other);
      g_assert_false (ys_scenario_equal (scenario, other));
      g_assert_false (ys_scenario_equal (other, scenario));
    }

  g_assert_false (ys_scenario_equal (scenario, NULL));
}

static void
test_rows_do_not_count (void)
{
  g_autoptr (YsScenario) a = build ();
  g_autoptr (YsScenario) b = build ();

  b->row = 2;
  first_alternative (b)->row = 3;
  first_assumption (b)->row = 4;
  first_driver (b)->row = 5;
  first_pair (b)->row = 6;
  first_budget (b)->row = 7;
  first_tolerance (b)->row = 8;
  g_assert_true (ys_scenario_equal (a, b));
}

static void
test_order_counts (void)
{
  g_autoptr (YsScenario) a = build ();
  g_autoptr (YsScenario) b = build ();
  gpointer first = g_ptr_array_steal_index (b->assumptions, 0);

  g_ptr_array_add (b->assumptions, first);
  g_assert_false (ys_scenario_equal (a, b));
}

/* The copy shares its parts, but not its lists of them. */
static void
test_copy (void)
{
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (YsScenario) same = build ();
  g_autoptr (YsScenario) copy = ys_scenario_copy (scenario);

  g_assert_true (ys_scenario_equal (scenario, copy));
  g_assert_true (first_alternative (scenario) == first_alternative (copy));

  g_ptr_array_set_size (copy->alternatives, 0);
  g_ptr_array_set_size (copy->assumptions, 0);
  g_ptr_array_set_size (copy->tolerance, 0);
  g_ptr_array_add (copy->drivers, ys_driver_new ("speed", "Speed", 1.0));
  change_understood (copy);
  change_title (copy);
  g_assert_true (ys_scenario_equal (scenario, same));
}

/* An edit as a document makes it: the changed line, its alternative and the scenario are copies. */
static void
test_edit (void)
{
  g_autoptr (YsScenario) before = build ();
  g_autoptr (YsScenario) same = build ();
  g_autoptr (YsScenario) after = ys_scenario_copy (before);
  YsAlternative *alternative = ys_alternative_copy (first_alternative (after));
  YsLine *line = ys_line_copy (alternative->lines->pdata[0]);

  line->first = 0;
  ys_line_unref (alternative->lines->pdata[0]);
  alternative->lines->pdata[0] = line;
  ys_alternative_unref (after->alternatives->pdata[0]);
  after->alternatives->pdata[0] = alternative;

  g_assert_false (ys_scenario_equal (before, after));
  g_assert_true (ys_scenario_equal (before, same));
  g_assert_true (first_assumption (before) == first_assumption (after));
}

static void
test_assumption_copy (void)
{
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (YsScenario) other = ys_scenario_copy (scenario);
  YsAssumption *copy;

  change_assumption_unit (scenario);
  copy = ys_assumption_copy (first_assumption (scenario));
  ys_assumption_unref (other->assumptions->pdata[0]);
  other->assumptions->pdata[0] = copy;
  g_assert_true (ys_scenario_equal (scenario, other));

  replace (&copy->name, "Other");
  g_assert_cmpstr (first_assumption (scenario)->name, ==, "Margin");
}

static gpointer
take_and_drop (gpointer data)
{
  for (int i = 0; i < 100000; i++)
    ys_scenario_unref (ys_scenario_ref (data));

  return NULL;
}

static void
test_ref_in_threads (void)
{
  YsScenario *scenario = build ();
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, take_and_drop, scenario);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpstr (scenario->title, ==, "Budget 2027");
  ys_scenario_unref (scenario);
}

static void
test_find (void)
{
  g_autoptr (YsScenario) scenario = build ();

  g_assert_cmpstr (ys_scenario_find_alternative (scenario, "campaign")->name, ==,
                   "Spring campaign");
  g_assert_cmpstr (ys_scenario_find_assumption (scenario, "customers")->name, ==, "Customers");
  g_assert_cmpstr (ys_scenario_find_driver (scenario, "repeat")->name, ==, "Repeat sales");
  g_assert_null (ys_scenario_find_alternative (scenario, "repeat"));
  g_assert_null (ys_scenario_find_assumption (scenario, ""));
  g_assert_null (ys_scenario_find_driver (scenario, NULL));
}

static const struct
{
  YsPeriod period;
  YsTiming timing;
  int      t;
  double   years;
} times[] = {
  { YS_PERIOD_YEAR, YS_TIMING_END, 0, 0.0 },
  { YS_PERIOD_YEAR, YS_TIMING_END, 3, 3.0 },
  { YS_PERIOD_YEAR, YS_TIMING_MIDDLE, 0, 0.0 },
  { YS_PERIOD_YEAR, YS_TIMING_MIDDLE, 1, 0.5 },
  { YS_PERIOD_QUARTER, YS_TIMING_END, 6, 1.5 },
  { YS_PERIOD_QUARTER, YS_TIMING_MIDDLE, 1, 0.125 },
  { YS_PERIOD_MONTH, YS_TIMING_END, 18, 1.5 },
  { YS_PERIOD_MONTH, YS_TIMING_MIDDLE, 7, 6.5 / 12.0 },
};

static void
test_years (void)
{
  g_autoptr (YsScenario) scenario = ys_scenario_new ("", "EUR", 24);

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      scenario->period = times[i].period;
      scenario->rules.timing = times[i].timing;
      g_assert_cmpfloat (ys_scenario_get_years (scenario, times[i].t), ==, times[i].years);
    }
}

static void
test_rate (void)
{
  g_autoptr (YsScenario) scenario = ys_scenario_new ("", "EUR", 1);
  g_autoptr (YsAlternative) alternative = ys_alternative_new ("a", "A");

  g_assert_cmpfloat (ys_scenario_get_rate (scenario, alternative), ==, 0.0);
  scenario->rules.discount_rate = 0.09;
  g_assert_cmpfloat (ys_scenario_get_rate (scenario, alternative), ==, 0.09);
  alternative->discount_rate = 0.0;
  g_assert_cmpfloat (ys_scenario_get_rate (scenario, alternative), ==, 0.0);
  g_assert_cmpfloat (ys_scenario_get_rate (scenario, NULL), ==, 0.09);
}

static void
test_ids (void)
{
  YsPeriod period;
  YsTiming timing;
  YsLosses losses;

  g_assert_true (ys_period_from_id ("quarter", &period) && period == YS_PERIOD_QUARTER);
  g_assert_true (ys_timing_from_id ("middle", &timing) && timing == YS_TIMING_MIDDLE);
  g_assert_true (ys_losses_from_id ("offset", &losses) && losses == YS_LOSSES_OFFSET);
  g_assert_false (ys_period_from_id ("week", &period));
  g_assert_false (ys_timing_from_id ("start", &timing));
  g_assert_false (ys_losses_from_id ("carry-back", &losses));
  g_assert_cmpstr (ys_period_get_id (YS_PERIOD_MONTH), ==, "month");
  g_assert_cmpstr (ys_timing_get_id (YS_TIMING_END), ==, "end");
  g_assert_cmpstr (ys_losses_get_id (YS_LOSSES_CARRY_FORWARD), ==, "carry-forward");
}

static void
test_new (void)
{
  g_autoptr (YsScenario) scenario = ys_scenario_new ("Blank", "EUR", 5);

  g_assert_true (isnan (scenario->rules.discount_rate));
  g_assert_true (isnan (scenario->rules.tax_rate));
  g_assert_cmpuint (scenario->trials, ==, 65536);
  g_assert_cmpint ((int) scenario->rules.losses, ==, (int) YS_LOSSES_CARRY_FORWARD);
  g_assert_cmpint ((int) scenario->period, ==, (int) YS_PERIOD_YEAR);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/scenario/new", test_new);
  g_test_add_func ("/model/scenario/equal", test_equal);
  g_test_add_func ("/model/scenario/rows-do-not-count", test_rows_do_not_count);
  g_test_add_func ("/model/scenario/order-counts", test_order_counts);
  g_test_add_func ("/model/scenario/copy", test_copy);
  g_test_add_func ("/model/scenario/edit", test_edit);
  g_test_add_func ("/model/scenario/assumption-copy", test_assumption_copy);
  g_test_add_func ("/model/scenario/ref-in-threads", test_ref_in_threads);
  g_test_add_func ("/model/scenario/find", test_find);
  g_test_add_func ("/model/scenario/years", test_years);
  g_test_add_func ("/model/scenario/rate", test_rate);
  g_test_add_func ("/model/scenario/ids", test_ids);

  return g_test_run ();
}
