/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YsSummary:
 *
 * What many trials came to, in a few numbers [unit of the trials]. Percentiles are order statistics,
 * outcomes that occurred, never something in between: number ⌈p · n / 100⌉ in ascending order, counted
 * from 1; number 0 stands for the lowest.
 */
typedef struct
{
  gsize  n;                /* trials; 0: not summed up yet */
  double mean;
  double sd;               /* √ (Σ (x − mean)² / n) */
  double percentiles[101]; /* by whole per cent, 0 … 100 */
  double worst_mean;       /* of the ⌈0.05 n⌉ lowest: conditional value at risk */
  double gain_mean;        /* of those above 0; 0 without */
  double losses;           /* share below 0 */
  double gains;            /* share above 0 */
} YsSummary;

/* @values: (array length=n): in any order, finite; @n at least 1 */
void  ys_summary_init        (YsSummary    *self,
                              const double *values,
                              gsize         n);

/* To the same digits, for a processor that can more. */
void  ys_summary_init_avx2   (YsSummary    *self,
                              const double *values,
                              gsize         n);
void  ys_summary_init_avx512 (YsSummary    *self,
                              const double *values,
                              gsize         n);

/* Position, from 0, of order statistic ⌈percent · n / 100⌉: in integers, for 0.05 is no binary
 * fraction. */
static inline gsize
ys_order_statistic (gsize percent,
                    gsize n)
{
  return (percent * n + 99) / 100 - 1;
}

G_END_DECLS
