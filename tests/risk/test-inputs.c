/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the answer rests on: what it is worth to find an input out, what it does to the answer, what it
 * needs to be. */
#include <math.h>

#include "scenario-text.h"
#include "ys-distribution.h"
#include "ys-simulate.h"

static YsResult *
run_with (const char        *head,
          const char        *body,
          YsSimulateOptions  options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(YsScenario) scenario = scenario_from_text (head, body);
  YsResult *result = ys_simulate (scenario, &options, &error);

  g_assert_no_error (error);
  return result;
}

static YsResult *
run (const char *head,
     const char *body,
     YsAnalyses  analyses)
{
  return run_with (head, body, (YsSimulateOptions) { .analyses = analyses });
}

static const YsInput *
find (const YsResult *result,
      const char     *id)
{
  for (gsize i = 0; i < result->n_inputs; i++)
    if (g_str_equal (result->inputs[i].id, id))
      return &result->inputs[i];

  g_error ("there is no input “%s”", id);
}

#define PLAIN "<rules discount-rate='0'/>"
#define YEAR "period='year' periods='1'"

/* --- the list ---------------------------------------------------------------------------------- */

static void
test_list (void)
{
  static const struct
  {
    const char *id;
    YsUnit      unit;
    int         alternative;
    gboolean    uncertain;
  } expected[] = {
    { "price", YS_UNIT_MONEY, -1, TRUE },
    { "share", YS_UNIT_FRACTION, -1, FALSE },
    { "n/b/amount", YS_UNIT_MONEY, -1, FALSE },
    { "a/b/growth", YS_UNIT_FRACTION, 1, TRUE },
    { "a/b/chance", YS_UNIT_FRACTION, 1, FALSE },
    { "a/l/events-per-year", YS_UNIT_NUMBER, 1, FALSE },
    { "a/l/loss-each", YS_UNIT_MONEY, 1, TRUE },
  };
  g_autoptr(YsResult) result =
    run ("period='year' periods='3'",
         PLAIN "<simulation trials='1000'/><assumptions>"
         "<assumption id='price' name='Price' unit='EUR' shape='normal' mean='10' sd='2'/>"
         "<assumption id='twice' name='Twice' formula='2 * price'/>"
         "<assumption id='share' name='Share' unit='%' exactly='0.5'/></assumptions>"
         "<alternative id='n' name='N' baseline='yes'><benefit id='b' name='B'><amount exactly='1'/></benefit></alternative>"
         "<alternative id='a' name='A'><benefit id='b' name='B'><amount formula='twice'/><growth low='0' high='0.1'/>"
         "<chance exactly='0.5'/></benefit><cost id='c' name='C'><by-period>1 2 3</by-period></cost>"
         "<loss id='l' name='L'><events-per-year exactly='1'/><loss-each low='1' high='2' shape='uniform'/></loss></alternative>",
         YS_ANALYSE_VALUES);

  g_assert_cmpuint (result->n_inputs, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpstr (result->inputs[i].id, ==, expected[i].id);
      g_assert_cmpint (result->inputs[i].unit, ==, expected[i].unit);
      g_assert_cmpint (result->inputs[i].alternative, ==, expected[i].alternative);
      g_assert_cmpint (result->inputs[i].uncertain, ==, expected[i].uncertain);
    }

  g_assert_cmpfloat_with_epsilon (result->inputs[0].low, 10 - 2 * ys_normal_quantile (0.9), 1e-9);
  g_assert_cmpfloat_with_epsilon (result->inputs[0].high, 10 + 2 * ys_normal_quantile (0.9), 1e-9);
  g_assert_cmpfloat (result->inputs[4].low, ==, 0.5);
  g_assert_cmpstr (result->inputs[3].name, ==, "A: B: Growth a year");
  g_assert_true (isnan (result->inputs[6].value)); /* drawn anew for every event */
}

