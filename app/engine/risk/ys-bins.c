/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-bins.h"

#include <math.h>
#include <string.h>

#include "ys-distribution.h"

#define N_FUNCTIONS 6

double
ys_bins_product (const YsBins *bins,
                 const double *a,
                 const double *b)
{
  double sum = 0.0;

  for (gsize i = 0; i < bins->n; i++)
    sum += bins->shares[i] * a[i] * b[i];
  return sum;
}

/* to ← to + factor × from */
static void
add_scaled (double       *to,
            const double *from,
            double        factor,
            gsize         n)
{
  for (gsize i = 0; i < n; i++)
    to[i] += factor * from[i];
}

static void
center (const YsBins *self,
        double       *values)
{
  double mean = 0.0;

  for (gsize i = 0; i < self->n; i++)
    mean += self->shares[i] * values[i];
  for (gsize i = 0; i < self->n; i++)
    values[i] -= mean;
}

/* Powers of the normal score and of the rank: the first follow what is unbounded, the second what has
 * ends. */
static void
fill_functions (YsBins *self)
{
  for (gsize i = 0; i < self->n; i++)
    {
      double rank = ((double) i + 0.5) / (double) self->n;
      double z = ys_normal_quantile (rank);
      double x = 2.0 * rank - 1.0;
      double values[N_FUNCTIONS] = { z, x, x * x, z * z, x * x * x, z * z * z };

      for (gsize k = 0; k < N_FUNCTIONS; k++)
        self->functions[k * self->n + i] = values[k];
    }
}

/* Gram and Schmidt's method; what is left of a function that the others can already say is dropped. */
static void
make_orthonormal (YsBins *self)
{
  gsize kept = 0;

  for (gsize k = 0; k < N_FUNCTIONS; k++)
    {
      double *own = self->functions + kept * self->n;
      double before, left;

      memmove (own, self->functions + k * self->n, self->n * sizeof (double));
      center (self, own);
      before = ys_bins_product (self, own, own);
      for (gsize j = 0; j < kept; j++)
        {
          const double *other = self->functions + j * self->n;

          add_scaled (own, other, -ys_bins_product (self, own, other), self->n);
        }

      left = ys_bins_product (self, own, own);
      if (left <= 1e-8 * before)
        continue;
      for (gsize i = 0; i < self->n; i++)
        own[i] /= sqrt (left);
      kept++;
    }

  self->n_functions = kept;
}

void
ys_bins_init_even (YsBins *bins,
                   gsize   n)
{
  *bins = (YsBins) { .n = n, .shares = g_new (double, n), .functions = g_new (double, N_FUNCTIONS * n) };

  for (gsize i = 0; i < n; i++)
    bins->shares[i] = 1.0 / (double) n;
  fill_functions (bins);
  make_orthonormal (bins);
}

gboolean
ys_bins_init_cases (YsBins        *bins,
                    const YsCurve *curve,
                    gsize          most)
{
  double before = 0.0;

  if (curve->nodes == NULL || curve->n_nodes > most)
    return FALSE;

  *bins = (YsBins) {
    .n = curve->n_nodes,
    .shares = g_new (double, curve->n_nodes),
    .ends = g_new (double, curve->n_nodes),
    .n_functions = curve->n_nodes - 1,
  };
  for (gsize i = 0; i < bins->n; i++)
    {
      bins->ends[i] = curve->nodes[2 * i + 1];
      bins->shares[i] = bins->ends[i] - before;
      before = bins->ends[i];
    }
  return TRUE;
}

void
ys_bins_clear (YsBins *bins)
{
  g_clear_pointer (&bins->shares, g_free);
  g_clear_pointer (&bins->ends, g_free);
  g_clear_pointer (&bins->functions, g_free);
}

void
ys_bins_find (const YsBins *bins,
              const float   uniforms[YS_BLOCK],
              int           indices[YS_BLOCK])
{
  int last = (int) bins->n - 1;
  float scale = (float) bins->n * (1.0f - 0x1p-24f); /* 1 is in the last bin */

  if (bins->ends == NULL)
    {
      for (gsize i = 0; i < YS_BLOCK; i++)
        indices[i] = (int) (uniforms[i] * scale);
      return;
    }

  for (gsize i = 0; i < YS_BLOCK; i++)
    for (indices[i] = 0; indices[i] < last && uniforms[i] > bins->ends[indices[i]];)
      indices[i]++;
}

void
ys_bins_smooth (const YsBins *bins,
                const double *values,
                double       *smooth)
{
  if (bins->functions == NULL)
    {
      memcpy (smooth, values, bins->n * sizeof (double));
      center (bins, smooth);
      return;
    }

  memset (smooth, 0, bins->n * sizeof (double));
  for (gsize k = 0; k < bins->n_functions; k++)
    {
      const double *function = bins->functions + k * bins->n;

      add_scaled (smooth, function, ys_bins_product (bins, values, function), bins->n);
    }
}
