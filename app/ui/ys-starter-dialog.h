/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-starter.h"

G_BEGIN_DECLS

/* The kinds of alternative that can be added to a scenario. #YsStarterDialog::chosen (the id of a
 * starter) says which; the dialog closes itself. */
#define YS_TYPE_STARTER_DIALOG (ys_starter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (YsStarterDialog, ys_starter_dialog, YS, STARTER_DIALOG, AdwWindow)

GtkWidget *ys_starter_dialog_new (GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
