/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-axis.h"
#include "ys-cash.h"
#include "ys-chart-alternatives.h"
#include "ys-format.h"
#include "ys-lines.h"
#include "ys-palette.h"

/* The axis of rates reaches at least this far, and no farther for anybody's return. */
#define LEAST_RATE 0.40
#define MOST_RATE 1.00

/* Points of a curve, and how many powers a redraw may cost in all. */
#define MOST_SAMPLES 97
#define LEAST_SAMPLES 25
#define POWERS 60000

typedef enum
{
  MARK_WORTH,
  MARK_RETURN,
  MARK_CROSSING,
  MARK_ON_CURVE,
} MarkKind;

typedef struct
{
  gsize   alternative;
  double *worth;      /* [n_samples] at the rates of the graph [currency] */
  gsize   before;     /* index in the result before, or G_MAXSIZE */
} Curve;

/* With more curves than this, only the crossings that matter are shown. */
#define FEW_CURVES 4

/* Where two are worth the same. */
typedef struct
{
  gsize  a;
  gsize  b;
  double rate;  /* a year */
  double worth; /* [currency] */
} Crossing;

typedef struct
{
  YsChartLayout     *layout;
  Curve             *curves;
  gsize              n_curves;
  int                n_samples;
  double             most_rate;
  GArray            *crossings; /* Crossing */
  cairo_rectangle_t  plot;
  GArray            *names; /* YsLineName */
  YsScale            x; /* a year */
  YsScale            y; /* [currency] */
} Graph;

/* --- figures --------------------------------------------------------------------------------- */

static double
get_worth (const YsResult *result,
           gsize           alternative,
           double          rate)
{
  return ys_finite_or_zero (ys_present_value (result->alternatives[alternative].cash,
                                              result->times,
                                              result->scenario->n_periods + 1,
                                              rate));
}

/* Rates of use to somebody who decides: neither losses nor many times the money every year. */
static gboolean
is_sensible (double rate)
{
  return rate >= 0.0 && rate <= MOST_RATE;
}

static double
choose_most_rate (const YsResult *result,
                  const GArray   *list)
{
  double most = LEAST_RATE;

  for (guint i = 0; i < list->len; i++)
    {
      const YsAlternativeResult *own = &result->alternatives[g_array_index (list, gsize, i)];

      most = MAX (most, 2.0 * own->rate);
      for (gsize k = 0; k < own->n_rates; k++)
        if (is_sensible (own->rates[k]))
          most = MAX (most, MIN (1.1 * own->rates[k], MOST_RATE));
    }
  return most;
}

static double
get_rate (const Graph *graph,
          int          sample)
{
  return graph->most_rate * sample / (graph->n_samples - 1);
}

static void
sample_curve (const Graph *graph,
              Curve       *curve)
{
  curve->worth = g_new (double, graph->n_samples);
  for (int k = 0; k < graph->n_samples; k++)
    curve->worth[k] = get_worth (graph->layout->result, curve->alternative, get_rate (graph, k));
}

