/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-axis.h"
#include "ys-chart-alternatives.h"
#include "ys-format.h"
#include "ys-lines.h"
#include "ys-palette.h"
#include "ys-spread.h"

/* With more curves than this there is no room for names among them. */
#define FEW_CURVES 8

/* Chances that round to nothing, or to certainty, are not pointed out. */
#define LEAST_CHANCE 0.005

typedef enum
{
  MARK_AT_LEAST,
  MARK_LOSS,
} MarkKind;

typedef struct
{
  YsChartLayout     *layout;
  GArray            *list;  /* gsize */
  GArray            *names; /* YsLineName, in the order of the list */
  cairo_rectangle_t  plot;
  YsScale            x; /* [currency] */
  YsScale            y; /* chance */
} Graph;

/* --- figures --------------------------------------------------------------------------------- */

/* What it is worth at least with a chance of 100 − percent in 100. */
static double
get_worth (const YsResult *result,
           gsize           alternative,
           int             percent)
{
  return ys_finite_or_zero (ys_result_get_percentile (result, alternative, percent));
}

static double
get_loss_chance (const YsResult *result,
                 gsize           alternative)
{
  return ys_result_get_metric (result, alternative, "loss-probability");
}

static gboolean
has_loss_mark (const YsResult *result,
               gsize           alternative)
{
  double chance = get_loss_chance (result, alternative);

  return chance >= LEAST_CHANCE && chance <= 1.0 - LEAST_CHANCE;
}

/* Nearly all of a curve: its outermost hundredths may be worth anything. */
static YsSpread
get_reach (const YsResult *result,
           gsize           alternative)
{
  YsSpread spread;

  ys_spread_init (&spread, result, alternative);
  spread.p5 = get_worth (result, alternative, 1);
  spread.p95 = get_worth (result, alternative, 99);
  return spread;
}

static void
choose_range (const Graph *graph,
              YsRange     *range)
{
  const YsChartLayout *layout = graph->layout;
  const YsResult *before = layout->options.before;
  g_autofree YsSpread *spreads = g_new (YsSpread, 2 * graph->list->len);
  gsize n = 0, other;

  for (guint i = 0; i < graph->list->len; i++)
    {
      gsize alternative = g_array_index (graph->list, gsize, i);

      spreads[n++] = get_reach (layout->result, alternative);
      if (ys_alternatives_find_before (before, layout->result, alternative, &other))
        spreads[n++] = get_reach (before, other);
    }
  ys_spread_choose_range (spreads, n, range);
  ys_range_settle (range, 0.04);
}

/* --- places ---------------------------------------------------------------------------------- */

static void
place_plot (Graph    *graph,
            gboolean  column)
{
  YsChartLayout *layout = graph->layout;
  double top = layout->margin + 1.9 * layout->em, left, right;
  double bottom = layout->height - layout->margin - ys_axis_get_height (layout);

  graph->y = (YsScale) { { 0.0, 1.0 }, MAX (bottom, top + 1.0), top };
  left = layout->margin + ys_axis_get_width (layout, &graph->y, ys_axis_format_rate);
  right = layout->width - layout->margin;
  right -= column ? ys_line_names_get_width (graph->names, layout) : 0.5 * layout->em;

  graph->plot = (cairo_rectangle_t) { left, top, MAX (right - left, 1.0), graph->y.start - top };
  choose_range (graph, &graph->x.range);
  graph->x.start = left;
  graph->x.end = left + graph->plot.width;
}

static YsPoint
get_point (const Graph *graph,
           double       worth,
           double       chance)
{
  return (YsPoint) { ys_scale_map (&graph->x, worth), ys_scale_map (&graph->y, chance) };
}

static gboolean
is_in_plot (const Graph *graph,
            double       worth)
{
  return worth >= graph->x.range.low && worth <= graph->x.range.high;
}

/* --- curves ---------------------------------------------------------------------------------- */

