/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the user's locale says about digits and money. The plain C locale counts as American
 * English, the language the program is written in. */

#define YS_MINUS "\xe2\x88\x92"          /* U+2212 */
#define YS_NO_BREAK_SPACE "\xc2\xa0"     /* U+00A0 */

/* Digits of |value| with the locale's decimal point and grouping; no sign. */
char *ys_digits_fixed      (double value,
                            int    decimals) G_GNUC_WARN_UNUSED_RESULT;

/* The same without trailing zeros after the decimal point: "2.1", "2". */
char *ys_digits_trimmed    (double value,
                            int    max_decimals) G_GNUC_WARN_UNUSED_RESULT;

/* Plain digits, "1234567.5" or "1.5e30", with the locale's decimal point and grouping. */
char *ys_digits_localise   (const char *plain) G_GNUC_WARN_UNUSED_RESULT;

/* The locale's own signs. separator: 0 if it has none; in_twos: groups of two above the thousands. */
void  ys_digits_get_signs  (gunichar *point,
                            gunichar *separator,
                            gboolean *in_twos);

/* Puts the currency's symbol (or its code, if it has none we know) and the minus sign where the
 * locale's readers look for them; takes the digits as they are. */
char *ys_digits_with_money (const char *digits,
                            gboolean    negative,
                            const char *currency) G_GNUC_WARN_UNUSED_RESULT;

/* Smallest coins: 2 decimals, 0 for currencies that have none. */
int   ys_digits_get_coin_decimals (const char *currency);

/* The symbol of a currency, its code if it has none we know. */
const char *ys_digits_get_symbol    (const char *currency);
/* The code of the currency whose symbol the text begins with, the longest if several do; NULL. */
const char *ys_digits_find_currency (const char *text);

/* The locale's short name of a month, 1 … 12. */
char *ys_digits_month      (int month) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