/* Whether nobody else is worth more there: it is where the best choice changes. */
static gboolean
leads (const Graph    *graph,
       const Crossing *crossing)
{
  for (gsize i = 0; i < graph->n_curves; i++)
    {
      gsize other = graph->curves[i].alternative;

      if (other != crossing->a && other != crossing->b
          && get_worth (graph->layout->result, other, crossing->rate) > crossing->worth)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_shown (const Graph    *graph,
          const Crossing *crossing)
{
  int selected = graph->layout->options.alternative;

  return graph->n_curves <= FEW_CURVES || (int) crossing->a == selected
         || (int) crossing->b == selected || leads (graph, crossing);
}

/* The rate between these two at which a and b are worth the same, by halving. The roots are those
 * of ys_crossover_rates(), which looks beyond the plot as well and is too slow to follow a pointer. */
static double
find_rate (const YsResult *result,
           gsize           a,
           gsize           b,
           double          low,
           double          high)
{
  double at_low = get_worth (result, a, low) - get_worth (result, b, low);

  for (int i = 0; i < 45; i++)
    {
      double middle = (low + high) / 2.0;
      double difference = get_worth (result, a, middle) - get_worth (result, b, middle);

      if ((difference < 0.0) == (at_low < 0.0))
        low = middle;
      else
        high = middle;
    }
  return (low + high) / 2.0;
}

/* Where one overtakes the other between two samples. Those that are alike do not cross. */
static void
find_crossings_of (Graph       *graph,
                   const Curve *a,
                   const Curve *b)
{
  const YsResult *result = graph->layout->result;
  int last = 0, last_sample = 0;

  for (int k = 0; k < graph->n_samples; k++)
    {
      double difference = a->worth[k] - b->worth[k];
      double rounding = 1e-9 * (fabs (a->worth[k]) + fabs (b->worth[k]));
      int sign = difference > rounding ? 1 : difference < -rounding ? -1 : 0;

      if (sign * last < 0)
        {
          double rate = find_rate (result, a->alternative, b->alternative,
                                   get_rate (graph, last_sample), get_rate (graph, k));
          Crossing crossing = {
            a->alternative, b->alternative, rate, get_worth (result, a->alternative, rate)
          };

          if (is_shown (graph, &crossing))
            g_array_append_val (graph->crossings, crossing);
        }
      if (sign != 0)
        {
          last = sign;
          last_sample = k;
        }
    }
}

static int
compare_crossings (gconstpointer a,
                   gconstpointer b)
{
  const Crossing *first = a, *second = b;

  return first->rate < second->rate ? -1 : first->rate > second->rate;
}

static void
find_crossings (Graph *graph)
{
  for (gsize i = 0; i < graph->n_curves; i++)
    for (gsize j = i + 1; j < graph->n_curves; j++)
      find_crossings_of (graph, &graph->curves[i], &graph->curves[j]);
  g_array_sort (graph->crossings, compare_crossings);
}

static void
graph_init (Graph         *graph,
            YsChartLayout *layout)
{
  const YsResult *result = layout->result;
  g_autoptr(GArray) list = ys_alternatives_list (result);
  int n_flows = (int) list->len * (result->scenario->n_periods + 1);

  *graph = (Graph) {
    .layout = layout,
    .n_curves = list->len,
    .n_samples = CLAMP (POWERS / n_flows, LEAST_SAMPLES, MOST_SAMPLES),
    .most_rate = choose_most_rate (result, list),
    .crossings = g_array_new (FALSE, FALSE, sizeof (Crossing)),
    .names = ys_line_names_new (layout, list, TRUE),
  };
  graph->curves = g_new0 (Curve, list->len);
  for (guint i = 0; i < list->len; i++)
    {
      Curve *curve = &graph->curves[i];

      curve->alternative = g_array_index (list, gsize, i);
      sample_curve (graph, curve);
      if (!ys_alternatives_find_before (
              layout->options.before, result, curve->alternative, &curve->before))
        curve->before = G_MAXSIZE;
    }
  find_crossings (graph);
}

static void
graph_clear (Graph *graph)
{
  for (gsize i = 0; i < graph->n_curves; i++)
    g_free (graph->curves[i].worth);
  g_free (graph->curves);
  g_array_unref (graph->crossings);
  g_array_unref (graph->names);
}

/* --- places ---------------------------------------------------------------------------------- */

static double
get_worth_before (const Graph *graph,
                  const Curve *curve,
                  int          sample)
{
  return get_worth (graph->layout->options.before, curve->before, get_rate (graph, sample));
}

static void
choose_range (const Graph *graph,
              YsRange     *range)
{
  *range = (YsRange) YS_RANGE_EMPTY;
  ys_range_include (range, 0.0);
  for (gsize i = 0; i < graph->n_curves; i++)
    for (int k = 0; k < graph->n_samples; k++)
      ys_range_include (range, graph->curves[i].worth[k]);
  for (gsize i = 0; i < graph->n_curves; i++)
    for (int k = 0; graph->curves[i].before != G_MAXSIZE && k < graph->n_samples;
         k += graph->n_samples - 1)
      ys_range_include (range, get_worth_before (graph, &graph->curves[i], k));
  ys_range_settle (range, 0.04);
}

/* Curves lie farthest apart at no return at all, on the left: there stand the names, and the money
 * on the other side. */
static void
place_plot (Graph *graph)
{
  YsChartLayout *layout = graph->layout;
  double top = layout->margin + 3.2 * layout->em, left, right;
  double bottom = layout->height - layout->margin - ys_axis_get_height (layout);

  choose_range (graph, &graph->y.range);
  graph->y.start = MAX (bottom, top + 1.0);
  graph->y.end = top;

  left = layout->margin + ys_line_names_get_width (graph->names, layout);
  right =
      layout->width - layout->margin - ys_axis_get_width (layout, &graph->y, ys_format_axis_money);
  graph->plot = (cairo_rectangle_t) { left, top, MAX (right - left, 1.0), graph->y.start - top };
  graph->x = (YsScale) { { 0.0, graph->most_rate }, left, left + graph->plot.width };
}

static YsPoint
get_point (const Graph *graph,
           double       rate,
           double       worth)
{
  return (YsPoint) { ys_scale_map (&graph->x, rate), ys_scale_map (&graph->y, worth) };
}

/* --- curves ---------------------------------------------------------------------------------- */

static void
add_curve (const Graph *graph,
           const Curve *curve)
{
  g_autofree YsPoint *points = g_new (YsPoint, graph->n_samples);
  YsPaint paint = ys_line_get_paint (graph->layout, curve->alternative);

  for (int k = 0; k < graph->n_samples; k++)
    points[k] = get_point (graph, get_rate (graph, k), curve->worth[k]);
  ys_chart_layout_add_curve (graph->layout, points, graph->n_samples, &paint);
}

static void
add_before (const Graph *graph,
            const Curve *curve)
{
  g_autofree YsPoint *points = g_new (YsPoint, graph->n_samples);
  YsPaint paint = ys_line_get_before_paint (graph->layout, curve->alternative);

  if (curve->before == G_MAXSIZE)
    return;
  for (int k = 0; k < graph->n_samples; k++)
    points[k] = get_point (graph, get_rate (graph, k), get_worth_before (graph, curve, k));
  ys_chart_layout_add_curve (graph->layout, points, graph->n_samples, &paint);
}

static void
add_curves (const Graph *graph)
{
  int selected = graph->layout->options.alternative;

  for (gsize i = 0; i < graph->n_curves; i++)
    add_before (graph, &graph->curves[i]);
  for (gsize i = 0; i < graph->n_curves; i++)
    if ((int) graph->curves[i].alternative != selected)
      add_curve (graph, &graph->curves[i]);
  for (gsize i = 0; i < graph->n_curves; i++)
    if ((int) graph->curves[i].alternative == selected)
      add_curve (graph, &graph->curves[i]);
}

/* The return now asked for: the selected one's, else the first's. */
static double
get_required_rate (const Graph *graph)
{
  const YsChartLayout *layout = graph->layout;
  gsize index = layout->options.alternative >= 0 ? (gsize) layout->options.alternative
                                                 : graph->curves[0].alternative;

  return layout->result->alternatives[index].rate;
}

static void
add_required_rate (const Graph *graph)
{
  YsChartLayout *layout = graph->layout;
  double rate = get_required_rate (graph), x = ys_scale_map (&graph->x, rate);
  double top = graph->plot.y - 0.3 * layout->em, bottom = graph->plot.y + graph->plot.height;
  YsPaint paint = { .stroke = layout->inks->zero, .width = 1.3 * layout->inks->line, .dash = 1 };
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->text);
  g_autofree char *percent = ys_format_percent (rate, YS_FORMAT_SHORT);
  g_autofree char *text = g_strdup_printf (_("required return %s"), percent);
  g_autoptr(YsLabel) label = ys_chart_layout_measure (layout, &style, text);

  if (rate < 0.0 || rate > graph->most_rate)
    return;
  ys_chart_layout_add_curve (layout, (const YsPoint[]) { { x, top }, { x, bottom } }, 2, &paint);
  x = CLAMP (x,
             graph->plot.x + label->width / 2.0,
             graph->plot.x + graph->plot.width - label->width / 2.0);
  ys_chart_layout_try_label (layout, &label, x, top, 0.5, 1.0);
}

static void
add_names (const Graph *graph)
{
  YsChartLayout *layout = graph->layout;

  for (gsize i = 0; i < graph->n_curves; i++)
    g_array_index (graph->names, YsLineName, i).y =
        ys_scale_map (&graph->y, graph->curves[i].worth[0]);
  ys_line_names_add (
      graph->names, layout, &graph->plot, TRUE, layout->margin + 1.6 * layout->em);
}

static void
add_caption (const Graph *graph)
{
  YsChartLayout *layout = graph->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->muted);
  double end = layout->width - layout->margin;
  g_autoptr(YsLabel) label = NULL;

  style.max_width = end - layout->margin;
  if (style.max_width < layout->em)
    return;
  label = ys_chart_layout_measure (
      layout, &style, _("Worth today, by the return asked for each year"));
  ys_chart_layout_try_label (layout, &label, end, layout->margin, 1.0, 0.0);
}

