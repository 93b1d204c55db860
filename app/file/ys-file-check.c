/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-check.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ys-checker.h"
#include "ys-file-grammar.h"

#define MAX_QUOTED 60 /* characters of somebody's text in a sentence */

static void check_element (YsFileInput         *input,
                           const xmlNode       *node,
                           const YsFileElement *element);

static char *
quote (const char *text)
{
  g_autofree char *shown = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_QUOTED));

  return g_strconcat (shown, strlen (shown) < strlen (text) ? "…" : "", NULL);
}

static const char *
find_closest (const char *name,
              GPtrArray  *known)
{
  return known->len > 0 ? ys_closest_name (name, (const char *const *) known->pdata) : NULL;
}

static char *
join (GPtrArray  *words,
      const char *before,
      const char *after)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (joined, "%s%s%s%s", i > 0 ? ", " : "", before,
                            (const char *) words->pdata[i], after);

  return g_string_free (joined, FALSE);
}

static void
complain_unknown_child (YsFileInput         *input,
                        const xmlNode       *node,
                        const YsFileElement *parent)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_null_terminated (0, NULL, TRUE);
  g_autofree char *name = quote ((const char *) node->name);
  g_autofree char *all = NULL;
  g_autofree char *message = NULL;
  const char *nearest;

  for (guint i = 0; i < parent->children->len; i++)
    g_ptr_array_add (known, (char *) ((const YsFileElement *) parent->children->pdata[i])->name);

  all = join (known, "<", ">");
  nearest = find_closest (name, known);
  if (nearest != NULL)
    message = g_strdup_printf (_("<%s> is not known in <%s>; did you mean <%s>?"), name,
                               parent->name, nearest);
  else if (known->len > 0)
    message = g_strdup_printf (_("<%s> is not known in <%s>, which may hold %s"), name,
                               parent->name, all);
  else
    message = g_strdup_printf (_("<%s> may not stand in <%s>, which holds no elements"), name,
                               parent->name);
  ys_file_complain (input, node, message);
}

static void
complain_unknown_attribute (YsFileInput         *input,
                            const xmlAttr       *attribute,
                            const YsFileElement *element)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_null_terminated (0, NULL, TRUE);
  g_autofree char *full_name = ys_file_dup_name (attribute);
  g_autofree char *name = quote (full_name);
  g_autofree char *all = NULL;
  g_autofree char *message = NULL;
  const char *nearest;

  for (guint i = 0; i < element->attributes->len; i++)
    g_ptr_array_add (known,
                     (char *) g_array_index (element->attributes, YsFileAttribute, i).name);

  all = join (known, "", "");
  nearest = find_closest (name, known);
  if (nearest != NULL && strcmp (nearest, name) != 0)
    message = g_strdup_printf (_("%s is not known in <%s>; did you mean %s?"), name, element->name,
                               nearest);
  else if (known->len > 0)
    message = g_strdup_printf (_("%s is not known in <%s>, which may have %s"), name, element->name,
                               all);
  else
    message = g_strdup_printf (_("%s is not known: <%s> has no attributes"), name, element->name);
  ys_file_complain_of (input, attribute, message);
}

static void
check_value (YsFileInput           *input,
             const xmlAttr         *attribute,
             const YsFileAttribute *known,
             const YsFileElement   *element)
{
  g_autofree char *value = ys_file_dup_value (attribute);
  g_autofree char *quoted = quote (value);
  g_autofree char *where = NULL;
  g_autofree char *message = NULL;

  if (known->type->accepts == NULL || known->type->accepts (known->type, value))
    return;

  where = g_strdup_printf (_("%s=\"%s\" in <%s>"), known->name, quoted, element->name);
  message = known->type->explain (known->type, where, value);
  ys_file_complain_of (input, attribute, message);
}

