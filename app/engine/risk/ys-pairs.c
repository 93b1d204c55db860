/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-pairs.h"

#include "ys-cash.h"

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

static Side
get_side (const YsResult *result,
          gsize           alternative,
          const double   *zeros)
{
  const YsAlternativeResult *own = &result->alternatives[alternative];

  if ((int) alternative == result->baseline)
    return (Side) { zeros, g_new0 (double, result->n_trials), zeros };
  return (Side) { own->outcomes, ys_result_dup_sorted (result, alternative), own->cash };
}

static void
fill_pair (YsResult *result,
           Side      a,
           Side      b,
           YsPair   *pair,
           YsPair   *reverse)
{
  gsize n_flows = (gsize) result->scenario->n_periods + 1;

  pair->beats = share_won (a.outcomes, b.outcomes, result->n_trials);
  reverse->beats = 1.0 - pair->beats;
  compare (a.sorted, b.sorted, result->n_trials, &pair->dominance, &reverse->dominance);
  pair->crossovers = ys_crossover_rates (a.cash, b.cash, result->times, n_flows, &pair->n_crossovers);
  reverse->crossovers = g_memdup2 (pair->crossovers, pair->n_crossovers * sizeof (double));
  reverse->n_crossovers = pair->n_crossovers;
}

void
ys_result_fill_pairs (YsResult *result)
{
  gsize n = result->n_alternatives;
  g_autofree double *zeros = NULL;
  Side sides[YS_MAX_PAIRED];

  if (n > YS_MAX_PAIRED)
    return;

  zeros = g_new0 (double, MAX (result->n_trials, (gsize) result->scenario->n_periods + 1));
  for (gsize a = 0; a < n; a++)
    sides[a] = get_side (result, a, zeros);

  result->pairs = g_new0 (YsPair, MAX (n * n, 1));
  for (gsize a = 0; a < n; a++)
    {
      result->pairs[a * n + a].beats = 0.5;
      for (gsize b = a + 1; b < n; b++)
        fill_pair (result, sides[a], sides[b], &result->pairs[a * n + b], &result->pairs[b * n + a]);
    }

  for (gsize a = 0; a < n; a++)
    g_free (sides[a].sorted);
}
