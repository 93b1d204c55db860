/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-axis.h"
#include "ys-chart-alternatives.h"
#include "ys-format.h"
#include "ys-lines.h"
#include "ys-loss-words.h"
#include "ys-palette.h"

/* Chances stand on a logarithmic axis: between 0 and 100 % the rare and large losses, which the board
 * asks about, would lie flat on the ground. */

#define FLOOR 1e-3        /* rarer than once in a thousand times is not shown … */
#define FLOOR_LEAST 1e-6  /* … unless nothing else is there */
#define ROOM_FOR_TWO 46.0 /* width at which years and horizon stand apart [em] */
#define YEAR_SHARE 0.58   /* of the width, then */
#define CLOSE 1.2         /* between points, not to be a step [em] */

typedef enum
{
  MARK_WITHOUT,
  MARK_WITH,
  MARK_ACCEPTED, /* value: loss */
  MARK_AMOUNT,   /* of both curves at once */
  N_MARKS,
} MarkKind;

/* The curves of one span on a pair of axes. */
typedef struct
{
  YsSpan             span;
  cairo_rectangle_t  plot;
  YsScale            x; /* [currency] */
} Panel;

typedef struct
{
  YsChartLayout       *layout;
  gsize                alternative;
  const YsLossCurves  *curves;
  const YsLossCurves  *before; /* NULL: none */
  GPtrArray           *accepted;
  double               floor;  /* smallest chance shown */
  double               top;
  Panel                panels[YS_N_SPANS];
  int                  n_panels; /* 1: the horizon is told in words */
  double               y_start;  /* of floor and of top [px] */
  double               y_end;
  cairo_rectangle_t    words;    /* where the marks of a span without a panel lie */
} Graph;

/* --- figures --------------------------------------------------------------------------------- */

static double
get_largest_chance (const Graph *graph)
{
  double largest = 0.0;

  for (YsSpan span = YS_SPAN_YEAR; span < YS_N_SPANS; span++)
    {
      const YsExceedance *without = &graph->curves->without[span];
      const YsExceedance *with = &graph->curves->with[span];

      if (without->n_points > 0)
        largest = MAX (largest, without->chances[0]);
      if (with->n_points > 0)
        largest = MAX (largest, with->chances[0]);
    }
  for (guint i = 0; i < graph->accepted->len; i++)
    largest = MAX (largest, ((const YsTolerance *) graph->accepted->pdata[i])->chance);
  return MIN (largest, 1.0);
}

/* 1, 1/2, 1/5, 1/10 …: index 0 is certain. */
static double
get_rung (int index)
{
  static const double ones[] = { 1.0, 2.0, 5.0 };

  return 1.0 / (ones[index % 3] * pow (10.0, index / 3));
}

/* Two decades at least, from the rung above the largest chance down. */
static void
choose_chances (Graph *graph)
{
  double largest = get_largest_chance (graph);
  int rung = 0;

  while (get_rung (rung + 1) >= largest && rung < 12)
    rung++;
  graph->top = get_rung (rung);
  graph->floor = MIN (FLOOR, get_rung (rung + 6));
  for (guint i = 0; i < graph->accepted->len; i++)
    {
      double chance = ((const YsTolerance *) graph->accepted->pdata[i])->chance;

      while (graph->floor > 0.6 * chance && graph->floor > FLOOR_LEAST)
        graph->floor /= 10.0;
    }
}

static void
include_curve (YsRange            *range,
               const YsExceedance *curve,
               double              floor)
{
  double loss = ys_exceedance_get_loss (curve, floor);

  if (!isnan (loss))
    ys_range_include (range, 1.04 * loss);
  else if (curve->n_points > 0)
    ys_range_include (range, curve->losses[0]);
}

static void
choose_losses (const Graph *graph,
               Panel       *panel)
{
  panel->x.range = (YsRange) YS_RANGE_EMPTY;
  ys_range_include (&panel->x.range, 0.0);
  include_curve (&panel->x.range, &graph->curves->without[panel->span], graph->floor);
  include_curve (&panel->x.range, &graph->curves->with[panel->span], graph->floor);
  if (graph->before != NULL)
    include_curve (&panel->x.range, &graph->before->with[panel->span], graph->floor);
  if (panel->span == YS_SPAN_YEAR && graph->accepted->len > 0)
    {
      const YsTolerance *last = graph->accepted->pdata[graph->accepted->len - 1];

      ys_range_include (&panel->x.range, 1.1 * last->loss);
    }
  ys_range_settle (&panel->x.range, 0.0);
  panel->x.range.low = 0.0;
}

