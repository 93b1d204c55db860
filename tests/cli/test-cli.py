#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-cli.py SOURCE YARDSTICK-CLI: the command line keeps its contract: commands, exit codes, JSON to the letter."""
import csv
import io
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tap import Plan, Skip  # noqa: E402

source, program = Path(sys.argv[1]).resolve(), sys.argv[2]
examples = source / 'data' / 'examples'
MULCHER, ONE_SCALE = (str(examples / f'{name}.yardstick') for name in ('production-line', 'one-scale'))
RECOVERY = str(examples / 'recovery-plan.yardstick')
COMMANDS = ['compare', 'metrics', 'chart', 'export', 'check', 'upgrade']
FEW = '--trials=500'
plan = Plan()

RESULT_KEYS = ['title', 'currency', 'trials', 'seed', 'best', 'verdict', 'evpi', 'evppi', 'drivers', 'alternatives', 'notes']
CASH_KEYS = ['npv', 'irr', 'mirr', 'payback', 'discounted-payback', 'roi', 'profitability-index',
             'equivalent-annual', 'total-cost', 'peak-funding']
TRIAL_KEYS = ['forward-share', 'mean', 'sd', 'p5', 'p50', 'p95', 'loss-probability', 'cvar5', 'best-probability']
ALTERNATIVE_KEYS = ['id', 'name'] + CASH_KEYS + TRIAL_KEYS + ['cash-flow', 'benefits', 'costs']
ANALYSES_KEYS = ['inputs', 'pairs', 'losses', 'tolerance']
INPUT_KEYS = ['id', 'name', 'unit', 'alternative', 'mean', 'p10', 'p90', 'evppi', 'evppi-se', 'worth-checking',
              'variance-shares', 'difference-variance-share', 'swings', 'difference-swing', 'break-evens', 'changes-place']
FINDING_KEYS = ['alternative', 'line-id', 'field', 'offset', 'length', 'text', 'kind', 'wording', 'driver', 'question']


def run(*arguments, env=None, **options):
    return subprocess.run([program, *arguments], capture_output=True, text=True, encoding='utf-8',
                          stdin=subprocess.DEVNULL, env={**os.environ, **(env or {})}, timeout=60, **options)


def output(*arguments, **options):
    done = run(*arguments, **options)
    assert done.returncode == 0 and done.stderr == '', f'exit {done.returncode}\n{done.stderr}'
    return done.stdout


def run_bytes(*arguments):
    return subprocess.run([program, *arguments], capture_output=True, stdin=subprocess.DEVNULL, check=True, timeout=60).stdout


def load(*arguments, **options):
    """JSON as everybody reads it: no infinities, no key twice, the order kept."""
    def unique(pairs):
        assert len(dict(pairs)) == len(pairs), f'a key twice: {pairs}'
        return dict(pairs)

    def no_constant(name):
        raise ValueError(f'{name} is not JSON')
    return json.loads(output(*arguments, **options), object_pairs_hook=unique, parse_constant=no_constant)


def expect(what, value, expected):
    if value != expected:
        yield f'{what}: {value!r}, not {expected!r}'


def expect_near(what, value, expected, tolerance=1e-9):
    if value is None or not math.isclose(value, expected, rel_tol=tolerance, abs_tol=1e-12):
        yield f'{what}: {value!r}, not {expected!r}'


def scenario_file(folder, text, name='test.yardstick'):
    path = Path(folder) / name
    path.write_text(text, encoding='utf-8')
    return str(path)


def scenario(body, title='Test', attributes='', rules=''):
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<scenario xmlns="urn:yardstick:scenario" version="1" '
            f'title="{title}" currency="USD" period="year" periods="2"{attributes}>\n  <rules {rules}/>\n{body}</scenario>\n')


ONE_LINE = ('  <alternative id="a" name="A">\n    <benefit id="b" name="B">\n      <amount exactly="100"/>\n'
            '    </benefit>\n  </alternative>\n')


# --- the whole -------------------------------------------------------------------------------------

@plan.check('/cli/help')
def help_():
    text = output('--help')
    for command in COMMANDS:
        if not re.search(rf'^  {command}\s+\w', text, re.MULTILINE):
            yield f'--help does not name {command}'
        own = output(command, '--help')
        if f'yardstick-cli {command}' not in own or '--help' not in own:
            yield f'{command} --help says: {own}'


@plan.check('/cli/help/only-what-exists')
def help_only_what_exists():
    listed = re.findall(r'^  ([a-z]+)  ', output('--help'), re.MULTILINE)
    yield from expect('commands', listed, COMMANDS)


@plan.check('/cli/version')
def version():
    if not re.fullmatch(r'yardstick-cli \d+\.\d+\.\d+\n', output('--version')):
        yield output('--version')


