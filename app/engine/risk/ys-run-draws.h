/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-distribution.h"
#include "ys-workspace.h"

#ifdef YS_SINGLE

static const guint32 *draw_leader (const YsProgram *program,
                                   YsWorkspace     *self,
                                   int              index,
                                   gsize            first_trial);

static const Points *
find_points (const YsProgram *program,
             YsWorkspace     *self,
             const YsStream  *stream,
             gsize            first_trial)
{
  Drawn *last = &self->drawn[stream->leader < 0 ? 0 : 1];

  if (last->stream != NULL && last->first_trial == first_trial && ys_stream_is_akin (last->stream, stream))
    return &last->points;

  if (stream->leader < 0)
    fill_points (stream, first_trial, &last->points);
  else
    fill_led_points (stream, first_trial, draw_leader (program, self, stream->leader, first_trial), &last->points);
  last->stream = stream;
  last->first_trial = first_trial;
  return &last->points;
}

static void
fill_draws (const YsProgram *program,
            YsWorkspace     *self,
            const YsStream  *stream,
            gsize            first_trial,
            guint32         *bits)
{
  fill_stream (stream, find_points (program, self, stream, first_trial), bits);
}

/* The draws of a leader, worked out once for all that keep to it. */
static const guint32 *
draw_leader (const YsProgram *program,
             YsWorkspace     *self,
             int              index,
             gsize            first_trial)
{
  guint32 *bits = self->leaders + index * COLUMN;

  if (self->leaders_trials[index] != first_trial)
    fill_draws (program, self, &g_array_index (program->leaders, YsStream, index), first_trial, bits);
  self->leaders_trials[index] = first_trial;
  return bits;
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
      draw_curve (&program->standard, &program->standard, self->bits, 0.0, self->flow, COLUMN);

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

/* The draw whose score is this: draw_score() backwards. */
static guint32
bits_from_score (double score)
{
  gboolean upper = score > 0.0;
  double steps = ys_normal_cdf (upper ? -score : score) * 0x1p32 - 0.5;

  return (upper ? 0x80000000u : 0u) | (guint32) CLAMP (steps, 0.0, 2147483647.0);
}

/* From 0 to 1 in the order of the bits: what says whether a line happens, see find_tail_if_it_happens(). */
INLINE Floats
toss_uniform (Words bits)
{
  return __builtin_convertvector ((Ints) (bits >> 1), Floats) * 0x1p-31f;
}

/* The draw below which lies a share of that many 2^-32: draw_uniform() backwards. */
INLINE guint32
bits_from_share (guint32 share)
{
  return share >> 31 ? share ^ 0x7FFFFFFFu : share;
}

/* Where a draw lies in its part, that in which it happens or the other, as if it were drawn by itself. */
static void
split_bits (guint32 *bits,
            double   chance)
{
  float p = (float) chance, scale = (float) (1.0 / chance), rest = (float) (1.0 / (1.0 - chance));

  FOR_LANES (i, COLUMN)
    {
      Floats u = toss_uniform (*(Words *) (bits + i));
      Floats w = choose (less (u, splat (p)), u * scale, (u - p) * rest);
      Floats above = 1.0f - w;
      Floats steps = smaller (larger (smaller (w, above), splat (0.0f)) * ALL_STEPS, splat (YS_TAIL_MOST));

      *(Words *) (bits + i) = (Words) __builtin_convertvector (steps, Ints) | ((Words) (above - w) & 0x80000000u);
    }
}

static void
fill_bits (const YsProgram *program,
           YsWorkspace     *self,
           const YsDraw    *draw,
           gsize            first_trial)
{
  const real *scores;

  if (!draw->correlated)
    {
      fill_draws (program, self, &draw->stream, first_trial, self->bits);
      return;
    }

  scores = column_at (program, self, draw->score, 0);
  for (gsize i = 0; i < COLUMN; i++)
    self->bits[i] = bits_from_score (scores[i]);
}

static void
run_draw (const YsProgram *program,
          YsWorkspace     *self,
          const YsDraw    *draw,
          gsize            first_trial,
          real            *to)
{
  fill_bits (program, self, draw, first_trial);
  if (draw->split > 0.0 && draw->tossed_apart)
    split_bits (self->bits, draw->split);
  draw_curve (&draw->curve, &program->standard, self->bits, draw->tossed_apart ? 0.0 : draw->split, to, COLUMN);
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
    store (to + i, only (less (toss_uniform (*(const Words *) (self->bits + i)), load (chance + i)), splat (1.0f)));
}

#endif
