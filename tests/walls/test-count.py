#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-count.py: the last line of tests/run is counted honestly, whatever way a program ends."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

tests = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(tests))
from tap import Plan  # noqa: E402

# What Meson logs of a program: result, exit code, output; and what that has to count as.
ENDS = {
    'passes': ('OK', 0, '1..2\nok 1 /a\nok 2 /b\n', '2 passed, 0 failed, 0 skipped'),
    'skips-one': ('OK', 0, '1..2\nok 1 /a\nok 2 /b # SKIP no display\n', '1 passed, 0 failed, 1 skipped'),
    'skips-all': ('SKIP', 0, '1..0 # SKIP no display\n', '0 passed, 0 failed, 1 skipped'),
    'fails-one': ('ERROR', 1, '1..2\nok 1 /a\nnot ok 2 /b\n', '1 passed, 1 failed, 0 skipped'),
    'fails-and-aborts': ('ERROR', -6, '1..2\nok 1 /a\nnot ok /b - ERROR:x.c:1\nBail out!\n',
                         '1 passed, 1 failed, 0 skipped'),
    'crashes-after-a-pass': ('ERROR', -11, '1..2\nok 1 /a\n', '1 passed, 1 failed, 0 skipped'),
    'stops-early': ('ERROR', 0, '1..2\nok 1 /a\n', '1 passed, 1 failed, 0 skipped'),
    'exits-badly': ('ERROR', 3, '1..1\nok 1 /a\n', '1 passed, 1 failed, 0 skipped'),
    'hangs': ('TIMEOUT', -15, 'ok 1 /a\n', '1 passed, 1 failed, 0 skipped'),
    'says-nothing': ('SKIP', 0, '', '0 passed, 1 failed, 0 skipped'),
    'no-tap-passes': ('OK', 0, 'hello\n', '1 passed, 0 failed, 0 skipped'),
    'no-tap-fails': ('FAIL', 1, '', '0 passed, 1 failed, 0 skipped'),
    'no-tap-skips': ('SKIP', 77, '', '0 passed, 0 failed, 1 skipped'),
}
plan = Plan()


def count(path):
    done = subprocess.run([sys.executable, tests / 'count.py', path], capture_output=True, text=True)
    return done.stdout.splitlines()[-1], done.returncode


def ending(result, returncode, stdout, expected):
    program = {'name': 'program', 'result': result, 'returncode': returncode, 'stdout': stdout}
    with tempfile.NamedTemporaryFile('w', suffix='.json') as log:
        log.write(json.dumps(program) + '\n')
        log.flush()
        line, status = count(log.name)
    problems = [] if line == expected else [f'{line}, not {expected}']
    return problems + ([] if (status == 0) == (' 0 failed' in expected) else [f'exit {status}'])


for name, end in ENDS.items():
    plan.add(f'/count/{name}', ending, *end)


@plan.check('/count/no-log')
def no_log():
    line, status = count('/nonexistent/testlog.json')
    return [] if line == '0 passed, 1 failed, 0 skipped' and status == 1 else [line, status]


sys.exit(plan.run())
