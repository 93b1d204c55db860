/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ys-error.h"
#include "ys-file-check.h"
#include "ys-file-grammar.h"
#include "ys-file-input.h"
#include "ys-file-migrate.h"
#include "ys-file-place.h"
#include "ys-file-schema.h"
#include "ys-simulate.h"

/* What follows reads a tree in which ys_file_check_tree() found nothing wrong. */
typedef struct
{
  YsScenario *scenario;
  GHashTable *comments;
} Reader;

typedef void (*ReadElement) (Reader        *reader,
                             const xmlNode *node,
                             gpointer       into);

static gboolean
is_named (const xmlNode *node,
          const char    *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static const xmlNode *
find_child (const xmlNode *node,
            const char    *name)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_named (child, name))
      return child;

  return NULL;
}

static void
for_each_child (Reader        *reader,
                const xmlNode *node,
                const char    *name,
                ReadElement    read,
                gpointer       into)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_named (child, name))
      read (reader, child, into);
}

static int
get_row (const xmlNode *node)
{
  return ys_file_place_of (node)->line;
}

static char *
dup_comment (Reader        *reader,
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

static void
read_value (const xmlNode    *node,
            const char       *name,
            const YsFileType *type,
            gpointer          field)
{
  g_autofree char *value = dup_attribute (node, name);

  if (value != NULL)
    type->read (type, value, field);
}

static void
read_attributes (const xmlNode         *node,
                 const YsFileAttribute *attributes,
                 gpointer               object)
{
  for (; attributes->name != NULL; attributes++)
    read_value (node, attributes->name, attributes->type,
                G_STRUCT_MEMBER_P (object, attributes->offset));
}

static void
read_case (Reader        *reader,
           const xmlNode *node,
           gpointer       into)
{
  YsCase item = { 0 };

  read_attributes (node, ys_file_case_attributes, &item);
  g_array_append_val ((GArray *) into, item);
}

static YsEstimate *
read_estimate (Reader        *reader,
               const xmlNode *node)
{
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (YsCase));
  YsEstimate *estimate = ys_estimate_new ();

  for (int i = 0; i < YS_N_NUMBERS; i++)
    if (xmlHasNsProp (node, (const xmlChar *) ys_number_get_id (i), NULL) != NULL)
      {
        double number = 0.0;

        read_value (node, ys_number_get_id (i), &ys_file_number, &number);
        ys_estimate_set_number (estimate, i, number);
      }

  read_value (node, "shape", &ys_file_shape, &estimate->shape);
  read_value (node, "bounds", &ys_file_bounds, &estimate->bounds);
  read_value (node, "formula", &ys_file_text, &estimate->formula);
  for_each_child (reader, node, "case", read_case, cases);
  if (cases->len > 0)
    ys_estimate_set_cases (estimate, (const YsCase *) cases->data, cases->len);
  estimate->row = get_row (node);

  return estimate;
}

static void
read_driver (Reader        *reader,
             const xmlNode *node,
             gpointer       into)
{
  YsDriver *driver = ys_driver_new (NULL, NULL, 0.0);

  read_attributes (node, ys_file_driver_attributes, driver);
  driver->comment = dup_comment (reader, node);
  driver->row = get_row (node);
  g_ptr_array_add (into, driver);
}

static void
read_assumption (Reader        *reader,
                 const xmlNode *node,
                 gpointer       into)
{
  g_autoptr (YsEstimate) estimate = read_estimate (reader, node);
  YsAssumption *assumption = ys_assumption_new (NULL, NULL, estimate);

  read_attributes (node, ys_file_assumption_attributes, assumption);
  assumption->comment = dup_comment (reader, node);
  assumption->row = get_row (node);
  g_ptr_array_add (into, assumption);
}

static void
read_moves_with (Reader        *reader,
                 const xmlNode *node,
                 gpointer       into)
{
  YsMovesWith *moves_with = ys_moves_with_new (NULL, NULL, 0.0);

  read_attributes (node, ys_file_moves_with_attributes, moves_with);
  moves_with->row = get_row (node);
  g_ptr_array_add (into, moves_with);
}

static double *
read_numbers (const xmlNode *node,
              gsize         *n)
{
  g_autofree char *text = ys_file_dup_text (node);

  return ys_file_parse_numbers (text, n);
}

