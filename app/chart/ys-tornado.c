/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-tornado.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-axis.h"
#include "ys-chart-alternatives.h"
#include "ys-format.h"
#include "ys-input-rows.h"
#include "ys-key.h"
#include "ys-palette.h"

/* Thickness of a bar, as a share of its row, and its limit [em]. */
#define THICK 0.56
#define THICK_MOST 1.7

/* Where one swing is so much larger than the way to zero, zero is in sight. */
#define ZERO_SIGHT 1.0

typedef struct
{
  gsize    input;
  double   low;        /* worth with the input low [currency] */
  double   high;
  gboolean has_before;
  double   before_low;
  double   before_high;
  YsLabel *low_value;  /* (owned) the input itself at that end, until it is placed */
  YsLabel *high_value;
} Bar;

typedef struct
{
  YsChartLayout     *layout;
  YsSubject          subject;
  double             mean;
  YsInputRows        rows;
  Bar               *bars;        /* [rows.n_shown] */
  double             thick;
  double             share_width; /* of the column of shares; 0: none */
  cairo_rectangle_t  plot;
  YsScale            scale;
} Tornado;

/* --- figures --------------------------------------------------------------------------------- */

double
ys_tornado_get_share (const YsResult  *result,
                      const YsSubject *subject,
                      gsize            input)
{
  const YsInput *own = &result->inputs[input];

  if (!(result->analyses & YS_ANALYSE_VALUES))
    return NAN;
  if (subject->other < 0)
    return own->shares != NULL ? own->shares[subject->alternative] : NAN;
  /* Only of the two best is it known. */
  return subject->other == ys_result_get_runner_up (result) ? own->gap_share : NAN;
}

gboolean
ys_tornado_is_crossed (const YsResult  *result,
                       const YsSubject *subject,
                       gsize            input)
{
  double low, high;

  ys_subject_get_swing (subject, result, input, &low, &high);
  return MIN (low, high) < 0.0 && MAX (low, high) > 0.0;
}

static YsLabel *
measure_value (const Tornado *tornado,
               const YsInput *input,
               double         value)
{
  YsChartLayout *layout = tornado->layout;
  YsTextStyle style =
      ys_chart_layout_text (layout, 0.9 * tornado->rows.text, layout->inks->muted);
  g_autofree char *text = ys_format_value (
      value, input->unit, ys_result_get_currency (layout->result), YS_FORMAT_SHORT);

  return ys_chart_layout_measure (layout, &style, text);
}

static void
fill_before (const Tornado *tornado,
             Bar           *bar)
{
  const YsResult *result = tornado->layout->result, *before = tornado->layout->options.before;
  YsSubject subject;
  gsize input;

  if (!ys_input_find_before (result, bar->input, before, &input)
      || !ys_subject_find_before (&tornado->subject, result, before, &subject))
    return;
  ys_subject_get_swing (&subject, before, input, &bar->before_low, &bar->before_high);
  bar->has_before = isfinite (bar->before_low) && isfinite (bar->before_high)
                    && (bar->before_low != bar->low || bar->before_high != bar->high);
}

static void
fill_bars (Tornado *tornado)
{
  const YsResult *result = tornado->layout->result;

  tornado->bars = g_new0 (Bar, tornado->rows.n_shown);
  for (gsize i = 0; i < tornado->rows.n_shown; i++)
    {
      Bar *bar = &tornado->bars[i];
      const YsInput *input;

      bar->input = g_array_index (tornado->rows.inputs, gsize, i);
      input = &result->inputs[bar->input];
      ys_subject_get_swing (&tornado->subject, result, bar->input, &bar->low, &bar->high);
      bar->low_value = measure_value (tornado, input, input->low);
      bar->high_value = measure_value (tornado, input, input->high);
      fill_before (tornado, bar);
    }
}

static void
tornado_clear (Tornado *tornado)
{
  for (gsize i = 0; i < tornado->rows.n_shown; i++)
    {
      g_clear_pointer (&tornado->bars[i].low_value, ys_label_free);
      g_clear_pointer (&tornado->bars[i].high_value, ys_label_free);
    }
  g_free (tornado->bars);
  ys_input_rows_clear (&tornado->rows);
}

