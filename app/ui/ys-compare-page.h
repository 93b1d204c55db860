/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-result.h"

G_BEGIN_DECLS

/* The verdict, every alternative on one scale, and the figures beneath. */
#define YS_TYPE_COMPARE_PAGE (ys_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (YsComparePage, ys_compare_page, YS, COMPARE_PAGE, AdwBin)

/* @before: what it was before the what-if, drawn behind; NULL: none */
void ys_compare_page_set_results (YsComparePage  *self,
                                  const YsResult *result,
                                  const YsResult *before);

G_END_DECLS