static void
graph_init (Graph         *graph,
            YsChartLayout *layout)
{
  const YsResult *before = layout->options.before;
  gsize other;

  *graph = (Graph) {
    .layout = layout,
    .alternative = (gsize) ys_losses_find_subject (layout->result, &layout->options),
    .accepted = ys_losses_list_accepted (layout->result),
  };
  graph->curves = layout->result->losses[graph->alternative];
  if (ys_alternatives_find_before (before, layout->result, graph->alternative, &other)
      && before->losses != NULL)
    graph->before = before->losses[other];
  choose_chances (graph);
}

static void
graph_clear (Graph *graph)
{
  g_ptr_array_unref (graph->accepted);
}

/* --- places ---------------------------------------------------------------------------------- */

static double
get_y (const Graph *graph,
       double       chance)
{
  YsScale scale = { { log10 (graph->floor), log10 (graph->top) }, graph->y_start, graph->y_end };

  return ys_scale_map (&scale, log10 (CLAMP (chance, graph->floor, graph->top)));
}

/* Never beyond the edge. */
static double
get_x (const Panel *panel,
       double       loss)
{
  return MIN (ys_scale_map (&panel->x, loss), panel->x.end);
}

static char *
format_rung (double chance)
{
  g_autofree char *times = NULL;

  if (chance > 0.99)
    return g_strdup (_("certain"));
  times = ys_format_number (round (1.0 / chance), YS_FORMAT_EXACT);
  /* Translators: a chance on an axis: 1 in 20 */
  return g_strdup_printf (_("1 in %s"), times);
}

static YsLabel *
measure_rung (const Graph *graph,
              double       chance)
{
  YsTextStyle style = ys_chart_layout_text (graph->layout, 0.92, graph->layout->inks->muted);
  g_autofree char *text = format_rung (chance);

  return ys_chart_layout_measure (graph->layout, &style, text);
}

static double
measure_rungs (const Graph *graph)
{
  double widest = 0.0;

  for (int i = 0; get_rung (i) >= 0.99 * graph->floor; i++)
    {
      g_autoptr(YsLabel) label = measure_rung (graph, get_rung (i));

      if (get_rung (i) <= 1.01 * graph->top)
        widest = MAX (widest, label->width);
    }
  return widest + 0.5 * graph->layout->em;
}

static double
get_head (const YsChartLayout *layout)
{
  return layout->margin + (layout->height > 15.0 * layout->em ? 3.7 : 1.8) * layout->em;
}

static void
place_panel (Graph  *graph,
             YsSpan  span,
             double  left,
             double  right)
{
  Panel *panel = &graph->panels[span];

  panel->span = span;
  panel->plot = (cairo_rectangle_t) {
    left, graph->y_end, MAX (right - left, 1.0), graph->y_start - graph->y_end,
  };
  choose_losses (graph, panel);
  panel->x.start = left;
  panel->x.end = left + panel->plot.width;
}

static void
place_panels (Graph *graph)
{
  YsChartLayout *layout = graph->layout;
  double left = layout->margin + measure_rungs (graph), right = layout->width - layout->margin;
  double middle = left + YEAR_SHARE * (right - left), gap = 1.4 * layout->em;

  graph->y_end = get_head (layout);
  graph->y_start = MAX (layout->height - layout->margin - ys_axis_get_height (layout),
                        graph->y_end + 1.0);
  graph->n_panels = layout->width >= ROOM_FOR_TWO * layout->em ? 2 : 1;
  place_panel (graph, YS_SPAN_YEAR, left, (graph->n_panels == 1 ? right : middle) - gap);
  if (graph->n_panels > 1)
    place_panel (graph, YS_SPAN_HORIZON, middle + gap, right - gap);
}

/* --- axes ------------------------------------------------------------------------------------ */

