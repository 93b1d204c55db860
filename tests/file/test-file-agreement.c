/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schema is the authority, the check of the tree speaks plainly: they must draw the same line.
 * Sound scenarios are broken at random, and both are asked. */
#include <libxml/parser.h>
#include <string.h>

#include "ys-file-check.h"
#include "ys-file-grammar.h"
#include "ys-file-migrate.h"
#include "ys-file-schema.h"
#include "ys-line.h"

#define MAX_CHANGES 3

static const char *const values[] = {
  "", " ", "0", "1", "-1", "+1", "1.", ".5", ".", "1e5", "1e", "1e999", "-1e999", "1e-999", "INF", "-INF",
  "NaN", "nan", "0x10", "1,5", "12%", " 7 ", "\t3\n", "1 2", "007", "1200", "1201", "99999999999999999999",
  "18446744073709551615", "18446744073709551616", "0.5", "-0", "-0.0", "2", "3", "5", "20", "4", "100000000",
  "100000001", "EUR", "eur", "EURO", "€UR", "2027-01", "2027-00", "2027-13", "20270-1", "2027-1", "0000-12",
  "#e66100", "#E6610", "#e6610g", "yes", "no", " yes ", "Yes", "year", "quarter", "month", "end", "middle",
  "offset", "carry-forward", "forward", "running", "keep", "cut-back", "automate", "buy-in", "straight-line",
  "declining-balance", "macrs", "immediate", "none", " macrs", "normal", "lognormal", "uniform", "pert",
  "triangular", "metalog", "beta", "hard", "likely-range", "demand", "a b", "a:b", "a.b", "-", "é", " id ",
  "1\xc2\xa0", "\xe2\x88\x92" "1", "٣", "1\xe2\x80\xaf" "000", "x", "]]>", "<>&\"'",
};

static const char *
pick_value (void)
{
  return values[g_test_rand_int_range (0, G_N_ELEMENTS (values))];
}

/* Names of all elements and attributes, and some that are none. */
static void
collect_names (const YsFileElement *element,
               GPtrArray           *elements,
               GPtrArray           *attributes)
{
  g_ptr_array_add (elements, (char *) element->name);
  for (guint i = 0; i < element->attributes->len; i++)
    g_ptr_array_add (attributes,
                     (char *) g_array_index (element->attributes, YsFileAttribute, i).name);
  for (guint i = 0; i < element->children->len; i++)
    collect_names (element->children->pdata[i], elements, attributes);
}

typedef struct
{
  GPtrArray *elements;
  GPtrArray *attributes;
  GPtrArray *texts; /* of sound scenarios */
} Fixture;

static const char *
pick (GPtrArray *names)
{
  return names->pdata[g_test_rand_int_range (0, (gint32) names->len)];
}

static void
add_text (Fixture    *fixture,
          const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_ptr_array_add (fixture->texts, text);
}

static void
fixture_init (Fixture *fixture)
{
  static const char *const examples[] = { "one-scale", "production-line", "recovery-plan" };

  fixture->elements = g_ptr_array_new ();
  fixture->attributes = g_ptr_array_new ();
  fixture->texts = g_ptr_array_new_with_free_func (g_free);
  collect_names (ys_file_grammar (), fixture->elements, fixture->attributes);
  g_ptr_array_add (fixture->elements, (char *) "nothing");
  g_ptr_array_add (fixture->attributes, (char *) "nothing");

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *name = g_strconcat (examples[i], ".yardstick", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("YS_EXAMPLES_DIR"), name, NULL);

      add_text (fixture, path);
    }
  add_text (fixture, g_test_get_filename (G_TEST_DIST, "file", "everything.yardstick", NULL));
}

static void
fixture_clear (Fixture *fixture)
{
  g_ptr_array_unref (fixture->elements);
  g_ptr_array_unref (fixture->attributes);
  g_ptr_array_unref (fixture->texts);
}

static void
collect_elements (xmlNode   *node,
                  GPtrArray *into)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        g_ptr_array_add (into, node);
        collect_elements (node->children, into);
      }
}

static xmlNode *
pick_element (xmlDoc *doc)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  collect_elements (xmlDocGetRootElement (doc), all);
  return all->pdata[g_test_rand_int_range (0, (gint32) all->len)];
}

static xmlAttr *
pick_attribute (xmlNode *node)
{
  xmlAttr *attribute = node->properties;

  for (int n = g_test_rand_int_range (0, 6); attribute != NULL && attribute->next != NULL && n > 0; n--)
    attribute = attribute->next;

  return attribute;
}

static void
change_attribute (Fixture *fixture,
                  xmlNode *node)
{
  xmlAttr *attribute = pick_attribute (node);

  if (attribute == NULL || g_test_rand_int_range (0, 3) == 0)
    xmlSetProp (node, (const xmlChar *) pick (fixture->attributes), (const xmlChar *) pick_value ());
  else if (g_test_rand_int_range (0, 3) == 0)
    xmlRemoveProp (attribute);
  else
    xmlSetProp (node, attribute->name, (const xmlChar *) pick_value ());
}

