"""Cases as they stand in lists: filters, counts, lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.domain.counter.case_clock import Urgency, urgency_of
from station_app.domain.counter.case_flow import OPEN, CaseState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from station_app.domain.counter.cases import CaseId


class CaseView(StrEnum):
    """The parts of the list that are counted."""

    MINE = "mine"  # open, and with whoever asks
    OPEN = "open"
    SOON = "soon"
    OVERDUE = "overdue"
    STOPPED = "stopped"
    TO_NOTIFY = "to-notify"  # closed or declined, and not told yet
    DONE = "done"
    ALL = "all"


class CaseOrder(StrEnum):
    """How lists are ordered."""

    DUE = "due"  # the most pressing first, those without a day after them
    LATEST = "latest"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which cases are wanted; empty means all.

    ``text``: words that stand in number, applicant, item or agent, all of them.
    """

    view: CaseView = CaseView.OPEN
    text: str = ""
    states: tuple[CaseState, ...] = ()
    item_id: str = ""
    channel: str = ""
    affair: str = ""
    office: str = ""
    assignee: str = ""
    resident_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """A case as a table shows it."""

    id: CaseId
    version: int
    number: str
    state: CaseState
    item: str
    applicant: str
    agent: str
    channel: str
    affair: str
    assignee: str
    office: str
    resident_id: str
    received_on: date | None
    due_on: date | None
    is_provisional: bool
    is_stopped: bool
    closed_on: date | None
    result: str

    def urgency(self, *, today: date, soon: date) -> Urgency:
        """Return how pressing it is; *soon* is the last day that is amber."""
        if self.state not in OPEN:
            return Urgency.NONE
        return urgency_of(self.due_on, today=today, soon=soon, is_stopped=self.is_stopped)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCounts:
    """How many cases each choice would leave, the other choices standing."""

    views: Mapping[CaseView, int]
    states: Mapping[CaseState, int]
    channels: Mapping[str, int]
    items: Mapping[str, int]
    assignees: Mapping[str, int]
    affairs: Mapping[str, int]
    offices: Mapping[str, int]
