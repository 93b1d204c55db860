/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-result.h"

#include <math.h>

#include "sample-inputs.h"
#include "sample-risks.h"

#define N_PERIODS 8
#define N_TRIALS 200
#define RATE 0.10
#define TAX_RATE 0.25

static const SampleAlternative one_scale[] = {
  { "Power mulcher line",
    { -838e3, 160e3, 230e3, 245e3, 225e3, 210e3, 190e3, 170e3, 260e3 },
    277e3,
    150e3,
    224e3,
    328e3,
    395e3 },
  { "Every seller works the best leads first",
    { -46e3, 40e3, 105e3, 155e3, 150e3, 145e3 },
    351e3,
    130e3,
    262e3,
    440e3,
    560e3 },
  { "Catalogue mailing", { -31e3, 66e3, 26e3, 16e3, 10e3 }, 88e3, 52e3, 74e3, 103e3, 130e3 },
  { "Keep selling through a major outage",
    { -225e3, 60e3, 60e3, 60e3, 60e3, 60e3, 45e3, 45e3, 45e3 },
    14e3,
    -400e3,
    -380e3,
    -297e3,
    1.8e6,
    .avoided = TRUE },
};

static const char *const long_names[] = {
  "Power mulcher line",
  "Every seller works the best leads first, in every region and in all three languages",
  "Catalogue mailing",
  "Keep selling through a major outage",
  "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenbeschaffung",
  "One set of books",
  "Selbst gebaute Lagerverwaltung ablösen",
  "Connected machines",
  "A",
};

/* --- parts ------------------------------------------------------------------------------------ */

static YsScenario *
scenario_new (const char *currency,
              int         n_periods)
{
  YsScenario *scenario =
      ys_scenario_new ("Where should next year’s money go?", currency, n_periods);

  scenario->start = g_strdup ("2027-01");
  scenario->rules.discount_rate = RATE;
  scenario->rules.tax_rate = TAX_RATE;
  return scenario;
}

static void
add_alternative (YsScenario *scenario,
                 const char *name,
                 gboolean    avoided)
{
  g_autofree char *id = g_strdup_printf ("a%u", scenario->alternatives->len);
  YsAlternative *alternative = ys_alternative_new (id, name);

  g_ptr_array_add (
      alternative->lines,
      avoided ? ys_line_new (ys_line_kind_find ("avoided-loss"), "outage", "Sales not lost")
              : ys_line_new (ys_line_kind_find ("benefit"), "sales", "Sales less making"));
  g_ptr_array_add (scenario->alternatives, alternative);
}

/* Splits the cash as a project that earns would: capital today, costs a third of the margin. */
static void
split_cash (YsAlternativeResult *own,
            gsize                n)
{
  for (gsize t = 0; t < n; t++)
    {
      double cash = own->cash[t];
      double scale = fabs (cash);

      own->working[t] = t == 0 ? 0.0 : (t + 1 == n ? 0.06 : -0.02) * scale;
      own->tax[t] = t == 0 ? 0.0 : TAX_RATE * cash;
      own->costs[t] = t == 0 ? scale : 0.5 * scale;
      own->benefits[t] = cash + own->costs[t] + own->tax[t] - own->working[t];
    }
}

/* A curve through the percentiles wanted, straight between them; trial by trial out of order. */
static void
spread_outcomes (YsAlternativeResult     *own,
                 const SampleAlternative *sample,
                 gsize                    n_trials)
{
  const double shares[] = { 0.0, 0.05, 0.25, 0.75, 0.95, 1.0 };
  const double values[] = {
    sample->p5 - 0.3 * (sample->p25 - sample->p5),
    sample->p5,
    sample->p25,
    sample->p75,
    sample->p95,
    sample->p95 + 0.3 * (sample->p95 - sample->p75),
  };

  for (gsize i = 0; i < n_trials; i++)
    {
      double share = (i + 1.0) / n_trials;
      int k = 1;

      while (k < 5 && share > shares[k])
        k++;
      own->outcomes[(i * 37 + 11) % n_trials] = values[k - 1] + (values[k] - values[k - 1]) *
                                                                    (share - shares[k - 1]) /
                                                                    (shares[k] - shares[k - 1]);
    }
}

/* Scales all flows but the first so that they come to the mean wanted. */
static void
fill_cash (YsAlternativeResult     *own,
           const SampleAlternative *sample,
           const double            *times,
           gsize                    n)
{
  double later = 0.0;

  for (gsize t = 1; t < n; t++)
    later += sample->flows[t] / pow (1.0 + RATE, times[t]);

  own->cash[0] = sample->flows[0];
  for (gsize t = 1; t < n; t++)
    own->cash[t] =
        sample->flows[t] * (later != 0.0 ? (sample->mean - sample->flows[0]) / later : 1.0);
}

/* --- public ----------------------------------------------------------------------------------- */

