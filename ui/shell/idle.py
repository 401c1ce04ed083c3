"""Noticing that nobody has touched the window for a while."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST_MS, MOST_MS = 250, 10_000
ACTIVITY = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class IdleWatch(QObject):
    """Tells once when there was no key and no pointer for some minutes."""

    idle = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._latest = now()
        self._limit_s = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def watch(self, minutes: int) -> None:
        """Tell after *minutes* without activity; 0 never tells."""
        self._limit_s = minutes * 60.0
        self._latest = self._now()
        if minutes:
            self._wait()
        else:
            self._timer.stop()

    def rest(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def look(self) -> None:
        """See whether it has been long enough."""
        if self._now() - self._latest >= self._limit_s:
            self.rest()
            self.idle.emit()
        else:
            self._wait()

    def _wait(self) -> None:
        """Look again when it may be time: not every second, and not late either."""
        left = self._limit_s - (self._now() - self._latest)
        self._timer.start(int(min(max(left * 1000, LEAST_MS), MOST_MS)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of activity, and let everything pass."""
        if event.type() in ACTIVITY:
            self._latest = self._now()
        return super().eventFilter(watched, event)
