/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-chart-alternatives.h"
#include "ys-chart-paint.h"

static const YsChart *const charts[] = {
  &ys_chart_one_scale,
  &ys_chart_cumulative_cash,
  &ys_chart_cash_per_year,
  &ys_chart_npv_profile,
  &ys_chart_s_curve,
  &ys_chart_tornado,
  &ys_chart_tornado_difference,
  &ys_chart_worth_finding_out,
  &ys_chart_break_even,
  &ys_chart_pairs,
  &ys_chart_loss_curve,
  NULL,
};

const YsChart *const *
ys_charts (void)
{
  return charts;
}

const YsChart *
ys_chart_find (const char *id)
{
  for (gsize i = 0; charts[i] != NULL; i++)
    if (g_strcmp0 (charts[i]->id, id) == 0)
      return charts[i];
  return NULL;
}

const char *
ys_chart_get_id (const YsChart *chart)
{
  return chart->id;
}

const char *
ys_chart_get_name (const YsChart *chart)
{
  return _(chart->name);
}

const char *
ys_chart_get_sentence (const YsChart *chart)
{
  return _(chart->sentence);
}

YsAnalyses
ys_chart_get_analyses (const YsChart *chart)
{
  return chart->analyses;
}

void
ys_chart_options_init (YsChartOptions *options)
{
  *options = (YsChartOptions) { .alternative = -1 };
}

/* --- laying out ------------------------------------------------------------------------------ */

static const YsEmptyState no_alternatives = {
  N_("Nothing to compare yet"),
  N_("Add an alternative, and it appears here."),
};

static const YsEmptyState not_worked_out = {
  N_("Not worked out yet"),
  N_("It appears here as soon as it is."),
};

static gboolean
has_alternatives (const YsResult *result)
{
  g_autoptr(GArray) list = ys_alternatives_list (result);

  return list->len > 0;
}

/* NULL: there is something to show. */
static const YsEmptyState *
find_empty_state (const YsChart        *chart,
                  const YsResult       *result,
                  const YsChartOptions *options)
{
  if (!has_alternatives (result))
    return &no_alternatives;
  if ((result->analyses & chart->analyses) != chart->analyses)
    return &not_worked_out;

  return chart->find_empty_state != NULL ? chart->find_empty_state (result, options) : NULL;
}

static void
lay_out_empty_state (YsChartLayout      *layout,
                     const YsEmptyState *state)
{
  YsTextStyle heading = ys_chart_layout_text (layout, 1.15, layout->inks->text);
  YsTextStyle hint = ys_chart_layout_text (layout, 1.0, layout->inks->muted);
  g_autoptr(YsLabel) first = NULL;
  g_autoptr(YsLabel) second = NULL;
  double room = layout->width - 2.0 * layout->margin;
  double middle = layout->height / 2.0;

  if (room < 1.0)
    return;

  heading.bold = TRUE;
  heading.align = hint.align = YS_ALIGN_CENTER;
  heading.max_width = hint.max_width = MIN (room, 30.0 * layout->em);
  heading.max_lines = hint.max_lines = 3;
  first = ys_chart_layout_measure (layout, &heading, _(state->heading));
  second = ys_chart_layout_measure (layout, &hint, _(state->hint));

  ys_chart_layout_try_label (layout, &first, layout->width / 2.0, middle, 0.5, 1.0);
  ys_chart_layout_try_label (
      layout, &second, layout->width / 2.0, middle + 0.4 * layout->em, 0.5, 0.0);
}

static void
highlight_band (YsChartLayout *layout,
                const YsMark  *mark)
{
  YsItem item = {
    .kind = YS_ITEM_BAR,
    .paint = { .fill = layout->inks->highlight },
    .area = mark->reach,
    .radius = 0.3 * layout->em,
  };

  /* Beneath all else. */
  g_array_prepend_val (layout->items, item);
}

