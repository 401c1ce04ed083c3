"""What stands over the table: whom it shows, and what to do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.residents.filters import ResidentFilter
from ui.kit.tokens import Space
from ui.residents.filter_bar import FilterBar
from ui.residents.grids_shown import GridsShown
from ui.residents.list_bar import ListBar
from ui.residents.nobody import NobodyHere

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from ui.kit.room import RoomContext
    from ui.residents.table import ResidentsTable
    from ui.residents.words import Words


class ListHead(QWidget):
    """Narrows *table* down, by chips, by a saved list, by a place; says when nobody is left."""

    def __init__(
        self, station: Station, context: RoomContext, words: Words, table: ResidentsTable
    ) -> None:
        super().__init__()
        self._table = table
        self.filters = FilterBar(station, context, words)
        self.bar = ListBar(station, context, table, self.filters.value)
        self.grids = GridsShown(station, context)
        self.nobody = NobodyHere(
            bring_in=self.bar.import_asked.emit,
            register=self.bar.new_asked.emit,
            clear=self.filters.clear,
        )
        table.view.set_empty_state(self.nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self.bar)
        column.addWidget(self.grids)
        column.addWidget(self.filters)
        self.filters.changed.connect(lambda: table.show_filter(self.filters.value()))
        self.bar.lists.opened.connect(self.filters.take)
        self.bar.lists.recent_asked.connect(table.show_recent)
        table.counted.connect(self._on_counted)

    def reload(self) -> None:
        """Bring up to date what can be chosen, places and lists, and whose people are shown."""
        self.grids.reload()
        self.filters.reload()
        self.bar.lists.reload()

    def narrow_to_place(self, condition: str, key: str) -> None:
        """Show who lives at the place *key*; *condition* is the filter's that takes it."""
        self.filters.take(ResidentFilter(**{condition: (key,)}))  # type: ignore[arg-type]  # a tuple of keys

    def _on_counted(self, count: int) -> None:
        self.filters.count_toggles()
        if not count:
            self.nobody.explain(self._table.enquiry.filter)
