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

/* lanes of a where the mask is all ones, of b where it is zero */
INLINE Floats
choose (Ints   mask,
        Floats a,
        Floats b)
{
  return (Floats) ((mask & (Ints) a) | (~mask & (Ints) b));
}

INLINE Floats
smaller (Floats a,
         Floats b)
{
  return choose (a < b, a, b);
}

INLINE Floats
larger (Floats a,
        Floats b)
{
  return choose (a > b, a, b);
}

INLINE gboolean
any (Ints mask)
{
#if LANES == 16
  return _mm512_test_epi32_mask ((__m512i) mask, (__m512i) mask) != 0;
#elif LANES == 8
  return _mm256_movemask_ps ((__m256) mask) != 0;
#else
  return (mask[0] | mask[1] | mask[2] | mask[3]) != 0;
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
look_up (const float *table,
         Ints         index)
{
  return (Floats) look_up_8 ((const guint32 *) table, (Words) index);
}

/* table[index] in every lane; index below 16 */
INLINE Words
look_up_16 (const guint32 table[16],
            Words         index)
{
#if LANES == 16
  return (Words) _mm512_maskz_permutexvar_epi32 (ALL, (__m512i) index, _mm512_loadu_si512 (table));
#elif LANES == 8
  Words upper = look_up_8 (table + 8, index);

  return (Words) _mm256_blendv_ps ((__m256) look_up_8 (table, index), (__m256) upper, (__m256) (index << 28));
#else
  return (Words) { table[index[0]], table[index[1]], table[index[2]], table[index[3]] };
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

/* e^a, to 2e-7 relative; a of such a size that the result is a normal number, else 0 or infinity.
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

  p = choose (a < splat (-86.0f), splat (0.0f), p);
  return choose (a > splat (88.0f), splat (__builtin_inff ()), p);
}

/* Steps of 2^-32 from the end of the half a draw falls in. */
INLINE Floats
tail_steps (Words bits)
{
  Floats steps = __builtin_convertvector ((Ints) (bits & 0x7FFFFFFFu), Floats) + 0.5f;

  return smaller (steps, splat (YS_TAIL_MOST));
}

INLINE Ints
is_upper (Words bits)
{
  return (Ints) bits >> 31;
}

/* The polynomial of its octave; lanes below YS_TAIL_NEAR come out wrong and are for the caller to mend. */
INLINE Floats
look_up_curve (const float (*coefficients)[YS_OCTAVES],
               Floats        steps)
{
  Ints index = (Ints) steps >> 23;
  Floats x = (Floats) (((Ints) steps & 0x7FFFFF) | 0x3F800000) - 1.5f;
  Floats value = look_up (coefficients[YS_COEFFICIENTS - 1], index);

#pragma GCC unroll 8
  for (int k = YS_COEFFICIENTS - 2; k >= 0; k--)
    value = value * x + look_up (coefficients[k], index);

  return value;
}
