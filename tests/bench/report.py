#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""report.py BUILD [--peers=DIR] [--rounds=N] [--trials=N] [--only=PART,…]: how fast and how exact, beside others.

Prints tables in Markdown. A threshold that is not met is said to be so; the exit status is 0 all the same, for what
a machine is busy with is nobody's fault.
"""
import argparse
import json
import random
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import figures
import programs

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
W1 = ROOT / 'tests' / 'risk' / 'w1.yardstick'
MILLISECOND = 1e-3
SEEDS = 20
SIZES = (4096, 16384, 65536, 262144)
# What was promised: how many times less CPU time than each, errors at 65,536 trials, and the rest.
TIMES_FASTER = {'NumPy': 10, 'R': 30, 'Squiggle': 500}
EXACTNESS = {'mean': 0.001, 'p5': 0.01, 'p95': 0.01, 'cvar5': 0.005, 'evpi': 0.0015}

reference = json.loads((HERE.parent / 'risk' / 'w1-reference.json').read_text(encoding='utf-8'))
promises = []


# --- tables ------------------------------------------------------------------------------------------

def table(heading, rows):
    rows = [heading] + [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in rows) for i in range(len(heading))]
    for index, row in enumerate(rows):
        cells = [cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths))]
        print('| ' + ' | '.join(cells) + ' |')
        if index == 0:
            print('|' + '|'.join('-' * (width + 2) if i == 0 else '-' * (width + 1) + ':' for i, width in enumerate(widths)) + '|')
    print(flush=True)


def heading(text):
    print(f'## {text}\n', flush=True)


def say(text):
    print(f'{text}\n', flush=True)


def promise(what, got, limit, unit='', at_least=False):
    kept = got >= limit if at_least else got <= limit
    promises.append([what, f'{got:.4g}{unit}', f'{"at least" if at_least else "at most"} {limit:g}{unit}', 'met' if kept else 'NOT MET'])


def milliseconds(value):
    return f'{value / MILLISECOND:.2f}'


# --- what is reported --------------------------------------------------------------------------------

def count_instructions(program):
    """A trial: those of so many trials less those of half as many, so that start-up does not count."""
    def count(trials):
        done = subprocess.run(['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null',
                               *program.arguments(trials, 1, repeats=1)], capture_output=True, text=True)
        return int(re.search(r'Collected : (\d+)', done.stderr)[1])
    return (count(program.counted) - count(program.counted // 2)) / (program.counted / 2)


def report_speed(bench, peers, options):
    all_of_them = programs.ours(bench, W1, options.trials) + peers
    programs.interleave(all_of_them, options.rounds)
    own = all_of_them[0]
    with_valgrind = shutil.which('valgrind') is not None and not options.quick
    rows = []
    for program in all_of_them:
        a_trial = program.median('cpu') / program.trials
        ratio = a_trial / (own.median('cpu') / own.trials)
        count = count_instructions(program) if program.counted and with_valgrind else None
        off, figure = max(figures.largest_error(reference, run['figures']) for run in program.runs)
        rows.append([program.name, f'{program.trials:,}', milliseconds(program.median('cpu')), milliseconds(program.median('wall')),
                     f'{ratio:.2f}' if ratio < 10 else f'{ratio:.0f}', f'{program.trials / program.median("wall"):,.0f}',
                     f'{count:,.0f}' if count else '–', f'{program.median("memory"):.0f}', f'{off:.1f} ({figure})'])
        if program.name in TIMES_FASTER:
            promise(f'CPU time of {program.name}, in ours', ratio, TIMES_FASTER[program.name], at_least=True)
        if program.name == 'Yardstick, AVX2' and count:
            promise('instructions a trial, AVX2', count, 2500)
        if program.name.startswith('By hand'):
            match = next((p for p in all_of_them if p.name == 'Yardstick, AVX2'), own) if 'AVX2' in program.name else own
            promise(f'CPU time, in that of {program.name}', match.median('cpu') / program.median('cpu'), 2)
    two = next(program for program in all_of_them if '2 threads' in program.name)
    promise('two threads, times as fast as one', own.least('wall') / two.least('wall'), 1.8, at_least=True)
    promise('… by the CPU time of the busier one', own.least('cpu') / two.least('busier'), 1.8, at_least=True)

    heading(f'Speed: W1, all statistics, {options.rounds} rounds in turn')
    table(['program', 'trials', 'CPU ms', 'wall ms', 'CPU, ours = 1', 'trials a second', 'instructions a trial', 'peak MiB',
           'largest error in SE'], rows)
    say('Medians of what each measures within its process, without start-up. CPU is compared for each trial. Where others use '
        'the processors too, wall times say little, and of two threads the busier one’s CPU time says more.')


def run_seeds(bench, trials):
    return programs.run([bench, 'trials', W1, str(trials), '1', '1', str(SEEDS)])[0]


def report_exactness(bench, peers, options):
    """Ours beside plain random numbers, NumPy's, in as much CPU time."""
    numpy = next((program for program in peers if program.name == 'NumPy'), None)
    rows = []
    for trials in SIZES:
        lines = run_seeds(bench, trials)
        cpu = statistics.median(line['cpu'] for line in lines)
        errors = figures.relative_errors(reference, lines)
        rows.append([f'Yardstick, {trials:,} trials', milliseconds(cpu)] + [f'{100 * errors[key]:.3f}' for key in figures.REPORTED])
        if trials == 65536:
            for key, limit in EXACTNESS.items():
                promise(f'error of {figures.REPORTED[key]} at 65,536 trials', 100 * errors[key], 100 * limit, ' %')
        if numpy is None:
            continue
        plain = max(100, round(cpu / (numpy.median('cpu') / numpy.trials)))
        lines = [programs.run(numpy.arguments(plain, seed))[0][0] for seed in range(1, SEEDS + 1)]
        errors = figures.relative_errors(reference, lines)
        rows.append([f'NumPy in that time, {plain:,} trials', milliseconds(statistics.median(line['cpu'] for line in lines))] +
                    [f'{100 * errors[key]:.3f}' for key in figures.REPORTED])

    heading(f'Exactness: root mean square error over {SEEDS} seeds, % of the figure')
    table(['', 'CPU ms', *figures.REPORTED.values()], rows)


