"""Going through a window step by step, while the event loop runs.

A walk is a generator. It does something by the keyboard, then yields what it
waits for; the event loop goes on meanwhile, so nothing here blocks it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOOK_EVERY_MS = 15
# deriving a key on a slow machine takes seconds; nothing takes half a minute
PATIENCE_S = 30.0


class LostError(Exception):
    """A walk has waited in vain; ``waited_for`` says what for."""

    def __init__(self, waited_for: str) -> None:
        super().__init__(waited_for)
        self.waited_for = waited_for


@dataclass(frozen=True, slots=True)
class Until:
    """What a walk waits for, and what it is called when it does not come."""

    name: str
    is_so: Callable[[], bool]


class Walk(QObject):
    """Carries a walk on whenever what it waits for has come.

    Tells ``ended`` in any case; :attr:`lost` says then what did not come.
    """

    ended = Signal()

    def __init__(self, steps: Iterator[Until], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._awaited = Until("the beginning", lambda: True)
        self._deadline = 0.0
        self._timer = QTimer(self, singleShot=True, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self.lost: LostError | None = None

    def begin(self) -> None:
        """Take the first step as soon as the event loop runs."""
        self._deadline = time.monotonic() + PATIENCE_S
        self._timer.start()

    def _look(self) -> None:
        if self._awaited.is_so():
            self._take_step()
        elif time.monotonic() > self._deadline:
            self.lost = LostError(self._awaited.name)
            self.ended.emit()
        else:
            self._timer.start()

    def _take_step(self) -> None:
        try:
            self._awaited = next(self._steps)
        except StopIteration:
            self.ended.emit()
        # anything else is a fault of the program, and is left to whoever watches for those
        except LostError as error:
            self.lost = error
            self.ended.emit()
        else:
            self._deadline = time.monotonic() + PATIENCE_S
            self._timer.start()
