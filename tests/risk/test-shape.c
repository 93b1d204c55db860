/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ys-distribution.h"
#include "ys-error.h"
#include "ys-shape.h"

typedef struct
{
  const char *name;
  YsShapeId   shape;
  YsBounds    bounds;
  double      low, likely, high, confidence; /* NAN: not given */
  struct { double p, value; } quantiles[3];
  double      mean;     /* NAN: not checked */
  double      variance; /* NAN: not checked */
} Fit;

/* Sources: closed forms of each distribution; z(0.95) = 1.6448536269514722. */
static const Fit fits[] = {
  { "normal-from-likely-range", YS_SHAPE_NORMAL, YS_BOUNDS_UNSET, 10, NAN, 30, NAN,
    { { 0.05, 10 }, { 0.5, 20 }, { 0.95, 30 } }, 20, 6.0795683191176915 * 6.0795683191176915 },
  { "normal-confidence-80", YS_SHAPE_NORMAL, YS_BOUNDS_UNSET, -4, NAN, 4, 0.8,
    { { 0.1, -4 }, { 0.5, 0 }, { 0.9, 4 } }, 0, 16 / (1.2815515655446004 * 1.2815515655446004) },
  { "below-zero-is-normal", YS_SHAPE_UNSET, YS_BOUNDS_UNSET, -1, NAN, 1, NAN,
    { { 0.05, -1 }, { 0.5, 0 }, { 0.95, 1 } }, 0, NAN },
  /* riskquant, lognormal_magnitude.py: 1 … 10 has the mean 4.040013 */
  { "above-zero-is-lognormal", YS_SHAPE_UNSET, YS_BOUNDS_UNSET, 1, NAN, 10, NAN,
    { { 0.05, 1 }, { 0.5, 3.1622776601683795 }, { 0.95, 10 } }, 4.0400128269457266, NAN },
  { "uniform-is-its-ends", YS_SHAPE_UNIFORM, YS_BOUNDS_UNSET, 2, NAN, 6, NAN,
    { { 0.05, 2.2 }, { 0.5, 4 }, { 0.95, 5.8 } }, 4, 16.0 / 12 },
  { "triangular", YS_SHAPE_TRIANGULAR, YS_BOUNDS_UNSET, 0, 2, 10, NAN,
    { { 0.2, 2 }, { 0.05, 1 }, { 0.95, 8 } }, 4, 4.666666666666667 },
  { "triangular-likely-range", YS_SHAPE_TRIANGULAR, YS_BOUNDS_LIKELY_RANGE, 1, 2, 8, NAN,
    { { 0.05, 1 }, { 0.95, 8 }, { 0.5, NAN } }, NAN, NAN },
  /* Beta(2, 4) between 0 and 1: F(x) = 1 − (1 − x)⁴ (1 + 4x) */
  { "pert", YS_SHAPE_UNSET, YS_BOUNDS_UNSET, 0, 0.25, 1, NAN,
    { { 1 - 0.5 * 0.5 * 0.5 * 0.5 * 3, 0.5 }, { 1 - 0.75 * 0.75 * 0.75 * 0.75 * 2, 0.25 }, { 0.5, NAN } },
    1.0 / 3, 2.0 * 4 / (36 * 7) },
  { "pert-likely-range", YS_SHAPE_PERT, YS_BOUNDS_LIKELY_RANGE, 0.35, 0.7, 0.9, NAN,
    { { 0.05, 0.35 }, { 0.95, 0.9 }, { 0.5, NAN } }, NAN, NAN },
  { "pert-likely-range-confidence-50", YS_SHAPE_PERT, YS_BOUNDS_LIKELY_RANGE, 10, 12, 20, 0.5,
    { { 0.25, 10 }, { 0.75, 20 }, { 0.5, NAN } }, NAN, NAN },
  /* Keelin 2016 with tail 0.1: a = (20, 6.82679419970128, 5.688995166417734) */
  { "metalog", YS_SHAPE_METALOG, YS_BOUNDS_UNSET, 10, 20, 40, 0.8,
    { { 0.1, 10 }, { 0.5, 20 }, { 0.9, 40 } }, 20 + 0.5 * 5.688995166417734, NAN },
};

static YsEstimate *
estimate_of (const Fit *fit)
{
  YsEstimate *estimate = ys_estimate_new ();

  estimate->shape = fit->shape;
  estimate->bounds = fit->bounds;
  ys_estimate_set_number (estimate, YS_NUMBER_LOW, fit->low);
  ys_estimate_set_number (estimate, YS_NUMBER_HIGH, fit->high);
  if (!isnan (fit->likely))
    ys_estimate_set_number (estimate, YS_NUMBER_LIKELY, fit->likely);
  if (!isnan (fit->confidence))
    ys_estimate_set_number (estimate, YS_NUMBER_CONFIDENCE, fit->confidence);

  return estimate;
}

