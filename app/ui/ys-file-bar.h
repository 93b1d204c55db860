/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-document.h"

G_BEGIN_DECLS

/**
 * YsFileBar:
 *
 * Says what there is to know of the file of a document: that others have changed it, that it is gone, that
 * it can only be read. Out of sight while there is nothing.
 */
#define YS_TYPE_FILE_BAR (ys_file_bar_get_type ())
G_DECLARE_FINAL_TYPE (YsFileBar, ys_file_bar, YS, FILE_BAR, AdwBin)

void ys_file_bar_set_document (YsFileBar  *self,
                               YsDocument *document);
/* Looks at the file now. */
void ys_file_bar_check        (YsFileBar *self);

G_END_DECLS
