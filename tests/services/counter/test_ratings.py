"""Ratings on a real encrypted store: taken once from a turned screen, bad ones followed up."""

from __future__ import annotations

from datetime import timedelta

import pytest

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import NotPermittedError
from station_app.domain.counter.bad_ratings import Finding, MatterEvent, MatterState
from station_app.domain.counter.case_clock import Urgency
from station_app.domain.counter.case_flow import CaseState, Why
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.counter.rating_figures import Share
from station_app.domain.counter.ratings import Aspect, Level
from station_app.domain.errors import (
    EditConflictError,
    NotFoundError,
)
from tests.authority import as_seen_by, employ
from tests.factories import TODAY
from tests.pdf_text import text_of
from tests.refusals import refused, wrong

NOISE = id_of_shipped("noise")


@pytest.fixture
def finished(station):
    """Return what brings a case to where it may be rated, and returns its key."""

    def bring():
        cases = station.cases
        key = cases.draft(CaseDraft(item_id=NOISE, applicant="张三")).value
        for method, *said in (("accept",), ("close", "answered"), ("notify",)):
            more = {"promise": "无"} if method == "accept" else {}
            getattr(cases, method)(key, *said, version=at(station, key).version, **more)
        return key

    return bring


@pytest.fixture
def bad(station, finished):
    """Return a case that was rated badly today."""
    key = finished()
    rated(station, key, 1, "slow", "unfriendly")
    return key


def at(station, key):
    return station.cases.page(key).case


def turned(station, key):
    return station.ratings.turn(key, version=at(station, key).version)


def rated(station, key, level, *reasons):
    station.ratings.give(turned(station, key), level, reasons)


def step(station, key, method, *said, on=None):
    page = station.ratings.matter(key)
    said = (*said, on or station.clock.today())
    return getattr(station.ratings, method)(key, *said, version=page.matter.version)


def test_what_was_said_at_the_turned_screen_stands_with_the_case(station, finished):
    key = finished()
    rated(station, key, 4, "fast")
    kept = station.ratings.of_case(key)
    assert (kept.level, kept.reasons, kept.rated_on) == (Level.SATISFIED, ("fast",), TODAY)
    assert at(station, key).state is CaseState.RATED
    assert station.ratings.matters() == ()


def test_a_case_is_rated_once(station, finished):
    key = finished()
    turn = turned(station, key)
    station.ratings.give(turn, 5)
    assert refused(station.ratings.give, turn, 1) == "rating.not-turned"
    version = at(station, key).version
    assert refused(station.ratings.turn, key, version=version) == Why.DONE_ALREADY
    assert station.ratings.of_case(key).level is Level.VERY_SATISFIED


def test_a_rating_is_not_taken_back(station, finished):
    assert station.ratings.give(turned(station, finished()), 5).revert is None


def test_nobody_rates_what_is_not_finished(station):
    key = station.cases.draft(CaseDraft(item_id=NOISE, applicant="张三")).value
    assert refused(station.ratings.turn, key, version=1) == Why.NOT_CLOSED


def test_nothing_is_taken_from_a_screen_that_the_clerk_has_again(station, finished):
    key = finished()
    turn = turned(station, key)
    station.ratings.turn_back()
    assert refused(station.ratings.give, turn, 5) == "rating.not-turned"
    assert station.ratings.of_case(key) is None


def test_nothing_is_taken_for_a_case_that_has_gone_on_meanwhile(station, finished):
    key = finished()
    turn = turned(station, key)
    station.cases.archive(key, version=at(station, key).version)
    with pytest.raises(EditConflictError):
        station.ratings.give(turn, 5)
    assert station.ratings.of_case(key) is None


def test_what_is_no_rating_is_not_kept_and_may_be_given_again(station, finished):
    key = finished()
    turn = turned(station, key)
    assert wrong(station.ratings.give, turn, 7) == [("level", "missing")]
    assert wrong(station.ratings.give, turn, 5, ["slow"]) == [("reasons", "unknown")]
    station.ratings.give(turn, 5, ["once"])
    assert station.ratings.of_case(key).reasons == ("once",)


def test_a_bad_rating_begins_a_matter_with_two_days(station, bad):
    (page,) = station.ratings.matters()
    assert page.matter.state is MatterState.NEW
    assert page.case.id == bad
    assert set(page.rating.reasons) == {"slow", "unfriendly"}
    calendar = station.reference.calendar
    assert page.dues.contact == calendar.after(TODAY, 1)
    assert page.dues.correct == calendar.after(TODAY, 15)
    assert [event for event, why in page.next.items() if not why] == [MatterEvent.CONTACT]


def test_a_bad_rating_is_followed_up_to_the_call_back(station, bad):
    step(station, bad, "contact", "等了四十分钟")
    step(station, bad, "uphold", "窗口只有一人")
    step(station, bad, "correct", "增开窗口")
    station.ratings.call_back(bad, "satisfied", TODAY, version=4)
    page = station.ratings.matter(bad)
    assert page.matter.state is MatterState.DONE
    assert page.matter.finding is Finding.VALID
    assert (page.matter.cause, page.matter.measure) == ("窗口只有一人", "增开窗口")
    assert station.ratings.matters() == ()
    assert len(station.ratings.matters([MatterState.DONE])) == 1


def test_each_step_can_be_taken_back_until_the_next(station, bad):
    first = step(station, bad, "contact", "已致电")
    second = step(station, bad, "uphold", "人手不足")
    with pytest.raises(EditConflictError):
        first.revert()
    second.revert()
    page = station.ratings.matter(bad)
    assert (page.matter.state, page.matter.finding) == (MatterState.CONTACTED, Finding.NONE)
    assert page.matter.cause == ""


