"""A page of steps whose work is done in jobs: trouble over it, progress below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.job_bar import JobBar
from ui.kit.jobs import Lane
from ui.kit.surfaces import Banner
from ui.kit.tokens import Space, Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.services.progress import Progress
    from ui.kit.jobs import JobRunner
    from ui.kit.wizard import Wizard


class WizardPage(QWidget):
    """Holds a wizard still while one of its steps is at work; a failure is told by ``failed``."""

    failed = Signal(Exception)

    def __init__(
        self,
        jobs: JobRunner,
        *,
        phase_words: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._jobs = jobs
        self.trouble = Banner("", Tone.DANGER, self)
        self.trouble.hide()
        self.bar = JobBar(self, phase_words=phase_words)
        self.bar.setContentsMargins(Space.L, Space.S, Space.L, Space.S)

    def lay_out(self, steps: Wizard) -> None:
        """Put *steps* between the trouble and the progress; once, by whoever has made them."""
        self._steps = steps
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.trouble)
        column.addWidget(steps, 1)
        column.addWidget(self.bar)

    def work_on(
        self, work: Callable[[Progress], object], done: Callable[..., None], reason: str
    ) -> None:
        """Do *work* in a job; nobody can go on meanwhile, for *reason*."""
        self.trouble.hide()
        self._steps.hold(reason)

        # before anything is told: what follows may show another step, which judges itself
        def settle(outcome: object) -> None:
            self._rest()
            done(outcome)

        job = self._jobs.start(work, owner=self, done=settle, failed=self._fail, lane=Lane.OUTSIDE)
        self.bar.watch(job)

    def _fail(self, error: Exception) -> None:
        self._rest()
        self.failed.emit(error)

    def _rest(self) -> None:
        self.bar.rest()
        self._steps.hold("")