static void
test_fit (gconstpointer data)
{
  const Fit *fit = data;
  g_autoptr(YsEstimate) estimate = estimate_of (fit);
  g_autoptr(GError) error = NULL;
  YsCurve curve;

  g_assert_true (ys_curve_init (&curve, estimate, &error));
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (fit->quantiles); i++)
    if (!isnan (fit->quantiles[i].value))
      g_assert_cmpfloat_with_epsilon (ys_curve_get_quantile (&curve, fit->quantiles[i].p),
                                      fit->quantiles[i].value, 1e-9 * fit->high);
  if (!isnan (fit->mean))
    g_assert_cmpfloat_with_epsilon (ys_curve_get_mean (&curve), fit->mean, 1e-9 * fit->high);
  if (!isnan (fit->variance))
    g_assert_cmpfloat_with_epsilon (ys_curve_get_variance (&curve), fit->variance, 1e-9 * fit->variance);

  ys_curve_clear (&curve);
}

/* Mean and variance must be those of the quantile function: ∫ Q(p) dp by the midpoint rule. */
static void
test_moments (gconstpointer data)
{
  const Fit *fit = data;
  g_autoptr(YsEstimate) estimate = estimate_of (fit);
  const int n = 200000;
  double mean = 0.0, square = 0.0;
  YsCurve curve;

  g_assert_true (ys_curve_init (&curve, estimate, NULL));
  for (int i = 0; i < n; i++)
    {
      double value = ys_curve_get_quantile (&curve, (i + 0.5) / n);

      mean += value / n;
      square += value * value / n;
    }

  g_assert_cmpfloat_with_epsilon (mean, ys_curve_get_mean (&curve), 1e-4 * fit->high);
  g_assert_cmpfloat_with_epsilon (square - mean * mean, ys_curve_get_variance (&curve),
                                  2e-3 * ys_curve_get_variance (&curve));
  ys_curve_clear (&curve);
}

/* The tables that drawing looks up are the quantile function, deep into both tails. */
static void
check_table (const YsCurve *curve,
             double         size)
{
  for (float steps = YS_TAIL_FAR; steps < YS_TAIL_MOST; steps *= 1.01f)
    for (int upper = 0; upper < 2; upper++)
      {
        double tail = (double) steps * 0x1p-32;
        double exact = ys_curve_get_quantile (curve, upper ? 1.0 - tail : tail);

        g_assert_cmpfloat_with_epsilon (ys_curve_table_get (curve->table, steps, upper), exact,
                                        2e-6 * (fabs (exact) + size));
      }
}

static void
test_table (gconstpointer data)
{
  const Fit *fit = data;
  g_autoptr(YsEstimate) estimate = estimate_of (fit);
  g_autoptr(YsPertFamily) family = NULL;
  YsCurve curve;

  g_assert_true (ys_curve_init (&curve, estimate, NULL));
  ys_curve_prepare (&curve, &family);
  if (curve.table == NULL)
    g_test_message ("drawn by a formula");
  else
    check_table (&curve, fit->high - fit->low);
  ys_curve_clear (&curve);
}

static void
test_table_of_standard (void)
{
  YsCurve curve;

  ys_curve_init_standard (&curve);
  check_table (&curve, 1.0);
  ys_curve_clear (&curve);
}

/* Wherever the likely value lies, the ends included, a PERT's table is its own quantile function. */
static void
test_table_of_every_pert (void)
{
  g_autoptr(YsPertFamily) family = NULL;

  for (int i = 0; i <= 40; i++)
    {
      Fit fit = { .low = -3, .likely = -3 + 0.025 * i * 11, .high = 8, .confidence = NAN };
      g_autoptr(YsEstimate) estimate = estimate_of (&fit);
      YsCurve curve;

      g_assert_true (ys_curve_init (&curve, estimate, NULL));
      ys_curve_prepare (&curve, &family);
      check_table (&curve, 11);
      ys_curve_clear (&curve);
    }
}

/* Many at once, where each leads to the next, are the same as one by one: also for shapes so flat or so
 * steep that it leads astray. */
static void
test_many_quantiles (void)
{
  static const double shapes[][2] = {
    { 1, 5 }, { 3, 3 }, { 5, 1 }, { 0.5, 0.5 }, { 0.02, 7 }, { 7, 0.02 }, { 1e-4, 1 }, { 300, 4 }, { 4, 300 }, { 5e4, 5e4 },
  };
  double p[60], x[60];

  for (gsize i = 0; i < G_N_ELEMENTS (p); i++)
    p[i] = 0.5 * pow (2.0, -0.3 * (double) (G_N_ELEMENTS (p) - 1 - i));

  for (gsize k = 0; k < G_N_ELEMENTS (shapes); k++)
    {
      ys_beta_quantiles (p, G_N_ELEMENTS (p), shapes[k][0], shapes[k][1], x);
      for (gsize i = 0; i < G_N_ELEMENTS (p); i++)
        {
          double exact = ys_beta_quantile (p[i], shapes[k][0], shapes[k][1]);

          g_assert_cmpfloat_with_epsilon (x[i], exact, 1e-9 * exact + G_MINDOUBLE);
        }
    }
}

