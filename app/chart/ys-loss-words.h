/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart.h"

G_BEGIN_DECLS

/* What the curve of losses shows, as figures and in words. */

/* Whose losses are shown: the selected alternative's, else those of the first that can be struck;
 * −1: nothing can strike. */
int        ys_losses_find_subject  (const YsResult       *result,
                                    const YsChartOptions *options);
/* The board's points, the smallest loss first. (element-type YsTolerance) */
GPtrArray *ys_losses_list_accepted (const YsResult       *result) G_GNUC_WARN_UNUSED_RESULT;
/* The least loss that is exceeded with no larger a chance (value at risk); NAN: any loss is as rare,
 * or there is none. */
double     ys_exceedance_get_loss  (const YsExceedance   *curve,
                                    double                chance);
gboolean   ys_exceedance_equal     (const YsExceedance   *a,
                                    const YsExceedance   *b);
/* “any one year”, “all 8 years”. */
char      *ys_losses_name_span     (const YsResult       *result,
                                    YsSpan                span) G_GNUC_WARN_UNUSED_RESULT;

/* In a sentence: the chances of losing at least so much in a span, without and with it. */
char      *ys_losses_read_amount   (const YsResult       *result,
                                    gsize                 alternative,
                                    YsSpan                span,
                                    double                loss) G_GNUC_WARN_UNUSED_RESULT;
/* … and what the board accepts of it. */
char      *ys_losses_read_accepted (const YsResult       *result,
                                    gsize                 alternative,
                                    const YsTolerance    *accepted) G_GNUC_WARN_UNUSED_RESULT;

char      *ys_losses_describe      (const YsResult       *result,
                                    const YsChartOptions *options) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ys_losses_tabulate      (const YsResult       *result,
                                    const YsChartOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
