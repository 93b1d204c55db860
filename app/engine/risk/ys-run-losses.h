/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-run-plan.h"

/* The cash of an event line once more, into a ledger of its own. */
static void
run_strike (const YsProgram            *program,
            YsWorkspace                *self,
            const YsProgramAlternative *alternative,
            const YsProgramLine        *line,
            YsStrike                    strike,
            gsize                       first_trial)
{
  YsProgramLine told_apart = *line;

  told_apart.group = strike;
  if (strike == YS_STRIKE_THREATENED)
    told_apart.fewer.space = told_apart.smaller.space = YS_SPACE_NONE;
  run_line (program, self, alternative, &told_apart, first_trial);
}

static void
run_strikes (const YsProgram *program,
             YsWorkspace     *self,
             gsize            index,
             gsize            first_trial,
             double          *strikes)
{
  const YsProgramAlternative *alternative = &program->alternatives[index];
  gsize periods = program->n_periods + 1;
  gsize rows[YS_N_STRIKES];
  Plan plan;

  plan_init_bare (&plan, rows, YS_N_STRIKES);
  self->plan = &plan;
  clear (self->ledgers, YS_N_STRIKES * periods * COLUMN);
  run_shared (program, self, first_trial);
  run_instructions (program, self, alternative->once, 0, alternative->once->len, 0, first_trial);

  for (guint k = 0; k < alternative->lines->len; k++)
    {
      const YsProgramLine *line = &g_array_index (alternative->lines, YsProgramLine, k);

      if (line->line->kind->cash == YS_CASH_EVENTS)
        run_strike (program, self, alternative, line, YS_STRIKE_SUFFERED, first_trial);
      if (line->line->kind->cash != YS_CASH_AVOIDED)
        continue;
      run_strike (program, self, alternative, line, YS_STRIKE_THREATENED, first_trial);
      run_strike (program, self, alternative, line, YS_STRIKE_AVOIDED, first_trial);
    }

  /* in the ledgers, what costs is negative */
  for (gsize strike = 0; strike < YS_N_STRIKES; strike++)
    for (gsize t = 0; t < periods; t++, strikes += COLUMN)
      for (gsize i = 0; i < COLUMN; i++)
        strikes[i] = (strike == YS_STRIKE_SUFFERED ? -1.0 : 1.0) * ledger_at (self, strike, t)[i] + 0.0;
  self->plan = NULL; /* it was this function's own */
}
