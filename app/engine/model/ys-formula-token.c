/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-formula-token.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-error.h"

/* Longer signs before the shorter ones they begin with. */
static const struct
{
  const char *text;
  YsTokenKind kind;
  YsOp        op;
} signs[] = {
  { "<>", YS_TOKEN_SIGN, YS_OP_NOT_EQUAL },
  { "<=", YS_TOKEN_SIGN, YS_OP_LESS_EQUAL },
  { ">=", YS_TOKEN_SIGN, YS_OP_MORE_EQUAL },
  { "<", YS_TOKEN_SIGN, YS_OP_LESS },
  { ">", YS_TOKEN_SIGN, YS_OP_MORE },
  { "=", YS_TOKEN_SIGN, YS_OP_EQUAL },
  { "+", YS_TOKEN_SIGN, YS_OP_ADD },
  { "-", YS_TOKEN_SIGN, YS_OP_SUBTRACT },
  { "−", YS_TOKEN_SIGN, YS_OP_SUBTRACT },
  { "*", YS_TOKEN_SIGN, YS_OP_MULTIPLY },
  { "/", YS_TOKEN_SIGN, YS_OP_DIVIDE },
  { "^", YS_TOKEN_SIGN, YS_OP_POWER },
  { "(", YS_TOKEN_OPEN, 0 },
  { ")", YS_TOKEN_CLOSE, 0 },
  { ",", YS_TOKEN_COMMA, 0 },
};

/* What people write elsewhere, and what it is here. */
static const struct
{
  const char *text;
  const char *hint;
} strangers[] = {
  { "×", N_("write * to multiply") },
  { "·", N_("write * to multiply") },
  { "÷", N_("write / to divide") },
  { "–", N_("write - to subtract") },
  { "%", N_("write 5 % as 0.05") },
  { ";", N_("put a comma between the values of a function") },
  { "≤", N_("write <= for “at most”") },
  { "≥", N_("write >= for “at least”") },
  { "≠", N_("write <> for “not equal”") },
  { "!", N_("write <> for “not equal”") },
  { "[", N_("only round brackets ( ) are understood") },
  { "{", N_("only round brackets ( ) are understood") },
};

static gboolean
is_name_start (gunichar c)
{
  return c == '_' || g_unichar_isalpha (c);
}

static gboolean
is_name_part (gunichar c)
{
  return c == '_' || c == '.' || g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* 12, 12.5, .5, 12. and any of them with an exponent; 0 if there is no number. Not what strtod()
 * would take beyond that: hexadecimal, “inf”, “nan”. */
static gsize
measure_number (const char *text)
{
  gsize length = count_digits (text);
  gsize digits = length;
  gsize exponent;

  if (text[length] == '.')
    {
      gsize fraction = count_digits (text + length + 1);

      digits += fraction;
      length += fraction + 1;
    }

  if (digits == 0)
    return 0;

  if (text[length] == 'e' || text[length] == 'E')
    {
      exponent = strchr ("+-", text[length + 1]) != NULL && text[length + 1] != '\0' ? 2 : 1;
      if (g_ascii_isdigit (text[length + exponent]))
        length += exponent + count_digits (text + length + exponent);
    }

  return length;
}

static gsize
measure_name (const char *text)
{
  const char *end = text;

  if (!is_name_start (g_utf8_get_char (text)))
    return 0;

  while (is_name_part (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return (gsize) (end - text);
}

static gboolean
read_number (YsToken  *token,
             GError  **error)
{
  g_autofree char *text = g_strndup (token->start, token->length);

  token->kind = YS_TOKEN_NUMBER;
  token->number = g_ascii_strtod (text, NULL);
  if (isfinite (token->number))
    return TRUE;

  ys_error_set (error, YS_ERROR_FORMULA, 0, _("the number %.40s is too large"), text);
  return FALSE;
}

static gboolean
read_sign (YsToken *token)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (token->start, signs[i].text))
      {
        token->kind = signs[i].kind;
        token->op = signs[i].op;
        token->length = strlen (signs[i].text);
        return TRUE;
      }

  return FALSE;
}

static gboolean
refuse (const char  *text,
        GError     **error)
{
  g_autofree char *character = g_utf8_substring (text, 0, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    if (strcmp (character, strangers[i].text) == 0)
      {
        ys_error_set (error, YS_ERROR_FORMULA, 0, _("the formula contains “%s”: %s"), character,
                      _(strangers[i].hint));
        return FALSE;
      }

  ys_error_set (error, YS_ERROR_FORMULA, 0,
                _("the formula contains “%s”: only numbers, names of assumptions, "
                  "+ - * / ^ ( ) , and = <> < <= > >= are understood"),
                character);
  return FALSE;
}

gboolean
ys_token_read (const char  *text,
               YsToken     *token,
               GError     **error)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  *token = (YsToken) { .kind = YS_TOKEN_END, .start = text };
  if (*text == '\0')
    return TRUE;

  token->length = measure_number (text);
  if (token->length > 0)
    return read_number (token, error);

  token->kind = YS_TOKEN_NAME;
  token->length = measure_name (text);
  if (token->length > 0)
    return TRUE;

  if (read_sign (token))
    return TRUE;

  token->length = (gsize) (g_utf8_next_char (text) - text);
  return refuse (text, error);
}
