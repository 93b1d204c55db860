/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-axis.h"
#include "ys-chart-alternatives.h"
#include "ys-facts.h"
#include "ys-format.h"
#include "ys-key.h"
#include "ys-palette.h"
#include "ys-risk-text.h"
#include "ys-subject.h"

/* Nobody finds out more than so many things before deciding … */
#define MOST_WORTH 12
/* … and so many that are not worth it are still said by name. */
#define MOST_NAMED 4

#define THICK 0.5 /* share of a row */
#define THICK_MOST 1.7 /* [em] */

typedef enum
{
  ROW_EVERYTHING, /* all at once: the scale's end */
  ROW_INPUT,
  ROW_REST,       /* inputs that are told together */
} RowKind;

typedef struct
{
  RowKind  kind;
  gsize    input;  /* its index */
  gsize    n_rest; /* how many */
  gboolean worth;  /* … finding out; of a rest: some are */
  gboolean only;   /* of a rest: there are no others */
  double   value;  /* [currency] */
  double   error;
  double   before; /* NAN: none, or the same */
  double   y;      /* middle [px] */
} Row;

typedef struct
{
  YsChartLayout     *layout;
  GArray            *rows;
  double             row_height;
  double             text;   /* size of the names [em] */
  double             thick;
  cairo_rectangle_t  plot;
  YsScale            scale;
} Table;

/* --- figures --------------------------------------------------------------------------------- */

static double
find_before (const YsResult *result,
             const YsResult *before,
             gsize           input)
{
  gsize other;

  if (!ys_input_find_before (result, input, before, &other)
      || before->inputs[other].value == result->inputs[input].value)
    return NAN;
  return before->inputs[other].value;
}

static void
append_input (GArray         *rows,
              const YsResult *result,
              const YsResult *before,
              gsize           input,
              gboolean        worth)
{
  Row row = {
    .kind = ROW_INPUT,
    .input = input,
    .worth = worth,
    .value = ys_finite_or_zero (result->inputs[input].value),
    .error = ys_finite_or_zero (result->inputs[input].value_error),
    .before = find_before (result, before, input),
  };

  g_array_append_val (rows, row);
}

static void
append_rest (GArray   *rows,
             gsize     n,
             gboolean  worth,
             double    value)
{
  Row row = {
    .kind = ROW_REST,
    .n_rest = n,
    .worth = worth,
    .only = rows->len == 1,
    .value = value,
    .before = NAN,
  };

  if (n > 0)
    g_array_append_val (rows, row);
}

/* Indices into the inputs, those worth finding out first, the largest value first; and how many those
 * are. (element-type gsize) */
static GArray *
rank_inputs (const YsResult *result,
             guint          *n_worth)
{
  g_autoptr(GArray) ranks = ys_result_rank_by_value (result);
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (gsize), ranks->len);

  for (int worth = 1; worth >= 0; worth--)
    {
      for (guint i = 0; i < ranks->len; i++)
        {
          gsize input = g_array_index (ranks, gsize, i);

          if (ys_input_is_worth_checking (&result->inputs[input]) == worth)
            g_array_append_val (list, input);
        }
      if (worth)
        *n_worth = list->len;
    }
  return list;
}

/* What is shown does not depend on the size. (element-type Row) */
static GArray *
make_rows (const YsResult *result,
           const YsResult *before)
{
  Row everything = { .kind = ROW_EVERYTHING, .worth = TRUE, .value = result->evpi, .before = NAN };
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  guint n_worth = 0, n_shown, n_named;
  g_autoptr(GArray) list = rank_inputs (result, &n_worth);

  if (before != NULL && before->evpi != result->evpi)
    everything.before = before->evpi;
  g_array_append_val (rows, everything);

  n_shown = MIN (n_worth, MOST_WORTH);
  for (guint i = 0; i < n_shown; i++)
    append_input (rows, result, before, g_array_index (list, gsize, i), TRUE);
  append_rest (rows, n_worth - n_shown, TRUE,
               n_worth > n_shown
                 ? result->inputs[g_array_index (list, gsize, n_shown)].value : 0.0);

  n_named = list->len - n_worth <= MOST_NAMED ? list->len - n_worth : 0;
  for (guint i = 0; i < n_named; i++)
    append_input (rows, result, before, g_array_index (list, gsize, n_worth + i), FALSE);
  append_rest (rows, list->len - n_worth - n_named, FALSE, 0.0);
  return rows;
}

