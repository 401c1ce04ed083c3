"""Backups as the open station has them: made by themselves, carried, told in the status line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from station_app.domain.backups import Urgency, Why
from station_app.later import later
from ui.kit.jobs import Lane
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from station_app.bootstrap import Station
    from station_app.services import backup_standing as standings
    from station_app.services.backup_standing import BackupStanding
    from ui.kit.jobs import JobRunner
    from ui.shell.window import Shell
else:
    standings = later("station_app.services.backup_standing")

EVERY_MS = 30 * 60 * 1000
PLACES_EVERY_MS = 60 * 1000  # a stick that was plugged in gets its copy within a minute
FIRST_LOOK_MS = 2_000
SETTINGS, SECTION = "settings", "security"


class BackupDesk(QObject):
    """Makes backups while the window goes on; tells by itself only that a drill is due."""

    def __init__(self, station: Station, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._station, self._jobs = station, jobs
        self._shell: Shell | None = None
        self._has_reminded = False
        self._is_carrying = False
        self._backups = QTimer(self, interval=EVERY_MS)
        self._backups.timeout.connect(self._back_up_if_behind)
        self._places = QTimer(self, interval=PLACES_EVERY_MS)
        self._places.timeout.connect(self._carry)

    def attend(self, shell: Shell) -> None:
        """Serve *shell*: its status line."""
        self._shell = shell
        shell.backup_asked.connect(self.back_up)
        shell.status.care_asked.connect(lambda: shell.open_record(SETTINGS, SECTION))

    def begin(self) -> None:
        """Watch; look at the second places once the first page is there."""
        self._backups.start()
        self._places.start()
        self._show_last()
        QTimer.singleShot(FIRST_LOOK_MS, self, self.refresh)

    def rest(self) -> None:
        """Watch no more: the door is closed."""
        self._backups.stop()
        self._places.stop()

    def refresh(self) -> None:
        """Say again how it stands."""
        self._start(
            lambda station: standings.backup_standing(
                station.keeping, station.second_places, station.drills
            ),
            self._show,
        )

    def back_up(self) -> None:
        """Make a backup because somebody asked for one."""
        self._start(lambda station: station.keeping.back_up(), lambda _: self._backed_up())

    def _backed_up(self) -> None:
        if self._shell is not None:
            self._shell.notices.say(self.tr("A backup has been made and read back."))
        self._show_last()
        self._carry()

    def _back_up_if_behind(self) -> None:
        self._start(
            lambda station: station.keeping.back_up_if_behind(Why.AT_WORK),
            lambda _: self._carry(),
        )

    def _carry(self) -> None:
        # a slow stick may take longer than the pause between two looks
        if not self._is_carrying:
            self._is_carrying = True
            self._start(
                lambda station: station.second_places.carry(),
                lambda _: self._carried(),
                failed=self._not_carried,
            )

    def _carried(self) -> None:
        self._is_carrying = False
        self.refresh()

    def _not_carried(self, error: Exception) -> None:
        self._is_carrying = False
        if self._shell is not None:
            self._shell.tell_failure(error)

    def _show_last(self) -> None:
        self._start(
            lambda station: station.keeping.last_backup(),
            self._say_last,
            lane=Lane.READ,
        )

    def _say_last(self, moment: datetime | None) -> None:
        if self._shell is not None:
            self._shell.status.show_backup(moment)

    def _show(self, standing: BackupStanding) -> None:
        shell = self._shell
        if shell is None:
            return
        shell.status.show_keeping(standing)
        if standing.drill.urgency is Urgency.NONE or self._has_reminded:
            return
        self._has_reminded = True
        shell.notices.say(
            self.tr("A month has passed: test with the paper key that the backup opens."),
            Tone.WARN,
            action=self.tr("To the test"),
            act=partial(shell.open_record, SETTINGS, SECTION),
        )

    def _start(
        self,
        work: Callable[[Station], object],
        done: Callable[..., object],
        *,
        failed: Callable[[Exception], None] | None = None,
        # copying takes seconds, a stick more: nobody waits for them in these lanes
        lane: Lane = Lane.OUTSIDE,
    ) -> None:
        station = self._station
        self._jobs.start(lambda _: work(station), owner=self, done=done, failed=failed, lane=lane)
