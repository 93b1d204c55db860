/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ys-cases.h"
#include "ys-cash.h"
#include "ys-depreciation.h"
#include "ys-metric.h"

/* Flows at the ends of periods of one year, period 0 first. */
typedef struct
{
  double        *flows;
  double        *times;
  gsize          n;
  YsMetricInput  input;
} Yearly;

static Yearly *
yearly_new (gsize  n,
            double rate)
{
  Yearly *self = g_new0 (Yearly, 1);

  self->n = n;
  self->flows = g_new0 (double, n);
  self->times = g_new (double, n);
  for (gsize t = 0; t < n; t++)
    self->times[t] = (double) t;

  self->input = (YsMetricInput) {
    .flows = self->flows, .times = self->times, .n = n, .years = (double) n - 1.0,
    .periods_per_year = 1.0, .rate = rate, .finance_rate = rate, .reinvest_rate = rate,
    .best_probability = NAN,
  };

  return self;
}

/* @first: the period of the first of the case's flows */
static Yearly *
yearly_new_from (const YsPublished *c,
                 const char        *flows_input,
                 gsize              first,
                 double             rate)
{
  gsize n;
  g_autofree double *flows = ys_published_dup_numbers (c, flows_input, &n);
  Yearly *self = yearly_new (first + n, rate);

  for (gsize i = 0; i < n; i++)
    self->flows[first + i] = flows[i];

  return self;
}

static void
yearly_free (Yearly *self)
{
  g_free (self->flows);
  g_free (self->times);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Yearly, yearly_free)

static double
metric (const Yearly *self,
        const char   *id)
{
  return ys_metric_value (ys_metric_find (id), &self->input);
}

static double
npv_at (const Yearly *self,
        double        rate)
{
  return ys_present_value (self->flows, self->times, self->n, rate);
}

static double
discount_factor (double rate,
                 double years)
{
  const double one = 1.0;

  return ys_present_value (&one, &years, 1, rate);
}

static Yearly *
npv_case_dup_flows (const YsPublished *c)
{
  double rate = ys_published_get_number (c, "rate");
  Yearly *self;

  if (ys_published_has (c, "flows_from_t0"))
    return yearly_new_from (c, "flows_from_t0", 0, rate);
  if (ys_published_has (c, "flows_from_t1"))
    return yearly_new_from (c, "flows_from_t1", 1, rate);

  self = yearly_new_from (c, "flows", 1, rate);
  self->flows[0] = ys_published_get_number (c, "t0");
  return self;
}

static void
test_npv (const YsPublished *c)
{
  g_autoptr (Yearly) yearly = npv_case_dup_flows (c);

  ys_published_check (c, metric (yearly, "npv"));
}

/* Flows of year t fall in its middle. */
static double
mid_year_value (const YsPublished *c,
                const char        *flows_input,
                double             rate)
{
  g_autoptr (Yearly) yearly = yearly_new_from (c, flows_input, 1, rate);

  for (gsize t = 1; t < yearly->n; t++)
    yearly->times[t] -= 0.5;

  return metric (yearly, "npv");
}

static void
test_npv_mid (const YsPublished *c)
{
  double rate = ys_published_get_number (c, "rate");
  double costs = mid_year_value (c, "cost_t1_t10", rate);
  double benefits = mid_year_value (c, "benefit_t1_t10", rate);

  ys_published_check_figure (c, "factor",
                             discount_factor (rate, 0.5) / discount_factor (rate, 1.0));
  ys_published_check_figure (c, "pv_costs", costs);
  ys_published_check_figure (c, "pv_benefits", benefits);
  ys_published_check_figure (c, "npv", benefits - costs);
}

/* The values at all rates of one alternative after those of the other. */
static void
test_npv_profile (const YsPublished *c)
{
  static const char *const inputs[] = { "flows", "flows_a", "flows_b" };
  gsize n_rates;
  g_autofree double *rates = ys_published_dup_numbers (c, "rates", &n_rates);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr (Yearly) yearly = NULL;

      if (!ys_published_has (c, inputs[i]))
        continue;

      yearly = yearly_new_from (c, inputs[i], 0, NAN);
      for (gsize r = 0; r < n_rates; r++)
        {
          double value = npv_at (yearly, rates[r]);

          g_array_append_val (values, value);
        }
    }

  ys_published_check_list (c, (const double *) (void *) values->data, values->len);
}

