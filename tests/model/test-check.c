/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ys-error.h"
#include "ys-scenario.h"

/* A sound scenario; every case below spoils one thing. Rows: head 2, driver 4, assumptions 6 to 9,
 * pair 10, alternatives 11 and 20, their lines from 12 and 21, their amounts from 32 and 41, plan 50,
 * tolerance 60 and 61. */
static YsEstimate *
estimate_between (double low,
                  double high)
{
  YsEstimate *estimate = ys_estimate_new ();

  ys_estimate_set_number (estimate, YS_NUMBER_LOW, low);
  ys_estimate_set_number (estimate, YS_NUMBER_HIGH, high);

  return estimate;
}

static YsEstimate *
estimate_by (const char *formula)
{
  YsEstimate *estimate = ys_estimate_new ();

  estimate->formula = g_strdup (formula);

  return estimate;
}

static void
add_assumption (YsScenario *scenario,
                const char *id,
                const char *name,
                YsEstimate *given,
                int         row)
{
  g_autoptr (YsEstimate) estimate = given;
  YsAssumption *assumption = ys_assumption_new (id, name, estimate);

  estimate->row = row;
  assumption->row = row;
  g_ptr_array_add (scenario->assumptions, assumption);
}

static void
set_estimate (YsLine     *line,
              YsField     field,
              YsEstimate *given)
{
  g_autoptr (YsEstimate) estimate = given;

  estimate->row = line->row + 20;
  ys_line_set_estimate (line, field, estimate);
}

static void
set_exactly (YsLine  *line,
             YsField  field,
             double   value)
{
  set_estimate (line, field, ys_estimate_new_exactly (value));
}

static YsLine *
add_line (YsAlternative *alternative,
          const char    *kind,
          const char    *id,
          const char    *name)
{
  YsLine *line = ys_line_new (ys_line_kind_find (kind), id, name);

  line->row = alternative->row + 1 + (int) alternative->lines->len;
  g_ptr_array_add (alternative->lines, line);

  return line;
}

static void
add_catalogue (YsScenario *scenario)
{
  YsAlternative *alternative = ys_alternative_new ("catalogue", "Catalogue mailing");
  YsLine *line;

  alternative->row = 11;
  g_ptr_array_add (scenario->alternatives, alternative);

  line = add_line (alternative, "capital", "plates", "Plates");
  line->depreciation = (YsDepreciation) { YS_DEPRECIATION_STRAIGHT_LINE, 5, 0.0, 0.0 };
  set_exactly (line, YS_FIELD_AMOUNT, 4000.0);

  line = add_line (alternative, "benefit", "orders", "Orders");
  line->driver = g_strdup ("repeat");
  ys_line_add_follows (line, "demand", 0.5);
  set_estimate (line, YS_FIELD_AMOUNT, estimate_by ("people * take_up * if(period < 3, 1, 0.5)"));
}

static void
add_recovery (YsScenario *scenario)
{
  YsAlternative *alternative = ys_alternative_new ("recovery", "Keep selling");
  YsLine *line;

  alternative->row = 20;
  g_ptr_array_add (scenario->alternatives, alternative);

  line = add_line (alternative, "avoided-loss", "outage", "Sales not lost");
  set_exactly (line, YS_FIELD_EVENTS_PER_YEAR, 0.35);
  set_estimate (line, YS_FIELD_LOSS_EACH, estimate_between (20000.0, 300000.0));

  line = add_line (alternative, "staff-time", "hours", "Time freed");
  set_exactly (line, YS_FIELD_HOURS, 900.0);
  set_exactly (line, YS_FIELD_HOURLY_RATE, 55.0);
  set_exactly (line, YS_FIELD_PUT_TO_USE, 0.5);
}

static void
add_tolerance (YsScenario *scenario,
               double      loss,
               double      chance,
               int         row)
{
  YsTolerance *tolerance = ys_tolerance_new (loss, chance);

  tolerance->row = row;
  g_ptr_array_add (scenario->tolerance, tolerance);
}