/* Every rung has a line where there is room, every decade a number at least. */
static void
add_rungs (const Graph *graph)
{
  YsChartLayout *layout = graph->layout;
  YsPaint paint = { .stroke = layout->inks->grid, .width = 1.0 * layout->inks->line };
  double decade = (graph->y_start - graph->y_end) / log10 (graph->top / graph->floor);
  gboolean all = log10 (2.0) * decade > 1.5 * layout->em;

  for (int i = 0; get_rung (i) >= 0.99 * graph->floor; i++)
    {
      double y = get_y (graph, get_rung (i));
      g_autoptr(YsLabel) label = NULL;

      if (get_rung (i) > 1.01 * graph->top || (i % 3 != 0 && !all))
        continue;
      for (int k = 0; k < graph->n_panels; k++)
        {
          const cairo_rectangle_t *plot = &graph->panels[k].plot;

          ys_chart_layout_add_line (layout, plot->x, y, plot->x + plot->width, y, &paint);
        }
      label = measure_rung (graph, get_rung (i));
      /* The lowest makes room for the first amount below. */
      ys_chart_layout_try_label (layout, &label, graph->panels[0].plot.x - 0.5 * layout->em, y,
                                 1.0, y > graph->y_start - 1.0 ? 0.8 : 0.5);
    }
}

static void
add_title (const Graph *graph)
{
  YsChartLayout *layout = graph->layout;
  gboolean calm = ys_alternative_is_calm (layout->options.alternative, graph->alternative);
  YsTextStyle style = ys_chart_layout_text (layout, 1.0, layout->inks->muted);
  g_autoptr(YsLabel) label = NULL;

  if (!calm)
    style.color =
        ys_palette_get_deep (layout->result, graph->alternative, layout->style->theme);
  style.bold = layout->options.alternative == (int) graph->alternative;
  style.max_width = MAX (layout->width - 2.0 * layout->margin, 1.0);
  label = ys_chart_layout_measure (
      layout, &style, ys_alternative_get_name (layout->result, graph->alternative));
  ys_chart_layout_try_label (layout, &label, layout->margin, layout->margin, 0.0, 0.0);
}

/* What a panel shows, above it. */
static void
add_caption (const Graph *graph,
             const Panel *panel)
{
  YsChartLayout *layout = graph->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->muted);
  double left = panel->span == YS_SPAN_YEAR ? layout->margin : panel->plot.x;
  g_autofree char *span = ys_losses_name_span (layout->result, panel->span);
  g_autofree char *text = NULL;
  g_autoptr(YsLabel) label = NULL;

  if (get_head (layout) < layout->margin + 3.0 * layout->em)
    return;
  text = panel->span == YS_SPAN_YEAR
         /* Translators: above a chart; %s is “any one year” */
         ? g_strdup_printf (_("Chance of losing at least so much in %s"), span)
         /* Translators: above a second chart that shows the same; %s is “all 8 years” */
         : g_strdup_printf (_("… and in %s"), span);
  style.max_width = MAX (panel->plot.x + panel->plot.width - left, 1.0);
  label = ys_chart_layout_measure (layout, &style, text);
  ys_chart_layout_try_label (layout, &label, left, graph->y_end - 0.9 * layout->em, 0.0, 1.0);
}

/* Without room for a panel of its own, the horizon in a line: what strikes once in ten times. */
static void
add_horizon_words (Graph *graph)
{
  YsChartLayout *layout = graph->layout;
  const char *currency = ys_result_get_currency (layout->result);
  double without = ys_exceedance_get_loss (&graph->curves->without[YS_SPAN_HORIZON], 0.1);
  double with = ys_exceedance_get_loss (&graph->curves->with[YS_SPAN_HORIZON], 0.1);
  g_autofree char *span = ys_losses_name_span (layout->result, YS_SPAN_HORIZON);
  g_autofree char *most = ys_format_money (without, currency, YS_FORMAT_SHORT);
  g_autofree char *least = ys_format_money (with, currency, YS_FORMAT_SHORT);
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->muted);
  g_autofree char *text = NULL;
  g_autoptr(YsLabel) label = NULL;

  graph->words = (cairo_rectangle_t) {
    graph->panels[0].plot.x, graph->y_end, 2.0 * layout->em, 1.0 * layout->em,
  };
  if (graph->n_panels > 1 || isnan (without) || isnan (with))
    return;

  /* Translators: 1: “all 8 years”, 2, 3: amounts of money that are lost with a chance of 1 in 10 */
  text = g_strdup_printf (_("1 in 10 in %1$s: %2$s, with it %3$s"), span, most, least);
  label = ys_chart_layout_measure (layout, &style, text);
  graph->words = (cairo_rectangle_t) {
    layout->width - layout->margin - label->width, graph->y_end, label->width, label->height,
  };
  ys_chart_layout_try_label (
      layout, &label, layout->width - layout->margin, graph->y_end, 1.0, 0.0);
}

