"""Why something is done that stays in a register, such as making void (作废): asked in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.kit.buttons import Button, Kind
from ui.kit.suggest_field import SuggestField
from ui.kit.tokens import Space
from ui.kit.words import Role, label, set_property

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class ReasonForm(QFrame):
    """A question in the page: what will happen, why, and the button that does it."""

    given = Signal(str)  # the reason
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "tone-warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        self.title = label("", Role.STRONG, wrap=True, parent=self)
        self.reason = SuggestField(self.tr("Reason"), required=True)
        self.act = Button("", kind=Kind.PRIMARY, parent=self)
        self.act.setAutoDefault(True)
        self.back = Button(self.tr("Leave it as it is"), parent=self)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.act)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.reason)
        column.addLayout(row)
        self.reason.line.returnPressed.connect(self._give)
        self.act.on_click(self._give)
        self.back.on_click(self.left.emit)
        self.hide()

    def ask(
        self, title: str, *, action: str, reasons: Sequence[str], is_danger: bool = False
    ) -> None:
        """Ask for the reason of what *title* says will happen."""
        self.act.setEnabled(True)
        self.title.setText(title)
        self.act.setText(action)
        set_property(self.act, "kind", str(Kind.DANGER if is_danger else Kind.PRIMARY))
        self.reason.set_value("")
        self.reason.set_problem("")
        self.reason.offer(reasons)
        self.show()
        self.reason.line.setFocus()

    def refuse(self, sentence: str) -> None:
        """Note what is wrong with the reason."""
        self.act.setEnabled(True)
        self.reason.set_problem(sentence)
        self.reason.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if self.act.isEnabled():
            self.act.setEnabled(False)  # until it is refused: a second press is no second act
            self.given.emit(self.reason.value())
