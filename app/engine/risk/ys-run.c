/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-run.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-compile.h"
#include "ys-distribution.h"
#include "ys-error.h"
#include "ys-random.h"

/* The most events one uniform is asked for; larger rates are added up from parts. */
#define POISSON_PART 16.0

/* What an alternative's lines come to, by period and trial. */
typedef struct
{
  double *taxed;      /* [periods × YS_BLOCK] cash that counts for tax */
  double *untaxed;    /* … that does not */
  double *written;    /* written off */
} YsLedger;

struct _YsWorkspace
{
  double  *columns[YS_SPACE_LOCAL + 1];
  double   uniforms[YS_BLOCK];
  double   scores[YS_BLOCK];
  double   flow[YS_BLOCK];
  double   growth[YS_BLOCK];
  double   carried[YS_BLOCK];
  double   cash[YS_BLOCK];
  double   tax[YS_BLOCK];
  double  *baseline_cash;  /* [periods × YS_BLOCK] */
  YsLedger ledger;
  gsize    ledger_size;    /* numbers in each column set */
};

static gsize
n_columns (const YsProgram *program,
           YsSpace          space)
{
  switch (space)
    {
    case YS_SPACE_CONSTANT:    return program->constants->len;
    case YS_SPACE_SHARED:      return program->n_shared;
    case YS_SPACE_SHARED_EACH: return program->n_shared_each * (program->n_periods + 1);
    case YS_SPACE_LOCAL:       return program->n_local;
    case YS_SPACE_NONE:
    default:                   return 0;
    }
}

static void
fill (double *column,
      double  value,
      gsize   n)
{
  for (gsize i = 0; i < n; i++)
    column[i] = value;
}

static inline double *
column_at (const YsProgram   *program,
           const YsWorkspace *self,
           YsRegister         reg,
           gsize              period)
{
  gsize index = reg.space == YS_SPACE_SHARED_EACH
    ? reg.index * (program->n_periods + 1) + period
    : reg.index;

  return self->columns[reg.space] + index * YS_BLOCK;
}

YsWorkspace *
ys_workspace_new (const YsProgram *program)
{
  YsWorkspace *self = g_new0 (YsWorkspace, 1);
  gsize n = program->n_periods + 1;

  for (YsSpace space = YS_SPACE_CONSTANT; space <= YS_SPACE_LOCAL; space++)
    self->columns[space] = g_new0 (double, MAX (n_columns (program, space), 1) * YS_BLOCK);

  for (guint i = 0; i < program->constants->len; i++)
    fill (self->columns[YS_SPACE_CONSTANT] + i * YS_BLOCK, g_array_index (program->constants, double, i), YS_BLOCK);
  for (gsize t = 0; t < n; t++)
    fill (column_at (program, self, program->period, t), (double) t, YS_BLOCK);

  self->ledger_size = n * YS_BLOCK;
  self->ledger.taxed = g_new0 (double, self->ledger_size);
  self->ledger.untaxed = g_new0 (double, self->ledger_size);
  self->ledger.written = g_new0 (double, self->ledger_size);
  self->baseline_cash = g_new0 (double, self->ledger_size);

  return self;
}

void
ys_workspace_free (YsWorkspace *workspace)
{
  if (workspace == NULL)
    return;

  for (YsSpace space = YS_SPACE_CONSTANT; space <= YS_SPACE_LOCAL; space++)
    g_free (workspace->columns[space]);
  g_free (workspace->ledger.taxed);
  g_free (workspace->ledger.untaxed);
  g_free (workspace->ledger.written);
  g_free (workspace->baseline_cash);
  g_free (workspace);
}

/* --- instructions ------------------------------------------------------------------------------ */

static void
scores_from_uniforms (const double *uniforms,
                      double       *scores,
                      gsize         n)
{
  for (gsize i = 0; i < n; i++)
    scores[i] = ys_normal_quantile (uniforms[i]);
}

static void
uniforms_from_scores (const double *scores,
                      double       *uniforms,
                      gsize         n)
{
  /* Far out, where the share rounds to 0 or 1, the last number in between stands for it. */
  for (gsize i = 0; i < n; i++)
    uniforms[i] = CLAMP (ys_normal_cdf (scores[i]), 0x1p-60, 1.0 - 0x1p-53);
}

