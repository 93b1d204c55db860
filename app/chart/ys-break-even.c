/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-break-even.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-chart-alternatives.h"
#include "ys-format.h"
#include "ys-input-rows.h"
#include "ys-key.h"
#include "ys-palette.h"

/* What counts as near with a number that is given without a range, as a share of it. */
#define NEAR 0.25

/* How far a strip goes on beyond the range on each side, in lengths of the range. */
#define BEYOND 0.6

#define COLUMN_GAP 1.2 /* [em] */

/* --- figures --------------------------------------------------------------------------------- */

YsBreakEven
ys_break_even_of (const YsResult       *result,
                  const YsChartOptions *options)
{
  YsSubject worth = ys_subject_of_worth (result, options);
  int rival = worth.alternative == result->best ? ys_result_get_runner_up (result) : result->best;
  gboolean has_rival = worth.alternative >= 0 && rival >= 0 && rival != result->baseline;

  return (YsBreakEven) {
    .worth = worth,
    .lead = has_rival ? (YsSubject) { worth.alternative, rival } : (YsSubject) { -1, -1 },
  };
}

/* The range of an input, or what stands for it. */
static YsRange
get_range (const YsInput *input)
{
  double half = input->mean != 0.0 ? NEAR * fabs (input->mean) : 1.0;

  if (input->low < input->high)
    return (YsRange) { input->low, input->high };
  return (YsRange) { input->mean - half, input->mean + half };
}

/* From its mean to where the subject turns, in half ranges; infinite where no value does. */
static double
get_distance (const YsSubject *subject,
              const YsResult  *result,
              gsize            input)
{
  const YsInput *own = &result->inputs[input];
  YsRange range = get_range (own);
  double turn;

  if (subject->alternative < 0)
    return INFINITY;
  turn = ys_subject_get_turn (subject, result, input);
  return isnan (turn) ? INFINITY : fabs (turn - own->mean) / ((range.high - range.low) / 2.0);
}

typedef struct
{
  const YsResult    *result;
  const YsBreakEven *subject;
} Order;

static int
compare_distance (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const Order *order = user_data;
  gsize first = *(const gsize *) a, second = *(const gsize *) b;
  double x = MIN (get_distance (&order->subject->worth, order->result, first),
                  get_distance (&order->subject->lead, order->result, first));
  double y = MIN (get_distance (&order->subject->worth, order->result, second),
                  get_distance (&order->subject->lead, order->result, second));

  if (x != y)
    return x < y ? -1 : 1;
  return first < second ? -1 : first > second;
}

/* What cannot change the answer is listed if it moves the alternative at all. */
static gboolean
concerns (const YsBreakEven *self,
          const YsResult    *result,
          gsize              input)
{
  const YsInput *own = &result->inputs[input];
  double low, high;

  if (isfinite (get_distance (&self->worth, result, input))
      || isfinite (get_distance (&self->lead, result, input)))
    return TRUE;
  ys_subject_get_swing (&self->worth, result, input, &low, &high);
  return own->alternative == self->worth.alternative
         || (own->alternative < 0 && !(own->uncertain && low == high));
}

GArray *
ys_break_even_rank_inputs (const YsBreakEven *self,
                           const YsResult    *result)
{
  GArray *inputs = g_array_new (FALSE, FALSE, sizeof (gsize));
  Order order = { result, self };

  for (gsize i = 0; self->worth.alternative >= 0 && i < result->n_inputs; i++)
    if (concerns (self, result, i))
      g_array_append_val (inputs, i);
  g_array_sort_with_data (inputs, compare_distance, &order);
  return inputs;
}

char *
ys_break_even_say (const YsSubject *subject,
                   const YsResult  *result,
                   gsize            input)
{
  const YsInput *own = &result->inputs[input];
  double turn = ys_subject_get_turn (subject, result, input);
  gboolean holds = ys_subject_get_mean (subject, result) > 0.0;
  g_autofree char *value = NULL;

  if (isnan (turn))
    return g_strdup (holds ? _("at any value") : _("no value does"));

  value = ys_format_value (turn, own->unit, ys_result_get_currency (result), YS_FORMAT_SHORT);
  /* On the side of the mean what is true on average is true. */
  return (turn < own->mean) == holds ? g_strdup_printf (_("at least %s"), value)
                                     : g_strdup_printf (_("at most %s"), value);
}

/* --- places ---------------------------------------------------------------------------------- */

/* One of the columns on the right: for which values the subject holds. */
typedef struct
{
  const YsSubject *subject;
  YsLabel         *heading; /* (owned) until it is placed */
  GPtrArray       *cells;   /* YsLabel (owned), NULL once placed */
  double           width;
  double           right;
} Column;

