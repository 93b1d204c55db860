/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-paint.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Lengths drawn and left out, in widths of the line. */
static const double dashes[][4] = {
  { 4.0, 2.0, 4.0, 2.0 },
  { 1.0, 1.8, 1.0, 1.8 },
  { 5.0, 1.8, 1.0, 1.8 },
};

static void
set_color (cairo_t *cr,
           YsColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static void
set_stroke (cairo_t       *cr,
            const YsPaint *paint)
{
  set_color (cr, paint->stroke);
  cairo_set_line_width (cr, paint->width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, NULL, 0, 0.0);

  if (paint->dash > 0)
    {
      const double *pattern = dashes[(gsize) (paint->dash - 1) % G_N_ELEMENTS (dashes)];
      double lengths[4];

      for (int i = 0; i < 4; i++)
        lengths[i] = pattern[i] * paint->width;
      cairo_set_dash (cr, lengths, 4, 0.0);
    }
}

/* Fills and strokes the path that stands in cr. */
static void
paint_path (cairo_t       *cr,
            const YsPaint *paint)
{
  if (paint->fill.alpha > 0.0)
    {
      set_color (cr, paint->fill);
      cairo_fill_preserve (cr);
    }
  if (paint->stroke.alpha > 0.0 && paint->width > 0.0)
    {
      set_stroke (cr, paint);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
trace_bar (cairo_t      *cr,
           const YsItem *item)
{
  const cairo_rectangle_t *area = &item->area;
  double r = item->radius;

  if (r <= 0.0)
    {
      cairo_rectangle (cr, area->x, area->y, area->width, area->height);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, area->x + area->width - r, area->y + r, r, -G_PI_2, 0.0);
  cairo_arc (cr, area->x + area->width - r, area->y + area->height - r, r, 0.0, G_PI_2);
  cairo_arc (cr, area->x + r, area->y + area->height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, area->x + r, area->y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* Lines straight across or down lie on whole pixels, so that they are not blurred over two. */
static double
snap (double position,
      double width)
{
  return fmod (round (width), 2.0) == 1.0 ? floor (position) + 0.5 : round (position);
}

static void
trace_path (cairo_t      *cr,
            const YsItem *item,
            const GArray *points)
{
  gboolean upright = item->area.width == 0.0, level = item->area.height == 0.0;

  for (gsize i = 0; i < item->n_points; i++)
    {
      const YsPoint *point = &g_array_index (points, YsPoint, item->first_point + i);

      cairo_line_to (cr,
                     upright ? snap (point->x, item->paint.width) : point->x,
                     level ? snap (point->y, item->paint.width) : point->y);
    }
}

static void
trace_marker (cairo_t      *cr,
              const YsItem *item)
{
  const cairo_rectangle_t *area = &item->area;
  double right = area->x + area->width, bottom = area->y + area->height;
  double x = area->x + area->width / 2.0, y = area->y + area->height / 2.0;

  switch (item->marker)
    {
    case YS_MARKER_DIAMOND:
      cairo_move_to (cr, x, area->y);
      cairo_line_to (cr, right, y);
      cairo_line_to (cr, x, bottom);
      cairo_line_to (cr, area->x, y);
      cairo_close_path (cr);
      break;
    case YS_MARKER_SQUARE:
      cairo_rectangle (cr, area->x, area->y, area->width, area->height);
      break;
    case YS_MARKER_TRIANGLE:
      cairo_move_to (cr, x, area->y);
      cairo_line_to (cr, right, bottom);
      cairo_line_to (cr, area->x, bottom);
      cairo_close_path (cr);
      break;
    case YS_MARKER_CROSS:
      cairo_move_to (cr, area->x, area->y);
      cairo_line_to (cr, right, bottom);
      cairo_move_to (cr, right, area->y);
      cairo_line_to (cr, area->x, bottom);
      break;
    case YS_MARKER_DOT:
    default:
      cairo_arc (cr, x, y, MIN (area->width, area->height) / 2.0, 0.0, 2.0 * G_PI);
      break;
    }
}

/* In a document text stays text, to be searched and copied. On pixels a cairo before 1.17.4 sets
 * each letter on a whole one, which spaces words unevenly; outlines stand as they were measured. */
static gboolean
keeps_text (cairo_t *cr)
{
  if (cairo_version () >= CAIRO_VERSION_ENCODE (1, 17, 4))
    return TRUE;

  switch (cairo_surface_get_type (cairo_get_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_SVG:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
paint_label (cairo_t      *cr,
             const YsItem *item,
             YsColor       background)
{
  if (item->halo)
    {
      set_color (cr, background);
      cairo_rectangle (cr, item->area.x, item->area.y, item->area.width, item->area.height);
      cairo_fill (cr);
    }
  set_color (cr, item->label->color);
  cairo_move_to (cr, item->area.x, item->area.y);
  if (keeps_text (cr))
    {
      pango_cairo_show_layout (cr, item->label->layout);
    }
  else
    {
      /* Half the time, and no difference to be seen at the size of letters. */
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
      pango_cairo_layout_path (cr, item->label->layout);
      cairo_fill (cr);
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
    }
  cairo_new_path (cr);
}

void
ys_chart_paint (const YsChartLayout *layout,
                cairo_t             *cr)
{
  for (guint i = 0; i < layout->items->len; i++)
    {
      const YsItem *item = &g_array_index (layout->items, YsItem, i);

      switch (item->kind)
        {
        case YS_ITEM_BAR:
          trace_bar (cr, item);
          paint_path (cr, &item->paint);
          break;
        case YS_ITEM_PATH:
          trace_path (cr, item, layout->points);
          paint_path (cr, &item->paint);
          break;
        case YS_ITEM_MARKER:
          trace_marker (cr, item);
          paint_path (cr, &item->paint);
          break;
        case YS_ITEM_LABEL:
          paint_label (cr, item, layout->inks->background);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}
