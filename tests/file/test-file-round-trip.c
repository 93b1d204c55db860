/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scenarios of every kind of line and every form of estimate, with texts nobody should write: what is
 * written reads back as the same value, and writes again as the same text. */
#include <math.h>
#include <string.h>

#include "ys-file-type.h"
#include "ys-file.h"

#define N_PERIODS 12

static gboolean
toss (void)
{
  return g_test_rand_bit ();
}

/* Any finite double: of everyday size, whole, or any bits at all. */
static double
make_number (void)
{
  union
  {
    guint64 bits;
    double  value;
  } any;

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return g_test_rand_int_range (-1000000, 1000000);
    case 1:
      return g_test_rand_int_range (-100000, 100000) / 1000.0;
    case 2:
      return g_test_rand_double_range (-10.0, 10.0);
    default:
      any.bits = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();
      return isfinite (any.value) ? any.value : 0.0;
    }
}

static double
make_positive (void)
{
  return g_test_rand_double_range (0.001, 1000.0);
}

static char *
make_text (void)
{
  static const char *const pieces[] = {
    "Sales", " ", "  ", "\n", "\t", "\r", "\r\n", "\"", "'", "&", "<", ">", "]]>", "&amp;", "<!--", "--", "%", "€",
    "café", "שלום", "日本", "🏗️", "e\xcc\x81", "\xc2\xa0", "\xe2\x80\xae", "\xef\xbf\xbd", "\xf4\x8f\xbf\xbd", "\xc2\x85",
    "\xe2\x80\xa8", "{", "0", "\\n", "\x7f",
  };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static char *
make_text_or_null (void)
{
  return toss () ? make_text () : NULL;
}

static char *
make_comment (void)
{
  static const char *const comments[] = { NULL, " plain ", "", "two\n  lines", " é & < > \" ]]> ", "- a - b" };

  return g_strdup (comments[g_test_rand_int_range (0, G_N_ELEMENTS (comments))]);
}

static void
set_numbers (YsEstimate *estimate,
             YsShapeId   shape,
             YsNumber    first,
             double      a,
             YsNumber    second,
             double      b)
{
  estimate->shape = shape;
  ys_estimate_set_number (estimate, first, a);
  ys_estimate_set_number (estimate, second, b);
}

static void
make_range (YsEstimate *estimate)
{
  static const YsShapeId shapes[] = { YS_SHAPE_UNSET, YS_SHAPE_NORMAL, YS_SHAPE_LOGNORMAL, YS_SHAPE_UNIFORM };
  double low = make_positive ();

  set_numbers (estimate, shapes[g_test_rand_int_range (0, G_N_ELEMENTS (shapes))], YS_NUMBER_LOW, low,
               YS_NUMBER_HIGH, low + make_positive ());
  if (toss ())
    ys_estimate_set_number (estimate, YS_NUMBER_CONFIDENCE, g_test_rand_double_range (0.5, 0.99));
}

/* Symmetric, so that a curve exists. */
static void
make_three_points (YsEstimate *estimate)
{
  static const YsShapeId shapes[] = { YS_SHAPE_UNSET, YS_SHAPE_PERT, YS_SHAPE_TRIANGULAR, YS_SHAPE_METALOG };
  double likely = g_test_rand_int_range (-1000, 1000);
  double half = g_test_rand_int_range (1, 100);

  set_numbers (estimate, shapes[g_test_rand_int_range (0, G_N_ELEMENTS (shapes))], YS_NUMBER_LOW,
               likely - half, YS_NUMBER_HIGH, likely + half);
  ys_estimate_set_number (estimate, YS_NUMBER_LIKELY, likely);
  if (toss ())
    estimate->bounds = YS_BOUNDS_LIKELY_RANGE;
  else if (estimate->shape != YS_SHAPE_METALOG && toss ())
    estimate->bounds = YS_BOUNDS_HARD;
  if ((estimate->bounds == YS_BOUNDS_LIKELY_RANGE || estimate->shape == YS_SHAPE_METALOG) && toss ())
    ys_estimate_set_number (estimate, YS_NUMBER_CONFIDENCE, 0.8);
}

static void
make_beta (YsEstimate *estimate)
{
  set_numbers (estimate, YS_SHAPE_BETA, YS_NUMBER_ALPHA, make_positive (), YS_NUMBER_BETA,
               make_positive ());
  if (!toss ())
    return;

  ys_estimate_set_number (estimate, YS_NUMBER_LOW, -make_positive ());
  ys_estimate_set_number (estimate, YS_NUMBER_HIGH, make_positive ());
}

static void
make_cases (YsEstimate *estimate)
{
  YsCase cases[3];
  gsize n = (gsize) g_test_rand_int_range (1, 4);

  for (gsize i = 0; i < n; i++)
    cases[i] = (YsCase) { g_test_rand_int_range (-100, 100), make_positive () };
  ys_estimate_set_cases (estimate, cases, n);
}

static YsEstimate *
make_estimate (void)
{
  static const char *const formulas[] = { "1/300", "a1 * 2", "if(period < 3, a1 ^ -2, max(1, 2))", "−a1" };
  YsEstimate *estimate = ys_estimate_new ();

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      ys_estimate_set_number (estimate, YS_NUMBER_EXACTLY, g_test_rand_double ());
      break;
    case 1:
      make_range (estimate);
      break;
    case 2:
      make_three_points (estimate);
      break;
    case 3:
      set_numbers (estimate, YS_SHAPE_NORMAL, YS_NUMBER_MEAN, g_test_rand_double_range (-1e6, 1e6),
                   YS_NUMBER_SD, make_positive ());
      break;
    case 4:
      set_numbers (estimate, YS_SHAPE_LOGNORMAL, YS_NUMBER_LOG_MEAN, g_test_rand_double_range (-5, 5),
                   YS_NUMBER_LOG_SD, g_test_rand_double ());
      break;
    case 5:
      make_beta (estimate);
      break;
    case 6:
      make_cases (estimate);
      break;
    default:
      estimate->formula = g_strdup (formulas[g_test_rand_int_range (0, G_N_ELEMENTS (formulas))]);
      break;
    }

  return estimate;
}

