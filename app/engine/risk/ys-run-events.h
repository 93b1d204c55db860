/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-random.h"
#include "ys-run-instructions.h"

#ifdef YS_SINGLE

/* Events of a block and period that wait for their losses: whose they are, and what decides them. */
typedef struct
{
  gsize   n;
  guint32 trial[EVENTS];
  guint32 loss_bits[EVENTS] __attribute__ ((aligned (ALIGNMENT)));
  guint32 fewer_bits[EVENTS] __attribute__ ((aligned (ALIGNMENT)));
  real    losses[EVENTS] __attribute__ ((aligned (ALIGNMENT)));
} Events;

static gsize
round_up (gsize n)
{
  return (n + LANES - 1) / LANES * LANES;
}

/* flow ← what they cost, or what of that is avoided: all of it, if the event does not happen any more,
 * else the part by which it is smaller */
static void
settle_events (const YsProgram     *program,
               const YsProgramLine *line,
               Events              *events,
               const real          *loss,
               const real          *fewer,
               const real          *less,
               real                *flow)
{
  if (line->has_loss_curve)
    draw_curve (&line->loss_curve, &program->standard, events->loss_bits, 0.0, events->losses, round_up (events->n));

  for (gsize k = 0; k < events->n; k++)
    {
      guint32 i = events->trial[k];
      real lost = line->has_loss_curve ? events->losses[k] : loss[i];

      if (fewer != NULL && (events->fewer_bits[k] >> 8) * 0x1p-24f >= fewer[i])
        lost *= less[i];
      flow[i] += lost;
    }

  events->n = 0;
}

/* Trials of a vector in which something may happen: e^−x is never below 1 − x + x²/2 − x³/6. A bit each. */
INLINE guint
find_struck (Words  bits,
             Floats rate)
{
  Floats none = 1.0f - rate * (1.0f - rate * (0.5f - rate * (1.0f / 6.0f)));
  Floats uniforms = __builtin_convertvector ((Ints) (bits >> 1), Floats) * 0x1p-31f;

  return mask_bits ((Mask) ~less (uniforms, none * 0.999999f));
}

static void
fill_events (const YsProgram     *program,
             YsWorkspace         *self,
             const YsProgramLine *line,
             gsize                period,
             gsize                first_trial,
             real                *flow)
{
  const real *rate = column_at (program, self, line->rate, period);
  const real *loss = column_at (program, self, line->loss, period);
  const real *fewer = operand (program, self, line->fewer, period);
  const real *less = operand (program, self, line->smaller, period);
  YsPoisson poisson = { .rate = NAN };
  Events events;

  events.n = 0;
  clear (flow, COLUMN);
  fill_draws (program, self, &line->counts[period], first_trial, self->bits);

  FOR_LANES (vector, COLUMN)
    for (guint struck = find_struck (*(const Words *) (self->bits + vector), load (rate + vector)); struck != 0;
         struck &= struck - 1)
      {
        gsize i = vector + (gsize) __builtin_ctz (struck);
        guint32 count, remainder;

        if (rate[i] != poisson.rate)
          ys_poisson_init (&poisson, rate[i]);
        count = ys_poisson_count (&poisson, self->bits[i], &remainder);
        if (rate[i] > YS_POISSON_PART)
          count += ys_random_more_events (line->event_key, first_trial + i, (guint32) period, rate[i]);

        for (guint32 event = 0; event < count; event++)
          {
            guint32 words[4] = { 0 };

            if (event > 0 || fewer != NULL)
              ys_random_event (line->event_key, first_trial + i, (guint32) period, event, words);
            events.trial[events.n] = (guint32) i;
            events.loss_bits[events.n] = event == 0 ? bits_from_share (remainder) : words[0];
            events.fewer_bits[events.n] = words[1];
            if (++events.n == EVENTS)
              settle_events (program, line, &events, loss, fewer, less, flow);
          }
      }

  settle_events (program, line, &events, loss, fewer, less, flow);
}

#else

/* What is certain has no events. */
static void
fill_events (const YsProgram     *program,
             YsWorkspace         *self,
             const YsProgramLine *line,
             gsize                period,
             gsize                first_trial,
             real                *flow)
{
  fill (flow, 0.0);
}

#endif
