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

/* Four words for event number event (from 0) of one trial and period. */
void    ys_random_event  (guint64  key,
                          gsize    trial,
                          guint32  period,
                          guint32  event,
                          guint32  words[4]);

/* What ys_random_count_events() asks of a rate first: worked out once where many trials have the same. */
double  ys_random_no_event (double rate);

/**
 * ys_random_count_events:
 * @rate: expected number, 0 or more
 * @none: its ys_random_no_event()
 * @uniform: decides how many, between 0 and 1; @key, @trial and @period give more of them for a rate
 *   too large for one
 *
 * @remainder: (out): where in its step of the distribution @uniform lies: again between 0 and 1, and
 *   as evenly spread, for whatever is drawn next
 *
 * A Poisson number of events.
 */
guint32 ys_random_count_events (guint64  key,
                                gsize    trial,
                                guint32  period,
                                double   rate,
                                double   none,
                                double   uniform,
                                double  *remainder);

G_END_DECLS
