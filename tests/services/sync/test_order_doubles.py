"""One order of 12345, entered at two desks that had not heard of one another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.counter.case_flow import CaseEvent, CaseState
from station_app.domain.counter.case_lists import CaseFilter
from station_app.domain.errors import RefusedError
from station_app.domain.sync.doubles import DoubleKind
from tests.services.counter.test_orders import DRAFT, at, entered, order, refused, take
from tests.services.sync.stations import exchange


@pytest.fixture
def both(desks, stick):
    """Both have entered it, one with blanks and without the hyphen; then they exchange."""
    main, desk = desks
    keys = entered(main.station), entered(desk.station, number="dh 2026 0001")
    exchange(main, desk, stick)
    return keys


def doubles(machine):
    return [each for each in machine.station.doubles.doubles() if each.kind is DoubleKind.ORDER]


def settle(machine, key, other):
    return take(machine.station, key, "settle_double", other)


def number(machine, key):
    return at(machine.station, key).number


def test_on_one_device_the_second_entry_is_refused_with_the_case_that_bears_it(main):
    key = entered(main.station)
    with pytest.raises(RefusedError) as error:
        main.station.orders.enter(DRAFT)
    assert error.value.reason == "order.entered-already"
    assert error.value.facts["number"] == number(main, key)
    assert doubles(main) == []


def test_nothing_stops_the_file_and_both_devices_name_both_cases(desks, both):
    for machine in desks:
        (double,) = doubles(machine)
        assert double.number in {"DH-2026-0001", "dh 2026 0001"}
        assert set(double.keys) == set(both)
        told = {f"{number(machine, key)} 12345热线：噪声扰民" for key in both}
        assert set(double.names) == told
        assert len(told) == 2
    assert desks[0].station.exchange.state_hash() == desks[1].station.exchange.state_hash()


def test_each_order_tells_of_the_other(desks, both):
    for machine in desks:
        for key, other in (both, both[::-1]):
            (twin,) = machine.station.orders.twins(key)
            assert (twin.case_id, twin.number) == (other, number(machine, other))
            assert (twin.is_open, twin.is_double, twin.is_kept) == (True, False, False)


def test_settled_the_double_is_withdrawn_and_points_at_the_one_worked_on(desks, both, stick):
    main, desk = desks
    kept, double = both
    settle(main, double, kept)
    exchange(main, desk, stick)
    for machine in desks:
        case = at(machine.station, double)
        assert case.state is CaseState.WITHDRAWN
        step = machine.station.cases.page(double).steps[-1]
        assert (step.event, step.reason) == (
            CaseEvent.WITHDRAW,
            f"与办件{number(machine, kept)}重复，以该件为准",
        )
        assert order(machine.station, double).double_of == kept
        assert at(machine.station, kept).state is CaseState.ACCEPTED
        assert doubles(machine) == []
        (twin,) = machine.station.orders.twins(double)
        assert twin.is_kept
        (twin,) = machine.station.orders.twins(kept)
        assert twin.is_double


def test_settling_is_taken_back_whole(desks, both):
    main, _ = desks
    done = settle(main, both[1], both[0])
    done.revert()
    assert order(main.station, both[1]).double_of == ""
    assert at(main.station, both[1]).state is CaseState.ACCEPTED
    assert len(doubles(main)) == 1


def test_one_that_is_answered_keeps_its_state_and_has_a_note(desks, both, stick):
    main, desk = desks
    for machine, key in zip(desks, both, strict=True):
        take(machine.station, key, "answer", "已协调")
    exchange(main, desk, stick)
    assert len(doubles(desk)) == 1
    settle(desk, both[1], both[0])
    assert at(desk.station, both[1]).state is CaseState.CLOSED
    step = desk.station.cases.page(both[1]).steps[-1]
    assert step.event is CaseEvent.NOTE
    assert number(desk, both[0]) in step.reason
    assert doubles(desk) == []


def test_withdrawn_by_hand_one_is_no_double_any_more(desks, both):
    main, _ = desks
    case = at(main.station, both[0])
    main.station.cases.withdraw(both[0], "重复登记", version=case.version)
    assert doubles(main) == []


def test_two_desks_that_settle_it_apart_lose_nothing_and_are_told(desks, both, stick):
    """Each takes the other's for the double: both are withdrawn, which is shown, not hidden."""
    main, desk = desks
    settle(main, both[0], both[1])
    settle(desk, both[1], both[0])
    exchange(main, desk, stick)
    for machine in desks:
        assert {at(machine.station, key).state for key in both} == {CaseState.WITHDRAWN}
        (double,) = doubles(machine)
        assert set(double.keys) == set(both)
    again = main.station.orders.enter(DRAFT).value  # then it is entered anew
    assert at(main.station, again).state is CaseState.ACCEPTED
    assert doubles(main) == []


def test_they_agree_when_both_settle_it_the_same_way(desks, both, stick):
    main, desk = desks
    for machine in desks:
        settle(machine, both[1], both[0])
    exchange(main, desk, stick)
    for machine in desks:
        assert doubles(machine) == []
        assert order(machine.station, both[1]).double_of == both[0]
        assert machine.station.review.count() == 0


def test_a_double_may_be_corrected_but_for_taking_a_number_that_stands(desks, both):
    main, _ = desks
    told = replace(DRAFT, content="夜间施工", number="dh-2026-0001")
    take(main.station, both[0], "correct", told)
    assert at(main.station, both[0]).particulars.details == "夜间施工"
    other = entered(main.station, number="DH-9")
    assert refused(take, main.station, other, "correct", DRAFT) == "order.entered-already"


def test_a_corrected_number_settles_it_too(desks, both):
    main, _ = desks
    take(main.station, both[1], "correct", replace(DRAFT, number="DH-2026-0010"))
    assert doubles(main) == []


@pytest.mark.parametrize("other", ["itself", "another number", "a double"])
def test_only_what_bears_one_number_is_settled(desks, both, other):
    main, _ = desks
    kept = both[0]
    if other == "itself":
        kept = both[1]
    elif other == "another number":
        kept = entered(main.station, number="DH-77")
    else:
        settle(main, both[0], both[1])
    assert refused(settle, main, both[1], kept) == "order.no-double"
    assert at(main.station, both[1]).state is CaseState.ACCEPTED


def test_orders_without_a_number_and_of_two_sources_are_no_doubles(desks, stick):
    main, desk = desks
    for machine, source in ((main, "12345"), (desk, "petition")):
        entered(machine.station, number="", source=source)
        entered(machine.station, number="7", source=source)
    exchange(main, desk, stick)
    assert doubles(main) == []
    (key, *_) = main.station.cases.keys(CaseFilter())
    assert main.station.orders.twins(key) == ()


def test_a_double_is_counted_among_no_problems(desks, both):
    main, _ = desks
    year = str(DRAFT.received_on.year)
    assert [each.matters for each in main.station.problems.ranking(year)] == [2]
    settle(main, both[1], both[0])
    assert [each.matters for each in main.station.problems.ranking(year)] == [1]