WRONG_USAGE = {
    'no-command': [],
    'no-such-command': ['draw', MULCHER],
    'no-file': ['compare'],
    'two-files': ['compare', MULCHER, MULCHER],
    'no-such-option': ['compare', '--speed=9', MULCHER],
    'no-such-format': ['compare', '--format=xml', MULCHER],
    'trials-none': ['compare', '--trials=0', MULCHER],
    'trials-too-many': ['compare', '--trials=10000001', MULCHER],
    'trials-a-word': ['compare', '--trials=many', MULCHER],
    'trials-a-fraction': ['compare', '--trials=1.5', MULCHER],
    'trials-negative': ['compare', '--trials=-5', MULCHER],
    'seed-negative': ['compare', '--seed=-1', MULCHER],
    'seed-too-large': ['compare', '--seed=18446744073709551616', MULCHER],
    'no-such-analysis': ['compare', '--analyses=values,horoscope', MULCHER],
    'threads-none': ['compare', '--threads=0', MULCHER],
    'no-flows': ['metrics', '--rate=0.1'],
    'flow-with-underscore': ['metrics', '--', '-1_000', '5'],
    'flow-infinite': ['metrics', '--', 'inf'],
    'flow-not-a-number': ['metrics', '--', 'nan'],
    'flow-hexadecimal': ['metrics', '--', '0x10'],
    'flow-with-comma': ['metrics', '--', '1,5'],
    'flow-too-large': ['metrics', '--', '1e999'],
    'flow-empty': ['metrics', '--', ''],
    'flow-with-space': ['metrics', '--', ' 1'],
    'rate-in-per-cent': ['metrics', '--rate=8%', '--', '-1', '2'],
    'rate-too-low': ['metrics', '--rate=-1', '--', '-1', '2'],
    'timing-unknown': ['metrics', '--timing=start', '--', '-1', '2'],
    'dates-too-few': ['metrics', '--dates=2027-01-01', '--', '-1', '2'],
    'dates-impossible': ['metrics', '--dates=2027-01-01,2027-02-30', '--', '-1', '2'],
    'dates-not-iso': ['metrics', '--dates=2027-01-01,1/2/2028', '--', '-1', '2'],
    'dates-before-the-first': ['metrics', '--dates=2027-01-02,2027-01-01', '--', '-1', '2'],
    'dates-and-timing': ['metrics', '--timing=end', '--dates=2027-01-01,2028-01-01', '--', '-1', '2'],
    'chart-no-kind': ['chart', '--output=/nowhere/x.png', MULCHER],
    'chart-unknown-kind': ['chart', '--kind=pie', '--output=/nowhere/x.png', MULCHER],
    'chart-no-output': ['chart', '--kind=one-scale', MULCHER],
    'chart-unknown-ending': ['chart', '--kind=one-scale', '--output=/nowhere/x.bmp', MULCHER],
    'chart-unknown-theme': ['chart', '--kind=one-scale', '--theme=pink', '--output=/nowhere/x.png', MULCHER],
    'chart-too-small': ['chart', '--kind=one-scale', '--size=1x1', '--output=/nowhere/x.png', MULCHER],
    'chart-too-large': ['chart', '--kind=one-scale', '--size=99999x99999', '--output=/nowhere/x.png', MULCHER],
    'chart-size-a-word': ['chart', '--kind=one-scale', '--size=big', '--output=/nowhere/x.png', MULCHER],
    'chart-no-file': ['chart', '--kind=one-scale', '--output=/nowhere/x.png'],
    'export-no-format': ['export', '--output=/nowhere/x.csv', MULCHER],
    'export-unknown-format': ['export', '--to=ods', '--output=/nowhere/x.ods', MULCHER],
    'export-no-output': ['export', '--to=csv', MULCHER],
    'check-csv': ['check', '--format=csv', MULCHER],
    'upgrade-two-files': ['upgrade', MULCHER, MULCHER],
}


def wrong_usage(arguments):
    done = run(*arguments)
    yield from expect('exit', done.returncode, 2)
    yield from expect('stdout', done.stdout, '')
    lines = done.stderr.splitlines()
    if len(lines) != 2 or not lines[0].startswith('yardstick-cli') or '--help' not in lines[1]:
        yield f'stderr: {done.stderr}'


for case, wrong in WRONG_USAGE.items():
    plan.add(f'/cli/usage/{case}', wrong_usage, wrong)


@plan.check('/cli/usage/names-the-charts')
def usage_names_the_charts():
    kinds = [line.split()[0] for line in output('chart', '--kind=list').splitlines()]
    stderr = run('chart', '--kind=pie', '--output=x.png', MULCHER).stderr
    yield from (f'{kind} is not named' for kind in kinds if kind not in stderr)


def input_at_fault(command, text, pattern):
    with tempfile.TemporaryDirectory() as folder:
        path = scenario_file(folder, text) if text is not None else f'{folder}/none.yardstick'
        done = run(*command, path)
        yield from expect('exit', done.returncode, 1)
        if not re.fullmatch(re.escape(path) + pattern + '\n', done.stderr):
            yield f'stderr: {done.stderr}'


