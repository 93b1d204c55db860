/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-estimate-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-checker.h"
#include "ys-error.h"
#include "ys-format.h"
#include "ys-formula.h"
#include "ys-parse.h"
#include "ys-shape.h"
#include "ys-simulate.h"

/* Of a formula: enough for a sentence while it is being typed. */
#define FORMULA_TRIALS 4096

/* Beyond so many, cases are counted instead of told one by one. */
#define FEW_CASES 4

typedef struct
{
  const YsEstimate *estimate;
  YsUnit            unit;
  const char       *currency;
} Subject;

static char *
say_value (const Subject *subject,
           double         value)
{
  return ys_format_value (value, subject->unit, subject->currency, YS_FORMAT_TEXT);
}

static char *
say_range (const Subject *subject,
           double         confidence,
           double         low,
           double         high,
           double         mean)
{
  g_autofree char *from = say_value (subject, low);
  g_autofree char *to = say_value (subject, high);
  g_autofree char *average = say_value (subject, mean);
  g_autofree char *times = ys_format_times (confidence);

  /* Translators: “9 times in 10 between $40,000 and $90,000; $62,000 on average.” */
  return g_strdup_printf (_("%s between %s and %s; %s on average."), times, from, to, average);
}

static char *
say_exactly (const Subject *subject,
             double         value)
{
  g_autofree char *text = ys_format_value (value, subject->unit, subject->currency, YS_FORMAT_EXACT);

  /* Translators: an estimate that is one number: “Exactly $40,000.” */
  return g_strdup_printf (_("Exactly %s."), text);
}

static char *
say_uniform (const Subject *subject,
             double         mean)
{
  g_autofree char *from = say_value (subject, subject->estimate->numbers[YS_NUMBER_LOW]);
  g_autofree char *to = say_value (subject, subject->estimate->numbers[YS_NUMBER_HIGH]);
  g_autofree char *average = say_value (subject, mean);

  return g_strdup_printf (_("Anywhere between %s and %s, all equally likely; %s on average."), from,
                          to, average);
}

/* Ends that are never passed are worth a word. */
static char *
say_hard_ends (const Subject *subject,
               char          *range)
{
  g_autofree char *sentence = range;
  g_autofree char *from = say_value (subject, subject->estimate->numbers[YS_NUMBER_LOW]);
  g_autofree char *to = say_value (subject, subject->estimate->numbers[YS_NUMBER_HIGH]);

  return g_strdup_printf (_("%s Never below %s or above %s."), sentence, from, to);
}

static char *
say_one_case (const Subject *subject,
              const YsCase  *one,
              double         total)
{
  g_autofree char *value = say_value (subject, one->value);
  g_autofree char *times = ys_format_times (one->weight / total);

  /* Translators: one of a list of outcomes: “$40,000 (6 times in 10)” */
  return g_strdup_printf (_("%s (%s)"), value, times);
}

static char *
say_few_cases (const Subject *subject,
               double         total)
{
  const YsEstimate *estimate = subject->estimate;
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < estimate->n_cases; i++)
    {
      g_autofree char *one = say_one_case (subject, &estimate->cases[i], total);

      if (i > 0)
        /* Translators: between the outcomes of a list, and before the last of them */
        g_string_append (text, i + 1 < estimate->n_cases ? _(", ") : _(" or "));
      g_string_append (text, one);
    }

  return g_string_free (text, FALSE);
}

static char *
say_cases (const Subject *subject,
           const YsCurve *curve)
{
  g_autofree char *average = say_value (subject, ys_curve_get_mean (curve));
  g_autofree char *few = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gsize n = subject->estimate->n_cases;
  double total = 0.0;

  for (gsize i = 0; i < n; i++)
    total += subject->estimate->cases[i].weight;

  if (n <= FEW_CASES)
    {
      few = say_few_cases (subject, total);
      return g_strdup_printf (_("%s; %s on average."), few, average);
    }

  from = say_value (subject, curve->nodes[0]);
  to = say_value (subject, curve->nodes[2 * (n - 1)]);
  return g_strdup_printf (ngettext ("One of %d value from %s to %s; %s on average.",
                                    "One of %d values from %s to %s; %s on average.", n),
                          (int) n, from, to, average);
}

static gboolean
ends_are_hard (const YsEstimate *estimate)
{
  if (ys_estimate_has (estimate, YS_NUMBER_ALPHA))
    return ys_estimate_has (estimate, YS_NUMBER_LOW);

  return ys_estimate_has (estimate, YS_NUMBER_LIKELY)
         && estimate->bounds != YS_BOUNDS_LIKELY_RANGE && estimate->shape != YS_SHAPE_METALOG;
}

