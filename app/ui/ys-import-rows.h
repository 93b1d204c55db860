/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ys-import.h"

G_BEGIN_DECLS

/* The rows of a proposal as a list; #YsImportRows::changed: one of them is wanted or no longer is, or
 * counts as something else. */
#define YS_TYPE_IMPORT_ROWS (ys_import_rows_get_type ())
G_DECLARE_FINAL_TYPE (YsImportRows, ys_import_rows, YS, IMPORT_ROWS, GObject)

YsImportRows *ys_import_rows_new  (void);
/* With a column for each period that has amounts. @import is changed as the user says, and must outlive
 * what is shown. */
void          ys_import_rows_show (GtkColumnView    *view,
                                   YsImportRows     *self,
                                   YsImport         *import,
                                   const YsScenario *scenario);

G_END_DECLS
