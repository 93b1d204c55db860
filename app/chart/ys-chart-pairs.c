/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-axis.h"
#include "ys-chart-alternatives.h"
#include "ys-format.h"
#include "ys-key.h"
#include "ys-match.h"
#include "ys-palette.h"

/* Half of a square, as in the tables of distances between towns: each pair once, worth most first.
 * Names stand on the diagonal, with the empty half to run into; below each name, and to the left of
 * each, its pairs with the others. */

#define GAP 0.18       /* between cells [em] */
#define CELL_MOST 26.0 /* [em] */
#define ROW_MOST 12.0
#define TEXT_MOST 1.8

/* Of so many, figures as large as text and the tint say enough. */
#define MANY 10

/* How all cells of a chart are written: the longest that fits. */
typedef enum
{
  FORM_WORDS,   /* 7 in 10 */
  FORM_PERCENT, /* 71% */
  FORM_TENTHS,  /* 7 */
  N_FORMS,      /* not at all */
} Form;

typedef struct
{
  YsChartLayout *layout;
  GArray        *list;  /* gsize: worth most first */
  gsize          n;
  double         x;     /* left end of the first column */
  double         y;     /* where the first row would begin, which has a name only */
  double         cell_width;
  double         cell_height;
  double         text;  /* of the names [em] */
  Form           form;
  double         size;  /* of what is written into the cells [px] */
  GHashTable    *texts; /* char * → YsLabel: of many cells a few differ */
} Square;

/* --- figures --------------------------------------------------------------------------------- */

static YsMatch
get_match (const Square *square,
             gsize         column,
             gsize         row)
{
  YsMatch pair;

  ys_match_init (&pair,
             square->layout->result,
             g_array_index (square->list, gsize, column),
             g_array_index (square->list, gsize, row));
  return pair;
}

/* --- places ---------------------------------------------------------------------------------- */

static YsLabel *
measure_name (const Square *square,
              gsize         position,
              double        room)
{
  YsChartLayout *layout = square->layout;
  gsize alternative = g_array_index (square->list, gsize, position);
  gboolean calm = ys_alternative_is_calm (layout->options.alternative, alternative);
  YsTextStyle style = ys_chart_layout_text (layout, square->text, layout->inks->muted);

  if (!calm)
    style.color = ys_palette_get_deep (layout->result, alternative, layout->style->theme);
  style.bold = layout->options.alternative == (int) alternative;
  style.max_width = MAX (room, 1.0);
  style.max_lines = (int) CLAMP (floor (square->cell_height / (1.3 * style.size)), 1.0, 4.0);
  return ys_chart_layout_measure (
      layout, &style, ys_alternative_get_name (layout->result, alternative));
}

/* What the names need to the right of the last column, of all of width. Those above the last have
 * empty cells to run into. */
static double
measure_names (const Square *square,
               double        width)
{
  const double em = square->layout->em, most = CLAMP (0.3 * width, 5.0 * em, 14.0 * em);
  double cell = MAX (width - most, 0.0) / ((double) square->n - 1.0), needed = 0.0;

  for (gsize i = 0; i < square->n && (double) i * cell < most; i++)
    {
      g_autoptr(YsLabel) label = measure_name (square, square->n - 1 - i, most);

      needed = MAX (needed, label->width - (double) i * cell);
    }
  return needed + 0.5 * em;
}

/* In the middle of what the words below leave. The first row is no higher than its name. */
static void
place_square (Square *square,
              double  bottom)
{
  YsChartLayout *layout = square->layout;
  double width = layout->width - 2.0 * layout->margin, height = bottom - layout->margin;
  double n = (double) square->n, head, names;

  square->cell_height = CLAMP (height / n, 1.0, ROW_MOST * layout->em);
  square->text = CLAMP (square->cell_height / (1.35 * layout->em), MIN (6.5 / layout->em, 1.0), 1.0);
  head = MIN (square->cell_height, 3.0 * layout->em);
  square->cell_height = CLAMP ((height - head) / (n - 1.0), 1.0, ROW_MOST * layout->em);

  names = measure_names (square, width);
  square->cell_width = CLAMP ((width - names) / (n - 1.0), 1.0, CELL_MOST * layout->em);
  square->x = layout->margin + MAX (width - names - square->cell_width * (n - 1.0), 0.0) / 2.0;
  square->y = layout->margin + head - square->cell_height;
  square->y += MAX (height - head - square->cell_height * (n - 1.0), 0.0) / 2.0;
}

