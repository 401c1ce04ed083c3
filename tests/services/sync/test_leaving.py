"""The end of a checked-out copy: nothing is left here, nothing is lost there."""

from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.sync.devices import DeviceKind
from tests.factories import a_resident
from tests.refusals import refused
from tests.services.sync.stations import draw_grid, enrol, exchange, of_grids, people

# who has written what, without a word of it
KNOWLEDGE = {"sync_site", "sync_known", "sync_vector", "sync_area"}


@pytest.fixture
def checked_out(main, laptop, stick):
    grid = draw_grid(main, "01")
    enrol(
        main,
        laptop,
        stick,
        kind=DeviceKind.LAPTOP,
        scope=of_grids(grid),
        expires_on=date(2026, 3, 2),
    )
    exchange(main, laptop, stick)
    return laptop


def test_what_has_not_arrived_keeps_the_copy(main, checked_out, stick):
    a_resident(checked_out.station, "冯云", number="", address="幸福里1幢1单元102")
    assert refused(checked_out.station.devices.wipe) == "sync.wipe-unsent"
    assert checked_out.station.devices.unsent()["resident"] == 1
    checked_out.station.exchange.write_for_all(stick)
    assert refused(checked_out.station.devices.wipe) == "sync.wipe-unsent"
    assert people(checked_out) == {"周文", "冯云"}
    exchange(main, checked_out, stick)
    assert checked_out.station.devices.unsent() == {}
    checked_out.station.devices.wipe()
    assert people(main) == {"周文", "吴敏", "郑强", "冯云"}


def test_nothing_is_left_of_a_copy_that_is_over(main, checked_out, stick):
    checked_out.station.keeping.back_up()
    wiped = checked_out.station.devices.wipe().value
    assert wiped.records > 0
    assert wiped.lost == {}
    check = checked_out.station.checks.check()
    left = {table for table, count in check.counts.items() if count}
    assert left <= {"audit_entry", "audit_head", "setting", "sync_clock", "sync_own", *KNOWLEDGE}
    assert check.indexed == 0
    assert check.is_well
    assert list(checked_out.home.backups.iterdir()) == []
    assert checked_out.station.devices.devices() == ()
    exchange(main, checked_out, stick)
    assert people(main) == {"周文", "吴敏", "郑强"}


def test_what_is_lost_by_force_is_named(checked_out):
    a_resident(checked_out.station, "冯云", number="", address="幸福里1幢1单元102")
    wiped = checked_out.station.devices.wipe(is_forced=True).value
    assert wiped.lost["resident"] == 1
    assert people(checked_out) == set()


def test_a_laptop_that_was_wiped_is_checked_out_again(main, checked_out, stick):
    former = checked_out.station.devices.own()
    checked_out.station.devices.wipe()
    checked_out.open_again()
    (grid,) = main.station.places.grids()
    again = enrol(main, checked_out, stick, kind=DeviceKind.LAPTOP, scope=of_grids(grid.id))
    assert again.id != former.id
    assert again.segment != former.segment
    exchange(main, checked_out, stick)
    assert people(checked_out) == {"周文"}
    a_resident(checked_out.station, "冯云", number="", address="幸福里1幢1单元102")
    exchange(main, checked_out, stick)
    assert "冯云" in people(main)


def test_a_station_and_a_hub_are_no_copies(main, hub, stick):
    enrol(main, hub, stick, kind=DeviceKind.HUB)
    for machine in (main, hub):
        assert refused(machine.station.devices.wipe) == "sync.wipe-not-a-copy"
        assert refused(machine.station.devices.wipe, is_forced=True) == "sync.wipe-not-a-copy"
