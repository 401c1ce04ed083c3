"""Cases as lists show and count them, and to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import Hindrance, NotPermittedError
from station_app.domain.counter.case_flow import CaseEvent, CaseState, Why
from station_app.domain.counter.case_lists import CaseFilter, CaseOrder, CaseView
from station_app.domain.counter.cases import CaseDraft, Channel, Undo, is_whole
from station_app.domain.errors import (
    EditConflictError,
    ValidationFailedError,
)
from tests.authority import as_seen_by, employ
from tests.refusals import refused
from tests.services.counter.case_desk import AGENT, DIBAO, NOISE, a_grid, accepted, at, do


def test_many_are_closed_and_told_at_once_and_taken_back_together(station, drafted):
    ready, draft = [drafted() for _ in range(3)], drafted()
    for key in ready:
        accepted(station, key)
    done = station.cases.close_all([*ready, draft, "gone", ready[0]], "granted")
    assert done.value.done == tuple(ready)
    assert done.value.refused == {draft: Why.NOT_ACCEPTED, "gone": "record.not-found"}
    told = station.cases.notify_all(ready)
    assert {at(station, key).state for key in ready} == {CaseState.NOTIFIED}
    told.revert()
    assert {at(station, key).state for key in ready} == {CaseState.CLOSED}
    again = station.cases.notify_all(ready)
    do(station, ready[1], "collect", "张三")
    with pytest.raises(EditConflictError):
        again.revert()
    assert at(station, ready[0]).state is CaseState.NOTIFIED
    assert station.cases.notify_all([draft]).revert is None
    assert all(is_whole(station.cases.page(key).steps) for key in ready)


def test_a_grid_that_is_not_there_is_handed_nothing(station, drafted):
    key = drafted()
    with pytest.raises(ValidationFailedError) as failed:
        do(station, key, "hand_over", "王网格", "上门", grid_id="nowhere")
    assert [problem.field for problem in failed.value.problems] == ["grid_id"]


@pytest.fixture
def various(station, drafted, clock):
    """Cases of all kinds, by name; the clock stands at 5 March afterwards."""
    made = {
        "draft": drafted(applicant="甲"),
        "overdue": drafted(applicant="乙"),
        "closed": drafted(applicant="丙", channel=Channel.PHONE),
        "noise": drafted(NOISE, applicant="丁", agent=AGENT),
        "stopped": drafted(applicant="戊"),
    }
    for name in ("overdue", "closed", "stopped"):
        accepted(station, made[name])
    do(station, made["closed"], "close", "granted")
    do(station, made["stopped"], "suspend", "special", "评估")
    do(station, made["noise"], "hand_over", "王网格", "现场")
    clock.moment += timedelta(days=4)
    made["soon"] = drafted(applicant="己")
    accepted(station, made["soon"])
    clock.moment += timedelta(days=1)
    return made


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (CaseFilter(), "overdue soon draft noise stopped"),
        (CaseFilter(view=CaseView.MINE), "overdue soon draft stopped"),
        (CaseFilter(view=CaseView.OVERDUE), "overdue"),
        (CaseFilter(view=CaseView.SOON), "soon"),
        (CaseFilter(view=CaseView.STOPPED), "stopped"),
        (CaseFilter(view=CaseView.DONE), "closed"),
        (CaseFilter(view=CaseView.TO_NOTIFY), "closed"),
        (CaseFilter(view=CaseView.ALL), "soon stopped noise closed overdue draft"),
        (CaseFilter(item_id=NOISE), "noise"),
        (CaseFilter(view=CaseView.ALL, channel="phone"), "closed"),
        (CaseFilter(assignee="王网格"), "noise"),
        (CaseFilter(states=(CaseState.DRAFT, CaseState.SUSPENDED)), "draft noise stopped"),
        (CaseFilter(text="乙"), "overdue"),
        (CaseFilter(text="最低生活 己"), "soon"),
        (CaseFilter(text="李四"), "noise"),
        (CaseFilter(text="20260305"), "soon"),
        (CaseFilter(text="100%"), ""),
    ],
)
def test_lists_are_narrowed_and_counted(station, various, chosen, expected):
    names = {key: name for name, key in various.items()}
    keys = station.cases.keys(chosen)
    assert [names[key] for key in keys] == expected.split()
    assert station.cases.counts(chosen).views[chosen.view] == len(keys)
    assert set(station.cases.lines(keys)) == set(keys)
    latest = station.cases.keys(chosen, CaseOrder.LATEST)
    assert sorted(latest) == sorted(keys)


def test_every_count_is_what_its_choice_would_leave(station, various):
    for view in CaseView:
        for chosen in (
            CaseFilter(view=view),
            CaseFilter(view=view, channel="window", assignee="测试员"),
            CaseFilter(view=view, affair="social", office="civil"),
            CaseFilter(view=view, item_id=DIBAO, states=(CaseState.SUSPENDED, CaseState.CLOSED)),
        ):
            counts = station.cases.counts(chosen)
            for field, found in (
                ("channel", counts.channels),
                ("item_id", counts.items),
                ("assignee", counts.assignees),
                ("affair", counts.affairs),
                ("office", counts.offices),
            ):
                for value, number in found.items():
                    wanted = replace(chosen, **{field: value})
                    assert len(station.cases.keys(wanted)) == number, (field, value)
            for state, number in counts.states.items():
                assert len(station.cases.keys(replace(chosen, states=(state,)))) == number
            for other, number in counts.views.items():
                assert len(station.cases.keys(replace(chosen, view=other))) == number


def test_a_note_stands_in_the_history_with_who_and_when(station, drafted):
    key = drafted()
    before = at(station, key)
    done = do(station, key, "note", " 申请人来电：周五送复印件 ")
    page = station.cases.page(key)
    step = page.steps[-1]
    assert (step.event, step.reason) == (CaseEvent.NOTE, "申请人来电：周五送复印件")
    assert step.by.startswith("测试员")
    assert replace(page.case, version=before.version) == before
    with pytest.raises(ValidationFailedError):
        do(station, key, "note", " ")
    done.revert()
    assert station.cases.page(key).steps[-1].event is Undo.UNDONE


def test_notes_are_taken_of_finished_cases_until_the_archive(station, drafted):
    key = drafted()
    accepted(station, key)
    for method, *said in (("close", "granted"), ("notify",)):
        do(station, key, method, *said)
        do(station, key, "note", "又问起补贴何时到账")
    do(station, key, "archive")
    version = at(station, key).version
    assert refused(station.cases.note, key, "太晚了", version=version) == Why.FINISHED


def test_a_grid_worker_sees_the_cases_of_his_people_and_those_that_are_his(station, drafted):
    grid, people = a_grid(station)
    keys = {name: drafted(resident_id=key) for name, key in people.items()}
    keys["nobody's"] = drafted()
    worker = as_seen_by(station, employ(station, Role.GRID_WORKER, "王网格", grids=(grid,)))
    assert worker.cases.keys() == [keys["mine"]]
    for hidden in ("elsewhere", "nobody's"):
        with pytest.raises(NotPermittedError) as error:
            worker.cases.page(keys[hidden])
        assert error.value.facts["why"] is Hindrance.SCOPE
        assert worker.cases.lines([keys[hidden]]) == {}
    do(station, keys["elsewhere"], "hand_over", "王网格", "上门")
    do(station, keys["nobody's"], "hand_over", "另一位", "上门", grid_id=grid)
    assert set(worker.cases.keys()) == set(keys.values())
    handed = do(worker, keys["elsewhere"], "hand_over", "测试员", "已核实")
    with pytest.raises(NotPermittedError):
        worker.cases.page(keys["elsewhere"])
    handed.revert()
    assert at(worker, keys["elsewhere"]).desk.assignee == "王网格"


def test_a_grid_worker_begins_cases_and_gives_them_numbers(station):
    grid, people = a_grid(station)
    worker = as_seen_by(station, employ(station, Role.GRID_WORKER, "王网格", grids=(grid,)))
    key = worker.cases.draft(CaseDraft(item_id=NOISE, resident_id=people["mine"])).value
    own = worker.cases.draft(CaseDraft(item_id=NOISE, applicant="路人")).value
    number = do(worker, key, "receive").value
    assert at(station, key).number == number
    assert set(worker.cases.keys(CaseFilter(view=CaseView.ALL))) == {key, own}
    with pytest.raises(NotPermittedError):
        worker.cases.draft(CaseDraft(item_id=NOISE, resident_id=people["elsewhere"]))
