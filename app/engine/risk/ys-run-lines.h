/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "ys-run-events.h"
#include "ys-run-instructions.h"

static inline real *
ledger_at (const YsProgram   *program,
           const YsWorkspace *self,
           gsize              group,
           gsize              period)
{
  return self->ledgers + (group * (program->n_periods + 1) + period) * COLUMN;
}

static void
add_scaled (real       *to,
            const real *from,
            double      factor)
{
  real k = (real) factor;

  for (gsize i = 0; i < COLUMN; i++)
    to[i] += k * from[i];
}

static void
multiply (real       *to,
          const real *from)
{
  for (gsize i = 0; i < COLUMN; i++)
    to[i] *= from[i];
}

/* A stream of cash that only grows from period to period: each trial's is carried through all periods
 * before the next one's, so that it never leaves the registers. Two vectors at a time keep the
 * processor's multipliers busy. */
static void
run_stream (real       *ledger,
            const real *base,
            const real *step,
            const real *weights,
            gsize       n_periods)
{
  for (gsize i = 0; i < COLUMN; i += 2 * WIDTH)
    {
      Reals flow = *(const Reals *) (base + i), flow_2 = *(const Reals *) (base + i + WIDTH);
      Reals growth = step != NULL ? *(const Reals *) (step + i) : (Reals) {} + 1;
      Reals growth_2 = step != NULL ? *(const Reals *) (step + i + WIDTH) : growth;
      real *to = ledger + i;

      for (gsize t = 0; t < n_periods; t++, to += COLUMN)
        {
          *(Reals *) to += weights[t] * flow;
          *(Reals *) (to + WIDTH) += weights[t] * flow_2;
          flow *= growth;
          flow_2 *= growth_2;
        }
    }
}

/* Where what falls in a period goes when the start is later: a share whole periods later, the rest one
 * period more. What would come after the horizon is lost to it. */
typedef struct
{
  gsize  later;
  double share;
} Shift;

static gsize
find_shifts (const YsProgram     *program,
             const YsProgramLine *line,
             Shift                shifts[2])
{
  gsize later = line->delayed ? program->delay_whole : 0;
  double part = line->delayed ? program->delay_part : 0.0;

  shifts[0] = (Shift) { later, 1.0 - part };
  shifts[1] = (Shift) { later + 1, part };
  return part > 0.0 ? 2 : 1;
}

/* A level of working capital is paid in its period and comes back in the next; the last period has none. */
static void
book_flow (const YsProgram     *program,
           YsWorkspace         *self,
           const YsProgramLine *line,
           gsize                period)
{
  const YsLineKind *kind = line->line->kind;
  gboolean is_level = kind->cash == YS_CASH_LEVEL;
  Shift shifts[2];
  gsize n = find_shifts (program, line, shifts);

  for (gsize k = 0; k < n; k++)
    {
      gsize t = period + shifts[k].later;

      if (t + is_level > program->n_periods)
        continue;
      add_scaled (ledger_at (program, self, line->group, t), self->flow, kind->sign * shifts[k].share);
      if (is_level)
        add_scaled (ledger_at (program, self, line->group, t + 1), self->flow, -kind->sign * shifts[k].share);
    }
}

static void
grow (const YsProgram     *program,
      YsWorkspace         *self,
      const YsProgramLine *line,
      gsize                period)
{
  if (ys_register_exists (line->step) && period > (gsize) line->first)
    {
      multiply (self->growth, column_at (program, self, line->step, period));
    }
  else if (ys_register_exists (line->base))
    {
      const real *base = column_at (program, self, line->base, period);
      double years = (double) (period - (gsize) line->first) / ys_scenario_get_per_year (program->scenario);

      for (gsize i = 0; i < COLUMN; i++)
        self->growth[i] = (real) pow (base[i], years);
    }
}

/* flow ← happens × amount, in its period */
static void
fill_amount (const YsProgram     *program,
             YsWorkspace         *self,
             const YsProgramLine *line,
             gsize                period,
             gsize                first_trial,
             real                *flow)
{
  if (ys_register_exists (line->rate))
    fill_events (program, self, line, period, first_trial, flow);
  else
    memcpy (flow, column_at (program, self, line->amount, period), COLUMN * sizeof (real));

  if (ys_register_exists (line->happens))
    multiply (flow, column_at (program, self, line->happens, period));
}

