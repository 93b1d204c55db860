/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-inputs.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-program.h"
#include "ys-shape.h"

/* Takes id and name. @factor: what the question “what if” multiplies it by */
static void
add_input (GArray           *inputs,
           const YsEstimate *estimate,
           char             *id,
           char             *name,
           YsUnit            unit,
           int               alternative,
           double            factor)
{
  YsInput input = {
    .id = id, .name = name, .unit = unit, .alternative = alternative,
    .value = NAN, .value_error = NAN, .gap_share = NAN,
  };
  YsCurve curve;

  if (!ys_curve_init (&curve, estimate, NULL))
    g_return_if_reached ();

  input.uncertain = !ys_curve_is_certain (&curve) && factor != 0.0;
  input.mean = input.low = input.high = factor * ys_curve_get_mean (&curve);
  if (input.uncertain)
    {
      input.low = factor * ys_curve_get_quantile (&curve, 0.1);
      input.high = factor * ys_curve_get_quantile (&curve, 0.9);
    }

  ys_curve_clear (&curve);
  g_array_append_val (inputs, input);
}

static YsUnit
unit_of (const YsScenario   *scenario,
         const YsAssumption *assumption)
{
  if (g_strcmp0 (assumption->unit, scenario->currency) == 0)
    return YS_UNIT_MONEY;
  if (g_strcmp0 (assumption->unit, "%") == 0)
    return YS_UNIT_FRACTION;
  return YS_UNIT_NUMBER;
}

static void
add_field (GArray              *inputs,
           const YsAlternative *alternative,
           const YsLine        *line,
           YsField              field,
           int                  index)
{
  g_autofree char *name = ys_program_name_field (line, field);

  add_input (inputs, line->estimates[field],
             g_strdup_printf ("%s/%s/%s", alternative->id, line->id, ys_field_get_id (field)),
             g_strdup_printf (_("%s: %s"), alternative->name, name),
             ys_field_get_unit (field), index, 1.0);
}

static void
add_alternative (GArray              *inputs,
                 const YsAlternative *alternative,
                 int                  index)
{
  for (guint i = 0; i < alternative->lines->len; i++)
    {
      const YsLine *line = alternative->lines->pdata[i];

      for (YsField field = 0; field < YS_N_FIELDS; field++)
        if (line->estimates[field] != NULL && line->estimates[field]->formula == NULL)
          add_field (inputs, alternative, line, field, alternative->baseline ? -1 : index);
    }
}

void
ys_inputs_list (YsResult       *result,
                const YsWhatIf *what_if)
{
  const YsScenario *scenario = result->scenario;
  g_autoptr(GArray) inputs = g_array_new (FALSE, FALSE, sizeof (YsInput));

  for (guint i = 0; i < scenario->assumptions->len; i++)
    {
      const YsAssumption *assumption = scenario->assumptions->pdata[i];

      if (assumption->estimate->formula == NULL)
        add_input (inputs, assumption->estimate, g_strdup (assumption->id), g_strdup (assumption->name),
                   unit_of (scenario, assumption), -1, ys_what_if_get_shift (what_if, assumption->id));
    }
  for (gsize a = 0; a < result->n_alternatives; a++)
    add_alternative (inputs, scenario->alternatives->pdata[a], (int) a);

  result->inputs = g_array_steal (inputs, &result->n_inputs);
}

static const YsEstimate *
find_in_alternative (const YsAlternative *alternative,
                     const char          *line_and_field,
                     int                 *field)
{
  g_auto(GStrv) parts = g_strsplit (line_and_field, "/", 2);

  for (guint i = 0; i < alternative->lines->len; i++)
    {
      const YsLine *line = alternative->lines->pdata[i];

      for (int k = 0; k < YS_N_FIELDS && g_str_equal (line->id, parts[0]); k++)
        if (g_str_equal (ys_field_get_id (k), parts[1]))
          {
            *field = k;
            return line->estimates[k];
          }
    }

  return NULL;
}

const YsEstimate *
ys_inputs_find (const YsScenario *scenario,
                const char       *id,
                int              *field)
{
  g_auto(GStrv) parts = g_strsplit (id, "/", 2);
  const YsAlternative *alternative = ys_scenario_find_alternative (scenario, parts[0]);

  *field = -1;
  if (parts[1] == NULL)
    return ys_scenario_find_assumption (scenario, id)->estimate;
  return alternative != NULL ? find_in_alternative (alternative, parts[1], field) : NULL;
}
