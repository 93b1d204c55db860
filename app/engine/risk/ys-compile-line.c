/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-compile.h"

#include <math.h>

#include "ys-depreciation.h"
#include "ys-random.h"

static const YsRegister nowhere = { .space = YS_SPACE_NONE };

/* Years count from the first period with cash; a period is a part of a year. */
static void
compile_growth (YsCompiler           *compiler,
                const YsAlternative  *alternative,
                YsProgramLine        *self)
{
  const YsLine *line = self->line;
  YsRegister sum;

  self->step = self->base = nowhere;
  if (line->estimates[YS_FIELD_GROWTH] == NULL && line->n_follows == 0)
    return;

  sum = line->estimates[YS_FIELD_GROWTH] != NULL
    ? ys_compile_field (compiler, alternative, line, YS_FIELD_GROWTH)
    : ys_compile_constant (compiler, 0.0);
  for (gsize i = 0; i < line->n_follows; i++)
    sum = ys_compile_scaled (compiler, sum, line->follows[i].factor,
                             ys_compile_assumption (compiler, line->follows[i].assumption));

  sum = ys_compile_step (compiler, YS_CODE_GROWTH, sum, 0.0);
  if (sum.by_period)
    self->base = sum;
  else
    self->step = ys_compile_step (compiler, YS_CODE_POWER, sum,
                                  1.0 / ys_scenario_get_per_year (compiler->program->scenario));
}

static void
compile_happens (YsCompiler          *compiler,
                 const YsAlternative *alternative,
                 YsProgramLine       *self)
{
  if (self->line->estimates[YS_FIELD_CHANCE] != NULL)
    self->happens = ys_compile_toss (compiler, alternative, self->line);
}

static YsRegister
compile_share (YsCompiler          *compiler,
               const YsAlternative *alternative,
               const YsLine        *line,
               YsField              field)
{
  if (line->estimates[field] == NULL)
    return ys_compile_constant (compiler, 0.0);

  return ys_compile_step (compiler, YS_CODE_CLAMP, ys_compile_field (compiler, alternative, line, field), 0.0);
}

/* Whether there may be more events in a period than are drawn one by one: of a formula, nobody knows, and an input
 * of an adjustable program may be held anywhere. */
static gboolean
may_be_many (const YsCompiler *compiler,
             const YsEstimate *rate)
{
  double most = YS_EVENTS_SINGLY * ys_scenario_get_per_year (compiler->program->scenario);
  gboolean many;
  YsCurve curve;

  if (rate->formula != NULL || compiler->program->inputs != NULL || !ys_curve_init (&curve, rate, NULL))
    return TRUE;

  many = (ys_curve_is_certain (&curve) ? ys_curve_get_mean (&curve) : ys_curve_get_quantile (&curve, 1.0 - 1e-9)) > most;
  ys_curve_clear (&curve);
  return many;
}

static void
compile_events (YsCompiler          *compiler,
                const YsAlternative *alternative,
                YsProgramLine       *self)
{
  YsProgram *program = compiler->program;
  const YsLine *line = self->line;
  const YsEstimate *loss = line->estimates[YS_FIELD_LOSS_EACH];
  g_autofree char *events = g_strdup_printf ("%s/%s/loss-each", alternative->id, line->id);
  YsRegister yearly = ys_compile_field (compiler, alternative, line, YS_FIELD_EVENTS_PER_YEAR);
  YsRegister share = ys_compile_constant (compiler, 1.0 / ys_scenario_get_per_year (program->scenario));

  self->counts = g_new0 (YsStream, program->n_periods + 1);
  for (gsize t = 0; t <= program->n_periods; t++)
    {
      g_autofree char *counts = g_strdup_printf ("%s/%s/events/%" G_GSIZE_FORMAT, alternative->id, line->id, t / 2);

      ys_compile_stream (compiler, &self->counts[t], counts, "count", t % 2);
    }
  self->event_key = ys_random_key (program->seed, events);
  self->rate = ys_compile_step (compiler, YS_CODE_FLOOR,
                                ys_compile_formula_step (compiler, YS_OP_MULTIPLY, yearly, share), 0.0);

  if (loss->formula != NULL)
    {
      self->loss = ys_compile_field (compiler, alternative, line, YS_FIELD_LOSS_EACH);
    }
  else if (ys_compile_curve (compiler, &self->loss_curve, loss, alternative->name, line, YS_FIELD_LOSS_EACH))
    {
      self->has_loss_curve = !ys_curve_is_certain (&self->loss_curve);
      ys_curve_prepare (&self->loss_curve, &program->pert_family);
      if (self->has_loss_curve && may_be_many (compiler, line->estimates[YS_FIELD_EVENTS_PER_YEAR]))
        self->severity = ys_severity_new (&self->loss_curve);
      self->loss = ys_compile_number (compiler, events, ys_curve_get_mean (&self->loss_curve));
    }

  if (line->kind->cash == YS_CASH_AVOIDED)
    {
      self->fewer = compile_share (compiler, alternative, line, YS_FIELD_FEWER);
      self->smaller = compile_share (compiler, alternative, line, YS_FIELD_SMALLER);
    }

  if (!ys_compile_is_constant (compiler, self->rate, 0.0))
    program->certain = FALSE;
}

