/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-distribution.h"
#include "ys-random.h"
#include "ys-run-instructions.h"

#ifdef YS_SINGLE

/* Events of a block and period that wait for their losses: whose they are, which of that trial's, and what
 * decides them. */
typedef struct
{
  gsize   n;
  gsize   n_first; /* of so many of them, at the beginning, the loss is decided already */
  guint32 trial[EVENTS + LANES] __attribute__ ((aligned (ALIGNMENT)));
  guint32 number[EVENTS] __attribute__ ((aligned (ALIGNMENT)));
  guint32 loss_bits[EVENTS] __attribute__ ((aligned (ALIGNMENT)));
  guint32 fewer_bits[EVENTS] __attribute__ ((aligned (ALIGNMENT)));
  real    losses[EVENTS] __attribute__ ((aligned (ALIGNMENT)));
} Events;

static gsize
round_up (gsize n)
{
  return (n + LANES - 1) / LANES * LANES;
}

/* Bits for each event from the given one on. */
static void
draw_events (const YsProgramLine *line,
             gsize                period,
             gsize                first_trial,
             gsize                from,
             Events              *events)
{
  for (gsize k = from / LANES * LANES; k < events->n; k += LANES)
    for (gsize i = k; i < k + LANES; i++)
      {
        guint32 words[4] = {
          (guint32) first_trial + events->trial[i], (guint32) period, events->number[i], YS_RANDOM_EVENT,
        };

        ys_random_mix ((guint32) line->event_key, (guint32) (line->event_key >> 32), words);
        events->loss_bits[i] = i >= events->n_first ? words[0] : events->loss_bits[i];
        events->fewer_bits[i] = words[1];
      }
}

/* flow ← what they cost, or what of that is avoided: all of it, if the event does not happen any more,
 * else the part by which it is smaller */
static void
settle_events (const YsProgram     *program,
               YsWorkspace         *self,
               const YsProgramLine *line,
               gsize                period,
               gsize                first_trial,
               Events              *events,
               real                *flow)
{
  const real *loss = column_at (program, self, line->loss, period);
  const real *fewer = operand (program, self, line->fewer, period);
  const real *less = operand (program, self, line->smaller, period);

  draw_events (line, period, first_trial, fewer != NULL ? 0 : events->n_first, events);
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

  events->n = events->n_first = 0;
}

/* Room for as many as there are trials, and for what a vector writes behind them. */
#define CHOSEN (COLUMN + LANES)

/* Trials of a vector in which something may happen: e^−x is never below 1 − x + x²/2 − x³/6. */
INLINE Mask
may_strike (Words  bits,
            Floats rate)
{
  Floats none = 1.0f - rate * (1.0f - rate * (0.5f - rate * (1.0f / 6.0f)));
  Floats uniforms = __builtin_convertvector ((Ints) (bits >> 1), Floats) * 0x1p-31f;

  return (Mask) ~less (uniforms, none * 0.999999f);
}

static gsize
find_struck (const guint32 *bits,
             const real    *rate,
             guint32        struck[CHOSEN])
{
  gsize n = 0;

  FOR_LANES (i, COLUMN)
    n += put_chosen (struck + n, (guint32) i, may_strike (*(const Words *) (bits + i), load (rate + i)));

  return n;
}

/* Which of n numbers are that large. @n: a multiple of LANES */
static gsize
find_at_least (const guint32 *from,
               gsize          n,
               guint32        least,
               guint32        found[CHOSEN])
{
  gsize n_found = 0;

  FOR_LANES (i, n)
    n_found += put_chosen (found + n_found, (guint32) i, at_least (*(const Words *) (from + i), (Words) {} + least));

  return n_found;
}

/* --- too many to draw each of them: see YsSeverity ---------------------------------------------- */

/* What all but the largest of them cost, or what of that is avoided. Without a curve all cost the same: it is their
 * number that is drawn. */
