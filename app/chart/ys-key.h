/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart-layout.h"

G_BEGIN_DECLS

/* What a sign in the chart stands for, where the sign cannot be labelled itself. */
typedef struct
{
  const char *text;   /* translated */
  double      width;  /* of the sign [em] */
  double      height;
  gboolean    is_diamond; /* else a bar */
  YsPaint     paint;
  YsColor     stripes[3]; /* instead of paint: several colours; alpha 0 after the last */
} YsKeyEntry;

/* Flows like text into lines within the width; TRUE when it all fits in so many lines. */
gboolean ys_key_fits  (const YsChartLayout *layout,
                       const YsKeyEntry    *entries,
                       gsize                n_entries,
                       double               width,
                       int                  lines);
double   ys_key_get_line_height (const YsChartLayout *layout);
/* From the top left corner x, y on. Returns where it ends on its last line. */
double   ys_key_add   (YsChartLayout    *layout,
                       const YsKeyEntry *entries,
                       gsize             n_entries,
                       double            x,
                       double            y,
                       double            width);

G_END_DECLS