/* Where the curve leaves the plot between two percentiles. */
static YsPoint
get_point_at_edge (const Graph *graph,
                   double       edge,
                   double       first,
                   double       second,
                   int          percent)
{
  double share = (edge - first) / (second - first);

  return get_point (graph, edge, 1.0 - (percent - 1.0 + share) / 100.0);
}

/* Points of the curve inside the plot, from the left. */
static gsize
trace_curve (const Graph    *graph,
             const YsResult *result,
             gsize           alternative,
             YsPoint        *points)
{
  YsRange range = graph->x.range;
  double last = get_worth (result, alternative, 0);
  gsize n = 0;

  if (is_in_plot (graph, last))
    points[n++] = get_point (graph, last, 1.0);
  for (int percent = 1; percent <= 100; percent++)
    {
      double worth = get_worth (result, alternative, percent);

      if (last < range.low && worth > range.low)
        points[n++] = get_point_at_edge (graph, range.low, last, worth, percent);
      if (is_in_plot (graph, worth))
        points[n++] = get_point (graph, worth, 1.0 - percent / 100.0);
      if (last < range.high && worth > range.high)
        points[n++] = get_point_at_edge (graph, range.high, last, worth, percent);
      last = worth;
    }
  return n;
}

static void
add_curve (const Graph    *graph,
           const YsResult *result,
           gsize           alternative,
           const YsPaint  *paint)
{
  YsPoint points[103];
  gsize n = trace_curve (graph, result, alternative, points);

  if (n > 1)
    ys_chart_layout_add_curve (graph->layout, points, n, paint);
}

static void
add_before (const Graph *graph,
            gsize        alternative)
{
  const YsChartLayout *layout = graph->layout;
  YsPaint paint = ys_line_get_before_paint (layout, alternative);
  gsize other;

  if (ys_alternatives_find_before (layout->options.before, layout->result, alternative, &other))
    add_curve (graph, layout->options.before, other, &paint);
}

/* The selected one lies on top of the others. */
static void
add_curves (const Graph *graph)
{
  const YsChartLayout *layout = graph->layout;

  for (guint i = 0; i < graph->list->len; i++)
    add_before (graph, g_array_index (graph->list, gsize, i));
  for (int round = 0; round < 2; round++)
    for (guint i = 0; i < graph->list->len; i++)
      {
        gsize alternative = g_array_index (graph->list, gsize, i);
        YsPaint paint = ys_line_get_paint (layout, alternative);

        if ((layout->options.alternative == (int) alternative) == (round == 1))
          add_curve (graph, layout->result, alternative, &paint);
      }
}

/* --- words ----------------------------------------------------------------------------------- */

static void
add_loss_dot (const Graph *graph,
              gsize        alternative)
{
  YsChartLayout *layout = graph->layout;
  YsPoint point = get_point (graph, 0.0, 1.0 - get_loss_chance (layout->result, alternative));
  cairo_rectangle_t area = ys_rectangle_around (point.x, point.y, 0.8 * layout->em);

  if (!has_loss_mark (layout->result, alternative))
    return;
  ys_line_add_dot (layout, alternative, point.x, point.y);
  ys_chart_layout_take (layout, &area);
}

static gboolean
try_loss_text (const Graph *graph,
               gsize        alternative,
               const char  *text)
{
  YsChartLayout *layout = graph->layout;
  YsPoint point = get_point (graph, 0.0, 1.0 - get_loss_chance (layout->result, alternative));
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->text);
  g_autoptr(YsLabel) label = NULL;

  style.color = ys_palette_get_deep (layout->result, alternative, layout->style->theme);
  style.bold = layout->options.alternative == (int) alternative;
  style.max_width = 7.5 * layout->em;
  style.max_lines = 2;
  label = ys_chart_layout_measure (layout, &style, text);
  return ys_chart_layout_try_label_beside (layout, &label, point.x, point.y, 0.5 * layout->em);
}

