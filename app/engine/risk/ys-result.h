/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-metric.h"
#include "ys-scenario.h"

G_BEGIN_DECLS

/* What may be asked for beyond the figures of each alternative. */
typedef enum
{
  YS_ANALYSE_VALUES      = 1 << 0, /* worth of finding out each input, share of variance */
  YS_ANALYSE_SWINGS      = 1 << 1, /* what matters most */
  YS_ANALYSE_BREAK_EVENS = 1 << 2, /* what needs to be true */
  YS_ANALYSE_PAIRS       = 1 << 3, /* one alternative beside another */
  YS_ANALYSE_LOSSES      = 1 << 4, /* chance of losing at least so much */
  YS_ANALYSE_ALL         = (1 << 5) - 1,
} YsAnalyses;

/* Beyond so many alternatives nobody looks at pairs. */
#define YS_MAX_PAIRED 32

/**
 * YsAlternativeResult:
 *
 * What one alternative came to. If the scenario has a baseline, the others are differences from it,
 * trial by trial and period by period; the baseline's own figures stay as they are.
 */
typedef struct
{
  const YsAlternative *alternative;   /* the scenario of the result holds it */
  double              *cash;          /* [n_periods + 1] mean after tax [currency] */
  double              *benefits;      /* [n_periods + 1] mean before tax [currency] */
  double              *costs;         /* [n_periods + 1] mean before tax, capital included [currency, positive] */
  double              *tax;           /* [n_periods + 1] mean [currency, positive when paid] */
  double              *working;       /* [n_periods + 1] mean cash from working capital [currency] */
  double              *forward;       /* [n_periods + 1] mean of forward benefit lines, residual left out [currency] */
  double              *line_benefits; /* [n_periods + 1] mean of benefit lines, residual left out [currency] */
  double              *through;       /* [n_drivers + 1] mean PV before tax of benefits through each driver; last: through
                                         none that is named [currency] */
  double               forward_benefits; /* mean PV before tax of benefit lines that move the business forward, residual left out … */
  double               running_benefits; /* … and of all others: they keep it running [currency] */
  double               forward_costs; /* the same of costs, capital included [currency, positive] */
  double               running_costs;
  double              *outcomes;      /* [n_trials] NPV by trial [currency]; results may share them */
  YsSummary            summary;       /* of the outcomes */
  double              *metrics;       /* [ys_metrics_count ()] in the table's order; NAN where there is none */
  double              *rates;         /* [n_rates] every internal rate of return, ascending [per year] */
  gsize                n_rates;
  double               rate;          /* the required return it is discounted by [per year] */
} YsAlternativeResult;

/**
 * YsInput:
 *
 * One number that the scenario rests on, an assumption or an estimate of a line, and what it means for
 * the choice. Figures that were not asked for, or do not exist, are NAN; those of the alternatives
 * are in their order, and count the baseline as 0.
 */
typedef struct
{
  char     *id;            /* assumption, or alternative/line/field */
  char     *name;          /* as on screen: “Subscription: amount” */
  YsUnit    unit;
  int       alternative;   /* index of the only one it can move; −1: any */
  gboolean  uncertain;     /* drawn; else one number */
  double    mean;          /* [unit] */
  double    low;           /* 10th percentile [unit] */
  double    high;          /* 90th percentile [unit] */

  /* YS_ANALYSE_VALUES: from the trials */
  double    value;         /* expected value of knowing it before deciding (EVPPI) [currency], 0 or more */
  double    value_error;   /* standard error of that [currency] */
  double   *shares;        /* [n_alternatives] share of the variance of NPV that it explains, 0 … 1 */
  double    gap_share;     /* the same of the difference between the two best */

  /* YS_ANALYSE_SWINGS: mean NPV with this input held, the others as they are [currency] */
  double   *worth_low;     /* [n_alternatives] held at its 10th percentile */
  double   *worth_high;    /* [n_alternatives] … at its 90th */

  /* YS_ANALYSE_BREAK_EVENS: the value nearest to its mean at which … [unit]; NAN: no value does */
  double   *break_evens;   /* [n_alternatives] … the mean NPV of the alternative is 0 */
  double   *changes;       /* [n_alternatives × n_alternatives] … two alternatives are worth the same */
} YsInput;

typedef enum
{
  YS_DOMINANCE_NONE,
  YS_DOMINANCE_SECOND, /* whoever dislikes risk prefers it */
  YS_DOMINANCE_FIRST,  /* for every amount, its chance of at least that is no smaller: everybody prefers it */
} YsDominance;

/* One alternative beside another in the same trials. */
typedef struct
{
  double       beats;        /* share of trials in which the first is worth more, half of the ties */
  YsDominance  dominance;    /* of the first over the second */
  double      *crossovers;   /* [n_crossovers] required returns at which both are worth the same, ascending [per year] */
  gsize        n_crossovers;
} YsPair;

/* Chance of losing at least so much. */
typedef struct
{
  double *losses;  /* [n_points] ascending, all above 0 [currency] */
  double *chances; /* [n_points] P(loss ≥ losses[i]), descending */
  gsize   n_points;
  double  mean;    /* [currency] */
} YsExceedance;

typedef enum
{
  YS_SPAN_YEAR,    /* any one year: the average over the years of the horizon */
  YS_SPAN_HORIZON, /* all years together, undiscounted */
} YsSpan;
#define YS_N_SPANS (YS_SPAN_HORIZON + 1)