/* --- curves ---------------------------------------------------------------------------------- */

static void
append_point (GArray *points,
              double  x,
              double  y)
{
  YsPoint point = { x, y };

  if (points->len > 0)
    {
      const YsPoint *last = &g_array_index (points, YsPoint, points->len - 1);

      if (fabs (last->x - x) < 0.3 && fabs (last->y - y) < 0.3)
        return;
    }
  g_array_append_val (points, point);
}

/* A step function; where its points stand close, a line through them. Ends on the floor. */
static GArray *
trace (const Graph        *graph,
       const Panel        *panel,
       const YsExceedance *curve)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (YsPoint));
  double x = panel->x.start, y = graph->y_start, chance = 0.0;
  gsize i;

  for (i = 0; i < curve->n_points && curve->chances[i] >= graph->floor; i++)
    {
      double next = get_x (panel, curve->losses[i]);

      chance = curve->chances[i];
      y = get_y (graph, chance);
      if (next - x > CLOSE * graph->layout->em || i == 0)
        append_point (points, x, y);
      append_point (points, next, y);
      x = next;
    }
  if (i == 0)
    return points;
  if (i < curve->n_points
      && ys_scale_map (&panel->x, curve->losses[i]) - x < CLOSE * graph->layout->em)
    x += (ys_scale_map (&panel->x, curve->losses[i]) - x) * log (chance / graph->floor)
         / log (chance / curve->chances[i]);
  append_point (points, MIN (x, panel->x.end), graph->y_start);
  return points;
}

static YsPaint
get_paint (const Graph *graph,
           gboolean     with)
{
  YsChartLayout *layout = graph->layout;
  YsPaint paint = ys_line_get_paint (layout, graph->alternative);

  paint.dash = 0;
  if (!with)
    {
      paint.stroke = ys_color_with_alpha (layout->inks->muted, paint.stroke.alpha);
      paint.width *= 0.75;
      paint.dash = 1;
    }
  return paint;
}

static void
add_curve (const Graph        *graph,
           const Panel        *panel,
           const YsExceedance *curve,
           const YsPaint      *paint)
{
  g_autoptr(GArray) points = trace (graph, panel, curve);

  if (points->len > 0)
    ys_chart_layout_add_curve (
        graph->layout, &g_array_index (points, YsPoint, 0), points->len, paint);
}

/* The shade between the curves is what the investment prevents. */
static void
add_gap (const Graph *graph,
         const Panel *panel)
{
  YsSpan span = panel->span;
  YsChartLayout *layout = graph->layout;
  g_autoptr(GArray) outline = trace (graph, panel, &graph->curves->without[span]);
  g_autoptr(GArray) inner = trace (graph, panel, &graph->curves->with[span]);
  YsColor color = ys_palette_get_fill (layout->result, graph->alternative, layout->style->theme);
  YsPaint paint = { .fill = ys_color_with_alpha (color, layout->inks->contrast > 5 ? 0.22 : 0.13) };

  if (outline->len == 0 || graph->curves->with[span].mean >= graph->curves->without[span].mean)
    return;
  if (inner->len == 0)
    append_point (inner, panel->x.start, graph->y_start);
  for (guint i = inner->len; i > 0; i--)
    g_array_append_val (outline, g_array_index (inner, YsPoint, i - 1));
  ys_chart_layout_add_path (
      layout, &g_array_index (outline, YsPoint, 0), outline->len, &paint);
}

static void
add_curves (const Graph *graph,
            const Panel *panel)
{
  YsPaint without = get_paint (graph, FALSE), with = get_paint (graph, TRUE);
  YsPaint before = ys_line_get_before_paint (graph->layout, graph->alternative);

  add_gap (graph, panel);
  if (graph->before != NULL)
    add_curve (graph, panel, &graph->before->with[panel->span], &before);
  add_curve (graph, panel, &graph->curves->without[panel->span], &without);
  add_curve (graph, panel, &graph->curves->with[panel->span], &with);
}

