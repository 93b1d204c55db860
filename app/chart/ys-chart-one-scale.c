/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-axis.h"
#include "ys-chart-alternatives.h"
#include "ys-format.h"
#include "ys-key.h"
#include "ys-palette.h"
#include "ys-spread.h"

/* Shares of a row, and their limits in em. */
#define THICK 0.42
#define THICK_MOST 2.2
#define THIN 0.26 /* of the thick bar */

typedef struct
{
  gsize        alternative;
  YsSpread     spread;
  gboolean     has_before;
  YsSpread     before;
  double       y;     /* middle of the row */
  double       from;  /* ends of the thin bar, cut to the plot */
  double       to;
  gboolean     cut_low;
  gboolean     cut_high;
  YsColor      fill;
  YsColor      deep;
  gboolean     calm;
  YsLabel     *name;  /* (owned) until they are placed */
  YsLabel     *value;
} Row;

typedef struct
{
  YsChartLayout     *layout;
  Row               *rows;
  gsize              n_rows;
  double             row_height;
  double             text;   /* size of names and values [em] */
  double             thick;
  cairo_rectangle_t  plot;
  YsScale            scale;
} Table;

/* --- figures --------------------------------------------------------------------------------- */

static void
fill_row (Row                 *row,
          const YsChartLayout *layout,
          gsize                alternative)
{
  const YsResult *before = layout->options.before;
  gsize other;

  row->alternative = alternative;
  ys_spread_init (&row->spread, layout->result, alternative);
  row->fill = ys_palette_get_fill (layout->result, alternative, layout->style->theme);
  row->deep = ys_palette_get_deep (layout->result, alternative, layout->style->theme);
  row->calm = ys_alternative_is_calm (layout->options.alternative, alternative);

  if (ys_alternatives_find_before (before, layout->result, alternative, &other))
    {
      ys_spread_init (&row->before, before, other);
      row->has_before = !ys_spread_equal (&row->before, &row->spread);
    }
}

static void
table_init (Table         *table,
            YsChartLayout *layout)
{
  g_autoptr(GArray) list = ys_alternatives_list_ranked (layout->result);

  *table = (Table) { .layout = layout, .n_rows = list->len };
  table->rows = g_new0 (Row, list->len);
  for (guint i = 0; i < list->len; i++)
    fill_row (&table->rows[i], layout, g_array_index (list, gsize, i));
}

static void
table_clear (Table *table)
{
  for (gsize i = 0; i < table->n_rows; i++)
    {
      g_clear_pointer (&table->rows[i].name, ys_label_free);
      g_clear_pointer (&table->rows[i].value, ys_label_free);
    }
  g_free (table->rows);
}

static void
choose_range (const Table *table,
              YsRange     *range)
{
  g_autofree YsSpread *spreads = g_new (YsSpread, 2 * table->n_rows);
  gsize n = 0;

  for (gsize i = 0; i < table->n_rows; i++)
    {
      spreads[n++] = table->rows[i].spread;
      if (table->rows[i].has_before)
        spreads[n++] = table->rows[i].before;
    }
  ys_spread_choose_range (spreads, n, range);
}

static gboolean
has_ranges (const Table *table)
{
  for (gsize i = 0; i < table->n_rows; i++)
    if (!ys_spread_is_certain (&table->rows[i].spread))
      return TRUE;
  return FALSE;
}

static gboolean
has_before (const Table *table)
{
  for (gsize i = 0; i < table->n_rows; i++)
    if (table->rows[i].has_before)
      return TRUE;
  return FALSE;
}

/* --- key ------------------------------------------------------------------------------------- */