static void
make_once (YsLine *line)
{
  static const int classes[] = { 3, 5, 7, 10, 15, 20 };

  if (toss ())
    line->first = g_test_rand_int_range (0, 4);

  if (!(line->kind->traits & YS_LINE_MAY_DEPRECIATE))
    return;

  line->depreciation.method = g_test_rand_int_range (0, YS_N_DEPRECIATION_METHODS);
  if (line->depreciation.method == YS_DEPRECIATION_STRAIGHT_LINE)
    {
      line->depreciation.periods = g_test_rand_int_range (1, 40);
      line->depreciation.residual = toss () ? make_number () : 0.0;
    }
  else if (line->depreciation.method == YS_DEPRECIATION_MACRS)
    line->depreciation.periods = classes[g_test_rand_int_range (0, G_N_ELEMENTS (classes))];
  else if (line->depreciation.method == YS_DEPRECIATION_DECLINING_BALANCE)
    line->depreciation.rate = g_test_rand_double_range (0.01, 1.0);
}

static void
make_repeating (YsLine *line)
{
  if (toss ())
    line->first = g_test_rand_int_range (0, 4);
  if (toss ())
    line->last = g_test_rand_int_range (4, N_PERIODS + 1);
  if (toss ())
    ys_line_set_ramp (line, (const double[]) { make_number (), make_number (), 1.0 },
                      (gsize) g_test_rand_int_range (1, 4));
  for (int n = g_test_rand_int_range (0, 3); n > 0; n--)
    ys_line_add_follows (line, "a1", make_number ());
}

static void
make_fields (YsLine *line)
{
  gboolean listed = (line->kind->traits & YS_LINE_MAY_LIST_PERIODS) && toss ();

  for (int i = 0; i < YS_N_FIELDS; i++)
    {
      gboolean required = (line->kind->required & YS_FIELD_BIT (i)) != 0;
      g_autoptr (YsEstimate) estimate = NULL;

      if (!(line->kind->fields & YS_FIELD_BIT (i)) || (i == YS_FIELD_AMOUNT && listed)
          || (!required && toss ()))
        continue;

      estimate = make_estimate ();
      ys_line_set_estimate (line, i, estimate);
    }

  if (listed)
    ys_line_set_by_period (line, toss () ? g_test_rand_int_range (0, 4) : YS_PERIOD_UNSET,
                           (const double[]) { make_number (), make_number (), make_number () },
                           (gsize) g_test_rand_int_range (1, 4));
}

