/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ys-chart.h"

G_BEGIN_DECLS

/**
 * YsChartView:
 *
 * A chart on the screen: #YsChartView:chart is the id of one of ys_charts(), #YsChartView:selected
 * the index of the alternative it is about, or −1. What lies under the pointer is read out beside
 * it; arrow keys walk from mark to mark, Enter selects; screen readers get it in a sentence.
 */
#define YS_TYPE_CHART_VIEW (ys_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (YsChartView, ys_chart_view, YS, CHART_VIEW, GtkWidget)

/* @before: drawn faintly behind, or NULL. */
void                  ys_chart_view_set_results  (YsChartView    *self,
                                                  const YsResult *result,
                                                  const YsResult *before);
int                   ys_chart_view_get_selected (YsChartView *self);
void                  ys_chart_view_set_selected (YsChartView *self,
                                                  int          selected);

const YsChart        *ys_chart_view_get_chart    (YsChartView *self);
void                  ys_chart_view_set_chart    (YsChartView   *self,
                                                  const YsChart *chart);

/* What it draws; NULL before there are results. */
const YsResult       *ys_chart_view_get_result   (YsChartView *self);
const YsChartOptions *ys_chart_view_get_options  (YsChartView *self);
/* What is being read out under the pointer or the keyboard cursor, or NULL. */
const char           *ys_chart_view_get_reading  (YsChartView *self);

G_END_DECLS