/* Whatever can differ from period to period is worked out anew in each. */
static void
run_period_by_period (const YsProgram            *program,
                      YsWorkspace                *self,
                      const YsProgramAlternative *alternative,
                      const YsProgramLine        *line,
                      gsize                       first_trial)
{
  gsize last = MIN ((gsize) line->last, program->n_periods);

  fill (self->growth, 1.0);
  for (gsize t = (gsize) line->first; t <= last; t++)
    {
      run_instructions (program, self, alternative->each, line->each_from, line->each_to, t, first_trial);
      grow (program, self, line, t);
      if (line->weights[t] == 0.0)
        continue;

      fill_amount (program, self, line, t, first_trial, self->flow);
      for (gsize i = 0; i < COLUMN; i++)
        self->flow[i] *= (real) line->weights[t] * self->growth[i];
      book_flow (program, self, line, t);
    }
}

static void
run_steady (const YsProgram     *program,
            YsWorkspace         *self,
            const YsProgramLine *line,
            const real          *base)
{
  gsize first = (gsize) line->first;
  gsize end = MIN ((gsize) line->last, program->n_periods) + 1;
  Shift shifts[2];
  gsize n = find_shifts (program, line, shifts);

  for (gsize k = 0; k < n; k++)
    {
      gsize from = first + shifts[k].later;
      gsize count = end - first;

      if (from > program->n_periods)
        continue;
      for (gsize t = 0; t < count; t++)
        self->weights[t] = (real) (line->weights[first + t] * line->line->kind->sign * shifts[k].share);
      run_stream (ledger_at (program, self, line->group, from), base,
                  operand (program, self, line->step, 0), self->weights,
                  MIN (count, program->n_periods + 1 - from));
    }
}

/* Nothing is left of what was never bought. */
static void
add_written (real       *to,
             const real *kept,
             double      share,
             double      less)
{
  Reals all = (Reals) {} + (real) less;

  for (gsize i = 0; i < COLUMN; i += WIDTH)
    {
      Reals paid = *(const Reals *) (kept + i);

      *(Reals *) (to + i) += (real) share * paid - (Reals) ((Masks) (paid != 0) & (Masks) all);
    }
}

static void
run_outlay (const YsProgram            *program,
            YsWorkspace                *self,
            const YsProgramAlternative *alternative,
            const YsProgramLine        *line,
            gsize                       first_trial)
{
  real *kept = column_at (program, self, line->kept, 0);

  run_instructions (program, self, alternative->each, line->each_from, line->each_to, (gsize) line->first, first_trial);
  fill_amount (program, self, line, (gsize) line->first, first_trial, kept);
  run_steady (program, self, line, kept);

  for (gsize t = 0; t <= program->n_periods; t++)
    if (line->write_off[t] != 0.0 || line->write_off_less[t] != 0.0)
      add_written (self->written + t * COLUMN, kept, line->write_off[t], line->write_off_less[t]);
}

/* The book value of all capital is a cost against what it is sold for. */
static void
clear_books (const YsProgram            *program,
             YsWorkspace                *self,
             const YsProgramAlternative *alternative,
             gsize                       resale)
{
  for (guint k = 0; k < alternative->lines->len; k++)
    {
      const YsProgramLine *line = &g_array_index (alternative->lines, YsProgramLine, k);

      if (line->line->kind->cash == YS_CASH_OUTLAY)
        add_written (self->written + resale * COLUMN, column_at (program, self, line->kept, 0),
                     line->book, line->book_less);
    }
}

static void
run_line (const YsProgram            *program,
          YsWorkspace                *self,
          const YsProgramAlternative *alternative,
          const YsProgramLine        *line,
          gsize                       first_trial)
{
  if (line->line->kind->cash == YS_CASH_OUTLAY)
    {
      run_outlay (program, self, alternative, line, first_trial);
    }
  else if (line->steady)
    {
      fill_amount (program, self, line, 0, first_trial, self->flow);
      run_steady (program, self, line, self->flow);
    }
  else
    {
      run_period_by_period (program, self, alternative, line, first_trial);
    }
}

static void
run_lines (const YsProgram            *program,
           YsWorkspace                *self,
           const YsProgramAlternative *alternative,
           gsize                       first_trial)
{
  for (guint k = 0; k < alternative->lines->len; k++)
    run_line (program, self, alternative, &g_array_index (alternative->lines, YsProgramLine, k), first_trial);

  for (guint k = 0; k < alternative->lines->len; k++)
    {
      const YsProgramLine *line = &g_array_index (alternative->lines, YsProgramLine, k);

      if (line->taxes_books)
        clear_books (program, self, alternative, (gsize) line->first);
    }
}
