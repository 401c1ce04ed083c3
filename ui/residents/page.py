"""The residents' page: filters, a table over everybody, one person one file beside it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Topic
from station_app.later import later
from ui.residents.exporting import Exporting
from ui.residents.line_menu import LineMenu
from ui.residents.list_head import ListHead
from ui.residents.page_keys import PageKeys
from ui.residents.panes import Panes
from ui.residents.preparation import Preparation
from ui.residents.reading import Reading
from ui.residents.side import Side
from ui.residents.table import ResidentsTable
from ui.residents.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.first_page import FirstLines
    from station_app.domain.rights.requests import Request
    from station_app.services.residents.lists import PersonFile
    from ui.kit import export_panel
    from ui.kit.room import RoomContext
    from ui.residents import file_panel, leading, tasks
else:
    file_panel = later("ui.residents.file_panel")
    leading = later("ui.residents.leading")
    tasks = later("ui.residents.tasks")

WATCHED = frozenset({Topic.RESIDENTS, Topic.PLACES})
TOLD_IN_FILE = WATCHED | {Topic.RIGHTS}
CORRECT_FOR, RIGHTS_OF, RIGHTS = "correct-for-request", "rights-of", "rights"
LED = frozenset({"household", "dwelling", CORRECT_FOR})


class ResidentsPage(QWidget):
    """The tab of residents. *places* makes the panel over grids and buildings.

    *first* gives the first of all residents by name, if they have been read already.
    """

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        *,
        places: Callable[[], QWidget] | None = None,
        first: Callable[[], FirstLines | None] = lambda: None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._station, self._context = station, context
        self._make_places = places
        self._first = first
        self._has_arrived = False
        self.words = Words(station, self)
        self.table = ResidentsTable(station, context, self.words)
        self.side = Side(self._made_file, context, self)
        self.head = ListHead(station, context, self.words, self.table)
        self.reading = Reading(station, context, self.table, self.side)
        self._preparation = Preparation(context.jobs, self.words)
        self.exporting = Exporting(station, context, self.words, self.table)
        LineMenu(
            self.table.view,
            self.exporting.begin,
            self.side,
            context,
            note=self._note_copied,
        )
        self._lay_out()
        self._connect()
        PageKeys(self, self.reading, self.head.filters, context.gate)

    @cached_property
    def tasks(self) -> tasks.Tasks:
        """What makes the forms; made with the first of them."""
        return tasks.Tasks(self._station, self._context, self.words)

    @property
    def file(self) -> file_panel.FilePanel:
        """One person one file; made with the first person shown."""
        return self.side.file

    def arrive(self) -> None:
        """Put the cursor into the table."""
        # Nothing is read before the tab is seen: start-up has to stay near an empty window.
        if not self._has_arrived:
            self._has_arrived = True
            self.table.show_all(self._first())
            self.head.reload()
            self._preparation.begin_soon()
        self.table.view.setFocus()

    def open_record(self, kind: str, key: str) -> None:
        """Show a resident, a household by its head, a dwelling by who lives there.

        ``new-resident`` begins to register somebody; ``residents`` shows everybody.
        """
        # A record may be asked for by the search box before the tab was ever shown.
        if not self._has_arrived:
            self.arrive()
        if kind in LED:
            self._lead(kind, key)
        elif kind == "resident":
            self.show_person(key)
        elif kind == RIGHTS_OF:
            self.show_rights(key)
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

    def show_rights(self, key: str) -> None:
        """Open the file of a resident at the page of his rights."""
        self.show_person(key)
        self.file.pages.show_page(RIGHTS)

    def register(self) -> None:
        """Begin to register somebody new.

        The form stands beside the table; what another form held is kept and offered back.
        """
        if not self._context.gate.allows(Permission.RESIDENT_WRITE):
            return  # whatever leads here from elsewhere is not this room's to disable
        self.side.open_task(self.tasks.new_person())

    def show_places(self) -> None:
        """Open the panel over grids and buildings.

        Another room makes it, for rooms do not know one another.
        """
        if self._make_places is not None:
            self.side.show_places(self._make_places)

    def show_export(self, panel: export_panel.ExportPanel) -> None:
        """Open the step before a list leaves."""
        self.side.show_panel(panel)
        panel.begin()

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
        bar.export_asked.connect(self.exporting.begin)
        self.exporting.panel_asked.connect(self.show_export)
        bar.import_asked.connect(lambda: context.open_record("import", ""))
        self.side.place_asked.connect(self.head.narrow_to_place)
        context.operations.touched.connect(self._on_touched)

    def _note_copied(self, count: int) -> None:
        # asked for only now: what changes people is not loaded for the first window
        self._station.residents.note_copied(count)

    @cached_property
    def _leading(self) -> leading.Leading:
        made = leading.Leading(self._station, self._context, self)
        made.found.connect(self.show_person)
        made.request_found.connect(self._correct_for)
        return made

    def _lead(self, kind: str, key: str) -> None:
        if kind == "household":
            self._leading.to_household(key)
        elif kind == "dwelling":
            self._leading.to_dwelling(key)
        else:
            self._leading.to_request(key)

    def _correct_for(self, request: Request, person: PersonFile) -> None:
        self.show_person(person.resident.id)
        self.side.open_task(self.tasks.of_rights.for_request(person, request))

    def _made_file(self) -> file_panel.FilePanel:
        panel = file_panel.FilePanel(self._station, self._context, self.words, self.tasks)
        panel.acts.record_asked.connect(self._context.open_record)
        return panel

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        # What is not on the screen yet is read when the tab is first shown.
        if not self._has_arrived:
            return
        if topics & WATCHED:
            self.head.reload()
            self.table.refresh()
        if topics & TOLD_IN_FILE and self.side.has_file():
            self.file.reload()
