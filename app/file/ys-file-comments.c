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

/* The element itself or the next one around it that keeps comments; the root does. */
static const xmlNode *
find_keeper (const xmlNode *node)
{
  while (node->type == XML_ELEMENT_NODE && !keeps_comments (node))
    node = node->parent;

  return node->type == XML_ELEMENT_NODE ? node : xmlDocGetRootElement (node->doc);
}

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

static void
keep (GHashTable *comments,
      GPtrArray  *waiting,
      gpointer    keeper)
{
  GString *text = g_hash_table_lookup (comments, keeper);

  for (guint i = 0; i < waiting->len; i++)
    {
      const xmlNode *comment = waiting->pdata[i];

      if (text != NULL)
        g_string_append_c (text, '\n');
      else
        g_hash_table_insert (comments, keeper, text = g_string_new (NULL));
      if (comment->content != NULL)
        g_string_append (text, (const char *) comment->content);
    }

  g_ptr_array_set_size (waiting, 0);
}

static void
collect (GHashTable *comments,
         xmlNode    *parent)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type == XML_COMMENT_NODE)
        g_ptr_array_add (waiting, node);
      else if (node->type == XML_ELEMENT_NODE)
        {
          keep (comments, waiting, (gpointer) find_keeper (node));
          collect (comments, node);
        }
    }

  keep (comments, waiting, (gpointer) find_keeper (parent));
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
  GHashTable *comments = g_hash_table_new_full (NULL, NULL, NULL, free_text);

  collect (comments, (xmlNode *) doc);
  clean ((xmlNode *) doc);

  return comments;
}
