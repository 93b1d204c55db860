/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-result.h"

G_BEGIN_DECLS

/* When the money goes out and comes back, year by year, and how what it is worth depends on the
 * required return. */
#define YS_TYPE_CASH_PAGE (ys_cash_page_get_type ())
G_DECLARE_FINAL_TYPE (YsCashPage, ys_cash_page, YS, CASH_PAGE, AdwBin)

void ys_cash_page_set_results (YsCashPage     *self,
                               const YsResult *result,
                               const YsResult *before);

G_END_DECLS