UNKNOWN_ELEMENT = scenario(ONE_LINE + '  <surprise/>\n')
for command in (['compare'], ['chart', '--kind=one-scale', '--output=/nowhere/x.png'], ['check'],
                ['check', '--format=json'], ['upgrade'], ['export', '--to=csv', '--output=/nowhere/x.csv']):
    name = f'/cli/input/{"-".join(command[:2]).replace("--", "").replace("=", "-")}'
    plan.add(f'{name}/no-such-file', input_at_fault, command, None, r': \S[^\n]*')
    plan.add(f'{name}/not-xml', input_at_fault, command, 'Dear Sirs\n', r':1: \S[^\n]*')
    plan.add(f'{name}/unknown-element', input_at_fault, command, UNKNOWN_ELEMENT, r':9: \S[^\n]*surprise[^\n]*')
    plan.add(f'{name}/circular-formula', input_at_fault, command,
             scenario('  <assumptions>\n    <assumption id="x" name="X" formula="x + 1"/>\n  </assumptions>\n' + ONE_LINE),
             r':5: \S[^\n]*')


# --- compare ---------------------------------------------------------------------------------------

@plan.check('/cli/compare/json/keys')
def compare_json_keys():
    for path in (MULCHER, ONE_SCALE):
        result = load('compare', '--format=json', FEW, path)
        yield from expect('keys', list(result), RESULT_KEYS)
        for alternative in result['alternatives']:
            yield from expect('keys of an alternative', list(alternative), ALTERNATIVE_KEYS)
        for value in result['evppi']:
            yield from expect('keys of evppi', list(value), ['id', 'name', 'value', 'standard-error'])
        for driver in result['drivers']:
            yield from expect('keys of drivers', list(driver), ['id', 'present-value'])


@plan.check('/cli/compare/json/types')
def compare_json_types():
    result = load('compare', '--format=json', FEW, ONE_SCALE)
    yield from expect('trials', result['trials'], 500)
    yield from expect('seed', result['seed'], 1)
    yield from expect('currency', result['currency'], 'USD')
    ids = [alternative['id'] for alternative in result['alternatives']]
    yield from expect('ids', ids, ['mulcher', 'sales-software', 'catalogue', 'recovery'])
    yield from expect('drivers', [d['id'] for d in result['drivers']],
                      ['new-markets', 'repeat-sales', 'speed', 'continuity'])
    if result['best'] not in ids:
        yield f'best: {result["best"]}'
    values = [value['value'] for value in result['evppi']]
    if not values or values != sorted(values, reverse=True) or min(values) < 0:
        yield f'evppi: {values}'
    for alternative in result['alternatives']:
        if not all(isinstance(root, float) for root in alternative['irr']):
            yield f'irr: {alternative["irr"]}'
        for key in ('cash-flow', 'benefits', 'costs'):
            yield from expect(key, len(alternative[key]), 9)


@plan.check('/cli/compare/json/published-figures')
def compare_json_published_figures():
    """Ross, Westerfield & Jordan, ch. 10: NPV 65,488, IRR 17.24 %, payback 4.08 years; one trial, nothing uncertain."""
    result = load('compare', '--format=json', MULCHER)
    mulcher, = result['alternatives']
    yield from expect('trials', result['trials'], 1)
    if abs(mulcher['npv'] - 65488) > 10:
        yield f'npv {mulcher["npv"]}'
    if [round(root, 4) for root in mulcher['irr']] != [0.1724]:
        yield f'irr {mulcher["irr"]}'
    if round(mulcher['payback'], 2) != 4.08:
        yield f'payback {mulcher["payback"]}'
    yield from expect('evpi', result['evpi'], 0)
    yield from expect('best', result['best'], 'mulcher')


@plan.check('/cli/compare/json/cash-gives-npv')
def compare_json_cash_gives_npv():
    for alternative in load('compare', '--format=json', FEW, ONE_SCALE)['alternatives']:
        npv = sum(flow / 1.1 ** t for t, flow in enumerate(alternative['cash-flow']))
        yield from expect_near(alternative['id'], alternative['npv'], npv)


@plan.check('/cli/compare/json/unrounded')
def compare_json_unrounded():
    """Every number is written with the fewest digits that read back the same."""
    text = output('compare', '--format=json', FEW, ONE_SCALE)
    written = re.findall(r'(?<=[ \[])-?\d[\d.eE+-]*(?=[,\]\n])', text)
    for number in written:
        if float(number) != 0 and len(number.lstrip('-')) > len(repr(float(number)).lstrip('-')) + 1:
            yield f'{number} could be {float(number)!r}'
    if not any(len(number) > 15 for number in written):
        yield 'no number has all its digits'


@plan.check('/cli/compare/json/what-does-not-exist')
def compare_json_what_does_not_exist():
    with tempfile.TemporaryDirectory() as folder:
        only_cost = ('  <alternative id="a" name="A">\n    <cost id="c" name="C">\n      <amount exactly="100"/>\n'
                     '    </cost>\n  </alternative>\n')
        alternative, = load('compare', '--format=json', scenario_file(folder, scenario(only_cost)))['alternatives']
        yield from expect('irr', alternative['irr'], [])
        for key in ('payback', 'discounted-payback', 'forward-share', 'profitability-index'):
            yield from expect(key, alternative[key], None)
        nothing = load('compare', '--format=json', scenario_file(folder, scenario('')))
        yield from expect('best', nothing['best'], None)
        yield from expect('alternatives', nothing['alternatives'], [])


