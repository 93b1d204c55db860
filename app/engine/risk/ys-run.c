/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-run.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-compile.h"
#include "ys-distribution.h"
#include "ys-error.h"
#include "ys-random.h"

/* Compiled several times: see YsRunner. YS_RUNNER is the name of what this compilation exports;
 * YS_SINGLE says whether its columns are of single precision. Only those draw: what is certain is one
 * trial, in double precision. */
#ifdef YS_SINGLE
#include "ys-draw.h"
#include "ys-lanes.h"
typedef float  real;
typedef Floats Reals;
typedef Ints   Masks;
#define WIDTH LANES
#define HALF HALF_LANES
#define EVENTS 256
#define PARTS 16 /* see add_up() */
#define COLUMN YS_BLOCK
G_STATIC_ASSERT (COLUMN == YS_STREAM_BLOCK);
#else
typedef double real;
#define WIDTH 4
typedef double Reals __attribute__ ((vector_size (8 * WIDTH)));
typedef gint64 Masks __attribute__ ((vector_size (8 * WIDTH)));
#define COLUMN (2 * WIDTH)
#define PARTS COLUMN
#define HALF (WIDTH / 2)
typedef double HalfDoubles __attribute__ ((vector_size (8 * HALF)));

static inline HalfDoubles
widen (const double *from)
{
  return *(const HalfDoubles *) from;
}
#endif

#define ALIGNMENT 64

extern const YsRunner YS_RUNNER;

/* What a group's lines come to, and what is written off, by period and trial. */
struct _YsWorkspace
{
  real    *columns[YS_SPACE_LOCAL + 1];
  real    *ledgers;        /* [most_groups × periods × COLUMN] */
  real    *written;        /* [periods × COLUMN] */
  real    *baseline_cash;  /* [periods × COLUMN] */
  real    *flow;           /* [COLUMN] */
  real    *growth;
  real    *weights;        /* [periods] of a line, with its sign */
  real    *taxed;          /* [COLUMN] of the period that is settled */
  real    *cash;           /* [COLUMN] */
  real    *carried;        /* [COLUMN] losses carried forward */
  double  *worth;          /* [COLUMN] */
  double  *scores;         /* [COLUMN] */
  double  *uniforms;       /* [COLUMN] */
  guint32 *bits;           /* [COLUMN] */
};

static gpointer
allocate (gsize n,
          gsize size)
{
  gpointer memory = g_aligned_alloc0 (MAX (n, 1), size, ALIGNMENT);

  return memory;
}

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

static inline real *
column_at (const YsProgram   *program,
           const YsWorkspace *self,
           YsRegister         reg,
           gsize              period)
{
  gsize index = reg.space == YS_SPACE_SHARED_EACH
    ? reg.index * (program->n_periods + 1) + period
    : reg.index;

  return self->columns[reg.space] + index * COLUMN;
}

static void
fill (real   *column,
      double  value)
{
  for (gsize i = 0; i < COLUMN; i++)
    column[i] = (real) value;
}

static YsWorkspace *
workspace_new (const YsProgram *program)
{
  YsWorkspace *self = g_new0 (YsWorkspace, 1);
  gsize n = program->n_periods + 1;

  for (YsSpace space = YS_SPACE_CONSTANT; space <= YS_SPACE_LOCAL; space++)
    self->columns[space] = allocate (n_columns (program, space) * COLUMN, sizeof (real));
  self->ledgers = allocate (program->most_groups * n * COLUMN, sizeof (real));
  self->written = allocate (n * COLUMN, sizeof (real));
  self->baseline_cash = allocate (n * COLUMN, sizeof (real));
  self->flow = allocate (COLUMN, sizeof (real));
  self->growth = allocate (COLUMN, sizeof (real));
  self->weights = allocate (n, sizeof (real));
  self->taxed = allocate (COLUMN, sizeof (real));
  self->cash = allocate (COLUMN, sizeof (real));
  self->carried = allocate (COLUMN, sizeof (real));
  self->worth = allocate (COLUMN, sizeof (double));
  self->scores = allocate (COLUMN, sizeof (double));
  self->uniforms = allocate (COLUMN, sizeof (double));
  self->bits = allocate (COLUMN, sizeof (guint32));

  for (guint i = 0; i < program->constants->len; i++)
    fill (self->columns[YS_SPACE_CONSTANT] + i * COLUMN, g_array_index (program->constants, double, i));
  for (gsize t = 0; t < n; t++)
    fill (column_at (program, self, program->period, t), (double) t);

  return self;
}

