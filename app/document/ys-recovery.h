/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ys-document.h"

G_BEGIN_DECLS

/**
 * YsRecovery:
 *
 * Unsaved work of one document, kept in the user's state folder so that it outlives the program. Each is
 * a scenario file that says at its end what file it belongs to, and a lock beside it that is held as long
 * as somebody works on it, however the program ends. Safe to use from any thread.
 */
typedef struct _YsRecovery YsRecovery;

YsRecovery       *ys_recovery_new          (void) G_GNUC_WARN_UNUSED_RESULT;
YsRecovery       *ys_recovery_ref          (YsRecovery *self) G_GNUC_WARN_UNUSED_RESULT;
void              ys_recovery_unref        (YsRecovery *self);

/**
 * ys_recovery_keep:
 * @file: (nullable): what it was opened from
 * @tag: (nullable): of that file when it was read or written last
 *
 * In the place of what was kept before. Does nothing once it is dropped. Blocks.
 */
gboolean          ys_recovery_keep         (YsRecovery        *self,
                                            const YsScenario  *scenario,
                                            GFile             *file,
                                            const char        *tag,
                                            GError           **error);
/* It is saved, or not wanted any more. */
void              ys_recovery_drop         (YsRecovery *self);

/* Returns: (element-type YsRecovery): what programs have left that are no longer there; the latest first.
 * What is in its file all the same is dropped at once. Held, so that nobody else offers it, until it
 * is unreffed. Blocks. */
GPtrArray        *ys_recovery_claim_all    (void) G_GNUC_WARN_UNUSED_RESULT;

/* Of one that was claimed. */

/* NULL: it is damaged; it has been put aside under the name of ys_recovery_get_path(). */
const YsScenario *ys_recovery_get_scenario (const YsRecovery *self);
/* NULL: it was in no file yet. */
GFile            *ys_recovery_get_file     (const YsRecovery *self);
/* When it was kept, in local time. */
GDateTime        *ys_recovery_get_time     (const YsRecovery *self);
const char       *ys_recovery_get_path     (const YsRecovery *self);

/**
 * ys_recovery_open_async:
 *
 * A modified document that knows its file: if that is still as it was, undo leads back to it. The file
 * itself is left as it is. What is kept stays kept: see ys_autosave_take_over().
 */
void              ys_recovery_open_async   (YsRecovery          *self,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
YsDocument       *ys_recovery_open_finish  (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsRecovery, ys_recovery_unref)

G_END_DECLS
