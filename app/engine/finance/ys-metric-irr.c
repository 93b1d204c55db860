/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-cash.h"

static int
count_sign_changes (const YsMetricInput *input)
{
  double last = 0.0;
  int n_changes = 0;

  for (gsize i = 0; i < input->n; i++)
    {
      if (input->flows[i] == 0.0)
        continue;
      if (last * input->flows[i] < 0.0)
        n_changes++;
      last = input->flows[i] > 0.0 ? 1.0 : -1.0;
    }

  return n_changes;
}

/* Whole per cents where they are whole, one digit more where not. */
static char *
format_rate (double rate)
{
  double percent = round (1000.0 * rate) / 10.0;
  int digits = percent == round (percent) ? 0 : 1;

  return g_strdup_printf ("%s%.*f %%", percent < 0.0 ? "−" : "", digits, fabs (percent));
}

static char *
list_rates (const double *rates,
            gsize         n_rates)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < n_rates; i++)
    {
      g_autofree char *rate = format_rate (rates[i]);

      if (i > 0)
        g_string_append (list, i + 1 < n_rates ? _(", ") : _(" and "));
      g_string_append (list, rate);
    }

  return g_string_free (list, FALSE);
}

static gboolean
several_rates (const double  *rates,
               gsize          n_rates,
               int            n_changes,
               GError       **error)
{
  g_autofree char *list = list_rates (rates, n_rates);
  g_autofree char *changes = NULL;
  g_autofree char *reason = NULL;

  changes = g_strdup_printf (ngettext ("The cash changes sign %d time",
                                       "The cash changes sign %d times", (gulong) n_changes),
                             n_changes);
  /* Translators: “The cash changes sign 2 times: there are 2 rates, 25 % and 400 %.” */
  reason = g_strdup_printf (_("%s: there are %d rates, %s."), changes, (int) n_rates, list);

  return ys_metric_no_solution (reason, error);
}

static gboolean
no_rate (const YsMetricInput  *input,
         GError              **error)
{
  double total = 0.0;
  double turnover = 0.0;

  for (gsize i = 0; i < input->n; i++)
    {
      total += input->flows[i];
      turnover += fabs (input->flows[i]);
    }

  if (turnover == 0.0)
    return ys_metric_no_solution (_("No cash moves, so none of it earns a return."), error);
  if (total > 0.0)
    return ys_metric_no_solution (_("It is worth something at every rate, so no rate brings it "
                                    "down to nothing."),
                                  error);

  return ys_metric_no_solution (_("It loses money at every rate, so no rate brings it up to "
                                  "nothing."),
                                error);
}

/* IRR: the rate at which NPV is 0, when there is exactly one above −100 %.
 * Unit: fraction a year.
 * Source: Brealey, Myers & Allen, Principles of Corporate Finance, ch. 5; several rates: there,
 * “pitfall 2”. */
static gboolean
irr_compute (const YsMetricInput  *input,
             double               *out_value,
             GError              **error)
{
  gsize n_rates;
  g_autofree double *rates = ys_internal_rates (input->flows, input->times, input->n, &n_rates);

  if (n_rates == 0)
    return no_rate (input, error);
  if (n_rates > 1)
    return several_rates (rates, n_rates, count_sign_changes (input), error);

  *out_value = rates[0];
  return TRUE;
}

const YsMetric ys_metric_irr = {
  .id       = "irr",
  .label    = N_("Yearly return"),
  .term     = N_("Internal rate of return (IRR)"),
  .sentence = N_("What the money earns a year while it is tied up; above the required return it "
                 "is worth doing."),
  .unit     = YS_UNIT_FRACTION,
  .better   = YS_BETTER_HIGHER,
  .compute  = irr_compute,
};
