# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests that are scripts: a list of named checks, told as TAP.

A check is a function that returns the problems it found, one a line; none means that all is well.
It may raise Skip to say why it could not look.
"""
import shutil
import subprocess
import traceback


class Skip(Exception):
    pass


class Plan:
    def __init__(self):
        self.checks = []

    def add(self, name, check, *arguments):
        self.checks.append((name, check, arguments))

    def check(self, name):
        """Decorator: @plan.check('/data/desktop-file')"""
        def register(function):
            self.add(name, function)
            return function
        return register

    def run(self):
        """Runs every check and returns the exit status of the program."""
        failures = 0
        print(f'1..{len(self.checks)}', flush=True)
        for number, (name, check, arguments) in enumerate(self.checks, 1):
            try:
                problems = list(check(*arguments) or [])
            except Skip as why:
                print(f'ok {number} {name} # SKIP {why}', flush=True)
                continue
            except Exception:
                problems = [traceback.format_exc()]
            failures += bool(problems)
            print(f'{"not ok" if problems else "ok"} {number} {name}')
            for problem in problems:
                for line in str(problem).splitlines():
                    print(f'# {line}')
            print(end='', flush=True)
        return 1 if failures else 0


def tool(*command):
    """Runs a validator; its output is the problem if it is not content."""
    if not shutil.which(command[0]):
        raise Skip(f'{command[0]} is not installed')
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return [] if done.returncode == 0 else [done.stdout + done.stderr or f'exit {done.returncode}']
