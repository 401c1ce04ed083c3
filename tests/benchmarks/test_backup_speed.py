"""How long backing up and restoring 20,000 residents takes, and what the window feels of it."""

from __future__ import annotations

import itertools
import os
import shutil
import time

import pytest
from PySide6.QtCore import QTimer

from station_app.bootstrap import open_station, restoring_of
from station_app.services.access import AccessService, StationHome
from tests.homes import CHEAP, PASSPHRASE, found_demo_home
from ui.kit.jobs import JobRunner, Lane

pytestmark = pytest.mark.slow

PEOPLE = 20_000
BACKUP_S, CARRY_S, RESTORE_S = 10.0, 10.0, 15.0  # on a slow computer with others at work
PULSE_MS, MOST_PAUSE_MS = 5, 200


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    return found_demo_home(tmp_path_factory.mktemp("many"), PEOPLE)


@pytest.fixture
def founded(tmp_path, many):
    shutil.copytree(many.root, tmp_path / "home")
    home = StationHome(tmp_path / "home")
    station = open_station(home, AccessService(CHEAP).unlock(home, PASSPHRASE))
    yield station
    station.close()


def timed(act):
    begun = time.perf_counter()
    found = act()
    return time.perf_counter() - begun, found


def test_twenty_thousand_residents_are_backed_up_and_restored(founded, stick, say):
    backing, path = timed(founded.keeping.back_up)
    founded.second_places.choose(stick, "blue")
    carrying, places = timed(founded.second_places.carry)
    assert places[0].trouble == ""
    home = founded.home
    founded.close()
    service = restoring_of(home)
    looking, backup = timed(service.newest_good)
    unlocking, unlocked = timed(lambda: service.unlock(backup, PASSPHRASE))
    comparing, _ = timed(lambda: service.compare(backup, unlocked))
    restoring, done = timed(lambda: service.restore(backup, unlocked))
    assert done.figures.people == PEOPLE
    load = os.getloadavg()[0]
    say(
        f"{PEOPLE:,} residents, {path.stat().st_size / 1e6:.0f} MB a backup, load {load:.1f}:",
        f"  backed up and read back {backing:.2f} s, put on a second place {carrying:.2f} s",
        f"  found the newest good {looking:.2f} s, opened and read {unlocking:.2f} s,"
        f" compared {comparing:.2f} s, restored {restoring:.2f} s",
    )
    assert backing < BACKUP_S
    assert carrying < CARRY_S
    assert restoring < RESTORE_S


def test_the_window_goes_on_while_a_backup_is_made(founded, qtbot, say):
    jobs, pulses, made = JobRunner(), [], []
    timer = QTimer(interval=PULSE_MS)
    timer.timeout.connect(lambda: pulses.append(time.perf_counter()))
    timer.start()
    jobs.start(
        lambda _: founded.keeping.back_up(), owner=jobs, done=made.append, lane=Lane.OUTSIDE
    )
    qtbot.waitUntil(lambda: bool(made), timeout=60_000)
    timer.stop()
    jobs.close()
    pauses = sorted(1000 * (after - before) for before, after in itertools.pairwise(pulses))
    say(
        f"While a backup is made the window answers after {pauses[len(pauses) // 2]:.0f} ms"
        f" (median of {len(pauses)}), {pauses[-1]:.0f} ms at most."
    )
    assert pauses[-1] < MOST_PAUSE_MS
