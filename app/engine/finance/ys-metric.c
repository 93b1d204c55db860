/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-metric.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-cash.h"
#include "ys-error.h"
#include "ys-metric-private.h"

static const YsMetric *const metrics[] = {
  &ys_metric_npv,
  &ys_metric_irr,
  &ys_metric_mirr,
  &ys_metric_payback,
  &ys_metric_discounted_payback,
  &ys_metric_roi,
  &ys_metric_profitability_index,
  &ys_metric_equivalent_annual,
  &ys_metric_total_cost,
  &ys_metric_peak_funding,
  &ys_metric_mean,
  &ys_metric_sd,
  &ys_metric_p5,
  &ys_metric_p50,
  &ys_metric_p95,
  &ys_metric_loss_probability,
  &ys_metric_cvar5,
  &ys_metric_best_probability,
  &ys_metric_forward_share,
  NULL,
};

const YsMetric *const *
ys_metrics (void)
{
  return metrics;
}

gsize
ys_metrics_count (void)
{
  return G_N_ELEMENTS (metrics) - 1;
}

int
ys_metric_index (const char *id)
{
  g_return_val_if_fail (id != NULL, -1);

  for (gsize i = 0; metrics[i] != NULL; i++)
    if (g_str_equal (metrics[i]->id, id))
      return (int) i;

  return -1;
}

const YsMetric *
ys_metric_find (const char *id)
{
  int index = ys_metric_index (id);

  return index >= 0 ? metrics[index] : NULL;
}

double
ys_metric_value (const YsMetric      *metric,
                 const YsMetricInput *input)
{
  double value;

  g_return_val_if_fail (metric != NULL, NAN);
  g_return_val_if_fail (input != NULL && input->n > 0, NAN);

  return metric->compute (input, &value, NULL) ? value : NAN;
}

double
ys_metric_input_npv (const YsMetricInput *input)
{
  return ys_present_value (input->flows, input->times, input->n, input->rate);
}

/* Present value of what flows in (sign +1) or out (−1), positive either way. */
static double
present_value_of_side (const YsMetricInput *input,
                       double               sign)
{
  g_autofree double *side = g_new (double, input->n);

  for (gsize i = 0; i < input->n; i++)
    side[i] = MAX (sign * input->flows[i], 0.0);

  return ys_present_value (side, input->times, input->n, input->rate);
}

double
ys_metric_input_benefits (const YsMetricInput *input)
{
  if (input->benefits == NULL)
    return present_value_of_side (input, +1.0);

  return ys_present_value (input->benefits, input->times, input->n, input->rate);
}

double
ys_metric_input_costs (const YsMetricInput *input)
{
  if (input->costs == NULL)
    return present_value_of_side (input, -1.0);

  return ys_present_value (input->costs, input->times, input->n, input->rate);
}

const YsSummary *
ys_metric_input_summary (const YsMetricInput *input,
                         YsSummary           *certain)
{
  double npv;

  if (input->outcomes != NULL)
    return input->outcomes;

  npv = ys_metric_input_npv (input);
  if (isnan (npv))
    return NULL;

  ys_summary_init (certain, &npv, 1);
  return certain;
}

double
ys_metric_input_percentile (const YsMetricInput *input,
                            int                  percent)
{
  YsSummary certain;
  const YsSummary *summary = ys_metric_input_summary (input, &certain);

  return summary != NULL ? summary->percentiles[percent] : NAN;
}

gboolean
ys_metric_return (double    value,
                  double   *out_value,
                  GError  **error)
{
  if (!isfinite (value))
    return ys_metric_no_solution (_("It needs the required return, and that is not given."), error);

  *out_value = value;
  return TRUE;
}

gboolean
ys_metric_no_solution (const char  *reason,
                       GError     **error)
{
  ys_error_set (error, YS_ERROR_NO_SOLUTION, 0, "%s", reason);
  return FALSE;
}
