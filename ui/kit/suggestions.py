"""Lists of suggestions below a line: they take the keys that choose, not those that save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCompleter, QLineEdit

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SavingKeys(QObject):
    """Closes an open list on Ctrl+Enter and hands the keys on to the line, and so to its form."""

    def __init__(self, completer: QCompleter, line: QLineEdit) -> None:
        super().__init__(line)
        self._list, self._line = completer.popup(), line
        self._list.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the list from taking Ctrl+Enter."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not is_ctrl or Qt.Key(event.key()) not in ENTER:
            return super().eventFilter(watched, event)
        self._list.hide()
        # posted, not sent: the list has to be gone before the form acts
        QCoreApplication.postEvent(self._line, event.clone())
        return True
