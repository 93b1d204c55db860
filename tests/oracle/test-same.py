#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-same.py PROGRAM SOURCE: nothing but the seed, and what a figure is made of, may change it, to the last digit.
"""
import json
import math
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scenarios import tag  # noqa: E402
from stories import SEVERITY, alternative, assumption, line, moves, normal, program, story  # noqa: E402
from tap import Plan  # noqa: E402

plan = Plan()
examples = Path(sys.argv[2]) / 'data' / 'examples'
w1 = Path(sys.argv[2]) / 'tests' / 'risk' / 'w1.yardstick'


@plan.check('/same/mean-cash-discounted')
def mean_cash_discounted():
    """One set of figures: discounting the cash shown gives the worth shown, which is the mean of the trials."""
    paths = ((w1, 0.09), (examples / 'one-scale.yardstick', 0.1), (examples / 'production-line.yardstick', 0.15))
    for path, rate in paths:
        for one in program.run(path)['alternatives']:
            worth = math.fsum(flow * (1 + rate) ** -t for t, flow in enumerate(one['cash-flow']))
            if abs(one['npv'] - worth) > 1e-14 * math.fsum(map(abs, one['cash-flow'])):
                yield f'{path.name}: {one["id"]}: npv {one["npv"]}, discounted cash {worth}'
            if one['mean'] != one['npv']:
                yield f'{path.name}: {one["id"]}: npv {one["npv"]}, mean {one["mean"]}'


@plan.check('/same/certain')
def certain():
    """Without ranges there is one outcome: average, middle, best and worst are the same digits."""
    for one in program.run(examples / 'production-line.yardstick')['alternatives']:
        if len({one[figure] for figure in ('npv', 'mean', 'p5', 'p50', 'p95', 'cvar5')}) != 1 or one['sd'] != 0:
            yield f'{one}'


@plan.check('/same/threads')
def threads():
    for path in (w1, examples / 'one-scale.yardstick', examples / 'recovery-plan.yardstick'):
        for trials in (1, 1000, 65537):
            texts = {program.text(path, f'--threads={n}', f'--trials={trials}') for n in (1, 2, 7)}
            if len(texts) != 1:
                yield f'{path.name}: {trials} trials: {len(texts)} answers'


@plan.check('/same/seed')
def seeds():
    one, again, other = (program.text(w1, f'--seed={seed}', '--trials=5000') for seed in (1, 1, 2))
    if one != again:
        yield 'the same seed gives other figures'
    for a, b in zip(json.loads(one)['alternatives'], json.loads(other)['alternatives']):
        if any(a[figure] == b[figure] for figure in ('npv', 'sd', 'p5', 'cvar5')):
            yield f'{a["id"]}: another seed gives the same figures'


def figures_of(text, id):
    """The figures of one alternative that others have no part in."""
    found = next(one for one in program.run(text, '--trials=5000')['alternatives'] if one['id'] == id)
    return {name: value for name, value in found.items() if name != 'best-probability'}


DEMAND, PRICE = assumption('demand', {'low': 50, 'high': 90}), assumption('price', {'low': 2, 'high': 5})
MARKET, IDLE = assumption('market', normal(0.02, 0.02)), assumption('idle', normal(0, 1))
TOGETHER = moves('demand', 'price', -0.4)
FOLLOWS = tag('follows', assumption='market', factor='1')
SHOP = alternative(line('benefit', FOLLOWS, amount='demand * price', chance=0.9),
                   line('cost', amount={'low': 20, 'likely': 30, 'high': 80}, growth=normal(0.1, 0.1)),
                   line('loss', events_per_year=0.3, loss_each=SEVERITY), id='shop')
RIVAL = alternative(line('cost', amount=normal(10, 2)), line('loss', events_per_year=2, loss_each=SEVERITY), id='rival')
BIGGER = alternative(line('saving', amount=normal(5, 1)), line('cost', amount=normal(10, 2)), id='rival')
USUAL = dict(assume=[MARKET, DEMAND, PRICE, TOGETHER], periods=4, rules={'tax_rate': '0.2'})


def assuming(*assumptions):
    return story(SHOP, **{**USUAL, 'assume': assumptions})


CHANGES = {
    'another-alternative-after': story(SHOP, RIVAL, **USUAL),
    'another-alternative-before': story(RIVAL, SHOP, **USUAL),
    'another-line-elsewhere': story(BIGGER, SHOP, **USUAL),
    'another-assumption': assuming(IDLE, MARKET, DEMAND, PRICE, TOGETHER),
    'order-of-assumptions': assuming(TOGETHER, PRICE, MARKET, DEMAND),
    'correlation-told-the-other-way': assuming(MARKET, DEMAND, PRICE, moves('price', 'demand', -0.4)),
}


def unchanged(text):
    before, after = figures_of(story(SHOP, **USUAL), 'shop'), figures_of(text, 'shop')
    return [f'{name}: {before[name]} has become {after[name]}' for name in before if before[name] != after[name]]


for name, text in CHANGES.items():
    plan.add(f'/same/{name}', unchanged, text)


@plan.check('/same/another-line-beside')
def another_line_beside():
    """Lines keep their draws: the new one moves only the periods it falls in."""
    one = line('benefit', amount=normal(10, 3), chance=0.6, last=1)
    new = line('benefit', amount=normal(7, 3), chance=0.6, first=2, id='new')
    alone, last, first = (figures_of(story(alternative(*lines), periods=2), 'a')['benefits'][1]
                          for lines in ([one], [one, new], [new, one]))
    if not alone == last == first:
        yield f'{alone}, {last}, {first}'


if __name__ == '__main__':
    sys.exit(plan.run())
