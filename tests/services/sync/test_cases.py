"""Cases of three devices that work without one another and are joined in the evening."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.case_lists import CaseFilter, CaseView
from station_app.domain.counter.cases import CaseDraft, is_whole
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.sync.devices import DeviceKind
from station_app.domain.sync.review import ReviewChoice
from tests.services.sync.stations import (
    back_up,
    draw_grid,
    enrol,
    exchange,
    of_grids,
    put_back,
)

NOISE = id_of_shipped("noise")
ALL = CaseFilter(view=CaseView.ALL)


def begun(machine, number=1, **more):
    """Begin and receive cases at a device; return their keys."""
    cases, keys = machine.station.cases, []
    for _ in range(number):
        draft = CaseDraft(item_id=NOISE, applicant=machine.name, **more)
        keys.append(cases.draft(draft).value)
        cases.receive(keys[-1], version=1)
    return keys


def numbers(machine):
    cases = machine.station.cases
    return Counter(line.number for line in cases.lines(cases.keys(ALL)).values())


def case(machine, key):
    return machine.station.cases.page(key).case


def step(machine, key, method, *said, **more):
    version = case(machine, key).version
    return getattr(machine.station.cases, method)(key, *said, version=version, **more)


def person(machine, name):
    return next(hit.key for hit in machine.station.search.find(name))


def test_three_devices_offline_give_no_number_twice(main, desk, laptop, stick):
    enrol(main, desk, stick)
    enrol(main, laptop, stick, kind=DeviceKind.LAPTOP)
    three = (main, desk, laptop)
    for _ in range(2):
        for machine in three:
            begun(machine, 20)
        for _ in range(2):
            exchange(main, desk, stick)
            exchange(main, laptop, stick)
    for machine in three:
        assert len(numbers(machine)) == 120
        assert set(numbers(machine).values()) == {1}
        for key in machine.station.cases.keys(ALL):
            assert is_whole(machine.station.cases.page(key).steps)
    assert len({machine.station.exchange.state_hash() for machine in three}) == 1


def test_a_laptop_that_was_put_back_gives_no_number_again(main, laptop, stick):
    enrol(main, laptop, stick, kind=DeviceKind.LAPTOP)
    exchange(main, laptop, stick)
    begun(laptop, 3)
    copy = back_up(laptop)
    begun(laptop, 3)
    exchange(main, laptop, stick)
    put_back(laptop, copy)
    begun(laptop, 3)
    exchange(main, laptop, stick)
    assert len(numbers(main)) == 9
    assert set(numbers(main).values()) == {1}


def test_a_case_travels_with_all_its_steps_and_what_it_rests_upon(main, laptop, stick):
    enrol(main, laptop, stick, kind=DeviceKind.LAPTOP)
    (key,) = begun(laptop, details="夜间施工")
    step(laptop, key, "accept", promise="补交")
    exchange(main, laptop, stick)
    step(main, key, "transfer", "enforcement", "噪声扰民")
    exchange(main, laptop, stick)
    assert replace(case(laptop, key), version=0) == replace(case(main, key), version=0)
    pages = [machine.station.cases.page(key) for machine in (laptop, main)]
    assert pages[0].steps == pages[1].steps
    assert pages[0].materials == pages[1].materials
    assert [each.by for each in pages[0].steps][-1] == "测试员@main"
    assert case(main, key).particulars.details == "夜间施工"


def test_a_case_that_was_handed_to_a_grid_goes_to_its_laptop_whoever_it_is_about(
    main, laptop, stick
):
    grid = draw_grid(main, "01")
    (building, *_) = [each for each in main.station.places.buildings() if each.grid_id == grid]
    enrol(main, laptop, stick, kind=DeviceKind.LAPTOP, scope=of_grids(grid))
    people = {name: person(main, name) for name in ("周文", "吴敏", "郑强")}
    addresses = {key: main.station.residents.resident(key).living_text for key in people.values()}
    inside = next(key for key, text in addresses.items() if f"里{building.name}幢" in text)
    outside = next(key for key in addresses if key != inside)
    (his,) = begun(main, resident_id=inside)
    (other,) = begun(main, resident_id=outside)
    (nobodys,) = begun(main)
    exchange(main, laptop, stick)
    assert laptop.station.cases.keys(ALL) == [his]
    for key in (other, nobodys):
        step(main, key, "hand_over", "王网格", "上门核实", grid_id=grid)
    exchange(main, laptop, stick)
    assert set(laptop.station.cases.keys(ALL)) == {his, other, nobodys}
    step(laptop, nobodys, "hand_over", "测试员", "已核实")
    exchange(main, laptop, stick)
    assert case(main, nobodys).desk.assignee == "测试员"
    assert is_whole(main.station.cases.page(nobodys).steps)
    # it lies in no grid of the laptop any more: gone as soon as it is known to have arrived
    step(main, his, "accept", promise="补交")
    exchange(main, laptop, stick)
    assert set(laptop.station.cases.keys(ALL)) == {his, other}


def test_two_who_went_on_alone_are_asked_which_stands_and_both_histories_are_kept(
    main, desk, stick
):
    enrol(main, desk, stick)
    (key,) = begun(main)
    step(main, key, "accept", promise="补交")
    exchange(main, desk, stick)
    step(main, key, "close", "answered")
    step(desk, key, "begin")
    exchange(main, desk, stick)
    for machine in (main, desk):
        steps = machine.station.cases.page(key).steps
        assert {each.event.value for each in steps[-2:]} == {"begin", "close"}
        assert is_whole(steps)
    (found,) = main.station.review.cases()
    choices = [
        ReviewChoice(point=each.id, option=option.key)
        for each in found.points
        for option in each.options
        if each.column == "state" and option.text == "in-progress"
    ]
    assert len(choices) == 1
    main.station.review.resolve(choices)
    exchange(main, desk, stick)
    assert case(desk, key).state is CaseState.IN_PROGRESS
    step(desk, key, "close", "answered")
    steps = desk.station.cases.page(key).steps
    assert is_whole(steps)
    assert steps[-1].number == max(each.number for each in steps)


def test_a_case_that_came_by_file_is_found_by_its_sound_and_lost_with_it(main, desk, stick):
    enrol(main, desk, stick)
    draft = CaseDraft(item_id=NOISE, applicant="欧阳雪梅")
    key = main.station.cases.draft(draft).value
    exchange(main, desk, stick)
    assert [hit.key for hit in desk.station.search.find("ouyangxuemei")] == [key]
    main.station.cases.discard(key, version=1)
    exchange(main, desk, stick)
    assert desk.station.search.find("ouyangxuemei") == []