static void
workspace_free (YsWorkspace *self)
{
  if (self == NULL)
    return;

  for (YsSpace space = YS_SPACE_CONSTANT; space <= YS_SPACE_LOCAL; space++)
    g_aligned_free (self->columns[space]);
  g_aligned_free (self->ledgers);
  g_aligned_free (self->written);
  g_aligned_free (self->baseline_cash);
  g_aligned_free (self->flow);
  g_aligned_free (self->growth);
  g_aligned_free (self->weights);
  g_aligned_free (self->taxed);
  g_aligned_free (self->cash);
  g_aligned_free (self->carried);
  g_aligned_free (self->worth);
  g_aligned_free (self->scores);
  g_aligned_free (self->uniforms);
  g_aligned_free (self->bits);
  g_free (self);
}

/* --- draws ------------------------------------------------------------------------------------- */

#ifdef YS_SINGLE

/* Scores that move together, in the columns of their draws. */
static void
run_copula (const YsProgram *program,
            YsWorkspace     *self,
            const YsCopula  *copula,
            gsize            first_trial)
{
  for (gsize row = 0; row < copula->n; row++)
    fill (column_at (program, self, g_array_index (program->draws, YsDraw, copula->draws[row]).score, 0), 0.0);

  for (gsize from = 0; from < copula->n; from++)
    {
      const YsDraw *source = &g_array_index (program->draws, YsDraw, copula->draws[from]);

      fill_stream (&source->stream, first_trial, self->bits);
      draw_curve (&program->standard, &program->standard, self->bits, self->flow, COLUMN);

      for (gsize row = 0; row < copula->n; row++)
        {
          const YsDraw *target = &g_array_index (program->draws, YsDraw, copula->draws[row]);
          real *column = column_at (program, self, target->score, 0);
          real weight = (real) copula->root[row * copula->n + from];

          for (gsize i = 0; i < COLUMN; i++)
            column[i] += weight * self->flow[i];
        }
    }
}

/* The draw whose uniform is this: draw_uniform() backwards. */
static guint32
bits_from_tail (gboolean upper,
                double   tail)
{
  double steps = tail * 0x1p32 - 0.5;

  return (upper ? 0x80000000u : 0u) | (guint32) CLAMP (steps, 0.0, 2147483647.0);
}

static guint32
bits_from_score (double score)
{
  gboolean upper = score > 0.0;

  return bits_from_tail (upper, ys_normal_cdf (upper ? -score : score));
}

static guint32
bits_from_uniform (double uniform)
{
  gboolean upper = uniform > 0.5;

  return bits_from_tail (upper, upper ? 1.0 - uniform : uniform);
}

/* The same draws that tossed whether a line happens say how much it is: where in its part, the one in
 * which it happens or the other, each lies is a uniform again. */
static void
split_bits (guint32 *bits,
            double   chance)
{
  float p = (float) chance, scale = (float) (1.0 / chance), rest = (float) (1.0 / (1.0 - chance));

  FOR_LANES (i, COLUMN)
    {
      Floats u = draw_uniform (*(Words *) (bits + i));
      Floats w = choose (u < splat (p), u * scale, (u - p) * rest);
      Ints upper = w > splat (0.5f);
      Floats steps = smaller (larger (choose (upper, 1.0f - w, w), splat (0.0f)) * 0x1p32f, splat (YS_TAIL_MOST));

      *(Words *) (bits + i) = (Words) __builtin_convertvector (steps, Ints) | ((Words) upper & 0x80000000u);
    }
}

static void
fill_bits (const YsProgram *program,
           YsWorkspace     *self,
           const YsDraw    *draw,
           gsize            first_trial)
{
  if (draw->correlated)
    {
      const real *scores = column_at (program, self, draw->score, 0);

      for (gsize i = 0; i < COLUMN; i++)
        self->bits[i] = bits_from_score (scores[i]);
      return;
    }

  fill_stream (&draw->stream, first_trial, self->bits);
  if (draw->split > 0.0)
    split_bits (self->bits, draw->split);
}

static void
run_draw (const YsProgram *program,
          YsWorkspace     *self,
          const YsDraw    *draw,
          gsize            first_trial,
          real            *to)
{
  fill_bits (program, self, draw, first_trial);
  draw_curve (&draw->curve, &program->standard, self->bits, to, COLUMN);
}

