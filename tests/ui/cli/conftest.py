from __future__ import annotations

import json
import shutil
import sys

import pytest

from station_app.bootstrap import open_station
from station_app.services.access import AccessService, StationHome
from tests.homes import CHEAP, PASSPHRASE, found_demo_home
from ui.cli.main import main

CODE = "320000009001"
PEOPLE = 250


@pytest.fixture(autouse=True)
def _passphrase(monkeypatch, qapp):  # an application of windows, which later tests can use too
    monkeypatch.setenv("STATION_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory):
    """A station with invented people, its key slots cheap to open."""
    return found_demo_home(tmp_path_factory.mktemp("cli"), PEOPLE)


class CommandLine:
    """Types commands and reads what they answer."""

    def __init__(self, home, captured):
        self.home = home
        self._captured = captured

    def __call__(self, *words):
        code = main(["--home", str(self.home.root), "--lang", "en", *map(str, words)])
        told = self._captured.readouterr()
        return code, told.out, told.err

    def json(self, *words):
        code, out, _ = self(*words, "--json")
        assert out.count("\n") == 1
        return code, json.loads(out)

    def station(self):
        key = AccessService(CHEAP).unlock(self.home, PASSPHRASE)
        return open_station(self.home, key)


@pytest.fixture
def new_home(tmp_path):
    return StationHome(tmp_path / "new")


@pytest.fixture
def at_new_home(new_home, capsys):
    return CommandLine(new_home, capsys)


@pytest.fixture
def command(filled_home, capsys):
    """Commands on a station with people, shared: for tests that change nothing of them."""
    return CommandLine(filled_home, capsys)


@pytest.fixture
def copy(command, at_new_home, new_home):
    """Commands on a copy of the station with people, which may be spoiled."""
    new_home.root.mkdir()
    shutil.copyfile(command.home.database, new_home.database)
    shutil.copyfile(command.home.keys, new_home.keys)
    return at_new_home
