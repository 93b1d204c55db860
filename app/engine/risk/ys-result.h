/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-metric.h"
#include "ys-scenario.h"

G_BEGIN_DECLS

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
  double              *outcomes;      /* [n_trials] NPV by trial [currency] */
  double              *sorted;        /* [n_trials] the same, ascending */
  double              *metrics;       /* [ys_metrics_count ()] in the table's order; NAN where there is none */
  double              *rates;         /* [n_rates] every internal rate of return, ascending [per year] */
  gsize                n_rates;
  double               rate;          /* the required return it is discounted by [per year] */
} YsAlternativeResult;

/* Expected value of knowing one input before deciding. */
typedef struct
{
  char   *id;       /* assumption, or alternative/line/field */
  char   *name;     /* as on screen: “Subscription: amount” */
  double  value;    /* [currency], 0 or more */
} YsInputValue;

typedef struct
{
  char   *id;
  double  present_value; /* mean PV before tax of benefits through this driver, all alternatives but the baseline [currency] */
} YsDriverResult;

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
  YsInputValue        *evppi;          /* [n_evppi] descending by value */
  gsize                n_evppi;
  YsDriverResult      *drivers;        /* [n_drivers] in the scenario's order */
  gsize                n_drivers;
  GStrv                notes;          /* what had to be bent, as sentences: a repaired set of correlations … */
} YsResult;

YsResult *ys_result_ref   (const YsResult *result) G_GNUC_WARN_UNUSED_RESULT;
void      ys_result_unref (YsResult *result);
/* Zeroed arrays of the right lengths for this scenario; for the simulation and for tests. */
YsResult *ys_result_new   (const YsScenario *scenario,
                           gsize             n_trials) G_GNUC_WARN_UNUSED_RESULT;
/* Fills sorted, metrics, rates, best, best-probability and EVPI from outcomes, cash, benefits, costs, forward. */
void      ys_result_finish (YsResult *result);

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
/* Order statistic ⌈pN⌉ (1-based) of the outcomes; percent in 1 … 100. [currency] */
double    ys_result_get_percentile (const YsResult *result,
                                    gsize           alternative,
                                    int             percent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsResult, ys_result_unref)

G_END_DECLS