static gsize
fill_key (const Table *table,
          YsKeyEntry  *entries)
{
  const YsInks *inks = table->layout->inks;
  YsColor ink = inks->muted;
  gsize n = 0;

  entries[n++] = (YsKeyEntry) {
    .text = _("average"), .width = 0.6, .height = 0.95, .is_diamond = TRUE,
    .paint = { .fill = inks->background, .stroke = ink, .width = 1.5 * inks->line },
  };
  if (has_ranges (table))
    {
      entries[n++] = (YsKeyEntry) {
        .text = _("middle half"),
        .width = 1.1,
        .height = 0.7,
        .paint = { .fill = ys_color_with_alpha (ink, 0.8) },
      };
      entries[n++] = (YsKeyEntry) {
        .text = _("9 in 10"),
        .width = 1.4,
        .height = 0.25,
        .paint = { .fill = ys_color_with_alpha (ink, 0.5) },
      };
    }
  if (has_before (table))
    entries[n++] = (YsKeyEntry) {
      .text = _("before"), .width = 0.5, .height = 0.75, .is_diamond = TRUE,
      .paint = { .stroke = ys_color_with_alpha (ink, 0.7), .width = 1.0 },
    };
  return n;
}

/* Returns the height it took off the bottom. */
static double
lay_out_key (Table *table)
{
  YsChartLayout *layout = table->layout;
  YsKeyEntry entries[4];
  gsize n = fill_key (table, entries);
  double line = ys_key_get_line_height (layout);
  double room = layout->width - 2.0 * layout->margin;
  double y = layout->height - layout->margin - line, end;
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->muted);
  g_autoptr(YsLabel) caption = NULL;

  if (layout->height < (5.0 + 1.7 * (double) table->n_rows) * layout->em
      || !ys_key_fits (layout, entries, n, room, 1))
    return 0.0;

  end = ys_key_add (layout, entries, n, layout->margin, y, room);
  caption = ys_chart_layout_measure (layout, &style, _("Worth today (net present value)"));
  if (layout->width - layout->margin - caption->width > end)
    ys_chart_layout_try_label (
        layout, &caption, layout->width - layout->margin, y + line / 2.0, 1.0, 0.5);
  return line + 0.5 * layout->em;
}

/* --- places ---------------------------------------------------------------------------------- */

static YsLabel *
measure_name (const Table *table,
              const Row   *row)
{
  YsChartLayout *layout = table->layout;
  YsTextStyle style = ys_chart_layout_text (layout,
                                            table->text,
                                            row->calm ? layout->inks->muted : layout->inks->text);

  style.bold = (int) row->alternative == layout->options.alternative;
  style.max_width = CLAMP (0.3 * layout->width, 5.0 * layout->em, 15.0 * layout->em);
  style.max_lines = (int) CLAMP (floor (table->row_height / (1.3 * style.size)), 1.0, 3.0);
  return ys_chart_layout_measure (
      layout, &style, ys_alternative_get_name (layout->result, row->alternative));
}

static YsLabel *
measure_value (const Table *table,
               const Row   *row)
{
  YsChartLayout *layout = table->layout;
  YsTextStyle style = ys_chart_layout_text (layout,
                                            table->text,
                                            row->calm ? layout->inks->muted : layout->inks->text);
  g_autofree char *text = ys_format_money (row->spread.mean,
                                           ys_result_get_currency (layout->result),
                                           YS_FORMAT_SHORT);

  style.bold = TRUE;
  return ys_chart_layout_measure (layout, &style, text);
}

/* Fills in the labels and says how wide the widest are. */
static void
measure_words (Table  *table,
               double *names,
               double *values)
{
  *names = *values = 0.0;
  for (gsize i = 0; i < table->n_rows; i++)
    {
      Row *row = &table->rows[i];

      row->name = measure_name (table, row);
      row->value = measure_value (table, row);
      *names = MAX (*names, row->name->width);
      *values = MAX (*values, row->value->width);
    }
}