static int
get_alternative (const YsResult *result,
                 const Row      *row)
{
  return row->kind == ROW_INPUT ? result->inputs[row->input].alternative : -1;
}

static gboolean
is_calm (const Table *table,
         const Row   *row)
{
  int alternative = get_alternative (table->layout->result, row);

  return alternative >= 0
         && ys_alternative_is_calm (table->layout->options.alternative, (gsize) alternative);
}

/* --- words ----------------------------------------------------------------------------------- */

/* Without the name of its alternative, which stands below. */
static const char *
get_own_name (const YsInput *input,
              const char    *alternative)
{
  gsize length = strlen (alternative);

  if (strncmp (input->name, alternative, length) == 0
      && strncmp (input->name + length, ": ", 2) == 0)
    return input->name + length + 2;
  return input->name;
}

static char *
format_name (const YsResult *result,
             const Row      *row)
{
  const YsInput *input = row->kind == ROW_INPUT ? &result->inputs[row->input] : NULL;
  gulong n = (gulong) row->n_rest;

  if (row->kind == ROW_EVERYTHING)
    return g_strdup (_("Knowing everything"));
  if (input == NULL && row->only)
    /* Translators: none of so many estimates by itself is worth checking */
    return g_strdup_printf (ngettext ("Any one of %lu", "Any one of %lu", n), n);
  if (input == NULL)
    return g_strdup_printf (ngettext ("%lu other", "%lu others", n), n);
  if (input->alternative < 0)
    return g_strdup (input->name);
  return g_strdup (
      get_own_name (input, ys_alternative_get_name (result, (gsize) input->alternative)));
}

/* Whose it is, or the standard term; NULL: of more than one alternative. */
static const char *
get_second_line (const YsResult *result,
                 const Row      *row)
{
  int alternative = get_alternative (result, row);

  if (row->kind == ROW_EVERYTHING)
    return _("perfect information (EVPI)");
  return alternative >= 0 ? ys_alternative_get_name (result, (gsize) alternative) : NULL;
}

static char *
format_value (const YsResult *result,
              const Row      *row)
{
  g_autofree char *money =
      ys_format_money (row->value, ys_result_get_currency (result), YS_FORMAT_SHORT);

  if (!row->worth)
    return g_strdup (_("not worth checking"));
  if (row->kind == ROW_REST)
    /* Translators: %s is an amount of money */
    return g_strdup_printf (_("up to %s each"), money);
  return g_steal_pointer (&money);
}

/* --- places ---------------------------------------------------------------------------------- */

static YsTextStyle
get_name_style (const Table *table,
                const Row   *row)
{
  const YsInks *inks = table->layout->inks;
  gboolean quiet = is_calm (table, row) || !row->worth || row->kind == ROW_REST;
  YsTextStyle style =
      ys_chart_layout_text (table->layout, table->text, quiet ? inks->muted : inks->text);
  int alternative = get_alternative (table->layout->result, row);

  style.bold = alternative >= 0 && alternative == table->layout->options.alternative;
  style.max_width = CLAMP (0.36 * table->layout->width, 5.0 * table->layout->em,
                           19.0 * table->layout->em);
  return style;
}

static YsLabel *
measure_name (const Table *table,
              const Row   *row)
{
  YsTextStyle style = get_name_style (table, row);
  g_autofree char *text = format_name (table->layout->result, row);

  style.max_lines = table->row_height > 3.6 * style.size ? 2 : 1;
  return ys_chart_layout_measure (table->layout, &style, text);
}

