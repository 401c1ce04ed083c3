"""The row over the table: how many there are, and what to do with the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.domain.access.permissions import Permission
from ui.kit.buttons import Kind
from ui.kit.icons import Icon
from ui.kit.surfaces import Toolbar
from ui.kit.words import Role, label
from ui.residents.saved_lists import SavedListsButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.residents.filters import ResidentFilter
    from ui.kit.room import RoomContext
    from ui.residents.table import ResidentsTable


class ListBar(Toolbar):
    """Counts the people of *table* and offers lists, places, exports, a roster, somebody new."""

    places_asked = Signal()
    import_asked = Signal()
    new_asked = Signal()
    export_asked = Signal()

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        table: ResidentsTable,
        chosen: Callable[[], ResidentFilter],
    ) -> None:
        super().__init__()
        self._table = table
        self.count = label("", Role.SUBTITLE, parent=self)
        self.selected = label("", Role.MUTED, parent=self)
        self.lists = SavedListsButton(station, context, chosen)
        self.add(self.count)
        self.add(self.selected)
        self.add_stretch()
        self.add(self.lists)
        self.places_button = self.add_button(
            self.tr("Grids and buildings"), self.places_asked.emit, meaning=Icon.BUILDING
        )
        self.exports = self.add_button(
            self.tr("Export"), self.export_asked.emit, meaning=Icon.EXPORT
        )
        self.import_button = self.add_button(
            self.tr("Bring in a roster"), self.import_asked.emit, meaning=Icon.IMPORT
        )
        self.new_button = self.add_button(
            self.tr("New resident"),
            self.new_asked.emit,
            meaning=Icon.ADD,
            kind=Kind.PRIMARY,
            keys="Ctrl+N",
        )
        context.gate.bind(Permission.PLACE_READ, self.places_button)
        context.gate.bind(Permission.EXPORT_RESIDENTS, self.exports)
        context.gate.bind(Permission.IMPORT_RUN, self.import_button)
        context.gate.bind(Permission.RESIDENT_WRITE, self.new_button)
        table.counted.connect(self._show_count)
        table.view.selection_changed.connect(self._show_selected)

    def _show_count(self, count: int) -> None:
        self.count.setText(self._counted(count))
        self.exports.refuse("" if count else self.tr("There is nobody to export."))

    def _counted(self, count: int) -> str:
        if self._table.is_narrowed():
            one, many = self.tr("1 person found"), self.tr("{count} people found")
        else:
            one, many = self.tr("1 person"), self.tr("{count} people")
        return one if count == 1 else many.format(count=f"{count:,}")

    def _show_selected(self, count: int) -> None:
        some = count > 1
        self.selected.setText(
            self.tr("{count} selected").format(count=f"{count:,}") if some else ""
        )
