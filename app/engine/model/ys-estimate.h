/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The numbers an estimate may be given by, in the order in which they are written. */
typedef enum
{
  YS_NUMBER_EXACTLY,
  YS_NUMBER_LOW,
  YS_NUMBER_LIKELY,
  YS_NUMBER_HIGH,
  YS_NUMBER_CONFIDENCE,
  YS_NUMBER_MEAN,
  YS_NUMBER_SD,
  YS_NUMBER_LOG_MEAN,
  YS_NUMBER_LOG_SD,
  YS_NUMBER_ALPHA,
  YS_NUMBER_BETA,
} YsNumber;
#define YS_N_NUMBERS (YS_NUMBER_BETA + 1)

typedef enum
{
  YS_SHAPE_UNSET, /* not said: chosen from the numbers that are given */
  YS_SHAPE_NORMAL,
  YS_SHAPE_LOGNORMAL,
  YS_SHAPE_UNIFORM,
  YS_SHAPE_PERT,
  YS_SHAPE_TRIANGULAR,
  YS_SHAPE_METALOG,
  YS_SHAPE_BETA,
} YsShapeId;
#define YS_N_SHAPES (YS_SHAPE_BETA + 1)

/* What low and high of a low–likely–high estimate are. */
typedef enum
{
  YS_BOUNDS_UNSET, /* not said: hard */
  YS_BOUNDS_HARD,
  YS_BOUNDS_LIKELY_RANGE,
} YsBounds;
#define YS_N_BOUNDS (YS_BOUNDS_LIKELY_RANGE + 1)

typedef struct
{
  double value;
  double weight; /* any scale, above 0: shares are weight / Σ weights */
} YsCase;

/**
 * YsEstimate:
 *
 * What somebody said about a number: exactly, between, low–likely–high, by the parameters of a
 * distribution, by a formula over assumptions, or as a list of cases. It keeps what was given, as it
 * was given; what follows from it is worked out elsewhere (ys-shape.h). Immutable once shared.
 */
typedef struct
{
  guint      given;                 /* bit 1 << YsNumber for every number that is given */
  double     numbers[YS_N_NUMBERS]; /* 0 where not given */
  YsShapeId  shape;
  YsBounds   bounds;
  char      *formula;               /* NULL unless given by a formula */
  YsCase    *cases;                 /* NULL unless given by cases */
  gsize      n_cases;
  int        row;                   /* line of the file it was read from, 0 if none; no part of its value */
} YsEstimate;

YsEstimate *ys_estimate_new         (void) G_GNUC_WARN_UNUSED_RESULT;
YsEstimate *ys_estimate_new_exactly (double value) G_GNUC_WARN_UNUSED_RESULT;
YsEstimate *ys_estimate_copy        (const YsEstimate *estimate) G_GNUC_WARN_UNUSED_RESULT;
YsEstimate *ys_estimate_ref         (const YsEstimate *estimate) G_GNUC_WARN_UNUSED_RESULT;
void        ys_estimate_unref       (YsEstimate *estimate);

gboolean    ys_estimate_equal       (const YsEstimate *a,
                                     const YsEstimate *b);
gboolean    ys_estimate_has         (const YsEstimate *estimate,
                                     YsNumber          number);
void        ys_estimate_set_number  (YsEstimate *estimate,
                                     YsNumber    number,
                                     double      value);
/* Takes a copy; only while the estimate is not yet shared. */
void        ys_estimate_set_cases   (YsEstimate   *estimate,
                                     const YsCase *cases,
                                     gsize         n_cases);

/* Names in files: "log-mean", "triangular", "likely-range". NULL or FALSE when there is none. */
const char *ys_number_get_id        (YsNumber number);
const char *ys_shape_get_id         (YsShapeId shape);
gboolean    ys_shape_from_id        (const char *id,
                                     YsShapeId  *shape);
const char *ys_bounds_get_id        (YsBounds bounds);
gboolean    ys_bounds_from_id       (const char *id,
                                     YsBounds   *bounds);

/**
 * ys_estimate_check:
 * @estimate: an estimate
 * @name: what it is called, for the sentence ("Subscription: amount")
 *
 * Whether the numbers given make one of the allowed forms: which may stand together, low below high,
 * likely between them, confidence between 0 and 1, weights above 0. Whether a curve through them
 * exists is ys_shape_fit()'s to say; whether a formula can be read is ys_formula_new()'s.
 *
 * Returns: (transfer full) (nullable): what is wrong, or NULL
 */
GError     *ys_estimate_check       (const YsEstimate *estimate,
                                     const char       *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsEstimate, ys_estimate_unref)

G_END_DECLS
