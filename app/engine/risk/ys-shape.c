/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-shape.h"

#include <math.h>
#include <string.h>

#include "ys-distribution.h"
#include "ys-shape-private.h"

#define DEFAULT_CONFIDENCE 0.9

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
  g_clear_pointer (&curve->table, g_free);
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

/* --- drawing ----------------------------------------------------------------------------------- */

static void
quantiles_of (gconstpointer data,
              gboolean      upper,
              const double *tails,
              gsize         n,
              double       *values)
{
  for (gsize i = 0; i < n; i++)
    values[i] = ys_curve_get_quantile (data, upper ? 1.0 - tails[i] : tails[i]);
}

static void
make_table (YsCurve          *curve,
            const YsCurveFit *fit,
            double            low,
            double            span)
{
  curve->table = g_new (YsCurveTable, 1);
  ys_curve_table_init (curve->table, fit, low, span);
}

void
ys_curve_init_standard (YsCurve *curve)
{
  YsCurveFit fit;

  *curve = (YsCurve) { .shape = &ys_shape_normal, .parameters = { 0.0, 1.0 } };
  ys_curve_fit_init (&fit, quantiles_of, curve);
  make_table (curve, &fit, 0.0, 1.0);
}

void
ys_curve_prepare (YsCurve       *curve,
                  YsPertFamily **family)
{
  const double *p = curve->parameters;
  YsCurveFit fit;

  if (curve->shape == NULL || curve->shape->draw != YS_DRAW_TABLE || curve->table != NULL)
    return;

  if (curve->shape != &ys_shape_pert)
    {
      ys_curve_fit_init (&fit, curve->shape->quantiles != NULL ? curve->shape->quantiles : quantiles_of, curve);
      make_table (curve, &fit, 0.0, 1.0);
      return;
    }

  if (*family == NULL)
    *family = ys_pert_family_new ();
  ys_pert_family_fit (*family, p[2], &fit);
  make_table (curve, &fit, p[0], p[1] - p[0]);
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
