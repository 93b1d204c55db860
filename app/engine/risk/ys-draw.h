/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-lanes.h"
#include "ys-random.h"
#include "ys-shape.h"
#include "ys-stream-fill.h"

/* Turning random bits into values, a column at a time. Included by ys-run.c, once for each processor. */

#define FOR_LANES(i, n) for (gsize i = 0; i < (n); i += LANES)

/* One draw in a few hundred is so far out that the table in the registers does not have it. */
static __attribute__ ((noinline)) Floats
mend (const YsCurve *curve,
      Floats         values,
      Floats         steps,
      Words          bits)
{
  for (int lane = 0; lane < LANES; lane++)
    {
      gboolean upper = bits[lane] >> 31;

      if (steps[lane] >= YS_TAIL_NEAR)
        continue;
      if (steps[lane] >= YS_TAIL_FAR)
        values[lane] = ys_curve_table_get (curve->table, steps[lane], upper);
      else
        values[lane] = (float) ys_curve_get_quantile (curve, upper ? 1.0 - steps[lane] * 0x1p-32
                                                                   : steps[lane] * 0x1p-32);
    }

  return values;
}

INLINE Floats
draw_table (const YsCurve *curve,
            Words          bits)
{
  Floats steps = tail_steps (bits);
  Floats values = choose (is_upper (bits),
                          look_up_curve (curve->table->near[1], steps),
                          look_up_curve (curve->table->near[0], steps));

  if (G_UNLIKELY (any (steps < splat (YS_TAIL_NEAR))))
    values = mend (curve, values, steps, bits);
  return values;
}

/* Both halves of a standard normal are alike but for the sign. */
INLINE Floats
draw_score (const YsCurve *standard,
            Words          bits)
{
  Floats steps = tail_steps (bits);
  Floats scores = (Floats) ((Words) look_up_curve (standard->table->near[0], steps) ^ (bits & 0x80000000u));

  if (G_UNLIKELY (any (steps < splat (YS_TAIL_NEAR))))
    scores = mend (standard, scores, steps, bits);
  return scores;
}

INLINE Floats
draw_uniform (Words bits)
{
  Floats tail = tail_steps (bits) * 0x1p-32f;

  return choose (is_upper (bits), 1.0f - tail, tail);
}

INLINE Floats
draw_triangular (const YsCurve *curve,
                 Words          bits)
{
  const double *p = curve->parameters;
  Floats tail = tail_steps (bits) * 0x1p-32f;
  Floats below = choose (is_upper (bits), 1.0f - tail, tail);
  Floats above = choose (is_upper (bits), tail, 1.0f - tail);
  float span = (float) (p[2] - p[0]);
  Ints rising = below < splat ((float) p[3]);
  Floats root = square_root (choose (rising, below * (span * (float) (p[1] - p[0])),
                                     above * (span * (float) (p[2] - p[1]))));

  return choose (rising, (float) p[0] + root, (float) p[2] - root);
}

static void
draw_cases (const YsCurve *curve,
            const guint32 *bits,
            float         *values,
            gsize          n)
{
  FOR_LANES (i, n)
    {
      Floats uniforms = draw_uniform (*(const Words *) (bits + i));

      for (int lane = 0; lane < LANES; lane++)
        values[i + lane] = (float) ys_curve_get_quantile (curve, uniforms[lane]);
    }
}

#define EACH_VECTOR(expression) \
  FOR_LANES (i, n) \
    { \
      Words word = *(const Words *) (bits + i); \
      store (values + i, (expression)); \
    }

/* @n: a multiple of LANES; bits and values aligned */
static void
draw_curve (const YsCurve *curve,
            const YsCurve *standard,
            const guint32 *bits,
            float         *values,
            gsize          n)
{
  float first = (float) curve->parameters[0], second = (float) curve->parameters[1];

  switch (curve->shape->draw)
    {
    case YS_DRAW_NORMAL:     EACH_VECTOR (first + second * draw_score (standard, word)); break;
    case YS_DRAW_LOGNORMAL:  EACH_VECTOR (exponential (first + second * draw_score (standard, word))); break;
    case YS_DRAW_UNIFORM:    EACH_VECTOR (first + (second - first) * draw_uniform (word)); break;
    case YS_DRAW_TRIANGULAR: EACH_VECTOR (draw_triangular (curve, word)); break;
    case YS_DRAW_TABLE:      EACH_VECTOR (draw_table (curve, word)); break;
    case YS_DRAW_CASES:      draw_cases (curve, bits, values, n); break;
    default:                 g_assert_not_reached ();
    }
}