static void
run_draw (const YsProgram     *program,
          YsWorkspace         *self,
          const YsInstruction *step,
          gsize                first_trial,
          gsize                n)
{
  const YsDraw *draw = &g_array_index (program->draws, YsDraw, step->draw);
  const double *scores = self->scores;

  if (draw->correlated)
    {
      scores = column_at (program, self, draw->score, 0);
      if (!draw->curve.shape->reads_z)
        uniforms_from_scores (scores, self->uniforms, n);
    }
  else
    {
      ys_random_block (draw->key, first_trial, 0, n, self->uniforms);
      if (draw->curve.shape->reads_z)
        scores_from_uniforms (self->uniforms, self->scores, n);
    }

  draw->curve.shape->fill (&draw->curve, self->uniforms, scores, column_at (program, self, step->to, 0), n);
}

#define EACH_TRIAL(expression) \
  for (gsize i = 0; i < n; i++) \
    to[i] = (expression)

static void
run_formula (YsOp          op,
             double       *to,
             const double *a,
             const double *b,
             const double *c,
             gsize         n)
{
  switch (op)
    {
    case YS_OP_NEGATE:     EACH_TRIAL (-a[i]); break;
    case YS_OP_ADD:        EACH_TRIAL (a[i] + b[i]); break;
    case YS_OP_SUBTRACT:   EACH_TRIAL (a[i] - b[i]); break;
    case YS_OP_MULTIPLY:   EACH_TRIAL (a[i] * b[i]); break;
    case YS_OP_DIVIDE:     EACH_TRIAL (a[i] / b[i]); break;
    case YS_OP_EQUAL:      EACH_TRIAL (a[i] == b[i] ? 1.0 : 0.0); break;
    case YS_OP_NOT_EQUAL:  EACH_TRIAL (a[i] != b[i] ? 1.0 : 0.0); break;
    case YS_OP_LESS:       EACH_TRIAL (a[i] < b[i] ? 1.0 : 0.0); break;
    case YS_OP_LESS_EQUAL: EACH_TRIAL (a[i] <= b[i] ? 1.0 : 0.0); break;
    case YS_OP_MORE:       EACH_TRIAL (a[i] > b[i] ? 1.0 : 0.0); break;
    case YS_OP_MORE_EQUAL: EACH_TRIAL (a[i] >= b[i] ? 1.0 : 0.0); break;
    case YS_OP_IF:         EACH_TRIAL (a[i] != 0.0 ? b[i] : c[i]); break;
    default:
      EACH_TRIAL (ys_formula_operate (op, a[i], b != NULL ? b[i] : 0.0, c != NULL ? c[i] : 0.0));
      break;
    }
}

static const double *
operand (const YsProgram   *program,
         const YsWorkspace *self,
         YsRegister         reg,
         gsize              period)
{
  return ys_register_exists (reg) ? column_at (program, self, reg, period) : NULL;
}

