/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-choose.h"

#include <math.h>
#include <string.h>

#include "ys-doubles.h"
#include "ys-threads.h"

/* Compiled for several processors, with the same digits: see YsRunner. */

/* Trials are compared in blocks that stay in the cache, blocks are put together to chunks, and chunks
 * are added up in order: figures do not depend on which thread did what. */
#define BLOCK 512
#define MAX_CHUNKS 64

#define EACH_VECTOR(i) \
  _Pragma ("GCC unroll 4") \
  for (gsize i = 0; i < BLOCK; i += YS_DOUBLES)

typedef struct
{
  double   *shares;              /* [n_alternatives] trials won */
  YsDoubles regret[YS_VECTORS];  /* Σ of what the best on average misses [currency], in parts */
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
  const YsResult *result;
  gsize           first;
  gsize           n;
  double          copy[BLOCK]; /* what is not there as it is needed */
  double          largest[BLOCK];
} Block;

/* What an alternative is worth in the trials of the block. Where that is not full, NAN: it is never the
 * largest, nor equal to it. */
static const double *
get_worth (Block *self,
           gsize  alternative)
{
  const double *outcomes = self->result->alternatives[alternative].outcomes + self->first;
  gboolean is_baseline = (int) alternative == self->result->baseline;

  if (self->n == BLOCK && !is_baseline)
    return outcomes;

  for (gsize i = 0; i < BLOCK; i++)
    self->copy[i] = i >= self->n ? NAN : is_baseline ? 0.0 : outcomes[i];
  return self->copy;
}

static void
find_largest (Block *self)
{
  for (gsize i = 0; i < BLOCK; i++)
    self->largest[i] = -INFINITY;

  for (gsize a = 0; a < self->result->n_alternatives; a++)
    {
      const double *worth = get_worth (self, a);

      EACH_VECTOR (i)
        {
          YsDoubles larger = ys_doubles_larger (ys_doubles_load (worth + i), ys_doubles_load (self->largest + i));

          memcpy (self->largest + i, &larger, sizeof larger);
        }
    }
}

/* How often an alternative has the largest, alone or with others. */
static gint64
count_wins (Block *self,
            gsize  alternative)
{
  const double *worth = get_worth (self, alternative);
  YsMasks wins[YS_VECTORS] = { 0 };

  EACH_VECTOR (i)
    wins[i / YS_DOUBLES % YS_VECTORS] += ys_doubles_load (worth + i) == ys_doubles_load (self->largest + i);

  return ys_masks_count (wins);
}

static void
add_regret (Block    *self,
            YsDoubles regret[YS_VECTORS])
{
  const double *worth = get_worth (self, (gsize) self->result->best);

  EACH_VECTOR (i)
    {
      YsDoubles missed = ys_doubles_load (self->largest + i) - ys_doubles_load (worth + i);

      regret[i / YS_DOUBLES % YS_VECTORS] += ys_doubles_keep (missed, missed > 0.0);
    }
}

/* Each of those that won a trial together had one for it; now each has its share. */
static void
share_ties (Block  *self,
            double *shares)
{
  guint winners[BLOCK] = { 0 };

  for (gsize a = 0; a < self->result->n_alternatives; a++)
    {
      const double *worth = get_worth (self, a);

      for (gsize i = 0; i < self->n; i++)
        winners[i] += worth[i] == self->largest[i];
    }

  for (gsize a = 0; a < self->result->n_alternatives; a++)
    {
      const double *worth = get_worth (self, a);

      for (gsize i = 0; i < self->n; i++)
        if (winners[i] > 1 && worth[i] == self->largest[i])
          shares[a] -= 1.0 - 1.0 / winners[i];
    }
}

static void
count_block (Block *self,
             Tally *tally)
{
  gsize wins = 0;

  find_largest (self);
  for (gsize a = 0; a < self->result->n_alternatives; a++)
    {
      gint64 own = count_wins (self, a);

      tally->shares[a] += (double) own;
      wins += (gsize) own;
    }

  add_regret (self, tally->regret);
  if (wins > self->n)
    share_ties (self, tally->shares);
}

static gpointer
choose_in_thread (gpointer data)
{
  Choice *self = data;
  g_autofree Block *block = g_new (Block, 1);
  int chunk;

  block->result = self->result;

  while ((chunk = g_atomic_int_add (&self->next_chunk, 1)) < (int) self->n_chunks)
    {
      gsize end = MIN (((gsize) chunk + 1) * self->trials_a_chunk, self->result->n_trials);
      Tally *tally = &self->tallies[chunk];

      tally->shares = g_new0 (double, self->result->n_alternatives);
      for (block->first = (gsize) chunk * self->trials_a_chunk; block->first < end; block->first += BLOCK)
        {
          block->n = MIN (BLOCK, end - block->first);
          count_block (block, tally);
        }
    }

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
YS_CHOOSE (YsResult *result,
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
  choice.tallies = g_aligned_alloc0 (choice.n_chunks, sizeof (Tally), sizeof (YsDoubles));
  ys_threads_run (threads, choice.n_chunks, choose_in_thread, &choice);

  for (gsize chunk = 0; chunk < choice.n_chunks; chunk++)
    {
      const Tally *tally = &choice.tallies[chunk];

      for (gsize a = 0; a < result->n_alternatives; a++)
        shares[a] += tally->shares[a] / (double) result->n_trials;
      regret += ys_doubles_add_up (tally->regret);
      g_free (tally->shares);
    }
  g_aligned_free (choice.tallies);

  /* What the best on average misses, trial by trial: never negative, and 0 where it always is the best. */
  result->evpi = regret / (double) result->n_trials;
}