static YsScenario *
build (void)
{
  YsScenario *scenario = ys_scenario_new ("Budget", "EUR", 8);
  YsDriver *driver = ys_driver_new ("repeat", "Repeat sales", 60.0);
  YsMovesWith *pair = ys_moves_with_new ("people", "demand", 0.5);
  YsBudget *budget = ys_budget_new (0, 1000000.0);
  YsRelation *relation = ys_relation_new ("catalogue", "recovery");

  scenario->row = 2;
  driver->row = 4;
  pair->row = 10;
  budget->row = 50;
  relation->row = 51;
  g_ptr_array_add (scenario->drivers, driver);
  add_assumption (scenario, "people", "People reached", estimate_between (80000.0, 110000.0), 6);
  add_assumption (scenario, "demand", "Demand", estimate_between (0.8, 1.2), 7);
  add_assumption (scenario, "take-up", "Take-up", estimate_by ("base * demand"), 8);
  add_assumption (scenario, "base", "Base", ys_estimate_new_exactly (0.02), 9);
  g_ptr_array_add (scenario->moves_with, pair);
  add_catalogue (scenario);
  add_recovery (scenario);
  g_ptr_array_add (scenario->budgets, budget);
  g_ptr_array_add (scenario->requires, relation);
  add_tolerance (scenario, 1e6, 0.01, 60);
  add_tolerance (scenario, 2e5, 0.1, 61);

  return scenario;
}

static YsAlternative *
alternative_at (YsScenario *scenario,
                guint       i)
{
  return scenario->alternatives->pdata[i];
}

static YsAssumption *
assumption_at (YsScenario *scenario,
               guint       i)
{
  return scenario->assumptions->pdata[i];
}

static YsLine *
line_at (YsScenario *scenario,
         guint       alternative,
         guint       i)
{
  return alternative_at (scenario, alternative)->lines->pdata[i];
}

static void
replace (char       **text,
         const char  *other)
{
  g_free (*text);
  *text = g_strdup (other);
}

static void
give_formula (YsScenario *scenario,
              guint       i,
              const char *formula)
{
  replace (&assumption_at (scenario, i)->estimate->formula, formula);
  assumption_at (scenario, i)->estimate->given = 0;
}

static void
add_pair (YsScenario *scenario,
          const char *a,
          const char *b,
          double      correlation)
{
  YsMovesWith *pair = ys_moves_with_new (a, b, correlation);

  pair->row = 10;
  g_ptr_array_add (scenario->moves_with, pair);
}

static void
list_periods (YsLine *line,
              int     first,
              gsize   n_values)
{
  const double values[12] = { 1.0, 2.0, 3.0 };

  ys_line_set_estimate (line, YS_FIELD_AMOUNT, NULL);
  ys_line_set_by_period (line, first, values, n_values);
}

/* The parts by the names the cases use. */
#define PLATES line_at (s, 0, 0)
#define ORDERS line_at (s, 0, 1)
#define OUTAGE line_at (s, 1, 0)
#define HOURS line_at (s, 1, 1)
#define ORDERS_FORMULA ORDERS->estimates[YS_FIELD_AMOUNT]->formula
#define SPOIL(name, ...) \
  static void \
  spoil_##name (YsScenario *s) \
  { \
    __VA_ARGS__; \
  }

SPOIL (nothing, )
SPOIL (no_periods, s->n_periods = 0; g_ptr_array_set_size (s->alternatives, 0);
       g_ptr_array_set_size (s->requires, 0))
SPOIL (many_periods, s->n_periods = 1201)
SPOIL (no_trials, s->trials = 0)
SPOIL (many_trials, s->trials = 100000001)
SPOIL (discount_rate, s->rules.discount_rate = -1.0)
SPOIL (reinvest_rate, s->rules.reinvest_rate = INFINITY)
SPOIL (finance_rate, s->rules.finance_rate = -2.0)
SPOIL (tax_rate, s->rules.tax_rate = 25.0)
SPOIL (own_rate, alternative_at (s, 0)->discount_rate = -1.5)

SPOIL (driver_twice, g_ptr_array_add (s->drivers, ys_driver_new ("repeat", "Again", 1.0)))
SPOIL (driver_no_id, replace (&((YsDriver *) s->drivers->pdata[0])->id, "");
       g_clear_pointer (&ORDERS->driver, g_free))
