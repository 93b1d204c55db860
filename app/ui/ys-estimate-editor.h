/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-scenario.h"

G_BEGIN_DECLS

/**
 * YsEstimateEditor:
 *
 * Everything one can say about a number: exactly, between, low–likely–high, a formula, cases, or the
 * parameters of a curve; with the curve drawn as it is typed and the sentence that says what it
 * means. To be put into a popover or a panel; about 420 pixels wide.
 *
 * #YsEstimateEditor:estimate is notified for every change that makes sense. While something is
 * missing or wrong it stays what it was, and the editor says so.
 */
#define YS_TYPE_ESTIMATE_EDITOR (ys_estimate_editor_get_type ())
G_DECLARE_FINAL_TYPE (YsEstimateEditor, ys_estimate_editor, YS, ESTIMATE_EDITOR, AdwBin)

GtkWidget        *ys_estimate_editor_new          (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ys_estimate_editor_edit:
 * @title: (nullable): above it, such as “Subscription: amount”
 * @estimate: (nullable): what to begin with; NULL: nothing is given yet
 * @currency: (nullable): of amounts, ISO 4217
 * @scenario: (nullable): whose assumptions formulas may name
 *
 * Begins anew; does not notify.
 */
void              ys_estimate_editor_edit         (YsEstimateEditor *self,
                                                   const char       *title,
                                                   const YsEstimate *estimate,
                                                   YsUnit            unit,
                                                   const char       *currency,
                                                   const YsScenario *scenario);

/* (transfer none) (nullable): immutable; the last that made sense */
const YsEstimate *ys_estimate_editor_get_estimate (YsEstimateEditor *self);

G_END_DECLS
