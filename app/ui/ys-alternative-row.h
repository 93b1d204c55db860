/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-result.h"

G_BEGIN_DECLS

/* One alternative in the list: its colour, its name, its kind and what it is worth. It can be dragged
 * to another place: #YsAlternativeRow::moved (from, to). #YsAlternativeRow::menu (x, y in it) asks for
 * what else can be done with it. */
#define YS_TYPE_ALTERNATIVE_ROW (ys_alternative_row_get_type ())
G_DECLARE_FINAL_TYPE (YsAlternativeRow, ys_alternative_row, YS, ALTERNATIVE_ROW, AdwBin)

GtkWidget *ys_alternative_row_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void       ys_alternative_row_set_result      (YsAlternativeRow *self,
                                               const YsResult   *result,
                                               gsize             alternative);
gsize      ys_alternative_row_get_alternative (YsAlternativeRow *self);
/* Beside the button for it. */
void       ys_alternative_row_ask_menu        (YsAlternativeRow *self);

G_END_DECLS
