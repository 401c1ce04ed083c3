"""The window of an open station: header, rooms, status, notices.

It knows rooms by what :class:`~ui.shell.room.Room` says of them. Pages are made
when first shown. What is done everywhere is done here: keys, undo, notices,
words for failures, the card reader.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.changes import Topic, UndoStep
from station_app.domain.errors import CancelledError, StationError
from ui.kit.keys import KeySheet, add_key
from ui.kit.notices import NoticeArea
from ui.kit.room import RoomContext, RoomPage
from ui.kit.tokens import Tone
from ui.shell.header import Header
from ui.shell.search_box import SearchBox
from ui.shell.status import StatusBar
from ui.shell.wording import sentence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.clock import Clock
    from station_app.domain.search.hits import Hit
    from ui.kit.jobs import Job, JobRunner
    from ui.kit.operations import Operations
    from ui.shell.room import Room
    from ui.shell.search_box import SearchSource

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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rooms = {room.key: room for room in rooms}
        self._pages: dict[str, QWidget] = {}
        self._here = ""
        self._operations = operations
        self.notices = NoticeArea(self, clock)
        self.search = SearchBox(search, jobs, self)
        self.header = Header(self.search, rooms, self)
        self.stack = QStackedWidget(self)
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
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        self._connect(jobs)
        self._add_keys()

    def show_station(self, name: str, *, is_demo: bool = False) -> None:
        """Say which station this is."""
        self.header.show_station(name, is_demo=is_demo)

    def show_room(self, key: str) -> QWidget:
        """Bring the page of room *key* to the front, and return it."""
        page = self._pages.get(key)
        if page is not None and key == self._here:
            return page
        self._here = key
        page = self._made_page(key) if page is None else page
        self.stack.setCurrentWidget(page)
        self.header.show_room(key)
        if isinstance(page, RoomPage):
            page.arrive()
        return page

    def show_first_room(self) -> None:
        """Show the room whose tab is first."""
        self.show_room(next(iter(self._rooms)))

    def make_first_room(self) -> None:
        """Make the page of the room whose tab is first, to be shown later."""
        self._made_page(next(iter(self._rooms)))

    def current_room(self) -> str:
        """Return the key of the room in sight."""
        return self._here

    def open_record(self, kind: str, key: str) -> None:
        """Show the record *key* in the room for records of this *kind*."""
        for room in self._rooms.values():
            if kind in room.kinds:
                cast("RoomPage", self.show_room(room.key)).open_record(kind, key)

    def unsaved_rooms(self) -> list[str]:
        """Return the titles of rooms in which something typed is not kept yet."""
        return [
            self._rooms[key].title
            for key, page in self._pages.items()
            if isinstance(page, RoomPage) and page.has_unsaved()
        ]

    def tell_failure(self, error: Exception) -> None:
        """Say what went wrong: a sentence if it is expected, else a fault report."""
        if isinstance(error, CancelledError):
            return
        if isinstance(error, StationError):
            self.notices.say(sentence_of(error), Tone.DANGER)
        else:
            self.fault_met.emit(error)

    def undo(self) -> None:
        """Take back the latest change, or say that there is none."""
        if self._operations.can_undo():
            self._operations.undo()
        else:
            self.notices.say(self.tr("There is nothing to undo."), Tone.INFO)

    def _made_page(self, key: str) -> QWidget:
        page = self._rooms[key].build(self.context)
        self._pages[key] = page
        self.stack.addWidget(page)
        return page

    def _connect(self, jobs: JobRunner) -> None:
        self.header.room_chosen.connect(self.show_room)
        self.header.settings_asked.connect(self._show_settings)
        self.header.keys_asked.connect(self.key_sheet.toggle)
        self.search.opened.connect(self._open_hit)
        self.status.lock_asked.connect(self.lock_asked)
        self.status.backup_asked.connect(self.backup_asked)
        jobs.failed_unheard.connect(self.tell_failure)
        self._operations.failed_unheard.connect(self.tell_failure)
        self._operations.performed.connect(self._tell_done)
        self._operations.undone.connect(self._tell_undone)
        self._operations.started.connect(self.status.jobs.watch)
        self._operations.ended.connect(self._rest_bar)
        self._operations.touched.connect(self._on_touched)

    def _add_keys(self) -> None:
        window, rooms = self.tr("Everywhere"), self.tr("Rooms")
        for keys, text, slot in (
            ("Ctrl+K", self.tr("Find anything"), self.search.enter),
            ("Ctrl+Z", self.tr("Undo the latest change"), self.undo),
            ("Ctrl+/", self.tr("Show all keys"), self.key_sheet.toggle),
            ("Ctrl+,", self.tr("Settings"), self._show_settings),
            ("Ctrl+L", self.tr("Lock"), self.lock_asked.emit),
        ):
            add_key(self, keys, text, slot, group=window, everywhere=True)
        tabs = [room for room in self._rooms.values() if room.in_tabs]
        for number, room in enumerate(tabs, start=1):
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

    def _tell_done(self, text: str, step: UndoStep | None) -> None:
        if step is None:
            self.notices.say(text)
        else:
            self.notices.say(text, action=self.tr("Undo"), act=lambda: self._operations.undo(step))

    def _tell_undone(self, text: str) -> None:
        self.notices.say(self.tr("Undone: {what}").format(what=text), Tone.INFO)

    def _rest_bar(self, job: Job) -> None:
        if self.status.jobs.is_watching(job):
            self.status.jobs.rest()

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.SETTINGS in topics:
            self.settings_touched.emit()
