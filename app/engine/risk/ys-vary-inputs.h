/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"
#include "ys-simulate.h"

G_BEGIN_DECLS

/**
 * ys_vary_inputs:
 * @result: with its figures and its inputs
 *
 * What becomes of the alternatives when one input is another while all others stay as they are, drawn as
 * before: fills worth_low and worth_high of the uncertain inputs and break_evens and changes of all, as far
 * as the options ask for them. They do not depend on the number of threads.
 */
void ys_vary_inputs (YsResult                *result,
                     const YsSimulateOptions *options);

G_END_DECLS
