/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-document.h"
#include "ys-form.h"

G_BEGIN_DECLS

/* Some fields of one part, each under its name, as many beside each other as there is room for. Those
 * that the part does not have are not there. */
#define YS_TYPE_FORM_GRID (ys_form_grid_get_type ())
G_DECLARE_FINAL_TYPE (YsFormGrid, ys_form_grid, YS, FORM_GRID, AdwBin)

/* @fields: are to stay, as the rows of a table do. */
void     ys_form_grid_set    (YsFormGrid        *self,
                              YsDocument        *document,
                              const YsTarget    *target,
                              const YsFormField *fields,
                              gsize              n_fields);
/* Shows what the document says now of another part of the same sort, or of the same one. */
void     ys_form_grid_update (YsFormGrid     *self,
                              const YsTarget *target);
/* The keyboard goes to the field of that id, if it is there: TRUE. */
gboolean ys_form_grid_go_to  (YsFormGrid *self,
                              const char *field);

G_END_DECLS
