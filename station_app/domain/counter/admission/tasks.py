"""A task from above (社区工作事项): as it was sent, what was decided, what came with it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from station_app.domain.counter.admission.flow import TaskEvent, TaskState, WhyNot
from station_app.domain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from station_app.domain.counter.admission.rules import AdmissionRules

TaskId = NewType("TaskId", str)
MOST_NAME, MOST_TEXT = 120, 400
MOST_FEN = 10**12
MOST_MINUTES = 24 * 60 * 100


class ListType(StrEnum):
    """Which list a task stands in; empty as long as nobody has said."""

    UNKNOWN = ""
    OWN = "own"  # 依法自治事项
    ASSIST = "assist"  # 依法协助事项
    NEGATIVE = "negative"  # 负面清单
    TEMPORARY = "temporary"  # 清单外临时事项


class Owner(StrEnum):
    """Whose a task is: 会站分离."""

    UNKNOWN = ""
    COMMITTEE = "committee"  # 居民委员会
    WORKSTATION = "workstation"  # 社区工作站
    SERVICE = "service"  # 社区服务站


class Point(StrEnum):
    """What comes to the community with a task (五个到社区)."""

    PEOPLE = "people"  # 人员
    WORK = "work"  # 任务
    PROMISE = "promise"  # 承诺
    APPRAISAL = "appraisal"  # 考评
    MONEY = "money"  # 经费


BY_LIST = frozenset({ListType.OWN, ListType.ASSIST})
"""What is admitted by a list that was given out, without being asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDraft:
    """A task as it is entered.

    ``funding`` is in fen. ``people`` to ``money`` say what came with it, each of the five
    points; an empty one has not come. ``agreement`` is the one for what is temporary (专项协议).
    """

    name: str = ""
    department: str = ""
    basis: str = ""
    document: str = ""
    list_type: ListType = ListType.UNKNOWN
    affair: str = ""
    owner: Owner = Owner.UNKNOWN
    received_on: date | None = None
    begins_on: date | None = None
    ends_on: date | None = None
    frequency: str = ""
    due_on: date | None = None
    funding: int = 0
    agreement: str = ""
    people: str = ""
    work: str = ""
    promise: str = ""
    appraisal: str = ""
    money: str = ""
    note: str = ""