static cairo_rectangle_t
get_cell (const Square *square,
          gsize         column,
          gsize         row)
{
  double gap = MIN (GAP * square->layout->em, 0.12 * MIN (square->cell_width, square->cell_height));

  return (cairo_rectangle_t) {
    square->x + (double) column * square->cell_width,
    square->y + (double) row * square->cell_height,
    square->cell_width - gap,
    square->cell_height - gap,
  };
}

/* --- cells ----------------------------------------------------------------------------------- */

static gboolean
is_calm (const YsChartLayout *layout,
         const YsMatch          *pair)
{
  return ys_alternative_is_calm (layout->options.alternative, pair->upper)
         && ys_alternative_is_calm (layout->options.alternative, pair->lower);
}

/* In the colour of the one that wins more often, the stronger the oftener. */
static YsColor
get_tint (const YsChartLayout *layout,
          const YsMatch          *pair)
{
  gsize winner = pair->beats >= 0.5 ? pair->upper : pair->lower;
  YsColor color = ys_palette_get_fill (layout->result, winner, layout->style->theme);
  double strength = 0.06 + 0.5 * fabs (pair->beats - 0.5);

  return ys_color_with_alpha (color, is_calm (layout, pair) ? 0.4 * strength : strength);
}

static void
add_background (YsChartLayout           *layout,
                const cairo_rectangle_t *cell,
                const YsMatch           *pair)
{
  YsPaint paint = { .fill = get_tint (layout, pair) };
  cairo_rectangle_t area = *cell;

  if (pair->dominating >= 0)
    {
      paint.stroke =
          ys_palette_get_deep (layout->result, pair->dominating, layout->style->theme);
      paint.stroke.alpha = is_calm (layout, pair) ? 0.5 : 1.0;
      paint.width = CLAMP (0.03 * MIN (cell->width, cell->height), 0.8, 2.0) * layout->inks->line;
      paint.dash = pair->dominance == YS_DOMINANCE_FIRST ? 0 : 1;
      area.x += paint.width / 2.0;
      area.y += paint.width / 2.0;
      area.width = MAX (area.width - paint.width, 0.0);
      area.height = MAX (area.height - paint.width, 0.0);
    }
  /* Round corners of many small cells are not seen, but take their time. */
  ys_chart_layout_add_bar (
      layout, &area, cell->height > 4.5 * layout->em ? 0.25 * layout->em : 0.0, &paint);
}

/* As it was before, a tick across the bar. */
static void
add_before (YsChartLayout           *layout,
            const cairo_rectangle_t *bar,
            const YsMatch           *pair)
{
  const YsResult *before = layout->options.before;
  YsPaint paint = { .stroke = layout->inks->text, .width = 1.5 * layout->inks->line };
  gsize upper, lower;
  YsMatch match;
  double x;

  if (!ys_alternatives_find_before (before, layout->result, pair->upper, &upper)
      || !ys_alternatives_find_before (before, layout->result, pair->lower, &lower)
      || before->pairs == NULL)
    return;

  ys_match_init (&match, before, upper, lower);
  x = bar->x + bar->width * match.beats;
  if (fabs (x - bar->x - bar->width * pair->beats) >= 1.0)
    ys_chart_layout_add_line (
        layout, x, bar->y - 0.5 * bar->height, x, bar->y + 1.5 * bar->height, &paint);
}

/* Empty when there is no room for it. */
static cairo_rectangle_t
get_bar (const Square            *square,
         const cairo_rectangle_t *cell)
{
  double em = square->layout->em, inset = 0.5 * em, height = 0.45 * em;

  if (cell->height < 3.6 * em || cell->width < 4.0 * em || square->n > MANY)
    return (cairo_rectangle_t) { cell->x, cell->y + cell->height, cell->width, 0.0 };
  return (cairo_rectangle_t) {
    cell->x + inset, cell->y + cell->height - inset - height, cell->width - 2.0 * inset, height,
  };
}

