/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-parse-digits.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ys-digits.h"
#include "ys-error.h"

/* A number is first written down as digits 0–9 and one letter for each sign between them. */
#define POINT 'P'      /* the locale's decimal point */
#define SEPARATOR 'S'  /* the locale's grouping, unless it is a space or an apostrophe */
#define SPACE ' '
#define APOSTROPHE '\''
/* “.” and “,” stand for themselves where the locale has another use for neither. */

#define ARABIC_POINT 0x66b
#define ARABIC_SEPARATOR 0x66c

typedef struct
{
  gunichar point;
  gunichar separator;
  gboolean in_twos;
} Signs;

static char
classify (const Signs *signs,
          gunichar     c)
{
  if (c == signs->point || c == ARABIC_POINT)
    return POINT;
  if (g_unichar_isspace (c))
    return SPACE;
  if (c == '\'' || c == 0x2019)
    return APOSTROPHE;
  if (c == signs->separator || c == ARABIC_SEPARATOR)
    return SEPARATOR;

  return c == '.' || c == ',' ? (char) c : '\0';
}

gboolean
ys_parse_begins_number (const char *text)
{
  gunichar first = g_utf8_get_char (text);
  Signs signs;

  if (g_unichar_isdigit (first))
    return TRUE;

  ys_digits_get_signs (&signs.point, &signs.separator, &signs.in_twos);
  return (first == '.' || first == signs.point)
         && g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (text)));
}

/* Signs belong to the number while a digit follows; a decimal point does even at its end. */
static char *
read_run (const Signs  *signs,
          const char   *text,
          const char   *stops,
          const char  **end)
{
  g_autoptr (GString) run = g_string_new (NULL);

  while (*text != '\0')
    {
      gunichar c = g_utf8_get_char (text);
      const char *next = g_utf8_next_char (text);
      char sign = classify (signs, c);

      if (g_unichar_isdigit (c))
        g_string_append_c (run, (char) ('0' + g_unichar_digit_value (c)));
      else if (sign == '\0' || (c < 128 && strchr (stops, (int) c) != NULL)
               || (sign != POINT && !g_unichar_isdigit (g_utf8_get_char (next))))
        break;
      else
        g_string_append_c (run, sign);

      text = next;
    }

  *end = text;
  return g_string_free (g_steal_pointer (&run), FALSE);
}

static gsize
count_signs (const char *run,
             gsize       length,
             char        sign)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += sign == '\0' ? !g_ascii_isdigit (run[i]) : run[i] == sign;

  return n;
}

static char *
strip_signs (const char *run,
             gsize       length)
{
  GString *digits = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (run[i]))
      g_string_append_c (digits, run[i]);

  return g_string_free (digits, FALSE);
}

/* 1,234,567, and where one groups so 12,34,567. @length: of the digits before the decimal point */
static gboolean
is_grouped_well (const Signs *signs,
                 const char  *run,
                 gsize        length)
{
  gsize n_first = strspn (run, "0123456789");
  gsize size = 0;

  if (n_first >= length)
    return TRUE;
  if (n_first == 0 || n_first > 3 || run[0] == '0')
    return FALSE;

  for (gsize i = n_first + 1; i <= length; i++)
    {
      if (i < length && g_ascii_isdigit (run[i]))
        size++;
      else if (i < length && run[i] != run[n_first])
        return FALSE;
      else if (size == 3 || (size == 2 && i < length && signs->in_twos))
        size = 0;
      else
        return FALSE;
    }

  return TRUE;
}

/* Which sign, if any, is the decimal point; G_MAXSIZE: none. People type “.” on the keypad where
 * the locale writes “,”: fine, unless it could as well group thousands. */
static gsize
find_point (const char *run,
            gsize       length)
{
  gsize last = length;
  gboolean is_alone;

  while (last > 0 && g_ascii_isdigit (run[last - 1]))
    last--;
  if (last-- == 0)
    return G_MAXSIZE;

  if (count_signs (run, length, run[last]) > 1)
    return G_MAXSIZE;
  if (run[last] == POINT)
    return last;
  if (run[last] != '.' && run[last] != ',')
    return G_MAXSIZE;

  is_alone = count_signs (run, length, '\0') == 1;
  return length - last - 1 != 3 || !is_alone || strncmp (run, "0", last) == 0 ? last : G_MAXSIZE;
}

