/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ys-error.h"
#include "ys-estimate.h"

/* One estimate, as a file gives it; numbers in the order of YsNumber, NAN where not given. */
typedef struct
{
  const char *name;
  double      exactly, low, likely, high, confidence, mean, sd, log_mean, log_sd, alpha, beta;
  YsShapeId   shape;
  YsBounds    bounds;
  const char *formula;
  double      weight; /* of one case */
  const char *error;  /* after “Orders: amount: ”; NULL: all is well */
} Sample;

#define NONE .exactly = NAN, .low = NAN, .likely = NAN, .high = NAN, .confidence = NAN, .mean = NAN, \
    .sd = NAN, .log_mean = NAN, .log_sd = NAN, .alpha = NAN, .beta = NAN, .weight = NAN
#define SAMPLE(...) { NONE, __VA_ARGS__ }

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverride-init"
static const Sample samples[] = {
  SAMPLE (.name = "exactly", .exactly = -3),
  SAMPLE (.name = "low-high", .low = 52, .high = 68),
  SAMPLE (.name = "low-high-equal", .low = 52, .high = 52),
  SAMPLE (.name = "low-high-confidence", .low = -1, .high = 68, .confidence = 0.8),
  SAMPLE (.name = "low-high-normal", .low = -1, .high = 68, .shape = YS_SHAPE_NORMAL),
  SAMPLE (.name = "low-high-lognormal", .low = 1, .high = 68, .shape = YS_SHAPE_LOGNORMAL),
  SAMPLE (.name = "low-high-uniform", .low = 0, .high = 68, .shape = YS_SHAPE_UNIFORM),
  SAMPLE (.name = "low-likely-high", .low = 1, .likely = 1, .high = 3),
  SAMPLE (.name = "pert-hard", .low = 1, .likely = 2, .high = 3, .shape = YS_SHAPE_PERT,
          .bounds = YS_BOUNDS_HARD),
  SAMPLE (.name = "triangular-likely-range", .low = 1, .likely = 2, .high = 3, .confidence = 0.8,
          .shape = YS_SHAPE_TRIANGULAR, .bounds = YS_BOUNDS_LIKELY_RANGE),
  SAMPLE (.name = "metalog", .low = 1, .likely = 2, .high = 3, .confidence = 0.8,
          .shape = YS_SHAPE_METALOG),
  SAMPLE (.name = "normal", .mean = 0, .sd = 2, .shape = YS_SHAPE_NORMAL),
  SAMPLE (.name = "lognormal", .log_mean = -1, .log_sd = 2, .shape = YS_SHAPE_LOGNORMAL),
  SAMPLE (.name = "beta", .alpha = 2, .beta = 3, .shape = YS_SHAPE_BETA),
  SAMPLE (.name = "beta-ends", .alpha = 2, .beta = 3, .low = -1, .high = 5, .shape = YS_SHAPE_BETA),
  SAMPLE (.name = "formula", .formula = "1/300"),
  SAMPLE (.name = "case", .weight = 2),

  SAMPLE (.name = "nothing", .error = "no number is given; give exactly one, or low and high, or low, "
                                      "likely and high, or a formula"),
  SAMPLE (.name = "infinite", .exactly = INFINITY,
          .error = "“exactly” is not a number; give one, such as 1500 or 0.25"),
  SAMPLE (.name = "exactly-and-low", .exactly = 3, .low = 2,
          .error = "“exactly” and “low” are two ways of giving one number; keep one of them"),
  SAMPLE (.name = "range-and-mean", .low = 1, .high = 3, .mean = 2,
          .error = "“low” and “mean” are two ways of giving one number; keep one of them"),
  SAMPLE (.name = "mean-and-log-mean", .mean = 1, .log_mean = 3,
          .error = "“mean” and “log-mean” are two ways of giving one number; keep one of them"),
  SAMPLE (.name = "exactly-and-formula", .exactly = 1, .formula = "a",
          .error = "“exactly” and “formula” are two ways of giving one number; keep one of them"),
  SAMPLE (.name = "formula-and-case", .formula = "a", .weight = 1,
          .error = "“formula” and “case” are two ways of giving one number; keep one of them"),
  SAMPLE (.name = "likely-and-beta", .likely = 1, .alpha = 2, .beta = 2,
          .error = "“likely” and “alpha” are two ways of giving one number; keep one of them"),
  SAMPLE (.name = "low-alone", .low = 1, .error = "“low” needs “high” beside it"),
  SAMPLE (.name = "high-alone", .high = 1, .error = "“high” needs “low” beside it"),
  SAMPLE (.name = "likely-alone", .likely = 1, .error = "“likely” needs “low” beside it"),
  SAMPLE (.name = "confidence-alone", .confidence = 0.9,
          .error = "“confidence” needs “low” beside it"),
  SAMPLE (.name = "mean-alone", .mean = 1, .shape = YS_SHAPE_NORMAL,
          .error = "“mean” needs “sd” beside it"),
  SAMPLE (.name = "log-sd-alone", .log_sd = 1, .shape = YS_SHAPE_LOGNORMAL,
          .error = "“log-sd” needs “log-mean” beside it"),
  SAMPLE (.name = "beta-alone", .beta = 1, .shape = YS_SHAPE_BETA,
          .error = "“beta” needs “alpha” beside it"),
  SAMPLE (.name = "beta-one-end", .alpha = 1, .beta = 1, .low = 0, .shape = YS_SHAPE_BETA,
          .error = "“low” needs “high” beside it"),
  SAMPLE (.name = "mean-without-shape", .mean = 1, .sd = 1,
          .error = "“mean” needs shape=\"normal\" beside it"),
  SAMPLE (.name = "log-mean-without-shape", .log_mean = 1, .log_sd = 1,
          .error = "“log-mean” needs shape=\"lognormal\" beside it"),
  SAMPLE (.name = "alpha-without-shape", .alpha = 1, .beta = 1,
          .error = "“alpha” needs shape=\"beta\" beside it"),
  SAMPLE (.name = "pert-without-likely", .low = 1, .high = 3, .shape = YS_SHAPE_PERT,
          .error = "shape “pert” is given by low, likely and high"),
  SAMPLE (.name = "uniform-with-likely", .low = 1, .likely = 2, .high = 3, .shape = YS_SHAPE_UNIFORM,
          .error = "shape “uniform” is given by low and high"),
  SAMPLE (.name = "normal-with-log-mean", .log_mean = 1, .log_sd = 2, .shape = YS_SHAPE_NORMAL,
          .error = "shape “normal” is given by low and high, or by mean and sd"),
  SAMPLE (.name = "lognormal-with-mean", .mean = 1, .sd = 2, .shape = YS_SHAPE_LOGNORMAL,
          .error = "shape “lognormal” is given by low and high, or by log-mean and log-sd"),
  SAMPLE (.name = "beta-with-range", .low = 1, .high = 2, .shape = YS_SHAPE_BETA,
          .error = "shape “beta” is given by alpha and beta, with or without low and high"),
  SAMPLE (.name = "exactly-with-shape", .exactly = 1, .shape = YS_SHAPE_METALOG,
          .error = "shape “metalog” is given by low, likely and high"),
  SAMPLE (.name = "exactly-with-bounds", .exactly = 1, .bounds = YS_BOUNDS_HARD,
          .error = "“bounds” is for low, likely and high; leave it out"),
  SAMPLE (.name = "metalog-hard", .low = 1, .likely = 2, .high = 3, .shape = YS_SHAPE_METALOG,
          .bounds = YS_BOUNDS_HARD,
          .error = "with shape “metalog”, low and high are never the ends; leave “bounds” out"),
  SAMPLE (.name = "beta-confidence", .alpha = 1, .beta = 2, .low = 1, .high = 2, .confidence = 0.9,
          .shape = YS_SHAPE_BETA,
          .error = "with shape “beta”, low and high are the ends; leave “confidence” out"),
  SAMPLE (.name = "hard-confidence", .low = 1, .likely = 2, .high = 3, .confidence = 0.8,
          .error = "“confidence” says that low and high are not the ends; add "
                   "bounds=\"likely-range\", or leave “confidence” out"),
  SAMPLE (.name = "low-above-high", .low = 60, .high = 50.5,
          .error = "low (60) is above high (50.5); swap them"),
  SAMPLE (.name = "likely-outside", .low = 1, .likely = 4, .high = 3,
          .error = "likely (4) should lie between low (1) and high (3)"),
  SAMPLE (.name = "lognormal-low-zero", .low = 0, .high = 3, .shape = YS_SHAPE_LOGNORMAL,
          .error = "shape “lognormal” only has values above 0, but low is 0; "
                   "raise low or choose shape “normal”"),
  SAMPLE (.name = "confidence-one", .low = 0, .high = 3, .confidence = 1,
          .error = "“confidence” should lie between 0 and 1, such as 0.9 for 9 times in 10"),
  SAMPLE (.name = "confidence-zero", .low = 0, .high = 3, .confidence = 0,
          .error = "“confidence” should lie between 0 and 1, such as 0.9 for 9 times in 10"),
  SAMPLE (.name = "sd-negative", .mean = 0, .sd = -1, .shape = YS_SHAPE_NORMAL,
          .error = "“sd” should not be below 0"),
  SAMPLE (.name = "log-sd-negative", .log_mean = 0, .log_sd = -1, .shape = YS_SHAPE_LOGNORMAL,
          .error = "“log-sd” should not be below 0"),
  SAMPLE (.name = "alpha-zero", .alpha = 0, .beta = 1, .shape = YS_SHAPE_BETA,
          .error = "“alpha” and “beta” should be above 0"),
  SAMPLE (.name = "case-weight-zero", .weight = 0,
          .error = "the weight of case 1 should be above 0"),
  SAMPLE (.name = "case-weight-infinite", .weight = INFINITY,
          .error = "the weight of case 1 should be above 0"),
};
#pragma GCC diagnostic pop

