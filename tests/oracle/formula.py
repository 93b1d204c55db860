# SPDX-License-Identifier: GPL-3.0-or-later
"""Formulas of a scenario file: parse('2 * customers') gives a function of the names' values.

Comparisons bind weakest, then + and −, then * and /, then the sign, then ^, which is worked out from the
right: −2^2 is −4 and 2^3^2 is 512. A comparison is 1 or 0.
"""
import math
import operator
import re

TOKEN = re.compile(r'\s*(?:((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([A-Za-z_]\w*)|(<>|<=|>=|[-−+*/^(),=<>]))')
COMPARISONS = {'=': operator.eq, '<>': operator.ne, '<': operator.lt, '<=': operator.le,
               '>': operator.gt, '>=': operator.ge}
FUNCTIONS = {'min': min, 'max': max, 'abs': abs, 'exp': math.exp, 'ln': math.log, 'sqrt': math.sqrt}


def tokens(text):
    at, found = 0, []
    text = text.rstrip()
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise ValueError(f'cannot read “{text[at:]}”')
        number, name, sign = match.groups()
        found.append(('number', float(number)) if number else
                     ('name', name) if name else ('sign', sign.replace('−', '-')))
        at = match.end()
    return found + [('end', None)]


class Parser:
    """Each method reads one level of binding and returns a function of value(name)."""

    def __init__(self, text):
        self.tokens = tokens(text)
        self.at = 0

    def take(self, *signs):
        kind, what = self.tokens[self.at]
        if kind == 'sign' and what in signs:
            self.at += 1
            return what
        return None

    def need(self, sign):
        if not self.take(sign):
            raise ValueError(f'“{sign}” expected')

    def left(self, operand, table):
        value = operand()
        while sign := self.take(*table):
            value = self.join(table[sign], value, operand())
        return value

    @staticmethod
    def join(operation, left, right):
        return lambda names: float(operation(left(names), right(names)))

    def comparison(self):
        return self.left(self.sum, COMPARISONS)

    def sum(self):
        return self.left(self.product, {'+': operator.add, '-': operator.sub})

    def product(self):
        return self.left(self.signed, {'*': operator.mul, '/': operator.truediv})

    def signed(self):
        if self.take('-'):
            value = self.signed()
            return lambda names: -value(names)
        if self.take('+'):
            return self.signed()
        return self.power()

    def power(self):
        base = self.atom()
        return self.join(math.pow, base, self.signed()) if self.take('^') else base

    def atom(self):
        kind, what = self.tokens[self.at]
        self.at += 1
        if kind == 'number':
            return lambda names: what
        if kind == 'name' and self.take('('):
            return self.call(what)
        if kind == 'name':
            return lambda names: names(what)
        if what != '(':
            raise ValueError('a number, a name or “(” expected')
        value = self.comparison()
        self.need(')')
        return value

    def call(self, function):
        arguments = [self.comparison()]
        while self.take(','):
            arguments.append(self.comparison())
        self.need(')')
        if function == 'if':
            condition, yes, no = arguments
            return lambda names: yes(names) if condition(names) != 0 else no(names)
        worked = FUNCTIONS[function]
        return lambda names: float(worked(*[argument(names) for argument in arguments]))


def parse(text):
    parser = Parser(text)
    value = parser.comparison()
    if parser.tokens[parser.at][0] != 'end':
        raise ValueError(f'nothing more expected in “{text}”')
    return value