static void
add_node (Fixture *fixture,
          xmlNode *parent)
{
  xmlDoc *doc = parent->doc;
  const xmlChar *value = (const xmlChar *) pick_value ();
  xmlNode *node = NULL;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      node = xmlNewDocText (doc, value);
      break;
    case 1:
      node = xmlNewDocComment (doc, (const xmlChar *) " a comment ");
      break;
    case 2:
      node = xmlNewCDataBlock (doc, (const xmlChar *) "5", 1);
      break;
    case 3:
      node = xmlNewDocPI (doc, (const xmlChar *) "target", (const xmlChar *) "data");
      break;
    default:
      node = xmlNewDocNode (doc, g_test_rand_int_range (0, 9) > 0 ? parent->ns : NULL,
                            (const xmlChar *) pick (fixture->elements), NULL);
      break;
    }

  if (parent->children != NULL && g_test_rand_bit ())
    xmlAddPrevSibling (parent->children, node);
  else
    xmlAddChild (parent, node);
}

static gboolean
is_inside (const xmlNode *node,
           const xmlNode *of)
{
  while (node != NULL && node != of)
    node = node->parent;

  return node != NULL;
}

static void
move_or_copy (xmlNode *node,
              xmlNode *parent)
{
  xmlNode *copy = xmlDocCopyNode (node, node->doc, 1);

  if (g_test_rand_bit () && node != xmlDocGetRootElement (node->doc) && !is_inside (parent, node))
    {
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
  xmlAddChild (parent, copy);
}

static void
change (Fixture *fixture,
        xmlDoc  *doc)
{
  xmlNode *node = pick_element (doc);
  gboolean is_root = node == xmlDocGetRootElement (doc);

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      if (!is_root)
        xmlNodeSetName (node, (const xmlChar *) pick (fixture->elements));
      break;
    case 1:
      if (!is_root)
        {
          xmlUnlinkNode (node);
          xmlFreeNode (node);
        }
      break;
    case 2:
      move_or_copy (node, pick_element (doc));
      break;
    case 3:
      add_node (fixture, node);
      break;
    default:
      change_attribute (fixture, node);
      break;
    }
}

static GBytes *
break_something (Fixture *fixture)
{
  const char *text = pick (fixture->texts);
  xmlDoc *doc = xmlReadMemory (text, (int) strlen (text), NULL, NULL, XML_PARSE_NONET);
  xmlChar *broken = NULL;
  GBytes *bytes;
  int length = 0;

  for (int n = g_test_rand_int_range (1, MAX_CHANGES + 1); n > 0; n--)
    change (fixture, doc);
  xmlDocDumpMemoryEnc (doc, &broken, &length, "UTF-8");
  bytes = g_bytes_new (broken, (gsize) length);
  xmlFree (broken);
  xmlFreeDoc (doc);

  return bytes;
}

static void
show (GBytes     *bytes,
      const char *what,
      const char *why)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  g_test_message ("%s: %s\n%.*s", what, why, (int) size, text);
  g_test_fail ();
}

static void
compare (GBytes *bytes)
{
  g_autoptr (YsFileInput) input = ys_file_input_new (bytes);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read_bytes (bytes, &problems);
  g_autofree char *reason = NULL;
  const xmlNode *node;

  /* Not well-formed any more, or another version: the schema is not asked. */
  if (input->doc == NULL || !ys_file_migrate (input))
    {
      g_assert_null (scenario);
      return;
    }

  reason = ys_file_schema_validate (input->doc, &node);
  ys_file_check_tree (input);

  if (reason == NULL && input->problems->len > 0)
    show (bytes, "only the check refuses", ((YsFileProblem *) input->problems->pdata[0])->message);
  if (scenario == NULL && ((YsFileProblem *) problems->pdata[0])->line == 0)
    show (bytes, "no line", ((YsFileProblem *) problems->pdata[0])->message);
  if (scenario == NULL && strstr (((YsFileProblem *) problems->pdata[0])->message, "not allowed here"))
    show (bytes, "only the schema refuses", reason);
  if (scenario != NULL && reason != NULL)
    show (bytes, "the schema refuses what was read", reason);
}

static void
test_agreement (void)
{
  int n_rounds = g_test_slow () ? 100000 : 200;
  Fixture fixture;

  fixture_init (&fixture);
  for (int i = 0; i < n_rounds && !g_test_failed (); i++)
    {
      g_autoptr (GBytes) bytes = break_something (&fixture);

      compare (bytes);
    }
  fixture_clear (&fixture);
}

/* Every kind of line with every element a line may have: allowed by the schema where the table of
 * kinds allows it, and nowhere else. */
static void
test_kinds (void)
{
  for (const YsLineKind *const *kind = ys_line_kinds (); *kind != NULL; kind++)
    for (int field = 0; field < YS_N_FIELDS; field++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (GBytes) bytes = NULL;
        gboolean allowed = ((*kind)->fields & YS_FIELD_BIT (field)) != 0;

        g_string_printf (text, "<scenario xmlns=\"%s\" version=\"1\" title=\"\" currency=\"EUR\" "
                               "periods=\"5\"><alternative id=\"a\" name=\"A\"><%s id=\"l\" name=\"L\">",
                         YS_FILE_NAMESPACE, (*kind)->id);
        for (int i = 0; i < YS_N_FIELDS; i++)
          if (((*kind)->required & YS_FIELD_BIT (i)) || i == field)
            g_string_append_printf (text, "<%s exactly=\"1\"/>", ys_field_get_id (i));
        g_string_append_printf (text, "</%s></alternative></scenario>", (*kind)->id);

        bytes = g_string_free_to_bytes (g_steal_pointer (&text));
        compare (bytes);
        {
          g_autoptr (YsScenario) scenario = ys_file_read_bytes (bytes, NULL);

          g_assert_cmpint (scenario != NULL, ==, allowed);
        }
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file/agreement/broken-at-random", test_agreement);
  g_test_add_func ("/file/agreement/kinds-of-line", test_kinds);

  return g_test_run ();
}