@plan.check('/cli/compare/json/strings')
def compare_json_strings():
    with tempfile.TemporaryDirectory() as folder:
        title = 'Quotes &quot; back\\slash tab&#9;end&#10;line € 日本 &lt;b&gt;'
        result = load('compare', '--format=json', scenario_file(folder, scenario(ONE_LINE, title=title)))
        yield from expect('title', result['title'], 'Quotes " back\\slash tab\tend\nline € 日本 <b>')


def analyses(*names, file=ONE_SCALE):
    return load('compare', '--format=json', FEW, f'--analyses={",".join(names)}', file)


@plan.check('/cli/compare/analyses/keys')
def compare_analyses_keys():
    result = analyses('all')
    yield from expect('keys', list(result), RESULT_KEYS + ANALYSES_KEYS)
    for input in result['inputs']:
        yield from expect(input['id'], list(input), INPUT_KEYS)
    for pair in result['pairs']:
        yield from expect('keys of pairs', list(pair), ['first', 'second', 'beats', 'dominance', 'crossover-rates'])
    for losses in result['losses']:
        yield from expect('keys of losses', list(losses), ['alternative', 'without', 'with'])
        for curves in (losses['without'], losses['with']):
            yield from expect('keys of curves', list(curves), ['year', 'horizon'])
            yield from expect('keys of a curve', list(curves['year']), ['mean', 'points'])


@plan.check('/cli/compare/analyses/worth-of-finding-out')
def compare_analyses_values():
    """The list of evppi, and the same beside all else that is known of an input."""
    result = analyses('values')
    inputs = {input['id']: input for input in result['inputs']}
    for value in result['evppi']:
        own = inputs[value['id']]
        yield from expect(value['id'], (own['evppi'], own['evppi-se']), (value['value'], value['standard-error']))
        yield from expect('worth checking', own['worth-checking'], value['value'] > 2 * value['standard-error'])
    yield from expect('pairs', (result['pairs'], result['losses']), ([], []))


@plan.check('/cli/compare/analyses/pairs')
def compare_analyses_pairs():
    """One of two is worth more: the chances of both add up to 1. Only one can dominate the other."""
    result = analyses('pairs')
    pairs = {(pair['first'], pair['second']): pair for pair in result['pairs']}
    yield from expect('pairs', len(pairs), 4 * 3)
    for (first, second), pair in pairs.items():
        reverse = pairs[second, first]
        yield from expect_near(f'{first}, {second}', pair['beats'] + reverse['beats'], 1)
        if pair['dominance'] and reverse['dominance']:
            yield f'{first} and {second} dominate each other'
        if pair['dominance'] not in (None, 'first', 'second'):
            yield f'dominance: {pair["dominance"]}'


@plan.check('/cli/compare/analyses/losses')
def compare_analyses_losses():
    result = analyses('losses')
    yield from expect('who is struck', [losses['alternative'] for losses in result['losses']], ['recovery'])
    for curves in (result['losses'][0]['without'], result['losses'][0]['with']):
        for span in curves.values():
            losses, chances = zip(*span['points'])
            if list(losses) != sorted(set(losses)) or list(chances) != sorted(chances, reverse=True):
                yield 'a larger loss is more likely'
            if not 0 < chances[-1] <= chances[0] <= 1 or min(losses) <= 0:
                yield f'chances {chances[0]} … {chances[-1]}, losses from {min(losses)}'


@plan.check('/cli/compare/analyses/certain')
def compare_analyses_certain():
    result = analyses('all', file=MULCHER)
    for input in result['inputs']:
        yield from expect(input['id'], (input['p10'], input['p90']), (input['mean'], input['mean']))


@plan.check('/cli/compare/analyses/text')
def compare_analyses_text():
    """The first is open but always above 10; the second is nearly as good and sure; the third never above 5."""
    benefits = (('Open', 10, 2000), ('Sure', 950, 980), ('Small', 1, 5))
    body = ''.join(f'<alternative id="{name.lower()}" name="{name}"><benefit id="b" name="B">'
                   f'<amount shape="uniform" low="{low}" high="{high}"/></benefit></alternative>' for name, low, high in benefits)
    with tempfile.TemporaryDirectory() as folder:
        path = scenario_file(folder, scenario(body))
        text = ' '.join(output('compare', FEW, '--analyses=values,pairs', path).split())
        for part in ('Worth finding out first', 'Everybody would prefer “Open” to “Small”'):
            if part not in text:
                yield f'“{part}” is not in:\n{text}'
        if 'Everybody' in output('compare', FEW, path):
            yield 'analyses that nobody asked for'


@plan.check('/cli/compare/seed')
def compare_seed():
    def mean(*options):
        return load('compare', '--format=json', FEW, *options, ONE_SCALE)['alternatives'][0]['mean']
    yield from expect('the same seed', mean('--seed=7'), mean('--seed=7'))
    if mean('--seed=7') == mean('--seed=8'):
        yield 'another seed gives the same figures'
    yield from expect('seed', load('compare', '--format=json', FEW, '--seed=18446744073709551615', ONE_SCALE)['seed'],
                      18446744073709551615)


