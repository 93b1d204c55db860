/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-choose.h"

#include <math.h>
#include <string.h>

#include "ys-doubles.h"
#include "ys-threads.h"

/* Trials are compared in blocks that stay in the cache, blocks are put together to chunks, and chunks
 * are added up in order: figures do not depend on which thread did what. */
#define BLOCK 512
#define MAX_CHUNKS 64

typedef struct
{
  double *shares; /* [n_alternatives] trials won */
  double  regret; /* Σ of what the best on average misses [currency] */
} Tally;

typedef struct
{
  const YsResult *result;
  gsize           trials_a_chunk;
  gsize           n_chunks;
  Tally          *tallies;    /* [n_chunks] */
  int             next_chunk; /* atomic */
} Choice;

typedef struct
{
  YsDoubles worth[BLOCK / YS_DOUBLES];   /* of the alternative at hand */
  YsDoubles largest[BLOCK / YS_DOUBLES];
  YsMasks   winners[BLOCK / YS_DOUBLES]; /* how many share the largest, as −1, −2, … */
  gsize     n;
} Block;

/* Where a block is not full, NAN: it is never the largest, nor equal to it. */
static void
take_worth (Block          *self,
            const YsResult *result,
            gsize           alternative,
            gsize           first)
{
  double *worth = (double *) self->worth;

  if ((int) alternative == result->baseline)
    memset (worth, 0, self->n * sizeof (double));
  else
    memcpy (worth, result->alternatives[alternative].outcomes + first, self->n * sizeof (double));

  for (gsize i = self->n; i < BLOCK; i++)
    worth[i] = NAN;
}

static void
find_largest (Block          *self,
              const YsResult *result,
              gsize           first)
{
  for (gsize i = 0; i < BLOCK / YS_DOUBLES; i++)
    self->largest[i] = (YsDoubles) { -INFINITY, -INFINITY };

  for (gsize a = 0; a < result->n_alternatives; a++)
    {
      take_worth (self, result, a, first);
#pragma GCC unroll 4
      for (gsize i = 0; i < BLOCK / YS_DOUBLES; i++)
        self->largest[i] = ys_doubles_larger (self->worth[i], self->largest[i]);
    }
}

static void
count_winners (Block          *self,
               const YsResult *result,
               gsize           first,
               Tally          *tally)
{
  const double *worth = (const double *) self->worth, *largest = (const double *) self->largest;

  memset (self->winners, 0, sizeof self->winners);

  for (gsize a = 0; a < result->n_alternatives; a++)
    {
      YsMasks won = { 0 };

      take_worth (self, result, a, first);
#pragma GCC unroll 4
      for (gsize i = 0; i < BLOCK / YS_DOUBLES; i++)
        {
          YsMasks wins = self->worth[i] == self->largest[i];

          won += wins;
          self->winners[i] += wins;
        }
      tally->shares[a] -= (double) (won[0] + won[1]);

      for (gsize i = 0; (int) a == result->best && i < self->n; i++)
        tally->regret += largest[i] - worth[i];
    }
}

static gboolean
has_ties (const Block *self)
{
  YsMasks shared = { 0 };

  for (gsize i = 0; i < BLOCK / YS_DOUBLES; i++)
    shared |= self->winners[i] < -1;
  return (shared[0] | shared[1]) != 0;
}

/* Each of those that won a trial together had one for it; now each has its share. */
static void
share_ties (Block          *self,
            const YsResult *result,
            gsize           first,
            Tally          *tally)
{
  const double *worth = (const double *) self->worth, *largest = (const double *) self->largest;
  const gint64 *winners = (const gint64 *) self->winners;

  for (gsize a = 0; a < result->n_alternatives; a++)
    {
      take_worth (self, result, a, first);
      for (gsize i = 0; i < self->n; i++)
        if (winners[i] < -1 && worth[i] == largest[i])
          tally->shares[a] -= 1.0 + 1.0 / (double) winners[i];
    }
}

static gpointer
choose_in_thread (gpointer data)
{
  Choice *self = data;
  Block *block = g_aligned_alloc (1, sizeof (Block), sizeof (YsDoubles));
  int chunk;

  while ((chunk = g_atomic_int_add (&self->next_chunk, 1)) < (int) self->n_chunks)
    {
      gsize first = (gsize) chunk * self->trials_a_chunk;
      gsize end = MIN (first + self->trials_a_chunk, self->result->n_trials);
      Tally *tally = &self->tallies[chunk];

      tally->shares = g_new0 (double, self->result->n_alternatives);
      for (; first < end; first += BLOCK)
        {
          block->n = MIN (BLOCK, end - first);
          find_largest (block, self->result, first);
          count_winners (block, self->result, first, tally);
          if (has_ties (block))
            share_ties (block, self->result, first, tally);
        }
    }

  g_aligned_free (block);
  return NULL;
}

static int
find_best (const YsResult *result)
{
  int best = -1;
  double largest = -INFINITY;

  for (gsize a = 0; a < result->n_alternatives; a++)
    {
      double mean = (int) a == result->baseline ? 0.0 : result->alternatives[a].summary.mean;

      if (best < 0 || mean > largest)
        {
          best = (int) a;
          largest = mean;
        }
    }

  return best;
}

void
ys_result_choose (YsResult *result,
                  int       threads,
                  double   *shares)
{
  gsize n_blocks = (result->n_trials + BLOCK - 1) / BLOCK;
  gsize blocks_a_chunk = (n_blocks + MAX_CHUNKS - 1) / MAX_CHUNKS;
  Choice choice = { .result = result, .trials_a_chunk = blocks_a_chunk * BLOCK };
  double regret = 0.0;

  result->best = find_best (result);
  if (result->best < 0)
    return;

  choice.n_chunks = (n_blocks + blocks_a_chunk - 1) / blocks_a_chunk;
  choice.tallies = g_new0 (Tally, choice.n_chunks);
  ys_threads_run (threads, choice.n_chunks, choose_in_thread, &choice);

  for (gsize chunk = 0; chunk < choice.n_chunks; chunk++)
    {
      const Tally *tally = &choice.tallies[chunk];

      for (gsize a = 0; a < result->n_alternatives; a++)
        shares[a] += tally->shares[a] / (double) result->n_trials;
      regret += tally->regret;
      g_free (tally->shares);
    }
  g_free (choice.tallies);

  /* What the best on average misses, trial by trial: never negative, and 0 where it always is the best. */
  result->evpi = regret / (double) result->n_trials;
}
