/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-axis.h"
#include "ys-chart-alternatives.h"
#include "ys-chart-years.h"
#include "ys-format.h"
#include "ys-lines.h"
#include "ys-palette.h"

typedef enum
{
  MARK_TOTAL,
  MARK_PAYBACK,
} MarkKind;

/* Running totals of one alternative [currency], period by period. */
typedef struct
{
  gsize   alternative;
  double *totals;   /* [n_periods + 1] */
  double *before;   /* [its own n_periods + 1], NULL when there is none */
  int     n_before;
  double  payback;  /* years, NAN: never, or nothing to pay back */
} Line;

typedef struct
{
  YsChartLayout     *layout;
  Line              *lines;
  gsize              n_lines;
  int                n_periods;
  cairo_rectangle_t  plot;
  GArray            *names; /* YsLineName */
  YsScale            x; /* years */
  YsScale            y; /* [currency] */
} Graph;

/* --- figures --------------------------------------------------------------------------------- */

static double *
add_up (const double *cash,
        int           n_periods)
{
  double *totals = g_new (double, n_periods + 1), total = 0.0;

  for (int t = 0; t <= n_periods; t++)
    {
      total += ys_finite_or_zero (cash[t]);
      totals[t] = total;
    }
  return totals;
}

/* An alternative that never costs anything has nothing to pay back. */
static double
get_payback (const YsResult *result,
             gsize           alternative)
{
  double years = ys_result_get_metric (result, alternative, "payback");

  return years > 0.0 ? years : NAN;
}

static void
graph_init (Graph         *graph,
            YsChartLayout *layout)
{
  g_autoptr(GArray) list = ys_alternatives_list (layout->result);
  const YsResult *before = layout->options.before;

  *graph = (Graph) {
    .layout = layout,
    .n_lines = list->len,
    .n_periods = layout->result->scenario->n_periods,
    .names = ys_line_names_new (layout, list, FALSE),
  };
  graph->lines = g_new0 (Line, list->len);
  for (guint i = 0; i < list->len; i++)
    {
      Line *line = &graph->lines[i];
      gsize other;

      line->alternative = g_array_index (list, gsize, i);
      line->totals =
          add_up (layout->result->alternatives[line->alternative].cash, graph->n_periods);
      line->payback = get_payback (layout->result, line->alternative);
      if (ys_alternatives_find_before (before, layout->result, line->alternative, &other))
        {
          line->n_before = before->scenario->n_periods;
          line->before = add_up (before->alternatives[other].cash, line->n_before);
        }
    }
}

static void
graph_clear (Graph *graph)
{
  for (gsize i = 0; i < graph->n_lines; i++)
    {
      g_free (graph->lines[i].totals);
      g_free (graph->lines[i].before);
    }
  g_free (graph->lines);
  g_array_unref (graph->names);
}

static void
choose_range (const Graph *graph,
              YsRange     *range)
{
  *range = (YsRange) YS_RANGE_EMPTY;
  ys_range_include (range, 0.0);
  for (gsize i = 0; i < graph->n_lines; i++)
    {
      for (int t = 0; t <= graph->n_periods; t++)
        ys_range_include (range, graph->lines[i].totals[t]);
      for (int t = 0; graph->lines[i].before != NULL && t <= graph->lines[i].n_before; t++)
        ys_range_include (range, graph->lines[i].before[t]);
    }
  ys_range_settle (range, 0.04);
}

/* --- places ---------------------------------------------------------------------------------- */

static void
place_plot (Graph *graph)
{
  YsChartLayout *layout = graph->layout;
  double top = layout->margin + 1.8 * layout->em, left, right;
  double bottom = layout->height - layout->margin - ys_axis_get_height (layout);

  choose_range (graph, &graph->y.range);
  graph->y.start = MAX (bottom, top + 1.0);
  graph->y.end = top;

  left = layout->margin + ys_axis_get_width (layout, &graph->y, ys_format_axis_money);
  right = layout->width - layout->margin - ys_line_names_get_width (graph->names, layout);
  graph->plot = (cairo_rectangle_t) {
    left, top, MAX (right - left, 1.0), graph->y.start - top,
  };
  graph->x = (YsScale) {
    { 0.0, ys_years_of_period (layout->result, graph->n_periods) },
    left + 0.5 * layout->em,
    left + MAX (graph->plot.width, layout->em),
  };
}

