/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-recovery.h"

G_BEGIN_DECLS

/**
 * YsAutosave:
 *
 * Keeps what is not saved of a document, in a thread: when nothing has been changed for two seconds, and
 * three seconds after a change even if there is no end of them. Dropped when the document is saved or
 * undone to what is saved; else it stays, even when this is freed.
 *
 * #YsAutosave::failed, with a #GError, says once that it does not work.
 */
#define YS_TYPE_AUTOSAVE (ys_autosave_get_type ())
G_DECLARE_FINAL_TYPE (YsAutosave, ys_autosave, YS, AUTOSAVE, GObject)

YsAutosave *ys_autosave_new       (YsDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* The same for a document that was recovered: what was kept of it stays until it is saved. */
YsAutosave *ys_autosave_take_over (YsDocument *document,
                                   YsRecovery *recovery) G_GNUC_WARN_UNUSED_RESULT;

/* Does not wait for anything: somebody turns to another window. */
void        ys_autosave_keep_now  (YsAutosave *self);
/* What is not saved is not wanted: nothing of it is kept, now or later. */
void        ys_autosave_discard   (YsAutosave *self);

G_END_DECLS