static void
run_toss (YsWorkspace    *self,
          const YsStream *stream,
          gsize           first_trial,
          const real     *chance,
          real           *to)
{
  fill_stream (stream, first_trial, self->bits);
  FOR_LANES (i, COLUMN)
    store (to + i, choose (draw_uniform (*(const Words *) (self->bits + i)) < load (chance + i),
                           splat (1.0f), splat (0.0f)));
}

#endif

/* --- instructions ------------------------------------------------------------------------------ */

#define EACH_TRIAL(expression) \
  for (gsize i = 0; i < COLUMN; i++) \
    to[i] = (real) (expression)

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
      run_toss (self, &g_array_index (program->tosses, YsStream, step->draw), first_trial, a, to);
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
    case YS_CODE_POWER:
      EACH_TRIAL (pow (a[i], step->k));
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

/* --- events ------------------------------------------------------------------------------------ */

#ifdef YS_SINGLE

/* Events of a block and period that wait for their losses: whose they are, and what decides them. */
typedef struct
{
  gsize   n;
  guint32 trial[EVENTS];
  guint32 loss_bits[EVENTS] __attribute__ ((aligned (ALIGNMENT)));
  guint32 fewer_bits[EVENTS] __attribute__ ((aligned (ALIGNMENT)));
  real    losses[EVENTS] __attribute__ ((aligned (ALIGNMENT)));
} Events;

static gsize
round_up (gsize n)
{
  return (n + LANES - 1) / LANES * LANES;
}

/* flow ← what they cost, or what of that is avoided: all of it, if the event does not happen any more,
 * else the part by which it is smaller */
static void
settle_events (const YsProgram     *program,
               const YsProgramLine *line,
               Events              *events,
               const real          *loss,
               const real          *fewer,
               const real          *less,
               real                *flow)
{
  gboolean avoided = line->line->kind->cash == YS_CASH_AVOIDED;

  if (line->has_loss_curve)
    draw_curve (&line->loss_curve, &program->standard, events->loss_bits, events->losses, round_up (events->n));

  for (gsize k = 0; k < events->n; k++)
    {
      guint32 i = events->trial[k];
      real lost = line->has_loss_curve ? events->losses[k] : loss[i];

      if (avoided && (events->fewer_bits[k] >> 8) * 0x1p-24f >= fewer[i])
        lost *= less[i];
      flow[i] += lost;
    }

  events->n = 0;
}

static void
fill_events (const YsProgram     *program,
             YsWorkspace         *self,
             const YsProgramLine *line,
             gsize                period,
             gsize                first_trial,
             real                *flow)
{
  const real *rate = column_at (program, self, line->rate, period);
  const real *loss = column_at (program, self, line->loss, period);
  const real *fewer = column_at (program, self, line->fewer, period);
  const real *less = column_at (program, self, line->smaller, period);
  gboolean avoided = line->line->kind->cash == YS_CASH_AVOIDED;
  Events events;

  events.n = 0;
  fill (flow, 0.0);
  fill_stream (&line->counts[period], first_trial, self->bits);

  for (gsize i = 0; i < COLUMN; i++)
    {
      double u = ((double) self->bits[i] + 0.5) * 0x1p-32;
      double remainder = 0.5;
      guint32 count = u <= 1.0 - rate[i] ? 0 /* e^−x is never below 1 − x */
        : ys_random_count_events (line->event_key, first_trial + i, (guint32) period, rate[i], u, &remainder);

      for (guint32 event = 0; event < count; event++)
        {
          guint32 words[4] = { 0 };

          if (event > 0 || avoided)
            ys_random_event (line->event_key, first_trial + i, (guint32) period, event, words);
          events.trial[events.n] = (guint32) i;
          events.loss_bits[events.n] = event == 0 ? bits_from_uniform (remainder) : words[0];
          events.fewer_bits[events.n] = words[1];
          if (++events.n == EVENTS)
            settle_events (program, line, &events, loss, fewer, less, flow);
        }
    }

  settle_events (program, line, &events, loss, fewer, less, flow);
}

#else

/* What is certain has no events. */
static void
fill_events (const YsProgram     *program,
             YsWorkspace         *self,
             const YsProgramLine *line,
             gsize                period,
             gsize                first_trial,
             real                *flow)
{
  fill (flow, 0.0);
}

#endif

/* --- lines ------------------------------------------------------------------------------------- */

