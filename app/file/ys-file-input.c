/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-input.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <string.h>

#include "ys-file-comments.h"
#include "ys-file-place.h"
#include "ys-file-xml-error.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

#define UNKNOWN_ENTITY \
  N_("Only &amp; &lt; &gt; &quot; and &apos; are known here; write other characters as they are")

/* What libxml2 finds, as a sentence somebody can act on. */
static const struct
{
  int         code;
  const char *sentence;
} xml_errors[] = {
  { XML_ERR_DOCUMENT_EMPTY, N_("This is not XML: it does not begin with “<”") },
  { XML_ERR_TAG_NOT_FINISHED, N_("The file breaks off: an element is never closed") },
  { XML_ERR_DOCUMENT_END, N_("Nothing may follow the closing </scenario>") },
  { XML_ERR_LT_IN_ATTRIBUTE, N_("“<” in a value must be written as “&lt;”, or a quotation mark is "
                                "missing before it") },
  { XML_ERR_ATTRIBUTE_NOT_STARTED, N_("The value of an attribute must stand in quotation marks") },
  { XML_ERR_ATTRIBUTE_NOT_FINISHED, N_("A quotation mark is missing at the end of a value") },
  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE,
    N_("An attribute has no value: write it as name=\"value\"") },
  { XML_ERR_ATTRIBUTE_REDEFINED, N_("An attribute is given twice in the same element") },
  { XML_ERR_NAME_REQUIRED, N_("A name is missing here; “&” in text must be written as “&amp;” and "
                              "“<” as “&lt;”") },
  { XML_ERR_ENTITYREF_SEMICOL_MISSING, N_("“&” in text must be written as “&amp;”") },
  { XML_ERR_UNDECLARED_ENTITY, UNKNOWN_ENTITY },
  { XML_WAR_UNDECLARED_ENTITY, UNKNOWN_ENTITY },
  { XML_ERR_INVALID_CHAR, N_("There is a character that XML does not allow") },
  { XML_ERR_COMMENT_NOT_FINISHED, N_("A comment is never closed with “-->”") },
  { XML_ERR_HYPHEN_IN_COMMENT, N_("A comment may not contain “--”") },
  { XML_NS_ERR_UNDEFINED_NAMESPACE, N_("The prefix of a name is not declared") },
};

gboolean
ys_file_is_element (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && g_strcmp0 ((const char *) node->ns->href, YS_FILE_NAMESPACE) == 0;
}

static char *
take_xml_string (xmlChar *string)
{
  char *copy = g_strdup (string != NULL ? (const char *) string : "");

  xmlFree (string);
  return copy;
}

char *
ys_file_dup_name (const xmlAttr *attribute)
{
  const char *prefix = attribute->ns != NULL ? (const char *) attribute->ns->prefix : NULL;

  return g_strconcat (prefix != NULL ? prefix : "", prefix != NULL ? ":" : "",
                      (const char *) attribute->name, NULL);
}

char *
ys_file_dup_value (const xmlAttr *attribute)
{
  return take_xml_string (xmlNodeListGetString (attribute->doc, attribute->children, 1));
}

char *
ys_file_dup_text (const xmlNode *node)
{
  return take_xml_string (xmlNodeGetContent (node));
}

static void
complain_whole (YsFileInput     *input,
                YsFileErrorCode  code,
                const char      *message)
{
  ys_file_add_problem (input->problems, 1, 1, code, message);
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

static void
complain_of_encoding (YsFileInput *input,
                      const char  *wrong)
{
  YsFilePlace place = { 1, input->text, input->text };
  int line, column;

  ys_file_place_locate (&place, wrong, &line, &column);
  ys_file_add_problem (input->problems, line, column, YS_FILE_ERROR_NOT_XML,
                       _("This is not UTF-8 text; a scenario is saved as UTF-8"));
}

/* Takes a whole file apart from its byte order mark, as text without NUL bytes. */
static gboolean
take_text (YsFileInput *input,
           GBytes      *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *wrong;

  if (size == 0)
    {
      complain_whole (input, YS_FILE_ERROR_NOT_XML, _("This file is empty"));
      return FALSE;
    }

  if (size > YS_FILE_MAX_SIZE)
    {
      complain_whole (input, YS_FILE_ERROR_NOT_A_SCENARIO,
                      _("This file is too large to be a scenario"));
      return FALSE;
    }

  if (size >= 3 && memcmp (data, BYTE_ORDER_MARK, 3) == 0)
    data += 3, size -= 3;
  input->text = g_strndup (data, size);

  if (!g_utf8_validate_len (data, size, &wrong))
    {
      gsize at = (gsize) (wrong - data);

      complain_of_encoding (input, input->text + MIN (at, strlen (input->text)));
      return FALSE;
    }

  if (is_blank (input->text))
    {
      complain_whole (input, YS_FILE_ERROR_NOT_XML, _("This file is empty"));
      return FALSE;
    }

  return TRUE;
}

/* The declaration is not believed (the text is UTF-8 by now), but one that lies is refused. */
static gboolean
check_encoding (YsFileInput *input)
{
  g_autoptr (GRegex) regex = g_regex_new ("^<\\?xml\\s[^>]*\\bencoding\\s*=\\s*[\"']([^\"']*)",
                                          0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *encoding = NULL;
  g_autofree char *message = NULL;

  if (!g_regex_match (regex, input->text, 0, &match))
    return TRUE;

  encoding = g_match_info_fetch (match, 1);
  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "US-ASCII") == 0)
    return TRUE;

  message = g_strdup_printf (_("The first line says encoding=\"%s\"; a scenario is saved as UTF-8"),
                             encoding);
  ys_file_add_problem (input->problems, 1, 1, YS_FILE_ERROR_NOT_XML, message);
  return FALSE;
}

