"""The cases (办件) of the window: the queue, or the form over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.cases import CaseId
from station_app.domain.residents.people import ResidentId
from ui.counter.case_problems import CaseProblems
from ui.counter.new_case_view import RECEIPT, NewCaseView
from ui.counter.orders_view import is_order
from ui.counter.queue_view import QueueView
from ui.kit.handing_out import SYSTEM
from ui.kit.jobs import Lane
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.counter.cases import Case
    from station_app.domain.residents.people import Resident
    from station_app.services.counter.cases import CasePage
    from station_app.services.progress import Progress
    from ui.counter.words import Words
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

CASE, NEW_CASE, CASE_FOR = "case", "new-case", "case-for"
KINDS = (CASE, NEW_CASE, CASE_FOR, RECEIPT)
NUMBERS = {
    "document": "document",
    "phone": "phone",
    "agent.document": "document",
    "agent.phone": "phone",
}


class CasesView(QWidget):
    """Goes to the form and comes back to the case that was entered."""

    order_edit_asked = Signal(object)  # CasePage of a case that is an order

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets = SYSTEM
    ) -> None:
        super().__init__()
        self._station, self._context = station, context
        self.queue = QueueView(station, context, outlets)
        self.new = NewCaseView(station, words, CaseProblems(self), context)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.queue)
        self._stack.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.queue.new_asked.connect(self.begin)
        self.queue.panel.acts.papers.asked.connect(self.new.hush)
        self.queue.edit_asked.connect(self._ask_correction)
        self.new.entered.connect(self._show_entered)
        self.new.left.connect(self._leave)

    def arrive(self) -> None:
        """Put the cursor where work goes on."""
        if not self.is_entering():
            self.queue.arrive()

    def open_record(self, kind: str, key: str) -> None:
        """Show a case or its receipt, or begin one, perhaps for a resident."""
        if kind == CASE:
            self._stack.setCurrentWidget(self.queue)
            self.queue.show_case(CaseId(key))
        elif kind == RECEIPT:
            self._stack.setCurrentWidget(self.queue)
            self.queue.show_paper_of(CaseId(key))
        elif kind == CASE_FOR:
            self._context.jobs.start(
                lambda _: self._station.residents.resident(ResidentId(key)),
                owner=self,
                done=self._begin_for,
                failed=self._context.failed,
            )
        elif kind == NEW_CASE:
            self.begin()

    def has_unsaved(self) -> bool:
        """Whether a case has been typed that is not entered."""
        return self.is_entering() and self.new.is_dirty()

    def is_entering(self) -> bool:
        """Whether the form is in sight."""
        return self._stack.currentWidget() is self.new

    def begin(self) -> None:
        """Begin a case; one at work goes on."""
        if self._may_write():
            self._stack.setCurrentWidget(self.new)
            self.new.begin()

    def _begin_for(self, person: Resident) -> None:
        if self._may_write():
            self._stack.setCurrentWidget(self.new)
            told = " · ".join(filter(None, (person.particulars.name, person.living_text)))
            self.new.begin(person.id, told)

    def _may_write(self) -> bool:
        reason = self._context.gate.reason(Permission.CASE_WRITE)
        if reason:
            self._context.notices.say(reason, Tone.WARN)
        return not reason

    def _ask_correction(self, page: CasePage) -> None:
        """Open the form; numbers come into sight in it, which is noted."""
        if is_order(page):
            self.order_edit_asked.emit(page)
            return
        case = page.case

        def note(_: Progress) -> Case:
            told, agent = case.particulars, case.particulars.agent
            for field, name in NUMBERS.items():
                holder = agent if field.startswith("agent.") else told
                if getattr(holder, name):
                    self._station.cases.reveal(case.id, field)
            return case

        self._context.jobs.start(
            note,
            owner=self,
            done=self._correct,
            failed=self._context.failed,
            lane=Lane.WRITE,
        )

    def _correct(self, case: Case) -> None:
        self._stack.setCurrentWidget(self.new)
        self.new.correct(case)

    def _show_entered(self, key: CaseId) -> None:
        self._stack.setCurrentWidget(self.queue)
        self.queue.show_case(key)
        self.queue.table.setFocus()

    def _leave(self) -> None:
        if self.new.is_dirty():
            self._context.notices.say(
                self.tr("Left without saving. F2 brings it back."), Tone.INFO
            )
        self._stack.setCurrentWidget(self.queue)
        self.queue.arrive()