/* In full where there is room, else the chance alone. */
static void
add_loss_text (const Graph *graph,
               gsize        alternative)
{
  const YsChartLayout *layout = graph->layout;
  g_autofree char *chance = NULL;
  g_autofree char *sentence = NULL;

  if (!has_loss_mark (layout->result, alternative)
      || ys_alternative_is_calm (layout->options.alternative, alternative))
    return;

  chance = ys_format_chance (get_loss_chance (layout->result, alternative), YS_FORMAT_SHORT);
  /* Translators: where a curve meets zero: 12% chance of a loss */
  sentence = g_strdup_printf (_("%s chance of a loss"), chance);
  if (!try_loss_text (graph, alternative, sentence))
    try_loss_text (graph, alternative, chance);
}

/* side 1: on the right of the curve and above the point, −1: on the left and below; there a falling
 * curve does not come by. */
static gboolean
try_name_at (const Graph *graph,
             YsLineName  *name,
             int          percent,
             double       side)
{
  YsChartLayout *layout = graph->layout;
  double worth = get_worth (layout->result, name->alternative, percent);
  YsPoint point = get_point (graph, worth, 1.0 - percent / 100.0);
  double width = name->label->width, height = name->label->height, air = 0.4 * layout->em;
  double x = point.x + side * air, y = point.y - side * 0.25 * air;
  double anchor = side > 0.0 ? 0.0 : 1.0;
  cairo_rectangle_t box = { x - anchor * width, y - (1.0 - anchor) * height, width, height };
  cairo_rectangle_t airy = { box.x - air, box.y - air, width + 2.0 * air, height + 2.0 * air };

  return is_in_plot (graph, worth)
         && !ys_chart_layout_is_crossed (layout, &box)
         && ys_chart_layout_is_free (layout, &airy)
         && ys_chart_layout_try_label (layout, &name->label, x, y, anchor, 1.0 - anchor);
}

/* Beside the curve, as nearly half-way down as there is room. */
static gboolean
try_name (const Graph *graph,
          YsLineName  *name)
{
  for (int side = 1; side >= -1; side -= 2)
    for (int away = 0; away <= 40; away += 5)
      if (try_name_at (graph, name, 50 + away, side) || try_name_at (graph, name, 50 - away, side))
        return TRUE;
  return FALSE;
}

static gboolean
try_names (const Graph *graph)
{
  for (guint i = 0; i < graph->names->len; i++)
    if (!try_name (graph, &g_array_index (graph->names, YsLineName, i)))
      return FALSE;
  return TRUE;
}

static void
add_caption (const Graph *graph)
{
  YsChartLayout *layout = graph->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->muted);
  g_autoptr(YsLabel) label = NULL;

  style.max_width = layout->width - 2.0 * layout->margin;
  if (style.max_width < layout->em)
    return;
  label = ys_chart_layout_measure (layout, &style, _("Chance of being worth at least so much today"));
  ys_chart_layout_try_label (layout, &label, layout->margin, layout->margin, 0.0, 0.0);
}

/* --- marks ----------------------------------------------------------------------------------- */

static void
add_mark (const Graph *graph,
          MarkKind     kind,
          gsize        alternative,
          double       worth,
          double       chance,
          gboolean     stop)
{
  YsRange range = graph->x.range;
  double rim = 0.5 * graph->layout->em;
  YsPoint point = get_point (graph, CLAMP (worth, range.low, range.high), chance);
  YsMark mark = {
    .alternative = (int) alternative,
    .period = -1,
    .kind = kind,
    .other = -1,
    .value = worth,
    .at = chance,
    .area = ys_rectangle_around (point.x, point.y, 0.8 * graph->layout->em),
    .reach = { graph->plot.x - rim, graph->plot.y - rim,
               graph->plot.width + 2.0 * rim, graph->plot.height + 2.0 * rim },
    .stop = stop,
  };

  ys_chart_layout_add_mark (graph->layout, &mark);
}

static void
add_loss_mark (const Graph *graph,
               gsize        alternative)
{
  const YsResult *result = graph->layout->result;

  if (has_loss_mark (result, alternative))
    add_mark (graph, MARK_LOSS, alternative, 0.0, 1.0 - get_loss_chance (result, alternative), TRUE);
}

