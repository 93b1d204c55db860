/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YS_SOBOL_DIMENSIONS 128
#define YS_SOBOL_BITS 32

/**
 * ys_sobol_directions:
 * @dimension: below YS_SOBOL_DIMENSIONS, counted from 0
 * @directions: (out caller-allocates) (array fixed-size=32): point i has the digits of the
 *   directions[j] of all bits j that are set in i, added without carry; the first digit is bit 31
 *
 * Sobol's sequence. Source: Joe & Kuo, Constructing Sobol' sequences with better two-dimensional
 * projections, SIAM J. Sci. Comput. 30 (2008), doi:10.1137/070709359; direction numbers
 * new-joe-kuo-6.
 */
void ys_sobol_directions (guint    dimension,
                          guint32  directions[YS_SOBOL_BITS]);

G_END_DECLS
