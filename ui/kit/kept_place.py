"""Cursor and place of a table, over a list that is shown anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from ui.kit.lazy_table import LazyTableModel


class KeptPlace(QObject):
    """Notes the line under the cursor and how far below the top it stood.

    A reset throws both away; a list shown anew after a save must not jump.
    """

    def __init__(self, model: LazyTableModel[Any, Any], table: QTableView) -> None:
        super().__init__(table)
        self._lines, self._table = model, table
        self._kept: tuple[object, int] | None = None
        model.modelAboutToBeReset.connect(self._note)

    def restore(self) -> bool:
        """Put the cursor back on its line, at its height; False when the line is gone."""
        kept, self._kept = self._kept, None
        row = -1 if kept is None else self._lines.row_of(kept[0])
        if kept is None or row < 0:
            self._table.scrollToTop()
            return False
        table, bar = self._table, self._table.verticalScrollBar()
        table.selectRow(row)
        bar.setValue(row * table.verticalHeader().defaultSectionSize())
        offset = max(0, min(kept[1], table.viewport().height() - table.rowHeight(row)))
        bar.setValue(bar.value() - offset)
        return True

    def _note(self) -> None:
        row = self._table.currentIndex().row()
        if 0 <= row < self._lines.rowCount():
            self._kept = (self._lines.key_at(row), self._table.rowViewportPosition(row))