static char *
say_curve (const Subject *subject,
           const YsCurve *curve)
{
  const YsEstimate *estimate = subject->estimate;
  double mean = ys_curve_get_mean (curve);
  double confidence = ys_estimate_has (estimate, YS_NUMBER_CONFIDENCE)
    ? estimate->numbers[YS_NUMBER_CONFIDENCE] : 0.9;
  double tail = 0.5 * (1.0 - confidence);
  char *range;

  if (ys_curve_is_certain (curve))
    return say_exactly (subject, mean);
  if (estimate->n_cases > 0)
    return say_cases (subject, curve);
  if (estimate->shape == YS_SHAPE_UNIFORM)
    return say_uniform (subject, mean);

  range = say_range (subject, confidence, ys_curve_get_quantile (curve, tail),
                     ys_curve_get_quantile (curve, 1.0 - tail), mean);
  return ends_are_hard (estimate) ? say_hard_ends (subject, range) : range;
}

/* --- formulas -------------------------------------------------------------------------------- */

/* “customers × 0.02”: as one reads it, not as one types it. */
static char *
beautify (const char *formula)
{
  g_autofree char *local = ys_format_formula (formula);
  g_auto (GStrv) factors = g_strsplit (local, "*", -1);

  for (gsize i = 0; factors[i] != NULL; i++)
    g_strstrip (factors[i]);
  return g_strjoinv (" × ", factors);
}

/* A scenario of its own in which the formula is all the money there is, today and untaxed. */
static YsScenario *
ask_for (const YsScenario *scenario,
         const YsEstimate *estimate)
{
  YsScenario *question = ys_scenario_copy (scenario);
  YsAlternative *alternative = ys_alternative_new ("formula", "");
  YsLine *line = ys_line_new (ys_line_kind_find ("benefit"), "formula", "");
  g_autoptr (YsEstimate) amount = ys_estimate_copy (estimate);

  ys_line_set_estimate (line, YS_FIELD_AMOUNT, amount);
  line->first = 1;
  line->last = 1;
  g_ptr_array_add (alternative->lines, line);

  g_ptr_array_set_size (question->alternatives, 0);
  g_ptr_array_add (question->alternatives, alternative);
  g_ptr_array_set_size (question->requires, 0);
  g_ptr_array_set_size (question->excludes, 0);
  question->rules = (YsRules) { .reinvest_rate = NAN, .finance_rate = NAN };

  return question;
}

static YsResult *
work_out (const YsScenario *scenario,
          const YsEstimate *estimate)
{
  g_autoptr (YsScenario) question = ask_for (scenario, estimate);
  g_autoptr (GPtrArray) errors = ys_check (question);
  YsSimulateOptions options = { .trials = FORMULA_TRIALS, .threads = 1 };

  return errors->len == 0 ? ys_simulate (question, &options, NULL) : NULL;
}

static char *
say_formula (const Subject    *subject,
             const YsScenario *scenario)
{
  g_autofree char *formula = beautify (subject->estimate->formula);
  g_autofree char *range = NULL;
  YsResult *result = scenario != NULL ? work_out (scenario, subject->estimate) : NULL;
  double mean;

  if (result == NULL)
    return g_strdup_printf (_("Worked out as %s."), formula);

  mean = ys_result_get_metric (result, 0, "mean");
  range = ys_result_get_metric (result, 0, "p5") == ys_result_get_metric (result, 0, "p95")
    ? say_exactly (subject, mean)
    : say_range (subject, 0.9, ys_result_get_metric (result, 0, "p5"),
                 ys_result_get_metric (result, 0, "p95"), mean);
  ys_result_unref (result);

  /* Translators: a formula, and the sentence that says what it comes to */
  return g_strdup_printf (_("%s: %s"), formula, range);
}

/* --- the whole ------------------------------------------------------------------------------- */

static char *
as_sentence (const char *words)
{
  gunichar first = g_utf8_get_char (words);
  GString *text = g_string_new (NULL);

  if (*words == '\0')
    return g_string_free (text, FALSE);

  g_string_append_unichar (text, g_unichar_toupper (first));
  g_string_append (text, g_utf8_next_char (words));
  if (!g_str_has_suffix (words, "."))
    g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

/* Names of assumptions as formulas write them. */
static GStrv
list_names (const YsScenario *scenario)
{
  GStrv names = g_new0 (char *, scenario->assumptions->len + 2);

  for (guint i = 0; i < scenario->assumptions->len; i++)
    {
      const YsAssumption *assumption = scenario->assumptions->pdata[i];

      names[i] = ys_formula_name_from_id (assumption->id);
    }

  names[scenario->assumptions->len] = g_strdup ("period");
  return names;
}

static const char *
find_unknown (const YsFormula *formula,
              GStrv            known)
{
  for (gsize i = 0; formula->names[i] != NULL; i++)
    {
      g_autofree char *name = ys_formula_name_from_id (formula->names[i]);

      if (!g_strv_contains ((const char *const *) known, name))
        return formula->names[i];
    }

  return NULL;
}

static char *
complain_of_name (const char *name,
                  GStrv       known)
{
  const char *closest = ys_closest_name (name, (const char *const *) known);

  if (closest != NULL)
    return g_strdup_printf (_("There is no assumption “%s”; did you mean “%s”?"), name, closest);

  return g_strdup_printf (_("There is no assumption “%s”; choose one from the list, "
                            "or add it to the assumptions first."),
                          name);
}

char *
ys_formula_complain (const char       *text,
                     const YsScenario *scenario,
                     gsize            *at,
                     gsize            *length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsFormula) formula = ys_formula_new_located (text, at, length, &error);
  g_auto (GStrv) known = NULL;
  const char *unknown;

  if (formula == NULL)
    return as_sentence (error->message);
  if (scenario == NULL)
    return NULL;

  known = list_names (scenario);
  unknown = find_unknown (formula, known);
  if (unknown == NULL)
    return NULL;

  *length = strlen (unknown);
  *at = ys_formula_find_name (text, unknown);
  return complain_of_name (unknown, known);
}

