/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-line.h"
#include "ys-summary.h"

G_BEGIN_DECLS

typedef enum
{
  YS_BETTER_HIGHER,
  YS_BETTER_LOWER,
  YS_BETTER_NEITHER,
} YsBetter;

/**
 * YsMetricInput:
 *
 * What the figures of one alternative are made from. Arrays are by period, n of them, period 0
 * first. A rate that is not known is NAN; a metric that needs it then does not exist.
 */
typedef struct
{
  const double *flows;            /* [n] mean cash after tax [currency] */
  const double *times;            /* [n] years from the decision to each flow, ascending */
  gsize         n;                /* at least 1 */
  double        years;            /* length of the horizon in years */
  double        periods_per_year;
  double        rate;             /* required return, per year, fraction; above −1 */
  double        finance_rate;     /* per year, fraction */
  double        reinvest_rate;    /* per year, fraction */
  const double *benefits;         /* [n] mean before tax [currency]; NULL: the positive flows */
  const double *costs;            /* [n] the same, positive; NULL: the negative flows */
  const double *forward_benefits; /* [n] of lines whose nature is forward; NULL: not known */
  const double *line_benefits;    /* [n] of all, residual left out; NULL: not known */
  const YsSummary *outcomes;      /* NPV over the trials; NULL: not simulated */
  double        best_probability; /* share of trials in which it is best; NAN: not known */
} YsMetricInput;

/**
 * YsMetric:
 *
 * One figure. The id is in files, in JSON and on the command line and never changes; label is what
 * the screen leads with, term the standard name beside it, sentence what it is in one sentence;
 * all three are marked for translation where they stand and translated where they are shown.
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *term;
  const char *sentence;
  YsUnit      unit;
  YsBetter    better;
  /* YS_ERROR_NO_SOLUTION when there is no such figure */
  gboolean  (*compute) (const YsMetricInput  *input,
                        double               *out_value,
                        GError              **error);
} YsMetric;

/* NULL-terminated, in display order. */
const YsMetric *const *ys_metrics          (void);
gsize                  ys_metrics_count    (void);
const YsMetric        *ys_metric_find      (const char *id);
/* Position in ys_metrics(), or −1. */
int                    ys_metric_index     (const char *id);
/* NAN when it does not exist. */
double                 ys_metric_value     (const YsMetric      *metric,
                                            const YsMetricInput *input);

G_END_DECLS
