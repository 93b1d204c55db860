/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-scenario.h"

G_BEGIN_DECLS

/* Within this folder: comparing the parts of a scenario by value, and sharing them. */

/* Of a driver, an assumption or an alternative, which begin with it. */
const char *ys_part_get_id (gconstpointer part);

typedef gpointer (*YsPartRef) (gconstpointer part);

void     ys_parts_share       (GPtrArray       *parts,
                               const GPtrArray *others,
                               YsPartRef        ref);
gboolean ys_parts_equal       (const GPtrArray *a,
                               const GPtrArray *b,
                               GEqualFunc       equal);

/* Numbers of which each may be “not given” (NAN). */
gboolean ys_optional_equal    (double a,
                               double b);

gboolean ys_driver_equal      (const YsDriver *a,
                               const YsDriver *b);
gboolean ys_assumption_equal  (const YsAssumption *a,
                               const YsAssumption *b);
gboolean ys_moves_with_equal  (const YsMovesWith *a,
                               const YsMovesWith *b);
gboolean ys_alternative_equal (const YsAlternative *a,
                               const YsAlternative *b);
gboolean ys_budget_equal      (const YsBudget *a,
                               const YsBudget *b);
gboolean ys_relation_equal    (const YsRelation *a,
                               const YsRelation *b);
gboolean ys_tolerance_equal   (const YsTolerance *a,
                               const YsTolerance *b);

G_END_DECLS
