"""The residents' page: filters, a table over everybody, one person one file beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from ui.residents.file_panel import FilePanel
from ui.residents.leading import Leading
from ui.residents.line_menu import LineMenu
from ui.residents.list_head import ListHead
from ui.residents.page_keys import PageKeys
from ui.residents.panes import Panes
from ui.residents.reading import Reading
from ui.residents.side import Side
from ui.residents.table import ResidentsTable
from ui.residents.tasks import Tasks
from ui.residents.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.first_page import FirstLines
    from ui.kit.room import RoomContext

WATCHED = frozenset({Topic.RESIDENTS, Topic.PLACES})


class ResidentsPage(QWidget):
    """The tab of residents. *places* makes the panel over grids and buildings.

    *first* are the first of all residents by name, if they have been read already.
    """

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        *,
        places: Callable[[], QWidget] | None = None,
        first: FirstLines | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._make_places = places
        self._first = first
        self._has_arrived = False
        self.words = Words(station, self)
        self.tasks = Tasks(station, context, self.words)
        self.table = ResidentsTable(station, context, self.words)
        self.file = FilePanel(station, context, self.words, self.tasks)
        self.side = Side(self.file, context, self)
        self.head = ListHead(station, context, self.words, self.table)
        self.reading = Reading(station, context, self.table, self.side)
        self._leading = Leading(station, context, self)
        LineMenu(self.table.view, self.head.bar.exports, self.file, context)
        self._lay_out()
        self._connect()
        PageKeys(self, self.reading, self.head.filters)

    def arrive(self) -> None:
        """Put the cursor into the table."""
        # Nothing is read before the tab is seen: start-up has to stay near an empty window.
        if not self._has_arrived:
            self._has_arrived = True
            self.table.show_all(self._first)
            self.head.reload()
            self.tasks.prepare_soon()
        self.table.view.setFocus()

    def open_record(self, kind: str, key: str) -> None:
        """Show a resident, a household by its head, a dwelling by who lives there.

        ``new-resident`` begins to register somebody; ``residents`` shows everybody.
        """
        # A record may be asked for by the search box before the tab was ever shown.
        if not self._has_arrived:
            self.arrive()
        if kind == "resident":
            self.show_person(key)
        elif kind == "household":
            self._leading.to_household(key)
        elif kind == "dwelling":
            self._leading.to_dwelling(key)
        elif kind == "new-resident":
            self.register()
        else:
            self.head.filters.clear()

    def has_unsaved(self) -> bool:
        """Whether something typed is not saved.

        The shell asks before the station is locked or the window closed.
        """
        return self.side.has_unsaved()

    def show_person(self, key: str) -> None:
        """Open the file of a resident, and go to the line if it is shown."""
        self.reading.show_person(key)

    def register(self) -> None:
        """Begin to register somebody new.

        The form stands beside the table; what another form held is kept and offered back.
        """
        self.side.open_task(self.tasks.new_person())

    def show_places(self) -> None:
        """Open the panel over grids and buildings.

        Another room makes it, for rooms do not know one another.
        """
        if self._make_places is not None:
            self.side.show_places(self._make_places)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        self.panes = Panes(self.table, self.side, self.head, self)
        column.addWidget(self.panes, 1)
        self.head.bar.places_button.setVisible(self._make_places is not None)

    def _connect(self) -> None:
        bar, context = self.head.bar, self._context
        bar.new_asked.connect(self.register)
        bar.places_asked.connect(self.show_places)
        bar.import_asked.connect(lambda: context.open_record("import", ""))
        self._leading.found.connect(self.show_person)
        self.side.place_asked.connect(self.head.narrow_to_place)
        self.file.acts.record_asked.connect(context.open_record)
        context.operations.touched.connect(self._on_touched)

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        # What is not on the screen yet is read when the tab is first shown.
        if not topics & WATCHED or not self._has_arrived:
            return
        self.head.reload()
        self.table.refresh()
        self.file.reload()
