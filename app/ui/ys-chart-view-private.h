/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart-view.h"

G_BEGIN_DECLS

struct _YsChartView
{
  GtkWidget       parent_instance;

  const YsChart  *chart;
  YsResult       *result;
  YsResult       *before;
  YsChartOptions  options;
  YsChartHit      hit;      /* under the pointer or the keyboard cursor; valid while has_hit */
  gboolean        has_hit;
  GtkWidget      *reading;  /* label with the text of hit */
};

gboolean ys_chart_view_is_drawable     (YsChartView *self);

/* What is read out: by screen readers, under the pointer, under the keyboard cursor. */
void     ys_chart_view_describe        (YsChartView *self);
void     ys_chart_view_read_again      (YsChartView *self);
void     ys_chart_view_forget_reading  (YsChartView *self);
void     ys_chart_view_add_controllers (YsChartView *self);

G_END_DECLS
