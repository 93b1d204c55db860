/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-run-plan.h"

/* From what lines come to, to what is left after tax and what it is worth: a tile of trials at a time is
 * carried through all periods, so that losses carried forward and worth never leave the registers. */
#define TILE (VECTORS * WIDTH)

typedef struct
{
  Reals carried[VECTORS]; /* losses carried forward */
  Reals worth[VECTORS];
  Masks counted[VECTORS]; /* trials that are asked for */
} Tile;

INLINE Reals
keep (Masks mask,
      Reals values)
{
  return (Reals) (mask & (Masks) values);
}

/* Sums over trials are kept in PARTS parts, whatever the width of a vector: every processor comes to the
 * same digits. Trials that are not asked for count for nothing. */
INLINE void
add_to_parts (real        *restrict parts,
              const Tile  *tile,
              const Reals  values[VECTORS],
              gboolean     whole)
{
  Reals sums[PARTS / WIDTH];

#pragma GCC unroll 4
  for (int k = 0; k < PARTS / WIDTH; k++)
    sums[k] = *(const Reals *) (parts + k * WIDTH);
  EACH_VECTOR_OF_TILE
    sums[k % (PARTS / WIDTH)] += whole ? values[k] : keep (tile->counted[k], values[k]);
#pragma GCC unroll 4
  for (int k = 0; k < PARTS / WIDTH; k++)
    *(Reals *) (parts + k * WIDTH) = sums[k];
}

/* Adds rows of a period's ledger to the total. */
INLINE void
add_rows (const real *restrict ledger,
          gsize                n_rows,
          real       *restrict parts,
          const Tile          *tile,
          Reals                total[VECTORS],
          gboolean             whole)
{
  for (gsize row = 0; row < n_rows; row++, ledger += COLUMN, parts += PARTS)
    {
      Reals flows[VECTORS];

      EACH_VECTOR_OF_TILE
        {
          flows[k] = *(const Reals *) (ledger + k * WIDTH);
          total[k] += flows[k];
        }
      add_to_parts (parts, tile, flows, whole);
    }
}

/* What is due on what is taxed, less write-offs and losses of earlier periods. */
INLINE Reals
find_tax (Reals    base,
          Reals   *carried,
          real     rate,
          gboolean carry)
{
  Reals gain = base;

  if (carry)
    {
      base -= *carried;
      gain = larger_real (base, (Reals) {});
      *carried = gain - base;
    }
  return rate * gain;
}

/* The baseline's cash is remembered; that of the others is what exceeds it. */
INLINE void
compare_cash (real    *baseline,
              Reals    cash[VECTORS],
              gboolean is_baseline)
{
  EACH_VECTOR_OF_TILE
    if (is_baseline)
      *(Reals *) (baseline + k * WIDTH) = cash[k];
    else
      cash[k] -= *(Reals *) (baseline + k * WIDTH);
}

/* The trials from i on. @worth: theirs; @whole: all are asked for */
INLINE void
settle_tile (const YsProgram *program,
             YsWorkspace     *self,
             gsize            index,
             gsize            i,
             Tile            *tile,
             double          *worth,
             gboolean         whole)
{
  const Plan plan = *self->plan;
  const gsize n_untaxed = plan.n_rows - plan.n_taxed, periods = program->n_periods + 1;
  const gboolean carry = program->losses == YS_LOSSES_CARRY_FORWARD, compare = program->baseline >= 0;
  const real rate = (real) program->tax_rate;
  const real *ledger = self->ledgers + i;
  const real *written = self->written + i;
  real *parts = self->parts;

  for (gsize t = 0; t < periods; t++, written += COLUMN)
    {
      Reals cash[VECTORS];

      EACH_VECTOR_OF_TILE
        cash[k] = (Reals) {} + plan.taxed[t];
      add_rows (ledger, plan.n_taxed, parts, tile, cash, whole);
      ledger += plan.n_taxed * COLUMN;
      parts += plan.n_taxed * PARTS;

      EACH_VECTOR_OF_TILE
        {
          Reals base = cash[k] - plan.written[t];

          if (plan.writes)
            base -= *(const Reals *) (written + k * WIDTH);
          cash[k] -= find_tax (base, &tile->carried[k], rate, carry);
        }
      add_rows (ledger, n_untaxed, parts, tile, cash, whole);
      ledger += n_untaxed * COLUMN;
      parts += n_untaxed * PARTS;

      if (compare)
        compare_cash (self->baseline_cash + t * COLUMN + i, cash, (int) index == program->baseline);
      add_to_parts (parts, tile, cash, whole);
      parts += PARTS;
      EACH_VECTOR_OF_TILE
        tile->worth[k] += plan.discount[t] * cash[k];
    }

  for (gsize j = 0; j < TILE; j += HALF)
    {
      HalfDoubles wide = plan.worth + widen_reals ((const real *) tile->worth + j);

      memcpy (worth + j, &wide, sizeof wide);
    }
}

/* Added up in pairs. */
static double
add_up (const real parts[PARTS])
{
  HalfDoubles sums[PARTS / HALF];
  double last[HALF];

#pragma GCC unroll 8
  for (int k = 0; k < PARTS / HALF; k++)
    sums[k] = widen_reals (parts + k * HALF);
#pragma GCC unroll 4
  for (int width = PARTS / HALF / 2; width > 0; width /= 2)
    for (int k = 0; k < width; k++)
      sums[k] += sums[k + width];

  memcpy (last, sums, sizeof last);
  for (int width = HALF / 2; width > 0; width /= 2)
    for (int k = 0; k < width; k++)
      last[k] += last[k + width];
  return last[0];
}

static void
add_sums (const YsProgram *program,
          YsWorkspace     *self,
          gsize            index,
          gsize            n,
          YsSums          *sums)
{
  const YsProgramAlternative *alternative = &program->alternatives[index];
  const Plan *plan = &self->plans[index];
  gsize periods = program->n_periods + 1;

  for (gsize t = 0; t < periods; t++)
    {
      const real *parts = self->parts + t * (plan->n_rows + 1) * PARTS;

      for (gsize g = 0; g < alternative->groups->len; g++)
        {
          gsize at = (alternative->first_group + g) * periods + t;

          sums->groups[at] += (double) n * self->certain[at];
          if (plan->varies[g])
            sums->groups[at] += add_up (parts + plan->rows[g] * PARTS);
        }
      sums->cash[index * periods + t] += (double) n * plan->untaxed[t] + add_up (parts + plan->n_rows * PARTS);
    }
}

/* @outcomes: n of the alternative's */
static void
settle (const YsProgram *program,
        YsWorkspace     *self,
        gsize            index,
        gsize            n,
        double          *outcomes,
        YsSums          *sums)
{
  clear (self->parts, (program->n_periods + 1) * (self->plan->n_rows + 1) * PARTS);

  for (gsize i = 0; i < n; i += TILE)
    {
      Tile tile = { 0 };
      double worth[TILE];

      if (n - i >= TILE)
        {
          settle_tile (program, self, index, i, &tile, outcomes + i, TRUE);
          continue;
        }
      for (gsize j = 0; j < n - i; j++)
        tile.counted[j / WIDTH][j % WIDTH] = -1;
      settle_tile (program, self, index, i, &tile, worth, FALSE);
      memcpy (outcomes + i, worth, (n - i) * sizeof (double));
    }

  add_sums (program, self, index, n, sums);
}
