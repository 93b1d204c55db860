/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-program.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-compile.h"

char *
ys_program_name_field (const YsLine *line,
                       YsField       field)
{
  /* Translators: a line of a proposal and one of its figures, as in “Subscription: amount” */
  return g_strdup_printf (_("%s: %s"), line->name, _(ys_field_get_name (field)));
}

/* The earliest resale takes the book value; of several in one period the first in the file. */
static const YsLine *
find_resale (const YsAlternative *alternative,
             int                  n_periods)
{
  const YsLine *earliest = NULL;

  for (guint i = 0; i < alternative->lines->len; i++)
    {
      const YsLine *line = alternative->lines->pdata[i];

      if (line->kind->cash == YS_CASH_RESALE &&
          (earliest == NULL || ys_line_get_first (line, n_periods) < ys_line_get_first (earliest, n_periods)))
        earliest = line;
    }

  return earliest;
}

static void
set_discount (YsProgramAlternative *self,
              const YsScenario     *scenario,
              const YsWhatIf       *what_if)
{
  self->rate = ys_scenario_get_rate (scenario, self->alternative);
  if (what_if != NULL && !isnan (what_if->discount_rate))
    self->rate = what_if->discount_rate;

  self->discount = g_new (double, scenario->n_periods + 1);
  for (int t = 0; t <= scenario->n_periods; t++)
    self->discount[t] = pow (1.0 + self->rate, -ys_scenario_get_years (scenario, t));
}

static void
compile_alternative (YsCompiler           *compiler,
                     YsProgramAlternative *self,
                     const YsAlternative  *alternative,
                     const YsWhatIf       *what_if)
{
  YsProgram *program = compiler->program;
  const YsLine *resale = find_resale (alternative, program->scenario->n_periods);

  self->alternative = alternative;
  self->once = g_array_new (FALSE, FALSE, sizeof (YsInstruction));
  self->each = g_array_new (FALSE, FALSE, sizeof (YsInstruction));
  self->lines = g_array_new (FALSE, FALSE, sizeof (YsProgramLine));
  self->groups = g_array_new (FALSE, FALSE, sizeof (YsProgramGroup));
  self->n_assumptions = program->scenario->assumptions->len;
  self->rests = g_new0 (guint8, MAX (self->n_assumptions, 1));
  self->first_group = program->n_groups;
  set_discount (self, program->scenario, what_if);

  ys_compile_enter (compiler, self);
  for (guint i = 0; i < alternative->lines->len; i++)
    {
      YsProgramLine line;

      gsize each_from = self->each->len;

      ys_compile_line (compiler, alternative, alternative->lines->pdata[i], resale, &line);
      line.each_from = each_from;
      line.each_to = self->each->len;
      g_array_append_val (self->lines, line);
    }
  program->n_groups += self->groups->len;
  program->most_groups = MAX (program->most_groups, self->groups->len);
  ys_compile_leave (compiler);
}

static void
set_delay (YsProgram      *self,
           const YsWhatIf *what_if)
{
  double periods = what_if != NULL ? what_if->delay * ys_scenario_get_per_year (self->scenario) : 0.0;

  self->delay_whole = (gsize) MIN (floor (periods), (double) self->n_periods + 1);
  self->delay_part = periods - floor (periods);
}

static YsProgram *
program_allocate (const YsScenario *scenario,
                  guint64           seed)
{
  YsProgram *self = g_new0 (YsProgram, 1);

  self->scenario = ys_scenario_ref (scenario);
  self->seed = seed;
  self->n_periods = scenario->n_periods;
  self->certain = TRUE;
  ys_curve_init_standard (&self->standard);
  self->draws = g_array_new (FALSE, FALSE, sizeof (YsDraw));
  self->leaders = g_array_new (FALSE, FALSE, sizeof (YsStream));
  self->tosses = g_array_new (FALSE, FALSE, sizeof (YsStream));
  self->copulas = g_array_new (FALSE, FALSE, sizeof (YsCopula));
  self->constants = g_array_new (FALSE, FALSE, sizeof (double));
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->once = g_array_new (FALSE, FALSE, sizeof (YsInstruction));
  self->each = g_array_new (FALSE, FALSE, sizeof (YsInstruction));
  self->n_alternatives = scenario->alternatives->len;
  self->alternatives = g_new0 (YsProgramAlternative, self->n_alternatives);
  self->baseline = -1;
  self->tax_rate = isnan (scenario->rules.tax_rate) ? 0.0 : scenario->rules.tax_rate;
  self->losses = scenario->rules.losses;

  return self;
}