/* Whether one of the draws from this one on says by itself whether the line happens. */
static gboolean
is_split (const YsCompiler *compiler,
          guint             first)
{
  for (guint i = first; i < compiler->program->draws->len; i++)
    {
      const YsDraw *draw = &g_array_index (compiler->program->draws, YsDraw, i);

      if (draw->split > 0.0 && !draw->tossed_apart)
        return TRUE;
    }

  return FALSE;
}

static void
compile_amount (YsCompiler          *compiler,
                const YsAlternative *alternative,
                YsProgramLine       *self)
{
  const YsLine *line = self->line;

  if (line->kind->cash == YS_CASH_STAFF_TIME)
    {
      YsRegister paid = ys_compile_formula_step (compiler, YS_OP_MULTIPLY,
                                                 ys_compile_field (compiler, alternative, line, YS_FIELD_HOURS),
                                                 ys_compile_field (compiler, alternative, line, YS_FIELD_HOURLY_RATE));

      self->amount = ys_compile_formula_step (compiler, YS_OP_MULTIPLY, paid,
                                              ys_compile_field (compiler, alternative, line, YS_FIELD_PUT_TO_USE));
    }
  else if (line->estimates[YS_FIELD_AMOUNT] != NULL)
    {
      self->amount = ys_compile_field (compiler, alternative, line, YS_FIELD_AMOUNT);
    }
  else
    {
      self->amount = ys_compile_constant (compiler, 1.0);
    }
}

static double
ramp_at (const YsLine *line,
         int           since_first)
{
  if (line->n_ramp == 0)
    return 1.0;
  return line->ramp[MIN ((gsize) since_first, line->n_ramp - 1)];
}

static double
listed_at (const YsLine *line,
           int           since_first)
{
  if (line->by_period == NULL)
    return 1.0;
  return (gsize) since_first < line->n_by_period ? line->by_period[since_first] : 0.0;
}

static void
set_weights (YsProgramLine *self,
             int            n_periods)
{
  gboolean once = self->line->kind->cash == YS_CASH_RESALE ||
                  (self->line->kind->cash == YS_CASH_OUTLAY && self->line->by_period == NULL);

  self->first = ys_line_get_first (self->line, n_periods);
  self->last = once ? self->first : ys_line_get_last (self->line, n_periods);
  self->weights = g_new0 (double, n_periods + 1);

  for (int t = MAX (self->first, 0); t <= MIN (self->last, n_periods); t++)
    self->weights[t] = ramp_at (self->line, t - self->first) * listed_at (self->line, t - self->first);

  /* Working capital is released in the last period, whatever its level was to be. */
  if (self->line->kind->cash == YS_CASH_LEVEL)
    self->weights[n_periods] = 0.0;
}

static gboolean
has_even_weights (const YsProgramLine *self,
                  int                  n_periods)
{
  for (int t = MAX (self->first, 0) + 1; t <= MIN (self->last, n_periods); t++)
    if (self->weights[t] != self->weights[t - 1])
      return FALSE;

  return TRUE;
}

/* Capital that is bought later is written off later, and what is left of it when it is sold is
 * another share: the later start has to be known before the schedule is made. */
static void
delay_outlay (YsProgramLine   *self,
              const YsProgram *program)
{
  gsize n = program->n_periods, later = program->delay_whole;
  g_autofree double *weights = g_steal_pointer (&self->weights);

  self->weights = g_new0 (double, n + 1);
  for (gsize t = later; t <= n; t++)
    self->weights[t] = (1.0 - program->delay_part) * weights[t - later]
                       + (t > later ? program->delay_part * weights[t - later - 1] : 0.0);

  self->first = (int) MIN ((gsize) self->first + later, n);
  self->last = (int) MIN ((gsize) self->last + later + 1, n);
  self->delayed = FALSE;
}