static YsLabel *
measure_second_line (const Table *table,
                     const Row   *row)
{
  YsChartLayout *layout = table->layout;
  YsTextStyle style = get_name_style (table, row);
  const char *text = get_second_line (layout->result, row);
  int alternative = get_alternative (layout->result, row);

  if (text == NULL)
    return NULL;
  style.size *= 0.85;
  style.bold = FALSE;
  style.color = alternative >= 0 && !is_calm (table, row)
                  ? ys_palette_get_deep (layout->result, (gsize) alternative, layout->style->theme)
                  : layout->inks->muted;
  return ys_chart_layout_measure (layout, &style, text);
}

static YsLabel *
measure_value (const Table *table,
               const Row   *row)
{
  YsTextStyle style = get_name_style (table, row);
  g_autofree char *text = format_value (table->layout->result, row);

  style.bold = row->worth;
  style.max_width = 0.0;
  return ys_chart_layout_measure (table->layout, &style, text);
}

static double
measure_names (const Table *table)
{
  double widest = 0.0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const Row *row = &g_array_index (table->rows, Row, i);
      g_autoptr(YsLabel) name = measure_name (table, row);
      g_autoptr(YsLabel) second = measure_second_line (table, row);

      widest = MAX (widest, name->width);
      if (second != NULL)
        widest = MAX (widest, second->width);
    }
  return widest;
}

static void
choose_range (const Table *table,
              YsRange     *range)
{
  *range = (YsRange) YS_RANGE_EMPTY;
  ys_range_include (range, 0.0);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const Row *row = &g_array_index (table->rows, Row, i);

      ys_range_include (range, row->value + row->error);
      ys_range_include (range, row->before);
    }
  ys_range_settle (range, 0.0);
  range->low = 0.0;
}

static void
place_rows (Table  *table,
            double  top,
            double  bottom)
{
  YsChartLayout *layout = table->layout;
  double least = MIN (6.5 / layout->em, 1.0), left, values, right = layout->width - layout->margin;
  g_autoptr(YsLabel) widest = NULL;

  table->row_height = MIN (MAX (bottom - top, 0.0) / table->rows->len, 5.0 * layout->em);
  table->text = CLAMP (table->row_height / (1.35 * layout->em), least, 1.0);
  table->thick = MIN (THICK * table->row_height, THICK_MOST * layout->em);
  for (guint i = 0; i < table->rows->len; i++)
    g_array_index (table->rows, Row, i).y = top + (i + 0.5) * table->row_height;

  widest = measure_value (table, &g_array_index (table->rows, Row, 0));
  values = widest->width + 0.6 * layout->em;
  left = layout->margin + measure_names (table) + 1.0 * layout->em;
  table->plot = (cairo_rectangle_t) {
    left, top, MAX (right - left, 1.0), MAX (table->row_height * table->rows->len, 1.0),
  };
  choose_range (table, &table->scale.range);
  table->scale.start = left;
  table->scale.end = MAX (right - values, left + 0.3 * table->plot.width);
}

/* --- bars ------------------------------------------------------------------------------------ */

static void
add_bar (const Table *table,
         const Row   *row)
{
  YsChartLayout *layout = table->layout;
  int alternative = get_alternative (layout->result, row);
  double height = table->thick, x = table->scale.start;
  double width = MAX (ys_scale_map (&table->scale, row->value) - x, 0.0);
  cairo_rectangle_t area = { x, row->y - height / 2.0, width, height };
  YsPaint paint = { .fill = ys_color_with_alpha (layout->inks->muted, 0.75) };

  if (!row->worth || row->kind == ROW_REST)
    return;
  if (row->kind == ROW_EVERYTHING)
    paint = (YsPaint) { .fill = ys_color_with_alpha (layout->inks->muted, 0.10),
                        .stroke = layout->inks->muted,
                        .width = 1.2 * layout->inks->line };
  else if (alternative >= 0)
    paint.fill = ys_palette_get_fill (layout->result, (gsize) alternative, layout->style->theme);
  if (is_calm (table, row))
    paint.fill.alpha *= 0.5;
  ys_chart_layout_add_bar (layout, &area, MIN (0.2 * layout->em, height / 2.0), &paint);
  ys_chart_layout_take (layout, &area);
}