static void
choose_range (const Tornado *tornado,
              YsRange       *range)
{
  double length;

  *range = (YsRange) YS_RANGE_EMPTY;
  ys_range_include (range, tornado->mean);
  for (gsize i = 0; i < tornado->rows.n_shown; i++)
    {
      const Bar *bar = &tornado->bars[i];

      ys_range_include (range, bar->low);
      ys_range_include (range, bar->high);
      if (bar->has_before)
        {
          ys_range_include (range, bar->before_low);
          ys_range_include (range, bar->before_high);
        }
    }
  length = range->high - range->low;
  if (range->low - ZERO_SIGHT * length < 0.0 && range->high + ZERO_SIGHT * length > 0.0)
    ys_range_include (range, 0.0);
  ys_range_settle (range, 0.02);
}

/* --- places ---------------------------------------------------------------------------------- */

static gboolean
has_shares (const Tornado *tornado)
{
  const YsChartLayout *layout = tornado->layout;

  for (gsize i = 0; i < tornado->rows.n_shown; i++)
    if (isnan (ys_tornado_get_share (layout->result, &tornado->subject, tornado->bars[i].input)))
      return FALSE;
  return layout->width >= 42.0 * layout->em;
}

/* How far the widest value reaches out on one side of the bars. */
static double
measure_values (const Tornado *tornado,
                gboolean       left)
{
  double widest = 0.0;

  for (gsize i = 0; i < tornado->rows.n_shown; i++)
    {
      const Bar *bar = &tornado->bars[i];
      gboolean low_left = bar->low <= bar->high;

      widest = MAX (widest, (low_left == left ? bar->low_value : bar->high_value)->width);
    }
  return MIN (widest, 0.2 * tornado->layout->width) + 0.8 * tornado->layout->em;
}

static YsColor
get_high_color (const Tornado *tornado)
{
  const YsChartLayout *layout = tornado->layout;

  return ys_palette_get_fill (
      layout->result, (gsize) tornado->subject.alternative, layout->style->theme);
}

static YsColor
get_low_color (const Tornado *tornado)
{
  return ys_color_mix (get_high_color (tornado), tornado->layout->inks->background, 0.68);
}

/* Low and high, told apart by their tone and outline; 0: there is no room for it. */
static gsize
fill_key (const Tornado *tornado,
          YsKeyEntry    *entries)
{
  const YsChartLayout *layout = tornado->layout;
  YsColor high = get_high_color (tornado);

  entries[0] = (YsKeyEntry) {
    .text = _("input low (1 in 10 is lower)"), .width = 1.3, .height = 0.7,
    .paint = { .fill = get_low_color (tornado), .stroke = high, .width = layout->inks->line },
  };
  entries[1] = (YsKeyEntry) {
    .text = _("input high (1 in 10 is higher)"), .width = 1.3, .height = 0.7,
    .paint = { .fill = high },
  };
  return layout->height >= 20.0 * layout->em
         && ys_key_fits (layout, entries, 2, layout->width - 2.0 * layout->margin, 1) ? 2 : 0;
}

static void
add_key (const Tornado *tornado)
{
  YsChartLayout *layout = tornado->layout;
  YsKeyEntry entries[2];
  gsize n = fill_key (tornado, entries);
  double y = tornado->rows.bottom + ys_axis_get_height (layout) + 0.3 * layout->em;

  ys_key_add (layout, entries, n, layout->margin, y, layout->width - 2.0 * layout->margin);
}

static char *
say_more (gulong n)
{
  /* Translators: below a list of the most important inputs */
  return g_strdup_printf (ngettext ("and %lu smaller one", "and %lu smaller ones", n), n);
}

