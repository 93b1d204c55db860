/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-verdict.h"

#include <math.h>
#include <string.h>

/* A result is made by hand: alternatives with the outcomes given, the rest follows from these. */
typedef struct
{
  const char *name;
  const char *kind; /* of its one line */
  gboolean    baseline;
  double      outcomes[10];
} Option;

static YsAlternative *
alternative_new (const Option *option)
{
  YsAlternative *alternative = ys_alternative_new (option->name, option->name);
  YsLine *line = ys_line_new (ys_line_kind_find (option->kind), "line", "Line");

  alternative->baseline = option->baseline;
  g_ptr_array_add (alternative->lines, line);
  return alternative;
}

static YsResult *
result_new (const Option *options,
            gsize         n,
            gsize         n_trials)
{
  g_autoptr (YsScenario) scenario = ys_scenario_new ("Test", "USD", 1);
  YsResult *result;

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (scenario->alternatives, alternative_new (&options[i]));

  result = ys_result_new (scenario, n_trials);
  for (gsize i = 0; i < n; i++)
    for (gsize trial = 0; trial < n_trials; trial++)
      {
        result->alternatives[i].outcomes[trial] = options[i].outcomes[trial];
        result->alternatives[i].cash[0] += options[i].outcomes[trial] / (double) n_trials;
      }
  ys_result_finish (result);

  return result;
}

static void
value_input (YsResult   *result,
             const char *id,
             const char *name,
             double      value)
{
  result->inputs = g_new0 (YsInput, 1);
  result->n_inputs = 1;
  result->inputs[0].id = g_strdup (id);
  result->inputs[0].name = g_strdup (name);
  result->inputs[0].value = value;
}

