"""The power goes while cases are taken in: each is there as it was to be, or not at all."""

from __future__ import annotations

from collections import Counter

from station_app.domain.errors import StationError
from station_app.services.access import AccessService
from station_app.store.checking import check_store
from station_app.store.engine import open_engine
from station_app.store.faults import LANE, Lane
from station_app.store.home import StationHome
from station_app.store.migrations.runner import upgrade
from tests.powercut.cutting import DAMAGED, LOST, WELL, cut
from tests.powercut.taking_in import APART
from tests.powercut.workload import CHEAP, passphrase

SEED, HALF = 20260301, "half"
CASES = """
    SELECT id, state, number <> '', (SELECT group_concat(event, ' ' ORDER BY number)
    FROM case_step WHERE case_id = window_case.id) FROM window_case
"""
WHOLE = {
    ("accepted", 1, "drafted tick accept"),
    ("awaiting", 1, "drafted receive ask-more"),
}


def verdicts(logger, folder, *arguments, states):
    asked = {"folders": ("home/backups",), "states": states, "seed": SEED}
    cuts = cut(logger, folder, *arguments, module="taking_in", **asked)
    return Counter(verdict(StationHome(place / "home"), told) for place, told in cuts)


def verdict(home, confirmed):
    """Open what is left as the program would, and look at every case in it."""
    try:
        key = AccessService(CHEAP).unlock(home, passphrase(0))
        engine = open_engine(home.database, key.database)
        try:
            upgrade(home, engine)
            faults = check_store(engine).faults
            with engine.connect().execution_options(**{LANE: Lane.READ}) as connection:
                kept = {row[0]: tuple(row[1:]) for row in connection.exec_driver_sql(CASES)}
        finally:
            engine.dispose()
    except StationError:
        return DAMAGED
    if faults:
        return DAMAGED
    if not set(kept.values()) <= WHOLE:
        return HALF
    told = {line.partition(" ")[2] for line in confirmed if line.startswith("case ")}
    return WELL if told <= kept.keys() else LOST


def test_no_case_is_ever_taken_in_by_half(logger, memory_disk):
    assert verdicts(logger, memory_disk, states=80) == {WELL: 80}


def test_step_by_step_some_would_be(logger, memory_disk):
    """The control: the same morning as it was before, one transaction for each step."""
    assert verdicts(logger, memory_disk, APART, states=60)[HALF] > 10
