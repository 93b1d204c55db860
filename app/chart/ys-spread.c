/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-spread.h"

#include <stdlib.h>

#include "ys-chart-alternatives.h"

/* Longer by this factor than what the others need: far longer. */
#define FAR 1.6

void
ys_spread_init (YsSpread       *spread,
                const YsResult *result,
                gsize           alternative)
{
  *spread = (YsSpread) {
    .mean = ys_finite_or_zero (ys_result_get_metric (result, alternative, "npv")),
    .p5 = ys_finite_or_zero (ys_result_get_percentile (result, alternative, 5)),
    .p25 = ys_finite_or_zero (ys_result_get_percentile (result, alternative, 25)),
    .p75 = ys_finite_or_zero (ys_result_get_percentile (result, alternative, 75)),
    .p95 = ys_finite_or_zero (ys_result_get_percentile (result, alternative, 95)),
  };
}

gboolean
ys_spread_is_certain (const YsSpread *spread)
{
  return spread->p5 == spread->p95;
}

gboolean
ys_spread_equal (const YsSpread *a,
                 const YsSpread *b)
{
  return a->mean == b->mean && a->p5 == b->p5 && a->p25 == b->p25 && a->p75 == b->p75
         && a->p95 == b->p95;
}

static int
compare_descending (const void *a,
                    const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first > second ? -1 : first < second;
}

/* Where the axis ends upwards: ends are what the alternatives reach, core is what must be seen. */
static double
choose_end (double *ends,
            gsize   n_ends,
            YsRange core)
{
  gsize most = n_ends < 2 ? 0 : MAX (1, n_ends / 4);

  qsort (ends, n_ends, sizeof (double), compare_descending);
  for (gsize k = most; k > 0; k--)
    {
      double rest = MAX (ends[k], core.high);

      if (rest > core.low && ends[k - 1] - core.low > FAR * (rest - core.low))
        return rest;
    }
  return MAX (ends[0], core.high);
}

void
ys_spread_choose_range (const YsSpread *spreads,
                        gsize           n_spreads,
                        YsRange        *range)
{
  g_autofree double *highs = g_new (double, n_spreads);
  g_autofree double *lows = g_new (double, n_spreads);
  YsRange core = YS_RANGE_EMPTY, mirrored;

  g_return_if_fail (n_spreads > 0);

  ys_range_include (&core, 0.0);
  for (gsize i = 0; i < n_spreads; i++)
    {
      ys_range_include (&core, spreads[i].mean);
      ys_range_include (&core, spreads[i].p25);
      ys_range_include (&core, spreads[i].p75);
      highs[i] = spreads[i].p95;
      lows[i] = -spreads[i].p5;
    }

  /* Downwards is upwards with the signs turned about. */
  mirrored = (YsRange) { -core.high, -core.low };
  range->high = choose_end (highs, n_spreads, core);
  range->low = -choose_end (lows, n_spreads, mirrored);
}
