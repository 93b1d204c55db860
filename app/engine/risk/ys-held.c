/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-held.h"

#include <string.h>

static gboolean
same_register (YsRegister a,
               YsRegister b)
{
  return a.space == b.space && a.index == b.index;
}

/* --- the held operation ------------------------------------------------------------------------ */

/* Held losses are one number for all events. */
static GArray *
copy_lines (const GArray *lines,
            YsRegister    held)
{
  GArray *copy = g_array_copy ((GArray *) lines);

  for (guint i = 0; i < copy->len; i++)
    {
      YsProgramLine *line = &g_array_index (copy, YsProgramLine, i);

      if (same_register (line->loss, held))
        line->has_loss_curve = FALSE;
    }

  return copy;
}

static YsInstruction *
held_step (YsHeld *self)
{
  GArray *once = self->program.once;

  for (gsize i = 0; i < self->program.n_alternatives; i++)
    if ((int) self->indices[i] == self->input->alternative)
      once = self->program.alternatives[i].once;

  return &g_array_index (once, YsInstruction, self->input->step);
}

/* Copies what is going to be changed, and lets go of the original. */
static void
own_step (YsHeld *self)
{
  YsProgram *program = &self->program;

  if (self->input->alternative < 0)
    program->once = g_array_copy (program->once);

  for (gsize i = 0; i < program->n_alternatives; i++)
    if ((int) self->indices[i] == self->input->alternative)
      {
        YsProgramAlternative *own = &program->alternatives[i];

        own->once = g_array_copy (own->once);
        own->lines = copy_lines (own->lines, g_array_index (own->once, YsInstruction, self->input->step).to);
      }
}

static void
disown_step (YsHeld *self)
{
  if (self->input->alternative < 0)
    g_array_unref (self->program.once);

  for (gsize i = 0; i < self->program.n_alternatives; i++)
    if ((int) self->indices[i] == self->input->alternative)
      {
        g_array_unref (self->program.alternatives[i].once);
        g_array_unref (self->program.alternatives[i].lines);
      }
}

/* An estimate of one alternative moves that alone, one of the baseline all that are measured against it. */
static gboolean
has_part (const YsHeld *self,
          int           alternative)
{
  int owner = self->input->alternative, baseline = self->source->baseline;

  return owner < 0 || owner == baseline || alternative == owner || alternative == baseline;
}

static void
pick_alternatives (YsHeld *self)
{
  const YsProgram *source = self->source;
  gsize n = 0;

  self->program = *source;
  self->program.alternatives = g_new0 (YsProgramAlternative, MAX (source->n_alternatives, 1));
  self->indices = g_new0 (gsize, MAX (source->n_alternatives, 1));

  for (gsize a = 0; a < source->n_alternatives; a++)
    if (has_part (self, (int) a))
      {
        if ((int) a == source->baseline)
          self->program.baseline = (int) n;
        self->program.alternatives[n] = source->alternatives[a];
        self->indices[n++] = a;
      }
  self->program.n_alternatives = n;
}

/* --- whether anything is left to chance -------------------------------------------------------- */

