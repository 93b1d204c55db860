/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-lines.h"

#include <math.h>

#include "ys-chart-alternatives.h"
#include "ys-palette.h"

#define NAME_MOST 12.0 /* widest column of names [em] */
#define NAME_SHARE 0.25
#define NAME_GAP 1.1   /* between the end of a line and its name, for what ties them [em] */

static double
get_width (const YsChartLayout *layout,
           double               em)
{
  return em * layout->em * layout->inks->line;
}

YsPaint
ys_line_get_paint (const YsChartLayout *layout,
                   gsize                alternative)
{
  YsColor color = ys_palette_get_fill (layout->result, alternative, layout->style->theme);
  gboolean calm = ys_alternative_is_calm (layout->options.alternative, alternative);
  gboolean selected = layout->options.alternative == (int) alternative;

  return (YsPaint) {
    .stroke = ys_color_with_alpha (color, calm ? 0.5 : 1.0),
    .width = get_width (layout, selected ? 0.24 : 0.17),
    .dash = (int) (alternative / YS_PALETTE_LENGTH),
  };
}

YsPaint
ys_line_get_before_paint (const YsChartLayout *layout,
                          gsize                alternative)
{
  YsPaint paint = ys_line_get_paint (layout, alternative);

  paint.stroke.alpha *= 0.45;
  paint.width = get_width (layout, 0.09);
  paint.dash = 1;
  return paint;
}

YsMarker
ys_line_get_marker (gsize alternative)
{
  static const YsMarker markers[] = {
    YS_MARKER_DOT, YS_MARKER_SQUARE, YS_MARKER_TRIANGLE, YS_MARKER_DIAMOND,
  };

  return markers[alternative % G_N_ELEMENTS (markers)];
}

void
ys_line_add_dot (YsChartLayout *layout,
                 gsize          alternative,
                 double         x,
                 double         y)
{
  YsPaint line = ys_line_get_paint (layout, alternative);
  YsColor deep = ys_palette_get_deep (layout->result, alternative, layout->style->theme);
  gboolean calm = ys_alternative_is_calm (layout->options.alternative, alternative);
  double size = 0.72 * layout->em;
  YsPaint paint = {
    .fill = layout->inks->background,
    .stroke = ys_color_with_alpha (deep, calm ? 0.6 : 1.0),
    .width = MIN (line.width, get_width (layout, 0.16)),
  };

  ys_chart_layout_add_marker (layout, ys_line_get_marker (alternative), x, y, size, size, &paint);
}

/* --- names ----------------------------------------------------------------------------------- */

static YsLabel *
measure_name (const YsChartLayout *layout,
              gsize                alternative,
              gboolean             left)
{
  gboolean calm = ys_alternative_is_calm (layout->options.alternative, alternative);
  YsTextStyle style = ys_chart_layout_text (layout, 0.95, layout->inks->muted);

  if (!calm)
    style.color = ys_palette_get_deep (layout->result, alternative, layout->style->theme);
  style.bold = layout->options.alternative == (int) alternative;
  style.align = left ? YS_ALIGN_END : YS_ALIGN_START;
  style.max_width = CLAMP (NAME_SHARE * layout->width, 4.0 * layout->em, NAME_MOST * layout->em);
  style.most_width = MIN (1.4 * NAME_SHARE * layout->width, NAME_MOST * layout->em);
  style.max_lines = 3;
  return ys_chart_layout_measure (
      layout, &style, ys_alternative_get_name (layout->result, alternative));
}

static void
name_clear (gpointer data)
{
  g_clear_pointer (&((YsLineName *) data)->label, ys_label_free);
}

GArray *
ys_line_names_new (const YsChartLayout *layout,
                   const GArray        *list,
                   gboolean             left)
{
  GArray *names = g_array_sized_new (FALSE, FALSE, sizeof (YsLineName), list->len);

  g_array_set_clear_func (names, name_clear);
  for (guint i = 0; i < list->len; i++)
    {
      gsize alternative = g_array_index (list, gsize, i);
      YsLineName name = { alternative, measure_name (layout, alternative, left), NAN };

      g_array_append_val (names, name);
    }
  return names;
}

double
ys_line_names_get_width (const GArray        *names,
                         const YsChartLayout *layout)
{
  double widest = 0.0;

  for (guint i = 0; i < names->len; i++)
    widest = MAX (widest, g_array_index (names, YsLineName, i).label->width);
  return widest + (NAME_GAP + 0.2) * layout->em;
}

/* Boxes that have run into each other and move as one. */
typedef struct
{
  double wanted; /* Σ of where its top would be for each of its boxes */
  gsize  n;
  double height;
  double top;
} Block;

static void
settle (Block *block,
        double top,
        double bottom)
{
  block->top = CLAMP (block->wanted / (double) block->n, top, MAX (bottom - block->height, top));
}

