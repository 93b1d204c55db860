/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-scenario.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-checker.h"

static gboolean
is_currency (const char *text)
{
  return text != NULL && strlen (text) == 3 && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

/* "2027-01" */
static gboolean
is_month (const char *text)
{
  const char digits[] = "0123456789";
  int month;

  if (strlen (text) != 7 || strspn (text, digits) != 4 || text[4] != '-' ||
      strspn (text + 5, digits) != 2)
    return FALSE;

  month = (text[5] - '0') * 10 + (text[6] - '0');

  return month >= 1 && month <= 12;
}

static void
check_head (YsChecker *checker)
{
  const YsScenario *scenario = checker->scenario;

  if (!is_currency (scenario->currency))
    ys_checker_add (checker, scenario->row,
                    _("the currency should be a code of three capital letters, such as EUR"));

  if (scenario->start != NULL && !is_month (scenario->start))
    ys_checker_add (checker, scenario->row,
                    _("“start” should be a year and a month, such as 2027-01"));

  if (scenario->n_periods < 1 || scenario->n_periods > YS_MAX_PERIODS)
    ys_checker_add (checker, scenario->row, _("there are %d periods; give 1 to %d"),
                    scenario->n_periods, YS_MAX_PERIODS);

  if (scenario->trials < 1 || scenario->trials > YS_MAX_TRIALS)
    ys_checker_add (checker, scenario->row, _("there are %lu trials; give 1 to %d"),
                    (gulong) scenario->trials, YS_MAX_TRIALS);
}

static void
check_rules (YsChecker *checker)
{
  const YsRules *rules = &checker->scenario->rules;
  int row = checker->scenario->row;

  ys_checker_check_rate (checker, "discount-rate", row, rules->discount_rate);
  ys_checker_check_rate (checker, "reinvest-rate", row, rules->reinvest_rate);
  ys_checker_check_rate (checker, "finance-rate", row, rules->finance_rate);

  if (rules->tax_rate < 0.0 || rules->tax_rate > 1.0)
    ys_checker_add (checker, row, _("tax-rate should lie between 0 and 1, such as 0.25 for 25 %%"));
}

static void
check_drivers (YsChecker *checker)
{
  const GPtrArray *drivers = checker->scenario->drivers;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  double total = 0.0;

  for (guint i = 0; i < drivers->len; i++)
    {
      const YsDriver *driver = drivers->pdata[i];
      const char *known_as = ys_known_as (driver->name, driver->id);

      ys_checker_add_id (checker, seen, known_as, driver->row, driver->id);
      if (!isfinite (driver->weight) || driver->weight < 0.0)
        ys_checker_add (checker, driver->row, _("%s: “weight” should not be below 0"), known_as);
      total += driver->weight;
    }

  if (drivers->len > 0 && total == 0.0)
    ys_checker_add (checker, ((const YsDriver *) drivers->pdata[0])->row,
                    _("the weights of the drivers are all 0; give at least one of them more"));
}

static gboolean
is_color (const char *text)
{
  return text[0] == '#' && strlen (text) == 7 && strspn (text + 1, "0123456789abcdefABCDEF") == 6;
}

static void
check_alternative (YsChecker           *checker,
                   const YsAlternative *alternative)
{
  const char *known_as = ys_known_as (alternative->name, alternative->id);
  g_autofree char *where = g_strdup_printf ("%s: discount-rate", known_as);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  ys_checker_check_rate (checker, where, alternative->row, alternative->discount_rate);
  if (alternative->color != NULL && !is_color (alternative->color))
    ys_checker_add (checker, alternative->row, _("%s: the colour should be like #1a5fb4"), known_as);

  for (guint i = 0; i < alternative->lines->len; i++)
    {
      const YsLine *line = alternative->lines->pdata[i];
      g_autofree char *name
          = g_strdup_printf ("%s: %s", known_as, ys_known_as (line->name, line->id));

      ys_checker_add_id (checker, seen, name, line->row, line->id);
      ys_checker_check_line (checker, name, line);
    }
}

static void
check_alternatives (YsChecker *checker)
{
  const GPtrArray *alternatives = checker->scenario->alternatives;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const YsAlternative *baseline = NULL;

  for (guint i = 0; i < alternatives->len; i++)
    {
      const YsAlternative *alternative = alternatives->pdata[i];
      const char *known_as = ys_known_as (alternative->name, alternative->id);

      ys_checker_add_id (checker, seen, known_as, alternative->row, alternative->id);
      if (alternative->baseline && baseline != NULL)
        ys_checker_add (checker, alternative->row,
                        _("“%s” and “%s” are both the baseline; keep one of them"),
                        ys_known_as (baseline->name, baseline->id), known_as);
      else if (alternative->baseline)
        baseline = alternative;

      check_alternative (checker, alternative);
    }
}

static void
check_budgets (YsChecker *checker)
{
  const YsScenario *scenario = checker->scenario;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < scenario->budgets->len; i++)
    {
      const YsBudget *budget = scenario->budgets->pdata[i];

      if (budget->period < 0 || budget->period > scenario->n_periods)
        ys_checker_add (checker, budget->row,
                        _("budget: period %d should lie between 0 and %d"), budget->period,
                        scenario->n_periods);

      if (!g_hash_table_add (seen, GINT_TO_POINTER (budget->period)))
        ys_checker_add (checker, budget->row,
                        _("budget: period %d has two budgets; keep one of them"), budget->period);

      if (!isfinite (budget->amount) || budget->amount < 0.0)
        ys_checker_add (checker, budget->row, _("budget: the amount should not be below 0"));
    }
}

