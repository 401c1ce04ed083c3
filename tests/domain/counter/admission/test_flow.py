"""The life of a task from above: every pair of state and event, and what else is in the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.admission.flow import (
    FINISHED,
    MAY,
    NEXT,
    TaskEvent,
    TaskState,
    WhyNot,
)
from station_app.domain.counter.admission.papers import TaskPaperKind, papers_of
from station_app.domain.counter.admission.tasks import (
    ListType,
    Point,
    TaskDraft,
    obstacle,
    open_points,
    problems_with_step,
)
from tests.domain.counter.admission.making import MONDAY, a_task

S, E, W = TaskState, TaskEvent, WhyNot
TABLE = {
    # ask, admit, refuse, withdraw, expire, work, correct
    S.RECEIVED: (
        *(S.ASKED, S.ADMITTED, S.REFUSED, S.WITHDRAWN),
        *(W.NOT_ADMITTED, S.RECEIVED, S.RECEIVED),
    ),
    S.ASKED: (
        *(W.ASKED_ALREADY, S.ADMITTED, S.REFUSED, S.WITHDRAWN),
        *(W.NOT_ADMITTED, S.ASKED, S.ASKED),
    ),
    S.ADMITTED: (
        *(W.ADMITTED_ALREADY, W.ADMITTED_ALREADY, W.ADMITTED_ALREADY),
        *(S.WITHDRAWN, S.EXPIRED, S.ADMITTED, S.ADMITTED),
    ),
    S.REFUSED: (W.FINISHED,) * 7,
    S.WITHDRAWN: (W.FINISHED,) * 7,
    S.EXPIRED: (W.FINISHED,) * 7,
}


@pytest.mark.parametrize(("state", "event"), list(product(S, E)))
def test_every_pair_of_state_and_event_has_the_outcome_of_the_table(state, event):
    assert NEXT[state, event] == TABLE[state][list(E).index(event)]


def test_the_clerk_registers_and_the_supervisor_decides():
    clerks = {event for event, right in MAY.items() if right is Permission.TASK_REGISTER}
    assert clerks == {E.ASK, E.WORK, E.CORRECT}
    assert set(MAY) == set(E)


@pytest.mark.parametrize(
    ("list_type", "state", "event", "why"),
    [
        (ListType.OWN, S.RECEIVED, E.ASK, W.LISTED),
        (ListType.OWN, S.RECEIVED, E.ADMIT, None),
        (ListType.ASSIST, S.RECEIVED, E.ADMIT, None),
        (ListType.NEGATIVE, S.RECEIVED, E.ASK, W.ON_NEGATIVE_LIST),
        (ListType.NEGATIVE, S.ASKED, E.ADMIT, W.ON_NEGATIVE_LIST),
        (ListType.NEGATIVE, S.RECEIVED, E.REFUSE, None),
        (ListType.UNKNOWN, S.RECEIVED, E.ASK, None),
        (ListType.UNKNOWN, S.ASKED, E.ADMIT, W.NO_LIST),
        (ListType.TEMPORARY, S.RECEIVED, E.ADMIT, W.MUST_BE_ASKED),
        (ListType.TEMPORARY, S.ASKED, E.ADMIT, W.NO_AGREEMENT),
    ],
)
def test_the_list_of_a_task_decides_how_it_may_be_admitted(list_type, state, event, why):
    task = a_task(state=state, list_type=list_type)
    assert obstacle(task, event, today=MONDAY) is why


def test_what_is_temporary_is_admitted_with_an_agreement_of_its_own():
    task = a_task(state=S.ASKED, list_type=ListType.TEMPORARY, agreement="专项协议2026-1")
    assert obstacle(task, E.ADMIT, today=MONDAY) is None


@pytest.mark.parametrize(
    ("ends_on", "why"),
    [(None, W.NO_END), (MONDAY, W.NOT_OVER), (date(2026, 3, 8), None)],
)
def test_a_task_expires_only_after_its_last_day(ends_on, why):
    task = a_task(state=S.ADMITTED, ends_on=ends_on)
    assert obstacle(task, E.EXPIRE, today=MONDAY) is why


def test_a_point_that_nothing_is_said_of_is_open_and_money_may_be_a_sum():
    told = TaskDraft(people="1名协理员", work="每月一次", promise="已签", appraisal=" ")
    assert open_points(told) == (Point.APPRAISAL, Point.MONEY)
    assert open_points(replace(told, appraisal="年底联评", funding=100)) == ()


def test_only_an_admitted_task_is_amber():
    assert a_task(state=S.RECEIVED).open_points == ()
    assert a_task(state=S.ADMITTED).open_points == tuple(Point)


def test_a_step_lies_neither_in_the_future_nor_before_the_last_one():
    task = a_task(state=S.ASKED, asked_on=MONDAY)
    tuesday, sunday = date(2026, 3, 10), date(2026, 3, 8)

    def codes(on):
        return [each.code for each in problems_with_step(task, on, today=MONDAY, ground="x")]

    assert codes(MONDAY) == []
    assert codes(tuesday) == ["in-the-future"]
    assert codes(sunday) == ["too-early"]


def test_a_step_that_needs_words_says_which_are_missing():
    found = problems_with_step(a_task(), MONDAY, today=MONDAY, ground="  ")
    assert [(each.field, each.code) for each in found] == [("ground", "missing")]


@pytest.mark.parametrize("state", S)
def test_a_refused_task_has_the_refusal_and_nothing_else_has(state):
    has = papers_of(a_task(state=state, list_type=ListType.TEMPORARY))
    assert (TaskPaperKind.REFUSAL in has) == (state is S.REFUSED)
    assert (TaskPaperKind.REQUEST in has) == (state in {S.RECEIVED, S.ASKED})


def test_what_our_lists_have_needs_no_request():
    assert papers_of(a_task(list_type=ListType.OWN)) == (TaskPaperKind.APPROVAL,)
    assert papers_of(a_task(list_type=ListType.NEGATIVE)) == ()


def test_what_is_over_leads_nowhere():
    assert {S.REFUSED, S.WITHDRAWN, S.EXPIRED} == FINISHED
