/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-inputs.h"

#include <math.h>

/* Held at one end, an input moves the worth of an alternative by a share of its 9-in-10 range; the
 * worth is straight between its mean and each end, and goes on so beyond. */
typedef struct
{
  const char *id;
  const char *name;
  YsUnit      unit;
  int         alternative; /* the only one it moves; −1: all, the odd ones the less */
  double      mean;
  double      low;
  double      high;
  double      pull_low;
  double      pull_high;
} SampleInput;

static const SampleInput inputs[] = {
  { "growth", "Growth of sales", YS_UNIT_FRACTION, -1, 0.04, -0.02, 0.09, -0.30, 0.26 },
  { "lost", "Customers lost to rivals", YS_UNIT_FRACTION, -1, 0.12, 0.05, 0.22, 0.21, -0.28 },
  { "a0/sales/amount", "Sales less making: amount", YS_UNIT_MONEY, 0, 72e3, 40e3, 110e3, -0.62, 0.74 },
  { "a1/leads/amount", "Time until every seller in every region works with it every day",
    YS_UNIT_YEARS, 1, 1.6, 0.5, 3.0, 0.42, -0.55 },
  { "visits", "Visits to the shop", YS_UNIT_NUMBER, -1, 210e3, 160e3, 265e3, -0.11, 0.10 },
  { "a2/mailing/chance", "Catalogue mailing: chance", YS_UNIT_FRACTION, 2, 0.8, 0.0, 1.0, -0.5, 0.2 },
  { "a3/outage/events", "Outages: events a year", YS_UNIT_NUMBER, 3, 0.22, 0.05, 0.45, -0.35, 0.48 },
  { "price", "Price of steel", YS_UNIT_MONEY, 0, 612, 540, 690, 0.16, -0.17 },
  { "a1/seats/amount", "Subscription: amount", YS_UNIT_MONEY, 1, 31e3, 31e3, 31e3, 0, 0 },
  { "wages", "Hourly wage", YS_UNIT_MONEY, -1, 38, 38, 38, 0, 0 },
};

static double
get_share (const SampleInput *input,
           gsize              alternative)
{
  if (input->alternative >= 0)
    return input->alternative == (int) alternative ? 1.0 : 0.0;
  return alternative % 2 == 0 ? 1.0 : 0.6;
}

static double
get_mean (const YsResult *result,
          gsize           alternative)
{
  return (int) alternative == result->baseline ? 0.0
                                               : ys_result_get_metric (result, alternative, "npv");
}

/* The value nearest to the mean at which a line from 0 at the mean, with these ends, is at −height. */
static double
solve (const YsInput *own,
       double         height,
       double         low,
       double         high)
{
  double up = high != 0.0 ? -height / high : NAN, down = low != 0.0 ? -height / low : NAN;
  gboolean has_up = up >= 0.0 && up < 6.0, has_down = down >= 0.0 && down < 6.0;

  if (has_up && (!has_down || up <= down))
    return own->mean + up * (own->high - own->mean);
  if (has_down)
    return own->mean + down * (own->low - own->mean);
  return NAN;
}

static void
fill_solutions (const YsResult *result,
                YsInput        *own,
                const double   *lows,
                const double   *highs)
{
  gsize n = result->n_alternatives;

  for (gsize a = 0; a < n; a++)
    {
      own->break_evens[a] = solve (own, get_mean (result, a), lows[a], highs[a]);
      for (gsize b = 0; b < n; b++)
        own->changes[a * n + b] = solve (own, get_mean (result, a) - get_mean (result, b),
                                         lows[a] - lows[b], highs[a] - highs[b]);
    }
}

static void
fill_effects (const YsResult    *result,
              YsInput           *own,
              const SampleInput *input)
{
  gsize n = result->n_alternatives;
  g_autofree double *lows = g_new (double, n);
  g_autofree double *highs = g_new (double, n);

  for (gsize a = 0; a < n; a++)
    {
      double spread = ys_result_get_percentile (result, a, 95) - ys_result_get_percentile (result, a, 5);
      double share = get_share (input, a), pull = share * (input->pull_high - input->pull_low);

      lows[a] = share * spread * input->pull_low;
      highs[a] = share * spread * input->pull_high;
      own->worth_low[a] = get_mean (result, a) + lows[a];
      own->worth_high[a] = get_mean (result, a) + highs[a];
      own->shares[a] = spread > 0.0 ? MIN (0.4 * pull * pull, 1.0) : 0.0;
    }
  fill_solutions (result, own, lows, highs);
}

static void
fill_input (const YsResult    *result,
            YsInput           *own,
            const SampleInput *input)
{
  gsize n = result->n_alternatives;
  double pull = fabs (input->pull_high - input->pull_low);

  *own = (YsInput) {
    .id = g_strdup (input->id),
    .name = g_strdup (input->name),
    .unit = input->unit,
    .alternative = input->alternative,
    .uncertain = input->low != input->high && result->n_trials > 1,
    .mean = input->mean,
    .low = result->n_trials > 1 ? input->low : input->mean,
    .high = result->n_trials > 1 ? input->high : input->mean,
    .shares = g_new (double, n),
    .worth_low = g_new (double, n),
    .worth_high = g_new (double, n),
    .break_evens = g_new (double, n),
    .changes = g_new (double, n * n),
  };
  own->value = own->uncertain ? MAX (pull - 0.3, 0.0) * 0.6 * result->evpi : NAN;
  own->value_error = own->uncertain ? 0.01 * result->evpi : NAN;
  own->gap_share = own->uncertain ? MIN (0.5 * pull * pull, 1.0) : NAN;
  fill_effects (result, own, input);
}

/* The tail of a long list: each a little smaller than the one before. */
static void
fill_small_input (const YsResult *result,
                  YsInput        *own,
                  gsize           index)
{
  g_autofree char *id = g_strdup_printf ("small%zu", index);
  g_autofree char *name = g_strdup_printf ("Small matter %zu: amount", index + 1);
  double pull = 0.09 / (1.0 + 0.15 * (double) index);
  SampleInput input = {
    id, name, YS_UNIT_MONEY, (int) (index % result->n_alternatives), 1200, 900, 1500, -pull, pull,
  };

  fill_input (result, own, &input);
}

void
sample_inputs_fill (YsResult *result)
{
  gsize n_small = result->n_alternatives > 2 ? 40 : 0, n = 0;

  result->analyses |= YS_ANALYSE_VALUES | YS_ANALYSE_SWINGS | YS_ANALYSE_BREAK_EVENS;
  result->inputs = g_new0 (YsInput, G_N_ELEMENTS (inputs) + n_small);
  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    if (inputs[i].alternative < (int) result->n_alternatives && result->n_alternatives > 0)
      fill_input (result, &result->inputs[n++], &inputs[i]);
  for (gsize i = 0; i < n_small; i++)
    fill_small_input (result, &result->inputs[n++], i);
  result->n_inputs = n;
}