/* One standard error to either side. Returns its right end [px]. */
static double
add_whisker (const Table *table,
             const Row   *row)
{
  YsChartLayout *layout = table->layout;
  double from = ys_scale_map (&table->scale, MAX (row->value - row->error, 0.0));
  double to = ys_scale_map (&table->scale, row->value + row->error);
  double half = 0.28 * table->thick, at = ys_scale_map (&table->scale, row->value);
  YsPaint paint = { .stroke = layout->inks->text, .width = 1.2 * layout->inks->line };
  cairo_rectangle_t area = { from, row->y - half, to - from, 2.0 * half };

  if (!row->worth || to - from < 2.0)
    return at;
  paint.stroke.alpha = is_calm (table, row) ? 0.4 : 0.75;
  ys_chart_layout_add_line (layout, from, row->y, to, row->y, &paint);
  ys_chart_layout_add_line (layout, from, row->y - half, from, row->y + half, &paint);
  ys_chart_layout_add_line (layout, to, row->y - half, to, row->y + half, &paint);
  ys_chart_layout_take (layout, &area);
  return to;
}

static void
add_before (const Table *table,
            const Row   *row)
{
  YsChartLayout *layout = table->layout;
  double size = 0.55 * table->thick;
  YsPaint paint = {
    .fill = layout->inks->background,
    .stroke = ys_color_with_alpha (layout->inks->muted, 0.8),
    .width = 1.0,
  };

  if (!isnan (row->before))
    ys_chart_layout_add_marker (layout,
                                YS_MARKER_DIAMOND,
                                ys_scale_map (&table->scale, MAX (row->before, 0.0)),
                                row->y + 0.5 * table->thick,
                                0.7 * size,
                                size,
                                &paint);
}

static void
add_names (const Table *table,
           const Row   *row)
{
  YsChartLayout *layout = table->layout;
  g_autoptr(YsLabel) name = measure_name (table, row);
  g_autoptr(YsLabel) second = measure_second_line (table, row);
  double height = name->height, y = row->y;

  if (second != NULL && height + second->height <= table->row_height)
    {
      y -= second->height / 2.0;
      ys_chart_layout_try_label (
          layout, &second, layout->margin, y + height / 2.0, 0.0, 0.0);
    }
  ys_chart_layout_try_label (layout, &name, layout->margin, y, 0.0, 0.5);
}

static void
add_row (const Table *table,
         const Row   *row)
{
  YsChartLayout *layout = table->layout;
  g_autoptr(YsLabel) value = measure_value (table, row);
  double end;
  YsMark mark = {
    .alternative = get_alternative (layout->result, row),
    .period = -1,
    .kind = (int) row->kind,
    .other = -1,
    .value = row->kind == ROW_REST && !row->worth ? NAN : row->value,
    .at = (double) (row->kind == ROW_INPUT ? row->input : row->n_rest),
    .reach = { 0.0, row->y - table->row_height / 2.0, layout->width, table->row_height },
    .stop = TRUE,
  };

  add_bar (table, row);
  end = MAX (add_whisker (table, row), table->scale.start);
  if (!row->worth || row->kind == ROW_REST)
    end = table->scale.start;
  add_before (table, row);
  mark.area = (cairo_rectangle_t) {
    table->scale.start, row->y - table->thick / 2.0, end - table->scale.start, table->thick,
  };
  ys_chart_layout_try_label (layout, &value, end + 0.5 * layout->em, row->y, 0.0, 0.5);
  add_names (table, row);
  ys_chart_layout_add_mark (layout, &mark);
}

/* --- the whole ------------------------------------------------------------------------------- */

