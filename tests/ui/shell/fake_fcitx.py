"""A small fcitx 4: ``python fake_fcitx.py ADDRESS`` serves a bus until its input is closed.

It composes letters, commits 你好 for a space, drops all for Esc (the keys' numbers are
those of X), declines the rest. For an ``!`` it commits what is composed, then declines.
What it is told is written to standard output, a line each.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QSocketNotifier, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

SERVICE = "org.fcitx.Fcitx-7"
METHODS, CONTEXT = "org.fcitx.Fcitx.InputMethod", "org.fcitx.Fcitx.InputContext"
PATH = "/inputcontext_3"
SPACE, ESCAPE, BANG = 0x20, 0xFF1B, 0x21
RegisterOption = QDBusConnection.RegisterOption


def say(*words):
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


@ClassInfo({"D-Bus Interface": METHODS})
class Methods(QObject):
    @Slot(str, int, result=int)
    def CreateICv3(self, name, pid):  # noqa: N802 - fcitx's name
        say("created", name, pid > 0)
        return 3


@ClassInfo({"D-Bus Interface": CONTEXT})
class Context(QObject):
    def __init__(self, bus):
        super().__init__()
        self._bus = bus
        self._composed = ""

    @Slot("uint")
    def SetCapacity(self, capacity):  # noqa: N802 - as above
        say("capacity", capacity)

    @Slot()
    def FocusIn(self):  # noqa: N802 - as above
        say("in")

    @Slot()
    def FocusOut(self):  # noqa: N802 - as above
        say("out")

    @Slot()
    def Reset(self):  # noqa: N802 - as above
        self._composed = ""
        say("reset")

    @Slot(int, int, int, int)
    def SetCursorRect(self, *rect):  # noqa: N802 - as above
        say("rect", *rect)

    @Slot("uint", "uint", "uint", int, "uint", result=int)
    def ProcessKeyEvent(self, key, _code, _state, kind, _moment):  # noqa: N802 - as above
        if kind:
            return 0
        if self._composed and key in {SPACE, BANG}:
            self._commit("你好")
            return int(key == SPACE)
        if chr(key).islower():
            self._show(self._composed + chr(key))
            return 1
        if self._composed and key == ESCAPE:
            self._show("")
            return 1
        return 0

    def _commit(self, text):
        self._composed = ""
        self._emit("CommitString", text)
        self._emit("UpdatePreedit", "", 0)

    def _show(self, text):
        self._composed = text
        self._emit("UpdatePreedit", text, len(text))

    def _emit(self, member, *values):
        signal = QDBusMessage.createSignal(PATH, CONTEXT, member)
        signal.setArguments(values)
        self._bus.send(signal)


def main():
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(sys.argv[1], "fcitx")
    methods, context = Methods(), Context(bus)
    bus.registerObject("/inputmethod", methods, RegisterOption.ExportAllSlots)
    bus.registerObject(PATH, context, RegisterOption.ExportAllSlots)
    bus.registerService(SERVICE)
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    end.activated.connect(app.quit)  # whoever started it is gone
    say("ready")
    app.exec()


if __name__ == "__main__":
    main()
