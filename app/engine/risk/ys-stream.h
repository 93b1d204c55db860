/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-random.h"
#include "ys-sobol.h"

G_BEGIN_DECLS

/* Trials whose draws are told apart by the tables of a stream; more of them begin anew at another point. */
#define YS_STREAM_BLOCK 256

/**
 * YsStream:
 *
 * The draws of one quantity, one for each trial: a function of the seed, of what the quantity is for
 * (its address in the scenario) and of the trial, never of the order in which draws are made, nor of
 * what else is drawn.
 *
 * Quantities belong to families. A family takes Sobol's points, a dimension for each quantity, in an
 * order of its own: Owen's nested scrambling of the number of a block of trials, and any order within
 * the block, so that every 256, 512, 1024 … trials are evenly spread. So each quantity is spread evenly
 * by itself and together with its family, and is independent of all others, whatever they are called and
 * however many there are. Were pairs of trials evenly spread already, as by nesting down to the last bit,
 * two families would meet in only two ways in each pair, and what depends on both would be twice as
 * uncertain (in variance) as with plain random numbers; with blocks of 256 it is 256/255 as uncertain.
 *
 * A stream may keep to a leader: what a line draws keeps to the assumption that the line rests on, because
 * the two are multiplied with each other. Of every 256 trials, the sixteen in which the leader lies in the
 * same sixteenth of its range have one draw in each sixteenth of the stream's; in other respects the order
 * within the block is any, as before. So the product is nearly as evenly spread as each by itself.
 * A line that rests on none keeps to the leader of the nearest numbered line before it, line3 to line2's,
 * to stay together with its family.
 *
 * Sources: ys-sobol.h; Owen, Randomly permuted (t,m,s)-nets and (t,s)-sequences (1995); the scrambling
 * as a hash: Laine & Karras, Stratified sampling for stochastic transparency (2011), with Vegdahl's
 * constants; families in orders of their own: Burley, Practical hash-based Owen scrambling, JCGT 9 (2020).
 */
typedef struct
{
  int     leader;                    /* number of the stream it keeps to, where it is kept; −1: none */
  guint32 seed;                      /* of the family's order */
  guint32 factor;                    /* odd */
  guint32 shift;                     /* a random number of its own, added without carry */
  guint32 directions[YS_SOBOL_BITS];
  guint32 digits[3][8];              /* of the point's number: what its last eight bits add, reversed, by threes */
} YsStream;

/**
 * ys_stream_init:
 * @path: "alternative/line"; "alternative/line3" and "alternative/line4" are of one family
 * @part: what of it belongs together, "amount"; together with the path it names the family
 * @dimension: 0 or 1: which of the two quantities that belong closest together
 */
void ys_stream_init (YsStream   *stream,
                     guint64     seed,
                     const char *path,
                     const char *part,
                     guint       dimension);

/* How far the earlier path stands before the later one in their family, 1 for "line3" and "line4"; 0: it
 * does not, or they are of different families. */
guint ys_stream_get_distance (const char *earlier,
                              const char *later);

/* Whether they are of one family and keep to one leader: their points are the same. */
static inline gboolean
ys_stream_is_akin (const YsStream *a,
                   const YsStream *b)
{
  return a->seed == b->seed && a->factor == b->factor && a->leader == b->leader;
}

#define YS_STREAM_ROUNDS 3

/* The bits of the points' numbers above those that a block's trials have for themselves. ys-stream-fill.h
 * does the rest. */
guint32 ys_stream_get_block (const YsStream *stream,
                             gsize           first_trial);
/* Random numbers for the order of the points within a block. */
void    ys_stream_get_order (const YsStream *stream,
                             gsize           first_trial,
                             guint32         order[YS_STREAM_ROUNDS]);

G_END_DECLS
