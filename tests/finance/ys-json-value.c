/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-json-value.h"

#include <string.h>

typedef struct
{
  const char *start;
  const char *at;
} Reader;

static YsJsonValue *read_value (Reader *reader);

static YsJsonValue *
json_new (YsJsonType type)
{
  YsJsonValue *self = g_new0 (YsJsonValue, 1);

  self->type = type;
  if (type == YS_JSON_OBJECT)
    self->names = g_ptr_array_new_with_free_func (g_free);
  if (type == YS_JSON_OBJECT || type == YS_JSON_ARRAY)
    self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_json_value_free);

  return self;
}

void
ys_json_value_free (YsJsonValue *self)
{
  g_free (self->string);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

static int
position (const Reader *reader)
{
  return (int) (reader->at - reader->start);
}

static void
skip_space (Reader *reader)
{
  reader->at += strspn (reader->at, " \t\r\n");
}

/* Whether the text goes on with the token; steps over it if so. */
static gboolean
accept (Reader     *reader,
        const char *token)
{
  skip_space (reader);
  if (!g_str_has_prefix (reader->at, token))
    return FALSE;

  reader->at += strlen (token);
  return TRUE;
}

static void
expect (Reader     *reader,
        const char *token)
{
  if (!accept (reader, token))
    g_error ("JSON, byte %d: expected %s, found %.20s", position (reader), token, reader->at);
}

static gunichar
read_hex (Reader *reader)
{
  gunichar character = 0;

  for (int i = 0; i < 4; i++, reader->at++)
    {
      g_assert_true (g_ascii_isxdigit (*reader->at));
      character = 16 * character + (gunichar) g_ascii_xdigit_value (*reader->at);
    }

  return character;
}

/* Characters beyond U+FFFF come as two halves. */
static gunichar
read_escaped_unichar (Reader *reader)
{
  gunichar character = read_hex (reader);

  if (character >= 0xD800 && character < 0xDC00)
    {
      expect (reader, "\\u");
      character = 0x10000 + ((character - 0xD800) << 10) + (read_hex (reader) - 0xDC00);
    }

  return character;
}

static gunichar
read_escape (Reader *reader)
{
  static const char names[] = "\"\\/bfnrt";
  static const char characters[] = "\"\\/\b\f\n\r\t";
  char name = *reader->at++;
  const char *found;

  if (name == 'u')
    return read_escaped_unichar (reader);

  found = name != '\0' ? strchr (names, name) : NULL;
  if (found == NULL)
    g_error ("JSON, byte %d: unknown escape", position (reader));

  return (gunichar) characters[found - names];
}

static char *
read_string (Reader *reader)
{
  GString *string = g_string_new (NULL);

  expect (reader, "\"");
  while (*reader->at != '"')
    {
      if (*reader->at == '\0')
        g_error ("JSON: a string does not end");

      if (*reader->at != '\\')
        {
          g_string_append_c (string, *reader->at++);
          continue;
        }
      reader->at++;
      g_string_append_unichar (string, read_escape (reader));
    }
  reader->at++;

  return g_string_free (string, FALSE);
}

static YsJsonValue *
read_object (Reader *reader)
{
  YsJsonValue *self = json_new (YS_JSON_OBJECT);

  if (accept (reader, "}"))
    return self;

  do
    {
      g_ptr_array_add (self->names, read_string (reader));
      expect (reader, ":");
      g_ptr_array_add (self->items, read_value (reader));
    }
  while (accept (reader, ","));
  expect (reader, "}");

  return self;
}

static YsJsonValue *
read_array (Reader *reader)
{
  YsJsonValue *self = json_new (YS_JSON_ARRAY);

  if (accept (reader, "]"))
    return self;

  do
    g_ptr_array_add (self->items, read_value (reader));
  while (accept (reader, ","));
  expect (reader, "]");

  return self;
}

static YsJsonValue *
read_number (Reader *reader)
{
  YsJsonValue *self = json_new (YS_JSON_NUMBER);
  char *end;

  self->number = g_ascii_strtod (reader->at, &end);
  if (end == reader->at)
    g_error ("JSON, byte %d: expected a value, found %.20s", position (reader), end);
  reader->at = end;

  return self;
}

static YsJsonValue *
read_boolean (gboolean value)
{
  YsJsonValue *self = json_new (YS_JSON_BOOLEAN);

  self->number = value;
  return self;
}

static YsJsonValue *
read_value (Reader *reader)
{
  YsJsonValue *self;

  if (accept (reader, "{"))
    return read_object (reader);
  if (accept (reader, "["))
    return read_array (reader);
  if (accept (reader, "null"))
    return json_new (YS_JSON_NULL);
  if (accept (reader, "true"))
    return read_boolean (TRUE);
  if (accept (reader, "false"))
    return read_boolean (FALSE);
  if (*reader->at != '"')
    return read_number (reader);

  self = json_new (YS_JSON_STRING);
  self->string = read_string (reader);
  return self;
}

YsJsonValue *
ys_json_value_parse (const char *text)
{
  Reader reader = { text, text };
  YsJsonValue *self = read_value (&reader);

  skip_space (&reader);
  if (*reader.at != '\0')
    g_error ("JSON, byte %d: something follows the end", position (&reader));

  return self;
}

YsJsonValue *
ys_json_value_read_file (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return ys_json_value_parse (text);
}

const YsJsonValue *
ys_json_value_get_member (const YsJsonValue *object,
                          const char        *name)
{
  g_assert_cmpint (object->type, ==, YS_JSON_OBJECT);

  for (guint i = 0; i < object->names->len; i++)
    if (g_str_equal (object->names->pdata[i], name))
      return object->items->pdata[i];

  return NULL;
}

double
ys_json_value_get_number (const YsJsonValue *self)
{
  g_assert_nonnull (self);
  g_assert_cmpint (self->type, ==, YS_JSON_NUMBER);

  return self->number;
}

const char *
ys_json_value_get_string (const YsJsonValue *self)
{
  g_assert_nonnull (self);
  g_assert_cmpint (self->type, ==, YS_JSON_STRING);

  return self->string;
}

gsize
ys_json_value_get_length (const YsJsonValue *array)
{
  g_assert_cmpint (array->type, ==, YS_JSON_ARRAY);

  return array->items->len;
}

const YsJsonValue *
ys_json_value_get_item (const YsJsonValue *array,
                        gsize              i)
{
  g_assert_cmpuint (i, <, ys_json_value_get_length (array));

  return array->items->pdata[i];
}
