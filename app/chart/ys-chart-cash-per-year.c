/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-axis.h"
#include "ys-chart-alternatives.h"
#include "ys-chart-years.h"
#include "ys-format.h"
#include "ys-key.h"
#include "ys-lines.h"
#include "ys-palette.h"

/* Where cash comes from and goes to, from zero outwards. */
typedef enum
{
  PART_BENEFITS,
  PART_COSTS,
  PART_TAX,
  PART_WORKING,
} Part;
#define N_PARTS (PART_WORKING + 1)

/* One year of one alternative: what each part adds to the cash [currency], and the cash. */
typedef struct
{
  double parts[N_PARTS];
  double net;
  double top;    /* of the stacks above and below zero */
  double bottom;
} Year;

typedef struct
{
  gsize              alternative;
  Year              *years;  /* [n_years] */
  Year              *before; /* the same, NULL when there is none */
  int                n_before;
  cairo_rectangle_t  plot;
  YsScale            x;      /* number of the year */
  YsScale            y;      /* [currency] */
} Panel;

typedef struct
{
  YsChartLayout *layout;
  Panel         *panels;
  gsize          n_panels;
  int            n_years;
  int            columns;
  YsRange        range;
  gboolean       used[N_PARTS];
  gboolean       has_nets; /* what is left is written below each year */
} Sheet;

/* --- figures --------------------------------------------------------------------------------- */

static void
add_part (Year   *year,
          Part    part,
          double  value)
{
  year->parts[part] = value;
  if (value > 0.0)
    year->top += value;
  else
    year->bottom += value;
}

static Year *
make_years (const YsResult *result,
            gsize           alternative,
            int             n_years)
{
  const YsAlternativeResult *own = &result->alternatives[alternative];
  Year *years = g_new0 (Year, n_years);

  for (int i = 0; i < n_years; i++)
    {
      add_part (&years[i], PART_BENEFITS, ys_years_sum (result, own->benefits, i));
      add_part (&years[i], PART_COSTS, -ys_years_sum (result, own->costs, i));
      add_part (&years[i], PART_TAX, -ys_years_sum (result, own->tax, i));
      add_part (&years[i], PART_WORKING, ys_years_sum (result, own->working, i));
      years[i].net = ys_years_sum (result, own->cash, i);
    }
  return years;
}

/* Those shown: the selected one, else all, each in a panel of its own. */
static GArray *
list_shown (const YsResult       *result,
            const YsChartOptions *options)
{
  GArray *list;
  gsize selected = (gsize) options->alternative;

  if (options->alternative < 0 || selected >= result->n_alternatives)
    return ys_alternatives_list (result);

  list = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_array_append_val (list, selected);
  return list;
}

static void
include_years (Sheet      *sheet,
               const Year *years,
               int         n_years)
{
  for (int i = 0; i < n_years; i++)
    {
      ys_range_include (&sheet->range, years[i].top);
      ys_range_include (&sheet->range, years[i].bottom);
      ys_range_include (&sheet->range, years[i].net);
      for (int part = 0; part < N_PARTS; part++)
        if (years[i].parts[part] != 0.0)
          sheet->used[part] = TRUE;
    }
}

static void
panel_init (Panel       *panel,
            const Sheet *sheet,
            gsize        alternative)
{
  const YsResult *result = sheet->layout->result, *before = sheet->layout->options.before;
  gsize other;

  panel->alternative = alternative;
  panel->years = make_years (result, alternative, sheet->n_years);
  if (ys_alternatives_find_before (before, result, alternative, &other))
    {
      panel->n_before = MIN (ys_years_get_last (before) + 1, sheet->n_years);
      panel->before = make_years (before, other, panel->n_before);
    }
}

static void
sheet_init (Sheet         *sheet,
            YsChartLayout *layout)
{
  g_autoptr(GArray) list = list_shown (layout->result, &layout->options);

  *sheet = (Sheet) {
    .layout = layout,
    .n_panels = list->len,
    .n_years = ys_years_get_last (layout->result) + 1,
    .range = YS_RANGE_EMPTY,
  };
  ys_range_include (&sheet->range, 0.0);
  sheet->panels = g_new0 (Panel, list->len);
  for (guint i = 0; i < list->len; i++)
    {
      Panel *panel = &sheet->panels[i];

      panel_init (panel, sheet, g_array_index (list, gsize, i));
      include_years (sheet, panel->years, sheet->n_years);
      include_years (sheet, panel->before, panel->n_before);
    }
  ys_range_settle (&sheet->range, 0.06);
}

