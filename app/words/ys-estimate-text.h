/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-scenario.h"

G_BEGIN_DECLS

/**
 * ys_estimate_say:
 * @currency: (nullable): of amounts
 * @scenario: (nullable): whose assumptions a formula is about
 *
 * What an estimate means: “9 times in 10 between $40,000 and $90,000; $62,000 on average.” A formula
 * with a scenario is worked out in a few thousand trials.
 *
 * Returns: (transfer full): a sentence; of what makes no sense, what would be right
 */
char       *ys_estimate_say               (const YsEstimate *estimate,
                                           YsUnit            unit,
                                           const char       *currency,
                                           const YsScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;

/* For a cell of a table: “$40K – $90K”, “≈ $62K”, “customers × 0.02 × margin”. */
char       *ys_estimate_say_short         (const YsEstimate *estimate,
                                           YsUnit            unit,
                                           const char       *currency) G_GNUC_WARN_UNUSED_RESULT;

/* What is wrong with it, as a sentence, or NULL: ys_estimate_check(), the formula, the curve. */
char       *ys_estimate_complain          (const YsEstimate *estimate,
                                           const YsScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ys_formula_complain:
 * @text: as scenario files write it
 * @scenario: (nullable): whose assumptions it may name
 * @at: (out): where the fault is, if there is one [bytes]
 * @length: (out): how long it is [bytes]; 0 at the end
 *
 * Returns: (transfer full) (nullable): what is wrong and what would be right, as a sentence, or NULL
 */
char       *ys_formula_complain           (const char       *text,
                                           const YsScenario *scenario,
                                           gsize            *at,
                                           gsize            *length) G_GNUC_WARN_UNUSED_RESULT;

/* For a cell that is edited in place: read back by ys_parse_estimate(). NULL for what a line of text
 * cannot hold: cases and parameters. */
char       *ys_estimate_format_for_editing (const YsEstimate *estimate,
                                            YsUnit            unit) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ys_parse_estimate:
 * @before: (nullable): what stood there; its shape, bounds and confidence stay if the new one is
 *   given in the same way
 *
 * An estimate as people type it: "60k", "40k-90k", "40k to 90k", "40 – 90k", "40k 60k 90k" (low,
 * likely, high), "=customers*0.02".
 *
 * Returns: (transfer full): NULL with a sentence: what is wrong and what would be right
 */
YsEstimate *ys_parse_estimate             (const char        *text,
                                           YsUnit             unit,
                                           const char        *currency,
                                           const YsEstimate  *before,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