static YsEstimate *
build (const Sample *sample)
{
  const double numbers[YS_N_NUMBERS] = {
    sample->exactly, sample->low,      sample->likely, sample->high,  sample->confidence, sample->mean,
    sample->sd,      sample->log_mean, sample->log_sd, sample->alpha, sample->beta,
  };
  YsEstimate *estimate = ys_estimate_new ();

  for (int number = 0; number < YS_N_NUMBERS; number++)
    if (!isnan (numbers[number]))
      ys_estimate_set_number (estimate, (YsNumber) number, numbers[number]);

  if (!isnan (sample->weight))
    ys_estimate_set_cases (estimate, &(YsCase) { 1.0, sample->weight }, 1);

  estimate->shape = sample->shape;
  estimate->bounds = sample->bounds;
  estimate->formula = g_strdup (sample->formula);
  estimate->row = 17;

  return estimate;
}

static void
test_check (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (YsEstimate) estimate = build (sample);
  g_autoptr (GError) error = ys_estimate_check (estimate, "Orders: amount");
  g_autofree char *expected = NULL;

  if (sample->error == NULL)
    {
      g_assert_no_error (error);
      return;
    }

  expected = g_strdup_printf ("Orders: amount: %s", sample->error);
  g_assert_error (error, YS_ERROR, YS_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_cmpint (ys_error_get_row (error), ==, 17);
}

static void
test_check_cases (void)
{
  const YsCase cases[] = { { 1.0, 2.0 }, { NAN, 1.0 } };
  const YsCase heavy[] = { { 1.0, 1e308 }, { 2.0, 1e308 } };
  g_autoptr (YsEstimate) estimate = ys_estimate_new ();
  g_autoptr (GError) error = NULL;

  ys_estimate_set_cases (estimate, cases, 2);
  error = ys_estimate_check (estimate, "Price");
  g_assert_cmpstr (error->message, ==, "Price: the value of case 2 is not a number");
  g_clear_error (&error);

  ys_estimate_set_cases (estimate, heavy, 2);
  error = ys_estimate_check (estimate, "Price");
  g_assert_cmpstr (error->message, ==, "Price: the weights of the cases are too large to add up");
}

/* The forms of the file format's documentation, said once more. */
#define BIT(number) (1u << YS_NUMBER_##number)
#define SHAPE(shape) (1u << YS_SHAPE_##shape)
#define BOUNDS(bounds) (1u << YS_BOUNDS_##bounds)
#define RANGE (BIT (LOW) | BIT (HIGH))
#define THREE (BIT (LOW) | BIT (LIKELY) | BIT (HIGH))

static const struct
{
  guint numbers;
  guint optional;
  guint shapes;
  guint bounds;
} forms[] = {
  { BIT (EXACTLY), 0, SHAPE (UNSET), BOUNDS (UNSET) },
  { RANGE, BIT (CONFIDENCE), SHAPE (UNSET) | SHAPE (NORMAL) | SHAPE (LOGNORMAL) | SHAPE (UNIFORM),
    BOUNDS (UNSET) },
  { THREE, 0, SHAPE (UNSET) | SHAPE (PERT) | SHAPE (TRIANGULAR), BOUNDS (UNSET) | BOUNDS (HARD) },
  { THREE, BIT (CONFIDENCE), SHAPE (UNSET) | SHAPE (PERT) | SHAPE (TRIANGULAR),
    BOUNDS (LIKELY_RANGE) },
  { THREE, BIT (CONFIDENCE), SHAPE (METALOG), BOUNDS (UNSET) | BOUNDS (LIKELY_RANGE) },
  { BIT (MEAN) | BIT (SD), 0, SHAPE (NORMAL), BOUNDS (UNSET) },
  { BIT (LOG_MEAN) | BIT (LOG_SD), 0, SHAPE (LOGNORMAL), BOUNDS (UNSET) },
  { BIT (ALPHA) | BIT (BETA), 0, SHAPE (BETA), BOUNDS (UNSET) },
  { BIT (ALPHA) | BIT (BETA) | RANGE, 0, SHAPE (BETA), BOUNDS (UNSET) },
};

static gboolean
is_allowed (guint given,
            guint shape,
            guint bounds)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if ((given & ~forms[i].optional) == forms[i].numbers
        && (forms[i].shapes & (1u << shape)) != 0
        && (forms[i].bounds & (1u << bounds)) != 0)
      return TRUE;

  return FALSE;
}