static void
sheet_clear (Sheet *sheet)
{
  for (gsize i = 0; i < sheet->n_panels; i++)
    {
      g_free (sheet->panels[i].years);
      g_free (sheet->panels[i].before);
    }
  g_free (sheet->panels);
}

/* --- words ----------------------------------------------------------------------------------- */

static gboolean
is_avoided (const YsLine *line)
{
  return line->kind->cash == YS_CASH_AVOIDED;
}

/* What an alternative's benefits are: money that comes in, a loss not suffered, or both. */
static const char *
name_benefits (const YsResult *result,
               const GArray   *list)
{
  gboolean avoided = FALSE, other = FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      const GPtrArray *lines =
          result->alternatives[g_array_index (list, gsize, i)].alternative->lines;

      for (guint k = 0; k < lines->len; k++)
        {
          const YsLine *line = lines->pdata[k];

          if (is_avoided (line))
            avoided = TRUE;
          else if (line->kind->side == YS_SIDE_BENEFIT)
            other = TRUE;
        }
    }
  if (avoided && !other)
    return _("loss not suffered");
  return avoided ? _("benefits and loss not suffered") : _("benefits");
}

static const char *
name_part (const YsResult *result,
           const GArray   *list,
           Part            part)
{
  switch (part)
    {
    case PART_COSTS:
      return _("costs");
    case PART_TAX:
      return _("tax");
    case PART_WORKING:
      return _("working capital");
    case PART_BENEFITS:
    default:
      return name_benefits (result, list);
    }
}

/* --- looks ----------------------------------------------------------------------------------- */

/* The alternative's colour for what comes in, grays for what goes out, white for what waits. */
static YsPaint
get_part_paint (const YsChartLayout *layout,
                gsize                alternative,
                Part                 part)
{
  const YsInks *inks = layout->inks;
  double thin = MAX (0.07 * layout->em, 0.7) * inks->line;

  switch (part)
    {
    case PART_COSTS:
      return (YsPaint) { .fill = ys_color_mix (inks->background, inks->text, 0.6) };
    case PART_TAX:
      return (YsPaint) { .fill = ys_color_mix (inks->background, inks->text, 0.27) };
    case PART_WORKING:
      return (YsPaint) {
        .fill = inks->background,
        .stroke = ys_color_mix (inks->background, inks->text, 0.6),
        .width = thin,
      };
    case PART_BENEFITS:
    default:
      return (YsPaint) { .fill = ys_palette_get_fill (
                            layout->result, alternative, layout->style->theme) };
    }
}

static YsPaint
get_net_paint (const YsChartLayout *layout)
{
  return (YsPaint) {
    .fill = layout->inks->background,
    .stroke = layout->inks->text,
    .width = MAX (0.11 * layout->em, 0.9) * layout->inks->line,
  };
}

/* --- key ------------------------------------------------------------------------------------- */

static void
fill_benefits_sign (const Sheet *sheet,
                    YsKeyEntry  *entry)
{
  for (gsize i = 0; i < MIN (sheet->n_panels, 3); i++)
    entry->stripes[i] = ys_palette_get_fill (sheet->layout->result,
                                             sheet->panels[i].alternative,
                                             sheet->layout->style->theme);
}

static gsize
fill_key (const Sheet *sheet,
          YsKeyEntry  *entries)
{
  const YsChartLayout *layout = sheet->layout;
  g_autoptr(GArray) list = list_shown (layout->result, &layout->options);
  gsize n = 0;

  for (int part = 0; part < N_PARTS; part++)
    if (sheet->used[part])
      {
        entries[n] = (YsKeyEntry) {
          .text = name_part (layout->result, list, part), .width = 0.9, .height = 0.75,
          .paint = get_part_paint (layout, sheet->panels[0].alternative, part),
        };
        if (part == PART_BENEFITS)
          fill_benefits_sign (sheet, &entries[n]);
        n++;
      }
  entries[n++] = (YsKeyEntry) {
    .text = _("cash left, after tax"), .width = 0.6, .height = 0.85, .is_diamond = TRUE,
    .paint = get_net_paint (layout),
  };
  return n;
}

