/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-reader.h"

#include <string.h>

#include "ys-file-place.h"

gboolean
ys_file_is_named (const xmlNode *node,
                  const char    *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

const xmlNode *
ys_file_find_child (const xmlNode *node,
                    const char    *name)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (ys_file_is_named (child, name))
      return child;

  return NULL;
}

void
ys_file_for_each_child (YsFileReader   *reader,
                        const xmlNode  *node,
                        const char     *name,
                        YsFileReadFunc  read,
                        gpointer        into)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (ys_file_is_named (child, name))
      read (reader, child, into);
}

int
ys_file_get_row (const xmlNode *node)
{
  return ys_file_place_of (node)->line;
}

char *
ys_file_dup_comment (YsFileReader  *reader,
                     const xmlNode *node)
{
  const GString *text = g_hash_table_lookup (reader->comments, node);

  return text != NULL ? g_strdup (text->str) : NULL;
}

static char *
dup_attribute (const xmlNode *node,
               const char    *name)
{
  const xmlAttr *attribute = xmlHasNsProp (node, (const xmlChar *) name, NULL);

  return attribute != NULL ? ys_file_dup_value (attribute) : NULL;
}

void
ys_file_read_value (const xmlNode    *node,
                    const char       *name,
                    const YsFileType *type,
                    gpointer          field)
{
  g_autofree char *value = dup_attribute (node, name);

  if (value != NULL)
    type->read (type, value, field);
}

void
ys_file_read_attributes (const xmlNode         *node,
                         const YsFileAttribute *attributes,
                         gpointer               object)
{
  for (; attributes->name != NULL; attributes++)
    ys_file_read_value (node, attributes->name, attributes->type,
                        G_STRUCT_MEMBER_P (object, attributes->offset));
}
