/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

G_BEGIN_DECLS

/* Periods gathered into the years executives think in. Year 0 is the decision, period 0 alone. */

/* Number of the last year; it may be short. */
int    ys_years_get_last   (const YsResult *result);
/* Last period of a year. */
int    ys_years_get_end    (const YsResult *result,
                            int             year);
/* Years from the decision to the end of a period. */
double ys_years_of_period  (const YsResult *result,
                            int             period);
/* Sum over the periods of a year of values by period. */
double ys_years_sum        (const YsResult *result,
                            const double   *values,
                            int             year);
/* "Today", "2027", "Year 3". */
char  *ys_years_get_name   (const YsResult *result,
                            int             year) G_GNUC_WARN_UNUSED_RESULT;
/* "Today", "Q3 2028": of one period. */
char  *ys_period_get_name  (const YsResult *result,
                            int             period) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