@plan.check('/cli/compare/threads')
def compare_threads():
    one, *others = (output('compare', '--format=json', '--trials=5000', f'--threads={n}', ONE_SCALE) for n in (1, 2, 7))
    yield from ('another number of threads gives other figures' for other in others if other != one)


@plan.check('/cli/compare/options-after-the-file')
def compare_options_after_the_file():
    yield from expect('text', output('compare', MULCHER, '--format=json'), output('compare', '--format=json', MULCHER))
    yield from expect('apart', output('compare', '--format', 'json', MULCHER), output('compare', '--format=json', MULCHER))


@plan.check('/cli/compare/csv')
def compare_csv():
    text = run('compare', '--format=csv', FEW, ONE_SCALE).stdout
    raw = subprocess.run([program, 'compare', '--format=csv', FEW, ONE_SCALE], capture_output=True).stdout
    rows = list(csv.reader(io.StringIO(text)))
    yield from expect('heading', rows[0], ['id', 'name'] + CASH_KEYS + TRIAL_KEYS)
    if raw.count(b'\r\n') != 5 or raw.count(b'\n') != 5:
        yield 'lines do not end as RFC 4180 asks'
    for row, alternative in zip(rows[1:], load('compare', '--format=json', FEW, ONE_SCALE)['alternatives'], strict=True):
        for key, cell in zip(rows[0], row, strict=True):
            value = alternative[key]
            if key == 'irr':
                cell, value = [float(root) for root in cell.split()], value
            elif not isinstance(value, str):
                cell = float(cell) if cell else None
            yield from expect(f'{alternative["id"]} {key}', cell, value)


@plan.check('/cli/compare/csv/quotes')
def compare_csv_quotes():
    with tempfile.TemporaryDirectory() as folder:
        path = scenario_file(folder, scenario(ONE_LINE.replace('name="A"', 'name="A, &quot;first&quot;"')))
        rows = list(csv.reader(io.StringIO(output('compare', '--format=csv', path))))
        yield from expect('name', rows[1][1], 'A, "first"')


@plan.check('/cli/export/csv')
def export_csv():
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / 'figures.csv'
        yield from expect('what is said', output('export', '--to=csv', f'--output={out}', FEW, ONE_SCALE), '')
        yield from expect('the table', out.read_bytes(), run_bytes('compare', '--format=csv', FEW, ONE_SCALE))


@plan.check('/cli/export/trials')
def export_trials():
    own = load('compare', '--format=json', FEW, ONE_SCALE)['alternatives']
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / 'trials.csv'
        output('export', '--to=trials', f'--output={out}', FEW, ONE_SCALE)
        rows = list(csv.reader(io.StringIO(out.read_text(encoding='utf-8'))))
    yield from expect('heading', rows[0], ['trial'] + [alternative['id'] for alternative in own])
    yield from expect('numbers', [row[0] for row in rows[1:]], [str(i) for i in range(1, 501)])
    for column, alternative in enumerate(own, 1):
        worths = sorted(float(row[column]) for row in rows[1:])
        yield from expect('5th percentile', worths[math.ceil(0.05 * 500) - 1], alternative['p5'])
        yield from expect_near('mean', sum(worths) / 500, alternative['mean'], 1e-4)


# What a spreadsheet would work out, and what only looks a little like it.
FORMULAS = {"=1+1": "'=1+1", '@SUM(A1)': "'@SUM(A1)", "+cmd|' /C calc'!A0": "'+cmd|' /C calc'!A0", '-5': '-5', 'a=b': 'a=b'}


@plan.check('/cli/export/csv/formulas')
def export_csv_formulas():
    for name, cell in FORMULAS.items():
        body = (f'  <alternative id="a" name="{name}">\n    <capital id="c" name="C"><amount exactly="1"/></capital>\n'
                '  </alternative>\n')
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / 'figures.csv'
            output('export', '--to=csv', f'--output={out}', scenario_file(folder, scenario(body)))
            rows = list(csv.reader(io.StringIO(out.read_text(encoding='utf-8'))))
        yield from expect('the name', rows[1][1], cell)
        yield from expect('the worth', float(rows[1][2]), -1.0)


@plan.check('/cli/compare/text')
def compare_text():
    text = output('compare', FEW, ONE_SCALE)
    verdict = load('compare', '--format=json', FEW, ONE_SCALE)['verdict']
    for part in (["Where should next year's money go?", 'Power mulcher line', 'Catalogue mailing', '500 trials']
                 + verdict.split()):
        if part not in text:
            yield f'{part} is missing in {text}'
    if max(map(len, text.splitlines())) > 132:
        yield 'lines do not fit on a screen'
    if 'nan' in text.lower().split():
        yield 'nan on screen'


@plan.check('/cli/compare/text/certain')
def compare_text_certain():
    text = output('compare', MULCHER)
    if 'Nothing in this scenario is uncertain' not in text or '$65' not in text:
        yield text


@plan.check('/cli/compare/text/alone')
def compare_text_alone():
    """One alternative is always the best: no column says so."""
    text = output('compare', FEW, RECOVERY)
    if 'losing money' not in text or 'best choice' in text:
        yield text


