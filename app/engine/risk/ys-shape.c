/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-shape.h"

#include <math.h>
#include <string.h>

#include "ys-distribution.h"
#include "ys-shape-private.h"

#define DEFAULT_CONFIDENCE 0.9

/* Normal scores from −6.5 to 6.5 in steps of 1/16: beyond the smallest and largest a draw can have. */
#define TABLE_END 6.5
#define TABLE_PER_UNIT 16
#define TABLE_INTERVALS ((gsize) (2 * TABLE_END * TABLE_PER_UNIT))

static const YsShape *const shapes[] = {
  &ys_shape_pert,
  &ys_shape_triangular,
  &ys_shape_lognormal,
  &ys_shape_normal,
  &ys_shape_uniform,
  &ys_shape_metalog,
  &ys_shape_beta,
  NULL,
};

const YsShape *const *
ys_shapes (void)
{
  return shapes;
}

const YsShape *
ys_shape_find (YsShapeId id)
{
  for (gsize i = 0; shapes[i] != NULL; i++)
    if (shapes[i]->id == id)
      return shapes[i];

  return NULL;
}

double
ys_estimate_get_tail (const YsEstimate *estimate)
{
  double confidence = ys_estimate_has (estimate, YS_NUMBER_CONFIDENCE)
    ? estimate->numbers[YS_NUMBER_CONFIDENCE]
    : DEFAULT_CONFIDENCE;

  return 0.5 * (1.0 - confidence);
}

static const YsShape *
choose_shape (const YsEstimate *estimate)
{
  if (estimate->n_cases > 0)
    return &ys_shape_cases;
  if (estimate->shape != YS_SHAPE_UNSET)
    return ys_shape_find (estimate->shape);
  if (ys_estimate_has (estimate, YS_NUMBER_LIKELY))
    return &ys_shape_pert;
  if (ys_estimate_has (estimate, YS_NUMBER_LOG_MEAN))
    return &ys_shape_lognormal;
  if (ys_estimate_has (estimate, YS_NUMBER_ALPHA))
    return &ys_shape_beta;
  if (ys_estimate_has (estimate, YS_NUMBER_MEAN))
    return &ys_shape_normal;
  return estimate->numbers[YS_NUMBER_LOW] > 0.0 ? &ys_shape_lognormal : &ys_shape_normal;
}

static gboolean
find_certain_value (const YsEstimate *estimate,
                    double           *value)
{
  const double *numbers = estimate->numbers;

  if (ys_estimate_has (estimate, YS_NUMBER_EXACTLY))
    *value = numbers[YS_NUMBER_EXACTLY];
  else if (ys_estimate_has (estimate, YS_NUMBER_LOW) && numbers[YS_NUMBER_LOW] == numbers[YS_NUMBER_HIGH])
    *value = numbers[YS_NUMBER_LOW];
  else if (ys_estimate_has (estimate, YS_NUMBER_SD) && numbers[YS_NUMBER_SD] == 0.0)
    *value = numbers[YS_NUMBER_MEAN];
  else if (ys_estimate_has (estimate, YS_NUMBER_LOG_SD) && numbers[YS_NUMBER_LOG_SD] == 0.0)
    *value = exp (numbers[YS_NUMBER_LOG_MEAN]);
  else if (estimate->n_cases == 1)
    *value = estimate->cases[0].value;
  else
    return FALSE;

  return TRUE;
}

gboolean
ys_curve_init (YsCurve           *curve,
               const YsEstimate  *estimate,
               GError           **error)
{
  g_return_val_if_fail (estimate->formula == NULL, FALSE);

  memset (curve, 0, sizeof *curve);
  if (find_certain_value (estimate, &curve->parameters[0]))
    return TRUE;

  curve->shape = choose_shape (estimate);
  if (curve->shape->fit (estimate, curve, error))
    return TRUE;

  ys_curve_clear (curve);
  return FALSE;
}

void
ys_curve_clear (YsCurve *curve)
{
  g_clear_pointer (&curve->nodes, g_free);
}

gboolean
ys_curve_is_certain (const YsCurve *curve)
{
  return curve->shape == NULL;
}