static void
run_instructions (const YsProgram *program,
                  YsWorkspace     *self,
                  const GArray    *list,
                  gsize            from,
                  gsize            end,
                  gsize            period,
                  gsize            first_trial,
                  gsize            n)
{
  for (gsize k = from; k < end; k++)
    {
      const YsInstruction *step = &g_array_index (list, YsInstruction, k);
      double *to = column_at (program, self, step->to, period);
      const double *a = operand (program, self, step->a, period);

      switch (step->code)
        {
        case YS_CODE_DRAW:
          run_draw (program, self, step, first_trial, n);
          break;
        case YS_CODE_TOSS:
          ys_random_block (step->key, first_trial, 0, n, self->uniforms);
          EACH_TRIAL (self->uniforms[i] < a[i] ? 1.0 : 0.0);
          break;
        case YS_CODE_CLAMP:
          EACH_TRIAL (CLAMP (a[i], 0.0, 1.0));
          break;
        case YS_CODE_FLOOR:
          EACH_TRIAL (MAX (a[i], 0.0));
          break;
        case YS_CODE_POWER:
          EACH_TRIAL (pow (a[i], step->k));
          break;
        case YS_CODE_FORMULA:
          run_formula (step->op, to, a,
                       operand (program, self, step->b, period),
                       operand (program, self, step->c, period), n);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

static void
run_copula (const YsProgram *program,
            YsWorkspace     *self,
            const YsCopula  *copula,
            gsize            first_trial,
            gsize            n)
{
  for (gsize row = 0; row < copula->n; row++)
    fill (column_at (program, self, g_array_index (program->draws, YsDraw, copula->draws[row]).score, 0), 0.0, n);

  for (gsize from = 0; from < copula->n; from++)
    {
      ys_random_block (g_array_index (program->draws, YsDraw, copula->draws[from]).key, first_trial, 0, n, self->uniforms);
      scores_from_uniforms (self->uniforms, self->scores, n);

      for (gsize row = 0; row < copula->n; row++)
        {
          YsRegister score = g_array_index (program->draws, YsDraw, copula->draws[row]).score;
          double *column = column_at (program, self, score, 0);
          double weight = copula->root[row * copula->n + from];

          for (gsize i = 0; i < n; i++)
            column[i] += weight * self->scores[i];
        }
    }
}

static void
run_shared (const YsProgram *program,
            YsWorkspace     *self,
            gsize            first_trial,
            gsize            n)
{
  for (guint i = 0; i < program->copulas->len; i++)
    run_copula (program, self, &g_array_index (program->copulas, YsCopula, i), first_trial, n);

  run_instructions (program, self, program->once, 0, program->once->len, 0, first_trial, n);
  for (gsize t = 0; t <= program->n_periods; t++)
    run_instructions (program, self, program->each, 0, program->each->len, t, first_trial, n);
}

void
ys_run_uniforms (const YsProgram *program,
                 YsWorkspace     *workspace,
                 gsize            draw,
                 gsize            first_trial,
                 gsize            n,
                 double          *uniforms)
{
  const YsDraw *source = &g_array_index (program->draws, YsDraw, draw);

  if (!source->correlated)
    {
      ys_random_block (source->key, first_trial, 0, n, uniforms);
      return;
    }

  for (guint i = 0; i < program->copulas->len; i++)
    run_copula (program, workspace, &g_array_index (program->copulas, YsCopula, i), first_trial, n);
  uniforms_from_scores (column_at (program, workspace, source->score, 0), uniforms, n);
}

/* --- events ------------------------------------------------------------------------------------ */

/* Number of events with this uniform, by going up the distribution from zero. */
static guint32
poisson_quantile (double rate,
                  double u)
{
  double probability = exp (-rate);
  double sum = probability;
  guint32 count = 0;

  while (u > sum && count < 1000)
    {
      count++;
      probability *= rate / count;
      sum += probability;
    }

  return count;
}

static guint32
count_events (guint64 key,
              gsize   trial,
              gsize   period,
              double  rate,
              double  u)
{
  guint32 count = 0;

  if (rate <= POISSON_PART)
    return poisson_quantile (rate, u);

  /* A sum of Poisson numbers is a Poisson number of the summed rate. */
  for (guint32 part = 0; rate > 0.0; part++)
    {
      double uniforms[4];

      ys_random_event (key, trial, (guint32) period, part, uniforms);
      count += poisson_quantile (MIN (rate, POISSON_PART), uniforms[0]);
      rate -= POISSON_PART;
    }

  return count;
}

/* What the events of one trial and period cost, or what of that is avoided. */
static double
sum_events (const YsProgramLine *line,
            gsize                trial,
            gsize                period,
            guint32              count,
            double               loss,
            double               fewer,
            double               smaller)
{
  gboolean avoided = line->line->kind->cash == YS_CASH_AVOIDED;
  double sum = 0.0;

  for (guint32 event = 0; event < count; event++)
    {
      double uniforms[4];

      ys_random_event (line->event_key, trial, (guint32) period, event, uniforms);
      if (line->has_loss_curve)
        loss = ys_curve_get_quantile (&line->loss_curve, uniforms[0]);

      if (!avoided || uniforms[1] < fewer)
        sum += loss;
      else
        sum += smaller * loss;
    }

  return sum;
}

static void
fill_events (const YsProgram     *program,
             YsWorkspace         *self,
             const YsProgramLine *line,
             gsize                period,
             gsize                first_trial,
             gsize                n,
             double              *flow)
{
  const double *rate = column_at (program, self, line->rate, period);
  const double *loss = column_at (program, self, line->loss, period);
  const double *fewer = column_at (program, self, line->fewer, period);
  const double *smaller = column_at (program, self, line->smaller, period);

  ys_random_block (line->count_key, first_trial, (guint32) period, n, self->uniforms);
  for (gsize i = 0; i < n; i++)
    {
      guint32 count = count_events (line->count_key, first_trial + i, period, rate[i], self->uniforms[i]);

      flow[i] = count == 0 ? 0.0
        : sum_events (line, first_trial + i, period, count, loss[i], fewer[i], smaller[i]);
    }
}

/* --- lines ------------------------------------------------------------------------------------- */

static void
grow (const YsProgram     *program,
      YsWorkspace         *self,
      const YsProgramLine *line,
      gsize                period,
      gsize                n)
{
  if (ys_register_exists (line->step) && period > (gsize) line->first)
    {
      const double *step = column_at (program, self, line->step, period);

      for (gsize i = 0; i < n; i++)
        self->growth[i] *= step[i];
    }
  else if (ys_register_exists (line->base))
    {
      const double *base = column_at (program, self, line->base, period);
      double years = (double) (period - (gsize) line->first) / ys_scenario_get_per_year (program->scenario);

      for (gsize i = 0; i < n; i++)
        self->growth[i] = pow (base[i], years);
    }
}

/* flow ← happens × amount × ramp × growth, without its sign */
static void
fill_flow (const YsProgram     *program,
           YsWorkspace         *self,
           const YsProgramLine *line,
           gsize                period,
           gsize                first_trial,
           gsize                n)
{
  double *flow = self->flow;
  double weight = line->weights[period];

  if (ys_register_exists (line->rate))
    fill_events (program, self, line, period, first_trial, n, flow);
  else
    memcpy (flow, column_at (program, self, ys_register_exists (line->kept) ? line->kept : line->amount, period),
            n * sizeof (double));

  if (ys_register_exists (line->happens) && !ys_register_exists (line->kept))
    {
      const double *happens = column_at (program, self, line->happens, period);

      for (gsize i = 0; i < n; i++)
        flow[i] *= happens[i];
    }

  for (gsize i = 0; i < n; i++)
    flow[i] *= weight * self->growth[i];
}

static void
add_scaled (double       *to,
            const double *from,
            double        factor,
            gsize         n)
{
  for (gsize i = 0; i < n; i++)
    to[i] += factor * from[i];
}

static double
sum_of (const double *column,
        gsize         n)
{
  double sum = 0.0;

  for (gsize i = 0; i < n; i++)
    sum += column[i];
  return sum;
}

static void
book (const double *flow,
      double        factor,
      gsize         period,
      double       *ledger,
      double       *sums,
      gsize         n)
{
  add_scaled (ledger + period * YS_BLOCK, flow, factor, n);
  sums[period] += factor * sum_of (flow, n);
}

/* Puts what falls in a period there, or later when the start is: a share whole periods later, the
 * rest one period more. What would come after the horizon is lost to it. A level of working capital
 * is paid in its period and comes back in the next; the last period has none. */
static void
book_line (const YsProgram     *program,
           YsWorkspace         *self,
           const YsProgramLine *line,
           double              *sums,
           gsize                period,
           gsize                n)
{
  const YsLineKind *kind = line->line->kind;
  gboolean is_level = kind->cash == YS_CASH_LEVEL;
  double *ledger = kind->taxed ? self->ledger.taxed : self->ledger.untaxed;
  gsize later = line->delayed ? program->delay_whole : 0;
  double part = line->delayed ? program->delay_part : 0.0;

  for (gsize k = 0; k < 2; k++)
    {
      gsize t = period + later + k;
      double share = k == 0 ? 1.0 - part : part;

      if (share == 0.0 || t + is_level > program->n_periods)
        continue;
      book (self->flow, kind->sign * share, t, ledger, sums, n);
      if (is_level)
        book (self->flow, -kind->sign * share, t + 1, ledger, sums, n);
    }
}

/* What capital costs, before its share by period: its depreciation is a share of the same. */
static void
remember_outlay (const YsProgram     *program,
                 YsWorkspace         *self,
                 const YsProgramLine *line,
                 gsize                period,
                 gsize                n)
{
  double *kept = column_at (program, self, line->kept, 0);
  const double *amount = column_at (program, self, line->amount, period);

  memcpy (kept, amount, n * sizeof (double));
  if (ys_register_exists (line->happens))
    {
      const double *happens = column_at (program, self, line->happens, period);

      for (gsize i = 0; i < n; i++)
        kept[i] *= happens[i];
    }
}

static void
write_off (const YsProgram     *program,
           YsWorkspace         *self,
           const YsProgramLine *line,
           gsize                n)
{
  const double *kept = column_at (program, self, line->kept, 0);

  for (gsize t = 0; t <= program->n_periods; t++)
    {
      double share = line->write_off[t], less = line->write_off_less[t];

      if (share == 0.0 && less == 0.0)
        continue;

      /* Nothing is left of what was never bought. */
      for (gsize i = 0; i < n; i++)
        self->ledger.written[t * YS_BLOCK + i] += share * kept[i] - (kept[i] != 0.0 ? less : 0.0);
    }
}

/* The book value of all capital is a cost against what it is sold for. */
static void
clear_books (const YsProgram            *program,
             YsWorkspace                *self,
             const YsProgramAlternative *alternative,
             gsize                       resale,
             gsize                       n)
{
  double *written = self->ledger.written + resale * YS_BLOCK;

  for (guint k = 0; k < alternative->lines->len; k++)
    {
      const YsProgramLine *line = &g_array_index (alternative->lines, YsProgramLine, k);

      if (line->line->kind->cash == YS_CASH_OUTLAY)
        {
          const double *kept = column_at (program, self, line->kept, 0);

          for (gsize i = 0; i < n; i++)
            written[i] += line->book * kept[i] - (kept[i] != 0.0 ? line->book_less : 0.0);
        }
    }
}

/* Growth is carried from period to period, so a line is run through all its periods at once. */
static void
run_line (const YsProgram            *program,
          YsWorkspace                *self,
          const YsProgramAlternative *alternative,
          const YsProgramLine        *line,
          double                     *sums,
          gsize                       first_trial,
          gsize                       n)
{
  gboolean is_outlay = line->line->kind->cash == YS_CASH_OUTLAY;
  gsize first = (gsize) line->first, last = MIN ((gsize) line->last, program->n_periods);

  fill (self->growth, 1.0, n);
  for (gsize t = first; t <= last; t++)
    {
      run_instructions (program, self, alternative->each, line->each_from, line->each_to, t, first_trial, n);
      grow (program, self, line, t, n);
      if (is_outlay && t == first)
        remember_outlay (program, self, line, t, n);
      if (line->weights[t] == 0.0)
        continue;
      fill_flow (program, self, line, t, first_trial, n);
      book_line (program, self, line, sums, t, n);
    }

  if (is_outlay)
    write_off (program, self, line, n);
}

static void
run_lines (const YsProgram            *program,
           YsWorkspace                *self,
           const YsProgramAlternative *alternative,
           YsSums                     *sums,
           gsize                       first_trial,
           gsize                       n)
{
  for (guint k = 0; k < alternative->lines->len; k++)
    run_line (program, self, alternative,
              &g_array_index (alternative->lines, YsProgramLine, k),
              sums->lines + (alternative->first_line + k) * (program->n_periods + 1),
              first_trial, n);

  for (guint k = 0; k < alternative->lines->len; k++)
    {
      const YsProgramLine *line = &g_array_index (alternative->lines, YsProgramLine, k);

      if (line->taxes_books)
        clear_books (program, self, alternative, (gsize) line->first, n);
    }
}

/* --- tax and worth ----------------------------------------------------------------------------- */

static void
work_out_tax (const YsProgram *program,
              YsWorkspace     *self,
              gsize            period,
              gsize            n)
{
  const double *taxed = self->ledger.taxed + period * YS_BLOCK;
  const double *written = self->ledger.written + period * YS_BLOCK;
  gboolean carry = program->losses == YS_LOSSES_CARRY_FORWARD;

  for (gsize i = 0; i < n; i++)
    {
      double base = taxed[i] - written[i] - (carry ? self->carried[i] : 0.0);

      self->carried[i] = MAX (-base, 0.0);
      self->tax[i] = program->tax_rate * (carry ? MAX (base, 0.0) : base);
    }
}

static void
work_out_cash (YsWorkspace *self,
               gsize        period,
               gsize        n)
{
  const double *taxed = self->ledger.taxed + period * YS_BLOCK;
  const double *untaxed = self->ledger.untaxed + period * YS_BLOCK;

  for (gsize i = 0; i < n; i++)
    self->cash[i] = taxed[i] + untaxed[i] - self->tax[i];
}

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
  gboolean is_baseline = (int) index == program->baseline;
  gboolean has_baseline = program->baseline >= 0 && !is_baseline;
  double *cash_sums = sums->cash + index * (program->n_periods + 1);
  double *tax_sums = sums->tax + index * (program->n_periods + 1);

  memset (self->ledger.taxed, 0, self->ledger_size * sizeof (double));
  memset (self->ledger.untaxed, 0, self->ledger_size * sizeof (double));
  memset (self->ledger.written, 0, self->ledger_size * sizeof (double));
  fill (self->carried, 0.0, n);
  fill (outcomes, 0.0, n);

  run_instructions (program, self, alternative->once, 0, alternative->once->len, 0, first_trial, n);
  run_lines (program, self, alternative, sums, first_trial, n);

  for (gsize t = 0; t <= program->n_periods; t++)
    {
      double *baseline = self->baseline_cash + t * YS_BLOCK;

      work_out_tax (program, self, t, n);
      work_out_cash (self, t, n);
      if (is_baseline)
        memcpy (baseline, self->cash, n * sizeof (double));
      if (has_baseline)
        add_scaled (self->cash, baseline, -1.0, n);

      add_scaled (outcomes, self->cash, alternative->discount[t], n);
      cash_sums[t] += sum_of (self->cash, n);
      tax_sums[t] += sum_of (self->tax, n);
    }
}

void
ys_run_block (const YsProgram  *program,
              YsWorkspace      *workspace,
              gsize             first_trial,
              gsize             n,
              double          **outcomes,
              YsSums           *sums)
{
  g_return_if_fail (n <= YS_BLOCK);

  run_shared (program, workspace, first_trial, n);

  /* The baseline first: the others are measured against it. */
  if (program->baseline >= 0)
    run_alternative (program, workspace, (gsize) program->baseline, first_trial, n,
                     outcomes[program->baseline] + first_trial, sums);
  for (gsize a = 0; a < program->n_alternatives; a++)
    if ((int) a != program->baseline)
      run_alternative (program, workspace, a, first_trial, n, outcomes[a] + first_trial, sums);
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
      const double *values = column_at (program, self, step->to, period);

      for (gsize i = 0; step->what != NULL && i < n; i++)
        if (!isfinite (values[i]))
          return ys_error_new (YS_ERROR_INVALID, step->row,
                               _("%s: in some trials the formula has no value: it divides by zero, takes the root or "
                                 "logarithm of a negative number, or grows beyond all bounds"), step->what);
    }

  return NULL;
}

GError *
ys_run_find_undefined (const YsProgram *program,
                       YsWorkspace     *workspace,
                       gsize            first_trial,
                       gsize            n)
{
  GError *error = NULL;

  run_shared (program, workspace, first_trial, n);
  error = find_undefined_in (program, workspace, program->once, 0, n);
  for (gsize t = 0; error == NULL && t <= program->n_periods; t++)
    error = find_undefined_in (program, workspace, program->each, t, n);

  for (gsize a = 0; error == NULL && a < program->n_alternatives; a++)
    {
      const YsProgramAlternative *alternative = &program->alternatives[a];

      run_instructions (program, workspace, alternative->once, 0, alternative->once->len, 0, first_trial, n);
      error = find_undefined_in (program, workspace, alternative->once, 0, n);
      for (gsize t = 0; error == NULL && t <= program->n_periods; t++)
        {
          run_instructions (program, workspace, alternative->each, 0, alternative->each->len, t, first_trial, n);
          error = find_undefined_in (program, workspace, alternative->each, t, n);
        }
    }

  return error;
}
