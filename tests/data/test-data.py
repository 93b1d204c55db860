#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-data.py SOURCE BUILD: what is installed beside the program is valid, by the judgement of its own tools."""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tap import Plan, Skip, tool  # noqa: E402

ID = 'io.github.yardstick.Yardstick'
FOR_PEOPLE = re.compile(r'\b(_|N_|C_|NC_|ngettext|dngettext) \(|\b(_|N_|C_|NC_)\(|translatable="yes"')
COMMENT = re.compile(r'/\*.*?\*/', re.DOTALL)

source, build = (Path(argument).resolve() for argument in sys.argv[1:3])
data = source / 'data'
po = source / 'po'
plan = Plan()


def words(path):
    """The words of a list that people keep by hand, without its comments."""
    return [line.strip() for line in path.read_text().splitlines() if line.strip() and not line.startswith('#')]


@plan.check('/data/desktop-file')
def desktop_file():
    return tool('desktop-file-validate', str(build / 'data' / f'{ID}.desktop'))


@plan.check('/data/metainfo')
def metainfo():
    return tool('appstreamcli', 'validate', '--no-net', '--pedantic', '--explain',
                str(build / 'data' / f'{ID}.metainfo.xml'))


@plan.check('/data/metainfo-names-the-version')
def metainfo_names_the_version():
    version = re.search(r"^  version: '([^']+)'", (source / 'meson.build').read_text(), re.MULTILINE)[1]
    newest = re.search(r'<release version="([^"]+)"', (data / f'{ID}.metainfo.xml.in').read_text())[1]
    return [] if version == newest else [f'meson.build says {version}, the newest release notes {newest}']


@plan.check('/data/settings')
def settings():
    return tool('glib-compile-schemas', '--strict', '--dry-run', str(data))


@plan.check('/data/settings-are-compiled')
def settings_are_compiled():
    return [] if (build / 'data' / 'gschemas.compiled').exists() else ['data/gschemas.compiled is not in the build']


@plan.check('/data/mime-type')
def mime_type():
    return tool('xmllint', '--nonet', '--noout', str(build / 'data' / f'{ID}.xml'))


@plan.check('/data/mime-type-is-understood')
def mime_type_is_understood():
    """The database is built from it, with the pattern and the namespace of the contract."""
    with tempfile.TemporaryDirectory() as folder:
        packages = Path(folder) / 'packages'
        packages.mkdir()
        (packages / f'{ID}.xml').write_bytes((build / 'data' / f'{ID}.xml').read_bytes())
        problems = tool('update-mime-database', folder)
        if problems:
            return problems
        found = {name: (Path(folder) / name).read_text() for name in ('globs2', 'XMLnamespaces', 'subclasses')}
    wanted = {
        'globs2': ':application/x-yardstick+xml:*.yardstick',
        'XMLnamespaces': 'urn:yardstick:scenario scenario application/x-yardstick+xml',
        'subclasses': 'application/x-yardstick+xml application/xml',
    }
    return [f'{name} lacks “{text}”' for name, text in wanted.items() if text not in found[name]]


@plan.check('/data/mime-type-is-the-same-everywhere')
def mime_type_is_the_same_everywhere():
    kind = re.search(r'<mime-type type="([^"]+)"', (data / f'{ID}.mime.xml.in').read_text())[1]
    wanted = {f'{ID}.desktop.in': f'MimeType={kind};', f'{ID}.metainfo.xml.in': f'<mediatype>{kind}</mediatype>'}
    return [f'{name} lacks {text}' for name, text in wanted.items() if text not in (data / name).read_text()]


@plan.check('/flatpak/asks-for-little')
def flatpak_asks_for_little():
    """A window and nothing more: no network, no home, no bus names; files come through the portals."""
    manifest = json.loads((source / 'flatpak' / f'{ID}.json').read_text())
    wanted = {'--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri'}
    return [f'{argument} is too much' for argument in manifest['finish-args'] if argument not in wanted] + \
           ([] if manifest['id'] == ID else [f'the id is {manifest["id"]}'])


def icon(path):
    with tempfile.TemporaryDirectory() as folder:
        return tool('rsvg-convert', '--output', f'{folder}/icon.png', str(path))


for path in sorted((data / 'icons').rglob('*.svg')):
    plan.add(f'/data/icon/{path.stem}', icon, path)


@plan.check('/data/desktop-file-names-its-icon')
def desktop_file_names_its_icon():
    name = re.search(r'^Icon=(.*)$', (data / f'{ID}.desktop.in').read_text(), re.MULTILINE)[1]
    return [] if (data / 'icons/hicolor/scalable/apps' / f'{name}.svg').exists() else [f'no icon {name}']


def example(path):
    schema = data / 'scenario.rng'
    if not schema.exists():
        raise Skip('there is no schema')
    return tool('xmllint', '--nonet', '--noout', '--relaxng', str(schema), str(path))


for path in sorted((data / 'examples').glob('*.yardstick')):
    plan.add(f'/data/example/{path.stem}', example, path)


def translatable():
    """Files in which something is marked for translation."""
    for path in sorted((source / 'app').rglob('*')):
        if path.suffix in ('.c', '.h', '.ui') and FOR_PEOPLE.search(COMMENT.sub('', path.read_text())):
            yield str(path.relative_to(source))
    for pattern in ('*.desktop.in', '*.metainfo.xml.in', '*.mime.xml.in'):
        yield from (str(path.relative_to(source)) for path in data.glob(pattern))


@plan.check('/po/potfiles-is-complete')
def potfiles_is_complete():
    listed, marked = set(words(po / 'POTFILES')), set(translatable())
    return [f'{name} has words for people and is not in po/POTFILES' for name in sorted(marked - listed)] + \
           [f'{name} is in po/POTFILES and has none' for name in sorted(listed - marked)]


@plan.check('/po/words-are-whole')
def words_are_whole():
    """A macro in the middle of a sentence, such as G_GUINT64_FORMAT, cuts it in two for the translators."""
    cut = re.compile(r'\b(?:_|N_|ngettext) ?\(\s*(?:"[^"\n]*"\s*)+([A-Z]\w+)')
    return [f'{path.relative_to(source)}: {match[1]} inside words for people'
            for path in sorted((source / 'app').rglob('*.c')) for match in cut.finditer(path.read_text())]


@plan.check('/po/linguas-is-complete')
def linguas_is_complete():
    listed, there = set(words(po / 'LINGUAS')), {path.stem for path in po.glob('*.po')}
    return [f'{name}: in only one of po/LINGUAS and po/*.po' for name in sorted(listed ^ there)]


@plan.check('/po/template-without-warnings')
def template_without_warnings():
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder) / 'yardstick.pot'
        done = subprocess.run(['xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_',
                               '--keyword=C_:1c,2', '--keyword=NC_:1c,2', f'--directory={source}',
                               f'--files-from={po / "POTFILES"}', f'--output={pot}'],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return [done.stderr] if done.returncode != 0 or done.stderr else []


for path in sorted(po.glob('*.po')):
    plan.add(f'/po/{path.stem}', tool, 'msgfmt', '-c', '-o', '/dev/null', str(path))

sys.exit(plan.run())
