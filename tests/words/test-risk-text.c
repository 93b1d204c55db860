/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-risk-text.h"

#include <math.h>
#include <string.h>

/* Two alternatives of ten trials each and two inputs, made by hand: “A” is worth 100,000 on average
 * and “B” 40,000. */
#define N 2

static YsInput *
add_input (YsResult   *result,
           const char *id,
           const char *name,
           YsUnit      unit,
           double      low,
           double      mean,
           double      high)
{
  YsInput *input;

  /* made once, so that those handed out stay where they are */
  if (result->inputs == NULL)
    result->inputs = g_new0 (YsInput, N);
  g_assert_cmpuint (result->n_inputs, <, N);
  input = &result->inputs[result->n_inputs++];
  *input = (YsInput) {
    .id = g_strdup (id),
    .name = g_strdup (name),
    .unit = unit,
    .alternative = -1,
    .uncertain = TRUE,
    .mean = mean,
    .low = low,
    .high = high,
    .value = NAN,
    .value_error = NAN,
    .gap_share = NAN,
    .worth_low = g_new0 (double, N),
    .worth_high = g_new0 (double, N),
    .break_evens = g_new0 (double, N),
    .changes = g_new0 (double, N * N),
  };
  for (int i = 0; i < N; i++)
    input->break_evens[i] = NAN;
  for (int i = 0; i < N * N; i++)
    input->changes[i] = NAN;
  return input;
}

static void
set_swing (YsInput *input,
           int      alternative,
           double   low,
           double   high)
{
  input->worth_low[alternative] = low;
  input->worth_high[alternative] = high;
}

static void
set_change (YsInput *input,
            double   value)
{
  input->changes[1] = input->changes[2] = value;
}

static YsResult *
result_new (double     a,
            double     b,
            YsAnalyses analyses)
{
  g_autoptr (YsScenario) scenario = ys_scenario_new ("Test", "USD", 1);
  const double means[] = { a, b };
  YsResult *result;

  g_ptr_array_add (scenario->alternatives, ys_alternative_new ("a", "A"));
  g_ptr_array_add (scenario->alternatives, ys_alternative_new ("b", "B"));
  result = ys_result_new (scenario, 10);
  for (int i = 0; i < N; i++)
    {
      for (int trial = 0; trial < 10; trial++)
        result->alternatives[i].outcomes[trial] = means[i] + (trial % 2 == 0 ? 50000.0 : -50000.0);
      result->alternatives[i].cash[0] = means[i];
    }
  ys_result_finish (result);
  result->analyses = analyses;
  return result;
}

static void
assert_says (YsResult   *result,
             const char *expected)
{
  g_autofree char *text = ys_risk_text (result);

  g_assert_cmpstr (text, ==, expected);
}

/* A sentence by itself, checked and freed. */
static void
assert_is (char       *text,
           const char *expected)
{
  g_autofree char *own = text;

  g_assert_cmpstr (own, ==, expected);
}

static void
test_nothing_asked (void)
{
  g_autoptr (YsResult) result = result_new (1e5, 4e4, 0);
  g_autoptr (YsScenario) empty = ys_scenario_new ("Test", "USD", 1);
  g_autoptr (YsResult) nothing = ys_result_new (empty, 1);
  YsFacts facts;

  add_input (result, "demand", "Demand", YS_UNIT_FRACTION, 0.1, 0.2, 0.3);
  assert_says (result, "");

  ys_facts_init (&facts, result);
  assert_is (ys_risk_say_value (&facts, 0), NULL);
  assert_is (ys_risk_say_pair (&facts, 0, 1), NULL);
  assert_is (ys_risk_say_losses (&facts, 0), NULL);
  ys_facts_clear (&facts);

  nothing->analyses = YS_ANALYSE_ALL;
  assert_says (nothing, "");
}

