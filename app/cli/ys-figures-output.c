/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-figures-output.h"

void
ys_figures_write_json (YsJson         *json,
                       const YsMetric *metric,
                       double          value,
                       const double   *rates,
                       gsize           n_rates)
{
  ys_json_key (json, metric->id);
  if (ys_figures_has_roots (metric))
    ys_json_numbers (json, rates, n_rates);
  else
    ys_json_number (json, value);
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

  if (!ys_figures_has_roots (metric) || n_rates < 2)
    return ys_format_metric (metric, value, currency, format);

  roots = g_string_new (NULL);
  for (gsize i = 0; i < n_rates; i++)
    {
      g_autofree char *root = ys_format_percent (rates[i], format);

      g_string_append_printf (roots, "%s%s", i > 0 ? "; " : "", root);
    }

  return g_string_free (g_steal_pointer (&roots), FALSE);
}
