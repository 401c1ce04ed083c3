"""The program in its window: on a home with nothing in it, on one backed up, on one staffed."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

import pytest

from station_app.bootstrap import open_station
from station_app.domain.access.roles import Role
from tests.factories import a_registration
from tests.staffed import employ
from tests.ui.app.doors import PASSPHRASE
from ui.app import rescue as rescue_module
from ui.app import watch as watch_module
from ui.app.program import Program
from ui.kit.preferences import Preferences
from ui.kit.theme import Look
from ui.shell.window import Shell

STATION = "幸福里社区综合服务站"
FOUNDER, CLERK, WORKER, AUDITOR, NEW = "王小明", "李雪梅", "曾志强", "赵敏", "陈静"
ADMINISTRATOR = "周建国"
GIVEN = "Given horse 11"
ROLES = {
    CLERK: Role.CLERK,
    WORKER: Role.GRID_WORKER,
    AUDITOR: Role.AUDITOR,
    ADMINISTRATOR: Role.ADMINISTRATOR,
}


def passphrase_of(name):
    """Return what *name* types."""
    return f"Blue horse {len(name)}{ord(name[0])}"


@dataclass
class Staffed:
    """Who works there, by name."""

    owners: dict[str, str] = field(default_factory=dict)


@pytest.fixture
def backed_up(home, access):
    """A station with one resident in its backup and a second one since."""
    access.create(home, PASSPHRASE)
    for name in ("张三", "李四"):
        station = open_station(home, access.unlock(home, PASSPHRASE))
        station.residents.register(a_registration(name, number=""))
        if name == "张三":
            station.keeping.back_up()
        station.close()


@pytest.fixture
def helped(backed_up, program, monkeypatch):
    """The program on a station that was backed up; whatever is asked is agreed to."""
    for module in (rescue_module, watch_module):
        monkeypatch.setattr(module, "confirm", lambda *_, **__: True)
    return program


@pytest.fixture
def program(qapp, qtbot, home, access):
    hook = sys.excepthook
    made = Program(qapp, home, access=access, language="en")
    made.wear(Preferences(look=Look.LIGHT))
    yield made
    made.window.close()
    qtbot.waitUntil(lambda: made.opened is None)
    made.window.deleteLater()
    made.deleteLater()
    assert sys.excepthook is hook


@pytest.fixture
def staffed(home, access):
    """A station with a founder, somebody of each other role, and somebody invited."""
    access.create(home, passphrase_of(FOUNDER), name=FOUNDER)
    key = access.unlock(home, passphrase_of(FOUNDER))
    station = open_station(home, key)
    station.settings.change(name=STATION, idle_minutes=10)
    made = Staffed({FOUNDER: key.owner})
    for name, role in ROLES.items():
        secret = passphrase_of(name)
        made.owners[name] = employ(station, access, key, name, role, passphrase=secret)
    made.owners[NEW] = employ(
        station, access, key, NEW, Role.CLERK, passphrase=GIVEN, is_invited=True
    )
    station.close()
    return made


class Keyboard:
    """Comes in through the door of a program."""

    def __init__(self, program, staffed, qtbot):
        self.program, self._staffed, self._qtbot = program, staffed, qtbot

    @property
    def page(self):
        """What is in the window."""
        return self.program.window.currentWidget()

    def type(self, name, passphrase=None):
        """Choose *name* at the door, type the passphrase, press Enter."""
        door = self.page
        door.daily.person.set_value(self._staffed.owners[name])
        door.daily.passphrase.set_value(passphrase or passphrase_of(name))
        door.daily.submit()
        return door

    def sign_in(self, name, passphrase=None):
        """Come in as *name*; return the shell."""
        self.type(name, passphrase)
        self._qtbot.waitUntil(lambda: isinstance(self.page, Shell), timeout=20_000)
        return self.page

    def lock(self):
        """Lock, and wait until the key is gone."""
        self.program.lock()
        self.wait_until_gone()
        return self.page

    def wait_until_gone(self):
        """Wait until the store behind the door has been let go of."""
        self._qtbot.waitUntil(self.program.threshold.is_locked, timeout=20_000)


@pytest.fixture
def keyboard(program, staffed, qtbot):
    program.start()
    return Keyboard(program, staffed, qtbot)
