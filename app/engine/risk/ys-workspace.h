/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <string.h>

#include "ys-run.h"
#include "ys-stream-fill.h"

/* The parts of ys-run.c, in the order in which they build on each other: ys-workspace.h, ys-run-draws.h,
 * ys-run-instructions.h, ys-run-events.h, ys-run-lines.h, ys-run-plan.h, ys-run-settle.h, ys-run-losses.h. They
 * are compiled as one, so that the compiler sees through them, once for each kind of processor. YS_SINGLE says
 * whether columns are of single precision. Only those draw: what is certain is one trial, in double precision. */
#ifdef YS_SINGLE
#include "ys-draw.h"
#include "ys-lanes.h"
typedef float  real;
typedef Floats Reals;
typedef Ints   Masks;
#define WIDTH LANES
#define HALF HALF_LANES
#define widen_reals widen
#define EVENTS YS_BLOCK
#define PARTS 16 /* see add_up() */
#define VECTORS 4 /* of trials that are carried through the periods together */
#define larger_real larger
#define COLUMN YS_BLOCK
G_STATIC_ASSERT (COLUMN == YS_STREAM_BLOCK);
#else
typedef double real;
#define WIDTH 4
typedef double Reals __attribute__ ((vector_size (8 * WIDTH)));
typedef gint64 Masks __attribute__ ((vector_size (8 * WIDTH)));
#define COLUMN (2 * WIDTH)
#define PARTS COLUMN
#define VECTORS 2
#define HALF (WIDTH / 2)
typedef double HalfDoubles __attribute__ ((vector_size (8 * HALF)));

static inline HalfDoubles
widen_reals (const double *from)
{
  return *(const HalfDoubles *) from;
}

/* Vectors wider than the processor's registers are never passed: everything is inlined. */
#pragma GCC diagnostic ignored "-Wpsabi"

INLINE Reals
larger_real (Reals a,
             Reals b)
{
  Masks mask = a > b;

  return (Reals) ((mask & (Masks) a) | (~mask & (Masks) b));
}
#endif

#define EACH_VECTOR_OF_TILE _Pragma ("GCC unroll 4") for (int k = 0; k < VECTORS; k++)

#define ALIGNMENT 64

/* The points that were drawn last: lines of an alternative often are of one family. */
typedef struct
{
  const YsStream *stream;      /* (nullable): one that has them */
  gsize           first_trial;
  Points          points;
} Drawn;

/* What of an alternative is the same in all trials, and which of its groups are not. */
typedef struct
{
  gboolean *varies;  /* [groups] whether their cash differs from trial to trial … */
  gsize    *rows;    /* [groups] … and where in a period's ledger it is then, those first that are taxed */
  gsize     n_rows;
  gsize     n_taxed;
  gboolean  writes;  /* whether write-offs differ */
  real     *written; /* [periods] those that do not … */
  real     *taxed;   /* [periods] … and cash, that which is taxed … */
  real     *discount; /* [periods] */
  double   *untaxed; /* [periods] … and the other, or what of it exceeds the baseline's … */
  double    worth;   /* … and what this is worth */
} Plan;

struct _YsWorkspace
{
  real    *columns[YS_SPACE_LOCAL + 1];
  Plan    *plans;          /* [n_plans], one for each alternative */
  gsize    n_plans;
  double  *certain;        /* [groups of all alternatives × periods] cash before tax */
  const Plan *plan;        /* of the alternative that is worked out */
  real    *ledgers;        /* [periods × rows (or YS_N_STRIKES) × COLUMN] what lines come to */
  real    *written;        /* [periods × COLUMN] what is written off of them */
  real    *baseline_cash;  /* [periods × COLUMN] */
  real    *parts;          /* [periods × (rows + 1) × PARTS] sums over trials, of each row and of all cash */
  real    *flow;           /* [COLUMN] */
  real    *growth;
  real    *weights;        /* [periods] of a line, with its sign */
  guint32 *bits;           /* [COLUMN] */
  guint32 *leaders;        /* [leaders × COLUMN] their draws … */
  gsize   *leaders_trials; /* [leaders] … from this trial on; G_MAXSIZE: not drawn yet */
  Drawn   *drawn;          /* [2] of streams without a leader and with one */
  YsPoisson poisson;       /* of the rate that was counted with last */
};

static gpointer
allocate (gsize n,
          gsize size)
{
  return g_aligned_alloc0 (MAX (n, 1), size, ALIGNMENT);
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

/* Not by the C library, which sets long stretches byte by byte. */
static void
clear (real  *to,
       gsize  n)
{
#pragma GCC unroll 8
  for (gsize i = 0; i < n; i += WIDTH)
    *(volatile Reals *) (to + i) = (Reals) {};
}

/* One without plans. */
static YsWorkspace *
workspace_allocate (const YsProgram *program)
{
  YsWorkspace *self = g_new0 (YsWorkspace, 1);
  gsize n = program->n_periods + 1;

  for (YsSpace space = YS_SPACE_CONSTANT; space <= YS_SPACE_LOCAL; space++)
    self->columns[space] = allocate (n_columns (program, space) * COLUMN, sizeof (real));
  self->ledgers = allocate (MAX (program->most_groups, YS_N_STRIKES) * n * COLUMN, sizeof (real));
  self->written = allocate (n * COLUMN, sizeof (real));
  self->baseline_cash = allocate (n * COLUMN, sizeof (real));
  self->flow = allocate (COLUMN, sizeof (real));
  self->growth = allocate (COLUMN, sizeof (real));
  self->weights = allocate (n, sizeof (real));
  self->parts = allocate ((program->most_groups + 1) * n * PARTS, sizeof (real));
  self->bits = allocate (COLUMN, sizeof (guint32));
  self->leaders = allocate (program->leaders->len * COLUMN, sizeof (guint32));
  self->leaders_trials = g_new (gsize, MAX (program->leaders->len, 1));
  for (guint i = 0; i < program->leaders->len; i++)
    self->leaders_trials[i] = G_MAXSIZE;
  self->drawn = allocate (2, sizeof (Drawn));
  self->poisson.rate = NAN;

  for (guint i = 0; i < program->constants->len; i++)
    fill (self->columns[YS_SPACE_CONSTANT] + i * COLUMN, g_array_index (program->constants, double, i));
  for (gsize t = 0; t < n; t++)
    fill (column_at (program, self, program->period, t), (double) t);

  return self;
}

static void
workspace_release (YsWorkspace *self)
{
  for (YsSpace space = YS_SPACE_CONSTANT; space <= YS_SPACE_LOCAL; space++)
    g_aligned_free (self->columns[space]);
  g_aligned_free (self->ledgers);
  g_aligned_free (self->written);
  g_aligned_free (self->baseline_cash);
  g_aligned_free (self->flow);
  g_aligned_free (self->growth);
  g_aligned_free (self->weights);
  g_aligned_free (self->parts);
  g_aligned_free (self->bits);
  g_aligned_free (self->leaders);
  g_free (self->leaders_trials);
  g_aligned_free (self->drawn);
  g_free (self);
}
