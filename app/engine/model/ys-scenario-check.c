/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-scenario.h"

GPtrArray *
ys_scenario_check (const YsScenario *scenario)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
}
