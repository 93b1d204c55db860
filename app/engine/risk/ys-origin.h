/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-program.h"
#include "ys-result.h"
#include "ys-run.h"

G_BEGIN_DECLS

/**
 * YsOrigin:
 *
 * Where the figures of a result come from, as far as its program does not live on: enough to tell which
 * of them another program would come to again, and to take them over. A value, never changed.
 */
struct _YsOrigin
{
  YsWhatIf     *what_if;     /* or NULL */
  YsPertFamily *pert_family; /* or NULL */
  YsSums        sums;
  gsize        *first_group; /* [n_alternatives + 1] */
  guint8       *rests;       /* [n_alternatives × assumptions] whether the one rests on the other */
};

/* @sums: (transfer full) */
YsOrigin *ys_origin_new        (const YsProgram *program,
                                const YsWhatIf  *what_if,
                                YsSums           sums) G_GNUC_WARN_UNUSED_RESULT;
void      ys_origin_free       (YsOrigin        *origin);

/* Where in @previous each alternative of the program has the very figures that running it would give
 * (−1: nowhere). The baseline has to be run as long as any other is measured against it.
 * Returns: (array length=n_alternatives) */
int      *ys_origin_find_same  (const YsProgram *program,
                                const YsWhatIf  *what_if,
                                const YsResult  *result,
                                const YsResult  *previous) G_GNUC_WARN_UNUSED_RESULT;
/* Takes over what the program does not run: outcomes, their summary, and sums. */
void      ys_origin_take       (const YsProgram *program,
                                const YsResult  *previous,
                                const int       *same,
                                YsResult        *result,
                                YsSums          *sums);

G_END_DECLS
