/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-line.h"

G_BEGIN_DECLS

/**
 * ys_depreciation_shares:
 * @depreciation: method and its numbers
 * @periods_per_year: 1, 4 or 12
 * @shares: (out caller-allocates) (array length=n): shares[k] is the part written off in the
 *   (k+1)th period after the outlay, as a fraction of the amount to be written off
 * @n: how many periods to fill; the rest of the schedule is cut off (it stays in the book value)
 *
 * What is written off in a period is share × (amount − residual): residual is 0 but for
 * straight-line. declining-balance writes off rate of the book value each period, without a switch.
 * macrs is the half-year-convention table of IRS Publication 946, table A-1, whose classes are in
 * years: with quarters or months each year's part is spread evenly over its periods.
 */
void     ys_depreciation_shares (const YsDepreciation *depreciation,
                                 int                   periods_per_year,
                                 double               *shares,
                                 gsize                 n);

/* The published percentages of a class of 3, 5, 7, 10, 15 or 20 years as fractions; NULL for any
 * other class. */
const double *ys_macrs_table    (int    class_years,
                                 gsize *n_years);

G_END_DECLS