static void
read_follows (Reader        *reader,
              const xmlNode *node,
              gpointer       into)
{
  YsFollows follows = { NULL, 0.0 };

  read_attributes (node, ys_file_follows_attributes, &follows);
  ys_line_add_follows (into, follows.assumption, follows.factor);
  g_free (follows.assumption);
}

static void
read_estimates (Reader        *reader,
                const xmlNode *node,
                YsLine        *line)
{
  for (int i = 0; i < YS_N_FIELDS; i++)
    {
      const xmlNode *child = find_child (node, ys_field_get_id (i));
      g_autoptr (YsEstimate) estimate = NULL;

      if (child == NULL)
        continue;

      estimate = read_estimate (reader, child);
      ys_line_set_estimate (line, i, estimate);
    }
}

static void
read_timing (const xmlNode *node,
             YsLine        *line)
{
  const xmlNode *by_period = find_child (node, "by-period");
  const xmlNode *ramp = find_child (node, "ramp");
  const xmlNode *when = find_child (node, "when");

  if (by_period != NULL)
    {
      line->by_period = read_numbers (by_period, &line->n_by_period);
      read_attributes (by_period, ys_file_by_period_attributes, line);
    }
  if (ramp != NULL)
    line->ramp = read_numbers (ramp, &line->n_ramp);
  if (when != NULL)
    read_attributes (when, ys_file_when_attributes, line);
}

static void
read_line (Reader        *reader,
           const xmlNode *node,
           YsAlternative *alternative)
{
  YsLine *line = ys_line_new (ys_line_kind_find ((const char *) node->name), NULL, NULL);
  const xmlNode *depreciation = find_child (node, "depreciation");

  read_attributes (node, ys_file_line_attributes, line);
  read_estimates (reader, node, line);
  read_timing (node, line);
  for_each_child (reader, node, "follows", read_follows, line);
  if (depreciation != NULL)
    read_attributes (depreciation, ys_file_depreciation_attributes, &line->depreciation);
  line->comment = dup_comment (reader, node);
  line->row = get_row (node);

  g_ptr_array_add (alternative->lines, line);
}

static void
read_alternative (Reader        *reader,
                  const xmlNode *node,
                  gpointer       into)
{
  YsAlternative *alternative = ys_alternative_new (NULL, NULL);
  const xmlNode *summary = find_child (node, "summary");

  read_attributes (node, ys_file_alternative_attributes, alternative);
  if (summary != NULL)
    alternative->summary = ys_file_dup_text (summary);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && child != summary)
      read_line (reader, child, alternative);
  alternative->comment = dup_comment (reader, node);
  alternative->row = get_row (node);

  g_ptr_array_add (into, alternative);
}

static void
read_budget (Reader        *reader,
             const xmlNode *node,
             gpointer       into)
{
  YsBudget *budget = ys_budget_new (0, 0.0);

  read_attributes (node, ys_file_budget_attributes, budget);
  budget->row = get_row (node);
  g_ptr_array_add (into, budget);
}

static void
read_relation (Reader        *reader,
               const xmlNode *node,
               gpointer       into)
{
  YsRelation *relation = ys_relation_new (NULL, NULL);

  read_attributes (node,
                   is_named (node, "requires") ? ys_file_requires_attributes
                                               : ys_file_excludes_attributes,
                   relation);
  relation->row = get_row (node);
  g_ptr_array_add (into, relation);
}

static void
read_rules (Reader        *reader,
            const xmlNode *node,
            gpointer       into)
{
  read_attributes (node, ys_file_rules_attributes, &reader->scenario->rules);
}

static void
read_simulation (Reader        *reader,
                 const xmlNode *node,
                 gpointer       into)
{
  read_attributes (node, ys_file_simulation_attributes, reader->scenario);
  reader->scenario->has_simulation = TRUE;
}

static void
read_drivers (Reader        *reader,
              const xmlNode *node,
              gpointer       into)
{
  for_each_child (reader, node, "driver", read_driver, reader->scenario->drivers);
}

