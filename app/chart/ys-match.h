/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart.h"

G_BEGIN_DECLS

/* Two alternatives side by side. The upper is worth more, or as much and earlier in the scenario. */
typedef struct
{
  gsize       upper;
  gsize       lower;
  double      beats;      /* share of the futures in which the upper is worth more */
  YsDominance dominance;
  int         dominating; /* index of the one that dominates the other; −1: none */
} YsMatch;

void        ys_match_init          (YsMatch        *match,
                                    const YsResult *result,
                                    gsize           upper,
                                    gsize           lower);
/* “better at every amount”. */
const char *ys_dominance_get_words (YsDominance     dominance);
/* How often the one beats the other, who dominates, and at what rates they are worth the same. */
char       *ys_match_read          (const YsMatch  *match,
                                    const YsResult *result) G_GNUC_WARN_UNUSED_RESULT;

/* All of them, for a screen reader and as a table. */
char       *ys_matches_describe    (const YsResult       *result,
                                    const YsChartOptions *options) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *ys_matches_tabulate    (const YsResult       *result,
                                    const YsChartOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
