"""What can be told of a window from within its process: when it is used, how it beats."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

LOOK_MS = 2
TYPED = "w"
BUSY_S = 0.1


class Noted:
    """Notes the latest object that is made of *kind*.

    Looking for it through a window would have Python learn of every child of Qt's own,
    which the program does not.
    """

    def __init__(self, kind):
        self.latest = None
        make = kind.__init__

        def made(noted, *arguments, **named):
            make(noted, *arguments, **named)
            self.latest = noted

        kind.__init__ = made


class Painted(QObject):
    """Calls once, when the latest table that is *made* has painted a line that is here."""

    def __init__(self, app, made, then):
        super().__init__(app)
        self._then = then
        self._made = made
        self.view = None
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._find)
        self._look.start()

    def _find(self):
        if self._made.latest is not self.view:
            self.view = self._made.latest
            self.view.viewport().installEventFilter(self)
            self.view.viewport().update()

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self._is_filled():
            self._look.stop()
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False

    def _is_filled(self):
        model = self.view.model()
        return model.rowCount() > 0 and model.line_at(0) is not None


def type_into_the_search(box):
    """Type one letter; it must stand in the box at once."""
    box.enter()
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_W, Qt.KeyboardModifier.NoModifier, TYPED)
    QApplication.sendEvent(box, pressed)
    assert box.text() == TYPED
    box.leave()


class Pulse(QObject):
    """Beats every millisecond; what lies between two beats is a time the thread was blocked.

    Told twice: by the clock on the wall, which neighbours on the machine and the
    other threads of the program stretch, and by the thread's own processor time.
    """

    def __init__(self, parent):
        super().__init__(parent)
        self.beats = 0
        self._wall = self._own = self._longest_wall = self._longest_own = 0.0
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._beat)

    def start(self):
        """Begin to count."""
        self._longest_wall = self._longest_own = 0.0
        self._wall, self._own = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self):
        """Return the longest time between two beats, by the wall and by the processor (ms)."""
        self._beat()
        self._timer.stop()
        return self._longest_wall * 1000, self._longest_own * 1000

    def _beat(self):
        wall, own = time.perf_counter(), time.thread_time()
        self._longest_wall = max(self._longest_wall, wall - self._wall)
        self._longest_own = max(self._longest_own, own - self._own)
        self._wall, self._own = wall, own
        self.beats += 1


def crowding():
    """Return how many times longer work takes here by the wall than by the processor."""
    wall, own = time.perf_counter(), time.thread_time()
    while time.thread_time() - own < BUSY_S:
        pass
    return (time.perf_counter() - wall) / BUSY_S
