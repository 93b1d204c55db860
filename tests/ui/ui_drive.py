# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a GTK 4 program as a user and a screen reader do: on a display, a bus and a home of its own.

AT-SPI is spoken directly over D-Bus, with time limits: libatspi can wait for ever for a program that sends
events while it is asked, and it remembers what has changed since.

    with Session(env={...}) as session:
        app = session.start(['build/app/yardstick'])
        app.window().find('button', 'Cash').click()
        session.key('ctrl+q')
"""
import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from gi.repository import Gio, GLib

ATSPI = 'org.a11y.atspi.'
ROLES = {7: 'check box', 16: 'dialog', 23: 'frame', 27: 'image', 29: 'label', 31: 'list', 32: 'list item',
         35: 'menu item', 39: 'panel', 43: 'button', 51: 'slider', 61: 'text',
         62: 'button'}  # a toggle button is either, by the version of GTK
FOCUSED, PRESSED, SELECTED, VISIBLE = 12, 20, 23, 30
BAD = re.compile(r'-CRITICAL|-WARNING|-ERROR|AddressSanitizer|LeakSanitizer|runtime error:|Bail out')
NOT_THE_PROGRAM = re.compile(r'Failed to set fd limit|Unable to acquire session bus|libEGL warning|MESA')


def wait_for(what, condition, timeout=15.0):
    """Asks until the answer is something true; returns that."""
    end = time.monotonic() + timeout
    while True:
        problem = None
        try:
            answer = condition()
            if answer:
                return answer
        except GLib.Error as error:  # the tree is changing under our feet
            problem = error
        if time.monotonic() > end:
            raise AssertionError(f'waited in vain for {what}' + (f': {problem}' if problem else ''))
        time.sleep(0.05)


class Node:
    """One thing a screen reader can see."""

    def __init__(self, session, bus, path):
        self.session, self.bus, self.path = session, bus, path

    def __repr__(self):
        return f'<{self.role} {self.name!r}>'

    def call(self, interface, method, signature=None, *arguments):
        variant = GLib.Variant(signature, arguments) if signature else None
        return self.session.call(self.bus, self.path, ATSPI + interface, method, variant)

    def get(self, interface, name):
        variant = GLib.Variant('(ss)', (ATSPI + interface, name))
        return self.session.call(self.bus, self.path, 'org.freedesktop.DBus.Properties', 'Get', variant)[0]

    @property
    def role(self):
        return ROLES.get(self.call('Accessible', 'GetRole')[0], '')

    @property
    def name(self):
        return self.get('Accessible', 'Name')

    @property
    def description(self):
        return self.get('Accessible', 'Description')

    def has(self, state):
        word = self.call('Accessible', 'GetState')[0][state // 32]
        return bool(word >> state % 32 & 1)

    @property
    def extents(self):
        """x, y, width, height in the window: a part that is not shown has no size."""
        return self.call('Component', 'GetExtents', '(u)', 1)[0]

    @property
    def children(self):
        return [Node(self.session, bus, path) for bus, path in self.call('Accessible', 'GetChildren')[0]
                if not path.endswith('/null')]

    def walk(self):
        """Itself and all below it; what goes away in the meantime is left out."""
        yield self
        children = []
        with contextlib.suppress(GLib.Error):
            children = self.children
        for child in children:
            yield from child.walk()

    def find_all(self, role, name=None):
        found = []
        for node in self.walk():
            with contextlib.suppress(GLib.Error):
                if node.role == role and (name is None or re.search(name, node.name)) and node.extents[2] > 0:
                    found.append(node)
        return found

    def find(self, role, name=None, nth=0):
        return wait_for(f'{role} {name!r}', lambda: self.find_all(role, name)[nth:nth + 1])[0]

    @property
    def value(self):
        return self.get('Value', 'CurrentValue')

    @value.setter
    def value(self, value):
        variant = GLib.Variant('(ssv)', (ATSPI + 'Value', 'CurrentValue', GLib.Variant('d', value)))
        self.session.call(self.bus, self.path, 'org.freedesktop.DBus.Properties', 'Set', variant)

    def act(self, name):
        count = self.get('Action', 'NActions')
        names = [self.call('Action', 'GetName', '(i)', number)[0] for number in range(count)]
        assert name in names, f'{self!r} cannot {name}, only {names}'
        self.call('Action', 'DoAction', '(i)', names.index(name))

    def click(self):
        self.act('click')


class App:
    def __init__(self, session, command):
        self.session = session
        self.log = session.home / 'stderr'
        with open(self.log, 'wb') as log:
            self.process = subprocess.Popen(command, env=session.env, stdin=subprocess.DEVNULL,
                                            stdout=subprocess.DEVNULL, stderr=log, start_new_session=True)
        self.root = wait_for('the program on the accessibility bus', self.look)

    def look(self):
        assert self.process.poll() is None, f'ended with {self.process.returncode}: {self.log.read_text()}'
        desktop = Node(self.session, ATSPI + 'Registry', '/org/a11y/atspi/accessible/root')
        for node in desktop.children:
            pid = self.session.call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                    'GetConnectionUnixProcessID', GLib.Variant('(s)', (node.bus,)))[0]
            if pid == self.process.pid:
                return node
        return None

    def window(self):
        return wait_for('a window', lambda: [w for w in self.root.children if w.extents[2] > 1])[0]

    def warnings(self):
        lines = self.log.read_text(errors='replace').splitlines()
        return [line for line in lines if BAD.search(line) and not NOT_THE_PROGRAM.search(line)]


class Session:
    """A private display, window manager, bus and home."""

    def __init__(self, env, screen='1280x800'):
        self.extra, self.screen = env, screen
        self.processes = []

    def __enter__(self):
        self.home = Path(tempfile.mkdtemp(prefix='yardstick-ui-'))
        try:
            self.open()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(5)
        shutil.rmtree(self.home, ignore_errors=True)

    def spawn(self, *command, **options):
        quiet = {'stdout': subprocess.DEVNULL, 'stderr': subprocess.DEVNULL}
        process = subprocess.Popen(command, start_new_session=True, **{**quiet, **options})
        self.processes.append(process)
        return process

    def open(self):
        (self.home / 'runtime').mkdir(mode=0o700)
        config = self.home / '.config' / 'gtk-4.0'
        config.mkdir(parents=True)
        (config / 'settings.ini').write_text('[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\n')
        self.env = {'PATH': os.environ['PATH'], 'HOME': str(self.home), 'LANG': 'C.UTF-8',
                    'XDG_RUNTIME_DIR': str(self.home / 'runtime'), 'XDG_CONFIG_HOME': str(config.parent),
                    'DISPLAY': self.open_display(), 'GDK_BACKEND': 'x11', 'GDK_DEBUG': 'gl-disable',
                    'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'memory', 'GIO_USE_VFS': 'local',
                    'GTK_USE_PORTAL': '0', **self.extra}
        self.env['DBUS_SESSION_BUS_ADDRESS'] = self.open_bus()
        if shutil.which('openbox'):
            self.spawn('openbox', env=self.env)
        self.a11y = self.connect(self.env['DBUS_SESSION_BUS_ADDRESS'])
        address = self.call('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress')[0]
        enabled = GLib.Variant('(ssv)', ('org.a11y.Status', 'IsEnabled', GLib.Variant('b', True)))
        self.call('org.a11y.Bus', '/org/a11y/bus', 'org.freedesktop.DBus.Properties', 'Set', enabled)
        self.a11y = self.connect(address)
        self.call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'StartServiceByName',
                  GLib.Variant('(su)', (ATSPI + 'Registry', 0)))

    def open_display(self):
        reader, writer = os.pipe()
        self.spawn('Xvfb', '-displayfd', str(writer), '-screen', '0', self.screen + 'x24', '-nolisten', 'tcp',
                   '-noreset', pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as lines:
            return ':' + lines.readline().strip()

    def open_bus(self):
        """Only the accessibility bus can be started on it: no service of the machine takes part."""
        services = self.home / 'services'
        services.mkdir()
        shutil.copy('/usr/share/dbus-1/services/org.a11y.Bus.service', services)
        config = self.home / 'bus.conf'
        config.write_text(f'<busconfig><type>session</type><keep_umask/><listen>unix:tmpdir={self.home}/runtime</listen>'
                          f'<auth>EXTERNAL</auth><servicedir>{services}</servicedir><policy context="default">'
                          '<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>'
                          '</policy></busconfig>')
        bus = self.spawn('dbus-daemon', f'--config-file={config}', '--nofork', '--nopidfile', '--print-address=1',
                         env=self.env, stdout=subprocess.PIPE, text=True)
        return bus.stdout.readline().strip()

    @staticmethod
    def connect(address):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        connection.set_exit_on_close(False)
        return connection

    def call(self, name, path, interface, method, arguments=None):
        answer = self.a11y.call_sync(name, path, interface, method, arguments, None, 0, 15000, None)
        return answer.unpack() if answer is not None else ()

    def start(self, command):
        app = App(self, [str(word) for word in command])
        self.processes.append(app.process)
        return app

    def key(self, *keys):
        subprocess.run(['xdotool', 'key', '--delay', '30', *keys], env=self.env, check=True, timeout=30,
                       stdout=subprocess.DEVNULL)