gboolean
ys_spread_apart (double       *middles,
                 const double *heights,
                 gsize         n,
                 double        top,
                 double        bottom)
{
  g_autofree Block *blocks = g_new (Block, n + 1);
  gsize n_blocks = 0, index = 0;
  double total = 0.0;

  for (gsize i = 0; i < n; i++)
    total += heights[i];
  if (total > bottom - top)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      Block block = { middles[i] - heights[i] / 2.0, 1, heights[i], 0.0 };

      settle (&block, top, bottom);
      while (n_blocks > 0 && blocks[n_blocks - 1].top + blocks[n_blocks - 1].height > block.top)
        {
          const Block *above = &blocks[--n_blocks];

          block.wanted = above->wanted + block.wanted - (double) block.n * above->height;
          block.n += above->n;
          block.height += above->height;
          settle (&block, top, bottom);
        }
      blocks[n_blocks++] = block;
    }

  for (gsize b = 0; b < n_blocks; b++)
    {
      double y = blocks[b].top;

      for (gsize k = 0; k < blocks[b].n; k++, index++)
        {
          middles[index] = y + heights[index] / 2.0;
          y += heights[index];
        }
    }
  return TRUE;
}

static void
add_tie (YsChartLayout    *layout,
         const YsLineName *name,
         double            x,
         double            to_x,
         double            to_y)
{
  YsPaint paint = ys_line_get_paint (layout, name->alternative);

  if (isnan (name->y))
    {
      ys_chart_layout_add_line (layout, x + 0.25 * (to_x - x), to_y, to_x, to_y, &paint);
      return;
    }
  paint.width = MIN (paint.width, 1.0 * layout->inks->line);
  paint.stroke.alpha *= 0.6;
  paint.dash = 0;
  ys_chart_layout_add_line (layout, x, name->y, to_x, to_y, &paint);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const YsLineName *first = a, *second = b;

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;
  return first->alternative < second->alternative ? -1 : 1;
}

/* Whom to leave out when names are too many: the one worth least, but not the selected one. */
static guint
find_least (const YsChartLayout *layout,
            const GArray        *names)
{
  guint least = 0;
  double worth = G_MAXDOUBLE;

  for (guint i = 0; i < names->len; i++)
    {
      gsize alternative = g_array_index (names, YsLineName, i).alternative;
      double own = ys_finite_or_zero (ys_result_get_metric (layout->result, alternative, "npv"));

      if (own <= worth && (int) alternative != layout->options.alternative)
        {
          worth = own;
          least = i;
        }
    }
  return least;
}

static void
measure_column (const YsChartLayout *layout,
                const GArray        *names,
                double               top,
                double              *middles,
                double              *heights)
{
  double y = top;

  for (guint i = 0; i < names->len; i++)
    {
      const YsLineName *name = &g_array_index (names, YsLineName, i);

      heights[i] = name->label->height + 0.15 * layout->em;
      middles[i] = isnan (name->y) ? y + heights[i] / 2.0 : name->y;
      y += heights[i] + 0.35 * layout->em;
    }
}

/* Where the middles of the names come to stand; leaves names out until the rest fit. */
static double *
place_names (const YsChartLayout *layout,
             GArray              *names,
             double               top,
             double               bottom)
{
  double *middles = g_new (double, names->len + 1);
  g_autofree double *heights = g_new (double, names->len + 1);

  for (;;)
    {
      measure_column (layout, names, top, middles, heights);
      if (names->len == 0 || ys_spread_apart (middles, heights, names->len, top, bottom))
        return middles;
      g_array_remove_index (names, find_least (layout, names));
    }
}

static gboolean
end_nowhere (const GArray *names)
{
  return names->len > 0 && isnan (g_array_index (names, YsLineName, 0).y);
}

void
ys_line_names_add (GArray                  *names,
                   YsChartLayout           *layout,
                   const cairo_rectangle_t *plot,
                   gboolean                 left,
                   double                   top)
{
  double direction = left ? -1.0 : 1.0, x = left ? plot->x : plot->x + plot->width;
  double at = x + direction * NAME_GAP * layout->em;
  g_autofree double *middles = NULL;

  if (!end_nowhere (names))
    g_array_sort (names, compare_names);
  middles = place_names (layout, names, top, layout->height - layout->margin);
  for (guint i = 0; i < names->len; i++)
    {
      YsLineName *name = &g_array_index (names, YsLineName, i);

      if (ys_chart_layout_try_label (layout, &name->label, at, middles[i], left ? 1.0 : 0.0, 0.5))
        add_tie (layout, name, x, at - direction * 0.2 * layout->em, middles[i]);
    }
}

void
ys_lines_keep_texts_in (YsChartLayout           *layout,
                        const cairo_rectangle_t *plot,
                        double                   y)
{
  double right = plot->x + plot->width;
  const cairo_rectangle_t outside[] = {
    { 0.0, plot->y, plot->x, plot->height },
    { right, plot->y, layout->width - right, plot->height },
    { plot->x, y - 1.0, plot->width, 2.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (outside); i++)
    ys_chart_layout_take (layout, &outside[i]);
}
