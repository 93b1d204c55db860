/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart-layout.h"

G_BEGIN_DECLS

/* Draws everything in a layout, in order, and nothing else. */
void ys_chart_paint (const YsChartLayout *layout,
                     cairo_t             *cr);

G_END_DECLS
