/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-pairs.h"

#include "ys-cash.h"
#include "ys-threads.h"

/* How much may speak against dominance for each 1 that speaks for it. */
#define TOLERANCE 1e-3

static gboolean
outweighs (double much,
           double little)
{
  return much > 0.0 && little <= TOLERANCE * much;
}

/* Of a over b and of b over a in one go: what is for the one is against the other. */
static void
compare (const double *a,
         const double *b,
         gsize         n,
         YsDominance  *a_over_b,
         YsDominance  *b_over_a)
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

  *a_over_b = outweighs (gained, lost) ? YS_DOMINANCE_FIRST
    : outweighs (highest, -lowest) ? YS_DOMINANCE_SECOND : YS_DOMINANCE_NONE;
  *b_over_a = outweighs (lost, gained) ? YS_DOMINANCE_FIRST
    : outweighs (-lowest, highest) ? YS_DOMINANCE_SECOND : YS_DOMINANCE_NONE;
}

YsDominance
ys_dominance (const double *a,
              const double *b,
              gsize         n)
{
  YsDominance a_over_b, b_over_a;

  compare (a, b, n, &a_over_b, &b_over_a);
  return a_over_b;
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
  compare (a->sorted, b->sorted, result->n_trials, &pair->dominance, &reverse->dominance);
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
