/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-scale.h"

G_BEGIN_DECLS

/* Round values inside a range: multiples of step, which is 1, 2, 2.5 or 5 times a power of ten. */
typedef struct
{
  double step;
  double first; /* first tick is first × step */
  int    n;
} YsTicks;

/* The finest that has no more than most ticks, most being at least 2. */
void     ys_ticks_choose  (YsTicks       *ticks,
                           const YsRange *range,
                           int            most);
/* The next coarser step over the same range; FALSE when that would leave fewer than two ticks. */
gboolean ys_ticks_coarsen (YsTicks       *ticks,
                           const YsRange *range);
double   ys_ticks_get     (const YsTicks *ticks,
                           int            index);
/* The tick farthest from zero, for the unit that all share. */
double   ys_ticks_get_largest (const YsTicks *ticks);

G_END_DECLS
