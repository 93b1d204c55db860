#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-choice.py PROGRAM: figures that compare alternatives, and statistics of few trials, known in closed form.
"""
import math
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from shapes import STANDARD  # noqa: E402
from stories import (ERRORS, TRIALS, alternative, assumption, every_seed, line, normal, off, program,  # noqa: E402
                     share, story)
from tap import Plan  # noqa: E402

plan = Plan()


def rivals(*alternatives):
    return story(*(alternative(line('benefit', amount=how), id=f'a{i}') for i, how in enumerate(alternatives)))


@plan.check('/choice/best-of-two')
def best_of_two():
    """A − B is normal(2, 5): the better one is worth E[max(B − A, 0)] more than always A."""
    second = STANDARD.cdf(-0.4)
    evpi = 5 * STANDARD.pdf(0.4) - 2 * second
    for seed, result in every_seed(rivals(normal(12, 3), normal(10, 4))):
        first, other = (one['best-probability'] for one in result['alternatives'])
        yield from off(f'seed {seed}: best-probability', other, *share(second))
        yield from off(f'seed {seed}: sum of best-probability', first + other, 1, 0)
        yield from off(f'seed {seed}: evpi', result['evpi'], evpi, 2.9 / math.sqrt(TRIALS))
        if result['best'] != 'a0':
            yield f'seed {seed}: best is {result["best"]}'


@plan.check('/choice/equals')
def equals():
    """Three alike: E[max] of three standard normals is 3 / (2 √π), each best a third of the time."""
    for seed, result in every_seed(rivals(*[normal(0, 1)] * 3)):
        top = result['evpi'] + max(one['mean'] for one in result['alternatives'])
        yield from off(f'seed {seed}: mean of the best', top, 3 / (2 * math.sqrt(math.pi)), 0.75 / math.sqrt(TRIALS))
        for one in result['alternatives']:
            yield from off(f'seed {seed}: best-probability', one['best-probability'], *share(1 / 3))


@plan.check('/choice/ties-are-shared')
def ties():
    text = story(*(alternative(line('benefit', amount='x'), id=f'a{i}') for i in range(4)),
                 assume=[assumption('x', normal(0, 1))])
    result = program.run(text)
    if [one['best-probability'] for one in result['alternatives']] != [0.25] * 4 or result['evpi'] != 0:
        yield f'{result}'


@plan.check('/choice/finding-out')
def finding_out():
    """Knowing A, normal(12, 3), is worth E[max(A, 10)] − 12, and knowing B, normal(10, 4), E[max(B, 12)] − 12.
    What nothing depends on is worth nothing."""
    def gain(sd):
        return sd * STANDARD.pdf(2 / sd) - 2 * STANDARD.cdf(-2 / sd)
    text = story(alternative(line('benefit', amount='x'), id='one'),
                 alternative(line('benefit', amount=normal(10, 4)), id='two'),
                 assume=[assumption('x', normal(12, 3)), assumption('idle', normal(0, 100))])
    for seed, result in every_seed(text):
        values = {one['id']: one['value'] for one in result['evppi']}
        if min(values.values()) < 0:
            yield f'seed {seed}: less than nothing: {values}'
        for id, sd in (('x', 3), ('two/benefit/amount', 4)):
            # Three per cent for the regression, besides the draws.
            error = 0.03 * gain(sd) / ERRORS + sd / math.sqrt(TRIALS)
            yield from off(f'seed {seed}: {id}', values[id], gain(sd), error)
        yield from off(f'seed {seed}: idle', values.get('idle', 0), 0, 0.02 / ERRORS)


@plan.check('/choice/baseline-trial-by-trial')
def baseline():
    """Both live on the same demand, so that the difference is certain although each is not: to six digits
    of what is subtracted."""
    text = story(alternative(line('benefit', amount='demand'), id='nothing', baseline='yes'),
                 alternative(line('benefit', amount='demand + 10'), id='plan'),
                 assume=[assumption('demand', normal(50, 20))])
    nothing, better = program.run(text)['alternatives']
    yield from off('sd of the baseline', nothing['sd'], 20, 20 / math.sqrt(2 * TRIALS))
    for figure, right in (('npv', 10), ('p5', 10), ('p95', 10), ('cvar5', 10), ('sd', 0), ('best-probability', 1)):
        yield from off(figure, better[figure], right, 5e-5)


# Statistics of few trials: percentile p is order statistic ⌈pN⌉, cvar5 the mean of the lowest ⌈N/20⌉

def few(trials):
    one = program.run(rivals(normal(10, 3)), f'--trials={trials}')['alternatives'][0]
    return {name: one[name] for name in ('mean', 'sd', 'p5', 'p50', 'p95', 'cvar5')}


@plan.check('/choice/few-trials/one')
def one_trial():
    got = few(1)
    if got['sd'] != 0 or len(set(got.values()) - {got['sd']}) != 1:
        yield f'{got}'


@plan.check('/choice/few-trials/two')
def two_trials():
    got = few(2)
    low, high = got['p5'], got['p95']
    right = {'mean': (low + high) / 2, 'sd': (high - low) / 2, 'p50': low, 'cvar5': low}
    for name, value in right.items():
        yield from off(name, got[name], value, 1e-12)


@plan.check('/choice/few-trials/twenty')
def twenty_trials():
    """Of 20, p5 and cvar5 are the lowest; of 21, p5 is the second lowest and cvar5 the mean of both."""
    got, more = few(20), few(21)
    if got['p5'] != got['cvar5'] or not more['cvar5'] < more['p5']:
        yield f'{got} {more}'


if __name__ == '__main__':
    sys.exit(plan.run())