static YsPoint
get_point (const Graph  *graph,
           const double *totals,
           int           period)
{
  return (YsPoint) {
    ys_scale_map (&graph->x, ys_years_of_period (graph->layout->result, period)),
    ys_scale_map (&graph->y, totals[period]),
  };
}

/* --- drawing --------------------------------------------------------------------------------- */

static void
add_curve (const Graph   *graph,
           const double  *totals,
           int            n_periods,
           const YsPaint *paint)
{
  g_autofree YsPoint *points = g_new (YsPoint, n_periods + 1);

  for (int t = 0; t <= n_periods; t++)
    points[t] = get_point (graph, totals, t);
  ys_chart_layout_add_curve (graph->layout, points, n_periods + 1, paint);
}

static void
add_before (const Graph *graph,
            const Line  *line)
{
  YsPaint paint = ys_line_get_before_paint (graph->layout, line->alternative);

  if (line->before != NULL)
    add_curve (graph, line->before, MIN (line->n_before, graph->n_periods), &paint);
}

static void
add_line (const Graph *graph,
          const Line  *line)
{
  YsPaint paint = ys_line_get_paint (graph->layout, line->alternative);

  add_curve (graph, line->totals, graph->n_periods, &paint);
}

/* The selected one lies on top of the others. */
static void
add_lines (const Graph *graph)
{
  int selected = graph->layout->options.alternative;

  for (gsize i = 0; i < graph->n_lines; i++)
    add_before (graph, &graph->lines[i]);
  for (gsize i = 0; i < graph->n_lines; i++)
    if ((int) graph->lines[i].alternative != selected)
      add_line (graph, &graph->lines[i]);
  for (gsize i = 0; i < graph->n_lines; i++)
    if ((int) graph->lines[i].alternative == selected)
      add_line (graph, &graph->lines[i]);
}

static void
add_dot (const Graph *graph,
         const Line  *line)
{
  double x = ys_scale_map (&graph->x, line->payback), y = ys_scale_map (&graph->y, 0.0);
  cairo_rectangle_t area = ys_rectangle_around (x, y, 0.8 * graph->layout->em);

  if (isnan (line->payback))
    return;
  ys_line_add_dot (graph->layout, line->alternative, x, y);
  ys_chart_layout_take (graph->layout, &area);
}

static gboolean
try_payback_text (const Graph *graph,
                  const Line  *line,
                  const char  *text)
{
  YsChartLayout *layout = graph->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->text);
  double x = ys_scale_map (&graph->x, line->payback), y = ys_scale_map (&graph->y, 0.0);
  double gap = 0.5 * layout->em;
  g_autoptr(YsLabel) label = NULL;

  style.color = ys_palette_get_deep (layout->result, line->alternative, layout->style->theme);
  style.bold = layout->options.alternative == (int) line->alternative;
  style.max_width = 8.5 * layout->em;
  style.max_lines = 2;
  label = ys_chart_layout_measure (layout, &style, text);
  if (ys_chart_layout_try_label_beside (layout, &label, x, y, gap))
    return TRUE;
  /* The selected one's may cover the others' lines. */
  return style.bold && ys_chart_layout_try_label_over (layout, &label, x + gap, y + gap, 0.0, 0.0);
}

/* In full where there is room, else the years alone. */
static void
add_payback_text (const Graph *graph,
                  const Line  *line)
{
  g_autofree char *years = NULL;
  g_autofree char *sentence = NULL;

  if (isnan (line->payback)
      || ys_alternative_is_calm (graph->layout->options.alternative, line->alternative))
    return;

  years = ys_format_years (line->payback, YS_FORMAT_SHORT);
  /* Translators: at the point where a line comes back to zero: pays for itself in 3.7 years */
  sentence = g_strdup_printf (_("pays for itself in %s"), years);
  if (!try_payback_text (graph, line, sentence))
    try_payback_text (graph, line, years);
}

