/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-pairs.h"

#include <math.h>

#include "ys-cash.h"
#include "ys-threads.h"

/* How much may speak against dominance for each 1 that speaks for it, … */
#define TOLERANCE 1e-3
/* … and how many standard errors of what was sampled. */
#define ERRORS 3.0

/* What has been seen of the lowest outcomes of one of the two. */
typedef struct
{
  double n;       /* how many */
  double sum;
  double squares;
} Tail;

static void
tail_add (Tail   *self,
          double  value)
{
  self->n += 1.0;
  self->sum += value;
  self->squares += value * value;
}

/* Variance of the sum over a sample of size outcomes of how far each falls short of x: those of the tail do. */
static double
tail_get_variance (const Tail *self,
                   double      x,
                   double      size)
{
  double shortfall = self->n * x - self->sum;

  return MAX (self->n * x * x - 2.0 * x * self->sum + self->squares - shortfall * shortfall / size, 0.0);
}

/* Variance of how many of size outcomes are in the tail. */
static double
tail_get_count_variance (double n,
                         double size)
{
  return n * (1.0 - n / size);
}

/* Whether at some amount the chance of a to stay below it is larger than that of b by more than chance. */
static gboolean
falls_behind (const double *a,
              const double *b,
              gsize         n)
{
  gsize below = 0; /* of b, at most a[i] */

  for (gsize i = 0; i < n; i++)
    {
      double count = (double) i + 1.0, excess;

      while (below < n && b[below] <= a[i])
        below++;
      excess = count - (double) below;
      if (excess > ERRORS * sqrt (tail_get_count_variance (count, (double) n)
                                  + tail_get_count_variance ((double) below, (double) n)))
        return TRUE;
    }

  return FALSE;
}

/* The same for the average shortfall below some amount. */
static gboolean
falls_short (const double *a,
             const double *b,
             gsize         n)
{
  Tail of_a = { 0 }, of_b = { 0 };

  for (gsize i = 0; i < n; i++)
    {
      double x = MAX (a[i], b[i]), variance, excess;

      tail_add (&of_a, a[i]);
      tail_add (&of_b, b[i]);
      excess = of_b.sum - of_a.sum;
      variance = tail_get_variance (&of_a, x, (double) n) + tail_get_variance (&of_b, x, (double) n);
      if (excess > 0.0 && excess > ERRORS * sqrt (variance))
        return TRUE;
    }

  return FALSE;
}

static gboolean
outweighs (double much,
           double little)
{
  return much > 0.0 && little <= TOLERANCE * much;
}

YsDominance
ys_dominance (const double *a,
              const double *b,
              gsize         n)
{
  double gained = 0.0, lost = 0.0, sum = 0.0, highest = 0.0, lowest = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      double difference = a[i] - b[i];

      gained += MAX (difference, 0.0);
      lost += MAX (-difference, 0.0);
      sum += difference;
      highest = MAX (highest, sum);
      lowest = MIN (lowest, sum);
    }

  if (outweighs (gained, lost) && !falls_behind (a, b, n))
    return YS_DOMINANCE_FIRST;
  if (outweighs (highest, -lowest) && !falls_short (a, b, n))
    return YS_DOMINANCE_SECOND;
  return YS_DOMINANCE_NONE;
}

/* Share of trials in which a is worth more, half of the ties. */
static double
share_won (const double *a,
           const double *b,
           gsize         n)
{
  gsize halves = 0;

  for (gsize i = 0; i < n; i++)
    halves += (gsize) (a[i] > b[i]) + (gsize) (a[i] >= b[i]);

  return (double) halves / (2.0 * (double) n);
}

static gboolean
is_never_less (const double *a,
               const double *b,
               gsize         n)
{
  for (gsize i = 0; i < n; i++)
    if (a[i] < b[i])
      return FALSE;

  return TRUE;
}

