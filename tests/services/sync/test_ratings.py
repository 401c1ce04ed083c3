"""Ratings that two devices took, or followed up, without hearing of one another."""

from __future__ import annotations

from station_app.domain.counter.bad_ratings import MatterState
from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.sync.review import ReviewChoice
from tests.services.sync.stations import enrol, exchange

NOISE = id_of_shipped("noise")


def finished(machine):
    cases = machine.station.cases
    key = cases.draft(CaseDraft(item_id=NOISE, applicant="张三")).value
    cases.accept(key, promise="无", version=1)
    cases.close(key, "answered", version=2)
    cases.notify(key, version=3)
    return key


def rate(machine, key, level, *reasons):
    turn = machine.station.ratings.turn(key, version=machine.station.cases.page(key).case.version)
    machine.station.ratings.give(turn, level, reasons)


def test_a_bad_rating_from_the_desk_is_followed_up_at_the_station(main, desk, stick):
    enrol(main, desk, stick)
    key = finished(main)
    exchange(main, desk, stick)
    rate(desk, key, 1, "slow")
    exchange(main, desk, stick)
    (page,) = main.station.ratings.matters()
    assert (page.matter.case_id, page.rating.reasons) == (key, ("slow",))
    main.station.ratings.contact(key, "已致电", main.clock.today(), version=page.matter.version)
    exchange(main, desk, stick)
    assert desk.station.ratings.matter(key).matter.state is MatterState.CONTACTED


def test_one_case_rated_at_two_devices_has_one_rating_that_is_asked_about(main, desk, stick):
    enrol(main, desk, stick)
    key = finished(main)
    exchange(main, desk, stick)
    rate(main, key, 5)
    rate(desk, key, 2, "slow")
    exchange(main, desk, stick)
    exchange(main, desk, stick)
    levels = {machine.station.ratings.of_case(key).level for machine in (main, desk)}
    assert len(levels) == 1
    points = [
        point
        for case in main.station.review.cases()
        for point in case.points
        if point.table == "case_rating"
    ]
    assert {point.column for point in points} == {"level", "reasons"}
    main.station.review.resolve(
        [
            ReviewChoice(point=point.id, option=option.key)
            for point in points
            for option in point.options
            if option.text in {"2", "slow"}
        ]
    )
    exchange(main, desk, stick)
    for machine in (main, desk):
        assert machine.station.ratings.of_case(key).reasons == ("slow",)
        assert machine.station.cases.page(key).case.state is CaseState.RATED
        assert len(machine.station.ratings.matters()) == 1