/* The keyboard goes down in tenths, the pointer finds every hundredth. */
static void
add_marks (const Graph *graph)
{
  const YsResult *result = graph->layout->result;

  for (int stop = 1; stop >= 0; stop--)
    for (guint i = 0; i < graph->list->len; i++)
      {
        gsize alternative = g_array_index (graph->list, gsize, i);

        for (int percent = 1; percent < 100; percent++)
          if ((percent % 10 == 0) == (stop == 1))
            add_mark (graph, MARK_AT_LEAST, alternative, get_worth (result, alternative, percent),
                      1.0 - percent / 100.0, stop);
        if (stop)
          add_loss_mark (graph, alternative);
      }
}

/* --- the whole ------------------------------------------------------------------------------- */

/* Of the frame, and of the line between gain and loss. */
static void
keep_texts_clear (const Graph *graph)
{
  double zero = ys_scale_map (&graph->x, 0.0);
  cairo_rectangle_t upright = { zero - 1.0, graph->plot.y, 2.0, graph->plot.height };

  ys_lines_keep_texts_in (graph->layout, &graph->plot, graph->y.start);
  ys_chart_layout_take (graph->layout, &upright);
}

/* FALSE if the names did not all find a place. */
static gboolean
lay_out_graph (Graph    *graph,
               gboolean  column)
{
  YsChartLayout *layout = graph->layout;
  gboolean placed = TRUE;

  place_plot (graph, column);
  add_caption (graph);
  ys_axis_add_up (layout, &graph->plot, &graph->y, ys_axis_format_rate, FALSE);
  ys_axis_add_across (layout, &graph->plot, &graph->x, ys_format_axis_money);
  add_curves (graph);
  for (guint i = 0; i < graph->list->len; i++)
    add_loss_dot (graph, g_array_index (graph->list, gsize, i));

  if (column)
    ys_line_names_add (graph->names, layout, &graph->plot, FALSE, graph->plot.y);
  keep_texts_clear (graph);
  if (!column)
    placed = try_names (graph);
  for (guint i = 0; i < graph->list->len; i++)
    add_loss_text (graph, g_array_index (graph->list, gsize, i));
  return placed;
}

static void
lay_out (YsChartLayout *layout)
{
  Graph graph = { .layout = layout, .list = ys_alternatives_list_ranked (layout->result) };
  gboolean many = graph.list->len > FEW_CURVES;

  graph.names = ys_line_names_new (layout, graph.list, FALSE);
  if (!lay_out_graph (&graph, many) && !many)
    {
      ys_chart_layout_clear (layout);
      g_array_unref (graph.names);
      graph.names = ys_line_names_new (layout, graph.list, FALSE);
      lay_out_graph (&graph, TRUE);
    }
  add_marks (&graph);

  g_array_unref (graph.names);
  g_array_unref (graph.list);
}

/* --- reading --------------------------------------------------------------------------------- */

static const YsEmptyState *
find_empty_state (const YsResult       *result,
                  const YsChartOptions *options)
{
  static const YsEmptyState certain = {
    N_("Nothing in this scenario is uncertain"),
    N_("Give an estimate a range instead of one number, and its chances appear here."),
  };

  return result->n_trials == 1 ? &certain : NULL;
}

static char *
read_mark (const YsResult       *result,
           const YsChartOptions *options,
           const YsMark         *mark)
{
  const char *name = ys_alternative_get_name (result, mark->alternative);
  g_autofree char *money = NULL;
  g_autofree char *chance = NULL;

  if (mark->kind == MARK_LOSS)
    {
      chance = ys_format_chance (1.0 - mark->at, YS_FORMAT_SHORT);
      /* Translators: “Power mulcher line: 12% chance of losing money” */
      return g_strdup_printf (_("%s: %s chance of losing money"), name, chance);
    }

  money = ys_format_money (mark->value, ys_result_get_currency (result), YS_FORMAT_SHORT);
  chance = ys_format_chance (mark->at, YS_FORMAT_SHORT);
  /* Translators: “Power mulcher line: 80% chance of at least $120K” */
  return g_strdup_printf (_("%s: %s chance of at least %s"), name, chance, money);
}

