#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-sampling.py PROGRAM: what is drawn from ranges, where mean, deviation and more are known in closed form.
"""
import math
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import shapes  # noqa: E402
from scenarios import tag  # noqa: E402
from shapes import STANDARD, Figures  # noqa: E402
from stories import (ERRORS, LOG_MEAN, LOG_SD, LOSS, LOSS_SQUARED, SEVERITY, TRIALS, alternative, assumption,  # noqa: E402
                     every_seed, line, mean_and_sd, moves, normal, off, share, story, uniform)
from tap import Plan  # noqa: E402

plan = Plan()


# Every shape: all statistics of a single amount

SHAPES = {
    'normal': (normal(10, 8), shapes.normal(10, 8)),
    'normal-range': ({'low': -20, 'high': 60}, shapes.normal_between(-20, 60)),
    'normal-range-8-in-10': ({'low': 20, 'high': 60, 'shape': 'normal', 'confidence': 0.8},
                             shapes.normal_between(20, 60, 0.8)),
    'lognormal': (SEVERITY, shapes.lognormal(LOG_MEAN, LOG_SD)),
    'lognormal-range': ({'low': 1, 'high': 10}, shapes.lognormal_between(1, 10)),
    'lognormal-range-half': ({'low': 2, 'high': 3, 'confidence': 0.5}, shapes.lognormal_between(2, 3, 0.5)),
    'uniform': (uniform(-1, 4), shapes.uniform(-1, 4)),
    'triangular': ({'low': -2, 'likely': 1, 'high': 9, 'shape': 'triangular'}, shapes.triangular(-2, 1, 9)),
    'triangular-likely-range': ({'low': 0, 'likely': 1, 'high': 4, 'shape': 'triangular', 'bounds': 'likely-range'},
                                shapes.ends(shapes.triangular, 0, 1, 4)),
    'pert': ({'low': -1, 'likely': 0, 'high': 5}, shapes.pert(-1, 0, 5)),
    'pert-at-the-end': ({'low': 0, 'likely': 0, 'high': 5, 'shape': 'pert'}, shapes.pert(0, 0, 5)),
    'pert-likely-range': ({'low': 0.35, 'likely': 0.7, 'high': 0.9, 'bounds': 'likely-range'},
                          shapes.ends(shapes.pert, 0.35, 0.7, 0.9)),
    'pert-likely-range-8-in-10': ({'low': 3, 'likely': 4, 'high': 9, 'bounds': 'likely-range', 'confidence': 0.8},
                                  shapes.ends(shapes.pert, 3, 4, 9, 0.8)),
    'metalog': ({'low': 1, 'likely': 3, 'high': 8, 'shape': 'metalog'}, shapes.metalog(1, 3, 8)),
    'metalog-8-in-10': ({'low': -4, 'likely': 3, 'high': 8, 'shape': 'metalog', 'confidence': 0.8},
                        shapes.metalog(-4, 3, 8, 0.8)),
    'beta': ({'shape': 'beta', 'alpha': 2, 'beta': 5}, shapes.beta(2, 5)),
    'beta-between': ({'shape': 'beta', 'alpha': 0.7, 'beta': 1.5, 'low': -1, 'high': 3}, shapes.beta(0.7, 1.5, -1, 3)),
}


def shape(how, quantile):
    expected = Figures(quantile).expected(TRIALS)
    for seed, result in every_seed(story(alternative(line('benefit', amount=how)))):
        got = result['alternatives'][0]
        for figure, (right, error) in expected.items():
            yield from off(f'seed {seed}: {figure}', got[figure], right, error)


for name, (how, quantile) in SHAPES.items():
    plan.add(f'/sampling/shape/{name}', shape, how, quantile)


@plan.check('/sampling/shape/cases')
def cases():
    outcomes = ''.join(tag('case', value=str(value), weight=str(weight)) for value, weight in ((4, 2), (-3, 1), (1, 5)))
    text = story(alternative(line('benefit', tag('amount', outcomes))))
    mean, sd = 10 / 8, math.sqrt(46 / 8 - (10 / 8) ** 2)
    return mean_and_sd(text, mean, sd, loss_probability=share(1 / 8), p5=(-3, 0), p50=(1, 0), p95=(4, 0), cvar5=(-3, 0))


# What is drawn together, and what is not

@plan.check('/sampling/draws/estimates-are-independent')
def estimates_are_independent():
    text = story(alternative(line('benefit', amount=normal(50, 3)), line('saving', amount=normal(50, 4)),
                             line('cost', amount=normal(90, 12))))
    total = Figures(shapes.normal(10, 13)).expected(TRIALS)
    return mean_and_sd(text, 10, 13, **{name: pair for name, pair in total.items() if name not in ('mean', 'sd')})


@plan.check('/sampling/draws/an-assumption-is-one-draw')
def an_assumption_is_one_draw():
    demand = [assumption('the-demand', normal(50, 3))]
    gain = line('benefit', amount='the_demand')
    twice = story(alternative(gain, line('saving', amount='2 * the_demand')), assume=demand)
    none = story(alternative(gain, line('cost', amount='the_demand')), assume=demand)
    yield from mean_and_sd(twice, 150, 9)
    yield from mean_and_sd(none, 0, 0, p5=(0, 0), loss_probability=(0, 0))


@plan.check('/sampling/draws/one-draw-for-all-periods')
def one_draw_for_all_periods():
    return mean_and_sd(story(alternative(line('benefit', amount=normal(10, 2))), periods=5), 50, 10)


@plan.check('/sampling/draws/chance')
def chance():
    """One toss for all periods: 4 × 100 or nothing."""
    text = story(alternative(line('benefit', amount=normal(-100, 10), chance=0.3)), periods=4)
    return mean_and_sd(text, -120, 4 * math.sqrt(0.3 * (100 + 10000) - 900), loss_probability=share(0.3), p95=(0, 0))


@plan.check('/sampling/draws/chance-in-a-range')
def chance_in_a_range():
    text = story(alternative(line('cost', amount=100, chance=uniform(0.2, 0.6))))
    return mean_and_sd(text, -40, 100 * math.sqrt(0.24), loss_probability=share(0.4))


@plan.check('/sampling/draws/chance-kept-within-0-and-1')
def chance_kept_within():
    """A normal chance around 1 is 1 half of the time: its mean is 1 − sd / √(2π)."""
    text = story(alternative(line('cost', amount=1, chance=normal(1, 0.2))))
    mean = 1 - 0.2 / math.sqrt(2 * math.pi)
    return mean_and_sd(text, -mean, math.sqrt(mean * (1 - mean)), loss_probability=share(mean))


@plan.check('/sampling/draws/staff-time')
def staff_time():
    freed = line('staff-time', hours=uniform(10, 30), hourly_rate=normal(50, 5), put_to_use=uniform(0, 1))
    text = story(alternative(freed))
    squares = (400 + 100 / 3) * 2525 / 3
    return mean_and_sd(text, 500, math.sqrt(squares - 500 ** 2))


@plan.check('/sampling/draws/no-less-independent-than-plain')
def no_less_independent():
    """Points that are spread evenly must not pay for it where two quantities meet: a product of two standard
    normals is off by 1/√N in a root mean square over many pairs, as with plain random numbers."""
    pairs = range(1, 101)
    text = story(alternative(*(line('benefit', amount=f'a{i} * b{i}', id=f'l{i}', first=i, last=i) for i in pairs)),
                 assume=[assumption(f'{name}{i}', normal(0, 1)) for i in pairs for name in 'ab'], periods=len(pairs))
    off_by = [mean * math.sqrt(TRIALS) for _, result in every_seed(text)
              for mean in result['alternatives'][0]['cash-flow'][1:]]
    got = math.sqrt(math.fsum(error ** 2 for error in off_by) / len(off_by))
    if got > 1 + ERRORS / math.sqrt(2 * len(off_by)):
        yield f'off by {got} standard errors of plain random numbers'


# Growth

def powers_of_normal(mean, sd, highest):
    """E[X^k] for k = 0, 1, … of a normal X."""
    moments = [1.0, mean]
    for k in range(2, highest + 1):
        moments.append(mean * moments[-1] + (k - 1) * sd ** 2 * moments[-2])
    return moments


@plan.check('/sampling/growth/normal-and-followed')
def growth():
    """1 + growth + 1.5 · market is normal, so that the moments of its powers are known."""
    follows = tag('follows', assumption='market', factor='1.5')
    text = story(alternative(line('benefit', follows, amount=100, growth=normal(0.03, 0.04))),
                 assume=[assumption('market', normal(0.02, 0.03))], periods=10)
    moments = powers_of_normal(1.06, math.hypot(0.04, 0.045), 18)
    for seed, result in every_seed(text):
        for k, got in enumerate(result['alternatives'][0]['cash-flow'][1:]):
            sd = 100 * math.sqrt(max(moments[2 * k] - moments[k] ** 2, 0))
            yield from off(f'seed {seed}: period {k + 1}', got, 100 * moments[k], sd / math.sqrt(TRIALS))


@plan.check('/sampling/growth/quarters')
def growth_by_quarters():
    """E[X^s] of X uniform between 0.9 and 1.3 is (1.3^(s+1) − 0.9^(s+1)) / (0.4 (s+1))."""
    def moment(s):
        return (1.3 ** (s + 1) - 0.9 ** (s + 1)) / (0.4 * (s + 1))
    text = story(alternative(line('benefit', amount=100, growth=uniform(-0.1, 0.3))), periods=7, period='quarter')
    for seed, result in every_seed(text):
        for k, got in enumerate(result['alternatives'][0]['cash-flow'][1:]):
            sd = 100 * math.sqrt(max(moment(k / 2) - moment(k / 4) ** 2, 0))
            yield from off(f'seed {seed}: period {k + 1}', got, 100 * moment(k / 4), sd / math.sqrt(TRIALS))


# Events

@plan.check('/sampling/events/compound-poisson')
def compound_poisson():
    text = story(alternative(line('loss', events_per_year=0.7, loss_each=SEVERITY)))
    return mean_and_sd(text, -0.7 * LOSS, math.sqrt(0.7 * LOSS_SQUARED), loss_probability=share(1 - math.exp(-0.7)))


@plan.check('/sampling/events/many')
def many_events():
    text = story(alternative(line('loss', events_per_year=40, loss_each=SEVERITY)))
    return mean_and_sd(text, -40 * LOSS, math.sqrt(40 * LOSS_SQUARED))


@plan.check('/sampling/events/quarters-grown-and-discounted')
def events_by_quarters():
    """Periods are independent, so that variances add, each with its factor squared; growth starts in period 3."""
    harm = line('loss', tag('ramp', '0.5 1'), events_per_year=1.2, loss_each=SEVERITY, growth=0.1, first=3)
    text = story(alternative(harm), rules={'discount_rate': '0.08'}, periods=8, period='quarter')
    factors = [(0.5 if t == 3 else 1) * 1.1 ** ((t - 3) / 4) / 1.08 ** (t / 4) for t in range(3, 9)]
    variance = 0.3 * LOSS_SQUARED * math.fsum(factor ** 2 for factor in factors)
    return mean_and_sd(text, -0.3 * LOSS * math.fsum(factors), math.sqrt(variance),
                       loss_probability=share(1 - math.exp(-1.8)))


@plan.check('/sampling/events/rate-in-a-range')
def events_with_a_rate_in_a_range():
    """Var = E[rate] E[X²] + Var[rate] E[X]²; the rate is one draw for both years."""
    text = story(alternative(line('loss', events_per_year=uniform(0, 2), loss_each=SEVERITY)), periods=2)
    return mean_and_sd(text, -2 * LOSS, math.sqrt(2 * LOSS_SQUARED + 4 / 3 * LOSS ** 2))


@plan.check('/sampling/events/a-formula-is-shared-by-all-events')
def events_that_share_a_loss():
    """N events of one size X: E[(NX)²] = (r + r²) E[X²]."""
    text = story(alternative(line('loss', events_per_year=1.5, loss_each='each')),
                 assume=[assumption('each', SEVERITY)])
    return mean_and_sd(text, -1.5 * LOSS, math.sqrt(3.75 * LOSS_SQUARED - (1.5 * LOSS) ** 2))


@plan.check('/sampling/events/scaled-by-chance')
def events_that_may_never_come():
    text = story(alternative(line('loss', events_per_year=0.7, loss_each=SEVERITY, chance=0.4)), periods=2)
    square = 1.4 * LOSS_SQUARED + (1.4 * LOSS) ** 2
    return mean_and_sd(text, -0.56 * LOSS, math.sqrt(0.4 * square - (0.56 * LOSS) ** 2),
                       loss_probability=share(0.4 * (1 - math.exp(-1.4))))


@plan.check('/sampling/events/avoided')
def avoided():
    """Of an event of size X, X is avoided with chance 0.5, else 0.4 X: E[share²] = 0.5 + 0.5 · 0.16."""
    text = story(alternative(line('avoided-loss', events_per_year=0.7, loss_each=SEVERITY, fewer=0.5, smaller=0.4)))
    return mean_and_sd(text, 0.7 * LOSS * 0.7, math.sqrt(0.7 * LOSS_SQUARED * 0.58))


@plan.check('/sampling/events/avoided-only-fewer')
def avoided_fewer():
    """Events that no longer happen are a Poisson stream of their own."""
    text = story(alternative(line('avoided-loss', events_per_year=2, loss_each=SEVERITY, fewer=0.25)))
    return mean_and_sd(text, 0.5 * LOSS, math.sqrt(0.5 * LOSS_SQUARED), p5=(0, 0))


@plan.check('/sampling/events/avoided-in-ranges')
def avoided_in_ranges():
    """fewer and smaller are uniform and drawn once per trial: the share avoided s has E[s] = 3/4, and given both,
    the trial is compound Poisson of shares 1 with chance f, else s."""
    saved = line('avoided-loss', events_per_year=1, loss_each=SEVERITY, fewer=uniform(0, 1), smaller=uniform(0, 1))
    text = story(alternative(saved))
    share_squared = 1 / 2 + 1 / 2 * 1 / 3
    spread = 1 - 2 * 1 / 4 + 1 / 9 - 9 / 16
    return mean_and_sd(text, 0.75 * LOSS, math.sqrt(LOSS_SQUARED * share_squared + spread * LOSS ** 2))


# Correlation

def achieved(a, b, correlation, mean, sd):
    """The mean of a product tells how two assumptions move together."""
    text = story(alternative(line('benefit', amount='a * b')),
                 assume=[assumption('a', a), assumption('b', b), moves('a', 'b', correlation)])
    return mean_and_sd(text, mean, sd)


def pearson(rank):
    return 2 * math.sin(math.pi * rank / 6)


for rank in (-1, -0.6, 0.4, 0.9, 1):
    moved = pearson(rank)
    # Var[ab] = μ²σ² (2 + 2ρ) + σ⁴ (1 + ρ²), for both of mean μ and deviation σ.
    plan.add(f'/sampling/correlation/normal/{rank}', achieved, normal(5, 2), normal(5, 2), rank, 25 + 4 * moved,
             math.sqrt(100 * (2 + 2 * moved) + 16 * (1 + moved ** 2)))


def uniform_correlation(rank):
    """Ranks of a uniform are its values: E[ab] = 1/4 + rank/12."""
    text = story(alternative(line('benefit', amount='a * b')),
                 assume=[assumption('a', uniform(0, 1)), assumption('b', uniform(0, 1)), moves('a', 'b', rank)])
    for seed, result in every_seed(text):
        got = result['alternatives'][0]
        yield from off(f'seed {seed}: mean', got['mean'], 1 / 4 + rank / 12, got['sd'] / math.sqrt(TRIALS))


for rank in (-0.8, 0.3, 0.7):
    plan.add(f'/sampling/correlation/uniform/{rank}', uniform_correlation, rank)


def pairs(correlations, expected):
    """Means of the products of three normal assumptions of mean 5 and deviation 2, one in each period."""
    assume = [assumption(id, normal(5, 2)) for id in 'abc'] + [moves(*ids, rank) for ids, rank in correlations.items()]
    lines = [line('benefit', amount='*'.join(ids), id=ids, first=t, last=t) for t, ids in enumerate(expected, 1)]
    for seed, result in every_seed(story(alternative(*lines), assume=assume, periods=3)):
        for got, (ids, moved) in zip(result['alternatives'][0]['cash-flow'][1:], expected.items()):
            error = math.sqrt((100 * (2 + 2 * moved) + 16 * (1 + moved ** 2)) / TRIALS)
            yield from off(f'seed {seed}: {ids}', got, 25 + 4 * moved, error)


plan.add('/sampling/correlation/three', pairs, {'ab': 0.5, 'bc': -0.4},
         {'ab': pearson(0.5), 'bc': pearson(-0.4), 'ac': 0})
# Turned round in a, these are three equal correlations of −0.908; nearest to them that can be are three of −½.
plan.add('/sampling/correlation/impossible', pairs, {'ab': 0.9, 'ac': 0.9, 'bc': -0.9},
         {'ab': 0.5, 'ac': 0.5, 'bc': -0.5})


# Tax, trial by trial

@plan.check('/sampling/tax/no-tax-on-a-loss')
def tax_on_gains_only():
    """Of X normal(1, 10), 0.3 max(X, 0) is taxed; E[max(X, 0)] = μ Φ(μ/σ) + σ φ(μ/σ)."""
    gain = STANDARD.cdf(0.1) + 10 * STANDARD.pdf(0.1)
    square = 101 * STANDARD.cdf(0.1) + 10 * STANDARD.pdf(0.1)
    sd = math.sqrt(101 - 2 * 0.3 * square + 0.09 * square - (1 - 0.3 * gain) ** 2)
    text = story(alternative(line('benefit', amount=normal(1, 10))), rules={'tax_rate': '0.3'})
    return mean_and_sd(text, 1 - 0.3 * gain, sd, loss_probability=share(STANDARD.cdf(-0.1)))


@plan.check('/sampling/tax/carried-forward')
def tax_carried_forward():
    """Year 1 costs X, uniform(50, 150), year 2 brings 100: max(100 − X, 0) is taxed, 12.5 on average."""
    text = story(alternative(line('cost', amount=uniform(50, 150), last=1), line('benefit', amount=100, first=2)),
                 rules={'tax_rate': '0.4'}, periods=2)
    for seed, result in every_seed(text):
        got = result['alternatives'][0]
        error = 0.4 * math.sqrt(1250 / 3 - 12.5 ** 2) / math.sqrt(TRIALS)
        yield from off(f'seed {seed}: tax', got['benefits'][2] - got['cash-flow'][2], 5, error)


if __name__ == '__main__':
    sys.exit(plan.run())
