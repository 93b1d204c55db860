/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ys_present_value:
 * @flows: (array length=n): [currency]
 * @times: (array length=n): years from the decision to each flow
 * @n: how many
 * @rate: per year, fraction; above −1
 *
 * Σ flows[i] / (1 + rate)^times[i]. Spreadsheets' NPV() puts its first flow at the end of the first
 * period; here each flow stands where times says. With times in days / 365 this is XNPV.
 *
 * Source: Brealey, Myers & Allen, Principles of Corporate Finance, ch. 2.
 *
 * Returns: [currency, money of the decision's day]
 */
double   ys_present_value  (const double *flows,
                            const double *times,
                            gsize         n,
                            double        rate);

/**
 * ys_internal_rates:
 * @flows: (array length=n): [currency]
 * @times: (array length=n): years, any order
 * @n: how many
 * @n_rates: (out): how many roots
 *
 * Every rate above −1 at which the present value is zero, ascending; found by bracketing between
 * the roots of the derivative, so that none is missed and none made up. A touching root counts
 * once, and so do roots that rounding of the flows cannot tell apart. All flows zero, or one of
 * them not finite: none.
 *
 * Returns: (transfer full) (array length=n_rates) (nullable): [per year, fraction]; NULL when none
 */
double  *ys_internal_rates (const double *flows,
                            const double *times,
                            gsize         n,
                            gsize        *n_rates) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ys_crossover_rates:
 *
 * Every rate above −1 at which both are worth the same: the internal rates of a − b. Differences of
 * less than a billionth of a flow are rounding, not cash.
 *
 * Returns: (transfer full) (array length=n_rates) (nullable): [per year, fraction], ascending
 */
double  *ys_crossover_rates (const double *flows_a,
                             const double *flows_b,
                             const double *times,
                             gsize         n,
                             gsize        *n_rates) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ys_payback_years:
 * @times: (array length=n): years, ascending; for discounting, and for dates
 * @periods_per_year: flows[i] belongs to the period that ends after i / periods_per_year years,
 *   whenever in it they fall; 0 for flows on dates, which are interpolated between the dates
 * @discounted_rate: NAN for the plain payback, else the yearly rate the flows are discounted by
 *
 * Years until the running total is back at zero, interpolated within the period: the first k, from
 * the first flow that is not zero on, with a running total of 0 or more. 0 when that flow is
 * positive, NAN if never.
 */
double   ys_payback_years  (const double *flows,
                            const double *times,
                            gsize         n,
                            double        periods_per_year,
                            double        discounted_rate);

G_END_DECLS