/* The futures, shared out between the two. */
static void
add_bar (const Square            *square,
         const cairo_rectangle_t *cell,
         const YsMatch           *pair)
{
  YsChartLayout *layout = square->layout;
  cairo_rectangle_t bar = get_bar (square, cell), part = bar;
  double strength = is_calm (layout, pair) ? 0.5 : 1.0;
  YsPaint upper = { .fill = ys_palette_get_fill (layout->result, pair->upper, layout->style->theme) };
  YsPaint lower = { .fill = ys_palette_get_fill (layout->result, pair->lower, layout->style->theme) };

  if (bar.height <= 0.0)
    return;

  upper.fill.alpha = strength;
  lower.fill.alpha = 0.35 * strength;
  part.width = bar.width * pair->beats;
  ys_chart_layout_add_bar (layout, &part, 0.0, &upper);
  part.x += part.width;
  part.width = bar.width - part.width;
  ys_chart_layout_add_bar (layout, &part, 0.0, &lower);
  add_before (layout, &bar, pair);
}

/* What a cell leaves for words. */
static cairo_rectangle_t
get_room (const Square            *square,
          const cairo_rectangle_t *cell)
{
  double inset = MIN (0.4 * square->layout->em, 0.08 * MIN (cell->width, cell->height));

  return (cairo_rectangle_t) {
    cell->x + inset,
    cell->y + inset,
    cell->width - 2.0 * inset,
    get_bar (square, cell).y - cell->y - 2.0 * inset,
  };
}

static YsColor
get_text_color (const YsChartLayout *layout,
                const YsMatch          *pair)
{
  YsColor tint = get_tint (layout, pair);
  YsColor behind = ys_color_mix (layout->inks->background, tint, tint.alpha);
  YsColor ink = is_calm (layout, pair) ? layout->inks->muted : layout->inks->text;

  return ys_color_reach_contrast (ink, behind, layout->inks->contrast);
}

static char *
format_chance (const YsMatch *pair,
               Form        form)
{
  if (form == FORM_TENTHS)
    return g_strdup_printf ("%d", (int) round (10.0 * pair->beats));
  return ys_format_chance (pair->beats, form == FORM_WORDS ? YS_FORMAT_TEXT : YS_FORMAT_SHORT);
}

static YsLabel *
measure_chance (const Square *square,
                const YsMatch *pair)
{
  YsTextStyle style = { .size = square->size, .bold = TRUE };
  g_autofree char *text = format_chance (pair, square->form);
  YsLabel *label = g_hash_table_lookup (square->texts, text);

  if (label == NULL)
    {
      label = ys_chart_layout_measure (square->layout, &style, text);
      g_hash_table_insert (square->texts, g_steal_pointer (&text), label);
    }
  return ys_label_copy (label, get_text_color (square->layout, pair));
}

static void
add_chance (const Square            *square,
            const cairo_rectangle_t *room,
            const YsMatch           *pair)
{
  g_autoptr(YsLabel) label = NULL;

  if (square->form == N_FORMS)
    return;

  label = measure_chance (square, pair);
  ys_chart_layout_try_label (square->layout,
                             &label,
                             room->x + room->width / 2.0,
                             room->y + room->height / 2.0,
                             0.5,
                             0.5);
}

static gboolean
has_room_for_dominance (const YsChartLayout     *layout,
                        const cairo_rectangle_t *room)
{
  return room->height >= 4.0 * layout->em && room->width >= 6.0 * layout->em;
}

/* Returns the height taken from the foot of the room. */
static double
add_dominance (YsChartLayout           *layout,
               const cairo_rectangle_t *room,
               const YsMatch           *pair)
{
  YsTextStyle style = ys_chart_layout_text (layout, 0.85, get_text_color (layout, pair));
  g_autoptr(YsLabel) label = NULL;
  double height;

  if (pair->dominating < 0 || !has_room_for_dominance (layout, room))
    return 0.0;

  style.max_width = room->width;
  style.max_lines = 2;
  style.align = YS_ALIGN_CENTER;
  label = ys_chart_layout_measure (layout, &style, ys_dominance_get_words (pair->dominance));
  height = label->height;
  ys_chart_layout_try_label (
      layout, &label, room->x + room->width / 2.0, room->y + room->height, 0.5, 1.0);
  return height;
}