static inline real *
ledger_at (const YsProgram   *program,
           const YsWorkspace *self,
           gsize              group,
           gsize              period)
{
  return self->ledgers + (group * (program->n_periods + 1) + period) * COLUMN;
}

static void
add_scaled (real       *to,
            const real *from,
            double      factor)
{
  real k = (real) factor;

  for (gsize i = 0; i < COLUMN; i++)
    to[i] += k * from[i];
}

static void
multiply (real       *to,
          const real *from)
{
  for (gsize i = 0; i < COLUMN; i++)
    to[i] *= from[i];
}

/* A stream of cash that only grows from period to period: each trial's is carried through all periods
 * before the next one's, so that it never leaves the registers. Two vectors at a time keep the
 * processor's multipliers busy. */
static void
run_stream (real       *ledger,
            const real *base,
            const real *step,
            const real *weights,
            gsize       n_periods)
{
  for (gsize i = 0; i < COLUMN; i += 2 * WIDTH)
    {
      Reals flow = *(const Reals *) (base + i), flow_2 = *(const Reals *) (base + i + WIDTH);
      Reals growth = step != NULL ? *(const Reals *) (step + i) : (Reals) {} + 1;
      Reals growth_2 = step != NULL ? *(const Reals *) (step + i + WIDTH) : growth;
      real *to = ledger + i;

      for (gsize t = 0; t < n_periods; t++, to += COLUMN)
        {
          *(Reals *) to += weights[t] * flow;
          *(Reals *) (to + WIDTH) += weights[t] * flow_2;
          flow *= growth;
          flow_2 *= growth_2;
        }
    }
}

/* Where what falls in a period goes when the start is later: a share whole periods later, the rest one
 * period more. What would come after the horizon is lost to it. */
typedef struct
{
  gsize  later;
  double share;
} Shift;

static gsize
find_shifts (const YsProgram     *program,
             const YsProgramLine *line,
             Shift                shifts[2])
{
  gsize later = line->delayed ? program->delay_whole : 0;
  double part = line->delayed ? program->delay_part : 0.0;

  shifts[0] = (Shift) { later, 1.0 - part };
  shifts[1] = (Shift) { later + 1, part };
  return part > 0.0 ? 2 : 1;
}

/* A level of working capital is paid in its period and comes back in the next; the last period has none. */
static void
book_flow (const YsProgram     *program,
           YsWorkspace         *self,
           const YsProgramLine *line,
           gsize                period)
{
  const YsLineKind *kind = line->line->kind;
  gboolean is_level = kind->cash == YS_CASH_LEVEL;
  Shift shifts[2];
  gsize n = find_shifts (program, line, shifts);

  for (gsize k = 0; k < n; k++)
    {
      gsize t = period + shifts[k].later;

      if (t + is_level > program->n_periods)
        continue;
      add_scaled (ledger_at (program, self, line->group, t), self->flow, kind->sign * shifts[k].share);
      if (is_level)
        add_scaled (ledger_at (program, self, line->group, t + 1), self->flow, -kind->sign * shifts[k].share);
    }
}

static void
grow (const YsProgram     *program,
      YsWorkspace         *self,
      const YsProgramLine *line,
      gsize                period)
{
  if (ys_register_exists (line->step) && period > (gsize) line->first)
    {
      multiply (self->growth, column_at (program, self, line->step, period));
    }
  else if (ys_register_exists (line->base))
    {
      const real *base = column_at (program, self, line->base, period);
      double years = (double) (period - (gsize) line->first) / ys_scenario_get_per_year (program->scenario);

      for (gsize i = 0; i < COLUMN; i++)
        self->growth[i] = (real) pow (base[i], years);
    }
}

/* flow ← happens × amount, in its period */
static void
fill_amount (const YsProgram     *program,
             YsWorkspace         *self,
             const YsProgramLine *line,
             gsize                period,
             gsize                first_trial,
             real                *flow)
{
  if (ys_register_exists (line->rate))
    fill_events (program, self, line, period, first_trial, flow);
  else
    memcpy (flow, column_at (program, self, line->amount, period), COLUMN * sizeof (real));

  if (ys_register_exists (line->happens))
    multiply (flow, column_at (program, self, line->happens, period));
}