/* Returns the height it took off the top. */
static double
lay_out_key (const Sheet *sheet)
{
  YsChartLayout *layout = sheet->layout;
  YsKeyEntry entries[N_PARTS + 1];
  gsize n = fill_key (sheet, entries);
  double line = ys_key_get_line_height (layout);
  double room = layout->width - 2.0 * layout->margin;
  int lines = 1;

  while (lines < 3 && !ys_key_fits (layout, entries, n, room, lines))
    lines++;
  if (lines * line > 0.25 * layout->height || !ys_key_fits (layout, entries, n, room, lines))
    return 0.0;

  ys_key_add (layout, entries, n, layout->margin, layout->margin, room);
  return lines * line + 0.3 * layout->em;
}

/* --- places ---------------------------------------------------------------------------------- */

/* As many panels side by side as leave each about half as wide again as high. */
static int
choose_columns (gsize  n,
                double width,
                double height)
{
  int best = 1;
  double nearest = G_MAXDOUBLE;

  for (int columns = 1; columns <= (int) n; columns++)
    {
      int rows = ((int) n + columns - 1) / columns;
      double shape = (width / columns) / MAX (height / rows, 1.0);
      double distance = fabs (log (shape / 1.6));

      /* Empty places at the end look like something missing. */
      distance += (double) (rows * columns - (int) n) / (double) n;
      if (distance < nearest)
        {
          nearest = distance;
          best = columns;
        }
    }
  return best;
}

static YsLabel *
measure_title (const Sheet *sheet,
               const Panel *panel,
               double       width)
{
  YsChartLayout *layout = sheet->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 1.0, layout->inks->text);

  style.color = ys_palette_get_deep (layout->result, panel->alternative, layout->style->theme);
  style.bold = TRUE;
  style.max_width = MAX (width, 1.0);
  return ys_chart_layout_measure (
      layout, &style, ys_alternative_get_name (layout->result, panel->alternative));
}

static YsLabel *
measure_net (const Sheet *sheet,
             const Panel *panel,
             int          index)
{
  YsChartLayout *layout = sheet->layout;
  YsTextStyle style = ys_chart_layout_text (layout, 0.92, layout->inks->text);
  g_autofree char *text = ys_format_money (panel->years[index].net,
                                           ys_result_get_currency (layout->result),
                                           YS_FORMAT_SHORT);

  style.bold = TRUE;
  return ys_chart_layout_measure (layout, &style, text);
}

/* All years of all panels or none: a gap would look like nothing left, and panels of different heights
 * could not be compared. */
static gboolean
nets_fit (const Sheet             *sheet,
          const cairo_rectangle_t *cell)
{
  double step = cell->width / sheet->n_years;

  if (cell->height < 9.0 * sheet->layout->em || step < 2.5 * sheet->layout->em)
    return FALSE;
  for (gsize i = 0; i < sheet->n_panels; i++)
    for (int k = 0; k < sheet->n_years; k++)
      {
        g_autoptr(YsLabel) label = measure_net (sheet, &sheet->panels[i], k);

        if (label->width + 0.3 * sheet->layout->em > step)
          return FALSE;
      }
  return TRUE;
}

/* When it gets tight the amounts go first, then the years, then the name. */
static void
place_panel (const Sheet             *sheet,
             Panel                   *panel,
             const cairo_rectangle_t *cell)
{
  YsChartLayout *layout = sheet->layout;
  double em = layout->em, step = cell->width / sheet->n_years;
  double title = cell->height > 3.5 * em ? 1.6 * em : 0.2 * em;
  double foot = cell->height > 6.5 * em ? ys_axis_get_height (layout) : 0.2 * em;
  g_autoptr(YsLabel) label = measure_title (sheet, panel, cell->width);

  if (sheet->has_nets)
    foot += 1.3 * em;
  panel->plot = (cairo_rectangle_t) {
    cell->x, cell->y + title, cell->width, MAX (cell->height - title - foot, 1.0),
  };
  panel->y = (YsScale) { sheet->range, panel->plot.y + panel->plot.height, panel->plot.y };
  panel->x = (YsScale) {
    { 0.0, MAX (sheet->n_years - 1, 1) },
    panel->plot.x + step / 2.0,
    panel->plot.x + panel->plot.width - step / 2.0,
  };
  if (title > em)
    ys_chart_layout_try_label (layout, &label, cell->x, cell->y, 0.0, 0.0);
}

