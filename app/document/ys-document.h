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

const YsScenario *ys_document_get_scenario   (YsDocument *self);
/* A newer snapshot: marks the document as modified and works it out anew. */
void              ys_document_set_scenario   (YsDocument       *self,
                                              const YsScenario *scenario);

/* NULL: not yet in a file. */
GFile            *ys_document_get_file       (YsDocument *self);
/* The scenario's title; else the file's name; else “New scenario”. */
const char       *ys_document_get_title      (YsDocument *self);
gboolean          ys_document_get_modified   (YsDocument *self);

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
