/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-compile.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-correlation.h"
#include "ys-error.h"
#include "ys-random.h"

enum
{
  STATE_NOT_YET,
  STATE_UNDER_WAY,
  STATE_DONE,
};

static const YsRegister nowhere = { .space = YS_SPACE_NONE };

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

/* Keeps the first. */
static void
take_error (YsCompiler *compiler,
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

static double
constant_value (YsCompiler *compiler,
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
  return reg.space == YS_SPACE_CONSTANT && constant_value (compiler, reg) == value;
}

static void
append (YsCompiler          *compiler,
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

/* What the last operation yields is an input. */
static void
add_input (YsCompiler *compiler,
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
  append (compiler, &step);
  add_input (compiler, id);
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
      double value = constant_value (compiler, a);

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
  append (compiler, &step);
  return step.to;
}

static YsRegister
formula_step (YsCompiler *compiler,
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
                                                    constant_value (compiler, a),
                                                    b.space != YS_SPACE_NONE ? constant_value (compiler, b) : 0.0,
                                                    c.space != YS_SPACE_NONE ? constant_value (compiler, c) : 0.0));

  step.to = ys_compile_allocate (compiler, a.by_period || b.by_period || c.by_period);
  append (compiler, &step);
  return step.to;
}

YsRegister
ys_compile_formula_step (YsCompiler *compiler,
                         YsOp        op,
                         YsRegister  a,
                         YsRegister  b)
{
  return formula_step (compiler, op, a, b, nowhere);
}

YsRegister
ys_compile_scaled (YsCompiler *compiler,
                   YsRegister  a,
                   double      factor,
                   YsRegister  b)
{
  YsInstruction step = { .code = YS_CODE_SCALED, .a = a, .b = b, .k = factor };

  if (a.space == YS_SPACE_CONSTANT && b.space == YS_SPACE_CONSTANT)
    return ys_compile_constant (compiler, constant_value (compiler, a) + factor * constant_value (compiler, b));

  step.to = ys_compile_allocate (compiler, a.by_period || b.by_period);
  append (compiler, &step);
  return step.to;
}

/* --- streams ---------------------------------------------------------------------------------- */

/* Number of the assumption's stream among the leaders; −1 if it is not drawn itself. */
static int
find_leader (YsCompiler         *compiler,
             const YsAssumption *assumption)
{
  GArray *leaders = compiler->program->leaders;
  YsStream stream;

  if (assumption == NULL || assumption->estimate->formula != NULL
      || ys_estimate_has (assumption->estimate, YS_NUMBER_EXACTLY))
    return -1;

  ys_stream_init (&stream, compiler->program->seed, assumption->id, "assumption", 0);
  for (guint i = 0; i < leaders->len; i++)
    if (memcmp (&g_array_index (leaders, YsStream, i), &stream, sizeof stream) == 0)
      return (int) i;

  g_array_append_val (leaders, stream);
  return (int) leaders->len - 1;
}

static int
find_leader_in_formula (YsCompiler       *compiler,
                        const YsEstimate *estimate)
{
  const GPtrArray *assumptions = compiler->program->scenario->assumptions;
  g_autoptr(YsFormula) formula = ys_formula_new (estimate->formula, NULL);
  int leader = -1;

  for (gsize n = 0; formula != NULL && formula->names[n] != NULL && leader < 0; n++)
    for (guint i = 0; i < assumptions->len && leader < 0; i++)
      if (g_str_equal (compiler->names->pdata[i], formula->names[n]))
        leader = find_leader (compiler, assumptions->pdata[i]);

  return leader;
}

static int
find_leader_of_line (YsCompiler   *compiler,
                     const YsLine *line)
{
  int leader = -1;

  for (gsize i = 0; i < line->n_follows && leader < 0; i++)
    leader = find_leader (compiler, ys_scenario_find_assumption (compiler->program->scenario,
                                                                 line->follows[i].assumption));
  for (int field = 0; field < YS_N_FIELDS && leader < 0; field++)
    if (line->estimates[field] != NULL && line->estimates[field]->formula != NULL)
      leader = find_leader_in_formula (compiler, line->estimates[field]);

  return leader;
}

void
ys_compile_choose_leader (YsCompiler          *compiler,
                          const YsAlternative *alternative,
                          const YsLine        *line)
{
  guint least = G_MAXUINT;

  compiler->leader = find_leader_of_line (compiler, line);
  if (compiler->leader >= 0 || compiler->program->scenario->assumptions->len == 0)
    return;

  for (guint i = 0; i < alternative->lines->len; i++)
    {
      const YsLine *other = alternative->lines->pdata[i];
      guint distance = ys_stream_get_distance (other->id, line->id);
      int leader = distance > 0 && distance < least ? find_leader_of_line (compiler, other) : -1;

      if (leader >= 0)
        {
          compiler->leader = leader;
          least = distance;
        }
    }
}