@plan.check('/cli/compare/text/baseline')
def compare_text_baseline():
    with tempfile.TemporaryDirectory() as folder:
        keep = ONE_LINE.replace('id="a" name="A"', 'id="keep" name="Keep as it is" baseline="yes"')
        path = scenario_file(folder, scenario(keep + ONE_LINE.replace('"100"', '"150"')))
        text = output('compare', path)
        if '“Keep as it is” is what the others are measured against' not in text:
            yield text
        figures = {own['id']: own['npv'] for own in load('compare', '--format=json', path)['alternatives']}
        yield from expect('worth', figures, {'keep': 200, 'a': 100})


@plan.check('/cli/compare/locale')
def compare_locale():
    """A reader's commas never reach what programs read."""
    with tempfile.TemporaryDirectory() as folder:
        made = shutil.which('localedef') and subprocess.run(
            ['localedef', '-i', 'de_DE', '-f', 'UTF-8', f'{folder}/de_DE.UTF-8'], capture_output=True)
        if not made or not Path(f'{folder}/de_DE.UTF-8/LC_NUMERIC').exists():
            raise Skip('localedef cannot make de_DE.UTF-8 here')
        german = {'LOCPATH': folder, 'LC_ALL': 'de_DE.UTF-8'}
        metrics = ('metrics', '--rate=0.085', '--', '-1000.5', '600.25', '700')
        for arguments in (('compare', '--format=csv', FEW, ONE_SCALE), (*metrics[:1], '--format=json', *metrics[1:]),
                          (*metrics[:1], '--format=csv', *metrics[1:]), ('check', '--format=json', ONE_SCALE)):
            yield from expect(arguments[0], output(*arguments, env=german), output(*arguments))
        # The verdict is a sentence and follows the reader; the figures do not.
        ours, theirs = (load('compare', '--format=json', FEW, ONE_SCALE, env=env) for env in ({}, german))
        ours.pop('verdict'), theirs.pop('verdict')
        yield from expect('compare', theirs, ours)
        if '.000' not in output('compare', FEW, ONE_SCALE, env=german):
            yield 'the text does not follow the locale'


@plan.check('/cli/closed-pipe')
def closed_pipe():
    """“| head” is no news, whether or not the shell lets SIGPIPE through."""
    for restore in (True, False):
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run([program, 'compare', '--format=json', FEW, ONE_SCALE], stdout=write,
                              stderr=subprocess.PIPE, restore_signals=restore)
        os.close(write)
        yield from expect('stderr', done.stderr, b'')


@plan.check('/cli/full-disk')
def full_disk():
    if not Path('/dev/full').exists():
        raise Skip('there is no /dev/full')
    with open('/dev/full', 'w') as full:
        done = subprocess.run([program, 'compare', '--format=json', MULCHER], stdout=full, stderr=subprocess.PIPE)
    yield from expect('exit', done.returncode, 1)
    if len(done.stderr.splitlines()) != 1:
        yield f'stderr: {done.stderr}'


# --- metrics ---------------------------------------------------------------------------------------

def metrics(*arguments):
    return load('metrics', '--format=json', *arguments)


@plan.check('/cli/metrics/json/keys')
def metrics_json_keys():
    figures = metrics('--rate=0.1', '--', '-100', '60', '60')
    yield from expect('keys', list(figures), CASH_KEYS + TRIAL_KEYS)
    for key in ('mean', 'p5', 'p50', 'p95', 'cvar5'):
        yield from expect(key, figures[key], figures['npv'])
    yield from expect('sd', figures['sd'], 0)
    yield from expect('loss-probability', figures['loss-probability'], 0)
    for key in ('forward-share', 'best-probability'):
        yield from expect(key, figures[key], None)


@plan.check('/cli/metrics/npv')
def metrics_npv():
    """Excel's help for NPV, example 2: 8 % on 8000 … 14500 less 40000 is 1,922.06."""
    figures = metrics('--rate=0.08', '--', '-40000', '8000', '9200', '10000', '12000', '14500')
    yield from expect('npv', round(figures['npv'], 2), 1922.06)


@plan.check('/cli/metrics/irr/all-roots')
def metrics_irr_all_roots():
    """−1000 + 2300/(1+r) − 1320/(1+r)² is zero at 10 % and at 20 %."""
    roots = metrics('--rate=0.1', '--', '-1000', '2300', '-1320')['irr']
    yield from expect('roots', [round(root, 9) for root in roots], [0.1, 0.2])
    text = output('metrics', '--', '-1000', '2300', '-1320')
    if '10%; 20%' not in text:
        yield text


@plan.check('/cli/metrics/irr/none')
def metrics_irr_none():
    yield from expect('irr', metrics('--rate=0.1', '--', '100', '200')['irr'], [])


