/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart.h"

G_BEGIN_DECLS

/* What a chart of inputs is about: the worth of an alternative, or its lead over another. */
typedef struct
{
  int alternative; /* −1: there is none to speak of */
  int other;       /* −1: none, it is about worth */
} YsSubject;

/* The selected alternative, else the best. Never the baseline, which the others are measured
 * against, unless it stands alone. */
YsSubject ys_subject_of_worth    (const YsResult       *result,
                                  const YsChartOptions *options);
/* The lead of the best over the selected one, else over the runner-up; without an alternative when
 * there are not two. */
YsSubject ys_subject_of_lead     (const YsResult       *result,
                                  const YsChartOptions *options);

/* Mean NPV or mean lead [currency]. */
double    ys_subject_get_mean    (const YsSubject *subject,
                                  const YsResult  *result);
/* The same with an input held at its 10th or 90th percentile. */
void      ys_subject_get_swing   (const YsSubject *subject,
                                  const YsResult  *result,
                                  gsize            input,
                                  double          *low,
                                  double          *high);
/* The value of an input at which it is 0, NAN: no value does, or not worked out. [unit of the input] */
double    ys_subject_get_turn    (const YsSubject *subject,
                                  const YsResult  *result,
                                  gsize            input);
/* The uncertain inputs that move it, the largest swing first. (element-type gsize) */
GArray   *ys_subject_rank_inputs (const YsSubject *subject,
                                  const YsResult  *result) G_GNUC_WARN_UNUSED_RESULT;
/* The same subject, and the same input, in an earlier result; FALSE when there is none. */
gboolean  ys_subject_find_before (const YsSubject *subject,
                                  const YsResult  *result,
                                  const YsResult  *before,
                                  YsSubject       *out_before);
gboolean  ys_input_find_before   (const YsResult  *result,
                                  gsize            input,
                                  const YsResult  *before,
                                  gsize           *out_before);

G_END_DECLS
