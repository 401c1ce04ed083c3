"""fcitx 4 (UOS 20, Kylin V10), spoken to over D-Bus: Qt's wheel has no plugin for it.

The keys of the window with the cursor are offered to the input method before any
widget sees them; what it composes and commits comes back as Qt's own events.
fcitx 5 and ibus need none of this (ui/shell/input_methods.py). The interface is
``org.fcitx.Fcitx.InputMethod`` / ``InputContext`` of fcitx 4.2.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    Q_ARG,
    Q_RETURN_ARG,
    SLOT,
    QCoreApplication,
    QEvent,
    QMetaObject,
    QObject,
    Qt,
    Slot,
)
from PySide6.QtDBus import (
    QDBus,
    QDBusConnection,
    QDBusInterface,
    QDBusMessage,
    QDBusServiceWatcher,
)
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QInputMethodQueryEvent,
    QKeyEvent,
    QTextCharFormat,
)
from shiboken6 import isValid

from ui.kit.composing import MODIFIERS

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

IBUS_PORTAL = "org.freedesktop.portal.IBus"  # fcitx 5 and ibus answer here
METHODS_PATH, METHODS = "/inputmethod", "org.fcitx.Fcitx.InputMethod"
CONTEXT = "org.fcitx.Fcitx.InputContext"
CAN_SHOW_PREEDIT = 1 << 1
SIGNALS = {"CommitString": "_commit(QString)", "UpdatePreedit": "_show(QString,int)"}
PRESSED, RELEASED = 0, 1
KINDS = {QEvent.Type.KeyPress: PRESSED, QEvent.Type.KeyRelease: RELEASED}
LARGEST_UINT = 0xFFFFFFFF
WATCHED = "offers-keys"
PATIENCE_MS = 300  # a key goes its usual way when fcitx takes longer
NO_METHOD = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData


def service_name(display: str) -> str:
    """Return the bus name of the fcitx 4 that serves *display* (``:0``, ``host:10.0``)."""
    number = display.rpartition(":")[2].partition(".")[0]
    return f"org.fcitx.Fcitx-{number if number.isdecimal() else 0}"


def is_needed(bus: QDBusConnection, display: str) -> bool:
    """Whether nothing answers that Qt can speak to, but fcitx 4 does."""
    names = bus.interface()
    return (
        bus.isConnected()
        and not names.isServiceRegistered(IBUS_PORTAL).value()
        and bool(names.isServiceRegistered(service_name(display)).value())
    )


class FcitxBridge(QObject):
    """One input context at fcitx 4, serving whatever has the cursor."""

    def __init__(self, app: QGuiApplication, bus: QDBusConnection, display: str) -> None:
        super().__init__(app)
        self._bus, self._service = bus, service_name(display)
        self._context: QDBusInterface | None = None
        self._editor: QObject | None = None
        self._preedit = ""
        watcher = QDBusServiceWatcher(self._service, bus, parent=self)
        watcher.serviceRegistered.connect(self._open)
        watcher.serviceUnregistered.connect(self._close)
        app.focusWindowChanged.connect(self._watch)
        app.focusObjectChanged.connect(self._follow)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._tell_place)
        self._watch(app.focusWindow())
        self._open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer the keys of the window; what fcitx takes goes no further."""
        kind = KINDS.get(event.type())
        if kind is not None and isinstance(event, QKeyEvent) and self._editor is not None:
            return self._offer(event, kind)
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        """Ask for an input context; without an answer keys go their usual way."""
        name = QCoreApplication.applicationName() or "station"
        asked = self._message(METHODS_PATH, METHODS, "CreateICv3", name, os.getpid())
        answer = self._bus.call(asked, QDBus.CallMode.Block, PATIENCE_MS)
        if answer.type() != QDBusMessage.MessageType.ReplyMessage:
            return
        path = f"/inputcontext_{answer.arguments()[0]}"
        for member, slot in SIGNALS.items():
            self._bus.connect(self._service, path, CONTEXT, member, self, SLOT(slot))  # type: ignore[call-overload]  # the stub wants bytes, Qt a str
        self._context = QDBusInterface(self._service, path, CONTEXT, self._bus, self)
        self._context.setTimeout(PATIENCE_MS)
        self._invoke("SetCapacity", Q_ARG("uint", CAN_SHOW_PREEDIT))
        self._follow(QGuiApplication.focusObject())

    def _close(self) -> None:
        self._show("", 0)
        self._context = self._editor = None

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and not window.property(WATCHED):
            window.setProperty(WATCHED, True)  # once: watches installed later stay before this one
            window.installEventFilter(self)

    def _follow(self, focus: QObject | None) -> None:
        """Serve *focus* if it is written into; what was composed elsewhere is kept there."""
        if self._preedit:
            self._commit(self._preedit)
            self._tell("Reset")
        self._editor = focus if self._context is not None and _is_written_into(focus) else None
        self._tell("FocusOut" if self._editor is None else "FocusIn")
        self._tell_place()

    def _offer(self, event: QKeyEvent, kind: int) -> bool:
        numbers = event.nativeVirtualKey(), event.nativeScanCode(), event.nativeModifiers()
        taken = self._invoke(
            "ProcessKeyEvent",
            Q_RETURN_ARG("int"),
            *(Q_ARG("uint", number) for number in numbers),
            Q_ARG("int", kind),
            Q_ARG("uint", event.timestamp() & LARGEST_UINT),
        )
        # What fcitx committed before its answer belongs before this key.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        if not taken and self._preedit and kind == PRESSED and event.key() not in MODIFIERS:
            self._tell("Reset")
        return bool(taken)

    @Slot(str)
    def _commit(self, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        self._send(event)

    @Slot(str, int)
    def _show(self, text: str, cursor: int) -> None:
        """Show *text* as composed; *cursor* counts bytes of UTF-8."""
        place = _utf16_length(text.encode()[: max(cursor, 0)].decode(errors="ignore"))
        underlined = QTextCharFormat()
        underlined.setFontUnderline(True)
        kinds = QInputMethodEvent.AttributeType
        look = QInputMethodEvent.Attribute(kinds.TextFormat, 0, _utf16_length(text), underlined)
        caret = QInputMethodEvent.Attribute(kinds.Cursor, place, 1)
        self._send(QInputMethodEvent(text, [look, caret] if text else []))

    def _send(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        if self._editor is not None and isValid(self._editor):
            QCoreApplication.sendEvent(self._editor, event)

    def _tell_place(self) -> None:
        """Tell where the cursor is, in pixels of the screen: the candidates go there."""
        window: QWindow | None = QGuiApplication.focusWindow()
        if window is None or self._editor is None:
            return
        rect = QGuiApplication.inputMethod().cursorRectangle().toRect()
        scale, screen = window.devicePixelRatio(), window.screen().geometry().topLeft()
        corner = screen + (window.mapToGlobal(rect.topLeft()) - screen) * scale
        size = rect.size() * scale
        self._tell("SetCursorRect", corner.x(), corner.y(), max(size.width(), 1), size.height())

    def _tell(self, member: str, *values: int) -> None:
        """Say something that needs no answer."""
        if self._context is not None:
            self._bus.send(self._message(self._context.path(), CONTEXT, member, *values))

    def _invoke(self, member: str, *arguments: Any) -> Any:
        """Call with exact types, which Qt takes from what fcitx says about itself."""
        way = Qt.ConnectionType.DirectConnection
        if self._context is None:
            return None
        return QMetaObject.invokeMethod(self._context, member, way, *arguments)  # type: ignore[call-overload]  # the stub wants bytes, Qt a str

    def _message(self, path: str, interface: str, member: str, *values: str | int) -> QDBusMessage:
        message = QDBusMessage.createMethodCall(self._service, path, interface, member)
        message.setArguments(values)
        return message


def _is_written_into(focus: QObject | None) -> bool:
    """Whether *focus* takes text that is no secret."""
    if focus is None:
        return False
    enabled, hints = Qt.InputMethodQuery.ImEnabled, Qt.InputMethodQuery.ImHints
    query = QInputMethodQueryEvent(enabled | hints)
    QCoreApplication.sendEvent(focus, query)
    return bool(query.value(enabled)) and not Qt.InputMethodHint(query.value(hints)) & NO_METHOD


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
