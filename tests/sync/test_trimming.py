"""Forgetting: behind what all devices have acknowledged, not before 30 days, on a station."""

from __future__ import annotations

from datetime import timedelta

import pytest

from station_app.domain.sync.devices import Device, DeviceId, DeviceKind, DeviceState
from station_app.store.sync.devices import OwnDevice
from tests.sync.records import change, enter, remove
from tests.sync.replicas import KEYS, NOON, exchange, send, take_back, take_in_file
from tests.sync.sights import agree, content, everything, name_of, told

MONTH = timedelta(days=30)
CELLS = "SELECT count(*) FROM sync_cell"
DEATHS = "SELECT count(*) FROM sync_row WHERE life % 2 = 0"


@pytest.fixture
def trio(replica):
    """A station with a desk and a laptop that all know the same: an old edit and a deletion."""
    station, desk, laptop = replica("station"), replica("desk"), replica("laptop")
    enter(station.run, "estate", "e", name="幸福里")
    enter(station.run, "estate", "gone", name="旧村")
    exchange(station, desk, laptop)
    change(station.run, "estate", "e", name="翠竹园")
    remove(station.run, "estate", "gone")
    return station, desk, laptop


@pytest.fixture
def agreed(trio):
    """The same three, and the station knows that both others have it all."""
    station, desk, laptop = trio
    know(station, desk, laptop)
    exchange(*trio)
    return trio


@pytest.fixture
def trimmed(agreed):
    """The same three, a month after the station has forgotten what it may."""
    station, _, _ = agreed
    trim(station)
    later(*agreed)
    return agreed


def know(station, *others, state=DeviceState.ACTIVE):
    """Let *station* know *others* as devices that stand in *state*."""
    with station.store.transaction() as tx:
        for other in others:
            device = Device(
                id=DeviceId(other.name),
                name=other.name,
                kind=DeviceKind.DESK,
                keys=KEYS,
                state=state,
            )
            tx.exchange.devices.keep(device)


def trim(replica, *, after=MONTH + timedelta(hours=1), kind=DeviceKind.STATION):
    """Let *replica* forget what it may, some time after everything was written."""
    own = OwnDevice(
        id=DeviceId(replica.name), name=replica.name, kind=kind, signing=b"", sealing=b""
    )
    with replica.store.transaction() as tx:
        return tx.exchange.trim(own, NOON + after)


def counts(replica):
    return replica.value(CELLS), replica.value(DEATHS)


def later(*replicas, days=31):
    for each in replicas:
        each.clock.true += timedelta(days=days)


def test_what_all_have_acknowledged_is_forgotten_after_a_month(agreed):
    station, _, _ = agreed
    assert counts(station) == (1, 1)

    assert trim(station) == 2

    assert counts(station) == (0, 0)
    assert station.value("SELECT count(*) FROM sync_aside") == 0
    assert name_of(station) == "翠竹园"
    assert agree(*agreed)


def test_nothing_is_forgotten_before_every_device_has_acknowledged_it(trio):
    station, desk, laptop = trio
    know(station, desk, laptop)
    exchange(station, desk)

    assert trim(station) == 0

    assert counts(station) == (1, 1)
    exchange(station, laptop)
    assert trim(station, after=MONTH + timedelta(days=2)) == 2


def test_a_file_that_was_written_is_no_acknowledgement(trio):
    station, desk, laptop = trio
    know(station, desk, laptop)
    for each in (desk, laptop):
        send(station, each)

    assert trim(station) == 0

    assert counts(station) == (1, 1)


def test_a_station_that_exchanges_with_nobody_forgets_nothing(trio):
    station, _, _ = trio

    assert trim(station, after=MONTH * 20) == 0

    assert counts(station) == (1, 1)


def test_a_device_that_has_never_exchanged_is_waited_for(trio, replica):
    station, desk, laptop = trio
    know(station, desk, laptop, replica("new"))
    exchange(*trio)

    assert trim(station) == 0


def test_nothing_younger_than_a_month_is_forgotten(agreed):
    station, _, _ = agreed

    assert trim(station, after=MONTH - timedelta(hours=1)) == 0

    assert counts(station) == (1, 1)


def test_of_what_is_old_and_what_is_young_only_the_old_goes(trio):
    station, desk, laptop = trio
    know(station, desk, laptop)
    later(*trio)
    enter(station.run, "estate", "f", name="和平村")
    change(station.run, "estate", "f", name="新村")
    exchange(*trio)

    assert trim(station) == 2

    assert station.rows("SELECT row FROM sync_cell") == [("f",)]


@pytest.mark.parametrize("state", [DeviceState.LOST, DeviceState.RETIRED])
def test_a_device_that_does_not_come_back_is_not_waited_for(trio, state):
    station, desk, laptop = trio
    know(station, desk)
    know(station, laptop, state=state)
    exchange(station, desk)

    assert trim(station) == 2


def test_a_suspended_device_is_waited_for(trio):
    station, desk, laptop = trio
    know(station, desk)
    know(station, laptop, state=DeviceState.SUSPENDED)
    exchange(station, desk)

    assert trim(station) == 0


@pytest.mark.parametrize("kind", [DeviceKind.DESK, DeviceKind.LAPTOP, DeviceKind.HUB])
def test_only_a_station_forgets_versions_and_deletions(trio, kind):
    station, desk, laptop = trio
    know(desk, station, laptop)
    exchange(*trio)
    before = counts(desk)

    assert trim(desk, kind=kind) == 0

    assert counts(desk) == before == (1, 1)


