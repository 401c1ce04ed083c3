"""Watching over an open station: damage met during work, the look after the start, room.

What it finds stands over the rooms until it is no longer true; the window stays, and
what was typed stays in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from station_app.domain.errors import StoreBehindError, StoreDamagedError, StoreFullError
from station_app.later import later
from ui.kit.dialogs import confirm
from ui.kit.jobs import Lane
from ui.kit.tokens import Tone
from ui.shell.wording import sentence_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.errors import StationError
    from station_app.services import keeping, starting
    from ui.kit.jobs import JobRunner
    from ui.kit.operations import Operations
    from ui.shell.window import Shell
else:
    keeping = later("station_app.services.keeping")
    starting = later("station_app.services.starting")

LOOK_AFTER_MS = 15_000  # when nobody waits for the first page any more
REST_EVERY_MS = 2 * 60_000
ROOM_EVERY_MS = 60_000
DAMAGE, ANCHOR, ROOM = "damage", "anchor", "room"
MB = 1_000_000


class Watch(QObject):
    """Looks after *station*; what it has to say it says in the shell it attends."""

    restore_asked = Signal()

    def __init__(
        self, station: Station, jobs: JobRunner, operations: Operations, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._station, self._jobs, self._operations = station, jobs, operations
        self._shell: Shell | None = None
        self._look = QTimer(self, singleShot=True, interval=LOOK_AFTER_MS)
        self._look.timeout.connect(self.look_over)
        self._rests = QTimer(self, interval=REST_EVERY_MS)
        self._rests.timeout.connect(self.rest)
        self._room = QTimer(self, interval=ROOM_EVERY_MS)
        self._room.timeout.connect(self.look_at_room)
        self._has_looked = False
        jobs.failed.connect(self._on_failure)

    def attend(self, shell: Shell) -> None:
        """Say from now on in *shell* what there is to say."""
        self._shell = shell

    def begin(self) -> None:
        """Look over the store once it has been opened, and let it rest now and then."""
        if not self._has_looked:
            self._look.start()
        self._rests.start()
        self._room.start()

    def look_over(self) -> None:
        """Read the whole store in a job."""
        self._has_looked = True
        self._start(lambda station: station.starting.look_over(), self._say_finding)

    def rest(self) -> None:
        """Empty the log and renew the anchor, if nobody is at work."""
        self._start(lambda station: station.keeping.rest(), lambda _: None)

    def look_at_room(self) -> None:
        """See whether the disk has room enough."""
        self._start(lambda station: station.keeping.look_at_room(), self._say_room)

    def _start(self, work: Callable[[Station], object], done: Callable[..., object]) -> None:
        station = self._station
        self._jobs.start(lambda _: work(station), owner=self, done=done, lane=Lane.OUTSIDE)

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, (StoreDamagedError, StoreBehindError)):
            self._say_damage(error)
        elif isinstance(error, StoreFullError):
            self._say_full(error)

    def _say_full(self, error: StoreFullError) -> None:
        if self._shell is not None:
            self._shell.remarks.say(
                ROOM, sentence_of(error), Tone.DANGER, [(self.tr("Look again"), self.look_at_room)]
            )
        # room for drafts, and for emptying the log
        self._start(lambda station: station.keeping.make_room(), lambda _: None)

    def _say_room(self, room: keeping.Room) -> None:
        if self._shell is None:
            return
        if not room.is_low:
            self._shell.remarks.take_away(ROOM)
            return
        self._shell.remarks.say(
            ROOM,
            self.tr(
                "Only {free} MB are free on the disk. Backups, imports, exports and the exchange"
                " wait until there are {least} MB; saving goes on. Empty the recycle bin or move"
                " large files away."
            ).format(free=room.free // MB, least=keeping.LEAST_FREE // MB),
            Tone.WARN,
            [(self.tr("Look again"), self.look_at_room)],
        )

    def _say_finding(self, finding: starting.StartFinding) -> None:
        self.look_at_room()
        kinds = starting.StartFinding
        if finding is kinds.DAMAGED:
            self._say_damage(StoreDamagedError(what="start"))
        elif finding is kinds.NOT_AS_LEFT:
            self._say_not_as_left()
        elif finding is kinds.ANCHOR_LOST and self._shell is not None:
            self._shell.remarks.say(
                ANCHOR,
                self.tr(
                    "The note of how far the work had come was missing or damaged, so nobody can"
                    " tell whether this is the latest state. A new one has been made. Look whether"
                    " your latest entries are here; if not, restore a newer backup."
                ),
                Tone.WARN,
                [(self.tr("They are here"), self._dismiss_anchor), self._restoring()],
            )

    def _say_damage(self, error: StationError) -> None:
        if self._shell is not None:
            self._shell.remarks.say(DAMAGE, sentence_of(error), Tone.DANGER, [self._restoring()])

    def _say_not_as_left(self) -> None:
        if self._shell is not None:
            self._shell.remarks.say(
                DAMAGE,
                self.tr(
                    "Part of the database is older than it was. Nothing was overwritten. Restore"
                    " the newest good backup, or go on with this state if you know why."
                ),
                Tone.DANGER,
                [self._restoring(), (self.tr("Go on with this state…"), self._go_on)],
            )

    def _restoring(self) -> tuple[str, Callable[[], None]]:
        return self.tr("Restore a backup…"), self.restore_asked.emit

    def _dismiss_anchor(self) -> None:
        if self._shell is not None:
            self._shell.remarks.take_away(ANCHOR)

    def _go_on(self) -> None:
        text = self.tr(
            "Check what matters most by hand: some records may be as they were earlier. Going on"
            " is noted in the audit."
        )
        title, action = self.tr("Go on with this state?"), self.tr("Go on")
        if confirm(self._shell, title=title, text=text, action=action):
            self._operations.perform(
                lambda _: self._station.starting.take_as_it_is(),
                owner=self,
                done=lambda _: self._decided(),
            )

    def _decided(self) -> None:
        if self._shell is not None:
            self._shell.remarks.take_away(DAMAGE)
