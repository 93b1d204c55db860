/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-scenario-parts.h"

#include <math.h>

/* Two numbers that may be “not given”. */
gboolean
ys_optional_equal (double a,
                   double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static void
driver_clear (gpointer data)
{
  YsDriver *driver = data;

  g_free (driver->id);
  g_free (driver->name);
  g_free (driver->comment);
}

YsDriver *
ys_driver_new (const char *id,
               const char *name,
               double      weight)
{
  YsDriver *driver = g_atomic_rc_box_new0 (YsDriver);

  driver->id = g_strdup (id);
  driver->name = g_strdup (name);
  driver->weight = weight;

  return driver;
}

YsDriver *
ys_driver_copy (const YsDriver *driver)
{
  YsDriver *copy;

  g_return_val_if_fail (driver != NULL, NULL);

  copy = ys_driver_new (driver->id, driver->name, driver->weight);
  copy->comment = g_strdup (driver->comment);
  copy->row = driver->row;

  return copy;
}

YsDriver *
ys_driver_ref (const YsDriver *driver)
{
  g_return_val_if_fail (driver != NULL, NULL);

  return g_atomic_rc_box_acquire ((YsDriver *) driver);
}

void
ys_driver_unref (YsDriver *driver)
{
  g_return_if_fail (driver != NULL);

  g_atomic_rc_box_release_full (driver, driver_clear);
}

gboolean
ys_driver_equal (const YsDriver *a,
                 const YsDriver *b)
{
  return a == b
         || (g_strcmp0 (a->id, b->id) == 0
             && g_strcmp0 (a->name, b->name) == 0
             && a->weight == b->weight
             && g_strcmp0 (a->comment, b->comment) == 0);
}

static void
assumption_clear (gpointer data)
{
  YsAssumption *assumption = data;

  g_free (assumption->id);
  g_free (assumption->name);
  g_free (assumption->unit);
  g_free (assumption->source);
  g_clear_pointer (&assumption->estimate, ys_estimate_unref);
  g_free (assumption->comment);
}

YsAssumption *
ys_assumption_new (const char *id,
                   const char *name,
                   YsEstimate *estimate)
{
  YsAssumption *assumption;

  g_return_val_if_fail (estimate != NULL, NULL);

  assumption = g_atomic_rc_box_new0 (YsAssumption);
  assumption->id = g_strdup (id);
  assumption->name = g_strdup (name);
  assumption->estimate = ys_estimate_ref (estimate);

  return assumption;
}

YsAssumption *
ys_assumption_copy (const YsAssumption *assumption)
{
  YsAssumption *copy;

  g_return_val_if_fail (assumption != NULL, NULL);

  copy = ys_assumption_new (assumption->id, assumption->name, assumption->estimate);
  copy->unit = g_strdup (assumption->unit);
  copy->source = g_strdup (assumption->source);
  copy->comment = g_strdup (assumption->comment);
  copy->row = assumption->row;

  return copy;
}

YsAssumption *
ys_assumption_ref (const YsAssumption *assumption)
{
  g_return_val_if_fail (assumption != NULL, NULL);

  return g_atomic_rc_box_acquire ((YsAssumption *) assumption);
}

void
ys_assumption_unref (YsAssumption *assumption)
{
  g_return_if_fail (assumption != NULL);

  g_atomic_rc_box_release_full (assumption, assumption_clear);
}

gboolean
ys_assumption_equal (const YsAssumption *a,
                     const YsAssumption *b)
{
  return a == b
         || (g_strcmp0 (a->id, b->id) == 0
             && g_strcmp0 (a->name, b->name) == 0
             && g_strcmp0 (a->unit, b->unit) == 0
             && g_strcmp0 (a->source, b->source) == 0
             && ys_estimate_equal (a->estimate, b->estimate)
             && g_strcmp0 (a->comment, b->comment) == 0);
}

static void
moves_with_clear (gpointer data)
{
  YsMovesWith *moves_with = data;

  g_free (moves_with->a);
  g_free (moves_with->b);
}

YsMovesWith *
ys_moves_with_new (const char *a,
                   const char *b,
                   double      rank_correlation)
{
  YsMovesWith *moves_with = g_atomic_rc_box_new0 (YsMovesWith);

  moves_with->a = g_strdup (a);
  moves_with->b = g_strdup (b);
  moves_with->rank_correlation = rank_correlation;

  return moves_with;
}

YsMovesWith *
ys_moves_with_copy (const YsMovesWith *moves_with)
{
  YsMovesWith *copy;

  g_return_val_if_fail (moves_with != NULL, NULL);

  copy = ys_moves_with_new (moves_with->a, moves_with->b, moves_with->rank_correlation);
  copy->row = moves_with->row;

  return copy;
}

YsMovesWith *
ys_moves_with_ref (const YsMovesWith *moves_with)
{
  g_return_val_if_fail (moves_with != NULL, NULL);

  return g_atomic_rc_box_acquire ((YsMovesWith *) moves_with);
}

void
ys_moves_with_unref (YsMovesWith *moves_with)
{
  g_return_if_fail (moves_with != NULL);

  g_atomic_rc_box_release_full (moves_with, moves_with_clear);
}

gboolean
ys_moves_with_equal (const YsMovesWith *a,
                     const YsMovesWith *b)
{
  return a == b
         || (g_strcmp0 (a->a, b->a) == 0
             && g_strcmp0 (a->b, b->b) == 0
             && a->rank_correlation == b->rank_correlation);
}

static void
alternative_clear (gpointer data)
{
  YsAlternative *alternative = data;

  g_free (alternative->id);
  g_free (alternative->kind);
  g_free (alternative->name);
  g_free (alternative->technical_name);
  g_free (alternative->sponsor);
  g_free (alternative->color);
  g_free (alternative->summary);
  g_clear_pointer (&alternative->lines, g_ptr_array_unref);
  g_free (alternative->comment);
}

YsAlternative *
ys_alternative_new (const char *id,
                    const char *name)
{
  YsAlternative *alternative = g_atomic_rc_box_new0 (YsAlternative);

  alternative->id = g_strdup (id);
  alternative->name = g_strdup (name);
  alternative->discount_rate = NAN;
  alternative->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_line_unref);

  return alternative;
}

