/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-document.h"

G_BEGIN_DECLS

/* All of one alternative, to be changed: what is said of it, its lines, and what is said of the line that
 * is selected. #YsAlternativeEditor:selected is the index of the alternative, or −1. */
#define YS_TYPE_ALTERNATIVE_EDITOR (ys_alternative_editor_get_type ())
G_DECLARE_FINAL_TYPE (YsAlternativeEditor, ys_alternative_editor, YS, ALTERNATIVE_EDITOR, AdwBin)

void       ys_alternative_editor_set_document (YsAlternativeEditor *self,
                                               YsDocument          *document);
/* (element-type YsLine) */
GPtrArray *ys_alternative_editor_dup_selected (YsAlternativeEditor *self) G_GNUC_WARN_UNUSED_RESULT;
/* The keyboard goes to the field; @line, @field: (nullable) */
gboolean   ys_alternative_editor_go_to        (YsAlternativeEditor *self,
                                               const char          *line,
                                               const char          *field);

G_END_DECLS