typedef struct
{
  YsChartLayout *layout;
  YsBreakEven    subject;
  YsInputRows    rows;
  Column         columns[2];
  int            n_columns;
  double         left;  /* ends of the strips */
  double         right;
  double         thick;
} Strips;

static void
label_free (gpointer label)
{
  if (label != NULL)
    ys_label_free (label);
}

static YsLabel *
measure_cell (const Strips    *strips,
              const YsSubject *subject,
              gsize            row)
{
  YsChartLayout *layout = strips->layout;
  gsize input = g_array_index (strips->rows.inputs, gsize, row);
  gboolean turns = isfinite (get_distance (subject, layout->result, input));
  YsTextStyle style = ys_chart_layout_text (layout, strips->rows.text,
                                            turns ? layout->inks->text : layout->inks->muted);
  g_autofree char *text = ys_break_even_say (subject, layout->result, input);

  style.bold = turns;
  return ys_chart_layout_measure (layout, &style, text);
}

static void
add_column (Strips          *strips,
            const YsSubject *subject,
            const char      *heading)
{
  YsChartLayout *layout = strips->layout;
  Column *column = &strips->columns[strips->n_columns++];
  YsTextStyle style = ys_chart_layout_text (layout, 0.88, layout->inks->muted);

  column->subject = subject;
  column->cells = g_ptr_array_new_with_free_func (label_free);
  for (gsize i = 0; i < strips->rows.n_shown; i++)
    {
      YsLabel *cell = measure_cell (strips, subject, i);

      column->width = MAX (column->width, cell->width);
      g_ptr_array_add (column->cells, cell);
    }

  if (subject->other >= 0)
    style.color = ys_palette_get_deep (
        layout->result, (gsize) subject->other, layout->style->theme);
  style.align = YS_ALIGN_END;
  style.max_lines = 2;
  style.max_width = MAX (column->width, 7.5 * layout->em);
  column->heading = ys_chart_layout_measure (layout, &style, heading);
  column->width = MAX (column->width, column->heading->width);
}

/* The rival's column only where it leaves enough of the strips. */
static void
add_columns (Strips *strips)
{
  const YsChartLayout *layout = strips->layout;
  const YsResult *result = layout->result;

  add_column (strips, &strips->subject.worth, _("pays if"));
  if (strips->subject.lead.alternative >= 0 && layout->width >= 46.0 * layout->em)
    {
      /* Translators: heading of a column, %s is an alternative; below: at least $52K */
      g_autofree char *heading = g_strdup_printf (
          _("beats “%s” if"),
          ys_alternative_get_name (result, (gsize) strips->subject.lead.other));

      add_column (strips, &strips->subject.lead, heading);
    }
}

static char *
say_more (gulong n)
{
  /* Translators: below a list of inputs that may change the answer, the nearest first */
  return g_strdup_printf (ngettext ("and %lu more", "and %lu more", n), n);
}

static void
strips_init (Strips        *strips,
             YsChartLayout *layout,
             const GArray  *inputs)
{
  double top = layout->margin + 4.0 * layout->em, right = layout->width - layout->margin;
  double bottom = layout->height - layout->margin - YS_INPUT_ROWS_BELOW * layout->em;

  strips->layout = layout;
  ys_input_rows_init (
      &strips->rows, layout, inputs, top, bottom, YS_BREAK_EVEN_ROW,
      strips->subject.lead.alternative >= 0, say_more);
  strips->thick = CLAMP (0.22 * strips->rows.row_height, 1.0, 1.1 * layout->em);

  add_columns (strips);
  for (int i = strips->n_columns - 1; i >= 0; i--)
    {
      strips->columns[i].right = right;
      right -= strips->columns[i].width + COLUMN_GAP * layout->em;
    }
  strips->left = layout->margin + strips->rows.names_width + 0.5 * layout->em;
  strips->right = MAX (right, strips->left + 1.0);
}

static void
strips_clear (Strips *strips)
{
  for (int i = 0; i < strips->n_columns; i++)
    {
      g_clear_pointer (&strips->columns[i].heading, ys_label_free);
      g_ptr_array_unref (strips->columns[i].cells);
    }
  ys_input_rows_clear (&strips->rows);
}

static YsScale
get_scale (const Strips  *strips,
           const YsInput *input)
{
  YsRange range = get_range (input);
  double beyond = BEYOND * (range.high - range.low);

  return (YsScale) {
    { range.low - beyond, range.high + beyond }, strips->left, strips->right,
  };
}

/* The bar sits a little high, to leave room for its figures below. */
static double
get_middle (const Strips *strips,
            gsize         row)
{
  return ys_input_rows_get_y (&strips->rows, row) - 0.16 * strips->rows.row_height;
}

/* --- strips ---------------------------------------------------------------------------------- */

static YsColor
get_color (const Strips *strips)
{
  const YsChartLayout *layout = strips->layout;

  return ys_palette_get_fill (
      layout->result, (gsize) strips->subject.worth.alternative, layout->style->theme);
}

