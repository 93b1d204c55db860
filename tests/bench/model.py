# SPDX-License-Identifier: GPL-3.0-or-later
"""W1 as other programs are given it: the scenario file as rows of numbers.

W1 is the workload that programs are measured with: 6 alternatives of 8 lines over 10 years, a market growth that
they share, losses that are carried forward, and outages that strike one of them. tests/risk/w1.yardstick is it,
tests/risk/w1-reference.json what it comes to.
"""
import csv
import json
import xml.etree.ElementTree as ElementTree

XML = '{urn:yardstick:scenario}'
FIGURES = ('mean', 'p5', 'p50', 'p95', 'pneg', 'cvar5', 'pbest', 'evpi')
PARAMETERS = {'normal': ('mean', 'sd', None), 'lognormal': ('log-mean', 'log-sd', None),
              'triangular': ('low', 'likely', 'high'), 'pert': ('low', 'likely', 'high')}


def as_list(figure):
    """EVPI is one number, the other figures are one for each alternative."""
    return figure if isinstance(figure, list) else [figure]


def numbers(element, *names):
    return [float(element.get(name, 0)) if name else 0.0 for name in names]


def read_line(line, index, capital):
    amount = line.find(XML + 'amount')
    growth = numbers(line.find(XML + 'growth'), 'mean', 'sd')
    follows = line.find(XML + 'follows')
    p1, p2, p3 = numbers(amount, *PARAMETERS[amount.get('shape')])
    return {'alternative': index, 'capital': capital, 'sign': -1 if line.tag == XML + 'cost' else 1,
            'shape': amount.get('shape'), 'p1': p1, 'p2': p2, 'p3': p3,
            'chance': float(line.find(XML + 'chance').get('exactly')), 'first': int(line.find(XML + 'when').get('first')),
            'growth_mean': growth[0], 'growth_sd': growth[1],
            'market_factor': float(follows.get('factor')) if follows is not None else 0.0}


def read(path):
    """The 48 lines, and the outages with the alternative that they strike."""
    rows, outages = [], {}
    for index, alternative in enumerate(ElementTree.parse(path).getroot().findall(XML + 'alternative')):
        capital = float(alternative.find(f'{XML}capital/{XML}amount').get('exactly'))
        rows += [read_line(line, index, capital) for line in alternative if line.tag in (XML + 'benefit', XML + 'cost')]
        for loss in alternative.findall(XML + 'loss'):
            mu, sigma = numbers(loss.find(XML + 'loss-each'), 'log-mean', 'log-sd')
            outages = {'alternative': index, 'log_mean': mu, 'log_sd': sigma,
                       'a_year': float(loss.find(XML + 'events-per-year').get('exactly'))}
    return rows, outages


def write(path, folder):
    """model.csv and model.json, for programs that read either."""
    rows, outages = read(path)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / 'model.csv', 'w', newline='', encoding='utf-8') as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator='\n')
        writer.writeheader()
        writer.writerows(rows)
    (folder / 'model.json').write_text(json.dumps({'lines': rows, 'outages': outages}), encoding='utf-8')
