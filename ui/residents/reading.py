"""Whose file is read: whom the cursor, a click, a link or a search leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.residents.people import ResidentId
    from ui.kit.room import RoomContext
    from ui.residents.side import Side
    from ui.residents.table import ResidentsTable


class Reading(QObject):
    """Keeps the file of *side* and the cursor of *table* with the same person."""

    def __init__(
        self, station: Station, context: RoomContext, table: ResidentsTable, side: Side
    ) -> None:
        super().__init__(side)
        self._station = station
        self._context = context
        self.table = table
        self.side = side
        table.line_cursor.rested.connect(self._follow_cursor)
        table.line_cursor.opened.connect(self._open_clicked)
        side.person_asked.connect(self.show_person)

    def show_person(self, key: str) -> None:
        """Open the file of a resident, and go to the line if it is shown."""
        self.side.file.show_person(key)
        self.side.show_file()
        self.table.view.setFocus()  # whoever came by the search box goes on by keys
        self.table.line_cursor.hold()
        resident: ResidentId = key  # type: ignore[assignment]  # keys travel as text in signals
        lists = self._station.lists
        self._context.jobs.start(
            lambda _: lists.line_of(resident), owner=self, done=self.table.line_cursor.go_to
        )

    def discard_shown(self) -> None:
        """Put the person into the bin whose file is in sight."""
        # No question is asked: the notice offers to undo it (product.md, every screen).
        if not self.side.is_reading():
            return
        file = self.side.file
        if file.key() and not file.acts.person.blocked():
            file.acts.put_into_bin()

    def _follow_cursor(self, key: str) -> None:
        # Arrow keys turn the pages of an open file; they never open one, nor leave a form.
        if self.side.is_reading():
            self._show_if_new(key)

    def _open_clicked(self, key: str) -> None:
        self._show_if_new(key)
        self.side.show_file()

    def _show_if_new(self, key: str) -> None:
        if key != self.side.file.key():
            self.side.file.show_person(key)
