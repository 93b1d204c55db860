/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

/* Gives a finished sample result inputs of every unit, shared and of one alternative, uncertain and
 * not, and what they mean for its alternatives; from three alternatives on a long tail of small ones. */
void sample_inputs_fill (YsResult *result);
