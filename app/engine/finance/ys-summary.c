/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-summary.h"

#include <math.h>
#include <string.h>

#include "ys-doubles.h"
#include "ys-sort.h"

/* Compiled for several processors: YS_SUMMARY_INIT is what this compilation exports. */
#ifndef YS_SUMMARY_INIT
#define YS_SUMMARY_INIT ys_summary_init
#endif

/* --- sums ---------------------------------------------------------------------------------------- */

#define EACH_VECTOR \
  _Pragma ("GCC unroll 4") \
  for (int k = 0; k < YS_VECTORS; k++)

/* Mean, losses and gains. From the first value on, so that values which are all the same have it as
 * their mean, to the last digit. */
static void
add_values (YsSummary    *self,
            const double *values,
            gsize         n)
{
  double first = values[0], sum, gain;
  YsDoubles sums[YS_VECTORS] = { 0 }, gains[YS_VECTORS] = { 0 }, zero = { 0.0 };
  YsMasks n_losses[YS_VECTORS] = { 0 }, n_gains[YS_VECTORS] = { 0 };
  gint64 losses, winners;
  gsize i;

  for (i = 0; i + YS_PARTS <= n; i += YS_PARTS)
    EACH_VECTOR
      {
        YsDoubles x = ys_doubles_load (values + i + k * YS_DOUBLES);
        YsMasks above = x > zero;

        sums[k] += x - first;
        gains[k] += ys_doubles_keep (x, above);
        n_gains[k] += above;
        n_losses[k] += x < zero;
      }

  sum = ys_doubles_add_up (sums);
  gain = ys_doubles_add_up (gains);
  winners = ys_masks_count (n_gains);
  losses = ys_masks_count (n_losses);
  for (; i < n; i++)
    {
      sum += values[i] - first;
      gain += MAX (values[i], 0.0);
      winners += values[i] > 0.0;
      losses += values[i] < 0.0;
    }

  self->mean = first + sum / (double) n;
  self->gain_mean = winners > 0 ? gain / (double) winners : 0.0;
  self->gains = (double) winners / (double) n;
  self->losses = (double) losses / (double) n;
}

static double
get_sd (const double *values,
        gsize         n,
        double        mean)
{
  YsDoubles sums[YS_VECTORS] = { 0 };
  double squares;
  gsize i;

  for (i = 0; i + YS_PARTS <= n; i += YS_PARTS)
    EACH_VECTOR
      {
        YsDoubles d = ys_doubles_load (values + i + k * YS_DOUBLES) - mean;

        sums[k] += d * d;
      }

  squares = ys_doubles_add_up (sums);
  for (; i < n; i++)
    squares += (values[i] - mean) * (values[i] - mean);

  return sqrt (squares / (double) n);
}

/* Of the lowest ones, the last of which is known: all that are below it, and itself as often as it takes. */
static double
get_lowest_mean (const double *values,
                 gsize         n,
                 gsize         n_lowest,
                 double        last)
{
  YsDoubles sums[YS_VECTORS] = { 0 };
  double sum;
  gsize i;

  for (i = 0; i + YS_PARTS <= n; i += YS_PARTS)
    EACH_VECTOR
      {
        YsDoubles below = ys_doubles_load (values + i + k * YS_DOUBLES) - last;

        sums[k] += ys_doubles_keep (below, below < 0.0);
      }

  sum = ys_doubles_add_up (sums);
  for (; i < n; i++)
    sum += MIN (values[i] - last, 0.0);

  return last + sum / (double) n_lowest;
}

/* --- order statistics ---------------------------------------------------------------------------- */

/* Values are spread over buckets between the lowest and the highest; only those buckets in which a wanted
 * rank falls are looked into, in the same way. What does not spread, a few values far from all the others
 * time and again, is sorted. */
#define VALUES_A_BUCKET 8
#define MAX_BUCKETS 8192
#define SMALL 64
#define MAX_DEPTH 6

/* Some of the order statistics of some of the values. */
typedef struct
{
  const gsize *ranks;  /* [n] ascending, from 0 */
  double      *found;  /* [n] */
  gsize        n;
  gsize        before; /* how many are lower than the values at hand */
} Wanted;

static gboolean find_in_buckets (const double *values,
                                 gsize         n,
                                 Wanted        wanted,
                                 int           depth);

static void
find_range (const double *values,
            gsize         n,
            double       *out_low,
            double       *out_high)
{
  YsDoubles lows[YS_VECTORS], highs[YS_VECTORS];
  gsize i;

  EACH_VECTOR
    lows[k] = highs[k] = (YsDoubles) {} + values[0];

  for (i = 0; i + YS_PARTS <= n; i += YS_PARTS)
    EACH_VECTOR
      {
        YsDoubles x = ys_doubles_load (values + i + k * YS_DOUBLES);

        lows[k] = ys_doubles_smaller (lows[k], x);
        highs[k] = ys_doubles_larger (highs[k], x);
      }

  *out_low = *out_high = values[0];
  for (int part = 0; part < YS_PARTS; part++)
    {
      *out_low = MIN (*out_low, lows[part / YS_DOUBLES][part % YS_DOUBLES]);
      *out_high = MAX (*out_high, highs[part / YS_DOUBLES][part % YS_DOUBLES]);
    }
  for (; i < n; i++)
    {
      *out_low = MIN (*out_low, values[i]);
      *out_high = MAX (*out_high, values[i]);
    }
}