YsAlternative *
ys_alternative_copy (const YsAlternative *alternative)
{
  YsAlternative *copy;

  g_return_val_if_fail (alternative != NULL, NULL);

  copy = ys_alternative_new (alternative->id, alternative->name);
  copy->kind = g_strdup (alternative->kind);
  copy->technical_name = g_strdup (alternative->technical_name);
  copy->sponsor = g_strdup (alternative->sponsor);
  copy->color = g_strdup (alternative->color);
  copy->summary = g_strdup (alternative->summary);
  copy->discount_rate = alternative->discount_rate;
  copy->baseline = alternative->baseline;
  ys_parts_share (copy->lines, alternative->lines, (YsPartRef) ys_line_ref);
  copy->comment = g_strdup (alternative->comment);
  copy->row = alternative->row;

  return copy;
}

YsAlternative *
ys_alternative_ref (const YsAlternative *alternative)
{
  g_return_val_if_fail (alternative != NULL, NULL);

  return g_atomic_rc_box_acquire ((YsAlternative *) alternative);
}

void
ys_alternative_unref (YsAlternative *alternative)
{
  g_return_if_fail (alternative != NULL);

  g_atomic_rc_box_release_full (alternative, alternative_clear);
}

static gboolean
alternative_texts_equal (const YsAlternative *a,
                         const YsAlternative *b)
{
  return g_strcmp0 (a->id, b->id) == 0
         && g_strcmp0 (a->kind, b->kind) == 0
         && g_strcmp0 (a->name, b->name) == 0
         && g_strcmp0 (a->technical_name, b->technical_name) == 0
         && g_strcmp0 (a->sponsor, b->sponsor) == 0
         && g_strcmp0 (a->color, b->color) == 0
         && g_strcmp0 (a->summary, b->summary) == 0
         && g_strcmp0 (a->comment, b->comment) == 0;
}