/* Names on the left, an axis below, and room on the right for the value beside the longest bar. */
static void
place_plot (Table *table)
{
  YsChartLayout *layout = table->layout;
  double top = layout->margin, bottom, left, gap = 0.6 * layout->em;
  double least = MIN (6.5 / layout->em, 1.0), names, values;

  bottom = layout->height - layout->margin - lay_out_key (table) - ys_axis_get_height (layout);
  table->row_height = MAX (bottom - top, 0.0) / (double) table->n_rows;
  table->text = CLAMP (table->row_height / (1.35 * layout->em), least, 1.0);
  table->thick = MIN (THICK * table->row_height, THICK_MOST * layout->em);

  measure_words (table, &names, &values);
  left = layout->margin + names + 1.4 * layout->em;
  table->plot = (cairo_rectangle_t) {
    left, top, MAX (layout->width - layout->margin - left, 1.0), MAX (bottom - top, 1.0),
  };

  choose_range (table, &table->scale.range);
  ys_range_settle (&table->scale.range, 0.02);
  table->scale.start = left;
  table->scale.end = MAX (left + table->plot.width - values - gap,
                          left + 0.3 * table->plot.width);
}

static void
place_row (const Table *table,
           Row         *row,
           gsize        index)
{
  double right = table->plot.x + table->plot.width;
  double low = table->scale.range.low, high = table->scale.range.high;

  row->y = table->plot.y + ((double) index + 0.5) * table->row_height;
  row->cut_low = row->spread.p5 < low;
  row->cut_high = row->spread.p95 > high;
  row->from = row->cut_low ? table->plot.x : ys_scale_map (&table->scale, row->spread.p5);
  row->to = row->cut_high ? right : ys_scale_map (&table->scale, row->spread.p95);
}

/* --- bars ------------------------------------------------------------------------------------ */

static double
get_strength (const Table *table,
              const Row   *row)
{
  gboolean strong = table->layout->inks->contrast > 5.0;

  return (row->calm ? (strong ? 0.7 : 0.5) : 1.0) * (strong ? 1.15 : 0.85);
}

static void
add_bar (const Table *table,
         double       from,
         double       to,
         double       y,
         double       height,
         YsColor      color)
{
  YsPaint paint = { .fill = color };
  cairo_rectangle_t area = { from, y - height / 2.0, MAX (to - from, 1.0), height };

  ys_chart_layout_add_bar (
      table->layout, &area, MIN (0.3 * table->layout->em, height / 2.0), &paint);
  ys_chart_layout_take (table->layout, &area);
}

static void
add_diamond (const Table *table,
             const Row   *row)
{
  double height = 1.35 * table->thick, width = 0.62 * height;
  double x = ys_scale_map (&table->scale, row->spread.mean);
  cairo_rectangle_t area = { x - width / 2.0, row->y - height / 2.0, width, height };
  YsPaint paint = {
    .fill = table->layout->inks->background,
    .stroke = row->calm ? ys_color_with_alpha (row->deep, 0.7) : row->deep,
    .width = CLAMP (0.09 * table->thick, 0.8, 2.5) * table->layout->inks->line,
  };

  ys_chart_layout_add_marker (table->layout, YS_MARKER_DIAMOND, x, row->y, width, height, &paint);
  ys_chart_layout_take (table->layout, &area);
}

static void
add_before (const Table *table,
            const Row   *row)
{
  double right = table->plot.x + table->plot.width;
  double y = row->y + 0.78 * table->thick, size = 0.55 * table->thick;
  double from = MAX (ys_scale_map (&table->scale, row->before.p5), table->plot.x);
  double to = MIN (ys_scale_map (&table->scale, row->before.p95), right);
  YsColor ink = ys_color_with_alpha (table->layout->inks->muted, 0.6);
  YsPaint line = { .stroke = ink, .width = 1.0 };
  YsPaint diamond = { .fill = table->layout->inks->background, .stroke = ink, .width = 1.0 };

  if (!row->has_before)
    return;
  if (!ys_spread_is_certain (&row->before))
    ys_chart_layout_add_line (table->layout, from, y, to, y, &line);
  ys_chart_layout_add_marker (table->layout,
                              YS_MARKER_DIAMOND,
                              ys_scale_map (&table->scale, row->before.mean),
                              y,
                              0.7 * size,
                              size,
                              &diamond);
}