/* What each outlay writes off from the period after it; what has been sold is written off no more. */
static void
set_write_off (YsProgramLine *self,
               int            n_periods,
               int            per_year,
               int            resale)
{
  g_autofree double *shares = g_new0 (double, n_periods + 1);
  double residual = self->line->depreciation.residual;

  self->write_off = g_new0 (double, n_periods + 1);
  self->write_off_less = g_new0 (double, n_periods + 1);
  ys_depreciation_shares (&self->line->depreciation, per_year, shares, n_periods + 1);

  for (int paid = self->first; paid <= n_periods; paid++)
    {
      gboolean sold = resale >= 0 && paid <= resale;

      for (int t = paid + 1; t <= (sold ? resale : n_periods); t++)
        {
          self->write_off[t] += self->weights[paid] * shares[t - paid - 1];
          self->write_off_less[t] += paid == self->first ? residual * shares[t - paid - 1] : 0.0;
        }
      self->book += sold ? self->weights[paid] : 0.0;
    }

  for (int t = 0; t <= resale; t++)
    {
      self->book -= self->write_off[t];
      self->book_less -= self->write_off_less[t];
    }
}

static int
find_driver (const YsScenario *scenario,
             const char       *id)
{
  for (guint i = 0; id != NULL && i < scenario->drivers->len; i++)
    if (g_str_equal (((const YsDriver *) scenario->drivers->pdata[i])->id, id))
      return (int) i;

  return -1;
}

static YsProgramGroup
group_of (const YsScenario *scenario,
          const YsLine     *line)
{
  return (YsProgramGroup) {
    .side = line->kind->side,
    .taxed = line->kind->taxed,
    .is_resale = line->kind->cash == YS_CASH_RESALE,
    .forward = line->nature == YS_NATURE_FORWARD,
    .driver = find_driver (scenario, line->driver),
  };
}

/* Its position, after it was added if it was not there. */
static gsize
find_group (GArray         *groups,
            YsProgramGroup  own)
{
  for (gsize i = 0; i < groups->len; i++)
    {
      const YsProgramGroup *group = &g_array_index (groups, YsProgramGroup, i);

      if (group->side == own.side && group->taxed == own.taxed && group->is_resale == own.is_resale &&
          group->forward == own.forward && group->driver == own.driver)
        return i;
    }

  g_array_append_val (groups, own);
  return groups->len - 1;
}

static gboolean
is_constant (YsRegister reg)
{
  return reg.space == YS_SPACE_NONE || reg.space == YS_SPACE_CONSTANT;
}

void
ys_compile_line (YsCompiler          *compiler,
                 const YsAlternative *alternative,
                 const YsLine        *line,
                 const YsLine        *resale,
                 YsProgramLine       *self)
{
  const YsScenario *scenario = compiler->program->scenario;
  int n_periods = scenario->n_periods;
  guint n_draws = compiler->program->draws->len;

  *self = (YsProgramLine) {
    .line = line,
    .group = find_group (compiler->alternative->groups, group_of (scenario, line)),
    .kept = nowhere, .rate = nowhere, .amount = nowhere, .happens = nowhere, .fewer = nowhere, .smaller = nowhere,
    .taxes_books = line == resale,
  };

  ys_compile_choose_leader (compiler, alternative, line);
  set_weights (self, n_periods);
  self->delayed = self->first >= 1 && line->kind->cash != YS_CASH_RESALE;
  if (self->delayed && line->kind->cash == YS_CASH_OUTLAY)
    delay_outlay (self, compiler->program);
  compile_growth (compiler, alternative, self);

  if (line->kind->cash == YS_CASH_EVENTS || line->kind->cash == YS_CASH_AVOIDED)
    compile_events (compiler, alternative, self);
  else
    compile_amount (compiler, alternative, self);
  if (!is_split (compiler, n_draws))
    compile_happens (compiler, alternative, self);

  self->steady = line->kind->cash != YS_CASH_LEVEL && !ys_register_exists (self->rate) &&
                 !self->amount.by_period && !self->happens.by_period && !ys_register_exists (self->base);

  self->even = has_even_weights (self, n_periods);
  self->certain = !ys_register_exists (self->rate) && is_constant (self->amount) && is_constant (self->happens) &&
                  is_constant (self->step) && is_constant (self->base);

  if (line->kind->cash == YS_CASH_OUTLAY)
    {
      self->kept = ys_compile_allocate (compiler, FALSE);
      set_write_off (self, n_periods, ys_scenario_get_per_year (scenario),
                     resale != NULL ? ys_line_get_first (resale, n_periods) : -1);
    }
}
