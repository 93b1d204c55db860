/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-parse.h"

#include <string.h>

#include "ys-digits.h"
#include "ys-formula-token.h"
#include "ys-parse-digits.h"

typedef struct
{
  GString *out;
  GArray  *places;   /* (nullable) */
  gboolean comma;    /* is the decimal point here */
  gboolean has_call; /* commas then part the values of a function */
} Writer;

static void
append (Writer     *writer,
        const char *text,
        gsize       length,
        gsize       place)
{
  g_string_append_len (writer->out, text, (gssize) length);
  for (gsize i = 0; writer->places != NULL && i < length; i++)
    g_array_append_val (writer->places, place);
}

static gboolean
decimal_is_comma (void)
{
  gunichar point, separator;
  gboolean in_twos;

  ys_digits_get_signs (&point, &separator, &in_twos);
  return point == ',';
}

static gboolean
find_call (const char *text)
{
  for (const char *at = strchr (text, '('); at != NULL; at = strchr (at + 1, '('))
    if (at > text && g_ascii_isalpha (at[-1]))
      return TRUE;

  return FALSE;
}

/* “k” in 350k, “%” in 12 %: a power of ten; 0: none. */
static int
read_power (const char **at)
{
  const char *next = *at;
  gsize length = ys_parse_measure_word (next);
  g_autofree char *word = g_strndup (next, length);
  int exponent = 0;

  if (length > 0 && ys_parse_word (word, &exponent) == YS_WORD_SCALE)
    {
      *at += length;
      return exponent;
    }

  while (g_unichar_isspace (g_utf8_get_char (next)))
    next = g_utf8_next_char (next);
  if (*next != '%')
    return 0;

  *at = next + 1;
  return -2;
}

static gboolean
copy_number (Writer      *writer,
             const char  *text,
             const char **at,
             GError     **error)
{
  gsize place = (gsize) (*at - text);
  const char *stops = writer->has_call ? (writer->comma ? ";" : ",") : "";
  g_autofree char *digits = ys_parse_digits (*at, stops, at, error);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  int power;

  if (digits == NULL)
    return FALSE;

  power = read_power (at);
  if (power != 0)
    {
      g_autofree char *scaled = g_strdup_printf (strchr (digits, 'e') == NULL ? "%se%d" : "%s", digits, power);

      g_ascii_dtostr (buffer, sizeof buffer, g_ascii_strtod (scaled, NULL));
      append (writer, buffer, strlen (buffer), place);
    }
  else
    append (writer, digits, strlen (digits), place);

  return TRUE;
}

/* What people write elsewhere. */
static const char *
translate_sign (const Writer *writer,
                const char   *at)
{
  if (g_str_has_prefix (at, "×") || g_str_has_prefix (at, "·"))
    return "*";
  if (g_str_has_prefix (at, "÷"))
    return "/";
  if (*at == ';' && writer->comma)
    return ",";

  return NULL;
}

static gsize
measure_name (const char *at)
{
  const char *end = at;

  while (g_unichar_isalnum (g_utf8_get_char (end)) || g_unichar_ismark (g_utf8_get_char (end))
         || *end == '_' || (*end == '.' && end > at))
    end = g_utf8_next_char (end);

  return (gsize) (end - at);
}

static gboolean
copy_part (Writer      *writer,
           const char  *text,
           const char **at,
           GError     **error)
{
  const char *start = *at;
  const char *sign = translate_sign (writer, start);
  gsize n_name;

  if (ys_parse_begins_number (start))
    return copy_number (writer, text, at, error);

  n_name = measure_name (start);
  *at = n_name > 0 ? start + n_name : g_utf8_next_char (start);
  if (sign != NULL)
    append (writer, sign, strlen (sign), (gsize) (start - text));
  else
    for (const char *c = start; c < *at; c++)
      append (writer, c, 1, (gsize) (c - text));

  return TRUE;
}

char *
ys_parse_formula (const char  *text,
                  GArray     **places,
                  GError     **error)
{
  g_autoptr (GArray) own = places != NULL ? g_array_new (FALSE, FALSE, sizeof (gsize)) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  Writer writer = { .out = out, .places = own, .comma = decimal_is_comma (), .has_call = find_call (text) };
  const char *at = text + strspn (text, " \t");
  gsize end = strlen (text);

  if (*at == '=')
    at++;
  at += strspn (at, " \t");

  while (*at != '\0')
    if (!copy_part (&writer, text, &at, error))
      return NULL;

  if (places != NULL)
    {
      g_array_append_val (own, end);
      *places = g_steal_pointer (&own);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
append_local (GString       *out,
              const YsToken *token)
{
  g_autofree char *text = g_strndup (token->start, token->length);

  if (token->kind == YS_TOKEN_NUMBER && strchr (text, '.') != NULL)
    g_strdelimit (text, ".", ',');
  else if (token->kind == YS_TOKEN_COMMA)
    *text = ';';
  g_string_append (out, text);
}

char *
ys_format_formula (const char *formula)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *at = formula;
  YsToken token = { .kind = YS_TOKEN_NUMBER };

  if (!decimal_is_comma ())
    return g_strdup (formula);

  while (ys_token_read (at, &token, NULL) && token.kind != YS_TOKEN_END)
    {
      g_string_append_len (out, at, token.start - at);
      append_local (out, &token);
      at = token.start + token.length;
    }

  g_string_append (out, at);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