static void
check_pair (const YsPublished *c,
            const char        *metric_id)
{
  double rate = ys_published_get_number (c, "rate");
  g_autoptr (Yearly) a = yearly_new_from (c, "flows_a", 0, rate);
  g_autoptr (Yearly) b = yearly_new_from (c, "flows_b", 0, rate);
  const double values[] = { metric (a, metric_id), metric (b, metric_id) };

  ys_published_check_list (c, values, G_N_ELEMENTS (values));
}

static void
test_npv_choice (const YsPublished *c)
{
  check_pair (c, "npv");
}

static void
test_discount_factors (const YsPublished *c)
{
  double rate = ys_published_get_number (c, "rate");
  gsize n;
  g_autofree double *factors = ys_published_dup_numbers (c, "years", &n);

  for (gsize i = 0; i < n; i++)
    factors[i] = discount_factor (rate, factors[i]);

  ys_published_check_list (c, factors, n);
}

static void
test_xnpv (const YsPublished *c)
{
  gsize n, n_dates;
  g_autofree double *flows = ys_published_dup_numbers (c, "flows", &n);
  g_autofree double *years = ys_published_dup_years (c, "dates", &n_dates);

  g_assert_cmpuint (n, ==, n_dates);
  ys_published_check (c, ys_present_value (flows, years, n, ys_published_get_number (c, "rate")));
}

static void
test_xirr (const YsPublished *c)
{
  gsize n, n_dates, n_rates;
  g_autofree double *flows = ys_published_dup_numbers (c, "flows", &n);
  g_autofree double *years = ys_published_dup_years (c, "dates", &n_dates);
  g_autofree double *rates = ys_internal_rates (flows, years, n, &n_rates);

  g_assert_cmpuint (n, ==, n_dates);
  g_assert_cmpuint (n_rates, ==, 1);
  ys_published_check (c, rates[0]);
}

static void
test_irr (const YsPublished *c)
{
  g_autoptr (Yearly) yearly = yearly_new_from (c, "flows", 0, NAN);

  ys_published_check (c, metric (yearly, "irr"));
}

static void
test_irr_all_roots (const YsPublished *c)
{
  g_autoptr (Yearly) yearly = yearly_new_from (c, "flows", 0, NAN);
  gsize n_rates;
  g_autofree double *rates = ys_internal_rates (yearly->flows, yearly->times, yearly->n, &n_rates);

  ys_published_check_list (c, rates, n_rates);
}

static void
test_mirr (const YsPublished *c)
{
  g_autoptr (Yearly) yearly = yearly_new_from (c, "flows", 0, NAN);

  yearly->input.finance_rate = ys_published_get_number (c, "finance");
  yearly->input.reinvest_rate = ys_published_get_number (c, "reinvest");
  ys_published_check (c, metric (yearly, "mirr"));
}

static void
test_capital_budgeting (const YsPublished *c)
{
  static const struct
  {
    const char *figure;
    const char *id;
  } figures[] = {
    { "npv", "npv" },
    { "irr", "irr" },
    { "mirr", "mirr" },
    { "payback", "payback" },
    { "dpb", "discounted-payback" },
    { "pi", "profitability-index" },
  };
  g_autoptr (Yearly) yearly = yearly_new_from (c, "flows", 0, ys_published_get_number (c, "rate"));
  guint n_checked = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (ys_published_expects (c, figures[i].figure))
      {
        ys_published_check_figure (c, figures[i].figure, metric (yearly, figures[i].id));
        n_checked++;
      }

  g_assert_cmpuint (n_checked, ==, c->expected->items->len);
}

/* Forrester quotes net benefits and payback undiscounted, and ROI on present values. */
static void
test_tei (const YsPublished *c)
{
  double annual_cost = ys_published_get_number (c, "annual_cost");
  double revenue = ys_published_get_number (c, "annual_revenue");
  gsize n = (gsize) ys_published_get_number (c, "years") + 1;
  g_autoptr (Yearly) yearly = yearly_new (n, ys_published_get_number (c, "rate"));
  g_autofree double *benefits = g_new0 (double, n);
  g_autofree double *costs = g_new0 (double, n);

  costs[0] = ys_published_get_number (c, "setup");
  yearly->flows[0] = -costs[0];
  for (gsize t = 1; t < n; t++)
    {
      benefits[t] = revenue;
      costs[t] = annual_cost;
      yearly->flows[t] = revenue - annual_cost;
    }
  yearly->input.benefits = benefits;
  yearly->input.costs = costs;

  ys_published_check_figure (c, "net", npv_at (yearly, 0.0));
  ys_published_check_figure (c, "roi", metric (yearly, "roi"));
  ys_published_check_figure (c, "payback_months", 12.0 * metric (yearly, "payback"));
}