/* The widest of all texts in one form, at a size of 1 em. */
static void
measure_form (const Square *square,
              Form          form,
              double       *width,
              double       *height)
{
  YsTextStyle style = ys_chart_layout_text (square->layout, 1.0, square->layout->inks->text);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  *width = *height = 0.0;
  style.bold = TRUE;
  for (gsize row = 1; row < square->n; row++)
    for (gsize column = 0; column < row; column++)
      {
        YsMatch pair = get_match (square, column, row);
        char *text = format_chance (&pair, form);
        g_autoptr(YsLabel) label = NULL;

        if (g_hash_table_contains (seen, text))
          {
            g_free (text);
            continue;
          }
        label = ys_chart_layout_measure (square->layout, &style, text);
        *width = MAX (*width, label->width);
        *height = MAX (*height, label->height);
        g_hash_table_add (seen, text);
      }
}

/* All cells are written alike, as large as the one with the least room allows. */
static void
choose_form (Square *square)
{
  const YsChartLayout *layout = square->layout;
  const double least[N_FORMS] = { 0.85 * layout->em, 0.7 * layout->em, MIN (6.0, layout->em) };
  cairo_rectangle_t cell = get_cell (square, 0, 1), room = get_room (square, &cell);

  if (has_room_for_dominance (layout, &room))
    room.height -= 2.4 * layout->em;
  for (square->form = FORM_WORDS; square->form < N_FORMS; square->form++)
    {
      double width, height;

      measure_form (square, square->form, &width, &height);
      square->size = MIN (room.width / width, room.height / height) * layout->em;
      square->size = MIN (square->size, (square->n > MANY ? 1.1 : TEXT_MOST) * layout->em);
      if (square->size >= least[square->form])
        return;
    }
}

static void
add_cell (const Square *square,
          gsize         column,
          gsize         row)
{
  YsChartLayout *layout = square->layout;
  cairo_rectangle_t cell = get_cell (square, column, row), room = get_room (square, &cell);
  YsMark mark = { .period = -1, .at = NAN, .area = cell, .reach = cell, .stop = TRUE };
  YsMatch pair = get_match (square, column, row);

  add_background (layout, &cell, &pair);
  add_bar (square, &cell, &pair);
  room.height -= add_dominance (layout, &room, &pair);
  add_chance (square, &room, &pair);

  mark.alternative = (int) pair.upper;
  mark.other = (int) pair.lower;
  mark.value = pair.beats;
  ys_chart_layout_add_mark (layout, &mark);
}

/* --- words ----------------------------------------------------------------------------------- */

static void
add_name (const Square *square,
          gsize         position)
{
  YsChartLayout *layout = square->layout;
  double x = square->x + (double) position * square->cell_width + 0.25 * layout->em;
  double y = square->y + ((double) position + 0.5) * square->cell_height;
  double room = layout->width - layout->margin - x;
  g_autoptr(YsLabel) label = measure_name (square, position, MIN (room, 28.0 * layout->em));

  /* The first stands on its column. */
  if (position == 0)
    ys_chart_layout_try_label (
        layout, &label, x, y + square->cell_height / 2.0 - 0.2 * layout->em, 0.0, 1.0);
  else
    ys_chart_layout_try_label (layout, &label, x, y, 0.0, 0.5);
}

static gboolean
has_dominance (const Square *square,
               YsDominance   dominance)
{
  for (gsize row = 1; row < square->n; row++)
    for (gsize column = 0; column < row; column++)
      if (get_match (square, column, row).dominance == dominance)
        return TRUE;
  return FALSE;
}

static gsize
fill_key (const Square *square,
          YsKeyEntry   *entries)
{
  YsColor ink = square->layout->inks->muted;
  double width = 1.5 * square->layout->inks->line;
  gsize n = 0;

  if (has_dominance (square, YS_DOMINANCE_FIRST))
    entries[n++] = (YsKeyEntry) {
      .text = _("better at every amount (first-order dominance)"),
      .width = 1.3, .height = 0.8, .paint = { .stroke = ink, .width = width },
    };
  if (has_dominance (square, YS_DOMINANCE_SECOND))
    entries[n++] = (YsKeyEntry) {
      .text = _("better for any cautious owner (second-order dominance)"),
      .width = 1.3, .height = 0.8, .paint = { .stroke = ink, .width = width, .dash = 1 },
    };
  return n;
}

