/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart-text.h"
#include "ys-scale.h"

G_BEGIN_DECLS

typedef enum
{
  YS_ITEM_BAR,
  YS_ITEM_PATH,
  YS_ITEM_MARKER,
  YS_ITEM_LABEL,
} YsItemKind;

typedef enum
{
  YS_MARKER_DOT,
  YS_MARKER_DIAMOND,
  YS_MARKER_SQUARE,
  YS_MARKER_TRIANGLE,
  YS_MARKER_CROSS,
} YsMarker;

typedef struct
{
  YsColor fill;
  YsColor stroke;
  double  width; /* of the stroke [px] */
  int     dash;  /* 0: whole; 1 …: the patterns of the second, third … round of the palette */
} YsPaint;

/* One thing to draw, where it is drawn. */
typedef struct
{
  YsItemKind         kind;
  YsPaint            paint;
  cairo_rectangle_t  area;        /* a path's: the box around its points */
  double             radius;      /* bar: of its corners */
  YsMarker           marker;
  gsize              first_point; /* path: in the layout's points */
  gsize              n_points;
  YsLabel           *label;       /* (owned) */
  gboolean           is_curve;    /* path: data, which labels keep off where they can */
  gboolean           halo;        /* label: on a strip of background, to be read over a line */
} YsItem;

typedef struct
{
  double x;
  double y;
} YsPoint;

/* One figure of a chart that can be pointed at, walked to, read out. */
typedef struct
{
  int               alternative; /* −1: none */
  int               period;      /* −1: none */
  int               kind;        /* whatever the chart needs to tell its marks apart */
  int               other;       /* a second alternative; −1: none */
  double            value;
  double            at;          /* where on the other axis: years, a rate; NAN */
  cairo_rectangle_t area;        /* what the ring goes round and the tooltip points at */
  cairo_rectangle_t reach;       /* where the pointer finds it; the nearest of those that do wins */
  gboolean          stop;        /* the keyboard stops here; all stops come before the rest */
} YsMark;

/**
 * YsChartLayout:
 *
 * Everything a chart comes to at one size: what is drawn, in order, and what can be pointed at.
 * Drawing, picking, the keyboard and the tests all read it, so there is one geometry. Charts are
 * laid out from left to right; ys_chart_layout_mirror() turns the whole about.
 */
typedef struct
{
  const YsResult       *result;
  const YsChartStyle   *style;
  YsChartOptions        options;  /* with indices that are out of range taken out */
  const YsInks         *inks;
  PangoContext         *context;
  double                width;
  double                height;
  double                em;       /* size of text [px]; all else is measured by it */
  double                margin;
  GArray               *items;    /* YsItem */
  GArray               *points;   /* YsPoint */
  GArray               *marks;    /* YsMark */
  GArray               *taken;    /* cairo_rectangle_t: labels, and what no label may cover */
} YsChartLayout;

YsChartLayout *ys_chart_layout_new    (const YsResult       *result,
                                       const YsChartOptions *options,
                                       const YsChartStyle   *style,
                                       double                width,
                                       double                height) G_GNUC_WARN_UNUSED_RESULT;
void           ys_chart_layout_free   (YsChartLayout *layout);
/* Takes everything out again, for another try. */
void           ys_chart_layout_clear  (YsChartLayout *layout);
void           ys_chart_layout_mirror (YsChartLayout *layout);

/* --- adding ---------------------------------------------------------------------------------- */

void     ys_chart_layout_add_bar     (YsChartLayout           *layout,
                                      const cairo_rectangle_t *area,
                                      double                   radius,
                                      const YsPaint           *paint);
void     ys_chart_layout_add_line    (YsChartLayout *layout,
                                      double         x1,
                                      double         y1,
                                      double         x2,
                                      double         y2,
                                      const YsPaint *paint);
void     ys_chart_layout_add_path    (YsChartLayout *layout,
                                      const YsPoint *points,
                                      gsize          n_points,
                                      const YsPaint *paint);
/* The same for data: ys_chart_layout_is_crossed() looks at these. */
void     ys_chart_layout_add_curve   (YsChartLayout *layout,
                                      const YsPoint *points,
                                      gsize          n_points,
                                      const YsPaint *paint);
/* width × height around x, y. */
void     ys_chart_layout_add_marker  (YsChartLayout *layout,
                                      YsMarker       marker,
                                      double         x,
                                      double         y,
                                      double         width,
                                      double         height,
                                      const YsPaint *paint);
void     ys_chart_layout_add_mark    (YsChartLayout *layout,
                                      const YsMark  *mark);

/* --- letters --------------------------------------------------------------------------------- */

/* No label may cover this any more. */
void     ys_chart_layout_take        (YsChartLayout           *layout,
                                      const cairo_rectangle_t *area);
/* The style of plain text of this chart: size in em. */
YsTextStyle ys_chart_layout_text     (const YsChartLayout *layout,
                                      double               size,
                                      YsColor              color);
YsLabel *ys_chart_layout_measure     (const YsChartLayout *layout,
                                      const YsTextStyle   *style,
                                      const char          *text) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the box is on the canvas and covers nothing that is taken. */
gboolean ys_chart_layout_is_free     (const YsChartLayout     *layout,
                                      const cairo_rectangle_t *area);
/* Whether one of the curves added so far runs through the box. */
gboolean ys_chart_layout_is_crossed  (const YsChartLayout     *layout,
                                      const cairo_rectangle_t *area);
/* Puts it with the point anchor_x, anchor_y (shares of its size) at x, y if there is room; takes
 * the label over. All labels come this way, so no two can overlap and none can leave the canvas. */
gboolean ys_chart_layout_try_label   (YsChartLayout *layout,
                                      YsLabel      **label,
                                      double         x,
                                      double         y,
                                      double         anchor_x,
                                      double         anchor_y);
/* The same on a strip of background, over bars and lines, but never over another label. */
gboolean ys_chart_layout_try_label_over (YsChartLayout *layout,
                                         YsLabel      **label,
                                         double         x,
                                         double         y,
                                         double         anchor_x,
                                         double         anchor_y);
/* Somewhere around the point, gap away from it or a little more, where no curve runs through it. */
gboolean ys_chart_layout_try_label_beside (YsChartLayout *layout,
                                           YsLabel      **label,
                                           double         x,
                                           double         y,
                                           double         gap);

/* --- finding --------------------------------------------------------------------------------- */

/* Index of the mark under the point, −1: none. */
int      ys_chart_layout_find_mark   (const YsChartLayout *layout,
                                      double               x,
                                      double               y);
gsize    ys_chart_layout_count_stops (const YsChartLayout *layout);

gboolean ys_rectangle_contains       (const cairo_rectangle_t *area,
                                      double                   x,
                                      double                   y);
gboolean ys_rectangle_overlaps       (const cairo_rectangle_t *a,
                                      const cairo_rectangle_t *b);
/* size × size around x, y. */
cairo_rectangle_t ys_rectangle_around (double x,
                                       double y,
                                       double size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsChartLayout, ys_chart_layout_free)

G_END_DECLS