static void
check_roi (const YsPublished *c,
           const char        *benefits_input,
           const char        *costs_input)
{
  g_autoptr (Yearly) yearly = yearly_new (1, 0.0);
  double benefits = ys_published_get_number (c, benefits_input);
  double costs = ys_published_get_number (c, costs_input);

  yearly->input.benefits = &benefits;
  yearly->input.costs = &costs;
  ys_published_check (c, metric (yearly, "roi"));
}

static void
test_roi_tei (const YsPublished *c)
{
  check_roi (c, "pv_benefits", "pv_costs");
}

static void
test_roi (const YsPublished *c)
{
  check_roi (c, "revenue", "cost");
}

static void
check_equivalent_cost (const YsPublished *c,
                       const char        *costs_input,
                       const char        *pv_figure,
                       const char        *eac_figure)
{
  double rate = ys_published_get_number (c, "rate");
  g_autoptr (Yearly) yearly = yearly_new_from (c, costs_input, 0, rate);

  for (gsize t = 0; t < yearly->n; t++)
    yearly->flows[t] = -yearly->flows[t];

  ys_published_check_figure (c, pv_figure, metric (yearly, "total-cost"));
  ys_published_check_figure (c, eac_figure, -metric (yearly, "equivalent-annual"));
}

static void
test_equivalent_annual (const YsPublished *c)
{
  if (ys_published_has (c, "flows_a"))
    {
      check_pair (c, "equivalent-annual");
      return;
    }

  check_equivalent_cost (c, "costs_a", "pv_a", "eac_a");
  check_equivalent_cost (c, "costs_b", "pv_b", "eac_b");
}

static void
test_crossover_rate (const YsPublished *c)
{
  g_autoptr (Yearly) a = yearly_new_from (c, "flows_a", 0, NAN);
  g_autoptr (Yearly) b = yearly_new_from (c, "flows_b", 0, NAN);
  gsize n_rates;
  g_autofree double *rates = ys_crossover_rates (a->flows, b->flows, a->times, a->n, &n_rates);

  g_assert_cmpuint (n_rates, ==, 1);
  ys_published_check (c, rates[0]);
}

static void
test_macrs (const YsPublished *c)
{
  int class_years = (int) ys_published_get_number (c, "class_years");
  double percents[21];
  gsize n = (gsize) class_years + 1;
  YsDepreciation macrs = { .method = YS_DEPRECIATION_MACRS, .periods = class_years };

  ys_depreciation_shares (&macrs, 1, percents, n);
  for (gsize i = 0; i < n; i++)
    percents[i] *= 100.0;

  ys_published_check_list (c, percents, n);
}

static void
test_macrs_sum (const YsPublished *c)
{
  gsize n_years;
  int class_years = (int) ys_published_get_number (c, "class_years");
  const double *shares = ys_macrs_table (class_years, &n_years);
  double sum = 0.0;

  for (gsize i = 0; i < n_years; i++)
    sum += 100.0 * shares[i];

  ys_published_check (c, sum);
}

static void
test_sln (const YsPublished *c)
{
  YsDepreciation line = { .method = YS_DEPRECIATION_STRAIGHT_LINE };
  double share;

  line.periods = (int) ys_published_get_number (c, "life");
  line.residual = ys_published_get_number (c, "salvage");
  ys_depreciation_shares (&line, 1, &share, 1);

  ys_published_check (c, share * (ys_published_get_number (c, "cost") - line.residual));
}

/* What a rate of declining balance writes off each period; n periods until the book value would
 * fall below the salvage value, where Excel stops and the product, which knows none, goes on. */
