/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "ys-curve-table.h"

/* Vectors as wide as the processor this is compiled for. Everything here is written so that any width
 * gives the same digits: each lane does the same operations in the same order, and none is fused
 * (the build says -ffp-contract=off). */

#if defined (__AVX512F__)
#include <immintrin.h>
#define LANES 16
#define ALL ((__mmask16) 0xFFFF) /* the unmasked intrinsics make GCC 12 warn of its own header */
#elif defined (__AVX2__)
#include <immintrin.h>
#define LANES 8
#else
#ifdef __SSE2__
#include <immintrin.h>
#endif
#define LANES 4
#endif

typedef float   Floats __attribute__ ((vector_size (4 * LANES)));
typedef gint32  Ints __attribute__ ((vector_size (4 * LANES)));
typedef guint32 Words __attribute__ ((vector_size (4 * LANES)));

#define INLINE static inline __attribute__ ((always_inline))

INLINE Floats
splat (float value)
{
  return (Floats) {} + value;
}

INLINE Floats
load (const float *from)
{
  return *(const Floats *) from;
}

INLINE void
store (float *to,
       Floats value)
{
  *(Floats *) to = value;
}

/* Half as many numbers in double precision fill a vector. */
#define HALF_LANES (LANES / 2)
typedef double HalfDoubles __attribute__ ((vector_size (4 * LANES)));

INLINE HalfDoubles
widen (const float *from)
{
#if LANES == 16
  return (HalfDoubles) _mm512_maskz_cvtps_pd (0xFF, _mm256_loadu_ps (from));
#elif LANES == 8
  return (HalfDoubles) _mm256_cvtps_pd (_mm_loadu_ps (from));
#else
  return (HalfDoubles) { from[0], from[1] };
#endif
}

/* A choice of lanes. */
#if LANES == 16
typedef __mmask16 Mask;
#else
typedef Ints Mask; /* all ones or all zeros in each */
#endif

INLINE Mask
all_lanes (void)
{
#if LANES == 16
  return ALL;
#else
  return (Ints) {} - 1;
#endif
}

INLINE Mask
less (Floats a,
      Floats b)
{
#if LANES == 16
  return _mm512_cmp_ps_mask ((__m512) a, (__m512) b, _CMP_LT_OQ);
#else
  return a < b;
#endif
}

/* by the first bit */
INLINE Mask
is_upper (Words bits)
{
#if LANES == 16
  return _mm512_movepi32_mask ((__m512i) bits);
#else
  return (Ints) bits >> 31;
#endif
}

/* lanes of a where they are chosen, of b elsewhere */
INLINE Floats
choose (Mask   mask,
        Floats a,
        Floats b)
{
#if LANES == 16
  return (Floats) _mm512_mask_blend_ps (mask, (__m512) b, (__m512) a);
#elif LANES == 8
  return (Floats) _mm256_blendv_ps ((__m256) b, (__m256) a, (__m256) mask);
#else
  return (Floats) ((mask & (Ints) a) | (~mask & (Ints) b));
#endif
}

/* zero elsewhere */
INLINE Floats
only (Mask   mask,
      Floats a)
{
#if LANES == 16
  return (Floats) _mm512_maskz_mov_ps (mask, (__m512) a);
#else
  return (Floats) (mask & (Ints) a);
#endif
}

/* a bit for each lane, the first lane's is the lowest */
INLINE guint
mask_bits (Mask mask)
{
#if LANES == 16
  return mask;
#elif LANES == 8
  return (guint) _mm256_movemask_ps ((__m256) mask);
#elif defined (__SSE2__)
  return (guint) _mm_movemask_ps ((__m128) mask);
#else
  return (guint) ((mask[0] & 1) | (mask[1] & 2) | (mask[2] & 4) | (mask[3] & 8));
#endif
}

/* to ← the first of all numbers and those that follow it, where they are chosen; behind them whatever it may be.
 * Returns how many. @to: room for a whole vector */
INLINE gsize
put_chosen (guint32 *to,
            guint32  first,
            Mask     mask)
{
  guint lanes = mask_bits (mask);
  gsize n = 0;

#if LANES == 16
  const __m512i places = _mm512_set_epi32 (15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);

  _mm512_storeu_si512 (to, _mm512_maskz_compress_epi32 (mask, (__m512i) ((Words) places + first)));
  n = (gsize) __builtin_popcount (lanes);
#else
  for (; lanes != 0; lanes &= lanes - 1)
    to[n++] = first + (guint32) __builtin_ctz (lanes);
#endif
  return n;
}

