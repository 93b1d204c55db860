/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-parse.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ys-digits.h"
#include "ys-error.h"
#include "ys-formula.h"
#include "ys-parse-digits.h"

/* What a number may be made of, each once. */
typedef enum
{
  PART_SIGN = 1 << 0,
  PART_BRACKETS = 1 << 1,
  PART_CURRENCY = 1 << 2,
  PART_DIGITS = 1 << 3,
  PART_SCALE = 1 << 4,
  PART_UNIT = 1 << 5, /* per cent, years, months */
  PART_CLOSED = 1 << 6,
} Part;

typedef struct
{
  const char  *text;
  const char  *at;
  YsUnit       unit;
  const char  *currency;
  guint        parts;
  gboolean     negative;
  YsWordKind   kind;     /* of the unit that was written */
  int          exponent;
  char        *digits;
  GError     **error;
} Reader;

static const char *
get_example (YsUnit unit)
{
  switch (unit)
    {
    case YS_UNIT_MONEY:
      return _("write an amount such as 40k or 1.2 million");
    case YS_UNIT_FRACTION:
      return _("write a share such as 12%");
    case YS_UNIT_YEARS:
      return _("write years such as 2.5, or 30 months");
    case YS_UNIT_NUMBER:
    default:
      return _("write a number such as 2.5 or 40k");
    }
}

static gboolean
refuse (Reader     *reader,
        const char *part)
{
  if (part != NULL && *part != '\0' && strcmp (part, reader->text) != 0)
    ys_error_set (reader->error, YS_ERROR_INVALID, 0, _("“%s” is not understood in “%s”; %s"), part,
                  reader->text, get_example (reader->unit));
  else
    ys_error_set (reader->error, YS_ERROR_INVALID, 0, _("“%s” is not a number; %s"), reader->text,
                  get_example (reader->unit));
  return FALSE;
}

/* Takes what it is and where it ends; FALSE where it may not stand. */
static gboolean
take (Reader *reader,
      Part    part,
      gsize   length)
{
  if ((reader->parts & part) != 0)
    return refuse (reader, reader->at);

  reader->parts |= part;
  reader->at += length;
  return TRUE;
}

static gboolean
read_digits (Reader *reader)
{
  const char *end;

  if ((reader->parts & PART_DIGITS) != 0)
    return refuse (reader, reader->at);

  reader->digits = ys_parse_digits (reader->at, "", &end, reader->error);
  return reader->digits != NULL && take (reader, PART_DIGITS, (gsize) (end - reader->at));
}

/* A bookkeeper's minus may stand behind the digits. */
static gboolean
read_sign (Reader   *reader,
           gboolean  negative,
           gsize     length)
{
  reader->negative ^= negative;
  return take (reader, PART_SIGN, length);
}

static gboolean
read_currency (Reader     *reader,
               const char *currency,
               gsize       length)
{
  if (reader->unit == YS_UNIT_MONEY && g_strcmp0 (currency, reader->currency) == 0)
    return take (reader, PART_CURRENCY, length);

  if (reader->unit == YS_UNIT_MONEY && reader->currency != NULL)
    ys_error_set (reader->error, YS_ERROR_INVALID, 0,
                  _("“%s” is in %s, but amounts here are in %s; convert it first"), reader->text,
                  currency, reader->currency);
  else
    ys_error_set (reader->error, YS_ERROR_INVALID, 0, _("“%s” is an amount of money; %s"),
                  reader->text, get_example (reader->unit));
  return FALSE;
}

static gboolean
read_unit (Reader     *reader,
           YsWordKind  kind,
           gsize       length)
{
  gboolean fits = kind == YS_WORD_PERCENT
    ? reader->unit == YS_UNIT_FRACTION || reader->unit == YS_UNIT_NUMBER
    : reader->unit == YS_UNIT_YEARS;

  if (!fits)
    return refuse (reader, reader->text);

  reader->kind = kind;
  return take (reader, PART_UNIT, length);
}

