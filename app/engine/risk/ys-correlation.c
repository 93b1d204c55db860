/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-correlation.h"

#include <math.h>
#include <string.h>

#define MAX_SWEEPS 60
#define MAX_PROJECTIONS 1000

double
ys_correlation_from_rank (double rank_correlation)
{
  return 2.0 * sin (G_PI / 6.0 * rank_correlation);
}

double
ys_correlation_to_rank (double correlation)
{
  return 6.0 / G_PI * asin (CLAMP (correlation / 2.0, -0.5, 0.5));
}

/* One rotation of Jacobi's method: makes a[p][q] zero. */
static void
rotate (double *a,
        double *vectors,
        gsize   n,
        gsize   p,
        gsize   q)
{
  double theta = (a[q * n + q] - a[p * n + p]) / (2.0 * a[p * n + q]);
  double t = (theta >= 0.0 ? 1.0 : -1.0) / (fabs (theta) + sqrt (theta * theta + 1.0));
  double c = 1.0 / sqrt (t * t + 1.0);
  double s = t * c;

  for (gsize k = 0; k < n; k++)
    {
      double kp = a[k * n + p], kq = a[k * n + q];

      a[k * n + p] = c * kp - s * kq;
      a[k * n + q] = s * kp + c * kq;
    }
  for (gsize k = 0; k < n; k++)
    {
      double pk = a[p * n + k], qk = a[q * n + k];
      double vp = vectors[k * n + p], vq = vectors[k * n + q];

      a[p * n + k] = c * pk - s * qk;
      a[q * n + k] = s * pk + c * qk;
      vectors[k * n + p] = c * vp - s * vq;
      vectors[k * n + q] = s * vp + c * vq;
    }
}

/* Eigenvalues into values[n], eigenvectors into the columns of vectors. */
static void
decompose (const double *matrix,
           double       *values,
           double       *vectors,
           gsize         n)
{
  g_autofree double *a = g_memdup2 (matrix, n * n * sizeof (double));

  memset (vectors, 0, n * n * sizeof (double));
  for (gsize i = 0; i < n; i++)
    vectors[i * n + i] = 1.0;

  for (int sweep = 0; sweep < MAX_SWEEPS; sweep++)
    {
      double off = 0.0;

      for (gsize p = 0; p + 1 < n; p++)
        for (gsize q = p + 1; q < n; q++)
          if (fabs (a[p * n + q]) > 1e-300)
            {
              off += a[p * n + q] * a[p * n + q];
              rotate (a, vectors, n, p, q);
            }
      if (off < 1e-30)
        break;
    }

  for (gsize i = 0; i < n; i++)
    values[i] = a[i * n + i];
}

/* Σ power (value) · vector vectorᵀ, negative values counting as 0. */
static void
compose (const double *values,
         const double *vectors,
         gsize         n,
         gboolean      square_root,
         double       *matrix)
{
  memset (matrix, 0, n * n * sizeof (double));

  for (gsize k = 0; k < n; k++)
    {
      double value = MAX (values[k], 0.0);

      if (square_root)
        value = sqrt (value);
      for (gsize i = 0; i < n; i++)
        for (gsize j = 0; j < n; j++)
          matrix[i * n + j] += value * vectors[i * n + k] * vectors[j * n + k];
    }
}

static double
smallest (const double *values,
          gsize         n)
{
  double least = values[0];

  for (gsize i = 1; i < n; i++)
    least = MIN (least, values[i]);
  return least;
}

/* Higham's alternating projections with Dykstra's correction: onto the matrices without negative
 * eigenvalues, then onto those with ones on the diagonal, until it holds still. */
static void
repair (double *matrix,
        gsize   n)
{
  g_autofree double *correction = g_new0 (double, n * n);
  g_autofree double *projected = g_new (double, n * n);
  g_autofree double *values = g_new (double, n);
  g_autofree double *vectors = g_new (double, n * n);

  for (int i = 0; i < MAX_PROJECTIONS; i++)
    {
      double moved = 0.0;

      for (gsize k = 0; k < n * n; k++)
        matrix[k] -= correction[k];
      decompose (matrix, values, vectors, n);
      compose (values, vectors, n, FALSE, projected);

      for (gsize k = 0; k < n * n; k++)
        {
          double next = k % (n + 1) == 0 ? 1.0 : projected[k];

          correction[k] = projected[k] - matrix[k];
          moved += (next - projected[k]) * (next - projected[k]);
          matrix[k] = next;
        }
      if (moved < 1e-20)
        break;
    }
}

gboolean
ys_correlation_root (double *matrix,
                     double *root,
                     gsize   n)
{
  g_autofree double *values = g_new (double, n);
  g_autofree double *vectors = g_new (double, n * n);
  gboolean impossible;

  g_return_val_if_fail (n > 0, FALSE);

  decompose (matrix, values, vectors, n);
  impossible = smallest (values, n) < -1e-9;
  if (impossible)
    {
      repair (matrix, n);
      decompose (matrix, values, vectors, n);
    }
  compose (values, vectors, n, TRUE, root);

  return impossible;
}
