/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-parse.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "test-locale.h"

#define NO_BREAK "\xc2\xa0"
#define NARROW "\xe2\x80\xaf"

typedef struct
{
  const char *text;
  YsUnit      unit;
  double      value; /* NAN: refused */
  const char *says;  /* a part of the sentence that refuses it */
} Case;

#define MONEY YS_UNIT_MONEY
#define SHARE YS_UNIT_FRACTION
#define NUMBER YS_UNIT_NUMBER
#define YEARS YS_UNIT_YEARS

/* Amounts are in euros. */
static void
check (const Case *cases,
       gsize       n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      double value = -1.0;
      gboolean done = ys_parse_number (cases[i].text, cases[i].unit, "EUR", &value, &error);

      g_test_message ("“%s”: %.17g %s", cases[i].text, value, error != NULL ? error->message : "");
      if (isnan (cases[i].value))
        {
          g_assert_false (done);
          g_assert_nonnull (error);
          g_assert_nonnull (strstr (error->message, cases[i].says));
          g_assert_cmpfloat (value, ==, -1.0);
        }
      else
        {
          g_assert_no_error (error);
          g_assert_true (done);
          g_assert_cmpfloat (value, ==, cases[i].value);
        }
    }
}

static const Case plain_cases[] = {
  { "0", MONEY, 0 },
  { "12", NUMBER, 12 },
  { " 1.2m ", MONEY, 1.2e6 },
  { "1.2 million", MONEY, 1.2e6 },
  { "1.2 Mio.", MONEY, 1.2e6 },
  { "3 Mrd", MONEY, 3e9 },
  { "250 Tsd.", MONEY, 250e3 },
  { "2 bn", MONEY, 2e9 },
  { "2 lakh", MONEY, 2e5 },
  { "40k", MONEY, 40e3 },
  { "40K", MONEY, 40e3 },
  { "€ 1.2m", MONEY, 1.2e6 },
  { "1.2m €", MONEY, 1.2e6 },
  { "EUR 40k", MONEY, 40e3 },
  { "40 kEUR", MONEY, 40e3 },
  { "(500)", MONEY, -500 },
  { "(€ 1.5k)", MONEY, -1500 },
  { "−5", NUMBER, -5 },
  { "-5", NUMBER, -5 },
  { "500-", MONEY, -500 },
  { "-€5", MONEY, -5 },
  { "+5", NUMBER, 5 },
  { ".5", NUMBER, 0.5 },
  { "5.", NUMBER, 5 },
  { "1e6", MONEY, 1e6 },
  { "1.5E-3", NUMBER, 1.5e-3 },
  { "1,200", MONEY, 1200 },
  { "1,234,567.5", MONEY, 1234567.5 },
  { "1.200", MONEY, 1.2 },
  { "1 200.50", MONEY, 1200.5 },
  { "1'200", MONEY, 1200 },
  { "1’200", MONEY, 1200 },
  { "1" NARROW "200", MONEY, 1200 },
  { "1" NO_BREAK "200", MONEY, 1200 },
  { "१२,०००", NUMBER, 12000 },
  { "12 %", SHARE, 0.12 },
  { "12%", SHARE, 0.12 },
  { "12", SHARE, 0.12 },
  { "0.12", SHARE, 0.0012 },
  { "12 percent", SHARE, 0.12 },
  { "-2.5 %", SHARE, -0.025 },
  { "12 %", NUMBER, 0.12 },
  { "2.5 years", YEARS, 2.5 },
  { "30 months", YEARS, 2.5 },
  { "=2*350000", MONEY, 700000 },
  { "=2*350k", MONEY, 700000 },
  { "=2*350,000", MONEY, 700000 },
  { "= (1 + 2) × 3", NUMBER, 9 },
  { "=max(1,2)", NUMBER, 2 },
  { "=12*2", SHARE, 0.24 },
  { "=12%*2", SHARE, 0.24 },
  { "", MONEY, NAN, "no number is given" },
  { "  ", SHARE, NAN, "12%" },
  { "1,2", MONEY, NAN, "could mean 1.2 or 12" },
  { "0,5", MONEY, NAN, "is written 0.5" },
  { "1.200,50", MONEY, NAN, "is written 1,200.50" },
  { "1.200.300", MONEY, NAN, "is written 1,200,300" },
  { "1,2,3", MONEY, NAN, "is written 123" },
  { "1234,567", MONEY, NAN, "could mean 1,234.567 or 1,234,567" },
  { "abc", MONEY, NAN, "“abc” is not a number" },
  { "12 apples", NUMBER, NAN, "“apples” is not understood" },
  { "5 5k k", NUMBER, NAN, "is written 55" },
  { "5 k k", NUMBER, NAN, "“k” is not understood" },
  { "--5", NUMBER, NAN, "is not understood" },
  { "(5", NUMBER, NAN, "does not close it" },
  { "$5", MONEY, NAN, "convert it" },
  { "USD 5", MONEY, NAN, "is in USD" },
  { "€ 5", SHARE, NAN, "is an amount of money" },
  { "12 %", MONEY, NAN, "“12 %” is not a number" },
  { "1e999", NUMBER, NAN, "too large" },
  { "=1/0", NUMBER, NAN, "no result" },
  { "=ln(-1)", NUMBER, NAN, "no result" },
  { "=customers*2", NUMBER, NAN, "“customers” is no number" },
  { "=2*", NUMBER, NAN, "should follow" },
};

