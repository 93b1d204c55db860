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

/* What is left beside it becomes one text: a validator does not look past the gap. */
static void
remove_node (xmlNode *node)
{
  xmlNode *before = node->prev;
  xmlNode *after = node->next;

  xmlUnlinkNode (node);
  xmlFreeNode (node);
  if (before != NULL && after != NULL && before->type == XML_TEXT_NODE
      && after->type == XML_TEXT_NODE)
    xmlTextMerge (before, after);
}

static void
collect (GHashTable *comments,
         xmlNode    *node)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type == XML_COMMENT_NODE)
        keep (comments, node);
      else if (node->type == XML_ELEMENT_NODE)
        collect (comments, node->children);
    }
}

static void
clean (xmlNode *parent)
{
  xmlNode *node = parent->children;

  while (node != NULL)
    {
      /* The text after it may be merged away. */
      xmlNode *before = node->prev;
      gboolean is_idle = node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE;

      if (is_idle)
        remove_node (node);
      else if (node->type == XML_ELEMENT_NODE)
        clean (node);

      if (!is_idle)
        node = node->next;
      else
        node = before != NULL ? before->next : parent->children;
    }
}

GHashTable *
ys_file_comments_take (xmlDoc *doc)
{
  GHashTable *comments = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  collect (comments, doc->children);
  clean ((xmlNode *) doc);

  return comments;
}
