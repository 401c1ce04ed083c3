"""A paper drawn anew whenever what stands on it changes; only the latest is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from ui.kit.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.kit.jobs import Job, JobRunner

Drawing: TypeAlias = "Callable[[], object]"
WAIT_MS = 200  # until nobody types any more


class LatestPaper(QObject):
    """Asks *wanted* what to draw and draws it in a job. Several may be under way at once.

    *wanted* returns a function that is fit for a job, or None when there is nothing to draw.
    """

    drawn = Signal(object)  # what the function returned
    failed = Signal(object)  # the exception

    def __init__(
        self, jobs: JobRunner, wanted: Callable[[], Drawing | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs, self._wanted = jobs, wanted
        self._job: Job | None = None
        self._latest = 0
        self._is_awaited = False
        self._then: Callable[[], object] | None = None
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self.draw)

    def draw_soon(self) -> None:
        """Draw when nothing has changed for a while; what is being drawn is outdated."""
        self.forget()
        self._is_awaited = True
        self._pause.start()

    def draw(self) -> None:
        """Draw now."""
        self.forget()
        drawing = self._wanted()
        if drawing is None:
            return
        self._is_awaited = True
        self._job = self._jobs.start(
            lambda _: drawing(),
            owner=self,
            done=partial(self._tell, self._latest),
            failed=partial(self._tell_failure, self._latest),
            lane=Lane.OUTSIDE,
        )

    def forget(self) -> None:
        """Draw nothing, and let what is being drawn be told to nobody."""
        self._is_awaited = False
        self._then = None
        self._pause.stop()
        self._latest += 1
        if self._job is not None:
            self._job.cancel()

    def after_drawing(self, act: Callable[[], object]) -> None:
        """Do *act* with the paper as it is typed: at once, or as soon as it is drawn.

        Who types a name and presses Enter at once is quicker than the pause in which
        nothing is drawn, and would be handed the paper without it.
        """
        if not self._is_awaited:
            act()
            return
        self.draw()
        self._then = act

    def _tell(self, number: int, paper: object) -> None:
        if number == self._latest:
            self._is_awaited = False
            then, self._then = self._then, None
            self.drawn.emit(paper)
            if then is not None:
                then()

    def _tell_failure(self, number: int, error: Exception) -> None:
        if number == self._latest:
            self._is_awaited = False
            self._then = None
            self.failed.emit(error)
