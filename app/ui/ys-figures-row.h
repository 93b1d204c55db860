/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ys-result.h"

G_BEGIN_DECLS

/* The figures of one alternative, a cell for each column of the table. */
#define YS_TYPE_FIGURES_ROW (ys_figures_row_get_type ())
G_DECLARE_FINAL_TYPE (YsFiguresRow, ys_figures_row, YS, FIGURES_ROW, GtkListBoxRow)

GtkWidget *ys_figures_row_new             (gsize alternative,
                                           gsize n_columns) G_GNUC_WARN_UNUSED_RESULT;
gsize      ys_figures_row_get_alternative (YsFiguresRow *self);
void       ys_figures_row_set_result      (YsFiguresRow          *self,
                                           const YsResult        *result,
                                           const YsMetric *const *columns);

G_END_DECLS
