/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-shape.h"

G_BEGIN_DECLS

/* Up to so many expected events in a period, each is drawn. Of more than that, at least so many of the largest
 * are, on average. */
#define YS_EVENTS_SINGLY 256.0f
#define YS_EVENTS_LARGEST 64.0f
#define YS_SEVERITY_LEVELS 27

/**
 * YsSeverity:
 * @moments: ∫ Q(u)^k du from 0 to 1 − 2^−level, for k = 1, 2, 3; Q(u) being the quantile of one loss
 *
 * What many losses of a Poisson process come to. Those above the quantile 1 − 2^−level are a Poisson process of
 * their own, independent of the others, and are drawn one by one; all others together are a compound Poisson
 * number whose first three cumulants are rate × moments, drawn at once as a normal number with Cornish and
 * Fisher's correction for skewness. None of those is larger than any of the 64 and more that are drawn: it is
 * they that make the tail. Mean and variance are exact; the chance of at least so much is to about 1e-3, less
 * than what tells two sets of 65,536 trials apart.
 *
 * Sources: Kingman, Poisson Processes (1993), 2.2, 5.1; Cornish & Fisher, Moments and cumulants in the
 * specification of distributions (1938); for compound sums: Daykin, Pentikäinen & Pesonen, Practical Risk Theory
 * for Actuaries (1994), 4.2.
 */
typedef struct
{
  double moments[YS_SEVERITY_LEVELS][3];
} YsSeverity;

YsSeverity *ys_severity_new (const YsCurve *curve) G_GNUC_WARN_UNUSED_RESULT;

/* The largest level that leaves YS_EVENTS_LARGEST of so many. */
static inline guint
ys_severity_get_level (float rate)
{
  guint level = 0;

  for (float largest = rate / 2.0f; largest >= YS_EVENTS_LARGEST && level + 1 < YS_SEVERITY_LEVELS; largest /= 2.0f)
    level++;
  return level;
}

G_END_DECLS