/* --- points ---------------------------------------------------------------------------------- */

/* Calls for each sensible return of an alternative. */
typedef void (*RateFunc) (const Graph *graph,
                          gsize        alternative,
                          double       rate);

static void
visit_returns (const Graph *graph,
               gsize        alternative,
               RateFunc     func)
{
  const YsAlternativeResult *own = &graph->layout->result->alternatives[alternative];

  for (gsize i = 0; i < own->n_rates; i++)
    if (own->rates[i] >= 0.0 && own->rates[i] <= graph->most_rate)
      func (graph, alternative, own->rates[i]);
}

static void
add_return_dot (const Graph *graph,
                gsize        alternative,
                double       rate)
{
  YsPoint point = get_point (graph, rate, 0.0);
  cairo_rectangle_t area = ys_rectangle_around (point.x, point.y, 0.8 * graph->layout->em);

  ys_line_add_dot (graph->layout, alternative, point.x, point.y);
  ys_chart_layout_take (graph->layout, &area);
}

static void
add_return_text (const Graph *graph,
                 gsize        alternative,
                 double       rate)
{
  YsChartLayout *layout = graph->layout;
  YsPoint point = get_point (graph, rate, 0.0);
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->text);
  g_autofree char *text = ys_format_percent (rate, YS_FORMAT_SHORT);
  g_autoptr(YsLabel) label = NULL;

  if (ys_alternative_is_calm (layout->options.alternative, alternative))
    return;
  style.color = ys_palette_get_deep (layout->result, alternative, layout->style->theme);
  style.bold = TRUE;
  label = ys_chart_layout_measure (layout, &style, text);
  ys_chart_layout_try_label_beside (layout, &label, point.x, point.y, 0.45 * layout->em);
}

