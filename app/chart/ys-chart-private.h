/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart-layout.h"

G_BEGIN_DECLS

typedef enum
{
  YS_HIGHLIGHT_BAND,  /* what the pointer is on is laid out in a tone */
  YS_HIGHLIGHT_CROSS, /* a hair line through it and a ring around it */
} YsHighlight;

/* Said in place of a chart that has nothing to show: what is missing, and what to do about it. */
typedef struct
{
  const char *heading; /* marked; without a full stop */
  const char *hint;    /* marked; a sentence */
} YsEmptyState;

/**
 * YsChart:
 *
 * One chart: a file, and a line in the table of ys-chart.c. lay_out() is all its geometry; it is
 * given a result with at least one alternative and the analyses it asks for, and without an empty
 * state. read_mark() says one mark in a sentence.
 */
struct _YsChart
{
  const char  *id;       /* on the command line; never changed */
  const char  *name;     /* marked, translated where it is shown */
  const char  *sentence; /* marked */
  YsHighlight  highlight;
  YsAnalyses   analyses; /* what the result must hold for it, beyond the figures of each alternative */
  /* Why there is nothing to show although there are alternatives; NULL: there is. NULL itself: there
   * always is. */
  const YsEmptyState *(*find_empty_state) (const YsResult       *result,
                                           const YsChartOptions *options);
  void       (*lay_out)   (YsChartLayout *layout);
  char      *(*read_mark) (const YsResult       *result,
                           const YsChartOptions *options,
                           const YsMark         *mark);
  char      *(*describe)  (const YsResult       *result,
                           const YsChartOptions *options);
  GPtrArray *(*tabulate)  (const YsResult       *result,
                           const YsChartOptions *options);
  double     (*get_height) (const YsResult *result,
                            double          em,
                            double          width); /* [px] least height that reads well */
};

extern const YsChart ys_chart_one_scale;
extern const YsChart ys_chart_cumulative_cash;
extern const YsChart ys_chart_cash_per_year;
extern const YsChart ys_chart_npv_profile;
extern const YsChart ys_chart_s_curve;
extern const YsChart ys_chart_tornado;
extern const YsChart ys_chart_tornado_difference;
extern const YsChart ys_chart_worth_finding_out;
extern const YsChart ys_chart_break_even;
extern const YsChart ys_chart_pairs;
extern const YsChart ys_chart_loss_curve;

/* The whole: the chart's own, the highlight and the ring, mirrored for those who read from the right. */
YsChartLayout *ys_chart_lay_out (const YsChart        *chart,
                                 const YsResult       *result,
                                 const YsChartOptions *options,
                                 const YsChartStyle   *style,
                                 double                width,
                                 double                height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