@plan.check('/cli/metrics/xirr')
def metrics_xirr():
    """Excel's help for XNPV and XIRR: 2,086.65 at 9 %, and 37.34 %; dates after the first in any order."""
    flows = {'2008-01-01': '-10000', '2008-03-01': '2750', '2008-10-30': '4250', '2009-02-15': '3250', '2009-04-01': '2750'}
    days = list(flows)
    for order in (days, [days[0], *reversed(days[1:])]):
        figures = metrics('--rate=0.09', '--dates=' + ','.join(order), '--', *(flows[day] for day in order))
        yield from expect('npv', round(figures['npv'], 2), 2086.65)
        yield from expect('irr', [round(root, 4) for root in figures['irr']], [0.3734])


@plan.check('/cli/metrics/timing')
def metrics_timing():
    figures = metrics('--rate=0.21', '--timing=middle', '--', '-100', '121')
    yield from expect_near('npv', figures['npv'], -100 + 121 / 1.21 ** 0.5)


@plan.check('/cli/metrics/mirr')
def metrics_mirr():
    """Excel's help for MIRR: 12.61 % borrowing at 10 % and reinvesting at 12 %; 13.48 % reinvesting at 14 %."""
    flows = ('--', '-120000', '39000', '30000', '21000', '37000', '46000')
    for rate, expected in (('0.12', 0.1261), ('0.14', 0.1348)):
        figures = metrics('--finance-rate=0.1', f'--reinvest-rate={rate}', *flows)
        yield from expect('mirr', round(figures['mirr'], 4), expected)


@plan.check('/cli/metrics/without-rate')
def metrics_without_rate():
    figures = metrics('--', '-100', '60', '60')
    for key in ('npv', 'mirr', 'discounted-payback', 'roi', 'profitability-index', 'equivalent-annual', 'total-cost'):
        yield from expect(key, figures[key], None)
    yield from expect_near('payback', figures['payback'], 1 + 40 / 60)
    yield from expect_near('peak-funding', figures['peak-funding'], 100)
    if 'needs --rate' not in output('metrics', '--', '-100', '60', '60'):
        yield 'the text does not say what is missing'


@plan.check('/cli/metrics/one-flow')
def metrics_one_flow():
    figures = metrics('--rate=0.1', '--', '-100')
    yield from expect('npv', figures['npv'], -100)
    yield from expect('irr', figures['irr'], [])
    yield from expect('payback', figures['payback'], None)


@plan.check('/cli/metrics/numbers')
def metrics_numbers():
    yield from expect_near('npv', metrics('--rate=0', '--', '-1e3', '+.5', '1.5E3')['npv'], 500.5)


@plan.check('/cli/metrics/csv')
def metrics_csv():
    rows = list(csv.reader(io.StringIO(output('metrics', '--format=csv', '--rate=0.1', '--', '-1000', '2300', '-1320'))))
    yield from expect('heading', rows[0], CASH_KEYS + TRIAL_KEYS)
    yield from expect('roots', len(rows[1][1].split()), 2)


# --- chart -----------------------------------------------------------------------------------------

MAGIC = {'png': b'\x89PNG\r\n', 'svg': b'<?xml', 'pdf': b'%PDF-'}


@plan.check('/cli/chart/list')
def chart_list():
    for line in output('chart', '--kind=list').splitlines():
        if not re.fullmatch(r'[a-z0-9-]+ +\S.*', line):
            yield line


def chart_kinds():
    return [line.split()[0] for line in output('chart', '--kind=list').splitlines()]


@plan.check('/cli/chart/every-kind')
def chart_every_kind():
    with tempfile.TemporaryDirectory() as folder:
        for kind in chart_kinds():
            for ending, magic in MAGIC.items():
                picture = Path(folder) / f'{kind}.{ending}'
                output('chart', f'--kind={kind}', f'--output={picture}', MULCHER)
                if not picture.read_bytes().startswith(magic):
                    yield f'{picture.name} is no {ending}'


@plan.check('/cli/chart/size-and-theme')
def chart_size_and_theme():
    with tempfile.TemporaryDirectory() as folder:
        seen = set()
        for theme in ('light', 'dark', 'contrast', 'print'):
            picture = Path(folder) / f'{theme}.png'
            output('chart', f'--kind={chart_kinds()[0]}', '--size=640x360', f'--theme={theme}', f'--output={picture}', MULCHER)
            size = tuple(int.from_bytes(picture.read_bytes()[at:at + 4], 'big') for at in (16, 20))
            yield from expect('size', size, (640, 360))
            seen.add(picture.read_bytes())
        yield from expect('different pictures', len(seen), 4)


@plan.check('/cli/chart/alternative')
def chart_alternative():
    with tempfile.TemporaryDirectory() as folder:
        arguments = ('chart', f'--kind={chart_kinds()[0]}', f'--output={folder}/x.png', MULCHER)
        output(*arguments, '--alternative=mulcher')
        done = run(*arguments, '--alternative=nobody')
        yield from expect('exit', done.returncode, 2)
        if 'mulcher' not in done.stderr:
            yield f'stderr: {done.stderr}'


@plan.check('/cli/chart/cannot-write')
def chart_cannot_write():
    done = run('chart', f'--kind={chart_kinds()[0]}', '--output=/nowhere/x.png', MULCHER)
    yield from expect('exit', done.returncode, 1)
    if len(done.stderr.splitlines()) != 1 or not done.stderr.startswith('/nowhere/x.png: '):
        yield f'stderr: {done.stderr}'


