/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-run-lines.h"

/* Sums over trials are kept in PARTS parts, whatever the width of a vector, and added up in pairs: every
 * processor comes to the same digits. */
static double
add_up (double parts[PARTS])
{
  for (gsize width = PARTS / 2; width > 0; width /= 2)
    for (gsize j = 0; j < width; j++)
      parts[j] += parts[j + width];

  return parts[0];
}

/* Adds what a group comes to in a period to the total; returns its sum over trials. */
static double
add_group (const real *restrict ledger,
           real       *restrict total)
{
  Reals parts[PARTS / WIDTH] = { 0 };
  double widened[PARTS];

  for (gsize i = 0; i < COLUMN; i += PARTS)
    for (gsize k = 0; k < PARTS / WIDTH; k++)
      {
        Reals flow = *(const Reals *) (ledger + i + k * WIDTH);

        parts[k] += flow;
        *(Reals *) (total + i + k * WIDTH) += flow;
      }

  for (gsize j = 0; j < PARTS; j++)
    widened[j] = parts[j / WIDTH][j % WIDTH];
  return add_up (widened);
}

/* cash ← after tax */
static void
pay_tax (const YsProgram *program,
         const real      *restrict taxed,
         const real      *restrict written,
         real            *restrict carried,
         real            *restrict cash)
{
  real rate = (real) program->tax_rate;
  gboolean carry = program->losses == YS_LOSSES_CARRY_FORWARD;

  for (gsize i = 0; i < COLUMN; i += WIDTH)
    {
      Reals before = *(const Reals *) (taxed + i);
      Reals base = before - *(const Reals *) (written + i);
      Reals gain = base;

      if (carry)
        {
          base -= *(Reals *) (carried + i);
          gain = (Reals) ((Masks) (base > 0) & (Masks) base);
          *(Reals *) (carried + i) = gain - base;
        }
      *(Reals *) (cash + i) += before - rate * gain;
    }
}

/* The baseline's cash is remembered; that of the others is what exceeds it. */
static void
compare_cash (real     *restrict cash,
              real     *restrict baseline,
              gboolean           is_baseline)
{
  if (is_baseline)
    memcpy (baseline, cash, COLUMN * sizeof (real));
  else
    for (gsize i = 0; i < COLUMN; i++)
      cash[i] -= baseline[i];
}

/* Adds a period's cash, discounted, to the worth of each trial; returns its sum over trials. */
static double
add_worth (const real *restrict cash,
           double               discount,
           double     *restrict worth)
{
  HalfDoubles parts[PARTS / HALF] = { 0 };
  double widened[PARTS];

  for (gsize i = 0; i < COLUMN; i += PARTS)
    for (gsize k = 0; k < PARTS / HALF; k++)
      {
        HalfDoubles wide = widen_reals (cash + i + k * HALF);

        parts[k] += wide;
        *(HalfDoubles *) (worth + i + k * HALF) += discount * wide;
      }

  memcpy (widened, parts, sizeof widened);
  return add_up (widened);
}

/* Trials that are not asked for, at the end of the last block, count for nothing. */
static void
blank (real  *columns,
       gsize  count,
       gsize  n)
{
  for (gsize k = 0; k < count; k++)
    for (gsize i = n; i < COLUMN; i++)
      columns[k * COLUMN + i] = 0;
}

static void
settle (const YsProgram *program,
        YsWorkspace     *self,
        gsize            index,
        gsize            n,
        YsSums          *sums)
{
  const YsProgramAlternative *alternative = &program->alternatives[index];
  gsize periods = program->n_periods + 1;

  if (n < COLUMN)
    {
      blank (self->ledgers, alternative->groups->len * periods, n);
      blank (self->written, periods, n);
    }
  memset (self->carried, 0, COLUMN * sizeof (real));
  memset (self->worth, 0, COLUMN * sizeof (double));

  for (gsize t = 0; t < periods; t++)
    {
      memset (self->taxed, 0, COLUMN * sizeof (real));
      memset (self->cash, 0, COLUMN * sizeof (real));
      for (guint g = 0; g < alternative->groups->len; g++)
        sums->groups[(alternative->first_group + g) * periods + t] +=
          add_group (ledger_at (program, self, g, t),
                     g_array_index (alternative->groups, YsProgramGroup, g).taxed ? self->taxed : self->cash);

      pay_tax (program, self->taxed, self->written + t * COLUMN, self->carried, self->cash);
      if (program->baseline >= 0)
        compare_cash (self->cash, self->baseline_cash + t * COLUMN, (int) index == program->baseline);
      sums->cash[index * periods + t] += add_worth (self->cash, alternative->discount[t], self->worth);
    }
}
