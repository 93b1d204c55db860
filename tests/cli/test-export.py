#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-export.py SOURCE YARDSTICK-CLI: a workbook that LibreOffice works out anew comes to the figures of “compare”."""
import json
import math
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tap import Plan, Skip  # noqa: E402

try:
    import openpyxl
except ImportError:
    openpyxl = None

source, program = Path(sys.argv[1]).resolve(), sys.argv[2]
examples = sorted((source / 'data' / 'examples').glob('*.yardstick'))
plan = Plan()

# Work everything out anew when a file is opened, whoever has written it.
ALWAYS = '''<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
'''


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, encoding='utf-8', stdin=subprocess.DEVNULL, timeout=200)
    assert done.returncode == 0, f'{command}: exit {done.returncode}\n{done.stdout}{done.stderr}'
    return done.stdout


def recalculate(folder, paths):
    """All workbooks in one go: to start the office takes longer than to work them out."""
    profile = folder / 'profile' / 'user'
    profile.mkdir(parents=True)
    (profile / 'registrymodifications.xcu').write_text(ALWAYS)
    (folder / 'out').mkdir()
    run('soffice', f'-env:UserInstallation={profile.parent.as_uri()}', '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML',
        '--outdir', str(folder / 'out'), *map(str, paths))


def near(value, expected):
    return math.isclose(value, expected, rel_tol=1e-9, abs_tol=1e-9)


def compare_figures(book, wanted):
    sheet = book['Figures']
    heading = [cell.value for cell in sheet[1]]
    for row, alternative in zip(sheet.iter_rows(min_row=2, values_only=True), wanted, strict=True):
        for key, value in zip(heading, row, strict=True):
            expected = alternative[key]
            if key == 'irr':
                expected = expected[0] if len(expected) == 1 else None
            if isinstance(expected, float | int):
                if not isinstance(value, float | int) or not near(value, expected):
                    yield f'{alternative["id"]} {key}: {value!r}, not {expected!r}'
            elif value != expected:
                yield f'{alternative["id"]} {key}: {value!r}, not {expected!r}'


def compare_cells(written, anew):
    """What other programs show without working it out is what comes out when they do."""
    for sheet in written:
        for row in sheet.iter_rows(max_row=200):
            for cell in row:
                own, other = cell.value, anew[sheet.title][cell.coordinate].value
                if isinstance(own, float | int) and isinstance(other, float | int):
                    if not math.isclose(own, other, rel_tol=1e-9, abs_tol=1e-6):
                        yield f'{sheet.title} {cell.coordinate}: {own!r}, then {other!r}'
                elif (own or None) != (other or None):
                    yield f'{sheet.title} {cell.coordinate}: {own!r}, then {other!r}'


def every_figure_is_a_formula(path):
    sheet = openpyxl.load_workbook(path)['Figures']
    for row in sheet.iter_rows(min_row=2, min_col=3):
        yield from (f'{cell.coordinate} is no formula' for cell in row if not str(cell.value).startswith('='))


def scenario(body, rules='discount-rate="0.1" tax-rate="0.3"', attributes='period="year" periods="5"', before=''):
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<scenario xmlns="urn:yardstick:scenario" version="1" title="=T()" '
            f'currency="EUR" {attributes}>\n<rules {rules}/>\n{before}{body}</scenario>\n')


CAPITAL = '<capital id="c" name="=1+1"><amount exactly="1000"/><depreciation method="straight-line" periods="4" residual="100"/></capital>'
MORE = ('<capital id="c2" name="@x"><by-period>100 0 300</by-period><depreciation method="declining-balance" rate="0.3"/></capital>'
        '<residual id="r" name="Resale"><amount exactly="350"/><when first="4"/></residual>'
        '<working-capital id="w" name="Stock"><amount exactly="50"/></working-capital>')


def alternative(body, id='a', name='A', attributes=''):
    return f'<alternative id="{id}" name="{name}" {attributes}>{body}</alternative>\n'


def flows(*values):
    """Cash as it is, without tax."""
    return ''.join(f'<{"benefit" if value >= 0 else "cost"} id="f{t}" name="F{t}"><amount exactly="{abs(value)}"/>'
                   f'<when first="{t}" last="{t}"/></{"benefit" if value >= 0 else "cost"}>' for t, value in enumerate(values))


BENEFIT = '<benefit id="b" name="B" nature="forward"><amount {}/><growth exactly="0.03"/><when first="1"/></benefit>'
TWO = (alternative(CAPITAL + BENEFIT.format('exactly="450"') + MORE, name="It’s [a]:*?/\\ 'b' &amp; a name that is far too long for a sheet")
       + alternative(CAPITAL + BENEFIT.format('exactly="200"'), 'b', "It’s [a]:*?/\\ 'b' &amp; a name that is far too long for a sheet",
                     'discount-rate="0.07"'))