static void
place_plot (Tornado      *tornado,
            const GArray *inputs)
{
  YsChartLayout *layout = tornado->layout;
  double top = layout->margin + 3.3 * layout->em, left, right, bottom;
  YsKeyEntry entries[2];

  bottom = layout->height - layout->margin - ys_axis_get_height (layout);
  if (fill_key (tornado, entries) > 0)
    bottom -= ys_key_get_line_height (layout) + 0.3 * layout->em;
  ys_input_rows_init (&tornado->rows, layout, inputs, top, bottom, YS_TORNADO_ROW,
                      tornado->subject.other >= 0, say_more);
  fill_bars (tornado);
  tornado->thick = MIN (THICK * tornado->rows.row_height, THICK_MOST * layout->em);
  tornado->share_width = has_shares (tornado) ? 4.5 * layout->em : 0.0;

  left = layout->margin + tornado->rows.names_width;
  right = layout->width - layout->margin - tornado->share_width;
  tornado->plot = (cairo_rectangle_t) {
    left, top, MAX (right - left, 1.0), tornado->rows.bottom - top,
  };
  choose_range (tornado, &tornado->scale.range);
  tornado->scale.start = left + measure_values (tornado, TRUE);
  tornado->scale.end = MAX (right - measure_values (tornado, FALSE),
                            tornado->scale.start + 0.3 * tornado->plot.width);
}

/* Grid and ticks go on over the room kept for the values, which keep off the zero line. */
static void
add_axis (const Tornado *tornado)
{
  YsScale whole = tornado->scale;
  cairo_rectangle_t zero = {
    ys_scale_map (&whole, 0.0) - 1.0, tornado->plot.y, 2.0, tornado->plot.height,
  };

  whole.start = tornado->plot.x;
  whole.end = tornado->plot.x + tornado->plot.width;
  whole.range.low = ys_scale_unmap (&tornado->scale, whole.start);
  whole.range.high = ys_scale_unmap (&tornado->scale, whole.end);
  ys_axis_add_across (tornado->layout, &tornado->plot, &whole, ys_format_axis_money);
  ys_chart_layout_take (tornado->layout, &zero);
}

static gboolean
shows_zero (const Tornado *tornado)
{
  return tornado->scale.range.low <= 0.0 && tornado->scale.range.high >= 0.0;
}

/* --- bars ------------------------------------------------------------------------------------ */

static cairo_rectangle_t
get_side (const Tornado *tornado,
          double         worth,
          double         y,
          double         height)
{
  double from = ys_scale_map (&tornado->scale, tornado->mean);
  double to = ys_scale_map (&tornado->scale, worth);

  return (cairo_rectangle_t) { MIN (from, to), y, MAX (fabs (to - from), 0.5), height };
}

/* Both ends on one side of the mean: one above the other. */
static gboolean
is_one_sided (const Tornado *tornado,
              const Bar     *bar)
{
  return (bar->low - tornado->mean) * (bar->high - tornado->mean) > 0.0;
}

static void
add_sides (const Tornado *tornado,
           const Bar     *bar,
           double         y)
{
  YsChartLayout *layout = tornado->layout;
  YsColor color = get_high_color (tornado);
  YsPaint high = { .fill = color };
  YsPaint low = { .fill = get_low_color (tornado), .stroke = color, .width = layout->inks->line };
  double height = is_one_sided (tornado, bar) ? tornado->thick / 2.0 : tornado->thick;
  double top = y - tornado->thick / 2.0;
  cairo_rectangle_t low_area = get_side (tornado, bar->low, top, height);
  cairo_rectangle_t high_area =
      get_side (tornado, bar->high, top + tornado->thick - height, height);

  ys_chart_layout_add_bar (layout, &low_area, 0.0, &low);
  ys_chart_layout_add_bar (layout, &high_area, 0.0, &high);
  ys_chart_layout_take (layout, &low_area);
  ys_chart_layout_take (layout, &high_area);
}

static void
add_before (const Tornado *tornado,
            const Bar     *bar,
            double         y)
{
  YsPaint line = {
    .stroke = ys_color_with_alpha (tornado->layout->inks->muted, 0.7),
    .width = 1.5 * tornado->layout->inks->line,
  };
  double below = y + 0.72 * tornado->thick;

  if (bar->has_before)
    ys_chart_layout_add_line (tornado->layout,
                              ys_scale_map (&tornado->scale, bar->before_low), below,
                              ys_scale_map (&tornado->scale, bar->before_high), below, &line);
}

