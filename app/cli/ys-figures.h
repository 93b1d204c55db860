/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-format.h"
#include "ys-json.h"
#include "ys-metric.h"

G_BEGIN_DECLS

/* Metrics in the order of the JSON contract; whatever else is in ys_metrics() follows.
 * NULL-terminated. */
const YsMetric **ys_figures_list         (void) G_GNUC_WARN_UNUSED_RESULT;

/* Only those that say something of cash that is certain. NULL-terminated. */
const YsMetric **ys_figures_list_of_cash (void) G_GNUC_WARN_UNUSED_RESULT;

/* Key and value; the internal rate of return is the list of all roots. */
void  ys_figures_write_json (YsJson         *json,
                             const YsMetric *metric,
                             double          value,
                             const double   *rates,
                             gsize           n_rates);

/* The same as the cell of a CSV file: empty when there is none, roots separated by spaces. */
char *ys_figures_dup_cell   (const YsMetric *metric,
                             double          value,
                             const double   *rates,
                             gsize           n_rates) G_GNUC_WARN_UNUSED_RESULT;

/* The same for people; of the internal rate of return all roots, since none is the right one. */
char *ys_figures_dup_text   (const YsMetric *metric,
                             double          value,
                             const double   *rates,
                             gsize           n_rates,
                             const char     *currency,
                             YsFormat        format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
