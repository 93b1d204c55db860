/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart-layout.h"

G_BEGIN_DECLS

/* What charts with one line for each alternative share: its look, and its name at its end. */

YsPaint  ys_line_get_paint        (const YsChartLayout *layout,
                                   gsize                alternative);
/* As it was before: thin and faint. */
YsPaint  ys_line_get_before_paint (const YsChartLayout *layout,
                                   gsize                alternative);
YsMarker ys_line_get_marker       (gsize alternative);

/* A dot on a line, in its colours and shape. */
void     ys_line_add_dot          (YsChartLayout *layout,
                                   gsize          alternative,
                                   double         x,
                                   double         y);

/* The name of an alternative on its way to the end of its line. */
typedef struct
{
  gsize    alternative;
  YsLabel *label; /* (owned) NULL once it has been placed */
  double   y;     /* where the line ends [px], for the chart to fill in; NAN: nowhere near */
} YsLineName;

/* In the order of list (alternatives, gsize); to the left of the lines, or to the right. */
GArray  *ys_line_names_new        (const YsChartLayout *layout,
                                   const GArray        *list,
                                   gboolean             left) G_GNUC_WARN_UNUSED_RESULT;
/* What the widest takes beside the plot, with the gap [px]. */
double   ys_line_names_get_width  (const GArray        *names,
                                   const YsChartLayout *layout);
/* Adds them beside the plot at the ends of their lines, moved apart where they would overlap, each
 * tied to its line. Where lines end nowhere near, the names stand in their order from the top, each
 * after a piece of its line. Those of least worth are left out when there is no room for all
 * between top and the lower margin; the selected one never. */
void     ys_line_names_add        (GArray                  *names,
                                   YsChartLayout           *layout,
                                   const cairo_rectangle_t *plot,
                                   gboolean                 left,
                                   double                   top);

/* From here on labels stay inside the plot, clear of a line across it at y. */
void     ys_lines_keep_texts_in   (YsChartLayout           *layout,
                                   const cairo_rectangle_t *plot,
                                   double                   y);

/* Moves boxes of these heights, whose wanted middles ascend, apart between top and bottom with the
 * least sum of squared moves; middles is changed in place. FALSE when they do not fit. */
gboolean ys_spread_apart          (double       *middles,
                                   const double *heights,
                                   gsize         n,
                                   double        top,
                                   double        bottom);

G_END_DECLS
