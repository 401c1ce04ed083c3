"""What all tests share: no screen, no traces outside their own folders."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from station_app.bootstrap import Station
from station_app.domain.actors import Actor
from station_app.store.engine import open_engine
from station_app.store.founding import make_database
from station_app.store.home import StationHome
from station_app.store.transaction import Store
from station_app.store.vault.keys import new_station_key
from tests.authority import Everything
from tests.stations import Places

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")

gc.disable()  # while thousands of tests are collected hardly anything is rubbish

set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "station-hypothesis")
settings.register_profile("station", deadline=None, database=None)
settings.load_profile("station")


def pytest_collection_finish():
    """Look for rubbish from here on, but not among the tests themselves."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _nobodys_home(tmp_path_factory):
    """Lead whatever asks for the user's folders to a place of its own."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
            patch.setenv(variable, str(home))
        patch.delenv("STATION_PASSPHRASE", raising=False)
        yield


@pytest.fixture(autouse=True)
def _english_again():
    """Let no test hear the language another has spoken."""
    former = QLocale()
    yield
    QLocale.setDefault(former)
    app = QCoreApplication.instance()
    if app is not None:
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)


class StoppedClock:
    """A clock that shows what it was set to."""

    def __init__(self, now: datetime) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


@pytest.fixture
def clock():
    return StoppedClock(datetime(2026, 3, 1, 8, tzinfo=UTC))


@pytest.fixture
def home(tmp_path):
    return StationHome(tmp_path / "station")


@pytest.fixture(scope="session")
def station_key():
    return new_station_key()


@pytest.fixture(scope="session")
def key(station_key):
    """The key of the database, drawn from that of the station."""
    return station_key.database


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory, key):
    """An empty store made once, to be copied by whoever needs one of his own."""
    made = StationHome(tmp_path_factory.mktemp("empty"))
    made.make()
    make_database(made, key)
    return made.database


@pytest.fixture
def station(home, clock, key, empty_store):
    """An empty station on a real encrypted store, opened without its key slots."""
    home.make()
    shutil.copyfile(empty_store, home.database)
    actor = Actor(name="测试员", device="desk")
    opened = Station(
        home,
        Store(open_engine(home.database, key), clock=clock, actor=actor, authority=Everything()),
        clock,
    )
    yield opened
    opened.close()


@pytest.fixture
def places(tmp_path, clock, key, empty_store):
    """Stations and devices that know one another without having been enrolled."""
    made = Places(tmp_path / "devices", clock, key, empty_store)
    yield made
    for station in made.made:
        station.close()


@pytest.fixture
def stick(tmp_path):
    """A folder that is carried from one computer to another."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def say(capsys):
    """Return what writes lines to the terminal, captured or not: figures are the point."""

    def write(*lines):
        with capsys.disabled():
            sys.stdout.write("\n".join(["", *lines, ""]))

    return write
