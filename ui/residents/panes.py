"""The table, and beside it what is read or worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from ui.kit.words import set_property
from ui.residents.side import READING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.residents.side import Side
    from ui.residents.table import ResidentsTable

TABLE_AT_LEAST = 320
COMPACT = 1000  # below this width work on a task takes the whole page


class Panes(QSplitter):
    """Shares the width between *table* and *side*: the side takes what it needs, no more.

    Where there is room for one of them only, the table steps back, and *head* with it.
    """

    def __init__(self, table: ResidentsTable, side: Side, head: QWidget, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = table
        self._side = side
        self._head = head
        # A pane dragged to nothing would look lost; Esc and Close are the ways to hide one.
        self.setChildrenCollapsible(False)
        self.addWidget(table)
        self.addWidget(side)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        # The file takes what it needs, the table all the rest.
        table.setMinimumWidth(TABLE_AT_LEAST)
        side.shown.connect(self._give_room)
        side.emptied.connect(self._give_room_back)

    def _give_room(self, wanted: int) -> None:
        room = self.width()
        # At 150 % on a small screen a form beside the table would leave room for neither.
        is_whole = room < COMPACT and wanted > READING
        self._table.setVisible(not is_whole)
        self._head.setVisible(not is_whole)
        # At the edge of the window a line divides nothing.
        set_property(self._side.currentWidget(), "whole", "true" if is_whole else "false")
        if not is_whole and self._side.width() != wanted:
            self.setSizes([max(room - wanted, TABLE_AT_LEAST), wanted])
        if wanted == READING:
            self._table.view.setFocus()  # else the cursor strays when a form goes

    def _give_room_back(self) -> None:
        self._table.show()
        self._head.show()
        self._table.view.setFocus()
