from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from station_app.domain.places import GridDraft
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.sync.devices import DeviceKind, DeviceState, Scope, ScopeKind
from station_app.services.sync.comparing import Cause, Match
from station_app.services.sync.standing import FileState, Trouble
from tests.factories import a_resident
from tests.stations import back_and_forth, card, own

NUMBER = "310000198502280022"
HOME = "幸福里小区3幢2单元501室"
OTHER_HOME = "和平新村9幢901室"


def of(station, other):
    return station.standing.standing().device(own(other).id)


def call(station, name):
    """Note another phone of *name*."""
    found = station.lists.lines(station.lists.keys(ResidentFilter())).values()
    person = station.residents.resident(next(line.id for line in found if line.name == name))
    station.residents.correct(
        person.id, replace(person.particulars, phone="13800138000"), version=person.version
    )


def test_a_station_of_one_computer_has_nothing_to_say(station):
    standing = station.standing.standing()
    assert standing.is_alone
    assert (standing.unsent, standing.unconfirmed, standing.waiting, standing.conflicts) == (
        (0,) * 4
    )
    assert standing.own.kind is DeviceKind.STATION


def test_asking_how_it_stands_writes_nothing(station):
    with station.store.reading() as tx:
        before = tx.exchange.sites.counter()
    station.standing.standing()
    with station.store.reading() as tx:
        assert tx.exchange.devices.own() is None
        assert tx.exchange.sites.counter() == before


def test_a_change_is_unsent_then_unconfirmed_then_neither(pair, stick):
    one, other = pair
    a_resident(one)
    assert of(one, other).unsent > 0
    assert of(one, other).unconfirmed == 0
    one.exchange.write_for_all(stick)
    written = of(one, other)
    assert (written.unsent, written.sent) == (0, 1)
    assert written.unconfirmed > 0
    other.exchange.exchange(stick)
    one.exchange.exchange(stick)
    assert (of(one, other).unsent, of(one, other).unconfirmed, of(one, other).got) == (0, 0, 1)


def test_what_is_unsent_for_two_devices_counts_once(places, pair):
    one, other = pair
    a_resident(one)
    alone = one.standing.standing().unsent
    assert alone == of(one, other).unsent
    places.introduce(one, places.make("另一窗口"))
    assert one.standing.standing().unsent == alone


def test_a_receipt_of_a_receipt_is_awaited_by_nobody(pair, stick):
    one, other = pair
    a_resident(one)
    back_and_forth(one, other, stick)
    for station in pair:
        standing = station.standing.standing()
        assert (standing.unsent, standing.unconfirmed) == (0, 0)


def test_another_grid_is_not_unsent_for_a_laptop(places, pair, stick):
    one, _ = pair
    grid, other_grid = (
        one.places.draw_grid(GridDraft(code=code, name=code)).value for code in ("1", "2")
    )
    a_resident(one, address=HOME)
    a_resident(one, "李四", number=NUMBER, address=OTHER_HOME)
    buildings = {each.name: each.id for each in one.places.buildings()}
    one.places.assign({buildings["3"]: grid, buildings["9"]: other_grid})
    laptop = places.make("平板", DeviceKind.LAPTOP)
    places.introduce(one, laptop, scope=Scope(kind=ScopeKind.GRIDS, grids=frozenset({grid})))
    places.introduce(laptop, one)
    back_and_forth(one, laptop, stick)
    assert of(one, laptop).unsent == 0
    call(one, "李四")
    assert of(one, laptop).unsent == 0
    call(one, "张三")
    assert of(one, laptop).unsent > 0


def test_what_came_and_went_between_two_files_is_unsent_to_no_laptop(places, pair, stick):
    one, _ = pair
    grid = one.places.draw_grid(GridDraft(code="1", name="一网格")).value
    laptop = places.make("平板", DeviceKind.LAPTOP)
    places.introduce(one, laptop, scope=Scope(kind=ScopeKind.GRIDS, grids=frozenset({grid})))
    places.introduce(laptop, one)
    back_and_forth(one, laptop, stick)
    drawn = one.places.draw_grid(GridDraft(code="2", name="二网格")).value
    assert of(one, laptop).unsent > 0
    with one.store.transaction() as tx:
        tx.bulk("DELETE FROM grid WHERE id = ?", [(drawn,)])
    assert of(one, laptop).unsent == 0


@pytest.mark.parametrize(
    ("about", "trouble"),
    [
        ({"expires_on": -1}, Trouble.EXPIRED),
        ({"enrolled_at": -15}, Trouble.SILENT),
        ({"state": DeviceState.SUSPENDED}, Trouble.SUSPENDED),
    ],
)
def test_a_device_in_trouble_is_told(places, pair, clock, about, trouble):
    one, other = pair
    days = {"expires_on": clock.today, "enrolled_at": clock.now}
    said = {
        name: days[name]() + timedelta(days=value) if name in days else value
        for name, value in about.items()
    }
    places.introduce(one, other, **said)
    assert of(one, other).troubles == {trouble}


def test_a_device_out_of_use_is_in_no_trouble(places, pair, clock):
    one, other = pair
    former = clock.now() - timedelta(days=99)
    places.introduce(one, other, state=DeviceState.RETIRED, enrolled_at=former)
    a_resident(one)
    assert of(one, other).troubles == frozenset()
    assert one.standing.standing().unsent == 0


