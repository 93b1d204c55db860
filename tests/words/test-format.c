/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-format.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "test-locale.h"

#define MINUS "−"
#define SPACE "\xc2\xa0"

typedef struct
{
  double      value;
  const char *currency;
  YsFormat    format;
  const char *text;
} MoneyCase;

static const MoneyCase money_cases[] = {
  { 0, "USD", YS_FORMAT_SHORT, "$0" },
  { -0.0, "USD", YS_FORMAT_SHORT, "$0" },
  { -0.004, "USD", YS_FORMAT_SHORT, "$0" },
  { -0.4, "JPY", YS_FORMAT_EXACT, "¥0" },
  { 0.5, "USD", YS_FORMAT_SHORT, "$0.50" },
  { 1.536, "USD", YS_FORMAT_SHORT, "$1.54" },
  { 12.5, "USD", YS_FORMAT_SHORT, "$12.50" },
  { 12.5, "JPY", YS_FORMAT_SHORT, "¥13" },
  { 99.96, "USD", YS_FORMAT_SHORT, "$100" },
  { 351.2, "USD", YS_FORMAT_SHORT, "$351" },
  { 9500, "USD", YS_FORMAT_SHORT, "$9,500" },
  { 9512, "USD", YS_FORMAT_SHORT, "$9,510" },
  { 9994, "USD", YS_FORMAT_SHORT, "$9,990" },
  { 9996, "USD", YS_FORMAT_SHORT, "$10K" },
  { 12345, "USD", YS_FORMAT_SHORT, "$12K" },
  { 12345, "USD", YS_FORMAT_TEXT, "$12,000" },
  { 351204, "USD", YS_FORMAT_SHORT, "$351K" },
  { 351204, "USD", YS_FORMAT_TEXT, "$351,000" },
  { 351204.4, "USD", YS_FORMAT_EXACT, "$351,204" },
  { -351204, "USD", YS_FORMAT_SHORT, MINUS "$351K" },
  { 999400, "USD", YS_FORMAT_SHORT, "$999K" },
  { 999950, "USD", YS_FORMAT_SHORT, "$1M" },
  { 999950, "USD", YS_FORMAT_TEXT, "$1 million" },
  { -999950, "USD", YS_FORMAT_TEXT, MINUS "$1 million" },
  { 999950, "USD", YS_FORMAT_EXACT, "$999,950" },
  { 1840000, "USD", YS_FORMAT_TEXT, "$1.8 million" },
  { 2140000, "USD", YS_FORMAT_SHORT, "$2.1M" },
  { 12340000, "USD", YS_FORMAT_SHORT, "$12.3M" },
  { 99960000, "USD", YS_FORMAT_SHORT, "$100M" },
  { 351204000, "USD", YS_FORMAT_SHORT, "$351M" },
  { 999960000, "USD", YS_FORMAT_SHORT, "$1B" },
  { 2.5e9, "USD", YS_FORMAT_TEXT, "$2.5 billion" },
  { 2.5e12, "USD", YS_FORMAT_TEXT, "$2.5 trillion" },
  { 2.5e14, "USD", YS_FORMAT_SHORT, "$250T" },
  { 2.5e14, "USD", YS_FORMAT_EXACT, "$250,000,000,000,000" },
  { 1e15, "USD", YS_FORMAT_SHORT, "over $999T" },
  { -DBL_MAX, "USD", YS_FORMAT_EXACT, "below " MINUS "$999T" },
  { INFINITY, "USD", YS_FORMAT_SHORT, "over $999T" },
  { NAN, "USD", YS_FORMAT_SHORT, "none" },
  { 2140000, "EUR", YS_FORMAT_SHORT, "€2.1M" },
  { 40000, "GBP", YS_FORMAT_SHORT, "£40K" },
  { 40000, "CAD", YS_FORMAT_SHORT, "CA$40K" },
  { -40000, "CHF", YS_FORMAT_SHORT, MINUS "CHF" SPACE "40K" },
  { 40000, "XTS", YS_FORMAT_TEXT, "XTS" SPACE "40,000" },
  { 40000, "", YS_FORMAT_SHORT, "40K" },
};

