"""A file holds what its reader takes; what is for nobody hides nothing of what is for somebody."""

from __future__ import annotations

import pytest

from station_app.domain.sync.devices import Scope
from station_app.store.sync import portioning, tallies
from station_app.store.sync.tallies import Receiver
from tests.sync.records import change, enter, enter_town, remove
from tests.sync.replicas import BOTH, FIRST, exchange, send
from tests.sync.sights import content, waiting


@pytest.fixture
def outing(replica):
    """A station with a person in the second grid, and a laptop that holds the first."""
    station, laptop = replica("station"), replica("laptop", own_scope=FIRST)
    station.views["laptop"] = FIRST
    with station.writing() as run:
        enter_town(run)
        enter(run, "resident", "r2", name="王五", dwelling_id="d2")
    exchange(station, laptop)
    return station, laptop


def people_come(desk, count):
    with desk.writing() as run:
        enter_town(run)
        for n in range(count):
            enter(run, "resident", f"r{n}", name="x", dwelling_id="d1")


def attach(run, key, *, resident, size=60):
    enter(run, "attachment", key, resident_id=resident, name="照片", size=size)
    run("INSERT INTO attachment_content VALUES (?, ?)", key, bytes(size))


def contents(bundle):
    return sum(len(b.rows.keys) for b in bundle.tables if b.rows and b.table.endswith("_content"))


def test_a_file_ends_where_a_reader_would_take_no_more_values(pair, monkeypatch):
    desk, laptop = pair
    people_come(desk, 6)
    monkeypatch.setattr(portioning, "MOST_VALUES", 200)

    parts = []
    for _ in range(8):
        bundle = desk.collect(laptop)
        parts.append(bundle.counts()["rows"])
        laptop.take_in(bundle, desk)
        send(laptop, desk)

    assert max(parts) < sum(parts) == 13
    assert content(desk) == content(laptop)


def test_cells_that_go_along_with_their_row_count_where_it_stands(pair, monkeypatch):
    desk, laptop = pair
    people_come(desk, 2)
    for n in range(2):
        change(desk.run, "resident", f"r{n}", name="y", note="z", phone="1", employer="w")
    monkeypatch.setattr(portioning, "MOST_VALUES", 270)

    bundle = desk.collect(laptop)

    people = next(block.rows for block in bundle.tables if block.table == "resident")
    assert list(people.keys) == ["r0"]


def test_an_attachment_that_was_removed_fills_a_file_like_any_other(pair, monkeypatch):
    desk, laptop = pair
    enter(desk.run, "resident", "r", name="张三")
    for n in range(3):
        attach(desk.run, f"a{n}", resident="r")
    desk.run("DELETE FROM attachment_content")
    monkeypatch.setattr(portioning, "MOST_BYTES", 100)

    assert contents(desk.collect(laptop)) == 1


@pytest.fixture
def entering(outing, monkeypatch):
    """The same two, when more enters the laptop's part than one file holds."""
    station, laptop = outing
    for n in range(3):
        attach(station.run, f"a{n}", resident="r2")
    exchange(station, laptop)
    monkeypatch.setattr(portioning, "MOST_BYTES", 100)
    station.views["laptop"] = laptop.own_scope = BOTH
    return outing


def test_what_enters_a_partial_copy_comes_in_as_many_files_as_it_fills(entering):
    station, laptop = entering
    counts = []
    for _ in range(4):
        bundle = station.collect(laptop)
        counts.append(contents(bundle))
        laptop.take_in(bundle, station)
        send(laptop, station)

    assert counts == [1, 1, 1, 0]
    assert content(laptop) == content(station)
    assert waiting(laptop) == waiting(station)


def test_a_lost_file_of_what_enters_is_not_acknowledged_by_the_next(entering):
    station, laptop = entering
    first = station.collect(laptop)
    with station.store.transaction() as tx:
        device = station.device(laptop)
        tx.exchange.collect(device, own_scope=station.own_scope, base=first.top)
    attach(station.run, "0", resident="r2")

    exchange(station, laptop, rounds=6)

    assert content(laptop) == content(station)


def test_what_is_of_other_grids_does_not_hide_what_a_laptop_is_to_have(outing, monkeypatch):
    station, _ = outing
    monkeypatch.setattr(tallies, "MOST", 3)
    with station.writing() as run:
        for n in range(5):
            enter(run, "resident", f"o{n}", name="x", dwelling_id="d2")
        enter(run, "resident", "r1", name="李四", dwelling_id="d1")

    with station.store.transaction() as tx:
        tx.exchange.placing.refresh()
        acked, counter = tx.exchange.peers.ledger("laptop").acked, tx.exchange.sites.counter()
        pending = tx.exchange.tallies.pending([Receiver("laptop", FIRST, acked, counter)])

    assert pending == 1


def test_what_a_device_has_sent_does_not_hide_what_it_has_not(pair, monkeypatch):
    desk, laptop = pair
    monkeypatch.setattr(tallies, "MOST", 3)
    with laptop.writing() as run:
        enter_town(run)
    exchange(desk, laptop)
    with laptop.writing() as run:
        for n in range(5):
            enter(run, "resident", f"r{n}", name="x", dwelling_id="d1")
    send(laptop, desk)
    remove(desk.run, "resident", "r0")
    enter(desk.run, "resident", "mine", name="y", dwelling_id="d1")

    with desk.store.transaction() as tx:
        acked, counter = tx.exchange.peers.ledger("laptop").acked, tx.exchange.sites.counter()
        pending = tx.exchange.tallies.pending([Receiver("laptop", Scope(), acked, counter)])

    assert pending == 2
