"""The first look sees what the store sees, or nothing at all."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest

from station_app.bootstrap import glance_at, station_to_come
from station_app.domain.access.roles import Role
from station_app.domain.errors import StoreDamagedError
from station_app.domain.first_page import FIRST_KEYS, FIRST_LINES
from station_app.domain.residents.filters import ResidentFilter
from station_app.store.to_come import StoreToCome
from tests.authority import as_seen_by, employ

PEOPLE = 300


@pytest.fixture
def filled(station, key):
    """A station with more people than a first look sees, some in the bin, its settings set."""
    station.demo.fill(PEOPLE)
    station.settings.change(name="幸福里社区综合服务站", idle_minutes=7)
    (first, *_) = station.lists.keys(ResidentFilter())
    person = station.lists.key_of_line(first)
    station.residents.put_into_bin(person, version=1)
    return station


def all_that_is_first(station):
    keys = station.lists.keys(ResidentFilter(), limit=FIRST_KEYS)
    return keys, station.lists.lines(keys[:FIRST_LINES])


def closed(station):
    station.close()
    return station.home


def test_it_sees_the_same_lines_and_settings_as_the_store(filled, key, clock):
    keys, lines = all_that_is_first(filled)
    settings = filled.settings.current()
    page = glance_at(closed(filled), key, clock=clock)
    assert page.settings == settings
    assert page.first.keys == keys
    assert page.first.lines == lines
    assert len(lines) == FIRST_LINES
    assert any(line.tags for line in lines.values())
    assert any(line.household for line in lines.values())
    assert any(line.grid for line in lines.values())


@pytest.mark.parametrize("days", [-36_500, 36_500])
def test_tags_are_seen_as_they_hold_that_day(filled, key, clock, days):
    clock.moment += timedelta(days=days)
    _, lines = all_that_is_first(filled)
    assert glance_at(closed(filled), key, clock=clock).first.lines == lines


def test_an_empty_station_shows_nobody(station, key, clock):
    page = glance_at(closed(station), key, clock=clock)
    assert len(page.first.keys) == 0
    assert page.first.lines == {}


@pytest.fixture
def worker(filled):
    """A grid worker of the first grid; the first there belongs to a household elsewhere."""
    grid, other = (
        filled.lists.keys(ResidentFilter(grids=(each.id,))) for each in filled.places.grids()[:2]
    )
    here, there = (
        filled.residents.resident(filled.lists.key_of_line(keys[0])) for keys in (grid, other)
    )
    filled.households.join(here.id, there.household_id, "97", version=here.version)
    return employ(filled, Role.GRID_WORKER, "网格员", grids=(filled.places.grids()[0].id,))


def test_a_grid_worker_sees_his_grids_only(filled, worker, key, clock):
    keys, lines = all_that_is_first(as_seen_by(filled, worker))
    everybody, _ = all_that_is_first(filled)
    page = glance_at(closed(filled), key, owner=worker, clock=clock)
    assert page.first.keys == keys
    assert page.first.lines == lines
    assert 0 < len(keys) < len(everybody)
    assert lines[keys[0]].household == ""
    assert lines[keys[1]].household != ""


def test_whoever_may_not_read_of_residents_is_shown_nothing(filled, key, clock):
    auditor, clerk = (employ(filled, role, role.value) for role in (Role.AUDITOR, Role.CLERK))
    keys, _ = all_that_is_first(filled)
    home = closed(filled)
    assert glance_at(home, key, owner=auditor, clock=clock) is None
    assert glance_at(home, key, owner=clerk, clock=clock).first.keys == keys
    # who of the two it is was not said
    assert glance_at(home, key, clock=clock) is None


def test_it_writes_nothing(filled, key, clock):
    home = closed(filled)
    before = home.database.read_bytes(), home.database.stat().st_mtime_ns
    glance_at(home, key, clock=clock)
    assert (home.database.read_bytes(), home.database.stat().st_mtime_ns) == before
    assert not home.database.with_name("station.db-wal").exists()


def test_it_says_nothing_with_a_wrong_key(filled, clock):
    assert glance_at(closed(filled), bytes(32), clock=clock) is None


def test_it_says_nothing_of_a_damaged_store(filled, key, clock, tmp_path):
    home = type(filled.home)(tmp_path / "damaged")
    shutil.copytree(closed(filled).root, home.root)
    assert glance_at(home, key, clock=clock) is not None
    home.database.write_bytes(bytes(8192))
    assert glance_at(home, key, clock=clock) is None


def test_it_says_nothing_of_a_store_that_is_not_there(home, key, clock):
    assert glance_at(home, key, clock=clock) is None


@pytest.mark.parametrize("revision", ["0000", "9999"])
def test_it_says_nothing_of_a_store_of_another_program(filled, key, clock, revision):
    with filled.store.transaction() as tx:
        tx.session.connection().exec_driver_sql(
            "UPDATE alembic_version SET version_num = ?", (revision,)
        )
    assert glance_at(closed(filled), key, clock=clock) is None


def test_it_says_nothing_while_a_log_stands_beside_the_store(filled, key, clock, tmp_path):
    """Who died or is still at work has left one: the ordinary way looks after it."""
    home = type(filled.home)(tmp_path / "left")
    shutil.copytree(filled.home.root, home.root)
    assert glance_at(home, key, clock=clock) is None


def test_a_station_to_come_opens_when_it_is_entered(filled, station_key, clock):
    keys, _ = all_that_is_first(filled)
    waited = []
    station = station_to_come(
        closed(filled), lambda: station_key, wait=lambda: waited.append("here"), clock=clock
    )
    assert waited == []
    assert station.lists.keys(ResidentFilter(), limit=FIRST_KEYS) == keys
    assert station.keeping.back_up().exists()
    assert waited == ["here"]
    station.close()


def test_what_opening_raises_is_told_and_tried_again(station):
    came = [StoreDamagedError(what="revision"), station.store]

    def open_it():
        store = came.pop(0)
        if isinstance(store, Exception):
            raise store
        return store

    store = StoreToCome(open_it)
    with pytest.raises(StoreDamagedError):
        store.reading()
    with store.transaction() as tx:
        assert tx.settings.all() == {}
    assert store.rest()
    assert store.engine is station.store.engine


def test_a_station_never_entered_closes_without_a_word(filled, key, clock):
    store = StoreToCome(lambda: pytest.fail("nobody asked"))
    store.close()
