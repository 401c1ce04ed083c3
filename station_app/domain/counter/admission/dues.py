"""The days of a task: when it may begin at the earliest, until when it is to be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from station_app.domain.counter.admission.flow import TaskState
from station_app.domain.counter.case_clock import urgency_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from station_app.domain.counter.admission.rules import AdmissionRules
    from station_app.domain.counter.admission.tasks import Task
    from station_app.domain.counter.case_clock import Urgency
    from station_app.domain.counter.limits import TimeLimit
    from station_app.domain.working_days import Due


class TaskDues(NamedTuple):
    """The days of a task: the first it may begin, and until when it is to be decided."""

    earliest: Due | None
    decide: Due | None
    is_late: bool
    """Whether it was sent too late for the day on which it is to begin."""


def dues_of(task: Task, rules: AdmissionRules, due: Callable[[TimeLimit, date], Due]) -> TaskDues:
    """Return the days of *task*; *due* reckons when a limit ends that began on a day."""
    told = task.particulars
    since = task.asked_on or told.received_on
    earliest = due(rules.ahead, since) if since else None
    decide = None
    if task.state is TaskState.ASKED and task.asked_on:
        decide = due(rules.decide, task.asked_on)
    is_late = bool(earliest and told.begins_on and told.begins_on < earliest.day)
    return TaskDues(earliest, decide, is_late)


def urgency(task: Task, dues: TaskDues, *, today: date, soon: date) -> Urgency:
    """Return how pressing *task* is: its decision, or what is due of it once admitted."""
    due = dues.decide.day if dues.decide else None
    if task.state is TaskState.ADMITTED:
        due = task.particulars.due_on
    return urgency_of(due, today=today, soon=soon, is_stopped=False)