/* Whatever can differ from period to period is worked out anew in each. */
static void
run_period_by_period (const YsProgram            *program,
                      YsWorkspace                *self,
                      const YsProgramAlternative *alternative,
                      const YsProgramLine        *line,
                      gsize                       first_trial)
{
  gsize last = MIN ((gsize) line->last, program->n_periods);

  fill (self->growth, 1.0);
  for (gsize t = (gsize) line->first; t <= last; t++)
    {
      run_instructions (program, self, alternative->each, line->each_from, line->each_to, t, first_trial);
      grow (program, self, line, t);
      if (line->weights[t] == 0.0)
        continue;

      fill_amount (program, self, line, t, first_trial, self->flow);
      for (gsize i = 0; i < COLUMN; i++)
        self->flow[i] *= (real) line->weights[t] * self->growth[i];
      book_flow (program, self, line, t);
    }
}

static void
run_steady (const YsProgram     *program,
            YsWorkspace         *self,
            const YsProgramLine *line,
            const real          *base)
{
  gsize first = (gsize) line->first;
  gsize end = MIN ((gsize) line->last, program->n_periods) + 1;
  Shift shifts[2];
  gsize n = find_shifts (program, line, shifts);

  for (gsize k = 0; k < n; k++)
    {
      gsize from = first + shifts[k].later;
      gsize count = end - first;

      if (from > program->n_periods)
        continue;
      for (gsize t = 0; t < count; t++)
        self->weights[t] = (real) (line->weights[first + t] * line->line->kind->sign * shifts[k].share);
      run_stream (ledger_at (program, self, line->group, from), base,
                  operand (program, self, line->step, 0), self->weights,
                  MIN (count, program->n_periods + 1 - from));
    }
}

/* Nothing is left of what was never bought. */
static void
add_written (real       *to,
             const real *kept,
             double      share,
             double      less)
{
  Reals all = (Reals) {} + (real) less;

  for (gsize i = 0; i < COLUMN; i += WIDTH)
    {
      Reals paid = *(const Reals *) (kept + i);

      *(Reals *) (to + i) += (real) share * paid - (Reals) ((Masks) (paid != 0) & (Masks) all);
    }
}

static void
run_outlay (const YsProgram            *program,
            YsWorkspace                *self,
            const YsProgramAlternative *alternative,
            const YsProgramLine        *line,
            gsize                       first_trial)
{
  real *kept = column_at (program, self, line->kept, 0);

  run_instructions (program, self, alternative->each, line->each_from, line->each_to, (gsize) line->first, first_trial);
  fill_amount (program, self, line, (gsize) line->first, first_trial, kept);
  run_steady (program, self, line, kept);

  for (gsize t = 0; t <= program->n_periods; t++)
    if (line->write_off[t] != 0.0 || line->write_off_less[t] != 0.0)
      add_written (self->written + t * COLUMN, kept, line->write_off[t], line->write_off_less[t]);
}

/* The book value of all capital is a cost against what it is sold for. */
static void
clear_books (const YsProgram            *program,
             YsWorkspace                *self,
             const YsProgramAlternative *alternative,
             gsize                       resale)
{
  for (guint k = 0; k < alternative->lines->len; k++)
    {
      const YsProgramLine *line = &g_array_index (alternative->lines, YsProgramLine, k);

      if (line->line->kind->cash == YS_CASH_OUTLAY)
        add_written (self->written + resale * COLUMN, column_at (program, self, line->kept, 0),
                     line->book, line->book_less);
    }
}

static void
run_line (const YsProgram            *program,
          YsWorkspace                *self,
          const YsProgramAlternative *alternative,
          const YsProgramLine        *line,
          gsize                       first_trial)
{
  if (line->line->kind->cash == YS_CASH_OUTLAY)
    {
      run_outlay (program, self, alternative, line, first_trial);
    }
  else if (line->steady)
    {
      fill_amount (program, self, line, 0, first_trial, self->flow);
      run_steady (program, self, line, self->flow);
    }
  else
    {
      run_period_by_period (program, self, alternative, line, first_trial);
    }
}

static void
run_lines (const YsProgram            *program,
           YsWorkspace                *self,
           const YsProgramAlternative *alternative,
           gsize                       first_trial)
{
  for (guint k = 0; k < alternative->lines->len; k++)
    run_line (program, self, alternative, &g_array_index (alternative->lines, YsProgramLine, k), first_trial);

  for (guint k = 0; k < alternative->lines->len; k++)
    {
      const YsProgramLine *line = &g_array_index (alternative->lines, YsProgramLine, k);

      if (line->taxes_books)
        clear_books (program, self, alternative, (gsize) line->first);
    }
}

