/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-line.h"

G_BEGIN_DECLS

typedef enum
{
  YS_PERIOD_YEAR,
  YS_PERIOD_QUARTER,
  YS_PERIOD_MONTH,
} YsPeriod;
#define YS_N_PERIODS (YS_PERIOD_MONTH + 1)

typedef enum
{
  YS_TIMING_END,
  YS_TIMING_MIDDLE,
} YsTiming;
#define YS_N_TIMINGS (YS_TIMING_MIDDLE + 1)

typedef enum
{
  YS_LOSSES_CARRY_FORWARD,
  YS_LOSSES_OFFSET,
} YsLosses;
#define YS_N_LOSSES (YS_LOSSES_OFFSET + 1)

const char *ys_period_get_id  (YsPeriod period);
gboolean    ys_period_from_id (const char *id,
                               YsPeriod   *period);
int         ys_period_get_per_year (YsPeriod period);
const char *ys_timing_get_id  (YsTiming timing);
gboolean    ys_timing_from_id (const char *id,
                               YsTiming   *timing);
const char *ys_losses_get_id  (YsLosses losses);
gboolean    ys_losses_from_id (const char *id,
                               YsLosses   *losses);

/* The company's rules; rates are fractions a year. NAN where a rate is not given. */
typedef struct
{
  double   discount_rate;  /* required return; not given counts as 0 */
  YsTiming timing;
  double   tax_rate;       /* not given counts as 0 */
  YsLosses losses;
  double   reinvest_rate;  /* not given: the discount rate */
  double   finance_rate;   /* not given: the discount rate */
} YsRules;

typedef struct
{
  char   *id;
  char   *name;
  double  weight; /* any scale; shares are weight / Σ weights */
  char   *comment;
  int     row;
} YsDriver;

typedef struct
{
  char       *id;
  char       *name;
  char       *unit;   /* NULL if not given: a currency code, "%" … */
  char       *source; /* NULL if not given */
  YsEstimate *estimate;
  char       *comment;
  int         row;
} YsAssumption;

typedef struct
{
  char   *a;
  char   *b;
  double  rank_correlation; /* Spearman, −1 … 1 */
  int     row;
} YsMovesWith;

typedef struct
{
  char      *id;
  char      *kind;           /* "marketing", "it", …; NULL if not given */
  char      *name;           /* as the business would say it */
  char      *technical_name; /* NULL if not given */
  char      *sponsor;        /* NULL if not given */
  char      *color;          /* "#rrggbb", or NULL */
  char      *summary;        /* NULL if not given */
  double     discount_rate;  /* its own, a year; NAN: the scenario's */
  gboolean   baseline;       /* “doing nothing”: the others are measured against it */
  GPtrArray *lines;          /* (element-type YsLine) */
  char      *comment;
  int        row;
} YsAlternative;

typedef struct
{
  int    period;
  double amount; /* [currency] */
  int    row;
} YsBudget;

/* <requires alternative needs> or <excludes alternative other> */
typedef struct
{
  char *alternative;
  char *other;
  int   row;
} YsRelation;

/* A point of what the board accepts: a loss of at least this much in any one year, with at most this
 * chance. Points may stand in any order; the larger the loss, the smaller (or equal) its chance. */
typedef struct
{
  double loss;   /* [currency], above 0, each once */
  double chance; /* share of years, above 0 and up to 1 */
  int    row;
} YsTolerance;

#define YS_DEFAULT_TRIALS 65536
#define YS_MAX_TRIALS     100000000
#define YS_MAX_PERIODS    1200 /* a hundred years of months */

/**
 * YsScenario:
 *
 * Everything one comparison is made of, as a value: never changed once it is shared. An edit copies
 * (which shares what is below), changes the copy and hands it on; undo is a list of earlier ones.
 */
typedef struct
{
  char      *title;
  char      *currency;     /* ISO 4217 */
  char      *start;        /* "2027-01", or NULL */
  YsPeriod   period;
  int        n_periods;    /* number of the last period; period 0 is the decision */
  YsRules    rules;
  guint64    seed;
  gsize      trials;
  gboolean   has_simulation; /* whether seed and trials were given */
  GPtrArray *drivers;      /* (element-type YsDriver) */
  GPtrArray *assumptions;  /* (element-type YsAssumption) */
  GPtrArray *moves_with;   /* (element-type YsMovesWith) */
  GPtrArray *alternatives; /* (element-type YsAlternative) */
  GPtrArray *budgets;      /* (element-type YsBudget) */
  GPtrArray *requires;     /* (element-type YsRelation) */
  GPtrArray *excludes;     /* (element-type YsRelation) */
  GPtrArray *tolerance;    /* (element-type YsTolerance) */
  GStrv      understood;   /* words everyone in the room knows */
  char      *comment;      /* XML comments before the root element, or NULL */
  int        row;          /* of the root element, 0 if none; no part of its value */
} YsScenario;

/* Each constructor gives a value with one reference, its strings copied, the rest at defaults.
 * Like the scenario, the parts are shared by reference and not changed once shared. */
YsDriver      *ys_driver_new          (const char *id,
                                       const char *name,
                                       double      weight) G_GNUC_WARN_UNUSED_RESULT;
