"""The view of a lazy table: looks, keys, columns that are remembered, copying.

Sorting is asked for by :attr:`TableView.sort_requested`; whoever owns the
table fetches the keys in that order and shows them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ui.kit.kept_columns import KeptColumns
from ui.kit.table_delegate import LineDelegate
from ui.kit.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ui.kit.columns import Column
    from ui.kit.jobs import JobRunner
    from ui.kit.lazy_table import LazyTableModel

# more than this is an export, which has a purpose and leaves a trace
MOST_COPIED = 10_000
NARROWEST = 48
Index = QModelIndex | QPersistentModelIndex


class TableView(QTableView):
    """Shows a :class:`LazyTableModel`. *name* is what its columns are kept under.

    Which lines there are and in what order is the owner's business: the view asks by
    ``sort_requested`` and keeps cursor, place and columns meanwhile. It knows keys only;
    what opening or deleting a line means, whoever hears the signals decides.
    """

    sort_requested = Signal(str, bool)  # column key, descending
    opened = Signal(object)  # key: Enter or double click
    current_key_changed = Signal(object)  # key or None
    selection_changed = Signal(int)  # how many
    menu_requested = Signal(QPoint)  # global place
    copied = Signal(int)  # how many lines

    def __init__(
        self,
        model: LazyTableModel[Any, Any],
        *,
        name: str,
        jobs: JobRunner | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines, self._jobs = model, jobs
        # the key under the cursor and how far below the top it stood, over a reset
        self._kept: tuple[object, int] | None = None
        self._sorted: tuple[str, bool] | None = None
        self._empty: QWidget | None = None
        self.delegate = LineDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self._set_looks()
        self._set_header()
        self.columns = KeptColumns(self.horizontalHeader(), model.columns, name=name)
        # a reset throws cursor and place away; a list shown anew after a save must not jump
        model.modelAboutToBeReset.connect(self._remember_place)
        model.modelReset.connect(self._restore_place)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.key_at(index.row())))
        self.customContextMenuRequested.connect(self._ask_menu)
        Theme.current().changed.connect(self._follow_theme)

    def set_empty_state(self, widget: QWidget | None) -> None:
        """Lay *widget* over the table while it has no lines."""
        if self._empty is not None and self._empty is not widget:
            self._empty.hide()
        self._empty = widget
        if widget is not None:
            widget.setParent(self.viewport())
        self._show_empty()

    def current_key(self) -> object | None:
        """Return the key the cursor is on."""
        index = self.currentIndex()
        return self._lines.key_at(index.row()) if index.isValid() else None

    def selected_keys(self) -> list[object]:
        """Return the keys of the selected lines, in their order."""
        return [self._lines.key_at(row) for row in self._selected_rows()]

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

    def show_sorted(self, key: str, *, descending: bool) -> None:
        """Show in the header what the lines are sorted by."""
        self._sorted = (key, descending)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicator(self.columns.section(key), order)

    def shown_columns(self) -> list[Column[Any]]:
        """Return the columns in sight, in the order shown."""
        return self.columns.shown()

    def columns_menu(self) -> QMenu:
        """Return a menu to show, hide and reset columns with."""
        return self.columns.menu()

    def copy_selected(self) -> None:
        """Copy the selected lines as shown, tab-separated, with their titles.

        Lines not fetched yet are fetched in a job; ``copied`` is told when they are there.
        """
        keys = self.selected_keys()[:MOST_COPIED]
        if not keys:
            return
        if self._jobs is None:
            self._to_clipboard(self._lines.lines_of(keys))
        else:
            self._jobs.start(
                lambda _: self._lines.lines_of(keys), owner=self, done=self._to_clipboard
            )

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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the row under the pointer show itself."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let no row show itself."""
        self._hover(-1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the empty state over the whole view."""
        super().resizeEvent(event)
        self._show_empty()

    def _set_looks(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # by pixels, or a line could not be put back at the height where it stood
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Tab leaves the table: cell by cell nobody would ever reach what stands after it
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = self.verticalHeader()
        rows.hide()
        # nobody drags rows: their height follows the size of text alone
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(Theme.current().tokens.row)

    def _set_header(self) -> None:
        header = self.horizontalHeader()
        # with the view's own one, Qt asks of every line whether all of a column is selected
        header.setSelectionModel(QItemSelectionModel(self._lines, header))
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(NARROWEST)
        header.setFixedHeight(Theme.current().tokens.row)
        header.setSortIndicatorShown(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.sectionClicked.connect(self._ask_sorting)

    def _follow_theme(self) -> None:
        row = Theme.current().tokens.row
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFixedHeight(row)
        self.viewport().update()

    def _ask_sorting(self, section: int) -> None:
        column = self._lines.columns[section]
        if column.sortable:
            descending = self._sorted == (column.key, False)
            self.show_sorted(column.key, descending=descending)
            self.sort_requested.emit(column.key, descending)
        # Qt has put its mark on the column clicked already
        elif self._sorted is not None:
            self.show_sorted(self._sorted[0], descending=self._sorted[1])

    def _remember_place(self) -> None:
        index = self.currentIndex()
        if index.isValid() and index.row() < self._lines.rowCount():
            self._kept = (self._lines.key_at(index.row()), self.rowViewportPosition(index.row()))

    def _restore_place(self) -> None:
        kept, self._kept = self._kept, None
        self._show_empty()
        # a reset empties the selection without telling anybody
        self.selection_changed.emit(0)
        row = -1 if kept is None else self._lines.row_of(kept[0])
        if kept is None or row < 0:
            self.scrollToTop()
            self.current_key_changed.emit(None)
            return
        self.selectRow(row)
        self.verticalScrollBar().setValue(row * self.verticalHeader().defaultSectionSize())
        offset = max(0, min(kept[1], self.viewport().height() - self.rowHeight(row)))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - offset)

    def _selected_rows(self) -> Iterable[int]:
        # ranges come in the order of the clicks, lines are wanted in that of the list
        return (row for top, bottom in sorted(self._spans()) for row in range(top, bottom + 1))

    def _tell_selection(self) -> None:
        self.selection_changed.emit(sum(bottom - top + 1 for top, bottom in self._spans()))

    def _spans(self) -> set[tuple[int, int]]:
        # where columns were moved a row has several ranges
        ranges = self.selectionModel().selection().toList()
        return {(each.top(), each.bottom()) for each in ranges}

    def _tell_current(self, index: Index) -> None:
        self.viewport().update()
        self.current_key_changed.emit(self._lines.key_at(index.row()) if index.isValid() else None)

    def _ask_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid():
            # as in a folder: a line that is part of the selection leaves it whole
            if not self.selectionModel().isRowSelected(index.row()):
                self.selectionModel().setCurrentIndex(
                    index,
                    QItemSelectionModel.SelectionFlag.ClearAndSelect
                    | QItemSelectionModel.SelectionFlag.Rows,
                )
            self.menu_requested.emit(self.viewport().mapToGlobal(place))

    def _hover(self, row: int) -> None:
        if row != self.delegate.hovered_row:
            self.delegate.hovered_row = row
            self.viewport().update()

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())
            is_empty = self._lines.rowCount() == 0
            self._empty.setVisible(is_empty)
            # a bar below nothing has nothing to bring into sight
            bars = Qt.ScrollBarPolicy
            wanted = bars.ScrollBarAlwaysOff if is_empty else bars.ScrollBarAsNeeded
            self.setHorizontalScrollBarPolicy(wanted)

    def _to_clipboard(self, lines: Sequence[object]) -> None:
        columns = self.shown_columns()
        rows = [[column.title() for column in columns]]
        rows += [[_one_line(column.seen(line)) for column in columns] for line in lines]
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))
        self.copied.emit(len(lines))


def _one_line(text: str) -> str:
    return " ".join(text.split())