static YsProgram *
program_new (const YsScenario  *scenario,
             guint64            seed,
             const YsWhatIf    *what_if,
             YsPertFamily      *pert_family,
             gboolean           adjustable,
             GError           **error)
{
  g_autoptr(YsProgram) self = program_allocate (scenario, seed);
  YsCompiler compiler;

  if (pert_family != NULL)
    self->pert_family = ys_pert_family_ref (pert_family);
  if (adjustable)
    self->inputs = g_array_new (FALSE, FALSE, sizeof (YsProgramInput));

  set_delay (self, what_if);
  ys_compiler_init (&compiler, self, what_if);
  ys_compile_assumptions (&compiler);

  for (gsize i = 0; i < self->n_alternatives; i++)
    {
      const YsAlternative *alternative = scenario->alternatives->pdata[i];

      compile_alternative (&compiler, &self->alternatives[i], alternative, what_if);
      if (alternative->baseline)
        self->baseline = (int) i;
    }

  if (!ys_compiler_finish (&compiler, error))
    return NULL;
  return g_steal_pointer (&self);
}

YsProgram *
ys_program_new (const YsScenario  *scenario,
                guint64            seed,
                const YsWhatIf    *what_if,
                YsPertFamily      *pert_family,
                GError           **error)
{
  return program_new (scenario, seed, what_if, pert_family, FALSE, error);
}

YsProgram *
ys_program_new_adjustable (const YsScenario  *scenario,
                           guint64            seed,
                           const YsWhatIf    *what_if,
                           GError           **error)
{
  return program_new (scenario, seed, what_if, NULL, TRUE, error);
}

static void
program_line_clear (YsProgramLine *self)
{
  g_free (self->weights);
  g_free (self->write_off);
  g_free (self->write_off_less);
  g_free (self->counts);
  ys_curve_clear (&self->loss_curve);
  g_free (self->severity);
}

static void
program_alternative_clear (YsProgramAlternative *self)
{
  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    program_line_clear (&g_array_index (self->lines, YsProgramLine, i));

  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->once, g_array_unref);
  g_clear_pointer (&self->each, g_array_unref);
  g_free (self->rests);
  g_free (self->discount);
}

void
ys_program_free (YsProgram *program)
{
  if (program == NULL)
    return;

  for (gsize i = 0; i < program->n_alternatives; i++)
    program_alternative_clear (&program->alternatives[i]);
  for (guint i = 0; i < program->draws->len; i++)
    {
      YsDraw *draw = &g_array_index (program->draws, YsDraw, i);

      ys_curve_clear (&draw->curve);
      g_free (draw->id);
      g_free (draw->name);
    }
  for (guint i = 0; i < program->copulas->len; i++)
    {
      g_free (g_array_index (program->copulas, YsCopula, i).draws);
      g_free (g_array_index (program->copulas, YsCopula, i).root);
    }

  for (guint i = 0; program->inputs != NULL && i < program->inputs->len; i++)
    g_free (g_array_index (program->inputs, YsProgramInput, i).id);

  ys_curve_clear (&program->standard);
  g_clear_pointer (&program->pert_family, ys_pert_family_unref);
  g_clear_pointer (&program->inputs, g_array_unref);
  g_array_unref (program->draws);
  g_array_unref (program->leaders);
  g_array_unref (program->tosses);
  g_array_unref (program->copulas);
  g_array_unref (program->constants);
  g_ptr_array_unref (program->strings);
  g_array_unref (program->once);
  g_array_unref (program->each);
  g_free (program->alternatives);
  g_strfreev (program->notes);
  ys_scenario_unref (program->scenario);
  g_free (program);
}
