"""Bringing the pages of restoring into the window, and what stood there before back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.restoring.page import RestorePage
from ui.shell.wording import phase_words, sentence_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from station_app.services.restoring import RestoreService
    from ui.app.window import Window
    from ui.kit.jobs import JobRunner


class RestoreDesk(QObject):
    """Shows the steps over whatever is in sight.

    ``restored`` tells that another store stands there, ``left`` that it was given up; both
    name the page that was in sight before.
    """

    restored = Signal(object)  # QWidget
    left = Signal(object)  # QWidget
    fault_met = Signal(Exception)

    def __init__(self, window: Window, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._jobs = window, jobs

    def begin(
        self, service: RestoreService, release: Callable[[], Callable[[], RestoreService]]
    ) -> None:
        """Show the first step; *release* lets go of the station that is open."""
        former = self._window.currentWidget()
        page = RestorePage(
            service, self._jobs, release=release, words=sentence_of, phase_words=phase_words
        )
        page.finished.connect(partial(self._end, page, former, self.restored.emit))
        page.abandoned.connect(partial(self._end, page, former, self.left.emit))
        page.fault_met.connect(self.fault_met)
        self._window.bring(page)
        page.arrive()

    def _end(self, page: QWidget, former: QWidget, tell: Callable[[QWidget], None]) -> None:
        tell(former)
        self._window.drop(page)
