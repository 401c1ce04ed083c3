"""Partial copies: their grids and what these refer to, nothing else; whole when rows enter."""

from __future__ import annotations

import pytest

from tests.sync.records import change, enter, enter_town, remove
from tests.sync.replicas import BOTH, FIRST, OWN, exchange, send
from tests.sync.sights import conflicts, content, lives, name_of, versions, waiting


def enter_people(run):
    for n in ("1", "2"):
        enter(run, "household", f"h{n}", dwelling_id=f"d{n}")
        enter(run, "resident", f"r{n}", name=f"居民{n}", household_id=f"h{n}", dwelling_id=f"d{n}")
        enter(run, "document", f"p{n}", resident_id=f"r{n}", number=n)
        enter(run, "resident_tag", f"t{n}", resident_id=f"r{n}")


@pytest.fixture
def outing(replica):
    """A station, and a laptop that holds the first grid."""
    station, laptop = replica("station"), replica("laptop", own_scope=FIRST)
    station.views["laptop"] = FIRST
    with station.writing() as run:
        enter_town(run)
        enter_people(run)
    exchange(station, laptop)
    return station, laptop


def keys(replica, *tables):
    return {key for table, key in content(replica) if table in tables}


def scope_of(station, laptop, scope):
    station.views["laptop"] = scope
    laptop.own_scope = scope


def test_a_partial_copy_holds_its_grids_and_nothing_else(outing):
    _, laptop = outing

    assert keys(laptop, "dwelling", "household", "resident", "document", "resident_tag") == {
        *("d1", "h1", "r1", "p1", "t1")
    }
    assert keys(laptop, "estate", "grid", "building") == {"e", "g1", "g2", "b1", "b2"}


def test_what_its_rows_refer_to_comes_with_them(outing):
    station, laptop = outing
    enter(station.run, "household", "h3", dwelling_id="d2", note="另一格")
    change(station.run, "resident", "r1", household_id="h3")

    exchange(station, laptop)

    assert keys(laptop, "household", "dwelling") == {"h1", "h3", "d1", "d2"}
    assert keys(laptop, "resident") == {"r1"}


def test_a_row_that_enters_travels_whole_with_its_versions(outing):
    station, laptop = outing
    change(station.run, "resident", "r2", name="改名")
    exchange(station, laptop)

    change(station.run, "resident", "r2", dwelling_id="d1")
    exchange(station, laptop)

    assert content(laptop)["resident", "r2"] == content(station)["resident", "r2"]
    assert (
        versions(laptop)["resident", "r2", "name"] == versions(station)["resident", "r2", "name"]
    )
    assert ("document", "p2") in content(laptop)


def test_a_row_that_leaves_is_let_go_not_deleted(outing):
    station, laptop = outing
    with station.writing() as run:
        change(run, "resident", "r1", dwelling_id="d2", household_id=None)

    exchange(station, laptop)

    assert keys(laptop, "resident", "document", "resident_tag") == set()
    assert ("resident", "r1") not in lives(laptop)
    assert {"r1", "p1", "t1"} <= keys(station, "resident", "document", "resident_tag")
    assert lives(station)["resident", "r1"][0] == 1


def test_letting_go_waits_for_what_was_entered_here(outing):
    station, laptop = outing
    change(station.run, "resident", "r1", dwelling_id="d2", household_id=None)
    file = station.collect(laptop)
    change(laptop.run, "resident", "r1", note="未送")

    laptop.take_in(file, station)
    assert content(laptop)["resident", "r1"]["note"] == "未送"

    exchange(station, laptop)
    assert content(station)["resident", "r1"]["note"] == "未送"
    assert keys(laptop, "resident") == set()


def test_letting_go_waits_for_a_row_that_was_entered_below_it(outing):
    station, laptop = outing
    change(station.run, "resident", "r1", dwelling_id="d2", household_id=None)
    file = station.collect(laptop)
    enter(laptop.run, "document", "p9", resident_id="r1", number="9")

    laptop.take_in(file, station)
    assert {"r1", "p9"} <= keys(laptop, "resident", "document")

    exchange(station, laptop)
    assert "p9" in keys(station, "document")
    assert keys(laptop, "resident", "document") == set()


def test_a_row_that_comes_back_is_held_again(outing):
    station, laptop = outing
    change(station.run, "resident", "r1", dwelling_id="d2", household_id=None)
    exchange(station, laptop)
    change(station.run, "resident", "r1", dwelling_id="d1", name="回来")

    exchange(station, laptop)

    assert name_of(laptop, "r1", "resident") == "回来"
    assert {"p1", "t1"} <= keys(laptop, "document", "resident_tag")


