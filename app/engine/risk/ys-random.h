/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counter-based random numbers: a draw is a function of (seed, what it is for, trial), never of the
 * order in which draws are made. Adding a line does not change the draws of the others, and any
 * number of threads sees the same world.
 *
 * Generator: Philox4x32-10. Source: Salmon, Moraes, Dror & Shaw, Parallel random numbers: as easy
 * as 1, 2, 3, SC '11, doi:10.1145/2063384.2063405. */

/* The stream of one quantity: path is its address in the scenario, "alternative/line/amount". */
guint64 ys_random_key    (guint64     seed,
                          const char *path);

/* Four words for one counter. */
void    ys_random_words  (guint64  key,
                          guint32  c0,
                          guint32  c1,
                          guint32  c2,
                          guint32  words[4]);

/* A number of a trial and an event of a trial must never share a counter: they differ in its last word. */
enum
{
  YS_RANDOM_TRIAL,
  YS_RANDOM_EVENT,
  YS_RANDOM_COUNT,
};

/* A counter to four random words. Inlined, so that many counters share a vector. */
static inline void
ys_random_mix (guint32 key_0,
               guint32 key_1,
               guint32 words[4])
{
#pragma GCC unroll 10
  for (int round = 0; round < 10; round++)
    {
      guint64 product_0 = (guint64) 0xD2511F53u * words[0];
      guint64 product_1 = (guint64) 0xCD9E8D57u * words[2];
      guint32 next_0 = (guint32) (product_1 >> 32) ^ words[1] ^ key_0;
      guint32 next_2 = (guint32) (product_0 >> 32) ^ words[3] ^ key_1;

      words[0] = next_0;
      words[1] = (guint32) product_1;
      words[2] = next_2;
      words[3] = (guint32) product_0;
      key_0 += 0x9E3779B9u;
      key_1 += 0xBB67AE85u;
    }
}

/* The largest rate one draw is asked for, and how many events it can come to: more of them are rarer than
 * 2^-50. Larger rates are added up from parts. */
#define YS_POISSON_PART 16.0
#define YS_POISSON_STEPS 64

/**
 * YsPoisson:
 * @starts: number k is drawn by the bits from starts[k] to before starts[k + 1]
 *
 * The distribution of a Poisson number, of which trials of the same rate work out each step once.
 */
typedef struct
{
  double rate;        /* expected number, 0 or more */
  double probability; /* of the last step … */
  double sum;         /* … and up to it */
  guint  n_steps;     /* that are worked out, at least one */
  double starts[YS_POISSON_STEPS + 1]; /* whole numbers */
} YsPoisson;

void ys_poisson_init     (YsPoisson *self,
                          double     rate);
void ys_poisson_add_step (YsPoisson *self);

/* Where in its step a draw lies that comes to count: again 32 even bits, for whatever is drawn next. */
static inline guint32
ys_poisson_place (const YsPoisson *self,
                  guint32          bits,
                  guint32          count)
{
  double start = self->starts[count];

  return (guint32) ((bits - start + 0.5) * 0x1p32 / (self->starts[count + 1] - start));
}

/* The number that a draw comes to, for a rate above YS_POISSON_PART without ys_random_more_events().
 * @remainder: (out): ys_poisson_place() */
static inline guint32
ys_poisson_count (YsPoisson *self,
                  guint32    bits,
                  guint32   *remainder)
{
  double draw = bits;
  guint32 count = 0;

  while (draw >= self->starts[count + 1])
    if (++count == self->n_steps)
      ys_poisson_add_step (self);

  *remainder = ys_poisson_place (self, bits, count);
  return count;
}

/* What a rate above YS_POISSON_PART comes to beyond ys_poisson_count(). */
guint32 ys_random_more_events (guint64 key,
                               gsize   trial,
                               guint32 period,
                               double  rate);

G_END_DECLS