static void
test_plain (void)
{
  check (plain_cases, G_N_ELEMENTS (plain_cases));
}

static void
test_own_dollar (void)
{
  double value;

  g_assert_true (ys_parse_number ("$5", MONEY, "CAD", &value, NULL));
  g_assert_true (ys_parse_number ("CA$5", MONEY, "CAD", &value, NULL));
  g_assert_false (ys_parse_number ("A$5", MONEY, "CAD", &value, NULL));
  g_assert_true (ys_parse_number ("CHF 5", MONEY, "CHF", &value, NULL));
}

static const Case german_cases[] = {
  { "1.200,50", MONEY, 1200.5 },
  { "1.200", MONEY, 1200 },
  { "1 200,50", MONEY, 1200.5 },
  { "1,2", MONEY, 1.2 },
  { "1,2 Mio. €", MONEY, 1.2e6 },
  { "=2*1,5", MONEY, 3 },
  { "=max(1,5;2)", MONEY, 2 },
  { "=2*350.000", MONEY, 700000 },
  { "1.2", MONEY, NAN, "could mean 1,2 or 12" },
  { "1,200.50", MONEY, NAN, "is written 1.200,50" },
};

static const Case french_cases[] = {
  { "1 200,50", MONEY, 1200.5 },
  { "1" NARROW "200,50", MONEY, 1200.5 },
  { "1.5", MONEY, 1.5 },
  { "1 200.50", MONEY, 1200.5 },
  { "1.200", MONEY, NAN, "could mean 1,200 or 1" },
  { "1,200,000", MONEY, NAN, "is written 1" },
};

static const Case swiss_cases[] = {
  { "1'200", MONEY, 1200 },
  { "1’200.50", MONEY, 1200.5 },
  { "1,5", MONEY, 1.5 },
  { "1,234.5", MONEY, 1234.5 },
  { "1,200", MONEY, NAN, "could mean 1.200 or 1" },
};

static const Case indian_cases[] = {
  { "12,34,567", MONEY, 1234567 },
  { "1,234,567", MONEY, 1234567 },
  { "२ crore", MONEY, 2e7 },
  { "1,2", MONEY, NAN, "could mean" },
};

