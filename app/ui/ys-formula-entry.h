/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-scenario.h"

G_BEGIN_DECLS

/**
 * YsFormulaEntry:
 *
 * An entry for a formula over assumptions. While a name is typed, those that begin so (by name or by
 * id) and the functions are listed beneath: arrow keys and Enter, or Tab, take one. What is wrong is
 * underlined where it is.
 *
 * #YsFormulaEntry::edited is emitted for every keystroke.
 */
#define YS_TYPE_FORMULA_ENTRY (ys_formula_entry_get_type ())
G_DECLARE_FINAL_TYPE (YsFormulaEntry, ys_formula_entry, YS, FORMULA_ENTRY, AdwBin)

/* @formula: (nullable): as scenario files write it. @scenario: (nullable) */
void        ys_formula_entry_edit        (YsFormulaEntry   *self,
                                          const char       *formula,
                                          const YsScenario *scenario);
/* As scenario files write it; NULL while it makes no sense. */
const char *ys_formula_entry_get_formula (YsFormulaEntry   *self);
/* Why it makes no sense, or NULL: also while it is empty. */
const char *ys_formula_entry_get_error   (YsFormulaEntry   *self);

G_END_DECLS