YsResult *
sample_result_new (const SampleAlternative *alternatives,
                   gsize                    n_alternatives,
                   const char              *currency)
{
  g_autoptr(YsScenario) scenario = scenario_new (currency, N_PERIODS);
  gsize n_trials = 1;
  YsResult *result;

  for (gsize i = 0; i < n_alternatives; i++)
    {
      add_alternative (scenario, alternatives[i].name, alternatives[i].avoided);
      if (alternatives[i].p5 != alternatives[i].p95)
        n_trials = N_TRIALS;
    }

  result = ys_result_new (scenario, n_trials);
  for (gsize i = 0; i < n_alternatives; i++)
    {
      fill_cash (&result->alternatives[i], &alternatives[i], result->times, N_PERIODS + 1);
      split_cash (&result->alternatives[i], N_PERIODS + 1);
      spread_outcomes (&result->alternatives[i], &alternatives[i], n_trials);
    }
  ys_result_finish (result);
  sample_inputs_fill (result);
  sample_pairs_fill (result);
  sample_losses_fill (result);
  return result;
}

YsResult *
sample_result_new_one_scale (void)
{
  return sample_result_new (one_scale, G_N_ELEMENTS (one_scale), "USD");
}

static SampleAlternative
vary (gsize i)
{
  SampleAlternative sample = one_scale[i % G_N_ELEMENTS (one_scale)];
  double factor = 1.0 + 0.13 * (double) (i / G_N_ELEMENTS (one_scale)) * (i % 2 ? 1.0 : -1.0);

  sample.name = long_names[i % G_N_ELEMENTS (long_names)];
  for (int t = 0; t < 9; t++)
    sample.flows[t] *= factor;
  sample.mean *= factor;
  sample.p5 *= factor;
  sample.p25 *= factor;
  sample.p75 *= factor;
  sample.p95 *= factor;
  return sample;
}

YsResult *
sample_result_new_many (gsize n_alternatives)
{
  g_autofree SampleAlternative *samples = g_new0 (SampleAlternative, MAX (n_alternatives, 1));

  for (gsize i = 0; i < n_alternatives; i++)
    samples[i] = vary (i);
  return sample_result_new (samples, n_alternatives, "USD");
}

YsResult *
sample_result_new_monthly (gsize n_alternatives)
{
  g_autoptr(YsScenario) scenario = scenario_new ("EUR", 480);
  YsResult *result;

  scenario->period = YS_PERIOD_MONTH;
  for (gsize i = 0; i < n_alternatives; i++)
    add_alternative (scenario, long_names[i % G_N_ELEMENTS (long_names)], FALSE);

  result = ys_result_new (scenario, 1);
  for (gsize i = 0; i < n_alternatives; i++)
    {
      YsAlternativeResult *own = &result->alternatives[i];

      own->cash[0] = -100e3 - 20e3 * (double) i;
      for (gsize t = 1; t <= 480; t++)
        own->cash[t] = 1500.0 + 300.0 * sin (0.5 * (double) (t + i)) + 2.0 * (double) (i * t % 200);
      split_cash (own, 481);
      own->outcomes[0] = own->cash[0];
    }
  ys_result_finish (result);
  sample_inputs_fill (result);
  sample_pairs_fill (result);
  sample_losses_fill (result);
  return result;
}

static const struct
{
  const char        *name;
  SampleAlternative  alternatives[3];
} hard[] = {
  { "negative", { { "A", { -9e5, 1e5, 1e5 }, -7e5, -8e5, -7.5e5, -6.5e5, -6e5, TRUE },
                  { "B", { -4e5, 1e5, 1e5 }, -2e5, -4e5, -3e5, -1e5, -5e4 },
                  { "C", { -5e5, 0, 0, 1e5 }, -4e5, -4e5, -4e5, -4e5, -4e5 } } },
  { "cents", { { "A", { -0.02, 0.03 }, 0.01, -0.01, 0.0, 0.02, 0.03, TRUE },
               { "B", { -0.01, 0.02 }, 0.02, 0.01, 0.015, 0.022, 0.025 },
               { "C", { -0.05, 0.02 }, -0.03, -0.04, -0.035, -0.02, -0.01 } } },
  { "trillions", { { "A", { -1e12, 9e11, 9e11 }, 4e12, -1e12, 2e12, 6e12, 9e12, TRUE },
                   { "B", { -1e12, 5e11, 4e11 }, -3e11, -5e11, -4e11, -2e11, -1e11 },
                   { "C", { -1e3, 1e3, 1e3 }, 500, 100, 400, 600, 900 } } },
  { "equal", { { "A", { -1e5, 5e4, 1e5 }, 3e4, 1e4, 2e4, 4e4, 5e4 },
               { "B", { -1e5, 5e4, 1e5 }, 3e4, 1e4, 2e4, 4e4, 5e4 },
               { "C", { -1e5, 5e4, 1e5 }, 3e4, 1e4, 2e4, 4e4, 5e4 } } },
  { "certain", { { "A", { -1e5, 5e4, 1e5 }, 3e4, 3e4, 3e4, 3e4, 3e4 },
                 { "B", { -1e5, 5e4, 9e4 }, 2e4, 2e4, 2e4, 2e4, 2e4 },
                 { "C", { -1e5, 5e4, 7e4 }, -1e4, -1e4, -1e4, -1e4, -1e4 } } },
  { "nothing", { { "A" }, { "B" }, { "C" } } },
};

YsResult *
sample_result_new_hard (gsize        index,
                        const char **out_name)
{
  if (index >= G_N_ELEMENTS (hard))
    return NULL;

  *out_name = hard[index].name;
  return sample_result_new (
      hard[index].alternatives, G_N_ELEMENTS (hard[index].alternatives), "USD");
}
