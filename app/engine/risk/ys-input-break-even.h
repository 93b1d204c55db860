/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-worths.h"

G_BEGIN_DECLS

/**
 * ys_input_break_even:
 *
 * Fills the input's break_evens and changes. Looked for outwards from its mean, in steps four times as
 * long each, within what such a number may be: shares from 0 to 1, growth from −100 % on, money and counts
 * from 0 on unless the estimate itself may be negative, assumptions on the side of zero where their range
 * is. A root that the trials cannot tell from such a bound is the bound. Where the worth jumps across zero, that is where alternatives change places. What is certain is exact to
 * rounding.
 */
void ys_input_break_even (YsWorths       *worths,
                          const YsResult *result,
                          YsInput        *input);

G_END_DECLS
