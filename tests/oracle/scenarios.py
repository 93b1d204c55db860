# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenario files at random, without ranges: every kind of line, every field, every rule, every way to say a number."""
import random
from xml.sax.saxutils import quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
FLOWING = ['cost', 'benefit', 'saving', 'staff-time', 'loss', 'avoided-loss', 'working-capital']


def tag(element, /, *inside, **attributes):
    """An element as text; log_sd becomes log-sd, what is None is left out."""
    given = ''.join(f' {name.replace("_", "-")}={quoteattr(value if isinstance(value, str) else repr(value))}'
                    for name, value in attributes.items() if value is not None)
    return f'<{element}{given}>{"".join(inside)}</{element}>' if inside else f'<{element}{given}/>'


def scenario(*inside, periods=1, period='year', **attributes):
    return HEAD + tag('scenario', *inside, xmlns='urn:yardstick:scenario', version='1', title='Test', currency='EUR',
                      period=period, periods=str(periods), **attributes) + '\n'


class Author:
    """Writes one scenario; the same seed writes the same."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = 0

    def maybe(self, chance):
        return self.random.random() < chance

    def pick(self, *choices):
        return self.random.choice(choices)

    def between(self, low, high):
        return round(self.random.uniform(low, high), self.pick(0, 1, 2, 4) if high > 20 else 4)

    # Numbers

    def expression(self, depth):
        """A formula that stays finite whatever the names stand for."""
        if depth == 0:
            return self.pick('period', f'{self.between(0.1, 3)}', *(name.replace('-', '_') for name in self.scales))
        a, b, c = (self.expression(depth - 1) for _ in range(3))
        return self.pick(
            f'{a} + {b}', f'({a} - {b})', f'({a}) * ({b})', f'({a}) / (1 + abs({b}))', f'-{a} + {b} * {c}',
            f'min({a}, {b})', f'max({a}, {b})', f'exp(min({a}, 1))', f'ln(1 + abs({a}))', f'sqrt(abs({a}))',
            f'abs({a})^0.5', f'-2^2 + ({a}) + 2^-1',
            f'if({a} {self.pick("=", "<>", "<", "<=", ">", ">=")} {b}, {c}, {a})')

    def formula(self, value):
        if value == 0 or self.maybe(0.2):
            return repr(value)
        if self.maybe(0.3):
            return f'if(period < {self.random.randint(1, 6)}, {value!r}, {value * 0.75!r})'
        return f'{value!r} * max(0.5, min(1.5, {self.expression(self.random.randint(0, 3))}))'

    def estimate(self, element, value, steady=False, **attributes):
        """An element that leaves no doubt of its value; a steady one does not change with the period."""
        ways = ['exactly'] * 4 + ['range', 'likely', 'normal', 'case', 'beta']
        way = self.random.choice(ways if steady else ways + ['formula'] * 4)
        if way == 'case':
            return tag(element, tag('case', value=value, weight=self.pick(1.0, 0.25)), **attributes)
        attributes.update({
            'exactly': lambda: {'exactly': value},
            'formula': lambda: {'formula': self.formula(value)},
            'range': lambda: {'low': value, 'high': value, 'shape': self.pick(None, 'normal', 'uniform')},
            'likely': lambda: {'low': value, 'likely': value, 'high': value,
                               'shape': self.pick(None, 'pert', 'triangular', 'metalog')},
            'normal': lambda: {'shape': 'normal', 'mean': value, 'sd': '0'},
            'beta': lambda: {'shape': 'beta', 'alpha': '2', 'beta': '3', 'low': value, 'high': value},
        }[way]())
        return tag(element, **attributes)

    def list_of(self, count, low, high):
        return ' '.join(repr(self.between(low, high)) for _ in range(count))

    # Lines

    def amount(self, low, high):
        if self.maybe(0.25):
            first = self.start = self.random.randint(0, self.periods)
            values = self.list_of(self.random.randint(1, self.periods + 1 - first), low, high)
            return tag('by-period', values, first=str(first))
        return self.estimate('amount', self.between(low, high))

    def shaping(self):
        """What any line that flows may have besides its amount."""
        parts = []
        if self.maybe(0.4):
            parts.append(self.estimate('growth', self.between(-0.1, 0.2)))
        if self.rates and self.maybe(0.4):
            chosen = self.random.sample(self.rates, self.random.randint(1, len(self.rates)))
            parts += [tag('follows', assumption=one, factor=self.pick(0.5, 1.0, -1.5)) for one in chosen]
        if self.maybe(0.2):
            parts.append(self.estimate('chance', self.pick(1.0, 1.0, 1.0, 0.0), steady=True))
        if self.maybe(0.5):
            first = self.random.randint(self.start, self.periods)
            last = self.pick(None, str(self.random.randint(first, self.periods)))
            parts.append(tag('when', first=str(first) if last is None else self.pick(None, str(first)), last=last))
        if self.maybe(0.3):
            parts.append(tag('ramp', self.list_of(self.random.randint(1, 4), 0, 1.2)))
        return parts

    def events(self, avoided):
        rate, each = self.pick((0.0, 500.0), (0.0, 20.0))
        parts = [self.estimate('events-per-year', rate, steady=True), self.estimate('loss-each', each, steady=True)]
        if avoided:
            for name in ('fewer', 'smaller'):
                parts += [self.estimate(name, self.between(0, 1), steady=True)] * self.maybe(0.6)
        return parts

    def content(self, kind):
        self.start = 1
        if kind == 'staff-time':
            parts = [self.estimate('hours', self.between(0, 200)), self.estimate('hourly-rate', self.between(20, 90))]
            return parts + [self.estimate('put-to-use', self.between(0, 1))]
        if kind in ('loss', 'avoided-loss'):
            return self.events(kind == 'avoided-loss')
        return [self.amount(-100, 3000) if kind == 'working-capital' else self.amount(10, 5000)]

    def line(self, kind, *parts, **attributes):
        self.lines += 1
        return tag(kind, *parts, id=f'l{self.lines}', name=f'Line {self.lines}', **attributes)

    def flowing(self, kind):
        gains = kind in ('benefit', 'saving', 'staff-time', 'avoided-loss')
        return self.line(kind, *self.content(kind), *self.shaping(),
                         driver=self.random.choice(self.drivers) if gains and self.drivers else None,
                         nature=self.pick(None, 'forward', 'running') if gains else None)

    def depreciation(self, amount):
        method = self.pick('straight-line', 'declining-balance', 'macrs', 'immediate', 'none')
        life = {'macrs': self.pick(3, 5, 7, 10, 15, 20), 'straight-line': self.random.randint(1, 12)}.get(method)
        scrap = self.pick(None, 0.0, round(amount / 10)) if method == 'straight-line' and amount else None
        return tag('depreciation', method=method, periods=life, residual=scrap,
                   rate=self.between(0.05, 0.6) if method == 'declining-balance' else None)

    def capital(self):
        """Bought early, so that nothing is bought after it is sold."""
        if self.maybe(0.2):
            bought = tag('by-period', self.list_of(self.random.randint(1, self.early + 1), 0, 3000))
            return self.line('capital', bought, self.depreciation(0))
        value = self.between(100, 10000)
        parts = [self.estimate('amount', value)] + [self.depreciation(value)] * self.maybe(0.85)
        if self.maybe(0.4):
            parts.append(tag('when', first=str(self.random.randint(0, self.early))))
        return self.line('capital', *parts)

    def residual(self):
        parts = [self.estimate('amount', self.between(0, 2000))]
        if self.maybe(0.5):
            parts.append(tag('when', first=str(self.random.randint(self.early + 1, self.periods))))
        return self.line('residual', *parts)

    # The scenario

    def alternative(self, number, baseline):
        self.early = self.random.randint(0, (self.periods - 1) // 2)
        lines = [self.flowing(self.random.choice(FLOWING)) for _ in range(self.random.randint(0, 6))]
        lines += [self.capital() for _ in range(self.pick(0, 1, 1, 2, 3))]
        lines += [self.residual() for _ in range(self.pick(0, 0, 1, 2))]
        self.random.shuffle(lines)
        rate = self.pick(None, None, None, self.between(0, 0.3))
        return tag('alternative', *lines, id=f'a{number}', name=f'Alternative {number}', kind='it',
                   baseline='yes' if baseline else None, discount_rate=rate)

    def assumptions(self):
        self.scales = [f'scale-{i}' for i in range(self.random.randint(0, 3))]
        self.rates = [f'rate-{i}' for i in range(self.random.randint(0, 2))]
        scales, self.scales, made = self.scales, [], []
        for name in scales:
            made.append(self.estimate('assumption', self.between(0.2, 3), id=name, name=name))
            self.scales.append(name)
        made += [self.estimate('assumption', self.between(-0.04, 0.04), id=name, name=name) for name in self.rates]
        self.random.shuffle(made)
        return made

    def rules(self):
        """Each rule may be left out."""
        said = {'discount_rate': self.between(0, 0.25), 'tax_rate': self.between(0, 0.5),
                'timing': self.pick('end', 'middle'), 'losses': self.pick('offset', 'carry-forward'),
                'reinvest_rate': self.between(0, 0.2), 'finance_rate': self.between(0, 0.2)}
        return tag('rules', **{name: value for name, value in said.items() if self.maybe(0.75)})

    def write(self):
        period = self.pick('year', 'year', 'quarter', 'month')
        self.periods = self.random.randint(1, {'year': 12, 'quarter': 20, 'month': 30}[period])
        self.drivers = [f'd{i}' for i in range(self.random.randint(0, 3))]
        drivers = [tag('driver', id=one, name=one, weight='10') for one in self.drivers]
        count = self.random.randint(1, 4)
        baseline = self.random.randrange(count) if self.maybe(0.3) else None
        assumptions = self.assumptions()
        alternatives = [self.alternative(i, i == baseline) for i in range(count)]
        return scenario(self.rules(), tag('drivers', *drivers), tag('assumptions', *assumptions), *alternatives,
                        periods=self.periods, period=period)
