/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart-layout.h"
#include "ys-subject.h"

G_BEGIN_DECLS

/* What needs to be true for an alternative: that it pays, and that it beats its rival. */
typedef struct
{
  YsSubject worth; /* of the alternative */
  YsSubject lead;  /* of the alternative over its rival: the runner-up of the best, the best of any
                    * other; without an alternative when that is to say that it pays */
} YsBreakEven;

/* The lowest row of the chart [em]. */
#define YS_BREAK_EVEN_ROW 2.5

YsBreakEven ys_break_even_of          (const YsResult       *result,
                                       const YsChartOptions *options);
/* The inputs that matter for it, the one first that is nearest to changing the answer; those that
 * cannot change it by themselves last. (element-type gsize) */
GArray     *ys_break_even_rank_inputs (const YsBreakEven    *self,
                                       const YsResult       *result) G_GNUC_WARN_UNUSED_RESULT;
/* “at least $52K”: for which values of an input the subject is above 0. */
char       *ys_break_even_say         (const YsSubject      *subject,
                                       const YsResult       *result,
                                       gsize                 input) G_GNUC_WARN_UNUSED_RESULT;

void        ys_break_even_lay_out     (YsChartLayout        *layout);

G_END_DECLS
