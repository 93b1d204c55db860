/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

G_BEGIN_DECLS

/* Which alternatives a chart shows, and what it needs to know of each. */

/* Indices (gsize) in the scenario's order. The baseline is left out, for the others are differences
 * from it: it is the zero line; unless there is nothing else. */
GArray     *ys_alternatives_list        (const YsResult *result) G_GNUC_WARN_UNUSED_RESULT;
/* The same, worth most first; equals stay in the scenario's order. */
GArray     *ys_alternatives_list_ranked (const YsResult *result) G_GNUC_WARN_UNUSED_RESULT;
/* All that can be chosen, the baseline among them, worth most first. */
GArray     *ys_alternatives_list_choices (const YsResult *result) G_GNUC_WARN_UNUSED_RESULT;

const char *ys_alternative_get_name     (const YsResult *result,
                                         gsize           alternative);
const char *ys_result_get_currency      (const YsResult *result);

/* A row of a table: what its first column holds, then the name of each in the list. */
GStrv       ys_alternatives_make_headings (const YsResult *result,
                                           const GArray   *list,
                                           const char     *first) G_GNUC_WARN_UNUSED_RESULT;

/* The same alternative in an earlier result, by its id; FALSE when it is not there. before may be
 * NULL. */
gboolean    ys_alternatives_find_before (const YsResult *before,
                                         const YsResult *result,
                                         gsize           alternative,
                                         gsize          *out_before);

/* Whether another is selected, so that this one keeps quiet. */
gboolean    ys_alternative_is_calm      (int   selected,
                                         gsize alternative);

/* A flow as it can be drawn: 0 where the figures hold nothing finite. */
double      ys_finite_or_zero           (double value);

G_END_DECLS
