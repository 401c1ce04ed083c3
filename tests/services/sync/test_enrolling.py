"""Devices come to a station by two letters, stand in its register, and leave it."""

from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.errors import NotFoundError, ValidationFailedError
from station_app.domain.sync.devices import (
    NEXT_STATE,
    DeviceEvent,
    DeviceKind,
    DeviceState,
    Scope,
    ScopeKind,
)
from station_app.domain.sync.files import Refusal
from tests.factories import a_resident
from tests.refusals import refused
from tests.services.sync.stations import (
    ALL,
    acts,
    asked,
    draw_grid,
    enrol,
    exchange,
    of_grids,
    people,
)

ALTERED = {"enrol.altered", "enrol.not-a-letter", "enrol.not-a-request", "enrol.not-a-grant"}


def test_a_store_nobody_enrolled_is_a_station(main):
    own = main.station.devices.own()
    assert (own.kind, own.name, own.is_enrolled) == (DeviceKind.STATION, "石板社区服务站", True)
    assert not own.is_expired


def test_both_screens_show_the_same_fingerprints(main, desk, stick):
    path, request = asked(desk, stick)
    read = main.station.devices.read_request(path)
    assert read == request
    grant = stick / "desk.stgrant"
    granted = main.station.devices.grant(path, grant, ALL).value
    accepted = desk.station.devices.accept(grant).value
    assert granted.request_fingerprint == request.fingerprint
    assert granted.fingerprint == accepted.fingerprint != request.fingerprint
    assert [len(group) for group in accepted.fingerprint.split(" ")] == [4] * 8


def test_a_desk_that_was_taken_in_holds_what_the_station_holds(main, desk, stick):
    enrol(main, desk, stick)
    exchange(main, desk, stick)
    assert people(desk) == {"周文", "吴敏", "郑强"}
    assert desk.station.exchange.state_hash() == main.station.exchange.state_hash()
    a_resident(desk.station, "冯云", number="")
    exchange(main, desk, stick)
    assert people(main) == {"周文", "吴敏", "郑强", "冯云"}
    assert desk.station.exchange.state_hash() == main.station.exchange.state_hash()


def test_the_stations_settings_come_with_the_grant_and_no_conflict_with_them(main, desk, stick):
    desk.station.settings.change(name="新电脑", code="1", clerk="甲")
    enrol(main, desk, stick)
    settings = desk.station.settings.current()
    assert (settings.name, settings.word, settings.clerk) == ("石板社区服务站", "石社证字", "甲")
    main.station.settings.change(phone="025-83217406")
    exchange(main, desk, stick)
    assert main.station.settings.current().name == "石板社区服务站"
    assert desk.station.settings.current().phone == "025-83217406"
    assert desk.station.exchange.state_hash() == main.station.exchange.state_hash()


def test_a_laptop_holds_its_grid_only(main, laptop, stick):
    grid = draw_grid(main, "01")
    enrol(main, laptop, stick, kind=DeviceKind.LAPTOP, scope=of_grids(grid))
    exchange(main, laptop, stick)
    assert people(laptop) == {"周文"}
    own = laptop.station.devices.own()
    assert (own.kind, own.scope, own.segment) == (DeviceKind.LAPTOP, of_grids(grid), 1)


def test_a_hub_holds_everything_of_two_stations_and_mixes_nothing(main, hub, machine, stick):
    other = machine("other")
    other.station.settings.change(name="云桥社区服务站", code="320000009002")
    a_resident(other.station, "蒋平", number="")
    enrol(main, hub, stick, kind=DeviceKind.HUB)
    enrol(other, hub, stick, kind=DeviceKind.HUB)
    for station in (main, other, main, other):
        exchange(station, hub, stick)
    assert people(hub) == {"周文", "吴敏", "郑强", "蒋平"}
    assert people(other) == {"蒋平"}
    assert main.station.settings.current().name == "石板社区服务站"
    assert other.station.settings.current().name == "云桥社区服务站"
    assert {each.scope.kind for each in hub.station.devices.devices()} == {ScopeKind.OWN}


def test_the_same_grant_twice_changes_nothing(main, desk, stick):
    enrol(main, desk, stick)
    before = desk.station.devices.own(), desk.station.devices.devices()
    done = desk.station.devices.accept(stick / "desk.stgrant")
    assert not done.value.is_news
    assert not done.touched
    assert (desk.station.devices.own(), desk.station.devices.devices()) == before
    assert acts(desk, "exchange:enrolment:accepted") == 1


def test_a_store_with_records_of_its_own_asks_in_vain(desk, stick):
    a_resident(desk.station, "冯云", number="")
    for kind in (DeviceKind.LAPTOP, DeviceKind.DESK, DeviceKind.HUB):
        path = stick / "mine.strequest"
        assert refused(desk.station.devices.request, "桌面", kind, path) == "enrol.records-here"
        assert not path.exists()
    assert desk.station.devices.own().kind is DeviceKind.STATION


