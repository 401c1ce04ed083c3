"""A new order, or one that is corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.orders import OrderDraft
from ui.counter.order_form import NewOrder, OrderForm
from ui.kit.drafts import FormDrafts, box_for_now
from ui.kit.keys import list_key
from ui.kit.surfaces import SidePanel

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.counter.cases import Case, CaseId
    from station_app.domain.counter.orders import Order
    from ui.counter.case_problems import CaseProblems
    from ui.kit.room import RoomContext

NEW = "new-order"
AGAIN_MS = 30


class NewOrderView(QWidget):
    """Takes an order in. What was typed is kept until it is."""

    entered = Signal(object)  # CaseId
    left = Signal()

    def __init__(self, station: Station, problems: CaseProblems, context: RoomContext) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._order: Order | None = None  # the one that is corrected
        self.form = OrderForm(station, problems, context)
        self._drafts = FormDrafts(self.form, context.drafts or box_for_now(context.jobs, self))
        context.gate.bind(Permission.CASE_WRITE, self.form.save)
        self.panel = SidePanel()
        self._lay_out()
        self.form.submitted.connect(self._submit)
        self.form.left.connect(self.leave)
        self.panel.closed.connect(self.leave)
        group = self.tr("New order")
        list_key(self, "Ctrl+Return", self.tr("Enter the order"), group=group)

    def begin(self) -> None:
        """Begin an order; what was typed before stays."""
        if self._order is not None or self.form.shown is None or not self.form.is_dirty():
            today = self._context.clock.today()
            shown = NewOrder(draft=OrderDraft(source="12345", received_on=today))
            self._begin(shown, None, self.tr("New order"))
        self.form.source.editor.setFocus()

    def correct(self, case: Case, order: Order) -> None:
        """Correct what was entered of an order."""
        told = case.particulars
        draft = OrderDraft(
            source=order.source,
            number=order.number,
            received_on=order.received_on,
            received_time=order.received_time,
            kind=order.kind,
            category=order.category,
            content=told.details,
            place=told.where,
            resident_id=told.resident_id,
            caller="" if order.is_anonymous or told.resident_id else told.applicant,
            phone=told.phone,
            is_anonymous=order.is_anonymous,
            due_on=case.ordered_due,
            handler=case.desk.assignee,
        )
        person = "" if order.is_anonymous else told.applicant
        title = self.tr("Correct: {name}").format(name=order.number or case.number)
        self._begin(NewOrder(draft=draft, person=person), order, title)
        self.form.content.editor.setFocus()

    def is_dirty(self) -> bool:
        """Whether something was typed that is not entered."""
        return self.form.is_dirty()

    def leave(self) -> None:
        """Go; what was typed is kept for the next time."""
        self._drafts.leave()
        self.left.emit()

    def _begin(self, shown: NewOrder, order: Order | None, title: str) -> None:
        self._drafts.leave()
        self._order = order
        self.panel.show_heading(title)
        self.form.save.setText(self.tr("Save") if order else self.tr("Enter the order"))
        self.form.show_draft(shown)
        key = NEW if order is None else f"order:{order.case_id}"
        self._drafts.resume(key, title, self._context.notices, lambda: self.form.show_draft(shown))

    def _submit(self) -> None:
        if self.form.person.is_looking():  # keys are faster than that
            QTimer.singleShot(AGAIN_MS, self, self._submit)
            return
        if not self.form.check_readable():
            return
        if not self.form.save.isEnabled():
            return  # a second Enter is no second order
        new, order, orders = self.form.draft(), self._order, self._station.orders
        number = new.draft.number or new.person
        self.form.save.setEnabled(False)

        def keep() -> Done[CaseId] | Done[None]:
            if order is None:
                return orders.enter(new.draft)
            return orders.correct(order.case_id, new.draft, version=order.version)

        said = (
            self.tr("Order entered: {number}") if order is None else self.tr("Corrected: {name}")
        )
        self._context.operations.perform(
            lambda _: keep(),
            owner=self,
            done=lambda key: self._entered(key or self._sure().case_id),
            failed=self._refused,
            label=said.format(number=number, name=number),
        )

    def _sure(self) -> Order:
        if self._order is None:
            raise RuntimeError("no order is being corrected")
        return self._order

    def _entered(self, key: CaseId) -> None:
        self.form.save.setEnabled(True)
        self._drafts.end()
        self._order = None
        self.form.show_draft(NewOrder())
        self.entered.emit(key)

    def _refused(self, error: Exception) -> None:
        self.form.save.setEnabled(True)
        self.form.hear(error, self._context.failed)

    def _lay_out(self) -> None:
        self.panel.setProperty("whole", "true")
        self.panel.body.setContentsMargins(0, 0, 0, 0)
        self.panel.body.addWidget(self.form, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
