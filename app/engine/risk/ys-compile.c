/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-compile-private.h"

#include <math.h>
#include <string.h>

void
ys_compiler_init (YsCompiler     *compiler,
                  YsProgram      *program,
                  const YsWhatIf *what_if)
{
  const GPtrArray *assumptions = program->scenario->assumptions;

  memset (compiler, 0, sizeof *compiler);
  compiler->program = program;
  compiler->leader = -1;
  compiler->what_if = what_if;
  compiler->assumptions = g_new0 (YsRegister, MAX (assumptions->len, 1));
  compiler->states = g_new0 (guint8, MAX (assumptions->len, 1));
  compiler->rests = g_new0 (guint8, MAX ((gsize) assumptions->len * assumptions->len, 1));
  compiler->under_way = -1;
  compiler->constants = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  compiler->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < assumptions->len; i++)
    g_ptr_array_add (compiler->names,
                     ys_formula_name_from_id (((const YsAssumption *) assumptions->pdata[i])->id));

  program->period = (YsRegister) { YS_SPACE_SHARED_EACH, TRUE, program->n_shared_each++ };
}

gboolean
ys_compiler_finish (YsCompiler  *compiler,
                    GError     **error)
{
  g_clear_pointer (&compiler->assumptions, g_free);
  g_clear_pointer (&compiler->states, g_free);
  g_clear_pointer (&compiler->rests, g_free);
  g_clear_pointer (&compiler->names, g_ptr_array_unref);
  g_clear_pointer (&compiler->constants, g_hash_table_unref);
  if (compiler->program->notes == NULL)
    compiler->program->notes = g_new0 (char *, 1);

  if (compiler->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&compiler->error));
  return FALSE;
}

void
ys_compile_enter (YsCompiler           *compiler,
                  YsProgramAlternative *alternative)
{
  compiler->alternative = alternative;
  compiler->n_local = 0;
}

void
ys_compile_leave (YsCompiler *compiler)
{
  compiler->program->n_local = MAX (compiler->program->n_local, compiler->n_local);
  compiler->alternative = NULL;
}

void
ys_compile_take_error (YsCompiler *compiler,
                       GError     *error)
{
  if (compiler->error == NULL)
    compiler->error = error;
  else
    g_error_free (error);
}

/* --- registers and single operations ----------------------------------------------------------- */

YsRegister
ys_compile_allocate (YsCompiler *compiler,
                     gboolean    by_period)
{
  YsProgram *program = compiler->program;

  if (compiler->alternative != NULL)
    return (YsRegister) { YS_SPACE_LOCAL, by_period, compiler->n_local++ };
  if (by_period)
    return (YsRegister) { YS_SPACE_SHARED_EACH, TRUE, program->n_shared_each++ };
  return (YsRegister) { YS_SPACE_SHARED, FALSE, program->n_shared++ };
}

double
ys_compile_get_constant (YsCompiler *compiler,
                         YsRegister  reg)
{
  return g_array_index (compiler->program->constants, double, reg.index);
}

/* Each number once, told apart by its bits: 0 and −0 differ, and so do two kinds of NaN. */
YsRegister
ys_compile_constant (YsCompiler *compiler,
                     double      value)
{
  GArray *constants = compiler->program->constants;
  gint64 *bits = g_memdup2 (&value, sizeof value);
  gpointer index;

  G_STATIC_ASSERT (sizeof (gint64) == sizeof (double));

  if (g_hash_table_lookup_extended (compiler->constants, bits, NULL, &index))
    {
      g_free (bits);
      return (YsRegister) { YS_SPACE_CONSTANT, FALSE, GPOINTER_TO_SIZE (index) };
    }

  g_hash_table_insert (compiler->constants, bits, GSIZE_TO_POINTER (constants->len));
  g_array_append_val (constants, value);
  return (YsRegister) { YS_SPACE_CONSTANT, FALSE, constants->len - 1 };
}

gboolean
ys_compile_is_constant (YsCompiler *compiler,
                        YsRegister  reg,
                        double      value)
{
  return reg.space == YS_SPACE_CONSTANT && ys_compile_get_constant (compiler, reg) == value;
}

void
ys_compile_append (YsCompiler          *compiler,
                   const YsInstruction *instruction)
{
  gboolean by_period = instruction->to.by_period;
  GArray *list;

  if (compiler->alternative != NULL)
    list = by_period ? compiler->alternative->each : compiler->alternative->once;
  else
    list = by_period ? compiler->program->each : compiler->program->once;

  g_array_append_vals (list, instruction, 1);
}

void
ys_compile_add_input (YsCompiler *compiler,
                      const char *id)
{
  YsProgram *program = compiler->program;
  const GArray *once = compiler->alternative != NULL ? compiler->alternative->once : program->once;
  YsProgramInput input = {
    .id = g_strdup (id),
    .alternative = compiler->alternative != NULL ? (int) (compiler->alternative - program->alternatives) : -1,
    .step = once->len - 1,
  };

  g_array_append_val (program->inputs, input);
}