def test_records_entered_before_the_grant_came_are_not_mixed_in(main, desk, stick):
    path, _ = asked(desk, stick)
    main.station.devices.grant(path, stick / "g.stgrant", ALL)
    a_resident(desk.station, "冯云", number="")
    assert refused(desk.station.devices.accept, stick / "g.stgrant") == "enrol.records-here"


def test_a_station_with_devices_of_its_own_asks_in_vain(main, desk, stick):
    enrol(main, desk, stick)
    call = main.station.devices.request
    assert refused(call, "x", DeviceKind.HUB, stick / "x") == "enrol.is-a-station"


def test_nobody_asks_to_be_a_station(desk, stick):
    call = desk.station.devices.request
    assert refused(call, "x", DeviceKind.STATION, stick / "x") == "enrol.kind"


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "a\nb", "a\u202eb"])
def test_a_name_has_to_be_one(desk, stick, name):
    with pytest.raises(ValidationFailedError):
        desk.station.devices.request(name, DeviceKind.DESK, stick / "x")


def test_only_a_station_grants(main, desk, laptop, stick):
    enrol(main, desk, stick)
    path, _ = asked(laptop, stick)
    assert refused(desk.station.devices.grant, path, stick / "g", ALL) == "enrol.not-a-station"
    assert not (stick / "g").exists()


@pytest.mark.parametrize(
    ("kind", "scope"),
    [
        (DeviceKind.HUB, of_grids("0" * 32)),
        (DeviceKind.LAPTOP, of_grids()),
        (DeviceKind.DESK, Scope(kind=ScopeKind.OWN)),
    ],
)
def test_not_every_device_may_hold_everything(main, desk, stick, kind, scope):
    path, _ = asked(desk, stick, kind=kind)
    assert refused(main.station.devices.grant, path, stick / "g", scope) == "enrol.scope"


def test_a_grid_that_is_not_there_is_not_granted(main, desk, stick):
    path, _ = asked(desk, stick)
    with pytest.raises(NotFoundError):
        main.station.devices.grant(path, stick / "g", of_grids("0" * 32))
    assert main.station.devices.devices() == ()


def test_a_grant_for_another_device_is_refused(main, desk, laptop, stick):
    enrol(main, desk, stick)
    call, grant = laptop.station.devices.accept, stick / "desk.stgrant"
    assert refused(call, grant) == "enrol.not-for-this-device"
    asked(laptop, stick)
    assert refused(call, grant) == "enrol.not-for-this-device"
    assert laptop.station.devices.devices() == ()


def test_a_grant_of_another_station_is_refused_once_one_belongs_to_one(main, desk, machine, stick):
    enrol(main, desk, stick)
    other = machine("other")
    path, _ = asked(desk, stick)
    other.station.devices.grant(path, stick / "g", ALL)
    assert refused(desk.station.devices.accept, stick / "g") == "enrol.other-station"


def test_a_grant_for_an_earlier_request_is_old(main, desk, stick, clock):
    path, _ = asked(desk, stick)
    main.station.devices.grant(path, stick / "g", ALL)
    clock.moment = clock.moment.replace(hour=9)
    asked(desk, stick)
    assert refused(desk.station.devices.accept, stick / "g") == "enrol.old"
    assert not desk.station.devices.own().is_enrolled


def test_of_two_grants_the_earlier_is_old_once_the_later_is_there(main, desk, stick, clock):
    path, _ = asked(desk, stick)
    first = main.station.devices.grant(path, stick / "1", ALL).value
    clock.moment = clock.moment.replace(hour=9)
    second = main.station.devices.grant(path, stick / "2", ALL, date(2026, 3, 9)).value
    assert first.device.segment == second.device.segment
    desk.station.devices.accept(stick / "2")
    assert refused(desk.station.devices.accept, stick / "1") == "enrol.old"
    assert desk.station.devices.own().expires_on == date(2026, 3, 9)


def test_a_grant_that_has_expired_is_refused(main, desk, stick, clock):
    path, _ = asked(desk, stick)
    call = main.station.devices.grant
    assert refused(call, path, stick / "g", ALL, date(2026, 2, 28)) == "enrol.expired"
    call(path, stick / "g", ALL, date(2026, 3, 1))
    clock.moment = clock.moment.replace(day=2)
    assert refused(desk.station.devices.accept, stick / "g") == "enrol.expired"


def test_a_letter_altered_anywhere_is_refused(main, desk, stick):
    path, _ = asked(desk, stick)
    main.station.devices.grant(path, stick / "g", ALL)
    for file, read in (
        (path, main.station.devices.read_request),
        (stick / "g", desk.station.devices.accept),
    ):
        whole, altered = file.read_bytes(), stick / "altered"
        for place in range(len(whole)):
            altered = stick / "altered"
            altered.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            assert refused(read, altered) in ALTERED
        for length in range(0, len(whole), 7):
            altered.write_bytes(whole[:length])
            assert refused(read, altered) in ALTERED
    assert not desk.station.devices.own().is_enrolled


