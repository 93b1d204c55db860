/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  YS_QUESTION_SHIFT,  /* relative, fraction: −0.1 is “10 % less” */
  YS_QUESTION_MONTHS, /* later */
  YS_QUESTION_RATE,   /* a year, fraction */
} YsQuestion;

/* A slider that asks one question: its name, its value in words, and where it began.
 * #YsWhatIfRow::moved says that the user has moved it. */
#define YS_TYPE_WHAT_IF_ROW (ys_what_if_row_get_type ())
G_DECLARE_FINAL_TYPE (YsWhatIfRow, ys_what_if_row, YS, WHAT_IF_ROW, AdwBin)

GtkWidget  *ys_what_if_row_new       (YsQuestion  question,
                                      const char *id,
                                      const char *title) G_GNUC_WARN_UNUSED_RESULT;
YsQuestion  ys_what_if_row_get_question (YsWhatIfRow *self);
const char *ys_what_if_row_get_id    (YsWhatIfRow *self);
/* Marks where the slider stands when nothing is asked. */
void        ys_what_if_row_set_start (YsWhatIfRow *self,
                                      double       start);
double      ys_what_if_row_get_start (YsWhatIfRow *self);
double      ys_what_if_row_get_value (YsWhatIfRow *self);
/* Does not count as a move of the user's. */
void        ys_what_if_row_set_value (YsWhatIfRow *self,
                                      double       value);

G_END_DECLS
