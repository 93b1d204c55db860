/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-cells.h"
#include "ys-document.h"

G_BEGIN_DECLS

/**
 * YsImportDialog:
 *
 * What lines a spreadsheet would make, before it makes them: each row with what it counts as, and what
 * was taken for granted, all of it to be changed. “Add” is one step of the document.
 *
 * #YsImportDialog::added, with the index of the alternative, says that the lines are there.
 */
#define YS_TYPE_IMPORT_DIALOG (ys_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (YsImportDialog, ys_import_dialog, YS, IMPORT_DIALOG, AdwWindow)

/* @sheets: (element-type YsCells): at least one
 * @alternative: index of the one that they probably belong to; −1: a new one */
GtkWidget *ys_import_dialog_new (GtkWindow  *parent,
                                 YsDocument *document,
                                 GPtrArray  *sheets,
                                 int         alternative);

G_END_DECLS
