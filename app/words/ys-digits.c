/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-digits.h"

#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const char *code;
  const char *symbol;
  int         decimals; /* of its smallest coin */
} Currency;

/* Symbols that a reader of the code would write. Dollars other than the American one keep a letter
 * in front, so that two currencies never look alike. */
static const Currency currencies[] = {
  { "USD", "$", 2 },
  { "EUR", "€", 2 },
  { "GBP", "£", 2 },
  { "JPY", "¥", 0 },
  { "CNY", "CN¥", 2 },
  { "INR", "₹", 2 },
  { "KRW", "₩", 0 },
  { "BRL", "R$", 2 },
  { "CAD", "CA$", 2 },
  { "AUD", "A$", 2 },
  { "NZD", "NZ$", 2 },
  { "HKD", "HK$", 2 },
  { "MXN", "MX$", 2 },
  { "TWD", "NT$", 2 },
  { "ILS", "₪", 2 },
  { "VND", "₫", 0 },
  { "PHP", "₱", 2 },
  { "UAH", "₴", 2 },
  { "TRY", "₺", 2 },
  { "NGN", "₦", 2 },
  { "PLN", "zł", 2 },
  { "CZK", "Kč", 2 },
  { "HUF", "Ft", 0 },
  { "CLP", "CLP", 0 },
  { "ISK", "ISK", 0 },
};

typedef struct
{
  char       *point;
  char       *separator;
  const char *grouping; /* as in struct lconv; "" for none */
} Style;

static const Currency *
currency_find (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_strcmp0 (currencies[i].code, code) == 0)
      return &currencies[i];

  return NULL;
}

static gboolean
category_is_plain (int category)
{
  const char *name = setlocale (category, NULL);

  return name == NULL || strcmp (name, "C") == 0 || strcmp (name, "POSIX") == 0
         || g_str_has_prefix (name, "C.");
}

/* Strings of the C library are in the locale's encoding, which need not be UTF-8. */
static char *
utf8_from_locale (const char *text,
                  const char *fallback)
{
  char *utf8 = g_locale_to_utf8 (text, -1, NULL, NULL, NULL);

  return utf8 != NULL ? utf8 : g_strdup (fallback);
}

static void
style_init (Style *style)
{
  const struct lconv *conventions = localeconv ();
  gboolean plain = category_is_plain (LC_NUMERIC);

  style->point = plain ? g_strdup (".") : utf8_from_locale (conventions->decimal_point, ".");
  style->separator = plain ? g_strdup (",") : utf8_from_locale (conventions->thousands_sep, "");
  style->grouping = plain ? "\3" : conventions->grouping;
}

static void
style_clear (Style *style)
{
  g_free (style->point);
  g_free (style->separator);
}

/* Size of the next group to the left; 0 when no more are to be made. */
static int
next_group (const char **grouping)
{
  int size = (unsigned char) **grouping;

  if (size == CHAR_MAX || size == UCHAR_MAX)
    return 0;
  if (size != 0 && (*grouping)[1] != '\0')
    (*grouping)++;

  return size;
}

static char *
group_digits (const char  *digits,
              gsize        n,
              const Style *style)
{
  g_autoptr (GString) text = g_string_new_len (digits, (gssize) n);
  const char *grouping = style->grouping;
  gssize at = (gssize) n;

  for (int size = next_group (&grouping); size > 0 && at > size; size = next_group (&grouping))
    {
      at -= size;
      g_string_insert (text, at, style->separator);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
ys_digits_localise (const char *plain)
{
  gsize n = strspn (plain, "0123456789");
  g_autofree char *whole = NULL;
  Style style;
  char *text;

  style_init (&style);
  whole = group_digits (plain, n, &style);
  text = plain[n] == '.' ? g_strconcat (whole, style.point, plain + n + 1, NULL)
                         : g_strconcat (whole, plain + n, NULL);
  style_clear (&style);

  return text;
}

void
ys_digits_get_signs (gunichar *point,
                     gunichar *separator,
                     gboolean *in_twos)
{
  Style style;

  style_init (&style);
  *point = g_utf8_get_char (style.point);
  *separator = g_utf8_get_char (style.separator);
  /* Not every Indian locale of the C library says so, but all Indians write so. */
  *in_twos = (style.grouping[0] == 3 && style.grouping[1] == 2)
             || strstr (setlocale (LC_NUMERIC, NULL), "_IN") != NULL;
  style_clear (&style);
}

static char *
plain_digits (double value,
              int    decimals)
{
  char format[] = "%.0f";
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 320];

  g_return_val_if_fail (decimals >= 0 && decimals <= 9, NULL);

  format[2] = (char) ('0' + decimals);
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, format, fabs (value)));
}

char *
ys_digits_fixed (double value,
                 int    decimals)
{
  g_autofree char *plain = plain_digits (value, decimals);

  return ys_digits_localise (plain);
}

char *
ys_digits_trimmed (double value,
                   int    max_decimals)
{
  g_autofree char *plain = plain_digits (value, max_decimals);
  gsize n = strlen (plain);

  if (strchr (plain, '.') != NULL)
    {
      while (plain[n - 1] == '0')
        n--;
      if (plain[n - 1] == '.')
        n--;
      plain[n] = '\0';
    }

  return ys_digits_localise (plain);
}

/* A symbol of letters would run into the digits: "CHF 12", never "CHF12". */
static gboolean
wants_space (const char *symbol,
             gboolean    precedes)
{
  gsize length = strlen (symbol);
  gunichar next = precedes ? g_utf8_get_char (g_utf8_prev_char (symbol + length))
                           : g_utf8_get_char (symbol);

  return length > 0 && g_unichar_isalpha (next);
}

char *
ys_digits_with_money (const char *digits,
                      gboolean    negative,
                      const char *currency)
{
  const struct lconv *conventions = localeconv ();
  gboolean plain = category_is_plain (LC_MONETARY);
  gboolean precedes = plain || conventions->p_cs_precedes != 0;
  gboolean apart = !plain && conventions->p_sep_by_space != 0
                   && conventions->p_sep_by_space != CHAR_MAX;
  const char *sign = negative ? YS_MINUS : "";
  const char *symbol = ys_digits_get_symbol (currency);
  const char *space;

  if (symbol == NULL || *symbol == '\0')
    return g_strconcat (sign, digits, NULL);

  space = apart || wants_space (symbol, precedes) ? YS_NO_BREAK_SPACE : "";

  return precedes ? g_strconcat (sign, symbol, space, digits, NULL)
                  : g_strconcat (sign, digits, space, symbol, NULL);
}

int
ys_digits_get_coin_decimals (const char *currency)
{
  const Currency *known = currency_find (currency);

  return known != NULL ? known->decimals : 2;
}

const char *
ys_digits_get_symbol (const char *currency)
{
  const Currency *known = currency_find (currency);

  return known != NULL ? known->symbol : currency;
}

const char *
ys_digits_find_currency (const char *text)
{
  const Currency *found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_str_has_prefix (text, currencies[i].symbol)
        && (found == NULL || strlen (currencies[i].symbol) > strlen (found->symbol)))
      found = &currencies[i];

  return found != NULL ? found->code : NULL;
}

char *
ys_digits_month (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  return utf8_from_locale (nl_langinfo (ABMON_1 + (month - 1)), "?");
}
