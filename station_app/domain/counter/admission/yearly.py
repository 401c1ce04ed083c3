"""The tasks of a year: whose they are, what is new, what is gone, who sends how much."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from station_app.domain.counter.admission.flow import TaskState
from station_app.domain.counter.admission.tasks import Owner, is_of_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from station_app.domain.counter.admission.tasks import ListType, Task

KeyT = TypeVar("KeyT")


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderLine:
    """What one department sends in a year; ``funding`` in fen."""

    department: str
    tasks: int
    admitted: int
    refused: int
    minutes: int
    funding: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearReport:
    """The tasks of a year, held beside the year before."""

    year: int
    tasks: tuple[Task, ...]
    lists: Mapping[ListType, tuple[int, int]]  # this year, the year before
    states: Mapping[TaskState, tuple[int, int]]
    added: tuple[str, ...]
    gone: tuple[str, ...]
    senders: tuple[SenderLine, ...]
    matrix: Mapping[tuple[str, Owner], int]  # by affair and owner

    @property
    def former(self) -> int:
        """How many tasks there were the year before."""
        return sum(before for _, before in self.states.values())

    @property
    def minutes(self) -> int:
        """How long all tasks of the year took."""
        return sum(task.minutes for task in self.tasks)

    @property
    def funding(self) -> int:
        """What money came with the tasks of the year, in fen."""
        return sum(task.particulars.funding for task in self.tasks)


def year_report(tasks: Iterable[Task], year: int) -> YearReport:
    """Return the report of *year* over the register."""
    known = [task for task in tasks if not task.is_binned]
    now = [task for task in known if is_of_year(task, year)]
    before = [task for task in known if is_of_year(task, year - 1)]
    names, former = _names(now), _names(before)
    return YearReport(
        year=year,
        tasks=tuple(sorted(now, key=_in_list)),
        lists=_both(
            Counter(task.particulars.list_type for task in now),
            Counter(task.particulars.list_type for task in before),
        ),
        states=_both(Counter(task.state for task in now), Counter(task.state for task in before)),
        added=tuple(name for key, name in names.items() if key not in former),
        gone=tuple(name for key, name in former.items() if key not in names),
        senders=senders_of(now),
        matrix=Counter((task.particulars.affair, task.particulars.owner) for task in now),
    )


def senders_of(tasks: Sequence[Task]) -> tuple[SenderLine, ...]:
    """Return what each department sends, whoever sends most first."""
    found: dict[str, list[Task]] = {}
    for task in tasks:
        found.setdefault(task.particulars.department, []).append(task)
    lines = [
        SenderLine(
            department=department,
            tasks=len(sent),
            admitted=sum(task.state is TaskState.ADMITTED for task in sent),
            refused=sum(task.state is TaskState.REFUSED for task in sent),
            minutes=sum(task.minutes for task in sent),
            funding=sum(task.particulars.funding for task in sent),
        )
        for department, sent in found.items()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.tasks, line.department)))


def _names(tasks: Iterable[Task]) -> dict[tuple[str, str], str]:
    """Return the names of *tasks* by what makes two of two years the same."""
    told = (task.particulars for task in tasks)
    return {(each.department, each.name): each.name for each in told}


def _both(now: Counter[KeyT], before: Counter[KeyT]) -> dict[KeyT, tuple[int, int]]:
    return {key: (now[key], before[key]) for key in dict.fromkeys((*now, *before))}


def _in_list(task: Task) -> tuple[int, str, str, str]:
    told = task.particulars
    return (list(Owner).index(told.owner), told.affair, told.department, told.name)
