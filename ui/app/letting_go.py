"""Letting go of the store behind a locked door, as soon as what is under way has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.kit.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.app.opened import OpenStation
    from ui.kit.jobs import JobRunner


class LettingGo(QObject):
    """Waits for the jobs, then has the station's file closed and its key overwritten.

    An import that was begun is not torn: for as long as it takes the key stays, the window
    being hidden already.
    """

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._station: OpenStation | None = None
        self._is_going = False
        self._then: Callable[[], object] | None = None
        jobs.busy_changed.connect(lambda is_busy: None if is_busy else self._look_soon())

    def begin(self, station: OpenStation) -> None:
        """Let *station* go when the last job has ended."""
        self._station, self._is_going, self._then = station, False, None
        self._look_soon()

    def stop(self) -> bool:
        """Let it be; return whether the store is still open."""
        is_open = self._station is not None and not self._is_going
        if is_open:
            self._station = None
        return is_open

    def is_over(self) -> bool:
        """Whether nothing is being let go of any more."""
        return self._station is None

    def when_gone(self, then: Callable[[], object]) -> None:
        """Do *then* as soon as the store has been let go of."""
        if self._station is None:
            then()
        else:
            self._then = then

    def _look_soon(self) -> None:
        # whoever hears of the last job's end may begin another
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        station = self._station
        if station is None or self._is_going or self._jobs.is_busy():
            return
        self._is_going = True
        self._jobs.start(lambda _: station.shut(), owner=self, done=self._gone, lane=Lane.OUTSIDE)

    def _gone(self, _: object) -> None:
        self._station, self._is_going = None, False
        then, self._then = self._then, None
        if then is not None:
            then()
