/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart-layout.h"
#include "ys-subject.h"

G_BEGIN_DECLS

/* What is kept free below the rows, for how many were left out: an axis goes there as well [em]. */
#define YS_INPUT_ROWS_BELOW 1.9

/* What charts with a row for each input share: how many there is room for, their names on the left,
 * and a last line that says how many smaller ones were left out. */
typedef struct
{
  YsChartLayout *layout;
  const GArray  *inputs;      /* gsize: indices into the result's, the most important first */
  GPtrArray     *names;       /* (owned) YsLabel of those shown, NULL once placed */
  YsLabel       *more;        /* (owned) “and 31 smaller ones”; NULL: all are shown */
  gboolean       owners;      /* a sign says whose an input is that moves only one alternative */
  gsize          n_shown;
  double         top;         /* of the first row */
  double         bottom;      /* of the last */
  double         row_height;
  double         text;        /* size of letters that fit a row [em] */
  double         names_width; /* of the column, with the gap to what follows [px] */
} YsInputRows;

/* “and 31 smaller ones”; translated. */
typedef char *(*YsSayMore) (gulong n);

/* Rows of at least so many em between top and bottom, below which YS_INPUT_ROWS_BELOW stays free. inputs must outlive it. */
void     ys_input_rows_init      (YsInputRows   *rows,
                                  YsChartLayout *layout,
                                  const GArray  *inputs,
                                  double         top,
                                  double         bottom,
                                  double         least,
                                  gboolean       owners,
                                  YsSayMore      say_more);
void     ys_input_rows_clear     (YsInputRows *rows);

const YsInput *ys_input_rows_get (const YsInputRows *rows,
                                  gsize              row);
/* Its middle. */
double   ys_input_rows_get_y     (const YsInputRows *rows,
                                  gsize              row);
/* The names, and below them how many were left out. */
void     ys_input_rows_add_names (YsInputRows *rows);
/* A mark for each input, so that the keyboard reaches those left out as well: they lie on the line
 * that says so. areas: (array length=n_shown): what the ring goes round. */
void     ys_input_rows_add_marks (const YsInputRows       *rows,
                                  const YsSubject         *subject,
                                  const cairo_rectangle_t *areas);
/* Index of the input that a mark is about. */
gsize    ys_input_rows_get_input (const YsMark *mark);

/* What so many inputs need, of which twelve are enough, with what is below them [px]. */
double   ys_input_rows_get_height (gsize  n_inputs,
                                   double least,
                                   double em);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsInputRows, ys_input_rows_clear)

G_END_DECLS
