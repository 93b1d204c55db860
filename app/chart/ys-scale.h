/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values from low to high; empty while low > high. */
typedef struct
{
  double low;
  double high;
} YsRange;

#define YS_RANGE_EMPTY { G_MAXDOUBLE, -G_MAXDOUBLE }

/* Widens the range to hold the value; what is not a finite number is passed over. */
void   ys_range_include (YsRange *range,
                         double   value);
/* Makes the range one that can be drawn: never empty, never a single point, room at both ends.
 * padding: share of its length added at each end. */
void   ys_range_settle  (YsRange *range,
                         double   padding);

/* Values laid on pixels: range.low stands at start, range.high at end, which may be less. */
typedef struct
{
  YsRange range;
  double  start;
  double  end;
} YsScale;

double ys_scale_map     (const YsScale *scale,
                         double         value);
double ys_scale_unmap   (const YsScale *scale,
                         double         position);

G_END_DECLS
