/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-document.h"

G_BEGIN_DECLS

/* Questions put to the document: a slider for every shared assumption, a later start, another
 * required return. The document is asked while a slider moves. */
#define YS_TYPE_WHAT_IF_PANEL (ys_what_if_panel_get_type ())
G_DECLARE_FINAL_TYPE (YsWhatIfPanel, ys_what_if_panel, YS, WHAT_IF_PANEL, AdwBin)

void ys_what_if_panel_set_document (YsWhatIfPanel *self,
                                    YsDocument    *document);

G_END_DECLS
