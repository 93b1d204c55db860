/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-layout.h"

#include <math.h>

#define TEXT_SIZE 13.0

/* Boxes that merely touch do not overlap; so much is rounding. */
#define TOUCH 0.01

/* Below this the letters give way, down to three quarters: a small chart is looked at closely. */
#define COMFORTABLE_WIDTH 400.0
#define COMFORTABLE_HEIGHT 260.0

static double
choose_em (double text_scale,
           double width,
           double height)
{
  double room;

  if (text_scale <= 0.0)
    text_scale = 1.0;
  room = MIN (width / COMFORTABLE_WIDTH, height / COMFORTABLE_HEIGHT) / text_scale;
  return TEXT_SIZE * text_scale * CLAMP (room, 0.75, 1.0);
}

static void
item_clear (gpointer data)
{
  g_clear_pointer (&((YsItem *) data)->label, ys_label_free);
}

YsChartLayout *
ys_chart_layout_new (const YsResult       *result,
                     const YsChartOptions *options,
                     const YsChartStyle   *style,
                     double                width,
                     double                height)
{
  YsChartLayout *self = g_new0 (YsChartLayout, 1);

  self->result = result;
  self->style = style;
  self->options = *options;
  if (options->alternative < 0 || (gsize) options->alternative >= result->n_alternatives)
    self->options.alternative = -1;
  self->inks = ys_theme_get_inks (style->theme);
  self->context = ys_chart_text_context_new (style);
  self->width = width;
  self->height = height;
  self->em = choose_em (style->text_scale, width, height);
  self->margin = CLAMP (0.03 * MIN (width, height), 0.3 * self->em, 1.4 * self->em);
  self->items = g_array_new (FALSE, TRUE, sizeof (YsItem));
  g_array_set_clear_func (self->items, item_clear);
  self->points = g_array_new (FALSE, FALSE, sizeof (YsPoint));
  self->marks = g_array_new (FALSE, FALSE, sizeof (YsMark));
  self->taken = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

  return self;
}

void
ys_chart_layout_free (YsChartLayout *layout)
{
  g_array_unref (layout->items);
  g_array_unref (layout->points);
  g_array_unref (layout->marks);
  g_array_unref (layout->taken);
  g_object_unref (layout->context);
  g_free (layout);
}

void
ys_chart_layout_clear (YsChartLayout *layout)
{
  g_array_set_size (layout->items, 0);
  g_array_set_size (layout->points, 0);
  g_array_set_size (layout->marks, 0);
  g_array_set_size (layout->taken, 0);
}

static void
mirror_rectangle (cairo_rectangle_t *area,
                  double             width)
{
  area->x = width - area->x - area->width;
}

void
ys_chart_layout_mirror (YsChartLayout *layout)
{
  for (guint i = 0; i < layout->items->len; i++)
    mirror_rectangle (&g_array_index (layout->items, YsItem, i).area, layout->width);
  for (guint i = 0; i < layout->taken->len; i++)
    mirror_rectangle (&g_array_index (layout->taken, cairo_rectangle_t, i), layout->width);
  for (guint i = 0; i < layout->points->len; i++)
    {
      YsPoint *point = &g_array_index (layout->points, YsPoint, i);

      point->x = layout->width - point->x;
    }
  for (guint i = 0; i < layout->marks->len; i++)
    {
      YsMark *mark = &g_array_index (layout->marks, YsMark, i);

      mirror_rectangle (&mark->area, layout->width);
      mirror_rectangle (&mark->reach, layout->width);
    }
}

/* --- adding ---------------------------------------------------------------------------------- */

void
ys_chart_layout_add_bar (YsChartLayout           *layout,
                         const cairo_rectangle_t *area,
                         double                   radius,
                         const YsPaint           *paint)
{
  YsItem item = {
    .kind = YS_ITEM_BAR,
    .paint = *paint,
    .area = *area,
    .radius = MIN (radius, MIN (area->width, area->height) / 2.0),
  };

  g_array_append_val (layout->items, item);
}

void
ys_chart_layout_add_path (YsChartLayout *layout,
                          const YsPoint *points,
                          gsize          n_points,
                          const YsPaint *paint)
{
  YsItem item = { .kind = YS_ITEM_PATH, .paint = *paint, .n_points = n_points };
  YsRange x = YS_RANGE_EMPTY, y = YS_RANGE_EMPTY;

  g_return_if_fail (n_points > 0);

  for (gsize i = 0; i < n_points; i++)
    {
      ys_range_include (&x, points[i].x);
      ys_range_include (&y, points[i].y);
    }
  item.area = (cairo_rectangle_t) { x.low, y.low, x.high - x.low, y.high - y.low };
  item.first_point = layout->points->len;
  g_array_append_vals (layout->points, points, (guint) n_points);
  g_array_append_val (layout->items, item);
}