static void
add_axis (const Table *table)
{
  YsChartLayout *layout = table->layout;
  YsScale whole = table->scale;
  double x = ys_scale_map (&table->scale, layout->result->evpi);
  YsPaint paint = { .stroke = layout->inks->muted, .width = layout->inks->line, .dash = 1 };

  whole.end = table->plot.x + table->plot.width;
  whole.range.high = ys_scale_unmap (&table->scale, whole.end);
  ys_axis_add_across (layout, &table->plot, &whole, ys_format_axis_money);
  ys_chart_layout_add_line (
      layout, x, table->plot.y, x, table->plot.y + table->plot.height, &paint);
}

/* Below the axis, which needs room for it. */
static double
get_caption_height (const Table *table)
{
  const YsChartLayout *layout = table->layout;

  return layout->height < (4.0 + 1.5 * table->rows->len) * layout->em ? 0.0 : 1.6 * layout->em;
}

static void
add_caption (const Table *table)
{
  YsChartLayout *layout = table->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->muted);
  double y = table->plot.y + table->plot.height + ys_axis_get_height (layout);
  g_autoptr(YsLabel) label = NULL;

  if (get_caption_height (table) == 0.0)
    return;
  style.max_width = MAX (layout->width - 2.0 * layout->margin, 1.0);
  label = ys_chart_layout_measure (
      layout, &style, _("Most it pays to spend on finding out before deciding (EVPPI)"));
  ys_chart_layout_try_label (layout, &label, layout->width - layout->margin, y, 1.0, 0.0);
}

static void
lay_out (YsChartLayout *layout)
{
  g_autoptr(GArray) rows = make_rows (layout->result, layout->options.before);
  Table table = { .layout = layout, .rows = rows };

  place_rows (&table,
              layout->margin,
              layout->height - layout->margin - get_caption_height (&table)
                - ys_axis_get_height (layout));
  add_axis (&table);
  for (guint i = 0; i < rows->len; i++)
    add_row (&table, &g_array_index (rows, Row, i));
  add_caption (&table);
}

/* --- reading --------------------------------------------------------------------------------- */

static char *
say_everything (const YsResult *result)
{
  g_autofree char *money =
      ys_format_money (result->evpi, ys_result_get_currency (result), YS_FORMAT_TEXT);

  /* Translators: %s is an amount of money */
  return g_strdup_printf (_("Knowing everything before deciding would be worth %s (expected value of "
                            "perfect information)."), money);
}

static char *
say_rest (gsize    n,
          gboolean worth)
{
  if (worth)
    return g_strdup_printf (ngettext ("%lu other is worth less to find out.",
                                      "%lu others are worth less to find out.", (gulong) n),
                            (gulong) n);
  return g_strdup_printf (ngettext ("%lu other is not worth checking.",
                                    "%lu others are not worth checking.", (gulong) n),
                          (gulong) n);
}

static char *
say_input (const YsFacts *facts,
           gsize          input)
{
  const YsInput *own = &facts->result->inputs[input];
  g_autofree char *sentence = ys_risk_say_value (facts, input);
  g_autofree char *error = NULL;

  if (sentence == NULL || !ys_input_is_worth_checking (own) || !(own->value_error > 0.0))
    return g_steal_pointer (&sentence);

  error = ys_format_money (own->value_error, ys_result_get_currency (facts->result),
                           YS_FORMAT_SHORT);
  /* Translators: 1: a sentence with its full stop, 2: amount of money */
  return g_strdup_printf (_("%1$s Give or take %2$s (standard error)."), sentence, error);
}

static char *
say_row (const YsFacts *facts,
         RowKind        kind,
         gsize          index,
         gboolean       worth)
{
  if (kind == ROW_EVERYTHING)
    return say_everything (facts->result);
  return kind == ROW_REST ? say_rest (index, worth) : say_input (facts, index);
}

