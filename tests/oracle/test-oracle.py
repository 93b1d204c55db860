#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-oracle.py PROGRAM SOURCE: every figure of a scenario without ranges, against an independent calculation.

First that calculation is held against published cases and cases done by hand, then the command line against it:
on the examples, and on scenarios written at random, the same ones each time.
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import oracle  # noqa: E402
from by_hand import CASES, amount, line  # noqa: E402
from compare import CommandLine, differences, same  # noqa: E402
from scenarios import Author, scenario, tag  # noqa: E402
from tap import Plan  # noqa: E402

SCENARIOS, BATCH = 300, 25
plan = Plan()
program = CommandLine(sys.argv[1])
examples = Path(sys.argv[2]) / 'data' / 'examples'


def held_against_oracle(path):
    return differences(program.run(path), oracle.compare(path), oracle.Scenario(path).years)


# What others published, and how far their rounding may be off.
PUBLISHED = {
    # Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 10; their depreciation is rounded otherwise.
    'production-line': {'npv': (65488, 10), 'irr': (0.1724, 0.00005), 'payback': (4.08, 0.005)},
    # Forrester, The Total Economic Impact of SalesLoft.
    'sales-software': {'npv': (5496170, 0.5), 'total-cost': (1672201, 0.5), 'roi': (3.29, 0.005)},
    # A. M. Hughes, ROI, Profitability and Lifetime Value.
    'catalogue-campaign': {'roi': (2.0, 1e-12), 'npv': (80000, 1e-9)},
}


def published(name):
    path = examples / f'{name}.yardstick'
    for source, result in (('oracle', oracle.compare(path)), ('program', program.run(path))):
        figures = result['alternatives'][0]
        for figure, (right, tolerance) in PUBLISHED[name].items():
            got = figures[figure][0] if figure == 'irr' else figures[figure]
            if abs(got - right) > tolerance:
                yield f'{source}: {figure}: expected {right}, got {got}'
    yield from held_against_oracle(path)


for example in PUBLISHED:
    plan.add(f'/oracle/published/{example}', published, example)


def by_hand(text, right):
    program.file.write_text(text, encoding='utf-8')
    for source, result in (('oracle', oracle.compare(program.file)), ('program', program.run(program.file))):
        for figure, expected in right.items():
            got = result['alternatives'][0][figure]
            if not same(got, expected):
                yield f'{source}: {figure}: expected {expected}, got {got}'
    yield from held_against_oracle(program.file)


for name, parts in CASES.items():
    plan.add(f'/oracle/by-hand/{name}', by_hand, *parts)


@plan.check('/oracle/by-hand/baseline')
def baseline():
    """Doing nothing costs 10 a year; the other two are what they save of that, and it is the 0 they have to beat."""
    def costing(id, yearly, **attributes):
        return tag('alternative', line('cost', amount(yearly)), id=id, name=id, kind='it', **attributes)
    text = scenario(costing('nothing', 10, baseline='yes'), costing('better', 4), costing('worse', 11), periods=2)
    result = program.run(text)
    got = {one['id']: (one['npv'], one['total-cost'], one['best-probability']) for one in result['alternatives']}
    right = {'nothing': (-20, 20, 0), 'better': (12, -12, 1), 'worse': (-2, 2, 0)}
    if got != right or result['best'] != 'better':
        yield f'expected {right}, got {got}, best {result["best"]}'
    program.file.write_text(text, encoding='utf-8')
    yield from held_against_oracle(program.file)


def at_random(first):
    for seed in range(first, first + BATCH):
        program.file.write_text(Author(seed).write(), encoding='utf-8')
        for difference in held_against_oracle(program.file):
            yield f'scenario {seed}: {difference}'


for first in range(0, SCENARIOS, BATCH):
    plan.add(f'/oracle/random/{first}-{first + BATCH - 1}', at_random, first)

if __name__ == '__main__':
    sys.exit(plan.run())
