/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-facts.h"

#include <math.h>
#include <string.h>

#include "ys-format.h"

/* A mean that is ahead by less than this many standard errors of the difference may be behind. */
#define NOISE_ERRORS 2.0
/* … and one that is ahead by less than this share of the difference's spread wins hardly more than
 * every other time: for a normal difference 54 times in 100. */
#define SMALL_EFFECT 0.1

double
ys_facts_mean (const YsFacts *facts,
               gsize          alternative)
{
  return ys_result_get_metric (facts->result, alternative, "npv");
}

double
ys_facts_chance_of_loss (const YsFacts *facts,
                         gsize          alternative)
{
  return ys_result_get_metric (facts->result, alternative, "loss-probability");
}

double
ys_facts_chance_of_best (const YsFacts *facts,
                         gsize          alternative)
{
  return ys_result_get_metric (facts->result, alternative, "best-probability");
}

gboolean
ys_facts_is_nothing (const YsFacts *facts,
                     double         value)
{
  g_autofree char *text = ys_format_money (value, facts->result->scenario->currency,
                                           YS_FORMAT_EXACT);
  g_autofree char *zero = ys_format_money (0.0, facts->result->scenario->currency,
                                           YS_FORMAT_EXACT);

  return strcmp (text, zero) == 0;
}

gboolean
ys_facts_something_pays (const YsFacts *facts)
{
  return facts->n > 0 && ys_facts_mean (facts, facts->order[0]) > 0.0
         && !ys_facts_is_nothing (facts, ys_facts_mean (facts, facts->order[0]));
}

gsize
ys_facts_most_often_best (const YsFacts *facts)
{
  gsize most = facts->order[0];

  for (gsize i = 0; i < facts->result->n_alternatives; i++)
    if (ys_facts_chance_of_best (facts, i) > ys_facts_chance_of_best (facts, most))
      most = i;

  return most;
}

gsize
ys_facts_safest (const YsFacts *facts)
{
  gsize safest = facts->order[0];

  for (gsize i = 1; i < facts->n; i++)
    {
      gsize other = facts->order[i];

      if (ys_facts_mean (facts, other) > 0.0
          && ys_facts_chance_of_loss (facts, other) < ys_facts_chance_of_loss (facts, safest))
        safest = other;
    }

  return safest;
}

static gboolean
avoids_losses (const YsAlternative *alternative)
{
  for (guint i = 0; i < alternative->lines->len; i++)
    if (((const YsLine *) alternative->lines->pdata[i])->kind->cash == YS_CASH_AVOIDED)
      return TRUE;

  return FALSE;
}

double
ys_facts_share_of_gains (const YsFacts *facts,
                         gsize          alternative,
                         double        *out_gain)
{
  const YsSummary *summary = &facts->result->alternatives[alternative].summary;

  *out_gain = summary->gain_mean;
  return summary->gains;
}

gboolean
ys_facts_pays_only_when_it_goes_wrong (const YsFacts *facts,
                                       gsize          alternative)
{
  return avoids_losses (facts->result->alternatives[alternative].alternative)
         && ys_result_get_metric (facts->result, alternative, "p50") < 0.0
         && ys_facts_mean (facts, alternative) > 0.0;
}

static int
compare_means (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  double left = ys_facts_mean (user_data, *(const gsize *) a);
  double right = ys_facts_mean (user_data, *(const gsize *) b);

  return (left < right) - (left > right);
}

/* Whether the lead of one over the other may be chance. The trials are paired: what moves both
 * alike is no noise. */
static gboolean
lead_is_noise (const YsFacts *facts,
               gsize          first,
               gsize          other)
{
  const double *a = facts->result->alternatives[first].outcomes;
  const double *b = facts->result->alternatives[other].outcomes;
  double lead = ys_facts_mean (facts, first) - ys_facts_mean (facts, other);
  double n = (double) facts->result->n_trials;
  double squares = 0.0;
  double sd;

  if (facts->certain)
    return ys_facts_is_nothing (facts, lead);

  for (gsize i = 0; i < facts->result->n_trials; i++)
    squares += (a[i] - b[i] - lead) * (a[i] - b[i] - lead);
  sd = sqrt (squares / n);

  return lead <= NOISE_ERRORS * sd / sqrt (n) || lead <= SMALL_EFFECT * sd;
}

void
ys_facts_init (YsFacts        *facts,
               const YsResult *result)
{
  *facts = (YsFacts) { .result = result, .certain = result->n_trials == 1 };
  facts->order = g_new0 (gsize, result->n_alternatives + 1);

  for (gsize i = 0; i < result->n_alternatives; i++)
    if ((int) i != result->baseline)
      facts->order[facts->n++] = i;

  /* Stable: equal ones keep the scenario's order. */
  g_qsort_with_data (facts->order, (int) facts->n, sizeof (gsize), compare_means, facts);

  while (facts->n_close + 1 < facts->n
         && lead_is_noise (facts, facts->order[0], facts->order[facts->n_close + 1]))
    facts->n_close++;
}

void
ys_facts_clear (YsFacts *facts)
{
  g_clear_pointer (&facts->order, g_free);
}
