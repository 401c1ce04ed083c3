"""A station whose people leave, one after the other: the root key changes each time.

Run by tests/powercut/recording.py as a program of its own, each act confirmed once it is
done. With a phase as second word (``python -m tests.powercut.dismissals ROOT PHASE``) it is
killed as soon as the first rotation has come there.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from station_app.bootstrap import open_station
from station_app.services.access import AccessService
from station_app.store import rotation
from station_app.store.home import StationHome
from tests.conftest import StoppedClock
from tests.factories import a_registration
from tests.homes import CHEAP
from tests.powercut.workload import UNSAFE_FILES

MOMENT = datetime(2026, 3, 1, 8, tzinfo=UTC)
HEAD, DEPUTY = "1" * 32, "2" * 32
LEAVING = ("3" * 32, "4" * 32)
REGISTERED = 5

# What stands before and after each step, by the function that takes it, and which call that is.
STEPS = {
    "backup before": ("keep", 1),
    "coming slots": ("finish", 1),
    "alone": ("_alone", 1),
    "copied": ("_copy", 1),
    "read back": ("_read_back", 1),
    "exchanged": ("put_in_place", 1),
    "settled": ("put_in_place", 2),
    "backup after": ("keep", 2),
}
PHASES = tuple(f"{when} {step}" for step in STEPS for when in ("before", "after"))


def passphrase(owner):
    return f"Abcdef-{owner[:4]}"


class Office:
    """The acts, and the file in which they are confirmed."""

    def __init__(self, root):
        self.home = StationHome(root / "home")
        self._confirmed = os.open(
            root / "confirmed", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600
        )
        self._clock = StoppedClock(MOMENT)
        self.access = AccessService(CHEAP, self._clock)
        paper = self.access.create(self.home, passphrase(HEAD), name="曾小贤", staff_id=HEAD)
        self.key = self.access.unlock(self.home, passphrase(HEAD))
        for owner in (DEPUTY, *LEAVING):
            self.access.admit(
                self.home,
                self.key,
                owner=owner,
                name=owner,
                passphrase=passphrase(owner),
                is_supervisor=owner == DEPUTY,
            )
        self._register()
        self.confirm(f"paper {paper.text()}")
        self.confirm("founded")

    def pass_by(self):
        """Let one after the other leave, and write something in between."""
        for owner in LEAVING:
            self.dismiss(owner)
            self._register()
        self.key = self.access.rotate(self.home, self.key)
        self.confirm("rotated")

    def dismiss(self, owner):
        self.key = self.access.dismiss(self.home, self.key, owner)
        self.confirm(f"dismissed {owner}")

    def confirm(self, line):
        os.write(self._confirmed, f"{line}\n".encode())

    def _register(self):
        station = open_station(self.home, self.key, clock=self._clock)
        for number in range(REGISTERED):
            made = station.residents.register(a_registration(f"张{number}", number=""))
            self.confirm(f"resident {made.value}")
        station.close()


def die_at(phase):
    """Have the process killed when the rotation comes to *phase*."""
    when, step = phase.split(" ", 1)
    name, call = STEPS[step]
    act, calls = getattr(rotation, name), []

    def counted(*args, **kwargs):
        calls.append(name)
        if len(calls) == call and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = act(*args, **kwargs)
        if len(calls) == call and when == "after":
            if name == "_alone":
                result.__enter__()
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(rotation, name, counted)


if __name__ == "__main__":
    if UNSAFE_FILES in sys.argv:
        os.fsync = lambda _: None
    office = Office(Path(sys.argv[1]))
    if sys.argv[2:] and sys.argv[2] in PHASES:
        die_at(sys.argv[2])
        office.dismiss(LEAVING[0])
    else:
        office.pass_by()