def test_it_is_done_once_a_day(trio):
    station, desk, laptop = trio
    know(station, desk)
    exchange(station, desk)
    know(station, laptop)
    assert trim(station) == 0
    exchange(*trio)

    assert trim(station) == 0
    assert counts(station) == (1, 1)
    assert trim(station, after=MONTH + timedelta(days=1, hours=1)) == 2


def test_a_conflict_keeps_the_versions_it_is_about(agreed):
    station, desk, _ = agreed
    for replica, name in ((station, "一村"), (desk, "二村")):
        change(replica.run, "estate", "e", name=name)
    enter(station.run, "estate", "f", name="和平村")
    change(station.run, "estate", "f", name="新村")
    exchange(*agreed)
    assert len(told(station)) == 1
    before = everything(desk)[3]

    trim(station)

    assert station.rows("SELECT DISTINCT row FROM sync_cell") == [("e",)]
    assert everything(station)[3] == before
    exchange(*agreed)
    assert agree(*agreed)


def test_contexts_in_use_stay_and_the_others_go(trio):
    station, desk, laptop = trio
    know(station, desk, laptop)
    for n in range(6):
        enter(desk.run, "estate", f"d{n}", name="x")
        exchange(*trio)
    known = "SELECT count(DISTINCT site || '-' || ctx) FROM sync_known"
    before = station.value(known)

    trim(station)

    assert 0 < station.value(known) < before
    missing = station.rows(
        "SELECT site, ctx FROM sync_row WHERE ctx > 0 AND (site, ctx) IN"
        " (SELECT site, ctx FROM sync_clock) AND (site, ctx) NOT IN"
        " (SELECT site, ctx FROM sync_known)"
    )
    assert missing == []
    change(station.run, "estate", "d1", name="y")
    exchange(*trio)
    assert told(station) == []
    assert {name_of(each, "d1") for each in trio} == {"y"}


def test_after_it_edits_still_replace_what_they_had_seen(trimmed):
    _, desk, laptop = trimmed

    change(desk.run, "estate", "e", name="一村")
    exchange(*trimmed)
    change(laptop.run, "estate", "e", name="二村")
    exchange(*trimmed)

    assert [name_of(each) for each in trimmed] == ["二村"] * 3
    assert [told(each) for each in trimmed] == [[]] * 3
    assert agree(*trimmed)


def test_after_it_edits_at_two_ends_are_still_told_as_a_conflict(trimmed):
    _, desk, laptop = trimmed

    change(desk.run, "estate", "e", name="一村")
    change(laptop.run, "estate", "e", name="二村")
    exchange(*trimmed)

    assert [len(told(each)) for each in trimmed] == [1] * 3
    assert len({name_of(each) for each in trimmed}) == 1
    assert agree(*trimmed)


@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(days=4000)])
def test_a_file_of_long_ago_brings_nobody_back(replica, ahead):
    station, desk, laptop = replica("station"), replica("desk"), replica("laptop")
    desk.clock.error = ahead
    know(station, desk, laptop)
    enter(desk.run, "estate", "gone", name="旧村")
    change(desk.run, "estate", "gone", name="老村")
    delayed = desk.collect(station)
    exchange(station, desk, laptop)
    station.clock.error = ahead
    remove(station.run, "estate", "gone")
    exchange(station, desk, laptop)
    assert trim(station, after=ahead + MONTH + timedelta(days=1)) > 0
    assert station.value("SELECT count(*) FROM sync_row") == 0

    merged = station.take_in(delayed, desk)

    assert (merged.added, merged.changed) == (0, 0)
    assert content(station) == {}
    exchange(station, desk, laptop)
    assert [content(each) for each in (station, desk, laptop)] == [{}] * 3
    assert agree(station, desk, laptop)


def test_one_that_was_entered_again_under_the_same_key_comes_to_all(trimmed):
    _, desk, _ = trimmed

    enter(desk.run, "estate", "gone", name="新村")
    exchange(*trimmed)

    assert [name_of(each, "gone") for each in trimmed] == ["新村"] * 3
    assert agree(*trimmed)


def test_what_a_file_removed_lives_again_everywhere_when_it_is_taken_back_late(trio):
    station, desk, laptop = trio
    know(station, desk, laptop)
    enter(station.run, "estate", "f", name="和平村")
    exchange(*trio)
    remove(desk.run, "estate", "f")
    line = take_in_file(desk, station)
    exchange(*trio)
    trim(station)
    later(*trio)

    take_back(station, line)
    exchange(*trio)

    assert [name_of(each, "f") for each in trio] == ["和平村"] * 3
    assert agree(*trio)


def test_a_desk_that_joins_afterwards_has_what_the_others_have(agreed, replica):
    station, desk, laptop = agreed
    trim(station)
    late = replica("late")
    know(station, late)

    exchange(station, late)
    change(late.run, "estate", "e", name="三村")
    exchange(station, desk, laptop, late)

    everyone = (station, desk, laptop, late)
    assert {name_of(each) for each in everyone} == {"三村"}
    assert agree(*everyone)
    assert [told(each) for each in everyone] == [[]] * 4


def test_a_device_put_back_from_a_copy_of_before_agrees_again(trio):
    station, desk, laptop = trio
    know(station, desk, laptop)
    copy = desk.backup()
    exchange(*trio)
    trim(station)
    later(*trio)

    desk.restore(copy)
    exchange(*trio)

    assert [name_of(each) for each in trio] == ["翠竹园"] * 3
    assert [name_of(each, "gone") for each in trio] == [None] * 3
    assert agree(*trio)