def test_rows_that_entered_by_a_lost_file_are_sent_again(outing):
    station, laptop = outing
    change(station.run, "resident", "r2", dwelling_id="d1")
    station.collect(laptop)

    send(station, laptop)

    assert "r2" in keys(laptop, "resident")


def test_rows_of_a_wider_scope_are_sent_again_when_the_file_is_lost(outing):
    station, laptop = outing
    scope_of(station, laptop, BOTH)
    station.collect(laptop)
    exchange(station, laptop)
    assert "r2" in keys(laptop, "resident")


def test_rows_of_a_wider_scope_come_though_nothing_was_written(outing):
    station, laptop = outing
    for _ in range(3):
        scope_of(station, laptop, BOTH)
        lost = station.collect(laptop)
        send(laptop, station)
    assert lost.counts()["rows"] > 0

    exchange(station, laptop)

    assert keys(laptop, "resident") == {"r1", "r2"}


def test_an_earlier_file_does_not_acknowledge_rows_that_entered_after_it(outing):
    station, laptop = outing
    enter(station.run, "estate", "f", name="又")
    narrow = station.collect(laptop)
    scope_of(station, laptop, BOTH)
    station.collect(laptop)
    laptop.take_in(narrow, station)
    send(laptop, station)

    exchange(station, laptop)

    assert keys(laptop, "resident") == {"r1", "r2"}


def test_rows_of_a_narrower_scope_are_let_go_though_the_file_was_lost(outing):
    station, laptop = outing
    scope_of(station, laptop, BOTH)
    exchange(station, laptop)
    scope_of(station, laptop, FIRST)
    station.collect(laptop)
    send(laptop, station)

    exchange(station, laptop)

    assert keys(laptop, "resident") == {"r1"}


def test_a_late_file_lets_nothing_go_that_has_come_back(outing):
    station, laptop = outing
    change(station.run, "resident", "r1", dwelling_id="d2", household_id=None)
    leaving = station.collect(laptop)
    laptop.take_in(leaving, station)
    exchange(station, laptop)
    change(station.run, "resident", "r1", dwelling_id="d1")
    exchange(station, laptop)

    laptop.take_in(leaving, station)
    exchange(station, laptop)

    assert "r1" in keys(laptop, "resident")


def test_a_late_file_brings_nothing_back_that_was_let_go(outing):
    station, laptop = outing
    change(station.run, "resident", "r2", dwelling_id="d1")
    entering = station.collect(laptop)
    laptop.take_in(entering, station)
    exchange(station, laptop)
    change(station.run, "resident", "r2", dwelling_id="d2")
    exchange(station, laptop)
    assert keys(laptop, "resident") == {"r1"}

    laptop.take_in(entering, station)
    exchange(station, laptop)

    assert keys(laptop, "resident") == {"r1"}


def test_what_a_laptop_enters_arrives_and_stays_with_it(outing):
    station, laptop = outing
    enter(laptop.run, "resident", "r5", name="新", dwelling_id="d1")

    exchange(station, laptop)

    assert name_of(station, "r5", "resident") == "新"
    assert "r5" in keys(laptop, "resident")
    change(station.run, "resident", "r5", name="又")
    exchange(station, laptop)
    assert name_of(laptop, "r5", "resident") == "又"


def test_a_laptop_vouches_for_nothing_but_its_own(outing, replica):
    station, laptop = outing
    desk = replica("desk")
    change(station.run, "resident", "r2", name="改名")
    send(station, laptop)

    bundle = laptop.collect(desk)

    assert set(bundle.knowledge) == {bundle.site}


def test_what_was_vouched_for_by_a_laptop_does_not_hide_other_rows(outing, replica):
    station, laptop = outing
    desk = replica("desk")
    desk.views["laptop"] = FIRST
    send(laptop, desk)

    exchange(station, desk)

    assert content(desk) == content(station)


def test_a_conflict_of_a_row_that_enters_comes_with_it(outing, replica):
    station, laptop = outing
    desk = replica("desk")
    exchange(station, desk)
    change(station.run, "resident", "r2", name="甲")
    change(desk.run, "resident", "r2", name="乙")
    exchange(station, desk)
    exchange(station, laptop)
    assert conflicts(laptop) == {}

    change(station.run, "resident", "r2", dwelling_id="d1")
    exchange(station, laptop)

    assert conflicts(laptop) == conflicts(station) != {}