static void
check_relations (YsChecker       *checker,
                 const GPtrArray *relations,
                 const char      *where)
{
  const GPtrArray *alternatives = checker->scenario->alternatives;

  for (guint i = 0; i < relations->len; i++)
    {
      const YsRelation *relation = relations->pdata[i];

      ys_checker_check_reference (checker, where, relation->row, relation->alternative,
                                  alternatives, _("alternative"));
      ys_checker_check_reference (checker, where, relation->row, relation->other, alternatives,
                                  _("alternative"));
      if (g_strcmp0 (relation->alternative, relation->other) == 0)
        ys_checker_add (checker, relation->row, _("%s: “%s” is named twice; name two alternatives"),
                        where, relation->alternative);
    }
}

static int
compare_tolerances (gconstpointer a,
                    gconstpointer b)
{
  const YsTolerance *first = *(const YsTolerance *const *) a;
  const YsTolerance *second = *(const YsTolerance *const *) b;

  if (first->loss != second->loss)
    return first->loss < second->loss ? -1 : 1;

  return first->row - second->row;
}

static gboolean
check_tolerance_numbers (YsChecker         *checker,
                         const YsTolerance *tolerance)
{
  gboolean loss_fits = isfinite (tolerance->loss) && tolerance->loss > 0.0;
  gboolean chance_fits = tolerance->chance > 0.0 && tolerance->chance <= 1.0;

  if (!loss_fits)
    ys_checker_add (checker, tolerance->row, _("tolerance: the loss should be above 0"));
  if (!chance_fits)
    ys_checker_add (checker, tolerance->row,
                    _("tolerance: the chance should be above 0 and at most 1, such as 0.05 for "
                      "1 year in 20"));

  return loss_fits && chance_fits;
}

/* A loss of at least a million includes those of at least two: it cannot be the less likely. */
static void
check_tolerances (YsChecker *checker)
{
  const GPtrArray *tolerance = checker->scenario->tolerance;
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < tolerance->len; i++)
    if (check_tolerance_numbers (checker, tolerance->pdata[i]))
      g_ptr_array_add (sorted, tolerance->pdata[i]);
  g_ptr_array_sort (sorted, compare_tolerances);

  for (guint i = 1; i < sorted->len; i++)
    {
      const YsTolerance *less = sorted->pdata[i - 1];
      const YsTolerance *more = sorted->pdata[i];

      if (more->loss == less->loss)
        ys_checker_add (checker, more->row,
                        _("tolerance: two points have the same loss; keep one of them"));
      else if (more->chance > less->chance)
        ys_checker_add (checker, more->row,
                        _("tolerance: a larger loss should not have a larger chance than a "
                          "smaller one"));
    }
}

/* By name in formulas; of several with the same name the first. */
static GHashTable *
index_assumptions (const YsScenario *scenario)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < scenario->assumptions->len; i++)
    {
      YsAssumption *assumption = scenario->assumptions->pdata[i];
      const char *id = assumption->id != NULL ? assumption->id : "";
      g_autofree char *name = ys_formula_name_from_id (id);

      if (!g_hash_table_contains (index, name))
        g_hash_table_insert (index, g_steal_pointer (&name), assumption);
    }

  return index;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return ys_error_get_row (*(const GError *const *) a)
         - ys_error_get_row (*(const GError *const *) b);
}

GPtrArray *
ys_scenario_check (const YsScenario *scenario)
{
  g_autoptr (GHashTable) assumptions = NULL;
  YsChecker checker;

  g_return_val_if_fail (scenario != NULL, NULL);

  assumptions = index_assumptions (scenario);
  checker = (YsChecker) {
    .scenario = scenario,
    .errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free),
    .assumptions = assumptions,
  };

  check_head (&checker);
  check_rules (&checker);
  check_drivers (&checker);
  ys_checker_check_assumptions (&checker);
  check_alternatives (&checker);
  check_budgets (&checker);
  check_relations (&checker, scenario->requires, "requires");
  check_relations (&checker, scenario->excludes, "excludes");
  check_tolerances (&checker);

  g_ptr_array_sort (checker.errors, compare_rows);
  return checker.errors;
}