/* Every double is read back as itself: from subnormal to the largest, and the everyday ones. */
static void
check_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  const YsUnit units[] = { MONEY, SHARE, NUMBER, YEARS };

  for (int i = 0; i < 20000; i++)
    {
      YsUnit unit = units[i % 4];
      double magnitude = i % 3 == 0 ? g_rand_double_range (random, -300, 300)
                                    : g_rand_double_range (random, -3, 9);
      double value = ldexp (g_rand_double (random) - 0.5, (int) magnitude * 3);
      double back = NAN;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      if (i % 5 == 0)
        value = round (value * 100.0) / 100.0;
      text = ys_format_for_editing (value, unit);
      ys_parse_number (text, unit, "EUR", &back, &error);
      g_assert_no_error (error);
      if (back != value)
        g_test_message ("%.17g as “%s” is read as %.17g", value, text, back);
      g_assert_cmpfloat (back, ==, value);
    }
}

static const struct
{
  const char *language;
  const Case *cases;
  gsize       n;
} locales[] = {
  { "en_US", plain_cases, G_N_ELEMENTS (plain_cases) },
  { "de_DE", german_cases, G_N_ELEMENTS (german_cases) },
  { "fr_FR", french_cases, G_N_ELEMENTS (french_cases) },
  { "de_CH", swiss_cases, G_N_ELEMENTS (swiss_cases) },
  { "hi_IN", indian_cases, G_N_ELEMENTS (indian_cases) },
};

static void
test_locale (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  if (!use_locale (locales[i].language))
    {
      g_test_skip ("localedef cannot make this locale here");
      return;
    }

  check (locales[i].cases, locales[i].n);
  check_round_trip ();
  setlocale (LC_ALL, "C");
}

static void
test_editing (void)
{
  static const struct
  {
    double      value;
    YsUnit      unit;
    const char *text;
  } cases[] = {
    { 40000, MONEY, "40,000" },     { 1234567.5, MONEY, "1,234,567.5" },
    { 0.1, NUMBER, "0.1" },         { 0.12, SHARE, "12%" },
    { 0.0012, SHARE, "0.12%" },     { -0.025, SHARE, "−2.5%" },
    { 2.5, YEARS, "2.5" },          { 0, MONEY, "0" },
    { 1e300, NUMBER, "1e300" },     { NAN, MONEY, "" },
    { 1.5e-20, NUMBER, "1.5e-20" }, { 1, SHARE, "100%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ys_format_for_editing (cases[i].value, cases[i].unit);

      g_assert_cmpstr (text, ==, cases[i].text);
    }

  check_round_trip ();
}

/* Where the digits come from, so that an error points at what was typed. */
static void
test_formula_places (void)
{
  g_autoptr (GArray) places = NULL;
  g_autofree char *plain = ys_parse_formula (" =a × 12 % + ?", &places, NULL);

  g_assert_cmpstr (plain, ==, "a * 0.12 + ?");
  g_assert_cmpuint (places->len, ==, strlen (plain) + 1);
  g_assert_cmpuint (g_array_index (places, gsize, 0), ==, 2);
  g_assert_cmpuint (g_array_index (places, gsize, 4), ==, strlen (" =a × "));
  g_assert_cmpuint (g_array_index (places, gsize, strlen ("a * 0.12 + ")), ==,
                    strlen (" =a × 12 % + "));
}

static void
test_formula_german (void)
{
  const char *formula = "customers * 0.02 + max(1200.5, m2, 1.200)";
  g_autofree char *local = NULL;
  g_autofree char *back = NULL;

  if (!use_locale ("de_DE"))
    {
      g_test_skip ("localedef cannot make this locale here");
      return;
    }

  local = ys_format_formula (formula);
  back = ys_parse_formula (local, NULL, NULL);
  setlocale (LC_ALL, "C");

  g_assert_cmpstr (local, ==, "customers * 0,02 + max(1200,5; m2; 1,200)");
  g_assert_cmpstr (back, ==, formula);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/parse/plain", test_plain);
  g_test_add_func ("/words/parse/own-dollar", test_own_dollar);
  g_test_add_func ("/words/parse/editing", test_editing);
  g_test_add_func ("/words/parse/formula/places", test_formula_places);
  g_test_add_func ("/words/parse/formula/german", test_formula_german);
  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *path = g_strconcat ("/words/parse/locale/", locales[i].language, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_locale);
    }

  return g_test_run ();
}
