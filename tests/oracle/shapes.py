# SPDX-License-Identifier: GPL-3.0-or-later
"""Shapes of an uncertain amount by their quantiles, and what N draws of one must show, with standard errors.

A shape is a function u → quantile, 0 < u < 1; everything else is integrated from it.
"""
import math
from statistics import NormalDist

STANDARD = NormalDist()


def normal(mean, sd):
    return NormalDist(mean, sd).inv_cdf


def normal_between(low, high, confidence=0.9):
    return normal((low + high) / 2, (high - low) / 2 / STANDARD.inv_cdf((1 + confidence) / 2))


def lognormal(log_mean, log_sd):
    return lambda u: math.exp(log_mean + log_sd * STANDARD.inv_cdf(u))


def lognormal_between(low, high, confidence=0.9):
    logs = normal_between(math.log(low), math.log(high), confidence)
    return lambda u: math.exp(logs(u))


def uniform(low, high):
    return lambda u: low + u * (high - low)


def triangular(low, likely, high):
    width, share = high - low, (likely - low) / (high - low)

    def quantile(u):
        return low + width * math.sqrt(u * share) if u < share else high - width * math.sqrt((1 - u) * (1 - share))
    return quantile


def metalog(low, median, high, confidence=0.9):
    """Three terms through three quantiles (Keelin 2016): M(u) = a + b·logit u + c·(u − ½)·logit u."""
    end = (1 + confidence) / 2
    odds = math.log(end / (1 - end))
    spread, skew = (high - low) / 2 / odds, ((high + low) / 2 - median) / ((end - 0.5) * odds)
    return lambda u: median + (spread + skew * (u - 0.5)) * math.log(u / (1 - u))


def _beta_fraction(x, a, b):
    """Lentz's continued fraction for the incomplete beta function (Abramowitz & Stegun 26.5.8)."""
    tiny = 1e-300
    c, d = 1.0, 1 / ((1 - (a + b) * x / (a + 1)) or tiny)
    product = d
    for m in range(1, 400):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / ((1 + term * d) or tiny)
            c = (1 + term / c) or tiny
            product *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return product


def beta_probability(x, a, b):
    """The regularised incomplete beta function."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _beta_fraction(x, a, b) / a
    return 1 - front * _beta_fraction(1 - x, b, a) / b


def between(function, low, high):
    """Where a rising function passes zero."""
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if function(middle) < 0 else (low, middle)
    return (low + high) / 2


def beta(a, b, low=0.0, high=1.0):
    return lambda u: low + (high - low) * between(lambda x: beta_probability(x, a, b) - u, 0.0, 1.0)


def pert(low, likely, high):
    return beta(1 + 4 * (likely - low) / (high - low), 1 + 4 * (high - likely) / (high - low), low, high)


def ends(shape, low, likely, high, confidence=0.9):
    """The shape whose ends lie where low and high become its quantiles: push the ends until they do."""
    tail, least, most = (1 - confidence) / 2, low, high
    for _ in range(200):
        drawn = shape(least, likely, most)
        miss_low, miss_high = low - drawn(tail), high - drawn(1 - tail)
        least, most = least + miss_low, most + miss_high
        if abs(miss_low) + abs(miss_high) < 1e-12 * (high - low):
            break
    return shape(least, likely, most)


class Figures:
    """Mean, deviation, quantiles, worst cases and chance of a loss of one shape, exactly."""

    def __init__(self, quantile):
        self.quantile = quantile
        # The midpoint rule over normal scores: the weights fall off so fast that it is all but exact.
        step = 0.02
        scores = [(k + 0.5) * step for k in range(-400, 400)]
        self.grid = [(STANDARD.pdf(z) * step, STANDARD.cdf(z), quantile(STANDARD.cdf(z))) for z in scores]
        self.mean = self.moment(1, 0)
        self.sd = math.sqrt(self.moment(2, self.mean))

    def moment(self, power, about):
        return math.fsum(weight * (value - about) ** power for weight, _, value in self.grid)

    def slope(self, u, reach=1e-4):
        return (self.quantile(u + reach) - self.quantile(u - reach)) / (2 * reach)

    def loss(self):
        return 0.0 if self.quantile(1e-9) >= 0 else between(lambda u: self.quantile(u) if 0 < u < 1 else -1, 0.0, 1.0)

    def worst(self, share=0.05, steps=4000):
        """Mean and deviation of the lowest share, by the midpoint rule on a scale that dwells on the tail."""
        points = [((k + 0.5) / steps) for k in range(steps)]
        tail = [(4 * v ** 3 / steps, self.quantile(share * v ** 4)) for v in points]
        mean = math.fsum(weight * value for weight, value in tail)
        return mean, math.fsum(weight * (value - mean) ** 2 for weight, value in tail)

    def expected(self, trials):
        """Each statistic with its standard error after so many independent trials."""
        tail, variance = self.worst()
        loss, fourth = self.loss(), self.moment(4, self.mean)
        figures = {
            'mean': (self.mean, self.sd / math.sqrt(trials)),
            'sd': (self.sd, math.sqrt((fourth - self.sd ** 4) / (4 * self.sd ** 2 * trials))),
            'loss-probability': (loss, math.sqrt(loss * (1 - loss) / trials)),
            'cvar5': (tail, math.sqrt((variance + 0.95 * (self.quantile(0.05) - tail) ** 2) / (0.05 * trials))),
        }
        for name, u in (('p5', 0.05), ('p50', 0.5), ('p95', 0.95)):
            figures[name] = self.quantile(u), self.slope(u) * math.sqrt(u * (1 - u) / trials)
        return figures