static void
add_row (const Table *table,
         const Row   *row)
{
  double strength = get_strength (table, row);

  add_before (table, row);
  if (!ys_spread_is_certain (&row->spread))
    {
      add_bar (table, row->from, row->to, row->y, THIN * table->thick,
               ys_color_with_alpha (row->fill, MIN (0.42 * strength, 1.0)));
      add_bar (table,
               ys_scale_map (&table->scale, row->spread.p25),
               ys_scale_map (&table->scale, row->spread.p75),
               row->y,
               table->thick,
               ys_color_with_alpha (row->fill, MIN (0.95 * strength, 1.0)));
    }
  add_diamond (table, row);
}

/* --- words ----------------------------------------------------------------------------------- */

/* Beside the bar; where the bar runs off the plot, above it beside the mean. */
static void
add_value (const Table *table,
           Row         *row)
{
  YsChartLayout *layout = table->layout;
  double gap = 0.5 * layout->em, half = 0.45 * table->thick;
  double mean = ys_scale_map (&table->scale, row->spread.mean);
  double above = row->y - 0.5 * table->thick - 0.1 * layout->em;
  double left = MIN (row->from, mean - half) - gap, right = MAX (row->to, mean + half) + gap;

  if (!row->cut_high && ys_chart_layout_try_label (layout, &row->value, right, row->y, 0.0, 0.5))
    return;
  if (ys_chart_layout_try_label (layout, &row->value, mean + half, above, 0.0, 1.0)
      || ys_chart_layout_try_label (layout, &row->value, mean - half, above, 1.0, 1.0))
    return;
  if (!row->cut_low && left - row->value->width > table->plot.x
      && ys_chart_layout_try_label (layout, &row->value, left, row->y, 1.0, 0.5))
    return;

  /* No room but on the bar itself, at its thin end. */
  mean = MAX (mean + half, ys_scale_map (&table->scale, row->spread.p75)) + gap / 2.0;
  ys_chart_layout_try_label_over (layout, &row->value, mean, row->y, 0.0, 0.5);
}

static void
add_chevron (const Table *table,
             double       x,
             double       y,
             double       direction)
{
  double size = 0.22 * table->layout->em;
  const YsPoint points[] = { { x, y - size }, { x + direction * size, y }, { x, y + size } };
  YsPaint paint = { .stroke = table->layout->inks->muted,
                    .width = 1.4 * table->layout->inks->line };

  ys_chart_layout_add_path (table->layout, points, G_N_ELEMENTS (points), &paint);
}

/* How far the range goes that the plot does not hold; end is 1 on the right, 0 on the left. */
static void
add_cut (const Table *table,
         const Row   *row,
         double       value,
         double       end)
{
  YsChartLayout *layout = table->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.9 * table->text, layout->inks->muted);
  g_autofree char *money =
      ys_format_money (value, ys_result_get_currency (layout->result), YS_FORMAT_SHORT);
  /* Translators: a range that goes on beyond the edge of the chart: to $1.8M */
  g_autofree char *text = g_strdup_printf (_("to %s"), money);
  g_autoptr(YsLabel) label = ys_chart_layout_measure (layout, &style, text);
  double direction = end > 0.5 ? 1.0 : -1.0, inset = 0.55 * layout->em;
  double edge = table->plot.x + end * table->plot.width;
  double y = row->y - 0.5 * THIN * table->thick - 0.15 * layout->em, height = label->height;

  if (ys_chart_layout_try_label (layout, &label, edge - direction * inset, y, end, 1.0))
    add_chevron (table, edge - direction * 0.3 * layout->em, y - height / 2.0, direction);
}

static void
add_words (const Table *table,
           Row         *row)
{
  if (row->cut_high)
    add_cut (table, row, row->spread.p95, 1.0);
  if (row->cut_low)
    add_cut (table, row, row->spread.p5, 0.0);
  add_value (table, row);
  ys_chart_layout_try_label (table->layout, &row->name, table->layout->margin, row->y, 0.0, 0.5);
}

