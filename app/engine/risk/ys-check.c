/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-simulate.h"

#include <glib/gi18n.h>

#include "ys-error.h"
#include "ys-program.h"

static void
check_curve (const YsEstimate *estimate,
             const char       *name,
             GPtrArray        *errors)
{
  g_autoptr(GError) error = NULL;
  YsCurve curve;

  if (estimate == NULL || estimate->formula != NULL)
    return;

  if (ys_curve_init (&curve, estimate, &error))
    ys_curve_clear (&curve);
  else
    g_ptr_array_add (errors, ys_error_new (YS_ERROR_INVALID, estimate->row, "%s: %s", name, error->message));
}

static void
check_line (const YsAlternative *alternative,
            const YsLine        *line,
            GPtrArray           *errors)
{
  for (YsField field = 0; field < YS_N_FIELDS; field++)
    {
      g_autofree char *name = ys_program_name_field (line, field);
      g_autofree char *full = g_strdup_printf (_("%s: %s"), alternative->name, name);

      check_curve (line->estimates[field], full, errors);
    }
}

static void
check_curves (const YsScenario *scenario,
              GPtrArray        *errors)
{
  for (guint i = 0; i < scenario->assumptions->len; i++)
    {
      const YsAssumption *assumption = scenario->assumptions->pdata[i];

      check_curve (assumption->estimate, assumption->name, errors);
    }

  for (guint i = 0; i < scenario->alternatives->len; i++)
    {
      const YsAlternative *alternative = scenario->alternatives->pdata[i];

      for (guint j = 0; j < alternative->lines->len; j++)
        check_line (alternative, alternative->lines->pdata[j], errors);
    }
}

GPtrArray *
ys_check (const YsScenario *scenario)
{
  GPtrArray *errors;

  g_return_val_if_fail (scenario != NULL, NULL);

  /* A curve is only asked for through numbers that make sense. */
  errors = ys_scenario_check (scenario);
  if (errors->len == 0)
    check_curves (scenario, errors);

  return errors;
}
