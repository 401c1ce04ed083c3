"""The power goes at any moment: nothing that was confirmed is lost, nothing is damaged.

Killing the process proves nothing (security.md 0.1): what was written but not
synced survives that. Here all writes of the real services are recorded, and
disks are rebuilt on which unsynced sectors survived as chance had it.
"""

from __future__ import annotations

from collections import Counter

import pytest

from station_app.domain.errors import StationError, WrongPassphraseError
from station_app.services.access import AccessService
from station_app.store.checking import check_store
from station_app.store.engine import open_engine
from station_app.store.faults import LANE, Lane
from station_app.store.home import StationHome
from station_app.store.migrations.runner import upgrade
from tests.powercut.cutting import DAMAGED, LOST, WELL, cut
from tests.powercut.workload import CHEAP, ROUNDS, UNSAFE_FILES, UNSAFE_STORE, draft, passphrase

SEED = 20260301
DRAFTS = {draft(number): number for number in range(1, ROUNDS + 1)}
FOLDERS = ("home/backups", "home/drafts")


def verdicts(logger, folder, *arguments, states):
    """Cut the power *states* times at random; count how the station was found."""
    cuts = cut(logger, folder, *arguments, folders=FOLDERS, states=states, seed=SEED)
    return Counter(verdict(StationHome(place / "home"), told) for place, told in cuts)


def verdict(home, confirmed):
    """Open what is left as the program would, and compare it with what was confirmed."""
    told = [line.split(" ") for line in confirmed]
    numbers = {kind: max([0, *(int(number[0]) for name, *number in told if name == kind)])
               for kind in ("setting", "draft", "passphrase")}  # fmt: skip
    residents = {words[1] for words in told if words[0] == "resident"}
    backups = {words[1] for words in told if words[0] == "backup"}
    try:
        key = unlock(home, numbers["passphrase"])
        engine = open_engine(home.database, key.database)
        try:
            upgrade(home, engine)
            faults = check_store(engine).faults
            kept, setting = what_is_kept(engine)
        finally:
            engine.dispose()
        copies = [copy for copy in home.backups.glob("station-*.db") if is_well(copy, key)]
    except StationError:
        return DAMAGED
    drafts = home.drafts / "form"
    last_draft = DRAFTS.get(drafts.read_bytes(), -1) if drafts.exists() else 0
    if faults or last_draft < 0 or len(copies) < len(list(home.backups.glob("station-*.db"))):
        return DAMAGED
    is_all_there = (
        residents <= kept
        and setting >= numbers["setting"]
        and last_draft >= numbers["draft"]
        and backups <= {copy.name for copy in copies}
    )
    return WELL if is_all_there else LOST


def unlock(home, number):
    """Open with the passphrase last confirmed, or with the one being put in its place."""
    access = AccessService(CHEAP)
    try:
        return access.unlock(home, passphrase(number))
    except WrongPassphraseError:
        return access.unlock(home, passphrase(number + 4))


def what_is_kept(engine):
    with engine.connect().execution_options(**{LANE: Lane.READ}) as connection:
        residents = set(connection.exec_driver_sql("SELECT id FROM resident").scalars())
        setting = connection.exec_driver_sql(
            "SELECT value FROM setting WHERE key = 'freshness_days'"
        ).scalar()
    return residents, int(setting or 0)


def is_well(copy, key):
    engine = open_engine(copy, key.database)
    try:
        return bool(what_is_kept(engine)[0])
    finally:
        engine.dispose()


def test_nothing_confirmed_is_lost_and_nothing_damaged(logger, memory_disk):
    assert verdicts(logger, memory_disk, states=150) == {WELL: 150}


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_nothing_confirmed_is_lost_in_thousands_of_power_cuts(logger, memory_disk):
    assert verdicts(logger, memory_disk, states=4500) == {WELL: 4500}


@pytest.mark.parametrize("unsafe", [UNSAFE_STORE, UNSAFE_FILES])
def test_without_syncing_the_same_morning_is_lost(logger, memory_disk, unsafe):
    """The control: a test of power cuts that cannot fail would prove nothing."""
    found = verdicts(logger, memory_disk, unsafe, states=60)
    assert found[WELL] < 30
