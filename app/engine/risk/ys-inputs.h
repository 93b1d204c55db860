/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"
#include "ys-simulate.h"

G_BEGIN_DECLS

/**
 * ys_inputs_list:
 *
 * Fills the result's inputs: every assumption and every estimate of a line that is not a formula, with
 * its mean and range as they count after the what-if; all figures about it are NAN or NULL still. A list
 * by period is no input: it is as many numbers as it has periods.
 */
void ys_inputs_list (YsResult       *result,
                     const YsWhatIf *what_if);

/* The estimate of an input, and of which field it is; −1: of an assumption. */
const YsEstimate *ys_inputs_find (const YsScenario *scenario,
                                  const char       *id,
                                  int              *field);

G_END_DECLS
