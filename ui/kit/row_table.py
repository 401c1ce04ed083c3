"""A table of whole rows: how it looks, and what lies over it while it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.kit.table_delegate import LineDelegate
from ui.kit.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent, QResizeEvent


class RowTable(QTableView):
    """Rows are chosen, and show themselves under the pointer, as wholes."""

    menu_requested = Signal(QPoint)  # global place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(_ground())
        self._empty: QWidget | None = None
        self.delegate = LineDelegate(self)
        self.setItemDelegate(self.delegate)
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
        self._follow_theme()
        self.customContextMenuRequested.connect(self._ask_menu)
        Theme.current().changed.connect(self._follow_theme)

    def selected_rows(self) -> Iterable[int]:
        """Return the rows that are selected, from top to bottom."""
        # ranges come in the order of the clicks, lines are wanted in that of the list
        return (row for top, bottom in sorted(self._spans()) for row in range(top, bottom + 1))

    def count_selected(self) -> int:
        """Return how many rows are selected."""
        return sum(bottom - top + 1 for top, bottom in self._spans())

    def set_empty_state(self, widget: QWidget | None) -> None:
        """Lay *widget* over the table while it has no lines."""
        if self._empty is not None and self._empty is not widget:
            self._empty.hide()
        self._empty = widget
        if widget is not None:
            widget.setParent(self.viewport())
        self.show_empty_state()

    def show_empty_state(self) -> None:
        """Show or hide what lies over the table, as there are lines or not."""
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())
            is_empty = self.model().rowCount() == 0
            self._empty.setVisible(is_empty)
            # a bar below nothing has nothing to bring into sight
            bars = Qt.ScrollBarPolicy
            wanted = bars.ScrollBarAlwaysOff if is_empty else bars.ScrollBarAsNeeded
            self.setHorizontalScrollBarPolicy(wanted)

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
        self.show_empty_state()

    def _spans(self) -> set[tuple[int, int]]:
        # where columns were moved a row has several ranges
        ranges = self.selectionModel().selection().toList()
        return {(each.top(), each.bottom()) for each in ranges}

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

    def _follow_theme(self) -> None:
        self.verticalHeader().setDefaultSectionSize(Theme.current().tokens.row)
        self.viewport().update()


def _ground() -> QWidget:
    """Return what lines are painted on, as Qt makes it.

    Asked for Qt's own, Python would first learn all kinds of widgets there are: 12 ms.
    """
    ground = QWidget()
    ground.setBackgroundRole(QPalette.ColorRole.Base)
    ground.setAutoFillBackground(True)
    ground.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    return ground
