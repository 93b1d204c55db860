/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-compile-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-error.h"

static const char *
keep_string (YsCompiler *compiler,
             char       *string)
{
  g_ptr_array_add (compiler->program->strings, string);
  return string;
}

/* A formula ends here: if it has no value, this is whom to name. */
static YsRegister
mark_owner (YsCompiler       *compiler,
            YsRegister        result,
            const YsEstimate *estimate,
            const char       *name)
{
  YsInstruction step = {
    .code = YS_CODE_FORMULA, .op = YS_OP_ADD, .a = result, .b = ys_compile_constant (compiler, 0.0),
    .row = estimate->row,
  };

  if (result.space == YS_SPACE_CONSTANT)
    {
      if (!isfinite (ys_compile_get_constant (compiler, result)))
        ys_compile_take_error (compiler, ys_error_new (YS_ERROR_INVALID, estimate->row,
                                                       _("%s: the formula has no value: it divides by zero or takes the root "
                                                         "or logarithm of a negative number"), name));
      return result;
    }

  step.what = keep_string (compiler, g_strdup (name));
  step.to = ys_compile_allocate (compiler, result.by_period);
  ys_compile_append (compiler, &step);
  return step.to;
}

static YsRegister
name_register (YsCompiler *compiler,
               const char *name)
{
  for (guint i = 0; i < compiler->names->len; i++)
    if (g_str_equal (compiler->names->pdata[i], name))
      return ys_compile_assumption (compiler,
                                    ((const YsAssumption *) compiler->program->scenario->assumptions->pdata[i])->id);

  ys_compile_take_error (compiler, ys_error_new (YS_ERROR_FORMULA, 0, _("“%s” is not the name of an assumption"), name));
  return ys_compile_constant (compiler, 0.0);
}

static gsize
operands_of (YsOp op)
{
  if (op == YS_OP_IF)
    return 3;
  if (op == YS_OP_NEGATE || op == YS_OP_ABS || op == YS_OP_EXP || op == YS_OP_LN || op == YS_OP_SQRT)
    return 1;
  return 2;
}

static YsRegister
compile_steps (YsCompiler      *compiler,
               const YsFormula *formula)
{
  g_autofree YsRegister *stack = g_new0 (YsRegister, formula->depth + 1);
  gsize top = 0;

  for (gsize i = 0; i < formula->n_steps; i++)
    {
      const YsFormulaStep *step = &formula->steps[i];

      if (step->op == YS_OP_NUMBER)
        {
          stack[top++] = ys_compile_constant (compiler, step->number);
        }
      else if (step->op == YS_OP_NAME)
        {
          stack[top++] = name_register (compiler, formula->names[step->index]);
        }
      else if (step->op == YS_OP_PERIOD)
        {
          stack[top++] = compiler->program->period;
        }
      else
        {
          gsize n = operands_of (step->op);

          top -= n;
          stack[top] = ys_compile_operation (compiler, step->op, stack[top],
                                             n > 1 ? stack[top + 1] : nowhere,
                                             n > 2 ? stack[top + 2] : nowhere);
          top++;
        }
    }

  return stack[0];
}

static YsRegister
compile_formula (YsCompiler       *compiler,
                 const YsEstimate *estimate,
                 const char       *name)
{
  GError *error = NULL;
  g_autoptr(YsFormula) formula = ys_formula_new (estimate->formula, &error);

  if (formula == NULL)
    {
      ys_compile_take_error (compiler, ys_error_new (YS_ERROR_FORMULA, estimate->row, "%s: %s", name, error->message));
      g_error_free (error);
      return ys_compile_constant (compiler, 0.0);
    }

  return mark_owner (compiler, compile_steps (compiler, formula), estimate, name);
}

static gboolean
init_curve (YsCompiler       *compiler,
            YsCurve          *curve,
            const YsEstimate *estimate,
            const char       *name)
{
  GError *error = NULL;

  if (ys_curve_init (curve, estimate, &error))
    return TRUE;

  ys_compile_take_error (compiler, ys_error_new (YS_ERROR_INVALID, estimate->row, "%s: %s", name, error->message));
  g_error_free (error);
  return FALSE;
}

/* What a line draws goes by twos, those that are multiplied with each other together: the amount with its
 * growth. Each two of all lines with the same name but for a number are a family. */
static const struct
{
  const char *family;
  guint       dimension;
} places[YS_N_FIELDS] = {
  [YS_FIELD_AMOUNT] = { "amount", 0 },
  [YS_FIELD_GROWTH] = { "amount", 1 },
  [YS_FIELD_HOURS] = { "hours", 0 },
  [YS_FIELD_PUT_TO_USE] = { "hours", 1 },
  [YS_FIELD_HOURLY_RATE] = { "hourly-rate", 0 },
  [YS_FIELD_EVENTS_PER_YEAR] = { "events-per-year", 0 },
  [YS_FIELD_LOSS_EACH] = { "events-per-year", 1 },
  [YS_FIELD_FEWER] = { "fewer", 0 },
  [YS_FIELD_SMALLER] = { "fewer", 1 },
  [YS_FIELD_CHANCE] = { "chance", 0 },
};

