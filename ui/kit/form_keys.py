"""The keys of a form: Enter goes on, Shift+Enter back, Ctrl+Enter saves, Esc leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.kit.fields import Field

SETTLE_MS = 40  # until all has its place
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FormKeys(QObject):
    """Walks through *fields* in their order, and ends at *last*, the button that saves."""

    submitted = Signal()
    left = Signal()
    arrived = Signal(object)  # the Field with the cursor, once it has its place

    def __init__(self, form: QWidget, fields: Mapping[str, Field[Any]], last: QWidget) -> None:
        super().__init__(form)
        self._form, self._fields, self._last = form, fields, last
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._tell_cursor)

    def watch(self, field: Field[Any]) -> None:
        """Hear the keys pressed in *field*."""
        field.editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Carry out the keys of the form pattern; notice where the cursor goes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.press(watched, event)
        if event.type() == QEvent.Type.FocusIn:
            # later: on FocusIn a section just shown has no place in the scrolled page yet
            self._settle.start()
        return super().eventFilter(watched, event)

    def press(self, watched: QObject, event: QKeyEvent) -> bool:
        """Carry out a key pressed in *watched*; False when it means nothing to a form."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if Qt.Key(event.key()) not in ENTER:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # the cursor stays where it is, so the field has not been left and tidied
            for field in self._with_cursor():
                field.finished.emit()
            self.submitted.emit()
            return True
        # in notes Enter makes a line; on the form itself a button may want it
        if isinstance(watched, QPlainTextEdit) or watched is self._form:
            return False
        self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        return True

    def _with_cursor(self) -> list[Field[Any]]:
        return [field for field in self._fields.values() if field.editor.hasFocus()]

    def _tell_cursor(self) -> None:
        for field in self._with_cursor():
            self.arrived.emit(field)

    def _step(self, way: int) -> None:
        fields = self._fields.values()
        usable = [f.editor for f in fields if f.isVisible() and f.editor.isEnabled()]
        here = next((at for at, editor in enumerate(usable) if editor.hasFocus()), -1)
        target = here + way
        if target >= len(usable):
            # to the button, not pressed: a last Enter too many must not save
            self._last.setFocus(Qt.FocusReason.TabFocusReason)
        elif usable:
            usable[max(target, 0)].setFocus(Qt.FocusReason.TabFocusReason)
