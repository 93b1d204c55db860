/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ys-simulate.h"

G_BEGIN_DECLS

/**
 * YsEvaluation:
 *
 * Works one scenario out in a thread, first roughly, then with all the trials it asks for. After
 * each step #YsEvaluation:result is a new value.
 *
 * A newer question stops the long step of an older one. The first, rough step always comes to its
 * end, so that figures follow a slider that does not stand still.
 */
#define YS_TYPE_EVALUATION (ys_evaluation_get_type ())
G_DECLARE_FINAL_TYPE (YsEvaluation, ys_evaluation, YS, EVALUATION, GObject)

YsEvaluation   *ys_evaluation_new         (const YsScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;

/* Returns at once. NULL: as the scenario stands. */
void            ys_evaluation_start       (YsEvaluation   *self,
                                           const YsWhatIf *what_if);
void            ys_evaluation_stop        (YsEvaluation *self);

/* NULL until the first step is done. */
const YsResult *ys_evaluation_get_result  (YsEvaluation *self);
/* Why there is no newer result, or NULL. */
const GError   *ys_evaluation_get_error   (YsEvaluation *self);
gboolean        ys_evaluation_get_running (YsEvaluation *self);

G_END_DECLS
