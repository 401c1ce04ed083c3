"""The columns of the register of requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.rights.requests import Urgency
from ui.kit.case_words import provisional_words
from ui.kit.columns import Badge, Column
from ui.kit.request_words import (
    STATE_TONES,
    URGENCY_TONES,
    asker_words,
    due_words,
    kind_words,
    state_words,
    urgency_words,
)

if TYPE_CHECKING:
    from station_app.domain.clock import Clock
    from station_app.domain.rights.requests import Request
    from station_app.domain.working_days import WorkCalendar

RequestColumn = Column["Request"]


class RequestColumns(QObject):
    """Declares the columns; titles are translated when asked for."""

    def __init__(
        self, clock: Clock, calendar: WorkCalendar, soon: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._calendar = calendar
        self._clock = clock
        self._soon = soon

    def all(self) -> tuple[RequestColumn, ...]:
        """Return the columns in their usual order."""
        return (*self._of_request(), *self._of_work())

    def _of_request(self) -> tuple[RequestColumn, ...]:
        return (
            Column(
                key="number",
                title=lambda: self.tr("Number"),
                text=lambda request: request.number.rpartition("〕")[2],
                width=104,
                strong=True,
                tip=lambda request: request.number,
            ),
            Column(
                key="kind",
                title=lambda: self.tr("Request"),
                text=lambda request: kind_words(request.particulars.kind),
                width=130,
            ),
            Column(
                key="holder",
                title=lambda: self.tr("About"),
                text=lambda request: request.holder,
                width=92,
            ),
        )

    def _of_work(self) -> tuple[RequestColumn, ...]:
        return (
            Column(
                key="due",
                title=lambda: self.tr("Due"),
                text=due_words,
                width=204,
                badges=self._marks,
            ),
            Column(
                key="state",
                title=lambda: self.tr("State"),
                text=lambda _: "",
                width=120,
                badges=self._state,
            ),
            Column(
                key="asker",
                title=lambda: self.tr("Asked by"),
                text=self._asker,
                width=98,
                muted=True,
            ),
            Column(
                key="handled_by",
                title=lambda: self.tr("Handled by"),
                text=lambda request: request.handled_by,
                width=90,
                stretches=True,
                muted=True,
                shown=False,
            ),
        )

    def _asker(self, request: Request) -> str:
        told = request.particulars
        return told.asker_name or asker_words(told.asker)

    def _state(self, request: Request) -> list[Badge]:
        return [Badge(state_words(request.state), STATE_TONES[request.state])]

    def _marks(self, request: Request) -> list[Badge]:
        # holidays of a year to come may still be moved (暂定)
        is_open = request.answered_on is None
        is_provisional = is_open and self._calendar.is_provisional(request.due_on)
        return [*self._urgency(request), *([Badge(provisional_words())] if is_provisional else [])]

    def _urgency(self, request: Request) -> list[Badge]:
        urgency = request.urgency(today=self._clock.today(), soon=self._soon)
        if urgency is Urgency.NONE:
            return []
        return [Badge(urgency_words(urgency), URGENCY_TONES[urgency])]
