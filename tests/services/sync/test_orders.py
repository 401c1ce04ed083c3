"""Orders and problems between devices: followed up elsewhere, found there, one list."""

from __future__ import annotations

from dataclasses import replace

from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.counter.orders import OrderDraft
from station_app.domain.counter.problems import Plan
from station_app.domain.search.entries import Kind
from tests.services.sync.stations import enrol, exchange


def draft(machine, number="DH2026-0001"):
    return OrderDraft(
        source="12345",
        number=number,
        received_on=machine.clock.today(),
        kind="complaint",
        category="noise",
        content="夜间施工扰民",
        caller="王建国",
    )


def found(machine, text):
    return [hit.key for hit in machine.station.search.find(text) if hit.kind is Kind.CASE]


def test_an_order_entered_at_the_desk_is_answered_at_the_station(main, desk, stick):
    enrol(main, desk, stick)
    key = desk.station.orders.enter(draft(desk)).value
    exchange(main, desk, stick)
    order = main.station.orders.of_case(key)
    assert (order.number, order.category) == ("DH2026-0001", "noise")
    here, there = (each.station.cases.page(key).case for each in (main, desk))
    assert (here.ordered_due, here.item) == (there.ordered_due, there.item)
    assert found(main, "DH2026-0001") == [key]
    main.station.orders.answer(key, "已协调", version=order.version)
    exchange(main, desk, stick)
    assert desk.station.orders.of_case(key).answer == "已协调"
    assert desk.station.cases.page(key).case.result == "answered"


def test_a_corrected_number_is_found_on_the_other_device_too(main, desk, stick):
    enrol(main, desk, stick)
    key = desk.station.orders.enter(draft(desk)).value
    exchange(main, desk, stick)
    told = replace(draft(desk), number="DH-9")
    desk.station.orders.correct(key, told, version=1)
    exchange(main, desk, stick)
    assert found(main, "DH-9") == [key]
    assert found(main, "DH2026-0001") == []


def test_a_list_drawn_up_at_two_devices_is_one_list(main, desk, stick):
    enrol(main, desk, stick)
    main.station.orders.enter(draft(main))
    main.station.cases.draft(CaseDraft(item_id=id_of_shipped("noise"), applicant="张三"))
    exchange(main, desk, stick)
    year = str(main.clock.today().year)
    for machine in (main, desk):
        machine.station.problems.draw_up(year)
    entry = desk.station.problems.entries(year)[0]
    plan = Plan(owner="陈静", target="协调")
    desk.station.problems.take_up(entry.id, plan, version=entry.version)
    exchange(main, desk, stick)
    exchange(main, desk, stick)
    for machine in (main, desk):
        (kept,) = machine.station.problems.entries(year)
        assert (kept.tally.matters, kept.plan.owner) == (1, "陈静")
