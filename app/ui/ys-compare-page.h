/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-page.h"

G_BEGIN_DECLS

/* The verdict, every alternative on one scale, and the figures beneath. */
#define YS_TYPE_COMPARE_PAGE (ys_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (YsComparePage, ys_compare_page, YS, COMPARE_PAGE, YsPage)

G_END_DECLS
