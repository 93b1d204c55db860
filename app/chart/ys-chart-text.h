/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "ys-chart-theme.h"

G_BEGIN_DECLS

typedef enum
{
  YS_ALIGN_START,  /* left, or right where one reads from there */
  YS_ALIGN_CENTER,
  YS_ALIGN_END,
} YsAlign;

typedef struct
{
  double   size;      /* [px] */
  gboolean bold;
  YsAlign  align;     /* of its lines to each other */
  double   max_width; /* [px] wraps at words, then anywhere; 0: one line as long as it is */
  double   most_width; /* [px] … but rather than within a word it becomes so wide; 0: it does not */
  int      max_lines; /* what does not fit ends in “…”; 0 counts as 1 */
  YsColor  color;
} YsTextStyle;

/* Letters that know how large they are, in pixels. */
typedef struct
{
  PangoLayout *layout;
  YsColor      color;
  double       width;
  double       height;
} YsLabel;

/* A context that measures the same on every surface: no hinting, no rounding to pixels. */
PangoContext *ys_chart_text_context_new (const YsChartStyle *style) G_GNUC_WARN_UNUSED_RESULT;

YsLabel      *ys_label_new              (PangoContext      *context,
                                         const YsTextStyle *style,
                                         const char        *text) G_GNUC_WARN_UNUSED_RESULT;
/* The same letters in another colour, without measuring them again. */
YsLabel      *ys_label_copy             (const YsLabel     *label,
                                         YsColor            color) G_GNUC_WARN_UNUSED_RESULT;
void          ys_label_free             (YsLabel *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsLabel, ys_label_free)

G_END_DECLS
