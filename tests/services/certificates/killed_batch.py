"""Approves a batch in a process of its own, which is killed in the middle of it.

``python -m tests.services.certificates.killed_batch HOME KEY BATCH STEP DELAY``: killed
DELAY milliseconds after certificate STEP was begun, wherever that is.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from station_app.bootstrap import Station
from station_app.domain.actors import Actor
from station_app.store.engine import open_engine
from station_app.store.home import StationHome
from station_app.store.transaction import Store
from tests.authority import Everything
from tests.conftest import StoppedClock


class Doomed:
    """A progress after whose step the process has not long to live."""

    def __init__(self, step, delay):
        self._step, self._delay = step, delay

    def step(self, done, _total, _phase=""):
        if done == self._step:
            threading.Thread(target=self._kill, daemon=True).start()

    def _kill(self):
        time.sleep(self._delay / 1000)
        os.kill(os.getpid(), signal.SIGKILL)


def main(home, key, batch, step, delay):
    home, clock = StationHome(Path(home)), StoppedClock(datetime(2026, 3, 1, 8, tzinfo=UTC))
    actor = Actor(name="测试员", device="desk")
    engine = open_engine(home.database, bytes.fromhex(key))
    store = Store(engine, clock=clock, actor=actor, authority=Everything())
    station = Station(home, store, clock)
    station.certificate_batches.approve(batch, Doomed(int(step), int(delay)))


if __name__ == "__main__":
    main(*sys.argv[1:])