void
ys_chart_layout_add_curve (YsChartLayout *layout,
                           const YsPoint *points,
                           gsize          n_points,
                           const YsPaint *paint)
{
  ys_chart_layout_add_path (layout, points, n_points, paint);
  g_array_index (layout->items, YsItem, layout->items->len - 1).is_curve = TRUE;
}

void
ys_chart_layout_add_line (YsChartLayout *layout,
                          double         x1,
                          double         y1,
                          double         x2,
                          double         y2,
                          const YsPaint *paint)
{
  const YsPoint ends[] = { { x1, y1 }, { x2, y2 } };

  ys_chart_layout_add_path (layout, ends, G_N_ELEMENTS (ends), paint);
}

void
ys_chart_layout_add_marker (YsChartLayout *layout,
                            YsMarker       marker,
                            double         x,
                            double         y,
                            double         width,
                            double         height,
                            const YsPaint *paint)
{
  YsItem item = {
    .kind = YS_ITEM_MARKER,
    .paint = *paint,
    .area = { x - width / 2.0, y - height / 2.0, width, height },
    .marker = marker,
  };

  g_array_append_val (layout->items, item);
}

void
ys_chart_layout_add_mark (YsChartLayout *layout,
                          const YsMark  *mark)
{
  g_array_append_val (layout->marks, *mark);
}

/* --- letters --------------------------------------------------------------------------------- */

void
ys_chart_layout_take (YsChartLayout           *layout,
                      const cairo_rectangle_t *area)
{
  g_array_append_val (layout->taken, *area);
}

YsTextStyle
ys_chart_layout_text (const YsChartLayout *layout,
                      double               size,
                      YsColor              color)
{
  return (YsTextStyle) { .size = size * layout->em, .color = color };
}

YsLabel *
ys_chart_layout_measure (const YsChartLayout *layout,
                         const YsTextStyle   *style,
                         const char          *text)
{
  return ys_label_new (layout->context, style, text);
}

static gboolean
is_inside (const YsChartLayout     *layout,
           const cairo_rectangle_t *area)
{
  return area->x >= -TOUCH && area->y >= -TOUCH
         && area->x + area->width <= layout->width + TOUCH
         && area->y + area->height <= layout->height + TOUCH;
}

gboolean
ys_chart_layout_is_free (const YsChartLayout     *layout,
                         const cairo_rectangle_t *area)
{
  if (!is_inside (layout, area))
    return FALSE;

  for (guint i = 0; i < layout->taken->len; i++)
    if (ys_rectangle_overlaps (area, &g_array_index (layout->taken, cairo_rectangle_t, i)))
      return FALSE;
  return TRUE;
}

/* Liang & Barsky: cuts the segment against each side in turn, until nothing is left of it. */
static gboolean
segment_enters (const YsPoint           *a,
                const YsPoint           *b,
                const cairo_rectangle_t *area)
{
  const double direction[] = { a->x - b->x, b->x - a->x, a->y - b->y, b->y - a->y };
  const double room[] = {
    a->x - area->x, area->x + area->width - a->x, a->y - area->y, area->y + area->height - a->y,
  };
  double from = 0.0, to = 1.0;

  for (gsize i = 0; i < G_N_ELEMENTS (room); i++)
    {
      if (direction[i] == 0.0 && room[i] < 0.0)
        return FALSE;
      if (direction[i] < 0.0)
        from = MAX (from, room[i] / direction[i]);
      else if (direction[i] > 0.0)
        to = MIN (to, room[i] / direction[i]);
    }
  return from <= to;
}

/* Unlike overlap, true also of a box without width or height: a line straight across. */
static gboolean
may_touch (const cairo_rectangle_t *a,
           const cairo_rectangle_t *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width
         && a->y <= b->y + b->height && b->y <= a->y + a->height;
}

gboolean
ys_chart_layout_is_crossed (const YsChartLayout     *layout,
                            const cairo_rectangle_t *area)
{
  for (guint i = 0; i < layout->items->len; i++)
    {
      const YsItem *item = &g_array_index (layout->items, YsItem, i);
      const YsPoint *points = &g_array_index (layout->points, YsPoint, item->first_point);

      if (!item->is_curve || !may_touch (&item->area, area))
        continue;
      for (gsize k = 1; k < item->n_points; k++)
        if (segment_enters (&points[k - 1], &points[k], area))
          return TRUE;
    }
  return FALSE;
}

static cairo_rectangle_t
get_box (const YsLabel *label,
         double         x,
         double         y,
         double         anchor_x,
         double         anchor_y)
{
  return (cairo_rectangle_t) {
    x - anchor_x * label->width, y - anchor_y * label->height, label->width, label->height,
  };
}

