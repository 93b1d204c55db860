/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* By powers of two. */
#define YS_PACE_SIZES 32

/**
 * YsPace:
 *
 * How long so many trials take. What they took once holds until they are done again; what takes too long
 * is forgiven little by little while fewer are done, so that a hiccup of the machine is not for ever.
 * Zero: nothing is known.
 */
typedef struct
{
  double took[YS_PACE_SIZES]; /* [s] 2^i trials and more; 0: not known */
} YsPace;

void  ys_pace_note (YsPace *self,
                    gsize   trials,
                    double  seconds);
/* As many of the trials wanted as fit the time: all, or a power of two, 1,024 at the least. Twice as many
 * as are known take twice as long at most; what is below all that is known is tried. */
gsize ys_pace_fit  (const YsPace *self,
                    gsize         trials,
                    double        seconds);

G_END_DECLS
