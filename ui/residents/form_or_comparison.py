"""The form of a task, or in its place what somebody else has saved meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui.residents.comparison import Comparison

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.residents.task import TaskForm


class FormOrComparison(QStackedWidget):
    """Shows *form* until two drafts of the same record have to be compared, and then again."""

    merged = Signal(object)  # the draft made of both
    left = Signal()

    def __init__(self, form: TaskForm[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self.addWidget(form)

    def compare(
        self, seen: Any, now: Any, mine: Any, say: Callable[[str, Any], tuple[str, str]]
    ) -> None:
        """Let the clerk choose, field by field, between *now* and *mine*."""
        comparison = Comparison(seen, now, mine, say)
        comparison.settled.connect(self._take)
        comparison.left.connect(self.left)
        self.addWidget(comparison)
        self.setCurrentWidget(comparison)

    def _take(self, merged: object) -> None:
        comparison = self.currentWidget()
        self.setCurrentWidget(self._form)
        comparison.deleteLater()
        self.merged.emit(merged)