static void
add_names (const Graph *graph)
{
  YsChartLayout *layout = graph->layout;

  for (gsize i = 0; i < graph->n_lines; i++)
    g_array_index (graph->names, YsLineName, i).y
      = get_point (graph, graph->lines[i].totals, graph->n_periods).y;
  ys_line_names_add (graph->names, layout, &graph->plot, FALSE, layout->margin);
}

static void
add_caption (const Graph *graph)
{
  YsChartLayout *layout = graph->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->muted);
  g_autoptr(YsLabel) label =
      ys_chart_layout_measure (layout, &style, _("Running total of cash, after tax"));

  ys_chart_layout_try_label (layout, &label, layout->margin, layout->margin, 0.0, 0.0);
}

/* --- marks ----------------------------------------------------------------------------------- */

static void
add_total_mark (const Graph *graph,
                const Line  *line,
                int          period,
                gboolean     stop)
{
  YsPoint point = get_point (graph, line->totals, period);
  double step = graph->plot.width / MAX (graph->n_periods, 1);
  YsMark mark = {
    .alternative = (int) line->alternative,
    .period = period,
    .kind = MARK_TOTAL,
    .other = -1,
    .value = line->totals[period],
    .at = ys_years_of_period (graph->layout->result, period),
    .area = ys_rectangle_around (point.x, point.y, 0.8 * graph->layout->em),
    .reach = { point.x - step / 2.0, graph->plot.y, step, graph->plot.height },
    .stop = stop,
  };

  ys_chart_layout_add_mark (graph->layout, &mark);
}

static void
add_payback_mark (const Graph *graph,
                  const Line  *line)
{
  double x = ys_scale_map (&graph->x, line->payback), y = ys_scale_map (&graph->y, 0.0);
  YsMark mark = {
    .alternative = (int) line->alternative,
    .period = -1,
    .kind = MARK_PAYBACK,
    .other = -1,
    .value = 0.0,
    .at = line->payback,
    .area = ys_rectangle_around (x, y, 0.8 * graph->layout->em),
    .reach = ys_rectangle_around (x, y, 1.4 * graph->layout->em),
    .stop = TRUE,
  };

  if (!isnan (line->payback))
    ys_chart_layout_add_mark (graph->layout, &mark);
}

/* The keyboard goes from year to year, the pointer finds every period. */
static void
add_marks (const Graph *graph)
{
  const YsResult *result = graph->layout->result;
  int per_year = ys_scenario_get_per_year (result->scenario);

  for (gsize i = 0; i < graph->n_lines; i++)
    {
      for (int year = 0; year <= ys_years_get_last (result); year++)
        add_total_mark (graph, &graph->lines[i], ys_years_get_end (result, year), TRUE);
      add_payback_mark (graph, &graph->lines[i]);
    }
  for (gsize i = 0; i < graph->n_lines; i++)
    for (int t = 1; t < graph->n_periods; t++)
      if (t % per_year != 0)
        add_total_mark (graph, &graph->lines[i], t, FALSE);
}

static void
lay_out (YsChartLayout *layout)
{
  Graph graph;

  graph_init (&graph, layout);
  place_plot (&graph);
  add_caption (&graph);
  ys_axis_add_up (layout, &graph.plot, &graph.y, ys_format_axis_money, FALSE);
  ys_axis_add_years (layout, &graph.plot, &graph.x, ys_years_get_last (layout->result));
  add_lines (&graph);
  for (gsize i = 0; i < graph.n_lines; i++)
    add_dot (&graph, &graph.lines[i]);
  add_names (&graph);
  ys_lines_keep_texts_in (layout, &graph.plot, ys_scale_map (&graph.y, 0.0));
  for (gsize i = 0; i < graph.n_lines; i++)
    add_payback_text (&graph, &graph.lines[i]);
  add_marks (&graph);
  graph_clear (&graph);
}

/* --- reading --------------------------------------------------------------------------------- */

