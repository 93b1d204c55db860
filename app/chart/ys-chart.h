/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ys-result.h"

G_BEGIN_DECLS

typedef enum
{
  YS_THEME_LIGHT,
  YS_THEME_DARK,
  YS_THEME_CONTRAST,      /* high contrast on white */
  YS_THEME_CONTRAST_DARK, /* high contrast on black */
  YS_THEME_PRINT,
} YsTheme;

/* How it looks. Zero is a usable default. */
typedef struct
{
  YsTheme     theme;
  const char *font;          /* Pango family, NULL: "Cantarell, DejaVu Sans, sans-serif" */
  double      text_scale;    /* 1 is a text of 13 px; 0 counts as 1 */
  gboolean    right_to_left;
  gboolean    transparent;   /* leave the background to whoever draws beneath */
} YsChartStyle;

/* What is to be seen. Zero with alternative = −1 is a usable default: ys_chart_options_init(). */
typedef struct
{
  int              alternative;  /* index of the selected one, −1: none, all alike */
  const YsResult  *before;       /* drawn faintly behind, for “before / after”; NULL: none */
  gboolean         has_hover;    /* pointer position in the chart's own pixels */
  double           hover_x;
  double           hover_y;
  gboolean         has_focus;    /* keyboard cursor on mark focus_mark (see ys_chart_count_marks) */
  gsize            focus_mark;
} YsChartOptions;

/* What lies under a point. */
typedef struct
{
  int                alternative; /* index, −1: none */
  int                period;      /* −1: none */
  double             value;       /* [unit of the chart's value axis]; NAN: none */
  cairo_rectangle_t  area;        /* where it stands, for a tooltip to point at */
  char              *text;        /* (owned) “Power mulcher line: $277K on average” */
} YsChartHit;

void ys_chart_hit_clear (YsChartHit *hit);

typedef struct _YsChart YsChart;

/* NULL-terminated, in display order. */
const YsChart *const *ys_charts        (void);
const YsChart        *ys_chart_find    (const char *id);
const char           *ys_chart_get_id  (const YsChart *chart);
/* Translated: title and one sentence on what it shows. */
const char           *ys_chart_get_name     (const YsChart *chart);
const char           *ys_chart_get_sentence (const YsChart *chart);
/* What a result must have been worked out with for this chart to have something to show. */
YsAnalyses            ys_chart_get_analyses (const YsChart *chart);

void     ys_chart_options_init (YsChartOptions *options);

/**
 * ys_chart_draw:
 * @cr: where; the chart fills 0,0 … width,height
 *
 * Screen, PNG, SVG, PDF, print and tests are this same call.
 */
void     ys_chart_draw        (const YsChart        *chart,
                               const YsResult       *result,
                               const YsChartOptions *options,
                               const YsChartStyle   *style,
                               cairo_t              *cr,
                               double                width,
                               double                height);

/* The inverse of drawing: what lies under x, y. FALSE when nothing does. */
gboolean ys_chart_pick        (const YsChart        *chart,
                               const YsResult       *result,
                               const YsChartOptions *options,
                               const YsChartStyle   *style,
                               double                width,
                               double                height,
                               double                x,
                               double                y,
                               YsChartHit           *hit);

/* Marks the keyboard can walk over, in reading order, and what each one is. */
gsize    ys_chart_count_marks (const YsChart        *chart,
                               const YsResult       *result,
                               const YsChartOptions *options);
gboolean ys_chart_get_mark    (const YsChart        *chart,
                               const YsResult       *result,
                               const YsChartOptions *options,
                               const YsChartStyle   *style,
                               double                width,
                               double                height,
                               gsize                 mark,
                               YsChartHit           *hit);

/* In a sentence, for screen readers and the command line; translated. */
char    *ys_chart_describe    (const YsChart        *chart,
                               const YsResult       *result,
                               const YsChartOptions *options) G_GNUC_WARN_UNUSED_RESULT;
/* The same data as rows of cells, the first row the headings; each row a GStrv. */
GPtrArray *ys_chart_tabulate  (const YsChart        *chart,
                               const YsResult       *result,
                               const YsChartOptions *options) G_GNUC_WARN_UNUSED_RESULT;

/* The least height [px] at which every alternative of the result can be read, for a given width. */
double   ys_chart_get_height_for_width (const YsChart        *chart,
                                        const YsResult       *result,
                                        const YsChartStyle   *style,
                                        double                width);

/* The colour of an alternative, the same everywhere: its own, or the palette's by its position.
 * Adjusted to be seen on the theme's background. */
void     ys_palette_get_color (const YsResult *result,
                               gsize           alternative,
                               YsTheme         theme,
                               double         *red,
                               double         *green,
                               double         *blue);

/* Writes a file by its ending: .png, .svg or .pdf. */
gboolean ys_chart_save        (const YsChart         *chart,
                               const YsResult        *result,
                               const YsChartOptions  *options,
                               const YsChartStyle    *style,
                               int                    width,
                               int                    height,
                               const char            *path,
                               GError               **error);

G_END_DECLS