static char *
read_mark (const YsResult       *result,
           const YsChartOptions *options,
           const YsMark         *mark)
{
  YsFacts facts;
  char *text;

  ys_facts_init (&facts, result);
  text = say_row (&facts, (RowKind) mark->kind, (gsize) mark->at, !isnan (mark->value));
  ys_facts_clear (&facts);
  return text;
}

static char *
describe (const YsResult       *result,
          const YsChartOptions *options)
{
  g_autoptr(GArray) rows = make_rows (result, NULL);
  GString *text = g_string_new (NULL);
  YsFacts facts;

  ys_facts_init (&facts, result);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      g_autofree char *sentence =
          say_row (&facts, row->kind, row->kind == ROW_REST ? row->n_rest : row->input, row->worth);

      if (sentence != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
    }
  ys_facts_clear (&facts);
  return g_string_free (text, FALSE);
}

static GStrv
make_row (const YsResult *result,
          gsize           input)
{
  const YsInput *own = &result->inputs[input];
  const char *currency = ys_result_get_currency (result);
  g_autofree char *value = ys_format_money (own->value, currency, YS_FORMAT_SHORT);
  g_autofree char *error = ys_format_money (own->value_error, currency, YS_FORMAT_SHORT);
  g_autofree char *share = ys_format_percent (own->gap_share, YS_FORMAT_SHORT);
  const char *cells[] = {
    own->name,
    own->alternative >= 0 ? ys_alternative_get_name (result, (gsize) own->alternative) : "",
    ys_input_is_worth_checking (own) ? value : _("not worth checking"),
    error,
    share,
    NULL,
  };

  return g_strdupv ((char **) cells);
}

static GPtrArray *
tabulate (const YsResult       *result,
          const YsChartOptions *options)
{
  guint n_worth;
  g_autoptr(GArray) list = rank_inputs (result, &n_worth);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *headings[] = {
    _("Input"),
    _("Alternative"),
    _("Worth finding out (EVPPI)"),
    _("Standard error"),
    _("Share of the variance of the choice"),
    NULL,
  };

  g_ptr_array_add (rows, g_strdupv ((char **) headings));
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (rows, make_row (result, g_array_index (list, gsize, i)));
  return rows;
}

/* Too little to be written down: rounding of the arithmetic. */
static gboolean
is_nothing (const YsResult *result)
{
  const char *currency = ys_result_get_currency (result);
  g_autofree char *value = ys_format_money (result->evpi, currency, YS_FORMAT_EXACT);
  g_autofree char *zero = ys_format_money (0.0, currency, YS_FORMAT_EXACT);

  return strcmp (value, zero) == 0;
}

static const YsEmptyState *
find_empty_state (const YsResult       *result,
                  const YsChartOptions *options)
{
  static const YsEmptyState certain = {
    N_("Nothing here is uncertain"),
    N_("Give an estimate a range, and what it is worth to find it out appears here."),
  };
  static const YsEmptyState settled = {
    N_("Nothing to find out first"),
    N_("However the estimates turn out, the choice stays the same."),
  };
  g_autoptr(GArray) ranks = ys_result_rank_by_value (result);

  if (result->n_trials == 1 || ranks->len == 0)
    return &certain;
  return is_nothing (result) ? &settled : NULL;
}

static double
get_height (const YsResult *result,
            double          em,
            double          width)
{
  g_autoptr(GArray) rows = make_rows (result, NULL);

  return (2.7 * MAX (rows->len, 3) + 4.5) * em;
}

const YsChart ys_chart_worth_finding_out = {
  .id = "worth-finding-out",
  .name = N_("Worth finding out first"),
  .sentence = N_("The most it pays to spend on finding out each estimate before deciding (expected "
                 "value of perfect information)."),
  .highlight = YS_HIGHLIGHT_BAND,
  .analyses = YS_ANALYSE_VALUES,
  .find_empty_state = find_empty_state,
  .lay_out = lay_out,
  .read_mark = read_mark,
  .describe = describe,
  .tabulate = tabulate,
  .get_height = get_height,
};
