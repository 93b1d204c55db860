/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-program.h"

G_BEGIN_DECLS

/**
 * ys_value_inputs:
 *
 * Fills the result's evppi: for every quantity that is drawn, what it could pay to know it before
 * deciding, by regression of the outcomes on it.
 *
 * Source: Strong, Oakley & Brennan, Estimating multiparameter partial expected value of perfect
 * information, Medical Decision Making 34 (2014), doi:10.1177/0272989X13505910.
 */
void ys_value_inputs (YsResult        *result,
                      const YsProgram *program);

G_END_DECLS
