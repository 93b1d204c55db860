# SPDX-License-Identifier: GPL-3.0-or-later
"""Small scenarios whose figures follow on paper: CASES maps a name to the file's text and some of its figures."""
from scenarios import scenario, tag

HALF = {'tax_rate': '0.5', 'losses': 'offset'}
CASES = {}


def case(name, periods, rules, lines, period='year', **figures):
    """Adds a case of one alternative; total_cost stands for the figure total-cost."""
    text = scenario(tag('rules', **rules), tag('alternative', *lines, id='a', name='a', kind='it'),
                    period=period, periods=periods)
    CASES[name] = text, {figure.replace('_', '-'): value for figure, value in figures.items()}


def amount(value):
    return tag('amount', exactly=str(value))


def line(kind, *parts, id=None, **attributes):
    return tag(kind, *parts, id=id or kind, name=id or kind, **attributes)


def once(kind, value, period, *parts, id=None):
    """What happens in one period only: capital, residual."""
    return line(kind, amount(value), *parts, tag('when', first=str(period)), id=id)


def flows(*values):
    """Money in and out, period by period, as one benefit and one cost."""
    return [line(kind, tag('by-period', ' '.join(str(max(sign * value, 0)) for value in values), first='0'))
            for kind, sign in (('benefit', 1), ('cost', -1))]


def written_off(method, **how):
    return tag('depreciation', method=method, **how)


# Three spreadsheets give three different single answers to the first two of these.
case('irr-two-roots', 2, {}, flows(-4000, 25000, -25000), irr=[0.25, 4])
case('irr-four-roots', 4, {}, flows(-252, 1431, -3035, 2850, -1000), irr=[1 / 4, 1 / 3, 3 / 7, 2 / 3])
case('irr-none', 2, {}, flows(100, -200, 150), irr=[])
case('irr-of-quarters', 4, {}, flows(-100, 0, 0, 0, 110), period='quarter', irr=[0.1])
# Excel's help on MIRR: 12.61 %.
case('mirr', 5, {'finance_rate': '0.1', 'reinvest_rate': '0.12'}, flows(-120000, 39000, 30000, 21000, 37000, 46000),
     mirr=0.12609413036590511)

case('payback-of-gains-first', 2, {}, flows(30, -50, -50), payback=0)
case('payback-after-a-wait', 3, {}, flows(0, -100, 50, 60), payback=2 + 50 / 60, peak_funding=100)
case('payback-on-the-dot', 2, {}, flows(-100, 50, 50), payback=2, irr=[0])
case('payback-of-months', 3, {}, flows(-100, 50, 0, 100), period='month', payback=2.5 / 12)
case('payback-never', 1, {}, flows(-100, 50), payback=None, discounted_payback=None)
case('discounted-payback', 2, {'discount_rate': '0.25'}, flows(-100, 75, 125), payback=1.2, discounted_payback=1.5)
case('nothing', 3, {'discount_rate': '0.1'}, [], npv=0, irr=[], mirr=None, payback=None, roi=None,
     profitability_index=None, forward_share=None, peak_funding=0)

case('middle-of-the-period', 1, {'discount_rate': '0.21', 'timing': 'middle'}, flows(-100, 121), npv=10)
case('equivalent-annual', 2, {'discount_rate': '0.1'}, flows(-100, 0, 221), equivalent_annual=100 / 2.1)
case('equivalent-annual-without-a-rate', 4, {}, flows(-100, 0, 0, 0, 160), period='quarter', equivalent_annual=60)
case('profitability', 1, {'discount_rate': '0.1'}, flows(-100, 132), profitability_index=1.2, roi=0.2, total_cost=100)

case('tax-carried-forward', 3, {'tax_rate': '0.5'}, flows(-100, 60, 60, 60), cash_flow=[-100, 60, 50, 30])
case('tax-offset', 3, HALF, flows(-100, 60, 60, 60), cash_flow=[-50, 30, 30, 30])

case('straight-line', 5, HALF, [once('capital', 100, 0, written_off('straight-line', periods='4', residual='20'))],
     cash_flow=[-100, 10, 10, 10, 10, 0])
case('declining-balance', 3, HALF, [once('capital', 100, 1, written_off('declining-balance', rate='0.5'))],
     cash_flow=[0, -100, 25, 12.5])
case('macrs-of-quarters', 5, HALF, [once('capital', 100, 0, written_off('macrs', periods='3'))], period='quarter',
     cash_flow=[-100, *[33.33 / 8] * 4, 44.45 / 8])
case('immediate', 3, HALF, [once('capital', 100, 2, written_off('immediate'))], cash_flow=[0, 0, -100, 50])
case('capital-by-period', 4, HALF,
     [line('capital', tag('by-period', '100 0 200'), written_off('straight-line', periods='2'))],
     cash_flow=[-100, 25, -175, 50, 50], costs=[100, 0, 200, 0, 0])
case('sold-above-book-value', 3, HALF,
     [once('capital', 100, 0, written_off('straight-line', periods='4')), once('residual', 70, 2)],
     cash_flow=[-100, 12.5, 70 - 10 + 12.5, 0])
case('sold-twice', 3, HALF,
     [once('capital', 100, 0), once('residual', 30, 3, id='later'), once('residual', 70, 2, id='sooner')],
     cash_flow=[-100, 0, 70 + 15, 30 - 15])
case('working-capital', 3, HALF, [line('working-capital', tag('by-period', '20 50 40 30'))],
     cash_flow=[-20, -30, 10, 40], costs=[0, 0, 0, 0], benefits=[0, 0, 0, 0], irr=[0])

case('growth-and-ramp', 3, {},
     [line('benefit', amount(100), tag('growth', exactly='0.21'), tag('ramp', '0.5 1'))], period='quarter',
     benefits=[0, 50, 100 * 1.21 ** 0.25, 100 * 1.21 ** 0.5])
case('staff-time', 1, {},
     [line('staff-time', tag('hours', exactly='100'), tag('hourly-rate', exactly='50'),
           tag('put-to-use', exactly='0.4'), nature='forward'), line('saving', amount(6000))],
     benefits=[0, 8000], forward_share=0.25)
case('residual-in-no-share', 1, {},
     [line('benefit', amount(10), nature='forward'), once('residual', 90, 1)], benefits=[0, 100], forward_share=1)
case('formula', 1, {},
     [line('benefit', tag('amount', formula='2^3^2 + -2^2 + 2^-1 + (1 <> 2) * max(period, 3) − 8/4/2'))],
     benefits=[0, 512 - 4 + 0.5 + 3 - 1])
