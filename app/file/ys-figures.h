/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

G_BEGIN_DECLS

/* Metrics in the order of the JSON contract; whatever else is in ys_metrics() follows.
 * NULL-terminated. */
const YsMetric **ys_figures_list         (void) G_GNUC_WARN_UNUSED_RESULT;

/* Only those that say something of cash that is certain. NULL-terminated. */
const YsMetric **ys_figures_list_of_cash (void) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it may have several values: the internal rate of return. */
gboolean ys_figures_has_roots (const YsMetric *metric);

/* The cell of a CSV file: empty when there is none, roots separated by spaces. */
char *ys_figures_dup_cell   (const YsMetric *metric,
                             double          value,
                             const double   *rates,
                             gsize           n_rates) G_GNUC_WARN_UNUSED_RESULT;

/* The table of figures, RFC 4180: ids of the metrics on the first line, one line an alternative. */
char *ys_figures_to_csv     (const YsResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
