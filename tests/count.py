#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count.py TESTLOG.JSON: counts what Meson's log of the last run really holds.

Every TAP point counts, and so does a program without TAP. A program that ends badly although each of its
points passed (a crash, a timeout, a plan not kept, nothing said at all) counts as one failure more.
"""
import json
import re
import sys
from collections import Counter

POINT = re.compile(r'(not )?ok\b(?P<text>[^#]*)(#\s*(?P<directive>skip|todo))?', re.IGNORECASE)
OUTCOMES = {'OK': 'passed', 'EXPECTEDFAIL': 'passed', 'SKIP': 'skipped'}


def point_outcome(match):
    directive = (match['directive'] or '').lower()
    if directive:
        return 'skipped'
    return 'failed' if match[1] else 'passed'


def outcomes(program):
    """Yields (outcome, name) for each point of a program, or for the program itself."""
    points = [match for line in (program.get('stdout') or '').splitlines() if (match := POINT.match(line))]
    found = [(point_outcome(match), match['text'].strip()) for match in points]
    yield from found

    result = OUTCOMES.get(program['result'], 'failed')
    if result == 'failed' and not any(outcome == 'failed' for outcome, _ in found):
        yield 'failed', program['result'].lower()
    elif not found:
        nothing_said = result == 'skipped' and program['returncode'] == 0 and not program.get('stdout')
        yield ('failed', 'tested nothing') if nothing_said else (result, '')


def main(path):
    counts = Counter()
    try:
        with open(path, encoding='utf-8') as log:
            programs = [json.loads(line) for line in log]
    except (OSError, ValueError) as problem:
        print(problem)
        programs = []

    for program in programs:
        for outcome, name in outcomes(program):
            counts[outcome] += 1
            if outcome == 'failed':
                print(f'FAILED {program["name"]} {name}'.rstrip())
    if not programs:
        counts['failed'] += 1
    print(f'{counts["passed"]} passed, {counts["failed"]} failed, {counts["skipped"]} skipped')
    return 1 if counts['failed'] else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