/* What an alternative counts as beside the others: the baseline as 0, in every trial and period. */
typedef struct
{
  const double *outcomes;
  double       *sorted; /* owned */
  const double *cash;
} Side;

typedef struct
{
  YsResult     *result;
  const double *zeros; /* [n_trials or periods] */
  Side         *sides; /* [n_alternatives] */
  int           next;  /* atomic: an alternative */
} Job;

static gpointer
fill_sides (gpointer data)
{
  Job *job = data;
  const YsResult *result = job->result;
  gsize a;

  while ((a = (gsize) g_atomic_int_add (&job->next, 1)) < result->n_alternatives)
    {
      const YsAlternativeResult *own = &result->alternatives[a];

      if ((int) a == result->baseline)
        job->sides[a] = (Side) { job->zeros, g_new0 (double, result->n_trials), job->zeros };
      else
        job->sides[a] = (Side) { own->outcomes, ys_result_dup_sorted (result, a), own->cash };
    }

  return NULL;
}

/* What is better in some trial and worse in none is no accident of the sample, by however little. Else it
 * must be told from one: draws of one number are spread so evenly that of two that are the same, drawn apart,
 * either may come out ahead by next to nothing with nothing to speak against it. */
static YsDominance
find_dominance (const Side *a,
                const Side *b,
                gsize       n)
{
  YsDominance dominance = ys_dominance (a->sorted, b->sorted, n);

  if (is_never_less (a->outcomes, b->outcomes, n))
    return dominance;
  if (dominance == YS_DOMINANCE_FIRST && !falls_behind (b->sorted, a->sorted, n))
    return YS_DOMINANCE_NONE;
  if (dominance == YS_DOMINANCE_SECOND && !falls_short (b->sorted, a->sorted, n))
    return YS_DOMINANCE_NONE;
  return dominance;
}

static void
fill_pair (const YsResult *result,
           const Side     *a,
           const Side     *b,
           YsPair         *pair,
           YsPair         *reverse)
{
  gsize n_flows = (gsize) result->scenario->n_periods + 1;

  pair->beats = share_won (a->outcomes, b->outcomes, result->n_trials);
  reverse->beats = 1.0 - pair->beats;
  pair->dominance = find_dominance (a, b, result->n_trials);
  reverse->dominance = find_dominance (b, a, result->n_trials);
  pair->crossovers = ys_crossover_rates (a->cash, b->cash, result->times, n_flows, &pair->n_crossovers);
  reverse->crossovers = g_memdup2 (pair->crossovers, pair->n_crossovers * sizeof (double));
  reverse->n_crossovers = pair->n_crossovers;
}

static gpointer
fill_rows (gpointer data)
{
  Job *job = data;
  YsPair *pairs = job->result->pairs;
  gsize n = job->result->n_alternatives;
  gsize a;

  while ((a = (gsize) g_atomic_int_add (&job->next, 1)) < n)
    {
      pairs[a * n + a].beats = 0.5;
      for (gsize b = a + 1; b < n; b++)
        fill_pair (job->result, &job->sides[a], &job->sides[b], &pairs[a * n + b], &pairs[b * n + a]);
    }

  return NULL;
}

void
ys_result_fill_pairs (YsResult *result,
                      int       threads)
{
  gsize n = result->n_alternatives;
  g_autofree double *zeros = NULL;
  Side sides[YS_MAX_PAIRED];
  Job job = { .result = result, .sides = sides };

  if (n > YS_MAX_PAIRED)
    return;

  job.zeros = zeros = g_new0 (double, MAX (result->n_trials, (gsize) result->scenario->n_periods + 1));
  ys_threads_run (threads, n, fill_sides, &job);

  job.next = 0;
  result->pairs = g_new0 (YsPair, MAX (n * n, 1));
  ys_threads_run (threads, n, fill_rows, &job);

  for (gsize a = 0; a < n; a++)
    g_free (sides[a].sorted);
}
