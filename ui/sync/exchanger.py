"""Exchanging, one round at a time, whoever asks for it: a person, or the watch of a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from station_app.domain.errors import RefusedError
from ui.kit.jobs import Lane
from ui.sync.places import PlaceKind, is_there

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.services.progress import Progress
    from station_app.services.sync.rounds import Round
    from ui.kit.jobs import JobRunner
    from ui.kit.operations import Operations
    from ui.sync.places import Place


class Exchanger(QObject):
    """Goes rounds and takes files in. There is one for an open station.

    Whether a place answers is asked beside the lanes of the store: a share that is
    away must not keep anybody from saving.
    """

    began = Signal(object)  # Job
    ended = Signal(object)  # Round
    failed = Signal(Exception)

    def __init__(
        self,
        station: Station,
        jobs: JobRunner,
        operations: Operations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._station, self._jobs, self._operations = station, jobs, operations
        self.is_busy = False

    def go_round(self, place: Place, *, is_thorough: bool = True) -> bool:
        """Exchange with *place*; return whether that could be begun."""
        if self.is_busy:
            return False
        self.is_busy = True
        self._jobs.start(
            lambda _: _answers(place),
            owner=self,
            done=lambda answers: self._go(place, answers=answers, is_thorough=is_thorough),
            failed=self._on_failed,
            lane=Lane.OUTSIDE,
        )
        return True

    def take_in(self, paths: Sequence[Path]) -> bool:
        """Take the files at *paths* in; return whether that could be begun."""
        if self.is_busy:
            return False
        self.is_busy = True
        self._perform(lambda progress: self._station.rounds.take_in(paths, progress))
        return True

    def _go(self, place: Place, *, answers: bool, is_thorough: bool) -> None:
        if not answers:
            self._on_failed(RefusedError("exchange.place-away", name=place.name))
            return
        self._perform(
            lambda progress: self._station.rounds.go_round(
                place.path, progress, look_in=place.look_in, is_thorough=is_thorough
            )
        )

    def _perform(self, work: Callable[[Progress], Done[Round]]) -> None:
        job = self._operations.perform(
            work, owner=self, done=self._on_done, failed=self._on_failed
        )
        self.began.emit(job)

    def _on_done(self, done: Round) -> None:
        self.is_busy = False
        self.ended.emit(done)

    def _on_failed(self, error: Exception) -> None:
        self.is_busy = False
        self.failed.emit(error)


def _answers(place: Place) -> bool:
    # the folder on a stick is made with the first file; the stick itself must be there
    return any(map(is_there, place.look_in if place.kind is PlaceKind.STICK else (place.path,)))
