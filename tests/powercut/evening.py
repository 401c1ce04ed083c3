"""An evening on which a laptop and the station exchange: each act confirmed once it is done.

Run by tests/powercut/recording.py as a program of its own. Both stores and the
stick between them lie on the disk that loses its power. The keys of the two stores are
told, not derived: what opens them is tried elsewhere.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from station_app.bootstrap import Station
from station_app.domain.actors import Actor
from station_app.domain.sync.devices import Device, DeviceKind
from station_app.services.sync.own import keys_of, own_device
from station_app.store import driver as driver_module
from station_app.store.engine import open_engine
from station_app.store.founding import make_database
from station_app.store.home import StationHome
from station_app.store.migrations.runner import upgrade
from station_app.store.transaction import Store
from tests.authority import Everything
from tests.conftest import StoppedClock
from tests.factories import a_draft, a_registration
from tests.powercut.workload import UNSAFE_STORE

EVENING = datetime(2026, 3, 1, 18, tzinfo=UTC)
NAMES = ("station", "laptop")
ROUNDS = 4
REGISTERED_A_ROUND = 5


def key_of(name):
    return name.encode().ljust(32, b".")


def open_device(home, name):
    """Open the store of *name* in *home* as the program does, its site settled."""
    engine = open_engine(home.database, key_of(name))
    upgrade(home, engine)
    clock = StoppedClock(EVENING)
    store = Store(
        engine, clock=clock, actor=Actor(name="测试员", device=name), authority=Everything()
    )
    return Station(home, store, clock)


def acquaint(*stations):
    """Let every station know the others as devices with a full copy."""
    owns = []
    for station in stations:
        with station.store.transaction() as tx:
            owns.append(own_device(tx))
    for station, own in zip(stations, owns, strict=True):
        with station.store.transaction() as tx:
            for other in owns:
                if other.id != own.id:
                    device = Device(
                        id=other.id,
                        name=other.name,
                        kind=DeviceKind.DESK,
                        keys=keys_of(other).public(),
                    )
                    tx.exchange.devices.keep(device)


class Evening:
    """The acts, and the file in which they are confirmed."""

    def __init__(self, root):
        self._confirmed = os.open(
            root / "confirmed", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600
        )
        self.stick = root / "stick"
        self.stick.mkdir()
        self.devices = {}
        for name in NAMES:
            home = StationHome(root / name)
            home.make()
            make_database(home, key_of(name))
            self.devices[name] = open_device(home, name)
        acquaint(*self.devices.values())
        self._confirm("founded")

    def pass_by(self):
        """Enter, write, carry over and take in, round by round, and close."""
        for number in range(ROUNDS):
            for name, station in self.devices.items():
                self._enter(name, station, number)
                for written in station.exchange.write_for_all(self.stick).value:
                    self._confirm(f"file {written.path.name}")
                if number == 1:
                    station.store.rest()
            for station in self.devices.values():
                station.exchange.take_in(station.exchange.files_for_us(self.stick))
        for station in self.devices.values():
            station.close()

    def _enter(self, name, station, number):
        for place in range(REGISTERED_A_ROUND):
            registration = a_registration(f"李{number}{place}", number="")
            key = station.residents.register(registration).value
            self._confirm(f"resident {key}")
        resident = station.residents.resident(key)
        particulars = a_draft(f"李{number}", phone=f"1380000{number:04d}", note=name)
        station.residents.correct(key, particulars, version=resident.version)

    def _confirm(self, line):
        os.write(self._confirmed, f"{line}\n".encode())


if __name__ == "__main__":
    if UNSAFE_STORE in sys.argv:
        driver_module.PRAGMAS = tuple(
            pragma.replace("synchronous = FULL", "synchronous = OFF")
            for pragma in driver_module.PRAGMAS
        )
    Evening(Path(sys.argv[1])).pass_by()