static YsLine *
make_line (const YsLineKind *kind,
           int               number)
{
  g_autofree char *id = g_strdup_printf ("l%d.é:_-", number);
  g_autofree char *name = make_text ();
  YsLine *line = ys_line_new (kind, id, name);

  line->driver = toss () ? g_strdup ("d-1") : NULL;
  line->nature = g_test_rand_int_range (0, YS_N_NATURES);
  line->lean = g_test_rand_int_range (0, YS_N_LEANS);
  line->source = make_text_or_null ();
  line->comment = make_comment ();
  make_fields (line);
  if (kind->traits & YS_LINE_MAY_REPEAT)
    make_repeating (line);
  else
    make_once (line);

  return line;
}

static YsAlternative *
make_alternative (const char *id)
{
  g_autofree char *name = make_text ();
  YsAlternative *alternative = ys_alternative_new (id, name);
  int number = 0;

  alternative->kind = make_text_or_null ();
  alternative->technical_name = make_text_or_null ();
  alternative->sponsor = make_text_or_null ();
  alternative->color = toss () ? g_strdup ("#E66100") : NULL;
  alternative->summary = make_text_or_null ();
  alternative->comment = make_comment ();
  if (toss ())
    alternative->discount_rate = g_test_rand_double ();

  for (const YsLineKind *const *kind = ys_line_kinds (); *kind != NULL; kind++)
    for (int n = g_test_rand_int_range (0, 3); n > 0; n--)
      g_ptr_array_add (alternative->lines, make_line (*kind, number++));

  return alternative;
}

static void
make_shared (YsScenario *scenario)
{
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%d", i);
      g_autofree char *name = make_text ();
      g_autoptr (YsEstimate) estimate = ys_estimate_new ();
      YsAssumption *assumption;

      make_range (estimate);
      assumption = ys_assumption_new (id, name, estimate);
      assumption->unit = make_text_or_null ();
      assumption->source = make_text_or_null ();
      assumption->comment = make_comment ();
      g_ptr_array_add (scenario->assumptions, assumption);
    }

  g_ptr_array_add (scenario->drivers, ys_driver_new ("d-1", "First", make_positive ()));
  ((YsDriver *) scenario->drivers->pdata[0])->comment = make_comment ();
  if (toss ())
    g_ptr_array_add (scenario->moves_with,
                     ys_moves_with_new ("a1", "a3", g_test_rand_double_range (-1.0, 1.0)));
}

static void
make_plan (YsScenario *scenario)
{
  if (toss ())
    g_ptr_array_add (scenario->budgets, ys_budget_new (0, make_positive ()));
  if (toss ())
    g_ptr_array_add (scenario->budgets, ys_budget_new (N_PERIODS, 0.0));
  if (toss ())
    g_ptr_array_add (scenario->requires, ys_relation_new ("x", "y"));
  if (toss ())
    g_ptr_array_add (scenario->excludes, ys_relation_new ("y", "x"));
}

static void
make_tolerance (YsScenario *scenario)
{
  double loss = make_positive ();
  double chance = g_test_rand_double_range (0.5, 1.0);

  for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
    {
      g_ptr_array_add (scenario->tolerance, ys_tolerance_new (loss, chance));
      loss *= 1.5;
      chance *= 0.3;
    }
}

static YsScenario *
make_scenario (void)
{
  g_autofree char *title = make_text ();
  YsScenario *scenario = ys_scenario_new (title, "EUR", N_PERIODS);

  scenario->start = toss () ? g_strdup ("2027-01") : NULL;
  scenario->period = g_test_rand_int_range (0, YS_N_PERIODS);
  scenario->rules.timing = g_test_rand_int_range (0, YS_N_TIMINGS);
  scenario->rules.losses = g_test_rand_int_range (0, YS_N_LOSSES);
  scenario->rules.discount_rate = toss () ? g_test_rand_double_range (-0.9, 2.0) : NAN;
  scenario->rules.tax_rate = toss () ? g_test_rand_double () : NAN;
  scenario->rules.reinvest_rate = toss () ? 0.0 : NAN;
  scenario->rules.finance_rate = toss () ? 0.07 : NAN;
  scenario->comment = make_comment ();
  if ((scenario->has_simulation = toss ()))
    {
      scenario->seed = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();
      scenario->trials = (gsize) g_test_rand_int_range (1, YS_MAX_TRIALS);
    }

  make_shared (scenario);
  g_ptr_array_add (scenario->alternatives, make_alternative ("x"));
  g_ptr_array_add (scenario->alternatives, make_alternative ("y"));
  ((YsAlternative *) scenario->alternatives->pdata[0])->baseline = toss ();
  make_plan (scenario);
  make_tolerance (scenario);
  scenario->understood = toss () ? g_strsplit ("ERP <CRM> \"R&D\" é", " ", -1) : NULL;

  return scenario;
}

