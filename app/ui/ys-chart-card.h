/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-result.h"

G_BEGIN_DECLS

/**
 * YsChartCard:
 *
 * A chart on a card, under its title and a sentence on what it shows. With #YsChartCard:other-chart
 * there is a choice of two, under #YsChartCard:label and #YsChartCard:other-label. It is not in
 * sight where there is nothing that the chart could show.
 */
#define YS_TYPE_CHART_CARD (ys_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (YsChartCard, ys_chart_card, YS, CHART_CARD, AdwBin)

/* A result that lacks the analyses of the chart leaves the last one in sight, faint after a while. */
void       ys_chart_card_set_results  (YsChartCard    *self,
                                       const YsResult *result,
                                       const YsResult *before);
YsAnalyses ys_chart_card_get_analyses (YsChartCard *self);

G_END_DECLS
