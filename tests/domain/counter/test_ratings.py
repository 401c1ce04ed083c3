"""What a rating may say, and what becomes of bad ones."""

from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.counter.bad_ratings import (
    NEXT,
    BadRating,
    Finding,
    MatterEvent,
    MatterState,
    WhyNot,
    dues_of,
    problems_with_day,
    problems_with_texts,
)
from station_app.domain.counter.case_clock import Urgency
from station_app.domain.counter.ratings import (
    Aspect,
    Level,
    problems_with_rating,
    reasons_from_text,
    text_of_reasons,
)
from station_app.domain.working_days import WorkCalendar
from station_app.shipped import RESOURCES
from station_app.store.counter.rating_rules import read_rating_rules

RULES = read_rating_rules(RESOURCES / "counter" / "rating.json")
FRIDAY, MONDAY = date(2026, 3, 6), date(2026, 3, 9)
WEEKENDS = WorkCalendar({})
S, E, W = MatterState, MatterEvent, WhyNot
TABLE = {
    #                contact              uphold             dismiss
    #                correct              call-back          reopen
    S.NEW: (S.CONTACTED, *(W.NOT_CONTACTED,) * 5),
    S.CONTACTED: (
        *(W.CONTACTED_ALREADY, S.CORRECTING, S.ANSWERING),
        *(W.NOT_JUDGED, W.NOT_JUDGED, W.NOT_JUDGED),
    ),
    S.CORRECTING: (
        *(W.CONTACTED_ALREADY, W.JUDGED_ALREADY, W.JUDGED_ALREADY),
        *(S.ANSWERING, W.NOT_CORRECTED, W.NOT_CORRECTED),
    ),
    S.ANSWERING: (
        *(W.CONTACTED_ALREADY, W.JUDGED_ALREADY, W.JUDGED_ALREADY),
        *(W.NOTHING_TO_CORRECT, S.DONE, S.CORRECTING),
    ),
    S.DONE: (W.DONE,) * 6,
}


def a_matter(state=S.NEW, **more):
    return BadRating(case_id="c", version=1, state=state, rated_on=FRIDAY, **more)


def codes(problems):
    return [(each.field, each.code) for each in problems]


def test_one_and_two_are_bad_ratings():
    assert [level.value for level in Level if level.is_bad] == [2, 1]


@pytest.mark.parametrize("level", list(Level))
def test_beside_each_level_stand_reasons_of_every_aspect_that_fit_it(level):
    offered = RULES.offered(level)
    assert {each.aspect for each in offered} == set(Aspect)
    assert {each.is_praise for each in offered} == {not level.is_bad}


def test_nothing_but_a_level_and_reasons_beside_it_is_taken():
    assert problems_with_rating(5, [], RULES) == ()
    assert problems_with_rating(4, ["fast", "friendly"], RULES) == ()
    assert codes(problems_with_rating(4, ["slow"], RULES)) == [("reasons", "unknown")]
    assert codes(problems_with_rating(1, ["slow", "fast"], RULES)) == [("reasons", "unknown")]
    for level in (0, 6, -1):
        assert codes(problems_with_rating(level, [], RULES)) == [("level", "missing")]


def test_reasons_are_kept_in_one_order_whatever_the_order_they_were_chosen_in():
    kept = text_of_reasons(["slow", "passed-about", "slow"])
    assert kept == text_of_reasons(["passed-about", "slow"])
    assert set(reasons_from_text(kept)) == {"slow", "passed-about"}
    assert reasons_from_text("") == ()


@pytest.mark.parametrize("state", list(S))
def test_every_event_leads_where_it_was_agreed_or_is_refused_for_its_reason(state):
    assert tuple(NEXT[state, event] for event in E) == TABLE[state]


def test_whoever_rated_badly_is_spoken_to_on_the_next_working_day_and_done_within_fifteen():
    dues = dues_of(FRIDAY, RULES, WEEKENDS)
    assert (dues.contact.day, dues.correct.day) == (MONDAY, date(2026, 3, 27))
    assert dues.contact.is_provisional


def test_the_contact_is_due_first_then_the_correction_then_nothing():
    dues = dues_of(FRIDAY, RULES, WEEKENDS)
    assert dues.pending(a_matter()) == dues.contact
    for state in (S.CONTACTED, S.CORRECTING):
        assert dues.pending(a_matter(state)) == dues.correct
    for state in (S.ANSWERING, S.DONE):
        assert dues.pending(a_matter(state)) is None
    days = {"today": date(2026, 3, 10), "soon": date(2026, 3, 12)}
    assert dues.urgency(a_matter(), **days) is Urgency.OVERDUE
    assert dues.urgency(a_matter(S.CONTACTED), **days) is Urgency.NONE
    assert dues.urgency(a_matter(S.DONE), **days) is Urgency.NONE


def test_nothing_happens_before_what_stood_before_it_or_in_the_future():
    matter = a_matter(S.CONTACTED, contacted_on=MONDAY)
    assert problems_with_day(MONDAY, matter, today=MONDAY) == ()
    assert codes(problems_with_day(FRIDAY, matter, today=MONDAY)) == [("on", "too-early")]
    later = date(2026, 3, 10)
    assert codes(problems_with_day(later, matter, today=MONDAY)) == [("on", "in-the-future")]


def test_what_was_found_is_what_verifies_it():
    assert not a_matter().is_verified
    assert all(a_matter(finding=each).is_verified for each in Finding if each)


def test_a_text_that_is_needed_is_neither_missing_nor_too_long():
    assert codes(problems_with_texts(cause=" ")) == [("cause", "missing")]
    assert codes(problems_with_texts(cause="长" * 401)) == [("cause", "too-long")]
    assert problems_with_texts(cause="窗口人少") == ()