static char *
read_mark (const YsResult       *result,
           const YsChartOptions *options,
           const YsMark         *mark)
{
  const char *name = ys_alternative_get_name (result, mark->alternative);
  g_autofree char *money = NULL;
  g_autofree char *period = NULL;

  if (mark->kind == MARK_PAYBACK)
    {
      g_autofree char *years = ys_format_years (mark->at, YS_FORMAT_SHORT);

      return g_strdup_printf (_("%s pays for itself in %s"), name, years);
    }

  money = ys_format_money (mark->value, ys_result_get_currency (result), YS_FORMAT_SHORT);
  period = ys_period_get_name (result, mark->period);
  /* Translators: “Power mulcher line, by 2029: −$210K in all” */
  return g_strdup_printf (_("%s, by %s: %s in all"), name, period, money);
}

static char *
describe_one (const YsResult *result,
              gsize           alternative)
{
  const char *name = ys_alternative_get_name (result, alternative);
  int n_periods = result->scenario->n_periods;
  g_autofree double *totals = add_up (result->alternatives[alternative].cash, n_periods);
  g_autofree char *end =
      ys_format_money (totals[n_periods], ys_result_get_currency (result), YS_FORMAT_TEXT);
  g_autofree char *horizon =
      ys_format_years (ys_years_of_period (result, n_periods), YS_FORMAT_TEXT);
  double payback = get_payback (result, alternative);
  g_autofree char *years = NULL;

  if (totals[n_periods] < 0.0 && isnan (payback))
    return g_strdup_printf (
        _("%s does not pay for itself within %s and ends at %s."), name, horizon, end);
  if (isnan (payback))
    return g_strdup_printf (_("%s comes to %s in all after %s."), name, end, horizon);

  years = ys_format_years (payback, YS_FORMAT_TEXT);
  return g_strdup_printf (_("%s pays for itself in %s and comes to %s in all after %s."),
                          name, years, end, horizon);
}

static char *
describe (const YsResult       *result,
          const YsChartOptions *options)
{
  g_autoptr(GArray) list = ys_alternatives_list (result);
  GString *text = g_string_new (_("Running total of cash, after tax."));

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *sentence = describe_one (result, g_array_index (list, gsize, i));

      g_string_append_c (text, ' ');
      g_string_append (text, sentence);
    }
  return g_string_free (text, FALSE);
}

static GStrv
make_row (const YsResult *result,
          const GArray   *list,
          int             period)
{
  GStrvBuilder *cells = g_strv_builder_new ();
  g_autofree char *name = ys_period_get_name (result, period);
  GStrv row;

  g_strv_builder_add (cells, name);
  for (guint i = 0; i < list->len; i++)
    {
      gsize alternative = g_array_index (list, gsize, i);
      g_autofree double *totals = add_up (result->alternatives[alternative].cash, period);
      g_autofree char *money =
          ys_format_money (totals[period], ys_result_get_currency (result), YS_FORMAT_SHORT);

      g_strv_builder_add (cells, money);
    }
  row = g_strv_builder_end (cells);
  g_strv_builder_unref (cells);
  return row;
}

static GPtrArray *
tabulate (const YsResult       *result,
          const YsChartOptions *options)
{
  g_autoptr(GArray) list = ys_alternatives_list (result);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_add (rows, ys_alternatives_make_headings (result, list, _("By the end of")));
  for (int t = 0; list->len > 0 && t <= result->scenario->n_periods; t++)
    g_ptr_array_add (rows, make_row (result, list, t));
  return rows;
}

static double
get_height (const YsResult *result,
            double          em,
            double          width)
{
  g_autoptr(GArray) list = ys_alternatives_list (result);

  /* Each name may need three lines. */
  return MAX (18.0, 4.0 * list->len + 2.0) * em;
}

const YsChart ys_chart_cumulative_cash = {
  .id = "cumulative-cash",
  .name = N_("Cash over time"),
  .sentence = N_("What has been paid and earned in all by each year, and when each alternative "
                  "has paid for itself."),
  .highlight = YS_HIGHLIGHT_CROSS,
  .lay_out = lay_out,
  .read_mark = read_mark,
  .describe = describe,
  .tabulate = tabulate,
  .get_height = get_height,
};
