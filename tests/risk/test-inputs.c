/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the answer rests on: what it is worth to find an input out, what it does to the answer, what it
 * needs to be. */
#include <math.h>
#include <string.h>

#include "ys-distribution.h"
#include "ys-file.h"
#include "ys-simulate.h"

static YsScenario *
parse (const char *head,
       const char *body)
{
  g_autofree char *text = g_strdup_printf ("<scenario xmlns='urn:yardstick:scenario' version='1' title='T' "
                                           "currency='EUR' %s>%s</scenario>", head, body);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GPtrArray) problems = NULL;
  YsScenario *scenario = ys_file_read_bytes (bytes, &problems);

  if (scenario == NULL)
    g_error ("%s", ((YsFileProblem *) problems->pdata[0])->message);
  return scenario;
}

static YsResult *
run_with (const char        *head,
          const char        *body,
          YsSimulateOptions  options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(YsScenario) scenario = parse (head, body);
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

  return g_test_run ();
}
