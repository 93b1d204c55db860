/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-palette.h"

#include <string.h>

typedef struct
{
  guint32 light;
  guint32 dark;
  guint32 contrast; /* on white; on black the dark ones are strong enough */
} Shades;

/* The first six are Okabe & Ito's (jfly.uni-koeln.de/color, 2008) without yellow, which paper does
 * not show; the others are chosen so that all stay at least ΔE*ab 9 apart, seen normally and with each
 * of the three colour deficiencies (Machado, Oliveira & Fernandes 2009, severity 1). */
static const Shades palette[YS_PALETTE_LENGTH] = {
  { 0x0072b2, 0x2f8fd0, 0x0060a0 }, /* blue */
  { 0xe69f00, 0xe69f00, 0xc78900 }, /* orange */
  { 0x009e73, 0x12a67c, 0x007a58 }, /* green */
  { 0xcc79a7, 0xd488b2, 0xb5558a }, /* pink */
  { 0xd55e00, 0xd55e00, 0xb04a00 }, /* vermilion */
  { 0x56b4e9, 0x7cc8f2, 0x2e8fcb }, /* sky */
  { 0x882255, 0xa34070, 0x6e1243 }, /* wine */
  { 0x999933, 0xb5b545, 0x7a7a1e }, /* olive */
  { 0x332288, 0x7d6bd8, 0x2a1a80 }, /* indigo */
  { 0x8c6d31, 0x9a7b40, 0x6b5020 }, /* brown */
};

static YsColor
color_from_hex (guint32 hex)
{
  return (YsColor) {
    ((hex >> 16) & 0xff) / 255.0, ((hex >> 8) & 0xff) / 255.0, (hex & 0xff) / 255.0, 1.0,
  };
}

/* "#rrggbb" */
static gboolean
parse_color (const char *text,
             YsColor    *color)
{
  guint64 hex;

  if (text == NULL || text[0] != '#' || strlen (text) != 7)
    return FALSE;
  if (!g_ascii_string_to_unsigned (text + 1, 16, 0, 0xffffff, &hex, NULL))
    return FALSE;

  *color = color_from_hex ((guint32) hex);
  return TRUE;
}

static YsColor
get_own_or_position (const YsResult *result,
                     gsize           alternative,
                     YsTheme         theme)
{
  const Shades *shades = &palette[alternative % YS_PALETTE_LENGTH];
  YsColor color;

  if (parse_color (result->alternatives[alternative].alternative->color, &color))
    return color;

  switch (theme)
    {
    case YS_THEME_DARK:
    case YS_THEME_CONTRAST_DARK:
      return color_from_hex (shades->dark);
    case YS_THEME_CONTRAST:
      return color_from_hex (shades->contrast);
    case YS_THEME_LIGHT:
    case YS_THEME_PRINT:
    default:
      return color_from_hex (shades->light);
    }
}

YsColor
ys_palette_get_fill (const YsResult *result,
                     gsize           alternative,
                     YsTheme         theme)
{
  const YsInks *inks = ys_theme_get_inks (theme);
  gboolean strong = theme == YS_THEME_CONTRAST || theme == YS_THEME_CONTRAST_DARK;

  return ys_color_reach_contrast (get_own_or_position (result, alternative, theme),
                                  inks->background,
                                  strong ? 3.0 : 2.2);
}

YsColor
ys_palette_get_deep (const YsResult *result,
                     gsize           alternative,
                     YsTheme         theme)
{
  const YsInks *inks = ys_theme_get_inks (theme);

  return ys_color_reach_contrast (ys_palette_get_fill (result, alternative, theme),
                                  inks->background,
                                  inks->contrast);
}

void
ys_palette_get_color (const YsResult *result,
                      gsize           alternative,
                      YsTheme         theme,
                      double         *red,
                      double         *green,
                      double         *blue)
{
  YsColor color;

  g_return_if_fail (alternative < result->n_alternatives);

  color = ys_palette_get_fill (result, alternative, theme);
  *red = color.red;
  *green = color.green;
  *blue = color.blue;
}