YsRegister
ys_compile_number (YsCompiler *compiler,
                   const char *id,
                   double      value)
{
  YsInstruction step = { .code = YS_CODE_HOLD, .k = value };

  if (compiler->program->inputs == NULL)
    return ys_compile_constant (compiler, value);

  step.to = ys_compile_allocate (compiler, FALSE);
  ys_compile_append (compiler, &step);
  ys_compile_add_input (compiler, id);
  return step.to;
}

YsRegister
ys_compile_step (YsCompiler *compiler,
                 YsCode      code,
                 YsRegister  a,
                 double      k)
{
  YsInstruction step = { .code = code, .a = a, .k = k };

  if (code == YS_CODE_POWER && k == 1.0)
    return a;

  if (a.space == YS_SPACE_CONSTANT)
    {
      double value = ys_compile_get_constant (compiler, a);

      if (code == YS_CODE_CLAMP)
        value = CLAMP (value, 0.0, 1.0);
      else if (code == YS_CODE_FLOOR)
        value = MAX (value, 0.0);
      else if (code == YS_CODE_GROWTH)
        value = MAX (1.0 + value, 0.0);
      else
        value = pow (value, k);
      return ys_compile_constant (compiler, value);
    }

  step.to = ys_compile_allocate (compiler, a.by_period);
  ys_compile_append (compiler, &step);
  return step.to;
}

YsRegister
ys_compile_operation (YsCompiler *compiler,
                      YsOp        op,
                      YsRegister  a,
                      YsRegister  b,
                      YsRegister  c)
{
  YsInstruction step = { .code = YS_CODE_FORMULA, .op = op, .a = a, .b = b, .c = c };
  gboolean folds = a.space == YS_SPACE_CONSTANT &&
                   (b.space == YS_SPACE_NONE || b.space == YS_SPACE_CONSTANT) &&
                   (c.space == YS_SPACE_NONE || c.space == YS_SPACE_CONSTANT);

  if (folds)
    return ys_compile_constant (compiler,
                                ys_formula_operate (op,
                                                    ys_compile_get_constant (compiler, a),
                                                    b.space != YS_SPACE_NONE ? ys_compile_get_constant (compiler, b) : 0.0,
                                                    c.space != YS_SPACE_NONE ? ys_compile_get_constant (compiler, c) : 0.0));

  step.to = ys_compile_allocate (compiler, a.by_period || b.by_period || c.by_period);
  ys_compile_append (compiler, &step);
  return step.to;
}

YsRegister
ys_compile_formula_step (YsCompiler *compiler,
                         YsOp        op,
                         YsRegister  a,
                         YsRegister  b)
{
  return ys_compile_operation (compiler, op, a, b, nowhere);
}

YsRegister
ys_compile_scaled (YsCompiler *compiler,
                   YsRegister  a,
                   double      factor,
                   YsRegister  b)
{
  YsInstruction step = { .code = YS_CODE_SCALED, .a = a, .b = b, .k = factor };

  if (a.space == YS_SPACE_CONSTANT && b.space == YS_SPACE_CONSTANT)
    return ys_compile_constant (compiler, ys_compile_get_constant (compiler, a)
                                            + factor * ys_compile_get_constant (compiler, b));

  step.to = ys_compile_allocate (compiler, a.by_period || b.by_period);
  ys_compile_append (compiler, &step);
  return step.to;
}

/* --- arithmetic -------------------------------------------------------------------------------- */

double
ys_formula_operate (YsOp   op,
                    double a,
                    double b,
                    double c)
{
  switch (op)
    {
    case YS_OP_NEGATE:     return -a;
    case YS_OP_ADD:        return a + b;
    case YS_OP_SUBTRACT:   return a - b;
    case YS_OP_MULTIPLY:   return a * b;
    case YS_OP_DIVIDE:     return a / b;
    case YS_OP_POWER:      return pow (a, b);
    case YS_OP_EQUAL:      return a == b;
    case YS_OP_NOT_EQUAL:  return a != b;
    case YS_OP_LESS:       return a < b;
    case YS_OP_LESS_EQUAL: return a <= b;
    case YS_OP_MORE:       return a > b;
    case YS_OP_MORE_EQUAL: return a >= b;
    case YS_OP_MIN:        return MIN (a, b);
    case YS_OP_MAX:        return MAX (a, b);
    case YS_OP_ABS:        return fabs (a);
    case YS_OP_EXP:        return exp (a);
    case YS_OP_LN:         return log (a);
    case YS_OP_SQRT:       return sqrt (a);
    case YS_OP_IF:         return a != 0.0 ? b : c;
    case YS_OP_NUMBER:
    case YS_OP_NAME:
    case YS_OP_PERIOD:
    default:
      g_return_val_if_reached (NAN);
    }
}