static double
draw_rest (const YsProgramLine *line,
           guint                level,
           guint32              bits,
           guint32              fewer_bits,
           double               rate,
           const real          *loss,
           const real          *fewer,
           const real          *less)
{
  static const double alike[] = { 1.0, 1.0, 1.0 };
  const double *moments = line->has_loss_curve ? line->severity->moments[level] : alike;
  double variance = rate * moments[1], share, square;
  double z = ys_normal_quantile ((bits + 0.5) * 0x1p-32);
  double rest = rate * moments[0];

  if (variance > 0.0)
    rest += sqrt (variance) * z + (z * z - 1.0) / 6.0 * moments[2] / moments[1];
  if (!line->has_loss_curve)
    {
      rest = *loss * round (rest);
      variance *= *loss * *loss;
    }
  if (fewer == NULL)
    return rest;

  /* each event is avoided by its own share; on average, this much, and its square */
  share = *fewer + (1.0 - *fewer) * *less;
  square = *fewer + (1.0 - *fewer) * *less * *less;
  return share * rest + sqrt (variance * MAX (square - share * share, 0.0))
                          * ys_normal_quantile ((fewer_bits + 0.5) * 0x1p-32);
}

/* The largest, each by itself. */
static void
add_largest (const YsProgramLine *line,
             guint                level,
             float                rate,
             gsize                period,
             gsize                first_trial,
             guint32              i,
             Events              *events)
{
  guint32 trial = (guint32) first_trial + i;
  double expected = ldexp (rate, -(int) level);
  guint32 n = ys_random_more_events (line->event_key, trial, (guint32) period, YS_POISSON_PART + expected);

  for (guint32 number = 1; number <= MIN (n, EVENTS); number++)
    {
      guint32 words[4] = { trial, (guint32) period, number, YS_RANDOM_EVENT };

      ys_random_mix ((guint32) line->event_key, (guint32) (line->event_key >> 32), words);
      events->trial[events->n] = i;
      events->number[events->n] = number;
      events->loss_bits[events->n++] = 0x80000000u | words[0] >> level; /* that far from the upper end: see ys-draw.h */
    }
}

/* All events of one trial. */
static void
draw_trial (const YsProgram     *program,
            YsWorkspace         *self,
            const YsProgramLine *line,
            float                rate,
            gsize                period,
            gsize                first_trial,
            guint32              i,
            Events              *events,
            real                *flow)
{
  const real *loss = column_at (program, self, line->loss, period);
  const real *fewer = operand (program, self, line->fewer, period);
  const real *less = operand (program, self, line->smaller, period);
  guint32 words[4] = { (guint32) first_trial + i, (guint32) period, 0, YS_RANDOM_EVENT };
  guint level = ys_severity_get_level (rate);

  ys_random_mix ((guint32) line->event_key, (guint32) (line->event_key >> 32), words);
  flow[i] += (real) draw_rest (line, level, self->bits[i], words[1], rate, &loss[i],
                               fewer != NULL ? &fewer[i] : NULL, fewer != NULL ? &less[i] : NULL);

  events->n = 0;
  if (line->has_loss_curve)
    add_largest (line, level, rate, period, first_trial, i, events);
  events->n_first = events->n;
  settle_events (program, self, line, period, first_trial, events, flow);
}

/* Draws those of the struck trials that have too many events; returns how many trials are left. */
static gsize
draw_many (const YsProgram     *program,
           YsWorkspace         *self,
           const YsProgramLine *line,
           gsize                period,
           gsize                first_trial,
           guint32             *struck,
           gsize                n_struck,
           Events              *events,
           real                *flow)
{
  const real *rate = column_at (program, self, line->rate, period);
  gsize n_left = 0;

  for (gsize k = 0; k < n_struck; k++)
    if (rate[struck[k]] > YS_EVENTS_SINGLY)
      draw_trial (program, self, line, rate[struck[k]], period, first_trial, struck[k], events, flow);
    else
      struck[n_left++] = struck[k];

  return n_left;
}

/* --- one by one --------------------------------------------------------------------------------- */

/* How often something happens to each, and the first event of those to whom it does: its loss is decided by what
 * is left of the draw that counted it. */
