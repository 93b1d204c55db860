/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-formula.h"

#include <math.h>

static double
apply_one (YsOp   op,
           double a)
{
  switch ((int) op)
    {
    case YS_OP_NEGATE:
      return -a;
    case YS_OP_ABS:
      return fabs (a);
    case YS_OP_EXP:
      return exp (a);
    case YS_OP_LN:
      return log (a);
    case YS_OP_SQRT:
      return sqrt (a);
    default:
      g_return_val_if_reached (NAN);
    }
}

static double
apply_two (YsOp   op,
           double a,
           double b)
{
  switch ((int) op)
    {
    case YS_OP_ADD:
      return a + b;
    case YS_OP_SUBTRACT:
      return a - b;
    case YS_OP_MULTIPLY:
      return a * b;
    case YS_OP_DIVIDE:
      return a / b;
    case YS_OP_POWER:
      return pow (a, b);
    case YS_OP_EQUAL:
      return a == b;
    case YS_OP_NOT_EQUAL:
      return a != b;
    case YS_OP_LESS:
      return a < b;
    case YS_OP_LESS_EQUAL:
      return a <= b;
    case YS_OP_MORE:
      return a > b;
    case YS_OP_MORE_EQUAL:
      return a >= b;
    case YS_OP_MIN:
      return a < b ? a : b;
    case YS_OP_MAX:
      return a > b ? a : b;
    default:
      g_return_val_if_reached (NAN);
    }
}

static gsize
count_taken (YsOp op)
{
  switch (op)
    {
    case YS_OP_NUMBER:
    case YS_OP_NAME:
    case YS_OP_PERIOD:
      return 0;
    case YS_OP_NEGATE:
    case YS_OP_ABS:
    case YS_OP_EXP:
    case YS_OP_LN:
    case YS_OP_SQRT:
      return 1;
    case YS_OP_IF:
      return 3;
    case YS_OP_ADD:
    case YS_OP_SUBTRACT:
    case YS_OP_MULTIPLY:
    case YS_OP_DIVIDE:
    case YS_OP_POWER:
    case YS_OP_EQUAL:
    case YS_OP_NOT_EQUAL:
    case YS_OP_LESS:
    case YS_OP_LESS_EQUAL:
    case YS_OP_MORE:
    case YS_OP_MORE_EQUAL:
    case YS_OP_MIN:
    case YS_OP_MAX:
    default:
      return 2;
    }
}

static double
push_value (const YsFormulaStep *step,
            const double        *values,
            double               period)
{
  if (step->op == YS_OP_NUMBER)
    return step->number;

  return step->op == YS_OP_NAME ? values[step->index] : period;
}

double
ys_formula_evaluate (const YsFormula *formula,
                     const double    *values,
                     double           period)
{
  double shallow[32];
  g_autofree double *deep = NULL;
  double *stack = shallow;
  double *top;

  g_return_val_if_fail (formula != NULL && formula->depth > 0, NAN);

  if (formula->depth > G_N_ELEMENTS (shallow))
    stack = deep = g_new (double, formula->depth);
  top = stack;

  for (gsize i = 0; i < formula->n_steps; i++)
    {
      const YsFormulaStep *step = &formula->steps[i];
      gsize taken = count_taken (step->op);

      top -= taken;
      if (taken == 0)
        *top = push_value (step, values, period);
      else if (taken == 1)
        *top = apply_one (step->op, top[0]);
      else if (taken == 2)
        *top = apply_two (step->op, top[0], top[1]);
      else
        *top = top[0] != 0.0 ? top[1] : top[2];
      top++;
    }

  return stack[0];
}
