/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-line.h"

G_BEGIN_DECLS

/**
 * ys_parse_number:
 * @unit: of the field
 * @currency: (nullable): ISO 4217; an amount in another currency is refused
 * @value: (out): a fraction is one: 0.12 for “12 %”
 *
 * A number as people type it, in the user's locale: "1.2m", "40k", "€ 1.2 million", "12 %", "(500)",
 * "1 200,50", "1e6", "=2*350,000". Digits of any script, real minus signs and no-break spaces are
 * fine. Where a fraction is wanted the field shows per cent, so that a bare 12 is 12 %, and 0.12 is
 * 0.12 %. What could mean two things is refused: “1,2” where the comma groups thousands.
 *
 * Errors: YS_ERROR_INVALID or YS_ERROR_FORMULA: a sentence: what is wrong and what would be right
 */
gboolean ys_parse_number       (const char  *text,
                                YsUnit       unit,
                                const char  *currency,
                                double      *value,
                                GError     **error);

/* For an entry: the fewest digits that ys_parse_number() reads as this very double; "" for NAN. */
char    *ys_format_for_editing (double       value,
                                YsUnit       unit) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ys_parse_formula:
 * @text: "=customers * 2,5 %" in the user's locale, with or without the sign =
 * @places: (out) (optional) (element-type gsize): for each byte of the result, and its end, where it
 *   came from in @text, so that an error is shown at its place
 *
 * The same as scenario files write it: "customers * 0.025". Where the comma is the decimal point,
 * values of a function are parted by “;”. Says nothing of names and brackets: ys_formula_new() does.
 */
char    *ys_parse_formula      (const char  *text,
                                GArray     **places,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* A formula from a file as the user's locale writes it; read back by ys_parse_formula(). */
char    *ys_format_formula     (const char  *formula) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
