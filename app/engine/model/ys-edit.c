/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-edit.h"

#include <string.h>

#include "ys-formula.h"
#include "ys-scenario-parts.h"

static const struct
{
  gsize     offset; /* of the list in the scenario */
  YsPartRef ref;
} lists[YS_N_PARTS] = {
  [YS_PART_DRIVER] = { G_STRUCT_OFFSET (YsScenario, drivers), (YsPartRef) ys_driver_ref },
  [YS_PART_ASSUMPTION] = { G_STRUCT_OFFSET (YsScenario, assumptions),
                           (YsPartRef) ys_assumption_ref },
  [YS_PART_MOVES_WITH] = { G_STRUCT_OFFSET (YsScenario, moves_with),
                           (YsPartRef) ys_moves_with_ref },
  [YS_PART_ALTERNATIVE] = { G_STRUCT_OFFSET (YsScenario, alternatives),
                            (YsPartRef) ys_alternative_ref },
  [YS_PART_BUDGET] = { G_STRUCT_OFFSET (YsScenario, budgets), (YsPartRef) ys_budget_ref },
  [YS_PART_REQUIRES] = { G_STRUCT_OFFSET (YsScenario, requires), (YsPartRef) ys_relation_ref },
  [YS_PART_EXCLUDES] = { G_STRUCT_OFFSET (YsScenario, excludes), (YsPartRef) ys_relation_ref },
  [YS_PART_TOLERANCE] = { G_STRUCT_OFFSET (YsScenario, tolerance), (YsPartRef) ys_tolerance_ref },
};

static GPtrArray *
get_list (const YsScenario *scenario,
          YsPart            kind)
{
  return G_STRUCT_MEMBER (GPtrArray *, scenario, lists[kind].offset);
}

/* Lists of parts and of lines alike; each takes over the part. */

static void
replace_part (GPtrArray *list,
              guint      index,
              gpointer   part)
{
  g_ptr_array_remove_index (list, index);
  g_ptr_array_insert (list, (int) index, part);
}

static void
move_part (GPtrArray *list,
           guint      from,
           guint      to)
{
  gpointer part = g_ptr_array_steal_index (list, from);

  g_ptr_array_insert (list, (int) to, part);
}

/* Parts of the scenario */

const GPtrArray *
ys_edit_get_parts (const YsScenario *scenario,
                   YsPart            kind)
{
  g_return_val_if_fail (scenario != NULL, NULL);

  return get_list (scenario, kind);
}

YsScenario *
ys_edit_insert (const YsScenario *scenario,
                YsPart            kind,
                guint             index,
                gconstpointer     part)
{
  YsScenario *newer;

  g_return_val_if_fail (scenario != NULL && part != NULL, NULL);
  g_return_val_if_fail (index <= get_list (scenario, kind)->len, NULL);

  newer = ys_scenario_copy (scenario);
  g_ptr_array_insert (get_list (newer, kind), (int) index, lists[kind].ref (part));

  return newer;
}

YsScenario *
ys_edit_replace (const YsScenario *scenario,
                 YsPart            kind,
                 guint             index,
                 gconstpointer     part)
{
  YsScenario *newer;

  g_return_val_if_fail (scenario != NULL && part != NULL, NULL);
  g_return_val_if_fail (index < get_list (scenario, kind)->len, NULL);

  newer = ys_scenario_copy (scenario);
  replace_part (get_list (newer, kind), index, lists[kind].ref (part));

  return newer;
}

YsScenario *
ys_edit_move (const YsScenario *scenario,
              YsPart            kind,
              guint             from,
              guint             to)
{
  YsScenario *newer;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (from < get_list (scenario, kind)->len, NULL);
  g_return_val_if_fail (to < get_list (scenario, kind)->len, NULL);

  newer = ys_scenario_copy (scenario);
  move_part (get_list (newer, kind), from, to);

  return newer;
}

/* What goes with a part that is removed */

static void
remove_relations (GPtrArray  *relations,
                  const char *alternative)
{
  for (guint i = relations->len; i > 0; i--)
    {
      const YsRelation *relation = relations->pdata[i - 1];

      if (g_strcmp0 (relation->alternative, alternative) == 0 ||
          g_strcmp0 (relation->other, alternative) == 0)
        g_ptr_array_remove_index (relations, i - 1);
    }
}

static void
remove_correlations (GPtrArray  *moves_with,
                     const char *assumption)
{
  for (guint i = moves_with->len; i > 0; i--)
    {
      const YsMovesWith *pair = moves_with->pdata[i - 1];

      if (g_strcmp0 (pair->a, assumption) == 0 || g_strcmp0 (pair->b, assumption) == 0)
        g_ptr_array_remove_index (moves_with, i - 1);
    }
}