static void
count_events (const YsProgramLine *line,
              YsPoisson           *poisson,
              const guint32       *bits,
              const real          *rate,
              gsize                period,
              gsize                first_trial,
              const guint32       *struck,
              gsize                n_struck,
              guint32             *counts,
              Events              *events)
{
  guint32 remainder;
  gsize n = 0;

  for (gsize k = 0; k < n_struck; k++)
    {
      guint32 i = struck[k];

      if (rate[i] != poisson->rate)
        ys_poisson_init (poisson, rate[i]);
      counts[n] = ys_poisson_count (poisson, bits[i], &remainder);
      if (rate[i] > YS_POISSON_PART)
        counts[n] += ys_random_more_events (line->event_key, first_trial + i, (guint32) period, rate[i]);

      events->trial[n] = i;
      events->loss_bits[n] = bits_from_share (remainder);
      n += counts[n] > 0;
    }

  events->n = n;
}

/* The most events that one of them has. */
static guint32
find_most (YsPoisson     *poisson,
           const guint32 *draws,
           gsize          n)
{
  guint32 largest = 0, ignored;

  for (gsize k = 0; k < n; k++)
    largest = MAX (largest, draws[k]);
  return ys_poisson_count (poisson, largest, &ignored);
}

/* The same where the rate is one number for all, a step at a time instead of a trial at a time. */
static void
count_evenly (YsPoisson     *poisson,
              const guint32 *bits,
              real           rate,
              guint32       *counts,
              Events        *events)
{
  guint32 draws[COLUMN], most;
  gsize n = 0;

  if (rate != poisson->rate)
    ys_poisson_init (poisson, rate);
  if (poisson->starts[1] < 0x1p32)
    n = find_at_least (bits, COLUMN, (guint32) poisson->starts[1], events->trial);
  for (gsize k = 0; k < n; k++)
    draws[k] = bits[events->trial[k]];
  most = find_most (poisson, draws, n);

  for (gsize k = 0; k < n; k++)
    counts[k] = 1;
  for (guint32 count = 2; count <= most; count++)
    for (gsize k = 0; k < n; k++)
      counts[k] += draws[k] >= (guint32) poisson->starts[count];

  for (gsize k = 0; k < n; k++)
    events->loss_bits[k] = bits_from_share (ys_poisson_place (poisson, draws[k], counts[k]));
  events->n = n;
}

/* Events of a trial after its first one. */
static void
fill_later_events (const YsProgram     *program,
                   YsWorkspace         *self,
                   const YsProgramLine *line,
                   gsize                period,
                   gsize                first_trial,
                   guint32             *counts,
                   Events              *events,
                   real                *flow)
{
  guint32 struck[COLUMN], again[CHOSEN];
  gsize n_again;

  memset (counts + events->n, 0, LANES * sizeof (guint32));
  memcpy (struck, events->trial, events->n * sizeof (guint32));
  n_again = find_at_least (counts, round_up (events->n), 2, again);

  for (gsize k = 0; k < n_again; k++)
    for (guint32 number = 1; number < counts[again[k]]; number++)
      {
        if (events->n == EVENTS)
          settle_events (program, self, line, period, first_trial, events, flow);
        events->trial[events->n] = struck[again[k]];
        events->number[events->n++] = number;
      }
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
  guint32 struck[CHOSEN], counts[CHOSEN] __attribute__ ((aligned (ALIGNMENT)));
  Events events;
  gsize n;

  clear (flow, COLUMN);
  fill_draws (program, self, &line->counts[period], first_trial, self->bits);
  if (line->rate.space == YS_SPACE_CONSTANT && rate[0] <= YS_POISSON_PART)
    {
      count_evenly (&self->poisson, self->bits, rate[0], counts, &events);
    }
  else
    {
      n = find_struck (self->bits, rate, struck);
      if (!line->has_loss_curve || line->severity != NULL)
        n = draw_many (program, self, line, period, first_trial, struck, n, &events, flow);
      count_events (line, &self->poisson, self->bits, rate, period, first_trial, struck, n, counts, &events);
    }

  events.n_first = events.n;
  memset (events.number, 0, events.n * sizeof (guint32));
  fill_later_events (program, self, line, period, first_trial, counts, &events, flow);
  settle_events (program, self, line, period, first_trial, &events, flow);
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
