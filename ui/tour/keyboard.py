"""A keyboard that types into the window as the system would, an input method included."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget


class Keyboard:
    """Types into whatever has the focus in *window*."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def press(self, *keys: str) -> None:
        """Press *keys*, one after the other: ``"Ctrl+K"``, ``"Return"``, ``"Down"``."""
        for key in keys:
            pressed = QKeySequence(key)[0]  # type: ignore[index]  # missing from the stubs
            # to the window, as the system does: sent to a widget, a key goes past all shortcuts
            QTest.keyClick(self._handle(), pressed.key(), pressed.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type *text*; what is not on the keys comes as from an input method."""
        for is_on_keys, run in groupby(text, str.isascii):
            # a key click cannot carry Chinese: no keyboard has it
            if is_on_keys:
                for character in run:
                    QTest.keyClick(self._handle(), ord(character))
            else:
                _commit("".join(run))

    def _handle(self) -> QWindow:
        return self._window.windowHandle()


def _commit(text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    focus = QApplication.focusWidget()
    if focus is not None:
        QCoreApplication.sendEvent(focus, event)
