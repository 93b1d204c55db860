/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-key.h"

#define KEY_SIZE 0.92
#define SIGN_GAP 0.35 /* [em] */
#define ENTRY_GAP 1.0 /* [em] */

double
ys_key_get_line_height (const YsChartLayout *layout)
{
  return 1.45 * layout->em;
}

static YsLabel *
measure_entry (const YsChartLayout *layout,
               const YsKeyEntry    *entry,
               double              *out_width)
{
  YsTextStyle style = ys_chart_layout_text (layout, KEY_SIZE, layout->inks->muted);
  YsLabel *label = ys_chart_layout_measure (layout, &style, entry->text);

  *out_width = (entry->width + SIGN_GAP) * layout->em + label->width;
  return label;
}

static void
add_stripes (YsChartLayout           *layout,
             const YsKeyEntry        *entry,
             const cairo_rectangle_t *area)
{
  int n = 1;

  while (n < 3 && entry->stripes[n].alpha > 0.0)
    n++;
  for (int i = 0; i < n; i++)
    {
      YsPaint paint = { .fill = entry->stripes[i] };
      cairo_rectangle_t stripe = {
        area->x + area->width * i / n, area->y, area->width / n, area->height,
      };

      ys_chart_layout_add_bar (layout, &stripe, 0.0, &paint);
    }
}

static void
add_sign (YsChartLayout    *layout,
          const YsKeyEntry *entry,
          double            x,
          double            middle)
{
  double width = entry->width * layout->em, height = entry->height * layout->em;
  cairo_rectangle_t area = { x, middle - height / 2.0, width, height };

  if (entry->stripes[0].alpha > 0.0)
    add_stripes (layout, entry, &area);
  else if (entry->is_diamond)
    ys_chart_layout_add_marker (layout,
                                YS_MARKER_DIAMOND,
                                x + width / 2.0,
                                middle,
                                width,
                                height,
                                &entry->paint);
  else
    ys_chart_layout_add_bar (layout, &area, 0.15 * layout->em, &entry->paint);
}

gboolean
ys_key_fits (const YsChartLayout *layout,
             const YsKeyEntry    *entries,
             gsize                n_entries,
             double               width,
             int                  lines)
{
  double at = 0.0;

  for (gsize i = 0; i < n_entries; i++)
    {
      double own;
      g_autoptr(YsLabel) label = measure_entry (layout, &entries[i], &own);

      if (own > width)
        return FALSE;
      if (at > 0.0 && at + own > width)
        {
          lines--;
          at = 0.0;
        }
      at += own + ENTRY_GAP * layout->em;
    }
  return lines >= 1;
}

double
ys_key_add (YsChartLayout    *layout,
            const YsKeyEntry *entries,
            gsize             n_entries,
            double            x,
            double            y,
            double            width)
{
  double at = 0.0, line = ys_key_get_line_height (layout);

  for (gsize i = 0; i < n_entries; i++)
    {
      double own;
      g_autoptr(YsLabel) label = measure_entry (layout, &entries[i], &own);

      if (at > 0.0 && at + own > width)
        {
          y += line;
          at = 0.0;
        }
      if (ys_chart_layout_try_label (layout, &label, x + at + own, y + line / 2.0, 1.0, 0.5))
        add_sign (layout, &entries[i], x + at, y + line / 2.0);
      at += own + ENTRY_GAP * layout->em;
    }
  return x + at;
}
