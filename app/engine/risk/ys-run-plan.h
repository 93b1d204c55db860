/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-run-lines.h"

/* What is the same in all trials is worked out once, in double precision, and taken out of the trials. */

/* All groups have a row, and nothing is certain yet. */
static void
plan_init_bare (Plan  *plan,
                gsize *rows,
                gsize  n_groups)
{
  *plan = (Plan) { .rows = rows, .n_rows = n_groups, .writes = TRUE };
  for (gsize g = 0; g < n_groups; g++)
    rows[g] = g;
}

static void
add_certain (const YsProgram *program,
             double          *cash,
             double          *written)
{
  YsWorkspace *self = workspace_allocate (program);
  g_autofree gsize *rows = g_new (gsize, program->most_groups + 1);
  gsize periods = program->n_periods + 1;
  Plan plan;

  for (gsize a = 0; a < program->n_alternatives; a++)
    {
      const YsProgramAlternative *alternative = &program->alternatives[a];

      plan_init_bare (&plan, rows, alternative->groups->len);
      run_lines (program, self, alternative, &plan, TRUE, 0);

      for (gsize t = 0; t < periods; t++)
        {
          for (gsize g = 0; g < alternative->groups->len; g++)
            cash[(alternative->first_group + g) * periods + t] += ledger_at (self, g, t)[0];
          written[a * periods + t] += self->written[t * COLUMN];
        }
    }

  workspace_release (self);
}

/* Groups whose cash differs from trial to trial, those that are taxed first. */
static void
choose_rows (const YsProgramAlternative *alternative,
             gboolean                    taxes,
             Plan                       *plan)
{
  gboolean *varies = plan->varies = g_new0 (gboolean, alternative->groups->len + 1);

  for (guint k = 0; k < alternative->lines->len; k++)
    {
      const YsProgramLine *line = &g_array_index (alternative->lines, YsProgramLine, k);

      varies[line->group] |= !line->certain;
      plan->writes |= !line->certain && line->line->kind->cash == YS_CASH_OUTLAY;
    }

  plan->rows = g_new0 (gsize, alternative->groups->len + 1);
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint g = 0; g < alternative->groups->len; g++)
        if (varies[g] && (pass == 0) == (taxes && g_array_index (alternative->groups, YsProgramGroup, g).taxed))
          plan->rows[g] = plan->n_rows++;
      plan->n_taxed = pass == 0 ? plan->n_rows : plan->n_taxed;
    }
}

static void
plan_init (Plan            *plan,
           const YsProgram *program,
           gsize            index,
           const double    *cash,
           const double    *written)
{
  const YsProgramAlternative *alternative = &program->alternatives[index];
  gsize periods = program->n_periods + 1;
  gboolean taxes = program->tax_rate != 0.0;

  choose_rows (alternative, taxes, plan);
  plan->taxed = g_new0 (real, periods);
  plan->untaxed = g_new0 (double, periods);
  plan->discount = g_new0 (real, periods);
  plan->written = g_new0 (real, periods);

  for (gsize t = 0; t < periods; t++)
    {
      double taxed = 0.0;

      for (guint g = 0; g < alternative->groups->len; g++)
        *(taxes && g_array_index (alternative->groups, YsProgramGroup, g).taxed ? &taxed : &plan->untaxed[t]) +=
          cash[(alternative->first_group + g) * periods + t];
      plan->discount[t] = (real) alternative->discount[t];
      plan->taxed[t] = (real) taxed;
      plan->written[t] = (real) written[index * periods + t];
    }
}

/* The others' cash is what exceeds the baseline's. */
static void
plan_compare (Plan       *plan,
              const Plan *baseline,
              gsize       periods)
{
  for (gsize t = 0; t < periods; t++)
    plan->untaxed[t] -= baseline->untaxed[t];
}

static void
make_plans (YsWorkspace     *self,
            const YsProgram *program)
{
  gsize periods = program->n_periods + 1;
  g_autofree double *written = g_new0 (double, program->n_alternatives * periods + 1);

  self->plans = g_new0 (Plan, program->n_alternatives + 1);
  self->certain = g_new0 (double, program->n_groups * periods + 1);
  ys_runner_double.add_certain (program, self->certain, written);

  for (gsize a = 0; a < program->n_alternatives; a++)
    plan_init (&self->plans[a], program, a, self->certain, written);
  for (gsize a = 0; program->baseline >= 0 && a < program->n_alternatives; a++)
    if ((int) a != program->baseline)
      plan_compare (&self->plans[a], &self->plans[program->baseline], periods);
  for (gsize a = 0; a < program->n_alternatives; a++)
    for (gsize t = 0; t < periods; t++)
      self->plans[a].worth += program->alternatives[a].discount[t] * self->plans[a].untaxed[t];
}

static YsWorkspace *
workspace_new (const YsProgram *program)
{
  YsWorkspace *self = workspace_allocate (program);

  self->n_plans = program->n_alternatives;
  make_plans (self, program);
  return self;
}

static void
workspace_free (YsWorkspace *self)
{
  if (self == NULL)
    return;

  for (gsize a = 0; a < self->n_plans; a++)
    {
      g_free (self->plans[a].varies);
      g_free (self->plans[a].rows);
      g_free (self->plans[a].taxed);
      g_free (self->plans[a].untaxed);
      g_free (self->plans[a].discount);
      g_free (self->plans[a].written);
    }
  g_free (self->plans);
  g_free (self->certain);
  workspace_release (self);
}
