"""Tasks for tests of the domain."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from station_app.domain.counter.admission.flow import TaskState
from station_app.domain.counter.admission.tasks import Owner, Task, TaskDraft, TaskId

MONDAY = date(2026, 3, 9)
TOLD = {each.name for each in fields(TaskDraft)}


def a_task(name="入户摸排", *, state=TaskState.RECEIVED, key="t", **more):
    usual = {
        "name": name,
        "department": "某某局",
        "affair": "social",
        "owner": Owner.SERVICE,
        "received_on": date(2026, 3, 2),
    }
    told = {each: value for each, value in more.items() if each in TOLD}
    rest = {each: value for each, value in more.items() if each not in TOLD}
    draft = TaskDraft(**{**usual, **told})
    return Task(id=TaskId(key), version=1, state=state, particulars=draft, **rest)
