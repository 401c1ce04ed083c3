"""A queue of cases, and in its place the form in which one of them begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from ui.counter.new_case_view import NewCaseView
from ui.counter.new_order_view import NewOrderView
from ui.counter.queue_view import QueueView
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.domain.counter.cases import CaseId
    from ui.kit.room import RoomContext

QueueT = TypeVar("QueueT", bound=QueueView)
FormT = TypeVar("FormT", NewCaseView, NewOrderView)


class QueueAndForm(QWidget, Generic[QueueT, FormT]):
    """Goes to the form and comes back to the case that was entered."""

    def __init__(self, context: RoomContext, queue: QueueT, new: FormT) -> None:
        super().__init__()
        self._context = context
        self.queue: QueueT = queue
        self.new: FormT = new
        self._stack = QStackedWidget()
        self._stack.addWidget(queue)
        self._stack.addWidget(new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        queue.new_asked.connect(self.begin)
        new.entered.connect(self._show_entered)
        new.left.connect(self._leave)

    def arrive(self) -> None:
        """Put the cursor where work goes on."""
        if not self.is_entering():
            self.queue.arrive()

    def has_unsaved(self) -> bool:
        """Whether something has been typed that is not entered."""
        return self.is_entering() and self.new.is_dirty()

    def is_entering(self) -> bool:
        """Whether the form is in sight."""
        return self._stack.currentWidget() is self.new

    def begin(self) -> None:
        """Begin a case; one at work goes on."""
        if self._may_write():
            self._stack.setCurrentWidget(self.new)
            self.new.begin()

    def _may_write(self) -> bool:
        reason = self._context.gate.reason(Permission.CASE_WRITE)
        if reason:
            self._context.notices.say(reason, Tone.WARN)
        return not reason

    def _show_entered(self, key: CaseId) -> None:
        self._stack.setCurrentWidget(self.queue)
        self.queue.show_case(key)
        self.queue.table.setFocus()

    def _leave(self) -> None:
        if self.new.is_dirty():
            self._context.notices.say(self._left(), Tone.INFO)
        self._stack.setCurrentWidget(self.queue)
        self.queue.arrive()

    def _left(self) -> str:
        """Return what is said when something typed is left."""
        raise NotImplementedError
