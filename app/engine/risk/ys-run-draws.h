/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-distribution.h"
#include "ys-workspace.h"

#ifdef YS_SINGLE

/* The draws of a leader, worked out once for all that keep to it. */
static const guint32 *
draw_leader (const YsProgram *program,
             YsWorkspace     *self,
             int              index,
             gsize            first_trial)
{
  const YsStream *leader = &g_array_index (program->leaders, YsStream, index);
  guint32 *bits = self->leaders + index * COLUMN;

  if (self->leaders_trials[index] != first_trial)
    {
      fill_points (leader, first_trial, self->points);
      fill_stream (leader, self->points, bits);
      self->leaders_trials[index] = first_trial;
    }

  return bits;
}

static void
fill_draws (const YsProgram *program,
            YsWorkspace     *self,
            const YsStream  *stream,
            gsize            first_trial,
            guint32         *bits)
{
  gboolean known = self->family != NULL && self->points_trial == first_trial &&
                   ys_stream_is_akin (self->family, stream);

  if (!known && stream->leader >= 0)
    fill_led_points (stream, first_trial, draw_leader (program, self, stream->leader, first_trial), self->points);
  else if (!known)
    fill_points (stream, first_trial, self->points);
  self->family = stream;
  self->points_trial = first_trial;

  fill_stream (stream, self->points, bits);
}

/* Scores that move together, in the columns of their draws. */
static void
run_copula (const YsProgram *program,
            YsWorkspace     *self,
            const YsCopula  *copula,
            gsize            first_trial)
{
  for (gsize row = 0; row < copula->n; row++)
    fill (column_at (program, self, g_array_index (program->draws, YsDraw, copula->draws[row]).score, 0), 0.0);

  for (gsize from = 0; from < copula->n; from++)
    {
      const YsDraw *source = &g_array_index (program->draws, YsDraw, copula->draws[from]);

      fill_draws (program, self, &source->stream, first_trial, self->bits);
      draw_curve (&program->standard, &program->standard, self->bits, self->flow, COLUMN);

      for (gsize row = 0; row < copula->n; row++)
        {
          const YsDraw *target = &g_array_index (program->draws, YsDraw, copula->draws[row]);
          real *column = column_at (program, self, target->score, 0);
          real weight = (real) copula->root[row * copula->n + from];

          for (gsize i = 0; i < COLUMN; i++)
            column[i] += weight * self->flow[i];
        }
    }
}

/* The draw whose uniform is this: draw_uniform() backwards. */
static guint32
bits_from_tail (gboolean upper,
                double   tail)
{
  double steps = tail * 0x1p32 - 0.5;

  return (upper ? 0x80000000u : 0u) | (guint32) CLAMP (steps, 0.0, 2147483647.0);
}

static guint32
bits_from_score (double score)
{
  gboolean upper = score > 0.0;

  return bits_from_tail (upper, ys_normal_cdf (upper ? -score : score));
}

static guint32
bits_from_uniform (double uniform)
{
  gboolean upper = uniform > 0.5;

  return bits_from_tail (upper, upper ? 1.0 - uniform : uniform);
}

/* The same draws that tossed whether a line happens say how much it is: where in its part, the one in
 * which it happens or the other, each lies is a uniform again. */
static void
split_bits (guint32 *bits,
            double   chance)
{
  float p = (float) chance, scale = (float) (1.0 / chance), rest = (float) (1.0 / (1.0 - chance));

  FOR_LANES (i, COLUMN)
    {
      Floats u = draw_uniform (*(Words *) (bits + i));
      Floats w = choose (u < splat (p), u * scale, (u - p) * rest);
      Ints upper = w > splat (0.5f);
      Floats steps = smaller (larger (choose (upper, 1.0f - w, w), splat (0.0f)) * 0x1p32f, splat (YS_TAIL_MOST));

      *(Words *) (bits + i) = (Words) __builtin_convertvector (steps, Ints) | ((Words) upper & 0x80000000u);
    }
}

static void
fill_bits (const YsProgram *program,
           YsWorkspace     *self,
           const YsDraw    *draw,
           gsize            first_trial)
{
  if (draw->correlated)
    {
      const real *scores = column_at (program, self, draw->score, 0);

      for (gsize i = 0; i < COLUMN; i++)
        self->bits[i] = bits_from_score (scores[i]);
      return;
    }

  fill_draws (program, self, &draw->stream, first_trial, self->bits);
  if (draw->split > 0.0)
    split_bits (self->bits, draw->split);
}

static void
run_draw (const YsProgram *program,
          YsWorkspace     *self,
          const YsDraw    *draw,
          gsize            first_trial,
          real            *to)
{
  fill_bits (program, self, draw, first_trial);
  draw_curve (&draw->curve, &program->standard, self->bits, to, COLUMN);
}

static void
run_toss (const YsProgram *program,
          YsWorkspace     *self,
          const YsStream  *stream,
          gsize            first_trial,
          const real      *chance,
          real            *to)
{
  fill_draws (program, self, stream, first_trial, self->bits);
  FOR_LANES (i, COLUMN)
    store (to + i, choose (draw_uniform (*(const Words *) (self->bits + i)) < load (chance + i),
                           splat (1.0f), splat (0.0f)));
}

#endif