/* --- tax and worth ----------------------------------------------------------------------------- */

/* Sums over trials are kept in PARTS parts, whatever the width of a vector, and added up in pairs: every
 * processor comes to the same digits. */
static double
add_up (double parts[PARTS])
{
  for (gsize width = PARTS / 2; width > 0; width /= 2)
    for (gsize j = 0; j < width; j++)
      parts[j] += parts[j + width];

  return parts[0];
}

/* Adds what a group comes to in a period to the total; returns its sum over trials. */
static double
add_group (const real *restrict ledger,
           real       *restrict total)
{
  Reals parts[PARTS / WIDTH] = { 0 };
  double widened[PARTS];

  for (gsize i = 0; i < COLUMN; i += PARTS)
    for (gsize k = 0; k < PARTS / WIDTH; k++)
      {
        Reals flow = *(const Reals *) (ledger + i + k * WIDTH);

        parts[k] += flow;
        *(Reals *) (total + i + k * WIDTH) += flow;
      }

  for (gsize j = 0; j < PARTS; j++)
    widened[j] = parts[j / WIDTH][j % WIDTH];
  return add_up (widened);
}

/* cash ← after tax */
static void
pay_tax (const YsProgram *program,
         const real      *restrict taxed,
         const real      *restrict written,
         real            *restrict carried,
         real            *restrict cash)
{
  real rate = (real) program->tax_rate;
  gboolean carry = program->losses == YS_LOSSES_CARRY_FORWARD;

  for (gsize i = 0; i < COLUMN; i += WIDTH)
    {
      Reals before = *(const Reals *) (taxed + i);
      Reals base = before - *(const Reals *) (written + i);
      Reals gain = base;

      if (carry)
        {
          base -= *(Reals *) (carried + i);
          gain = (Reals) ((Masks) (base > 0) & (Masks) base);
          *(Reals *) (carried + i) = gain - base;
        }
      *(Reals *) (cash + i) += before - rate * gain;
    }
}

/* The baseline's cash is remembered; that of the others is what exceeds it. */
static void
compare_cash (real     *restrict cash,
              real     *restrict baseline,
              gboolean           is_baseline)
{
  if (is_baseline)
    memcpy (baseline, cash, COLUMN * sizeof (real));
  else
    for (gsize i = 0; i < COLUMN; i++)
      cash[i] -= baseline[i];
}

/* Adds a period's cash, discounted, to the worth of each trial; returns its sum over trials. */
static double
add_worth (const real *restrict cash,
           double               discount,
           double     *restrict worth)
{
  HalfDoubles parts[PARTS / HALF] = { 0 };
  double widened[PARTS];

  for (gsize i = 0; i < COLUMN; i += PARTS)
    for (gsize k = 0; k < PARTS / HALF; k++)
      {
        HalfDoubles wide = widen (cash + i + k * HALF);

        parts[k] += wide;
        *(HalfDoubles *) (worth + i + k * HALF) += discount * wide;
      }

  memcpy (widened, parts, sizeof widened);
  return add_up (widened);
}

/* Trials that are not asked for, at the end of the last block, count for nothing. */
static void
blank (real  *columns,
       gsize  count,
       gsize  n)
{
  for (gsize k = 0; k < count; k++)
    for (gsize i = n; i < COLUMN; i++)
      columns[k * COLUMN + i] = 0;
}

static void
settle (const YsProgram *program,
        YsWorkspace     *self,
        gsize            index,
        gsize            n,
        YsSums          *sums)
{
  const YsProgramAlternative *alternative = &program->alternatives[index];
  gsize periods = program->n_periods + 1;

  if (n < COLUMN)
    {
      blank (self->ledgers, alternative->groups->len * periods, n);
      blank (self->written, periods, n);
    }
  memset (self->carried, 0, COLUMN * sizeof (real));
  memset (self->worth, 0, COLUMN * sizeof (double));

  for (gsize t = 0; t < periods; t++)
    {
      memset (self->taxed, 0, COLUMN * sizeof (real));
      memset (self->cash, 0, COLUMN * sizeof (real));
      for (guint g = 0; g < alternative->groups->len; g++)
        sums->groups[(alternative->first_group + g) * periods + t] +=
          add_group (ledger_at (program, self, g, t),
                     g_array_index (alternative->groups, YsProgramGroup, g).taxed ? self->taxed : self->cash);

      pay_tax (program, self->taxed, self->written + t * COLUMN, self->carried, self->cash);
      if (program->baseline >= 0)
        compare_cash (self->cash, self->baseline_cash + t * COLUMN, (int) index == program->baseline);
      sums->cash[index * periods + t] += add_worth (self->cash, alternative->discount[t], self->worth);
    }
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
  gsize periods = program->n_periods + 1;

  /* a column at a time: the C library sets long stretches byte by byte */
  for (gsize k = 0; k < alternative->groups->len * periods; k++)
    memset (self->ledgers + k * COLUMN, 0, COLUMN * sizeof (real));
  for (gsize t = 0; t < periods; t++)
    memset (self->written + t * COLUMN, 0, COLUMN * sizeof (real));

  run_instructions (program, self, alternative->once, 0, alternative->once->len, 0, first_trial);
  run_lines (program, self, alternative, first_trial);
  settle (program, self, index, n, sums);
  memcpy (outcomes, self->worth, n * sizeof (double));
}

