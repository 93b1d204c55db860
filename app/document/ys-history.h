/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-scenario.h"

G_BEGIN_DECLS

/**
 * YsHistory:
 *
 * The states a scenario went through, and which of them is the present one. Each step from one to the
 * next has a label (“change of growth”) and a place: where in the scenario it was made.
 */
typedef struct _YsHistory YsHistory;

YsHistory        *ys_history_new            (const YsScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;
void              ys_history_free           (YsHistory *history);

const YsScenario *ys_history_get_present    (const YsHistory *history);

/* Forgets what was undone. A series of steps at one place (not NULL) is one, until ys_history_pause(). */
void              ys_history_add            (YsHistory        *history,
                                             const YsScenario *scenario,
                                             const char       *label,
                                             const char       *place);
void              ys_history_pause          (YsHistory *history);

/* FALSE when there is nothing to undo or redo. @place: (out) (nullable): stays the history's */
gboolean          ys_history_undo           (YsHistory   *history,
                                             const char **place);
gboolean          ys_history_redo           (YsHistory   *history,
                                             const char **place);
/* Of the step that would be undone or redone; NULL: there is none. */
const char       *ys_history_get_undo_label (const YsHistory *history);
const char       *ys_history_get_redo_label (const YsHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsHistory, ys_history_free)

G_END_DECLS
