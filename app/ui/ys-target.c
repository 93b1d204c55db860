/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-target.h"

typedef gpointer (*Copy) (gconstpointer part);
typedef void (*Unref) (gpointer part);

#define FUNCTIONS(type) (Copy) ys_##type##_copy, (Unref) ys_##type##_unref
#define NAME(struct) G_STRUCT_OFFSET (struct, name)
#define NO_NAME (-1)

/* Parts with a name have an id as well, and begin with it. */
static const struct
{
  Copy   copy;
  Unref  unref;
  gssize name; /* offset */
} parts[YS_N_PARTS] = {
  [YS_PART_DRIVER] = { FUNCTIONS (driver), NAME (YsDriver) },
  [YS_PART_ASSUMPTION] = { FUNCTIONS (assumption), NAME (YsAssumption) },
  [YS_PART_MOVES_WITH] = { FUNCTIONS (moves_with), NO_NAME },
  [YS_PART_ALTERNATIVE] = { FUNCTIONS (alternative), NAME (YsAlternative) },
  [YS_PART_BUDGET] = { FUNCTIONS (budget), NO_NAME },
  [YS_PART_REQUIRES] = { FUNCTIONS (relation), NO_NAME },
  [YS_PART_EXCLUDES] = { FUNCTIONS (relation), NO_NAME },
  [YS_PART_TOLERANCE] = { FUNCTIONS (tolerance), NO_NAME },
};

static gconstpointer
get_at (const GPtrArray *list,
        guint            index)
{
  return index < list->len ? list->pdata[index] : NULL;
}

static gconstpointer
get_part (const YsTarget   *target,
          const YsScenario *scenario)
{
  return get_at (ys_edit_get_parts (scenario, (YsPart) target->part), target->index);
}

static const YsLine *
get_line (const YsTarget   *target,
          const YsScenario *scenario)
{
  const YsAlternative *alternative = get_part (target, scenario);

  return alternative != NULL ? get_at (alternative->lines, (guint) target->line) : NULL;
}

gconstpointer
ys_target_get (const YsTarget   *target,
               const YsScenario *scenario)
{
  if (target->part < 0)
    return scenario;

  return target->line < 0 ? get_part (target, scenario) : get_line (target, scenario);
}

static YsScenario *
copy_line (const YsTarget   *target,
           const YsScenario *scenario,
           gpointer         *part)
{
  g_autoptr (YsLine) line = ys_line_copy (get_line (target, scenario));

  *part = line;

  return ys_edit_replace_line (scenario, target->index, (guint) target->line, line);
}

YsScenario *
ys_target_copy (const YsTarget   *target,
                const YsScenario *scenario,
                gpointer         *part)
{
  YsScenario *newer;

  g_return_val_if_fail (ys_target_get (target, scenario) != NULL, NULL);

  if (target->part < 0)
    return *part = ys_scenario_copy (scenario);
  if (target->line >= 0)
    return copy_line (target, scenario, part);

  *part = parts[target->part].copy (get_part (target, scenario));
  newer = ys_edit_replace (scenario, (YsPart) target->part, target->index, *part);
  parts[target->part].unref (*part);

  return newer;
}

char *
ys_target_dup_place (const YsTarget   *target,
                     const YsScenario *scenario,
                     const char       *field)
{
  const char *id;

  if (target->part < 0)
    return g_strdup_printf ("%s/%s", target->section, field);
  if (parts[target->part].name == NO_NAME)
    return g_strdup_printf ("%s/%u/%s", target->section, target->index, field);

  id = *(const char *const *) get_part (target, scenario);
  if (target->line < 0)
    return g_strdup_printf ("%s/%s/%s", target->section, id, field);

  return g_strdup_printf ("%s/%s/%s/%s", target->section, id, get_line (target, scenario)->id,
                          field);
}

const char *
ys_target_get_name (const YsTarget   *target,
                    const YsScenario *scenario)
{
  if (target->part < 0)
    return NULL;
  if (target->line >= 0)
    return get_line (target, scenario)->name;
  if (parts[target->part].name == NO_NAME)
    return NULL;

  return G_STRUCT_MEMBER (const char *, get_part (target, scenario), parts[target->part].name);
}
