/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-basis.h"

#include <glib/gi18n.h>

/* Choices, in the order of their enumerations */

static const char *const periods[] = { N_("Years"), N_("Quarters"), N_("Months"), NULL };
static const char *const timings[] = { N_("At its end"), N_("In its middle"), NULL };
static const char *const losses[] = {
  N_("Are carried forward"), N_("Save tax elsewhere at once"), NULL,
};

/* Fields */

#define FIELD(struct, member) .offset = G_STRUCT_OFFSET (struct, member)

static const YsFormField question_fields[] = {
  { "title", N_("Question"), NULL, N_("What is to be decided"), YS_FORM_TEXT,
    FIELD (YsScenario, title), .needed = TRUE },
  { "currency", N_("Currency"), NULL, N_("Its code, such as EUR or USD"), YS_FORM_TEXT,
    FIELD (YsScenario, currency), .needed = TRUE, .width = 6 },
  { "start", N_("Decision falls in"), NULL, N_("Year and month, such as 2027-01"), YS_FORM_TEXT,
    FIELD (YsScenario, start), .width = 10 },
  { "period", N_("Counted in"), N_("period"), NULL, YS_FORM_CHOICE, FIELD (YsScenario, period),
    .choices = periods },
  { "periods", N_("Looking ahead"), N_("number of periods"), NULL, YS_FORM_COUNT,
    FIELD (YsScenario, n_periods), .width = 6 },
  { "understood", N_("Understood here"), NULL, N_("Words that everyone in the room knows"),
    YS_FORM_WORDS, FIELD (YsScenario, understood) },
  { "notes", N_("Notes"), NULL, NULL, YS_FORM_TEXT, FIELD (YsScenario, comment) },
};

static const YsFormField rules_fields[] = {
  { "discount-rate", N_("Required return"), N_("discount rate"), N_("A year; left empty it is 0 %"),
    YS_FORM_NUMBER, FIELD (YsScenario, rules.discount_rate), YS_UNIT_FRACTION, .width = 8 },
  { "timing", N_("Money of a period counts"), N_("timing of cash flows"), NULL, YS_FORM_CHOICE,
    FIELD (YsScenario, rules.timing), .choices = timings },
  { "tax-rate", N_("Tax on profit"), N_("tax rate"), N_("Left empty there is no tax"),
    YS_FORM_NUMBER, FIELD (YsScenario, rules.tax_rate), YS_UNIT_FRACTION, .width = 8 },
  { "losses", N_("Losses"), N_("loss relief"), NULL, YS_FORM_CHOICE,
    FIELD (YsScenario, rules.losses), .choices = losses },
  { "reinvest-rate", N_("Return on money paid back"), N_("reinvestment rate"),
    N_("A year; left empty it is the required return"), YS_FORM_NUMBER,
    FIELD (YsScenario, rules.reinvest_rate), YS_UNIT_FRACTION, .width = 8 },
  { "finance-rate", N_("Interest on money borrowed"), N_("finance rate"),
    N_("A year; left empty it is the required return"), YS_FORM_NUMBER,
    FIELD (YsScenario, rules.finance_rate), YS_UNIT_FRACTION, .width = 8 },
};

/* Given, from then on. */
static void
settle_simulation (YsScenario *newer,
                   gpointer    part)
{
  newer->has_simulation = TRUE;
}

static const YsFormField simulation_fields[] = {
  { "trials", N_("Times played through"), N_("trials"), N_("More make the figures steadier"),
    YS_FORM_TRIALS, FIELD (YsScenario, trials), .width = 12,
    .settle = settle_simulation },
  { "seed", N_("Starting number"), N_("seed"), N_("The same number gives the same figures"),
    YS_FORM_SEED, FIELD (YsScenario, seed), .width = 12,
    .settle = settle_simulation },
};

static const YsFormField driver_fields[] = {
  { "name", N_("Driver"), NULL, NULL, YS_FORM_TEXT, FIELD (YsDriver, name), .needed = TRUE },
  { "weight", N_("Weight"), NULL, NULL, YS_FORM_NUMBER, FIELD (YsDriver, weight), YS_UNIT_NUMBER,
    .width = 8 },
};

static const YsFormField assumption_fields[] = {
  { "name", N_("Assumption"), NULL, NULL, YS_FORM_TEXT, FIELD (YsAssumption, name), .needed = TRUE },
  { "estimate", N_("Estimate"), NULL, NULL, YS_FORM_ESTIMATE, FIELD (YsAssumption, estimate),
    .needed = TRUE, .width = 15 },
  { "unit", N_("Unit"), NULL, NULL, YS_FORM_TEXT, FIELD (YsAssumption, unit), .width = 6 },
  { "source", N_("Source"), NULL, NULL, YS_FORM_TEXT, FIELD (YsAssumption, source), .width = 12 },
};

