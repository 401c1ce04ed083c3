"""The orders (工单) of 12345 and others: their queue, or the form over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.counter.cases import Channel
from ui.counter.case_problems import CaseProblems
from ui.counter.new_order_view import NewOrderView
from ui.counter.order_queue import OrderQueue
from ui.counter.queue_and_form import QueueAndForm
from ui.kit.jobs import Lane

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.counter.cases import Case
    from station_app.domain.counter.orders import Order
    from station_app.services.counter.cases import CasePage
    from station_app.services.progress import Progress
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

NEW_ORDER = "new-order"
KINDS = (NEW_ORDER,)


class OrdersView(QueueAndForm[OrderQueue, NewOrderView]):
    """The queue of orders, and the form over one."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        new = NewOrderView(station, CaseProblems(), context)
        super().__init__(context, OrderQueue(station, context, outlets), new)
        self._station = station
        self.queue.edit_asked.connect(self.ask_correction)

    def open_record(self, kind: str, _key: str) -> None:
        """Begin an order."""
        if kind == NEW_ORDER:
            self.begin()

    def begin(self) -> None:
        """Begin an order; one at work goes on."""
        self.new.form.offer_handlers(self.queue.panel.acts.questions.colleagues)
        super().begin()

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

    def _left(self) -> str:
        return self.tr("Left without saving. Ctrl+N brings it back.")


def is_order(page: CasePage) -> bool:
    """Whether a case is an order, and corrected in the form of orders."""
    return page.case.particulars.channel == Channel.ORDER