static void
check_attributes (YsFileInput         *input,
                  const xmlNode       *node,
                  const YsFileElement *element)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const YsFileAttribute *known = NULL;

      if (attribute->ns == NULL)
        known = ys_file_element_find_attribute (element, (const char *) attribute->name);
      if (known != NULL)
        check_value (input, attribute, known, element);
      else
        complain_unknown_attribute (input, attribute, element);
    }
}

static void
check_required_attributes (YsFileInput         *input,
                           const xmlNode       *node,
                           const YsFileElement *element)
{
  for (guint i = 0; i < element->attributes->len; i++)
    {
      const YsFileAttribute *known = &g_array_index (element->attributes, YsFileAttribute, i);

      if (known->required && xmlHasNsProp (node, (const xmlChar *) known->name, NULL) == NULL)
        {
          g_autofree char *message = g_strdup_printf (_("<%s> has no %s=\"…\""), element->name,
                                                      known->name);

          ys_file_complain (input, node, message);
        }
    }
}

/* Which numbers belong to which method. */
static const struct
{
  const char *method;
  const char *needs;
  const char *may_have;
} methods[] = {
  { "straight-line", "periods", "residual" },
  { "declining-balance", "rate", NULL },
  { "macrs", "periods", NULL },
  { "immediate", NULL, NULL },
  { "none", NULL, NULL },
};

static void
check_method_number (YsFileInput   *input,
                     const xmlNode *node,
                     gsize          method,
                     const char    *name)
{
  const xmlAttr *attribute = xmlHasNsProp (node, (const xmlChar *) name, NULL);
  gboolean needed = g_strcmp0 (methods[method].needs, name) == 0;
  g_autofree char *message = NULL;

  if (attribute != NULL && !needed && g_strcmp0 (methods[method].may_have, name) != 0)
    {
      message = g_strdup_printf (_("%s does not go with method=\"%s\"; leave it out"), name,
                                 methods[method].method);
      ys_file_complain_of (input, attribute, message);
    }
  else if (attribute == NULL && needed)
    {
      message = g_strdup_printf (_("method=\"%s\" needs %s=\"…\" beside it"),
                                 methods[method].method, name);
      ys_file_complain (input, node, message);
    }
}

static void
check_depreciation (YsFileInput   *input,
                    const xmlNode *node)
{
  static const char *const names[] = { "periods", "rate", "residual" };
  const xmlAttr *attribute = xmlHasNsProp (node, (const xmlChar *) "method", NULL);
  g_autofree char *method = attribute != NULL ? ys_file_dup_value (attribute) : g_strdup ("");

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_str_equal (methods[i].method, g_strstrip (method)))
      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        check_method_number (input, node, i, names[j]);
}

/* Each word by itself, so that the sentence can point at it. */
static void
check_numbers (YsFileInput         *input,
               const xmlNode       *node,
               const YsFileElement *element,
               const char          *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n\r", -1);
  gsize n = 0;

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *quoted = NULL;
      g_autofree char *where = NULL;
      g_autofree char *message = NULL;

      n += **word != '\0';
      if (**word == '\0' || element->text->accepts (element->text, *word))
        continue;

      quoted = quote (*word);
      where = g_strdup_printf (_("“%s” in <%s>"), quoted, element->name);
      message = element->text->explain (element->text, where, *word);
      ys_file_complain_at (input, node, *word, message);
    }

  if (n == 0)
    {
      g_autofree char *message = g_strdup_printf (_("<%s> is empty; it holds numbers with spaces "
                                                    "between them"),
                                                  element->name);

      ys_file_complain (input, node, message);
    }
}

static void
check_no_text (YsFileInput         *input,
               const xmlNode       *node,
               const YsFileElement *element,
               const xmlNode       *child)
{
  g_auto (GStrv) words = g_strsplit_set ((const char *) child->content, " \t\n\r", -1);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      {
        g_autofree char *quoted = quote (*word);
        g_autofree char *message = g_strdup_printf (_("<%s> holds no text, but here is “%s”"),
                                                    element->name, quoted);

        ys_file_complain_at (input, node, *word, message);
        return;
      }
}

