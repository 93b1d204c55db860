/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-shape.h"

G_BEGIN_DECLS

extern const YsShape ys_shape_normal;
extern const YsShape ys_shape_lognormal;
extern const YsShape ys_shape_uniform;
extern const YsShape ys_shape_pert;
extern const YsShape ys_shape_triangular;
extern const YsShape ys_shape_metalog;
extern const YsShape ys_shape_beta;
extern const YsShape ys_shape_cases;

/* Share below low of a low–high range: (1 − confidence) / 2. */
double   ys_estimate_get_tail (const YsEstimate *estimate);

/**
 * ys_bounds_solve:
 * @share_below: the share of the shape with ends a, b and mode likely that lies below x
 *
 * Finds the ends of a bounded shape whose low and high are to be the ends of a likely range.
 *
 * Returns: FALSE when there are none
 */
gboolean ys_bounds_solve      (double            low,
                               double            likely,
                               double            high,
                               double            tail,
                               double          (*share_below) (double a, double likely, double b, double x),
                               double           *a,
                               double           *b);

G_END_DECLS
