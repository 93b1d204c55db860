/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart-layout.h"

G_BEGIN_DECLS

/* How a value on an axis is written; largest and step are of all ticks of that axis. */
typedef char *(*YsTickFormat) (double      value,
                               double      largest,
                               double      step,
                               const char *currency);

/* Share of return as a tick: "10%". */
char  *ys_axis_format_rate    (double      value,
                               double      largest,
                               double      step,
                               const char *currency) G_GNUC_WARN_UNUSED_RESULT;

/* Height of the strip of labels below a plot [px]. */
double ys_axis_get_height     (const YsChartLayout *layout);

/* From left to right: labels below the plot, grid lines through it, the zero line stronger. */
void   ys_axis_add_across     (YsChartLayout           *layout,
                               const cairo_rectangle_t *plot,
                               const YsScale           *scale,
                               YsTickFormat             format);

/* Upwards: grid lines through the plot, labels on its left (or right) side; format
 * NULL: none. */
void   ys_axis_add_up         (YsChartLayout           *layout,
                               const cairo_rectangle_t *plot,
                               const YsScale           *scale,
                               YsTickFormat             format,
                               gboolean                 right);
/* Room its labels will need beside the plot, gap included [px]. */
double ys_axis_get_width      (const YsChartLayout *layout,
                               const YsScale       *scale,
                               YsTickFormat         format);

/* Names of the years below the plot, thinned to what fits: scale is in years from the decision. */
void   ys_axis_add_years      (YsChartLayout           *layout,
                               const cairo_rectangle_t *plot,
                               const YsScale           *scale,
                               int                      last_year);

G_END_DECLS
