"""Asking the search while somebody types: after a pause, and only for the latest words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from station_app.domain.errors import CancelledError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.search.hits import Hit
    from station_app.services.progress import Progress
    from station_app.services.typed_numbers import NumberTold
    from ui.kit.jobs import Job, JobRunner

PATIENCE_MS = 120
LIMIT = 20


class SearchSource(Protocol):
    """What finds: the search service."""

    def find(
        self, text: str, *, limit: int = ..., progress: Progress | None = ...
    ) -> Sequence[Hit]:
        """Return what answers *text*, the best first."""
        ...

    def told_number(self, text: str) -> NumberTold | None:
        """Return how it stands with *text* if it is a certificate's number with its digit."""
        ...


class Lookup(QObject):
    """One question at a time; a later one takes the place of that under way."""

    found = Signal(str, object, object)  # what was asked for, the hits, NumberTold or None

    def __init__(self, source: SearchSource, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._source, self._jobs = source, jobs
        self._job: Job | None = None
        self._text = ""
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.ask(self._text))

    def ask_soon(self, text: str) -> None:
        """Look for *text* when nobody types any more."""
        self.stop()
        self._text = text
        self._patience.start()

    def ask(self, text: str) -> None:
        """Look for *text* now."""
        self.stop()
        self._job = self._jobs.start(
            lambda progress: self._answer(text, progress),
            owner=self,
            done=lambda answer: self.found.emit(text, *answer),
            failed=self._not_found,
        )

    def stop(self) -> None:
        """Look for nothing any more."""
        self._patience.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _answer(self, text: str, progress: Progress) -> tuple[Sequence[Hit], NumberTold | None]:
        hits = self._source.find(text, limit=LIMIT, progress=progress)
        return hits, self._source.told_number(text)

    def _not_found(self, error: Exception) -> None:
        if not isinstance(error, CancelledError):
            self._jobs.failed_unheard.emit(error)
