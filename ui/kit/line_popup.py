"""Asks for one line of text beneath a button, without holding anything up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind
from ui.kit.tokens import Space
from ui.kit.words import Role, label

WIDTH = 300
MOST = 60


class LinePopup(QFrame):
    """One line, and a button that is allowed once something is typed.

    A popup, no dialog: a click beside it leaves without an answer.
    """

    named = Signal(str)

    def __init__(self, parent: QWidget, *, title: str, action: str, most: int = MOST) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        words = label(title, Role.FIELD, wrap=True, parent=self)
        self.line = QLineEdit(self)
        self.line.setMaxLength(most)
        self.line.setAccessibleName(title)
        self.keep = Button(action, kind=Kind.PRIMARY, parent=self)
        self.keep.refuse(self.tr("Type something first."))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.keep)
        column.addWidget(words)
        column.addWidget(self.line)
        column.addLayout(row)
        self.line.textChanged.connect(self._judge)
        self.line.returnPressed.connect(self._tell)
        self.keep.on_click(self._tell)

    def _judge(self, text: str) -> None:
        self.keep.refuse("" if text.strip() else self.tr("Type something first."))

    def _tell(self) -> None:
        if self.line.text().strip():
            self.named.emit(self.line.text().strip())
            self.close()
