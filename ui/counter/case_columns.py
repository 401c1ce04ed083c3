"""The columns of the queue of cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.counter.case_clock import Urgency
from ui.kit.case_words import (
    URGENCY_TONES,
    channel_words,
    provisional_words,
    state_tone,
    state_words,
    urgency_words,
)
from ui.kit.columns import Badge, Column

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from station_app.domain.clock import Clock
    from station_app.domain.counter.case_lists import CaseLine

CaseColumn = Column["CaseLine"]


class CaseColumns(QObject):
    """Declares the columns. *office* names the office of a code.

    :attr:`soon` is the last day that is amber; it moves on with the days.
    """

    def __init__(
        self, clock: Clock, office: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock, self._office = clock, office
        self.soon: date = clock.today()

    def all(self) -> tuple[CaseColumn, ...]:
        """Return the columns in their usual order."""
        return (*self._of_case(), *self._of_work())

    def urgency(self, line: CaseLine) -> Urgency:
        """Return how pressing a case is today."""
        if line.closed_on is not None:
            return Urgency.NONE
        return line.urgency(today=self._clock.today(), soon=self.soon)

    def _of_case(self) -> tuple[CaseColumn, ...]:
        return (
            Column(
                key="number",
                title=lambda: self.tr("Number"),
                text=lambda line: line.number or "–",
                width=164,
                muted=True,
            ),
            Column(
                key="applicant",
                title=lambda: self.tr("Applicant"),
                text=lambda line: line.applicant,
                width=88,
                strong=True,
                badges=self._agent,
            ),
            Column(
                key="item",
                title=lambda: self.tr("Item"),
                text=lambda line: line.item,
                width=150,
                stretches=True,
                tip=lambda line: line.item,
            ),
        )

    def _of_work(self) -> tuple[CaseColumn, ...]:
        return (
            Column(
                key="state",
                title=lambda: self.tr("State"),
                text=lambda _: "",
                width=120,
                badges=lambda line: [Badge(state_words(line.state), state_tone(line.state))],
                tip=lambda line: self._office(line.office),
            ),
            Column(
                key="due",
                title=lambda: self.tr("Due"),
                text=self._due,
                width=182,
                badges=self._marks,
            ),
            Column(
                key="assignee",
                title=lambda: self.tr("Clerk"),
                text=self._desk,
                width=88,
                muted=True,
            ),
            Column(
                key="channel",
                title=lambda: self.tr("Came by"),
                text=lambda line: channel_words(line.channel),
                width=76,
                muted=True,
            ),
            Column(
                key="received",
                title=lambda: self.tr("Received"),
                text=lambda line: line.received_on.isoformat() if line.received_on else "",
                width=100,
                muted=True,
                shown=False,
            ),
        )

    def _agent(self, line: CaseLine) -> list[Badge]:
        return [Badge(self.tr("Agent"))] if line.agent else []

    def _due(self, line: CaseLine) -> str:
        if line.closed_on is not None:
            return self.tr("closed {day}").format(day=line.closed_on.isoformat())
        return line.due_on.isoformat() if line.due_on else ""

    def _desk(self, line: CaseLine) -> str:
        return self._office(line.office) if line.office else line.assignee

    def _marks(self, line: CaseLine) -> list[Badge]:
        """Return how pressing it is, and that the day may still be moved (暂定)."""
        urgency, marks = self.urgency(line), []
        if urgency is not Urgency.NONE:
            marks.append(Badge(urgency_words(urgency), URGENCY_TONES[urgency]))
        if line.is_provisional and line.due_on and line.closed_on is None:
            marks.append(Badge(provisional_words()))
        return marks
