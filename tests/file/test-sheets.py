#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-sheets.py DUMP-CELLS: sheets that other programs write are read as these programs mean them."""
import datetime
import io
import os
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tap import Plan, Skip  # noqa: E402

try:
    import openpyxl
except ImportError:
    openpyxl = None

dump_cells = sys.argv[1]
plan = Plan()
folder = Path(tempfile.mkdtemp(prefix='yardstick-sheets-'))


def dump(data, name='sheet'):
    path = folder / name
    path.write_bytes(data)
    done = subprocess.run([dump_cells, path], capture_output=True, encoding='utf-8', timeout=60)
    assert done.returncode in (0, 1), f'exit {done.returncode}: {done.stdout}{done.stderr}'
    return done.stdout.splitlines()


def compare(found, expected):
    if found != expected:
        yield f'{found}, not {expected}'


def make_workbook():
    if openpyxl is None:
        raise Skip('openpyxl is not installed')
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = 'Budget & co'
    sheet['A1'], sheet['B1'], sheet['C1'] = 'Posten', datetime.date(2027, 12, 31), 2028
    sheet['A2'], sheet['B2'], sheet['C2'] = ' Größe <b> ', -1200.5, 1e-3
    sheet['C2'].number_format = '0.0%'
    sheet['A4'] = 'zwei\nZeilen'
    sheet['C4'], sheet['C4'].number_format = 46387.75, 'dd/mm/yyyy hh:mm'
    sheet['D4'], sheet['D4'].number_format = 5, '"day" 0'
    sheet['AB5'] = 7
    sheet['A5'] = '=1+1'
    book.create_sheet('empty')
    book.create_sheet('other')['A1'] = 'x'
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


# What stands there: dates as dates, per cents as fractions; formulas have no value before anybody worked them out.
WANTED = ['sheet Budget & co', 'A1 text Posten', 'B1 date 2027-12', 'C1 number 2028', 'A2 text Größe <b>',
          'B2 number -1200.5', 'C2 number 0.001', 'A4 text zwei|Zeilen', 'C4 date 2026-12', 'D4 number 5']


@plan.check('/sheets/xlsx')
def xlsx():
    yield from compare(dump(make_workbook()), WANTED + ['AB5 number 7', 'sheet other', 'A1 text x'])


def convert(to):
    if not shutil.which('soffice'):
        raise Skip('LibreOffice is not installed')
    (folder / 'in.xlsx').write_bytes(make_workbook())
    subprocess.run(['soffice', f'-env:UserInstallation={(folder / "profile").as_uri()}', '--headless', '--convert-to', to,
                    '--outdir', folder / 'out', folder / 'in.xlsx'], check=True, capture_output=True, timeout=200)
    return (folder / 'out' / f'in.{to}').read_bytes()


@plan.check('/sheets/libreoffice/ods')
def ods():
    yield from compare(dump(convert('ods')), WANTED + ['A5 number 2', 'AB5 number 7', 'sheet other', 'A1 text x'])


@plan.check('/sheets/libreoffice/xlsx')
def xlsx_again():
    yield from compare(dump(convert('xlsx')), WANTED + ['A5 number 2', 'AB5 number 7', 'sheet other', 'A1 text x'])


# By hand: what no program would write, or not often.

ODS = '''<?xml version="1.0"?>{head}
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body>
</office:document-content>'''


def zipped(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return data.getvalue()


def ods_of(rows, head=''):
    return zipped({'mimetype': 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': ODS.format(rows=rows, head=head)})


@plan.check('/sheets/ods/repeated')
def repeated():
    rows = ('<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" '
            'office:value-type="float" office:value="3"><text:p>3,00</text:p></table:table-cell>'
            '<table:table-cell table:number-columns-repeated="16382"/></table:table-row>'
            '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>')
    yield from compare(dump(ods_of(rows)), ['sheet S', 'A1 number 3', 'B1 number 3', 'A2 number 3', 'B2 number 3'])


@plan.check('/sheets/ods/annotation')
def annotation():
    rows = ('<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p>'
            '</office:annotation><text:p>Rent<text:s/>of</text:p><text:p>the hall</text:p></table:table-cell></table:table-row>')
    yield from compare(dump(ods_of(rows)), ['sheet S', 'A1 text Rent of|the hall'])


@plan.check('/sheets/ods/too-many')
def too_many():
    rows = ('<table:table-row table:number-rows-repeated="900000000"><table:table-cell table:number-columns-repeated="900000000" '
            'office:value-type="float" office:value="3"/></table:table-row>')
    if not dump(ods_of(rows))[0].startswith('error sheet: This has '):
        yield 'nobody says that there are too many'


# Every entity ten times the one before: a billion.
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + ''.join(
    f'<!ENTITY {b} "{"&" + a + ";" * 1}{("&" + a + ";") * 9}">' for a, b in zip('abcdefgh', 'bcdefghi')) + ']>'


@plan.check('/sheets/ods/entities')
def entities():
    rows = '<table:table-row><table:table-cell office:value-type="string"><text:p>&i;x</text:p></table:table-cell></table:table-row>'
    found = dump(ods_of(rows, BOMB))
    if sum(map(len, found)) > 1000:
        yield 'entities are put in'


@plan.check('/sheets/zip/bomb')
def bomb():
    found = dump(zipped({'content.xml': b' ' * (300 * 1024 * 1024)}))
    yield from compare(found, ['error sheet: The file unpacks to more than any sheet needs. Save the part you need by itself.'])


@plan.check('/sheets/zip/other')
def other():
    yield from compare(dump(zipped({'word/document.xml': '<x/>'})),
                       ['error “sheet” is no sheet that can be read here. Save it as XLSX, ODS or CSV.'])


@plan.check('/sheets/xlsx/empty-parts')
def empty_parts():
    for path in ('xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', 'xl/_rels/workbook.xml.rels'):
        found = dump(zipped({'xl/workbook.xml': '<workbook/>'} | {path: ''}))
        yield from compare(found, ['error “sheet” is empty.'])


@plan.check('/sheets/damaged')
def damaged():
    """However it is damaged: cells or a sentence, and no crash."""
    data, seed = bytearray(make_workbook()), int(os.environ.get('SEED', random.randrange(2 ** 32)))
    generator = random.Random(seed)
    print(f'# seed {seed}')
    for turn in range(150):
        broken = bytearray(data)
        if turn % 3 == 0:
            del broken[generator.randrange(len(data)):]
        else:
            for _ in range(generator.randrange(1, 30)):
                broken[generator.randrange(len(data))] = generator.randrange(256)
        found = dump(bytes(broken))
        if not found or not found[0].startswith(('sheet ', 'error ')):
            yield f'turn {turn}: {found}'


@plan.check('/sheets/text/encodings')
def encodings():
    text = 'Größe\t2027\r\nMiete\t1,5\r\n'
    wanted = ['sheet ', 'A1 text Größe', 'B1 text 2027', 'A2 text Miete', 'B2 text 1,5']
    for encoding in ('utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'windows-1252'):
        data = text.encode(encoding)
        if encoding == 'utf-16-le':
            data = b'\xff\xfe' + data
        for problem in compare(dump(data), wanted):
            yield f'{encoding}: {problem}'


@plan.check('/sheets/text/nothing')
def nothing():
    yield from compare(dump(b''), ['error “sheet” is empty.'])
    yield from compare(dump(b'\x7fELF\0\0\0\0\0\0\0\0\0\0\0\0'),
                       ['error “sheet” is no sheet that can be read here. Save it as XLSX, ODS or CSV.'])


status = plan.run()
shutil.rmtree(folder)
sys.exit(status)
