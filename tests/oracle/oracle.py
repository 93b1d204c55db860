#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""oracle.py FILE: what a scenario without ranges comes to, worked out a second time and in another way.

Written from the description of the format and from textbooks of finance, never from the engine, so that an
agreement of the two means something. It takes its time: no arrays, no draws, every figure by its definition.
"""
import json
import math
import sys
import xml.etree.ElementTree as xml
from collections import defaultdict

import formula
import measures

PER_YEAR = {'year': 1, 'quarter': 4, 'month': 12}
BENEFITS = {'benefit', 'saving', 'staff-time', 'avoided-loss'}
# IRS Publication 946, table A-1, half-year convention: per cent of the cost in the 1st, 2nd, … year.
MACRS = {
    3: [33.33, 44.45, 14.81, 7.41],
    5: [20, 32, 19.2, 11.52, 11.52, 5.76],
    7: [14.29, 24.49, 17.49, 12.49, 8.93, 8.92, 8.93, 4.46],
    10: [10, 18, 14.4, 11.52, 9.22, 7.37, 6.55, 6.55, 6.56, 6.55, 3.28],
    15: [5, 9.5, 8.55, 7.7, 6.93, 6.23, 5.9, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 2.95],
    20: [3.75, 7.219, 6.677, 6.177, 5.713, 5.285, 4.888, 4.522, 4.462, 4.461, 4.462, 4.461, 4.462, 4.461,
         4.462, 4.461, 4.462, 4.461, 4.462, 4.461, 2.231],
}


def local(element):
    return element.tag.rpartition('}')[2]


def child(element, name):
    return next((one for one in element if local(one) == name), None)


def number(element, attribute, default=None):
    text = element.get(attribute) if element is not None else None
    return default if text is None else float(text)


class Scenario:
    def __init__(self, path):
        root = xml.parse(path).getroot()
        rules = child(root, 'rules')
        self.title, self.currency = root.get('title'), root.get('currency')
        self.periods, self.per_year = int(root.get('periods')), PER_YEAR[root.get('period')]
        self.middle = rules is not None and rules.get('timing') == 'middle'
        self.offset = rules is not None and rules.get('losses') == 'offset'
        self.rate = number(rules, 'discount-rate', 0.0)
        self.tax_rate = number(rules, 'tax-rate', 0.0)
        self.finance_rate = number(rules, 'finance-rate')
        self.reinvest_rate = number(rules, 'reinvest-rate')
        self.assumptions = {one.get('id').replace('-', '_'): one for one in root.iter() if local(one) == 'assumption'}
        self.drivers = [one.get('id') for one in root.iter() if local(one) == 'driver']
        self.alternatives = [one for one in root if local(one) == 'alternative']
        self.years = [self.time(t) for t in range(self.periods + 1)]

    def time(self, period):
        return (period - (0.5 if self.middle and period > 0 else 0)) / self.per_year

    def assumption(self, name, period):
        return self.value(self.assumptions[name.replace('-', '_')], period)

    def value(self, estimate, period):
        """An estimate that leaves no doubt: stated, worked out, of no width, or with a single outcome."""
        get = estimate.get
        if get('exactly') is not None:
            return float(get('exactly'))
        if get('formula') is not None:
            names = lambda name: float(period) if name == 'period' else self.assumption(name, period)
            return formula.parse(get('formula'))(names)
        cases = [one for one in estimate if local(one) == 'case']
        if len({case.get('value') for case in cases}) == 1:
            return float(cases[0].get('value'))
        if get('low') is not None and get('low') == get('high'):
            return float(get('low'))
        if number(estimate, 'sd') == 0:
            return float(get('mean'))
        if number(estimate, 'log-sd') == 0:
            return math.exp(float(get('log-mean')))
        raise ValueError(f'{estimate.attrib} is not certain')


class Line:
    """A line of an alternative: what it brings in each period, whatever its sign in the cash."""

    def __init__(self, scenario, element):
        self.scenario, self.element, self.kind = scenario, element, local(element)
        when, self.by_period = child(element, 'when'), child(element, 'by-period')
        usual = {'capital': 0, 'working-capital': 0, 'residual': scenario.periods}.get(self.kind, 1)
        self.first = int(number(when, 'first', usual))
        if self.by_period is not None:
            self.first = int(number(self.by_period, 'first', self.first))
        once = self.kind in ('capital', 'residual') and self.by_period is None
        self.last = self.first if once else int(number(when, 'last', scenario.periods))

    def estimate(self, name, period, default=None):
        element = child(self.element, name)
        return default if element is None else self.scenario.value(element, period)

    def happens(self, period):
        chance = min(max(self.estimate('chance', period, 1.0), 0.0), 1.0)
        if chance not in (0.0, 1.0):
            raise ValueError('a chance is not certain')
        return chance

    def amount(self, period):
        if self.by_period is not None:
            values = [float(word) for word in self.by_period.text.split()]
            return values[period - self.first] if 0 <= period - self.first < len(values) else 0.0
        if self.kind == 'staff-time':
            return self.estimate('hours', period) * self.estimate('hourly-rate', period) * \
                self.estimate('put-to-use', period, 1.0)
        if self.kind in ('loss', 'avoided-loss'):
            if self.estimate('events-per-year', period) > 0 and self.estimate('loss-each', period) != 0:
                raise ValueError('events are not certain')
            return 0.0
        return self.estimate('amount', period)

    def ramp(self, period):
        element = child(self.element, 'ramp')
        shares = [1.0] if element is None else [float(word) for word in element.text.split()]
        return shares[min(period - self.first, len(shares) - 1)]

    def growth(self, period):
        yearly = 1 + self.estimate('growth', period, 0.0)
        for follows in (one for one in self.element if local(one) == 'follows'):
            yearly += number(follows, 'factor', 1.0) * self.scenario.assumption(follows.get('assumption'), period)
        years = (period - self.first) / self.scenario.per_year
        return yearly ** years if years else 1.0

    def flow(self, period):
        if not self.first <= period <= min(self.last, self.scenario.periods):
            return 0.0
        return self.happens(period) * self.amount(period) * self.ramp(period) * self.growth(period)

    def flows(self):
        return [self.flow(t) for t in range(self.scenario.periods + 1)]

    def write_off(self, amount, bought):
        """Depreciation by period of what was bought in a period, to the horizon."""
        scenario, element = self.scenario, child(self.element, 'depreciation')
        method = 'none' if element is None else element.get('method')
        schedule = [0.0] * (scenario.periods + 1)
        start = max(bought + 1, 1)
        life = int(number(element, 'periods', 0))
        for t in range(start, scenario.periods + 1):
            age = t - start
            if method == 'straight-line' and age < life:
                schedule[t] = (amount - number(element, 'residual', 0.0)) / life
            elif method == 'declining-balance':
                schedule[t] = (amount - math.fsum(schedule)) * number(element, 'rate')
            elif method == 'immediate' and age == 0:
                schedule[t] = amount
            elif method == 'macrs' and age // scenario.per_year < len(MACRS[life]):
                schedule[t] = amount * MACRS[life][age // scenario.per_year] / 100 / scenario.per_year
        return schedule


class Alternative:
    """By period: cash after tax, benefits and costs before tax, benefits by driver and by nature."""

    def __init__(self, scenario, element):
        self.id, self.name = element.get('id'), element.get('name')
        self.baseline = element.get('baseline') == 'yes'
        self.rate = number(element, 'discount-rate', scenario.rate)
        self.scenario = scenario
        self.lines = [Line(scenario, one) for one in element if child(one, 'amount') is not None or
                      child(one, 'by-period') is not None or child(one, 'hours') is not None or
                      child(one, 'loss-each') is not None]
        n = scenario.periods + 1
        self.benefits, self.costs, self.other, self.forward = ([0.0] * n for _ in range(4))
        self.gains, self.taxed, self.tied = ([0.0] * n for _ in range(3))
        self.drivers = defaultdict(lambda: [0.0] * n)
        for line in self.lines:
            self.add(line)
        self.depreciate()
        self.tax()

    @staticmethod
    def into(row, values, factor=1):
        row[:] = [a + factor * b for a, b in zip(row, values)]

    def add(self, line):
        flows = line.flows()
        if line.kind in BENEFITS:
            rows = [self.benefits, self.gains, self.taxed, self.drivers[line.element.get('driver')]]
            for row in rows + [self.forward] * (line.element.get('nature') == 'forward'):
                self.into(row, flows)
        elif line.kind in ('cost', 'loss'):
            self.into(self.costs, flows)
            self.into(self.taxed, flows, -1)
        elif line.kind == 'capital':
            self.into(self.costs, flows)
        elif line.kind == 'residual':
            self.into(self.benefits, flows)
            self.into(self.taxed, flows)
        elif line.kind == 'working-capital':
            levels = flows[:-1] + [0.0]
            self.into(self.other, [before - now for before, now in zip([0.0] + levels, levels)])

    def depreciate(self):
        n = self.scenario.periods + 1
        bought, written = [0.0] * n, [0.0] * n
        for line in (one for one in self.lines if one.kind == 'capital'):
            for t, amount in enumerate(line.flows()):
                bought[t] += amount
                if amount:
                    self.into(written, line.write_off(amount, t))
        sold = min((line.first for line in self.lines if line.kind == 'residual'), default=n)
        if sold < n:
            written[sold:] = [math.fsum(bought[:sold + 1]) - math.fsum(written[:sold])] + [0.0] * (n - sold - 1)
        self.depreciation = written

    def tax(self):
        carried, self.taxes = 0.0, []
        for flow, written in zip(self.taxed, self.depreciation):
            income = flow - written - carried
            carried = 0.0 if self.scenario.offset else max(-income, 0.0)
            self.taxes.append(self.scenario.tax_rate * (income if self.scenario.offset else max(income, 0.0)))
        self.cash = [b - c + o - tax for b, c, o, tax in zip(self.benefits, self.costs, self.other, self.taxes)]

    def minus(self, baseline):
        """Every figure becomes a difference: what choosing this brings beyond doing nothing."""
        for row in ('cash', 'benefits', 'costs', 'gains', 'forward'):
            self.into(getattr(self, row), getattr(baseline, row), -1)
        for driver, flows in baseline.drivers.items():
            self.into(self.drivers[driver], flows, -1)

    def worth(self, flows):
        return measures.present_value(flows, self.scenario.years, self.rate)

    def figures(self):
        scenario, cash, rate = self.scenario, self.cash, self.rate
        npv, gains, costs = self.worth(cash), self.worth(self.gains), self.worth(self.costs)
        finance, reinvest = (rate if given is None else given
                             for given in (scenario.finance_rate, scenario.reinvest_rate))
        discounted = [flow * (1 + rate) ** -year for flow, year in zip(cash, scenario.years)]
        return {
            'id': self.id, 'name': self.name, 'npv': npv,
            'irr': measures.internal_rates(cash, scenario.years),
            'mirr': measures.modified_rate(cash, scenario.years, finance, reinvest),
            'payback': measures.payback(cash, scenario.per_year),
            'discounted-payback': measures.payback(discounted, scenario.per_year),
            'roi': (self.worth(self.benefits) - costs) / costs if costs else None,
            'profitability-index': 1 + npv / -cash[0] if cash[0] < 0 else None,
            'equivalent-annual': npv / measures.annuity(rate, scenario.periods / scenario.per_year),
            'total-cost': costs,
            'peak-funding': measures.peak_funding(cash),
            'forward-share': self.worth(self.forward) / gains if gains else None,
            'mean': npv, 'sd': 0.0, 'p5': npv, 'p50': npv, 'p95': npv, 'cvar5': npv,
            'loss-probability': float(npv < 0),
            'cash-flow': cash, 'benefits': self.benefits, 'costs': self.costs,
        }


def compare(path):
    """The JSON of `yardstick-cli compare`, as far as it is figures."""
    scenario = Scenario(path)
    alternatives = [Alternative(scenario, one) for one in scenario.alternatives]
    baseline = next((one for one in alternatives if one.baseline), None)
    choices = [one for one in alternatives if one is not baseline]
    if baseline:
        for one in choices:
            one.minus(baseline)
    money = {driver: math.fsum(one.worth(one.drivers[driver]) for one in choices) for driver in scenario.drivers}
    figures = [one.figures() for one in alternatives]
    worth = [0.0 if one is baseline else figure['npv'] for one, figure in zip(alternatives, figures)]
    winners = [value == max(worth) for value in worth]
    for figure, wins in zip(figures, winners):
        figure['best-probability'] = wins / sum(winners)
    return {'title': scenario.title, 'currency': scenario.currency, 'trials': 1, 'evpi': 0.0,
            'best': figures[winners.index(True)]['id'] if figures else None,
            'drivers': [{'id': id, 'present-value': value} for id, value in money.items()],
            'alternatives': figures}


if __name__ == '__main__':
    json.dump(compare(sys.argv[1]), sys.stdout, indent=2)
    print()