static double
get_step (const Sheet *sheet,
          const Panel *panel)
{
  return panel->plot.width / sheet->n_years;
}

static void
place_panels (Sheet *sheet)
{
  YsChartLayout *layout = sheet->layout;
  double top = layout->margin + lay_out_key (sheet), gap = 1.0 * layout->em;
  double width = layout->width - 2.0 * layout->margin,
         height = layout->height - top - layout->margin;
  double em = layout->em, axis_width, cell_width, cell_height;
  int rows;

  sheet->columns = choose_columns (sheet->n_panels, width, height);
  rows = ((int) sheet->n_panels + sheet->columns - 1) / sheet->columns;
  cell_height = MAX ((height - (rows - 1) * 0.5 * gap) / rows, 1.0);
  axis_width =
      ys_axis_get_width (layout,
                         &(YsScale) { sheet->range, MAX (cell_height - 3.0 * em, 1.0), 0.0 },
                         ys_format_axis_money);
  cell_width = MAX ((width - axis_width - (sheet->columns - 1) * gap) / sheet->columns, 1.0);

  sheet->has_nets = nets_fit (sheet, &(cairo_rectangle_t) { 0.0, 0.0, cell_width, cell_height });

  for (gsize i = 0; i < sheet->n_panels; i++)
    {
      int column = (int) i % sheet->columns, row = (int) i / sheet->columns;
      cairo_rectangle_t cell = {
        layout->margin + axis_width + column * (cell_width + gap),
        top + row * (cell_height + 0.5 * gap),
        cell_width,
        cell_height,
      };

      place_panel (sheet, &sheet->panels[i], &cell);
    }
}

/* --- drawing --------------------------------------------------------------------------------- */

static double
get_bar_width (const Sheet *sheet,
               const Panel *panel)
{
  return MIN (0.72 * get_step (sheet, panel), 3.4 * sheet->layout->em);
}

static void
add_stack (const Sheet *sheet,
           const Panel *panel,
           int          index)
{
  const Year *year = &panel->years[index];
  double width = get_bar_width (sheet, panel), x = ys_scale_map (&panel->x, index) - width / 2.0;
  double above = 0.0, below = 0.0;

  for (int part = 0; part < N_PARTS; part++)
    {
      double value = year->parts[part], *end = value > 0.0 ? &above : &below;
      double from = ys_scale_map (&panel->y, *end), to = ys_scale_map (&panel->y, *end + value);
      YsPaint paint = get_part_paint (sheet->layout, panel->alternative, part);
      cairo_rectangle_t area = { x, MIN (from, to), width, fabs (to - from) };

      *end += value;
      if (value != 0.0)
        ys_chart_layout_add_bar (sheet->layout, &area, 0.0, &paint);
    }
}

static void
add_before (const Sheet *sheet,
            const Panel *panel,
            int          index)
{
  YsColor ink = ys_color_with_alpha (sheet->layout->inks->muted, 0.55);
  YsPaint paint = { .stroke = ink, .width = 1.0, .dash = 1 };
  double width = get_bar_width (sheet, panel) * 1.16,
         x = ys_scale_map (&panel->x, index) - width / 2.0;
  double top, bottom;

  if (panel->before == NULL || index >= panel->n_before)
    return;
  top = ys_scale_map (&panel->y, panel->before[index].top);
  bottom = ys_scale_map (&panel->y, panel->before[index].bottom);
  ys_chart_layout_add_bar (
      sheet->layout, &(cairo_rectangle_t) { x, top, width, bottom - top }, 0.0, &paint);
}

static double
get_net_size (const Sheet *sheet,
              const Panel *panel)
{
  return MIN (0.95 * get_bar_width (sheet, panel), 0.75 * sheet->layout->em);
}