static const YsFormField moves_with_fields[] = {
  { "a", N_("When this is high"), NULL, NULL, YS_FORM_NAME, FIELD (YsMovesWith, a),
    .of = YS_PART_ASSUMPTION, .needed = TRUE },
  { "b", N_("so is this"), NULL, NULL, YS_FORM_NAME, FIELD (YsMovesWith, b),
    .of = YS_PART_ASSUMPTION, .needed = TRUE },
  { "rank-correlation", N_("Rank correlation"), NULL, NULL, YS_FORM_NUMBER,
    FIELD (YsMovesWith, rank_correlation), YS_UNIT_NUMBER, .width = 8 },
};

static const YsFormField budget_fields[] = {
  { "period", N_("Period"), NULL, NULL, YS_FORM_COUNT, FIELD (YsBudget, period), .width = 6 },
  { "amount", N_("At most"), NULL, NULL, YS_FORM_NUMBER, FIELD (YsBudget, amount), YS_UNIT_MONEY,
    .width = 16 },
};

static const YsFormField requires_fields[] = {
  { "alternative", N_("This one"), NULL, NULL, YS_FORM_NAME, FIELD (YsRelation, alternative),
    .of = YS_PART_ALTERNATIVE, .needed = TRUE },
  { "other", N_("needs"), NULL, NULL, YS_FORM_NAME, FIELD (YsRelation, other),
    .of = YS_PART_ALTERNATIVE, .needed = TRUE },
};

static const YsFormField excludes_fields[] = {
  { "alternative", N_("This one"), NULL, NULL, YS_FORM_NAME, FIELD (YsRelation, alternative),
    .of = YS_PART_ALTERNATIVE, .needed = TRUE },
  { "other", N_("rules out"), NULL, NULL, YS_FORM_NAME, FIELD (YsRelation, other),
    .of = YS_PART_ALTERNATIVE, .needed = TRUE },
};

static const YsFormField tolerance_fields[] = {
  { "loss", N_("A loss of at least"), NULL, NULL, YS_FORM_NUMBER, FIELD (YsTolerance, loss),
    YS_UNIT_MONEY, .width = 16 },
  { "chance", N_("in a year, with a chance of at most"), NULL, NULL, YS_FORM_NUMBER,
    FIELD (YsTolerance, chance), YS_UNIT_FRACTION, .width = 8 },
};

/* New parts: each makes sense as it is */

static gpointer
make_driver (const YsScenario *scenario)
{
  g_autofree char *id = ys_edit_make_id (scenario, _("New driver"));

  return ys_driver_new (id, _("New driver"), 10.0);
}

static gpointer
make_assumption (const YsScenario *scenario)
{
  g_autofree char *id = ys_edit_make_id (scenario, _("New assumption"));
  g_autoptr (YsEstimate) nothing = ys_estimate_new_exactly (0.0);

  return ys_assumption_new (id, _("New assumption"), nothing);
}

/* Of two ids in either order, or only in this one. */
static gboolean
is_paired (const GPtrArray *pairs,
           gsize            first_offset,
           gsize            second_offset,
           const char      *a,
           const char      *b,
           gboolean         either_order)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const char *first = G_STRUCT_MEMBER (const char *, pairs->pdata[i], first_offset);
      const char *second = G_STRUCT_MEMBER (const char *, pairs->pdata[i], second_offset);

      if ((g_str_equal (first, a) && g_str_equal (second, b)) ||
          (either_order && g_str_equal (first, b) && g_str_equal (second, a)))
        return TRUE;
    }

  return FALSE;
}

/* Formulas and what is certain cannot be correlated: ys_scenario_check() says so of each form. */
static gboolean
makes_sense (const YsScenario  *scenario,
             const YsMovesWith *pair)
{
  g_autoptr (YsScenario) newer
    = ys_edit_insert (scenario, YS_PART_MOVES_WITH, scenario->moves_with->len, pair);
  g_autoptr (GPtrArray) errors = ys_scenario_check (newer);

  return errors->len == 0;
}

static gpointer
make_moves_with (const YsScenario *scenario)
{
  for (guint i = 0; i < scenario->assumptions->len; i++)
    for (guint j = i + 1; j < scenario->assumptions->len; j++)
      {
        const YsAssumption *a = scenario->assumptions->pdata[i];
        const YsAssumption *b = scenario->assumptions->pdata[j];
        g_autoptr (YsMovesWith) pair = ys_moves_with_new (a->id, b->id, 0.5);

        if (!is_paired (scenario->moves_with, G_STRUCT_OFFSET (YsMovesWith, a),
                        G_STRUCT_OFFSET (YsMovesWith, b), a->id, b->id, TRUE) &&
            makes_sense (scenario, pair))
          return g_steal_pointer (&pair);
      }

  return NULL;
}

static gboolean
has_budget (const YsScenario *scenario,
            int               period)
{
  for (guint i = 0; i < scenario->budgets->len; i++)
    if (((const YsBudget *) scenario->budgets->pdata[i])->period == period)
      return TRUE;

  return FALSE;
}

static gpointer
make_budget (const YsScenario *scenario)
{
  for (int period = 0; period <= scenario->n_periods; period++)
    if (!has_budget (scenario, period))
      return ys_budget_new (period, 0.0);

  return NULL;
}

