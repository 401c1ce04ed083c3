"""The window of an open station: header, rooms, status, notices.

It knows rooms by what :class:`~ui.shell.room.Room` says of them. Pages are made
when first shown. What is done everywhere is done here: keys, undo, notices,
words for failures, the card reader.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from station_app.domain.errors import CancelledError, StationError
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
    backup_asked = Signal()
    settings_touched = Signal()
    fault_met = Signal(Exception)

    def __init__(
        self,
        rooms: Sequence[Room],
        *,
        search: SearchSource,
        jobs: JobRunner,
        operations: Operations,
        clock: Clock,
        drafts: DraftBox | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._operations = operations
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
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.remarks)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        self._connect(jobs)
        self._add_keys()

    def show_station(self, name: str, *, is_demo: bool = False) -> None:
        """Say which station this is."""
        self.header.show_station(name, is_demo=is_demo)

    def show_room(self, key: str) -> QWidget:
        """Bring the page of room *key* to the front, and return it."""
        is_new = not self.stack.is_shown(key)
        page = self.stack.bring(key, self.context)
        if is_new:
            self.header.show_room(key)
            if isinstance(page, RoomPage):
                page.arrive()
        return page

    def show_first_room(self) -> None:
        """Show the room whose tab is first."""
        self.show_room(self.stack.first())

    def make_first_room(self) -> None:
        """Make the page of the room whose tab is first, to be shown later."""
        self.stack.make(self.stack.first(), self.context)

    def current_room(self) -> str:
        """Return the key of the room in sight."""
        return self.stack.current()

    def open_record(self, kind: str, key: str) -> None:
        """Show the record *key* in the room for records of this *kind*."""
        for room in self.stack.rooms_for(kind):
            cast("RoomPage", self.show_room(room)).open_record(kind, key)

    def unsaved_rooms(self) -> list[str]:
        """Return the titles of rooms in which something typed is not kept yet."""
        return self.stack.unsaved()

    def tell_failure(self, error: Exception) -> None:
        """Say what went wrong: a sentence if it is expected, else a fault report."""
        if isinstance(error, CancelledError):
            return
        if isinstance(error, StationError):
            self.notices.say(sentence_of(error), Tone.DANGER)
        else:
            self.fault_met.emit(error)

    def _connect(self, jobs: JobRunner) -> None:
        self.header.room_chosen.connect(self.show_room)
        self.header.settings_asked.connect(self._show_settings)
        self.header.keys_asked.connect(self.key_sheet.toggle)
        self.search.opened.connect(self._open_hit)
        self.status.lock_asked.connect(self.lock_asked)
        self.status.backup_asked.connect(self.backup_asked)
        jobs.failed_unheard.connect(self.tell_failure)
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
        ):
            add_key(self, keys, text, slot, group=window, everywhere=True)
        for number, room in enumerate(self.stack.tabs(), start=1):
            add_key(
                self,
                f"Ctrl+{number}",
                room.title,
                partial(self.show_room, room.key),
                group=rooms,
                everywhere=True,
            )

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