/* Where the bar goes through zero, the subject turns. */
static void
add_crossing (const Tornado *tornado,
              const Bar     *bar,
              double         y)
{
  YsChartLayout *layout = tornado->layout;
  double size = CLAMP (0.7 * tornado->thick, 4.0, 0.75 * layout->em);
  YsPaint paint = { .fill = layout->inks->background,
                    .stroke = layout->inks->text,
                    .width = 1.6 * layout->inks->line };

  if (MIN (bar->low, bar->high) < 0.0 && MAX (bar->low, bar->high) > 0.0)
    ys_chart_layout_add_marker (layout, YS_MARKER_DIAMOND, ys_scale_map (&tornado->scale, 0.0), y,
                                size, 1.3 * size, &paint);
}

static cairo_rectangle_t
get_area (const Tornado *tornado,
          const Bar     *bar,
          double         y)
{
  double low = MIN (MIN (bar->low, bar->high), tornado->mean);
  double high = MAX (MAX (bar->low, bar->high), tornado->mean);
  double from = ys_scale_map (&tornado->scale, low), to = ys_scale_map (&tornado->scale, high);

  return (cairo_rectangle_t) { from, y - tornado->thick / 2.0, MAX (to - from, 1.0), tornado->thick };
}

static void
add_bars (const Tornado *tornado)
{
  for (gsize i = 0; i < tornado->rows.n_shown; i++)
    {
      double y = ys_input_rows_get_y (&tornado->rows, i);

      add_before (tornado, &tornado->bars[i], y);
      add_sides (tornado, &tornado->bars[i], y);
    }
}

/* --- words ----------------------------------------------------------------------------------- */

/* On a strip of background, for the zero line may run there. */
static void
add_value (const Tornado  *tornado,
           YsLabel       **label,
           double          x,
           double          y,
           double          anchor)
{
  if (!ys_chart_layout_try_label (tornado->layout, label, x, y, anchor, 0.5))
    ys_chart_layout_try_label_over (tornado->layout, label, x, y, anchor, 0.5);
}

/* The input's own values stand at the ends to which they lead. */
static void
add_values (const Tornado *tornado,
            Bar           *bar,
            double         y)
{
  cairo_rectangle_t area = get_area (tornado, bar, y);
  double gap = 0.4 * tornado->layout->em;
  gboolean rises = bar->low <= bar->high, one_sided = is_one_sided (tornado, bar);

  if (!one_sided || MIN (bar->low, bar->high) < tornado->mean)
    add_value (tornado, rises ? &bar->low_value : &bar->high_value, area.x - gap, y, 1.0);
  if (!one_sided || MAX (bar->low, bar->high) > tornado->mean)
    add_value (tornado, rises ? &bar->high_value : &bar->low_value,
               area.x + area.width + gap, y, 0.0);
}

static void
add_share (const Tornado *tornado,
           const Bar     *bar,
           double         y)
{
  YsChartLayout *layout = tornado->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.9 * tornado->rows.text, layout->inks->muted);
  double share = ys_tornado_get_share (layout->result, &tornado->subject, bar->input);
  g_autofree char *text = ys_format_chance (share, YS_FORMAT_SHORT);
  g_autoptr(YsLabel) label = ys_chart_layout_measure (layout, &style, text);

  ys_chart_layout_try_label (layout, &label, layout->width - layout->margin, y, 1.0, 0.5);
}

static void
add_share_heading (const Tornado *tornado)
{
  YsChartLayout *layout = tornado->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.85, layout->inks->muted);
  g_autoptr(YsLabel) label = NULL;

  style.max_width = tornado->share_width + layout->em;
  style.max_lines = 2;
  style.align = YS_ALIGN_END;
  label = ys_chart_layout_measure (layout, &style, _("share of variance"));
  ys_chart_layout_try_label (
      layout, &label, layout->width - layout->margin, tornado->plot.y - 0.2 * layout->em, 1.0, 1.0);
}