def timed(bench, measure, file, trials, threads, repeats):
    lines, memory = programs.run([bench, measure, str(file), str(trials), '1', str(threads), str(repeats)])
    return lines, memory


def write_many(path, alternatives=1000):
    """W1's alternatives again and again, each number a little different, so that no curve is the same twice."""
    text = W1.read_text(encoding='utf-8')
    head, rest = text.split('  <alternative', 1)
    bodies = ['  <alternative' + body for body in rest.replace('</scenario>', '').split('  <alternative')]
    numbers = random.Random(1)

    def vary(match):
        return f'{match[1]}="{float(match[2]) * numbers.uniform(0.9, 1.1):.6g}"'
    with open(path, 'w', encoding='utf-8') as file:
        file.write(head)
        for index in range(alternatives):
            body = bodies[index % 5]
            scale = numbers.uniform(0.8, 1.25)
            body = re.sub(r'\b(low|likely|high)="([^"]+)"', lambda match: f'{match[1]}="{float(match[2]) * scale:.6g}"', body)
            body = re.sub(r'\b(mean|sd|log-mean|log-sd)="([^"]+)"', vary, body)
            file.write(re.sub(r'id="a\d', f'id="n{index}x', body))
        file.write('</scenario>\n')
    return path


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def report_live(bench, work, options):
    rows = []
    lines, _ = timed(bench, 'frames', W1, 65536, 2, 200)
    walls = [line['wall'] for line in lines]
    rows.append(['a frame of “what if”: W1, 65,536 trials, 2 threads', milliseconds(statistics.median(walls)),
                 milliseconds(percentile(walls, 0.95)), milliseconds(statistics.median(line['cpu'] for line in lines)), ''])
    promise('a frame of “what if”, 95th percentile', percentile(walls, 0.95) / MILLISECOND, 8, ' ms')

    many = write_many(work / 'many.yardstick')
    for trials, limit, repeats in ((4096, 0.3, 5), (65536, 2.0, 3)):
        lines, memory = timed(bench, 'trials', many, trials, 2, repeats)
        walls = [line['wall'] for line in lines]
        rows.append([f'1,000 alternatives of 8 lines, {trials:,} trials, 2 threads', milliseconds(statistics.median(walls)),
                     milliseconds(max(walls)), milliseconds(statistics.median(line['cpu'] for line in lines)), f'{memory:.0f}'])
        promise(f'1,000 alternatives, {trials:,} trials', statistics.median(walls), limit, ' s')

    lines, memory = timed(bench, 'trials', W1, 1000000, 2, 1)
    rows.append(['W1, 1,000,000 trials, 2 threads', milliseconds(lines[0]['wall']), '', milliseconds(lines[0]['cpu']), f'{memory:.0f}'])
    promise('memory for 1,000,000 trials of W1', memory, 200, ' MiB')

    heading('Live: from the scenario to all statistics')
    table(['', 'median wall ms', 'slow wall ms', 'median CPU ms', 'peak MiB'], rows)
    say('Slow: the 95th percentile of 200 frames, the slowest of the others.')


