/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-scale.h"

#include <math.h>

void
ys_range_include (YsRange *range,
                  double   value)
{
  if (!isfinite (value))
    return;

  range->low = MIN (range->low, value);
  range->high = MAX (range->high, value);
}

void
ys_range_settle (YsRange *range,
                 double   padding)
{
  double middle, length;

  if (range->low > range->high)
    *range = (YsRange) { 0.0, 1.0 };

  middle = range->low / 2.0 + range->high / 2.0;
  length = range->high - range->low;
  /* Far below what the numbers can tell apart, a length is rounding and not a difference. */
  if (length <= fabs (middle) * 1e-9)
    {
      length = middle != 0.0 ? fabs (middle) : 1.0;
      range->low = middle - length / 2.0;
      range->high = middle + length / 2.0;
    }

  range->low -= length * padding;
  range->high += length * padding;
}

double
ys_scale_map (const YsScale *scale,
              double         value)
{
  double share = (value - scale->range.low) / (scale->range.high - scale->range.low);

  return scale->start + share * (scale->end - scale->start);
}

double
ys_scale_unmap (const YsScale *scale,
                double         position)
{
  double share = (position - scale->start) / (scale->end - scale->start);

  return scale->range.low + share * (scale->range.high - scale->range.low);
}
