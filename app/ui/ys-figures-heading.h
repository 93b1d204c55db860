/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-metric.h"

G_BEGIN_DECLS

typedef enum
{
  YS_ORDER_NONE,
  YS_ORDER_FALLING,
  YS_ORDER_RISING,
} YsOrder;

/* The heading of a column: the plain label, the standard term beneath it, the order of sorting.
 * #YsFiguresHeading::point says that pointer or keyboard has come to it. */
#define YS_TYPE_FIGURES_HEADING (ys_figures_heading_get_type ())
G_DECLARE_FINAL_TYPE (YsFiguresHeading, ys_figures_heading, YS, FIGURES_HEADING, AdwBin)

GtkWidget      *ys_figures_heading_new        (const YsMetric *metric) G_GNUC_WARN_UNUSED_RESULT;
const YsMetric *ys_figures_heading_get_metric (YsFiguresHeading *self);
void            ys_figures_heading_set_order  (YsFiguresHeading *self,
                                               YsOrder           order);

G_END_DECLS
