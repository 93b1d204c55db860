#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-w1.py PROGRAM SOURCE: the reference workload W1 against its converged figures.

w1-reference.json holds the figures of 524 million quasi-random points with their standard errors, and how far
each figure strayed between runs of a million plain trials of another program: with that, the standard error of
our own, fewer trials is known without asking our own program.
"""
import json
import math
import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from compare import CommandLine  # noqa: E402
from tap import Plan  # noqa: E402

TRIALS, SEEDS, ERRORS = 131072, (1, 2, 3, 4), 4
FIGURES = {'mean': 'mean', 'p5': 'p5', 'p50': 'p50', 'p95': 'p95', 'pneg': 'loss-probability', 'cvar5': 'cvar5',
           'pbest': 'best-probability'}
plan = Plan()
program = CommandLine(sys.argv[1])
folder = Path(sys.argv[2]) / 'tests' / 'risk'
reference = json.loads((folder / 'w1-reference.json').read_text())
spread = reference['gsl_240M']
results = {}


def result(seed):
    if seed not in results:
        results[seed] = program.run(folder / 'w1.yardstick', f'--seed={seed}', f'--trials={TRIALS}')
    return results[seed]


def known(name, i):
    """A figure, its standard error, and the standard error of one run of ours."""
    def pick(row):
        return row if i is None else row[i]
    return pick(reference[name]), pick(reference[f'{name}_se']), pick(spread[f'{name}_sd1M']) * math.sqrt(1e6 / TRIALS)


def held(what, got, name, i, runs=1):
    right, reference_error, error = known(name, i)
    combined = math.hypot(reference_error, error / math.sqrt(runs))
    if not abs(got - right) <= ERRORS * combined:
        yield f'{what}: expected {right}, got {got}: {(got - right) / combined:.1f} combined standard errors'


def figure(name):
    """Of each alternative, with each seed and over all of them together."""
    for i in range(len(reference[name])):
        got = [result(seed)['alternatives'][i][FIGURES[name]] for seed in SEEDS]
        for seed, value in zip(SEEDS, got):
            yield from held(f'a{i}: seed {seed}', value, name, i)
        yield from held(f'a{i}: all seeds', statistics.mean(got), name, i, len(SEEDS))


for name, id in FIGURES.items():
    plan.add(f'/w1/{id}', figure, name)


@plan.check('/w1/evpi')
def evpi():
    got = [result(seed)['evpi'] for seed in SEEDS]
    for seed, value in zip(SEEDS, got):
        yield from held(f'seed {seed}', value, 'evpi', None)
    yield from held('all seeds', statistics.mean(got), 'evpi', None, len(SEEDS))


@plan.check('/w1/deviation')
def deviation():
    """The mean of a million trials strayed by sd / 1000; 240 such runs tell that to 4.6 %."""
    for i, error in enumerate(spread['mean_sd1M']):
        for seed in SEEDS:
            got = result(seed)['alternatives'][i]['sd']
            if abs(got / (1000 * error) - 1) > ERRORS * 0.046:
                yield f'a{i}: seed {seed}: expected {1000 * error}, got {got}'


if __name__ == '__main__':
    sys.exit(plan.run())