static void
test_cases (void)
{
  const YsCase cases[] = { { 30, 1 }, { 10, 2 }, { 20, 1 } };
  g_autoptr(YsEstimate) estimate = ys_estimate_new ();
  YsCurve curve;

  ys_estimate_set_cases (estimate, cases, G_N_ELEMENTS (cases));
  g_assert_true (ys_curve_init (&curve, estimate, NULL));

  g_assert_cmpfloat (ys_curve_get_mean (&curve), ==, 17.5);
  g_assert_cmpfloat (ys_curve_get_variance (&curve), ==, (2 * 7.5 * 7.5 + 2.5 * 2.5 + 12.5 * 12.5) / 4);
  g_assert_cmpfloat (ys_curve_get_quantile (&curve, 0.49), ==, 10);
  g_assert_cmpfloat (ys_curve_get_quantile (&curve, 0.51), ==, 20);
  g_assert_cmpfloat (ys_curve_get_quantile (&curve, 0.99), ==, 30);
  ys_curve_clear (&curve);
}

static void
test_certain (void)
{
  g_autoptr(YsEstimate) exactly = ys_estimate_new_exactly (7);
  g_autoptr(YsEstimate) pinched = ys_estimate_new ();
  YsCurve curve;

  g_assert_true (ys_curve_init (&curve, exactly, NULL));
  g_assert_true (ys_curve_is_certain (&curve));
  g_assert_cmpfloat (ys_curve_get_mean (&curve), ==, 7);

  ys_estimate_set_number (pinched, YS_NUMBER_LOW, 5);
  ys_estimate_set_number (pinched, YS_NUMBER_HIGH, 5);
  g_assert_true (ys_curve_init (&curve, pinched, NULL));
  g_assert_true (ys_curve_is_certain (&curve));
  g_assert_cmpfloat (ys_curve_get_mean (&curve), ==, 5);
}

static void
test_impossible_metalog (void)
{
  g_autoptr(YsEstimate) estimate = ys_estimate_new ();
  g_autoptr(GError) error = NULL;
  YsCurve curve;

  estimate->shape = YS_SHAPE_METALOG;
  estimate->row = 12;
  ys_estimate_set_number (estimate, YS_NUMBER_LOW, 0);
  ys_estimate_set_number (estimate, YS_NUMBER_LIKELY, 1);
  ys_estimate_set_number (estimate, YS_NUMBER_HIGH, 100);

  g_assert_false (ys_curve_init (&curve, estimate, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_INVALID);
  g_assert_cmpint (ys_error_get_row (error), ==, 12);
}

/* Values of scipy.special 1.10.1: betainc, ndtri. */
static void
test_distributions (void)
{
  g_assert_cmpfloat_with_epsilon (ys_normal_quantile (0.975), 1.959963984540054, 1e-14);
  g_assert_cmpfloat_with_epsilon (ys_normal_quantile (1e-10), -6.361340902404056, 1e-12);
  g_assert_cmpfloat_with_epsilon (ys_normal_cdf (-3.0), 0.0013498980316300933, 1e-16);
  /* Beta(2, 4): I_x = 1 − (1 − x)⁴ (1 + 4x); Beta(½, ½): 2/π asin √x */
  g_assert_cmpfloat_with_epsilon (ys_beta_cdf (0.3, 2, 4), 1 - pow (0.7, 4) * 2.2, 1e-14);
  g_assert_cmpfloat_with_epsilon (ys_beta_cdf (0.3, 0.5, 0.5), 2 / G_PI * asin (sqrt (0.3)), 1e-14);
  for (double p = 0.001; p < 1.0; p += 0.037)
    {
      g_assert_cmpfloat_with_epsilon (ys_beta_cdf (ys_beta_quantile (p, 2.3, 3.7), 2.3, 3.7), p, 1e-13);
      g_assert_cmpfloat_with_epsilon (ys_beta_cdf (ys_beta_quantile (p, 0.4, 9.0), 0.4, 9.0), p, 1e-13);
      g_assert_cmpfloat_with_epsilon (ys_beta_cdf (ys_beta_quantile (p, 80, 3), 80, 3), p, 1e-12);
    }
}

static void
add_fits (const char           *group,
          GTestDataFunc         test)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/risk/shape/%s/%s", group, fits[i].name);

      g_test_add_data_func (path, &fits[i], test);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_fits ("fit", test_fit);
  add_fits ("moments", test_moments);
  add_fits ("table", test_table);
  g_test_add_func ("/risk/shape/table/of-standard", test_table_of_standard);
  g_test_add_func ("/risk/shape/table/of-every-pert", test_table_of_every_pert);
  g_test_add_func ("/risk/shape/many-quantiles", test_many_quantiles);
  g_test_add_func ("/risk/shape/cases", test_cases);
  g_test_add_func ("/risk/shape/certain", test_certain);
  g_test_add_func ("/risk/shape/impossible-metalog", test_impossible_metalog);
  g_test_add_func ("/risk/shape/distributions", test_distributions);

  return g_test_run ();
}