SPOIL (driver_weight, ((YsDriver *) s->drivers->pdata[0])->weight = -1.0)
SPOIL (driver_weights, ((YsDriver *) s->drivers->pdata[0])->weight = 0.0)
SPOIL (driver_unknown, replace (&ORDERS->driver, "repaet"))
SPOIL (driver_none_near, replace (&ORDERS->driver, "zzzzzzz"))

SPOIL (assumption_twice, add_assumption (s, "people", "More", ys_estimate_new_exactly (1.0), 9))
SPOIL (assumption_clash, add_assumption (s, "take_up", "More", ys_estimate_new_exactly (1.0), 9))
SPOIL (assumption_period, add_assumption (s, "period", "More", ys_estimate_new_exactly (1.0), 9))
SPOIL (assumption_estimate, ys_estimate_set_number (assumption_at (s, 0)->estimate, YS_NUMBER_LOW, 2e5))
SPOIL (assumption_formula, give_formula (s, 2, "base *"))
SPOIL (assumption_unknown, give_formula (s, 2, "bse * demand"))
SPOIL (circle_of_one, give_formula (s, 2, "take_up + 1"))
SPOIL (circle_of_two, give_formula (s, 3, "take_up / 2"))
SPOIL (circle_beyond, give_formula (s, 1, "if(period = 1, 1, take_up)");
       g_ptr_array_set_size (s->moves_with, 0))
SPOIL (circle_beside, add_assumption (s, "x", "X", estimate_by ("y"), 60);
       add_assumption (s, "y", "Y", estimate_by ("z"), 61);
       add_assumption (s, "z", "Z", estimate_by ("y * take_up"), 62))

SPOIL (pair_unknown, add_pair (s, "peopel", "demand", 0.1))
SPOIL (pair_itself, add_pair (s, "people", "people", 0.1))
SPOIL (pair_twice, add_pair (s, "demand", "people", 0.1))
SPOIL (pair_correlation, ((YsMovesWith *) s->moves_with->pdata[0])->rank_correlation = 1.5)
SPOIL (pair_nan, ((YsMovesWith *) s->moves_with->pdata[0])->rank_correlation = NAN)
SPOIL (pair_exactly, add_pair (s, "people", "base", 0.1))
SPOIL (pair_formula, add_pair (s, "people", "take-up", 0.1))

SPOIL (alternative_twice, replace (&alternative_at (s, 1)->id, "catalogue");
       g_ptr_array_set_size (s->requires, 0))
SPOIL (line_twice, replace (&ORDERS->id, "plates"))
SPOIL (line_no_id, replace (&ORDERS->id, NULL))
SPOIL (baseline_twice, alternative_at (s, 0)->baseline = TRUE; alternative_at (s, 1)->baseline = TRUE)

