from __future__ import annotations

import itertools
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings

from station_app.bootstrap import open_station
from station_app.domain.residents.filters import ResidentFilter
from station_app.services.access import AccessService, StationHome
from station_app.services.demo.roster import small_roster
from tests.homes import PASSPHRASE, found_demo_home
from ui.app.program import Program
from ui.tour.keyboard import Keyboard

PEOPLE = 300
PICTURES = os.environ.get("STATION_PICTURES", "")
"""A folder for pictures of the screen, one whenever a clerk has waited for something."""


@pytest.fixture(scope="session")
def people(tmp_path_factory):
    return found_demo_home(tmp_path_factory.mktemp("people"), PEOPLE)


@pytest.fixture
def filled_home(tmp_path, people):
    """A home of his own for each clerk, with the same invented people."""
    shutil.copytree(people.root, tmp_path / "home")
    return StationHome(tmp_path / "home")


@pytest.fixture
def roster(tmp_path, filled_home):
    key = AccessService().unlock(filled_home, PASSPHRASE)
    station = open_station(filled_home, key)
    path = tmp_path / "花名册.csv"
    content = small_roster(12, words=station.demo.words(), today=station.clock.today())
    path.write_bytes(content)
    station.close()
    return path


class Clerk:
    """Sits at the real window with a keyboard."""

    def __init__(self, program, qtbot, story=""):
        self.program = program
        self._story, self._shot = story, itertools.count(1)
        self.keyboard = Keyboard(program.window)
        self._qtbot = qtbot
        self.pressed = 0

    @property
    def shell(self):
        return self.program.opened.shell

    @property
    def station(self):
        return self.program.opened.station

    def page(self, kind):
        return self.shell.findChild(kind)

    def wait(self, is_so):
        self._qtbot.waitUntil(lambda: bool(is_so()), timeout=15_000)
        self.look()

    def look(self):
        """Keep what is on the screen, if pictures are wanted."""
        if PICTURES:
            self._qtbot.wait(1000)  # until all of it is painted; no outcome hangs on it
            name = f"{self._story}-{next(self._shot):02}.png"
            self.program.window.screen().grabWindow(0).save(str(Path(PICTURES) / name))

    def press(self, *keys):
        self.keyboard.press(*keys)
        self.pressed += len(keys)

    def type(self, text):
        self.keyboard.type(text)

    def unlock(self):
        self.type(PASSPHRASE)
        self.press("Return")
        self.wait(lambda: self.program.opened is not None)
        self.wait(self.shell.isVisible)

    def people(self):
        return self.station.lists.counts(ResidentFilter()).total

    def somebody(self, *, obstacle):
        """Return a resident with a document whom this keeps from a certificate."""
        lists = self.station.lists
        for line in lists.lines(lists.keys(ResidentFilter())).values():
            card = self.station.certificates.card(line.id)
            if card.obstacle == obstacle and card.resident.documents:
                return card.resident
        raise AssertionError(obstacle)


@pytest.fixture
def clerk(filled_home, qtbot, qapp, tmp_path, request):
    QCoreApplication.setOrganizationName("Station tests")
    QCoreApplication.setApplicationName("Station tests")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "window")
    )
    program = Program(qapp, filled_home, language="en")
    program.start()
    program.window.resize(1366, 768)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    yield Clerk(program, qtbot, request.node.name)
    program.close()
    program.window.hide()
    program.window.deleteLater()
    QSettings.setDefaultFormat(QSettings.Format.NativeFormat)