static void
test_money (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (money_cases); i++)
    {
      const MoneyCase *c = &money_cases[i];
      g_autofree char *text = ys_format_money (c->value, c->currency, c->format);

      g_assert_cmpstr (text, ==, c->text);
    }
}

/* The figure a sentence says and the figure a table shows are the same figure. */
static void
test_money_same_everywhere (void)
{
  for (double value = 10000.0; value < 1e6; value *= 1.0173)
    {
      g_autofree char *in_table = ys_format_money (value, "USD", YS_FORMAT_SHORT);
      g_autofree char *in_text = ys_format_money (value, "USD", YS_FORMAT_TEXT);
      g_autofree char *stem = g_strndup (in_table, strlen (in_table) - 1);
      g_autofree char *expected = g_strconcat (stem, ",000", NULL);

      if (!g_str_has_suffix (in_table, "M"))
        g_assert_cmpstr (in_text, ==, expected);
    }
}

static const MoneyCase percent_cases[] = {
  { 0, NULL, YS_FORMAT_SHORT, "0%" },
  { -0.00001, NULL, YS_FORMAT_SHORT, "0%" },
  { 0.1, NULL, YS_FORMAT_SHORT, "10%" },
  { 0.1724, NULL, YS_FORMAT_SHORT, "17.2%" },
  { 0.1724, NULL, YS_FORMAT_TEXT, "17%" },
  { 0.17236, NULL, YS_FORMAT_EXACT, "17.24%" },
  { 0.035, NULL, YS_FORMAT_TEXT, "3.5%" },
  { 0.0025, NULL, YS_FORMAT_SHORT, "0.25%" },
  { -0.1, NULL, YS_FORMAT_SHORT, MINUS "10%" },
  { 0.0996, NULL, YS_FORMAT_TEXT, "10%" },
  { 0.9996, NULL, YS_FORMAT_SHORT, "100%" },
  { 3.2867, NULL, YS_FORMAT_SHORT, "329%" },
  { 2, NULL, YS_FORMAT_TEXT, "200%" },
  { 12.346, NULL, YS_FORMAT_SHORT, "1,230%" },
  { 9.996, NULL, YS_FORMAT_SHORT, "1,000%" },
  { NAN, NULL, YS_FORMAT_SHORT, "none" },
};

static void
test_percent (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (percent_cases); i++)
    {
      const MoneyCase *c = &percent_cases[i];
      g_autofree char *text = ys_format_percent (c->value, c->format);

      g_assert_cmpstr (text, ==, c->text);
    }
}

static const MoneyCase chance_cases[] = {
  { 0, NULL, YS_FORMAT_SHORT, "under 1%" },
  { 0.0099, NULL, YS_FORMAT_TEXT, "under 1%" },
  { 0.01, NULL, YS_FORMAT_SHORT, "1%" },
  { 0.04, NULL, YS_FORMAT_TEXT, "4%" },
  { 0.1, NULL, YS_FORMAT_TEXT, "1 in 10" },
  { 0.71, NULL, YS_FORMAT_TEXT, "7 in 10" },
  { 0.71, NULL, YS_FORMAT_SHORT, "71%" },
  { 0.904, NULL, YS_FORMAT_TEXT, "9 in 10" },
  { 0.96, NULL, YS_FORMAT_TEXT, "96%" },
  { 0.99, NULL, YS_FORMAT_SHORT, "99%" },
  { 0.991, NULL, YS_FORMAT_SHORT, "over 99%" },
  { 1, NULL, YS_FORMAT_TEXT, "over 99%" },
  { 0.12345, NULL, YS_FORMAT_EXACT, "12.35%" },
  { NAN, NULL, YS_FORMAT_TEXT, "none" },
};

static void
test_chance (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chance_cases); i++)
    {
      const MoneyCase *c = &chance_cases[i];
      g_autofree char *text = ys_format_chance (c->value, c->format);

      g_assert_cmpstr (text, ==, c->text);
    }
}

