"""Text that is being composed (an input method's preedit) keeps its keys to itself.

Enter takes the pinyin, Esc drops it, digits choose: the input method is asked
first on every system. What it declines must still not send a form, leave a page or
move the cursor while the clerk sees unfinished text below it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
TAKES_CARDS = "takes-cards"  # property of an editor that keeps what a card reader types
ACTING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class CompositionGuard(QObject):
    """Watches the editor with the cursor; lets no key act while text is composed in it.

    The first key that would act settles the composition instead: Esc drops it, any
    other keeps it as it stands. Watches the whole application, but only while
    something is being composed.
    """

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._app = app
        self._editor: QObject | None = None
        self._preedit = ""
        self._has_commit = False
        app.focusObjectChanged.connect(self._follow)
        self._follow()

    def is_composing(self) -> bool:
        """Whether unfinished text stands at the cursor."""
        return bool(self._preedit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of what is composed; keep the keys that act from acting."""
        if isinstance(event, QInputMethodEvent):
            if watched is self._editor:
                self._has_commit |= bool(event.commitString())
                self._note(event.preeditString())
        elif self._preedit and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        return super().eventFilter(watched, event)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        # accepted: the key goes on as a plain press, which is looked at next, and fires nothing
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        is_press = event.type() == QEvent.Type.KeyPress
        if not is_press or not isinstance(watched, QWidget) or event.key() in MODIFIERS:
            return False
        self._settle(keep=event.key() != Qt.Key.Key_Escape)
        # a letter the method declined still belongs to the text, behind what was kept
        return not _is_typing(event)

    def _settle(self, *, keep: bool) -> None:
        method, composed = QGuiApplication.inputMethod(), self._preedit
        self._has_commit = False
        if keep:
            method.commit()
        else:
            method.reset()
        is_lost = keep and not self._has_commit  # fcitx 5 by way of Qt's plugin for ibus
        if (self._preedit or is_lost) and self._editor is not None:
            finished = QInputMethodEvent()
            finished.setCommitString(composed if keep else "")
            QCoreApplication.sendEvent(self._editor, finished)

    def _follow(self) -> None:
        # what the signal tells is not always what has the focus: a window that comes to the
        # front tells its first editor, and then itself
        editor = self._app.focusObject()
        if editor is self._editor:
            return
        self._note("")
        # an editor of a page just closed is gone in C++ while Python still holds it
        if self._editor is not None and isValid(self._editor):
            self._editor.removeEventFilter(self)
        self._editor = editor
        if editor is not None:
            editor.installEventFilter(self)

    def _note(self, preedit: str) -> None:
        if preedit and not self._preedit:
            # a filter on the application sees every event: too dear while nothing is composed
            self._app.installEventFilter(self)
        elif self._preedit and not preedit:
            self._app.removeEventFilter(self)
        self._preedit = preedit


def _is_typing(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isprintable() and not event.modifiers() & ACTING