static cairo_rectangle_t
get_area (const Strips *strips,
          gsize         row)
{
  const YsInput *input = ys_input_rows_get (&strips->rows, row);
  YsScale scale = get_scale (strips, input);
  double from = ys_scale_map (&scale, input->low), to = ys_scale_map (&scale, input->high);
  double y = get_middle (strips, row);

  return (cairo_rectangle_t) { from, y - strips->thick / 2.0, MAX (to - from, 1.0), strips->thick };
}

static void
add_strip (const Strips *strips,
           gsize         row)
{
  YsChartLayout *layout = strips->layout;
  const YsInput *input = ys_input_rows_get (&strips->rows, row);
  YsScale scale = get_scale (strips, input);
  double y = get_middle (strips, row), half = 0.75 * strips->thick;
  double mean = ys_scale_map (&scale, CLAMP (input->mean, scale.range.low, scale.range.high));
  YsPaint line = { .stroke = layout->inks->grid, .width = 1.4 * layout->inks->line };
  YsPaint bar = { .fill = ys_color_mix (get_color (strips), layout->inks->background, 0.45) };
  YsPaint tick = { .stroke = layout->inks->text, .width = 1.8 * layout->inks->line };
  cairo_rectangle_t area = get_area (strips, row);

  ys_chart_layout_add_line (layout, strips->left, y, strips->right, y, &line);
  if (input->low < input->high)
    ys_chart_layout_add_bar (layout, &area, 0.0, &bar);
  ys_chart_layout_add_line (layout, mean, y - half, mean, y + half, &tick);
}

/* A turn that lies beyond the strip points where it would be. */
static void
add_arrow (const Strips *strips,
           double        x,
           double        y,
           double        direction,
           YsColor       color)
{
  double size = 0.3 * strips->layout->em;
  const YsPoint points[] = {
    { x - direction * size, y - size }, { x, y }, { x - direction * size, y + size },
  };
  YsPaint paint = { .stroke = color, .width = 1.8 * strips->layout->inks->line };

  ys_chart_layout_add_path (strips->layout, points, G_N_ELEMENTS (points), &paint);
}

static void
add_turn (const Strips    *strips,
          const YsSubject *subject,
          gsize            row,
          double           turn,
          gboolean         faint)
{
  YsChartLayout *layout = strips->layout;
  YsScale scale = get_scale (strips, ys_input_rows_get (&strips->rows, row));
  double y = get_middle (strips, row), size = CLAMP (1.1 * strips->thick, 4.0, 0.85 * layout->em);
  gboolean lead = subject->other >= 0;
  YsColor color = !lead ? layout->inks->text
                        : ys_palette_get_deep (
                              layout->result, (gsize) subject->other, layout->style->theme);
  YsPaint paint = { .fill = layout->inks->background, .width = 2.0 * layout->inks->line };

  if (isnan (turn))
    return;
  paint.stroke = faint ? ys_color_with_alpha (color, 0.4) : color;
  if (turn < scale.range.low)
    add_arrow (strips, strips->left, y, -1.0, paint.stroke);
  else if (turn > scale.range.high)
    add_arrow (strips, strips->right, y, 1.0, paint.stroke);
  else
    ys_chart_layout_add_marker (layout, lead ? YS_MARKER_DOT : YS_MARKER_DIAMOND,
                                ys_scale_map (&scale, turn), y, size, 1.3 * size, &paint);
}

static void
add_turn_before (const Strips    *strips,
                 const YsSubject *subject,
                 gsize            row)
{
  const YsResult *result = strips->layout->result, *before = strips->layout->options.before;
  gsize input = g_array_index (strips->rows.inputs, gsize, row), other;
  YsSubject earlier;
  double turn;

  if (!ys_input_find_before (result, input, before, &other)
      || !ys_subject_find_before (subject, result, before, &earlier))
    return;
  turn = ys_subject_get_turn (&earlier, before, other);
  if (turn != ys_subject_get_turn (subject, result, input))
    add_turn (strips, subject, row, turn, TRUE);
}

static void
add_turns (const Strips *strips,
           gsize         row)
{
  const YsResult *result = strips->layout->result;
  gsize input = g_array_index (strips->rows.inputs, gsize, row);

  for (int i = 0; i < strips->n_columns; i++)
    add_turn_before (strips, strips->columns[i].subject, row);
  for (int i = strips->n_columns - 1; i >= 0; i--)
    add_turn (strips, strips->columns[i].subject, row,
              ys_subject_get_turn (strips->columns[i].subject, result, input), FALSE);
}

/* --- words ----------------------------------------------------------------------------------- */

