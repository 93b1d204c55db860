/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-worker.h"

G_BEGIN_DECLS

/**
 * YsEvaluation:
 *
 * Works one scenario out in the thread of a worker, step by step: figures within a frame, from all the
 * trials if those fit; from all of them if not; then the analyses wanted, the quick ones first. After
 * each step #YsEvaluation:result is a new value.
 *
 * A newer question cancels what is done for an older one. Only the first step comes to its end, so that
 * figures follow a slider that does not stand still: it is no longer than a frame.
 */
#define YS_TYPE_EVALUATION (ys_evaluation_get_type ())
G_DECLARE_FINAL_TYPE (YsEvaluation, ys_evaluation, YS, EVALUATION, GObject)

/* @worker outlives it. @precedence: of two with the same step to do, the lesser goes first. @origin: a
 * result that differs little from the first one, if there is any: only what differs is simulated. */
YsEvaluation   *ys_evaluation_new          (YsWorker         *worker,
                                            const YsScenario *scenario,
                                            int               precedence,
                                            const YsResult   *origin) G_GNUC_WARN_UNUSED_RESULT;

/* Returns at once. NULL: as the scenario stands. */
void            ys_evaluation_ask          (YsEvaluation   *self,
                                            const YsWhatIf *what_if);
/* What somebody looks at, beyond figures. */
void            ys_evaluation_set_analyses (YsEvaluation *self,
                                            YsAnalyses    analyses);
/* Breaks a long step off, to be taken again when the worker has nothing more urgent. */
void            ys_evaluation_give_way     (YsEvaluation *self);

/* NULL until the first step is done. */
const YsResult *ys_evaluation_get_result   (YsEvaluation *self);
/* Why there is no newer result, or NULL. */
const GError   *ys_evaluation_get_error    (YsEvaluation *self);
gboolean        ys_evaluation_get_running  (YsEvaluation *self);

G_END_DECLS