static const MoneyCase years_cases[] = {
  { 0, NULL, YS_FORMAT_SHORT, "at once" },
  { 0.02, NULL, YS_FORMAT_SHORT, "under a month" },
  { 1.0 / 12.0, NULL, YS_FORMAT_SHORT, "1 month" },
  { 0.58, NULL, YS_FORMAT_SHORT, "7 months" },
  { 0.97, NULL, YS_FORMAT_SHORT, "1 year" },
  { 1.0, NULL, YS_FORMAT_TEXT, "1 year" },
  { 1.96, NULL, YS_FORMAT_TEXT, "2 years" },
  { 3.7, NULL, YS_FORMAT_SHORT, "3.7 years" },
  { 4.0833, NULL, YS_FORMAT_EXACT, "4.08 years" },
  { 0.5, NULL, YS_FORMAT_EXACT, "0.5 years" },
  { 123.4, NULL, YS_FORMAT_SHORT, "123 years" },
  { NAN, NULL, YS_FORMAT_SHORT, "never" },
};

static void
test_years (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (years_cases); i++)
    {
      const MoneyCase *c = &years_cases[i];
      g_autofree char *text = ys_format_years (c->value, c->format);

      g_assert_cmpstr (text, ==, c->text);
    }
}

static const MoneyCase number_cases[] = {
  { 0, NULL, YS_FORMAT_SHORT, "0" },
  { 0.6667, NULL, YS_FORMAT_SHORT, "0.667" },
  { -0.02, NULL, YS_FORMAT_SHORT, MINUS "0.02" },
  { 1e-9, NULL, YS_FORMAT_SHORT, "0" },
  { -1e-9, NULL, YS_FORMAT_SHORT, "0" },
  { 1.234, NULL, YS_FORMAT_SHORT, "1.23" },
  { 351.2, NULL, YS_FORMAT_SHORT, "351" },
  { 60000, NULL, YS_FORMAT_TEXT, "60,000" },
  { 60000, NULL, YS_FORMAT_SHORT, "60K" },
  { 1234567, NULL, YS_FORMAT_EXACT, "1,234,567" },
  { NAN, NULL, YS_FORMAT_SHORT, "none" },
};

static void
test_number (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (number_cases); i++)
    {
      const MoneyCase *c = &number_cases[i];
      g_autofree char *text = ys_format_number (c->value, c->format);

      g_assert_cmpstr (text, ==, c->text);
    }
}

static void
test_metric (void)
{
  const YsMetric money = { .id = "npv", .unit = YS_UNIT_MONEY };
  const YsMetric chance = { .id = "loss-probability", .unit = YS_UNIT_FRACTION };
  const YsMetric share = { .id = "forward-share", .unit = YS_UNIT_FRACTION };
  const YsMetric years = { .id = "payback", .unit = YS_UNIT_YEARS };
  const YsMetric number = { .id = "profitability-index", .unit = YS_UNIT_NUMBER };
  g_autofree char *a = ys_format_metric (&money, 65488, "USD", YS_FORMAT_SHORT);
  g_autofree char *b = ys_format_metric (&chance, 0.001, "USD", YS_FORMAT_SHORT);
  g_autofree char *c = ys_format_metric (&share, 0.001, "USD", YS_FORMAT_SHORT);
  g_autofree char *d = ys_format_metric (&years, 4.0833, "USD", YS_FORMAT_SHORT);
  g_autofree char *e = ys_format_metric (&number, 1.08, "USD", YS_FORMAT_SHORT);
  g_autofree char *f = ys_format_metric (&years, NAN, "USD", YS_FORMAT_SHORT);

  g_assert_cmpstr (a, ==, "$65K");
  g_assert_cmpstr (b, ==, "under 1%");
  g_assert_cmpstr (c, ==, "0.1%");
  g_assert_cmpstr (d, ==, "4.1 years");
  g_assert_cmpstr (e, ==, "1.08");
  g_assert_cmpstr (f, ==, "never");
}

typedef struct
{
  double      value;
  double      largest;
  double      step;
  const char *text;
} AxisCase;

