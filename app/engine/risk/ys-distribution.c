/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-distribution.h"

#include <float.h>
#include <math.h>

double
ys_normal_cdf (double z)
{
  return 0.5 * erfc (-z * M_SQRT1_2);
}

/* Coefficients of AS 241, lowest power first. */
static const double central_a[] = {
  3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
};
static const double central_b[] = {
  1.0, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
  21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610,
};
static const double near_c[] = {
  1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
  1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4,
};
static const double near_d[] = {
  1.0, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
  0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
};
static const double far_e[] = {
  6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
  0.0265321895265761230930, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
};
static const double far_f[] = {
  1.0, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
  7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
};

static inline double
ratio (const double *numerator,
       const double *denominator,
       double        x)
{
  double top = numerator[7], bottom = denominator[7];

  for (int i = 6; i >= 0; i--)
    {
      top = top * x + numerator[i];
      bottom = bottom * x + denominator[i];
    }

  return top / bottom;
}

double
ys_normal_quantile (double p)
{
  double q = p - 0.5;
  double r, z;

  if (fabs (q) <= 0.425)
    return q * ratio (central_a, central_b, 0.180625 - q * q);

  r = sqrt (-log (q < 0.0 ? p : 1.0 - p));
  z = r <= 5.0 ? ratio (near_c, near_d, r - 1.6) : ratio (far_e, far_f, r - 5.0);

  return q < 0.0 ? -z : z;
}

static double
log_beta (double a,
          double b)
{
  return lgamma (a) + lgamma (b) - lgamma (a + b);
}

/* Converges fast for x < (a + 1) / (a + b + 2). */
static double
beta_fraction (double x,
               double a,
               double b)
{
  const double tiny = 1e-300;
  double c = 1.0;
  double d = 1.0 - (a + b) * x / (a + 1.0);
  double h;

  d = 1.0 / (fabs (d) < tiny ? tiny : d);
  h = d;
  for (int m = 1; m <= 10000; m++)
    {
      double step;

      for (int odd = 0; odd <= 1; odd++)
        {
          double numerator = odd
            ? -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            : m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));

          d = 1.0 + numerator * d;
          d = 1.0 / (fabs (d) < tiny ? tiny : d);
          c = 1.0 + numerator / c;
          c = fabs (c) < tiny ? tiny : c;
          step = c * d;
          h *= step;
        }

      if (fabs (step - 1.0) < 4 * DBL_EPSILON)
        break;
    }

  return h;
}

/* The share below x, and x times the density there. */
static double
beta_share (double  x,
            double  a,
            double  b,
            double  log_b,
            double *out_slope)
{
  double front = exp (a * log (x) + b * log1p (-x) - log_b);

  *out_slope = front / (1.0 - x);
  if (x < (a + 1.0) / (a + b + 2.0))
    return front * beta_fraction (x, a, b) / a;
  return 1.0 - front * beta_fraction (1.0 - x, b, a) / b;
}

double
ys_beta_cdf (double x,
             double a,
             double b)
{
  double slope;

  if (x <= 0.0)
    return 0.0;
  if (x >= 1.0)
    return 1.0;
  return beta_share (x, a, b, log_beta (a, b), &slope);
}

/* For p in the lower part: there the logarithm of the share is nearly a straight line over the logarithm
 * of x, so that Newton's method on the logarithms needs few steps; a bracket keeps it honest. */
static double
lower_quantile (double p,
                double a,
                double b,
                double log_b)
{
  double low = 0.0, high = 1.0;
  double x = MIN (exp ((log (p * a) + log_b) / a), a / (a + b));

  for (int i = 0; i < 200 && x > 0.0; i++)
    {
      double slope;
      double share = beta_share (x, a, b, log_b, &slope);
      double next;

      if (fabs (share - p) <= 2 * DBL_EPSILON * p)
        return x;
      if (share > p)
        high = x;
      else
        low = x;

      next = slope > 0.0 && share > 0.0 ? x * exp (log (p / share) * share / slope) : -1.0;
      if (next <= low || next >= high)
        next = 0.5 * (low + high);
      if (fabs (next - x) <= 2 * DBL_EPSILON * x || high - low <= DBL_EPSILON * high)
        return next;
      x = next;
    }

  return x;
}

double
ys_beta_quantile (double p,
                  double a,
                  double b)
{
  double log_b = log_beta (a, b);

  if (p <= 0.0)
    return 0.0;
  if (p >= 1.0)
    return 1.0;
  return p <= 0.5 ? lower_quantile (p, a, b, log_b) : 1.0 - lower_quantile (1.0 - p, b, a, log_b);
}

/* How log x goes with log p: its first three derivatives. */
static void
differentiate (double  x,
               double  rise, /* the first */
               double  a,
               double  b,
               double *second,
               double *third)
{
  double e = a - (b - 1.0) * x / (1.0 - x);
  double e_rise = -(b - 1.0) * x / ((1.0 - x) * (1.0 - x)) * rise;

  *second = rise * (1.0 - rise * e);
  *third = *second * (1.0 - 2.0 * rise * e) - rise * rise * e_rise;
}

/* Each from the one before: three terms of Taylor's series lead to within a thousandth of it, and one of
 * Halley's steps to the last digits. Where they lead astray, Newton's method from the start. */
void
ys_beta_quantiles (const double *p,
                   gsize         n,
                   double        a,
                   double        b,
                   double       *x)
{
  double log_b = log_beta (a, b);
  double rise = NAN;

  for (gsize i = 0; i < n; i++)
    {
      double second, third, slope, share, miss;

      if (i > 0)
        {
          double step = log (p[i] / p[i - 1]);

          differentiate (x[i - 1], rise, a, b, &second, &third);
          x[i] = x[i - 1] * exp (step * (rise + step * (second / 2.0 + step * third / 6.0)));
        }

      if (i == 0 || !(x[i] > 0.0 && x[i] < 1.0))
        x[i] = lower_quantile (p[i], a, b, log_b);

      share = beta_share (x[i], a, b, log_b, &slope);
      miss = log (p[i] / share);
      if (!(fabs (miss) < 1e-3))
        {
          x[i] = lower_quantile (p[i], a, b, log_b);
          share = beta_share (x[i], a, b, log_b, &slope);
          miss = 0.0;
        }
      if (x[i] <= 0.0)
        continue; /* too small for a double */

      rise = share / slope;
      differentiate (x[i], rise, a, b, &second, &third);
      x[i] *= exp (miss * (rise + miss * second / 2.0));
      rise += miss * second;
    }
}
