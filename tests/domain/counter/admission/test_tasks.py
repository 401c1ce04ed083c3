"""Tasks as they are entered, looked for, timed, and reckoned up in a year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from station_app.domain.counter.admission.dues import dues_of, urgency
from station_app.domain.counter.admission.flow import TaskState
from station_app.domain.counter.admission.registers import (
    BurdenDraft,
    BurdenKind,
    problems_with_burden,
)
from station_app.domain.counter.admission.tasks import (
    ListType,
    Owner,
    TaskDraft,
    TaskFilter,
    problems_with_task,
    years_of,
)
from station_app.domain.counter.admission.yearly import year_report
from station_app.domain.counter.case_clock import Urgency
from station_app.domain.working_days import WorkCalendar
from station_app.shipped import RESOURCES
from station_app.store.counter.admission_rules import read_admission_rules
from tests.domain.counter.admission.making import MONDAY, a_task

RULES = read_admission_rules(RESOURCES / "counter" / "admission.json")
WEEKENDS = WorkCalendar({})


def due(limit, since):
    return limit.due(since, WEEKENDS)


WHOLE = a_task().particulars
S = TaskState


def wrong(draft, today=MONDAY):
    found = problems_with_task(draft, RULES, affairs={"social"}, today=today)
    return [(each.field, each.code) for each in found]


def test_a_whole_entry_is_accepted():
    assert wrong(WHOLE) == []


def test_an_empty_entry_says_all_that_is_missing():
    missing = ["name", "department", "affair", "owner", "received_on"]
    assert wrong(TaskDraft()) == [(each, "missing") for each in missing]


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"affair": "x"}, ("affair", "unknown")),
        ({"frequency": "x"}, ("frequency", "unknown")),
        ({"funding": -1}, ("funding", "out-of-range")),
        ({"name": "长" * 121}, ("name", "too-long")),
        ({"note": "长" * 401}, ("note", "too-long")),
        ({"received_on": date(2026, 3, 10)}, ("received_on", "in-the-future")),
        ({"begins_on": MONDAY, "ends_on": date(2026, 3, 8)}, ("ends_on", "too-early")),
        ({"begins_on": MONDAY, "due_on": date(2026, 3, 8)}, ("due_on", "too-early")),
    ],
)
def test_what_cannot_be_is_named_with_its_field(told, problem):
    assert wrong(replace(WHOLE, **told)) == [problem]


def test_approval_is_asked_thirty_working_days_ahead_and_decided_in_fifteen():
    task = a_task(state=S.ASKED, asked_on=MONDAY, begins_on=date(2026, 4, 17))
    dues = dues_of(task, RULES, due)
    assert (dues.earliest.day, dues.decide.day) == (date(2026, 4, 20), date(2026, 3, 30))
    assert dues.is_late
    in_time = a_task(state=S.ASKED, asked_on=MONDAY, begins_on=date(2026, 4, 20))
    assert not dues_of(in_time, RULES, due).is_late


def test_what_is_not_asked_for_has_no_day_of_decision():
    assert dues_of(a_task(), RULES, due).decide is None


def test_an_admitted_task_is_pressing_by_what_is_due_of_it():
    task = a_task(state=S.ADMITTED, due_on=date(2026, 3, 8))
    dues = dues_of(task, RULES, due)
    soon = date(2026, 3, 12)
    assert urgency(task, dues, today=MONDAY, soon=soon) is Urgency.OVERDUE
    refused = a_task(state=S.REFUSED, due_on=date(2026, 3, 8))
    assert urgency(refused, dues, today=MONDAY, soon=soon) is Urgency.NONE


def test_the_filter_lets_through_what_all_its_parts_let_through():
    task = a_task("Ｃ入户摸排", state=S.ADMITTED, list_type=ListType.OWN, approval_no="准字1号")
    for wanted in (
        TaskFilter(),
        TaskFilter(text="摸排 准字"),
        TaskFilter(states=(S.ADMITTED,), owners=(Owner.SERVICE,), year=2026),
        TaskFilter(is_amber=True),
    ):
        assert wanted.lets(task)
    for unwanted in (
        TaskFilter(text="别的"),
        TaskFilter(states=(S.REFUSED,)),
        TaskFilter(lists=(ListType.ASSIST,)),
        TaskFilter(affairs=("mutual",)),
        TaskFilter(year=2025),
    ):
        assert not unwanted.lets(task)


def test_a_task_belongs_to_every_year_in_which_it_runs():
    task = a_task(begins_on=date(2025, 12, 1), ends_on=date(2027, 1, 5))
    assert list(years_of(task)) == [2025, 2026, 2027]
    assert list(years_of(replace(task, ended_on=date(2026, 2, 1)))) == [2025, 2026]
    assert list(years_of(a_task(received_on=None))) == []


def test_the_report_of_a_year_is_held_beside_the_year_before():
    tasks = [
        a_task("甲", key="1", state=S.ADMITTED, funding=1050, minutes=90),
        a_task("乙", key="2", state=S.REFUSED, department="另一局"),
        a_task("甲", key="3", received_on=date(2025, 5, 5), state=S.EXPIRED),
        a_task("丙", key="4", received_on=date(2025, 6, 5)),
    ]
    report = year_report(tasks, 2026)
    assert [task.particulars.name for task in report.tasks] == ["乙", "甲"]
    assert (report.former, report.minutes, report.funding) == (2, 90, 1050)
    assert (report.added, report.gone) == (("乙",), ("丙",))
    assert report.states[S.ADMITTED] == (1, 0)
    assert report.matrix["social", Owner.SERVICE] == 2
    assert [(line.department, line.refused) for line in report.senders] == [
        ("另一局", 1),
        ("某某局", 0),
    ]


STATES = some.lists(some.sampled_from(list(S)), max_size=12)


@given(now=STATES, then=STATES)
def test_the_report_counts_every_task_of_both_years_once(now, then):
    tasks = [a_task(f"n{n}", key=f"n{n}", state=state) for n, state in enumerate(now)]
    tasks += [
        a_task(f"t{n}", key=f"t{n}", state=state, received_on=date(2025, 1, 1))
        for n, state in enumerate(then)
    ]
    report = year_report(tasks, 2026)
    assert sum(now_ for now_, _ in report.states.values()) == len(now)
    assert report.former == len(then)
    assert sum(line.tasks for line in report.senders) == sum(report.matrix.values()) == len(now)


@pytest.mark.parametrize(
    ("told", "problems"),
    [
        ({}, []),
        ({"name": " "}, [("name", "missing")]),
        ({"kind": BurdenKind.MEETING}, [("happened_on", "missing")]),
        ({"happened_on": date(2026, 3, 10)}, [("happened_on", "in-the-future")]),
        ({"frequency": "x"}, [("frequency", "unknown")]),
        ({"minutes": 24 * 60 + 1}, [("minutes", "out-of-range")]),
        ({"form": "长" * 401}, [("form", "too-long")]),
    ],
)
def test_an_entry_of_the_small_registers_is_judged_by_its_kind(told, problems):
    draft = BurdenDraft(**{"name": "台账", "department": "某某局", **told})
    found = problems_with_burden(draft, RULES, today=MONDAY)
    assert [(each.field, each.code) for each in found] == problems