static void
try_value (const Strips *strips,
           gsize         row,
           double        value)
{
  YsChartLayout *layout = strips->layout;
  const YsInput *input = ys_input_rows_get (&strips->rows, row);
  YsScale scale = get_scale (strips, input);
  YsTextStyle style = ys_chart_layout_text (layout, 0.82, layout->inks->muted);
  g_autofree char *text = ys_format_value (
      value, input->unit, ys_result_get_currency (layout->result), YS_FORMAT_SHORT);
  g_autoptr(YsLabel) label = ys_chart_layout_measure (layout, &style, text);
  double y = get_middle (strips, row) + 0.85 * strips->thick;
  double bottom = ys_input_rows_get_y (&strips->rows, row) + strips->rows.row_height / 2.0;

  if (y + label->height <= bottom + 0.1 * layout->em)
    ys_chart_layout_try_label (layout, &label, ys_scale_map (&scale, value), y, 0.5, 0.0);
}

/* Both ends of the range before its mean: that is told apart by its place. */
static void
add_values (const Strips *strips,
            gsize         row)
{
  const YsInput *input = ys_input_rows_get (&strips->rows, row);

  if (input->low < input->high)
    {
      try_value (strips, row, input->low);
      try_value (strips, row, input->high);
    }
  try_value (strips, row, input->mean);
}

static void
add_cells (const Strips *strips)
{
  YsChartLayout *layout = strips->layout;

  for (int i = 0; i < strips->n_columns; i++)
    {
      const Column *column = &strips->columns[i];

      for (gsize row = 0; row < strips->rows.n_shown; row++)
        ys_chart_layout_try_label (layout, (YsLabel **) &column->cells->pdata[row], column->right,
                                   ys_input_rows_get_y (&strips->rows, row), 1.0, 0.5);
    }
}

static void
add_headings (Strips *strips)
{
  YsChartLayout *layout = strips->layout;

  for (int i = 0; i < strips->n_columns; i++)
    ys_chart_layout_try_label (layout, &strips->columns[i].heading, strips->columns[i].right,
                               strips->rows.top - 0.2 * layout->em, 1.0, 1.0);
}

static void
add_caption (const Strips *strips)
{
  YsChartLayout *layout = strips->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->muted);
  /* Translators: %s is an alternative */
  g_autofree char *text = g_strdup_printf (
      _("What needs to be true for “%s”, one input at a time"),
      ys_alternative_get_name (layout->result, (gsize) strips->subject.worth.alternative));
  g_autoptr(YsLabel) label = NULL;

  style.max_width = MAX (layout->width - 2.0 * layout->margin, 1.0);
  label = ys_chart_layout_measure (layout, &style, text);
  ys_chart_layout_try_label (layout, &label, layout->margin, layout->margin, 0.0, 0.0);
}

static void
add_key (const Strips *strips)
{
  YsChartLayout *layout = strips->layout;
  const YsInks *inks = layout->inks;
  const YsKeyEntry entries[] = {
    { .text = _("8 in 10"), .width = 1.3, .height = 0.55,
      .paint = { .fill = ys_color_mix (get_color (strips), inks->background, 0.45) } },
    { .text = _("average"), .width = 0.15, .height = 0.9, .paint = { .fill = inks->text } },
    { .text = _("breaks even"), .width = 0.6, .height = 0.85, .is_diamond = TRUE,
      .paint = { .fill = inks->background, .stroke = inks->text, .width = 1.5 * inks->line } },
  };
  double x = strips->left, y = strips->rows.bottom + 0.25 * layout->em;

  if (ys_key_fits (layout, entries, G_N_ELEMENTS (entries), layout->width - layout->margin - x, 1))
    ys_key_add (layout, entries, G_N_ELEMENTS (entries), x, y, layout->width - layout->margin - x);
}

/* --- the whole ------------------------------------------------------------------------------- */

static void
add_marks (const Strips *strips)
{
  g_autofree cairo_rectangle_t *areas = g_new (cairo_rectangle_t, strips->rows.n_shown);

  for (gsize i = 0; i < strips->rows.n_shown; i++)
    areas[i] = get_area (strips, i);
  ys_input_rows_add_marks (&strips->rows, &strips->subject.worth, areas);
}

void
ys_break_even_lay_out (YsChartLayout *layout)
{
  Strips strips = { .subject = ys_break_even_of (layout->result, &layout->options) };
  g_autoptr(GArray) inputs = ys_break_even_rank_inputs (&strips.subject, layout->result);

  strips_init (&strips, layout, inputs);
  add_caption (&strips);
  add_headings (&strips);
  ys_input_rows_add_names (&strips.rows);
  add_cells (&strips);
  for (gsize i = 0; i < strips.rows.n_shown; i++)
    {
      add_strip (&strips, i);
      add_values (&strips, i);
      add_turns (&strips, i);
    }
  add_key (&strips);
  add_marks (&strips);
  strips_clear (&strips);
}
