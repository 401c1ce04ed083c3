"""The view of a lazy table: keys, the cursor, the selection, columns that are remembered.

Sorting is asked for by :attr:`TableView.sort_requested`; whoever owns the
table fetches the keys in that order and shows them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from ui.kit.kept_columns import KeptColumns
from ui.kit.kept_place import KeptPlace
from ui.kit.line_copy import LineCopy
from ui.kit.row_table import RowTable
from ui.kit.table_header import TableHeader

if TYPE_CHECKING:
    from ui.kit.columns import Column
    from ui.kit.jobs import JobRunner
    from ui.kit.lazy_table import LazyTableModel

Index = QModelIndex | QPersistentModelIndex


class TableView(RowTable):
    """Shows a :class:`LazyTableModel`. *name* is what its columns are kept under.

    Which lines there are and in what order is the owner's business: the view asks by
    ``sort_requested`` and keeps cursor, place and columns meanwhile. It knows keys only;
    what opening or deleting a line means, whoever hears the signals decides.
    """

    sort_requested = Signal(str, bool)  # column key, descending
    opened = Signal(object)  # key: Enter or double click
    current_key_changed = Signal(object)  # key or None
    selection_changed = Signal(int)  # how many
    copied = Signal(int)  # how many lines
    copy_refused = Signal(int)  # how many may be copied

    def __init__(
        self,
        model: LazyTableModel[Any, Any],
        *,
        name: str,
        jobs: JobRunner | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self._header = TableHeader(model, self)
        self.setHorizontalHeader(self._header)
        self.columns = KeptColumns(self._header, model.columns, name=name)
        self._place = KeptPlace(model, self)
        self._copy = LineCopy(model, self.columns, jobs)
        self._header.sort_requested.connect(self.sort_requested)
        self._copy.copied.connect(self.copied)
        self._copy.refused.connect(self.copy_refused)
        model.modelReset.connect(self._on_reset)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.key_at(index.row())))

    def current_key(self) -> object | None:
        """Return the key the cursor is on."""
        index = self.currentIndex()
        return self._lines.key_at(index.row()) if index.isValid() else None

    def selected_keys(self) -> list[object]:
        """Return the keys of the selected lines, in their order."""
        return [self._lines.key_at(row) for row in self.selected_rows()]

    def go_to(self, key: object) -> bool:
        """Put the cursor on *key*; False when it is not among the lines.

        A line already in sight stays where it is: the eye is there.
        """
        row = self._lines.row_of(key)
        if row >= 0:
            # asked before selecting, which scrolls by itself, though only to the nearest edge
            place = self.rowViewportPosition(row)
            is_seen = 0 <= place <= self.viewport().height() - self.rowHeight(row)
            self.selectRow(row)
            if not is_seen:
                middle = QAbstractItemView.ScrollHint.PositionAtCenter
                # by a column in sight: Qt scrolls to no index that is hidden
                self.scrollTo(self._lines.index(row, self.columns.first()), middle)
        return row >= 0

    def enter(self) -> None:
        """Take the keyboard; the cursor stands on a line then, if there is one."""
        self.setFocus()
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.selectRow(0)

    def show_sorted(self, key: str, *, descending: bool) -> None:
        """Show in the header what the lines are sorted by."""
        self._header.show_sorted(key, descending=descending)

    def shown_columns(self) -> list[Column[Any]]:
        """Return the columns in sight, in the order shown."""
        return self.columns.shown()

    def columns_menu(self) -> QMenu:
        """Return a menu to show, hide and reset columns with."""
        return self.columns.menu()

    def copy_selected(self) -> None:
        """Copy the selected lines as shown; ``copied`` is told when it is done."""
        self._copy.copy(self.selected_keys())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, copy with Ctrl+C; the rest is Qt's."""
        index = self.currentIndex()
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        # Qt would copy the one cell under the cursor
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selected()
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.opened.emit(self._lines.key_at(index.row()))
        else:
            super().keyPressEvent(event)

    def _on_reset(self) -> None:
        self.show_empty_state()
        # a reset empties the selection without telling anybody
        self.selection_changed.emit(0)
        if not self._place.restore():
            self.current_key_changed.emit(None)

    def _tell_selection(self) -> None:
        self.selection_changed.emit(self.count_selected())

    def _tell_current(self, index: Index) -> None:
        self.viewport().update()
        self.current_key_changed.emit(self._lines.key_at(index.row()) if index.isValid() else None)
