"""The line over a list in which one types what is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from ui.kit.icons import Icon, icon

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

WAIT_MS = 150


class SearchLine(QLineEdit):
    """Enter and the arrow lead down to what was found, Esc empties it."""

    settled = Signal()  # nobody types any more
    gone_down = Signal()

    def __init__(self, placeholder: str, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.addAction(icon(Icon.SEARCH, "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self.settled)
        self.textChanged.connect(lambda _: self._pause.start())

    def arrive(self) -> None:
        """Put the cursor here, what stands here to be typed over."""
        self.setFocus()
        self.selectAll()

    def words(self) -> str:
        """Return the words looked for."""
        return self.text().strip()

    def forget(self) -> None:
        """Look for nothing any more, silently."""
        self.clear()
        self._pause.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the keys that lead elsewhere."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.gone_down.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
