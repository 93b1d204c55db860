/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Standard normal: P(Z ≤ z). */
double ys_normal_cdf      (double z);
/* The z below which a share p of a standard normal lies; 0 < p < 1, full double precision.
 * Source: Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988). */
double ys_normal_quantile (double p);

/* Regularised incomplete beta function I_x(a, b): the share of Beta(a, b) below x; a, b > 0.
 * Source: continued fraction of Abramowitz & Stegun 26.5.8 by Lentz's method. */
double ys_beta_cdf        (double x,
                           double a,
                           double b);
/* The x below which a share p of Beta(a, b) lies. */
double ys_beta_quantile   (double p,
                           double a,
                           double b);
/* The same for many shares: ascending, above 0, at most one half. A step each, for they follow each other. */
void   ys_beta_quantiles  (const double *p,
                           gsize         n,
                           double        a,
                           double        b,
                           double       *x);

G_END_DECLS
