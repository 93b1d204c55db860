/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

G_BEGIN_DECLS

/**
 * ys_line_cash_new:
 * @alternative: index in the result
 *
 * Mean cash of every line of an alternative, by period, as the simulation of the result had it: each line
 * is simulated once more with the same draws, the others at nothing. Benefits and costs are positive on
 * their side, working capital is cash. Trials are in single precision; what rounding leaves goes to the
 * largest line, so that lines add up to the figures of the result. With a baseline these are the
 * alternative's own, not the differences.
 *
 * Returns: (transfer full) (element-type double[n_periods + 1]): in the order of its lines; NULL when
 *   cancelled
 */
GPtrArray *ys_line_cash_new     (const YsResult  *result,
                                 gsize            alternative,
                                 GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/* Figures of an alternative by period, what the baseline has on top of the differences added again.
 * @offset: of a field of YsAlternativeResult: [n_periods + 1] */
double    *ys_line_cash_dup_own (const YsResult *result,
                                 gsize           alternative,
                                 gsize           offset) G_GNUC_WARN_UNUSED_RESULT;

/* Whether nothing in the scenario is drawn, whatever the number of trials. */
gboolean   ys_line_cash_certain (const YsResult *result);

G_END_DECLS
