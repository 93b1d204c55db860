/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-program.h"
#include "ys-result.h"
#include "ys-simulate.h"

G_BEGIN_DECLS

/**
 * ys_value_inputs:
 * @result: with its figures and its inputs
 * @program: what the result was worked out by
 *
 * Fills value, value_error, shares and gap_share of every input that is drawn once a trial: what it could
 * pay to know it before deciding, and how much of the variance it explains by itself, by regression of
 * the outcomes on it. What no regression can tell from noise counts as 0. A loss drawn anew for every
 * event cannot be known beforehand and has no value.
 *
 * Source: Strong, Oakley & Brennan, Estimating multiparameter partial expected value of perfect
 * information, Medical Decision Making 34 (2014), doi:10.1177/0272989X13505910; shrinkage: James & Stein,
 * Estimation with quadratic loss, Fourth Berkeley Symposium (1961).
 */
void ys_value_inputs (YsResult                *result,
                      const YsProgram         *program,
                      const YsSimulateOptions *options);

G_END_DECLS
