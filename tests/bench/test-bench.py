#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-bench.py BENCH SOURCE: every measurement still runs and writes the lines that tests/bench/run reads."""
import json
import math
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tap import Plan  # noqa: E402
import model  # noqa: E402

program, source = sys.argv[1], Path(sys.argv[2])
W1 = source / 'tests' / 'risk' / 'w1.yardstick'
plan = Plan()


def lines(measure, repeats=2):
    done = subprocess.run([program, measure, W1, '256', '1', '1', str(repeats)], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


@plan.check('/bench/trials')
def trials():
    first, second = lines('trials')
    for line in (first, second):
        if not (line['n'] == 256 and line['wall'] > 0 and line['cpu'] > 0):
            yield f'{line}'
        for key in model.FIGURES:
            if not all(math.isfinite(figure) for figure in model.as_list(line[key])):
                yield f'{key}: {line[key]}'
    if first['mean'] == second['mean']:
        yield 'another seed gives the same figures'


def names(measure):
    measured = [line['name'] for line in lines(measure, repeats=1)]
    if len(measured) < 5 or len(measured) != len(set(measured)):
        yield f'{measured}'


plan.add('/bench/analyses', names, 'analyses')
plan.add('/bench/charts', names, 'charts')


@plan.check('/bench/frames')
def frames():
    if [line['n'] for line in lines('frames')] != [256, 256]:
        yield 'not two frames'


@plan.check('/bench/usage')
def usage():
    if subprocess.run([program, 'sleep'], capture_output=True).returncode != 2:
        yield 'an unknown measurement is taken'


@plan.check('/bench/model')
def model_of_w1():
    """What the other programs are given: 6 alternatives of 8 lines, and the events of one."""
    rows, outages = model.read(W1)
    if len(rows) != 48 or len({row['alternative'] for row in rows}) != 6 or outages['alternative'] != 5:
        yield f'{len(rows)} lines, {outages}'


sys.exit(plan.run())