static void
add_mark (const Table *table,
          const Row   *row)
{
  double height = 1.35 * table->thick, half = 0.31 * height;
  double mean = ys_scale_map (&table->scale, row->spread.mean);
  double from = MIN (row->from, mean - half), to = MAX (row->to, mean + half);
  YsMark mark = {
    .alternative = (int) row->alternative,
    .period = -1,
    .other = -1,
    .value = row->spread.mean,
    .at = NAN,
    .area = { from, row->y - height / 2.0, to - from, height },
    .reach = { 0.0, row->y - table->row_height / 2.0, table->layout->width, table->row_height },
    .stop = TRUE,
  };

  ys_chart_layout_add_mark (table->layout, &mark);
}

/* Grid and ticks go on over the room kept for the values, and values keep off the zero line. */
static void
add_axis (const Table *table)
{
  YsScale whole = table->scale;
  cairo_rectangle_t zero = table->plot;

  whole.end = table->plot.x + table->plot.width;
  whole.range.high = ys_scale_unmap (&table->scale, whole.end);
  ys_axis_add_across (table->layout, &table->plot, &whole, ys_format_axis_money);

  zero.x = ys_scale_map (&whole, 0.0) - 1.0;
  zero.width = 2.0;
  ys_chart_layout_take (table->layout, &zero);
}

static void
lay_out (YsChartLayout *layout)
{
  Table table;

  table_init (&table, layout);
  place_plot (&table);
  add_axis (&table);

  for (gsize i = 0; i < table.n_rows; i++)
    {
      place_row (&table, &table.rows[i], i);
      add_row (&table, &table.rows[i]);
      add_mark (&table, &table.rows[i]);
    }

  /* The selected one's words come first, should there not be room for all. */
  for (gsize i = 0; i < table.n_rows; i++)
    if ((int) table.rows[i].alternative == layout->options.alternative)
      add_words (&table, &table.rows[i]);
  for (gsize i = 0; i < table.n_rows; i++)
    if ((int) table.rows[i].alternative != layout->options.alternative)
      add_words (&table, &table.rows[i]);

  table_clear (&table);
}

/* --- reading --------------------------------------------------------------------------------- */

typedef struct
{
  char *mean;
  char *p5;
  char *p25;
  char *p75;
  char *p95;
} Figures;

static void
figures_init (Figures        *figures,
              const YsSpread *spread,
              const char     *currency,
              YsFormat        format)
{
  figures->mean = ys_format_money (spread->mean, currency, format);
  figures->p5 = ys_format_money (spread->p5, currency, format);
  figures->p25 = ys_format_money (spread->p25, currency, format);
  figures->p75 = ys_format_money (spread->p75, currency, format);
  figures->p95 = ys_format_money (spread->p95, currency, format);
}

static void
figures_clear (Figures *figures)
{
  g_free (figures->mean);
  g_free (figures->p5);
  g_free (figures->p25);
  g_free (figures->p75);
  g_free (figures->p95);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figures, figures_clear)

static char *
read_mark (const YsResult       *result,
           const YsChartOptions *options,
           const YsMark         *mark)
{
  const char *name = ys_alternative_get_name (result, mark->alternative);
  g_auto(Figures) figures = { NULL };
  YsSpread spread;

  ys_spread_init (&spread, result, mark->alternative);
  figures_init (&figures, &spread, ys_result_get_currency (result), YS_FORMAT_SHORT);

  if (ys_spread_is_certain (&spread))
    /* Translators: “Power mulcher line: worth $277K today” */
    return g_strdup_printf (_("%s: worth %s today"), name, figures.mean);
  /* Translators: “Power mulcher line: $277K on average; 9 in 10 between $150K and $395K” */
  return g_strdup_printf (_("%s: %s on average; 9 in 10 between %s and %s"),
                          name, figures.mean, figures.p5, figures.p95);
}