/* How high the words at the foot are: the key, if it fits, below the caption. */
static double
measure_foot (const Square *square,
              int          *key_lines)
{
  YsChartLayout *layout = square->layout;
  double room = layout->width - 2.0 * layout->margin, line = ys_key_get_line_height (layout);
  YsKeyEntry entries[2];
  gsize n = fill_key (square, entries);

  *key_lines = 0;
  if (layout->height < (6.0 + 1.3 * (double) square->n) * layout->em)
    return 0.0;
  if (layout->height > (9.0 + 1.5 * (double) square->n) * layout->em)
    for (int lines = 1; lines <= (int) n && *key_lines == 0; lines++)
      if (ys_key_fits (layout, entries, n, room, lines))
        *key_lines = lines;
  return (1 + *key_lines) * line + 0.4 * layout->em;
}

static void
add_foot (const Square *square,
          int           key_lines)
{
  YsChartLayout *layout = square->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->muted);
  double line = ys_key_get_line_height (layout), room = layout->width - 2.0 * layout->margin;
  double y = layout->height - layout->margin - key_lines * line;
  YsKeyEntry entries[2];
  gsize n = fill_key (square, entries);
  g_autoptr(YsLabel) caption = NULL;

  if (key_lines > 0)
    ys_key_add (layout, entries, n, layout->margin, y, room);
  style.max_width = MAX (room, 1.0);
  caption = ys_chart_layout_measure (
      layout,
      &style,
      square->form == FORM_TENTHS
        ? _("In how many of 10 futures the upper one is worth more than the lower one")
        : _("How often the upper one is worth more than the lower one"));
  ys_chart_layout_try_label (layout, &caption, layout->margin, y - line / 2.0, 0.0, 0.5);
}

static void
lay_out (YsChartLayout *layout)
{
  g_autoptr(GArray) list = ys_alternatives_list_choices (layout->result);
  g_autoptr(GHashTable) texts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ys_label_free);
  Square square = { .layout = layout, .list = list, .n = list->len, .texts = texts };

  double foot;
  int key_lines;

  foot = measure_foot (&square, &key_lines);
  place_square (&square, layout->height - layout->margin - foot);
  choose_form (&square);
  for (gsize row = 1; row < square.n; row++)
    for (gsize column = 0; column < row; column++)
      add_cell (&square, column, row);
  for (gsize i = 0; i < square.n; i++)
    add_name (&square, i);
  if (foot > 0.0)
    add_foot (&square, key_lines);
}

/* --- reading --------------------------------------------------------------------------------- */

static char *
read_mark (const YsResult       *result,
           const YsChartOptions *options,
           const YsMark         *mark)
{
  YsMatch match;

  ys_match_init (&match, result, (gsize) mark->alternative, (gsize) mark->other);
  return ys_match_read (&match, result);
}

static const YsEmptyState *
find_empty_state (const YsResult       *result,
                  const YsChartOptions *options)
{
  static const YsEmptyState alone = {
    N_("Only one alternative"),
    N_("Add another, or say what doing nothing comes to, and they stand side by side here."),
  };
  static const YsEmptyState too_many = {
    N_("Too many to stand side by side"),
    N_("Leave out those that are out of the question."),
  };

  if (result->n_alternatives < 2)
    return &alone;
  return result->pairs == NULL ? &too_many : NULL;
}

static double
get_height (const YsResult *result,
            double          em,
            double          width)
{
  double n = (double) result->n_alternatives;

  return (n * (n > 8.0 ? 2.0 : 3.4) + 5.0) * em;
}

const YsChart ys_chart_pairs = {
  .id = "pairs",
  .name = N_("Side by side"),
  .sentence = N_("How often one alternative is worth more than another, both meeting the same "
                 "future."),
  .highlight = YS_HIGHLIGHT_BAND,
  .analyses = YS_ANALYSE_PAIRS,
  .find_empty_state = find_empty_state,
  .lay_out = lay_out,
  .read_mark = read_mark,
  .describe = ys_matches_describe,
  .tabulate = ys_matches_tabulate,
  .get_height = get_height,
};
