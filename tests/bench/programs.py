# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that work W1 out, ours and others, made ready and run.

A folder of peers holds one folder for each: numpy/*.py, R/*.R, gsl/*.c, squiggle/*.mjs, ceiling/. Each program is
called with TRIALS and SEED, and prints a line of JSON: wall and CPU time in seconds, n trials, and the figures.
"""
import json
import os
import shutil
import statistics
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import model


@dataclass
class Program:
    """{n} in the command stands for the trials, {seed} for the seed, {repeats} for how often one process measures."""
    name: str
    command: list
    trials: int
    counted: int = 0        # trials in which to count instructions; 0: they cannot be counted
    runs: list = field(default_factory=list)

    def arguments(self, trials, seed, repeats=5):
        return [str(part).format(n=trials, seed=seed, repeats=repeats) for part in self.command]

    def median(self, key):
        return statistics.median(run[key] for run in self.runs)

    def least(self, key):
        return min(run[key] for run in self.runs)


def run(arguments):
    """The lines of JSON that a program prints, and its peak memory [MiB]."""
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        text = process.stdout.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise OSError(f'{arguments[0]} ended with {process.returncode}')
    return [json.loads(line) for line in text.splitlines() if line.startswith('{')], usage.ru_maxrss / 1024


def measure(program, seed):
    """One process; where it measures several times, the median counts."""
    lines, memory = run(program.arguments(program.trials, seed))
    # Of two threads, the one that has more to do: what the wall time would be if nobody else used the processors.
    busier = min(max(line.get('own', line['cpu']), line['cpu'] - line.get('own', 0)) for line in lines)
    program.runs.append({'busier': busier, 'wall': statistics.median(line['wall'] for line in lines),
                         'cpu': statistics.median(line['cpu'] for line in lines), 'memory': memory, 'figures': lines[0]})


def interleave(programs, rounds):
    """In turn, there and back again, so that what else the machine does falls on all of them alike."""
    for index in range(rounds):
        for program in programs if index % 2 == 0 else programs[::-1]:
            measure(program, 1000 + index)


# --- ours --------------------------------------------------------------------------------------------

def ours(bench, w1, trials):
    """With the widest vectors that there are, on one thread and on two; then with less of a processor."""
    def variant(name, threads, *runner):
        # valgrind knows no AVX-512: only where we say what to run with can it count.
        return Program(name, [bench, 'trials', w1, '{n}', '{seed}', threads, '{repeats}', *runner], trials,
                       counted=131072 if runner else 0)
    programs = [variant('Yardstick', 1), variant('Yardstick, 2 threads', 2), variant('Yardstick, AVX2', 1, 'avx2'),
                variant('Yardstick, portable', 1, 'portable')]
    return [program for program in programs if 'AVX2' not in program.name or 'avx2' in Path('/proc/cpuinfo').read_text()]


# --- others ------------------------------------------------------------------------------------------

def first(folder, pattern):
    """A program of a folder, by its ending."""
    found = sorted(folder.glob(pattern))
    return found[0] if found else None


def python_with_numpy():
    for python in ('/usr/bin/python3', 'python3'):
        if shutil.which(python) and subprocess.run([python, '-c', 'import numpy'], capture_output=True).returncode == 0:
            return python
    raise LookupError('NumPy is not installed')


def needed(command, what):
    if not shutil.which(command):
        raise LookupError(f'{what} is not installed')
    return command


def compile_c(program, source, *flags):
    done = subprocess.run([needed('gcc', 'gcc'), *flags, '-o', program, source, '-lgsl', '-lgslcblas', '-lm'],
                          capture_output=True)
    if done.returncode != 0:
        raise LookupError('GSL is not installed')
    return program


def numpy(folder, trials):
    return [Program('NumPy', [python_with_numpy(), first(folder, 'numpy/*.py'), '{n}', '{seed}'], trials, counted=16384)]


def r(folder, trials):
    return [Program('R', [needed('Rscript', 'R'), first(folder, 'R/*.R'), '{n}', '{seed}'], trials)]


def gsl(folder, trials):
    source = first(folder, 'gsl/*.c')
    command = [compile_c(source.with_suffix(''), source, '-O2'), '{n}', '{seed}']
    own = folder / 'model.csv'
    return [Program('GSL', command + ([own] if 'model.csv' in source.read_text() else []), trials, counted=16384)]


def squiggle(folder, trials):
    """A tenth of the trials: it takes half a millisecond for one."""
    needed('node', 'Node.js')
    installed = subprocess.run([needed('npm', 'npm'), 'install', '--no-audit', '--no-fund'], cwd=folder / 'squiggle',
                               capture_output=True)
    if installed.returncode != 0:
        raise LookupError('@quri/squiggle-lang could not be installed')
    return [Program('Squiggle', ['node', first(folder, 'squiggle/*.mjs'), '{n}', '{seed}'], trials // 10)]


def ceiling(folder, trials):
    """A kernel written by hand for W1 alone, if there is one: what the processor allows."""
    source = folder / 'ceiling' / 'w1_fast.c'
    if not source.exists():
        return []
    flags = ['-O3', '-ffp-contract=fast', '-fno-math-errno', '-fno-trapping-math', '-w', '-Wno-psabi', '-maes', '-c']
    kinds = {'v3': ['-march=x86-64-v3', '-DSUF=v3', '-DW=8'],
             'v4': ['-march=x86-64-v4', '-mvaes', '-mprefer-vector-width=512', '-DSUF=v4', '-DW=16']}
    objects = [source.with_name(f'{kind}.o') for kind in kinds]
    for output, own in zip(objects, kinds.values()):
        subprocess.run(['gcc', *flags, *own, '-o', output, source.with_name('w1_fast_impl.c')], check=True)
    binary = source.with_suffix('')
    compile_c(binary, source, '-O2', *objects, '-lpthread')
    wide = 'avx512vl' in Path('/proc/cpuinfo').read_text()
    return [Program(f'By hand for W1, {name}', [binary, '{n}', '{seed}', 1, 'sfc', '{repeats}', kind], trials,
                    counted=131072 if kind == 'v3' else 0)
            for name, kind in (('AVX2', 'v3'), ('AVX-512', 'v4')) if kind == 'v3' or wide]


def peers(source, w1, work, trials):
    """The programs of a folder of peers, copied to where they can be built, and why others are left out."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(source, work, copy_function=shutil.copyfile)
    for folder in [work, *work.rglob('*/')]:
        if folder.is_dir():
            folder.chmod(0o755)
    model.write(w1, work)
    found, left_out = [], []
    for name, make in (('NumPy', numpy), ('R', r), ('GSL', gsl), ('Squiggle', squiggle), ('by hand', ceiling)):
        try:
            found += make(work, trials)
        except (LookupError, OSError, AttributeError, TypeError) as why:
            left_out.append(f'{name}: {why}')
    return found, left_out
