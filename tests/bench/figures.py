# SPDX-License-Identifier: GPL-3.0-or-later
"""How far figures for W1 are from what it converges to."""
import math

from model import FIGURES, as_list

# Plain trials of another program, 240 million in runs of a million: how far each figure strayed between runs.
SPREAD, SPREAD_TRIALS = 'gsl_240M', 1e6
REPORTED = {'mean': 'mean', 'p5': 'P5', 'p95': 'P95', 'cvar5': 'CVaR 5 %', 'evpi': 'EVPI'}


def largest_error(reference, line):
    """The largest distance from the reference in standard errors of that many plain trials, and whose it is."""
    worst, whose = 0.0, ''
    for key in FIGURES:
        spread = as_list(reference[SPREAD][f'{key}_sd1M'])
        for got, right, error, own in zip(as_list(line[key]), as_list(reference[key]), as_list(reference[f'{key}_se']), spread):
            distance = abs(got - right) / math.hypot(error, own * math.sqrt(SPREAD_TRIALS / line['n']))
            if distance > worst:
                worst, whose = distance, key
    return worst, whose


def relative_errors(reference, lines):
    """Root mean square over runs and alternatives of each reported figure's error, as a share of the figure."""
    errors = {}
    for key in REPORTED:
        squares = [(got / right - 1) ** 2 for line in lines for got, right in zip(as_list(line[key]), as_list(reference[key]))]
        errors[key] = math.sqrt(sum(squares) / len(squares))
    return errors
