/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-program.h"
#include "ys-simulate.h"

G_BEGIN_DECLS

/**
 * ys_losses_fill:
 * @result: worked out by @program
 *
 * Fills the loss curves: what strikes, before tax and in money of its day, by the same events as in the
 * cash, and scaled as the cash is (happens, ramp, growth, a later start; one that is later by part of a
 * period splits what falls between two).
 *
 * Without the investment: what the events of its avoided-loss lines would cost if nothing were done,
 * and what the loss lines of the baseline cost. With it: what of its avoided-loss events still happens
 * and costs, and its own loss lines. So the difference of the two means is what the cash counts. A risk
 * that stands as a loss in the baseline and again in the alternative is two estimates of one thing, one
 * for each side, each with its own draws. Where there is no baseline, and for the baseline itself,
 * loss lines cost the same on both sides: its own.
 *
 * Years are counted from the decision, whatever the period; what falls in period 0 belongs to the
 * first, and a year cut short by the horizon is not one of “any one year” (unless it is the only one).
 *
 * From all trials, as long as those have at most 2²² years together; else from so many of them, halved,
 * the first ones: they are as evenly spread as all. Figures do not depend on the number of threads.
 *
 * Returns: FALSE when it was cancelled
 */
gboolean ys_losses_fill (YsResult                *result,
                         const YsProgram         *program,
                         const YsSimulateOptions *options);

G_END_DECLS
