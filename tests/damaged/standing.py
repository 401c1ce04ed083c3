"""A station in every state it may be found in, and the truth about each."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field

from station_app.bootstrap import open_station
from station_app.domain.residents.filters import ResidentFilter
from station_app.services.access import AccessService, StationHome
from station_app.store.engine import read_past
from tests.factories import a_draft, a_registration
from tests.homes import CHEAP, PASSPHRASE

ACCESS = AccessService(CHEAP)
PEOPLE, SINCE = 60, 12


@dataclass
class State:
    """The files of a home, by their path in it, and what is true in it."""

    files: dict[str, bytes]
    lines: dict[str, object] = field(default_factory=dict)
    content: str = ""

    def lay_out(self, home):
        shutil.rmtree(home.root, ignore_errors=True)
        home.make()
        for name, content in self.files.items():
            (home.root / name).write_bytes(content)


class Standing:
    """Makes the states: ``old``, ``closed`` after more work, ``killed`` amid still more."""

    def __init__(self, folder):
        self.home = StationHome(folder / "made")
        ACCESS.create(self.home, PASSPHRASE)
        station = self._open()
        for number in range(PEOPLE):
            register(station, f"张{number}")
        self._back_up(station)
        station.close()
        self.old = self._seen()
        station = self._open()
        self._work(station)
        self._back_up(station)
        self.closed_truth = truth_of(station)
        station.close()
        self.closed = self._seen(*self.closed_truth)
        station = self._open()
        self._work(station)
        self.killed = self._seen(*truth_of(station))
        kill(station)
        self.foreign = self._foreign(folder)

    def older(self, target):
        """Return what stood in the file *target* before, however it was called."""
        files = self.old.files
        if target.startswith("backups/") and target.endswith(".db"):
            return next(
                files[name]
                for name in sorted(files)
                if name.startswith("backups/station-") and name.endswith(".db")
            )
        return files.get(target, b"")

    def backups(self):
        """Return the paths of the backups, the newest first."""
        names = [name for name in self.closed.files if name.startswith("backups/station-")]
        return sorted((name for name in names if name.endswith(".db")), reverse=True)

    def _open(self):
        return open_station(self.home, ACCESS.unlock(self.home, PASSPHRASE))

    def _back_up(self, station):
        station.keeping.back_up()

    def _work(self, station):
        for key in [*truth_of(station)[0]][:SINCE]:
            person = station.residents.resident(key)
            station.residents.correct(key, a_draft(f"李{key[-4:]}"), version=person.version)
        for number in range(SINCE):
            register(station, f"王{number}")

    def _seen(self, lines=None, content=""):
        files = {
            path.relative_to(self.home.root).as_posix(): path.read_bytes()
            for path in self.home.root.rglob("*")
            if path.is_file() and not path.name.endswith("-shm")
        }
        return State(files, lines or {}, content)

    @staticmethod
    def _foreign(folder):
        home = StationHome(folder / "foreign")
        ACCESS.create(home, PASSPHRASE)
        station = open_station(home, ACCESS.unlock(home, PASSPHRASE))
        register(station, "外人")
        station.close()
        names = ("station.db", "station.keys", "station.anchor", "station.tide")
        return {name: (home.root / name).read_bytes() for name in names}


def register(station, name):
    return station.residents.register(a_registration(name, number="")).value


def truth_of(station):
    """Return every line by its person, and the sum of all records."""
    keys = station.lists.keys(ResidentFilter())
    lines = station.lists.lines(keys)
    people = {str(station.lists.key_of_line(key)): lines[key] for key in keys}
    return people, station.checks.content()


def kill(station):
    """Let go of the files as a killed process does: what lies there stays as it was seen."""
    station.store.engine.dispose()
    read_past(station.store.engine).close()