static void
check_text (YsFileInput         *input,
            const xmlNode       *node,
            const YsFileElement *element)
{
  const xmlNode *before = node;

  if (element->text == &ys_file_numbers)
    {
      g_autofree char *text = ys_file_dup_text (node);

      check_numbers (input, node, element, text);
    }
  else if (element->text == NULL)
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
      {
        if (child->type == XML_ELEMENT_NODE)
          before = child;
        else if (child->type == XML_TEXT_NODE)
          check_no_text (input, before, element, child);
      }
}

static void
complain_of_namespace (YsFileInput   *input,
                       const xmlNode *node)
{
  g_autofree char *name = quote ((const char *) node->name);
  g_autofree char *message = g_strdup_printf (_("<%s> is not in the namespace %s"), name,
                                              YS_FILE_NAMESPACE);

  ys_file_complain (input, node, message);
}

static void
complain_twice (YsFileInput         *input,
                const xmlNode       *node,
                const YsFileElement *known,
                const YsFileElement *parent)
{
  g_autofree char *message = NULL;

  if (known->flags & YS_FILE_EITHER)
    message = g_strdup_printf (_("<%s> says twice what the amounts are: one of <amount> and "
                                 "<by-period> must go"),
                               parent->name);
  else
    message = g_strdup_printf (_("<%s> stands twice in <%s>; only one may stay"), known->name,
                               parent->name);
  ys_file_complain (input, node, message);
}

static void
check_child (YsFileInput         *input,
             const xmlNode       *node,
             const YsFileElement *parent,
             guint               *seen)
{
  const YsFileElement *known;
  guint index = 0;

  if (!ys_file_is_element (node))
    {
      complain_of_namespace (input, node);
      return;
    }

  known = ys_file_element_find_child (parent, (const char *) node->name);
  if (known == NULL)
    {
      complain_unknown_child (input, node, parent);
      return;
    }

  g_ptr_array_find (parent->children, known, &index);
  if (known->flags & YS_FILE_EITHER)
    index = parent->children->len;
  if (seen[index]++ == 1 && !(known->flags & YS_FILE_MANY))
    complain_twice (input, node, known, parent);
  check_element (input, node, known);
}

static void
check_required_children (YsFileInput         *input,
                         const xmlNode       *node,
                         const YsFileElement *element,
                         const guint         *seen)
{
  guint n_either = 0;

  for (guint i = 0; i < element->children->len; i++)
    {
      const YsFileElement *child = element->children->pdata[i];
      g_autofree char *message = NULL;

      n_either += (child->flags & YS_FILE_EITHER) != 0;
      if (!(child->flags & YS_FILE_REQUIRED) || seen[i] > 0)
        continue;

      message = g_strdup_printf (_("<%s> has no <%s>"), element->name, child->name);
      ys_file_complain (input, node, message);
    }

  if (n_either > 0 && seen[element->children->len] == 0)
    {
      g_autofree char *message = g_strdup_printf (_("<%s> has no <amount> and no <by-period>"),
                                                  element->name);

      ys_file_complain (input, node, message);
    }
}

static void
check_children (YsFileInput         *input,
                const xmlNode       *node,
                const YsFileElement *element)
{
  /* One for each child that is known, and one for the group of which there may be one. */
  g_autofree guint *seen = g_new0 (guint, element->children->len + 1);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      check_child (input, child, element, seen);

  check_required_children (input, node, element, seen);
}

static void
check_element (YsFileInput         *input,
               const xmlNode       *node,
               const YsFileElement *element)
{
  check_attributes (input, node, element);
  check_required_attributes (input, node, element);
  if (g_str_equal (element->name, "depreciation"))
    check_depreciation (input, node);
  check_text (input, node, element);
  check_children (input, node, element);
}

void
ys_file_check_tree (YsFileInput *input)
{
  check_element (input, xmlDocGetRootElement (input->doc), ys_file_grammar ());
  ys_file_problems_sort (input->problems);
}
