"""The exchange as the open station has it: the watch of the folder, the status, the one key.

Nothing of it is needed for the first window, and nothing of it asks the store before
the first page is painted.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from station_app.domain.access.permissions import Permission
from station_app.later import later
from ui.kit.keys import add_key
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.services.sync.rounds import Round
    from station_app.services.sync.standing import Standing
    from ui.kit.gate import Gate
    from ui.kit.jobs import JobRunner
    from ui.kit.operations import Operations
    from ui.kit.room import RoomContext
    from ui.shell.window import Shell
    from ui.sync import exchange_view, exchanger, shared_folder
    from ui.sync import page as room
else:
    exchange_view = later("ui.sync.exchange_view")
    exchanger = later("ui.sync.exchanger")
    room = later("ui.sync.page")
    shared_folder = later("ui.sync.shared_folder")

ROOM = "sync"
EXCHANGE = "exchange"
PAUSE_MS = 400  # a burst of changes is counted once
FIRST_COUNT_MS = 1_500


class ExchangeDesk(QObject):
    """Stands between the shell and the room, and is there before the room is."""

    def __init__(
        self,
        station: Station,
        jobs: JobRunner,
        operations: Operations,
        gate: Gate,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._station, self._jobs, self._operations = station, jobs, operations
        self._gate = gate
        self._shell: Shell | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.count)
        operations.touched.connect(lambda _: self._count_soon())
        self._is_resting = False

    @cached_property
    def exchanger(self) -> exchanger.Exchanger:
        """What goes the rounds."""
        return exchanger.Exchanger(self._station, self._jobs, self._operations, self)

    @cached_property
    def shared(self) -> shared_folder.SharedFolder:
        """The watch of the shared folder."""
        watch = shared_folder.SharedFolder(self._station, self._jobs, self.exchanger, self)
        watch.may_run = lambda: self._gate.allows(Permission.EXCHANGE_RUN)
        watch.news.connect(self._tell)
        watch.fault_met.connect(self._tell_fault)
        return watch

    def begin(self) -> None:
        """Count soon how it stands, and watch the shared folder."""
        self._is_resting = False
        self._pause.start(FIRST_COUNT_MS)
        self._pause.setInterval(PAUSE_MS)
        QTimer.singleShot(FIRST_COUNT_MS, self, self._watch)

    def rest(self) -> None:
        """Neither count nor watch: the door is closed."""
        self._is_resting = True
        self._pause.stop()
        if "shared" in self.__dict__:
            self.shared.rest()

    def attend(self, shell: Shell) -> None:
        """Serve *shell*: its status line and its key."""
        self._shell = shell
        shell.status.exchange_asked.connect(lambda: shell.open_record(EXCHANGE, EXCHANGE))
        action = add_key(
            shell,
            "F9",
            self.tr("Exchange with the stick or the folder"),
            partial(self._go_round, shell),
            group=self.tr("Everywhere"),
            everywhere=True,
        )
        self._gate.bind(Permission.EXCHANGE_RUN, action)
        self._pause.start(FIRST_COUNT_MS)

    def page(self, context: RoomContext) -> QWidget:
        """Make the room's page."""
        view = exchange_view.ExchangeView(self._station, context, self.exchanger, self.shared)
        return room.ExchangePage(self._station, context, view)

    def count(self) -> None:
        """Count how it stands, for the status line."""
        if not self._gate.allows(Permission.EXCHANGE_READ):
            return
        self._jobs.start(lambda _: self._station.standing.standing(), owner=self, done=self._show)

    def _watch(self) -> None:
        if not self._is_resting:
            self.shared.begin()

    def _count_soon(self) -> None:
        if not self._is_resting:
            self._pause.start()

    def _go_round(self, shell: Shell) -> None:
        page = shell.show_room(ROOM)
        if isinstance(page, room.ExchangePage):
            page.go_round()

    def _show(self, standing: Standing) -> None:
        if self._shell is None:
            return
        self._shell.status.show_exchange(
            None
            if standing.is_alone
            else (standing.unsent, standing.unconfirmed, standing.waiting, standing.conflicts)
        )

    def _tell_fault(self, error: Exception) -> None:
        if self._shell is not None:
            self._shell.tell_failure(error)

    def _tell(self, done: Round) -> None:
        """Say what has come in through the shared folder."""
        if self._shell is None:
            return
        if done.failure is not None:
            self._shell.tell_failure(done.failure)
        came = [taken for taken in done.taken if taken.refused is None]
        changes = sum(taken.added + taken.changed for taken in came)
        if changes:
            words = self.tr("{changes} changes have come in from {senders}.")
            senders = "、".join(sorted({taken.sender for taken in came}))
            self._shell.notices.say(
                words.format(changes=f"{changes:,}", senders=senders),
                Tone.INFO,
                action=self.tr("Show"),
                act=partial(self._shell.open_record, EXCHANGE, EXCHANGE),
            )
        elif len(came) < len(done.taken):
            words = self.tr("A file in the shared folder was not taken in.")
            self._shell.notices.say(words, Tone.WARN)
