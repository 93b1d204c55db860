/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "ys-run-events.h"
#include "ys-run-instructions.h"

static inline real *
ledger_at (const YsWorkspace *self,
           gsize              group,
           gsize              period)
{
  return self->ledgers + (period * self->plan->n_rows + self->plan->rows[group]) * COLUMN;
}

static void
multiply (real       *to,
          const real *a,
          const real *b)
{
  for (gsize i = 0; i < COLUMN; i++)
    to[i] = a[i] * b[i];
}

/* A stream of cash that only grows from period to period: each trial's is carried through all periods
 * before the next one's, so that it never leaves the registers. Several vectors at a time keep the
 * processor's multipliers busy.
 * @stride: from one period's ledger to the next one's */
INLINE void
run_stream (real       *ledger,
            gsize       stride,
            const real *base,
            const real *step,
            const real *weights,
            gsize       n_periods,
            gboolean    even)
{
  for (gsize i = 0; i < COLUMN; i += VECTORS * WIDTH)
    {
      Reals flows[VECTORS], growth[VECTORS];
      real *to = ledger + i;

      EACH_VECTOR_OF_TILE
        {
          flows[k] = *(const Reals *) (base + i + k * WIDTH) * (even ? weights[0] : 1);
          growth[k] = step != NULL ? *(const Reals *) (step + i + k * WIDTH) : (Reals) {} + 1;
        }

      for (gsize t = 0; t < n_periods; t++, to += stride)
        {
          EACH_VECTOR_OF_TILE
            {
              *(Reals *) (to + k * WIDTH) += even ? flows[k] : weights[t] * flows[k];
              flows[k] *= growth[k];
            }
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

      real *ledger = ledger_at (self, line->group, t), *next = ledger_at (self, line->group, t + 1);

      if (t + is_level > program->n_periods)
        continue;
      add_scaled (ledger, ledger, self->flow, kind->sign * shifts[k].share);
      if (is_level)
        add_scaled (next, next, self->flow, -kind->sign * shifts[k].share);
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
      multiply (self->growth, self->growth, column_at (program, self, line->step, period));
    }
  else if (ys_register_exists (line->base))
    {
      const real *base = column_at (program, self, line->base, period);
      double years = (double) (period - (gsize) line->first) / ys_scenario_get_per_year (program->scenario);

      for (gsize i = 0; i < COLUMN; i++)
        self->growth[i] = (real) pow (base[i], years);
    }
}

/* Happens × amount, in its period: in a column of its own or in the flow's. */
static const real *
find_amount (const YsProgram     *program,
             YsWorkspace         *self,
             const YsProgramLine *line,
             gsize                period,
             gsize                first_trial)
{
  const real *amount = self->flow;

  if (ys_register_exists (line->rate))
    fill_events (program, self, line, period, first_trial, self->flow);
  else
    amount = column_at (program, self, line->amount, period);

  if (!ys_register_exists (line->happens))
    return amount;
  multiply (self->flow, amount, column_at (program, self, line->happens, period));
  return self->flow;
}

static void
weigh (real       *flow,
       const real *amount,
       const real *restrict growth,
       double               weight)
{
  real k = (real) weight;

  for (gsize i = 0; i < COLUMN; i++)
    flow[i] = amount[i] * (k * growth[i]);
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

      weigh (self->flow, find_amount (program, self, line, t, first_trial), self->growth, line->weights[t]);
      book_flow (program, self, line, t);
    }
}

static void
run_steady (const YsProgram     *program,
            YsWorkspace         *self,
            const YsProgramLine *line,
            const real          *base)
{
  const real *step = operand (program, self, line->step, 0);
  gsize first = (gsize) line->first;
  gsize end = MIN ((gsize) line->last, program->n_periods) + 1;
  gsize stride = self->plan->n_rows * COLUMN;
  Shift shifts[2];
  gsize n = find_shifts (program, line, shifts);

  for (gsize k = 0; k < n; k++)
    {
      gsize from = first + shifts[k].later;
      gsize count = MIN (end - first, program->n_periods + 1 - MIN (from, program->n_periods + 1));

      for (gsize t = 0; t < (line->even ? MIN (count, 1) : count); t++)
        self->weights[t] = (real) (line->weights[first + t] * line->line->kind->sign * shifts[k].share);
      if (line->even)
        run_stream (ledger_at (self, line->group, from), stride, base, step, self->weights, count, TRUE);
      else
        run_stream (ledger_at (self, line->group, from), stride, base, step, self->weights, count, FALSE);
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
  memcpy (kept, find_amount (program, self, line, (gsize) line->first, first_trial), COLUMN * sizeof (real));
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
             gsize                       resale,
             gboolean                    certain)
{
  for (guint k = 0; k < alternative->lines->len; k++)
    {
      const YsProgramLine *line = &g_array_index (alternative->lines, YsProgramLine, k);

      if (line->line->kind->cash == YS_CASH_OUTLAY && line->certain == certain)
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
      run_steady (program, self, line, find_amount (program, self, line, 0, first_trial));
    }
  else
    {
      run_period_by_period (program, self, alternative, line, first_trial);
    }
}

/* Fills ledgers and write-offs with what lines come to that are certain or, without @certain, with the others. */
static void
run_lines (const YsProgram            *program,
           YsWorkspace                *self,
           const YsProgramAlternative *alternative,
           const Plan                 *plan,
           gboolean                    certain,
           gsize                       first_trial)
{
  gsize periods = program->n_periods + 1;

  self->plan = plan;
  clear (self->ledgers, periods * plan->n_rows * COLUMN);
  if (plan->writes)
    clear (self->written, periods * COLUMN);

  for (guint k = 0; k < alternative->lines->len; k++)
    {
      const YsProgramLine *line = &g_array_index (alternative->lines, YsProgramLine, k);

      if (line->certain == certain)
        run_line (program, self, alternative, line, first_trial);
    }

  for (guint k = 0; k < alternative->lines->len; k++)
    {
      const YsProgramLine *line = &g_array_index (alternative->lines, YsProgramLine, k);

      if (line->taxes_books && plan->writes)
        clear_books (program, self, alternative, (gsize) line->first, certain);
    }
}