static void
add_net (const Sheet *sheet,
         const Panel *panel,
         int          index)
{
  double size = get_net_size (sheet, panel), x = ys_scale_map (&panel->x, index);
  double y = ys_scale_map (&panel->y, panel->years[index].net);
  YsPaint paint = get_net_paint (sheet->layout);

  paint.width = MIN (paint.width, 0.25 * size);
  ys_chart_layout_add_marker (sheet->layout, YS_MARKER_DIAMOND, x, y, 0.75 * size, size, &paint);
}

/* What is left, in figures. */
static void
add_nets (const Sheet *sheet,
          const Panel *panel)
{
  YsChartLayout *layout = sheet->layout;
  double y = panel->plot.y + panel->plot.height + ys_axis_get_height (layout) + 0.45 * layout->em;

  for (int i = 0; sheet->has_nets && i < sheet->n_years; i++)
    {
      g_autoptr(YsLabel) label = measure_net (sheet, panel, i);

      ys_chart_layout_try_label (layout, &label, ys_scale_map (&panel->x, i), y, 0.5, 0.5);
    }
}

static void
add_zero_line (const Sheet *sheet,
               const Panel *panel)
{
  double y = ys_scale_map (&panel->y, 0.0);
  YsPaint paint = { .stroke = sheet->layout->inks->zero, .width = 1.4 * sheet->layout->inks->line };

  ys_chart_layout_add_line (
      sheet->layout, panel->plot.x, y, panel->plot.x + panel->plot.width, y, &paint);
}

static void
add_mark (const Sheet *sheet,
          const Panel *panel,
          int          index)
{
  const Year *year = &panel->years[index];
  double width = get_bar_width (sheet, panel), step = get_step (sheet, panel),
         x = ys_scale_map (&panel->x, index);
  double top = ys_scale_map (&panel->y, MAX (year->top, year->net)) - 2.0;
  double bottom = ys_scale_map (&panel->y, MIN (year->bottom, year->net)) + 2.0;
  YsMark mark = {
    .alternative = (int) panel->alternative,
    .period = ys_years_get_end (sheet->layout->result, index),
    .kind = index,
    .other = -1,
    .value = year->net,
    .at = index,
    .area = { x - width / 2.0, top, width, bottom - top },
    .reach = { x - step / 2.0, panel->plot.y, step, panel->plot.height },
    .stop = TRUE,
  };

  ys_chart_layout_add_mark (sheet->layout, &mark);
}

static void
add_panel (const Sheet *sheet,
           gsize        index)
{
  const Panel *panel = &sheet->panels[index];
  YsChartLayout *layout = sheet->layout;

  ys_axis_add_up (layout,
                  &panel->plot,
                  &panel->y,
                  (int) index % sheet->columns == 0 ? ys_format_axis_money : NULL,
                  FALSE);
  for (int i = 0; i < sheet->n_years; i++)
    add_before (sheet, panel, i);
  for (int i = 0; i < sheet->n_years; i++)
    add_stack (sheet, panel, i);
  add_zero_line (sheet, panel);
  for (int i = 0; i < sheet->n_years; i++)
    {
      add_net (sheet, panel, i);
      add_mark (sheet, panel, i);
    }
  ys_axis_add_years (layout, &panel->plot, &panel->x, sheet->n_years - 1);
  add_nets (sheet, panel);
}

static void
lay_out (YsChartLayout *layout)
{
  Sheet sheet;

  sheet_init (&sheet, layout);
  place_panels (&sheet);
  for (gsize i = 0; i < sheet.n_panels; i++)
    add_panel (&sheet, i);
  sheet_clear (&sheet);
}

/* --- reading --------------------------------------------------------------------------------- */

static char *
read_mark (const YsResult       *result,
           const YsChartOptions *options,
           const YsMark         *mark)
{
  g_autofree Year *years = make_years (result, mark->alternative, mark->kind + 1);
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize alternative = (gsize) mark->alternative;
  const char *currency = ys_result_get_currency (result);
  g_autofree char *name = ys_years_get_name (result, mark->kind);
  g_autofree char *net = ys_format_money (mark->value, currency, YS_FORMAT_SHORT);
  GString *text = g_string_new (NULL);

  g_array_append_val (list, alternative);
  /* Translators: “Power mulcher line, 2029: $210K left, after tax” */
  g_string_printf (text, _("%s, %s: %s left, after tax"),
                   ys_alternative_get_name (result, alternative), name, net);
  for (int part = 0; part < N_PARTS; part++)
    if (years[mark->kind].parts[part] != 0.0)
      {
        g_autofree char *money =
            ys_format_money (years[mark->kind].parts[part], currency, YS_FORMAT_SHORT);

        /* Translators: one part of a year's cash: “; costs −$30K” */
        g_string_append_printf (text, _("; %s %s"), name_part (result, list, part), money);
      }
  return g_string_free (text, FALSE);
}

