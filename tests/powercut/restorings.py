"""A station that is backed up, carried to a stick, restored, and put back again.

Run by tests/powercut/recording.py as a program of its own, each act confirmed once it is done.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from station_app.bootstrap import open_station, restoring_of
from station_app.services.access import AccessService
from station_app.store.home import StationHome
from tests.conftest import StoppedClock
from tests.factories import a_registration
from tests.homes import CHEAP, PASSPHRASE
from tests.powercut.workload import UNSAFE_FILES

MOMENT = datetime(2026, 3, 1, 8, tzinfo=UTC)
BEFORE, AFTER = 3, 5  # how many people there are in the backup, and later


class Worst:
    """The day on which it is restored, and the file in which the acts are confirmed."""

    def __init__(self, root):
        self.root, self.home = root, StationHome(root / "home")
        self._clock = StoppedClock(MOMENT)
        self._confirmed = os.open(
            root / "confirmed", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600
        )
        self._access = AccessService(CHEAP, self._clock)
        self._access.create(self.home, PASSPHRASE)
        station = self._opened()
        self._register(station, BEFORE)
        station.keeping.back_up()
        station.second_places.choose(root / "stick", "blue")
        station.second_places.carry()
        self._register(station, AFTER - BEFORE)
        station.close()
        self.confirm("founded")

    def pass_by(self):
        """Restore what was, put back what is; carry something new to the stick in between."""
        service = restoring_of(self.home, clock=self._clock)
        self._clock.moment += timedelta(hours=1)
        first = service.candidates()[-1]
        kept = service.restore(first, service.unlock(first, PASSPHRASE)).kept
        self.confirm("restored")
        station = self._opened()
        self._clock.moment += timedelta(hours=1)
        station.keeping.back_up()
        station.second_places.carry()
        self.confirm("carried")
        station.close()
        service.restore(kept, service.unlock(kept, PASSPHRASE))
        self.confirm("put-back")
        self._opened().close()
        self.confirm("opened")

    def confirm(self, line):
        os.write(self._confirmed, f"{line}\n".encode())

    def _opened(self):
        key = self._access.unlock(self.home, PASSPHRASE)
        return open_station(self.home, key, clock=self._clock)

    def _register(self, station, people):
        for number in range(people):
            station.residents.register(a_registration(f"张{number}", number=""))


if __name__ == "__main__":
    if UNSAFE_FILES in sys.argv:
        os.fsync = lambda _: None
    Worst(Path(sys.argv[1])).pass_by()
