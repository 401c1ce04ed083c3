"""What devices tell one another beside records, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from station_app.domain.sync.devices import DeviceKind, DeviceState
from station_app.domain.sync.files import Refusal, SyncFileRefusedError
from station_app.services.sync.notes import honour, notes_for, read_notes
from tests.factories import a_resident
from tests.refusals import refused
from tests.services.sync.stations import acts, draw_grid, enrol, exchange, of_grids, people

SOUND = {
    "name": "桌面",
    "revoked": ["a" * 32],
    "standing": {
        "scope": {"kind": "grids", "grids": ["b" * 32]},
        "segment": 3,
        "expires_on": "2026-03-09",
    },
}


def test_sound_notes_are_read():
    notes = read_notes(SOUND)
    assert (notes.name, notes.revoked) == ("桌面", {"a" * 32})
    assert notes.standing.scope == of_grids("b" * 32)
    assert (notes.standing.segment, notes.standing.expires_on) == (3, date(2026, 3, 9))


def test_no_notes_say_nothing_and_unknown_ones_are_passed_over():
    assert read_notes({}) == read_notes({"from-the-future": [1, 2]})


@pytest.mark.parametrize(
    "told",
    [
        {"name": 1},
        {"name": "x" * 61},
        {"revoked": "a" * 32},
        {"revoked": ["A" * 32]},
        {"revoked": [None]},
        {"standing": []},
        {"standing": {}},
        {"standing": {**SOUND["standing"], "segment": -1}},
        {"standing": {**SOUND["standing"], "segment": True}},
        {"standing": {**SOUND["standing"], "expires_on": "tomorrow"}},
        {"standing": {**SOUND["standing"], "scope": {"kind": "everything", "grids": []}}},
        {"standing": {**SOUND["standing"], "scope": {"kind": "all"}}},
    ],
    ids=str,
)
def test_unsound_notes_are_refused(told):
    with pytest.raises(SyncFileRefusedError) as refusal:
        read_notes(told)
    assert refusal.value.reason is Refusal.MALFORMED


def test_another_day_travels_though_no_record_has_changed(main, laptop, stick):
    grid = draw_grid(main, "01")
    device = enrol(main, laptop, stick, kind=DeviceKind.LAPTOP, scope=of_grids(grid))
    exchange(main, laptop, stick)
    main.station.devices.extend(device.id, date(2026, 3, 9))
    (written,) = main.station.exchange.write_for_all(stick).value
    assert sum(written.counts.values()) == 0
    laptop.station.exchange.exchange(stick)
    assert laptop.station.devices.own().expires_on == date(2026, 3, 9)


def test_what_was_told_is_not_told_again_and_again(main, laptop, stick):
    enrol(main, laptop, stick)
    exchange(main, laptop, stick)
    exchange(main, laptop, stick)
    assert main.station.exchange.write_for_all(stick).value == ()


def test_other_grids_come_and_the_former_ones_go(main, laptop, stick):
    first, second = draw_grid(main, "01"), draw_grid(main, "02")
    device = enrol(main, laptop, stick, kind=DeviceKind.LAPTOP, scope=of_grids(first))
    exchange(main, laptop, stick)
    assert people(laptop) == {"周文"}
    done = main.station.devices.change_scope(device.id, of_grids(second))
    exchange(main, laptop, stick)
    assert people(laptop) == {"吴敏"}
    assert laptop.station.devices.own().scope == of_grids(second)
    done.revert()
    exchange(main, laptop, stick)
    assert people(laptop) == {"周文"}


def test_a_full_copy_does_not_become_a_partial_one(main, desk, stick):
    grid = draw_grid(main, "01")
    device = enrol(main, desk, stick)
    call = main.station.devices.change_scope
    assert refused(call, device.id, of_grids(grid)) == "sync.scope-kind"


def test_a_copy_that_has_expired_still_brings_what_was_entered(main, laptop, stick, clock):
    device = enrol(main, laptop, stick, expires_on=date(2026, 3, 2))
    exchange(main, laptop, stick)
    clock.moment = clock.moment.replace(day=3)
    assert laptop.station.devices.own().is_expired
    a_resident(laptop.station, "冯云", number="")
    exchange(main, laptop, stick)
    assert "冯云" in people(main)
    assert refused(main.station.devices.extend, device.id, date(2026, 3, 2)) == "enrol.expired"
    main.station.devices.extend(device.id, None)
    exchange(main, laptop, stick)
    assert not laptop.station.devices.own().is_expired


def test_an_older_file_does_not_put_the_former_day_back(main, laptop, stick, tmp_path):
    device = enrol(main, laptop, stick)
    exchange(main, laptop, stick)
    for day, folder in ((8, "early"), (9, "late")):
        main.station.devices.extend(device.id, date(2026, 3, day))
        main.station.exchange.write_for_all(tmp_path / folder)
    for folder in ("late", "early"):
        laptop.station.exchange.exchange(tmp_path / folder)
    assert laptop.station.devices.own().expires_on == date(2026, 3, 9)


def test_a_device_of_another_name_is_known_by_it(main, laptop, desk, stick):
    enrol(main, desk, stick)
    enrol(main, laptop, stick)
    done = laptop.station.devices.be_called("desk")
    exchange(main, laptop, stick)
    assert {each.name for each in main.station.devices.devices()} == {"desk", "desk 2"}
    done.revert()
    exchange(main, laptop, stick)
    assert {each.name for each in main.station.devices.devices()} == {"desk", "laptop"}


def test_whom_the_station_has_lost_a_hub_does_not_believe_either(main, hub, desk, stick):
    enrol(main, hub, stick, kind=DeviceKind.HUB)
    lost = enrol(main, desk, stick)
    with hub.station.store.transaction() as tx:
        tx.exchange.devices.keep(lost)
    main.station.devices.lose(lost.id)
    exchange(main, hub, stick)
    assert hub.station.devices.device(lost.id).state is DeviceState.LOST
    assert acts(hub, "exchange:device:revoked") == 1


def test_one_station_does_not_revoke_another_at_the_hub(main, hub, machine, stick):
    other = machine("other")
    enrol(main, hub, stick, kind=DeviceKind.HUB)
    enrol(other, hub, stick, kind=DeviceKind.HUB)
    first, second = hub.station.devices.devices()
    with hub.station.store.transaction() as tx:
        notes = read_notes({"revoked": [second.id]})
        honour(tx, tx.exchange.devices.own(), first, notes)
    assert hub.station.devices.device(second.id).state is DeviceState.ACTIVE


def test_a_device_does_not_tell_its_station_how_it_stands(main, laptop, stick):
    device = enrol(main, laptop, stick)
    notes = read_notes({**SOUND, "revoked": [device.id]})
    with main.station.store.transaction() as tx:
        own = tx.exchange.devices.own()
        honour(tx, own, replace(device, name="桌面"), notes)
        assert tx.exchange.devices.own() == own
        assert tx.exchange.devices.device(device.id).state is DeviceState.ACTIVE
        assert "standing" in notes_for(tx, own, device)


def test_a_hub_is_not_told_by_a_station_what_it_may_hold(main, hub, stick):
    enrol(main, hub, stick, kind=DeviceKind.HUB)
    before = hub.station.devices.own()
    (station,) = hub.station.devices.devices()
    with hub.station.store.transaction() as tx:
        honour(tx, tx.exchange.devices.own(), station, read_notes(SOUND))
    assert hub.station.devices.own() == before
