/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include <glib.h>

#ifdef __SSE2__
#include <immintrin.h>
#endif

/* As many numbers at once as the processor can that this is compiled for. */
#if defined (__AVX512F__)
#define YS_DOUBLES 8
#elif defined (__AVX2__)
#define YS_DOUBLES 4
#else
#define YS_DOUBLES 2
#endif

/* Sums are kept in this many parts, whatever the width of a vector: every processor comes to the same digits,
 * and no addition waits for the one before. */
#define YS_PARTS 8
#define YS_VECTORS (YS_PARTS / YS_DOUBLES)

typedef double YsDoubles __attribute__ ((vector_size (8 * YS_DOUBLES)));
typedef gint64 YsMasks __attribute__ ((vector_size (8 * YS_DOUBLES))); /* −1 where it holds, 0 elsewhere */

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
#if YS_DOUBLES == 8
  return (YsDoubles) _mm512_maskz_max_pd (0xFF, (__m512d) a, (__m512d) b);
#elif YS_DOUBLES == 4
  return (YsDoubles) _mm256_max_pd ((__m256d) a, (__m256d) b);
#elif defined (__SSE2__)
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
#if YS_DOUBLES == 8
  return (YsDoubles) _mm512_maskz_min_pd (0xFF, (__m512d) a, (__m512d) b);
#elif YS_DOUBLES == 4
  return (YsDoubles) _mm256_min_pd ((__m256d) a, (__m256d) b);
#elif defined (__SSE2__)
  return _mm_min_pd (a, b);
#else
  return (YsDoubles) { a[0] < b[0] ? a[0] : b[0], a[1] < b[1] ? a[1] : b[1] };
#endif
}

/* Without their fractions; all of them fit. */
static inline void
ys_doubles_store_whole (gint32   *to,
                        YsDoubles values)
{
  typedef gint32 Whole __attribute__ ((vector_size (4 * YS_DOUBLES)));
  Whole whole = __builtin_convertvector (values, Whole);

  memcpy (to, &whole, sizeof whole);
}

static inline double
ys_doubles_add_up (const YsDoubles sums[YS_VECTORS])
{
  double parts[YS_PARTS];

  memcpy (parts, sums, sizeof parts);
  return (((parts[0] + parts[2]) + (parts[4] + parts[6])) + ((parts[1] + parts[3]) + (parts[5] + parts[7])));
}

static inline gint64
ys_masks_count (const YsMasks counts[YS_VECTORS])
{
  gint64 count = 0;

  for (int k = 0; k < YS_VECTORS; k++)
    for (int i = 0; i < YS_DOUBLES; i++)
      count -= counts[k][i];
  return count;
}
