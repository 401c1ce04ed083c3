"""Help at the door of a station that does not open: what there is, offered and carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from station_app.domain.errors import StationError
from station_app.later import later
from ui.app.ahead import restoring_of
from ui.kit.dialogs import confirm
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.moments import moment_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from station_app.domain.clock import Clock
    from station_app.services import recovering
    from station_app.services.access import StationHome, StationKey
    from ui.access.unlock import UnlockPage
    from ui.kit.jobs import JobRunner
else:
    recovering = later("station_app.services.recovering")


class Rescue(QObject):
    """Stands beside *door* while it refuses; ``restore_asked`` leads to the backups."""

    restore_asked = Signal()
    opening_asked = Signal(object, bool)  # StationKey, whether to open it as it is

    def __init__(self, home: StationHome, door: UnlockPage, jobs: JobRunner, clock: Clock) -> None:
        super().__init__(door)
        self._home, self._door, self._jobs, self._clock = home, door, jobs, clock
        self._key: StationKey | None = None

    def attend(self, error: Exception, key: StationKey | None = None) -> None:
        """Say what is wrong, then look for what helps; *key* is there if it was right."""
        self._key = key
        if not isinstance(error, StationError):
            self._door.refuse(error)
            return
        service = self._service()
        error = service.name_of(error)
        self._door.refuse(error)
        self._jobs.start(
            lambda _: service.remedies(error),
            owner=self,
            done=self._offer,
            lane=Lane.OUTSIDE,
        )

    def _service(self) -> recovering.RecoveryService:
        return recovering.RecoveryService(self._home, self._clock, restoring_of(self._home))

    def _offer(self, remedies: recovering.Remedies) -> None:
        trouble = self._door.trouble
        if remedies.keys is not None:
            keys = remedies.keys
            words = self.tr("Put the keys of {moment} back…").format(moment=moment_words(keys))
            trouble.offer(words, lambda: self._put_keys_back(keys), Icon.KEY)
        if remedies.backup is not None:
            backup = remedies.backup
            self._door.restore.hide()  # the same again, without a name
            words = self.tr("Restore the backup of {moment}…").format(moment=moment_words(backup))
            trouble.offer(words, self.restore_asked.emit, Icon.RESTORE)
        if remedies.may_go_on:
            trouble.offer(self.tr("Go on with this state…"), self._go_on, Icon.FORWARD)

    def _put_keys_back(self, moment: datetime) -> None:
        text = self.tr(
            "The passphrase is then the one that opened the station on {moment}. The present file"
            " with the keys is set aside."
        ).format(moment=moment_words(moment))
        title, action = self.tr("Put these keys back?"), self.tr("Put back")
        if confirm(self._door, title=title, text=text, action=action):
            service = self._service()
            self._begin(lambda: service.put_keys_back(moment), self._ask_again)

    def _go_on(self) -> None:
        key = self._key
        text = self.tr(
            "What is missing stays missing, unless you restore a newer backup first. Going on is"
            " noted in the audit."
        )
        title, action = self.tr("Go on with this state?"), self.tr("Go on")
        if key is not None and confirm(self._door, title=title, text=text, action=action):
            self._door.hold()
            self.opening_asked.emit(key, True)

    def _begin(self, work: Callable[[], object], then: Callable[[], object]) -> None:
        self._door.hold()
        self._jobs.start(
            lambda _: work(),
            owner=self,
            done=lambda _: then(),
            failed=self._door.refuse,
            lane=Lane.OUTSIDE,
        )

    def _ask_again(self) -> None:
        self._door.trouble.say("")
        self._door.rest()
        self._door.arrive()
