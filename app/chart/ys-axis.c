/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-axis.h"

#include <math.h>

#include "ys-chart-alternatives.h"
#include "ys-format.h"
#include "ys-ticks.h"

#define TICK_SIZE 0.92 /* of the text */
#define GAP 0.5        /* between a label and the plot [em] */

char *
ys_axis_format_rate (double      value,
                     double      largest,
                     double      step,
                     const char *currency)
{
  return ys_format_percent (value, YS_FORMAT_SHORT);
}

double
ys_axis_get_height (const YsChartLayout *layout)
{
  return 1.9 * layout->em;
}

static YsLabel *
measure_tick (const YsChartLayout *layout,
              const YsTicks       *ticks,
              int                  index,
              YsTickFormat         format)
{
  YsTextStyle style = ys_chart_layout_text (layout, TICK_SIZE, layout->inks->muted);
  g_autofree char *text = format (ys_ticks_get (ticks, index),
                                  ys_ticks_get_largest (ticks),
                                  ticks->step,
                                  ys_result_get_currency (layout->result));

  return ys_chart_layout_measure (layout, &style, text);
}

static double
measure_widest (const YsChartLayout *layout,
                const YsTicks       *ticks,
                YsTickFormat         format)
{
  double widest = 0.0;

  for (int i = 0; i < ticks->n; i++)
    {
      g_autoptr(YsLabel) label = measure_tick (layout, ticks, i, format);

      widest = MAX (widest, label->width);
    }
  return widest;
}

static YsPaint
get_tick_paint (const YsChartLayout *layout,
                double               value)
{
  return (YsPaint) {
    .stroke = value == 0.0 ? layout->inks->zero : layout->inks->grid,
    .width = value == 0.0 ? 1.6 * layout->inks->line : 1.0 * layout->inks->line,
  };
}

/* --- across ---------------------------------------------------------------------------------- */

static void
choose_across (const YsChartLayout *layout,
               const YsScale       *scale,
               YsTickFormat         format,
               YsTicks             *ticks)
{
  double length = fabs (scale->end - scale->start);
  double per_value = length / (scale->range.high - scale->range.low);

  ys_ticks_choose (ticks, &scale->range, (int) CLAMP (length / (5.5 * layout->em), 2.0, 12.0));
  while (measure_widest (layout, ticks, format) + 0.9 * layout->em > ticks->step * per_value)
    if (!ys_ticks_coarsen (ticks, &scale->range))
      break;
}

void
ys_axis_add_across (YsChartLayout           *layout,
                    const cairo_rectangle_t *plot,
                    const YsScale           *scale,
                    YsTickFormat             format)
{
  double bottom = plot->y + plot->height;
  YsTicks ticks;

  choose_across (layout, scale, format, &ticks);
  for (int i = 0; i < ticks.n; i++)
    {
      double value = ys_ticks_get (&ticks, i), x = ys_scale_map (scale, value);
      YsPaint paint = get_tick_paint (layout, value);
      g_autoptr(YsLabel) label = measure_tick (layout, &ticks, i, format);

      ys_chart_layout_add_line (layout, x, plot->y, x, bottom, &paint);
      ys_chart_layout_try_label (layout, &label, x, bottom + GAP * layout->em, 0.5, 0.0);
    }
}

/* --- up -------------------------------------------------------------------------------------- */

static void
choose_up (const YsChartLayout *layout,
           const YsScale       *scale,
           YsTicks             *ticks)
{
  double length = fabs (scale->end - scale->start);

  ys_ticks_choose (ticks, &scale->range, (int) CLAMP (length / (2.6 * layout->em), 2.0, 9.0));
}

double
ys_axis_get_width (const YsChartLayout *layout,
                   const YsScale       *scale,
                   YsTickFormat         format)
{
  YsTicks ticks;

  choose_up (layout, scale, &ticks);
  return measure_widest (layout, &ticks, format) + GAP * layout->em;
}

void
ys_axis_add_up (YsChartLayout           *layout,
                const cairo_rectangle_t *plot,
                const YsScale           *scale,
                YsTickFormat             format,
                gboolean                 right)
{
  double edge = plot->x + plot->width;
  YsTicks ticks;

  choose_up (layout, scale, &ticks);
  for (int i = 0; i < ticks.n; i++)
    {
      double value = ys_ticks_get (&ticks, i), y = ys_scale_map (scale, value);
      YsPaint paint = get_tick_paint (layout, value);
      g_autoptr(YsLabel) label = format != NULL ? measure_tick (layout, &ticks, i, format) : NULL;

      ys_chart_layout_add_line (layout, plot->x, y, edge, y, &paint);
      if (label == NULL)
        continue;
      if (right)
        ys_chart_layout_try_label (layout, &label, edge + GAP * layout->em, y, 0.0, 0.5);
      else
        ys_chart_layout_try_label (layout, &label, plot->x - GAP * layout->em, y, 1.0, 0.5);
    }
}

/* --- years ----------------------------------------------------------------------------------- */

static YsLabel *
measure_year (const YsChartLayout *layout,
              int                  year)
{
  YsTextStyle style = ys_chart_layout_text (layout, TICK_SIZE, layout->inks->muted);
  g_autofree char *text = ys_format_period (layout->result->scenario->start, 1, year);

  return ys_chart_layout_measure (layout, &style, text);
}

/* Every 1st, 2nd, 5th, 10th … year: the first of these whose names stand apart. */
static int
choose_stride (const YsChartLayout *layout,
               const YsScale       *scale,
               int                  last_year)
{
  static const int strides[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 };
  double per_year = fabs (scale->end - scale->start) / (scale->range.high - scale->range.low);
  double widest = 0.0;

  for (int year = 0; year <= MIN (last_year, 2); year++)
    {
      g_autoptr(YsLabel) label = measure_year (layout, year);

      widest = MAX (widest, label->width);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (strides); i++)
    if (strides[i] * per_year >= widest + 0.7 * layout->em)
      return strides[i];
  return MAX (last_year, 1);
}

void
ys_axis_add_years (YsChartLayout           *layout,
                   const cairo_rectangle_t *plot,
                   const YsScale           *scale,
                   int                      last_year)
{
  int stride = choose_stride (layout, scale, last_year);

  for (int year = 0; year <= last_year; year += stride)
    {
      g_autoptr(YsLabel) label = measure_year (layout, year);

      ys_chart_layout_try_label (layout,
                                 &label,
                                 ys_scale_map (scale, year),
                                 plot->y + plot->height + GAP * layout->em,
                                 0.5,
                                 0.0);
    }
}
