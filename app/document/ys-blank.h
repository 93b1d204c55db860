/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-scenario.h"

G_BEGIN_DECLS

/**
 * ys_blank_new:
 * @currency: ISO 4217
 * @trials: how many times it is played through
 * @year: in which it begins, in January
 *
 * A comparison to fill: “Doing nothing” as the baseline, no alternative. Assumed, to be changed:
 * five years, a required return of 8 % a year, a tax of 25 %, which losses are set off against.
 */
YsScenario *ys_blank_new (const char *currency,
                          gsize       trials,
                          int         year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
