/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-grammar.h"

#include "ys-scenario.h"

#define FIELD(struct_, name_, type_, required_, member) \
  { name_, &ys_file_##type_, required_, G_STRUCT_OFFSET (struct_, member) }
#define REQUIRED TRUE
#define OPTIONAL FALSE

const YsFileAttribute ys_file_scenario_attributes[] = {
  FIELD (YsScenario, "title", text, REQUIRED, title),
  FIELD (YsScenario, "currency", currency, REQUIRED, currency),
  FIELD (YsScenario, "start", month, OPTIONAL, start),
  FIELD (YsScenario, "period", period, OPTIONAL, period),
  FIELD (YsScenario, "periods", n_periods, REQUIRED, n_periods),
  { NULL },
};

const YsFileAttribute ys_file_rules_attributes[] = {
  FIELD (YsRules, "discount-rate", rate, OPTIONAL, discount_rate),
  FIELD (YsRules, "timing", timing, OPTIONAL, timing),
  FIELD (YsRules, "tax-rate", share, OPTIONAL, tax_rate),
  FIELD (YsRules, "losses", losses, OPTIONAL, losses),
  FIELD (YsRules, "reinvest-rate", rate, OPTIONAL, reinvest_rate),
  FIELD (YsRules, "finance-rate", rate, OPTIONAL, finance_rate),
  { NULL },
};

const YsFileAttribute ys_file_simulation_attributes[] = {
  FIELD (YsScenario, "seed", seed, OPTIONAL, seed),
  FIELD (YsScenario, "trials", trials, OPTIONAL, trials),
  { NULL },
};

const YsFileAttribute ys_file_driver_attributes[] = {
  FIELD (YsDriver, "id", id, REQUIRED, id),
  FIELD (YsDriver, "name", text, REQUIRED, name),
  FIELD (YsDriver, "weight", weight, REQUIRED, weight),
  { NULL },
};

const YsFileAttribute ys_file_assumption_attributes[] = {
  FIELD (YsAssumption, "id", id, REQUIRED, id),
  FIELD (YsAssumption, "name", text, REQUIRED, name),
  FIELD (YsAssumption, "unit", text, OPTIONAL, unit),
  FIELD (YsAssumption, "source", text, OPTIONAL, source),
  { NULL },
};

const YsFileAttribute ys_file_moves_with_attributes[] = {
  FIELD (YsMovesWith, "a", id, REQUIRED, a),
  FIELD (YsMovesWith, "b", id, REQUIRED, b),
  FIELD (YsMovesWith, "rank-correlation", correlation, REQUIRED, rank_correlation),
  { NULL },
};

const YsFileAttribute ys_file_alternative_attributes[] = {
  FIELD (YsAlternative, "id", id, REQUIRED, id),
  FIELD (YsAlternative, "kind", text, OPTIONAL, kind),
  FIELD (YsAlternative, "name", text, REQUIRED, name),
  FIELD (YsAlternative, "technical-name", text, OPTIONAL, technical_name),
  FIELD (YsAlternative, "sponsor", text, OPTIONAL, sponsor),
  FIELD (YsAlternative, "color", color, OPTIONAL, color),
  FIELD (YsAlternative, "discount-rate", rate, OPTIONAL, discount_rate),
  FIELD (YsAlternative, "baseline", yes, OPTIONAL, baseline),
  { NULL },
};

const YsFileAttribute ys_file_line_attributes[] = {
  FIELD (YsLine, "id", id, REQUIRED, id),
  FIELD (YsLine, "name", text, REQUIRED, name),
  FIELD (YsLine, "driver", id, OPTIONAL, driver),
  FIELD (YsLine, "nature", nature, OPTIONAL, nature),
  FIELD (YsLine, "lean", lean, OPTIONAL, lean),
  FIELD (YsLine, "source", text, OPTIONAL, source),
  { NULL },
};

const YsFileAttribute ys_file_case_attributes[] = {
  FIELD (YsCase, "value", number, REQUIRED, value),
  FIELD (YsCase, "weight", weight, REQUIRED, weight),
  { NULL },
};

const YsFileAttribute ys_file_depreciation_attributes[] = {
  FIELD (YsDepreciation, "method", method, REQUIRED, method),
  FIELD (YsDepreciation, "periods", n_periods, OPTIONAL, periods),
  FIELD (YsDepreciation, "rate", share_or_0, OPTIONAL, rate),
  FIELD (YsDepreciation, "residual", number_or_0, OPTIONAL, residual),
  { NULL },
};

const YsFileAttribute ys_file_follows_attributes[] = {
  FIELD (YsFollows, "assumption", id, REQUIRED, assumption),
  FIELD (YsFollows, "factor", number, REQUIRED, factor),
  { NULL },
};

const YsFileAttribute ys_file_when_attributes[] = {
  FIELD (YsLine, "first", period_number, OPTIONAL, first),
  FIELD (YsLine, "last", period_number, OPTIONAL, last),
  { NULL },
};

const YsFileAttribute ys_file_by_period_attributes[] = {
  FIELD (YsLine, "first", period_number, OPTIONAL, by_period_first),
  { NULL },
};

const YsFileAttribute ys_file_budget_attributes[] = {
  FIELD (YsBudget, "period", period_number, REQUIRED, period),
  FIELD (YsBudget, "amount", number, REQUIRED, amount),
  { NULL },
};

const YsFileAttribute ys_file_requires_attributes[] = {
  FIELD (YsRelation, "alternative", id, REQUIRED, alternative),
  FIELD (YsRelation, "needs", id, REQUIRED, other),
  { NULL },
};

const YsFileAttribute ys_file_excludes_attributes[] = {
  FIELD (YsRelation, "alternative", id, REQUIRED, alternative),
  FIELD (YsRelation, "other", id, REQUIRED, other),
  { NULL },
};

const YsFileAttribute ys_file_point_attributes[] = {
  FIELD (YsTolerance, "loss", positive, REQUIRED, loss),
  FIELD (YsTolerance, "chance", part, REQUIRED, chance),
  { NULL },
};

static void
add_attribute (YsFileElement    *element,
               const char       *name,
               const YsFileType *type,
               gboolean          required)
{
  YsFileAttribute attribute = { name, type, required, 0 };

  g_array_append_val (element->attributes, attribute);
}

static YsFileElement *
element_new (const char            *name,
             YsFileFlags            flags,
             const YsFileAttribute *attributes)
{
  YsFileElement *element = g_new0 (YsFileElement, 1);

  element->name = name;
  element->flags = flags;
  element->attributes = g_array_new (FALSE, FALSE, sizeof (YsFileAttribute));
  element->children = g_ptr_array_new ();
  for (; attributes != NULL && attributes->name != NULL; attributes++)
    g_array_append_val (element->attributes, *attributes);

  return element;
}

static YsFileElement *
add_child (YsFileElement         *parent,
           const char            *name,
           YsFileFlags            flags,
           const YsFileAttribute *attributes)
{
  YsFileElement *child = element_new (name, flags, attributes);

  g_ptr_array_add (parent->children, child);
  return child;
}

static void
add_text_child (YsFileElement         *parent,
                const char            *name,
                YsFileFlags            flags,
                const YsFileAttribute *attributes,
                const YsFileType      *text)
{
  add_child (parent, name, flags, attributes)->text = text;
}

static void
make_estimate (YsFileElement *element)
{
  for (int i = 0; i < YS_N_NUMBERS; i++)
    add_attribute (element, ys_number_get_id (i), &ys_file_number, OPTIONAL);
  add_attribute (element, "shape", &ys_file_shape, OPTIONAL);
  add_attribute (element, "bounds", &ys_file_bounds, OPTIONAL);
  add_attribute (element, "formula", &ys_file_text, OPTIONAL);

  add_child (element, "case", YS_FILE_MANY, ys_file_case_attributes);
}

static YsFileFlags
get_estimate_flags (const YsLineKind *kind,
                    YsField           field)
{
  if (field == YS_FIELD_AMOUNT && (kind->traits & YS_LINE_MAY_LIST_PERIODS))
    return YS_FILE_EITHER;

  return kind->required & YS_FIELD_BIT (field) ? YS_FILE_REQUIRED : 0;
}

static void
add_when (YsFileElement    *line,
          const YsLineKind *kind)
{
  YsFileElement *when = add_child (line, "when", 0, NULL);

  add_attribute (when, "first", &ys_file_period_number, OPTIONAL);
  if (kind->traits & YS_LINE_MAY_REPEAT)
    add_attribute (when, "last", &ys_file_period_number, OPTIONAL);
}

static void
add_line (YsFileElement    *alternative,
          const YsLineKind *kind)
{
  YsFileElement *line = add_child (alternative, kind->id, YS_FILE_MANY, ys_file_line_attributes);

  for (int i = 0; i < YS_N_FIELDS; i++)
    if (kind->fields & YS_FIELD_BIT (i))
      make_estimate (add_child (line, ys_field_get_id (i), get_estimate_flags (kind, i), NULL));

  if (kind->traits & YS_LINE_MAY_LIST_PERIODS)
    add_text_child (line, "by-period", YS_FILE_EITHER, ys_file_by_period_attributes,
                    &ys_file_numbers);
  if (kind->traits & YS_LINE_MAY_REPEAT)
    {
      add_child (line, "follows", YS_FILE_MANY, ys_file_follows_attributes);
      add_text_child (line, "ramp", 0, NULL, &ys_file_numbers);
    }
  if (kind->traits & YS_LINE_MAY_DEPRECIATE)
    add_child (line, "depreciation", 0, ys_file_depreciation_attributes);
  add_when (line, kind);
}

static void
add_alternative (YsFileElement *scenario)
{
  YsFileElement *alternative = add_child (scenario, "alternative", YS_FILE_MANY,
                                          ys_file_alternative_attributes);

  add_text_child (alternative, "summary", 0, NULL, &ys_file_text);
  for (const YsLineKind *const *kind = ys_line_kinds (); *kind != NULL; kind++)
    add_line (alternative, *kind);
}

static void
add_assumptions (YsFileElement *scenario)
{
  YsFileElement *assumptions = add_child (scenario, "assumptions", 0, NULL);

  make_estimate (add_child (assumptions, "assumption", YS_FILE_MANY,
                            ys_file_assumption_attributes));
  add_child (assumptions, "moves-with", YS_FILE_MANY, ys_file_moves_with_attributes);
}

static void
add_plan (YsFileElement *scenario)
{
  YsFileElement *plan = add_child (scenario, "plan", 0, NULL);

  add_child (plan, "budget", YS_FILE_MANY, ys_file_budget_attributes);
  add_child (plan, "requires", YS_FILE_MANY, ys_file_requires_attributes);
  add_child (plan, "excludes", YS_FILE_MANY, ys_file_excludes_attributes);
}

static gpointer
make_grammar (gpointer data)
{
  YsFileElement *scenario = element_new ("scenario", YS_FILE_REQUIRED, ys_file_scenario_attributes);

  add_attribute (scenario, "version", &ys_file_text, REQUIRED);
  add_child (scenario, "rules", 0, ys_file_rules_attributes);
  add_child (scenario, "simulation", 0, ys_file_simulation_attributes);
  add_child (add_child (scenario, "drivers", 0, NULL), "driver", YS_FILE_MANY,
             ys_file_driver_attributes);
  add_assumptions (scenario);
  add_alternative (scenario);
  add_plan (scenario);
  add_child (add_child (scenario, "tolerance", 0, NULL), "point", YS_FILE_MANY,
             ys_file_point_attributes);
  add_text_child (scenario, "understood", 0, NULL, &ys_file_words);

  return scenario;
}

const YsFileElement *
ys_file_grammar (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_grammar, NULL);
}

const YsFileElement *
ys_file_element_find_child (const YsFileElement *element,
                            const char          *name)
{
  for (guint i = 0; i < element->children->len; i++)
    {
      const YsFileElement *child = element->children->pdata[i];

      if (g_str_equal (child->name, name))
        return child;
    }

  return NULL;
}

const YsFileAttribute *
ys_file_element_find_attribute (const YsFileElement *element,
                                const char          *name)
{
  for (guint i = 0; i < element->attributes->len; i++)
    {
      const YsFileAttribute *attribute = &g_array_index (element->attributes, YsFileAttribute, i);

      if (g_str_equal (attribute->name, name))
        return attribute;
    }

  return NULL;
}
