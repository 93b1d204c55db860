/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-compile.h"

#include <string.h>

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
