/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-document.h"

G_BEGIN_DECLS

/* Within this folder: what opening and saving know of the file. */

/* What tells one state of a file from another; NULL: it is not there. Blocks. */
char             *ys_document_query_tag       (GFile *file) G_GNUC_WARN_UNUSED_RESULT;
/* Of the file as it was read or written last; NULL: not known. */
const char       *ys_document_get_tag         (YsDocument *self);
/* Another file that holds the same, or that is to be replaced all the same. */
void              ys_document_set_tag         (YsDocument *self,
                                               const char *tag);
/* As it was read or written last. */
const YsScenario *ys_document_get_saved       (YsDocument *self);
/* @scenario is what @file holds now. */
void              ys_document_set_saved       (YsDocument       *self,
                                               GFile            *file,
                                               const char       *tag,
                                               const YsScenario *scenario);
/* No file holds what was saved: all of it counts as modified until it is saved anew. */
void              ys_document_set_detached    (YsDocument *self,
                                               gboolean    detached);
gboolean          ys_document_get_detached    (YsDocument *self);
void              ys_document_set_read_only   (YsDocument *self,
                                               gboolean    read_only);

/* One is written at a time, in the order in which they were wanted. */
GTask            *ys_document_get_saving_task (YsDocument *self);
void              ys_document_add_saving      (YsDocument *self,
                                               GTask      *task);
GTask            *ys_document_take_saving     (YsDocument *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
