/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-comments.h"

#include "ys-line.h"

static gboolean
keeps_comments (const xmlNode *node)
{
  static const char *const keepers[] = { "scenario", "driver", "assumption", "alternative", NULL };
  const char *name = (const char *) node->name;

  return g_strv_contains (keepers, name) || ys_line_kind_find (name) != NULL;
}

static const xmlNode *
find_keeper (const xmlNode *comment)
{
  const xmlNode *next = xmlNextElementSibling ((xmlNode *) comment);
  const xmlNode *keeper = comment->parent;

  if (next != NULL && keeps_comments (next))
    return next;

  while (keeper->type == XML_ELEMENT_NODE && !keeps_comments (keeper))
    keeper = keeper->parent;

  return keeper->type == XML_ELEMENT_NODE ? keeper : xmlDocGetRootElement (comment->doc);
}

static void
keep (GHashTable    *comments,
      const xmlNode *comment)
{
  const xmlNode *keeper = find_keeper (comment);
  const char *before = g_hash_table_lookup (comments, keeper);
  const char *text = comment->content != NULL ? (const char *) comment->content : "";

  g_hash_table_insert (comments, (gpointer) keeper,
                       before != NULL ? g_strconcat (before, "\n", text, NULL) : g_strdup (text));
}

static void
collect (GHashTable    *comments,
         const xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type == XML_COMMENT_NODE)
        keep (comments, node);
      else if (node->type == XML_ELEMENT_NODE)
        collect (comments, node->children);
    }
}

GHashTable *
ys_file_comments_new (const xmlDoc *doc)
{
  GHashTable *comments = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  collect (comments, doc->children);
  return comments;
}