/* Every set of numbers with every shape and every kind of bounds: allowed, or refused. */
static void
test_check_every_form (void)
{
  g_autoptr (YsEstimate) estimate = ys_estimate_new ();

  for (int number = 0; number < YS_N_NUMBERS; number++)
    ys_estimate_set_number (estimate, (YsNumber) number, number == YS_NUMBER_CONFIDENCE ? 0.9 : 1.0);

  for (guint given = 0; given < 1u << YS_N_NUMBERS; given++)
    for (guint shape = 0; shape < YS_N_SHAPES; shape++)
      for (guint bounds = 0; bounds < YS_N_BOUNDS; bounds++)
        {
          g_autoptr (GError) error = NULL;

          estimate->given = given;
          estimate->shape = (YsShapeId) shape;
          estimate->bounds = (YsBounds) bounds;
          error = ys_estimate_check (estimate, "x");
          if ((error == NULL) != is_allowed (given, shape, bounds))
            g_error ("given %x, shape %u, bounds %u: %s", given, shape, bounds,
                     error != NULL ? error->message : "allowed");
        }
}

static void
test_equal (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (samples); j++)
      {
        g_autoptr (YsEstimate) a = build (&samples[i]);
        g_autoptr (YsEstimate) b = build (&samples[j]);

        g_assert_cmpint (ys_estimate_equal (a, b), ==, i == j);
      }
}

