/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-theme.h"

#include <math.h>

#define GRAY(level) { (level), (level), (level), 1.0 }
#define BLACK(opacity) { 0.0, 0.0, 0.0, (opacity) }
#define WHITE(opacity) { 1.0, 1.0, 1.0, (opacity) }

static const YsInks inks[] = {
  [YS_THEME_LIGHT] = {
    .background = GRAY (1.0), .text = GRAY (0.10), .muted = GRAY (0.40),
    .grid = GRAY (0.905), .zero = { 0.33, 0.35, 0.36, 1.0 }, .highlight = BLACK (0.05),
    .focus = { 0.11, 0.44, 0.85, 1.0 }, .line = 1.0, .contrast = 4.5,
  },
  [YS_THEME_DARK] = {
    .background = GRAY (0.19), .text = GRAY (0.96), .muted = GRAY (0.72),
    .grid = GRAY (0.30), .zero = GRAY (0.70), .highlight = WHITE (0.07),
    .focus = { 0.60, 0.76, 0.95, 1.0 }, .line = 1.0, .contrast = 4.5,
  },
  [YS_THEME_CONTRAST] = {
    .background = GRAY (1.0), .text = GRAY (0.0), .muted = GRAY (0.15),
    .grid = GRAY (0.75), .zero = GRAY (0.0), .highlight = BLACK (0.13),
    .focus = { 0.0, 0.20, 0.70, 1.0 }, .line = 1.3, .contrast = 7.0,
  },
  [YS_THEME_CONTRAST_DARK] = {
    .background = GRAY (0.0), .text = GRAY (1.0), .muted = GRAY (0.90),
    .grid = GRAY (0.32), .zero = GRAY (1.0), .highlight = WHITE (0.20),
    .focus = { 1.0, 0.90, 0.30, 1.0 }, .line = 1.3, .contrast = 7.0,
  },
  [YS_THEME_PRINT] = {
    .background = GRAY (1.0), .text = GRAY (0.0), .muted = GRAY (0.30),
    .grid = GRAY (0.85), .zero = GRAY (0.25), .highlight = BLACK (0.05),
    .focus = GRAY (0.0), .line = 0.75, .contrast = 4.5,
  },
};

const YsInks *
ys_theme_get_inks (YsTheme theme)
{
  g_return_val_if_fail ((gsize) theme < G_N_ELEMENTS (inks), &inks[YS_THEME_LIGHT]);

  return &inks[theme];
}

YsColor
ys_color_with_alpha (YsColor color,
                     double  alpha)
{
  color.alpha = alpha;
  return color;
}

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (YsColor color)
{
  return 0.2126 * to_linear (color.red)
         + 0.7152 * to_linear (color.green)
         + 0.0722 * to_linear (color.blue);
}

double
ys_color_get_contrast (YsColor a,
                       YsColor b)
{
  double first = get_luminance (a) + 0.05;
  double second = get_luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

YsColor
ys_color_mix (YsColor a,
              YsColor b,
              double  share)
{
  return (YsColor) {
    a.red + (b.red - a.red) * share,
    a.green + (b.green - a.green) * share,
    a.blue + (b.blue - a.blue) * share,
    a.alpha,
  };
}

YsColor
ys_color_reach_contrast (YsColor color,
                         YsColor background,
                         double  contrast)
{
  /* Black and white stand out alike from a background of luminance 0.18. */
  const YsColor away =
      get_luminance (background) > 0.18 ? (YsColor) BLACK (1.0) : (YsColor) WHITE (1.0);
  double low = 0.0, high = 1.0;

  if (ys_color_get_contrast (color, background) >= contrast)
    return color;

  for (int i = 0; i < 20; i++)
    {
      double share = (low + high) / 2.0;

      if (ys_color_get_contrast (ys_color_mix (color, away, share), background) >= contrast)
        high = share;
      else
        low = share;
    }
  return ys_color_mix (color, away, high);
}
