/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include <glib.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Two numbers at once, as every processor of today can; more would not be quicker than memory is. */
#define YS_DOUBLES 2

typedef double YsDoubles __attribute__ ((vector_size (8 * YS_DOUBLES)));
typedef gint64 YsMasks __attribute__ ((vector_size (8 * YS_DOUBLES)));

static inline YsDoubles
ys_doubles_load (const double *from)
{
  YsDoubles values;

  memcpy (&values, from, sizeof values);
  return values;
}

/* Those for which the mask holds; 0 for the others. */
static inline YsDoubles
ys_doubles_keep (YsDoubles values,
                 YsMasks   mask)
{
  union { YsDoubles d; YsMasks m; } bits = { values };

  bits.m &= mask;
  return bits.d;
}

/* a > b ? a : b */
static inline YsDoubles
ys_doubles_larger (YsDoubles a,
                   YsDoubles b)
{
#ifdef __SSE2__
  return _mm_max_pd (a, b);
#else
  return (YsDoubles) { a[0] > b[0] ? a[0] : b[0], a[1] > b[1] ? a[1] : b[1] };
#endif
}

/* a < b ? a : b */
static inline YsDoubles
ys_doubles_smaller (YsDoubles a,
                    YsDoubles b)
{
#ifdef __SSE2__
  return _mm_min_pd (a, b);
#else
  return (YsDoubles) { a[0] < b[0] ? a[0] : b[0], a[1] < b[1] ? a[1] : b[1] };
#endif
}
