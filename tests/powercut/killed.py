"""A process that takes in what lies on a stick and is killed when the work comes to a phase.

Run as ``python -m tests.powercut.killed ROOT PHASE``.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from station_app.store.home import StationHome
from tests.powercut.evening import NAMES, open_device


class Killer:
    """A progress that ends the process as soon as the work has come to *phase*."""

    def __init__(self, phase):
        self._phase = phase

    def step(self, _done, _total, phase=""):
        if phase == self._phase:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    root, wanted = Path(sys.argv[1]), sys.argv[2]
    service = open_device(StationHome(root / NAMES[0]), NAMES[0]).exchange
    service.take_in(service.files_for_us(root / "stick"), Killer(wanted))