RANGES = TWO.replace('exactly="450"', 'low="300" high="500"').replace('exactly="200"', 'low="150" high="500"')
SMALL = '<simulation seed="3" trials="333"/>\n'
BASELINE = alternative(flows(0, -100, -110, -120) + CAPITAL, 'n', 'Figures', 'baseline="yes"')
STORIES = {
    'certain': scenario(TWO),
    'certain-offset': scenario(TWO, 'discount-rate="0.1" tax-rate="0.3" losses="offset"'),
    'certain-middle': scenario(TWO, 'discount-rate="0.1" tax-rate="0.3" timing="middle" finance-rate="0.05" reinvest-rate="0.12"'),
    'certain-months': scenario(TWO, attributes='period="month" periods="30" start="2027-03"'),
    'certain-quarters-middle': scenario(TWO, 'discount-rate="0.1" tax-rate="0.3" timing="middle"', 'period="quarter" periods="9"'),
    'certain-baseline': scenario(TWO + BASELINE),
    'no-sign-change': scenario(alternative(flows(10, 20, 30)) + alternative(flows(-10, -20), 'b'), 'discount-rate="0.1"'),
    'several-rates': scenario(alternative(flows(-1000, 2500, -1540)) + alternative(flows(-100, 0, 0, 400), 'b'), 'discount-rate="0.12"'),
    'nothing': scenario(alternative('')),
    'no-rate': scenario(TWO, ''),
    'ranges': scenario(SMALL + RANGES),
    'ranges-alone': scenario(SMALL + alternative(CAPITAL + BENEFIT.format('low="100" high="600"'))),
    'ranges-baseline': scenario(SMALL + RANGES + BASELINE, 'discount-rate="0.1" tax-rate="0.3" timing="middle"'),
    'one-trial': scenario('<simulation seed="3" trials="1"/>\n' + RANGES),
}


class Books:
    """Written and worked out anew, all at once and on the first question."""
    def __init__(self):
        self.folder = None

    def look(self, name):
        if not shutil.which('soffice') or openpyxl is None:
            raise Skip('LibreOffice and openpyxl are needed to work the workbook out')
        if self.folder is None:
            self.temporary = tempfile.TemporaryDirectory()
            self.folder = Path(self.temporary.name)
            self.wanted = {}
            for path in examples:
                self.write(path.stem, path)
            for story, text in STORIES.items():
                path = self.folder / f'{story}.yardstick'
                path.write_text(text, encoding='utf-8')
                self.write(story, path)
            recalculate(self.folder, sorted(self.folder.glob('*.xlsx')))
        return self.folder / f'{name}.xlsx', self.folder / 'out' / f'{name}.xlsx', self.wanted[name]

    def write(self, name, path):
        few = ['--trials=4096'] if path.parent != self.folder and name != 'one-scale' else []
        run(program, 'export', '--to=xlsx', f'--output={self.folder / name}.xlsx', *few, str(path))
        self.wanted[name] = json.loads(run(program, 'compare', '--format=json', *few, str(path)))['alternatives']


books = Books()


def recalculated(name):
    written, anew, wanted = books.look(name)
    book = openpyxl.load_workbook(anew, data_only=True)
    own = openpyxl.load_workbook(written, data_only=True)
    yield from compare_figures(book, wanted)
    yield from compare_figures(own, wanted)
    yield from compare_cells(own, book)
    yield from every_figure_is_a_formula(written)
    if own.sheetnames[0] != 'Figures' or own.sheetnames[-1] != 'Assumptions':
        yield f'sheets: {own.sheetnames}'


for story in [path.stem for path in examples] + list(STORIES):
    plan.add(f'/cli/export/xlsx/{story}', recalculated, story)


@plan.check('/cli/export/xlsx/text-stays-text')
def text_stays_text():
    written, anew, _ = books.look('certain')
    for path in written, anew:
        book = openpyxl.load_workbook(path)
        texts = {cell.value: cell.data_type for row in book.worksheets[1] for cell in row}
        for text in ('=1+1', '@x'):
            if texts.get(text) != 's' and not (text == '=1+1' and texts.get(text) == 'f' and path == written):
                yield f'{text}: {texts.get(text)}'
        if any(len(name) > 31 or re.search(r'[][:*?/\\]', name) for name in book.sheetnames):
            yield f'sheets: {book.sheetnames}'


sys.exit(plan.run())
