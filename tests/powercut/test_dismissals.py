"""The power goes while the root key of a station is changed.

On every disk that is left everybody who stays, and the paper key, opens the station; the
first of them brings the rotation to its end or finds it undone. What was confirmed is
there, whoever was told to be out is out, and every backup opens with the keys beside it.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections import Counter
from itertools import count
from pathlib import Path

import pytest

from station_app.bootstrap import open_station
from station_app.domain.errors import RefusedError, StationError
from station_app.services.access import AccessService
from station_app.store import rotation
from station_app.store.checking import check_store
from station_app.store.faults import LANE, Lane
from station_app.store.home import StationHome
from station_app.store.vault.keyfile import read_keyfile
from tests.conftest import StoppedClock
from tests.homes import CHEAP
from tests.powercut.cutting import DAMAGED, LOST, WELL, cut
from tests.powercut.dismissals import DEPUTY, HEAD, LEAVING, MOMENT, PHASES, passphrase
from tests.powercut.workload import UNSAFE_FILES

SEED = 20260303
ROOT = Path(__file__).parents[2]
FOLDERS = ("home/backups", "home/drafts")
STILL_IN = "still in"


def verdicts(logger, folder, *arguments, states):
    """Cut the power *states* times at random; count how the station was found."""
    cuts = cut(
        logger,
        folder,
        *arguments,
        folders=FOLDERS,
        states=states,
        seed=SEED,
        module="dismissals",
    )
    turns = count()
    return Counter(verdict(StationHome(place / "home"), told, next(turns)) for place, told in cuts)


def verdict(home, confirmed, turn=0):
    """Let everybody in, another one first each time, and compare with what was confirmed."""
    told = [line.split(" ") for line in confirmed]
    by_kind = {kind: [words[1] for words in told if words[0] == kind]
               for kind in ("resident", "paper", "dismissed")}  # fmt: skip
    try:
        key = key_of_all(home, by_kind["paper"][0], turn)
        kept, faults = what_is_kept(home, key)
        backups = [opens_with_its_keys(copy) for copy in home.backups.glob("station-*.db")]
    except (StationError, AssertionError):
        return DAMAGED
    if faults or not all(backups) or home.coming_keys.exists():
        return DAMAGED
    if any(is_in(home, owner) for owner in by_kind["dismissed"]):
        return STILL_IN
    return WELL if set(by_kind["resident"]) <= kept else LOST


def key_of_all(home, paper, turn):
    access = AccessService(CHEAP, StoppedClock(MOMENT))
    ways = [
        lambda: access.unlock(home, passphrase(HEAD), owner=HEAD),
        lambda: access.unlock(home, passphrase(DEPUTY), owner=DEPUTY),
        lambda: access.unlock_with_paper(home, paper),
    ]
    first = turn % len(ways)
    keys = [way() for way in (*ways[first:], *ways[:first])]
    assert keys[0] == keys[1] == keys[2]
    return access.unlock(home, passphrase(HEAD), owner=HEAD)


def what_is_kept(home, key):
    station = open_station(home, key, clock=StoppedClock(MOMENT))
    try:
        faults = check_store(station.store.engine).faults
        lane = station.store.engine.connect().execution_options(**{LANE: Lane.READ})
        with lane as connection:
            return set(connection.exec_driver_sql("SELECT id FROM resident").scalars()), faults
    finally:
        station.close()


def opens_with_its_keys(copy):
    slots = read_keyfile(copy.with_suffix(".keys"))
    return rotation.opens(copy, slots.unlock([slots.slot_of(HEAD)], passphrase(HEAD)))


def is_in(home, owner):
    try:
        AccessService(CHEAP, StoppedClock(MOMENT)).unlock(home, passphrase(owner), owner=owner)
    except RefusedError:
        return False
    return True


def test_everybody_opens_the_station_wherever_the_power_was_cut(logger, memory_disk):
    assert verdicts(logger, memory_disk, states=40) == {WELL: 40}


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_everybody_opens_it_after_two_thousand_power_cuts(logger, memory_disk, say):
    found = verdicts(logger, memory_disk, states=2000)
    say(f"power cuts during dismissals and rotations: {dict(found)}")
    assert found == {WELL: 2000}


def test_without_syncing_a_rotation_costs_the_station(logger, memory_disk):
    """The control: a test of power cuts that cannot fail would prove nothing."""
    found = verdicts(logger, memory_disk, UNSAFE_FILES, states=40)
    assert found[WELL] < 30


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("phase", PHASES)
def test_a_process_killed_at_any_step_leaves_a_station_for_all(tmp_path, phase):
    command = [sys.executable, "-m", "tests.powercut.dismissals", str(tmp_path), phase]
    killed = subprocess.run(command, check=False, cwd=ROOT)  # noqa: S603 - our own program
    assert killed.returncode == -signal.SIGKILL
    told = (tmp_path / "confirmed").read_text().splitlines()
    home = StationHome(tmp_path / "home")
    assert verdict(home, told, PHASES.index(phase)) == WELL
    # before the coming slots are there nothing has happened; after that it goes on by itself
    is_begun = phase not in {"before backup before", "after backup before"}
    assert is_in(home, LEAVING[0]) != is_begun