static const char *
find_sentence (int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (xml_errors); i++)
    if (xml_errors[i].code == code)
      return _(xml_errors[i].sentence);

  return NULL;
}

static char *
explain (YsXmlError *error)
{
  const char *sentence = find_sentence (error->code);
  g_autofree char *reason = NULL;

  if (error->code == XML_ERR_TAG_NAME_MISMATCH && error->str1 != NULL)
    return g_strdup_printf (_("This closing tag does not belong to <%s> of line %d, which is open"),
                            error->str1, error->int1);
  if (sentence != NULL)
    return g_strdup (sentence);

  reason = g_strchomp (g_strdup (error->message != NULL ? error->message : "?"));
  return g_strdup_printf (_("This is not well-formed XML: %s"), reason);
}

static void
error_cb (void       *data,
          YsXmlError *error)
{
  xmlParserCtxt *context = data;
  YsFileInput *input = context->_private;
  g_autofree char *message = NULL;

  /* What follows the first mistake is mostly its echo. */
  if (input->problems->len > 0)
    return;

  message = explain (error);
  ys_file_add_problem (input->problems, error->line, MAX (error->int2, 0), YS_FILE_ERROR_NOT_XML,
                       message);
}

/* Entities can be made to read other files or to fill the memory, and no scenario needs them:
 * libxml2 does not even see them. */
static gboolean
check_doctype (YsFileInput *input)
{
  YsFilePlace place = { 1, input->text, input->text };
  const char *doctype = ys_file_find_doctype (input->text);
  int line, column;

  if (doctype == NULL)
    return TRUE;

  ys_file_place_locate (&place, doctype, &line, &column);
  ys_file_add_problem (input->problems, line, column, YS_FILE_ERROR_NOT_XML,
                       _("A scenario may not contain a document type or entities: "
                         "remove <!DOCTYPE …>"));
  return FALSE;
}

static xmlDoc *
parse (YsFileInput *input)
{
  xmlParserCtxt *context = xmlNewParserCtxt ();
  xmlDoc *doc;

  context->_private = input;
  context->sax->serror = error_cb;
  doc = xmlCtxtReadMemory (context, input->text, (int) strlen (input->text), NULL, "UTF-8",
                           XML_PARSE_NONET | XML_PARSE_NOCDATA);
  xmlFreeParserCtxt (context);

  /* A namespace mistake is reported, but leaves a tree. */
  if (input->problems->len > 0)
    g_clear_pointer (&doc, xmlFreeDoc);
  else if (doc == NULL)
    complain_whole (input, YS_FILE_ERROR_NOT_XML, _("This is not XML"));

  return doc;
}

YsFileInput *
ys_file_input_new (GBytes *bytes)
{
  YsFileInput *input = g_new0 (YsFileInput, 1);

  input->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_file_problem_free);
  if (!take_text (input, bytes) || !check_encoding (input)
      || !check_doctype (input))
    return input;

  input->doc = parse (input);
  if (input->doc != NULL)
    {
      input->places = ys_file_places_new (input->text);
      ys_file_places_assign (input->places, xmlDocGetRootElement (input->doc));
      input->comments = ys_file_comments_take (input->doc);
    }

  return input;
}

void
ys_file_input_free (YsFileInput *input)
{
  g_free (input->text);
  g_clear_pointer (&input->doc, xmlFreeDoc);
  g_clear_pointer (&input->places, g_array_unref);
  g_clear_pointer (&input->comments, g_hash_table_unref);
  g_ptr_array_unref (input->problems);
  g_free (input);
}
