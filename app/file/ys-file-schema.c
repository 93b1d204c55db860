/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-schema.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <libxml/relaxng.h>
#include <locale.h>

#include "ys-file-resources.h"
#include "ys-file-xml-error.h"

#define SCHEMA "/io/github/yardstick/Yardstick/scenario.rng"

/* libxml2 sets its datatypes up on first use, without a lock. */
G_LOCK_DEFINE_STATIC (validator);

typedef struct
{
  char          *message;
  const xmlNode *node;
} FirstError;

static void
error_cb (void       *data,
          YsXmlError *error)
{
  FirstError *first = data;

  if (first->message != NULL || error->message == NULL)
    return;

  first->message = g_strchomp (g_strdup (error->message));
  for (const xmlNode *node = error->node; node != NULL; node = node->parent)
    if (node->type == XML_ELEMENT_NODE)
      {
        first->node = node;
        break;
      }
}

/* Once: it never changes, and validators only read it. */
static xmlRelaxNG *
get_schema (void)
{
  static xmlRelaxNG *schema;
  g_autoptr (GBytes) bytes = NULL;
  xmlRelaxNGParserCtxt *parser;
  gsize size;
  const char *text;

  if (schema != NULL)
    return schema;

  bytes = g_resource_lookup_data (ys_file_get_resource (), SCHEMA, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  NULL);
  text = g_bytes_get_data (bytes, &size);
  parser = xmlRelaxNGNewMemParserCtxt (text, (int) size);
  schema = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  g_assert (schema != NULL);

  return schema;
}

static void
validate (xmlDoc     *doc,
          FirstError *first)
{
  xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (get_schema ());

  xmlRelaxNGSetValidStructuredErrors (context, error_cb, first);
  if (xmlRelaxNGValidateDoc (context, doc) != 0 && first->message == NULL)
    first->message = g_strdup (_("the schema does not say why"));
  xmlRelaxNGFreeValidCtxt (context);
}

char *
ys_file_schema_validate (xmlDoc         *doc,
                         const xmlNode **node)
{
  FirstError first = { NULL, xmlDocGetRootElement (doc) };
  /* It reads numbers by the locale. */
  locale_t with_points = newlocale (LC_NUMERIC_MASK, "C", (locale_t) 0);
  locale_t before = uselocale (with_points);

  G_LOCK (validator);
  validate (doc, &first);
  G_UNLOCK (validator);

  uselocale (before);
  freelocale (with_points);
  *node = first.node;
  return first.message;
}
