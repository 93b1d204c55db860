/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-result.h"

G_BEGIN_DECLS

/**
 * YsFiguresTable:
 *
 * The figures of the alternatives side by side. The user chooses the columns from ys_metrics(); a
 * click on a heading sorts by it, another turns the order round. What the figure under the pointer
 * or the keyboard means is said in one sentence below.
 */
#define YS_TYPE_FIGURES_TABLE (ys_figures_table_get_type ())
G_DECLARE_FINAL_TYPE (YsFiguresTable, ys_figures_table, YS, FIGURES_TABLE, AdwBin)

void ys_figures_table_set_result   (YsFiguresTable *self,
                                    const YsResult *result);
int  ys_figures_table_get_selected (YsFiguresTable *self);
void ys_figures_table_set_selected (YsFiguresTable *self,
                                    int             selected);

G_END_DECLS
