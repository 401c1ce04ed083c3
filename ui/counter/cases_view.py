"""The cases (办件) of the window: the queue, or the form over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.domain.counter.cases import CaseId
from station_app.domain.residents.people import ResidentId
from ui.counter.case_problems import CaseProblems
from ui.counter.new_case_view import RECEIPT, NewCaseView
from ui.counter.orders_view import is_order
from ui.counter.queue_and_form import QueueAndForm
from ui.counter.queue_view import QueueView
from ui.kit.handing_out import SYSTEM
from ui.kit.jobs import Lane

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


class CasesView(QueueAndForm[QueueView, NewCaseView]):
    """The queue of cases, and the form over one."""

    order_edit_asked = Signal(object)  # CasePage of a case that is an order

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets = SYSTEM
    ) -> None:
        new = NewCaseView(station, words, CaseProblems(), context)
        super().__init__(context, QueueView(station, context, outlets), new)
        self._station = station
        self.queue.panel.acts.papers.asked.connect(self.new.hush)
        self.queue.edit_asked.connect(self._ask_correction)

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

    def _begin_for(self, person: Resident) -> None:
        if self._may_write():
            self._stack.setCurrentWidget(self.new)
            told = " · ".join(filter(None, (person.particulars.name, person.living_text)))
            self.new.begin(person.id, told)

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

    def _left(self) -> str:
        return self.tr("Left without saving. F2 brings it back.")
