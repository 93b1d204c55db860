/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window without a scenario shows: recent scenarios, examples, and how to open another.
 * #YsWelcomePage::open (GFile) says what was chosen. */
#define YS_TYPE_WELCOME_PAGE (ys_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (YsWelcomePage, ys_welcome_page, YS, WELCOME_PAGE, AdwBin)

G_END_DECLS
