"""Hiding all that a person has in sight, not only his page: before the window is locked.

Menus, lists and dialogs are windows of their own and would stay over the door; what was
copied would be pasted elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from ui.kit.masked import MaskedLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

MOST_POPUPS = 20


class Curtain:
    """Drawn before *window*; :meth:`lift` puts the cursor back where it was."""

    def __init__(self, window: QWidget) -> None:
        self._focus = QApplication.focusWidget()
        self._put_aside: list[QWidget] = []
        QToolTip.hideText()
        _close_popups()
        for other in QApplication.topLevelWidgets():
            if other is not window and other.isVisible():
                self._hide(other)
        for shown in window.findChildren(MaskedLabel):
            shown.hide_value()
        _forget_what_was_copied()

    def lift(self) -> None:
        """Show what was put aside, the cursor where it was."""
        for other in self._put_aside:
            if shiboken6.isValid(other):
                other.show()
        if self._focus is not None and shiboken6.isValid(self._focus):
            self._focus.setFocus()

    def _hide(self, other: QWidget) -> None:
        if isinstance(other, QDialog):
            # a question without an answer is one refused: whoever waits for it goes on
            other.reject()
        else:
            other.hide()
            self._put_aside.append(other)


def _close_popups() -> None:
    for _ in range(MOST_POPUPS):
        popup = QApplication.activePopupWidget()
        if popup is None:
            return
        popup.close()


def _forget_what_was_copied() -> None:
    clipboard = QGuiApplication.clipboard()
    # what other programs have copied comes as a kind of the platform's; not every platform says
    # whose it is
    copied: QMimeData | None = clipboard.mimeData()  # None, whatever the stub says
    kind = "" if copied is None else str(copied.metaObject().className())
    if clipboard.ownsClipboard() or kind == "QMimeData":
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
