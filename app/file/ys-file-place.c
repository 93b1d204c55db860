/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-place.h"

#include <string.h>

static const char *
skip_past (const char *at,
           const char *end)
{
  const char *found = strstr (at, end);

  return found != NULL ? found + strlen (end) : at + strlen (at);
}

/* To the “>” of a start tag, or to the end of the text: attribute values may contain “>”. */
static const char *
find_tag_end (const char *at)
{
  while (*at != '\0' && *at != '>')
    {
      if (*at == '"' || *at == '\'')
        {
          at = strchr (at + 1, *at);
          if (at == NULL)
            return "";
        }
      at++;
    }

  return at;
}

/* From a “<” that starts no element to what follows it; NULL when it starts one. */
static const char *
skip_non_element (const char *at)
{
  if (g_str_has_prefix (at, "<!--"))
    return skip_past (at + strlen ("<!--"), "-->");
  if (g_str_has_prefix (at, "<![CDATA["))
    return skip_past (at, "]]>");
  if (at[1] == '?')
    return skip_past (at, "?>");
  if (at[1] == '/' || at[1] == '!')
    return skip_past (at, ">");

  return NULL;
}

static void
count_lines (YsFilePlace *here,
             const char  *to)
{
  const char *at = here->start;

  while ((at = memchr (at, '\n', to - at)) != NULL)
    {
      here->line++;
      here->line_start = ++at;
    }

  here->start = to;
}

GArray *
ys_file_places_new (const char *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (YsFilePlace));
  YsFilePlace here = { 1, text, text };

  for (const char *at = strchr (text, '<'); at != NULL; at = strchr (at, '<'))
    {
      const char *after = skip_non_element (at);

      if (after == NULL)
        {
          count_lines (&here, at);
          g_array_append_val (places, here);
          after = find_tag_end (at);
        }
      at = after;
    }

  return places;
}

/* It may only stand before the first element; anywhere else it is not well-formed. */
const char *
ys_file_find_doctype (const char *text)
{
  for (const char *at = strchr (text, '<'); at != NULL; at = strchr (at, '<'))
    {
      if (g_str_has_prefix (at, "<!DOCTYPE"))
        return at;

      at = skip_non_element (at);
      if (at == NULL)
        break;
    }

  return NULL;
}

static xmlNode *
next_in_file (xmlNode *node)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;

  while (node != NULL && node->next == NULL)
    node = node->parent;

  return node != NULL ? node->next : NULL;
}

void
ys_file_places_assign (GArray  *places,
                       xmlNode *root)
{
  guint i = 0;

  for (xmlNode *node = root; node != NULL && i < places->len; node = next_in_file (node))
    if (node->type == XML_ELEMENT_NODE)
      node->_private = &g_array_index (places, YsFilePlace, i++);
}

const YsFilePlace *
ys_file_place_of (const xmlNode *node)
{
  while (node->_private == NULL)
    node = node->parent;

  return node->_private;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *
skip_attribute (const char *at)
{
  at += strcspn (at, "\"'");

  return *at != '\0' ? strchr (at + 1, *at) : NULL;
}

const char *
ys_file_place_find_attribute (const YsFilePlace *place,
                              const char        *name)
{
  gsize length = strlen (name);
  const char *at = place->start + strcspn (place->start, " \t\n\r/>");

  while (at != NULL)
    {
      while (is_space (*at))
        at++;
      if (*at == '\0' || *at == '>' || *at == '/')
        break;
      if (strncmp (at, name, length) == 0 && (at[length] == '=' || is_space (at[length])))
        return at;
      at = skip_attribute (at);
      at = at != NULL ? at + 1 : NULL;
    }

  return place->start;
}

const char *
ys_file_place_find_word (const YsFilePlace *place,
                         const char        *word)
{
  const char *found = strstr (find_tag_end (place->start), word);

  return found != NULL ? found : place->start;
}

void
ys_file_place_locate (const YsFilePlace *place,
                      const char        *at,
                      int               *line,
                      int               *column)
{
  YsFilePlace here = *place;

  count_lines (&here, at);
  *line = here.line;
  *column = (int) g_utf8_pointer_to_offset (here.line_start, at) + 1;
}