static YsScenario *
read_back (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) problems = NULL;
  YsScenario *scenario = ys_file_read_bytes (bytes, &problems);

  if (scenario == NULL)
    g_test_message ("%d: %s\n%s", ((YsFileProblem *) problems->pdata[0])->line,
                    ((YsFileProblem *) problems->pdata[0])->message, text);
  g_assert_nonnull (scenario);

  return scenario;
}

static void
test_random (void)
{
  int n_rounds = g_test_slow () ? 5000 : 40;

  for (int i = 0; i < n_rounds; i++)
    {
      g_autoptr (YsScenario) scenario = make_scenario ();
      g_autofree char *text = ys_file_write_text (scenario);
      g_autoptr (YsScenario) again = read_back (text);
      g_autofree char *rewritten = ys_file_write_text (again);

      if (!ys_scenario_equal (scenario, again))
        g_test_message ("%s", text);
      g_assert_true (ys_scenario_equal (scenario, again));
      g_assert_cmpstr (text, ==, rewritten);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    double      value;
    const char *text;
  } exact[] = {
    { 0.0, "0" }, { 0.02, "0.02" }, { 0.1, "0.1" }, { 1.0 / 3.0, "0.3333333333333333" },
    { 1500000.0, "1500000" }, { -0.4, "-0.4" }, { 0.1 + 0.2, "0.30000000000000004" },
    { 1.7976931348623157e308, "1.7976931348623157e+308" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (exact); i++)
    {
      g_autofree char *text = ys_file_format_number (exact[i].value);

      g_assert_cmpstr (text, ==, exact[i].text);
    }

  for (int i = 0; i < 20000; i++)
    {
      double value = make_number ();
      g_autofree char *text = ys_file_format_number (value);

      g_assert_true (g_ascii_strtod (text, NULL) == value);
      g_assert_true (ys_file_number.accepts (&ys_file_number, text));
    }
}

/* "0.25" → "1.25", "end" → "xend" */
static char *
alter (const char *text,
       int         start,
       int         end)
{
  gboolean number = g_ascii_isdigit (text[start]) || text[start] == '-';
  g_autofree char *altered = number
    ? ys_file_format_number (g_ascii_strtod (text + start, NULL) + 1)
    : g_strdup_printf ("x%.*s", end - start, text + start);

  return g_strdup_printf ("%.*s%s%s", start, text, altered, text + end);
}

/* Two scenarios are equal if, and only if, their files are: else a change might not be seen as one,
 * and what is not in the file pass for saved. */
static void
test_every_difference (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "file", "everything.yardstick", NULL);
  g_autoptr (YsScenario) scenario = ys_file_read (path, NULL);
  g_autofree char *text = ys_file_write_text (scenario);
  g_autoptr (GRegex) attribute = g_regex_new (" [a-z-]+=\"([^\"]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int start, end, n_read = 0;

  for (g_regex_match (attribute, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *altered = NULL;
      g_autofree char *rewritten = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (YsScenario) other = NULL;

      g_match_info_fetch_pos (match, 1, &start, &end);
      altered = alter (text, start, end);
      bytes = g_bytes_new_static (altered, strlen (altered));
      other = ys_file_read_bytes (bytes, NULL);
      if (other == NULL)
        continue;

      n_read++;
      rewritten = ys_file_write_text (other);
      g_assert_cmpint (ys_scenario_equal (scenario, other), ==, g_str_equal (text, rewritten));
    }

  g_assert_cmpint (n_read, >, 80);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file/round-trip/random", test_random);
  g_test_add_func ("/file/round-trip/numbers", test_numbers);
  g_test_add_func ("/file/round-trip/every-difference", test_every_difference);

  return g_test_run ();
}