/* NULL if no line names it: the alternative can go on being shared. */
static YsAlternative *
copy_without_driver (const YsAlternative *alternative,
                     const char          *driver)
{
  g_autoptr (YsAlternative) copy = NULL;

  for (guint i = 0; i < alternative->lines->len; i++)
    {
      const YsLine *line = alternative->lines->pdata[i];
      YsLine *newer;

      if (g_strcmp0 (line->driver, driver) != 0)
        continue;

      newer = ys_line_copy (line);
      g_clear_pointer (&newer->driver, g_free);
      if (copy == NULL)
        copy = ys_alternative_copy (alternative);
      replace_part (copy->lines, i, newer);
    }

  return g_steal_pointer (&copy);
}

static void
remove_driver (GPtrArray  *alternatives,
               const char *driver)
{
  for (guint i = 0; i < alternatives->len; i++)
    {
      YsAlternative *newer = copy_without_driver (alternatives->pdata[i], driver);

      if (newer != NULL)
        replace_part (alternatives, i, newer);
    }
}

static void
remove_what_names (YsScenario   *scenario,
                   YsPart        kind,
                   gconstpointer part)
{
  switch (kind)
    {
    case YS_PART_DRIVER:
      remove_driver (scenario->alternatives, ((const YsDriver *) part)->id);
      break;

    case YS_PART_ASSUMPTION:
      remove_correlations (scenario->moves_with, ((const YsAssumption *) part)->id);
      break;

    case YS_PART_ALTERNATIVE:
      remove_relations (scenario->requires, ((const YsAlternative *) part)->id);
      remove_relations (scenario->excludes, ((const YsAlternative *) part)->id);
      break;

    default: /* nothing names the others */
      break;
    }
}

YsScenario *
ys_edit_remove (const YsScenario *scenario,
                YsPart            kind,
                guint             index)
{
  YsScenario *newer;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (index < get_list (scenario, kind)->len, NULL);

  newer = ys_scenario_copy (scenario);
  g_ptr_array_remove_index (get_list (newer, kind), index);
  remove_what_names (newer, kind, get_list (scenario, kind)->pdata[index]);

  return newer;
}

/* Lines */

/* A newer scenario whose alternative of that index is a copy of its own: @lines is its list. */
static YsScenario *
copy_with_own_lines (const YsScenario  *scenario,
                     guint              alternative,
                     GPtrArray        **lines)
{
  YsScenario *newer = ys_scenario_copy (scenario);
  YsAlternative *copy = ys_alternative_copy (scenario->alternatives->pdata[alternative]);

  replace_part (newer->alternatives, alternative, copy);
  *lines = copy->lines;

  return newer;
}

static guint
count_lines (const YsScenario *scenario,
             guint             alternative)
{
  return ((const YsAlternative *) scenario->alternatives->pdata[alternative])->lines->len;
}

YsScenario *
ys_edit_insert_line (const YsScenario *scenario,
                     guint             alternative,
                     guint             index,
                     const YsLine     *line)
{
  YsScenario *newer;
  GPtrArray *lines;

  g_return_val_if_fail (scenario != NULL && line != NULL, NULL);
  g_return_val_if_fail (alternative < scenario->alternatives->len, NULL);
  g_return_val_if_fail (index <= count_lines (scenario, alternative), NULL);

  newer = copy_with_own_lines (scenario, alternative, &lines);
  g_ptr_array_insert (lines, (int) index, ys_line_ref (line));

  return newer;
}

YsScenario *
ys_edit_replace_line (const YsScenario *scenario,
                      guint             alternative,
                      guint             index,
                      const YsLine     *line)
{
  YsScenario *newer;
  GPtrArray *lines;

  g_return_val_if_fail (scenario != NULL && line != NULL, NULL);
  g_return_val_if_fail (alternative < scenario->alternatives->len, NULL);
  g_return_val_if_fail (index < count_lines (scenario, alternative), NULL);

  newer = copy_with_own_lines (scenario, alternative, &lines);
  replace_part (lines, index, ys_line_ref (line));

  return newer;
}

YsScenario *
ys_edit_remove_line (const YsScenario *scenario,
                     guint             alternative,
                     guint             index)
{
  YsScenario *newer;
  GPtrArray *lines;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (alternative < scenario->alternatives->len, NULL);
  g_return_val_if_fail (index < count_lines (scenario, alternative), NULL);

  newer = copy_with_own_lines (scenario, alternative, &lines);
  g_ptr_array_remove_index (lines, index);

  return newer;
}

YsScenario *
ys_edit_move_line (const YsScenario *scenario,
                   guint             alternative,
                   guint             from,
                   guint             to)
{
  YsScenario *newer;
  GPtrArray *lines;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (alternative < scenario->alternatives->len, NULL);
  g_return_val_if_fail (from < count_lines (scenario, alternative), NULL);
  g_return_val_if_fail (to < count_lines (scenario, alternative), NULL);

  newer = copy_with_own_lines (scenario, alternative, &lines);
  move_part (lines, from, to);

  return newer;
}

