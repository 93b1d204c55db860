/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-kinds.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ys-ids.h"

static const YsLineKind *const kinds[] = {
  &ys_line_capital,
  &ys_line_cost,
  &ys_line_benefit,
  &ys_line_saving,
  &ys_line_staff_time,
  &ys_line_loss,
  &ys_line_avoided_loss,
  &ys_line_working_capital,
  &ys_line_residual,
  NULL,
};

static const struct
{
  const char *id;
  const char *name;
  YsUnit      unit;
} fields[YS_N_FIELDS] = {
  [YS_FIELD_AMOUNT] = { "amount", N_("Amount"), YS_UNIT_MONEY },
  [YS_FIELD_HOURS] = { "hours", N_("Hours"), YS_UNIT_NUMBER },
  [YS_FIELD_HOURLY_RATE] = { "hourly-rate", N_("Cost of an hour"), YS_UNIT_MONEY },
  [YS_FIELD_PUT_TO_USE] = { "put-to-use", N_("Share put to use"), YS_UNIT_FRACTION },
  [YS_FIELD_EVENTS_PER_YEAR] = { "events-per-year", N_("Events a year"), YS_UNIT_NUMBER },
  [YS_FIELD_LOSS_EACH] = { "loss-each", N_("Loss each time"), YS_UNIT_MONEY },
  [YS_FIELD_FEWER] = { "fewer", N_("Share of events prevented"), YS_UNIT_FRACTION },
  [YS_FIELD_SMALLER] = { "smaller", N_("Share of each loss spared"), YS_UNIT_FRACTION },
  [YS_FIELD_GROWTH] = { "growth", N_("Growth a year"), YS_UNIT_FRACTION },
  [YS_FIELD_CHANCE] = { "chance", N_("Chance"), YS_UNIT_FRACTION },
};

static const char *const nature_ids[YS_N_NATURES] = {
  [YS_NATURE_FORWARD] = "forward",
  [YS_NATURE_RUNNING] = "running",
};

static const char *const lean_ids[YS_N_LEANS] = {
  [YS_LEAN_KEEP] = "keep",
  [YS_LEAN_CUT_BACK] = "cut-back",
  [YS_LEAN_AUTOMATE] = "automate",
  [YS_LEAN_BUY_IN] = "buy-in",
};

static const char *const depreciation_method_ids[YS_N_DEPRECIATION_METHODS] = {
  [YS_DEPRECIATION_STRAIGHT_LINE] = "straight-line",
  [YS_DEPRECIATION_DECLINING_BALANCE] = "declining-balance",
  [YS_DEPRECIATION_MACRS] = "macrs",
  [YS_DEPRECIATION_IMMEDIATE] = "immediate",
  [YS_DEPRECIATION_NONE] = "none",
};

const YsLineKind *const *
ys_line_kinds (void)
{
  return kinds;
}

const YsLineKind *
ys_line_kind_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (int i = 0; kinds[i] != NULL; i++)
    if (strcmp (kinds[i]->id, id) == 0)
      return kinds[i];

  return NULL;
}

const char *
ys_field_get_id (YsField field)
{
  g_return_val_if_fail (field < YS_N_FIELDS, NULL);

  return fields[field].id;
}

const char *
ys_field_get_name (YsField field)
{
  g_return_val_if_fail (field < YS_N_FIELDS, NULL);

  return fields[field].name;
}

YsUnit
ys_field_get_unit (YsField field)
{
  g_return_val_if_fail (field < YS_N_FIELDS, YS_UNIT_NUMBER);

  return fields[field].unit;
}

const char *
ys_nature_get_id (YsNature nature)
{
  return ys_ids_get (nature_ids, YS_N_NATURES, (int) nature);
}

gboolean
ys_nature_from_id (const char *id,
                   YsNature   *nature)
{
  int found = ys_ids_find (nature_ids, YS_N_NATURES, id);

  if (found < 0)
    return FALSE;

  *nature = (YsNature) found;
  return TRUE;
}

const char *
ys_lean_get_id (YsLean lean)
{
  return ys_ids_get (lean_ids, YS_N_LEANS, (int) lean);
}

gboolean
ys_lean_from_id (const char *id,
                 YsLean     *lean)
{
  int found = ys_ids_find (lean_ids, YS_N_LEANS, id);

  if (found < 0)
    return FALSE;

  *lean = (YsLean) found;
  return TRUE;
}

const char *
ys_depreciation_method_get_id (YsDepreciationMethod method)
{
  return ys_ids_get (depreciation_method_ids, YS_N_DEPRECIATION_METHODS, (int) method);
}

gboolean
ys_depreciation_method_from_id (const char           *id,
                                YsDepreciationMethod *method)
{
  int found = ys_ids_find (depreciation_method_ids, YS_N_DEPRECIATION_METHODS, id);

  if (found < 0)
    return FALSE;

  *method = (YsDepreciationMethod) found;
  return TRUE;
}
