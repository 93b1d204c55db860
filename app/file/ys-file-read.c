/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ys-error.h"
#include "ys-file-check.h"
#include "ys-file-input.h"
#include "ys-file-migrate.h"
#include "ys-file-reader.h"
#include "ys-file-schema.h"
#include "ys-simulate.h"

static void
read_driver (YsFileReader  *reader,
             const xmlNode *node,
             gpointer       into)
{
  YsDriver *driver = ys_driver_new (NULL, NULL, 0.0);

  ys_file_read_attributes (node, ys_file_driver_attributes, driver);
  driver->comment = ys_file_dup_comment (reader, node);
  driver->row = ys_file_get_row (node);
  g_ptr_array_add (into, driver);
}

static void
read_assumption (YsFileReader  *reader,
                 const xmlNode *node,
                 gpointer       into)
{
  g_autoptr (YsEstimate) estimate = ys_file_read_estimate (reader, node);
  YsAssumption *assumption = ys_assumption_new (NULL, NULL, estimate);

  ys_file_read_attributes (node, ys_file_assumption_attributes, assumption);
  assumption->comment = ys_file_dup_comment (reader, node);
  assumption->row = ys_file_get_row (node);
  g_ptr_array_add (into, assumption);
}

static void
read_moves_with (YsFileReader  *reader,
                 const xmlNode *node,
                 gpointer       into)
{
  YsMovesWith *moves_with = ys_moves_with_new (NULL, NULL, 0.0);

  ys_file_read_attributes (node, ys_file_moves_with_attributes, moves_with);
  moves_with->row = ys_file_get_row (node);
  g_ptr_array_add (into, moves_with);
}

static void
read_alternative (YsFileReader  *reader,
                  const xmlNode *node,
                  gpointer       into)
{
  YsAlternative *alternative = ys_alternative_new (NULL, NULL);
  const xmlNode *summary = ys_file_find_child (node, "summary");

  ys_file_read_attributes (node, ys_file_alternative_attributes, alternative);
  if (summary != NULL)
    alternative->summary = ys_file_dup_text (summary);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && child != summary)
      ys_file_read_line (reader, child, alternative);
  alternative->comment = ys_file_dup_comment (reader, node);
  alternative->row = ys_file_get_row (node);

  g_ptr_array_add (into, alternative);
}

static void
read_budget (YsFileReader  *reader,
             const xmlNode *node,
             gpointer       into)
{
  YsBudget *budget = ys_budget_new (0, 0.0);

  ys_file_read_attributes (node, ys_file_budget_attributes, budget);
  budget->row = ys_file_get_row (node);
  g_ptr_array_add (into, budget);
}

static void
read_relation (YsFileReader  *reader,
               const xmlNode *node,
               gpointer       into)
{
  YsRelation *relation = ys_relation_new (NULL, NULL);

  ys_file_read_attributes (node,
                           ys_file_is_named (node, "requires") ? ys_file_requires_attributes
                                                               : ys_file_excludes_attributes,
                           relation);
  relation->row = ys_file_get_row (node);
  g_ptr_array_add (into, relation);
}

static void
read_rules (YsFileReader  *reader,
            const xmlNode *node,
            gpointer       into)
{
  ys_file_read_attributes (node, ys_file_rules_attributes, &reader->scenario->rules);
}

static void
read_simulation (YsFileReader  *reader,
                 const xmlNode *node,
                 gpointer       into)
{
  ys_file_read_attributes (node, ys_file_simulation_attributes, reader->scenario);
  reader->scenario->has_simulation = TRUE;
}

static void
read_drivers (YsFileReader  *reader,
              const xmlNode *node,
              gpointer       into)
{
  ys_file_for_each_child (reader, node, "driver", read_driver, reader->scenario->drivers);
}

static void
read_assumptions (YsFileReader  *reader,
                  const xmlNode *node,
                  gpointer       into)
{
  YsScenario *scenario = reader->scenario;

  ys_file_for_each_child (reader, node, "assumption", read_assumption, scenario->assumptions);
  ys_file_for_each_child (reader, node, "moves-with", read_moves_with, scenario->moves_with);
}

static void
read_plan (YsFileReader  *reader,
           const xmlNode *node,
           gpointer       into)
{
  ys_file_for_each_child (reader, node, "budget", read_budget, reader->scenario->budgets);
  ys_file_for_each_child (reader, node, "requires", read_relation, reader->scenario->requires);
  ys_file_for_each_child (reader, node, "excludes", read_relation, reader->scenario->excludes);
}

static void
read_point (YsFileReader  *reader,
            const xmlNode *node,
            gpointer       into)
{
  YsTolerance *point = ys_tolerance_new (0.0, 0.0);

  ys_file_read_attributes (node, ys_file_point_attributes, point);
  point->row = ys_file_get_row (node);
  g_ptr_array_add (into, point);
}

static void
read_tolerance (YsFileReader  *reader,
                const xmlNode *node,
                gpointer       into)
{
  ys_file_for_each_child (reader, node, "point", read_point, reader->scenario->tolerance);
}

static void
read_understood (YsFileReader  *reader,
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
  YsScenario *scenario = ys_scenario_new (NULL, NULL, 0);
  YsFileReader reader = { scenario, input->comments };

  ys_file_read_attributes (root, ys_file_scenario_attributes, scenario);
  ys_file_for_each_child (&reader, root, "rules", read_rules, NULL);
  ys_file_for_each_child (&reader, root, "simulation", read_simulation, NULL);
  ys_file_for_each_child (&reader, root, "drivers", read_drivers, NULL);
  ys_file_for_each_child (&reader, root, "assumptions", read_assumptions, NULL);
  ys_file_for_each_child (&reader, root, "alternative", read_alternative, scenario->alternatives);
  ys_file_for_each_child (&reader, root, "plan", read_plan, NULL);
  ys_file_for_each_child (&reader, root, "tolerance", read_tolerance, NULL);
  ys_file_for_each_child (&reader, root, "understood", read_understood, NULL);
  scenario->comment = ys_file_dup_comment (&reader, root);
  scenario->row = ys_file_get_row (root);

  return scenario;
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