SPOIL (amount_missing, ys_line_set_estimate (ORDERS, YS_FIELD_AMOUNT, NULL))
SPOIL (amount_and_list, list_periods (ORDERS, 1, 3); set_exactly (ORDERS, YS_FIELD_AMOUNT, 1.0))
SPOIL (list_fits, list_periods (ORDERS, 1, 8))
SPOIL (list_too_long, list_periods (ORDERS, 1, 9))
SPOIL (list_too_late, list_periods (ORDERS, 7, 3))
SPOIL (list_infinite, list_periods (ORDERS, 1, 3); ORDERS->by_period[1] = INFINITY)
SPOIL (list_on_loss, ys_line_set_by_period (OUTAGE, 1, (double[]) { 1.0 }, 1))
SPOIL (loss_each_missing, ys_line_set_estimate (OUTAGE, YS_FIELD_LOSS_EACH, NULL))
SPOIL (put_to_use_missing, ys_line_set_estimate (HOURS, YS_FIELD_PUT_TO_USE, NULL))
SPOIL (field_foreign, set_exactly (ORDERS, YS_FIELD_FEWER, 0.5))
SPOIL (line_estimate, set_estimate (ORDERS, YS_FIELD_CHANCE, estimate_between (0.9, 0.1)))
SPOIL (line_formula, replace (&ORDERS_FORMULA, "people * * 2"))
SPOIL (line_unknown, replace (&ORDERS_FORMULA, "people * take_upp"))
SPOIL (line_hyphen, replace (&ORDERS_FORMULA, "people * take-up"))
SPOIL (line_none_near, replace (&ORDERS_FORMULA, "weather"))
SPOIL (chance_above, set_exactly (ORDERS, YS_FIELD_CHANCE, 90.0))
SPOIL (fewer_below, set_exactly (OUTAGE, YS_FIELD_FEWER, -0.1))
SPOIL (smaller_above, set_exactly (OUTAGE, YS_FIELD_SMALLER, 1.1))
SPOIL (put_to_use_above, set_exactly (HOURS, YS_FIELD_PUT_TO_USE, 50.0))
SPOIL (events_below, set_exactly (OUTAGE, YS_FIELD_EVENTS_PER_YEAR, -1.0))
SPOIL (growth_all, set_exactly (ORDERS, YS_FIELD_GROWTH, -1.0))
SPOIL (growth_beyond, set_exactly (ORDERS, YS_FIELD_GROWTH, -3.0))
SPOIL (edges, set_exactly (ORDERS, YS_FIELD_CHANCE, 1.0);
       set_exactly (ORDERS, YS_FIELD_GROWTH, -0.99); set_exactly (OUTAGE, YS_FIELD_FEWER, 0.0);
       set_exactly (OUTAGE, YS_FIELD_EVENTS_PER_YEAR, 0.0); s->rules.tax_rate = 1.0;
       s->rules.discount_rate = -0.5; ORDERS->first = 8; ORDERS->last = 8)

SPOIL (first_beyond, ORDERS->first = 9)
SPOIL (last_beyond, ORDERS->last = 9)
SPOIL (first_after_last, ORDERS->first = 5; ORDERS->last = 3)
SPOIL (last_before_default, ORDERS->last = 0)
SPOIL (last_on_capital, PLATES->last = 3)
SPOIL (ramp_infinite, ys_line_set_ramp (ORDERS, (double[]) { 0.5, NAN }, 2))
SPOIL (ramp_on_capital, ys_line_set_ramp (PLATES, (double[]) { 0.5 }, 1))
SPOIL (follows_unknown, ys_line_add_follows (ORDERS, "demnad", 1.0))
SPOIL (follows_infinite, ys_line_add_follows (ORDERS, "demand", INFINITY))
SPOIL (follows_on_capital, ys_line_add_follows (PLATES, "demand", 1.0))

SPOIL (straight_line, PLATES->depreciation.periods = 0)
SPOIL (straight_line_residual, PLATES->depreciation.residual = NAN)
SPOIL (macrs, PLATES->depreciation = (YsDepreciation) { YS_DEPRECIATION_MACRS, 6, 0, 0 })
SPOIL (macrs_fits, PLATES->depreciation = (YsDepreciation) { YS_DEPRECIATION_MACRS, 15, 0, 0 })
SPOIL (declining, PLATES->depreciation = (YsDepreciation) { YS_DEPRECIATION_DECLINING_BALANCE, 0, 0, 0 })
SPOIL (declining_above,
       PLATES->depreciation = (YsDepreciation) { YS_DEPRECIATION_DECLINING_BALANCE, 0, 1.1, 0 })
SPOIL (declining_fits,
       PLATES->depreciation = (YsDepreciation) { YS_DEPRECIATION_DECLINING_BALANCE, 0, 1.0, 0 })
SPOIL (depreciation_foreign, ORDERS->depreciation.method = YS_DEPRECIATION_IMMEDIATE)

SPOIL (budget_beyond, ((YsBudget *) s->budgets->pdata[0])->period = 9)
SPOIL (budget_twice, g_ptr_array_add (s->budgets, ys_budget_new (0, 1.0)))
SPOIL (budget_below, ((YsBudget *) s->budgets->pdata[0])->amount = -1.0)
SPOIL (requires_unknown, replace (&((YsRelation *) s->requires->pdata[0])->other, "recovry"))
SPOIL (requires_itself, replace (&((YsRelation *) s->requires->pdata[0])->other, "catalogue"))
SPOIL (excludes_unknown, g_ptr_array_add (s->excludes, ys_relation_new ("mulcher", "recovery")))

