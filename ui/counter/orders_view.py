"""The orders (工单) of 12345 and others: their queue, or the form over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.cases import Channel
from ui.counter.case_problems import CaseProblems
from ui.counter.new_order_view import NewOrderView
from ui.counter.order_queue import OrderQueue
from ui.kit.jobs import Lane
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.counter.cases import Case, CaseId
    from station_app.domain.counter.orders import Order
    from station_app.services.counter.cases import CasePage
    from station_app.services.progress import Progress
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

NEW_ORDER = "new-order"
KINDS = (NEW_ORDER,)


class OrdersView(QWidget):
    """Goes to the form and comes back to the order that was entered."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        self._station, self._context = station, context
        self.queue = OrderQueue(station, context, outlets)
        self.new = NewOrderView(station, CaseProblems(self), context)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.queue)
        self._stack.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.queue.new_asked.connect(self.begin)
        self.queue.edit_asked.connect(self.ask_correction)
        self.new.entered.connect(self._show_entered)
        self.new.left.connect(self._leave)

    def arrive(self) -> None:
        """Put the cursor where work goes on."""
        if not self.is_entering():
            self.queue.arrive()

    def open_record(self, kind: str, _key: str) -> None:
        """Begin an order."""
        if kind == NEW_ORDER:
            self.begin()

    def has_unsaved(self) -> bool:
        """Whether an order has been typed that is not entered."""
        return self.is_entering() and self.new.is_dirty()

    def is_entering(self) -> bool:
        """Whether the form is in sight."""
        return self._stack.currentWidget() is self.new

    def begin(self) -> None:
        """Begin an order; one at work goes on."""
        reason = self._context.gate.reason(Permission.CASE_WRITE)
        if reason:
            self._context.notices.say(reason, Tone.WARN)
            return
        self.new.form.offer_handlers(self.queue.panel.acts.questions.colleagues)
        self._stack.setCurrentWidget(self.new)
        self.new.begin()

    def ask_correction(self, page: CasePage) -> None:
        """Open the form over an order; the telephone comes into sight in it, which is noted."""
        case, station = page.case, self._station

        def note(_: Progress) -> Order | None:
            if case.particulars.phone:
                station.cases.reveal(case.id, "phone")
            return station.orders.of_case(case.id)

        self._context.jobs.start(
            note,
            owner=self,
            done=lambda order: self._correct(case, order),
            failed=self._context.failed,
            lane=Lane.WRITE,
        )

    def _correct(self, case: Case, order: Order | None) -> None:
        if order is not None:
            self._stack.setCurrentWidget(self.new)
            self.new.correct(case, order)

    def _show_entered(self, key: CaseId) -> None:
        self._stack.setCurrentWidget(self.queue)
        self.queue.show_case(key)
        self.queue.table.setFocus()

    def _leave(self) -> None:
        if self.new.is_dirty():
            self._context.notices.say(
                self.tr("Left without saving. Ctrl+N brings it back."), Tone.INFO
            )
        self._stack.setCurrentWidget(self.queue)
        self.queue.arrive()


def is_order(page: CasePage) -> bool:
    """Whether a case is an order, and corrected in the form of orders."""
    return page.case.particulars.channel == Channel.ORDER