static double *
write_off (const YsPublished *c,
           double             rate,
           gsize             *n)
{
  YsDepreciation balance = { .method = YS_DEPRECIATION_DECLINING_BALANCE, .rate = rate };
  double cost = ys_published_get_number (c, "cost");
  double book = cost;
  gsize life = (gsize) ys_published_get_number (c, "life");
  double *written = g_new (double, life);

  ys_depreciation_shares (&balance, 1, written, life);
  for (*n = 0; *n < life; (*n)++)
    {
      written[*n] *= cost;
      book -= written[*n];
      if (book < ys_published_get_number (c, "salvage"))
        break;
    }

  return written;
}

/* DB() rounds its rate to three digits. */
static void
test_db_schedule (const YsPublished *c)
{
  double left = ys_published_get_number (c, "salvage") / ys_published_get_number (c, "cost");
  double exact = 1.0 - pow (left, 1.0 / ys_published_get_number (c, "life"));
  double rate = round (1000.0 * exact) / 1000.0;
  gsize n;
  g_autofree double *written = write_off (c, rate, &n);

  g_assert_cmpfloat (ys_published_get_number (c, "month"), ==, 12.0);
  g_assert_cmpuint (n, >=, 5);
  ys_published_check_first (c, written, n);
}

static void
test_ddb_schedule (const YsPublished *c)
{
  double rate = ys_published_get_number (c, "factor") / ys_published_get_number (c, "life");
  gsize n;
  g_autofree double *written = write_off (c, rate, &n);

  g_assert_cmpuint (n, >=, 5);
  ys_published_check_first (c, written, n);
}

/* Of ten outcomes the worst 1 in 20 and the worst 1 in 10 are the same one. */
static void
test_var_cvar (const YsPublished *c)
{
  g_autoptr (Yearly) yearly = yearly_new (1, 0.0);
  gsize n;
  g_autofree double *outcomes = ys_published_dup_numbers (c, "losses", &n);
  YsSummary summary;

  g_assert_cmpuint (n, ==, 10);
  for (gsize i = 0; i < n; i++)
    outcomes[i] = -outcomes[i];
  ys_summary_init (&summary, outcomes, n);
  yearly->input.outcomes = &summary;

  ys_published_check_figure (c, "cvar", -metric (yearly, "cvar5"));
}

/* Spreadsheets' annuities: PV is what the payments are worth today, with the other sign; PMT the
 * equivalent annual amount of what is lent at the start and left at the end; RATE and RRI
 * internal rates. */
static Yearly *
annuity_new (const YsPublished *c,
             double             rate)
{
  gsize n = (gsize) ys_published_get_number (c, "nper") + 1;
  Yearly *self = yearly_new (n, rate);
  double payment = ys_published_has (c, "pmt") ? ys_published_get_number (c, "pmt") : 0.0;

  for (gsize t = 1; t < n; t++)
    self->flows[t] = payment;

  return self;
}

static void
test_pv (const YsPublished *c)
{
  g_autoptr (Yearly) annuity = annuity_new (c, ys_published_get_number (c, "rate"));

  ys_published_check (c, -metric (annuity, "npv"));
}

static void
test_pmt (const YsPublished *c)
{
  g_autoptr (Yearly) annuity = annuity_new (c, ys_published_get_number (c, "rate"));

  annuity->flows[0] -= ys_published_get_number (c, "pv");
  if (ys_published_has (c, "fv"))
    annuity->flows[annuity->n - 1] -= ys_published_get_number (c, "fv");
  ys_published_check (c, metric (annuity, "equivalent-annual"));
}

static void
test_rate (const YsPublished *c)
{
  g_autoptr (Yearly) annuity = annuity_new (c, NAN);

  annuity->flows[0] += ys_published_get_number (c, "pv");
  ys_published_check (c, metric (annuity, "irr"));
}

static void
test_rri (const YsPublished *c)
{
  g_autoptr (Yearly) annuity = annuity_new (c, NAN);

  annuity->flows[0] -= ys_published_get_number (c, "pv");
  annuity->flows[annuity->n - 1] += ys_published_get_number (c, "fv");
  ys_published_check (c, metric (annuity, "irr"));
}

