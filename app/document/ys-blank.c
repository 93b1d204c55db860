/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-blank.h"

#include <glib/gi18n.h>

YsScenario *
ys_blank_new (const char *currency,
              gsize       trials,
              int         year)
{
  YsScenario *scenario = ys_scenario_new (_("New comparison"), currency, 5);
  YsAlternative *nothing = ys_alternative_new ("nothing", _("Doing nothing"));

  scenario->start = g_strdup_printf ("%04d-01", year);
  scenario->rules.discount_rate = 0.08;
  scenario->rules.tax_rate = 0.25;
  scenario->rules.losses = YS_LOSSES_OFFSET;
  scenario->trials = trials;
  scenario->has_simulation = TRUE;
  nothing->baseline = TRUE;
  g_ptr_array_add (scenario->alternatives, nothing);

  return scenario;
}
