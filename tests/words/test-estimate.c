/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-estimate-text.h"

#include <string.h>

/* z of the normal's 95th percentile. Source: any table of the normal distribution */
#define Z95 1.6448536269514722

static void
check_say (YsEstimate *estimate,
           YsUnit      unit,
           const char *expected)
{
  g_autofree char *text = ys_estimate_say (estimate, unit, "USD", NULL);

  g_assert_cmpstr (text, ==, expected);
  ys_estimate_unref (estimate);
}

static YsEstimate *
parse (const char *text,
       YsUnit      unit)
{
  g_autoptr (GError) error = NULL;
  YsEstimate *estimate = ys_parse_estimate (text, unit, "USD", NULL, &error);

  g_assert_no_error (error);
  return estimate;
}

static void
test_say (void)
{
  YsEstimate *normal = ys_estimate_new ();
  YsEstimate *uniform = parse ("40k-90k", YS_UNIT_MONEY);
  YsEstimate *cases = ys_estimate_new ();
  YsEstimate *share = parse ("-2% to 4%", YS_UNIT_FRACTION);
  YsEstimate *hard = parse ("40k 60k 80k", YS_UNIT_MONEY);
  YsEstimate *wrong = ys_estimate_new ();
  const YsCase two[] = { { 40000, 6 }, { 90000, 4 } };

  ys_estimate_set_number (normal, YS_NUMBER_MEAN, 1e6);
  ys_estimate_set_number (normal, YS_NUMBER_SD, 2e5 / Z95);
  normal->shape = YS_SHAPE_NORMAL;
  check_say (normal, YS_UNIT_MONEY, "9 times in 10 between $800,000 and $1.2 million; $1 million on average.");

  uniform->shape = YS_SHAPE_UNIFORM;
  check_say (uniform, YS_UNIT_MONEY,
             "Anywhere between $40,000 and $90,000, all equally likely; $65,000 on average.");

  ys_estimate_set_cases (cases, two, 2);
  check_say (cases, YS_UNIT_MONEY,
             "$40,000 (6 times in 10) or $90,000 (4 times in 10); $60,000 on average.");

  check_say (share, YS_UNIT_FRACTION, "9 times in 10 between −2% and 4%; 1% on average.");
  check_say (ys_estimate_new_exactly (62500), YS_UNIT_MONEY, "Exactly $62,500.");

  /* A PERT with its mode in the middle is a Beta(3, 3) on its ends: 5 % lie below 0.1893 of the way.
   * Source: the root of 10x³ − 15x⁴ + 6x⁵ = 0.05 */
  check_say (hard, YS_UNIT_MONEY,
             "9 times in 10 between $48,000 and $72,000; $60,000 on average. "
             "Never below $40,000 or above $80,000.");

  ys_estimate_set_number (wrong, YS_NUMBER_LOW, 9);
  ys_estimate_set_number (wrong, YS_NUMBER_HIGH, 4);
  check_say (wrong, YS_UNIT_MONEY, "Low (9) is above high (4); swap them.");
}

/* E[2 × customers] over the trials; customers is uniform on 100 … 300. */
static void
test_say_formula (void)
{
  g_autoptr (YsScenario) scenario = ys_scenario_new ("", "USD", 3);
  g_autoptr (YsEstimate) customers = parse ("100-300", YS_UNIT_NUMBER);
  g_autoptr (YsEstimate) twice = parse ("=2*customers", YS_UNIT_MONEY);
  g_autoptr (YsEstimate) unknown = parse ("=2*customer", YS_UNIT_MONEY);
  g_autofree char *said = NULL;
  g_autofree char *alone = ys_estimate_say (twice, YS_UNIT_MONEY, "USD", NULL);
  g_autofree char *suggestion = NULL;

  customers->shape = YS_SHAPE_UNIFORM;
  scenario->rules.tax_rate = 0.25;
  scenario->rules.discount_rate = 0.1;
  g_ptr_array_add (scenario->assumptions, ys_assumption_new ("customers", "Customers", customers));
  said = ys_estimate_say (twice, YS_UNIT_MONEY, "USD", scenario);
  suggestion = ys_estimate_say (unknown, YS_UNIT_MONEY, "USD", scenario);

  g_assert_cmpstr (alone, ==, "Worked out as 2 × customers.");
  g_assert_cmpstr (said, ==, "2 × customers: 9 times in 10 between $220 and $580; $400 on average.");
  g_assert_cmpstr (suggestion, ==, "There is no assumption “customer”; did you mean “customers”?");
}