# --- check -----------------------------------------------------------------------------------------

@plan.check('/cli/check/json/well')
def check_json_well():
    report = load('check', '--format=json', MULCHER)
    yield from expect('report', report, {'errors': [], 'findings': [], 'scores': []})
    yield from expect('keys', list(report), ['errors', 'findings', 'scores'])


@plan.check('/cli/check/json/no-driver')
def check_json_no_driver():
    with tempfile.TemporaryDirectory() as folder:
        path = scenario_file(folder, scenario(ONE_LINE))
        report = load('check', '--format=json', path)
        finding, = report['findings']
        yield from expect('keys', list(finding), FINDING_KEYS)
        yield from expect('where', (finding['alternative'], finding['line-id'], finding['field']), ('a', 'b', 'driver'))
        yield from expect('kind', finding['kind'], 'no-driver')
        text = output('check', path)
        if not text.startswith(f'{path}:5: '):
            yield text


@plan.check('/cli/check/json/errors')
def check_json_errors():
    with tempfile.TemporaryDirectory() as folder:
        body = ONE_LINE.replace('exactly="100"', 'formula="unknown"') + ONE_LINE
        path = scenario_file(folder, scenario(body))
        done = run('check', '--format=json', path)
        report = json.loads(done.stdout)
        yield from expect('exit', done.returncode, 1)
        if len(report['errors']) < 2:
            yield f'not all of them: {report["errors"]}'
        for error in report['errors']:
            yield from expect('keys', list(error), ['line', 'column', 'message'])
        yield from expect('first line', report['errors'][0]['line'], 6)
        if 'unknown' not in report['errors'][0]['message']:
            yield f'{report["errors"][0]}'
        # As text each is a line on stderr.
        text = run('check', path)
        yield from expect('exit', text.returncode, 1)
        yield from expect('lines', len(text.stderr.splitlines()), len(report['errors']))


@plan.check('/cli/check/json/no-such-file')
def check_json_no_such_file():
    done = run('check', '--format=json', '/nowhere/none.yardstick')
    yield from expect('exit', done.returncode, 1)
    error, = json.loads(done.stdout)['errors']
    yield from expect('place', (error['line'], error['column']), (None, None))


# --- upgrade ---------------------------------------------------------------------------------------

@plan.check('/cli/upgrade')
def upgrade():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(scenario_file(folder, scenario(ONE_LINE).replace('\n', '\n\n'), name='a b.yardstick'))
        before = load('compare', '--format=json', str(path))
        first = output('upgrade', str(path))
        written = path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino
        second = output('upgrade', str(path))
        if 'version 1' not in first or 'already' in first or 'already' not in second:
            yield f'{first}{second}'
        yield from expect('the second time', (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino), written)
        yield from expect('figures', load('compare', '--format=json', str(path)), before)
        yield from expect('files', os.listdir(folder), ['a b.yardstick'])


@plan.check('/cli/upgrade/broken-file-stays')
def upgrade_broken_file_stays():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(scenario_file(folder, UNKNOWN_ELEMENT))
        run('upgrade', str(path))
        yield from expect('contents', path.read_text(encoding='utf-8'), UNKNOWN_ELEMENT)


# --- completion ------------------------------------------------------------------------------------

def complete(*words):
    """What bash offers after these words, the last of them half typed."""
    script = (f'source {source}/data/yardstick-cli.bash-completion; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
              '_yardstick_cli; printf "%s\\n" "${COMPREPLY[@]}"')
    done = subprocess.run(['bash', '-c', script, 'bash', 'yardstick-cli', *words], capture_output=True, text=True,
                          env={**os.environ, 'PATH': f'{Path(program).parent}:{os.environ["PATH"]}'})
    assert done.stderr == '', done.stderr
    return done.stdout.split('\n')[:-1]


@plan.check('/cli/completion')
def completion():
    if not shutil.which('bash'):
        raise Skip('bash is not installed')
    yield from expect('commands', complete(''), COMMANDS + ['--help', '--version'])
    for command in COMMANDS:
        options = sorted(re.findall(r'(--[a-z-]+)', output(command, '--help').partition('Options:')[2].partition('\n\n')[0]))
        offered = sorted(option.rstrip('=') for option in complete(command, '--'))
        yield from expect(f'{command} --', offered, sorted(set(options)))
    yield from expect('formats', complete('compare', '--format', '=', ''), ['text', 'json', 'csv'])
    yield from expect('analyses', complete('compare', '--analyses', '=', 'p'), ['pairs'])
    yield from expect('a format', complete('check', '--format', '=', 'j'), ['json'])
    yield from expect('timings', complete('metrics', '--timing', '=', ''), ['end', 'middle'])
    yield from expect('themes', complete('chart', '--theme', '='), ['light', 'dark', 'contrast', 'print'])
    yield from expect('kinds', complete('chart', '--kind', '=', ''), ['list'] + chart_kinds())
    if MULCHER not in complete('compare', str(examples) + '/prod'):
        yield 'scenario files are not offered'


sys.exit(plan.run())
