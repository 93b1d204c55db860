/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-figures.h"

#include <math.h>
#include <string.h>

#include "ys-file-type.h"
#include "ys-table.h"

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

gboolean
ys_figures_has_roots (const YsMetric *metric)
{
  return strcmp (metric->id, "irr") == 0;
}

char *
ys_figures_dup_cell (const YsMetric *metric,
                     double          value,
                     const double   *rates,
                     gsize           n_rates)
{
  g_autoptr (GString) roots = NULL;

  if (!ys_figures_has_roots (metric))
    return isfinite (value) ? ys_file_format_number (value) : g_strdup ("");

  roots = g_string_new (NULL);
  for (gsize i = 0; i < n_rates; i++)
    {
      g_autofree char *root = ys_file_format_number (rates[i]);

      g_string_append_printf (roots, "%s%s", i > 0 ? " " : "", root);
    }

  return g_string_free (g_steal_pointer (&roots), FALSE);
}

static void
add_figures (YsTable         *table,
             const YsMetric **metrics,
             const YsResult  *result,
             gsize            index)
{
  const YsAlternativeResult *own = &result->alternatives[index];

  ys_table_begin_row (table);
  ys_table_take_cell (table, g_strdup (own->alternative->id));
  ys_table_take_cell (table, g_strdup (own->alternative->name));
  for (gsize i = 0; metrics[i] != NULL; i++)
    ys_table_take_cell (table, ys_figures_dup_cell (metrics[i],
                                                    ys_result_get_metric (result, index, metrics[i]->id),
                                                    own->rates, own->n_rates));
}

char *
ys_figures_to_csv (const YsResult *result)
{
  g_autoptr (YsTable) table = ys_table_new ();
  g_autofree const YsMetric **metrics = ys_figures_list ();

  ys_table_begin_row (table);
  ys_table_take_cell (table, g_strdup ("id"));
  ys_table_take_cell (table, g_strdup ("name"));
  for (gsize i = 0; metrics[i] != NULL; i++)
    ys_table_take_cell (table, g_strdup (metrics[i]->id));
  for (gsize a = 0; a < result->n_alternatives; a++)
    add_figures (table, metrics, result, a);

  return ys_table_to_csv (table);
}
