"""The titles of a table: what the lines are sorted by, and asking for another order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QHeaderView

from ui.kit.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QTableView

    from ui.kit.columns import Column
    from ui.kit.lazy_table import LazyTableModel

NARROWEST = 48


class TableHeader(QHeaderView):
    """Asks by ``sort_requested`` and shows the order it was told of, which may be another."""

    sort_requested = Signal(str, bool)  # column key, descending

    def __init__(self, model: LazyTableModel[Any, Any], table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._columns: Sequence[Column[Any]] = model.columns
        self._sorted: tuple[str, bool] | None = None
        self.setModel(model)
        # with the view's own one, Qt asks of every line whether all of a column is selected
        self.setSelectionModel(QItemSelectionModel(model, self))
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(NARROWEST)
        self.setSortIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.sectionClicked.connect(self._ask)
        self._follow_theme()
        Theme.current().changed.connect(self._follow_theme)

    def show_sorted(self, key: str, *, descending: bool) -> None:
        """Show what the lines are sorted by."""
        self._sorted = (key, descending)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        section = next(at for at, each in enumerate(self._columns) if each.key == key)
        self.setSortIndicatorShown(True)
        self.setSortIndicator(section, order)

    def _ask(self, section: int) -> None:
        column = self._columns[section]
        if column.sortable:
            descending = self._sorted == (column.key, False)
            self.show_sorted(column.key, descending=descending)
            self.sort_requested.emit(column.key, descending)
        # Qt has put its mark on the column clicked already
        elif self._sorted is not None:
            self.show_sorted(self._sorted[0], descending=self._sorted[1])

    def _follow_theme(self) -> None:
        self.setFixedHeight(Theme.current().tokens.row)
