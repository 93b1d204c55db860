/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-metric.h"

G_BEGIN_DECLS

extern const YsMetric ys_metric_npv;
extern const YsMetric ys_metric_irr;
extern const YsMetric ys_metric_mirr;
extern const YsMetric ys_metric_payback;
extern const YsMetric ys_metric_discounted_payback;
extern const YsMetric ys_metric_roi;
extern const YsMetric ys_metric_profitability_index;
extern const YsMetric ys_metric_equivalent_annual;
extern const YsMetric ys_metric_total_cost;
extern const YsMetric ys_metric_peak_funding;
extern const YsMetric ys_metric_mean;
extern const YsMetric ys_metric_sd;
extern const YsMetric ys_metric_p5;
extern const YsMetric ys_metric_p50;
extern const YsMetric ys_metric_p95;
extern const YsMetric ys_metric_loss_probability;
extern const YsMetric ys_metric_cvar5;
extern const YsMetric ys_metric_best_probability;
extern const YsMetric ys_metric_forward_share;

/* What several metrics are made from. NAN when the required return is not known. [currency] */
double ys_metric_input_npv      (const YsMetricInput *input);
double ys_metric_input_benefits (const YsMetricInput *input); /* present value before tax */
double ys_metric_input_costs    (const YsMetricInput *input); /* the same, positive */

/* What the trials came to; @certain has it for what was not simulated: its NPV is the only outcome. NULL when
 * that is not known either. */
const YsSummary *ys_metric_input_summary (const YsMetricInput *input,
                                          YsSummary           *certain);

/* Of what is certain, all of them are one number. [currency]; NAN when they are not known. */
double   ys_metric_input_percentile      (const YsMetricInput *input,
                                          int                  percent);

/* The two ways in which a compute() ends: with a value, unless it is NAN, or with the reason. */
gboolean ys_metric_return      (double       value,
                                double      *out_value,
                                GError     **error);
gboolean ys_metric_no_solution (const char  *reason,
                                GError     **error);

G_END_DECLS