static void
add_mean (const Tornado *tornado)
{
  YsChartLayout *layout = tornado->layout;
  double x = ys_scale_map (&tornado->scale, tornado->mean);
  double top = tornado->plot.y - 0.2 * layout->em;
  YsPaint paint = { .stroke = layout->inks->text, .width = 1.2 * layout->inks->line };
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->text);
  g_autofree char *money =
      ys_format_money (tornado->mean, ys_result_get_currency (layout->result), YS_FORMAT_SHORT);
  /* Translators: at the middle of the bars: $277K on average */
  g_autofree char *text = g_strdup_printf (_("%s on average"), money);
  g_autoptr(YsLabel) label = ys_chart_layout_measure (layout, &style, text);
  double right = tornado->plot.x + tornado->plot.width - label->width / 2.0;

  ys_chart_layout_add_line (layout, x, top, x, tornado->rows.bottom, &paint);
  ys_chart_layout_try_label (layout, &label, MAX (MIN (x, right), label->width / 2.0), top, 0.5, 1.0);
}

/* On the far side of zero the other one is ahead. */
static void
add_other_side (const Tornado *tornado)
{
  YsChartLayout *layout = tornado->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->muted);
  double x = ys_scale_map (&tornado->scale, 0.0) - 0.5 * layout->em;
  g_autofree char *text = NULL;
  g_autoptr(YsLabel) label = NULL;

  if (tornado->subject.other < 0 || !shows_zero (tornado) || tornado->scale.range.low >= 0.0)
    return;
  /* Translators: left of zero, where the other alternative is worth more: “Catalogue” ahead */
  text = g_strdup_printf (
      _("“%s” ahead"), ys_alternative_get_name (layout->result, (gsize) tornado->subject.other));
  style.color = ys_palette_get_deep (
      layout->result, (gsize) tornado->subject.other, layout->style->theme);
  label = ys_chart_layout_measure (layout, &style, text);
  ys_chart_layout_try_label (layout, &label, x, tornado->plot.y - 0.2 * layout->em, 1.0, 1.0);
}

static void
add_caption (const Tornado *tornado,
             const char    *caption)
{
  YsChartLayout *layout = tornado->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->muted);
  g_autoptr(YsLabel) label = NULL;

  style.max_width = MAX (layout->width - 2.0 * layout->margin, 1.0);
  label = ys_chart_layout_measure (layout, &style, caption);
  ys_chart_layout_try_label (layout, &label, layout->margin, layout->margin, 0.0, 0.0);
}

static void
add_words (Tornado    *tornado,
           const char *caption)
{
  add_caption (tornado, caption);
  add_mean (tornado);
  if (tornado->share_width > 0.0)
    add_share_heading (tornado);
  add_other_side (tornado);
  ys_input_rows_add_names (&tornado->rows);
  for (gsize i = 0; i < tornado->rows.n_shown; i++)
    {
      double y = ys_input_rows_get_y (&tornado->rows, i);

      add_values (tornado, &tornado->bars[i], y);
      add_crossing (tornado, &tornado->bars[i], y);
      if (tornado->share_width > 0.0)
        add_share (tornado, &tornado->bars[i], y);
    }
}

static void
add_marks (const Tornado *tornado)
{
  g_autofree cairo_rectangle_t *areas = g_new (cairo_rectangle_t, tornado->rows.n_shown);

  for (gsize i = 0; i < tornado->rows.n_shown; i++)
    areas[i] =
        get_area (tornado, &tornado->bars[i], ys_input_rows_get_y (&tornado->rows, i));
  ys_input_rows_add_marks (&tornado->rows, &tornado->subject, areas);
}

void
ys_tornado_lay_out (YsChartLayout   *layout,
                    const YsSubject *subject,
                    const char      *caption)
{
  g_autoptr(GArray) inputs = ys_subject_rank_inputs (subject, layout->result);
  Tornado tornado = {
    .layout = layout,
    .subject = *subject,
    .mean = ys_subject_get_mean (subject, layout->result),
  };

  place_plot (&tornado, inputs);
  add_axis (&tornado);
  add_bars (&tornado);
  add_words (&tornado, caption);
  add_key (&tornado);
  add_marks (&tornado);
  tornado_clear (&tornado);
}