/* An assumption counts as the question “what if” has it. */
static void
test_list_what_if (void)
{
  g_autoptr(YsWhatIf) what_if = ys_what_if_new ();
  g_autoptr(YsResult) result = NULL;

  ys_what_if_set_shift (what_if, "m", 0.5);
  result = run_with (YEAR, PLAIN "<simulation trials='1000'/><assumptions>"
                     "<assumption id='m' name='M' shape='uniform' low='0' high='10'/></assumptions>"
                     "<alternative id='a' name='A'><benefit id='b' name='B'><amount formula='m'/></benefit></alternative>",
                     (YsSimulateOptions) { .analyses = YS_ANALYSE_VALUES, .what_if = what_if });
  g_assert_cmpfloat_with_epsilon (result->inputs[0].mean, 2.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (result->inputs[0].low, 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (result->inputs[0].high, 4.5, 1e-12);
}

/* --- what it is worth to find out -------------------------------------------------------------- */

/* In a sum of independent numbers each has the share of the variance that is its own. */
static void
test_shares (void)
{
  g_autoptr(YsResult) result =
    run (YEAR, PLAIN "<simulation seed='5' trials='65536'/><assumptions>"
         "<assumption id='one' name='One' shape='normal' mean='0' sd='3'/>"
         "<assumption id='two' name='Two' shape='uniform' low='-3.46410161513775' high='3.46410161513775'/>"
         "<assumption id='idle' name='Idle' shape='normal' mean='0' sd='9'/></assumptions>"
         "<alternative id='a' name='A'><benefit id='b' name='B'><amount formula='one + two'/></benefit>"
         "<benefit id='c' name='C'><amount><case value='-1' weight='1'/><case value='1' weight='1'/></amount></benefit></alternative>"
         "<alternative id='b' name='B'><benefit id='b' name='B'><amount formula='one - 1'/></benefit></alternative>",
         YS_ANALYSE_VALUES);

  /* variances 9, 2² and 1² of 14; of the difference, 2² and 1² of 5 */
  g_assert_cmpfloat_with_epsilon (find (result, "one")->shares[0], 9.0 / 14, 0.02);
  g_assert_cmpfloat_with_epsilon (find (result, "two")->shares[0], 4.0 / 14, 0.02);
  g_assert_cmpfloat_with_epsilon (find (result, "a/c/amount")->shares[0], 1.0 / 14, 0.02);
  g_assert_cmpfloat_with_epsilon (find (result, "one")->shares[1], 1.0, 0.002); /* less what bins hide */
  g_assert_cmpfloat (find (result, "a/c/amount")->shares[1], ==, 0.0);
  g_assert_cmpfloat_with_epsilon (find (result, "one")->gap_share, 0.0, 0.002);
  g_assert_cmpfloat_with_epsilon (find (result, "two")->gap_share, 0.8, 0.02);
  g_assert_cmpfloat_with_epsilon (find (result, "a/c/amount")->gap_share, 0.2, 0.02);
  for (gsize a = 0; a < 2; a++)
    g_assert_cmpfloat_with_epsilon (find (result, "idle")->shares[a], 0.0, 0.002);
}

/* A product has no part of its own in the sum, however much it moves: Var (xy) of two with mean 0 is
 * explained by neither; with mean 1 and sd 1, by one third each. */
static void
test_shares_of_product (void)
{
  g_autoptr(YsResult) result =
    run (YEAR, PLAIN "<simulation seed='5' trials='65536'/><assumptions>"
         "<assumption id='left' name='Left' shape='normal' mean='0' sd='1'/>"
         "<assumption id='right' name='Right' shape='normal' mean='0' sd='1'/></assumptions>"
         "<alternative id='a' name='A'><benefit id='b' name='B'><amount formula='left * right'/></benefit></alternative>"
         "<alternative id='b' name='B'><benefit id='b' name='B'><amount formula='(1 + left) * (1 + right)'/></benefit></alternative>",
         YS_ANALYSE_VALUES);

  g_assert_cmpfloat_with_epsilon (find (result, "left")->shares[0], 0.0, 0.005);
  g_assert_cmpfloat_with_epsilon (find (result, "right")->shares[0], 0.0, 0.005);
  g_assert_cmpfloat_with_epsilon (find (result, "left")->shares[1], 1.0 / 3, 0.03);
  g_assert_cmpfloat_with_epsilon (find (result, "right")->shares[1], 1.0 / 3, 0.03);
}

/* A campaign that gains 40 with chance 0.6 and loses 5 otherwise, drawn as cases: to know which is worth
 * what it saves, 0.4 × 5 = 2. Source: Hubbard, How to Measure Anything. */
static void
test_value_of_cases (void)
{
  g_autoptr(YsResult) result =
    run (YEAR, PLAIN "<simulation seed='3' trials='65536'/>"
         "<alternative id='n' name='N'><benefit id='b' name='B'><amount exactly='0'/></benefit></alternative>"
         "<alternative id='a' name='A'><benefit id='b' name='B'><amount><case value='40' weight='0.6'/>"
         "<case value='-5' weight='0.4'/></amount></benefit></alternative>", YS_ANALYSE_VALUES);

  g_assert_cmpfloat_with_epsilon (result->evpi, 2.0, 0.01);
  g_assert_cmpfloat_with_epsilon (find (result, "a/b/amount")->value, 2.0, 0.01);
  g_assert_true (ys_input_is_worth_checking (find (result, "a/b/amount")));
}

#define THREE \
  "<assumptions><assumption id='first' name='F' shape='normal' mean='1' sd='1'/>" \
  "<assumption id='second' name='S' shape='normal' mean='0' sd='2'/>" \
  "<assumption id='idle' name='I' shape='normal' mean='0' sd='2'/></assumptions>" \
  "<alternative id='n' name='N'><benefit id='b' name='B'><amount exactly='0'/></benefit></alternative>" \
  "<alternative id='a' name='A'><benefit id='b' name='B'><amount formula='first'/></benefit>" \
  "<cost id='c' name='C'><amount formula='second'/></cost></alternative>"

/* Over seeds, the values spread by what each of them says its error is. */
static void
test_error (void)
{
  enum { SEEDS = 40 };
  static const struct { const char *id; double value; } cases[] = {
    { "first", 0.0833154705876864 }, { "second", 0.39559311480261217 }, /* chjackson/voi, voi.Rmd */
  };
  double sums[2] = { 0 }, squares[2] = { 0 }, errors[2] = { 0 };

  for (int seed = 0; seed < SEEDS; seed++)
    {
      g_autoptr(YsResult) result =
        run_with (YEAR, PLAIN THREE, (YsSimulateOptions) { .trials = 16384, .has_seed = TRUE, .seed = seed,
                                                           .analyses = YS_ANALYSE_VALUES });

      for (gsize i = 0; i < 2; i++)
        {
          const YsInput *input = find (result, cases[i].id);

          sums[i] += input->value / SEEDS;
          squares[i] += (input->value - cases[i].value) * (input->value - cases[i].value) / SEEDS;
          errors[i] += input->value_error / SEEDS;
          g_assert_true (ys_input_is_worth_checking (input));
        }
      g_assert_cmpfloat (find (result, "idle")->value, >=, 0.0);
      g_assert_cmpfloat (find (result, "idle")->value, <, 0.002);
    }

  for (gsize i = 0; i < 2; i++)
    {
      g_test_message ("%s: %g on average, off by %g, says %g", cases[i].id, sums[i], sqrt (squares[i]), errors[i]);
      g_assert_cmpfloat (sqrt (squares[i]), <, 1.5 * errors[i]);
      g_assert_cmpfloat (sqrt (squares[i]), >, errors[i] / 1.5);
    }
}

/* --- what matters most ------------------------------------------------------------------------- */

static void
check_close (double actual,
             double expected,
             double relative)
{
  g_assert_cmpfloat_with_epsilon (actual, expected, relative * MAX (fabs (expected), 1e-300));
}

/* What is linear in an input swings by its range times its slope: the sum of discount factors, growth and
 * tax within. Of the others it moves nothing. */
static void
test_swing_of_amount (void)
{
  g_autoptr(YsResult) result =
    run ("period='year' periods='3'",
         "<rules discount-rate='0.1' tax-rate='0.25' losses='offset'/><simulation seed='2' trials='65536'/>"
         "<alternative id='n' name='N'><benefit id='b' name='B'><amount low='1' high='2'/></benefit></alternative>"
         "<alternative id='a' name='A'><benefit id='b' name='B'><amount shape='normal' mean='100' sd='20'/>"
         "<growth exactly='0.05'/></benefit><cost id='c' name='C'><amount low='10' high='90'/></cost></alternative>",
         YS_ANALYSE_SWINGS);
  const YsInput *input = find (result, "a/b/amount");
  double slope = 0.75 * (1 / 1.1 + 1.05 / 1.21 + 1.05 * 1.05 / 1.331);
  double npv = ys_result_get_metric (result, 1, "npv");
  double distance = 20 * ys_normal_quantile (0.9) * slope;
  double low, high;
  g_autoptr(GArray) ranks = ys_result_rank_by_swing (result, 1, -1);

  check_close (input->worth_high[1] - npv, distance, 1e-4);
  check_close (npv - input->worth_low[1], distance, 1e-4);
  g_assert_cmpfloat (input->worth_low[0], ==, ys_result_get_metric (result, 0, "npv"));
  ys_result_get_swing (result, (gsize) (input - result->inputs), 1, 0, &low, &high);
  check_close (high - low, 2 * distance, 1e-4);
  g_assert_cmpuint (ranks->len, ==, 2); /* what is certain does not swing, nor does the other's move it */
  g_assert_null (find (result, "a/b/growth")->worth_low);
}

/* A product of independent numbers, one held: the others' means. A lognormal's percentiles are not as far
 * from its mean on both sides. A chance that is a range counts as the chance it is held at. */
static void
test_swing_of_product (void)
{
  g_autoptr(YsResult) result =
    run (YEAR, PLAIN "<simulation seed='2' trials='65536'/><assumptions>"
         "<assumption id='price' name='P' shape='lognormal' log-mean='2' log-sd='0.5'/>"
         "<assumption id='pieces' name='Q' shape='uniform' low='10' high='30'/></assumptions>"
         "<alternative id='a' name='A'><benefit id='b' name='B'><amount formula='price * pieces'/>"
         "<chance low='0.2' high='0.6' shape='uniform'/></benefit></alternative>",
         YS_ANALYSE_SWINGS);
  const YsInput *price = find (result, "price"), *chance = find (result, "a/b/chance");
  double mean = exp (2.125), ten = exp (2 - 0.5 * ys_normal_quantile (0.9)), ninety = exp (2 + 0.5 * ys_normal_quantile (0.9));

  check_close (price->worth_low[0], ten * 20 * 0.4, 0.05);
  check_close (price->worth_high[0], ninety * 20 * 0.4, 0.05);
  check_close (find (result, "pieces")->worth_high[0], mean * 28 * 0.4, 0.05);
  check_close (chance->worth_low[0], mean * 20 * 0.24, 0.05);
  check_close (chance->worth_high[0], mean * 20 * 0.56, 0.05);
}

/* Held losses are one amount for every event: rate × amount × years. */
static void
test_swing_of_events (void)
{
  g_autoptr(YsResult) result =
    run ("period='year' periods='3'", PLAIN "<simulation seed='2' trials='65536'/>"
         "<alternative id='a' name='A'><loss id='l' name='L'><events-per-year low='0.5' high='1.5' shape='uniform'/>"
         "<loss-each low='0' high='10' shape='uniform'/></loss></alternative>",
         YS_ANALYSE_SWINGS);

  check_close (find (result, "a/l/loss-each")->worth_high[0], -3 * 1 * 9, 0.03);
  check_close (find (result, "a/l/loss-each")->worth_low[0], -3 * 1 * 1, 0.25);
  check_close (find (result, "a/l/events-per-year")->worth_low[0], -3 * 0.6 * 5, 0.03);
  check_close (find (result, "a/l/events-per-year")->worth_high[0], -3 * 1.4 * 5, 0.03);
}

/* What the baseline earns is taken from all others, each at its own rate. */
static void
test_swing_of_baseline (void)
{
  g_autoptr(YsResult) result =
    run (YEAR, "<rules discount-rate='0.1'/><simulation seed='2' trials='4096'/>"
         "<alternative id='n' name='N' baseline='yes'><benefit id='b' name='B'><amount shape='uniform' low='0' high='10'/></benefit></alternative>"
         "<alternative id='a' name='A'><benefit id='b' name='B'><amount shape='uniform' low='20' high='40'/></benefit></alternative>"
         "<alternative id='c' name='C' discount-rate='0.25'><benefit id='b' name='B'><amount exactly='7'/></benefit></alternative>",
         YS_ANALYSE_SWINGS);
  const YsInput *input = find (result, "n/b/amount");

  check_close (input->worth_low[1], (30 - 1) / 1.1, 1e-3);
  check_close (input->worth_high[1], (30 - 9) / 1.1, 1e-3);
  check_close (input->worth_high[2], (7 - 9) / 1.25, 1e-3);
  g_assert_cmpfloat (input->worth_high[0], ==, 0.0);
  check_close (find (result, "a/b/amount")->worth_high[1], (38 - 5) / 1.1, 1e-3);
}

/* What moves with the held one keeps its draws: only the input's own effect is seen. */
static void
test_swing_of_partner (void)
{
  g_autoptr(YsResult) result =
    run (YEAR, PLAIN "<simulation seed='2' trials='16384'/><assumptions>"
         "<assumption id='one' name='1' shape='normal' mean='0' sd='1'/><assumption id='two' name='2' shape='normal' mean='0' sd='1'/>"
         "<moves-with a='one' b='two' rank-correlation='0.9'/></assumptions>"
         "<alternative id='a' name='A'><benefit id='b' name='B'><amount formula='one + 3 * two'/></benefit></alternative>",
         YS_ANALYSE_SWINGS | YS_ANALYSE_VALUES);
  const YsInput *one = find (result, "one");

  check_close (one->worth_high[0] - one->worth_low[0], 2 * ys_normal_quantile (0.9), 1e-3);
  /* but to know it says much about the other: (1 + 3ρ)² of 10 + 6ρ, ρ = 2 sin (0.9 π / 6) */
  g_assert_cmpfloat_with_epsilon (one->shares[0], pow (1 + 3 * 0.907981, 2) / (10 + 6 * 0.907981), 0.02);
}

/* --- what needs to be true --------------------------------------------------------------------- */

#define NONE NAN

typedef struct
{
  const char *name;
  const char *head;
  const char *body;
  const char *input;
  double      break_even; /* of the first alternative */
  double      change;     /* of the first and the second */
} BreakEven;

#define OTHER(amount) \
  "<alternative id='o' name='O'><benefit id='b' name='B'><amount exactly='" amount "'/></benefit></alternative>"
#define INVEST(cost, benefit) \
  "<alternative id='a' name='A'><capital id='k' name='K'><amount exactly='" cost "'/></capital>" benefit "</alternative>"

static const BreakEven break_evens[] = {
  { "amount", YEAR, PLAIN INVEST ("100", "<benefit id='b' name='B'><amount exactly='120'/></benefit>") OTHER ("50"),
    "a/b/amount", 100, 150 },
  { "cost", YEAR, PLAIN INVEST ("100", "<benefit id='b' name='B'><amount exactly='120'/></benefit>") OTHER ("5"),
    "a/k/amount", 120, 115 },
  { "none", YEAR, PLAIN INVEST ("100", "<benefit id='b' name='B'><amount exactly='120'/></benefit>") OTHER ("150"),
    "a/k/amount", 120, NONE },
  { "discounted", "period='year' periods='2'",
    "<rules discount-rate='0.1'/>" INVEST ("100", "<benefit id='b' name='B'><amount exactly='7'/></benefit>") OTHER ("0"),
    "a/b/amount", 100 / (1 / 1.1 + 1 / 1.21), 100 / (1 / 1.1 + 1 / 1.21) },
  /* after tax of 30 % on what exceeds the write-off of 50 a year: 0.7 b + 15 a year */
  { "tax", "period='year' periods='2'",
    "<rules discount-rate='0' tax-rate='0.3'/><alternative id='a' name='A'><capital id='k' name='K'><amount exactly='100'/>"
    "<depreciation method='straight-line' periods='2'/></capital><benefit id='b' name='B'><amount exactly='80'/></benefit></alternative>"
    OTHER ("14"), "a/b/amount", 50, 50 + 14 * 0.7 * 2 / (2 * 0.7) },
  /* 40 (1 + q + q²) = 100, q = 1 + growth */
  { "growth", "period='year' periods='3'",
    PLAIN INVEST ("100", "<benefit id='b' name='B'><amount exactly='40'/><growth exactly='0.02'/></benefit>") OTHER ("0"),
    "a/b/growth", (-1 + sqrt (1 - 4 * (1 - 2.5))) / 2 - 1, (-1 + sqrt (1 - 4 * (1 - 2.5))) / 2 - 1 },
  { "chance", YEAR, PLAIN INVEST ("30", "<benefit id='b' name='B'><amount exactly='80'/><chance exactly='0.9'/></benefit>") OTHER ("10"),
    "a/b/chance", 30.0 / 80, 40.0 / 80 },
  { "chance-is-a-share", YEAR, PLAIN INVEST ("90", "<benefit id='b' name='B'><amount exactly='80'/><chance exactly='1'/></benefit>") OTHER ("-85"),
    "a/b/chance", NONE, 5.0 / 80 },
  { "hours", YEAR, PLAIN INVEST ("60", "<staff-time id='s' name='S'><hours exactly='10'/><hourly-rate exactly='20'/>"
    "<put-to-use exactly='0.5'/></staff-time>") OTHER ("20"), "a/s/put-to-use", 0.3, 0.4 },
  { "assumption", YEAR, PLAIN "<assumptions><assumption id='m' name='M' exactly='-3'/></assumptions>"
    INVEST ("10", "<benefit id='b' name='B'><amount formula='m * m - 6'/></benefit>") OTHER ("-7"), "m", -4, -3 },
  { "assumption-of-both", YEAR, PLAIN "<assumptions><assumption id='m' name='M' exactly='3'/></assumptions>"
    INVEST ("10", "<benefit id='b' name='B'><amount formula='4 * m'/></benefit>")
    "<alternative id='o' name='O'><benefit id='b' name='B'><amount formula='m'/></benefit></alternative>", "m", 2.5, 10.0 / 3 },
  /* (m − 13) (18 − m) from 10 up, (m − 8) (m − 9) from 17 down: both roots lie within one step outwards */
  { "up-and-down-again", YEAR, PLAIN "<assumptions><assumption id='m' name='M' exactly='10'/></assumptions>"
    INVEST ("234", "<benefit id='b' name='B'><amount formula='31 * m - m * m'/></benefit>") OTHER ("0"), "m", 13, 13 },
  { "down-and-up-again", YEAR, PLAIN "<assumptions><assumption id='m' name='M' exactly='17'/></assumptions>"
    INVEST ("-72", "<benefit id='b' name='B'><amount formula='m * m - 17 * m'/></benefit>") OTHER ("0"), "m", 9, 9 },
  { "just-missed", YEAR, PLAIN "<assumptions><assumption id='m' name='M' exactly='10'/></assumptions>"
    INVEST ("241", "<benefit id='b' name='B'><amount formula='31 * m - m * m'/></benefit>") OTHER ("0"), "m", NONE, NONE },
  { "jump", YEAR, PLAIN "<assumptions><assumption id='m' name='M' exactly='3'/></assumptions>"
    INVEST ("10", "<benefit id='b' name='B'><amount formula='if (m &gt; 8, 5, 20)'/></benefit>") OTHER ("0"), "m", 8, 8 },
  { "baseline", YEAR, PLAIN "<alternative id='a' name='A'><benefit id='b' name='B'><amount exactly='9'/></benefit></alternative>"
    "<alternative id='o' name='O' baseline='yes'><benefit id='b' name='B'><amount exactly='5'/></benefit></alternative>",
    "o/b/amount", 9, 9 },
};

static void
check_root (double actual,
            double expected,
            double relative)
{
  if (isnan (expected))
    g_assert_true (isnan (actual));
  else
    check_close (actual, expected, relative);
}

static void
test_break_even (gconstpointer data)
{
  const BreakEven *c = data;
  g_autoptr(YsResult) result = run (c->head, c->body, YS_ANALYSE_BREAK_EVENS);
  const YsInput *input = find (result, c->input);

  check_root (input->break_evens[0], c->break_even, 1e-9);
  check_root (input->changes[1], c->change, 1e-9);
  check_root (input->changes[2], c->change, 1e-9);
  g_assert_true (isnan (input->changes[0]));
}

/* Among ranges the same holds of the means: the same amount, now drawn, breaks even where its mean would. */
static void
test_break_even_of_range (void)
{
  g_autoptr(YsResult) result =
    run ("period='year' periods='2'", "<rules discount-rate='0.1' tax-rate='0.25'/><simulation seed='4' trials='65536'/>"
         "<alternative id='a' name='A'><capital id='k' name='K'><amount shape='uniform' low='90' high='110'/></capital>"
         "<benefit id='b' name='B'><amount shape='normal' mean='100' sd='10'/><chance exactly='0.8'/></benefit></alternative>"
         "<alternative id='o' name='O'><benefit id='b' name='B'><amount exactly='4'/></benefit></alternative>",
         YS_ANALYSE_BREAK_EVENS);
  double annuity = 0.75 * 0.8 * (1 / 1.1 + 1 / 1.21);

  check_close (find (result, "a/b/amount")->break_evens[0], 100 / annuity, 1e-3);
  check_close (find (result, "a/k/amount")->break_evens[0], 100 * annuity, 1e-3);
  check_close (find (result, "a/b/chance")->break_evens[0], 0.8 * 100 / (annuity * 100), 1e-3);
  check_close (find (result, "o/b/amount")->changes[1], (annuity * 100 - 100) / (0.75 * (1 / 1.1 + 1 / 1.21)), 0.02);
  g_assert_true (isnan (find (result, "o/b/amount")->break_evens[0]));
}

/* What only brings money breaks even where that is nothing, whatever the draws; what pays a fee breaks even later. */
static void
test_break_even_at_bound (void)
{
  for (guint64 seed = 1; seed <= 10; seed++)
    {
      YsSimulateOptions options = { .analyses = YS_ANALYSE_BREAK_EVENS, .has_seed = TRUE, .seed = seed };
      g_autoptr(YsResult) result =
        run_with ("period='year' periods='3'", "<simulation trials='4096'/>"
                  "<alternative id='a' name='A'><benefit id='b' name='B'><amount low='50' high='150'/><chance exactly='0.7'/>"
                  "<growth low='0' high='0.1'/></benefit></alternative>"
                  "<alternative id='c' name='C'><benefit id='b' name='B'><amount low='50' high='150'/></benefit>"
                  "<cost id='f' name='F'><amount exactly='20'/></cost></alternative>", options);

      g_assert_cmpfloat (find (result, "a/b/amount")->break_evens[0], ==, 0.0);
      g_assert_cmpfloat (find (result, "a/b/chance")->break_evens[0], ==, 0.0);
      check_close (find (result, "c/b/amount")->break_evens[1], 20, 0.01);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/risk/inputs/list/all", test_list);
  g_test_add_func ("/risk/inputs/list/what-if", test_list_what_if);
  g_test_add_func ("/risk/inputs/shares/sum", test_shares);
  g_test_add_func ("/risk/inputs/shares/product", test_shares_of_product);
  g_test_add_func ("/risk/inputs/value/cases", test_value_of_cases);
  g_test_add_func ("/risk/inputs/value/error", test_error);
  g_test_add_func ("/risk/inputs/swing/amount", test_swing_of_amount);
  g_test_add_func ("/risk/inputs/swing/product", test_swing_of_product);
  g_test_add_func ("/risk/inputs/swing/events", test_swing_of_events);
  g_test_add_func ("/risk/inputs/swing/baseline", test_swing_of_baseline);
  g_test_add_func ("/risk/inputs/swing/moves-with", test_swing_of_partner);
  for (gsize i = 0; i < G_N_ELEMENTS (break_evens); i++)
    {
      g_autofree char *path = g_strdup_printf ("/risk/inputs/break-even/%s", break_evens[i].name);

      g_test_add_data_func (path, &break_evens[i], test_break_even);
    }
  g_test_add_func ("/risk/inputs/break-even/range", test_break_even_of_range);
  g_test_add_func ("/risk/inputs/break-even/bound", test_break_even_at_bound);

  return g_test_run ();
}
