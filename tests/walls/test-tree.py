#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-tree.py SOURCE BUILD: what a reader may rely on in the tree, and what must not be forgotten in it."""
import json
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tap import Plan  # noqa: E402

TOP_LEVEL = {'app', 'data', 'po', 'tests', 'meson.build', 'flatpak', 'README.md', 'COPYING'}
LICENSED = {'.c', '.h', '.ui', '.css', '.py', '.sh', '.rng', '.xml', '.in', '.svg', '.build'}
# Widgets that libadwaita 1.2 and GTK 4.8 do not have; the version macros do not see .ui files.
TOO_NEW = re.compile(r'class="('
                     r'Adw(AboutDialog|AlertDialog|Banner|BottomSheet|Breakpoint\w*|ButtonRow|Dialog|'
                     r'HeaderBar2|InlineViewSwitcher|Layout\w*|MultiLayoutView|Navigation(Page|SplitView|View)|'
                     r'OverlaySplitView|PreferencesDialog|Shortcuts\w*|Sidebar\w*|SpinRow|Spinner|SwitchRow|'
                     r'TabButton|TabOverview|Toggle(Group)?|ToolbarView|WrapBox|WrapLayout)|'
                     r'Gtk(ColorDialog\w*|FontDialog\w*|FileDialog|AlertDialog|ListHeader|Section\w*|'
                     r'GraphicsOffload|Popover(Bin)|Svg)'
                     r')"')

source, build = (Path(argument).resolve() for argument in sys.argv[1:3])
plan = Plan()


def sources(*folders):
    for folder in folders:
        yield from (path for path in sorted((source / folder).rglob('*'))
                    if path.is_file() and '__pycache__' not in path.parts)


def relative(path):
    return str(path.relative_to(source))


def introspect(what):
    return json.loads((build / 'meson-info' / f'intro-{what}.json').read_text())


def kept():
    """What is at the top and belongs to the project: what git keeps, or all but builds where there is no git."""
    try:
        done = subprocess.run(['git', '-C', str(source), 'ls-files'], capture_output=True, text=True, check=True)
        return {line.split('/')[0] for line in done.stdout.splitlines()}
    except (OSError, subprocess.CalledProcessError):
        return {path.name for path in source.iterdir() if not (path / 'meson-info').exists()}


@plan.check('/tree/top-level')
def top_level():
    visible = {name for name in kept() if not name.startswith('.')}
    return [f'{name} should not be at the top' for name in sorted(visible - TOP_LEVEL)] + \
           [f'{name} is missing at the top' for name in sorted(TOP_LEVEL - visible)]


@plan.check('/tree/readme-names-what-is-there')
def readme_names_what_is_there():
    """Every file and folder that the README sends a newcomer to; NAME and xx stand for one to be made."""
    text = (source / 'README.md').read_text()
    named = set(re.findall(r'[`(]((?:app|data|po|tests|flatpak)/[\w./-]*|ys-[\w-]+\.c)[`)]', text))
    there = {path.name for path in sources('app')}
    return [f'README.md names {name}, which is not there' for name in sorted(named)
            if not re.search(r'NAME|xx', name) and not (source / name).exists() and name not in there]


@plan.check('/tree/includes-are-flat')
def includes_are_flat():
    upward = re.compile(r'^\s*#\s*include\s*[<"]\.\./', re.MULTILINE)
    return [relative(path) for path in sources('app', 'tests')
            if path.suffix in ('.c', '.h') and upward.search(path.read_text())]


@plan.check('/tree/every-source-is-compiled')
def every_source_is_compiled():
    """But for the programs that ours is measured beside: tests/bench/run compiles those."""
    compiled = {(Path(entry['directory']) / entry['file']).resolve()
                for entry in json.loads((build / 'compile_commands.json').read_text())}
    return [f'{relative(path)} is in no meson.build' for path in sources('app', 'tests')
            if path.suffix == '.c' and path not in compiled and 'peers' not in path.parts]


@plan.check('/tree/every-test-program-is-run')
def every_test_program_is_run():
    run = {Path(word).resolve() for test in introspect('tests') for word in test['cmd'] if '/' in word}
    programs = [Path(target['filename'][0]).resolve() for target in introspect('targets')
                if target['type'] == 'executable' and
                (source / 'tests') in Path(target['defined_in']).resolve().parents]
    scripts = [path for path in sources('tests') if re.fullmatch(r'test-.*\.(py|sh)', path.name)]
    return [f'{path} is built but never run' for path in programs + scripts if path not in run]


@plan.check('/tree/every-source-names-its-licence')
def every_source_names_its_licence():
    return [f'{relative(path)} has no SPDX line at its top'
            for path in [*sources("app", "data", "po", "tests", "flatpak"), source / "meson.build"]
            if (path.suffix in LICENSED or path.name == 'meson.build')
            and 'SPDX-License-Identifier:' not in '\n'.join(path.read_text().splitlines()[:6])]


@plan.check('/tree/ui-files-use-old-widgets-only')
def ui_files_use_old_widgets_only():
    return [f'{relative(path)}: {match[1]} is newer than GTK 4.8 and libadwaita 1.2'
            for path in sources('app') if path.suffix == '.ui'
            for match in TOO_NEW.finditer(path.read_text())]


@plan.check('/tree/engine-is-deterministic')
def engine_is_deterministic():
    """No clock, no locale, no environment, no files in the engine: same scenario, same figures."""
    banned = re.compile(r'\b(time|clock_gettime|g_get_real_time|g_get_monotonic_time|setlocale|getenv|g_getenv|'
                        r'g_random_\w+|rand|fopen|open|g_file_\w+|gettext) \(')
    return [f'{relative(path)}: {match[1]}' for path in sources('app/engine') if path.suffix in ('.c', '.h')
            for match in banned.finditer(re.sub(r'/\*.*?\*/', '', path.read_text(), flags=re.DOTALL))]


sys.exit(plan.run())