static void
append_description (GString        *text,
                    const YsResult *result,
                    gsize           alternative)
{
  const char *name = ys_alternative_get_name (result, alternative);
  const char *currency = ys_result_get_currency (result);
  g_autofree char *likely =
      ys_format_money (get_worth (result, alternative, 10), currency, YS_FORMAT_TEXT);
  g_autofree char *middle =
      ys_format_money (get_worth (result, alternative, 50), currency, YS_FORMAT_TEXT);
  g_autofree char *lucky =
      ys_format_money (get_worth (result, alternative, 90), currency, YS_FORMAT_TEXT);
  g_autofree char *loss =
      ys_format_chance (get_loss_chance (result, alternative), YS_FORMAT_TEXT);

  g_string_append_c (text, ' ');
  g_string_append_printf (text,
                          _("%s: 9 times in 10 at least %s, half the time at least %s, 1 time in "
                            "10 at least %s; chance of losing money: %s."),
                          name, likely, middle, lucky, loss);
}

static char *
describe (const YsResult       *result,
          const YsChartOptions *options)
{
  g_autoptr(GArray) list = ys_alternatives_list_ranked (result);
  GString *text = g_string_new (_("Chance of being worth at least so much today (S-curve)."));

  for (guint i = 0; i < list->len; i++)
    append_description (text, result, g_array_index (list, gsize, i));
  return g_string_free (text, FALSE);
}

static GStrv
make_row (const YsResult *result,
          const GArray   *list,
          int             percent)
{
  GStrv cells = g_new0 (char *, list->len + 2);

  cells[0] = ys_format_percent (1.0 - percent / 100.0, YS_FORMAT_SHORT);
  for (guint i = 0; i < list->len; i++)
    cells[i + 1] = ys_format_money (get_worth (result, g_array_index (list, gsize, i), percent),
                                    ys_result_get_currency (result),
                                    YS_FORMAT_SHORT);
  return cells;
}

static GStrv
make_loss_row (const YsResult *result,
               const GArray   *list)
{
  GStrv cells = g_new0 (char *, list->len + 2);

  cells[0] = g_strdup (_("Chance of losing money"));
  for (guint i = 0; i < list->len; i++)
    cells[i + 1] = ys_format_chance (get_loss_chance (result, g_array_index (list, gsize, i)),
                                     YS_FORMAT_SHORT);
  return cells;
}

static GPtrArray *
tabulate (const YsResult       *result,
          const YsChartOptions *options)
{
  static const int percents[] = { 1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99 };
  g_autoptr(GArray) list = ys_alternatives_list_ranked (result);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_add (rows, ys_alternatives_make_headings (result, list, _("Chance of at least")));
  if (list->len == 0)
    return rows;
  for (gsize i = 0; i < G_N_ELEMENTS (percents); i++)
    g_ptr_array_add (rows, make_row (result, list, percents[i]));
  g_ptr_array_add (rows, make_loss_row (result, list));
  return rows;
}

static double
get_height (const YsResult *result,
            double          em,
            double          width)
{
  g_autoptr(GArray) list = ys_alternatives_list (result);

  /* Beyond a few, names stand in a column, and each may need three lines. */
  return MAX (22.0, list->len > FEW_CURVES ? 4.0 * list->len + 4.0 : 0.0) * em;
}

const YsChart ys_chart_s_curve = {
  .id = "s-curve",
  .name = N_("Chance of at least so much"),
  .sentence = N_("How likely each alternative is to be worth at least so much today, and to lose money."),
  .highlight = YS_HIGHLIGHT_CROSS,
  .find_empty_state = find_empty_state,
  .lay_out = lay_out,
  .read_mark = read_mark,
  .describe = describe,
  .tabulate = tabulate,
  .get_height = get_height,
};