char *
ys_estimate_complain (const YsEstimate *estimate,
                      const YsScenario *scenario)
{
  g_autoptr (GError) error = ys_estimate_check (estimate, "");
  gsize at, length;
  YsCurve curve;

  /* Without a name before it there is no colon either. */
  if (error != NULL)
    return as_sentence (g_str_has_prefix (error->message, ": ") ? error->message + 2
                                                                : error->message);

  if (estimate->formula != NULL)
    return ys_formula_complain (estimate->formula, scenario, &at, &length);
  if (!ys_curve_init (&curve, estimate, &error))
    return as_sentence (error->message);

  ys_curve_clear (&curve);
  return NULL;
}

char *
ys_estimate_say (const YsEstimate *estimate,
                 YsUnit            unit,
                 const char       *currency,
                 const YsScenario *scenario)
{
  Subject subject = { estimate, unit, currency };
  char *text = ys_estimate_complain (estimate, scenario);
  YsCurve curve;

  if (text != NULL)
    return text;
  if (estimate->formula != NULL)
    return say_formula (&subject, scenario);

  if (!ys_curve_init (&curve, estimate, NULL))
    return g_strdup ("");
  text = say_curve (&subject, &curve);
  ys_curve_clear (&curve);

  return text;
}

/* --- in a cell ------------------------------------------------------------------------------- */

static char *
say_short_range (const Subject *subject)
{
  const double *numbers = subject->estimate->numbers;
  g_autofree char *from =
      ys_format_value (numbers[YS_NUMBER_LOW], subject->unit, subject->currency, YS_FORMAT_SHORT);
  g_autofree char *to =
      ys_format_value (numbers[YS_NUMBER_HIGH], subject->unit, subject->currency, YS_FORMAT_SHORT);

  /* Translators: a range in a cell of a table: “$40K – $90K” */
  return g_strdup_printf (_("%s – %s"), from, to);
}

static char *
say_about (const Subject *subject)
{
  g_autofree char *value = NULL;
  YsCurve curve;

  if (!ys_curve_init (&curve, subject->estimate, NULL))
    return g_strdup (_("none"));
  value = ys_format_value (ys_curve_get_mean (&curve), subject->unit, subject->currency,
                           YS_FORMAT_SHORT);
  ys_curve_clear (&curve);

  /* Translators: about, of an average: “≈ $62K” */
  return g_strdup_printf (_("≈ %s"), value);
}

char *
ys_estimate_say_short (const YsEstimate *estimate,
                       YsUnit            unit,
                       const char       *currency)
{
  Subject subject = { estimate, unit, currency };

  if (estimate->formula != NULL)
    return beautify (estimate->formula);
  if (ys_estimate_has (estimate, YS_NUMBER_EXACTLY))
    return ys_format_value (estimate->numbers[YS_NUMBER_EXACTLY], unit, currency, YS_FORMAT_SHORT);
  if (ys_estimate_has (estimate, YS_NUMBER_LOW) && ys_estimate_has (estimate, YS_NUMBER_HIGH))
    return say_short_range (&subject);

  return say_about (&subject);
}

char *
ys_estimate_format_for_editing (const YsEstimate *estimate,
                                YsUnit            unit)
{
  static const YsNumber in_order[] = { YS_NUMBER_EXACTLY, YS_NUMBER_LOW, YS_NUMBER_LIKELY,
                                       YS_NUMBER_HIGH };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (estimate->formula != NULL)
    {
      g_autofree char *local = ys_format_formula (estimate->formula);

      return g_strconcat ("=", local, NULL);
    }

  if (ys_estimate_has (estimate, YS_NUMBER_ALPHA))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (in_order); i++)
    if (ys_estimate_has (estimate, in_order[i]))
      g_ptr_array_add (parts, ys_format_for_editing (estimate->numbers[in_order[i]], unit));
  if (parts->len == 0)
    return NULL;

  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" – ", (char **) parts->pdata);
}