#define LARGE ((YsTolerance *) s->tolerance->pdata[0])
SPOIL (tolerance_loss_0, LARGE->loss = 0.0)
SPOIL (tolerance_loss_infinite, LARGE->loss = INFINITY)
SPOIL (tolerance_chance_0, LARGE->chance = 0.0)
SPOIL (tolerance_chance_above, LARGE->chance = 1.01)
SPOIL (tolerance_chance_nan, LARGE->chance = NAN)
SPOIL (tolerance_certain, add_tolerance (s, 1.0, 1.0, 62))
SPOIL (tolerance_level, LARGE->chance = 0.1)
SPOIL (tolerance_rising, LARGE->chance = 0.11)
SPOIL (tolerance_twice, add_tolerance (s, 1e6, 0.01, 62))

static const struct
{
  const char *name;
  void      (*spoil) (YsScenario *scenario);
  int         row;
  const char *error; /* the only one; NULL: all is well */
} cases[] = {
  { "sound", spoil_nothing, 0, NULL },
  { "edges", spoil_edges, 0, NULL },
  { "no-periods", spoil_no_periods, 2, "there are 0 periods; give 1 to 1200" },
  { "many-periods", spoil_many_periods, 2, "there are 1201 periods; give 1 to 1200" },
  { "no-trials", spoil_no_trials, 2, "there are 0 trials; give 1 to 100000000" },
  { "many-trials", spoil_many_trials, 2, "there are 100000001 trials; give 1 to 100000000" },
  { "discount-rate", spoil_discount_rate, 2,
    "discount-rate should be above −1, such as 0.09 for 9 %" },
  { "reinvest-rate", spoil_reinvest_rate, 2,
    "reinvest-rate should be above −1, such as 0.09 for 9 %" },
  { "finance-rate", spoil_finance_rate, 2, "finance-rate should be above −1, such as 0.09 for 9 %" },
  { "tax-rate", spoil_tax_rate, 2, "tax-rate should lie between 0 and 1, such as 0.25 for 25 %" },
  { "own-rate", spoil_own_rate, 11,
    "Catalogue mailing: discount-rate should be above −1, such as 0.09 for 9 %" },

  { "driver-twice", spoil_driver_twice, 0,
    "Again: the id “repeat” is taken already; choose another" },
  { "driver-no-id", spoil_driver_no_id, 4, "Repeat sales: the id is missing; give it one of its own" },
  { "driver-weight", spoil_driver_weight, 4, "Repeat sales: “weight” should not be below 0" },
  { "driver-weights", spoil_driver_weights, 4,
    "the weights of the drivers are all 0; give at least one of them more" },
  { "driver-unknown", spoil_driver_unknown, 13,
    "Catalogue mailing: Orders: there is no driver “repaet”; did you mean “repeat”?" },
  { "driver-none-near", spoil_driver_none_near, 13,
    "Catalogue mailing: Orders: there is no driver “zzzzzzz”; add it, or name one there is" },

  { "assumption-twice", spoil_assumption_twice, 9,
    "More: the id “people” is taken already; choose another" },
  { "assumption-clash", spoil_assumption_clash, 9,
    "the assumptions “take-up” and “take_up” are both called take_up in formulas; "
    "change one of the ids" },
  { "assumption-period", spoil_assumption_period, 9,
    "an assumption cannot have the id “period”: in formulas that is the number of the period; "
    "choose another" },
  { "assumption-estimate", spoil_assumption_estimate, 6,
    "People reached: low (200000) is above high (110000); swap them" },
  { "assumption-formula", spoil_assumption_formula, 8,
    "Take-up: the formula stops after “base *”: a number or a name should follow" },
  { "assumption-unknown", spoil_assumption_unknown, 8,
    "Take-up: there is no assumption “bse” for the formula; did you mean “base”?" },
  { "circle-of-one", spoil_circle_of_one, 8,
    "Take-up: the formula goes in a circle: take-up → take-up; "
    "give one of them by a number or a range" },
  { "circle-of-two", spoil_circle_of_two, 8,
    "Take-up: the formula goes in a circle: take-up → base → take-up; "
    "give one of them by a number or a range" },
  { "circle-beyond", spoil_circle_beyond, 7,
    "Demand: the formula goes in a circle: demand → take-up → demand; "
    "give one of them by a number or a range" },
  { "circle-beside", spoil_circle_beside, 61,
    "Y: the formula goes in a circle: y → z → y; give one of them by a number or a range" },

  { "pair-unknown", spoil_pair_unknown, 10,
    "moves-with peopel, demand: there is no assumption “peopel”; did you mean “people”?" },
  { "pair-itself", spoil_pair_itself, 10,
    "moves-with people, people: nothing moves with itself; name two assumptions" },
  { "pair-twice", spoil_pair_twice, 10,
    "moves-with demand, people: the pair is given twice; keep one of them" },
  { "pair-correlation", spoil_pair_correlation, 10,
    "moves-with people, demand: “rank-correlation” should lie between −1 and 1" },
  { "pair-nan", spoil_pair_nan, 10,
    "moves-with people, demand: “rank-correlation” should lie between −1 and 1" },
  { "pair-exactly", spoil_pair_exactly, 10,
    "moves-with people, base: “Base” is given exactly, so it cannot move; give it a range" },
  { "pair-formula", spoil_pair_formula, 10,
    "moves-with people, take-up: “Take-up” is given by a formula and follows what the formula "
    "names; name one of those instead" },

  { "alternative-twice", spoil_alternative_twice, 20,
    "Keep selling: the id “catalogue” is taken already; choose another" },
  { "line-twice", spoil_line_twice, 13,
    "Catalogue mailing: Orders: the id “plates” is taken already; choose another" },
  { "line-no-id", spoil_line_no_id, 13,
    "Catalogue mailing: Orders: the id is missing; give it one of its own" },
  { "baseline-twice", spoil_baseline_twice, 20,
    "“Catalogue mailing” and “Keep selling” are both the baseline; keep one of them" },

  { "amount-missing", spoil_amount_missing, 13,
    "Catalogue mailing: Orders: amount is missing; give it, or by-period" },
  { "amount-and-list", spoil_amount_and_list, 33,
    "Catalogue mailing: Orders: amount is given, and by-period as well; keep one of them" },
  { "list-fits", spoil_list_fits, 0, NULL },
  { "list-too-long", spoil_list_too_long, 13,
    "Catalogue mailing: Orders: by-period gives 9 values from period 1 on, but the last period is 8; "
    "leave the rest out, or raise the number of periods" },
  { "list-too-late", spoil_list_too_late, 13,
    "Catalogue mailing: Orders: by-period gives 3 values from period 7 on, but the last period is 8; "
    "leave the rest out, or raise the number of periods" },
  { "list-infinite", spoil_list_infinite, 13,
    "Catalogue mailing: Orders: every value of by-period should be a number, such as 3000" },
  { "list-on-loss", spoil_list_on_loss, 21,
    "Keep selling: Sales not lost: this kind of line takes no by-period; leave it out" },
  { "loss-each-missing", spoil_loss_each_missing, 21,
    "Keep selling: Sales not lost: loss-each is missing; give it" },
  { "put-to-use-missing", spoil_put_to_use_missing, 22,
    "Keep selling: Time freed: put-to-use is missing; give it" },
  { "field-foreign", spoil_field_foreign, 33,
    "Catalogue mailing: Orders: fewer: this kind of line takes none; leave it out" },
  { "line-estimate", spoil_line_estimate, 33,
    "Catalogue mailing: Orders: chance: low (0.9) is above high (0.1); swap them" },
  { "line-formula", spoil_line_formula, 33,
    "Catalogue mailing: Orders: amount: in the formula, “*” comes after “people *”: "
    "a number or a name should follow" },
  { "line-unknown", spoil_line_unknown, 33,
    "Catalogue mailing: Orders: amount: there is no assumption “take_upp” for the formula; "
    "did you mean “take_up”?" },
  { "line-hyphen", spoil_line_hyphen, 33,
    "Catalogue mailing: Orders: amount: there is no assumption “take” for the formula; "
    "in formulas, hyphens become underscores: take_up" },
  { "line-none-near", spoil_line_none_near, 33,
    "Catalogue mailing: Orders: amount: there is no assumption “weather” for the formula; "
    "add it, or name one there is" },
  { "chance-above", spoil_chance_above, 33,
    "Catalogue mailing: Orders: chance: should lie between 0 and 1, such as 0.9 for 9 in 10" },
  { "fewer-below", spoil_fewer_below, 41,
    "Keep selling: Sales not lost: fewer: should lie between 0 and 1, such as 0.5 for half" },
  { "smaller-above", spoil_smaller_above, 41,
    "Keep selling: Sales not lost: smaller: should lie between 0 and 1, such as 0.5 for half" },
  { "put-to-use-above", spoil_put_to_use_above, 42,
    "Keep selling: Time freed: put-to-use: should lie between 0 and 1, such as 0.5 for half" },
  { "events-below", spoil_events_below, 41,
    "Keep selling: Sales not lost: events-per-year: should not be below 0" },
  { "growth-all", spoil_growth_all, 33,
    "Catalogue mailing: Orders: growth: should be above −1, such as 0.02 for 2 % a year" },
  { "growth-beyond", spoil_growth_beyond, 33,
    "Catalogue mailing: Orders: growth: should be above −1, such as 0.02 for 2 % a year" },

  { "first-beyond", spoil_first_beyond, 13,
    "Catalogue mailing: Orders: the first period is 9; it should lie between 0 and 8" },
  { "last-beyond", spoil_last_beyond, 13,
    "Catalogue mailing: Orders: the last period is 9; it should lie between 0 and 8" },
  { "first-after-last", spoil_first_after_last, 13,
    "Catalogue mailing: Orders: the first period (5) is after the last (3); "
    "give a first that is not later" },
  { "last-before-default", spoil_last_before_default, 13,
    "Catalogue mailing: Orders: the first period (1) is after the last (0); "
    "give a first that is not later" },
  { "last-on-capital", spoil_last_on_capital, 12,
    "Catalogue mailing: Plates: this kind of line happens once; leave the last period out" },
  { "ramp-infinite", spoil_ramp_infinite, 13,
    "Catalogue mailing: Orders: every share of the ramp should be a number, such as 0.5" },
  { "ramp-on-capital", spoil_ramp_on_capital, 12,
    "Catalogue mailing: Plates: this kind of line happens once; leave the ramp out" },
  { "follows-unknown", spoil_follows_unknown, 13,
    "Catalogue mailing: Orders: follows: there is no assumption “demnad”; did you mean “demand”?" },
  { "follows-infinite", spoil_follows_infinite, 13,
    "Catalogue mailing: Orders: the factor of follows should be a number, such as 0.5" },
  { "follows-on-capital", spoil_follows_on_capital, 12,
    "Catalogue mailing: Plates: this kind of line happens once; leave follows out" },

  { "straight-line", spoil_straight_line, 12,
    "Catalogue mailing: Plates: straight-line depreciation needs periods of 1 or more" },
  { "straight-line-residual", spoil_straight_line_residual, 12,
    "Catalogue mailing: Plates: the residual of the depreciation should be a number, such as 0" },
  { "macrs", spoil_macrs, 12,
    "Catalogue mailing: Plates: macrs depreciation has periods of 3, 5, 7, 10, 15 or 20; "
    "give one of them" },
  { "macrs-fits", spoil_macrs_fits, 0, NULL },
  { "declining", spoil_declining, 12,
    "Catalogue mailing: Plates: declining-balance depreciation needs a rate above 0 and at most 1, "
    "such as 0.3" },
  { "declining-above", spoil_declining_above, 12,
    "Catalogue mailing: Plates: declining-balance depreciation needs a rate above 0 and at most 1, "
    "such as 0.3" },
  { "declining-fits", spoil_declining_fits, 0, NULL },
  { "depreciation-foreign", spoil_depreciation_foreign, 13,
    "Catalogue mailing: Orders: only capital is depreciated; leave depreciation out" },

  { "budget-beyond", spoil_budget_beyond, 50, "budget: period 9 should lie between 0 and 8" },
  { "budget-twice", spoil_budget_twice, 0, "budget: period 0 has two budgets; keep one of them" },
  { "budget-below", spoil_budget_below, 50, "budget: the amount should not be below 0" },
  { "requires-unknown", spoil_requires_unknown, 51,
    "requires: there is no alternative “recovry”; did you mean “recovery”?" },
  { "requires-itself", spoil_requires_itself, 51,
    "requires: “catalogue” is named twice; name two alternatives" },
  { "excludes-unknown", spoil_excludes_unknown, 0,
    "excludes: there is no alternative “mulcher”; add it, or name one there is" },

  { "tolerance-loss-0", spoil_tolerance_loss_0, 60, "tolerance: the loss should be above 0" },
  { "tolerance-loss-infinite", spoil_tolerance_loss_infinite, 60,
    "tolerance: the loss should be above 0" },
  { "tolerance-chance-0", spoil_tolerance_chance_0, 60,
    "tolerance: the chance should be above 0 and at most 1, such as 0.05 for 1 year in 20" },
  { "tolerance-chance-above", spoil_tolerance_chance_above, 60,
    "tolerance: the chance should be above 0 and at most 1, such as 0.05 for 1 year in 20" },
  { "tolerance-chance-nan", spoil_tolerance_chance_nan, 60,
    "tolerance: the chance should be above 0 and at most 1, such as 0.05 for 1 year in 20" },
  { "tolerance-certain", spoil_tolerance_certain, 0, NULL },
  { "tolerance-level", spoil_tolerance_level, 0, NULL },
  { "tolerance-rising", spoil_tolerance_rising, 60,
    "tolerance: a larger loss should not have a larger chance than a smaller one" },
  { "tolerance-twice", spoil_tolerance_twice, 62,
    "tolerance: two points have the same loss; keep one of them" },
};