static gboolean
draws (const GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      YsCode code = g_array_index (list, YsInstruction, i).code;

      if (code == YS_CODE_DRAW || code == YS_CODE_TOSS)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_events (const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (ys_register_exists (g_array_index (lines, YsProgramLine, i).rate))
      return TRUE;

  return FALSE;
}

static gboolean
is_certain (const YsProgram *program)
{
  if (draws (program->once) || draws (program->each))
    return FALSE;

  for (gsize i = 0; i < program->n_alternatives; i++)
    {
      const YsProgramAlternative *alternative = &program->alternatives[i];

      if (draws (alternative->once) || draws (alternative->each) || has_events (alternative->lines))
        return FALSE;
    }

  return TRUE;
}

/* --- running ----------------------------------------------------------------------------------- */

static void
run (YsHeld *self,
     double *means)
{
  const YsProgram *program = &self->program;

  for (gsize first = 0; first < self->n_trials; first += YS_BLOCK)
    self->runner->run_block (program, self->workspace, first, MIN (YS_BLOCK, self->n_trials - first),
                             self->outcomes, &self->sums);

  for (gsize i = 0; i < program->n_alternatives; i++)
    {
      double sum = 0.0;

      for (gsize trial = 0; trial < self->n_trials; trial++)
        sum += self->outcomes[i][trial];
      means[i] = sum / (double) self->n_trials;
    }
}

static void
run_at (YsHeld *self,
        double  value,
        double *means)
{
  held_step (self)->k = value;
  run (self, means);
}

static void
allocate (YsHeld     *self,
          gsize       trials,
          const char *runner)
{
  const YsProgram *program = &self->program;
  gsize n = MAX (program->n_alternatives, 1), periods = program->n_periods + 1;

  self->runner = ys_runner_choose (program, runner);
  self->workspace = self->runner->workspace_new (program);
  self->n_trials = program->certain ? 1 : trials;
  self->outcomes = g_new0 (double *, n);
  for (gsize i = 0; i < n; i++)
    self->outcomes[i] = g_new (double, self->n_trials);
  self->sums.groups = g_new0 (double, program->n_groups * periods);
  self->sums.cash = g_new0 (double, n * periods);
  self->start = g_new0 (double, n);
  for (int k = 0; k < 2; k++)
    self->toss[k] = g_new0 (double, n);
}

/* The chance as it stands, if it is one number. */
static gboolean
find_known_chance (const YsHeld *self,
                   double       *chance)
{
  const YsInstruction *step = held_step ((YsHeld *) self);

  if (step->code == YS_CODE_HOLD)
    *chance = step->k;
  else if (step->a.space == YS_SPACE_CONSTANT)
    *chance = g_array_index (self->program.constants, double, step->a.index);
  else
    return FALSE;

  return TRUE;
}

static void
weigh (const YsHeld *self,
       double        chance,
       double       *means)
{
  for (gsize i = 0; i < self->program.n_alternatives; i++)
    means[i] = (1.0 - chance) * self->toss[0][i] + chance * self->toss[1][i];
}

static void
start (YsHeld *self)
{
  double chance = 0.0;
  gboolean known = self->input->is_toss && find_known_chance (self, &chance);

  if (!self->program.certain && !known)
    run (self, self->start);

  held_step (self)->code = YS_CODE_HOLD;
  if (self->input->is_toss)
    {
      run_at (self, 0.0, self->toss[0]);
      run_at (self, 1.0, self->toss[1]);
      if (known)
        weigh (self, chance, self->start);
    }
}

YsHeld *
ys_held_new (const YsProgram *source,
             const YsResult  *result,
             gsize            input,
             gsize            trials,
             const char      *runner)
{
  YsHeld *self = g_new0 (YsHeld, 1);
  YsInstruction original;

  self->source = source;
  self->result = result;
  self->input = &g_array_index (source->inputs, YsProgramInput, input);
  pick_alternatives (self);
  own_step (self);

  original = *held_step (self);
  held_step (self)->code = YS_CODE_HOLD;
  self->program.certain = is_certain (&self->program);
  *held_step (self) = original;

  allocate (self, trials, runner);
  start (self);
  return self;
}

void
ys_held_free (YsHeld *held)
{
  if (held == NULL)
    return;

  for (gsize i = 0; i < MAX (held->program.n_alternatives, 1); i++)
    g_free (held->outcomes[i]);
  held->runner->workspace_free (held->workspace);
  disown_step (held);
  g_free (held->program.alternatives);
  g_free (held->indices);
  g_free (held->outcomes);
  g_free (held->sums.groups);
  g_free (held->sums.cash);
  g_free (held->start);
  g_free (held->toss[0]);
  g_free (held->toss[1]);
  g_free (held);
}

gboolean
ys_held_is_certain (const YsHeld *held)
{
  return held->program.certain;
}

void
ys_held_get_worth (YsHeld *held,
                   double  value,
                   double *worth)
{
  const YsResult *result = held->result;
  g_autofree double *means = g_new (double, MAX (held->program.n_alternatives, 1));

  if (held->input->is_toss)
    weigh (held, value, means);
  else
    run_at (held, value, means);

  for (gsize a = 0; a < result->n_alternatives; a++)
    worth[a] = ys_result_get_metric (result, a, "npv");
  for (gsize i = 0; i < held->program.n_alternatives; i++)
    {
      gsize a = held->indices[i];

      worth[a] = held->program.certain ? means[i] : worth[a] + (means[i] - held->start[i]);
    }
  if (result->baseline >= 0)
    worth[result->baseline] = 0.0;
}
