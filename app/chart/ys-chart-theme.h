/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart.h"

G_BEGIN_DECLS

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha; /* 0: not drawn at all */
} YsColor;

/* What everything but the alternatives is drawn in. */
typedef struct
{
  YsColor background;
  YsColor text;
  YsColor muted;     /* ticks, captions */
  YsColor grid;
  YsColor zero;      /* zero lines, the required return */
  YsColor highlight; /* laid over what the pointer is on */
  YsColor focus;     /* ring of the keyboard */
  double  line;      /* strength of lines; 1 on a screen */
  double  contrast;  /* least contrast of letters, as in WCAG 2.1 */
} YsInks;

const YsInks *ys_theme_get_inks         (YsTheme theme);

YsColor       ys_color_with_alpha       (YsColor color,
                                         double  alpha);
/* share 0 is a, 1 is b. */
YsColor       ys_color_mix              (YsColor a,
                                         YsColor b,
                                         double  share);
/* (L₁ + 0.05) / (L₂ + 0.05), 1 … 21. Source: WCAG 2.1, “contrast ratio”. */
double        ys_color_get_contrast     (YsColor a,
                                         YsColor b);
/* The colour nearest to this one that stands out from the background by that much. */
YsColor       ys_color_reach_contrast   (YsColor color,
                                         YsColor background,
                                         double  contrast);

G_END_DECLS