static void
test_matters_most (void)
{
  g_autoptr (YsResult) result = result_new (1e5, 4e4, YS_ANALYSE_SWINGS);
  YsInput *demand = add_input (result, "demand", "Demand", YS_UNIT_FRACTION, 0.1, 0.2, 0.3);
  YsInput *price = NULL;
  YsFacts facts;

  set_swing (demand, 0, 60000.0, 190000.0);
  set_swing (demand, 1, 40000.0, 40000.0);
  assert_says (result, "“A” depends most on “Demand”: from $40,000 less (at 10%) to $90,000 more "
                       "(at 30%).");

  /* A cost: what is higher is worth less. And a larger swing goes first. */
  price = add_input (result, "price", "Price", YS_UNIT_MONEY, 10.0, 20.0, 30.0);
  set_swing (price, 0, 250000.0, -20000.0);
  set_swing (price, 1, 40000.0, 40000.0);
  assert_says (result, "“A” depends most on “Price”: from $120,000 less (at $30) to $150,000 more "
                       "(at $10). That is enough to turn its gain into a loss. Which of them is "
                       "better depends most on “Price”: at $10 it is “A”, at $30 “B”.");

  ys_facts_init (&facts, result);
  assert_is (ys_risk_say_swing (&facts, 0, 0),
             "“A” depends on “Demand”: from $40,000 less (at 10%) to $90,000 more (at 30%).");
  assert_is (ys_risk_say_swing (&facts, 0, 1), NULL);
  ys_facts_clear (&facts);
}

static void
test_turns_into_a_gain (void)
{
  g_autoptr (YsResult) result = result_new (-1e4, -4e4, YS_ANALYSE_SWINGS);
  YsInput *demand = add_input (result, "demand", "Demand", YS_UNIT_NUMBER, 10.0, 20.0, 30.0);

  set_swing (demand, 0, -60000.0, 40000.0);
  set_swing (demand, 1, -90000.0, 10000.0);
  assert_says (result, "“A” depends most on “Demand”: from $50,000 less (at 10) to $50,000 more "
                       "(at 30). That is enough to turn its loss into a gain.");
}

/* A swing that leaves the mean to one side is told by its ends. */
static void
test_swing_beside_the_mean (void)
{
  g_autoptr (YsResult) result = result_new (1e5, 4e4, YS_ANALYSE_SWINGS);
  YsInput *demand = add_input (result, "demand", "Demand", YS_UNIT_NUMBER, 10.0, 20.0, 30.0);

  set_swing (demand, 0, 100000.0, 130000.0);
  assert_says (result, "With “Demand”, what “A” is worth goes from $100,000 (at 10) to $130,000 "
                       "(at 30).");
}

static void
test_needs_to_be_true (void)
{
  g_autoptr (YsResult) result = result_new (1e5, -4e4, YS_ANALYSE_BREAK_EVENS);
  YsInput *demand = add_input (result, "demand", "Demand", YS_UNIT_FRACTION, 0.1, 0.2, 0.3);
  YsInput *price = add_input (result, "price", "Price", YS_UNIT_MONEY, 10.0, 20.0, 30.0);
  YsFacts facts;

  assert_says (result, "No single number turns “A” into a loss.");

  demand->break_evens[0] = 0.12;  /* 0.4 ranges away */
  price->break_evens[0] = 32.0;   /* 0.6 ranges away */
  price->break_evens[1] = 15.0;
  assert_says (result, "“A” breaks even when “Demand” is at least 12%; it is 20% on average.");

  ys_facts_init (&facts, result);
  assert_is (ys_risk_say_break_even (&facts, 1, 0),
             "“A” breaks even when “Price” is at most $32; it is $20 on average.");
  assert_is (ys_risk_say_break_even (&facts, 1, 1),
             "“B” breaks even when “Price” is at most $15; it is $20 on average.");
  assert_is (ys_risk_say_break_even (&facts, 0, 1), "No value of “Demand” by itself makes “B” pay.");
  price->break_evens[0] = NAN;
  assert_is (ys_risk_say_break_even (&facts, 1, 0), "“A” pays at every value of “Price”.");
  ys_facts_clear (&facts);
}

static void
test_changes_place (void)
{
  g_autoptr (YsResult) result = result_new (1e5, 4e4, YS_ANALYSE_BREAK_EVENS);
  YsInput *demand = add_input (result, "demand", "Demand", YS_UNIT_FRACTION, 0.1, 0.2, 0.3);
  YsFacts facts;

  set_change (demand, 0.15);
  assert_says (result, "No single number turns “A” into a loss. “B” overtakes “A” when “Demand” is "
                       "below 15%; it is 20% on average.");

  ys_facts_init (&facts, result);
  set_change (demand, 0.25);
  assert_is (ys_risk_say_change (&facts, 0, 1, 0),
             "“B” overtakes “A” when “Demand” is above 25%; it is 20% on average.");
  set_change (demand, NAN);
  assert_is (ys_risk_say_change (&facts, 0, 0, 1),
             "No value of “Demand” by itself puts “B” ahead of “A”.");
  ys_facts_clear (&facts);
}

