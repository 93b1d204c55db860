/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-ticks.h"

#include <math.h>

static const double mantissas[] = { 1.0, 2.0, 2.5, 5.0, 10.0 };

/* The least step of the series that is at least this long. */
static double
round_up (double least)
{
  double power = pow (10.0, floor (log10 (least)));

  for (gsize i = 0; i < G_N_ELEMENTS (mantissas); i++)
    if (mantissas[i] * power >= least * (1.0 - 1e-9))
      return mantissas[i] * power;
  return 10.0 * power;
}

static void
lay (YsTicks       *ticks,
     const YsRange *range,
     double         step)
{
  ticks->step = step;
  ticks->first = ceil (range->low / step - 1e-9);
  ticks->n = (int) (floor (range->high / step + 1e-9) - ticks->first) + 1;
}

void
ys_ticks_choose (YsTicks       *ticks,
                 const YsRange *range,
                 int            most)
{
  double length = range->high - range->low;

  g_return_if_fail (length > 0.0);

  /* A step of length / (most + 1) or less has more than most ticks wherever it begins. */
  lay (ticks, range, round_up (length / (MAX (most, 2) + 1)));
  while (ticks->n > MAX (most, 2))
    lay (ticks, range, round_up (ticks->step * 1.01));
}

gboolean
ys_ticks_coarsen (YsTicks       *ticks,
                  const YsRange *range)
{
  YsTicks coarser;

  lay (&coarser, range, round_up (ticks->step * 1.01));
  if (coarser.n < 2)
    return FALSE;

  *ticks = coarser;
  return TRUE;
}

double
ys_ticks_get (const YsTicks *ticks,
              int            index)
{
  /* + 0.0: never −0. */
  return (ticks->first + index) * ticks->step + 0.0;
}

double
ys_ticks_get_largest (const YsTicks *ticks)
{
  return MAX (fabs (ys_ticks_get (ticks, 0)), fabs (ys_ticks_get (ticks, ticks->n - 1)));
}
