/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-document.h"

G_BEGIN_DECLS

/* What the tests of saving and of what may go wrong with it share. */

/* A comparison with nothing in it: worked out at once. In no file. */
YsDocument *sample_document_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void        sample_document_set_title (YsDocument *document,
                                       const char *title);

/* In the user's data folder, which is a test's own. */
GFile      *sample_file_new           (const char *name) G_GNUC_WARN_UNUSED_RESULT;
YsDocument *sample_open               (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/* Runs the main loop until it is done. */
gboolean    sample_save               (YsDocument  *document,
                                       GFile       *file,
                                       gboolean     overwrite,
                                       GError     **error);
void        sample_save_well          (YsDocument  *document,
                                       GFile       *file);
void        sample_wait               (guint ms);

G_END_DECLS