static void
highlight_cross (YsChartLayout *layout,
                 const YsMark  *mark)
{
  YsColor ink = layout->inks->text;
  double x = mark->area.x + mark->area.width / 2.0;
  double y = mark->area.y + mark->area.height / 2.0;
  YsPaint hair = { .stroke = ys_color_with_alpha (ink, 0.35), .width = 1.0 };
  YsPaint ring = { .fill = layout->inks->background,
                   .stroke = ink,
                   .width = 2.0 * layout->inks->line };

  ys_chart_layout_add_line (layout, x, mark->reach.y, x, mark->reach.y + mark->reach.height, &hair);
  ys_chart_layout_add_marker (
      layout, YS_MARKER_DOT, x, y, 0.7 * layout->em, 0.7 * layout->em, &ring);
}

static void
lay_out_hover (YsChartLayout *layout,
               YsHighlight    highlight)
{
  double x = layout->options.hover_x;
  int found;

  if (!layout->options.has_hover)
    return;
  if (layout->style->right_to_left)
    x = layout->width - x;

  found = ys_chart_layout_find_mark (layout, x, layout->options.hover_y);
  if (found < 0)
    return;
  if (highlight == YS_HIGHLIGHT_BAND)
    highlight_band (layout, &g_array_index (layout->marks, YsMark, found));
  else
    highlight_cross (layout, &g_array_index (layout->marks, YsMark, found));
}

static void
lay_out_focus (YsChartLayout *layout)
{
  double width = 2.0 * MAX (layout->inks->line, 1.0), gap = 0.1 * layout->em + width;
  YsPaint paint = { .stroke = layout->inks->focus, .width = width };
  cairo_rectangle_t ring;
  double right, bottom;

  if (!layout->options.has_focus
      || layout->options.focus_mark >= ys_chart_layout_count_stops (layout))
    return;

  ring = g_array_index (layout->marks, YsMark, layout->options.focus_mark).area;
  right = MIN (ring.x + ring.width + gap, layout->width - width);
  bottom = MIN (ring.y + ring.height + gap, layout->height - width);
  ring.x = MAX (ring.x - gap, width);
  ring.y = MAX (ring.y - gap, width);
  ring.width = MAX (right - ring.x, 0.0);
  ring.height = MAX (bottom - ring.y, 0.0);
  ys_chart_layout_add_bar (layout, &ring, 0.35 * layout->em, &paint);
}

YsChartLayout *
ys_chart_lay_out (const YsChart        *chart,
                  const YsResult       *result,
                  const YsChartOptions *options,
                  const YsChartStyle   *style,
                  double                width,
                  double                height)
{
  static const YsChartStyle default_style = { 0 };
  YsChartOptions default_options;
  const YsEmptyState *state;
  YsChartLayout *layout;

  ys_chart_options_init (&default_options);
  layout = ys_chart_layout_new (result,
                                options != NULL ? options : &default_options,
                                style != NULL ? style : &default_style,
                                width,
                                height);
  state = find_empty_state (chart, result, &layout->options);
  if (state != NULL)
    lay_out_empty_state (layout, state);
  else if (width >= 1.0 && height >= 1.0)
    chart->lay_out (layout);

  lay_out_hover (layout, chart->highlight);
  lay_out_focus (layout);
  if (layout->style->right_to_left)
    ys_chart_layout_mirror (layout);

  return layout;
}

/* --- public ---------------------------------------------------------------------------------- */

static void
paint_background (const YsChartLayout *layout,
                  cairo_t             *cr)
{
  const YsColor *color = &layout->inks->background;

  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
  cairo_rectangle (cr, 0.0, 0.0, layout->width, layout->height);
  cairo_fill (cr);
}

void
ys_chart_draw (const YsChart        *chart,
               const YsResult       *result,
               const YsChartOptions *options,
               const YsChartStyle   *style,
               cairo_t              *cr,
               double                width,
               double                height)
{
  g_autoptr(YsChartLayout) layout = NULL;

  g_return_if_fail (chart != NULL && result != NULL && cr != NULL);

  layout = ys_chart_lay_out (chart, result, options, style, width, height);
  cairo_save (cr);
  cairo_new_path (cr);
  if (!layout->style->transparent)
    paint_background (layout, cr);
  ys_chart_paint (layout, cr);
  cairo_restore (cr);
}