static const AxisCase axis_cases[] = {
  { -250e3, 750e3, 250e3, MINUS "$250K" },
  { 0, 750e3, 250e3, "$0" },
  { 750e3, 750e3, 250e3, "$750K" },
  { 500e3, 2e6, 500e3, "$0.5M" },
  { 2e6, 2e6, 500e3, "$2.0M" },
  { 2500, 12500, 2500, "$2.5K" },
  { 2500, 7500, 2500, "$2,500" },
  { -1e-9, 7500, 2500, "$0" },
  { 0.25, 1, 0.25, "$0.25" },
  { 3e9, 4e9, 1e9, "$3B" },
  { 0.3, 0.4, 0.1, "$0.3" },
};

static void
test_axis (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (axis_cases); i++)
    {
      const AxisCase *c = &axis_cases[i];
      g_autofree char *text = ys_format_axis_money (c->value, c->largest, c->step, "USD");

      g_assert_cmpstr (text, ==, c->text);
    }
}

typedef struct
{
  const char *start;
  int         per_year;
  int         period;
  const char *text;
} PeriodCase;

static const PeriodCase period_cases[] = {
  { "2027-01", 1, 0, "Today" },
  { "2027-01", 1, 1, "2027" },
  { "2027-01", 1, 3, "2029" },
  { "2027-07", 1, 1, "2027/28" },
  { "2099-07", 1, 1, "2099/00" },
  { "2027-01", 4, 7, "Q3 2028" },
  { "2027-04", 4, 1, "Q2 2027" },
  { "2027-11", 4, 1, "Nov–Jan 2028" },
  { "2027-01", 12, 15, "Mar 2028" },
  { NULL, 1, 2, "Year 2" },
  { NULL, 4, 2, "Quarter 2" },
  { "soon", 12, 2, "Month 2" },
  { NULL, 12, 0, "Today" },
};

static void
test_period (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (period_cases); i++)
    {
      const PeriodCase *c = &period_cases[i];
      g_autofree char *text = ys_format_period (c->start, c->per_year, c->period);

      g_assert_cmpstr (text, ==, c->text);
    }
}

static void
test_german_reader (void)
{
  g_autofree char *exact = NULL;
  g_autofree char *text = NULL;
  g_autofree char *years = NULL;
  g_autofree char *code = NULL;

  if (!use_locale ("de_DE"))
    {
      g_test_skip ("localedef cannot make de_DE.UTF-8 here");
      return;
    }

  exact = ys_format_money (-1351204, "EUR", YS_FORMAT_EXACT);
  text = ys_format_money (9500, "USD", YS_FORMAT_TEXT);
  years = ys_format_years (3.7, YS_FORMAT_SHORT);
  code = ys_format_money (40000, "CHF", YS_FORMAT_TEXT);
  setlocale (LC_ALL, "C");

  g_assert_cmpstr (exact, ==, MINUS "1.351.204" SPACE "€");
  g_assert_cmpstr (text, ==, "9.500" SPACE "$");
  g_assert_cmpstr (years, ==, "3,7 years");
  g_assert_cmpstr (code, ==, "40.000" SPACE "CHF");
}

static void
test_indian_reader (void)
{
  g_autofree char *exact = NULL;

  if (!use_locale ("en_IN"))
    {
      g_test_skip ("localedef cannot make en_IN.UTF-8 here");
      return;
    }

  exact = ys_format_money (12345678, "INR", YS_FORMAT_EXACT);
  setlocale (LC_ALL, "C");

  /* Groups of two after the first three: one crore, twenty-three lakh … */
  g_assert_cmpstr (exact, ==, "₹1,23,45,678");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/format/money", test_money);
  g_test_add_func ("/words/format/money/same-everywhere", test_money_same_everywhere);
  g_test_add_func ("/words/format/percent", test_percent);
  g_test_add_func ("/words/format/chance", test_chance);
  g_test_add_func ("/words/format/years", test_years);
  g_test_add_func ("/words/format/number", test_number);
  g_test_add_func ("/words/format/metric", test_metric);
  g_test_add_func ("/words/format/axis", test_axis);
  g_test_add_func ("/words/format/period", test_period);
  g_test_add_func ("/words/format/locale/german", test_german_reader);
  g_test_add_func ("/words/format/locale/indian", test_indian_reader);

  return g_test_run ();
}
