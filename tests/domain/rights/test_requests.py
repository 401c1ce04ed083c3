from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.rights.requests import (
    NEXT,
    OF_THE_DEAD,
    OPEN,
    Asker,
    Event,
    Kind,
    RequestDraft,
    State,
    Urgency,
    due_on,
    problems_with_request,
    urgency_of,
)
from station_app.domain.rights.rules import Answering, Counted
from station_app.shipped import RESOURCES
from station_app.store.reference import Reference

TODAY = date(2026, 3, 10)
CALENDAR = Reference(RESOURCES).calendar


def a_request(**more):
    told = {
        "resident_id": "r1",
        "kind": Kind.CONSULT,
        "identity_check": "original",
        "received_on": TODAY,
    }
    return RequestDraft(**told | more)


def problems(draft, *, is_dead=False, is_child=False):
    found = problems_with_request(draft, is_dead=is_dead, is_child=is_child, today=TODAY)
    return {(problem.field, problem.code) for problem in found}


def test_every_state_and_event_is_decided():
    assert set(NEXT) == set(product(State, Event))


def test_what_is_over_stays_over():
    for event in Event:
        assert NEXT[State.CLOSED, event] is None
        assert NEXT[State.WITHDRAWN, event] is None


def test_whatever_leaves_the_open_states_was_answered_refused_or_withdrawn():
    left = {
        event
        for (state, event), to in NEXT.items()
        if state in OPEN and to is not None and to not in OPEN
    }
    assert left == {Event.ANSWER, Event.REFUSE, Event.WITHDRAW}


def test_every_open_request_comes_to_an_end_by_any_way_of_answering():
    for state in OPEN:
        for event in (Event.ANSWER, Event.REFUSE):
            assert NEXT[NEXT[state, event], Event.CLOSE] is State.CLOSED


@pytest.mark.parametrize(
    ("counted", "received", "due"),
    [
        (Counted.WORKING, date(2026, 3, 1), date(2026, 3, 20)),
        (Counted.WORKING, date(2026, 9, 30), date(2026, 10, 27)),  # over the national holidays
        (Counted.CALENDAR, date(2026, 3, 2), date(2026, 3, 17)),
        (Counted.CALENDAR, date(2026, 3, 6), date(2026, 3, 23)),  # a Saturday: put off
    ],
)
def test_the_day_it_was_received_is_not_counted(counted, received, due):
    assert due_on(received, Answering(days=15, counted=counted, soon=3), CALENDAR) == due


@pytest.mark.parametrize(
    ("state", "days", "urgency"),
    [
        (State.RECEIVED, -1, Urgency.OVERDUE),
        (State.RECEIVED, 0, Urgency.SOON),
        (State.IN_PROGRESS, 3, Urgency.SOON),
        (State.IN_PROGRESS, 4, Urgency.NONE),
        (State.ANSWERED, -9, Urgency.NONE),
        (State.WITHDRAWN, 0, Urgency.NONE),
    ],
)
def test_only_an_open_request_presses(state, days, urgency):
    due = TODAY + timedelta(days=days)
    assert urgency_of(state, due, today=TODAY, soon=3) is urgency


@given(st.integers(-400, 400), st.integers(0, 30))
def test_soon_and_overdue_meet_at_today(days, soon):
    due = TODAY + timedelta(days=days)
    found = urgency_of(State.RECEIVED, due, today=TODAY, soon=soon)
    assert (found is Urgency.OVERDUE) == (days < 0)
    assert (found is Urgency.SOON) == (0 <= days <= soon)


def test_a_plain_request_is_accepted():
    assert problems(a_request()) == set()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"resident_id": ""}, ("resident_id", "missing")),
        ({"kind": ""}, ("kind", "missing")),
        ({"identity_check": ""}, ("identity_check", "missing")),
        ({"received_on": None}, ("received_on", "missing")),
        ({"received_on": date(2026, 3, 11)}, ("received_on", "in-the-future")),
        ({"kind": Kind.CORRECT}, ("details", "missing")),
        ({"kind": Kind.DELETE}, ("details", "missing")),
        ({"details": "长" * 1001}, ("details", "too-long")),
        ({"asker": Asker.AGENT, "proof": "委托书"}, ("asker_name", "missing")),
        ({"asker": Asker.AGENT, "asker_name": "李四"}, ("proof", "missing")),
        ({"asker": Asker.RELATIVE}, ("asker", "relative-of-the-living")),
    ],
)
def test_what_is_missing_is_told(change, problem):
    assert problem in problems(a_request(**change))


def test_for_a_child_the_guardian_asks():
    told = {"asker_name": "张父", "proof": "户口簿"}
    assert ("asker", "guardian-decides") in problems(a_request(), is_child=True)
    assert problems(a_request(asker=Asker.GUARDIAN, **told), is_child=True) == set()


@pytest.mark.parametrize("kind", Kind)
def test_relatives_ask_for_what_the_law_names(kind):
    draft = a_request(
        kind=kind, asker=Asker.RELATIVE, asker_name="张子", proof="死亡证明", details="x"
    )
    assert (("kind", "not-for-relatives") in problems(draft, is_dead=True)) == (
        kind not in OF_THE_DEAD
    )


def test_the_dead_do_not_ask_themselves():
    assert ("asker", "has-died") in problems(a_request(), is_dead=True)