POINT_FIELDS: dict[Point, str] = {point: point.value for point in Point}
TEXTS = (
    *("name", "department", "basis", "document", "agreement"),
    *POINT_FIELDS.values(),
    "note",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task in the register. ``minutes`` are those spent on it up to now."""

    id: TaskId
    version: int
    state: TaskState
    particulars: TaskDraft
    asked_on: date | None = None
    decided_on: date | None = None
    approval_no: str = ""
    approved_by: str = ""
    ground: str = ""
    ended_on: date | None = None
    minutes: int = 0
    is_binned: bool = False

    @property
    def open_points(self) -> tuple[Point, ...]:
        """Which of the five points have not come with an admitted task."""
        if self.state is not TaskState.ADMITTED:
            return ()
        return open_points(self.particulars)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStep:
    """What happened to a task; ``minutes`` where hours were noted."""

    event: str
    before: str
    after: str
    note: str
    on: date
    minutes: int
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFilter:
    """What is looked for in the register: no choice of a kind lets all of it through."""

    text: str = ""
    states: tuple[TaskState, ...] = ()
    lists: tuple[ListType, ...] = ()
    owners: tuple[Owner, ...] = ()
    affairs: tuple[str, ...] = ()
    year: int = 0
    is_amber: bool = False
    """Only what is admitted and lacks some of the five points."""

    def lets(self, task: Task) -> bool:
        """Whether *task* is among what is looked for."""
        told = task.particulars
        chosen = (
            (self.states, task.state),
            (self.lists, told.list_type),
            (self.owners, told.owner),
            (self.affairs, told.affair),
        )
        if any(wanted and value not in wanted for wanted, value in chosen):
            return False
        if self.year and not is_of_year(task, self.year):
            return False
        if self.is_amber and not task.open_points:
            return False
        words = self.text.casefold().split()
        held = f"{told.name} {told.department} {told.document} {task.approval_no}".casefold()
        return all(word in held for word in words)


@dataclass(frozen=True, slots=True)
class TaskCounts:
    """How many tasks each choice would leave."""

    states: dict[TaskState, int] = field(default_factory=dict)
    lists: dict[ListType, int] = field(default_factory=dict)
    owners: dict[Owner, int] = field(default_factory=dict)
    affairs: dict[str, int] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    amber: int = 0


def years_of(task: Task) -> range:
    """Return the years to whose lists *task* belongs: those in which it came or ran."""
    told = task.particulars
    first = told.begins_on or told.received_on
    if first is None:
        return range(0)
    last = task.ended_on or told.ends_on or first
    return range(first.year, max(last, first).year + 1)


def is_of_year(task: Task, year: int) -> bool:
    """Whether *task* belongs to the list of *year*."""
    return year in years_of(task)


def open_points(draft: TaskDraft) -> tuple[Point, ...]:
    """Return which of the five points *draft* says nothing of; a sum is an answer, too."""
    return tuple(
        point
        for point, name in POINT_FIELDS.items()
        if not getattr(draft, name).strip() and not (point is Point.MONEY and draft.funding)
    )


def obstacle(task: Task, event: TaskEvent, *, today: date) -> WhyNot | None:
    """Return what keeps *event* from *task*, beside its state."""
    told = task.particulars
    if event is TaskEvent.ASK:
        return _obstacle_to_asking(told)
    if event is TaskEvent.ADMIT:
        return _obstacle_to_admitting(task)
    if event is TaskEvent.EXPIRE:
        if told.ends_on is None:
            return WhyNot.NO_END
        return None if told.ends_on < today else WhyNot.NOT_OVER
    return None


def _obstacle_to_asking(told: TaskDraft) -> WhyNot | None:
    if told.list_type is ListType.NEGATIVE:
        return WhyNot.ON_NEGATIVE_LIST
    return WhyNot.LISTED if told.list_type in BY_LIST else None


def _obstacle_to_admitting(task: Task) -> WhyNot | None:
    told = task.particulars
    if told.list_type is ListType.UNKNOWN:
        return WhyNot.NO_LIST
    if told.list_type is ListType.NEGATIVE:
        return WhyNot.ON_NEGATIVE_LIST
    if told.list_type is ListType.TEMPORARY and task.state is TaskState.RECEIVED:
        return WhyNot.MUST_BE_ASKED
    is_lacking = told.list_type is ListType.TEMPORARY and not told.agreement.strip()
    return WhyNot.NO_AGREEMENT if is_lacking else None


def tidied_task(draft: TaskDraft) -> TaskDraft:
    """Return *draft* without blanks around its texts."""
    told = {each.name: getattr(draft, each.name) for each in fields(draft)}
    return TaskDraft(**{**told, **{name: told[name].strip() for name in TEXTS}})


def problems_with_task(
    draft: TaskDraft, rules: AdmissionRules, *, affairs: Collection[str], today: date
) -> tuple[Problem, ...]:
    """Return all that keeps *draft* from being accepted, field by field."""
    found = [
        Problem(name, "missing")
        for name in ("name", "department", "affair", "owner", "received_on")
        if not getattr(draft, name)
    ]
    if draft.affair and draft.affair not in affairs:
        found.append(Problem("affair", "unknown"))
    if draft.frequency and draft.frequency not in rules.codes_of_frequencies:
        found.append(Problem("frequency", "unknown"))
    if not 0 <= draft.funding <= MOST_FEN:
        found.append(Problem("funding", "out-of-range"))
    return (*found, *_too_long(draft), *_wrong_days(draft, today))


def _too_long(draft: TaskDraft) -> tuple[Problem, ...]:
    most = dict.fromkeys(TEXTS, MOST_TEXT) | dict.fromkeys(("name", "department"), MOST_NAME)
    return tuple(
        Problem(name, "too-long", {"most": limit})
        for name, limit in most.items()
        if len(getattr(draft, name)) > limit
    )


def _wrong_days(draft: TaskDraft, today: date) -> tuple[Problem, ...]:
    found = []
    if draft.received_on and draft.received_on > today:
        found.append(Problem("received_on", "in-the-future"))
    if draft.begins_on and draft.ends_on and draft.ends_on < draft.begins_on:
        found.append(Problem("ends_on", "too-early"))
    if draft.due_on and draft.begins_on and draft.due_on < draft.begins_on:
        found.append(Problem("due_on", "too-early"))
    return tuple(found)


def latest_day(task: Task) -> date | None:
    """Return the day of the latest that happened; nothing that follows lies before it."""
    days = (task.particulars.received_on, task.asked_on, task.decided_on, task.ended_on)
    return max((day for day in days if day), default=None)


def problems_with_step(task: Task, on: date, *, today: date, **texts: str) -> tuple[Problem, ...]:
    """Return what is wrong with the day *on* of a step, and with *texts* that it needs."""
    found = [Problem(name, "missing") for name, text in texts.items() if not text.strip()]
    found += [
        Problem(name, "too-long", {"most": MOST_TEXT})
        for name, text in texts.items()
        if len(text) > MOST_TEXT
    ]
    latest = latest_day(task)
    if on > today:
        found.append(Problem("on", "in-the-future"))
    elif latest is not None and on < latest:
        found.append(Problem("on", "too-early"))
    return tuple(found)