/* A sign that is not the locale's own groups thousands only where it cannot be a decimal point. */
static gboolean
may_group (const char *run,
           gsize       length,
           gboolean    has_fraction)
{
  gsize n_first = strspn (run, "0123456789");
  char sign = n_first < length ? run[n_first] : SEPARATOR;

  return sign == SEPARATOR || sign == SPACE || sign == APOSTROPHE
         || (sign != POINT && (has_fraction || count_signs (run, length, sign) > 1));
}

/* --- what cannot be understood --------------------------------------------------------------- */

static char *
write_as_here (const char *whole,
               const char *fraction)
{
  g_autofree char *plain = fraction == NULL || *fraction == '\0'
    ? g_strdup (*whole != '\0' ? whole : "0")
    : g_strconcat (*whole != '\0' ? whole : "0", ".", fraction, NULL);

  return ys_digits_localise (plain);
}

static void
complain (const char  *typed,
          const char  *run,
          GError     **error)
{
  gsize length = strlen (run), last = length;
  gsize n_signs = count_signs (run, length, '\0');
  g_autofree char *digits = strip_signs (run, length);
  g_autofree char *grouped = write_as_here (digits, NULL);
  g_autofree char *head = NULL;
  g_autofree char *decimal = NULL;
  gboolean can_be_decimal, can_be_grouped;

  while (g_ascii_isdigit (run[last - 1]))
    last--;
  head = strip_signs (run, last - 1);
  decimal = write_as_here (head, run + last);
  can_be_decimal = run[last - 1] != SPACE && run[last - 1] != APOSTROPHE
                   && count_signs (run, length, run[last - 1]) == 1;
  can_be_grouped = !can_be_decimal || (n_signs == 1 && strcmp (head, "0") != 0);

  if (can_be_decimal && can_be_grouped)
    ys_error_set (error, YS_ERROR_INVALID, 0,
                  _("“%s” could mean %s or %s; write one of the two"), typed, decimal, grouped);
  else
    /* Translators: a number with the wrong signs for this language, and how it is written */
    ys_error_set (error, YS_ERROR_INVALID, 0, _("“%s” is written %s here"), typed,
                  can_be_decimal ? decimal : grouped);
}

/* --- the whole ------------------------------------------------------------------------------- */

static char *
read_exponent (const char **end)
{
  const char *at = *end + 1;
  gboolean negative = FALSE;
  gsize n;

  if (**end != 'e' && **end != 'E')
    return g_strdup ("");

  if (g_str_has_prefix (at, YS_MINUS))
    {
      negative = TRUE;
      at += strlen (YS_MINUS);
    }
  else if (*at == '-' || *at == '+')
    negative = *at++ == '-';

  n = strspn (at, "0123456789");
  if (n == 0)
    return g_strdup ("");

  *end = at + n;
  return g_strdup_printf ("e%s%.*s", negative ? "-" : "", (int) MIN (n, 6), at);
}

char *
ys_parse_digits (const char  *text,
                 const char  *stops,
                 const char **end,
                 GError     **error)
{
  Signs signs;
  g_autofree char *run = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *exponent = NULL;
  gsize length, point, n_whole;

  ys_digits_get_signs (&signs.point, &signs.separator, &signs.in_twos);
  run = read_run (&signs, text, stops, end);
  length = strlen (run);
  point = find_point (run, length);
  n_whole = MIN (point, length);

  if (!is_grouped_well (&signs, run, n_whole) || !may_group (run, n_whole, point < length))
    {
      g_autofree char *typed = g_strndup (text, (gsize) (*end - text));

      complain (typed, run, error);
      return NULL;
    }

  whole = strip_signs (run, n_whole);
  exponent = read_exponent (end);
  return g_strconcat (*whole != '\0' ? whole : "0", point < length ? "." : "",
                      point < length ? run + point + 1 : "", exponent, NULL);
}
