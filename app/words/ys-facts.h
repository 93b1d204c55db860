/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

G_BEGIN_DECLS

/**
 * YsFacts:
 *
 * What the rules of the verdict look at: a result, with its alternatives in order of worth.
 */
typedef struct
{
  const YsResult *result;
  gsize          *order;   /* [n] the alternatives but the baseline, by mean, largest first */
  gsize           n;
  gboolean        certain; /* nothing is uncertain: no chances, no averages */
  gsize           n_close; /* how many come so close behind the first that it may be chance */
} YsFacts;

void     ys_facts_init           (YsFacts        *facts,
                                  const YsResult *result);
void     ys_facts_clear          (YsFacts        *facts);

double   ys_facts_mean           (const YsFacts *facts,
                                  gsize          alternative);
double   ys_facts_chance_of_loss (const YsFacts *facts,
                                  gsize          alternative);
double   ys_facts_chance_of_best (const YsFacts *facts,
                                  gsize          alternative);

/* Less than anybody would see: rounding of the arithmetic, not a gain. */
gboolean ys_facts_is_nothing     (const YsFacts *facts,
                                  double         value);
gboolean ys_facts_something_pays (const YsFacts *facts);

/* The one that comes out on top most often; may be the baseline. */
gsize    ys_facts_most_often_best (const YsFacts *facts);

/* The lowest chance of loss among those that pay at all; of equals the one worth most. */
gsize    ys_facts_safest         (const YsFacts *facts);

/* Insurance: it avoids losses, mostly costs money, and still pays on average. */
gboolean ys_facts_pays_only_when_it_goes_wrong (const YsFacts *facts,
                                                gsize          alternative);

/* In what share of the trials it gains, and how much it then gains on average. */
double   ys_facts_share_of_gains (const YsFacts *facts,
                                  gsize          alternative,
                                  double        *out_gain);

G_END_DECLS
