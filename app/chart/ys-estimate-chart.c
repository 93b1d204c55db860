/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-estimate-chart.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "ys-chart-text.h"
#include "ys-format.h"
#include "ys-scale.h"
#include "ys-ticks.h"

#define TEXT_SIZE 13.0 /* at scale 1 [px] */
#define TICK_SIZE 0.85 /* of the text */

/* Enough that no corner is seen. */
#define N_POINTS 160

/* What lies farther out is left away, so that a long tail does not flatten the rest. */
#define LEAST_SHARE 0.002
#define MOST_SHARE 0.995

/* A density may have no end (a beta with alpha below 1): higher than this times that of an even
 * spread it is cut. */
#define HIGHEST 6.0

static const YsColor accent = { 0.208, 0.518, 0.894, 1.0 };

typedef struct
{
  double value;
  double density;
} Point;

typedef struct
{
  const YsCurve *curve;
  double         tail;
  YsUnit         unit;
  const char    *currency;
  const YsInks  *inks;
  YsColor        color;
  PangoContext  *context;
  double         em;
  cairo_t       *cr;
  YsScale        x;
  YsScale        y;
  double         top;    /* of the plot [px] */
  double         bottom;
  Point          points[N_POINTS];
} Picture;

/* --- what is drawn ---------------------------------------------------------------------------- */

/* Closer together towards the ends, where the curve bends most. */
static double
get_share (int i)
{
  double t = (double) i / N_POINTS;

  return LEAST_SHARE + (MOST_SHARE - LEAST_SHARE) * 0.5 * (1.0 - cos (G_PI * t));
}

/* Density from the quantiles, which every shape has: dp / dx. */
static double
find_points (Picture *picture)
{
  double even = 1.0 / (ys_curve_get_quantile (picture->curve, 0.95)
                       - ys_curve_get_quantile (picture->curve, 0.05));
  double before = ys_curve_get_quantile (picture->curve, get_share (0));
  double highest = 0.0;

  for (int i = 0; i < N_POINTS; i++)
    {
      double next = ys_curve_get_quantile (picture->curve, get_share (i + 1));
      double density = (get_share (i + 1) - get_share (i)) / MAX (next - before, 1e-9 / even);

      picture->points[i] = (Point) { 0.5 * (before + next), MIN (density, HIGHEST * even) };
      highest = MAX (highest, picture->points[i].density);
      before = next;
    }

  return highest;
}

static double
find_cases (Picture *picture)
{
  const double *nodes = picture->curve->nodes;
  double highest = 0.0;

  for (gsize i = 0; i < picture->curve->n_nodes; i++)
    highest = MAX (highest, nodes[2 * i + 1] - (i > 0 ? nodes[2 * i - 1] : 0.0));

  return highest;
}

