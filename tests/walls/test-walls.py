#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-walls.py SOURCE BUILD ENGINE-ONLY: arrows between the folders of app/ go only downwards, and the compiler keeps it so.

For every pair of folders a header of the one is included with the real flags of the other: what the
architecture allows has to compile, everything else has to fail.
"""
import json
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tap import Plan, Skip  # noqa: E402

ENGINE = ['engine/model', 'engine/finance', 'engine/risk']
MAY_USE = {
    'engine/model': [],
    'engine/finance': ['engine/model'],
    'engine/risk': ['engine/model', 'engine/finance'],
    'words': ENGINE,
    'file': ENGINE + ['words'],
    'chart': ENGINE + ['words'],
    'document': ENGINE + ['file'],
    'cli': ENGINE + ['words', 'file', 'chart'],
    'ui': ENGINE + ['words', 'file', 'chart', 'document'],
}
# Libraries that would bring a screen or a file where there is none.
OUT_OF_REACH = {
    'gtk/gtk.h': [folder for folder in MAY_USE if folder != 'ui'],
    'adwaita.h': [folder for folder in MAY_USE if folder != 'ui'],
    'libxml/tree.h': ENGINE + ['words', 'chart'],
    'cairo.h': ENGINE + ['words', 'file', 'document'],
}
DROPPED = {'-c', '-MD'}
DROPPED_WITH_VALUE = {'-o', '-MQ', '-MF'}

source, build, engine_only = (Path(argument).resolve() for argument in sys.argv[1:4])
app = source / 'app'
commands = json.loads((build / 'compile_commands.json').read_text())
plan = Plan()


def headers(folder):
    return sorted(path.name for path in (app / folder).glob('*.h'))


def compiler(folder):
    """The command that compiles a file of the folder, without the file."""
    for entry in commands:
        path = (build / entry['directory'] / entry['file']).resolve()
        if path.parent == app / folder:
            words = iter(word for word in shlex.split(entry['command']) if word != entry['file'])
            return [word for word in words
                    if word not in DROPPED and not (word in DROPPED_WITH_VALUE and next(words))]
    if list((app / folder).glob('*.c')):
        raise AssertionError(f'no file of app/{folder} is compiled')
    raise Skip(f'app/{folder} has no source yet')


def compiles(folder, *includes):
    text = ''.join(f'#include {include}\n' for include in includes)
    done = subprocess.run(compiler(folder) + ['-fsyntax-only', '-x', 'c', '-'], cwd=build, input=text,
                          capture_output=True, text=True)
    return done.returncode == 0, done.stderr


def at_once(function, items):
    with ThreadPoolExecutor() as pool:
        return list(pool.map(function, items))


def allowed(folder, used):
    fine, errors = compiles(folder, *(f'"{header}"' for header in headers(used)))
    return [] if fine else [errors]


def forbidden(folder, other):
    names = headers(other)
    reached = at_once(lambda name: compiles(folder, f'"{name}"')[0], names)
    return [f'app/{folder} can include {name}' for name, fine in zip(names, reached) if fine]


def alone(folder):
    names = headers(folder)
    found = at_once(lambda name: compiles(folder, f'"{name}"'), names)
    return [f'{name} does not compile alone:\n{errors}'
            for name, (fine, errors) in zip(names, found) if not fine]


def out_of_reach(folder, header):
    return [f'app/{folder} can include <{header}>'] if compiles(folder, f'<{header}>')[0] else []


def links_without_gio():
    """Runs, and asks the loader for GLib but for neither GObject nor GIO."""
    try:
        subprocess.run([engine_only], check=True)
        told = subprocess.run(['readelf', '--dynamic', engine_only], check=True, capture_output=True, text=True).stdout
    except FileNotFoundError as missing:
        raise Skip(f'{missing.filename} is not installed') from missing
    needed = re.findall(r'\(NEEDED\).*\[(.*)\]', told)
    return [f'the engine needs {name}' for name in needed if re.match(r'lib(gio|gobject|gtk|xml)', name)]


for folder, used in MAY_USE.items():
    for other in MAY_USE:
        if other == folder or (other not in used and not headers(other)):
            continue
        verb, check = ('uses', allowed) if other in used else ('cannot-reach', forbidden)
        plan.add(f'/walls/{folder}/{verb}/{other}', check, folder, other)
    plan.add(f'/walls/{folder}/headers-compile-alone', alone, folder)

for header, folders in OUT_OF_REACH.items():
    for folder in folders:
        plan.add(f'/walls/{folder}/cannot-reach/{header}', out_of_reach, folder, header)

plan.add('/walls/engine/links-without-gio', links_without_gio)

sys.exit(plan.run())
