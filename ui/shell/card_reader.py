"""The ID-card reader: a keyboard that types 18 characters and Enter very fast.

Watched at the window, before any widget sees the keys, so that a card laid on
the reader opens its person from any tab. A field made for numbers keeps what is
typed into it; from any other field the digits are taken out again.
"""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from ui.kit.composing import TAKES_CARDS

if TYPE_CHECKING:
    from collections.abc import Callable

CARD = re.compile(r"[0-9]{17}[0-9Xx]")
LENGTH = 18
BETWEEN_KEYS_S = 0.05  # nobody types 18 digits this fast
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CardReader(QObject):
    """Tells the number of a card that was read while its window was in use."""

    card_read = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._burst = ""
        self._latest = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Collect fast keys; swallow the Enter that ends a card."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        moment = self._now()
        is_fast = moment - self._latest <= BETWEEN_KEYS_S
        self._latest = moment
        if Qt.Key(event.key()) in ENTER:
            burst, self._burst = self._burst, ""
            return is_fast and CARD.fullmatch(burst) is not None and self._take(burst.upper())
        text = event.text()
        if text:
            # one more than a card has: the code of a certificate goes on for hundreds
            self._burst = (self._burst + text)[-LENGTH - 1 :] if is_fast else text
        return False

    def _take(self, number: str) -> bool:
        field = QApplication.focusWidget()
        if field is not None and field.property(TAKES_CARDS):
            return False
        if isinstance(field, QLineEdit):
            _take_out_of_line(field)
        elif isinstance(field, QPlainTextEdit):
            _take_out_of_text(field)
        self.card_read.emit(number)
        return True


def _take_out_of_line(field: QLineEdit) -> None:
    at, text = field.cursorPosition(), field.text()
    if CARD.fullmatch(text[max(at - LENGTH, 0) : at]):
        field.setText(text[: at - LENGTH] + text[at:])
        field.setCursorPosition(at - LENGTH)


def _take_out_of_text(field: QPlainTextEdit) -> None:
    cursor = field.textCursor()
    cursor.movePosition(cursor.MoveOperation.PreviousCharacter, cursor.MoveMode.KeepAnchor, LENGTH)
    if CARD.fullmatch(cursor.selectedText()):
        cursor.removeSelectedText()