def by_name(lines):
    found = {}
    for line in lines:
        found.setdefault(line['name'], []).append(line)
    return {name: (statistics.median(line['wall'] for line in own), statistics.median(line['cpu'] for line in own))
            for name, own in found.items()}


def report_analyses(bench, work, options):
    measured = by_name(timed(bench, 'analyses', W1, 65536, 2, 5)[0])
    nothing = measured.pop('none')
    heading('Analyses: W1, 65,536 trials, 2 threads, beyond the figures themselves')
    table(['', 'wall ms', 'CPU ms'], [[name, milliseconds(wall - nothing[0]), milliseconds(cpu - nothing[1])]
                                      for name, (wall, cpu) in measured.items()])


def report_charts(bench, work, options):
    heading('Charts: redrawn at 1920 × 1080, W1')
    table(['', 'wall ms', 'CPU ms'], [[name, milliseconds(wall), milliseconds(cpu)] for name, (wall, cpu) in
                                      by_name(timed(bench, 'charts', W1, 65536, 2, 20)[0]).items()])


# --- all of it ---------------------------------------------------------------------------------------

def machine():
    found = re.search(r'model name\s*: (.*)', Path('/proc/cpuinfo').read_text(encoding='utf-8'))
    return found[1] if found else 'an unknown processor'


def main():
    parser = argparse.ArgumentParser(prog='tests/bench/run', description=__doc__.split('\n', 1)[0].partition(': ')[2])
    parser.add_argument('build', type=Path, help=argparse.SUPPRESS)
    parser.add_argument('--peers', type=Path, default=HERE / 'peers', metavar='DIR', help='other programs instead of tests/bench/peers')
    parser.add_argument('--rounds', type=int, default=5, help='how often each program runs (5)')
    parser.add_argument('--trials', type=int, default=100000, help='of W1, where programs are compared (100000)')
    parser.add_argument('--only', default='speed,exactness,live,analyses,charts', metavar='PART,…', help='parts of the report: %(default)s')
    parser.add_argument('--quick', action='store_true', help='without counting instructions')
    options = parser.parse_args()
    bench, work = options.build / 'tests' / 'bench' / 'bench', options.build / 'peers'
    peers, left_out = programs.peers(options.peers, W1, work, options.trials)

    print(f'# How fast, how exact\n\nOn {machine()}.\n', flush=True)
    for why in left_out:
        say(f'Left out: {why}.')
    only = options.only.split(',')
    if 'speed' in only:
        report_speed(bench, peers, options)
    if 'exactness' in only:
        report_exactness(bench, peers, options)
    for name, report in (('live', report_live), ('analyses', report_analyses), ('charts', report_charts)):
        if name in only:
            report(bench, work, options)

    heading('What was promised')
    table(['', 'measured', 'promised', ''], promises)


if __name__ == '__main__':
    sys.exit(main())
