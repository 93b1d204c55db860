/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-figures.h"

#include <string.h>

/* Programs of others read these in this order: it is a contract, the table on screen is not. The
 * first N_OF_CASH of them need nothing but cash. */
#define N_OF_CASH 10

static const char *const ids[] = {
  "npv",
  "irr",
  "mirr",
  "payback",
  "discounted-payback",
  "roi",
  "profitability-index",
  "equivalent-annual",
  "total-cost",
  "peak-funding",
  "forward-share",
  "mean",
  "sd",
  "p5",
  "p50",
  "p95",
  "loss-probability",
  "cvar5",
  "best-probability",
};

static GPtrArray *
list_known (gsize n)
{
  GPtrArray *list = g_ptr_array_new ();

  for (gsize i = 0; i < n; i++)
    {
      const YsMetric *metric = ys_metric_find (ids[i]);

      g_assert (metric != NULL);
      g_ptr_array_add (list, (gpointer) metric);
    }

  return list;
}

const YsMetric **
ys_figures_list (void)
{
  const YsMetric *const *all = ys_metrics ();
  GPtrArray *list = list_known (G_N_ELEMENTS (ids));

  for (gsize i = 0; all[i] != NULL; i++)
    if (!g_ptr_array_find (list, all[i], NULL))
      g_ptr_array_add (list, (gpointer) all[i]);
  g_ptr_array_add (list, NULL);

  return (const YsMetric **) g_ptr_array_free (list, FALSE);
}

const YsMetric **
ys_figures_list_of_cash (void)
{
  GPtrArray *list = list_known (N_OF_CASH);

  g_ptr_array_add (list, NULL);

  return (const YsMetric **) g_ptr_array_free (list, FALSE);
}

static gboolean
is_irr (const YsMetric *metric)
{
  return strcmp (metric->id, "irr") == 0;
}

void
ys_figures_write_json (YsJson         *json,
                       const YsMetric *metric,
                       double          value,
                       const double   *rates,
                       gsize           n_rates)
{
  ys_json_key (json, metric->id);
  if (is_irr (metric))
    ys_json_numbers (json, rates, n_rates);
  else
    ys_json_number (json, value);
}

char *
ys_figures_dup_cell (const YsMetric *metric,
                     double          value,
                     const double   *rates,
                     gsize           n_rates)
{
  g_autoptr (GString) roots = NULL;
  char *digits;

  if (!is_irr (metric))
    {
      digits = ys_json_format_number (value);
      return digits != NULL ? digits : g_strdup ("");
    }

  roots = g_string_new (NULL);
  for (gsize i = 0; i < n_rates; i++)
    {
      g_autofree char *root = ys_json_format_number (rates[i]);

      g_string_append_printf (roots, "%s%s", i > 0 ? " " : "", root);
    }

  return g_string_free (g_steal_pointer (&roots), FALSE);
}

char *
ys_figures_dup_text (const YsMetric *metric,
                     double          value,
                     const double   *rates,
                     gsize           n_rates,
                     const char     *currency,
                     YsFormat        format)
{
  g_autoptr (GString) roots = NULL;

  if (!is_irr (metric) || n_rates < 2)
    return ys_format_metric (metric, value, currency, format);

  roots = g_string_new (NULL);
  for (gsize i = 0; i < n_rates; i++)
    {
      g_autofree char *root = ys_format_percent (rates[i], format);

      g_string_append_printf (roots, "%s%s", i > 0 ? "; " : "", root);
    }

  return g_string_free (g_steal_pointer (&roots), FALSE);
}
