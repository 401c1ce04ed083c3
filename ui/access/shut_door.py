"""A door shut after too many wrong passphrases: until when, counting down quietly."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from station_app.domain.clock import Clock

EVERY_MS = 1_000
MINUTE_S = 60


class ShutDoor(QObject):
    """Knows to whom the door is shut; tells about whoever stands before it.

    ``told`` says it anew when the number of minutes changes, every second in the last
    minute, and with nothing when it is over.
    """

    told = Signal(str)

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._until: dict[str, datetime] = {}
        self._person = self._latest = ""
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._look)

    def hold(self, person: str, until: object) -> None:
        """Shut the door to *person* until then."""
        if isinstance(until, datetime):
            self._until[person] = until
        self.show_for(person)

    def show_for(self, person: str) -> None:
        """Tell whether the door is shut to *person*, who stands before it now."""
        self._person = person
        self._timer.start()
        former, self._latest = self._latest, ""
        self._look()
        if former and not self._latest:
            self.told.emit("")

    def _look(self) -> None:
        until = self._until.get(self._person)
        left = timedelta() if until is None else until - self._clock.now()
        if until is None or left <= timedelta():
            self._timer.stop()
            self._until.pop(self._person, None)
            self._tell("")
            return
        words = self.tr(
            "The passphrase was mistyped too often. You can try again at {time} ({left}). A"
            " supervisor, or the paper key, can set a new one now."
        )
        seconds = ceil(left.total_seconds())
        minutes = self.tr("in {n} minutes").format(n=ceil(seconds / MINUTE_S))
        moments = self.tr("in {n} seconds").format(n=seconds)
        self._tell(
            words.format(
                time=f"{until.astimezone():%H:%M:%S}",
                left=minutes if seconds > MINUTE_S else moments,
            )
        )

    def _tell(self, sentence: str) -> None:
        if sentence != self._latest:
            self._latest = sentence
            self.told.emit(sentence)
