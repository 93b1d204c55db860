/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-run.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-choose.h"
#include "ys-error.h"
#include "ys-run-losses.h"
#include "ys-run-settle.h"

/* Compiled several times: see YsRunner. YS_RUNNER is the name of what this compilation exports, YS_SUMMARY_INIT and
 * YS_CHOOSE of what is compiled beside it. */
#ifndef YS_SUMMARY_INIT
#define YS_SUMMARY_INIT ys_summary_init
#endif

static void
run_alternative (const YsProgram *program,
                 YsWorkspace     *self,
                 gsize            index,
                 gsize            first_trial,
                 gsize            n,
                 double          *outcomes,
                 YsSums          *sums)
{
  const YsProgramAlternative *alternative = &program->alternatives[index];

  run_instructions (program, self, alternative->once, 0, alternative->once->len, 0, first_trial);
  run_lines (program, self, alternative, &self->plans[index], FALSE, first_trial);
  settle (program, self, index, n, outcomes, sums);
}

static void
run_block (const YsProgram  *program,
           YsWorkspace      *workspace,
           gsize             first_trial,
           gsize             n,
           double          **outcomes,
           YsSums           *sums)
{
  g_return_if_fail (n <= COLUMN);

  run_shared (program, workspace, first_trial);

  /* The baseline first: the others are measured against it. */
  if (program->baseline >= 0 && outcomes[program->baseline] != NULL)
    run_alternative (program, workspace, (gsize) program->baseline, first_trial, n,
                     outcomes[program->baseline] + first_trial, sums);
  for (gsize a = 0; a < program->n_alternatives; a++)
    if ((int) a != program->baseline && outcomes[a] != NULL)
      run_alternative (program, workspace, a, first_trial, n, outcomes[a] + first_trial, sums);
}

static void
fill_uniforms (const YsProgram *program,
               YsWorkspace     *workspace,
               gsize            draw,
               gsize            first_trial,
               gsize            n,
               float           *uniforms)
{
#ifdef YS_SINGLE
  const YsDraw *source = &g_array_index (program->draws, YsDraw, draw);

  if (source->correlated)
    for (guint i = 0; i < program->copulas->len; i++)
      run_copula (program, workspace, &g_array_index (program->copulas, YsCopula, i), first_trial);

  fill_bits (program, workspace, source, first_trial);
  if (source->split > 0.0)
    split_bits (workspace->bits, source->split);
  FOR_LANES (i, COLUMN)
    store (workspace->flow + i, draw_uniform (*(const Words *) (workspace->bits + i)));
  memcpy (uniforms, workspace->flow, n * sizeof (float));
#else
  g_assert_not_reached ();
#endif
}

/* --- formulas without a value ------------------------------------------------------------------ */

static GError *
find_undefined_in (const YsProgram *program,
                   YsWorkspace     *self,
                   const GArray    *list,
                   gsize            period,
                   gsize            n)
{
  for (guint k = 0; k < list->len; k++)
    {
      const YsInstruction *step = &g_array_index (list, YsInstruction, k);
      const real *values = column_at (program, self, step->to, period);

      for (gsize i = 0; step->what != NULL && i < n; i++)
        if (!isfinite (values[i]))
          return ys_error_new (YS_ERROR_INVALID, step->row,
                               _("%s: in some trials the formula has no value: it divides by zero, takes the root or "
                                 "logarithm of a negative number, or grows beyond all bounds"), step->what);
    }

  return NULL;
}

static GError *
find_undefined (const YsProgram *program,
                YsWorkspace     *workspace,
                gsize            first_trial,
                gsize            n)
{
  GError *error = NULL;

  run_shared (program, workspace, first_trial);
  error = find_undefined_in (program, workspace, program->once, 0, n);
  for (gsize t = 0; error == NULL && t <= program->n_periods; t++)
    error = find_undefined_in (program, workspace, program->each, t, n);

  for (gsize a = 0; error == NULL && a < program->n_alternatives; a++)
    {
      const YsProgramAlternative *alternative = &program->alternatives[a];

      run_instructions (program, workspace, alternative->once, 0, alternative->once->len, 0, first_trial);
      error = find_undefined_in (program, workspace, alternative->once, 0, n);
      for (gsize t = 0; error == NULL && t <= program->n_periods; t++)
        {
          run_instructions (program, workspace, alternative->each, 0, alternative->each->len, t, first_trial);
          error = find_undefined_in (program, workspace, alternative->each, t, n);
        }
    }

  return error;
}

#define STRINGIFY(name) #name
#define NAME_OF(name) STRINGIFY (name)

const YsRunner YS_RUNNER = {
  .name = &NAME_OF (YS_RUNNER)[sizeof "ys_runner_" - 1],
  .workspace_new = workspace_new,
  .workspace_free = workspace_free,
  .run_block = run_block,
  .add_certain = add_certain,
  .fill_uniforms = fill_uniforms,
  .run_strikes = run_strikes,
  .find_undefined = find_undefined,
  .summarize = YS_SUMMARY_INIT,
  .choose = YS_CHOOSE,
};