def test_a_deleted_row_goes_from_a_partial_copy(outing):
    station, laptop = outing
    remove(station.run, "resident", "r1")

    exchange(station, laptop)

    assert keys(laptop, "resident", "document", "resident_tag") == set()
    assert lives(laptop)["resident", "r1"][0] == 2


def test_a_laptop_put_back_from_a_copy_lets_go_again_of_what_had_left(outing):
    station, laptop = outing
    backup = laptop.backup()
    change(station.run, "resident", "r1", dwelling_id="d2", household_id=None)
    exchange(station, laptop)
    enter(station.run, "estate", "f", name="又")
    exchange(station, laptop)

    laptop.restore(backup)
    exchange(station, laptop, rounds=4)

    assert keys(laptop, "resident", "document") == set()


def test_what_a_laptop_put_back_had_not_sent_is_not_let_go_unsent(outing):
    station, laptop = outing
    change(laptop.run, "resident", "r1", note="未送")
    laptop.collect(station)
    backup = laptop.backup()
    enter(laptop.run, "resident", "r9", name="丢", dwelling_id="d1")
    laptop.collect(station)
    change(station.run, "resident", "r1", dwelling_id="d2", household_id=None)
    laptop.restore(backup)

    send(station, laptop)
    exchange(station, laptop)

    assert content(station)["resident", "r1"]["note"] == "未送"


def test_a_station_put_back_does_not_believe_it_holds_what_a_laptop_let_go(outing, replica):
    station, laptop = outing
    desk = replica("desk")
    exchange(station, desk)
    backup = station.backup()
    enter(laptop.run, "resident", "r5", name="新", dwelling_id="d1")
    exchange(station, laptop)
    exchange(station, desk)
    change(desk.run, "resident", "r5", dwelling_id="d2")
    change(desk.run, "resident", "r5", name="改")
    exchange(station, desk)
    exchange(station, laptop)
    assert keys(laptop, "resident") == {"r1"}

    station.restore(backup)
    exchange(station, laptop)
    exchange(station, desk)

    assert content(desk) == content(station)
    assert lives(desk) == lives(station)


def test_a_station_put_back_learns_what_a_laptop_holds(outing, replica):
    station, laptop = outing
    desk = replica("desk")
    exchange(station, desk)
    backup = station.backup()
    change(desk.run, "resident", "r2", dwelling_id="d1")
    exchange(station, desk)
    exchange(station, laptop)
    station.restore(backup)
    change(desk.run, "resident", "r2", dwelling_id="d2")

    send(desk, station)
    exchange(station, laptop)
    exchange(station, desk)
    exchange(station, laptop)

    assert keys(laptop, "resident") == {"r1"}


def test_a_laptop_that_brings_a_row_again_hears_that_it_was_deleted(outing):
    station, laptop = outing
    backup = station.backup()
    enter(station.run, "resident", "r3", name="一", dwelling_id="d1")
    exchange(station, laptop)
    station.restore(backup)
    enter(station.run, "resident", "r3", name="二", dwelling_id="d2")
    remove(station.run, "resident", "r3")

    send(station, laptop)
    exchange(station, laptop)

    assert lives(laptop)["resident", "r3"][0] == 2
    assert keys(laptop, "resident") == {"r1"}


def test_a_row_that_waits_at_the_station_is_let_go(outing):
    station, laptop = outing
    remove(station.run, "document", "p1")
    exchange(station, laptop)
    change(station.run, "resident", "r1", dwelling_id="d2", household_id=None)
    lost = station.collect(laptop)
    remove(station.run, "resident", "r1")
    enter(laptop.run, "document", "p1", resident_id="r1", number="再")

    exchange(station, laptop, rounds=4)

    assert lost.counts()["evicted"] > 0
    assert waiting(station) == [("document", "p1")]
    assert keys(laptop, "resident", "document") == set()


def test_a_hub_returns_to_a_station_only_what_came_from_it(replica):
    station, hub = replica("station"), replica("hub")
    hub.views["station"] = OWN
    enter(station.run, "resident", "r", name="张三")
    enter(hub.run, "resident", "x", name="别处")
    exchange(station, hub)

    change(hub.run, "resident", "r", name="更正")
    change(hub.run, "resident", "x", name="不送")
    exchange(station, hub)

    assert name_of(station, "r", "resident") == "更正"
    assert keys(station, "resident") == {"r"}
    assert waiting(station) == []
