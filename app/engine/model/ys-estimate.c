/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-estimate.h"

#include "ys-ids.h"

static const char *const number_ids[YS_N_NUMBERS] = {
  [YS_NUMBER_EXACTLY] = "exactly",
  [YS_NUMBER_LOW] = "low",
  [YS_NUMBER_LIKELY] = "likely",
  [YS_NUMBER_HIGH] = "high",
  [YS_NUMBER_CONFIDENCE] = "confidence",
  [YS_NUMBER_MEAN] = "mean",
  [YS_NUMBER_SD] = "sd",
  [YS_NUMBER_LOG_MEAN] = "log-mean",
  [YS_NUMBER_LOG_SD] = "log-sd",
  [YS_NUMBER_ALPHA] = "alpha",
  [YS_NUMBER_BETA] = "beta",
};

static const char *const shape_ids[YS_N_SHAPES] = {
  [YS_SHAPE_NORMAL] = "normal",
  [YS_SHAPE_LOGNORMAL] = "lognormal",
  [YS_SHAPE_UNIFORM] = "uniform",
  [YS_SHAPE_PERT] = "pert",
  [YS_SHAPE_TRIANGULAR] = "triangular",
  [YS_SHAPE_METALOG] = "metalog",
  [YS_SHAPE_BETA] = "beta",
};

static const char *const bounds_ids[YS_N_BOUNDS] = {
  [YS_BOUNDS_HARD] = "hard",
  [YS_BOUNDS_LIKELY_RANGE] = "likely-range",
};

static void
estimate_clear (gpointer data)
{
  YsEstimate *estimate = data;

  g_free (estimate->formula);
  g_free (estimate->cases);
}

static gboolean
cases_equal (const YsEstimate *a,
             const YsEstimate *b)
{
  if (a->n_cases != b->n_cases)
    return FALSE;

  for (gsize i = 0; i < a->n_cases; i++)
    if (a->cases[i].value != b->cases[i].value || a->cases[i].weight != b->cases[i].weight)
      return FALSE;

  return TRUE;
}

YsEstimate *
ys_estimate_new (void)
{
  return g_atomic_rc_box_new0 (YsEstimate);
}

YsEstimate *
ys_estimate_new_exactly (double value)
{
  YsEstimate *estimate = ys_estimate_new ();

  ys_estimate_set_number (estimate, YS_NUMBER_EXACTLY, value);

  return estimate;
}

YsEstimate *
ys_estimate_copy (const YsEstimate *estimate)
{
  YsEstimate *copy;

  g_return_val_if_fail (estimate != NULL, NULL);

  copy = ys_estimate_new ();
  *copy = *estimate;
  copy->formula = g_strdup (estimate->formula);
  copy->cases = g_memdup2 (estimate->cases, estimate->n_cases * sizeof *estimate->cases);

  return copy;
}

YsEstimate *
ys_estimate_ref (const YsEstimate *estimate)
{
  g_return_val_if_fail (estimate != NULL, NULL);

  return g_atomic_rc_box_acquire ((YsEstimate *) estimate);
}

void
ys_estimate_unref (YsEstimate *estimate)
{
  g_return_if_fail (estimate != NULL);

  g_atomic_rc_box_release_full (estimate, estimate_clear);
}

gboolean
ys_estimate_equal (const YsEstimate *a,
                   const YsEstimate *b)
{
  if (a == b)
    return TRUE;

  if (a == NULL || b == NULL)
    return FALSE;

  if (a->given != b->given || a->shape != b->shape || a->bounds != b->bounds)
    return FALSE;

  for (int i = 0; i < YS_N_NUMBERS; i++)
    if (a->numbers[i] != b->numbers[i])
      return FALSE;

  return g_strcmp0 (a->formula, b->formula) == 0 && cases_equal (a, b);
}

gboolean
ys_estimate_has (const YsEstimate *estimate,
                 YsNumber          number)
{
  g_return_val_if_fail (estimate != NULL, FALSE);

  return (estimate->given & (1u << number)) != 0;
}

void
ys_estimate_set_number (YsEstimate *estimate,
                        YsNumber    number,
                        double      value)
{
  g_return_if_fail (estimate != NULL);
  g_return_if_fail (number < YS_N_NUMBERS);

  estimate->given |= 1u << number;
  estimate->numbers[number] = value;
}

void
ys_estimate_set_cases (YsEstimate   *estimate,
                       const YsCase *cases,
                       gsize         n_cases)
{
  g_return_if_fail (estimate != NULL);

  g_free (estimate->cases);
  estimate->cases = g_memdup2 (cases, n_cases * sizeof *cases);
  estimate->n_cases = n_cases;
}

const char *
ys_number_get_id (YsNumber number)
{
  return ys_ids_get (number_ids, YS_N_NUMBERS, (int) number);
}

const char *
ys_shape_get_id (YsShapeId shape)
{
  return ys_ids_get (shape_ids, YS_N_SHAPES, (int) shape);
}

gboolean
ys_shape_from_id (const char *id,
                  YsShapeId  *shape)
{
  int found = ys_ids_find (shape_ids, YS_N_SHAPES, id);

  if (found < 0)
    return FALSE;

  *shape = (YsShapeId) found;
  return TRUE;
}

const char *
ys_bounds_get_id (YsBounds bounds)
{
  return ys_ids_get (bounds_ids, YS_N_BOUNDS, (int) bounds);
}

gboolean
ys_bounds_from_id (const char *id,
                   YsBounds   *bounds)
{
  int found = ys_ids_find (bounds_ids, YS_N_BOUNDS, id);

  if (found < 0)
    return FALSE;

  *bounds = (YsBounds) found;
  return TRUE;
}