def test_what_was_not_put_right_after_all_is_put_right_again(station, bad):
    step(station, bad, "contact", "已致电")
    step(station, bad, "uphold", "人手不足")
    step(station, bad, "correct", "增开窗口")
    step(station, bad, "reopen", "仍然要等")
    page = station.ratings.matter(bad)
    assert (page.matter.state, page.matter.corrected_on) == (MatterState.CORRECTING, None)


def test_whoever_served_does_not_call_his_own_bad_rating_a_mistake(station, bad):
    boss = employ(station, Role.SUPERVISOR, "站长")
    step(station, bad, "contact", "已致电")
    said = (bad, Finding.MISTAKEN, "点错了", TODAY)
    assert refused(station.ratings.dismiss, *said, version=2) == "rating.own-case"
    assert station.ratings.matter(bad).next[MatterEvent.DISMISS] == "rating.own-case"
    as_seen_by(station, boss).ratings.dismiss(*said, version=2)
    assert station.ratings.matter(bad).matter.finding is Finding.MISTAKEN


def test_what_is_not_said_or_said_of_another_day_is_refused(station, bad):
    ratings, tomorrow = station.ratings, TODAY + timedelta(days=1)
    assert wrong(ratings.contact, bad, " ", TODAY, version=1) == [("contact_note", "missing")]
    assert wrong(ratings.contact, bad, "好", tomorrow, version=1) == [("on", "in-the-future")]
    yesterday = TODAY - timedelta(days=1)
    assert wrong(ratings.contact, bad, "好", yesterday, version=1) == [("on", "too-early")]
    step(station, bad, "contact", "已致电")
    boss = as_seen_by(station, employ(station, Role.SUPERVISOR, "站长")).ratings
    told = wrong(boss.dismiss, bad, Finding.VALID, "", TODAY, version=2)
    assert told == [("finding", "missing"), ("cause", "missing")]
    step(station, bad, "uphold", "人手不足")
    step(station, bad, "correct", "增开窗口")
    assert wrong(ratings.call_back, bad, "moon", TODAY, version=4) == [("answer", "missing")]
    asked = wrong(ratings.call_back, bad, "unsatisfied", TODAY, version=4)
    assert asked == [("answer_note", "missing")]


def test_a_matter_that_somebody_else_has_gone_on_with_is_not_overwritten(station, bad):
    step(station, bad, "contact", "已致电")
    with pytest.raises(EditConflictError):
        station.ratings.contact(bad, "又致电", TODAY, version=1)
    assert refused(station.ratings.contact, bad, "又", TODAY, version=2) == (
        "rating.contacted-already"
    )


def test_a_matter_that_nobody_has_looked_at_grows_red(station, bad, clock):
    clock.moment += timedelta(days=5)
    assert station.ratings.matter(bad).urgency is Urgency.OVERDUE
    assert station.ratings.figures(TODAY, TODAY).contacted == Share(0, 1)


def test_a_good_rating_begins_no_matter(station, finished):
    key = finished()
    rated(station, key, 3)
    with pytest.raises(NotFoundError):
        station.ratings.matter(key)


def test_the_figures_are_those_of_the_period(station, finished, clock):
    for level, reasons in ((5, ["fast", "friendly"]), (3, []), (2, ["slow"])):
        rated(station, finished(), level, *reasons)
    clock.moment += timedelta(days=40)
    rated(station, finished(), 1)
    found = station.ratings.figures(TODAY, TODAY + timedelta(days=30))
    assert (found.satisfied, found.bad) == (Share(2, 3), Share(1, 3))
    assert found.aspects[Aspect.EFFICIENCY] == Share(1, 2)
    assert found.aspects[Aspect.ATTITUDE] == Share(1, 1)
    assert found.aspects[Aspect.COMPETENCE].ratio is None
    assert station.ratings.figures(TODAY, TODAY + timedelta(days=60)).given == 4


def test_clerks_turn_the_screen_and_read_nothing_of_what_was_said(station, finished):
    key = finished()
    clerk = as_seen_by(station, employ(station, Role.CLERK, "王芳"))
    clerk.ratings.give(turned(clerk, key), 1, ["slow"])
    for ask in (
        lambda: clerk.ratings.of_case(key),
        clerk.ratings.matters,
        lambda: clerk.ratings.figures(TODAY, TODAY),
    ):
        with pytest.raises(NotPermittedError):
            ask()
    assert len(station.ratings.matters()) == 1


def test_figures_are_told_by_item_by_person_and_by_month(station, finished, clock):
    rated(station, finished(), 5, "fast")
    key = finished()
    rated(station, key, 1, "slow")
    clock.moment += timedelta(days=31)
    rated(station, finished(), 4)
    found = station.ratings.breakdown(TODAY, TODAY + timedelta(days=60))
    assert found.whole.satisfied == Share(2, 3)
    (item,) = found.items
    assert (item.name, item.figures.given) == (at(station, key).item, 3)
    assert [each.figures.bad for each in found.people] == [Share(1, 3)]
    assert [(each.name, each.figures.given) for each in found.months] == [
        (f"{TODAY:%Y-%m}", 2),
        (f"{TODAY + timedelta(days=31):%Y-%m}", 1),
    ]
    assert found.months[0].figures.contacted == Share(0, 1)


def test_the_figures_are_printed_with_what_they_are_of(station, finished):
    rated(station, finished(), 5, "fast")
    rated(station, finished(), 1, "slow")
    told = "".join(text_of(station.ratings.sheet(TODAY, TODAY).pdf).split())
    for wanted in (
        "政务服务好差评统计",
        "整体满意度50.0%（1/2）",
        "服务效率50.0%（1/2）",
        "噪声扰民投诉",
    ):
        assert wanted in told, wanted
    assert "服务态度" in told