static gboolean
is_code (const char *word)
{
  return strlen (word) == 3 && strspn (word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

static gboolean
read_scale (Reader *reader,
            int     exponent,
            gsize   length)
{
  reader->exponent += exponent;
  return take (reader, PART_SCALE, length);
}

/* “million”, “EUR”, and both in one, as bookkeepers write: “TEUR”. */
static gboolean
read_word (Reader *reader)
{
  gsize length = ys_parse_measure_word (reader->at);
  g_autofree char *word = g_strndup (reader->at, length);
  int exponent = 0;
  YsWordKind kind = ys_parse_word (word, &exponent);

  if (kind == YS_WORD_SCALE)
    return read_scale (reader, exponent, length);
  if (kind != YS_WORD_NONE)
    return read_unit (reader, kind, length);
  if (is_code (word))
    return read_currency (reader, word, length);

  if (length > 3 && is_code (word + length - 3))
    {
      g_autofree char *head = g_strndup (word, length - 3);

      if (ys_parse_word (head, &exponent) == YS_WORD_SCALE)
        return read_scale (reader, exponent, length - 3);
    }

  return refuse (reader, word);
}

/* A plain $ is the dollar of whoever counts in dollars. */
static gboolean
read_symbol (Reader *reader)
{
  const char *own = reader->currency != NULL ? ys_digits_get_symbol (reader->currency) : "";
  const char *code = ys_digits_find_currency (reader->at);
  const char *symbol = code != NULL ? ys_digits_get_symbol (code) : "";
  gboolean is_own;

  if (*own != '\0' && g_str_has_prefix (reader->at, own))
    return read_currency (reader, reader->currency, strlen (own));
  if (code == NULL)
    return FALSE;

  is_own = !g_ascii_isalpha (*symbol) && g_str_has_suffix (own, symbol);
  return read_currency (reader, is_own ? reader->currency : code, strlen (symbol));
}

static gboolean
read_part (Reader *reader)
{
  gunichar c = g_utf8_get_char (reader->at);
  gsize length = (gsize) (g_utf8_next_char (reader->at) - reader->at);
  const char *code = ys_digits_find_currency (reader->at);
  gboolean before = (reader->parts & PART_DIGITS) == 0;

  if (ys_parse_begins_number (reader->at))
    return read_digits (reader);
  if (c == '-' || c == 0x2212 || (c == 0x2013 && before))
    return read_sign (reader, TRUE, length);
  if (c == '+' && before)
    return read_sign (reader, FALSE, length);
  if (c == '(' && before)
    return take (reader, PART_BRACKETS, length);
  if (c == ')' && (reader->parts & PART_BRACKETS) != 0 && !before)
    return take (reader, PART_CLOSED, length);
  if ((c == '%' || c == 0x66a) && !before)
    return read_unit (reader, YS_WORD_PERCENT, length);
  if (code != NULL)
    return read_symbol (reader);
  if (g_unichar_isalpha (c))
    return read_word (reader);

  return refuse (reader, reader->at);
}

static void
skip_spaces (Reader *reader)
{
  while (g_unichar_isspace (g_utf8_get_char (reader->at)))
    reader->at = g_utf8_next_char (reader->at);
}

static gboolean
read_parts (Reader *reader)
{
  for (skip_spaces (reader); *reader->at != '\0'; skip_spaces (reader))
    if (!read_part (reader))
      return FALSE;

  if ((reader->parts & PART_DIGITS) == 0)
    return refuse (reader, NULL);
  if (((reader->parts & PART_BRACKETS) != 0) != ((reader->parts & PART_CLOSED) != 0))
    {
      ys_error_set (reader->error, YS_ERROR_INVALID, 0,
                    _("“%s” opens a bracket and does not close it"), reader->text);
      return FALSE;
    }

  return TRUE;
}

/* By moving the decimal point before reading: 12 % is the double 0.12, not 12 / 100. */
static double
get_value (const Reader *reader)
{
  gboolean percent = reader->unit == YS_UNIT_FRACTION || reader->kind == YS_WORD_PERCENT;
  const char *given = strchr (reader->digits, 'e');
  int exponent = reader->exponent - (percent ? 2 : 0)
                 + (given != NULL ? (int) g_ascii_strtoll (given + 1, NULL, 10) : 0);
  gsize n = given != NULL ? (gsize) (given - reader->digits) : strlen (reader->digits);
  g_autofree char *plain = g_strdup_printf ("%.*se%d", (int) n, reader->digits, exponent);
  double value = g_ascii_strtod (plain, NULL);

  if (reader->kind == YS_WORD_MONTHS)
    value /= 12.0;

  return reader->negative != ((reader->parts & PART_BRACKETS) != 0) ? -value : value;
}

static gboolean
check_finite (const char  *text,
              double       value,
              GError     **error)
{
  if (isfinite (value))
    return TRUE;

  ys_error_set (error, YS_ERROR_INVALID, 0, _("“%s” is too large to be worked with"), text);
  return FALSE;
}

static gboolean
parse_sum (const char  *text,
           YsUnit       unit,
           double      *value,
           GError     **error)
{
  g_autofree char *plain = ys_parse_formula (text, NULL, error);
  g_autoptr (YsFormula) formula = plain != NULL ? ys_formula_new (plain, error) : NULL;

  if (formula == NULL)
    return FALSE;

  if (formula->names[0] != NULL || formula->uses_period)
    {
      ys_error_set (error, YS_ERROR_INVALID, 0,
                    _("“%s” is no number; only numbers can be worked with here, such as =2*350"),
                    formula->uses_period ? "period" : formula->names[0]);
      return FALSE;
    }

  *value = ys_formula_evaluate (formula, NULL, 0.0);
  if (!isfinite (*value))
    {
      ys_error_set (error, YS_ERROR_INVALID, 0, _("“%s” has no result"), text);
      return FALSE;
    }

  /* Per cent, as without the sign =, unless it says which number is. */
  if (unit == YS_UNIT_FRACTION && strchr (text, '%') == NULL)
    *value /= 100.0;
  return TRUE;
}

static gboolean
parse_plain (const char  *text,
             YsUnit       unit,
             const char  *currency,
             double      *value,
             GError     **error)
{
  Reader reader = { .text = text, .at = text, .unit = unit, .currency = currency, .error = error };
  gboolean done = read_parts (&reader);

  if (done)
    *value = get_value (&reader);
  g_free (reader.digits);

  return done && check_finite (text, *value, error);
}

gboolean
ys_parse_number (const char  *text,
                 YsUnit       unit,
                 const char  *currency,
                 double      *value,
                 GError     **error)
{
  g_autofree char *stripped = NULL;
  double result = 0.0;

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  stripped = g_utf8_make_valid (text, -1);
  g_strstrip (stripped);
  if (*stripped == '\0')
    {
      ys_error_set (error, YS_ERROR_INVALID, 0, _("no number is given; %s"), get_example (unit));
      return FALSE;
    }

  if (!(*stripped == '=' ? parse_sum (stripped, unit, &result, error)
                         : parse_plain (stripped, unit, currency, &result, error)))
    return FALSE;

  *value = result + 0.0; /* no −0 */
  return TRUE;
}

/* --- for editing ----------------------------------------------------------------------------- */

/* The fewest digits d.ddd e ±x that are read back as the same double. */
static void
write_shortest (double  value,
                char   *buffer,
                int     size)
{
  char format[] = "%.00e";

  for (int decimals = 0; decimals < 17; decimals++)
    {
      format[2] = (char) ('0' + decimals / 10);
      format[3] = (char) ('0' + decimals % 10);
      g_ascii_formatd (buffer, size, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        return;
    }
}

/* digits × 10^exponent, the point behind the first digit, written out. */
static char *
write_out (const char *digits,
           int         exponent)
{
  GString *plain = g_string_new (digits);
  int n = (int) plain->len;

  if (exponent > 20 || exponent < -9)
    {
      if (n > 1)
        g_string_insert_c (plain, 1, '.');
      g_string_append_printf (plain, "e%d", exponent);
      return g_string_free (plain, FALSE);
    }

  for (int i = exponent; i < 0; i++)
    g_string_prepend_c (plain, '0');
  for (int i = n; i <= exponent; i++)
    g_string_append_c (plain, '0');
  if ((int) plain->len > MAX (exponent, 0) + 1)
    g_string_insert_c (plain, MAX (exponent, 0) + 1, '.');

  return g_string_free (plain, FALSE);
}

char *
ys_format_for_editing (double value,
                       YsUnit unit)
{
  gboolean percent = unit == YS_UNIT_FRACTION;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autofree char *plain = NULL;
  g_autofree char *local = NULL;
  g_autofree char *text = NULL;
  const char *at;

  if (!isfinite (value))
    return g_strdup ("");

  write_shortest (fabs (value), buffer, sizeof buffer);
  for (at = buffer; *at != 'e'; at++)
    if (*at != '.')
      g_string_append_c (digits, *at);

  plain = write_out (digits->str, value == 0.0 ? 0 : atoi (at + 1) + (percent ? 2 : 0));
  local = ys_digits_localise (plain);
  text = g_strconcat (value < 0.0 ? YS_MINUS : "", local, NULL);

  return percent ? g_strdup_printf (_("%s%%"), text) : g_steal_pointer (&text);
}