/* The year in which most goes out, and that in which most comes in. */
static char *
describe_one (const YsResult *result,
              gsize           alternative)
{
  int n_years = ys_years_get_last (result) + 1, worst = 0, best = 0;
  g_autofree Year *years = make_years (result, alternative, n_years);
  const char *currency = ys_result_get_currency (result);
  g_autofree char *worst_name = NULL;
  g_autofree char *best_name = NULL;
  g_autofree char *worst_money = NULL;
  g_autofree char *best_money = NULL;

  for (int i = 1; i < n_years; i++)
    {
      if (years[i].net < years[worst].net)
        worst = i;
      if (years[i].net > years[best].net)
        best = i;
    }
  worst_name = ys_years_get_name (result, worst);
  best_name = ys_years_get_name (result, best);
  worst_money = ys_format_money (years[worst].net, currency, YS_FORMAT_TEXT);
  best_money = ys_format_money (years[best].net, currency, YS_FORMAT_TEXT);
  /* Translators: “Power mulcher line: least −$838,000 (Today), most $260,000 (2034).” */
  return g_strdup_printf (_("%s: least %s (%s), most %s (%s)."),
                          ys_alternative_get_name (result, alternative),
                          worst_money, worst_name, best_money, best_name);
}

static char *
describe (const YsResult       *result,
          const YsChartOptions *options)
{
  g_autoptr(GArray) list = list_shown (result, options);
  GString *text = g_string_new (_("Cash of each year, after tax."));

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
          gsize           alternative,
          const Year     *year,
          int             index)
{
  const char *currency = ys_result_get_currency (result);
  char *cells[N_PARTS + 4] = { NULL };

  cells[0] = g_strdup (ys_alternative_get_name (result, alternative));
  cells[1] = ys_years_get_name (result, index);
  for (int part = 0; part < N_PARTS; part++)
    cells[2 + part] = ys_format_money (year->parts[part], currency, YS_FORMAT_SHORT);
  cells[2 + N_PARTS] = ys_format_money (year->net, currency, YS_FORMAT_SHORT);
  return g_memdup2 (cells, sizeof cells);
}

static GPtrArray *
tabulate (const YsResult       *result,
          const YsChartOptions *options)
{
  g_autoptr(GArray) list = list_shown (result, options);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  int n_years = ys_years_get_last (result) + 1;
  const char *headings[] = {
    _("Alternative"),
    _("Year"),
    name_benefits (result, list),
    _("costs"),
    _("tax"),
    _("working capital"),
    _("cash left, after tax"),
    NULL,
  };

  g_ptr_array_add (rows, g_strdupv ((char **) headings));
  for (guint i = 0; i < list->len; i++)
    {
      gsize alternative = g_array_index (list, gsize, i);
      g_autofree Year *years = make_years (result, alternative, n_years);

      for (int k = 0; k < n_years; k++)
        g_ptr_array_add (rows, make_row (result, alternative, &years[k], k));
    }
  return rows;
}

static double
get_height (const YsResult *result,
            double          em,
            double          width)
{
  g_autoptr(GArray) list = ys_alternatives_list (result);
  int columns = CLAMP ((int) (width / (20.0 * em)), 1, 4);
  int rows = ((int) list->len + columns - 1) / columns;

  return (12.0 * MAX (rows, 1) + 5.0) * em;
}

const YsChart ys_chart_cash_per_year = {
  .id = "cash-per-year",
  .name = N_("Cash year by year"),
  .sentence = N_("What comes in and what goes out each year, and what is left after tax."),
  .highlight = YS_HIGHLIGHT_BAND,
  .lay_out = lay_out,
  .read_mark = read_mark,
  .describe = describe,
  .tabulate = tabulate,
  .get_height = get_height,
};