/* From the first point's loss on, down a step at each. */
static void
add_accepted (const Graph *graph)
{
  YsChartLayout *layout = graph->layout;
  const Panel *panel = &graph->panels[0];
  YsPaint paint = {
    .stroke = layout->inks->text, .width = 0.11 * layout->em * layout->inks->line,
  };
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (YsPoint));
  double y = graph->y_end;

  for (guint i = 0; i < graph->accepted->len; i++)
    {
      const YsTolerance *own = graph->accepted->pdata[i];
      double x = get_x (panel, own->loss);

      append_point (points, x, y);
      y = get_y (graph, own->chance);
      append_point (points, x, y);
    }
  if (points->len == 0)
    return;
  append_point (points, panel->x.end, y);
  ys_chart_layout_add_curve (layout, &g_array_index (points, YsPoint, 0), points->len, &paint);
}

/* --- words ----------------------------------------------------------------------------------- */

static gboolean
try_beside (const Graph *graph,
            const Panel *panel,
            YsLabel    **label,
            double       x,
            double       y,
            double       anchor_x,
            double       anchor_y)
{
  cairo_rectangle_t area = {
    x - anchor_x * (*label)->width, y - anchor_y * (*label)->height, (*label)->width,
    (*label)->height,
  };

  return area.x >= panel->plot.x && area.y >= graph->y_end
         && area.x + area.width <= panel->x.end + 1.2 * graph->layout->em
         && area.y + area.height <= graph->y_start
         && !ys_chart_layout_is_crossed (graph->layout, &area)
         && ys_chart_layout_try_label (graph->layout, label, x, y, anchor_x, anchor_y);
}

/* Somewhere along a curve, outside of it (to the upper right) or inside. */
static void
add_curve_label (const Graph        *graph,
                 const Panel        *panel,
                 const YsExceedance *curve,
                 const char         *text,
                 YsColor             color,
                 gboolean            outside)
{
  static const double shares[] = { 0.45, 0.6, 0.3, 0.75, 0.15, 0.9 };
  YsChartLayout *layout = graph->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, color);
  double gap = 0.45 * layout->em, first = curve->n_points > 0 ? curve->chances[0] : 0.0;
  g_autoptr(YsLabel) label = ys_chart_layout_measure (layout, &style, text);

  for (int side = 0; side < 2; side++)
    for (gsize i = 0; i < G_N_ELEMENTS (shares) && first > graph->floor; i++)
      {
        double chance = first * pow (graph->floor / first, shares[i]);
        double x = ys_scale_map (&panel->x, ys_exceedance_get_loss (curve, chance));
        double y = get_y (graph, chance), sign = outside != (side == 1) ? 1.0 : -1.0;

        if (!isnan (x)
            && try_beside (graph, panel, &label, x + sign * gap, y - sign * gap,
                           sign > 0.0 ? 0.0 : 1.0, sign > 0.0 ? 1.0 : 0.0))
          return;
      }
}

static void
add_gap_label (const Graph *graph,
               const Panel *panel)
{
  YsChartLayout *layout = graph->layout;
  const YsExceedance *without = &graph->curves->without[panel->span];
  const YsExceedance *with = &graph->curves->with[panel->span];
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->muted);
  g_autoptr(YsLabel) label = ys_chart_layout_measure (layout, &style, _("what it prevents"));

  if (with->mean >= without->mean)
    return;
  for (double share = 0.35; share < 0.9; share += 0.1)
    {
      double chance = graph->top * pow (graph->floor / graph->top, share);
      double right = ys_exceedance_get_loss (without, chance);
      double left = ys_exceedance_get_loss (with, chance);

      if (isnan (right))
        continue;
      right = ys_scale_map (&panel->x, right);
      left = isnan (left) ? panel->x.start : ys_scale_map (&panel->x, left);
      if (right - left > label->width + layout->em
          && try_beside (
              graph, panel, &label, (left + right) / 2.0, get_y (graph, chance), 0.5, 0.5))
        return;
    }
}

/* On the last step at best, which runs to the edge. */
static void
add_accepted_label (const Graph *graph)
{
  YsChartLayout *layout = graph->layout;
  const Panel *panel = &graph->panels[YS_SPAN_YEAR];
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->text);
  double gap = 0.4 * layout->em;
  g_autoptr(YsLabel) label =
      ys_chart_layout_measure (layout, &style, _("What the board accepts"));

  for (guint i = graph->accepted->len; i > 0; i--)
    {
      const YsTolerance *own = graph->accepted->pdata[i - 1];
      double x = get_x (panel, own->loss), y = get_y (graph, own->chance);
      gboolean last = i == graph->accepted->len;

      if ((last && try_beside (graph, panel, &label, panel->x.end, y - gap, 1.0, 1.0))
          || try_beside (graph, panel, &label, x + gap, y - gap, 0.0, 1.0)
          || (last && try_beside (graph, panel, &label, panel->x.end, y + gap, 1.0, 0.0))
          || try_beside (graph, panel, &label, x + gap, y + gap, 0.0, 0.0))
        return;
    }
}

