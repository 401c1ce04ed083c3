"""The program in its window: on a home with nothing in it yet, and on one that was backed up."""

from __future__ import annotations

import sys

import pytest

from station_app.bootstrap import open_station
from tests.factories import a_registration
from tests.ui.app.doors import PASSPHRASE
from ui.app import rescue as rescue_module
from ui.app import watch as watch_module
from ui.app.program import Program
from ui.kit.preferences import Preferences
from ui.kit.theme import Look


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