static gboolean
is_crossing_calm (const Graph    *graph,
                  const Crossing *crossing)
{
  int selected = graph->layout->options.alternative;

  return ys_alternative_is_calm (selected, crossing->a)
         && ys_alternative_is_calm (selected, crossing->b);
}

static void
add_crossing_dot (const Graph    *graph,
                  const Crossing *crossing)
{
  YsChartLayout *layout = graph->layout;
  YsPoint point = get_point (graph, crossing->rate, crossing->worth);
  YsColor ink = layout->inks->text;
  YsPaint paint = {
    .fill = ys_color_with_alpha (ink, is_crossing_calm (graph, crossing) ? 0.35 : 1.0),
  };

  ys_chart_layout_add_marker (
      layout, YS_MARKER_DOT, point.x, point.y, 0.42 * layout->em, 0.42 * layout->em, &paint);
}

static void
add_crossing_text (const Graph    *graph,
                   const Crossing *crossing)
{
  YsChartLayout *layout = graph->layout;
  YsPoint point = get_point (graph, crossing->rate, crossing->worth);
  YsTextStyle style = ys_chart_layout_text (layout, 0.88, layout->inks->text);
  g_autofree char *percent = ys_format_percent (crossing->rate, YS_FORMAT_SHORT);
  /* Translators: where two curves cross: both are worth the same at that return */
  g_autofree char *text = g_strdup_printf (_("same at %s"), percent);
  g_autoptr(YsLabel) label = NULL;
  g_autoptr(YsLabel) shorter = NULL;

  if (is_crossing_calm (graph, crossing))
    return;
  label = ys_chart_layout_measure (layout, &style, text);
  if (ys_chart_layout_try_label_beside (layout, &label, point.x, point.y, 0.35 * layout->em))
    return;
  shorter = ys_chart_layout_measure (layout, &style, percent);
  ys_chart_layout_try_label_beside (layout, &shorter, point.x, point.y, 0.35 * layout->em);
}