static void
add_curve_labels (const Graph *graph,
                  const Panel *panel)
{
  YsChartLayout *layout = graph->layout;
  gboolean calm = ys_alternative_is_calm (layout->options.alternative, graph->alternative);
  YsColor color = ys_palette_get_deep (layout->result, graph->alternative, layout->style->theme);
  const YsExceedance *with = &graph->curves->with[panel->span];
  gboolean same = ys_exceedance_equal (with, &graph->curves->without[panel->span]);

  add_curve_label (graph, panel, with, same ? _("with it and without it") : _("with it"),
                   calm ? layout->inks->muted : color, same);
  if (same)
    return;
  add_curve_label (graph, panel, &graph->curves->without[panel->span], _("without it"),
                   layout->inks->muted, TRUE);
}

static void
add_words (const Graph *graph)
{
  add_accepted_label (graph);
  for (int i = 0; i < graph->n_panels; i++)
    add_curve_labels (graph, &graph->panels[i]);
  add_gap_label (graph, &graph->panels[YS_SPAN_YEAR]);
}

/* --- marks ----------------------------------------------------------------------------------- */

static YsMark
make_mark (const Graph *graph,
           YsSpan       span,
           MarkKind     kind,
           double       loss,
           double       chance)
{
  double size = 0.8 * graph->layout->em;
  YsMark mark = {
    .alternative = (int) graph->alternative,
    .period = -1,
    .kind = (int) span * N_MARKS + (int) kind,
    .other = -1,
    .value = loss,
    .at = chance,
    .area = graph->words,
    .reach = graph->words,
    .stop = TRUE,
  };

  if ((int) span < graph->n_panels)
    {
      const Panel *panel = &graph->panels[span];
      double x = get_x (panel, loss), y = get_y (graph, chance);

      mark.area = ys_rectangle_around (x, y, size);
      mark.reach = ys_rectangle_around (x, y, 2.0 * size);
    }
  return mark;
}

/* Once in 2, 10, 100 and 1,000 times. */
static void
add_curve_marks (const Graph        *graph,
                 YsSpan              span,
                 MarkKind            kind,
                 const YsExceedance *curve)
{
  static const double chances[] = { 0.5, 0.1, 0.01, 0.001 };

  for (gsize i = 0; i < G_N_ELEMENTS (chances); i++)
    {
      double loss = ys_exceedance_get_loss (curve, chances[i]);
      YsMark mark;

      if (isnan (loss) || chances[i] < graph->floor)
        continue;
      mark = make_mark (graph, span, kind, loss, ys_exceedance_get_chance (curve, loss));
      ys_chart_layout_add_mark (graph->layout, &mark);
    }
}

static void
add_accepted_marks (const Graph *graph)
{
  for (guint i = 0; i < graph->accepted->len; i++)
    {
      const YsTolerance *own = graph->accepted->pdata[i];
      YsMark mark = make_mark (graph, YS_SPAN_YEAR, MARK_ACCEPTED, own->loss, own->chance);

      ys_chart_layout_add_mark (graph->layout, &mark);
    }
}

/* For the pointer, wherever it is. */
static void
add_amount_marks (const Graph *graph,
                  const Panel *panel)
{
  int n = (int) CLAMP (panel->plot.width / graph->layout->em, 4.0, 60.0);
  double step = panel->plot.width / n;

  for (int i = 0; i < n; i++)
    {
      double x = panel->plot.x + (i + 0.5) * step, loss = ys_scale_unmap (&panel->x, x);
      double without = ys_exceedance_get_chance (&graph->curves->without[panel->span], loss);
      double with = ys_exceedance_get_chance (&graph->curves->with[panel->span], loss);
      YsMark mark = make_mark (
          graph, panel->span, MARK_AMOUNT, loss, with < graph->floor ? without : with);

      mark.reach =
          (cairo_rectangle_t) { x - step / 2.0, panel->plot.y, step, panel->plot.height };
      mark.stop = FALSE;
      ys_chart_layout_add_mark (graph->layout, &mark);
    }
}

