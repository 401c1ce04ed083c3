"""The field over the room: what paper is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from ui.kit.icons import Icon, icon

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

WAIT_MS = 150
FIELD_WIDTH = 380
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class AskedField(QLineEdit):
    """Tells what stands in it when nobody types any more, and where its keys lead."""

    asked = Signal(str)
    taken = Signal()  # Enter: the first answer
    gone_down = Signal()  # the arrow: to the answers
    left = Signal()  # Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Which paper?"))
        self.setAccessibleName(self.tr("What paper is asked for?"))
        self.setToolTip(self.tr("Any wording leads to whose it is to issue (Ctrl+J)"))
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(FIELD_WIDTH)
        self.addAction(icon(Icon.DOCUMENT, "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self._tell)
        self.textEdited.connect(lambda _: self._pause.start())

    def arrive(self) -> None:
        """Put the cursor here, all text selected: the next paper is typed over this one."""
        self.setFocus()
        self.selectAll()

    def forget(self) -> None:
        """Empty the field; what was typed last is not asked for any more."""
        self.clear()
        self._pause.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the first answer, the arrow goes down to it, Esc leaves."""
        key = Qt.Key(event.key())
        if key in ENTER:
            self._tell()  # the pause may not be over yet
            if self.text().strip():
                self.taken.emit()
        elif key == Qt.Key.Key_Down:
            self.gone_down.emit()
        elif key == Qt.Key.Key_Escape:
            self.forget()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._pause.stop()
        self.asked.emit(self.text())