/* Kinds of line */

static void
drop_periods (YsLine *line)
{
  g_clear_pointer (&line->by_period, g_free);
  line->n_by_period = 0;
  line->by_period_first = YS_PERIOD_UNSET;
}

/* What only lines that repeat have. */
static void
drop_repetition (YsLine *line)
{
  ys_line_set_ramp (line, NULL, 0);
  ys_line_clear_follows (line);
  line->last = YS_PERIOD_UNSET;
}

static void
drop_what_it_may_not_have (YsLine *line)
{
  for (int field = 0; field < YS_N_FIELDS; field++)
    if ((line->kind->fields & YS_FIELD_BIT (field)) == 0)
      ys_line_set_estimate (line, (YsField) field, NULL);

  if ((line->kind->traits & YS_LINE_MAY_LIST_PERIODS) == 0)
    drop_periods (line);
  if ((line->kind->traits & YS_LINE_MAY_REPEAT) == 0)
    drop_repetition (line);
  if ((line->kind->traits & YS_LINE_MAY_DEPRECIATE) == 0)
    line->depreciation = (YsDepreciation) { .method = YS_DEPRECIATION_UNSET };
}

static void
give_what_it_must_have (YsLine *line)
{
  for (int field = 0; field < YS_N_FIELDS; field++)
    {
      gboolean listed = field == YS_FIELD_AMOUNT && line->by_period != NULL;

      if ((line->kind->required & YS_FIELD_BIT (field)) != 0 && line->estimates[field] == NULL
          && !listed)
        {
          g_autoptr (YsEstimate) estimate
            = ys_estimate_new_exactly (field == YS_FIELD_PUT_TO_USE ? 1.0 : 0.0);

          ys_line_set_estimate (line, (YsField) field, estimate);
        }
    }
}

void
ys_edit_change_kind (YsLine           *line,
                     const YsLineKind *kind)
{
  g_return_if_fail (line != NULL && kind != NULL);

  line->kind = kind;
  drop_what_it_may_not_have (line);
  give_what_it_must_have (line);
}

/* Ids */

/* As they are in formulas, where a-b and a_b are one. */
static void
add_id (GHashTable *ids,
        const char *id)
{
  g_hash_table_add (ids, ys_formula_name_from_id (id));
}

static void
add_ids (GHashTable      *ids,
         const GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    add_id (ids, ys_part_get_id (parts->pdata[i]));
}

static GHashTable *
collect_ids (const YsScenario *scenario)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_ids (ids, scenario->drivers);
  add_ids (ids, scenario->assumptions);
  add_ids (ids, scenario->alternatives);
  for (guint i = 0; i < scenario->alternatives->len; i++)
    {
      const GPtrArray *lines = ((const YsAlternative *) scenario->alternatives->pdata[i])->lines;

      for (guint j = 0; j < lines->len; j++)
        add_id (ids, ((const YsLine *) lines->pdata[j])->id);
    }

  /* A formula reads it as the period's number. */
  add_id (ids, "period");

  return ids;
}

#define MAX_ID_LENGTH 32

/* “Take-up by staff” → "take-up-by-staff"; what is not Latin goes, and nothing may be left. */
static char *
make_slug (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *slug = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && slug->len < MAX_ID_LENGTH; c++)
    if (g_ascii_isalpha (*c) || (g_ascii_isdigit (*c) && slug->len > 0))
      g_string_append_c (slug, g_ascii_tolower (*c));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-' && *c != '?')
      g_string_append_c (slug, '-');

  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append (slug, "n");

  return g_string_free (slug, FALSE);
}

/* And takes it. */
static char *
make_id (GHashTable *taken,
         const char *name)
{
  g_autofree char *slug = make_slug (name);
  g_autofree char *id = g_strdup (slug);

  for (guint i = 2; ; i++)
    {
      if (g_hash_table_add (taken, ys_formula_name_from_id (id)))
        return g_steal_pointer (&id);

      g_free (id);
      id = g_strdup_printf ("%s-%u", slug, i);
    }
}

char *
ys_edit_make_id (const YsScenario *scenario,
                 const char       *name)
{
  g_autoptr (GHashTable) taken = NULL;

  g_return_val_if_fail (scenario != NULL, NULL);

  taken = collect_ids (scenario);

  return make_id (taken, name != NULL ? name : "");
}

/* Copies of alternatives */

static YsLine *
duplicate_line (const YsLine *line,
                GHashTable   *taken)
{
  YsLine *copy = ys_line_copy (line);

  g_free (copy->id);
  copy->id = make_id (taken, line->id);
  copy->row = 0;

  return copy;
}

