"""Files that go back and forth: numbered, chained, taken in once, then silence."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from station_app.domain.sync.devices import DeviceKind
from station_app.domain.sync.files import EXTENSION
from tests.services.sync.exchanging.files import (
    PEOPLE,
    digest_of,
    enter,
    header_of,
    ledger,
    names,
    state,
    take,
    write,
)
from tests.stations import back_and_forth, own


def count(station, act):
    with station.store.reading() as tx:
        return tx.audit.count(act)


def lines(station, act):
    with station.store.reading() as tx:
        found = tx.session.connection().exec_driver_sql(
            "SELECT record_id, facts FROM audit_entry WHERE act = ? ORDER BY seq", (act,)
        )
        told = [(key, json.loads(facts)) for key, facts in found]
    return [(key, {name: facts[name] for name in facts if name != "hlc"}) for key, facts in told]


def test_files_are_numbered_and_each_names_the_one_before(pair, stick):
    one, other = pair
    paths = []
    for name in PEOPLE[:3]:
        enter(one, name)
        paths += [each.path for each in write(one, stick)]
    headers = [header_of(path) for path in paths]
    assert [header.number for header in headers] == [1, 2, 3]
    assert [header.former for header in headers] == ["", *map(digest_of, paths[:2])]
    assert {header.receiver for header in headers} == {own(other).id}
    assert {(header.sender, header.sender_name) for header in headers} == {(own(one).id, "站")}
    assert len({header.site for header in headers}) == 1


def test_every_receiver_has_numbers_of_its_own(places, pair, stick):
    one, _ = pair
    enter(one, "张三")
    write(one, stick)
    places.introduce(one, places.make("另一窗口"))
    enter(one, "李四")
    written = {each.receiver: each.number for each in write(one, stick)}
    assert written == {"窗口": 2, "另一窗口": 1}


def test_a_file_is_cumulative_until_it_is_acknowledged(pair, stick):
    one, other = pair
    enter(one, "张三")
    first = write(one, stick)[0]
    enter(one, "李四")
    second = write(one, stick)[0]
    assert second.counts["rows"] > first.counts["rows"]
    first.path.unlink()
    assert take(other, second.path)[0].is_whole
    assert names(other) == {"张三", "李四"}


def test_the_very_first_file_is_written_although_nothing_is_kept_yet(pair, stick):
    one, _ = pair
    assert [each.number for each in write(one, stick)] == [1]


def test_nothing_is_written_when_there_is_nothing_new_to_say(pair, stick):
    one, other = pair
    enter(one, "张三")
    write(one, stick)
    back_and_forth(one, other, stick)
    before = state(one), sorted(stick.iterdir())
    assert write(one, stick) == ()
    assert (state(one), sorted(stick.iterdir())) == before


def test_one_receipt_is_written_after_something_came_then_there_is_silence(pair, stick):
    one, other = pair
    back_and_forth(one, other, stick)
    enter(one, "张三")
    assert len(one.exchange.exchange(stick).value.written) == 1
    (receipt,) = other.exchange.exchange(stick).value.written
    assert set(receipt.counts.values()) == {0}
    last = one.exchange.exchange(stick).value
    assert [each.added + each.changed for each in last.taken] == [0]
    back_and_forth(one, other, stick)
    before = sorted(stick.iterdir())
    for station in (one, other, one, other):
        done = station.exchange.exchange(stick).value
        assert (done.taken, done.written) == ((), ())
    assert sorted(stick.iterdir()) == before


def test_what_a_file_brought_is_counted(pair, file):
    _, other = pair
    (told,) = take(other, file)
    assert (told.sender, told.number, told.sha256) == ("站", 1, digest_of(file))
    assert told.added == header_of(file).counts["rows"] > 0
    assert (told.refused, told.waiting, told.conflicts, told.is_whole) == (None, 0, 0, True)
    assert names(other) == {"张三"}


def test_files_of_one_folder_are_taken_in_in_the_order_of_their_numbers(pair, stick):
    one, other = pair
    for place, name in enumerate(PEOPLE[:3]):
        enter(one, name)
        write(one, stick)[0].path.rename(stick / f"{9 - place}{EXTENSION}")
    done = other.exchange.exchange(stick).value
    assert [(each.number, each.file[0]) for each in done.taken] == [(1, "9"), (2, "8"), (3, "7")]
    assert all(each.is_whole for each in done.taken)
    assert names(other) == set(PEOPLE[:3])
    assert other.exchange.files_for_us(stick) == ()


def test_an_old_file_that_comes_late_says_nothing_new(pair, stick):
    one, other = pair
    paths = []
    for name in ("张三", "李四"):
        enter(one, name)
        paths.append(write(one, stick)[0].path)
    take(other, paths[1])
    with other.store.transaction() as tx:
        tx.bulk("DELETE FROM resident WHERE name = ?", [("张三",)])
    before = other.exchange.state_hash()
    (late,) = take(other, paths[0])
    assert (late.refused, late.added, late.changed, late.conflicts) == (None, 0, 0, 0)
    assert other.exchange.state_hash() == before
    assert names(other) == {"李四"}
    assert ledger(other, one).got == 2


@pytest.mark.parametrize(("hours", "facts"), [(23, {}), (72, {"clock_ahead_hours": 72})])
def test_a_clock_that_is_far_ahead_is_told_not_refused(pair, stick, clock, hours, facts):
    one, other = pair
    clock.moment += timedelta(hours=hours)
    enter(one, "张三")
    (file,) = write(one, stick)
    clock.moment -= timedelta(hours=hours)
    (told,) = take(other, file.path)
    assert (told.refused, told.facts) == (None, facts)
    assert names(other) == {"张三"}


def test_writing_and_taking_in_are_told_in_the_audit(pair, stick):
    one, other = pair
    enter(one, "张三")
    (written,) = write(one, stick)
    (told,) = take(other, written.path)
    assert lines(one, "exchange:file:written") == [
        (own(other).id, {"number": 1, **written.counts})
    ]
    assert lines(other, "exchange:file:taken-in") == [
        (
            own(one).id,
            {"number": 1, "added": told.added, "changed": 0, "conflicts": 0, "removed": 0},
        )
    ]
    take(other, written.path)
    assert count(other, "exchange:file:taken-in") == 1


def test_both_are_kept_in_the_list_of_files(pair, file):
    one, other = pair
    take(other, file)
    for station, direction in ((one, "out"), (other, "in")):
        with station.store.reading() as tx:
            (line,) = tx.exchange.files.latest()
        assert (line.direction, line.number, line.sha256) == (direction, 1, digest_of(file))
        assert line.name == file.name


def test_a_hub_gives_no_settings_on(places, stick):
    hub = places.make("街道", DeviceKind.HUB)
    one = places.make("站", DeviceKind.STATION)
    places.acquaint(hub, one)
    hub.settings.change(name="街道办")
    one.settings.change(name="石板社区服务站")
    back_and_forth(one, hub, stick)
    assert one.settings.current().name == "石板社区服务站"