static void
read_assumptions (Reader        *reader,
                  const xmlNode *node,
                  gpointer       into)
{
  for_each_child (reader, node, "assumption", read_assumption, reader->scenario->assumptions);
  for_each_child (reader, node, "moves-with", read_moves_with, reader->scenario->moves_with);
}

static void
read_plan (Reader        *reader,
           const xmlNode *node,
           gpointer       into)
{
  for_each_child (reader, node, "budget", read_budget, reader->scenario->budgets);
  for_each_child (reader, node, "requires", read_relation, reader->scenario->requires);
  for_each_child (reader, node, "excludes", read_relation, reader->scenario->excludes);
}

static void
read_understood (Reader        *reader,
                 const xmlNode *node,
                 gpointer       into)
{
  g_autofree char *text = ys_file_dup_text (node);

  ys_file_words.read (&ys_file_words, text, &reader->scenario->understood);
}

static YsScenario *
read_scenario (YsFileInput *input)
{
  const xmlNode *root = xmlDocGetRootElement (input->doc);
  Reader reader = { ys_scenario_new (NULL, NULL, 0), input->comments };

  read_attributes (root, ys_file_scenario_attributes, reader.scenario);
  for_each_child (&reader, root, "rules", read_rules, NULL);
  for_each_child (&reader, root, "simulation", read_simulation, NULL);
  for_each_child (&reader, root, "drivers", read_drivers, NULL);
  for_each_child (&reader, root, "assumptions", read_assumptions, NULL);
  for_each_child (&reader, root, "alternative", read_alternative, reader.scenario->alternatives);
  for_each_child (&reader, root, "plan", read_plan, NULL);
  for_each_child (&reader, root, "understood", read_understood, NULL);
  reader.scenario->comment = dup_comment (&reader, root);
  reader.scenario->row = get_row (root);
  reader.scenario->row = get_row (root);

  return reader.scenario;
}

/* Column of the first character that is not a space in a line; for the engine's errors, which know
 * their line only. */
static int
find_column (const char *text,
             int         line)
{
  int column = 1;

  while (--line > 0 && text != NULL)
    {
      text = strchr (text, '\n');
      text = text != NULL ? text + 1 : NULL;
    }

  if (text == NULL)
    return 0;

  column += (int) strspn (text, " \t");
  return column;
}

static void
check_sense (YsFileInput      *input,
             const YsScenario *scenario)
{
  g_autoptr (GPtrArray) errors = ys_check (scenario);

  for (guint i = 0; i < MIN (errors->len, YS_FILE_MAX_PROBLEMS); i++)
    {
      const GError *error = errors->pdata[i];
      int row = ys_error_get_row (error);

      ys_file_add_problem (input->problems, row, row > 0 ? find_column (input->text, row) : 0,
                           YS_FILE_ERROR_INVALID, error->message);
    }
}

/* ys_file_check_tree() says the same in better words; should it ever miss something, the schema
 * still has the last one. */
static void
check_schema (YsFileInput *input)
{
  const xmlNode *node = NULL;
  g_autofree char *reason = ys_file_schema_validate (input->doc, &node);
  g_autofree char *message = NULL;

  if (reason == NULL)
    return;

  message = g_strdup_printf (_("This is not allowed here: %s"), reason);
  while (node->type != XML_ELEMENT_NODE)
    node = node->parent;
  ys_file_complain (input, node, message);
}

static YsScenario *
read_input (YsFileInput *input)
{
  g_autoptr (YsScenario) scenario = NULL;

  if (input->doc == NULL || !ys_file_migrate (input))
    return NULL;

  ys_file_check_tree (input);
  if (input->problems->len > 0)
    return NULL;

  scenario = read_scenario (input);
  check_sense (input, scenario);
  if (input->problems->len == 0)
    check_schema (input);

  return input->problems->len == 0 ? g_steal_pointer (&scenario) : NULL;
}

YsScenario *
ys_file_read_bytes (GBytes     *bytes,
                    GPtrArray **problems)
{
  g_autoptr (YsFileInput) input = NULL;
  YsScenario *scenario;

  g_return_val_if_fail (bytes != NULL, NULL);

  input = ys_file_input_new (bytes);
  scenario = read_input (input);
  if (problems != NULL)
    *problems = g_ptr_array_ref (input->problems);

  return scenario;
}
