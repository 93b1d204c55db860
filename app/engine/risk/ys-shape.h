/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-curve-table.h"
#include "ys-estimate.h"
#include "ys-pert-family.h"

G_BEGIN_DECLS

typedef struct _YsShape YsShape;

#define YS_CURVE_PARAMETERS 4

/* How the simulation draws from it: ys-draw.h. */
typedef enum
{
  YS_DRAW_NORMAL,
  YS_DRAW_LOGNORMAL,
  YS_DRAW_UNIFORM,
  YS_DRAW_TRIANGULAR,
  YS_DRAW_TABLE,
  YS_DRAW_CASES,
} YsDrawMethod;

/**
 * YsCurve:
 *
 * The distribution that follows from an estimate: a shape and its parameters, ready to be drawn from.
 */
typedef struct
{
  const YsShape *shape;                           /* NULL: certain, parameters[0] is the value */
  double         parameters[YS_CURVE_PARAMETERS]; /* the shape's file says what each one is */
  double        *nodes;                           /* (nullable): cases: value and share up to it, [n_nodes] pairs */
  gsize          n_nodes;
  YsCurveTable  *table;                           /* (nullable): set by ys_curve_prepare() */
} YsCurve;

/**
 * YsShape:
 * @fit: from what was said to the parameters; FALSE with a sentence when no such curve exists
 * @mean: [unit of the estimate]
 * @variance: [unit of the estimate, squared]
 * @quantile: the value below which a share of @p lies; 0 < @p < 1
 * @quantiles: (nullable): many of those at once, where that is quicker
 */
struct _YsShape
{
  YsShapeId     id;
  const char   *name;     /* on screen, marked for translation */
  YsDrawMethod  draw;
  gboolean  (*fit)      (const YsEstimate  *estimate,
                         YsCurve           *curve,
                         GError           **error);
  double    (*mean)     (const YsCurve     *curve);
  double    (*variance) (const YsCurve     *curve);
  double    (*quantile) (const YsCurve     *curve,
                         double             p);
  YsTailQuantiles quantiles;
};

/* NULL-terminated, in display order. */
const YsShape *const *ys_shapes     (void);
const YsShape        *ys_shape_find (YsShapeId id);

/**
 * ys_curve_init:
 * @estimate: one that ys_estimate_check() has nothing to say against; not a formula
 * @error: YS_ERROR_INVALID with a sentence when no curve goes through the numbers given
 *
 * The shape that was asked for, or the one the numbers suggest: low and high give a lognormal when
 * low is above 0, else a normal; low, likely and high a PERT. low = high is certain.
 */
gboolean ys_curve_init         (YsCurve           *curve,
                                const YsEstimate  *estimate,
                                GError           **error);
/* The standard normal, from which normal and lognormal are made. */
void     ys_curve_init_standard (YsCurve          *curve);
/* Makes the tables that drawing needs. @family: (inout): made when the first PERT needs it */
void     ys_curve_prepare      (YsCurve           *curve,
                                YsPertFamily     **family);
void     ys_curve_clear        (YsCurve           *curve);
gboolean ys_curve_is_certain   (const YsCurve     *curve);
double   ys_curve_get_mean     (const YsCurve     *curve);
double   ys_curve_get_variance (const YsCurve     *curve);
double   ys_curve_get_quantile (const YsCurve     *curve,
                                double             p);

G_END_DECLS