static void
append_description (GString        *text,
                    const YsResult *result,
                    gsize           alternative,
                    gboolean        first)
{
  const char *name = ys_alternative_get_name (result, alternative);
  g_auto(Figures) figures = { NULL };
  YsSpread spread;

  ys_spread_init (&spread, result, alternative);
  figures_init (&figures, &spread, ys_result_get_currency (result), YS_FORMAT_TEXT);

  g_string_append_c (text, ' ');
  if (first && result->n_alternatives > 1)
    g_string_append_printf (text, _("%s is worth most: %s."), name, figures.mean);
  else
    g_string_append_printf (text, _("%s is worth %s."), name, figures.mean);

  if (!ys_spread_is_certain (&spread))
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("9 times in 10 it comes out between %s and %s."),
                              figures.p5, figures.p95);
    }
}

static char *
describe (const YsResult       *result,
          const YsChartOptions *options)
{
  g_autoptr(GArray) list = ys_alternatives_list_ranked (result);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          ngettext ("Worth today of %u alternative on one money scale.",
                                    "Worth today of %u alternatives on one money scale.",
                                    list->len),
                          list->len);
  for (guint i = 0; i < list->len; i++)
    append_description (text, result, g_array_index (list, gsize, i), i == 0);
  return g_string_free (text, FALSE);
}

static GStrv
make_row (const YsResult *result,
          gsize           alternative)
{
  g_auto(Figures) figures = { NULL };
  YsSpread spread;
  char *cells[7];

  ys_spread_init (&spread, result, alternative);
  figures_init (&figures, &spread, ys_result_get_currency (result), YS_FORMAT_SHORT);
  cells[0] = (char *) ys_alternative_get_name (result, alternative);
  cells[1] = figures.mean;
  cells[2] = figures.p5;
  cells[3] = figures.p25;
  cells[4] = figures.p75;
  cells[5] = figures.p95;
  cells[6] = NULL;
  return g_strdupv (cells);
}

static GPtrArray *
tabulate (const YsResult       *result,
          const YsChartOptions *options)
{
  g_autoptr(GArray) list = ys_alternatives_list_ranked (result);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *headings[] = {
    _("Alternative"),
    _("Average"),
    _("5th percentile"),
    _("25th percentile"),
    _("75th percentile"),
    _("95th percentile"),
    NULL,
  };

  g_ptr_array_add (rows, g_strdupv ((char **) headings));
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (rows, make_row (result, g_array_index (list, gsize, i)));
  return rows;
}

/* Names that would not do with two lines beside the bars; characters are half as wide as high. */
static gboolean
has_long_names (const YsResult *result,
                const GArray   *list,
                double          em,
                double          width)
{
  double room = 2.0 * CLAMP (0.3 * width, 5.0 * em, 15.0 * em);

  for (guint i = 0; i < list->len; i++)
    {
      const char *name = ys_alternative_get_name (result, g_array_index (list, gsize, i));

      if (0.55 * em * (double) g_utf8_strlen (name, -1) > room)
        return TRUE;
    }

  return FALSE;
}

static double
get_height (const YsResult *result,
            double          em,
            double          width)
{
  g_autoptr(GArray) list = ys_alternatives_list (result);
  /* Narrow windows break names into more lines. */
  gboolean tall = width < 40.0 * em || has_long_names (result, list, em, width);
  double row = tall ? 4.2 : 3.2;

  /* One by itself needs the height for its text, which else would be made smaller to fit. */
  return (row * (list->len > 1 ? (double) list->len : 3.5) + 5.5) * em;
}

const YsChart ys_chart_one_scale = {
  .id = "one-scale",
  .name = N_("All on one money scale"),
  .sentence = N_("What each alternative is worth today, on average and in 9 of 10 futures."),
  .highlight = YS_HIGHLIGHT_BAND,
  .lay_out = lay_out,
  .read_mark = read_mark,
  .describe = describe,
  .tabulate = tabulate,
  .get_height = get_height,
};
