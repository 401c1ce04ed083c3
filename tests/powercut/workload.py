"""What a station does on a busy morning: each act told in ``confirmed`` once it is done.

Run by tests/powercut/recording.py as a program of its own. The controls, which have
to fail, leave out the syncing of the database or of all other files.
"""

from __future__ import annotations

import os
import random
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from station_app.bootstrap import Station
from station_app.domain.actors import Actor
from station_app.services.access import AccessService
from station_app.store import driver as driver_module
from station_app.store.backup import back_up
from station_app.store.engine import open_engine
from station_app.store.files import atomic_write
from station_app.store.home import StationHome
from station_app.store.transaction import Store
from station_app.store.vault.derivation import Cost
from tests.authority import Everything
from tests.conftest import StoppedClock
from tests.factories import a_registration

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
MORNING = datetime(2026, 3, 1, 8, tzinfo=UTC)
ROUNDS = 12
REGISTERED_A_ROUND = 6
UNSAFE_STORE = "--unsafe-store"
UNSAFE_FILES = "--unsafe-files"


def passphrase(number):
    return f"Abcdef{number:04d}"


def draft(number):
    """A form not yet saved: other sizes from time to time, so that lengths differ."""
    return f"draft {number} ".encode() * (50 + number * 37 % 400)


def opened_station(home, engine):
    """Return the station in *home* as a clerk enters it in the morning."""
    clock = StoppedClock(MORNING)
    actor = Actor(name="测试员", device="desk")
    return Station(home, Store(engine, clock=clock, actor=actor, authority=Everything()), clock)


class Morning:
    """The acts, and the file in which they are confirmed."""

    def __init__(self, root):
        self.home = StationHome(root / "home")
        self._confirmed = os.open(
            root / "confirmed", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600
        )
        self._access = AccessService(CHEAP)
        self._access.create(self.home, passphrase(0))
        key = self._access.unlock(self.home, passphrase(0))
        self._engine = open_engine(self.home.database, key.database)
        self._station = opened_station(self.home, self._engine)
        self._confirm("founded")

    def pass_by(self):
        """Do everything, round by round, and close."""
        for number in range(1, ROUNDS + 1):
            self._register(number)
            atomic_write(self.home.drafts / "form", draft(number))
            self._confirm(f"draft {number}")
            if number % 3 == 0:
                self._station.store.rest()
            if number % 4 == 0:
                self._keep(number)
        self._station.close()

    def _register(self, number):
        for _ in range(REGISTERED_A_ROUND):
            registration = a_registration(f"张{number}", number="")
            self._confirm(f"resident {self._station.residents.register(registration).value}")
        self._station.settings.change(name="石桥社区", freshness_days=number)
        self._confirm(f"setting {number}")

    def _keep(self, number):
        path = back_up(self.home, self._engine, MORNING + timedelta(minutes=number))
        self._confirm(f"backup {path.name}")
        self._access.change_passphrase(self.home, "", passphrase(number - 4), passphrase(number))
        self._confirm(f"passphrase {number}")

    def _confirm(self, line):
        os.write(self._confirmed, f"{line}\n".encode())


if __name__ == "__main__":
    random.seed(1)
    if UNSAFE_FILES in sys.argv:
        os.fsync = lambda _: None
    if UNSAFE_STORE in sys.argv:
        driver_module.PRAGMAS = tuple(
            pragma.replace("synchronous = FULL", "synchronous = OFF")
            for pragma in driver_module.PRAGMAS
        )
    Morning(Path(sys.argv[1])).pass_by()