static void
assert_says (const YsResult *result,
             const char     *expected)
{
  g_autofree char *text = ys_verdict_text (result);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_mentions (const YsResult *result,
                 const char     *part,
                 gboolean        mentions)
{
  g_autofree char *text = ys_verdict_text (result);

  if ((strstr (text, part) != NULL) != mentions)
    g_error ("“%s” should %s“%s”", text, mentions ? "say " : "not say ", part);
}

#define TEN(v) { v, v, v, v, v, v, v, v, v, v }

static void
test_empty (void)
{
  g_autoptr (YsResult) nothing = result_new (NULL, 0, 1);
  const Option baseline[] = { { "Keep", "benefit", TRUE, { 5000 } } };
  g_autoptr (YsResult) only_baseline = result_new (baseline, 1, 1);

  assert_says (nothing, "There is nothing to compare yet: add an alternative.");
  assert_says (only_baseline, "There is nothing to compare yet: add an alternative.");
}

static void
test_single_certain (void)
{
  const Option gain[] = { { "Mulchers", "benefit", FALSE, { 65488 } } };
  const Option loss[] = { { "Mulchers", "benefit", FALSE, { -1840000 } } };
  const Option even[] = { { "Mulchers", "benefit", FALSE, { -1e-11 } } };
  g_autoptr (YsResult) gaining = result_new (gain, 1, 1);
  g_autoptr (YsResult) losing = result_new (loss, 1, 1);
  g_autoptr (YsResult) breaking_even = result_new (even, 1, 1);

  assert_says (gaining, "“Mulchers” is worth $65,000 today.");
  assert_says (losing, "“Mulchers” loses $1.8 million in today’s money.");
  assert_says (breaking_even, "“Mulchers” just gets its money back, and no more.");
}

static void
test_single_uncertain (void)
{
  const Option gain[] = { { "Mulchers", "benefit", FALSE,
                            { -1e4, -1e4, -1e4, 2e4, 2e4, 2e4, 3e4, 3e4, 4e4, 6e4 } } };
  const Option loss[] = { { "Mulchers", "benefit", FALSE, TEN (-20000) } };
  g_autoptr (YsResult) gaining = result_new (gain, 1, 10);
  g_autoptr (YsResult) losing = result_new (loss, 1, 10);

  assert_says (gaining, "“Mulchers” is worth $19,000 today, on average. "
                        "Its chance of losing money is 3 in 10.");
  assert_says (losing, "“Mulchers” loses $20,000 in today’s money, on average. "
                       "Its chance of losing money is over 99%.");
}

static void
test_doing_nothing (void)
{
  const Option certain[] = {
    { "A", "benefit", FALSE, { -50000 } },
    { "B", "benefit", FALSE, { -20000 } },
  };
  const Option uncertain[] = {
    { "A", "benefit", FALSE, TEN (-50000) },
    { "B", "benefit", FALSE, { -9e4, -9e4, -9e4, -9e4, -9e4, 5e4, 5e4, 5e4, 5e4, 5e4 } },
  };
  const Option measured[] = {
    { "Keep", "benefit", TRUE, TEN (70000) },
    { "A", "benefit", FALSE, TEN (-50000) },
    { "B", "benefit", FALSE, TEN (-20000) },
  };
  g_autoptr (YsResult) surely = result_new (certain, 2, 1);
  g_autoptr (YsResult) probably = result_new (uncertain, 2, 10);
  g_autoptr (YsResult) against = result_new (measured, 3, 10);

  assert_says (surely,
               "Doing nothing is the better choice: even the best of these, “B”, loses $20,000.");
  assert_says (probably, "Doing nothing is the better choice: even the best of these, “B”, "
                         "loses $20,000 on average.");
  assert_says (against,
               "None of these beats “Keep”: even the best, “B”, is $20,000 worse on average.");
}

static void
test_too_close (void)
{
  const Option close[] = {
    { "A", "benefit", FALSE, { 1e5, 3e5, 1e5, 3e5, 1e5, 3e5, 1e5, 3e5, 1e5, 3e5 } },
    { "B", "benefit", FALSE, { 3e5, 1e5, 3e5, 1e5, 3e5, 1e5, 3e5, 1e5, 3e5, 1.2e5 } },
  };
  const Option many[] = {
    close[0],
    close[1],
    { "C", "benefit", FALSE, { 3e5, 3e5, 1e5, 1e5, 3e5, 1e5, 3e5, 1e5, 3e5, 1e5 } },
  };
  const Option equal[] = {
    { "A", "benefit", FALSE, { 30000 } },
    { "B", "benefit", FALSE, { 30000.0000001 } },
  };
  /* Always ahead by the same amount: no noise, however small the lead. */
  const Option ahead[] = {
    { "A", "benefit", FALSE, { 11e4, 31e4, 11e4, 31e4, 11e4, 31e4, 11e4, 31e4, 11e4, 31e4 } },
    { "B", "benefit", FALSE, { 1e5, 3e5, 1e5, 3e5, 1e5, 3e5, 1e5, 3e5, 1e5, 3e5 } },
  };
  g_autoptr (YsResult) two = result_new (close, 2, 10);
  g_autoptr (YsResult) three = result_new (many, 3, 10);
  g_autoptr (YsResult) same = result_new (equal, 2, 1);
  g_autoptr (YsResult) clear = result_new (ahead, 2, 10);

  assert_says (two, "“B” and “A” are too close to call: $202,000 and $200,000 on average.");
  assert_says (three,
               "“B” is worth most on average, $202,000, but 2 others come too close behind it "
               "to call.");
  assert_says (same, "“B” and “A” are worth the same: $30,000.");
  assert_says (clear, "“A” is surely worth most: $210,000 on average.");
}

static void
test_worth_most (void)
{
  const Option certain[] = {
    { "A", "benefit", FALSE, { 277000 } },
    { "B", "benefit", FALSE, { 351204 } },
  };
  const Option alone[] = {
    { "A", "benefit", FALSE, { -277000 } },
    { "B", "benefit", FALSE, { 351204 } },
  };
  const Option usually[] = {
    { "A", "benefit", FALSE, TEN (3e5) },
    { "B", "benefit", FALSE, { 2e5, 2e5, 2e5, 2e5, 7e5, 7e5, 7e5, 7e5, 7e5, 7e5 } },
  };
  g_autoptr (YsResult) next = result_new (certain, 2, 1);
  g_autoptr (YsResult) only = result_new (alone, 2, 1);
  g_autoptr (YsResult) often = result_new (usually, 2, 10);

  assert_says (next, "“B” is worth most: $351,000. “A” comes next with $277,000.");
  assert_says (only, "“B” is worth most: $351,000. Nothing else here pays.");
  assert_says (often, "“B” is worth most: $500,000 on average, and it comes out on top "
                      "6 times in 10.");
}

static void
test_oftener (void)
{
  const Option options[] = {
    { "A", "benefit", FALSE, TEN (3e5) },
    { "B", "benefit", FALSE, { 2e5, 2e5, 2e5, 2e5, 2e5, 2e5, 3e6, 3e6, 3e6, 3e6 } },
  };
  const Option measured[] = {
    { "Keep", "benefit", TRUE, TEN (0) },
    { "B", "benefit", FALSE, { -2e5, -2e5, -2e5, -2e5, -2e5, -2e5, 3e6, 3e6, 3e6, 3e6 } },
    { "C", "benefit", FALSE, TEN (-3e5) },
  };
  g_autoptr (YsResult) other = result_new (options, 2, 10);
  g_autoptr (YsResult) baseline = result_new (measured, 3, 10);

  assert_says (other, "“B” is worth most: $1.3 million on average, though it comes out on top "
                      "only 4 times in 10. “A” comes out on top more often, 6 times in 10, but is "
                      "worth less: $300,000 on average.");
  assert_mentions (baseline, "“Keep” is the best choice more often: 6 times in 10.", TRUE);
}

static void
test_safest (void)
{
  const Option other[] = {
    { "A", "benefit", FALSE, TEN (1e5) },
    { "B", "benefit", FALSE, { -2e5, -2e5, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6 } },
  };
  const Option same[] = {
    { "A", "benefit", FALSE, { -1e5, -1e5, -1e5, 1e5, 1e5, 1e5, 1e5, 1e5, 1e5, 1e5 } },
    { "B", "benefit", FALSE, { -2e5, -2e5, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6 } },
  };
  const Option worthless[] = {
    { "A", "benefit", FALSE, { -1, -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
    { "B", "benefit", FALSE, { 1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6 } },
  };
  g_autoptr (YsResult) another = result_new (other, 2, 10);
  g_autoptr (YsResult) best = result_new (same, 2, 10);
  g_autoptr (YsResult) no_risk = result_new (worthless, 2, 10);

  assert_mentions (another, "“A” is the safest: its chance of losing money is under 1%, and it is "
                            "worth $100,000 on average.", TRUE);
  assert_mentions (best, "“B” is also the safest: its chance of losing money is 2 in 10.", TRUE);
  assert_mentions (no_risk, "losing money", FALSE);
}

static void
test_pays_only_when (void)
{
  const Option plan[] = {
    { "Sell on", "avoided-loss", FALSE,
      { -1e5, -1e5, -1e5, -1e5, -1e5, -1e5, -1e5, -1e5, 2e6, 4e6 } },
  };
  const Option no_insurance[] = { { "Sell on", "benefit", FALSE, { 0 } } };
  Option campaign = plan[0];
  const Option two[] = { plan[0], { "A", "benefit", FALSE, TEN (3e6) } };
  g_autoptr (YsResult) insurance = result_new (plan, 1, 10);
  g_autoptr (YsResult) one_of_two = result_new (two, 2, 10);
  g_autoptr (YsResult) gamble = NULL;
  g_autoptr (YsResult) certain = result_new (no_insurance, 1, 1);

  campaign.kind = "benefit";
  gamble = result_new (&campaign, 1, 10);

  assert_mentions (insurance, "money is 8 in 10. It pays only when something bad happens, 2 times "
                              "in 10, and then it is worth $3 million on average.", TRUE);
  assert_mentions (one_of_two, "“Sell on” pays only when something bad happens", TRUE);
  assert_mentions (gamble, "something bad", FALSE);
  assert_mentions (certain, "something bad", FALSE);
}

static void
test_find_out_first (void)
{
  const Option options[] = {
    { "A", "benefit", FALSE, TEN (3e5) },
    { "B", "benefit", FALSE, { 2e5, 2e5, 2e5, 2e5, 7e5, 7e5, 7e5, 7e5, 7e5, 7e5 } },
  };
  g_autoptr (YsResult) silent = result_new (options, 2, 10);
  g_autoptr (YsResult) material = result_new (options, 2, 10);
  g_autoptr (YsResult) small = result_new (options, 2, 10);

  value_input (material, "take-up", "Take-up", 90000);
  value_input (small, "take-up", "Take-up", 900);

  assert_mentions (silent, "find out", FALSE);
  assert_mentions (small, "find out", FALSE);
  assert_mentions (material, "Before deciding, it is worth up to $90,000 to find out more about "
                             "“Take-up”.", TRUE);
}

/* A line's own figures go by names that people know, not by a path. */
static void
test_find_out_line (void)
{
  const Option options[] = {
    { "A", "benefit", FALSE, TEN (3e5) },
    { "B", "benefit", FALSE, { 2e5, 2e5, 2e5, 2e5, 7e5, 7e5, 7e5, 7e5, 7e5, 7e5 } },
  };
  g_autoptr (YsResult) amount = result_new (options, 2, 10);
  g_autoptr (YsResult) growth = result_new (options, 2, 10);
  g_autoptr (YsResult) alone = result_new (options + 1, 1, 10);

  value_input (amount, "B/line/amount", "B: Line: Amount", 90000);
  value_input (growth, "B/line/growth", "B: Line: Growth a year", 90000);
  value_input (alone, "B/line/amount", "B: Line: Amount", 90000);

  assert_mentions (amount, "to find out more about “Line” (B).", TRUE);
  assert_mentions (growth, "to find out more about “Line: Growth a year” (B).", TRUE);
  assert_mentions (alone, "to find out more about “Line”.", TRUE);
}

/* −100 today and 121 in two years: 10 % a year, and back after 1 + 100/121 years. */
static void
test_when_it_pays (void)
{
  g_autoptr (YsScenario) scenario = ys_scenario_new ("Test", "USD", 2);
  const Option option = { "A", "benefit", FALSE, { 0 } };
  g_autoptr (YsResult) result = NULL;

  scenario->rules.discount_rate = 0.05;
  g_ptr_array_add (scenario->alternatives, alternative_new (&option));
  result = ys_result_new (scenario, 1);
  result->alternatives[0].cash[0] = -100.0;
  result->alternatives[0].cash[2] = 121.0;
  result->alternatives[0].outcomes[0] = 121.0 / 1.1025 - 100.0;
  ys_result_finish (result);

  assert_says (result, "“A” is worth $9.75 today. It pays for itself in 1.8 years and returns 10% "
                       "a year, against 5% required.");
}

static void
test_markup (void)
{
  const Option options[] = { { "Bed & <breakfast> 100%", "benefit", FALSE, { 65488 } } };
  g_autoptr (YsResult) result = result_new (options, 1, 1);
  g_autofree char *markup = ys_verdict_markup (result);

  g_assert_cmpstr (markup, ==, "<b>Bed &amp; &lt;breakfast&gt; 100%</b> is worth "
                               "<b>$65,000</b> today.");
  assert_says (result, "“Bed & <breakfast> 100%” is worth $65,000 today.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/verdict/empty", test_empty);
  g_test_add_func ("/words/verdict/single/certain", test_single_certain);
  g_test_add_func ("/words/verdict/single/uncertain", test_single_uncertain);
  g_test_add_func ("/words/verdict/doing-nothing", test_doing_nothing);
  g_test_add_func ("/words/verdict/too-close", test_too_close);
  g_test_add_func ("/words/verdict/worth-most", test_worth_most);
  g_test_add_func ("/words/verdict/oftener", test_oftener);
  g_test_add_func ("/words/verdict/safest", test_safest);
  g_test_add_func ("/words/verdict/pays-only-when", test_pays_only_when);
  g_test_add_func ("/words/verdict/find-out-first", test_find_out_first);
  g_test_add_func ("/words/verdict/find-out-line", test_find_out_line);
  g_test_add_func ("/words/verdict/when-it-pays", test_when_it_pays);
  g_test_add_func ("/words/verdict/markup", test_markup);

  return g_test_run ();
}