static gpointer
make_relation (const YsScenario *scenario)
{
  const gsize first = G_STRUCT_OFFSET (YsRelation, alternative);
  const gsize second = G_STRUCT_OFFSET (YsRelation, other);

  for (guint i = 0; i < scenario->alternatives->len; i++)
    for (guint j = i + 1; j < scenario->alternatives->len; j++)
      {
        const char *a = ((const YsAlternative *) scenario->alternatives->pdata[i])->id;
        const char *b = ((const YsAlternative *) scenario->alternatives->pdata[j])->id;

        if (!is_paired (scenario->requires, first, second, a, b, TRUE) &&
            !is_paired (scenario->excludes, first, second, a, b, TRUE))
          return ys_relation_new (a, b);
      }

  return NULL;
}

/* A larger loss than the others, with a smaller chance. */
static gpointer
make_tolerance (const YsScenario *scenario)
{
  double loss = 50000.0;
  double chance = 0.1;

  for (guint i = 0; i < scenario->tolerance->len; i++)
    {
      const YsTolerance *point = scenario->tolerance->pdata[i];

      loss = MAX (loss, point->loss);
      chance = MIN (chance, point->chance);
    }

  return ys_tolerance_new (2.0 * loss, 0.5 * chance);
}

/* Sections */

#define FIELDS(array) .fields = array, .n_fields = G_N_ELEMENTS (array)
#define PART(type) .unref = (void (*) (gpointer)) ys_##type##_unref

static const YsBasisSection sections[] = {
  { "scenario", N_("The question"), N_("What is to be decided, and over what time."), -1,
    FIELDS (question_fields) },
  { "rules", N_("Rules of the company"), N_("The same for every alternative."), -1,
    FIELDS (rules_fields) },
  { "assumptions", N_("What we assume"),
    N_("Numbers that lines of several alternatives share."),
    YS_PART_ASSUMPTION, N_("Add an Assumption"), N_("new assumption"),
    N_("removal of an assumption"), make_assumption, PART (assumption),
    FIELDS (assumption_fields) },
  { "moves-with", N_("What moves together"),
    N_("1: always together; −1: always against each other; 0: nothing to do with each other."),
    YS_PART_MOVES_WITH, N_("Add a Pair"), N_("new pair that moves together"),
    N_("removal of a pair that moves together"), make_moves_with, PART (moves_with),
    N_("It takes two assumptions with a range that are not a pair yet."),
    FIELDS (moves_with_fields) },
  { "drivers", N_("What drives the business"),
    N_("Where benefits come from, and how much weight the company gives to each."),
    YS_PART_DRIVER, N_("Add a Driver"), N_("new driver"), N_("removal of a driver"), make_driver,
    PART (driver), FIELDS (driver_fields) },
  { "budgets", N_("Money there is"), N_("In period 0 the decision is made."), YS_PART_BUDGET,
    N_("Add a Budget"), N_("new budget"), N_("removal of a budget"), make_budget, PART (budget),
    N_("Every period has its budget."), FIELDS (budget_fields) },
  { "requires", N_("What needs what"), N_("The first can only be had with the second."),
    YS_PART_REQUIRES, N_("Add a Need"), N_("new need"), N_("removal of a need"), make_relation,
    PART (relation), N_("It takes two alternatives that have nothing to do with each other yet."),
    FIELDS (requires_fields) },
  { "excludes", N_("What rules out what"), N_("Only one of the two can be had."), YS_PART_EXCLUDES,
    N_("Add an Exclusion"), N_("new exclusion"), N_("removal of an exclusion"), make_relation,
    PART (relation), N_("It takes two alternatives that have nothing to do with each other yet."),
    FIELDS (excludes_fields) },
  { "tolerance", N_("What the board accepts"),
    N_("Losses in a single year. The larger the loss, the smaller its chance."),
    YS_PART_TOLERANCE, N_("Add a Point"), N_("new point of what the board accepts"),
    N_("removal of a point of what the board accepts"), make_tolerance, PART (tolerance),
    FIELDS (tolerance_fields) },
  { "simulation", N_("How ranges are worked out"), N_("By playing the future through many times."),
    -1, FIELDS (simulation_fields) },
};

const YsBasisSection *
ys_basis_sections (gsize *n_sections)
{
  *n_sections = G_N_ELEMENTS (sections);

  return sections;
}

guint
ys_basis_get_count (const YsBasisSection *section,
                    const YsScenario     *scenario)
{
  return section->part < 0 ? 1 : ys_edit_get_parts (scenario, (YsPart) section->part)->len;
}

YsTarget
ys_basis_get_target (const YsBasisSection *section,
                     guint                 index)
{
  return (YsTarget) { section->id, section->part, index, -1 };
}

YsScenario *
ys_basis_add (const YsBasisSection *section,
              const YsScenario     *scenario)
{
  gpointer part = section->make (scenario);
  YsScenario *newer;

  if (part == NULL)
    return NULL;

  newer = ys_edit_insert (scenario, (YsPart) section->part, ys_basis_get_count (section, scenario),
                          part);
  section->unref (part);

  return newer;
}
