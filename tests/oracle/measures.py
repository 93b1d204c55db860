# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures of a row of flows that fall at given times, in years; rates are per year."""
import math


def present_value(flows, years, rate):
    return math.fsum(flow * (1 + rate) ** -year for flow, year in zip(flows, years))


def _bisect(function, low, high):
    """The root between low and high, where the function has different signs."""
    rising = function(high) > 0
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if (function(middle) > 0) == rising:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def _zeros(terms, reach):
    """All zeros within ±reach of Σ c·exp(−t·s), in ascending order.

    Between two zeros lies a zero of the slope. Dividing by the first exponential first makes the slope a
    sum with one term fewer, so that the zeros are found from the last term backwards (Rolle's theorem).
    """
    signs = [c > 0 for c, _ in terms]
    if all(sign == signs[0] for sign in signs):
        return []
    earliest = terms[0][1]
    shifted = [(c, t - earliest) for c, t in terms]

    def value(s):
        return math.fsum(c * math.exp(-t * s) for c, t in shifted)

    # A slope Σ −t·c·exp(−t·s) has the zeros of Σ t·c·exp(−t·s).
    turns = _zeros([(c * t, t) for c, t in shifted if t > 0], reach)
    edges = [-reach, *turns, reach]
    return [_bisect(value, low, high) for low, high in zip(edges, edges[1:]) if (value(low) > 0) != (value(high) > 0)]


def internal_rates(flows, years):
    """Every rate above −1 at which the present value is zero, in ascending order."""
    terms = [(flow, year) for flow, year in zip(flows, years) if flow != 0]
    if len(terms) < 2:
        return []
    longest = terms[-1][1] - terms[0][1]
    shortest = min(later[1] - sooner[1] for sooner, later in zip(terms, terms[1:]))
    sizes = [abs(flow) for flow, _ in terms]
    # Cauchy's bound on the zeros of a polynomial, kept where exp() does not overflow.
    reach = min(math.log1p(max(sizes) / min(sizes)) / shortest + 1, 700 / longest)
    # Below this the money grows so fast that a double cannot tell the rate from −1.
    return [rate for rate in map(math.expm1, _zeros(terms, reach)) if rate > -1]


def rate_condition(flows, years, rate):
    """How much a root moves for each relative unit of error in the flows."""
    slope = math.fsum(-year * flow * (1 + rate) ** (-year - 1) for flow, year in zip(flows, years))
    size = math.fsum(abs(flow) * (1 + rate) ** -year for flow, year in zip(flows, years))
    return size / abs(slope) if slope else math.inf


def modified_rate(flows, years, finance_rate, reinvest_rate):
    end = years[-1]
    gains = math.fsum(flow * (1 + reinvest_rate) ** (end - year) for flow, year in zip(flows, years) if flow > 0)
    outlays = math.fsum(-flow * (1 + finance_rate) ** -year for flow, year in zip(flows, years) if flow < 0)
    return (gains / outlays) ** (1 / end) - 1 if gains > 0 and outlays > 0 else None


def payback(flows, per_year):
    """Years until what went out has come back; a total that is 0 but for rounding is 0."""
    first = next((t for t, flow in enumerate(flows) if flow), None)
    if first is None or flows[first] > 0:
        return None if first is None else 0.0
    speck = 1e-12 * math.fsum(map(abs, flows))
    for t in range(first + 1, len(flows)):
        before = math.fsum(flows[:t])
        if before + flows[t] >= -speck:
            return (t - 1 + -before / flows[t]) / per_year
    return None


def annuity(rate, years):
    return years if rate == 0 else -math.expm1(-years * math.log1p(rate)) / rate


def peak_funding(flows):
    total, lowest = 0.0, 0.0
    for flow in flows:
        total += flow
        lowest = min(lowest, total)
    return -lowest
