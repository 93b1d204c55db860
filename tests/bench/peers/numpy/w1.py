#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""w1.py TRIALS SEED: W1 with NumPy, vectorised over trials in chunks that fit into the cache."""
import json
import math
import os
import sys
import time

os.environ.setdefault('OMP_NUM_THREADS', '1')
import numpy as np  # noqa: E402

YEARS, WRITTEN_OFF_IN, RATE, TAX, CHUNK = 10, 5, 0.09, 0.25, 4096
trials, seed = int(sys.argv[1]), int(sys.argv[2])
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'model.json'), encoding='utf-8') as file:
    model = json.load(file)
alternatives = [[line for line in model['lines'] if line['alternative'] == a] for a in range(6)]
discount = [(1 + RATE) ** -year for year in range(1, YEARS + 1)]


def draw_amount(random, line, n):
    p1, p2, p3 = line['p1'], line['p2'], line['p3']
    if line['shape'] == 'normal':
        return random.normal(p1, p2, n)
    if line['shape'] == 'lognormal':
        return random.lognormal(p1, p2, n)
    if line['shape'] == 'triangular':
        return random.triangular(p1, p2, p3, n)
    amount = random.beta(1 + 4 * (p2 - p1) / (p3 - p1), 1 + 4 * (p3 - p2) / (p3 - p1), n)
    amount *= p3 - p1
    amount += p1
    return amount


def add_line(random, line, market, cash):
    n = len(market)
    flow = draw_amount(random, line, n)
    flow *= random.random(n) < line['chance']
    growth = random.standard_normal(n)
    growth *= line['growth_sd']
    growth += 1 + line['growth_mean']
    if line['market_factor'] != 0:
        growth += line['market_factor'] * market
    add = np.add if line['sign'] > 0 else np.subtract
    for year in range(line['first'] - 1, YEARS):
        add(cash[year], flow, out=cash[year])
        if year < YEARS - 1:
            flow *= growth


def add_outages(random, outages, cash):
    years, n = cash.shape
    events = random.poisson(outages['a_year'], years * n)
    losses = random.lognormal(outages['log_mean'], outages['log_sd'], events.sum())
    cash -= np.bincount(np.repeat(np.arange(years * n), events), losses, years * n).reshape(years, n)


def settle(cash, capital, worth):
    carried = np.zeros(len(worth))
    worth[:] = -capital
    for year in range(YEARS):
        taxable = cash[year] - carried
        if year < WRITTEN_OFF_IN:
            taxable -= capital / WRITTEN_OFF_IN
        tax = np.maximum(taxable, 0)
        np.subtract(tax, taxable, out=carried)
        tax *= -TAX
        tax += cash[year]
        tax *= discount[year]
        worth += tax


def simulate(random):
    worth = np.empty((len(alternatives), trials))
    for first in range(0, trials, CHUNK):
        n = min(CHUNK, trials - first)
        market = random.normal(0.02, 0.02, n)
        cash = np.empty((YEARS, n))
        for a, lines in enumerate(alternatives):
            cash[:] = 0
            for line in lines:
                add_line(random, line, market, cash)
            if a == model['outages']['alternative']:
                add_outages(random, model['outages'], cash)
            settle(cash, lines[0]['capital'], worth[a, first:first + n])
    return worth


def summarise(worth):
    ranks = [max(1, math.ceil(share * trials - 1e-9)) - 1 for share in (0.05, 0.5, 0.95)]
    mean = worth.mean(1)
    figures = {'mean': mean, 'pneg': (worth < 0).mean(1), 'pbest': np.bincount(worth.argmax(0), minlength=len(worth)) / trials,
               'evpi': worth.max(0).mean() - mean.max()}
    parted = np.partition(worth, ranks, axis=1)
    figures |= {name: parted[:, rank] for name, rank in zip(('p5', 'p50', 'p95'), ranks)}
    figures['cvar5'] = parted[:, :ranks[0] + 1].mean(1)
    return {name: figure.tolist() for name, figure in figures.items()}


wall, cpu = time.perf_counter(), time.process_time()
figures = summarise(simulate(np.random.default_rng(seed)))
print(json.dumps({'wall': time.perf_counter() - wall, 'cpu': time.process_time() - cpu, 'n': trials} | figures))
