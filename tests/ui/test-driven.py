#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-driven.py YARDSTICK SOURCE BUILD: one sitting in front of the window, from the outside.

The checks follow each other in one window, as a user's steps do: each begins where the one before it ended.
"""
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tap import Plan, Skip  # noqa: E402

yardstick, source, build = (Path(argument).resolve() for argument in sys.argv[1:4])
example = source / 'data' / 'examples' / 'one-scale.yardstick'
plan = Plan()
seen = {}


def steps(session, app, wait_for):
    from ui_drive import FOCUSED, PRESSED, SELECTED

    window = app.window()

    def said(pattern):
        labels = window.find_all('label', pattern)
        return labels[0].name if labels else None

    def figures():
        """The verdict, and what the list says of the first alternative, once they have come to rest."""
        now = said(r'is worth .*\$'), said(r'^Production · ')
        time.sleep(0.3)
        return now if all(now) and now == (said(r'is worth .*\$'), said(r'^Production · ')) else None

    def moved():
        return (now := figures()) and now[0] != seen['figures'][0] and now[1] != seen['figures'][1]

    def as_before():
        return figures() == seen['figures']

    def slider(name):
        return window.find('slider', f'^{name}')

    def selected(name):
        """In the list of alternatives and in the table of figures."""
        return [item for item in window.find_all('list item', f'^{name}') if item.has(SELECTED)]

    @plan.check('/ui/driven/open')
    def opened():
        wait_for('the title', lambda: "Where should next year's money go?" in window.name)
        seen['figures'] = wait_for('the verdict', figures)

    @plan.check('/ui/driven/read')
    def read():
        verdict, worth = seen['figures']
        if 'Every seller works the best leads first is worth most: $351,000' not in verdict:
            yield f'The verdict reads: {verdict}'
        if worth != 'Production · $277,000':
            yield f'The list says: {worth}'

    @plan.check('/ui/driven/chart-speaks')
    def chart_speaks():
        chart = window.find('image')
        for words in ('Power mulcher line', '$277'):
            if words not in chart.description:
                yield f'No {words} in: {chart.description}'

    @plan.check('/ui/driven/chart-by-keyboard')
    def chart_by_keyboard():
        def to_chart():
            session.key('Tab')
            time.sleep(0.3)
            return window.find('image').has(FOCUSED)

        wait_for('the focus on the chart', to_chart)
        session.key('Down')
        wait_for('the first mark, spoken', lambda: ': Every seller' in window.find('image').name)
        session.key('Down')
        wait_for('the second mark, spoken', lambda: ': Power mulcher line: $277' in window.find('image').name)
        session.key('Return')
        wait_for('its rows, selected', lambda: len(selected('Power mulcher line')) == 2)

    @plan.check('/ui/driven/what-if')
    def what_if():
        slider('Demand against plan').value = -0.3
        wait_for('other figures', moved)
        wait_for('the value in words', lambda: window.find_all('label', '^−30%$'))

    @plan.check('/ui/driven/before-and-after')
    def before_and_after():
        window.find('button', '^Before$').click()
        wait_for('the figures before', as_before)
        window.find('button', '^After$').click()
        wait_for('the figures after', moved)

    @plan.check('/ui/driven/back')
    def back():
        window.find('button', '^Back to where we began$').click()
        wait_for('the first figures', as_before)
        if slider('Demand against plan').value != 0:
            yield 'The slider has not gone back'

    @plan.check('/ui/driven/cash')
    def cash():
        session.key('alt+2')
        wait_for('the page', lambda: window.find('button', '^Cash$').has(PRESSED))
        session.key('alt+1')
        wait_for('the page before', lambda: window.find('button', '^Compare$').has(PRESSED))

    @plan.check('/ui/driven/quit')
    def leave():
        session.key('ctrl+q')
        status = app.process.wait(10)
        if status != 0:
            yield f'It ended with {status}'

    @plan.check('/ui/driven/no-warnings')
    def no_warnings():
        return app.warnings()


@plan.check('/ui/driven')
def cannot_drive():
    raise Skip(seen['why'])


def main():
    needed = ('Xvfb', 'dbus-daemon', 'xdotool')
    missing = [tool for tool in needed if not shutil.which(tool)]
    try:
        from ui_drive import Session, wait_for
    except ImportError as problem:
        missing.append(str(problem))
    if missing:
        seen['why'] = f'not there: {", ".join(missing)}'
        return plan.run()

    plan.checks.clear()
    with Session({'GSETTINGS_SCHEMA_DIR': str(build / 'data')}) as session:
        steps(session, session.start([yardstick, example]), wait_for)
        return plan.run()


if __name__ == '__main__':
    sys.exit(main())