gboolean
ys_alternative_equal (const YsAlternative *a,
                      const YsAlternative *b)
{
  return a == b
         || (alternative_texts_equal (a, b)
             && ys_optional_equal (a->discount_rate, b->discount_rate)
             && !a->baseline == !b->baseline
             && ys_parts_equal (a->lines, b->lines, (GEqualFunc) ys_line_equal));
}

YsBudget *
ys_budget_new (int    period,
               double amount)
{
  YsBudget *budget = g_atomic_rc_box_new0 (YsBudget);

  budget->period = period;
  budget->amount = amount;

  return budget;
}

YsBudget *
ys_budget_copy (const YsBudget *budget)
{
  YsBudget *copy;

  g_return_val_if_fail (budget != NULL, NULL);

  copy = ys_budget_new (budget->period, budget->amount);
  copy->row = budget->row;

  return copy;
}

YsBudget *
ys_budget_ref (const YsBudget *budget)
{
  g_return_val_if_fail (budget != NULL, NULL);

  return g_atomic_rc_box_acquire ((YsBudget *) budget);
}

void
ys_budget_unref (YsBudget *budget)
{
  g_return_if_fail (budget != NULL);

  g_atomic_rc_box_release (budget);
}

gboolean
ys_budget_equal (const YsBudget *a,
                 const YsBudget *b)
{
  return a->period == b->period && a->amount == b->amount;
}

static void
relation_clear (gpointer data)
{
  YsRelation *relation = data;

  g_free (relation->alternative);
  g_free (relation->other);
}

YsRelation *
ys_relation_new (const char *alternative,
                 const char *other)
{
  YsRelation *relation = g_atomic_rc_box_new0 (YsRelation);

  relation->alternative = g_strdup (alternative);
  relation->other = g_strdup (other);

  return relation;
}

YsRelation *
ys_relation_copy (const YsRelation *relation)
{
  YsRelation *copy;

  g_return_val_if_fail (relation != NULL, NULL);

  copy = ys_relation_new (relation->alternative, relation->other);
  copy->row = relation->row;

  return copy;
}

YsRelation *
ys_relation_ref (const YsRelation *relation)
{
  g_return_val_if_fail (relation != NULL, NULL);

  return g_atomic_rc_box_acquire ((YsRelation *) relation);
}

void
ys_relation_unref (YsRelation *relation)
{
  g_return_if_fail (relation != NULL);

  g_atomic_rc_box_release_full (relation, relation_clear);
}

gboolean
ys_relation_equal (const YsRelation *a,
                   const YsRelation *b)
{
  return g_strcmp0 (a->alternative, b->alternative) == 0 && g_strcmp0 (a->other, b->other) == 0;
}

YsTolerance *
ys_tolerance_new (double loss,
                  double chance)
{
  YsTolerance *tolerance = g_atomic_rc_box_new0 (YsTolerance);

  tolerance->loss = loss;
  tolerance->chance = chance;

  return tolerance;
}

YsTolerance *
ys_tolerance_copy (const YsTolerance *tolerance)
{
  YsTolerance *copy;

  g_return_val_if_fail (tolerance != NULL, NULL);

  copy = ys_tolerance_new (tolerance->loss, tolerance->chance);
  copy->row = tolerance->row;

  return copy;
}

YsTolerance *
ys_tolerance_ref (const YsTolerance *tolerance)
{
  g_return_val_if_fail (tolerance != NULL, NULL);

  return g_atomic_rc_box_acquire ((YsTolerance *) tolerance);
}

void
ys_tolerance_unref (YsTolerance *tolerance)
{
  g_return_if_fail (tolerance != NULL);

  g_atomic_rc_box_release (tolerance);
}

gboolean
ys_tolerance_equal (const YsTolerance *a,
                    const YsTolerance *b)
{
  return a->loss == b->loss && a->chance == b->chance;
}

const char *
ys_part_get_id (gconstpointer part)
{
  return *(const char *const *) part;
}

void
ys_parts_share (GPtrArray       *parts,
                const GPtrArray *others,
                YsPartRef        ref)
{
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (parts, ref (others->pdata[i]));
}

gboolean
ys_parts_equal (const GPtrArray *a,
                const GPtrArray *b,
                GEqualFunc       equal)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i] && !equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}