static void
test_equal_leaves_row_out (void)
{
  g_autoptr (YsEstimate) a = ys_estimate_new_exactly (3.0);
  g_autoptr (YsEstimate) b = ys_estimate_new_exactly (3.0);

  b->row = 12;
  g_assert_true (ys_estimate_equal (a, b));
  g_assert_false (ys_estimate_equal (a, NULL));
  g_assert_true (ys_estimate_equal (NULL, NULL));
}

static void
test_copy (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (YsEstimate) estimate = build (&samples[i]);
      g_autoptr (YsEstimate) copy = ys_estimate_copy (estimate);

      g_assert_true (ys_estimate_equal (estimate, copy));
      g_assert_cmpint (copy->row, ==, 17);
      ys_estimate_set_number (copy, YS_NUMBER_EXACTLY, 1234.5);
      g_assert_false (ys_estimate_equal (estimate, copy));
    }
}

static void
test_ref (void)
{
  g_autoptr (YsEstimate) estimate = ys_estimate_new_exactly (3.0);
  YsEstimate *same = ys_estimate_ref (estimate);

  g_assert_true (same == estimate);
  ys_estimate_unref (same);
  g_assert_cmpfloat (estimate->numbers[YS_NUMBER_EXACTLY], ==, 3.0);
}

static void
test_ids (void)
{
  YsShapeId shape;
  YsBounds bounds;

  for (int i = 0; i < YS_N_NUMBERS; i++)
    g_assert_nonnull (ys_number_get_id ((YsNumber) i));

  for (int i = 1; i < YS_N_SHAPES; i++)
    {
      g_assert_true (ys_shape_from_id (ys_shape_get_id ((YsShapeId) i), &shape));
      g_assert_cmpint ((int) shape, ==, i);
    }

  for (int i = 1; i < YS_N_BOUNDS; i++)
    {
      g_assert_true (ys_bounds_from_id (ys_bounds_get_id ((YsBounds) i), &bounds));
      g_assert_cmpint ((int) bounds, ==, i);
    }

  g_assert_null (ys_shape_get_id (YS_SHAPE_UNSET));
  g_assert_false (ys_shape_from_id ("cauchy", &shape));
  g_assert_false (ys_bounds_from_id ("", &bounds));
  g_assert_cmpstr (ys_number_get_id (YS_NUMBER_LOG_MEAN), ==, "log-mean");
  g_assert_cmpstr (ys_bounds_get_id (YS_BOUNDS_LIKELY_RANGE), ==, "likely-range");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/estimate/check/%s", samples[i].name);

      g_test_add_data_func (path, &samples[i], test_check);
    }

  g_test_add_func ("/model/estimate/check-cases", test_check_cases);
  g_test_add_func ("/model/estimate/check-every-form", test_check_every_form);
  g_test_add_func ("/model/estimate/equal", test_equal);
  g_test_add_func ("/model/estimate/equal-leaves-row-out", test_equal_leaves_row_out);
  g_test_add_func ("/model/estimate/copy", test_copy);
  g_test_add_func ("/model/estimate/ref", test_ref);
  g_test_add_func ("/model/estimate/ids", test_ids);

  return g_test_run ();
}
