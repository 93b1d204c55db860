/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart-theme.h"

G_BEGIN_DECLS

/* How many colours there are before they come round again, with another dash. */
#define YS_PALETTE_LENGTH 10

/* For areas and lines. The public ys_palette_get_color() is this one. */
YsColor ys_palette_get_fill (const YsResult *result,
                             gsize           alternative,
                             YsTheme         theme);
/* The same hue, strong enough for letters and thin outlines. */
YsColor ys_palette_get_deep (const YsResult *result,
                             gsize           alternative,
                             YsTheme         theme);

G_END_DECLS
