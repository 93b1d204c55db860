/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-starter-private.h"

#include <glib/gi18n.h>

#include "ys-edit.h"
#include "ys-formula.h"

/* One alternative in the making. */
typedef struct
{
  const YsStarter *starter;
  YsScenario      *scenario;  /* so far */
  guint            number;    /* 1, or more when there are others of this name */
  GHashTable      *names;     /* of the assumptions in formulas, by their keys */
} Maker;

static void
take_scenario (Maker      *maker,
               YsScenario *scenario)
{
  ys_scenario_unref (maker->scenario);
  maker->scenario = scenario;
}

/* “Marketing campaign”, then “Marketing campaign 2”. */
static char *
make_name (const Maker *maker,
           const char  *name)
{
  return maker->number > 1 ? g_strdup_printf ("%s %u", _(name), maker->number)
                           : g_strdup (_(name));
}

static gboolean
is_taken (const Maker *maker,
          const char  *name)
{
  for (guint i = 0; i < maker->scenario->alternatives->len; i++)
    {
      const YsAlternative *other = g_ptr_array_index (maker->scenario->alternatives, i);

      if (g_strcmp0 (other->name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
choose_number (Maker *maker)
{
  gboolean taken = TRUE;

  for (maker->number = 0; taken;)
    {
      g_autofree char *name = NULL;

      maker->number++;
      name = make_name (maker, maker->starter->name);
      taken = is_taken (maker, name);
    }
}

/* Estimates */

static gboolean
put_name (const GMatchInfo *match,
          GString          *formula,
          gpointer          names)
{
  g_autofree char *key = g_match_info_fetch (match, 0);
  const char *name = g_hash_table_lookup (names, key);

  g_string_append (formula, name != NULL ? name : key);
  return FALSE;
}

static char *
make_formula (const Maker *maker,
              const char  *formula,
              int          per)
{
  g_autoptr (GRegex) words = g_regex_new ("[a-z_]+", 0, 0, NULL);
  g_autofree char *named =
    g_regex_replace_eval (words, formula, -1, 0, 0, put_name, maker->names, NULL);

  return per == 1 ? g_steal_pointer (&named) : g_strdup_printf ("(%s) / %d", named, per);
}

/* @per: parts into which the numbers are divided. NULL: not given */
static YsEstimate *
make_estimate (const Maker          *maker,
               const YsStarterRange *range,
               int                   per)
{
  YsEstimate *estimate;

  if (range->formula == NULL && range->low == 0.0 && range->high == 0.0)
    return NULL;

  if (range->formula == NULL && range->low == range->high)
    return ys_estimate_new_exactly (range->low / per);

  estimate = ys_estimate_new ();
  if (range->formula != NULL)
    {
      estimate->formula = make_formula (maker, range->formula, per);
      return estimate;
    }

  ys_estimate_set_number (estimate, YS_NUMBER_LOW, range->low / per);
  ys_estimate_set_number (estimate, YS_NUMBER_HIGH, range->high / per);
  if (range->likely != 0.0)
    ys_estimate_set_number (estimate, YS_NUMBER_LIKELY, range->likely / per);

  return estimate;
}

static void
add_assumption (Maker                 *maker,
                const YsStarterNumber *number)
{
  g_autofree char *name = make_name (maker, number->name);
  g_autofree char *id = ys_edit_make_id (maker->scenario, name);
  g_autoptr (YsEstimate) estimate = make_estimate (maker, &number->range, 1);
  g_autoptr (YsAssumption) assumption = ys_assumption_new (id, name, estimate);

  assumption->source = g_strdup (_("To be filled: a placeholder"));
  g_hash_table_insert (maker->names, (gpointer) number->key, ys_formula_name_from_id (id));
  take_scenario (maker, ys_edit_insert (maker->scenario, YS_PART_ASSUMPTION,
                                        maker->scenario->assumptions->len, assumption));
}

/* Lines */

static int
get_first_period (const Maker         *maker,
                  const YsStarterLine *plan)
{
  return plan->first > 0 ? (plan->first - 1) * ys_scenario_get_per_year (maker->scenario) + 1 : 0;
}

static void
set_when (const Maker         *maker,
          YsLine              *line,
          const YsStarterLine *plan)
{
  int last = plan->last * ys_scenario_get_per_year (maker->scenario);

  if (!plan->now && plan->first == 0)
    return;

  line->first = get_first_period (maker, plan);
  line->last = MIN (last, maker->scenario->n_periods);
}

/* The share of a year holds in each of its periods. */
static void
set_ramp (const Maker         *maker,
          YsLine              *line,
          const YsStarterLine *plan)
{
  double shares[YS_STARTER_MAX_RAMP * 12];
  int per_year = ys_scenario_get_per_year (maker->scenario);
  int n_shares = 0;

  for (int i = 0; i < YS_STARTER_MAX_RAMP && plan->ramp[i] > 0.0; i++)
    for (int k = 0; k < per_year; k++)
      shares[n_shares++] = plan->ramp[i];

  if (n_shares > 0)
    ys_line_set_ramp (line, shares, (gsize) n_shares);
}

static void
set_depreciation (const Maker         *maker,
                  YsLine              *line,
                  const YsStarterLine *plan)
{
  if (plan->life == 0)
    return;

  line->depreciation.method = YS_DEPRECIATION_STRAIGHT_LINE;
  line->depreciation.periods = plan->life * ys_scenario_get_per_year (maker->scenario);
}

/* Only what is counted by the period is spread: rates and shares are what they are. */
static int
get_parts (const Maker         *maker,
           const YsStarterLine *plan,
           YsField              field)
{
  gboolean spread = field == YS_FIELD_AMOUNT || field == YS_FIELD_HOURS;

  return spread && plan->per == YS_PER_YEAR ? ys_scenario_get_per_year (maker->scenario) : 1;
}

static YsLine *
make_line (const Maker         *maker,
           const YsStarterLine *plan)
{
  g_autofree char *id = ys_edit_make_id (maker->scenario, _(plan->name));
  YsLine *line = ys_line_new (ys_line_kind_find (plan->kind), id, _(plan->name));

  line->nature = plan->nature;
  line->lean = plan->lean;
  line->source = g_strdup (_("To be filled: a placeholder"));
  for (int field = 0; field < YS_N_FIELDS; field++)
    {
      g_autoptr (YsEstimate) estimate =
        make_estimate (maker, &plan->ranges[field], get_parts (maker, plan, field));

      ys_line_set_estimate (line, field, estimate);
    }
  set_when (maker, line, plan);
  set_ramp (maker, line, plan);
  set_depreciation (maker, line, plan);

  return line;
}

static void
add_line (Maker               *maker,
          const YsStarterLine *plan)
{
  guint alternative = maker->scenario->alternatives->len - 1;
  const YsAlternative *last = g_ptr_array_index (maker->scenario->alternatives, alternative);
  g_autoptr (YsLine) line = NULL;

  if (get_first_period (maker, plan) > maker->scenario->n_periods)
    return;

  line = make_line (maker, plan);
  take_scenario (maker,
                 ys_edit_insert_line (maker->scenario, alternative, last->lines->len, line));
}

static void
add_alternative (Maker *maker)
{
  const YsStarter *starter = maker->starter;
  g_autofree char *name = make_name (maker, starter->name);
  g_autofree char *id = ys_edit_make_id (maker->scenario, name);
  g_autoptr (YsAlternative) alternative = ys_alternative_new (id, name);

  alternative->kind = g_strdup (starter->kind);
  if (starter->technical != NULL)
    alternative->technical_name = g_strdup (_(starter->technical));
  take_scenario (maker, ys_edit_insert (maker->scenario, YS_PART_ALTERNATIVE,
                                        maker->scenario->alternatives->len, alternative));
}

YsScenario *
ys_starter_make (const YsStarter  *starter,
                 const YsScenario *scenario)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Maker maker = { .starter = starter, .scenario = ys_scenario_ref (scenario), .names = names };

  choose_number (&maker);
  add_alternative (&maker);
  for (const YsStarterNumber *number = starter->numbers; number->name != NULL; number++)
    add_assumption (&maker, number);
  for (const YsStarterLine *line = starter->lines; line->name != NULL; line++)
    add_line (&maker, line);

  return maker.scenario;
}

const YsStarter *
ys_starter_find (const char *id)
{
  for (const YsStarter *starter = ys_starters; starter->id != NULL; starter++)
    if (g_str_equal (starter->id, id))
      return starter;

  return NULL;
}
