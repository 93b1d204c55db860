/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-facts.h"

G_BEGIN_DECLS

/**
 * ys_risk_text:
 *
 * What the analyses of a result come to, for whoever sees the Risk page first: what the best choice
 * depends on most, what needs to be true, what puts the next best ahead, what is worth finding out,
 * who would prefer what, and how often losses strike. Chosen by rules from a table; says only what
 * was worked out (see the result's analyses).
 *
 * Returns: (transfer full): translated plain text, "" when there is nothing to say
 */
char *ys_risk_text   (const YsResult *result) G_GNUC_WARN_UNUSED_RESULT;

/* The few sentences that lead the page, as Pango markup: names and figures in bold. */
char *ys_risk_markup (const YsResult *result) G_GNUC_WARN_UNUSED_RESULT;

/* The sentences by themselves, in plain text, for rows, tooltips and charts; NULL where the analysis
 * was not asked for. Alternatives and inputs are indices into the result of the facts. */

/* “A” depends on “Take-up”: from $40,000 less (at 20%) to $90,000 more (at 60%). */
char *ys_risk_say_swing      (const YsFacts *facts,
                              gsize          input,
                              gsize          alternative) G_GNUC_WARN_UNUSED_RESULT;
/* It is worth up to $90,000 to find out more about … / is not worth checking. */
char *ys_risk_say_value      (const YsFacts *facts,
                              gsize          input) G_GNUC_WARN_UNUSED_RESULT;
/* “A” pays when “Take-up” is at least 12% … / No value of “Take-up” by itself makes “A” pay. */
char *ys_risk_say_break_even (const YsFacts *facts,
                              gsize          input,
                              gsize          alternative) G_GNUC_WARN_UNUSED_RESULT;
/* “B” overtakes “A” when “Take-up” is below 12% … / No value of “Take-up” … */
char *ys_risk_say_change     (const YsFacts *facts,
                              gsize          input,
                              gsize          first,
                              gsize          second) G_GNUC_WARN_UNUSED_RESULT;
/* Everybody would prefer “A” to “B” … / “A” is worth more than “B” 7 times in 10. */
char *ys_risk_say_pair       (const YsFacts *facts,
                              gsize          first,
                              gsize          second) G_GNUC_WARN_UNUSED_RESULT;
/* Without “A”, the chance of losing at least $1 million in any one year is 5%; with it, 1%. */
char *ys_risk_say_losses     (const YsFacts *facts,
                              gsize          alternative) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
