# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios with ranges, told in Python, and what the command line draws from them held against the truth.

Draws may be off by five standard errors; with these seeds they are not.
"""
import math
import sys

from compare import CommandLine
from scenarios import scenario, tag

TRIALS, SEEDS, ERRORS = 65536, (1, 2, 3), 5
program = CommandLine(sys.argv[1])


def estimate(element, value, **attributes):
    """A number is exact, a text is a formula, a dict has the attributes of a range."""
    how = value if isinstance(value, dict) else {'formula' if isinstance(value, str) else 'exactly': value}
    return tag(element, **how, **attributes)


def line(kind, *parts, id=None, last=None, first=None, **estimates):
    parts = [*parts, *(estimate(name.replace('_', '-'), value) for name, value in estimates.items())]
    if first is not None or last is not None:
        parts.append(tag('when', first=first and str(first), last=last and str(last)))
    return tag(kind, *parts, id=id or kind, name=id or kind)


def alternative(*lines, id='a', **attributes):
    return tag('alternative', *lines, id=id, name=id, kind='it', **attributes)


def story(*alternatives, rules={}, assume=(), periods=1, period='year'):
    """assume holds the elements of assumptions, as texts."""
    return scenario(tag('rules', **rules), *([tag('assumptions', *assume)] if assume else []), *alternatives,
                    periods=periods, period=period)


def assumption(id, value):
    return estimate('assumption', value, id=id, name=id)


def moves(a, b, correlation):
    return tag('moves-with', a=a, b=b, rank_correlation=str(correlation))


# Ranges that come back in many tests

def normal(mean, sd):
    return {'shape': 'normal', 'mean': mean, 'sd': sd}


def uniform(low, high):
    return {'shape': 'uniform', 'low': low, 'high': high}


LOG_MEAN, LOG_SD = 3.0, 0.5
SEVERITY = {'shape': 'lognormal', 'log_mean': LOG_MEAN, 'log_sd': LOG_SD}
LOSS = math.exp(LOG_MEAN + LOG_SD ** 2 / 2)
LOSS_SQUARED = math.exp(2 * LOG_MEAN + 2 * LOG_SD ** 2)


# Comparing

def off(what, got, right, error):
    """A sentence if a figure is further from the truth than chance explains; the error may be 0."""
    if not abs(got - right) <= ERRORS * error + 1e-9 * abs(right):
        yield f'{what}: expected {right} ± {error}, got {got}'


def every_seed(text):
    for seed in SEEDS:
        yield seed, program.run(text, f'--seed={seed}', f'--trials={TRIALS}')


def mean_and_sd(text, mean, sd, **more):
    """Holds NPV's mean and deviation, and more figures given as value and standard error."""
    for seed, result in every_seed(text):
        got = result['alternatives'][0]
        yield from off(f'seed {seed}: mean', got['mean'], mean, sd / math.sqrt(TRIALS))
        # For a kurtosis of up to 11, such as a rare event or a wide lognormal may have.
        yield from off(f'seed {seed}: sd', got['sd'], sd, sd * math.sqrt(10 / (4 * TRIALS)))
        for figure, (right, error) in more.items():
            figure = figure.replace('_', '-')
            yield from off(f'seed {seed}: {figure}', got[figure], right, error)


def share(probability):
    """A share of the trials, and its standard error."""
    return probability, math.sqrt(probability * (1 - probability) / TRIALS)
