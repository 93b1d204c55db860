/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-lanes.h"
#include "ys-random.h"
#include "ys-shape.h"
#include "ys-stream-fill.h"

/* Turning random bits into values, a column at a time. Included by ys-run.c, once for each processor. */

#define FOR_LANES(i, n) for (gsize i = 0; i < (n); i += LANES)

/* Where draws fall, in steps of 2^-32 of all there is. */
typedef struct
{
  Floats steps; /* from the end of the half it falls in */
  Floats below; /* from the lower end */
  Words  upper; /* first bit: whether it is the upper half */
  Mask   drawn; /* others do not count */
} Tail;

#define ALL_STEPS 0x1p32f

INLINE Tail
find_tail (Words bits)
{
  Floats steps = smaller (__builtin_convertvector ((Ints) (bits & 0x7FFFFFFFu), Floats), splat (YS_TAIL_MOST));

  return (Tail) { steps, choose (is_upper (bits), ALL_STEPS - steps, steps), bits, all_lanes () };
}

/* The same draw says whether something happens and, if it does, how much it is: where it lies in the part of
 * those that happen is spread evenly again.
 * @scale: ALL_STEPS / (its chance × 2^31) */
INLINE Tail
find_tail_if_it_happens (Words bits,
                         float scale)
{
  Floats below = __builtin_convertvector ((Ints) (bits >> 1), Floats) * scale;
  Floats above = ALL_STEPS - below;
  Floats steps = smaller (smaller (below, above), splat (YS_TAIL_MOST));

  return (Tail) { steps, below, (Words) (above - below), less (below, splat (ALL_STEPS)) };
}

INLINE Floats
draw_uniform (Words bits)
{
  return find_tail (bits).below * 0x1p-32f;
}

/* Lanes below YS_TAIL_NEAR come out wrong and are for mend(). */
INLINE Words
octave (Floats steps)
{
  return (Words) steps >> 23;
}

INLINE Floats
mantissa (Floats steps)
{
  return (Floats) (((Words) steps & 0x7FFFFFu) | 0x3F800000u) - 1.5f;
}

/* @coefficients: of a YsCurveTable */
INLINE Floats
draw_table (const float coefficients[YS_COEFFICIENTS][2][YS_OCTAVES],
            Tail        tail)
{
  Floats x = mantissa (tail.steps);
  Floats value = look_up_half (coefficients[YS_COEFFICIENTS - 1], octave (tail.steps), tail.upper);

#pragma GCC unroll 8
  for (int k = YS_COEFFICIENTS - 2; k >= 0; k--)
    value = value * x + look_up_half (coefficients[k], octave (tail.steps), tail.upper);

  return value;
}

/* Both halves of a standard normal are alike but for the sign. */
INLINE Floats
draw_score (const YsCurve *standard,
            Tail           tail)
{
  const float (*coefficients)[2][YS_OCTAVES] = standard->table->near;
  Floats x = mantissa (tail.steps);
  Floats score = look_up (coefficients[YS_COEFFICIENTS - 1][0], octave (tail.steps));

#pragma GCC unroll 8
  for (int k = YS_COEFFICIENTS - 2; k >= 0; k--)
    score = score * x + look_up (coefficients[k][0], octave (tail.steps));

  return (Floats) ((Words) score ^ (tail.upper & 0x80000000u));
}

INLINE Floats
draw_triangular (const YsCurve *curve,
                 Tail           tail)
{
  const double *p = curve->parameters;
  double span = (p[2] - p[0]) / ALL_STEPS;
  Mask rising = less (tail.below, splat ((float) (p[3] * ALL_STEPS)));
  Floats root = square_root (choose (rising, tail.below * (float) (span * (p[1] - p[0])),
                                     (ALL_STEPS - tail.below) * (float) (span * (p[2] - p[1]))));

  return choose (rising, (float) p[0] + root, (float) p[2] - root);
}

INLINE Floats
draw_case (const YsCurve *curve,
           Tail           tail)
{
  Floats values;

  for (int lane = 0; lane < LANES; lane++)
    values[lane] = (float) ys_curve_get_quantile (curve, tail.below[lane] * 0x1p-32);

  return values;
}

INLINE Mask
find_below (Tail  tail,
            float steps)
{
  return tail.drawn & less (tail.steps, splat (steps));
}

/* What lies further out than both tables reach. */
static __attribute__ ((noinline)) Floats
mend_furthest (const YsCurve *curve,
               Floats         values,
               const Tail    *tail)
{
  for (guint lanes = mask_bits (find_below (*tail, YS_TAIL_FAR)); lanes != 0; lanes &= lanes - 1)
    {
      int lane = __builtin_ctz (lanes);
      double share = (MAX (tail->steps[lane], 0.0) + 0.5) * 0x1p-32;

      values[lane] = (float) ys_curve_get_quantile (curve, tail->upper[lane] >> 31 ? 1.0 - share : share);
    }

  return values;
}