static void
test_short (void)
{
  static const char *const cases[][2] = {
    { "60k", "$60K" },
    { "40k-90k", "$40K – $90K" },
    { "40k – 60k – 90k", "$40K – $90K" },
    { "=customers * 0.02*margin", "customers × 0.02 × margin" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YsEstimate) estimate = parse (cases[i][0], YS_UNIT_MONEY);
      g_autofree char *text = ys_estimate_say_short (estimate, YS_UNIT_MONEY, "USD");

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

/* Typed, and as it stands in the cell when it is edited again. */
static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    YsUnit      unit;
    const char *again; /* NULL: refused */
  } cases[] = {
    { "60k", YS_UNIT_MONEY, "60,000" },
    { "$60k", YS_UNIT_MONEY, "60,000" },
    { "40k-90k", YS_UNIT_MONEY, "40,000 – 90,000" },
    { "40k to 90k", YS_UNIT_MONEY, "40,000 – 90,000" },
    { "40–90k", YS_UNIT_MONEY, "40,000 – 90,000" },
    { "1,500 - 2k", YS_UNIT_MONEY, "1,500 – 2,000" },
    { "40k 60k 90k", YS_UNIT_MONEY, "40,000 – 60,000 – 90,000" },
    { "40; 60; 90", YS_UNIT_NUMBER, "40 – 60 – 90" },
    { "40 60 90", YS_UNIT_NUMBER, "40 – 60 – 90" },
    { "-5 - -2", YS_UNIT_NUMBER, "−5 – −2" },
    { "−2 % – 4 %", YS_UNIT_FRACTION, "−2% – 4%" },
    { "2-4", YS_UNIT_FRACTION, "2% – 4%" },
    { "1e-2 - 1e-1", YS_UNIT_NUMBER, "0.01 – 0.1" },
    { "=2*350000", YS_UNIT_MONEY, "700,000" },
    { "=customers*0.02", YS_UNIT_MONEY, "=customers*0.02" },
    { "90k-40k", YS_UNIT_MONEY, NULL },
    { "400 600 900", YS_UNIT_MONEY, NULL },
    { "1 - 2 - 3 - 4", YS_UNIT_MONEY, NULL },
    { "=customers*", YS_UNIT_MONEY, NULL },
    { "many", YS_UNIT_MONEY, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YsEstimate) estimate =
          ys_parse_estimate (cases[i].text, cases[i].unit, "USD", NULL, &error);
      g_autofree char *again =
          estimate != NULL ? ys_estimate_format_for_editing (estimate, cases[i].unit) : NULL;
      g_autoptr (YsEstimate) twin =
          again != NULL ? ys_parse_estimate (again, cases[i].unit, "USD", NULL, NULL) : NULL;

      g_test_message ("“%s”: %s", cases[i].text, error != NULL ? error->message : "");
      g_assert_cmpstr (again, ==, cases[i].again);
      g_assert_true (ys_estimate_equal (estimate, twin));
      g_assert_true ((estimate == NULL) == (error != NULL));
    }
}

static void
test_parse_keeps (void)
{
  g_autoptr (YsEstimate) before = parse ("40-90", YS_UNIT_NUMBER);
  g_autoptr (YsEstimate) after = NULL;

  before->shape = YS_SHAPE_UNIFORM;
  after = ys_parse_estimate ("50-90", YS_UNIT_NUMBER, NULL, before, NULL);
  g_assert_cmpint (after->shape, ==, YS_SHAPE_UNIFORM);

  before->shape = YS_SHAPE_LOGNORMAL;
  g_clear_pointer (&after, ys_estimate_unref);
  after = ys_parse_estimate ("-50 to 90", YS_UNIT_NUMBER, NULL, before, NULL);
  g_assert_cmpint (after->shape, ==, YS_SHAPE_UNSET);
}

static void
test_formula_place (void)
{
  static const struct
  {
    const char *text;
    gsize       at, length;
  } cases[] = {
    { "a * ", 4, 0 }, { "a * )", 4, 1 }, { "a $ b", 2, 1 }, { "2 * sin(a)", 4, 3 },
    { "(a + 2", 6, 0 }, { "a ≤ 2", 2, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize at = 99, length = 99;
      g_autofree char *text = ys_formula_complain (cases[i].text, NULL, &at, &length);

      g_assert_nonnull (text);
      g_assert_cmpuint (at, ==, cases[i].at);
      g_assert_cmpuint (length, ==, cases[i].length);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/estimate/say", test_say);
  g_test_add_func ("/words/estimate/say/formula", test_say_formula);
  g_test_add_func ("/words/estimate/short", test_short);
  g_test_add_func ("/words/estimate/parse", test_parse);
  g_test_add_func ("/words/estimate/parse/keeps", test_parse_keeps);
  g_test_add_func ("/words/estimate/formula-place", test_formula_place);

  return g_test_run ();
}