static void
find_range (const Picture *picture,
            YsRange       *range)
{
  const YsCurve *curve = picture->curve;

  ys_range_include (range, ys_curve_get_mean (curve));
  ys_range_include (range, ys_curve_get_quantile (curve, LEAST_SHARE));
  ys_range_include (range, ys_curve_get_quantile (curve, MOST_SHARE));
  ys_range_settle (range, curve->n_nodes > 0 ? 0.12 : 0.03);
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void
set_color (const Picture *picture,
           YsColor        color,
           double         alpha)
{
  cairo_set_source_rgba (picture->cr, color.red, color.green, color.blue, alpha);
}

static void
trace_curve (const Picture *picture)
{
  for (int i = 0; i < N_POINTS; i++)
    cairo_line_to (picture->cr, ys_scale_map (&picture->x, picture->points[i].value),
                   ys_scale_map (&picture->y, picture->points[i].density));
}

static void
fill_curve (const Picture *picture,
            double         alpha)
{
  double first = ys_scale_map (&picture->x, picture->points[0].value);
  double last = ys_scale_map (&picture->x, picture->points[N_POINTS - 1].value);

  cairo_move_to (picture->cr, first, picture->bottom);
  trace_curve (picture);
  cairo_line_to (picture->cr, last, picture->bottom);
  cairo_close_path (picture->cr);
  set_color (picture, picture->color, alpha);
  cairo_fill (picture->cr);
}

static void
draw_curve (const Picture *picture)
{
  double from = ys_scale_map (&picture->x, ys_curve_get_quantile (picture->curve, picture->tail));
  double to = ys_scale_map (&picture->x, ys_curve_get_quantile (picture->curve, 1.0 - picture->tail));

  fill_curve (picture, 0.14);
  cairo_save (picture->cr);
  cairo_rectangle (picture->cr, MIN (from, to), picture->top, fabs (to - from),
                   picture->bottom - picture->top);
  cairo_clip (picture->cr);
  fill_curve (picture, 0.3);
  cairo_restore (picture->cr);

  trace_curve (picture);
  set_color (picture, picture->color, 1.0);
  cairo_set_line_width (picture->cr, 2.0 * picture->inks->line);
  cairo_set_line_join (picture->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (picture->cr);
}

static void
draw_cases (const Picture *picture)
{
  const double *nodes = picture->curve->nodes;
  double half = 0.35 * picture->em;

  for (gsize i = 0; i < picture->curve->n_nodes; i++)
    {
      double share = nodes[2 * i + 1] - (i > 0 ? nodes[2 * i - 1] : 0.0);
      double x = ys_scale_map (&picture->x, nodes[2 * i]);
      double y = ys_scale_map (&picture->y, share);

      cairo_rectangle (picture->cr, x - half, y, 2.0 * half, picture->bottom - y);
    }

  set_color (picture, picture->color, 0.8);
  cairo_fill (picture->cr);
}

/* Centred on x, but never beyond the ends. */
static void
draw_text (const Picture *picture,
           const char    *text,
           double         size,
           YsColor        color,
           double         x,
           double         y)
{
  YsTextStyle style = { .size = size * picture->em, .color = color };
  g_autoptr (YsLabel) label = ys_label_new (picture->context, &style, text);
  double low = MIN (picture->x.start, picture->x.end), high = MAX (picture->x.start, picture->x.end);
  double left = CLAMP (x - 0.5 * label->width, low, MAX (low, high - label->width));

  set_color (picture, color, color.alpha);
  cairo_move_to (picture->cr, left, y);
  pango_cairo_show_layout (picture->cr, label->layout);
}

static char *
format_tick (const Picture *picture,
             const YsTicks *ticks,
             int            index)
{
  double value = ys_ticks_get (ticks, index);

  if (picture->unit == YS_UNIT_FRACTION)
    return ys_format_percent (value, YS_FORMAT_SHORT);

  return ys_format_axis_money (value, ys_ticks_get_largest (ticks), ticks->step,
                               picture->unit == YS_UNIT_MONEY ? picture->currency : NULL);
}

static void
draw_axis (const Picture *picture)
{
  double length = fabs (picture->x.end - picture->x.start);
  YsTicks ticks;

  ys_ticks_choose (&ticks, &picture->x.range, (int) CLAMP (length / (6.5 * picture->em), 2.0, 8.0));
  for (int i = 0; i < ticks.n; i++)
    {
      g_autofree char *text = format_tick (picture, &ticks, i);
      double x = ys_scale_map (&picture->x, ys_ticks_get (&ticks, i));

      draw_text (picture, text, TICK_SIZE, picture->inks->muted, x,
                 picture->bottom + 0.4 * picture->em);
      cairo_new_path (picture->cr);
      cairo_move_to (picture->cr, x, picture->bottom);
      cairo_line_to (picture->cr, x, picture->bottom + 0.3 * picture->em);
      set_color (picture, picture->inks->muted, 0.6);
      cairo_set_line_width (picture->cr, picture->inks->line);
      cairo_stroke (picture->cr);
    }

  cairo_move_to (picture->cr, picture->x.start, picture->bottom);
  cairo_line_to (picture->cr, picture->x.end, picture->bottom);
  set_color (picture, picture->inks->muted, 0.6);
  cairo_set_line_width (picture->cr, picture->inks->line);
  cairo_stroke (picture->cr);
}

static void
draw_mean (const Picture *picture)
{
  static const double dashes[] = { 3.0, 3.0 };
  double mean = ys_curve_get_mean (picture->curve);
  double x = ys_scale_map (&picture->x, mean);
  g_autofree char *value =
      ys_format_value (mean, picture->unit, picture->currency, YS_FORMAT_SHORT);
  /* The sentence beneath says “on average”; here the usual sign for it is enough. */
  g_autofree char *text = g_strconcat ("⌀ ", value, NULL);

  cairo_move_to (picture->cr, x, picture->top);
  cairo_line_to (picture->cr, x, picture->bottom);
  set_color (picture, picture->inks->text, 0.8);
  cairo_set_line_width (picture->cr, 1.5 * picture->inks->line);
  cairo_set_dash (picture->cr, dashes, 2, 0.0);
  cairo_stroke (picture->cr);
  cairo_set_dash (picture->cr, NULL, 0, 0.0);

  draw_text (picture, text, TICK_SIZE, picture->inks->text, x, 0.0);
}

void
ys_estimate_chart_draw (const YsCurve      *curve,
                        double              tail,
                        YsUnit              unit,
                        const char         *currency,
                        const YsChartStyle *style,
                        cairo_t            *cr,
                        double              width,
                        double              height)
{
  Picture picture = { .curve = curve, .tail = tail, .unit = unit, .currency = currency, .cr = cr };
  YsRange range = YS_RANGE_EMPTY;
  double highest;

  g_return_if_fail (!ys_curve_is_certain (curve));

  picture.inks = ys_theme_get_inks (style->theme);
  picture.color = ys_color_reach_contrast (accent, picture.inks->background, picture.inks->contrast);
  picture.context = ys_chart_text_context_new (style);
  picture.em = TEXT_SIZE * (style->text_scale > 0.0 ? style->text_scale : 1.0);
  picture.top = 1.4 * picture.em;
  picture.bottom = height - 1.7 * picture.em;

  find_range (&picture, &range);
  picture.x = (YsScale) { range, 2.0, width - 2.0 };
  if (style->right_to_left)
    picture.x = (YsScale) { range, width - 2.0, 2.0 };
  highest = curve->n_nodes > 0 ? find_cases (&picture) : find_points (&picture);
  picture.y = (YsScale) { { 0.0, highest }, picture.bottom, picture.top };

  draw_axis (&picture);
  if (curve->n_nodes > 0)
    draw_cases (&picture);
  else
    draw_curve (&picture);
  draw_mean (&picture);
  g_object_unref (picture.context);
}