double
ys_curve_get_mean (const YsCurve *curve)
{
  return curve->shape == NULL ? curve->parameters[0] : curve->shape->mean (curve);
}

double
ys_curve_get_variance (const YsCurve *curve)
{
  return curve->shape == NULL ? 0.0 : curve->shape->variance (curve);
}

double
ys_curve_get_quantile (const YsCurve *curve,
                       double         p)
{
  return curve->shape == NULL ? curve->parameters[0] : curve->shape->quantile (curve, p);
}

/* --- tables over normal scores ----------------------------------------------------------------- */

static double
normal_density (double z)
{
  return exp (-0.5 * z * z) * 0.3989422804014326779;
}

void
ys_curve_tabulate (YsCurve  *curve,
                   double  (*quantile) (const YsCurve *curve, double p),
                   double  (*density) (const YsCurve *curve, double value))
{
  curve->n_nodes = TABLE_INTERVALS + 1;
  curve->nodes = g_new (double, 2 * curve->n_nodes);

  for (gsize i = 0; i < curve->n_nodes; i++)
    {
      double z = (double) i / TABLE_PER_UNIT - TABLE_END;
      double value = quantile (curve, ys_normal_cdf (z));
      double slope = density (curve, value);

      curve->nodes[2 * i] = value;
      /* dx/dz = φ(z) / f(x); the ends of a bounded curve, where f runs out of digits, are flat. */
      curve->nodes[2 * i + 1] = slope > 0.0 ? normal_density (z) / slope / TABLE_PER_UNIT : 0.0;
    }
}

void
ys_curve_fill_table (const YsCurve *curve,
                     const double  *u,
                     const double  *z,
                     double        *values,
                     gsize          n)
{
  for (gsize i = 0; i < n; i++)
    {
      double position = (CLAMP (z[i], -TABLE_END, TABLE_END) + TABLE_END) * TABLE_PER_UNIT;
      gsize index = MIN ((gsize) position, TABLE_INTERVALS - 1);
      double s = position - (double) index;
      const double *node = &curve->nodes[2 * index];
      double rise = node[2] - node[0];

      /* Hermite's cubic through two values with two slopes. */
      values[i] = node[0] + s * (node[1] + s * ((3.0 * rise - 2.0 * node[1] - node[3])
                                                + s * (node[1] + node[3] - 2.0 * rise)));
    }
}

/* --- ends of a bounded shape ------------------------------------------------------------------- */

/* The end on one side that leaves a share tail beyond edge, the other end being fixed. The share
 * grows with the distance of the end; doubling finds a bracket, halving closes it. */
static gboolean
solve_end (double   edge,
           double   likely,
           double   other,
           double   tail,
           gboolean below,
           double (*share_below) (double a, double likely, double b, double x),
           double  *end)
{
  double span = fabs (other - edge);
  double near = 0.0, far = span;

  for (int i = 0; ; i++)
    {
      double share = below
        ? share_below (edge - far, likely, other, edge)
        : 1.0 - share_below (other, likely, edge + far, edge);

      if (share >= tail)
        break;
      if (i == 60)
        return FALSE;
      far *= 2.0;
    }

  for (int i = 0; i < 100; i++)
    {
      double middle = 0.5 * (near + far);
      double share = below
        ? share_below (edge - middle, likely, other, edge)
        : 1.0 - share_below (other, likely, edge + middle, edge);

      if (share < tail)
        near = middle;
      else
        far = middle;
    }

  *end = below ? edge - far : edge + far;
  return TRUE;
}

gboolean
ys_bounds_solve (double   low,
                 double   likely,
                 double   high,
                 double   tail,
                 double (*share_below) (double a, double likely, double b, double x),
                 double  *a,
                 double  *b)
{
  *a = low;
  *b = high;

  for (int i = 0; i < 500; i++)
    {
      double previous_a = *a, previous_b = *b;

      if (!solve_end (low, likely, *b, tail, TRUE, share_below, a) ||
          !solve_end (high, likely, *a, tail, FALSE, share_below, b))
        return FALSE;

      if (fabs (*a - previous_a) + fabs (*b - previous_b) <= 1e-13 * (*b - *a))
        return TRUE;
    }

  return FALSE;
}
