/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

/* Results made by hand, so that charts are tested without a simulation. */

/* What one alternative is to come to. */
typedef struct
{
  const char *name;
  double      flows[9]; /* mean cash [currency]; all but the first scaled to come to mean */
  double      mean;     /* NPV [currency] */
  double      p5;
  double      p25;
  double      p75;
  double      p95;
  gboolean    avoided;  /* its benefits are losses not suffered */
} SampleAlternative;

/* The four published cases as they stand in data/examples, in round numbers. */
YsResult *sample_result_new_one_scale (void);
YsResult *sample_result_new           (const SampleAlternative *alternatives,
                                       gsize                    n_alternatives,
                                       const char              *currency);

/* n alternatives of all sorts, with long names among them. */
YsResult *sample_result_new_many      (gsize n_alternatives);
/* 40 years in months. */
YsResult *sample_result_new_monthly   (gsize n_alternatives);

/* A result of each kind that is hard to draw: see the names. NULL after the last. */
YsResult *sample_result_new_hard      (gsize        index,
                                       const char **out_name);
