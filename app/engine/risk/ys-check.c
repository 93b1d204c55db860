/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-simulate.h"

#include <glib/gi18n.h>

#include "ys-error.h"
#include "ys-program.h"

/* NULL: it makes sense. */
static GError *
complain_of_curve (const YsEstimate *estimate)
{
  GError *error = NULL;
  YsCurve curve;

  if (estimate == NULL || estimate->formula != NULL)
    return NULL;

  if (ys_curve_init (&curve, estimate, &error))
    ys_curve_clear (&curve);

  return error;
}

static void
check_assumption (const YsAssumption *assumption,
                  GPtrArray          *errors)
{
  g_autoptr (GError) error = complain_of_curve (assumption->estimate);

  if (error != NULL)
    g_ptr_array_add (errors, ys_error_new (YS_ERROR_INVALID, assumption->estimate->row, "%s: %s",
                                           assumption->name, error->message));
}

/* Names are only put together where something is wrong: every edit checks every line. */
static void
check_field (const YsAlternative *alternative,
             const YsLine        *line,
             YsField              field,
             GPtrArray           *errors)
{
  g_autoptr (GError) error = complain_of_curve (line->estimates[field]);
  g_autofree char *name = NULL;
  g_autofree char *full = NULL;

  if (error == NULL)
    return;

  name = ys_program_name_field (line, field);
  full = g_strdup_printf (_("%s: %s"), alternative->name, name);
  g_ptr_array_add (errors, ys_error_new (YS_ERROR_INVALID, line->estimates[field]->row, "%s: %s",
                                         full, error->message));
}

static void
check_line (const YsAlternative *alternative,
            const YsLine        *line,
            GPtrArray           *errors)
{
  for (YsField field = 0; field < YS_N_FIELDS; field++)
    check_field (alternative, line, field, errors);
}

static void
check_curves (const YsScenario *scenario,
              GPtrArray        *errors)
{
  for (guint i = 0; i < scenario->assumptions->len; i++)
    check_assumption (scenario->assumptions->pdata[i], errors);

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
