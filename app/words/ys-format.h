/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-metric.h"

G_BEGIN_DECLS

/* Numbers as people read them, in the user's locale. The same figure reads the same everywhere. */

typedef enum
{
  YS_FORMAT_SHORT, /* in charts, tables and buttons: $351K, $2.1M; K only from 10,000 */
  YS_FORMAT_TEXT,  /* in sentences: $351,000, $2.1 million */
  YS_FORMAT_EXACT, /* to the unit: $351,204; for finance partners and tooltips */
} YsFormat;

char *ys_format_money       (double      value,
                             const char *currency,
                             YsFormat    format) G_GNUC_WARN_UNUSED_RESULT;
/* Fraction → "17.2 %" as the locale writes it; whole per cents from 10 % on in sentences. */
char *ys_format_percent     (double   fraction,
                             YsFormat format) G_GNUC_WARN_UNUSED_RESULT;
/* A chance: "under 1 %", "7 in 10" (text), "71 %" (short), "over 99 %". */
char *ys_format_chance      (double   fraction,
                             YsFormat format) G_GNUC_WARN_UNUSED_RESULT;
/* How often, to follow a verb: "7 times in 10", "3 times in 100", "nearly every time". */
char *ys_format_times       (double      fraction) G_GNUC_WARN_UNUSED_RESULT;
/* Years → "3.7 years", "7 months" below one year; "at once" at 0, "never" with NAN. */
char *ys_format_years       (double   years,
                             YsFormat format) G_GNUC_WARN_UNUSED_RESULT;
char *ys_format_number      (double   value,
                             YsFormat format) G_GNUC_WARN_UNUSED_RESULT;
/* A value in its unit; “none” with NAN, of a time “never”. */
char *ys_format_value       (double      value,
                             YsUnit      unit,
                             const char *currency,
                             YsFormat    format) G_GNUC_WARN_UNUSED_RESULT;
/* A metric's value by its unit: chances as chances. */
char *ys_format_metric      (const YsMetric *metric,
                             double          value,
                             const char     *currency,
                             YsFormat        format) G_GNUC_WARN_UNUSED_RESULT;
/* Money on an axis: all ticks of one axis share one unit, chosen from the largest. */
char *ys_format_axis_money  (double      value,
                             double      largest,
                             double      step,
                             const char *currency) G_GNUC_WARN_UNUSED_RESULT;
/* Name of a period: "Today", "2029", "Q3 2028", "Mar 2028"; "Year 2" without a start. */
char *ys_format_period      (const char *start,
                             int         periods_per_year,
                             int         period) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