static void
add_marks (const Graph *graph)
{
  for (YsSpan span = YS_SPAN_YEAR; span < YS_N_SPANS; span++)
    {
      add_curve_marks (graph, span, MARK_WITHOUT, &graph->curves->without[span]);
      add_curve_marks (graph, span, MARK_WITH, &graph->curves->with[span]);
      if (span == YS_SPAN_YEAR)
        add_accepted_marks (graph);
    }
  for (int i = 0; i < graph->n_panels; i++)
    add_amount_marks (graph, &graph->panels[i]);
}

static void
lay_out (YsChartLayout *layout)
{
  Graph graph;

  graph_init (&graph, layout);
  place_panels (&graph);
  add_title (&graph);
  add_rungs (&graph);
  for (int i = 0; i < graph.n_panels; i++)
    {
      add_caption (&graph, &graph.panels[i]);
      ys_axis_add_across (layout, &graph.panels[i].plot, &graph.panels[i].x, ys_format_axis_money);
    }
  add_horizon_words (&graph);
  for (int i = 0; i < graph.n_panels; i++)
    add_curves (&graph, &graph.panels[i]);
  add_accepted (&graph);
  add_words (&graph);
  add_marks (&graph);
  graph_clear (&graph);
}

/* --- reading --------------------------------------------------------------------------------- */

/* “Once in 10 times …”: of one curve. */
static char *
read_point (const YsResult *result,
            const YsMark   *mark,
            YsSpan          span,
            gboolean        with)
{
  const char *name = ys_alternative_get_name (result, (gsize) mark->alternative);
  g_autofree char *money =
      ys_format_money (mark->value, ys_result_get_currency (result), YS_FORMAT_SHORT);
  g_autofree char *chance = ys_format_chance (mark->at, YS_FORMAT_SHORT);
  g_autofree char *where = ys_losses_name_span (result, span);

  /* Translators: 1: name of an alternative, 2: a chance, 3: amount of money, 4: “any one year” or
   * “all 8 years” */
  return with ? g_strdup_printf (_("With %1$s: %2$s chance of losing at least %3$s in %4$s"),
                                 name, chance, money, where)
              : g_strdup_printf (_("Without %1$s: %2$s chance of losing at least %3$s in %4$s"),
                                 name, chance, money, where);
}

static char *
read_mark (const YsResult       *result,
           const YsChartOptions *options,
           const YsMark         *mark)
{
  YsSpan span = (YsSpan) (mark->kind / N_MARKS);
  MarkKind kind = (MarkKind) (mark->kind % N_MARKS);
  YsTolerance accepted = { .loss = mark->value, .chance = mark->at };

  switch (kind)
    {
    case MARK_WITHOUT:
    case MARK_WITH:
      return read_point (result, mark, span, kind == MARK_WITH);
    case MARK_ACCEPTED:
      return ys_losses_read_accepted (result, (gsize) mark->alternative, &accepted);
    case MARK_AMOUNT:
    case N_MARKS:
    default:
      return ys_losses_read_amount (result, (gsize) mark->alternative, span, mark->value);
    }
}

static const YsEmptyState *
find_empty_state (const YsResult       *result,
                  const YsChartOptions *options)
{
  static const YsEmptyState nothing_strikes = {
    N_("Nothing here can strike"),
    N_("Say what may go wrong, how often and how badly, as a loss or as a loss avoided, and its "
       "chances appear here."),
  };

  return ys_losses_find_subject (result, options) < 0 ? &nothing_strikes : NULL;
}

static double
get_height (const YsResult *result,
            double          em,
            double          width)
{
  return 24.0 * em;
}

const YsChart ys_chart_loss_curve = {
  .id = "loss-curve",
  .name = N_("What may strike"),
  .sentence = N_("The chance of losing at least so much, without the investment and with it (loss "
                 "exceedance curve)."),
  .highlight = YS_HIGHLIGHT_CROSS,
  .analyses = YS_ANALYSE_LOSSES,
  .find_empty_state = find_empty_state,
  .lay_out = lay_out,
  .read_mark = read_mark,
  .describe = ys_losses_describe,
  .tabulate = ys_losses_tabulate,
  .get_height = get_height,
};
