"""The problems of a period on a real encrypted store: ranked, kept, taken up; what came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import NotPermittedError
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.counter.orders import CallBack
from station_app.domain.counter.problems import NO_PLAN, Plan, days_of
from station_app.domain.counter.rating_figures import Share
from station_app.domain.counter.ratings import Level
from station_app.domain.errors import EditConflictError, RefusedError, ValidationFailedError
from tests.authority import as_seen_by, employ
from tests.factories import TODAY
from tests.pdf_text import text_of
from tests.services.counter.test_orders import DRAFT, at, order, take

YEAR = str(TODAY.year)
PLAN = Plan(owner=" 陈静 ", target="划定车位 ", target_on=TODAY + timedelta(days=30))


@pytest.fixture
def year(station):
    """Fill the year: 3 × parking, 2 × noise (one not satisfied), 2 × dogs, 1 sent back."""
    for number, category in enumerate(("parking", "parking", "parking", "noise", "dogs")):
        enter(station, number, category)
    called(station, enter(station, 10, "noise"), Level.DISSATISFIED)
    case(station, "stray-dog")
    take(station, enter(station, 11, "leaks"), "send_back", "other-area")
    enter(station, 12, "")
    enter(station, 13, "waste", received_on=TODAY - timedelta(days=400))
    return station.problems


def enter(station, number, category, **more):
    draft = replace(DRAFT, number=str(number), category=category, **more)
    return station.orders.enter(draft).value


def called(station, key, level):
    take(station, key, "answer", "已办")
    call = CallBack(is_reached=True, is_solved=False, level=level, called_on=TODAY)
    take(station, key, "call_back", call)


def case(station, item):
    key = station.cases.draft(CaseDraft(item_id=id_of_shipped(item), applicant="张三")).value
    station.cases.receive(key, version=1)
    return key


def ranks(tallies):
    return [(each.category, each.matters) for each in tallies]


def test_orders_and_cases_are_ranked_by_how_many_there_are(year):
    tallies = year.ranking(YEAR)
    assert ranks(tallies) == [("parking", 3), ("noise", 2), ("dogs", 2)]
    assert tallies[1].satisfied == Share(0, 1)


def test_a_list_stays_as_it_was_drawn_up_until_it_is_drawn_up_again(station, year):
    assert year.entries(YEAR) == ()
    assert year.draw_up(YEAR).value == 3
    for number in range(20, 23):
        enter(station, number, "leaks")
    listed = [each.tally for each in year.entries(YEAR)]
    assert ranks(listed) == [("parking", 3), ("noise", 2), ("dogs", 2)]
    assert YEAR in year.periods()
    year.draw_up(YEAR)
    assert ranks(each.tally for each in year.entries(YEAR))[:2] == [("leaks", 3), ("parking", 3)]


def test_what_was_planned_for_a_problem_outlives_a_new_list_and_is_taken_back(year):
    year.draw_up(YEAR)
    entry = year.entries(YEAR)[0]
    done = year.take_up(entry.id, PLAN, version=entry.version)
    year.draw_up(YEAR)
    plan = year.entries(YEAR)[0].plan
    assert (plan.owner, plan.target, plan.target_on) == ("陈静", "划定车位", PLAN.target_on)
    done.revert()
    assert year.entries(YEAR)[0].plan == NO_PLAN


def test_a_problem_that_leaves_the_list_and_comes_back_has_its_plan_still(station, year):
    year.draw_up(YEAR)
    last = year.entries(YEAR)[-1]
    year.take_up(last.id, PLAN, version=last.version)
    others = [each.code for each in station.orders.rules().categories if each.code != "dogs"]
    for number in range(30):
        enter(station, f"L-{number}", others[number % 10])
    year.draw_up(YEAR)
    assert "dogs" not in {each.tally.category for each in year.entries(YEAR)}
    for number in range(200, 210):
        enter(station, number, "dogs")
    year.draw_up(YEAR)
    (dogs,) = [each for each in year.entries(YEAR) if each.tally.category == "dogs"]
    assert dogs.plan.owner == "陈静"


def test_a_plan_is_judged_and_one_of_somebody_else_is_not_overwritten(year):
    year.draw_up(YEAR)
    entry = year.entries(YEAR)[0]
    with pytest.raises(ValidationFailedError):
        year.take_up(entry.id, Plan(target="划线"), version=entry.version)
    year.take_up(entry.id, PLAN, version=entry.version)
    with pytest.raises(EditConflictError):
        year.take_up(entry.id, PLAN, version=entry.version)


def test_nothing_is_drawn_up_of_nothing_or_of_no_period(station):
    for period, reason in (
        (YEAR, "problem.nothing-counted"),
        ("2026-13", "problem.no-such-period"),
    ):
        with pytest.raises(RefusedError) as error:
            station.problems.draw_up(period)
        assert error.value.reason == reason


def test_what_offices_give_back_and_what_was_sent_back_to_sources_is_counted(station, year):
    keys = [enter(station, number, "noise") for number in (300, 301)]
    for key in keys:
        station.cases.transfer(key, "street-city", "请处置", version=at(station, key).version)
    station.cases.give_back(keys[0], "不属职责", version=at(station, keys[0]).version)
    other = enter(station, 302, "noise")
    version = at(station, other).version
    undone = station.cases.transfer(other, "police", "请处置", version=version)
    undone.revert()
    days = days_of(YEAR)
    (rate,) = station.problems.returns(*days)
    assert (rate.name, rate.share) == ("街道城市管理科", Share(1, 2))
    (sent,) = station.problems.misdirected(*days)
    assert (sent.name, sent.share) == ("12345热线", Share(1, 11))
    assert order(station, keys[0]).returned == ""


def test_lists_are_for_whoever_decides(station):
    clerk = as_seen_by(station, employ(station, Role.CLERK, "李红"))
    with pytest.raises(NotPermittedError):
        clerk.problems.ranking(YEAR)


def test_the_list_is_printed_with_plans_and_what_came_back(station, year):
    with pytest.raises(RefusedError) as error:
        year.sheet(YEAR)
    assert error.value.reason == "problem.no-list"
    year.draw_up(YEAR)
    entry = year.entries(YEAR)[0]
    year.take_up(entry.id, PLAN, version=entry.version)
    told = "".join(text_of(year.sheet(YEAR).pdf).split())
    for wanted in ("重点问题清单", "停车", "陈静", "划定车位", "12345热线", "本期没有"):
        assert wanted in told, wanted