static void
add_worth_dot (const Graph *graph,
               gsize        alternative)
{
  const YsResult *result = graph->layout->result;
  double rate = result->alternatives[alternative].rate;
  YsPoint point = get_point (graph, rate, get_worth (result, alternative, rate));
  YsColor color = ys_line_get_paint (graph->layout, alternative).stroke;
  YsPaint paint = { .fill = color, .stroke = graph->layout->inks->background, .width = 1.0 };
  double size = 0.62 * graph->layout->em;

  if (rate >= 0.0 && rate <= graph->most_rate)
    ys_chart_layout_add_marker (
        graph->layout, ys_line_get_marker (alternative), point.x, point.y, size, size, &paint);
}

static void
add_points (const Graph *graph)
{
  for (guint i = 0; i < graph->crossings->len; i++)
    add_crossing_dot (graph, &g_array_index (graph->crossings, Crossing, i));
  for (gsize i = 0; i < graph->n_curves; i++)
    add_worth_dot (graph, graph->curves[i].alternative);
  for (gsize i = 0; i < graph->n_curves; i++)
    visit_returns (graph, graph->curves[i].alternative, add_return_dot);
  for (gsize i = 0; i < graph->n_curves; i++)
    visit_returns (graph, graph->curves[i].alternative, add_return_text);
  for (guint i = 0; i < graph->crossings->len; i++)
    add_crossing_text (graph, &g_array_index (graph->crossings, Crossing, i));
}

/* --- marks ----------------------------------------------------------------------------------- */

static void
add_mark (const Graph *graph,
          MarkKind     kind,
          gsize        alternative,
          int          other,
          double       rate,
          double       worth)
{
  YsPoint point = get_point (graph, rate, worth);
  double size = kind == MARK_ON_CURVE ? 0.4 : 0.8;
  YsMark mark = {
    .alternative = (int) alternative,
    .period = -1,
    .kind = kind,
    .other = other,
    .value = worth,
    .at = rate,
    .area = ys_rectangle_around (point.x, point.y, size * graph->layout->em),
    .reach = ys_rectangle_around (point.x, point.y, 1.5 * graph->layout->em),
    .stop = kind != MARK_ON_CURVE,
  };

  /* On the curves the pointer only has to be above or below. */
  if (kind == MARK_ON_CURVE)
    {
      double step = graph->plot.width / (graph->n_samples - 1);

      mark.reach = (cairo_rectangle_t) {
        point.x - step / 2.0, graph->plot.y, step, graph->plot.height,
      };
    }
  ys_chart_layout_add_mark (graph->layout, &mark);
}

static void
add_return_mark (const Graph *graph,
                 gsize        alternative,
                 double       rate)
{
  add_mark (graph, MARK_RETURN, alternative, -1, rate, 0.0);
}

static void
add_marks (const Graph *graph)
{
  const YsResult *result = graph->layout->result;

  for (gsize i = 0; i < graph->n_curves; i++)
    {
      gsize alternative = graph->curves[i].alternative;
      double rate = result->alternatives[alternative].rate;

      if (rate >= 0.0 && rate <= graph->most_rate)
        add_mark (graph, MARK_WORTH, alternative, -1, rate, get_worth (result, alternative, rate));
      visit_returns (graph, alternative, add_return_mark);
    }
  for (guint i = 0; i < graph->crossings->len; i++)
    {
      const Crossing *crossing = &g_array_index (graph->crossings, Crossing, i);

      add_mark (
          graph, MARK_CROSSING, crossing->a, (int) crossing->b, crossing->rate, crossing->worth);
    }
  for (gsize i = 0; i < graph->n_curves; i++)
    for (int k = 0; k < graph->n_samples; k++)
      add_mark (graph,
                MARK_ON_CURVE,
                graph->curves[i].alternative,
                -1,
                get_rate (graph, k),
                graph->curves[i].worth[k]);
}

