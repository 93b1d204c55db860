/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"
#include "ys-scale.h"

G_BEGIN_DECLS

/* How the worth of an alternative is spread over the trials. [currency] */
typedef struct
{
  double mean;
  double p5;
  double p25;
  double p75;
  double p95;
} YsSpread;

void     ys_spread_init       (YsSpread       *spread,
                               const YsResult *result,
                               gsize           alternative);
gboolean ys_spread_is_certain (const YsSpread *spread);
gboolean ys_spread_equal      (const YsSpread *a,
                               const YsSpread *b);

/**
 * ys_spread_choose_range:
 *
 * The range of an axis on which all can be told apart. It holds zero, every mean and every middle
 * half. Where the ends of a few (at most one in four) lie so far out that the rest would shrink to
 * less than five eighths, those ends are left outside, and the chart says where they would be.
 */
void     ys_spread_choose_range (const YsSpread *spreads,
                                 gsize           n_spreads,
                                 YsRange        *range);

G_END_DECLS