/* What strikes (events of loss and avoided-loss lines, before tax), without and with the investment; whose
 * lines count on which side, says ys_losses_fill(). */
typedef struct
{
  YsExceedance without[YS_N_SPANS];
  YsExceedance with[YS_N_SPANS];
} YsLossCurves;

typedef struct
{
  char   *id;
  double  present_value; /* mean PV before tax of benefits through this driver, all alternatives but the baseline [currency] */
} YsDriverResult;

/* What a later simulation needs in order to take figures over. */
typedef struct _YsOrigin YsOrigin;

/**
 * YsResult:
 *
 * A scenario worked out: a value, never changed. Charts, words, exports and the command line read it
 * and nothing else. Plain fields, so that tests can make one by hand.
 */
typedef struct
{
  YsScenario          *scenario;
  YsAlternativeResult *alternatives;   /* [n_alternatives] in the scenario's order */
  gsize                n_alternatives;
  gsize                n_trials;       /* 1 when nothing in the scenario is uncertain */
  guint64              seed;
  double              *times;          /* [n_periods + 1] years from the decision to the flows of each period */
  int                  best;           /* index of the best choice on average, or −1 without alternatives */
  int                  baseline;       /* index, or −1 */
  double               evpi;           /* most it could pay to know everything before deciding [currency] */
  YsAnalyses           analyses;       /* which of the following were asked for */
  YsInput             *inputs;         /* [n_inputs] in the scenario's order */
  gsize                n_inputs;
  YsPair              *pairs;          /* [n_alternatives × n_alternatives] the row's over the column's; NULL: none */
  YsLossCurves       **losses;         /* [n_alternatives] NULL where nothing can strike; NULL: none */
  YsDriverResult      *drivers;        /* [n_drivers] in the scenario's order */
  gsize                n_drivers;
  GStrv                notes;          /* what had to be bent, as sentences: a repaired set of correlations … */
  YsOrigin            *origin;         /* NULL: made by hand */
} YsResult;

YsResult *ys_result_ref   (const YsResult *result) G_GNUC_WARN_UNUSED_RESULT;
void      ys_result_unref (YsResult *result);
/* Zeroed arrays of the right lengths for this scenario; for the simulation and for tests. */
YsResult *ys_result_new   (const YsScenario *scenario,
                           gsize             n_trials) G_GNUC_WARN_UNUSED_RESULT;
/* Fills summary, metrics, rates, best, best-probability and EVPI from outcomes, cash, benefits, costs, forward. */
void      ys_result_finish (YsResult         *result);
/* The same in several threads, to the same digits; 0: one per processor.
 * @runner: (nullable): see YsSimulateOptions
 * @same: (nullable) (array length=n_alternatives): where it is not negative, the summary is there already */
void      ys_result_finish_in_threads (YsResult   *result,
                                       const char *runner,
                                       int         threads,
                                       const int  *same);
/* Shares the outcomes of an alternative of another result, and has their summary. */
void      ys_result_take_outcomes     (YsResult       *result,
                                       gsize           alternative,
                                       const YsResult *other,
                                       gsize           index);

/* Value of one metric, NAN where there is none. */
double    ys_result_get_metric (const YsResult *result,
                                gsize           alternative,
                                const char     *metric_id);
/* What the metrics of an alternative are computed from; points into the result. */
void      ys_result_get_input  (const YsResult *result,
                                gsize           alternative,
                                YsMetricInput  *input);
/* The reason there is no such figure, for the tooltip; NULL when there is one. */
char     *ys_result_dup_reason (const YsResult *result,
                                gsize           alternative,
                                const char     *metric_id);
/* Order statistic ⌈pN⌉ (1-based) of the outcomes; percent in 0 … 100, 0 being the lowest. [currency] */
double    ys_result_get_percentile (const YsResult *result,
                                    gsize           alternative,
                                    int             percent);
/* (array length=n_trials): the outcomes in ascending order; worked out anew each time. [currency] */
double   *ys_result_dup_sorted     (const YsResult *result,
                                    gsize           alternative) G_GNUC_WARN_UNUSED_RESULT;

/* Whether what it could pay to know the input can be told from the noise of the trials: it is more than
 * twice its standard error. */
gboolean  ys_input_is_worth_checking (const YsInput *input);
/* The uncertain inputs by what it is worth to find them out, largest first; ids decide between equals.
 * (element-type gsize): indices into inputs */
GArray   *ys_result_rank_by_value (const YsResult *result) G_GNUC_WARN_UNUSED_RESULT;
/* The uncertain inputs that move an alternative, by the size of its swing, largest first; with other
 * not −1, of the difference between the two. (element-type gsize) */
GArray   *ys_result_rank_by_swing (const YsResult *result,
                                   gsize           alternative,
                                   int             other) G_GNUC_WARN_UNUSED_RESULT;
/* Mean NPV with the input held at its 10th or 90th percentile; with other not −1, of the difference.
 * The baseline counts as 0. [currency] */
void      ys_result_get_swing     (const YsResult *result,
                                   gsize           input,
                                   gsize           alternative,
                                   int             other,
                                   double         *low,
                                   double         *high);
/* The second best on average, the baseline among them; −1 when there is none. */
int       ys_result_get_runner_up (const YsResult *result);
/* P(loss ≥ loss): a step function through the points. */
double    ys_exceedance_get_chance (const YsExceedance *curve,
                                    double              loss);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsResult, ys_result_unref)

G_END_DECLS
