/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ys-simulate.h"

G_BEGIN_DECLS

/**
 * YsDocument:
 *
 * What is open, without a window: the current snapshot of a scenario, where it came from, the
 * question put to it, and what it comes to, worked out in a thread. Never blocks.
 */
#define YS_TYPE_DOCUMENT (ys_document_get_type ())
G_DECLARE_FINAL_TYPE (YsDocument, ys_document, YS, DOCUMENT, GObject)

YsDocument       *ys_document_new            (const YsScenario *scenario,
                                              GFile            *file) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ys_document_open_async:
 * @file: a scenario; one within the program itself (an example) becomes a document without a file
 *
 * The error is a whole sentence: the line and what is wrong there. The file is left as it is.
 */
void              ys_document_open_async     (GFile               *file,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             data);
YsDocument       *ys_document_open_finish    (GAsyncResult  *result,
                                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ys_document_save_async:
 * @file: (nullable): where to; NULL: to the file it has
 * @overwrite: even if somebody else has changed that file meanwhile
 *
 * What is there when it is called is written in a thread, after what was to be saved before; the old
 * file is whole until the new one is on disk. Edits made meanwhile count as not saved. Errors are sentences; G_IO_ERROR_WRONG_ETAG:
 * the file is no longer the one that was opened, and is left as it is.
 */
void              ys_document_save_async     (YsDocument          *self,
                                              GFile               *file,
                                              gboolean             overwrite,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             data);
gboolean          ys_document_save_finish    (YsDocument    *self,
                                              GAsyncResult  *result,
                                              GError       **error);

const YsScenario *ys_document_get_scenario   (YsDocument *self);

/**
 * ys_document_apply:
 * @scenario: the newer one, made by the functions of ys-edit.h
 * @label: what was done, to follow “Undo” in a menu: “change of growth”; translated
 * @place: (nullable): where it was done, such as "alternatives/campaign/c1/amount": a series of changes
 *   at one place is one step; the ids of parts, and of a field, that a window can go to on undo
 * @error: YS_ERROR_INVALID, the first thing that makes no sense in @scenario, a sentence
 *
 * A step that can be undone. What makes no sense is refused and changes nothing, so that the last
 * scenario that does goes on counting.
 */
gboolean          ys_document_apply          (YsDocument       *self,
                                              const YsScenario *scenario,
                                              const char       *label,
                                              const char       *place,
                                              GError          **error);
/* The field was left: a further change in it is a step of its own. */
void              ys_document_end_step       (YsDocument *self);

/* #YsDocument::stepped, with the place of the step (nullable), says where to look. */
void              ys_document_undo           (YsDocument *self);
void              ys_document_redo           (YsDocument *self);
/* Of the step that comes next; NULL: there is none. Both are properties. */
const char       *ys_document_get_undo_label (YsDocument *self);
const char       *ys_document_get_redo_label (YsDocument *self);

/**
 * ys_document_reload_async:
 *
 * What its file holds now takes the place of what it holds: a step that can be undone. The error is a
 * sentence.
 */
void              ys_document_reload_async   (YsDocument          *self,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             data);
gboolean          ys_document_reload_finish  (YsDocument    *self,
                                              GAsyncResult  *result,
                                              GError       **error);

/* NULL: not yet in a file. */
GFile            *ys_document_get_file       (YsDocument *self);
/* The scenario's title; else the file's name; else “New scenario”. */
const char       *ys_document_get_title      (YsDocument *self);
/* Whether it differs from what is in its file; what is in none yet, from what it began as. */
gboolean          ys_document_get_modified   (YsDocument *self);
/* It is being written. */
gboolean          ys_document_get_saving     (YsDocument *self);
/* Its file cannot be replaced: it can only be saved to another. */
gboolean          ys_document_get_read_only  (YsDocument *self);

/* What is asked of the scenario without changing it; NULL: nothing. Stays the document's. */
const YsWhatIf   *ys_document_get_what_if    (YsDocument *self);
void              ys_document_set_what_if    (YsDocument     *self,
                                              const YsWhatIf *what_if);

/* With the what-if, and as the scenario stands. NULL until the first rough figures are there;
 * one and the same value while nothing is asked. Stay the document's. */
const YsResult   *ys_document_get_result     (YsDocument *self);
const YsResult   *ys_document_get_before     (YsDocument *self);
/* What somebody looks at beyond the figures of each alternative: worked out when those are done, into
 * newer results. None to begin with. */
YsAnalyses        ys_document_get_analyses   (YsDocument *self);
void              ys_document_set_analyses   (YsDocument *self,
                                              YsAnalyses  analyses);
/* Why there is no result, or NULL. */
const GError     *ys_document_get_error      (YsDocument *self);
/* Better figures are on their way. */
gboolean          ys_document_get_evaluating (YsDocument *self);

G_END_DECLS
