/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"
#include "ys-run.h"

G_BEGIN_DECLS

/**
 * YsHeld:
 *
 * A scenario in which one input is held at a value and all else is drawn as before, in the same trials:
 * what moves with the input through a rank correlation keeps its draws, so only the input's own effect is
 * seen. A chance that is held leaves the toss: both of its outcomes are worked out and weighed, so the
 * means are linear in it, without noise.
 *
 * For one thread. It shares all but the held operation with the adjustable program it is made from.
 */
typedef struct
{
  const YsProgram       *source;
  const YsResult        *result;
  const YsProgramInput  *input;
  YsProgram              program;      /* the held operation its own, and no more alternatives than it moves */
  gsize                 *indices;      /* [program.n_alternatives] in the source */
  const YsRunner        *runner;
  YsWorkspace           *workspace;
  gsize                  n_trials;
  double               **outcomes;     /* [program.n_alternatives] of n_trials */
  YsSums                 sums;
  double                *start;        /* [program.n_alternatives] means in these trials as the scenario stands */
  double                *toss[2];      /* [program.n_alternatives] a chance: means when it does not happen, does */
} YsHeld;

/**
 * ys_held_new:
 * @source: adjustable
 * @result: the same scenario's, with its figures
 * @input: the input's place among those of the program
 * @trials: how many, the first ones; one is enough for what is certain
 */
YsHeld *ys_held_new       (const YsProgram *source,
                           const YsResult  *result,
                           gsize            input,
                           gsize            trials,
                           const char      *runner) G_GNUC_WARN_UNUSED_RESULT;
void    ys_held_free      (YsHeld          *held);

/* Whether nothing is drawn once the input is held: its worth is exact then. */
gboolean ys_held_is_certain (const YsHeld  *held);
/**
 * ys_held_get_worth:
 * @worth: (out) (array length=n_alternatives): mean NPV of each alternative, the baseline's 0 [currency]
 *
 * The change these trials show is added to the mean over all trials, so that the input held at what it
 * is now comes to the figures of the result.
 */
void    ys_held_get_worth (YsHeld          *held,
                           double           value,
                           double          *worth);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsHeld, ys_held_free)

G_END_DECLS
