/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-result.h"

G_BEGIN_DECLS

/* A chart on a card, under its title and a sentence on what it shows. */
#define YS_TYPE_CHART_CARD (ys_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (YsChartCard, ys_chart_card, YS, CHART_CARD, AdwBin)

void ys_chart_card_set_results (YsChartCard    *self,
                                const YsResult *result,
                                const YsResult *before);

G_END_DECLS
