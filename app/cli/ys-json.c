/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-json.h"

#include <math.h>

YsJson *
ys_json_new (void)
{
  YsJson *json = g_new0 (YsJson, 1);

  json->text = g_string_new (NULL);
  return json;
}

void
ys_json_free (YsJson *json)
{
  g_string_free (json->text, TRUE);
  g_free (json);
}

char *
ys_json_dup_text (const YsJson *json)
{
  return g_strconcat (json->text->str, "\n", NULL);
}

static void
break_line (YsJson *json)
{
  g_string_append_printf (json->text, "\n%*s", 2 * json->depth, "");
}

/* Before a value or a key: the comma and the place. */
static void
begin_item (YsJson *json)
{
  if (json->after_key)
    {
      json->after_key = FALSE;
      return;
    }

  if (json->has_items)
    g_string_append_c (json->text, ',');
  if (json->depth > 0)
    break_line (json);
  json->has_items = TRUE;
}

static void
begin_nest (YsJson *json,
            char    bracket)
{
  begin_item (json);
  g_string_append_c (json->text, bracket);
  json->depth++;
  json->has_items = FALSE;
}

static void
end_nest (YsJson *json,
          char    bracket)
{
  g_return_if_fail (json->depth > 0 && !json->after_key);

  json->depth--;
  if (json->has_items)
    break_line (json);
  g_string_append_c (json->text, bracket);
  json->has_items = TRUE;
}

void
ys_json_begin_object (YsJson *json)
{
  begin_nest (json, '{');
}

void
ys_json_end_object (YsJson *json)
{
  end_nest (json, '}');
}

void
ys_json_begin_array (YsJson *json)
{
  begin_nest (json, '[');
}

void
ys_json_end_array (YsJson *json)
{
  end_nest (json, ']');
}

static void
append_quoted (GString    *text,
               const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_c (text, '"');
  for (const char *c = valid; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (text, "\\%c", *c);
      else if (*c == '\n')
        g_string_append (text, "\\n");
      else if (*c == '\t')
        g_string_append (text, "\\t");
      else if ((guchar) *c < 0x20)
        g_string_append_printf (text, "\\u%04x", (guint) (guchar) *c);
      else
        g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

void
ys_json_key (YsJson     *json,
             const char *key)
{
  g_return_if_fail (!json->after_key);

  begin_item (json);
  append_quoted (json->text, key);
  g_string_append (json->text, ": ");
  json->after_key = TRUE;
}

void
ys_json_null (YsJson *json)
{
  begin_item (json);
  g_string_append (json->text, "null");
}

void
ys_json_string (YsJson     *json,
                const char *value)
{
  if (value == NULL)
    {
      ys_json_null (json);
      return;
    }

  begin_item (json);
  append_quoted (json->text, value);
}

char *
ys_json_format_number (double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return NULL;
  if (value == 0.0)
    return g_strdup ("0");

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  return g_strdup (buffer);
}

static void
append_number (GString *text,
               double   value)
{
  g_autofree char *digits = ys_json_format_number (value);

  g_string_append (text, digits != NULL ? digits : "null");
}

void
ys_json_number (YsJson *json,
                double  value)
{
  begin_item (json);
  append_number (json->text, value);
}

void
ys_json_integer (YsJson  *json,
                 guint64  value)
{
  begin_item (json);
  g_string_append_printf (json->text, "%" G_GUINT64_FORMAT, value);
}

void
ys_json_boolean (YsJson   *json,
                 gboolean  value)
{
  begin_item (json);
  g_string_append (json->text, value ? "true" : "false");
}

void
ys_json_numbers (YsJson       *json,
                 const double *values,
                 gsize         n)
{
  begin_item (json);
  g_string_append_c (json->text, '[');
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (json->text, ", ");
      append_number (json->text, values[i]);
    }
  g_string_append_c (json->text, ']');
}
