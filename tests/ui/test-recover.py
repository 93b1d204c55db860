#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-recover.py YARDSTICK SOURCE BUILD: the program is killed in the middle of the work, and started anew.

The checks follow each other, as in test-driven.py.
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


def steps(session, wait_for):
    from ui_drive import FOCUSED

    file = session.home / 'money.yardstick'
    shutil.copy(example, file)
    original = file.read_text()
    kept = session.home / '.local' / 'state' / 'yardstick' / 'recovery'

    def start(*arguments):
        seen['app'] = session.start([yardstick, *arguments])
        seen['window'] = seen['app'].window()

    def window(pattern):
        """The dialog is a window, too."""
        return [w for w in seen['app'].root.children if w.extents[2] > 1 and w.find_all('label', pattern)]

    def title():
        return [w.name for w in seen['app'].root.children if 'next year' in w.name]

    def in_question():
        session.key('Tab')
        time.sleep(0.3)
        return seen['window'].find('text', '^Question$').has(FOCUSED)

    @plan.check('/ui/recover/kill')
    def kill():
        start(file)
        wait_for('the title', title)
        session.key('alt+4')
        wait_for('the focus in the first field', in_question)
        session.key('End', '2')
        wait_for('the mark of what is not saved', lambda: title()[0].startswith('• '))
        time.sleep(5)
        seen['app'].process.kill()
        seen['app'].process.wait()
        if file.read_text() != original:
            yield 'The file has changed'

    @plan.check('/ui/recover/recover')
    def recover():
        start()
        wait_for('the question', lambda: window('^Recover unsaved work'))
        session.key('Return')
        wait_for('the title', title)
        if not title()[0].startswith('• '):
            yield f'The title is {title()[0]}'
        if file.read_text() != original:
            yield 'The file has changed'

    @plan.check('/ui/recover/save')
    def save():
        session.key('ctrl+s')
        wait_for('the title without the mark', lambda: title() and not title()[0].startswith('• '))
        if 'money go?2"' not in file.read_text():
            yield 'The file does not have what was typed'
        if list(kept.iterdir()):
            yield f'Left: {list(kept.iterdir())}'
        session.key('ctrl+q')
        if seen['app'].process.wait(10) != 0:
            yield 'It has not ended well'

    @plan.check('/ui/recover/no-question')
    def no_question():
        start()
        time.sleep(1.5)
        if window('^Recover unsaved work'):
            yield 'It asks again'
        session.key('ctrl+q')
        seen['app'].process.wait(10)
        yield from seen['app'].warnings()


@plan.check('/ui/recover')
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
        steps(session, wait_for)
        return plan.run()


if __name__ == '__main__':
    sys.exit(main())