static void
test_worth_checking (void)
{
  static const struct
  {
    double      value;
    double      error;
    const char *expected;
  } cases[] = {
    { 30000.0, 1000.0, "Before deciding, it is worth up to $30,000 to find out more about “Demand”." },
    { 30000.0, 20000.0, "“Demand” is not worth checking." }, /* it may be noise */
    { 0.0, 0.0, "“Demand” is not worth checking." },
  };
  g_autoptr (YsResult) result = result_new (1e5, 4e4, YS_ANALYSE_VALUES);
  YsInput *demand = add_input (result, "demand", "Demand", YS_UNIT_FRACTION, 0.1, 0.2, 0.3);
  YsFacts facts;

  ys_facts_init (&facts, result);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      demand->value = cases[i].value;
      demand->value_error = cases[i].error;
      assert_is (ys_risk_say_value (&facts, 0), cases[i].expected);
    }
  ys_facts_clear (&facts);

  assert_says (result, "Nothing is worth checking before deciding: no single answer would change "
                       "the choice often enough to pay for it.");
}

static void
test_pairs (void)
{
  static const struct
  {
    YsDominance first, second;
    const char *expected;
  } cases[] = {
    { YS_DOMINANCE_NONE, YS_DOMINANCE_NONE,
      "In the same circumstances “A” is worth more than “B” 7 times in 10." },
    { YS_DOMINANCE_SECOND, YS_DOMINANCE_NONE,
      "Whoever dislikes risk would prefer “A” to “B”: it is worth at least as much on average, and "
      "its bad outcomes are less bad." },
    { YS_DOMINANCE_FIRST, YS_DOMINANCE_NONE,
      "Everybody would prefer “A” to “B”: whatever the amount, its chance of reaching it is at least "
      "as good." },
    { YS_DOMINANCE_NONE, YS_DOMINANCE_FIRST,
      "Everybody would prefer “B” to “A”: whatever the amount, its chance of reaching it is at least "
      "as good." },
  };
  g_autoptr (YsResult) result = result_new (1e5, 4e4, YS_ANALYSE_PAIRS);

  result->pairs = g_new0 (YsPair, N * N);
  result->pairs[1].beats = 0.7;
  result->pairs[2].beats = 0.3;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      result->pairs[1].dominance = cases[i].first;
      result->pairs[2].dominance = cases[i].second;
      assert_says (result, cases[i].expected);
    }
}

/* Neither is worth more than the other, let alone 5 times in 10; and rounding is no preference. */
static void
test_equal_pair (void)
{
  g_autoptr (YsResult) result = result_new (1e5, 1e5, YS_ANALYSE_PAIRS);
  YsFacts facts;

  result->pairs = g_new0 (YsPair, N * N);
  result->pairs[1].beats = result->pairs[2].beats = 0.5;
  ys_facts_init (&facts, result);
  facts.certain = TRUE;
  assert_is (ys_risk_say_pair (&facts, 0, 1), "“A” and “B” are worth the same: $100,000.");
  result->pairs[1].dominance = YS_DOMINANCE_FIRST;
  assert_is (ys_risk_say_pair (&facts, 0, 1), "“A” and “B” are worth the same: $100,000.");
  ys_facts_clear (&facts);
}

static YsExceedance
exceedance (double loss,
            double chance)
{
  YsExceedance curve = { .losses = g_new (double, 2), .chances = g_new (double, 2), .n_points = 2 };

  curve.losses[0] = loss / 10.0;
  curve.losses[1] = loss;
  curve.chances[0] = 3.0 * chance;
  curve.chances[1] = chance;
  return curve;
}