def test_one_letter_is_not_the_other_and_a_missing_one_is_told(main, desk, stick):
    path, _ = asked(desk, stick)
    main.station.devices.grant(path, stick / "g", ALL)
    assert refused(main.station.devices.read_request, stick / "g") == "enrol.not-a-request"
    assert refused(desk.station.devices.accept, path) == "enrol.not-a-grant"
    assert refused(desk.station.devices.accept, stick / "nothing") == "file-missing"
    (stick / "big").write_bytes(b"x" * 300_000)
    assert refused(desk.station.devices.accept, stick / "big") == "enrol.not-a-letter"


def test_a_letter_that_cannot_be_written_leaves_nothing(main, desk, stick, tmp_path):
    path, _ = asked(desk, stick)
    out = tmp_path / "no" / "where"
    assert refused(main.station.devices.grant, path, out, ALL) == "file-not-written"
    assert main.station.devices.devices() == ()


def test_two_devices_of_one_name_are_told_apart(main, desk, laptop, stick):
    for each in (desk, laptop):
        path, _ = asked(each, stick, name="平板")
        main.station.devices.grant(path, stick / "g", ALL)
        each.station.devices.accept(stick / "g")
    assert [each.name for each in main.station.devices.devices()] == ["平板", "平板 2"]
    assert laptop.station.devices.own().name == "平板 2"


def test_a_grant_is_taken_back_as_long_as_nothing_was_exchanged(main, desk, stick):
    path, _ = asked(desk, stick)
    done = main.station.devices.grant(path, stick / "g", ALL)
    done.revert()
    assert main.station.devices.devices() == ()
    desk.station.devices.accept(stick / "g")
    main.station.devices.grant(path, stick / "g", ALL)
    main.station.exchange.write_for_all(stick)
    assert refused(main.station.devices.withdraw, done.value.device.id) == "sync.device-in-use"


@pytest.mark.parametrize(("state", "event"), NEXT_STATE)
def test_whatever_may_happen_to_a_device_stands_in_the_table(main, desk, stick, state, event):
    device = enrol(main, desk, stick)
    acts_of = {
        DeviceEvent.SUSPEND: main.station.devices.suspend,
        DeviceEvent.RESUME: main.station.devices.resume,
        DeviceEvent.LOSE: main.station.devices.lose,
        DeviceEvent.RETIRE: main.station.devices.retire,
    }
    way = {
        DeviceState.SUSPENDED: DeviceEvent.SUSPEND,
        DeviceState.LOST: DeviceEvent.LOSE,
        DeviceState.RETIRED: DeviceEvent.RETIRE,
    }
    if state in way:
        acts_of[way[state]](device.id)
    latter = NEXT_STATE[state, event]
    if latter is None:
        assert refused(acts_of[event], device.id) == "sync.device-state"
    else:
        assert acts_of[event](device.id).value.state is latter
    assert main.station.devices.device(device.id).state is (latter or state)


def test_suspending_is_taken_back_losing_is_not(main, desk, stick):
    device = enrol(main, desk, stick)
    main.station.devices.suspend(device.id).revert()
    assert main.station.devices.device(device.id).state is DeviceState.ACTIVE
    assert main.station.devices.lose(device.id).revert is None


def test_a_lost_device_is_not_granted_entrance_again_and_its_segment_stays_its_own(
    main, desk, laptop, stick
):
    device = enrol(main, desk, stick)
    main.station.devices.lose(device.id)
    path, _ = asked(desk, stick)
    assert refused(main.station.devices.grant, path, stick / "g", ALL) == "sync.device-state"
    assert enrol(main, laptop, stick).segment != device.segment


def test_the_station_does_not_stand_in_the_books_of_its_devices(main, desk, stick):
    enrol(main, desk, stick)
    station = main.station.devices.own().id
    assert refused(desk.station.devices.suspend, station) == "sync.device-state"


def test_a_hub_suspends_a_station(main, hub, stick):
    enrol(main, hub, stick, kind=DeviceKind.HUB)
    (station,) = hub.station.devices.devices()
    hub.station.devices.suspend(station.id)
    a_resident(main.station, "冯云", number="")
    main.station.exchange.write_for_all(stick)
    (taken,) = hub.station.exchange.exchange(stick).value.taken
    assert taken.refused is Refusal.SUSPENDED


def test_a_station_of_a_name_no_device_could_have_is_called_as_far_as_it_goes(main, desk, stick):
    main.station.settings.change(name="石板\u3000社区\n" + "服务站" * 30)
    enrol(main, desk, stick)
    exchange(main, desk, stick)
    (station,) = desk.station.devices.devices()
    assert station.name.startswith("石板\u3000社区服务站")
    assert len(station.name) == 60


def test_a_device_is_meant_by_its_key_the_end_of_it_or_its_name(main, desk, laptop, stick):
    device = enrol(main, desk, stick)
    enrol(main, laptop, stick)
    for text in (device.id, device.id[-6:], "desk"):
        assert main.station.devices.named(text) == device
    for text in ("des", device.id[-3:], ""):
        with pytest.raises(NotFoundError):
            main.station.devices.named(text)