def test_files_are_told_with_what_became_of_them(pair, stick):
    one, other = pair
    a_resident(one)
    one.exchange.write_for_all(stick)
    assert one.standing.files()[0].state is FileState.WRITTEN
    other.exchange.exchange(stick)
    taken = next(file for file in other.standing.files() if not file.is_ours)
    assert (taken.state, taken.device, taken.number) == (FileState.TAKEN, "站", 1)
    assert taken.can_be_taken_back
    one.exchange.exchange(stick)
    first = next(file for file in one.standing.files() if file.is_ours and file.number == 1)
    assert first.state is FileState.ARRIVED
    other.exchange.take_back(taken.sha256)
    taken = next(file for file in other.standing.files() if not file.is_ours)
    assert taken.state is FileState.UNDONE
    assert not taken.can_be_taken_back


def test_two_that_hold_the_same_compare_equal(pair, stick):
    one, other = pair
    a_resident(one, address=HOME)
    back_and_forth(one, other, stick)
    found = one.standing.comparison()
    assert {line.match for line in found.lines} == {Match.EQUAL}
    assert found.told[0].number > 0


def test_what_is_merely_on_its_way_is_no_error(pair, stick):
    one, other = pair
    a_resident(one)
    back_and_forth(one, other, stick)
    a_resident(one, "李四", number=NUMBER)
    found = one.standing.comparison(own(other).id)
    line = next(line for line in found.lines if line.table == "resident")
    assert line.match is Match.ON_ITS_WAY
    assert line.here == 2
    assert line.cells[own(other).id].there == 1
    records = one.standing.records(own(other).id, "resident", "")
    assert [(each.title, each.cause) for each in records] == [("李四", Cause.CHANGED)]


def test_what_is_not_explained_is_told_first(pair, stick):
    one, other = pair
    person = a_resident(one)
    back_and_forth(one, other, stick)
    # behind the back of the triggers, as a fault of the disk would
    with one.store.transaction() as tx:
        tx.bulk("UPDATE sync_clock SET hush = ?", [(1,)])
        tx.bulk("UPDATE resident SET phone = ? WHERE id = ?", [("1", person.id)])
        tx.bulk("UPDATE sync_clock SET hush = ?", [(0,)])
        tx.bulk("UPDATE sync_sum SET digest = digest + ? WHERE tbl = 7", [(1,)])
    found = one.standing.comparison()
    assert (found.lines[0].table, found.lines[0].match) == ("resident", Match.DIFFERENT)


def test_grids_stand_in_the_order_of_their_codes(pair, stick):
    one, other = pair
    names = ("一网格", "二网格", "三网格")
    grids = [
        one.places.draw_grid(GridDraft(code=str(at), name=name)).value
        for at, name in enumerate(names)
    ]
    for at, grid in enumerate(grids, start=1):
        a_resident(one, f"人{at}", number="", address=f"幸福里小区{at}幢1单元101室")
        building = next(each for each in one.places.buildings() if each.name == str(at))
        one.places.assign({building.id: grid})
    back_and_forth(one, other, stick)
    people = [line for line in one.standing.comparison().lines if line.table == "resident"]
    assert [line.grid_name for line in people] == list(names)


def test_a_device_that_has_told_nothing_has_no_column(pair):
    one, _ = pair
    found = one.standing.comparison()
    assert found.lines == ()
    assert [(told.number, told.at) for told in found.told] == [(0, None)]


def test_a_laptop_is_compared_by_its_grids_alone(places, pair, stick):
    one, _ = pair
    grid = one.places.draw_grid(GridDraft(code="1", name="一网格")).value
    a_resident(one, address=HOME)
    a_resident(one, "李四", number=NUMBER, address=OTHER_HOME)
    buildings = {each.name: each.id for each in one.places.buildings()}
    one.places.assign({buildings["3"]: grid})
    laptop = places.make(
        "平板", DeviceKind.LAPTOP, Scope(kind=ScopeKind.GRIDS, grids=frozenset({grid}))
    )
    places.introduce(one, laptop)
    places.introduce(laptop, one)
    back_and_forth(one, laptop, stick)
    for here, there in ((one, laptop), (laptop, one)):
        found = here.standing.comparison(own(there).id)
        assert {line.match for line in found.lines} == {Match.EQUAL}
        people = [line for line in found.lines if line.table == "resident"]
        assert [(line.grid_name, line.here) for line in people] == [("一网格", 1)]


def test_a_hub_is_compared_by_our_grids_alone(places, stick):
    hub = places.make("街道", DeviceKind.HUB)
    one = places.make("站一", DeviceKind.STATION)
    two = places.make("站二", DeviceKind.STATION)
    for number, station in ((None, one), (NUMBER, two)):
        places.introduce(hub, station, scope=Scope(kind=ScopeKind.OWN))
        places.introduce(station, hub)
        grid = station.places.draw_grid(GridDraft(code="1", name=card(station).name)).value
        a_resident(station, address=HOME, **({"number": number} if number else {}))
        station.places.assign({station.places.buildings()[0].id: grid})
    for station in (one, two):
        back_and_forth(station, hub, stick)
    for here, there in ((one, hub), (hub, one)):
        found = here.standing.comparison(own(there).id)
        assert {line.match for line in found.lines} == {Match.EQUAL}
        assert {line.grid_name for line in found.lines} == {"站一"}
