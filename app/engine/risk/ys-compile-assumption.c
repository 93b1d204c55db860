/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-compile-private.h"

#include <glib/gi18n.h>

#include "ys-correlation.h"
#include "ys-error.h"

enum
{
  STATE_NOT_YET,
  STATE_UNDER_WAY,
  STATE_DONE,
};

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
      ys_compile_take_error (compiler, ys_error_new (YS_ERROR_FORMULA, assumption->row,
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
           ys_compile_estimate (compiler, assumption->estimate, assumption->id, assumption->name, -1),
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

  ys_compile_take_error (compiler, ys_error_new (YS_ERROR_INVALID, 0, _("there is no assumption “%s”"), id));
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

/* Two that move together, as places among the members; FALSE if one is certain after all: nothing to move. */
static gboolean
find_pair (const YsProgram   *program,
           const YsMovesWith *pair,
           GArray            *members,
           gsize             *out_row,
           gsize             *out_column)
{
  int a = find_draw (program, pair->a), b = find_draw (program, pair->b);

  if (a < 0 || b < 0)
    return FALSE;

  *out_row = member_of (members, (gsize) a);
  *out_column = member_of (members, (gsize) b);
  return TRUE;
}

static GArray *
list_members (const YsProgram *program)
{
  const GPtrArray *pairs = program->scenario->moves_with;
  GArray *members = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize row, column;

  for (guint i = 0; i < pairs->len; i++)
    find_pair (program, pairs->pdata[i], members, &row, &column);
  return members;
}

static double *
new_matrix (const YsProgram *program,
            GArray          *members)
{
  const GPtrArray *pairs = program->scenario->moves_with;
  gsize n = members->len, row, column;
  double *matrix = g_new0 (double, n * n);

  for (gsize i = 0; i < n; i++)
    matrix[i * n + i] = 1.0;
  for (guint i = 0; i < pairs->len; i++)
    {
      const YsMovesWith *pair = pairs->pdata[i];

      if (find_pair (program, pair, members, &row, &column) && row != column)
        matrix[row * n + column] = matrix[column * n + row] = ys_correlation_from_rank (pair->rank_correlation);
    }

  return matrix;
}

/* One copula over all assumptions that are named: the symmetric root leaves alone those that have
 * nothing to do with each other. */
static void
compile_copula (YsCompiler *compiler)
{
  YsProgram *program = compiler->program;
  g_autoptr(GArray) members = list_members (program);
  g_autofree double *matrix = new_matrix (program, members);
  YsCopula copula = { .n = members->len };
  g_autofree double *asked = g_memdup2 (matrix, copula.n * copula.n * sizeof (double));

  if (copula.n == 0)
    return;

  copula.root = g_new0 (double, copula.n * copula.n);
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