/* The bucket of each value, and how many there are in each. */
static void
spread (const double *values,
        gsize         n,
        double        low,
        double        scale,
        gint32       *buckets,
        guint32      *counts)
{
  gsize i;

  for (i = 0; i + YS_PARTS <= n; i += YS_PARTS)
    {
      EACH_VECTOR
        ys_doubles_store_whole (buckets + i + k * YS_DOUBLES,
                                (ys_doubles_load (values + i + k * YS_DOUBLES) - low) * scale);
#pragma GCC unroll 8
      for (gsize j = i; j < i + YS_PARTS; j++)
        counts[buckets[j]]++;
    }
  for (; i < n; i++)
    {
      buckets[i] = (gint32) ((values[i] - low) * scale);
      counts[buckets[i]]++;
    }
}

/* Gathers the values of the few buckets in which a rank falls, one bucket after the other.
 * places[bucket] becomes where the bucket ends. */
static void
gather (const double *values,
        gsize         n,
        const gint32 *buckets,
        guint32      *places,
        const guint8 *wanted,
        double       *gathered)
{
#pragma GCC unroll 8
  for (gsize i = 0; i < n; i++)
    if (G_UNLIKELY (wanted[buckets[i]]))
      gathered[places[buckets[i]]++] = values[i];
}

static void
insertion_sort (double *values,
                gsize   n)
{
  for (gsize i = 1; i < n; i++)
    {
      double value = values[i];
      gsize j = i;

      for (; j > 0 && values[j - 1] > value; j--)
        values[j] = values[j - 1];
      values[j] = value;
    }
}

/* May put the values in order. */
static void
find (double *values,
      gsize   n,
      Wanted  wanted,
      int     depth)
{
  if (n > SMALL && depth < MAX_DEPTH && find_in_buckets (values, n, wanted, depth))
    return;

  if (n <= SMALL)
    insertion_sort (values, n);
  else
    ys_sort_doubles (values, n);

  for (gsize k = 0; k < wanted.n; k++)
    wanted.found[k] = values[wanted.ranks[k] - wanted.before];
}

/* How many of the wanted ranks, from the first, lie below end. */
static gsize
count_ranks (const Wanted *wanted,
             gsize         end)
{
  gsize n = 0;

  while (n < wanted->n && wanted->ranks[n] < end)
    n++;
  return n;
}

/* From how many there are in each bucket to the places of what is to be gathered, whose number it
 * returns. */
static guint32
plan_places (const guint32 *counts,
             gsize          n_buckets,
             Wanted         wanted,
             guint32       *places,
             guint8        *is_wanted)
{
  gsize end = wanted.before;
  guint32 n_gathered = 0;

  for (gsize b = 0; b < n_buckets; b++)
    {
      gsize here;

      end += counts[b];
      here = count_ranks (&wanted, end);
      wanted.ranks += here;
      wanted.n -= here;
      is_wanted[b] = here > 0;
      places[b] = n_gathered;
      n_gathered += here > 0 ? counts[b] : 0;
    }

  return n_gathered;
}

static void
find_in_each (const guint32 *counts,
              gsize          n_buckets,
              Wanted         wanted,
              const guint8  *is_wanted,
              double        *gathered,
              int            depth)
{
  for (gsize b = 0; b < n_buckets; b++)
    {
      gsize end = wanted.before + counts[b];

      if (is_wanted[b])
        {
          Wanted here = wanted;

          here.n = count_ranks (&wanted, end);
          find (gathered, counts[b], here, depth + 1);
          gathered += counts[b];
          wanted.ranks += here.n;
          wanted.found += here.n;
          wanted.n -= here.n;
        }
      wanted.before = end;
    }
}

/* FALSE when the values are too far from each other to be spread. */
static gboolean
find_in_buckets (const double *values,
                 gsize         n,
                 Wanted        wanted,
                 int           depth)
{
  gsize n_buckets = CLAMP (n / VALUES_A_BUCKET, 16, MAX_BUCKETS);
  g_autofree gint32 *buckets = NULL;
  g_autofree double *gathered = NULL;
  guint32 counts[MAX_BUCKETS], places[MAX_BUCKETS];
  guint8 is_wanted[MAX_BUCKETS];
  double low, high, scale;

  find_range (values, n, &low, &high);
  for (gsize k = 0; low == high && k < wanted.n; k++)
    wanted.found[k] = low;
  if (low == high)
    return TRUE;

  scale = (double) (n_buckets - 1) / (high - low);
  if (!isfinite (scale) || scale == 0.0)
    return FALSE;

  buckets = g_new (gint32, n);
  memset (counts, 0, n_buckets * sizeof *counts);
  spread (values, n, low, scale, buckets, counts);

  gathered = g_new (double, plan_places (counts, n_buckets, wanted, places, is_wanted));
  gather (values, n, buckets, places, is_wanted, gathered);
  find_in_each (counts, n_buckets, wanted, is_wanted, gathered, depth);

  return TRUE;
}

/* --- a summary ----------------------------------------------------------------------------------- */

static void
find_percentiles (YsSummary    *self,
                  const double *values,
                  gsize         n)
{
  gsize ranks[G_N_ELEMENTS (self->percentiles)] = { 0 };
  Wanted wanted = { ranks, self->percentiles, G_N_ELEMENTS (ranks), 0 };
  g_autofree double *copy = NULL;

  for (gsize p = 1; p < G_N_ELEMENTS (ranks); p++)
    ranks[p] = ys_order_statistic (p, n);

  if (n > SMALL && find_in_buckets (values, n, wanted, 0))
    return;

  copy = g_memdup2 (values, n * sizeof (double));
  find (copy, n, wanted, MAX_DEPTH);
}

void
YS_SUMMARY_INIT (YsSummary    *self,
                 const double *values,
                 gsize         n)
{
  g_return_if_fail (n > 0);

  self->n = n;
  add_values (self, values, n);
  self->sd = get_sd (values, n, self->mean);
  find_percentiles (self, values, n);
  self->worst_mean = get_lowest_mean (values, n, ys_order_statistic (5, n) + 1, self->percentiles[5]);
}