/* unsigned */
INLINE Mask
at_least (Words a,
          Words b)
{
#if LANES == 16
  return _mm512_cmpge_epu32_mask ((__m512i) a, (__m512i) b);
#else
  return (Mask) (a >= b);
#endif
}

INLINE Floats
smaller (Floats a,
         Floats b)
{
#if LANES == 16
  return (Floats) _mm512_maskz_min_ps (ALL, (__m512) a, (__m512) b);
#elif LANES == 8
  return (Floats) _mm256_min_ps ((__m256) a, (__m256) b);
#elif defined (__SSE2__)
  return (Floats) _mm_min_ps ((__m128) a, (__m128) b);
#else
  return choose (a < b, a, b);
#endif
}

INLINE Floats
larger (Floats a,
        Floats b)
{
#if LANES == 16
  return (Floats) _mm512_maskz_max_ps (ALL, (__m512) a, (__m512) b);
#elif LANES == 8
  return (Floats) _mm256_max_ps ((__m256) a, (__m256) b);
#elif defined (__SSE2__)
  return (Floats) _mm_max_ps ((__m128) a, (__m128) b);
#else
  return choose (a > b, a, b);
#endif
}

/* table[index & 7] in every lane */
INLINE Words
look_up_8 (const guint32 table[8],
           Words         index)
{
#if LANES == 16
  return (Words) _mm512_maskz_permutexvar_epi32 (ALL, (__m512i) index,
                                                 _mm512_maskz_broadcast_i32x8 (ALL, _mm256_loadu_si256 ((const __m256i *) table)));
#elif LANES == 8
  return (Words) _mm256_permutevar8x32_epi32 (_mm256_loadu_si256 ((const __m256i *) table), (__m256i) index);
#else
  return (Words) { table[index[0] & 7], table[index[1] & 7], table[index[2] & 7], table[index[3] & 7] };
#endif
}

INLINE Floats
look_up (const float table[8],
         Words       index)
{
  return (Floats) look_up_8 ((const guint32 *) table, index);
}

/* table[index] in every lane; index below 16 */
INLINE Words
look_up_16 (const guint32 table[16],
            Words         index)
{
#if LANES == 16
  return (Words) _mm512_maskz_permutexvar_epi32 (ALL, (__m512i) index, _mm512_loadu_si512 (table));
#elif LANES == 8
  return (Words) _mm256_blendv_ps ((__m256) look_up_8 (table, index), (__m256) look_up_8 (table + 8, index),
                                   (__m256) (index << 28));
#else
  return (Words) { table[index[0]], table[index[1]], table[index[2]], table[index[3]] };
#endif
}

/* table[whether upper has its first bit][index & 7] in every lane */
INLINE Floats
look_up_half (const float table[2][8],
              Words       index,
              Words       upper)
{
#if LANES == 16
  return (Floats) look_up_16 ((const guint32 *) table, (index & 7) | (upper >> 28 & 8));
#else
  return choose (is_upper (upper), look_up (table[1], index), look_up (table[0], index));
#endif
}

INLINE Floats
square_root (Floats a)
{
#if LANES == 16
  return (Floats) _mm512_maskz_sqrt_ps (ALL, (__m512) a);
#elif LANES == 8
  return (Floats) _mm256_sqrt_ps ((__m256) a);
#else
  return (Floats) { __builtin_sqrtf (a[0]), __builtin_sqrtf (a[1]), __builtin_sqrtf (a[2]), __builtin_sqrtf (a[3]) };
#endif
}

/* e^a, to 2e-7 relative; next to nothing if a is below −86, infinity if it is above 88.
 * Source: Cody and Waite's reduction; the polynomial of the Cephes library's expf. */
INLINE Floats
exponential (Floats a)
{
  Floats x = smaller (larger (a, splat (-86.0f)), splat (88.0f));
  Floats shifted = x * 1.44269504f + 12582912.0f; /* adding 1.5 × 2^23 rounds to a whole number */
  Floats n = shifted - 12582912.0f;
  Floats r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
  Floats p = splat (1.9875691500e-4f);

  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  p = (Floats) ((Ints) p + ((Ints) shifted << 23));

  return choose (less (splat (88.0f), a), splat (__builtin_inff ()), p);
}
