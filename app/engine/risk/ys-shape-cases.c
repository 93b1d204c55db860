/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-shape-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/* A list of outcomes. nodes: for each case its value and the share of all cases up to it. */

static int
compare_cases (gconstpointer a,
               gconstpointer b)
{
  double first = ((const YsCase *) a)->value, second = ((const YsCase *) b)->value;

  return (first > second) - (first < second);
}

/* Ascending by value: a low draw is a low outcome, whatever the order in the file, and a rank
 * correlation with a list of cases means what it says. */
static gboolean
cases_fit (const YsEstimate  *estimate,
           YsCurve           *curve,
           GError           **error)
{
  gsize n = estimate->n_cases;
  g_autofree YsCase *sorted = g_memdup2 (estimate->cases, n * sizeof (YsCase));
  double total = 0.0, sum = 0.0;

  qsort (sorted, n, sizeof (YsCase), compare_cases);
  for (gsize i = 0; i < n; i++)
    total += sorted[i].weight;

  curve->n_nodes = n;
  curve->nodes = g_new (double, 2 * n);
  for (gsize i = 0; i < n; i++)
    {
      sum += sorted[i].weight;
      curve->nodes[2 * i] = sorted[i].value;
      curve->nodes[2 * i + 1] = i + 1 < n ? sum / total : 1.0;
    }

  return TRUE;
}

static double
cases_quantile (const YsCurve *curve,
                double         p)
{
  gsize i = 0;

  while (i + 1 < curve->n_nodes && p > curve->nodes[2 * i + 1])
    i++;
  return curve->nodes[2 * i];
}

static double
expect (const YsCurve *curve,
        double         about,
        int            power)
{
  double before = 0.0, sum = 0.0;

  for (gsize i = 0; i < curve->n_nodes; i++)
    {
      double share = curve->nodes[2 * i + 1] - before;
      double distance = curve->nodes[2 * i] - about;

      sum += share * (power == 1 ? distance : distance * distance);
      before = curve->nodes[2 * i + 1];
    }

  return sum;
}

static double
cases_mean (const YsCurve *curve)
{
  return expect (curve, 0.0, 1);
}

static double
cases_variance (const YsCurve *curve)
{
  return expect (curve, cases_mean (curve), 2);
}

const YsShape ys_shape_cases = {
  .id = YS_SHAPE_UNSET,
  .name = N_("A list of cases"),
  .draw = YS_DRAW_CASES,
  .fit = cases_fit,
  .mean = cases_mean,
  .variance = cases_variance,
  .quantile = cases_quantile,
};