static void
test_losses (void)
{
  g_autoptr (YsResult) result = result_new (1e5, 4e4, YS_ANALYSE_LOSSES);

  result->losses = g_new0 (YsLossCurves *, N);
  result->losses[1] = g_new0 (YsLossCurves, 1);
  for (int span = 0; span < YS_N_SPANS; span++)
    {
      result->losses[1]->without[span] = exceedance (1e6, 0.05);
      result->losses[1]->with[span] = exceedance (1.1e6, 0.02);
    }
  assert_says (result, "Without “B”, the chance of losing at least $1 million in any one year is 5%; "
                       "with it, 2%.");

  /* 5 % where 10 % are accepted, and 15 % where 12 % are. */
  g_ptr_array_add (result->scenario->tolerance, ys_tolerance_new (5e5, 0.1));
  g_ptr_array_add (result->scenario->tolerance, ys_tolerance_new (1e5, 0.12));
  assert_says (result, "Without “B”, the chance of losing at least $100,000 in any one year is "
                       "15%; with it, 6%. The board accepts 12%.");
}

/* What the investment leaves as it is. */
static void
test_losses_that_stay (void)
{
  g_autoptr (YsResult) result = result_new (1e5, 4e4, YS_ANALYSE_LOSSES);

  result->losses = g_new0 (YsLossCurves *, N);
  result->losses[1] = g_new0 (YsLossCurves, 1);
  for (int span = 0; span < YS_N_SPANS; span++)
    {
      result->losses[1]->without[span] = exceedance (1e6, 0.05);
      result->losses[1]->with[span] = exceedance (1e6, 0.05);
    }
  assert_says (result, "With “B”, the chance of losing at least $1 million in any one year is 5%.");

  g_ptr_array_add (result->scenario->tolerance, ys_tolerance_new (1e5, 0.12));
  assert_says (result, "With “B”, the chance of losing at least $100,000 in any one year is 15%. The "
                       "board accepts 12%.");
}

static void
test_markup (void)
{
  g_autoptr (YsResult) result = result_new (1e5, 4e4, YS_ANALYSE_SWINGS);
  YsInput *demand = add_input (result, "demand", "R&D", YS_UNIT_FRACTION, 0.1, 0.2, 0.3);
  g_autofree char *markup = NULL;

  set_swing (demand, 0, 60000.0, 190000.0);
  set_swing (demand, 1, 40000.0, 40000.0);
  markup = ys_risk_markup (result);
  g_assert_cmpstr (markup, ==, "<b>A</b> depends most on <b>R&amp;D</b>: from <b>$40,000</b> less "
                               "(at <b>10%</b>) to <b>$90,000</b> more (at <b>30%</b>).");
}

/* What needs to be true stands on its card; the page leads with less. */
static void
test_lead (void)
{
  g_autoptr (YsResult) result = result_new (1e5, 4e4, YS_ANALYSE_SWINGS | YS_ANALYSE_BREAK_EVENS);
  YsInput *demand = add_input (result, "demand", "Demand", YS_UNIT_FRACTION, 0.1, 0.2, 0.3);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  set_swing (demand, 0, 60000.0, 190000.0);
  set_swing (demand, 1, 40000.0, 40000.0);
  demand->break_evens[0] = 0.05;
  text = ys_risk_text (result);
  markup = ys_risk_markup (result);
  g_assert_nonnull (strstr (text, "“A” breaks even when “Demand” is at least 5%"));
  g_assert_null (strstr (markup, "breaks even"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/risk-text/nothing-asked", test_nothing_asked);
  g_test_add_func ("/words/risk-text/matters-most", test_matters_most);
  g_test_add_func ("/words/risk-text/turns-into-a-gain", test_turns_into_a_gain);
  g_test_add_func ("/words/risk-text/swing-beside-the-mean", test_swing_beside_the_mean);
  g_test_add_func ("/words/risk-text/needs-to-be-true", test_needs_to_be_true);
  g_test_add_func ("/words/risk-text/changes-place", test_changes_place);
  g_test_add_func ("/words/risk-text/worth-checking", test_worth_checking);
  g_test_add_func ("/words/risk-text/pairs", test_pairs);
  g_test_add_func ("/words/risk-text/equal-pair", test_equal_pair);
  g_test_add_func ("/words/risk-text/losses", test_losses);
  g_test_add_func ("/words/risk-text/losses-that-stay", test_losses_that_stay);
  g_test_add_func ("/words/risk-text/markup", test_markup);
  g_test_add_func ("/words/risk-text/lead", test_lead);

  return g_test_run ();
}
