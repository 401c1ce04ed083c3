"""The window of an open station: header, rooms, status, notices.

It knows rooms by what :class:`~ui.shell.room.Room` says of them. Pages are made
when first shown. What is done everywhere is done here: keys, undo, notices,
words for failures, the card reader.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.access.staff import NotPermittedError
from station_app.domain.changes import Topic
from station_app.domain.errors import CancelledError, StationError
from ui.kit.gate import Gate
from ui.kit.keys import KeySheet, add_key
from ui.kit.notices import NoticeArea
from ui.kit.room import RoomContext, RoomPage
from ui.kit.tokens import Tone
from ui.shell.change_notices import ChangeNotices
from ui.shell.header import Header
from ui.shell.room_stack import RoomStack
from ui.shell.search_box import SearchBox
from ui.shell.standing import StandingRemarks
from ui.shell.status import StatusBar
from ui.shell.wording import sentence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QStatusTipEvent

    from station_app.domain.clock import Clock
    from station_app.domain.search.hits import Hit
    from ui.kit.drafts import DraftBox
    from ui.kit.jobs import Job, JobRunner
    from ui.kit.operations import Operations
    from ui.shell.lookup import SearchSource
    from ui.shell.room import Room

SETTINGS = "settings"  # the kind of record that the button at the right opens


class Shell(QWidget):
    """Everything around the rooms."""

    lock_asked = Signal()
    switch_asked = Signal()
    backup_asked = Signal()
    settings_touched = Signal()
    fault_met = Signal(Exception)
    refused = Signal()  # something was not allowed that was thought to be

    def __init__(
        self,
        rooms: Sequence[Room],
        *,
        search: SearchSource,
        jobs: JobRunner,
        operations: Operations,
        clock: Clock,
        drafts: DraftBox | None = None,
        gate: Gate | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._operations = operations
        self.gate = gate or Gate(parent=self)
        self.notices = NoticeArea(self, clock)
        self.changes = ChangeNotices(operations, self.notices, self)
        self.search = SearchBox(search, jobs, self)
        self.header = Header(self.search, rooms, self)
        self.remarks = StandingRemarks(self)
        self.stack = RoomStack(rooms, self)
        self.status = StatusBar(self.notices, clock, self)
        self.key_sheet = KeySheet(self)
        self.context = RoomContext(
            jobs=jobs,
            operations=operations,
            notices=self.notices,
            clock=clock,
            open_record=self.open_record,
            failed=self.tell_failure,
            words=sentence_of,
            drafts=drafts,
            gate=self.gate,
        )
        self._lay_out()
        self._connect(jobs)
        self._add_keys()
        self._stand_behind_gate()

    def show_station(self, name: str, *, is_demo: bool = False) -> None:
        """Say which station this is."""
        self.header.show_station(name, is_demo=is_demo)

    def show_room(self, key: str) -> QWidget:
        """Bring the page of room *key* to the front, and return it."""
        former = self.stack.currentWidget(), self.stack.current()
        page = self.stack.bring(key, self.context)
        if former != (page, key):
            self.header.show_room(key)
            if isinstance(page, RoomPage):
                page.arrive()
        return page

    def show_first_room(self) -> None:
        """Show the room whose tab is first."""
        self.show_room(self.stack.first(self.context))

    def make_first_room(self) -> None:
        """Make the page of the room whose tab is first, to be shown later."""
        self.stack.make(self.stack.first(), self.context)

    def current_room(self) -> str:
        """Return the key of the room in sight."""
        return self.stack.current()

    def open_record(self, kind: str, key: str) -> None:
        """Show the record *key* in the room for records of this *kind*."""
        for room in self.stack.rooms_for(kind):
            page = self.show_room(room)
            if isinstance(page, RoomPage):  # else it may not be entered, and says so
                page.open_record(kind, key)

    def unsaved_rooms(self) -> list[str]:
        """Return the titles of rooms in which something typed is not kept yet."""
        return self.stack.unsaved()

    def attend(self, jobs: JobRunner) -> None:
        """Say what fails among *jobs* and nobody else hears."""
        jobs.failed_unheard.connect(self.tell_failure, Qt.ConnectionType.UniqueConnection)

    def stand_aside(self, jobs: JobRunner) -> None:
        """Leave that to another: somebody else is at work."""
        jobs.failed_unheard.disconnect(self.tell_failure)

    def tell_failure(self, error: Exception) -> None:
        """Say what went wrong: a sentence if it is expected, else a fault report."""
        if isinstance(error, CancelledError):
            return
        if isinstance(error, NotPermittedError):
            self.refused.emit()
        if isinstance(error, StationError):
            self.notices.say(sentence_of(error), Tone.DANGER)
        else:
            self.fault_met.emit(error)

    def event(self, event: QEvent) -> bool:
        """Say in the status line what is pointed at and cannot be used."""
        if event.type() == QEvent.Type.StatusTip:
            self.status.tell(cast("QStatusTipEvent", event).tip())
            return True
        return super().event(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.remarks)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)

    def _connect(self, jobs: JobRunner) -> None:
        self.header.room_chosen.connect(self.show_room)
        self.header.settings_asked.connect(self._show_settings)
        self.header.keys_asked.connect(self.key_sheet.toggle)
        self.header.lock_asked.connect(self.lock_asked)
        self.header.switch_asked.connect(self.switch_asked)
        self.header.passphrase_asked.connect(partial(self.open_record, SETTINGS, "security"))
        self.search.opened.connect(self._open_hit)
        self.status.lock_asked.connect(self.lock_asked)
        self.status.backup_asked.connect(self.backup_asked)
        self.attend(jobs)
        self._operations.failed_unheard.connect(self.tell_failure)
        self._operations.started.connect(self.status.jobs.watch)
        self._operations.ended.connect(self._rest_bar)
        self._operations.touched.connect(self._on_touched)

    def _add_keys(self) -> None:
        window, rooms = self.tr("Everywhere"), self.tr("Rooms")
        for keys, text, slot in (
            ("Ctrl+K", self.tr("Find anything"), self.search.enter),
            ("Ctrl+Z", self.tr("Undo the latest change"), self.changes.undo),
            ("Ctrl+/", self.tr("Show all keys"), self.key_sheet.toggle),
            ("Ctrl+,", self.tr("Settings"), self._show_settings),
            ("Ctrl+L", self.tr("Lock"), self.lock_asked.emit),
            ("Ctrl+Shift+L", self.tr("Switch user"), self.switch_asked.emit),
        ):
            action = add_key(self, keys, text, slot, group=window, everywhere=True)
            if keys == "Ctrl+K":
                self.gate.bind(Permission.RESIDENT_READ, action)
        for number, room in enumerate(self.stack.tabs(), start=1):
            action = add_key(
                self,
                f"Ctrl+{number}",
                room.title,
                partial(self.show_room, room.key),
                group=rooms,
                everywhere=True,
            )
            if room.needs is not None:
                self.gate.bind(room.needs, action)

    def _stand_behind_gate(self) -> None:
        self.gate.bind(Permission.RESIDENT_READ, self.search)
        self.gate.bind(Permission.BACKUP_MAKE, self.status.backup)
        self.gate.bind(Permission.EXCHANGE_READ, self.status.exchange)
        self.header.refuse_tabs(self.gate)
        self.gate.changed.connect(self._follow_gate)

    def _follow_gate(self) -> None:
        """Open and shut rooms as the rights say that are known by now."""
        self.header.refuse_tabs(self.gate)
        if self.stack.current():
            self.show_room(self.stack.current())

    def _show_settings(self) -> None:
        self.open_record(SETTINGS, "")

    def _open_hit(self, hit: Hit) -> None:
        self.open_record(hit.kind.name.lower(), hit.key)

    def _rest_bar(self, job: Job) -> None:
        if self.status.jobs.is_watching(job):
            self.status.jobs.rest()

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.SETTINGS in topics:
            self.settings_touched.emit()