/* Adds a draw and returns its number; the caller appends the instruction. */
static gsize
add_draw (YsCompiler *compiler,
          YsCurve    *curve,
          const char *path,
          const char *name,
          int         field)
{
  YsProgram *program = compiler->program;
  YsDraw draw = { .alternative = -1, .curve = *curve, .id = g_strdup (path), .name = g_strdup (name) };

  /* What the baseline draws moves all that are measured against it. */
  if (compiler->alternative != NULL && !compiler->alternative->alternative->baseline)
    draw.alternative = (int) (compiler->alternative - program->alternatives);

  if (field < 0)
    {
      ys_stream_init (&draw.stream, program->seed, path, "assumption", 0);
    }
  else
    {
      g_autofree char *line_path = g_path_get_dirname (path);

      ys_compile_stream (compiler, &draw.stream, line_path, places[field].family, places[field].dimension);
    }
  ys_curve_prepare (&draw.curve, &program->pert_family);
  program->certain = FALSE;
  g_array_append_val (program->draws, draw);
  return program->draws->len - 1;
}

YsRegister
ys_compile_estimate (YsCompiler       *compiler,
                     const YsEstimate *estimate,
                     const char       *path,
                     const char       *name,
                     int               field)
{
  YsInstruction step = { .code = YS_CODE_DRAW };
  YsCurve curve;

  if (estimate->formula != NULL)
    return compile_formula (compiler, estimate, name);
  if (!init_curve (compiler, &curve, estimate, name))
    return ys_compile_constant (compiler, 0.0);
  if (ys_curve_is_certain (&curve))
    return field == YS_FIELD_CHANCE ? ys_compile_constant (compiler, ys_curve_get_mean (&curve))
                                    : ys_compile_number (compiler, path, ys_curve_get_mean (&curve));

  step.draw = add_draw (compiler, &curve, path, name, field);
  step.to = ys_compile_allocate (compiler, FALSE);
  ys_compile_append (compiler, &step);
  if (compiler->program->inputs != NULL && field != YS_FIELD_CHANCE)
    ys_compile_add_input (compiler, path);
  return step.to;
}

static char *
name_field (const char   *owner,
            const YsLine *line,
            YsField       field)
{
  g_autofree char *name = ys_program_name_field (line, field);

  return g_strdup_printf (_("%s: %s"), owner, name);
}

/* Whether a line happens and how much it is are multiplied with each other: one draw says both, so that
 * together they are as evenly spread as one. */
static double
get_split (const YsLine *line,
           YsField       field)
{
  const YsEstimate *chance = line->estimates[YS_FIELD_CHANCE];

  if (field != YS_FIELD_AMOUNT || chance == NULL || !ys_estimate_has (chance, YS_NUMBER_EXACTLY))
    return 0.0;
  return chance->numbers[YS_NUMBER_EXACTLY] < 1.0 ? MAX (chance->numbers[YS_NUMBER_EXACTLY], 0.0) : 0.0;
}

YsRegister
ys_compile_field (YsCompiler          *compiler,
                  const YsAlternative *alternative,
                  const YsLine        *line,
                  YsField              field)
{
  g_autofree char *path = g_strdup_printf ("%s/%s/%s", alternative->id, line->id, ys_field_get_id (field));
  g_autofree char *name = name_field (alternative->name, line, field);

  guint n_draws = compiler->program->draws->len;
  YsRegister result = ys_compile_estimate (compiler, line->estimates[field], path, name, (int) field);

  if (compiler->program->draws->len > n_draws && line->estimates[field]->formula == NULL)
    {
      YsDraw *draw = &g_array_index (compiler->program->draws, YsDraw, n_draws);

      draw->split = get_split (line, field);
      draw->tossed_apart = compiler->program->inputs != NULL;
    }
  return result;
}

/* 1 or 0 with this chance. */
static YsRegister
toss (YsCompiler *compiler,
      const char *line_path,
      YsRegister  chance)
{
  YsProgram *program = compiler->program;
  YsInstruction step = { .code = YS_CODE_TOSS, .a = chance, .draw = program->tosses->len };
  YsStream stream;

  if (chance.space == YS_SPACE_CONSTANT)
    {
      double value = ys_compile_get_constant (compiler, chance);

      if (value >= 1.0 || value <= 0.0)
        return ys_compile_constant (compiler, value >= 1.0 ? 1.0 : 0.0);
    }

  program->certain = FALSE;
  /* A chance that is known shares its draws with the amount, see get_split(). */
  ys_compile_stream (compiler, &stream, line_path, chance.space == YS_SPACE_CONSTANT ? "amount" : "toss", 0);
  g_array_append_val (program->tosses, stream);
  step.to = ys_compile_allocate (compiler, chance.by_period);
  ys_compile_append (compiler, &step);
  return step.to;
}

YsRegister
ys_compile_toss (YsCompiler          *compiler,
                 const YsAlternative *alternative,
                 const YsLine        *line)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", alternative->id, line->id);
  g_autofree char *id = g_strdup_printf ("%s/%s", path, ys_field_get_id (YS_FIELD_CHANCE));
  YsRegister happens = toss (compiler, path, ys_compile_field (compiler, alternative, line, YS_FIELD_CHANCE));
  GArray *inputs = compiler->program->inputs;

  if (inputs == NULL || line->estimates[YS_FIELD_CHANCE]->formula != NULL)
    return happens;

  if (happens.space == YS_SPACE_CONSTANT)
    happens = ys_compile_number (compiler, id, ys_compile_get_constant (compiler, happens));
  else
    ys_compile_add_input (compiler, id);
  g_array_index (inputs, YsProgramInput, inputs->len - 1).is_toss = TRUE;
  return happens;
}

gboolean
ys_compile_curve (YsCompiler       *compiler,
                  YsCurve          *curve,
                  const YsEstimate *estimate,
                  const char       *owner,
                  const YsLine     *line,
                  YsField           field)
{
  g_autofree char *name = name_field (owner, line, field);

  return init_curve (compiler, curve, estimate, name);
}
