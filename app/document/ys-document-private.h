/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-document.h"

G_BEGIN_DECLS

/* Within this folder: what opening and saving know of the file. */

/* What tells one state of a file from another; NULL: it is not there. Blocks. */
char       *ys_document_query_tag (GFile *file) G_GNUC_WARN_UNUSED_RESULT;
/* Of the file as it was read or written last; NULL: not known. */
const char *ys_document_get_tag   (YsDocument *self);
/* @scenario is what @file holds now. */
void        ys_document_set_saved (YsDocument       *self,
                                   GFile            *file,
                                   const char       *tag,
                                   const YsScenario *scenario);

G_END_DECLS
