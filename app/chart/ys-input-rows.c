/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-input-rows.h"

#include <math.h>
#include <string.h>

#include "ys-chart-alternatives.h"
#include "ys-lines.h"
#include "ys-palette.h"

/* The highest row [em]. */
#define MOST 5.5

/* Nobody reads on after so many. */
#define MOST_ROWS 24

#define GAP 1.0 /* after the names [em] */
#define DOT 0.5 /* says whose an input is, where that is not plain [em] */

/* --- how many -------------------------------------------------------------------------------- */

static void
choose_rows (YsInputRows *rows,
             double       least,
             double       room)
{
  double fit = MIN (floor (room / (least * rows->layout->em)), MOST_ROWS);

  rows->n_shown = MIN (rows->inputs->len, (gsize) MAX (fit, 1.0));
  rows->row_height =
      CLAMP (room / (double) MAX (rows->n_shown, 1), 1.0, MOST * rows->layout->em);
}

static double
get_indent (const YsInputRows *rows)
{
  return rows->owners ? (DOT + 0.4) * rows->layout->em : 0.0;
}

/* Without the name of its alternative, which the chart is about, or a sign before it says. */
static const char *
get_short_name (const YsInputRows *rows,
                const YsInput     *input)
{
  const char *owner, *rest;

  if (input->alternative < 0)
    return input->name;
  owner = ys_alternative_get_name (rows->layout->result, (gsize) input->alternative);
  if (!g_str_has_prefix (input->name, owner))
    return input->name;
  rest = input->name + strlen (owner);
  return g_str_has_prefix (rest, ": ") ? rest + strlen (": ") : input->name;
}

static YsLabel *
measure_name (const YsInputRows *rows,
              const YsInput     *input)
{
  YsChartLayout *layout = rows->layout;
  YsTextStyle style = ys_chart_layout_text (layout, rows->text, layout->inks->text);

  style.max_width = CLAMP (0.3 * layout->width, 5.0 * layout->em, 17.0 * layout->em);
  style.most_width = MIN (0.4 * layout->width, 17.0 * layout->em);
  style.max_lines = rows->row_height >= 2.6 * style.size ? 2 : 1;
  return ys_chart_layout_measure (layout, &style, get_short_name (rows, input));
}

static void
measure_names (YsInputRows *rows)
{
  double widest = 0.0;

  for (gsize i = 0; i < rows->n_shown; i++)
    {
      YsLabel *name = measure_name (rows, ys_input_rows_get (rows, i));

      widest = MAX (widest, name->width);
      g_ptr_array_add (rows->names, name);
    }
  rows->names_width = get_indent (rows) + widest + GAP * rows->layout->em;
}

static YsLabel *
measure_more (const YsInputRows *rows,
              YsSayMore          say_more)
{
  YsTextStyle style = ys_chart_layout_text (rows->layout, 0.92, rows->layout->inks->muted);
  gulong n = rows->inputs->len - rows->n_shown;
  g_autofree char *text = NULL;

  if (n == 0)
    return NULL;
  text = say_more (n);
  return ys_chart_layout_measure (rows->layout, &style, text);
}

static void
name_free (gpointer name)
{
  if (name != NULL)
    ys_label_free (name);
}

void
ys_input_rows_init (YsInputRows   *rows,
                    YsChartLayout *layout,
                    const GArray  *inputs,
                    double         top,
                    double         bottom,
                    double         least,
                    gboolean       owners,
                    YsSayMore      say_more)
{
  *rows = (YsInputRows) {
    .layout = layout,
    .inputs = inputs,
    .names = g_ptr_array_new_with_free_func (name_free),
    .top = top,
    .owners = owners,
  };
  choose_rows (rows, least, MAX (bottom - top, 1.0));
  rows->bottom = top + (double) rows->n_shown * rows->row_height;
  rows->text = CLAMP (rows->row_height / (1.4 * layout->em), MIN (6.5 / layout->em, 1.0), 1.0);
  measure_names (rows);
  rows->more = measure_more (rows, say_more);
}

void
ys_input_rows_clear (YsInputRows *rows)
{
  g_ptr_array_unref (rows->names);
  g_clear_pointer (&rows->more, ys_label_free);
}

const YsInput *
ys_input_rows_get (const YsInputRows *rows,
                   gsize              row)
{
  return &rows->layout->result->inputs[g_array_index (rows->inputs, gsize, row)];
}

double
ys_input_rows_get_y (const YsInputRows *rows,
                     gsize              row)
{
  return rows->top + ((double) row + 0.5) * rows->row_height;
}

/* --- adding ---------------------------------------------------------------------------------- */

/* Whose an input is: the colour and the marker of the only alternative it moves. */
static void
add_owner (const YsInputRows *rows,
           const YsInput     *input,
           double             y)
{
  YsChartLayout *layout = rows->layout;
  double size = DOT * layout->em;
  YsPaint paint = { 0 };

  if (!rows->owners || input->alternative < 0)
    return;
  paint.fill = ys_palette_get_fill (layout->result, (gsize) input->alternative, layout->style->theme);
  ys_chart_layout_add_marker (layout, ys_line_get_marker ((gsize) input->alternative),
                              layout->margin + size / 2.0, y, size, size, &paint);
}

void
ys_input_rows_add_names (YsInputRows *rows)
{
  YsChartLayout *layout = rows->layout;
  double x = layout->margin + get_indent (rows), below = rows->bottom + 0.4 * layout->em;

  for (gsize i = 0; i < rows->n_shown; i++)
    {
      YsLabel **name = (YsLabel **) &rows->names->pdata[i];
      double middle = ys_input_rows_get_y (rows, i);

      if (ys_chart_layout_try_label (layout, name, x, middle, 0.0, 0.5))
        add_owner (rows, ys_input_rows_get (rows, i), middle);
    }
  if (rows->more != NULL)
    ys_chart_layout_try_label (layout, &rows->more, x, below, 0.0, 0.0);
}

void
ys_input_rows_add_marks (const YsInputRows       *rows,
                         const YsSubject         *subject,
                         const cairo_rectangle_t *areas)
{
  const YsChartLayout *layout = rows->layout;
  cairo_rectangle_t rest = {
    layout->margin, rows->bottom, rows->names_width, YS_INPUT_ROWS_BELOW * layout->em,
  };

  for (guint i = 0; i < rows->inputs->len; i++)
    {
      gboolean shown = i < rows->n_shown;
      cairo_rectangle_t band = {
        0.0, rows->top + i * rows->row_height, layout->width, rows->row_height
      };
      YsMark mark = {
        .alternative = subject->alternative,
        .period = -1,
        .kind = (int) g_array_index (rows->inputs, gsize, i),
        .other = subject->other,
        .value = NAN,
        .at = NAN,
        .area = shown ? areas[i] : rest,
        .reach = shown ? band : rest,
        .stop = TRUE,
      };

      ys_chart_layout_add_mark (rows->layout, &mark);
    }
}

gsize
ys_input_rows_get_input (const YsMark *mark)
{
  return (gsize) mark->kind;
}

double
ys_input_rows_get_height (gsize  n_inputs,
                          double least,
                          double em)
{
  return (1.25 * least * (double) CLAMP (n_inputs, 4, 12) + YS_INPUT_ROWS_BELOW) * em;
}
