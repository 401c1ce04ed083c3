"""The shared folder of the station's desks: looked at every few minutes, quietly."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from station_app.domain.errors import StationError
from ui.kit.jobs import Lane
from ui.sync.places import Place, PlaceKind, is_there
from ui.sync.preferences import ExchangePreferences, load_exchange, save_exchange

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from station_app.bootstrap import Station
    from station_app.services.sync.rounds import Round
    from ui.kit.jobs import JobRunner
    from ui.sync.exchanger import Exchanger

FIRST_LOOK_MS = 5_000
MINUTE_MS = 60_000


class WatchState(StrEnum):
    """How the watch of the shared folder stands."""

    OFF = "off"
    WAITING = "waiting"
    QUIET = "quiet"
    AWAY = "away"


class SharedFolder(QObject):
    """Watches the folder that this device's preferences name.

    Says nothing while nothing happens. ``news`` tells of a round in which something came
    in or went wrong that had not gone wrong the last time.
    """

    changed = Signal()
    news = Signal(object)  # Round
    fault_met = Signal(Exception)  # what nobody expects of a folder

    def __init__(
        self,
        station: Station,
        jobs: JobRunner,
        exchanger: Exchanger,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._station, self._jobs, self._exchanger = station, jobs, exchanger
        self.preferences = load_exchange()
        self.state = WatchState.OFF
        self.looked_at: datetime | None = None
        self._is_looking = self._is_ours = False
        self._is_first = True
        self._wrong = ""
        self.may_run: Callable[[], bool] = lambda: True
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        exchanger.ended.connect(self._on_ended)
        exchanger.failed.connect(self._on_failed)

    def begin(self) -> None:
        """Watch from now on, if that was chosen."""
        self._wait(FIRST_LOOK_MS)

    def rest(self) -> None:
        """Watch no more until :meth:`begin`."""
        self._timer.stop()

    def choose(self, preferences: ExchangePreferences) -> None:
        """Keep *preferences* and follow them."""
        is_other = preferences.shared != self.preferences.shared
        self.preferences = preferences
        save_exchange(preferences)
        self._is_first |= is_other
        self._wait(FIRST_LOOK_MS)

    def look(self) -> None:
        """Look at the folder now, unless a round is under way."""
        self._wait(self.preferences.minutes * MINUTE_MS)
        if self.state is WatchState.OFF or self._is_looking or self._exchanger.is_busy:
            return
        if not self.may_run():  # whoever has no right to exchange does not do it unawares
            return
        self._is_looking = True
        folder, is_first = Path(self.preferences.shared), self._is_first
        self._jobs.start(
            lambda _: self._look_into(folder, is_first=is_first),
            owner=self,
            done=self._seen,
            failed=self._not_seen,
            lane=Lane.OUTSIDE,
        )

    def _look_into(self, folder: Path, *, is_first: bool) -> bool | None:
        """Return whether there is work; ``None`` when the folder is away. Runs in a job."""
        if not is_there(folder):
            return None
        return is_first or self._station.rounds.has_work(folder)

    def _seen(self, has_work: bool | None) -> None:  # noqa: FBT001 - what the job has found
        self._is_looking = False
        self.looked_at = self._station.clock.now()
        self._become(WatchState.AWAY if has_work is None else WatchState.QUIET)
        if has_work:
            folder = Path(self.preferences.shared)
            place = Place(kind=PlaceKind.SHARED, name=folder.name, path=folder)
            self._is_ours = self._exchanger.go_round(place, is_thorough=self._is_first)
            self._is_first = self._is_first and not self._is_ours

    def _not_seen(self, error: Exception) -> None:
        # the store was busy, or the share went away between two looks: there is a next time
        self._is_looking = False
        if not isinstance(error, StationError):
            self.fault_met.emit(error)

    def _on_ended(self, done: Round) -> None:
        if not self._is_ours:
            return
        self._is_ours = False
        wrong = "" if done.failure is None else done.failure.code
        if done.taken or (wrong and wrong != self._wrong):
            self.news.emit(done)
        self._wrong = wrong

    def _on_failed(self, error: Exception) -> None:
        if not self._is_ours:
            return
        self._is_ours = False
        if isinstance(error, StationError):
            self._become(WatchState.AWAY)
        else:
            self.fault_met.emit(error)

    def _wait(self, milliseconds: int) -> None:
        if self.preferences.is_watched and self.preferences.shared:
            self._timer.start(milliseconds)
            if self.state is WatchState.OFF:
                self._become(WatchState.WAITING)
        else:
            self._timer.stop()
            self._become(WatchState.OFF)

    def _become(self, state: WatchState) -> None:
        self.state = state
        self.changed.emit()