void
ys_compile_stream (YsCompiler *compiler,
                   YsStream   *stream,
                   const char *path,
                   const char *part,
                   guint       dimension)
{
  ys_stream_init (stream, compiler->program->seed, path, part, dimension);
  stream->leader = compiler->leader;
}

/* --- estimates --------------------------------------------------------------------------------- */

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
      if (!isfinite (constant_value (compiler, result)))
        take_error (compiler, ys_error_new (YS_ERROR_INVALID, estimate->row,
                                            _("%s: the formula has no value: it divides by zero or takes the root "
                                              "or logarithm of a negative number"), name));
      return result;
    }

  step.what = keep_string (compiler, g_strdup (name));
  step.to = ys_compile_allocate (compiler, result.by_period);
  append (compiler, &step);
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

  take_error (compiler, ys_error_new (YS_ERROR_FORMULA, 0, _("“%s” is not the name of an assumption"), name));
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
          stack[top] = formula_step (compiler, step->op, stack[top],
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
      take_error (compiler, ys_error_new (YS_ERROR_FORMULA, estimate->row, "%s: %s", name, error->message));
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

  take_error (compiler, ys_error_new (YS_ERROR_INVALID, estimate->row, "%s: %s", name, error->message));
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

static YsRegister
compile_estimate (YsCompiler       *compiler,
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
  append (compiler, &step);
  if (compiler->program->inputs != NULL && field != YS_FIELD_CHANCE)
    add_input (compiler, path);
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
  YsRegister result = compile_estimate (compiler, line->estimates[field], path, name, (int) field);

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
      double value = constant_value (compiler, chance);

      if (value >= 1.0 || value <= 0.0)
        return ys_compile_constant (compiler, value >= 1.0 ? 1.0 : 0.0);
    }

  program->certain = FALSE;
  /* A chance that is known shares its draws with the amount, see get_split(). */
  ys_compile_stream (compiler, &stream, line_path, chance.space == YS_SPACE_CONSTANT ? "amount" : "toss", 0);
  g_array_append_val (program->tosses, stream);
  step.to = ys_compile_allocate (compiler, chance.by_period);
  append (compiler, &step);
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
    happens = ys_compile_number (compiler, id, constant_value (compiler, happens));
  else
    add_input (compiler, id);
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

/* --- assumptions ------------------------------------------------------------------------------- */

/* What is held in an adjustable program is the assumption as it counts, after the shift. */
static YsRegister
shift (YsCompiler *compiler,
       const char *id,
       YsRegister  value,
       gboolean    is_input)
{
  double factor = ys_what_if_get_shift (compiler->what_if, id);
  YsProgram *program = compiler->program;

  if (factor == 1.0)
    return value;

  value = ys_compile_formula_step (compiler, YS_OP_MULTIPLY, value, ys_compile_constant (compiler, factor));
  if (program->inputs != NULL && is_input)
    g_array_index (program->inputs, YsProgramInput, program->inputs->len - 1).step = program->once->len - 1;
  return value;
}

static void
compile_assumption_at (YsCompiler *compiler,
                       guint       index)
{
  const YsAssumption *assumption = compiler->program->scenario->assumptions->pdata[index];
  YsProgramAlternative *alternative = compiler->alternative;
  int under_way = compiler->under_way;

  if (compiler->states[index] == STATE_UNDER_WAY)
    {
      take_error (compiler, ys_error_new (YS_ERROR_FORMULA, assumption->row,
                                          _("%s: its formula goes in a circle"), assumption->name));
      compiler->assumptions[index] = ys_compile_constant (compiler, 0.0);
      return;
    }

  compiler->states[index] = STATE_UNDER_WAY;
  compiler->under_way = (int) index;
  compiler->alternative = NULL;
  compiler->rests[index * compiler->program->scenario->assumptions->len + index] = TRUE;
  compiler->assumptions[index] =
    shift (compiler, assumption->id,
           compile_estimate (compiler, assumption->estimate, assumption->id, assumption->name, -1),
           assumption->estimate->formula == NULL);
  compiler->alternative = alternative;
  compiler->under_way = under_way;
  compiler->states[index] = STATE_DONE;
}

/* What is being compiled, an alternative or another assumption, rests on this one and all that it rests on. */
static void
note_rest (YsCompiler *compiler,
           guint       index)
{
  gsize n = compiler->program->scenario->assumptions->len;
  const guint8 *from = compiler->rests + index * n;
  guint8 *to = NULL;

  if (compiler->alternative != NULL)
    to = compiler->alternative->rests;
  else if (compiler->under_way >= 0)
    to = compiler->rests + (gsize) compiler->under_way * n;

  for (gsize i = 0; to != NULL && i < n; i++)
    to[i] |= from[i];
}

YsRegister
ys_compile_assumption (YsCompiler *compiler,
                       const char *id)
{
  const GPtrArray *assumptions = compiler->program->scenario->assumptions;

  for (guint i = 0; i < assumptions->len; i++)
    if (g_str_equal (((const YsAssumption *) assumptions->pdata[i])->id, id))
      {
        if (compiler->states[i] != STATE_DONE)
          compile_assumption_at (compiler, i);
        note_rest (compiler, i);
        return compiler->assumptions[i];
      }

  take_error (compiler, ys_error_new (YS_ERROR_INVALID, 0, _("there is no assumption “%s”"), id));
  return ys_compile_constant (compiler, 0.0);
}

static int
find_draw (const YsProgram *program,
           const char      *id)
{
  for (guint i = 0; i < program->draws->len; i++)
    if (g_str_equal (g_array_index (program->draws, YsDraw, i).id, id))
      return (int) i;

  return -1;
}

static gsize
member_of (GArray *members,
           gsize   draw)
{
  for (gsize i = 0; i < members->len; i++)
    if (g_array_index (members, gsize, i) == draw)
      return i;

  g_array_append_val (members, draw);
  return members->len - 1;
}

static void
note_repair (YsCompiler   *compiler,
             const gsize  *members,
             const double *asked,
             const double *possible,
             gsize         n)
{
  g_autofree const char **names = g_new (const char *, n);

  for (gsize i = 0; i < n; i++)
    names[i] = g_array_index (compiler->program->draws, YsDraw, members[i]).name;

  compiler->program->notes = g_new0 (char *, 2);
  compiler->program->notes[0] = ys_correlation_note (asked, possible, names, n);
}

/* One copula over all assumptions that are named: the symmetric root leaves alone those that have
 * nothing to do with each other. */
static void
compile_copula (YsCompiler *compiler)
{
  YsProgram *program = compiler->program;
  const GPtrArray *pairs = program->scenario->moves_with;
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree double *matrix = NULL;
  g_autofree double *asked = NULL;
  YsCopula copula = { 0 };

  for (guint i = 0; i < pairs->len; i++)
    {
      const YsMovesWith *pair = pairs->pdata[i];
      int a = find_draw (program, pair->a), b = find_draw (program, pair->b);

      if (a < 0 || b < 0)
        continue; /* certain after all: nothing to move */
      member_of (members, (gsize) a);
      member_of (members, (gsize) b);
    }
  if (members->len == 0)
    return;

  copula.n = members->len;
  matrix = g_new0 (double, copula.n * copula.n);
  copula.root = g_new0 (double, copula.n * copula.n);
  for (gsize i = 0; i < copula.n; i++)
    matrix[i * copula.n + i] = 1.0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const YsMovesWith *pair = pairs->pdata[i];
      int a = find_draw (program, pair->a), b = find_draw (program, pair->b);

      if (a >= 0 && b >= 0 && a != b)
        {
          gsize row = member_of (members, (gsize) a), column = member_of (members, (gsize) b);
          double correlation = ys_correlation_from_rank (pair->rank_correlation);

          matrix[row * copula.n + column] = matrix[column * copula.n + row] = correlation;
        }
    }

  asked = g_memdup2 (matrix, copula.n * copula.n * sizeof (double));
  if (ys_correlation_root (matrix, copula.root, copula.n))
    note_repair (compiler, (const gsize *) members->data, asked, matrix, copula.n);

  copula.draws = (gsize *) g_array_steal (members, NULL);
  for (gsize i = 0; i < copula.n; i++)
    {
      YsDraw *draw = &g_array_index (program->draws, YsDraw, copula.draws[i]);

      draw->correlated = TRUE;
      draw->score = ys_compile_allocate (compiler, FALSE);
    }
  g_array_append_val (program->copulas, copula);
}

void
ys_compile_assumptions (YsCompiler *compiler)
{
  const GPtrArray *assumptions = compiler->program->scenario->assumptions;

  for (guint i = 0; i < assumptions->len; i++)
    ys_compile_assumption (compiler, ((const YsAssumption *) assumptions->pdata[i])->id);

  compile_copula (compiler);
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
