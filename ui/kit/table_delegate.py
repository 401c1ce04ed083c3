"""How a cell is drawn: calm ground, marked finds, pills, a ring where the keys are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.kit.lazy_table import AwaitedRole, ColumnRole, LineRole
from ui.kit.rare_faces import need_faces
from ui.kit.theme import Theme
from ui.kit.tokens import Space
from ui.kit.words import paint_pill_in, pill_font, pill_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.kit.columns import Badge, Column, Mark

Index = QModelIndex | QPersistentModelIndex
PLACEHOLDER_SHARE = 0.55


class PillRow:
    """The badges of a cell, side by side; what finds no room is counted: "+2"."""

    def __init__(self, badges: Sequence[Badge], font: QFont) -> None:
        self._badges, self._font = badges, font

    def width(self) -> int:
        """Return the room they ask for, the gaps before them included."""
        return sum(pill_size(each.text, self._font).width() + Space.S for each in self._badges)

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Draw as many as there is room for in *rect*, the first in any case."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = rect.left()
        for at, badge in enumerate(self._badges):
            size = pill_size(badge.text, self._font)
            room = rect.right() + Space.S - left
            # the first pill is shortened, the others are counted: a state is never left out
            if room < size.width() and left > rect.left():
                painter.setPen(Theme.current().color("muted"))
                painter.setFont(pill_font(self._font))
                rest = rect.adjusted(left - rect.left(), 0, Space.M, 0)
                painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, f"+{len(self._badges) - at}")
                return
            top = rect.center().y() - size.height() // 2
            place = QRect(left, top, min(size.width(), room), size.height())
            words = self._fitted(badge.text, place.width() - size.width())
            paint_pill_in(
                painter, place, words, tone=badge.tone, meaning=badge.icon, base=self._font
            )
            left += size.width() + Space.XS

    def _fitted(self, text: str, spare: int) -> str:
        """Return *text*, shortened if *spare* pixels are below nought."""
        if spare >= 0:
            return text
        metrics = QFontMetrics(pill_font(self._font))
        mode = Qt.TextElideMode.ElideRight
        return metrics.elidedText(text, mode, max(metrics.horizontalAdvance(text) + spare, 0))


class LineDelegate(QStyledItemDelegate):
    """Draws the cells of a :class:`ui.kit.table_view.TableView`.

    Qt's own drawing knows neither marks nor pills. Colours are the theme's, not those of
    the option's palette; what a cell says is its column's.
    """

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = Theme.current()
        self.hovered_row = -1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height every row has."""
        return QSize(Space.XXL, self._theme.tokens.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        # Qt hands one painter to all cells: a pen left behind would colour the next
        painter.save()
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stub has no fields
        self._paint_ground(painter, index, rect)
        column: Column[object] = index.data(ColumnRole)
        line = index.data(LineRole)
        # the first column begins where everything over the table does
        left = Space.L if self._is_first(index) else Space.M
        inner = rect.adjusted(left, 0, -Space.M, -1)
        if line is not None:
            self._paint_line(painter, inner, column, line)
        # a line that is gone leaves its row empty; only one to come has a bar
        elif index.data(AwaitedRole):
            self._paint_placeholder(painter, inner)
        painter.restore()

    def _paint_ground(self, painter: QPainter, index: Index, rect: QRect) -> None:
        colors = self._theme.tokens.palette
        # not by the option's state: the flags of styles alone take 6 ms of the start to load
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, QColor(colors.selected))
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, QColor(colors.hover))
        painter.setPen(QColor(colors.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        is_current = index.row() == self._view.currentIndex().row()
        # colour is never alone: where the keys are is told by a ring too
        if is_current and self._view.hasFocus():
            self._paint_ring(painter, index, rect)

    def _paint_ring(self, painter: QPainter, index: Index, rect: QRect) -> None:
        painter.setPen(QPen(self._theme.color("focus"), 2))
        top, bottom = rect.top() + 1, rect.bottom() - 1
        painter.drawLine(rect.left(), top, rect.right(), top)
        painter.drawLine(rect.left(), bottom, rect.right(), bottom)
        # the ring goes round the row, so only its first cell closes it at the left
        if self._is_first(index):
            painter.drawLine(rect.left() + 1, top, rect.left() + 1, bottom)

    def _is_first(self, index: Index) -> bool:
        # hidden ones before it have no width
        return self._view.horizontalHeader().sectionPosition(index.column()) == 0

    def _paint_line(
        self, painter: QPainter, rect: QRect, column: Column[object], line: object
    ) -> None:
        text = column.text(line)
        badges = column.badges(line) if column.badges is not None else ()
        pills = PillRow(badges, self._view.font())
        if text:
            # names may hold characters whose face is not loaded yet
            need_faces(text)
            font = self._font(column)
            painter.setFont(font)
            metrics = QFontMetrics(font)
            taken = pills.width()
            # pills go before text, but never take more than half of a narrow column
            room = rect.adjusted(0, 0, -taken, 0) if taken < rect.width() // 2 else rect
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            place = _aligned(room, metrics.horizontalAdvance(shown), column.align)
            if column.marks is not None:
                self._paint_marks(painter, place, metrics, shown, column.marks(line))
            painter.setPen(self._theme.color("muted" if column.muted else "text"))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            rect = rect.adjusted(place.right() - rect.left() + Space.S, 0, 0, 0)
        if badges:
            pills.paint(painter, rect)

    def _font(self, column: Column[object]) -> QFont:
        font = QFont(self._view.font())
        if column.strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _paint_marks(
        self,
        painter: QPainter,
        place: QRect,
        metrics: QFontMetrics,
        text: str,
        marks: Sequence[Mark],
    ) -> None:
        color = self._theme.color("match")
        height = metrics.height()
        top = place.center().y() - height // 2
        for mark in marks:
            # measured as one text: the widths of single characters do not add up in Latin
            left = place.left() + metrics.horizontalAdvance(text[: mark.start])
            width = metrics.horizontalAdvance(text[mark.start : mark.end])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(QRect(left - 1, top, width + 2, height), 3, 3)

    def _paint_placeholder(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("hover"))
        bar = QRect(0, 0, round(rect.width() * PLACEHOLDER_SHARE), Space.S)
        bar.moveCenter(rect.center())
        bar.moveLeft(rect.left())
        painter.drawRoundedRect(bar, 4, 4)


def _aligned(rect: QRect, width: int, align: Qt.AlignmentFlag) -> QRect:
    slack = max(rect.width() - width, 0)
    if align & Qt.AlignmentFlag.AlignRight:
        return rect.adjusted(slack, 0, 0, 0)
    if align & Qt.AlignmentFlag.AlignHCenter:
        return rect.adjusted(slack // 2, 0, -(slack // 2), 0)
    return rect.adjusted(0, 0, -slack, 0)