/* One draw in a few hundred is so far out that the near table does not have it. */
INLINE Floats
mend (const YsCurve *curve,
      Floats         values,
      Tail           tail)
{
  values = choose (find_below (tail, YS_TAIL_NEAR), draw_table (curve->table->far, tail), values);

  if (G_UNLIKELY (mask_bits (find_below (tail, YS_TAIL_FAR)) != 0))
    {
      Tail furthest = tail;

      values = mend_furthest (curve, values, &furthest);
    }
  return values;
}

/* @scores: of a standard normal, where the curve is made of one */
INLINE Floats
finish (const YsCurve *curve,
        YsDrawMethod   method,
        Floats         scores)
{
  float first = (float) curve->parameters[0], second = (float) curve->parameters[1];

  switch ((int) method)
    {
    case YS_DRAW_NORMAL:    return first + second * scores;
    case YS_DRAW_LOGNORMAL: return exponential (first + second * scores);
    default:                return scores;
    }
}

INLINE Tail
find_tail_of (const guint32 *bits,
              gboolean       split,
              float          scale)
{
  return split ? find_tail_if_it_happens (*(const Words *) bits, scale) : find_tail (*(const Words *) bits);
}

INLINE Floats
draw_near (const YsCurve *curve,
           YsDrawMethod   method,
           Tail           tail)
{
  return method == YS_DRAW_TABLE ? draw_table (curve->table->near, tail) : draw_score (curve, tail);
}

/* By polynomials. Vectors with rare draws are noted and done again, so that nothing in the loop over all of them
 * is called, and everything it needs stays in registers. */
INLINE void
draw_by_table (const YsCurve  *curve,
               const YsCurve  *standard,
               YsDrawMethod    method,
               const guint32  *bits,
               gboolean        split,
               float           scale,
               float *restrict values,
               gsize           n)
{
  const YsCurve *source = method == YS_DRAW_TABLE ? curve : standard;
  guint64 rare = 0;

  FOR_LANES (i, n)
    {
      Tail tail = find_tail_of (bits + i, split, scale);
      Floats value = finish (curve, method, draw_near (source, method, tail));

      rare |= (guint64) (mask_bits (find_below (tail, YS_TAIL_NEAR)) != 0) << (i / LANES);
      store (values + i, split ? only (tail.drawn, value) : value);
    }

  for (; rare != 0; rare &= rare - 1)
    {
      gsize i = (gsize) __builtin_ctzll (rare) * LANES;
      Tail tail = find_tail_of (bits + i, split, scale);
      Floats value = finish (curve, method, mend (source, draw_near (source, method, tail), tail));

      store (values + i, split ? only (tail.drawn, value) : value);
    }
}

#define EACH_VECTOR(expression) \
  if (chance > 0.0) \
    FOR_LANES (i, n) \
      { \
        Tail tail = find_tail_of (bits + i, TRUE, scale); \
        store (values + i, only (tail.drawn, (expression))); \
      } \
  else \
    FOR_LANES (i, n) \
      { \
        Tail tail = find_tail_of (bits + i, FALSE, scale); \
        store (values + i, (expression)); \
      }

#define BY_TABLE(method) \
  if (chance > 0.0) \
    draw_by_table (curve, standard, method, bits, TRUE, scale, values, n); \
  else \
    draw_by_table (curve, standard, method, bits, FALSE, scale, values, n)

/* @chance: where the same draws say whether it happens, values are 0 where it does not; 0: it always does
 * @n: a multiple of LANES, at most 64 of them; bits and values aligned */
static void
draw_curve (const YsCurve  *curve,
            const YsCurve  *standard,
            const guint32  *bits,
            double          chance,
            float *restrict values,
            gsize           n)
{
  float first = (float) curve->parameters[0], second = (float) curve->parameters[1];
  float scale = (float) (2.0 / chance);

  switch (curve->shape->draw)
    {
    case YS_DRAW_NORMAL:     BY_TABLE (YS_DRAW_NORMAL); break;
    case YS_DRAW_LOGNORMAL:  BY_TABLE (YS_DRAW_LOGNORMAL); break;
    case YS_DRAW_TABLE:      BY_TABLE (YS_DRAW_TABLE); break;
    case YS_DRAW_UNIFORM:    EACH_VECTOR (first + (second - first) * (tail.below * 0x1p-32f)); break;
    case YS_DRAW_TRIANGULAR: EACH_VECTOR (draw_triangular (curve, tail)); break;
    case YS_DRAW_CASES:      EACH_VECTOR (draw_case (curve, tail)); break;
    default:                 g_assert_not_reached ();
    }
}
