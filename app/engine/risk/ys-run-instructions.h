/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "ys-compile.h"
#include "ys-run-draws.h"

#define EACH_TRIAL(expression) \
  for (gsize i = 0; i < COLUMN; i++) \
    to[i] = (real) (expression)

/* Nothing shrinks by more than all of it. */
static void
grow_by (real       *to,
         const real *rate)
{
  for (gsize i = 0; i < COLUMN; i += WIDTH)
    *(Reals *) (to + i) = larger_real (1 + *(const Reals *) (rate + i), (Reals) {});
}

static void
add_scaled (real       *to,
            const real *a,
            const real *b,
            double      factor)
{
  real k = (real) factor;

  for (gsize i = 0; i < COLUMN; i += WIDTH)
    *(Reals *) (to + i) = *(const Reals *) (a + i) + k * *(const Reals *) (b + i);
}

static void
run_formula (YsOp        op,
             real       *to,
             const real *a,
             const real *b,
             const real *c)
{
  switch (op)
    {
    case YS_OP_NEGATE:     EACH_TRIAL (-a[i]); break;
    case YS_OP_ADD:        EACH_TRIAL (a[i] + b[i]); break;
    case YS_OP_SUBTRACT:   EACH_TRIAL (a[i] - b[i]); break;
    case YS_OP_MULTIPLY:   EACH_TRIAL (a[i] * b[i]); break;
    case YS_OP_DIVIDE:     EACH_TRIAL (a[i] / b[i]); break;
    case YS_OP_EQUAL:      EACH_TRIAL (a[i] == b[i]); break;
    case YS_OP_NOT_EQUAL:  EACH_TRIAL (a[i] != b[i]); break;
    case YS_OP_LESS:       EACH_TRIAL (a[i] < b[i]); break;
    case YS_OP_LESS_EQUAL: EACH_TRIAL (a[i] <= b[i]); break;
    case YS_OP_MORE:       EACH_TRIAL (a[i] > b[i]); break;
    case YS_OP_MORE_EQUAL: EACH_TRIAL (a[i] >= b[i]); break;
    case YS_OP_IF:         EACH_TRIAL (a[i] != 0 ? b[i] : c[i]); break;
    default:
      EACH_TRIAL (ys_formula_operate (op, a[i], b != NULL ? b[i] : 0, c != NULL ? c[i] : 0));
      break;
    }
}

static const real *
operand (const YsProgram   *program,
         const YsWorkspace *self,
         YsRegister         reg,
         gsize              period)
{
  return ys_register_exists (reg) ? column_at (program, self, reg, period) : NULL;
}

static void
run_instruction (const YsProgram     *program,
                 YsWorkspace         *self,
                 const YsInstruction *step,
                 gsize                period,
                 gsize                first_trial)
{
  real *to = column_at (program, self, step->to, period);
  const real *a = operand (program, self, step->a, period);

  switch (step->code)
    {
#ifdef YS_SINGLE
    case YS_CODE_DRAW:
      run_draw (program, self, &g_array_index (program->draws, YsDraw, step->draw), first_trial, to);
      break;
    case YS_CODE_TOSS:
      run_toss (program, self, &g_array_index (program->tosses, YsStream, step->draw), first_trial, a, to);
      break;
#else
    case YS_CODE_DRAW:
    case YS_CODE_TOSS:
#endif
    case YS_CODE_CLAMP:
      EACH_TRIAL (a[i] > 0 ? (a[i] < 1 ? a[i] : 1) : 0);
      break;
    case YS_CODE_FLOOR:
      EACH_TRIAL (a[i] > 0 ? a[i] : 0);
      break;
    case YS_CODE_GROWTH:
      grow_by (to, a);
      break;
    case YS_CODE_SCALED:
      add_scaled (to, a, operand (program, self, step->b, period), step->k);
      break;
    case YS_CODE_POWER:
      EACH_TRIAL (pow (a[i], step->k));
      break;
    case YS_CODE_HOLD:
      fill (to, step->k);
      break;
    case YS_CODE_FORMULA:
      run_formula (step->op, to, a,
                   operand (program, self, step->b, period),
                   operand (program, self, step->c, period));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
run_instructions (const YsProgram *program,
                  YsWorkspace     *self,
                  const GArray    *list,
                  gsize            from,
                  gsize            end,
                  gsize            period,
                  gsize            first_trial)
{
  for (gsize k = from; k < end; k++)
    run_instruction (program, self, &g_array_index (list, YsInstruction, k), period, first_trial);
}

static void
run_shared (const YsProgram *program,
            YsWorkspace     *self,
            gsize            first_trial)
{
#ifdef YS_SINGLE
  for (guint i = 0; i < program->copulas->len; i++)
    run_copula (program, self, &g_array_index (program->copulas, YsCopula, i), first_trial);
#endif

  run_instructions (program, self, program->once, 0, program->once->len, 0, first_trial);
  for (gsize t = 0; program->each->len > 0 && t <= program->n_periods; t++)
    run_instructions (program, self, program->each, 0, program->each->len, t, first_trial);
}
