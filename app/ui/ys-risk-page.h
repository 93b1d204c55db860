/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-page.h"

G_BEGIN_DECLS

/* What could go wrong, and what should we find out before deciding? */
#define YS_TYPE_RISK_PAGE (ys_risk_page_get_type ())
G_DECLARE_FINAL_TYPE (YsRiskPage, ys_risk_page, YS, RISK_PAGE, YsPage)

G_END_DECLS