static void
fill_hit (const YsChart       *chart,
          const YsChartLayout *layout,
          const YsMark        *mark,
          YsChartHit          *hit)
{
  *hit = (YsChartHit) {
    .alternative = mark->alternative,
    .period = mark->period,
    .value = mark->value,
    .area = mark->area,
    .text = chart->read_mark (layout->result, &layout->options, mark),
  };
}

void
ys_chart_hit_clear (YsChartHit *hit)
{
  g_clear_pointer (&hit->text, g_free);
}

gboolean
ys_chart_pick (const YsChart        *chart,
               const YsResult       *result,
               const YsChartOptions *options,
               const YsChartStyle   *style,
               double                width,
               double                height,
               double                x,
               double                y,
               YsChartHit           *hit)
{
  g_autoptr(YsChartLayout) layout = NULL;
  int found;

  g_return_val_if_fail (chart != NULL && result != NULL && hit != NULL, FALSE);

  *hit = (YsChartHit) { .alternative = -1, .period = -1, .value = NAN };
  layout = ys_chart_lay_out (chart, result, options, style, width, height);
  found = ys_chart_layout_find_mark (layout, x, y);
  if (found < 0)
    return FALSE;

  fill_hit (chart, layout, &g_array_index (layout->marks, YsMark, found), hit);
  return TRUE;
}

/* How many marks there are does not depend on the size; any that is large enough will do. */
gsize
ys_chart_count_marks (const YsChart        *chart,
                      const YsResult       *result,
                      const YsChartOptions *options)
{
  g_autoptr(YsChartLayout) layout = NULL;

  g_return_val_if_fail (chart != NULL && result != NULL, 0);

  layout = ys_chart_lay_out (chart, result, options, NULL, 900.0, 600.0);
  return ys_chart_layout_count_stops (layout);
}

gboolean
ys_chart_get_mark (const YsChart        *chart,
                   const YsResult       *result,
                   const YsChartOptions *options,
                   const YsChartStyle   *style,
                   double                width,
                   double                height,
                   gsize                 mark,
                   YsChartHit           *hit)
{
  g_autoptr(YsChartLayout) layout = NULL;

  g_return_val_if_fail (chart != NULL && result != NULL && hit != NULL, FALSE);

  *hit = (YsChartHit) { .alternative = -1, .period = -1, .value = NAN };
  layout = ys_chart_lay_out (chart, result, options, style, width, height);
  if (mark >= ys_chart_layout_count_stops (layout))
    return FALSE;

  fill_hit (chart, layout, &g_array_index (layout->marks, YsMark, mark), hit);
  return TRUE;
}

char *
ys_chart_describe (const YsChart        *chart,
                   const YsResult       *result,
                   const YsChartOptions *options)
{
  YsChartOptions defaults;
  const YsEmptyState *state;

  g_return_val_if_fail (chart != NULL && result != NULL, NULL);

  ys_chart_options_init (&defaults);
  if (options == NULL)
    options = &defaults;
  state = find_empty_state (chart, result, options);
  if (state != NULL)
    /* Translators: a heading without a full stop, and the sentence that follows it */
    return g_strdup_printf (_("%1$s. %2$s"), _(state->heading), _(state->hint));

  return chart->describe (result, options);
}

GPtrArray *
ys_chart_tabulate (const YsChart        *chart,
                   const YsResult       *result,
                   const YsChartOptions *options)
{
  YsChartOptions defaults;

  g_return_val_if_fail (chart != NULL && result != NULL, NULL);

  ys_chart_options_init (&defaults);
  return chart->tabulate (result, options != NULL ? options : &defaults);
}

double
ys_chart_get_height_for_width (const YsChart      *chart,
                               const YsResult     *result,
                               const YsChartStyle *style,
                               double              width)
{
  double scale = style != NULL && style->text_scale > 0.0 ? style->text_scale : 1.0;
  YsChartOptions options;

  g_return_val_if_fail (chart != NULL && result != NULL, 0.0);

  ys_chart_options_init (&options);
  if (find_empty_state (chart, result, &options) != NULL)
    return 10.0 * 13.0 * scale;
  return ceil (chart->get_height (result, 13.0 * scale, width));
}
