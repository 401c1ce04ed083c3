"""The power goes while a store is brought up to date: nobody is lost, and it is gone on with."""

from __future__ import annotations

from collections import Counter

import pytest

from station_app.bootstrap import DeviceClock, Station
from station_app.domain.actors import Actor
from station_app.domain.errors import StationError
from station_app.store.checking import check_store
from station_app.store.engine import open_engine
from station_app.store.home import StationHome
from station_app.store.migrations.revisions import known_revisions
from station_app.store.migrations.runner import revision_of, upgrade
from station_app.store.transaction import Store
from tests.authority import Everything
from tests.powercut.cutting import DAMAGED, LOST, WELL, cut
from tests.powercut.migrating import ENTRIES, KEY, RESIDENTS
from tests.powercut.workload import UNSAFE_STORE

SEED = 20260303
FOLDERS = ("home/backups", "home/drafts")


def verdicts(logger, folder, *arguments, states):
    """Cut the power *states* times at random; count how the store was found."""
    cuts = cut(
        logger, folder, *arguments, folders=FOLDERS, states=states, seed=SEED, module="migrating"
    )
    return Counter(verdict(StationHome(place / "home"), told) for place, told in cuts)


def verdict(home, confirmed):
    """Open what is left as the program would, and look for everybody."""
    try:
        engine = open_engine(home.database, KEY)
        was = revision_of(engine)
        try:
            upgrade(home, engine)
            faults = check_store(engine).faults
            people, count = what_is_kept(home, engine)
            latter = revision_of(engine)
        finally:
            engine.dispose()
    except StationError:
        return DAMAGED
    if faults or latter != known_revisions()[-1] or count != ENTRIES:
        return DAMAGED
    is_up_to_date = "up to date" not in confirmed or was == latter
    return WELL if people == set(RESIDENTS) and is_up_to_date else LOST


def what_is_kept(home, engine):
    """Return who is there, and how many entries the audit has if it is whole."""
    actor = Actor(name="测试员", device="desk")
    store = Store(engine, clock=DeviceClock(), actor=actor, authority=Everything())
    with store.reading() as tx:
        people = tx.session.connection().exec_driver_sql("SELECT id FROM resident").scalars()
        people = set(people)
    found = Station(home, store, DeviceClock()).audit.verify()
    return people, found.count if found.is_whole else -1


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_store_is_brought_up_to_date_after_a_power_cut(logger, memory_disk):
    assert verdicts(logger, memory_disk, states=40) == {WELL: 40}


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_store_is_brought_up_to_date_after_two_thousand_power_cuts(logger, memory_disk, say):
    found = verdicts(logger, memory_disk, states=2000)
    say(f"power cuts while a store is brought up to date: {dict(found)}")
    assert found == {WELL: 2000}


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_without_syncing_the_same_store_is_lost(logger, memory_disk):
    """The control: a test of power cuts that cannot fail would prove nothing."""
    found = verdicts(logger, memory_disk, UNSAFE_STORE, states=30)
    assert found[WELL] < 26