static YsAlternative *
duplicate_alternative (const YsAlternative *alternative,
                       const char          *name,
                       GHashTable          *taken)
{
  YsAlternative *copy = ys_alternative_copy (alternative);

  g_free (copy->id);
  copy->id = make_id (taken, alternative->id);
  g_free (copy->name);
  copy->name = g_strdup (name);
  g_clear_pointer (&copy->color, g_free);
  copy->baseline = FALSE;
  copy->row = 0;
  for (guint i = 0; i < copy->lines->len; i++)
    replace_part (copy->lines, i, duplicate_line (copy->lines->pdata[i], taken));

  return copy;
}

/* What the original needs or excludes, and (@both_ways) what excludes it. */
static void
duplicate_relations (GPtrArray  *relations,
                     const char *original,
                     const char *copy,
                     gboolean    both_ways)
{
  const guint n = relations->len;

  for (guint i = 0; i < n; i++)
    {
      const YsRelation *relation = relations->pdata[i];

      if (g_str_equal (relation->alternative, original))
        g_ptr_array_add (relations, ys_relation_new (copy, relation->other));
      else if (both_ways && g_str_equal (relation->other, original))
        g_ptr_array_add (relations, ys_relation_new (relation->alternative, copy));
    }
}

YsScenario *
ys_edit_duplicate_alternative (const YsScenario *scenario,
                               guint             index,
                               const char       *name)
{
  g_autoptr (GHashTable) taken = NULL;
  const YsAlternative *original;
  YsAlternative *copy;
  YsScenario *newer;

  g_return_val_if_fail (scenario != NULL && name != NULL, NULL);
  g_return_val_if_fail (index < scenario->alternatives->len, NULL);

  taken = collect_ids (scenario);
  original = scenario->alternatives->pdata[index];
  copy = duplicate_alternative (original, name, taken);
  newer = ys_scenario_copy (scenario);
  g_ptr_array_insert (newer->alternatives, (int) index + 1, copy);
  duplicate_relations (newer->requires, original->id, copy->id, FALSE);
  duplicate_relations (newer->excludes, original->id, copy->id, TRUE);

  return newer;
}

/* The baseline */

YsScenario *
ys_edit_set_baseline (const YsScenario *scenario,
                      int               index)
{
  YsScenario *newer;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (index < (int) scenario->alternatives->len, NULL);

  newer = ys_scenario_copy (scenario);
  for (guint i = 0; i < newer->alternatives->len; i++)
    {
      const YsAlternative *alternative = newer->alternatives->pdata[i];
      YsAlternative *copy;

      if (alternative->baseline == ((int) i == index))
        continue;

      copy = ys_alternative_copy (alternative);
      copy->baseline = (int) i == index;
      replace_part (newer->alternatives, i, copy);
    }

  return newer;
}

/* Who rests on an assumption */

static gboolean
estimate_uses (const YsEstimate *estimate,
               const char       *name)
{
  g_autoptr (YsFormula) formula = NULL;

  if (estimate == NULL || estimate->formula == NULL)
    return FALSE;

  formula = ys_formula_new (estimate->formula, NULL);

  return formula != NULL && g_strv_contains ((const char *const *) formula->names, name);
}

static gboolean
line_uses (const YsLine *line,
           const char   *assumption,
           const char   *name)
{
  for (gsize i = 0; i < line->n_follows; i++)
    if (g_strcmp0 (line->follows[i].assumption, assumption) == 0)
      return TRUE;

  for (YsField field = 0; field < YS_N_FIELDS; field++)
    if (estimate_uses (line->estimates[field], name))
      return TRUE;

  return FALSE;
}

static const char *
find_line (const YsAlternative *alternative,
           const char          *assumption,
           const char          *name)
{
  for (guint i = 0; i < alternative->lines->len; i++)
    {
      const YsLine *line = alternative->lines->pdata[i];

      if (line_uses (line, assumption, name))
        return line->name;
    }

  return NULL;
}

const char *
ys_edit_find_user (const YsScenario *scenario,
                   const char       *assumption)
{
  g_autofree char *name = NULL;
  const char *user = NULL;

  g_return_val_if_fail (scenario != NULL && assumption != NULL, NULL);

  name = ys_formula_name_from_id (assumption);
  for (guint i = 0; user == NULL && i < scenario->assumptions->len; i++)
    {
      const YsAssumption *other = scenario->assumptions->pdata[i];

      if (estimate_uses (other->estimate, name))
        user = other->name;
    }

  for (guint i = 0; user == NULL && i < scenario->alternatives->len; i++)
    user = find_line (scenario->alternatives->pdata[i], assumption, name);

  return user;
}