YsDriver      *ys_driver_copy         (const YsDriver *driver) G_GNUC_WARN_UNUSED_RESULT;
YsDriver      *ys_driver_ref          (const YsDriver *driver) G_GNUC_WARN_UNUSED_RESULT;
void           ys_driver_unref        (YsDriver *driver);

YsAssumption  *ys_assumption_new      (const char *id,
                                       const char *name,
                                       YsEstimate *estimate) G_GNUC_WARN_UNUSED_RESULT; /* takes a ref */
YsAssumption  *ys_assumption_copy     (const YsAssumption *assumption) G_GNUC_WARN_UNUSED_RESULT;
YsAssumption  *ys_assumption_ref      (const YsAssumption *assumption) G_GNUC_WARN_UNUSED_RESULT;
void           ys_assumption_unref    (YsAssumption *assumption);

YsMovesWith   *ys_moves_with_new      (const char *a,
                                       const char *b,
                                       double      rank_correlation) G_GNUC_WARN_UNUSED_RESULT;
YsMovesWith   *ys_moves_with_copy     (const YsMovesWith *moves_with) G_GNUC_WARN_UNUSED_RESULT;
YsMovesWith   *ys_moves_with_ref      (const YsMovesWith *moves_with) G_GNUC_WARN_UNUSED_RESULT;
void           ys_moves_with_unref    (YsMovesWith *moves_with);

YsAlternative *ys_alternative_new     (const char *id,
                                       const char *name) G_GNUC_WARN_UNUSED_RESULT;
YsAlternative *ys_alternative_copy    (const YsAlternative *alternative) G_GNUC_WARN_UNUSED_RESULT; /* lines shared */
YsAlternative *ys_alternative_ref     (const YsAlternative *alternative) G_GNUC_WARN_UNUSED_RESULT;
void           ys_alternative_unref   (YsAlternative *alternative);

YsBudget      *ys_budget_new          (int    period,
                                       double amount) G_GNUC_WARN_UNUSED_RESULT;
YsBudget      *ys_budget_copy         (const YsBudget *budget) G_GNUC_WARN_UNUSED_RESULT;
YsBudget      *ys_budget_ref          (const YsBudget *budget) G_GNUC_WARN_UNUSED_RESULT;
void           ys_budget_unref        (YsBudget *budget);

YsRelation    *ys_relation_new        (const char *alternative,
                                       const char *other) G_GNUC_WARN_UNUSED_RESULT;
YsRelation    *ys_relation_copy       (const YsRelation *relation) G_GNUC_WARN_UNUSED_RESULT;
YsRelation    *ys_relation_ref        (const YsRelation *relation) G_GNUC_WARN_UNUSED_RESULT;
void           ys_relation_unref      (YsRelation *relation);

YsTolerance   *ys_tolerance_new       (double loss,
                                       double chance) G_GNUC_WARN_UNUSED_RESULT;
YsTolerance   *ys_tolerance_copy      (const YsTolerance *tolerance) G_GNUC_WARN_UNUSED_RESULT;
YsTolerance   *ys_tolerance_ref       (const YsTolerance *tolerance) G_GNUC_WARN_UNUSED_RESULT;
void           ys_tolerance_unref     (YsTolerance *tolerance);

YsScenario    *ys_scenario_new        (const char *title,
                                       const char *currency,
                                       int         n_periods) G_GNUC_WARN_UNUSED_RESULT;
YsScenario    *ys_scenario_copy       (const YsScenario *scenario) G_GNUC_WARN_UNUSED_RESULT; /* parts shared, arrays its own */
YsScenario    *ys_scenario_ref        (const YsScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;
void           ys_scenario_unref      (YsScenario *scenario);

/* By value: rows in the file do not count, the order of parts does. */
gboolean       ys_scenario_equal      (const YsScenario *a,
                                       const YsScenario *b);

const YsAlternative *ys_scenario_find_alternative (const YsScenario *scenario,
                                                   const char       *id);
const YsAssumption  *ys_scenario_find_assumption  (const YsScenario *scenario,
                                                   const char       *id);
const YsDriver      *ys_scenario_find_driver      (const YsScenario *scenario,
                                                   const char       *id);

int            ys_scenario_get_per_year   (const YsScenario *scenario);
/* Years from the decision to the flows of a period: t / periods a year, half a period less with
 * timing="middle"; period 0 never moves. */
double         ys_scenario_get_years      (const YsScenario *scenario,
                                           int               period);
/* Rates as they count, defaults resolved; fractions a year. */
double         ys_scenario_get_rate       (const YsScenario    *scenario,
                                           const YsAlternative *alternative);

/**
 * ys_scenario_check:
 *
 * Everything that contradicts itself: ids used twice, names that nothing answers to, estimates that
 * do not make sense, formulas that cannot be read or go in a circle, periods outside the horizon,
 * missing amounts. Each message is a sentence that names the thing and says what would be right.
 *
 * Returns: (transfer full) (element-type GError): in the order of the file, empty when all is well
 */
GPtrArray     *ys_scenario_check          (const YsScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDriver, ys_driver_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsAssumption, ys_assumption_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsMovesWith, ys_moves_with_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsAlternative, ys_alternative_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsBudget, ys_budget_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsRelation, ys_relation_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsTolerance, ys_tolerance_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsScenario, ys_scenario_unref)

G_END_DECLS
