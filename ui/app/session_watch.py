"""Noticing that the system locks its screen or goes to sleep: the station is locked with it.

Windows tells the window, by messages; Linux desktops tell whoever listens at D-Bus, of which
QtDBus is in the package for the input methods already (docs/adr/0005). Where nobody tells
anything, the limit of idleness is left.
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QCoreApplication,
    QObject,
    Signal,
    Slot,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 0x0007
CONSOLE_DISCONNECT, REMOTE_DISCONNECT = 0x0002, 0x0004  # as when another user is switched to
LEAVING = {
    WM_POWERBROADCAST: frozenset({PBT_APMSUSPEND}),
    WM_WTSSESSION_CHANGE: frozenset({WTS_SESSION_LOCK, CONSOLE_DISCONNECT, REMOTE_DISCONNECT}),
}
"""Which word of which message means that whoever sat here may be gone."""

LOGIN = "org.freedesktop.login1"
SYSTEM_SIGNALS = (
    ("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "on_going_to_sleep(bool)"),
    ("", f"{LOGIN}.Session", "Lock", "on_locked()"),
)
SCREENS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.ukui.ScreenSaver")


class SessionWatch(QObject):
    """Tells when the system locks or sleeps."""

    left = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._messages: _Messages | None = None

    def begin(self, window: QWidget) -> None:
        """Listen from now on, on behalf of *window*."""
        if sys.platform == "win32":
            self._listen_to_windows(int(window.winId()))
        elif sys.platform == "linux":
            self._listen_to_buses()

    @Slot(bool)
    def on_going_to_sleep(self, is_beginning: bool) -> None:  # noqa: FBT001 - as D-Bus has it
        """Tell when the system is about to sleep, not when it wakes."""
        if is_beginning:
            self.left.emit()

    @Slot(bool)
    def on_screen(self, is_saved: bool) -> None:  # noqa: FBT001 - as D-Bus has it
        """Tell when the screen is locked, not when it is opened."""
        if is_saved:
            self.left.emit()

    @Slot()
    def on_locked(self) -> None:
        """Tell it."""
        self.left.emit()

    def hear(self, message: int, word: int) -> None:
        """Take note of a message of Windows."""
        if word in LEAVING.get(message, frozenset()):
            self.left.emit()

    def _listen_to_windows(self, window: int) -> None:
        self._messages = _Messages(self)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._messages)
        # without it Windows tells nobody of its lock
        ctypes.CDLL("wtsapi32").WTSRegisterSessionNotification(ctypes.c_void_p(window), 0)

    def _listen_to_buses(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - on Linux alone

        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        for path, interface, name, slot in SYSTEM_SIGNALS:
            system.connect(LOGIN, path, interface, name, self, SLOT(slot))  # type: ignore[call-overload]  # the stub wants bytes, Qt a str
        for screen in SCREENS:
            session.connect("", "", screen, "ActiveChanged", self, SLOT("on_screen(bool)"))  # type: ignore[call-overload]  # as above


class _Messages(QAbstractNativeEventFilter):
    """Hands the messages of Windows on, and lets them all pass."""

    def __init__(self, watch: SessionWatch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(self, _kind: Any, message: Any) -> Any:
        """Look at *message*, a pointer to a ``MSG``."""
        told = _Message.from_address(int(message))
        self._watch.hear(told.message, told.word or 0)
        return False, 0


class _Message(ctypes.Structure):
    """The head of a ``MSG`` of Windows."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("word", ctypes.c_void_p),
        ("more", ctypes.c_void_p),
    )