static void
test_check (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (GPtrArray) errors = NULL;

  cases[i].spoil (scenario);
  errors = ys_scenario_check (scenario);

  if (cases[i].error != NULL)
    {
      g_assert_cmpuint (errors->len, >=, 1);
      g_assert_cmpstr (((GError *) errors->pdata[0])->message, ==, cases[i].error);
      g_assert_cmpint (ys_error_get_row (errors->pdata[0]), ==, cases[i].row);
    }

  for (guint k = cases[i].error != NULL; k < errors->len; k++)
    g_error ("Unexpected: %s", ((GError *) errors->pdata[k])->message);
}

static void
test_order_of_rows (void)
{
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (GPtrArray) errors = NULL;
  int row = 0;

  spoil_budget_below (scenario);
  spoil_chance_above (scenario);
  spoil_pair_correlation (scenario);
  spoil_circle_of_one (scenario);
  spoil_tax_rate (scenario);
  spoil_driver_unknown (scenario);
  errors = ys_scenario_check (scenario);

  g_assert_cmpuint (errors->len, ==, 6);
  for (guint i = 0; i < errors->len; i++)
    {
      g_assert_cmpint (ys_error_get_row (errors->pdata[i]), >=, row);
      row = ys_error_get_row (errors->pdata[i]);
    }
}

/* a0 ← a1 ← a2 … and the first named by the last: one circle of them all. */
static void
test_long_circle (void)
{
  g_autoptr (YsScenario) scenario = ys_scenario_new ("", "EUR", 1);
  g_autoptr (GPtrArray) errors = NULL;
  const int n = 20000;

  for (int i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%d", i);
      g_autofree char *formula = g_strdup_printf ("a%d + 1", (i + 1) % n);

      add_assumption (scenario, id, id, estimate_by (formula), i);
    }

  errors = ys_scenario_check (scenario);
  g_assert_cmpuint (errors->len, ==, 1);
  g_assert_cmpstr (((GError *) errors->pdata[0])->message, ==,
                   "a0: the formula goes in a circle: a0 → a1 → a2 → a3 → a4 → a5 → a6 → a7 → … → a0; "
                   "give one of them by a number or a range");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/scenario-check/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_check);
    }

  g_test_add_func ("/model/scenario-check/order-of-rows", test_order_of_rows);
  g_test_add_func ("/model/scenario-check/long-circle", test_long_circle);

  return g_test_run ();
}
