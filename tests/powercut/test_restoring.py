"""The power goes while a backup is put in the place of the store, and put back again.

On every disk that is left the station opens, as it was or as it is to be and never between;
what was confirmed is there; every backup opens with the keys beside it, and the stick has
one that does.
"""

from __future__ import annotations

from collections import Counter

import pytest

from station_app.bootstrap import open_station, restoring_of
from station_app.domain.errors import StationError
from station_app.services.access import AccessService
from station_app.store.checking import check_store
from station_app.store.home import StationHome
from tests.conftest import StoppedClock
from tests.homes import CHEAP, PASSPHRASE
from tests.powercut.cutting import DAMAGED, LOST, WELL, cut
from tests.powercut.restorings import AFTER, BEFORE, MOMENT
from tests.powercut.workload import UNSAFE_FILES

SEED = 20260304
FOLDERS = ("home/backups", "home/drafts", "home/restoring", "stick/Station-Backup")
PEOPLE = {
    "founded": {AFTER, BEFORE},
    "restored": {BEFORE},
    "carried": {BEFORE, AFTER},
    "put-back": {AFTER},
    "opened": {AFTER},
}


def verdicts(logger, folder, *arguments, states):
    """Cut the power *states* times at random; count how the station was found."""
    cuts = cut(
        logger,
        folder,
        *arguments,
        folders=FOLDERS,
        states=states,
        seed=SEED,
        module="restorings",
    )
    return Counter(verdict(place, told) for place, told in cuts)


def verdict(place, confirmed):
    """Open what is left as the program would, and compare it with what was confirmed."""
    clock = StoppedClock(MOMENT)
    home = StationHome(place / "home")
    try:
        people, faults = what_is_kept(home, clock)
        service = restoring_of(home, clock=clock)
        for backup in service.candidates():
            service.unlock(backup, PASSPHRASE)
        carried = restoring_of(StationHome(place / "nobody"), clock=clock)
        copies = carried.candidates([place / "stick"])
        for copy in copies:
            carried.unlock(copy, PASSPHRASE)
    except (StationError, ValueError, OSError):
        return DAMAGED
    if faults or not copies:
        return DAMAGED
    return WELL if people in PEOPLE[confirmed[-1]] else LOST


def what_is_kept(home, clock):
    key = AccessService(CHEAP, clock).unlock(home, PASSPHRASE)
    station = open_station(home, key, clock=clock)
    try:
        with station.store.reading() as tx:
            return tx.people.count(), check_store(station.store.engine).faults
    finally:
        station.close()


@pytest.mark.timeout(180)
def test_wherever_the_power_was_cut_the_old_or_the_new_store_is_whole(logger, memory_disk):
    assert verdicts(logger, memory_disk, states=6) == {WELL: 6}


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_it_is_whole_after_hundreds_of_power_cuts(logger, memory_disk, say):
    found = verdicts(logger, memory_disk, states=500)
    say(f"power cuts while restoring: {dict(found)}")
    assert found == {WELL: 500}


@pytest.mark.timeout(180)
def test_without_syncing_restoring_costs_the_station(logger, memory_disk):
    """The control: a test of power cuts that cannot fail would prove nothing."""
    found = verdicts(logger, memory_disk, UNSAFE_FILES, states=15)
    assert found[WELL] < 10
