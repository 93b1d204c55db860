/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a number begins here: a digit of any script, or a decimal point before one. */
gboolean ys_parse_begins_number (const char  *text);

/**
 * ys_parse_digits:
 * @text: where a number begins
 * @stops: characters that end it even where they could group its digits, such as ","
 * @end: (out): behind its last digit
 *
 * Returns: (transfer full): the digits as strtod() takes them: "1200.50", "1.2e6"; NULL with a
 *   sentence if they could mean two things or nothing
 */
char    *ys_parse_digits        (const char  *text,
                                 const char  *stops,
                                 const char **end,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  YS_WORD_NONE,
  YS_WORD_SCALE,   /* k, million, Mrd.: exponent */
  YS_WORD_PERCENT,
  YS_WORD_YEARS,
  YS_WORD_MONTHS,
} YsWordKind;

/* What a word behind a number stands for, upper or lower case. */
YsWordKind ys_parse_word        (const char  *word,
                                 int         *exponent);
/* The letters at text, with a full stop behind them: “Mio.” [bytes] */
gsize      ys_parse_measure_word (const char *text);

G_END_DECLS
