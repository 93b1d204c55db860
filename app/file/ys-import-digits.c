/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-import-private.h"

#include <string.h>

#include "ys-digits.h"
#include "ys-parse.h"

/* --- whose point is whose --------------------------------------------------------------------- */

static gboolean
is_digit (const char *at)
{
  return g_unichar_isdigit (g_utf8_get_char (at));
}

/* Digits from here on. */
static guint
count_digits (const char *at)
{
  guint n = 0;

  for (; is_digit (at); at = g_utf8_next_char (at))
    n++;

  return n;
}

/* The sign that must be the decimal point of this number, 0: it might be either. A sign that comes
 * twice groups, so that the other one is; so does the first of two; one that has not three digits
 * behind it, or only 0 before it, groups nothing. */
static char
find_point (const char *text)
{
  const char *point = strrchr (text, '.'), *comma = strrchr (text, ',');
  const char *last = point > comma ? point : comma;

  if (last == NULL)
    return 0;
  if (point != NULL && comma != NULL)
    return *last;
  if (strchr (text, *last) != last)
    return *last == '.' ? ',' : '.';
  if (!is_digit (last + 1))
    return 0;
  if (count_digits (last + 1) != 3 || (last == text + 1 && *text == '0'))
    return *last;

  return 0;
}

/* Letters and signs of a date would vote as well. */
static gboolean
looks_like_amount (const char *text)
{
  guint n_digits = 0, n_letters = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == '/' || c == ':')
        return FALSE;
      n_digits += g_unichar_isdigit (c);
      n_letters += g_unichar_isalpha (c);
    }

  return n_digits > 0 && n_letters <= 3;
}

/* “31.12.2027” is a date, “1.234.567” is none. */
static gboolean
is_date (const char *text)
{
  return g_regex_match_simple ("^\\d{1,2}[.]\\d{1,2}[.](\\d{2}|\\d{4})?$", text, 0, 0);
}

gboolean
ys_import_find_digits (const YsCells *cells,
                       YsDigitsStyle *digits)
{
  guint points = 0, commas = 0;
  gunichar own, separator;
  gboolean in_twos;

  for (gsize i = 0; i < cells->n_rows * cells->n_columns; i++)
    {
      const YsCell *cell = &cells->cells[i];
      char point = 0;

      if (cell->kind == YS_CELL_TEXT && looks_like_amount (cell->text) && !is_date (cell->text))
        point = find_point (cell->text);
      points += point == '.';
      commas += point == ',';
    }

  ys_digits_get_signs (&own, &separator, &in_twos);
  *digits = points != commas ? (points > commas ? YS_DIGITS_POINT : YS_DIGITS_COMMA)
                             : (own == ',' ? YS_DIGITS_COMMA : YS_DIGITS_POINT);

  return points + commas > 0;
}

/* --- one amount ------------------------------------------------------------------------------- */

static gboolean
groups (gunichar      c,
        YsDigitsStyle digits)
{
  return c == (digits == YS_DIGITS_POINT ? ',' : '.') || c == '\'' || c == 0x2019 || g_unichar_isspace (c);
}

/* Threes, or as in India twos and a three at the end. */
static gboolean
is_group (const char    *at,
          YsDigitsStyle  digits)
{
  guint n = count_digits (at);
  const char *behind = g_utf8_offset_to_pointer (at, n);

  return n == 3
         || (n == 2 && groups (g_utf8_get_char (behind), digits) && is_group (g_utf8_next_char (behind), digits));
}

/* The same number as the user's locale writes it, without grouping. */
static char *
translate (const char    *text,
           YsDigitsStyle  digits)
{
  GString *own = g_string_new (NULL);
  gunichar point, separator;
  gboolean in_twos, within = FALSE;

  ys_digits_get_signs (&point, &separator, &in_twos);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      const char *next = g_utf8_next_char (text);

      if (within && groups (c, digits) && is_group (next, digits))
        continue;
      if (c == (digits == YS_DIGITS_POINT ? '.' : ',') && (within || is_digit (next)))
        c = point;
      g_string_append_unichar (own, c);
      within = g_unichar_isdigit (c);
    }

  return g_string_free (own, FALSE);
}

static gboolean
is_dash (const char *text)
{
  static const char *const dashes[] = { "-", "\u2010", "\u2012", "\u2013", "\u2014", "\u2212", NULL };

  return g_strv_contains (dashes, text);
}

/* Bookkeepers write the minus behind: “500-”. */
static char *
move_sign (char *text)
{
  gsize length = strlen (text);
  char *moved;

  if (length < 2 || text[length - 1] != '-')
    return text;

  text[length - 1] = '\0';
  moved = g_strconcat ("-", text, NULL);
  g_free (text);

  return moved;
}

gboolean
ys_import_read_amount (const YsCell  *cell,
                       YsDigitsStyle  digits,
                       const char    *currency,
                       double        *amount)
{
  g_autofree char *text = NULL;

  *amount = cell->number;
  if (cell->kind != YS_CELL_TEXT)
    return cell->kind == YS_CELL_NUMBER;
  if (is_dash (cell->text))
    return TRUE;
  if (is_date (cell->text) || *cell->text == '=')
    return FALSE;

  text = move_sign (translate (cell->text, digits));
  return ys_parse_number (text, YS_UNIT_MONEY, currency, amount, NULL);
}
