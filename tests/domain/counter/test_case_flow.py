"""The life of a case: every state with every event, and walks at random through it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_flow import (
    AT_WORK,
    BEFORE_ACCEPTANCE,
    FINISHED,
    MAY,
    NEXT,
    OPEN,
    REASONED,
    CaseEvent,
    CaseState,
    Why,
)
from station_app.domain.counter.cases import CaseId, CaseStep, StepId, Undo, is_whole, next_step_of

STATES = {
    *("draft", "received", "awaiting"),
    *("accepted", "transferred", "in-progress", "published", "suspended"),
}
ENDS = {
    *("declined", "closed", "notified", "collected", "rated", "archived"),
    *("withdrawn", "lapsed"),
}
# state by state, what happens and where it leads: kept by hand, as it was agreed upon
AGREED = """
draft: receive>received accept>accepted decline>declined tick hand-over correct
received: ask-more>awaiting accept>accepted decline>declined withdraw>withdrawn
received: tick hand-over correct
awaiting: complete>received decline>declined withdraw>withdrawn lapse>lapsed
awaiting: tick hand-over correct
accepted: begin>in-progress transfer>transferred suspend>suspended close>closed
accepted: withdraw>withdrawn tick hand-over correct
transferred: give-back>in-progress close>closed withdraw>withdrawn hand-over correct
in-progress: transfer>transferred publish>published suspend>suspended close>closed
in-progress: withdraw>withdrawn tick hand-over correct
published: begin>in-progress close>closed withdraw>withdrawn hand-over correct
suspended: resume>in-progress withdraw>withdrawn tick hand-over correct
declined: notify>notified
closed: notify>notified collect>collected
notified: collect>collected rate>rated archive>archived
collected: rate>rated archive>archived
rated: archive>archived
withdrawn: archive>archived
lapsed: archive>archived
draft: note
received: note
awaiting: note
accepted: note
transferred: note
in-progress: note
published: note
suspended: note
declined: note
closed: note
notified: note
collected: note
rated: note
withdrawn: note
lapsed: note
"""
TELLING = {
    ("draft", "begin"): Why.NOT_ACCEPTED,
    ("draft", "withdraw"): Why.STILL_A_DRAFT,
    ("draft", "ask-more"): Why.NOT_RECEIVED,
    ("received", "receive"): Why.RECEIVED_ALREADY,
    ("received", "close"): Why.NOT_ACCEPTED,
    ("received", "lapse"): Why.AWAITS_NOTHING,
    ("awaiting", "accept"): Why.AWAITS,
    ("accepted", "accept"): Why.ACCEPTED_ALREADY,
    ("accepted", "resume"): Why.NOT_STOPPED,
    ("accepted", "give-back"): Why.WITH_NO_OFFICE,
    ("accepted", "publish"): Why.NOT_BEGUN,
    ("transferred", "begin"): Why.WITH_AN_OFFICE,
    ("in-progress", "begin"): Why.BEGUN_ALREADY,
    ("in-progress", "archive"): Why.NOT_CLOSED,
    ("published", "suspend"): Why.PUBLISHED,
    ("suspended", "close"): Why.STOPPED,
    ("closed", "archive"): Why.NOT_NOTIFIED,
    ("closed", "close"): Why.FINISHED,
    ("closed", "begin"): Why.FINISHED,
    ("archived", "archive"): Why.DONE_ALREADY,
    ("archived", "note"): Why.FINISHED,
    ("withdrawn", "notify"): Why.DONE_ALREADY,
    ("lapsed", "complete"): Why.FINISHED,
}
PAIRS = sorted(product(CaseState, CaseEvent))


def agreed():
    found = {}
    for line in AGREED.strip().splitlines():
        state, _, events = line.partition(": ")
        for told in events.split():
            event, _, leads = told.partition(">")
            found[state, event] = leads or state
    return found


def test_states_are_open_or_finished():
    assert {each.value for each in OPEN} == STATES
    assert {each.value for each in FINISHED} == ENDS
    assert set(CaseState) == OPEN | FINISHED
    assert OPEN == BEFORE_ACCEPTANCE | AT_WORK


@pytest.mark.parametrize(("state", "event"), PAIRS)
def test_every_pair_leads_where_it_was_agreed_or_is_refused_with_a_code(state, event):
    outcome, leads = NEXT[state, event], agreed().get((state.value, event.value))
    if leads is None:
        assert isinstance(outcome, Why)
        assert outcome is TELLING.get((state.value, event.value), outcome)
    else:
        assert outcome is CaseState(leads)


def test_every_reason_against_is_given_somewhere():
    assert {each for each in NEXT.values() if isinstance(each, Why)} == set(Why)


def test_what_is_finished_is_not_opened_again():
    for state, event in PAIRS:
        if state in FINISHED:
            assert NEXT[state, event] not in OPEN


def test_from_every_state_the_archive_is_reached():
    reached = {CaseState.ARCHIVED}
    for _ in CaseState:
        reached |= {state for state, event in PAIRS if NEXT[state, event] in reached}
    assert reached == set(CaseState)


def test_who_may_let_it_happen_is_said_of_every_event():
    assert set(MAY) == set(CaseEvent)
    assert set(MAY.values()) == {Permission.CASE_WRITE, Permission.CASE_DECIDE}
    assert CaseEvent.SUSPEND in REASONED


def walk(events):
    """Return the steps of a case to which *events* happen, as far as they can."""
    state, steps, refused = CaseState.DRAFT, [], 0
    steps.append(a_step(steps, state, Undo.DRAFTED, state))
    for event in events:
        outcome = NEXT[state, event]
        if isinstance(outcome, Why):
            refused += 1
            continue
        steps.append(a_step(steps, state, event, outcome))
        state = outcome
    return steps, refused


def a_step(steps, before, event, after, at=0, key=""):
    number, follows = next_step_of(steps, before)
    return CaseStep(
        id=StepId(key or f"s{number:05d}"),
        case_id=CaseId("c"),
        number=number,
        follows=follows,
        event=event,
        before=before,
        after=after,
        reason="",
        to="",
        at=datetime(2026, 3, 1, tzinfo=UTC) + timedelta(seconds=at),
        by="某@desk",
    )


def assert_legal(steps):
    assert is_whole(steps)
    for step in steps[1:]:
        assert NEXT[step.before, step.event] is step.after


@settings(max_examples=400)
@given(st.lists(st.sampled_from(CaseEvent), max_size=60))
def test_walks_end_in_a_state_of_the_table_with_a_history_without_a_gap(events):
    steps, refused = walk(events)
    assert len(steps) + refused == len(events) + 1
    assert_legal(steps)


def walks(number, length, seed):
    """Walk at random, about every other event being one that can happen; tell what was met."""
    chance, met = Random(seed), set()
    for _ in range(number):
        state, events = CaseState.DRAFT, []
        for _ in range(length):
            fitting = [each for each in CaseEvent if isinstance(NEXT[state, each], CaseState)]
            event = chance.choice(
                fitting if fitting and chance.random() < 0.5 else list(CaseEvent)
            )
            outcome = NEXT[state, event]
            state = outcome if isinstance(outcome, CaseState) else state
            events.append(event)
        steps, _ = walk(events)
        assert_legal(steps)
        assert steps[-1].after is state
        met |= {step.after for step in steps}
    return met


def test_ten_thousand_steps_at_random_meet_every_state():
    assert walks(500, 20, seed=1) == set(CaseState)


@pytest.mark.long
def test_ten_thousand_walks_meet_every_state():
    assert walks(10_000, 20, seed=2) == set(CaseState)


def test_a_step_that_is_missing_is_noticed():
    steps, _ = walk([CaseEvent.RECEIVE, CaseEvent.ACCEPT, CaseEvent.BEGIN, CaseEvent.CLOSE])
    for place in range(len(steps)):
        rest = steps[:place] + steps[place + 1 :]
        # what was cut off at the end was never there, as far as anybody can tell
        assert is_whole(rest) == (place == len(steps) - 1)
    assert not is_whole([])


def test_two_devices_that_went_on_alone_leave_a_history_without_a_gap():
    steps, _ = walk([CaseEvent.ACCEPT])
    here = a_step(steps, CaseState.ACCEPTED, CaseEvent.CLOSE, CaseState.CLOSED, 1, "here")
    there = a_step(steps, CaseState.ACCEPTED, CaseEvent.BEGIN, CaseState.IN_PROGRESS, 2, "there")
    both = [*steps, here, there]
    assert is_whole(both)
    for state, stands in ((CaseState.CLOSED, "here"), (CaseState.IN_PROGRESS, "there")):
        assert next_step_of(both, state) == (4, stands)