static void
run_block (const YsProgram  *program,
           YsWorkspace      *workspace,
           gsize             first_trial,
           gsize             n,
           double          **outcomes,
           YsSums           *sums)
{
  g_return_if_fail (n <= COLUMN);

  run_shared (program, workspace, first_trial);

  /* The baseline first: the others are measured against it. */
  if (program->baseline >= 0)
    run_alternative (program, workspace, (gsize) program->baseline, first_trial, n,
                     outcomes[program->baseline] + first_trial, sums);
  for (gsize a = 0; a < program->n_alternatives; a++)
    if ((int) a != program->baseline)
      run_alternative (program, workspace, a, first_trial, n, outcomes[a] + first_trial, sums);
}

static void
fill_uniforms (const YsProgram *program,
               YsWorkspace     *workspace,
               gsize            draw,
               gsize            first_trial,
               gsize            n,
               float           *uniforms)
{
#ifdef YS_SINGLE
  const YsDraw *source = &g_array_index (program->draws, YsDraw, draw);

  if (source->correlated)
    for (guint i = 0; i < program->copulas->len; i++)
      run_copula (program, workspace, &g_array_index (program->copulas, YsCopula, i), first_trial);

  fill_bits (program, workspace, source, first_trial);
  FOR_LANES (i, COLUMN)
    store (workspace->flow + i, draw_uniform (*(const Words *) (workspace->bits + i)));
  memcpy (uniforms, workspace->flow, n * sizeof (float));
#else
  g_assert_not_reached ();
#endif
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
      const real *values = column_at (program, self, step->to, period);

      for (gsize i = 0; step->what != NULL && i < n; i++)
        if (!isfinite (values[i]))
          return ys_error_new (YS_ERROR_INVALID, step->row,
                               _("%s: in some trials the formula has no value: it divides by zero, takes the root or "
                                 "logarithm of a negative number, or grows beyond all bounds"), step->what);
    }

  return NULL;
}

static GError *
find_undefined (const YsProgram *program,
                YsWorkspace     *workspace,
                gsize            first_trial,
                gsize            n)
{
  GError *error = NULL;

  run_shared (program, workspace, first_trial);
  error = find_undefined_in (program, workspace, program->once, 0, n);
  for (gsize t = 0; error == NULL && t <= program->n_periods; t++)
    error = find_undefined_in (program, workspace, program->each, t, n);

  for (gsize a = 0; error == NULL && a < program->n_alternatives; a++)
    {
      const YsProgramAlternative *alternative = &program->alternatives[a];

      run_instructions (program, workspace, alternative->once, 0, alternative->once->len, 0, first_trial);
      error = find_undefined_in (program, workspace, alternative->once, 0, n);
      for (gsize t = 0; error == NULL && t <= program->n_periods; t++)
        {
          run_instructions (program, workspace, alternative->each, 0, alternative->each->len, t, first_trial);
          error = find_undefined_in (program, workspace, alternative->each, t, n);
        }
    }

  return error;
}

#define STRINGIFY(name) #name
#define NAME_OF(name) STRINGIFY (name)

const YsRunner YS_RUNNER = {
  .name = &NAME_OF (YS_RUNNER)[sizeof "ys_runner_" - 1],
  .workspace_new = workspace_new,
  .workspace_free = workspace_free,
  .run_block = run_block,
  .fill_uniforms = fill_uniforms,
  .find_undefined = find_undefined,
};
