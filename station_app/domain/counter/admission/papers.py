"""The papers of admission (准入文书): which there are, when a task has them, what they tell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from station_app.domain.counter.admission.flow import UNDECIDED, TaskState
from station_app.domain.counter.admission.tasks import BY_LIST, ListType, Point

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.counter.admission.tasks import Task


class TaskPaperKind(StrEnum):
    """What can be printed of tasks; each has a template of this name."""

    APPROVAL = "approval"  # 申请准入社区工作事项审批表
    REQUEST = "request"  # 提请准入函
    REFUSAL = "refusal"  # 不予承接告知函
    YEAR = "year"  # 年度社区工作事项清单
    REFUSED_PAPERS = "refused-papers"  # 不予出具证明情况统计表


_K = TaskPaperKind
OF_TASKS: Final = frozenset({_K.APPROVAL, _K.REQUEST, _K.REFUSAL})
"""What is about one task; the others are about a year."""

ALWAYS: Final = frozenset(
    {"paper.title", "paper.printed_on", "paper.dated_on_words", "station.name"}
)
_TOLD: Final = frozenset({"task.name", "task.department", "task.received_on"})
SURE: Final[Mapping[TaskPaperKind, frozenset[str]]] = {
    _K.APPROVAL: _TOLD,
    _K.REQUEST: _TOLD,
    _K.REFUSAL: _TOLD | {"task.ground"},
    _K.YEAR: frozenset({"year.year", "year.tasks"}),
    _K.REFUSED_PAPERS: frozenset({"year.year", "year.refused"}),
}
"""What each paper has in any case, beside what all have."""
PERHAPS: Final = frozenset(
    {
        "paper.handler",
        "station.phone",
        "station.address",
        "station.approver",
        *_TOLD,
        "task.basis",
        "task.document",
        "task.list",
        "task.affair",
        "task.owner",
        "task.begins_on",
        "task.ends_on",
        "task.frequency",
        "task.due_on",
        "task.funding",
        "task.agreement",
        "task.note",
        "task.asked_on",
        "task.decided_on",
        "task.approval_no",
        "task.approved_by",
        "task.ground",
        "task.earliest",
        "task.decide_by",
        "task.admitted",
        "task.refused",
        "task.negative",
        *(f"point.{point.value}" for point in Point),
        "terms.ahead",
        "terms.decide",
        "year.year",
        "year.tasks",
        "year.former",
        "year.admitted",
        "year.refused",
        "year.hours",
        "year.funding",
    }
)
ROWS: Final[Mapping[str, frozenset[str]]] = {
    "tasks": frozenset(
        {
            "row.number",
            "row.owner",
            "row.affair",
            "row.name",
            "row.department",
            "row.list",
            "row.frequency",
            "row.approval_no",
            "row.state",
            "row.funding",
            "row.hours",
        }
    ),
    "papers": frozenset({"row.number", "row.title", "row.basis", "row.months", "row.total"}),
}
"""What a table may list, and what may be said of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPaper:
    """A paper that a task has now."""

    kind: TaskPaperKind
    title: str


def papers_of(task: Task) -> tuple[TaskPaperKind, ...]:
    """Return the papers that *task* has as it stands, the likeliest first.

    What our own lists have needs no request; what may not be taken at all has the refusal.
    """
    list_type = task.particulars.list_type
    is_undecided = task.state in UNDECIDED
    has = {
        _K.REFUSAL: task.state is TaskState.REFUSED,
        _K.REQUEST: is_undecided and list_type not in BY_LIST | {ListType.NEGATIVE},
        _K.APPROVAL: task.state is not TaskState.REFUSED and list_type is not ListType.NEGATIVE,
    }
    return tuple(kind for kind, is_there in has.items() if is_there)
