# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the command line on a scenario and tells where its figures are not the expected ones."""
import json
import math
import subprocess
import tempfile
from pathlib import Path

import measures

RELATIVE = 1e-9


class CommandLine:
    def __init__(self, program):
        self.program = program
        self.folder = tempfile.TemporaryDirectory(prefix='yardstick-')
        self.file = Path(self.folder.name) / 'scenario.yardstick'

    def text(self, scenario, *options):
        """What compare prints of a scenario, given as text or as the path of a file."""
        path = scenario
        if not isinstance(scenario, Path):
            path = self.file
            path.write_text(scenario, encoding='utf-8')
        command = [self.program, 'compare', '--format=json', *options, path]
        done = subprocess.run(command, capture_output=True, text=True, timeout=100)
        if done.returncode != 0:
            raise ValueError(f'exit {done.returncode}: {done.stderr}')
        return done.stdout

    def run(self, scenario, *options):
        return json.loads(self.text(scenario, *options))


def same(got, expected):
    """For values worked out on paper, lists of them, and what does not exist."""
    if isinstance(expected, list):
        return len(got) == len(expected) and all(same(a, b) for a, b in zip(got, expected))
    if got is None or expected is None:
        return got is expected
    return abs(got - expected) <= 1e-9 * max(1, abs(expected))


def near(got, expected, scale):
    """Equal to 1e-9 relative; sums that cancel, to 1e-12 of what was summed."""
    if got is None or expected is None:
        return got is expected
    return abs(got - expected) <= max(RELATIVE * max(abs(got), abs(expected)), 1e-12 * scale)


def rates_differ(got, expected, cash, years):
    """Roots are as exact as the flows allow: a flat curve of worth moves them further."""
    if len(got) != len(expected):
        return True
    return any(abs(a - b) > max(RELATIVE * max(1, abs(b)), 1e-12 * measures.rate_condition(cash, years, b))
               for a, b in zip(got, expected))


def differences(got, expected, years):
    """Sentences, one for each figure of compare that is not as expected."""
    for name in ('title', 'currency', 'trials', 'best', 'evpi'):
        if got[name] != expected[name]:
            yield f'{name}: expected {expected[name]!r}, got {got[name]!r}'
    money = {one['id']: one['present-value'] for one in expected['drivers']}
    if [one['id'] for one in got['drivers']] != list(money):
        yield f'drivers: expected {list(money)}, got {got["drivers"]}'
    total = math.fsum(abs(flow) for one in expected['alternatives'] for flow in one['benefits'])
    for one in got['drivers']:
        if not near(one['present-value'], money[one['id']], total):
            yield f'driver {one["id"]}: expected {money[one["id"]]!r}, got {one["present-value"]!r}'
    if [one['id'] for one in got['alternatives']] != [one['id'] for one in expected['alternatives']]:
        yield 'the alternatives are others'
        return
    for one, right in zip(got['alternatives'], expected['alternatives']):
        yield from (f'{one["id"]} {text}' for text in alternative_differences(one, right, years))


def alternative_differences(got, expected, years):
    scale = math.fsum(abs(flow) for row in ('cash-flow', 'benefits', 'costs') for flow in expected[row])
    for name, right in expected.items():
        value = got[name]
        if name == 'irr':
            wrong = rates_differ(value, right, expected['cash-flow'], years)
        elif isinstance(right, list):
            wrong = len(value) != len(right) or not all(near(a, b, scale) for a, b in zip(value, right))
        elif isinstance(right, str):
            wrong = value != right
        else:
            wrong = not near(value, right, scale if name in MONEY else 1)
        if wrong:
            yield f'{name}: expected {right!r}, got {value!r}'


MONEY = {'npv', 'equivalent-annual', 'total-cost', 'peak-funding', 'mean', 'sd', 'p5', 'p50', 'p95', 'cvar5'}