static void
lay_out (YsChartLayout *layout)
{
  Graph graph;

  graph_init (&graph, layout);
  place_plot (&graph);
  add_caption (&graph);
  ys_axis_add_across (layout, &graph.plot, &graph.x, ys_axis_format_rate);
  ys_axis_add_up (layout, &graph.plot, &graph.y, ys_format_axis_money, TRUE);
  add_required_rate (&graph);
  add_curves (&graph);
  add_names (&graph);
  ys_lines_keep_texts_in (layout, &graph.plot, ys_scale_map (&graph.y, 0.0));
  add_points (&graph);
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
  g_autofree char *money =
      ys_format_money (mark->value, ys_result_get_currency (result), YS_FORMAT_SHORT);
  g_autofree char *percent = ys_format_percent (mark->at, YS_FORMAT_SHORT);

  switch (mark->kind)
    {
    case MARK_RETURN:
      /* Translators: “Power mulcher line: yearly return 17.2%” */
      return g_strdup_printf (_("%s: yearly return %s"), name, percent);
    case MARK_CROSSING:
      return g_strdup_printf (_("%s and %s are both worth %s at a required return of %s"),
                              name, ys_alternative_get_name (result, mark->other), money, percent);
    case MARK_WORTH:
    case MARK_ON_CURVE:
    default:
      return g_strdup_printf (_("%s: worth %s at a required return of %s"), name, money, percent);
    }
}

static void
append_description (GString        *text,
                    const YsResult *result,
                    gsize           alternative)
{
  const YsAlternativeResult *own = &result->alternatives[alternative];
  const char *name = ys_alternative_get_name (result, alternative);
  g_autofree char *rate = ys_format_percent (own->rate, YS_FORMAT_TEXT);
  g_autofree char *money = ys_format_money (get_worth (result, alternative, own->rate),
                                            ys_result_get_currency (result),
                                            YS_FORMAT_TEXT);

  g_string_append_c (text, ' ');
  g_string_append_printf (text, _("%s is worth %s at a required return of %s."), name, money, rate);
  if (own->n_rates == 1)
    {
      g_autofree char *yearly = ys_format_percent (own->rates[0], YS_FORMAT_TEXT);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("Its yearly return is %s."), yearly);
    }
}

static void
append_crossing (GString        *text,
                 const YsResult *result,
                 const Crossing *crossing)
{
  g_autofree char *percent = ys_format_percent (crossing->rate, YS_FORMAT_TEXT);

  g_string_append_c (text, ' ');
  g_string_append_printf (text, _("%s and %s are worth the same at %s."),
                          ys_alternative_get_name (result, crossing->a),
                          ys_alternative_get_name (result, crossing->b),
                          percent);
}

static char *
describe (const YsResult       *result,
          const YsChartOptions *options)
{
  static const YsChartStyle style = { 0 };
  g_autoptr(YsChartLayout) layout = ys_chart_layout_new (result, options, &style, 900.0, 600.0);
  GString *text = g_string_new (_("Worth today, by the return asked for each year."));
  Graph graph;

  graph_init (&graph, layout);
  for (gsize i = 0; i < graph.n_curves; i++)
    append_description (text, result, graph.curves[i].alternative);
  for (guint i = 0; i < graph.crossings->len; i++)
    append_crossing (text, result, &g_array_index (graph.crossings, Crossing, i));
  graph_clear (&graph);
  return g_string_free (text, FALSE);
}

static GStrv
make_row (const YsResult *result,
          const GArray   *list,
          double          rate)
{
  GStrvBuilder *cells = g_strv_builder_new ();
  g_autofree char *percent = ys_format_percent (rate, YS_FORMAT_SHORT);
  GStrv row;

  g_strv_builder_add (cells, percent);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *money =
          ys_format_money (get_worth (result, g_array_index (list, gsize, i), rate),
                           ys_result_get_currency (result),
                           YS_FORMAT_SHORT);

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
  double most = choose_most_rate (result, list);

  g_ptr_array_add (rows, ys_alternatives_make_headings (result, list, _("Required return")));
  for (int percent = 0; list->len > 0 && percent <= 100.0 * most + 1e-9; percent += 5)
    g_ptr_array_add (rows, make_row (result, list, percent / 100.0));
  return rows;
}

static double
get_height (const YsResult *result,
            double          em,
            double          width)
{
  g_autoptr(GArray) list = ys_alternatives_list (result);

  /* Each name may need three lines. */
  return MAX (20.0, 4.0 * list->len + 4.0) * em;
}

const YsChart ys_chart_npv_profile = {
  .id = "npv-profile",
  .name = N_("Worth against the required return"),
  .sentence = N_("What each alternative would be worth today if more or less return were asked "
                  "for, and where one overtakes another."),
  .highlight = YS_HIGHLIGHT_CROSS,
  .lay_out = lay_out,
  .read_mark = read_mark,
  .describe = describe,
  .tabulate = tabulate,
  .get_height = get_height,
};