static void
add_label (YsChartLayout           *layout,
           YsLabel                 *label,
           const cairo_rectangle_t *area,
           gboolean                 halo)
{
  YsItem item = { .kind = YS_ITEM_LABEL, .area = *area, .label = label, .halo = halo };

  g_array_append_val (layout->items, item);
  ys_chart_layout_take (layout, area);
}

gboolean
ys_chart_layout_try_label (YsChartLayout *layout,
                           YsLabel      **label,
                           double         x,
                           double         y,
                           double         anchor_x,
                           double         anchor_y)
{
  cairo_rectangle_t area = get_box (*label, x, y, anchor_x, anchor_y);

  if (!ys_chart_layout_is_free (layout, &area))
    return FALSE;

  add_label (layout, g_steal_pointer (label), &area, FALSE);
  return TRUE;
}

gboolean
ys_chart_layout_try_label_over (YsChartLayout *layout,
                                YsLabel      **label,
                                double         x,
                                double         y,
                                double         anchor_x,
                                double         anchor_y)
{
  cairo_rectangle_t area = get_box (*label, x, y, anchor_x, anchor_y);

  if (!is_inside (layout, &area))
    return FALSE;
  for (guint i = 0; i < layout->items->len; i++)
    {
      const YsItem *item = &g_array_index (layout->items, YsItem, i);

      if (item->kind == YS_ITEM_LABEL && ys_rectangle_overlaps (&area, &item->area))
        return FALSE;
    }

  add_label (layout, g_steal_pointer (label), &area, TRUE);
  return TRUE;
}

gboolean
ys_chart_layout_try_label_beside (YsChartLayout *layout,
                                  YsLabel      **label,
                                  double         x,
                                  double         y,
                                  double         gap)
{
  /* Across the corners first: straight beside, above and below it the curve goes on. */
  static const YsPoint places[] = {
    { 1, 1 }, { -1, -1 }, { 1, -1 }, { -1, 1 }, { 0, -1 }, { 0, 1 }, { 1, 0 }, { -1, 0 },
  };

  for (int ring = 1; ring <= 3; ring++)
    for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
      {
        double at_x = x + gap * ring * places[i].x, at_y = y + gap * ring * places[i].y;
        double anchor_x = (1.0 - places[i].x) / 2.0, anchor_y = (1.0 - places[i].y) / 2.0;
        cairo_rectangle_t area = get_box (*label, at_x, at_y, anchor_x, anchor_y);

        /* Two figures side by side must not read as one. */
        area.x -= 0.3 * layout->em;
        area.width += 0.6 * layout->em;
        if (ys_chart_layout_is_free (layout, &area) && !ys_chart_layout_is_crossed (layout, &area)
            && ys_chart_layout_try_label (layout, label, at_x, at_y, anchor_x, anchor_y))
          return TRUE;
      }
  return FALSE;
}

/* --- finding --------------------------------------------------------------------------------- */

static double
get_distance (const YsMark *mark,
              double        x,
              double        y)
{
  return hypot (mark->area.x + mark->area.width / 2.0 - x,
                mark->area.y + mark->area.height / 2.0 - y);
}

int
ys_chart_layout_find_mark (const YsChartLayout *layout,
                           double               x,
                           double               y)
{
  int found = -1;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const YsMark *mark = &g_array_index (layout->marks, YsMark, i);
      double distance = get_distance (mark, x, y);
      gboolean selected =
          mark->alternative >= 0 && mark->alternative == layout->options.alternative;

      if (!ys_rectangle_contains (&mark->reach, x, y))
        continue;
      /* Where two stand on each other the selected alternative is meant, else the first. */
      if (distance < nearest - TOUCH || (selected && distance <= nearest + TOUCH))
        {
          nearest = distance;
          found = (int) i;
        }
    }
  return found;
}

gsize
ys_chart_layout_count_stops (const YsChartLayout *layout)
{
  gsize n = 0;

  while (n < layout->marks->len && g_array_index (layout->marks, YsMark, n).stop)
    n++;
  return n;
}

gboolean
ys_rectangle_contains (const cairo_rectangle_t *area,
                       double                   x,
                       double                   y)
{
  return x >= area->x && x <= area->x + area->width && y >= area->y && y <= area->y + area->height;
}

gboolean
ys_rectangle_overlaps (const cairo_rectangle_t *a,
                       const cairo_rectangle_t *b)
{
  return a->x + TOUCH < b->x + b->width && b->x + TOUCH < a->x + a->width
         && a->y + TOUCH < b->y + b->height && b->y + TOUCH < a->y + a->height;
}

cairo_rectangle_t
ys_rectangle_around (double x,
                     double y,
                     double size)
{
  return (cairo_rectangle_t) { x - size / 2.0, y - size / 2.0, size, size };
}