static const YsPublishedKind kinds[] = {
  { "npv", test_npv },
  { "npv_mid", test_npv_mid },
  { "npv_profile", test_npv_profile },
  { "npv_choice", test_npv_choice },
  { "discount_factors", test_discount_factors },
  { "xnpv", test_xnpv },
  { "xirr", test_xirr },
  { "irr", test_irr },
  { "irr_all_roots", test_irr_all_roots },
  { "mirr", test_mirr },
  { "capital_budgeting", test_capital_budgeting },
  { "tei", test_tei },
  { "roi_tei", test_roi_tei },
  { "roi", test_roi },
  { "equivalent_annual", test_equivalent_annual },
  { "crossover_rate", test_crossover_rate },
  { "macrs", test_macrs },
  { "macrs_sum", test_macrs_sum },
  { "sln", test_sln },
  { "db_schedule", test_db_schedule },
  { "ddb_schedule", test_ddb_schedule },
  { "var_cvar", test_var_cvar },
  { "pv", test_pv },
  { "pmt", test_pmt },
  { "rate", test_rate },
  { "rri", test_rri },
};

static const char *const kinds_of_risk[] = {
  "ale", "ale_ranked", "lognormal_mean", "compound_poisson", "fit_normal", "pert", "triangular",
  "metalog3", "evpi", "evppi", "stochastic_dominance",
};

static const YsLeftOut left_out[] = {
  { "greenbook-df", "one required return holds for all years; the file has no schedule of rates" },
  { "macrs-a5-5y-midquarter", "the product has the half-year convention only" },
  { "macrs-a5-7y-midquarter", "the product has the half-year convention only" },
  { "var-cvar-normal95", "a closed form; the product takes CVaR from trials only" },
  { "db", "a first year cut short by months; the product writes off whole periods" },
  { "vdb", "no method of depreciation changes to straight-line on its way" },
  { "syd", "sum-of-years' digits is no method of the file" },
  { "fv", "nothing is stated in money of the last day" },
  { "ipmt", "loans are not split into interest and repayment" },
  { "ppmt", "loans are not split into interest and repayment" },
  { "nper", "no figure solves for a number of periods" },
  { "pduration", "no figure solves for a number of periods" },
  { "effect", "all rates are per year and effective" },
  { "nominal", "all rates are per year and effective" },
  { "evsi", "what a sample would be worth is not worked out" },
  { "opportunity_loss", "a rule of thumb in place of EVPI, which is worked out on the trials" },
  { "sobol_indices", "what matters most comes with the Risk page" },
  { "sobol_sequence", "trials are counter-based random numbers, no quasi-random sequence" },
  { "tornado", "what matters most comes with the Risk page" },
  { "ahp_ri", "alternatives are compared in money, not by scores" },
  { "ahp", "alternatives are compared in money, not by scores" },
  { "ahp_cr", "alternatives are compared in money, not by scores" },
  { "knapsack01", "choosing within a budget comes with the Plan page" },
  { "real_option", "no options are priced" },
  { "decision_tree", "no stages are folded back" },
};

static gboolean
is_known (const YsPublished *c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, c->kind))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds_of_risk); i++)
    if (g_str_equal (kinds_of_risk[i], c->kind))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (g_str_equal (left_out[i].kind_or_id, c->kind))
      return TRUE;

  return FALSE;
}

/* A kind that is new in the file is either tested or left out for a reason. */
static void
test_every_kind (void)
{
  GPtrArray *cases = ys_cases_get ();

  g_assert_cmpuint (cases->len, >, 100);
  for (guint i = 0; i < cases->len; i++)
    if (!is_known (cases->pdata[i]))
      g_test_fail_printf ("nobody tests “%s”", ((const YsPublished *) cases->pdata[i])->kind);
}

static void
test_left_out (void)
{
  GPtrArray *cases = ys_cases_get ();

  for (gsize k = 0; k < G_N_ELEMENTS (left_out); k++)
    {
      guint n_found = 0;

      for (guint i = 0; i < cases->len; i++)
        {
          const YsPublished *c = cases->pdata[i];

          n_found += g_str_equal (c->kind, left_out[k].kind_or_id) ||
                     g_str_equal (c->id, left_out[k].kind_or_id);
        }
      g_test_message ("%s (%u): %s", left_out[k].kind_or_id, n_found, left_out[k].reason);
      g_assert_cmpuint (n_found, >, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finance/cases/every-kind-has-a-test-or-a-reason", test_every_kind);
  g_test_add_func ("/finance/cases/what-is-left-out-is-in-the-file", test_left_out);
  ys_cases_add ("/finance", kinds, G_N_ELEMENTS (kinds), left_out, G_N_ELEMENTS (left_out));

  return g_test_run ();
}
