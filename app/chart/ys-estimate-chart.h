/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart.h"
#include "ys-line.h"
#include "ys-shape.h"

G_BEGIN_DECLS

/**
 * ys_estimate_chart_draw:
 * @curve: one that is not certain
 * @tail: share below the shaded range, and above it: 0.05 for “9 times in 10”
 *
 * How likely the values of an estimate are (its density), small: the range shaded, the mean marked,
 * values below it. Cases are bars as high as they are likely.
 */
void ys_estimate_chart_draw (const YsCurve      *curve,
                             double              tail,
                             YsUnit              unit,
                             const char         *currency,
                             const YsChartStyle *style,
                             cairo_t            *cr,
                             double              width,
                             double              height);

G_END_DECLS
