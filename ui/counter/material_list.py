"""The materials of a case, ticked by keyboard as they are laid on the desk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
)

from station_app.domain.counter.items import Form
from ui.kit.theme import Theme
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from station_app.domain.counter.case_materials import CaseMaterial, Tick

NAME, ORIGINALS, COPIES, RETURNED = range(4)
NARROW = 72
ON, OFF, HALF = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked


class MaterialList(QTableWidget):
    """A row for each material. Space ticks: in the first column all of it, else one part.

    Left and right go to the parts: originals, copies, given back. Plus and minus count
    where several are wanted. What is needed under a condition is needed once it is ticked.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setAccessibleName(self.tr("Materials"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Material"),
                self.tr("Originals"),
                self.tr("Copies"),
                self.tr("Given back"),
            ]
        )
        self._materials: list[CaseMaterial] = []
        self._why = ""
        self.setShowGrid(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (ORIGINALS, COPIES, RETURNED):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, max(header.sectionSizeHint(column), NARROW))
        self.cellClicked.connect(self._flip)
        self.currentCellChanged.connect(lambda row, *_: self._bring(row))

    def show_materials(self, materials: Sequence[CaseMaterial], *, why: str = "") -> None:
        """Show *materials*; *why* says why they cannot be ticked any more."""
        row, column = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        self._materials, self._why = list(materials), why
        self.setToolTip(why)
        self.setRowCount(len(self._materials))
        for place in range(len(self._materials)):
            self._fill(place)
        self.resizeRowsToContents()
        if self._materials:
            self.setCurrentCell(min(row, len(self._materials) - 1), column)
        self._fit()

    def ticks(self) -> tuple[Tick, ...]:
        """Return what was brought."""
        return tuple(each.tick for each in self._materials)

    def materials(self) -> Sequence[CaseMaterial]:
        """Return the materials with what was brought of them."""
        return tuple(self._materials)

    def tick_all(self) -> None:
        """Note that all papers are there that are needed, or that none of them is."""
        if self._why:
            return
        needed = [each for each in self._materials if each.tick.is_needed]
        is_all = all(each.lacking is None for each in needed)
        for place, each in enumerate(self._materials):
            if each.tick.is_needed:
                self._set(place, _emptied(each.tick) if is_all else _filled(each))
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, count with plus and minus."""
        key, row = Qt.Key(event.key()), self.currentRow()
        ways = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        if key == Qt.Key.Key_Space:
            self._flip(row, self.currentColumn())
        elif key in ways:
            self._count(row, self.currentColumn(), ways[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            event.ignore()  # the form's
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Give each row the height its words need."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # a QResizeEvent
        self.resizeRowsToContents()
        self._fit()

    def _bring(self, row: int) -> None:
        """Scroll the page the list stands in, so that *row* is in sight."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is None or row < 0 or not self.hasFocus():
            return
        top = self.rowViewportPosition(row)
        for y in (top + self.rowHeight(row), top):
            place = self.viewport().mapTo(area.widget(), QPoint(0, y))
            area.ensureVisible(0, place.y(), 0, Space.S)

    def _flip(self, row: int, column: int) -> None:
        if self._why or not 0 <= row < len(self._materials):
            return
        each = self._materials[row]
        tick = each.tick
        if column == NAME:
            is_there = tick.is_needed and each.lacking is None
            # what is needed under a condition only is not needed any more
            former = replace(_emptied(tick), is_needed=not each.when)
            self._set(row, former if is_there else _filled(each))
        elif column == RETURNED:
            self._set(row, replace(tick, is_returned=not tick.is_returned))
        else:
            wanted, name = _wanted(each, column), _NAMES[column]
            brought = getattr(tick, name)
            self._set(row, _with(tick, name, 0 if brought >= max(wanted, 1) else max(wanted, 1)))
        self.changed.emit()

    def _count(self, row: int, column: int, way: int) -> None:
        if self._why or column not in _NAMES or not 0 <= row < len(self._materials):
            return
        tick, name = self._materials[row].tick, _NAMES[column]
        self._set(row, _with(tick, name, min(max(getattr(tick, name) + way, 0), 99)))
        self.changed.emit()

    def _set(self, place: int, tick: Tick) -> None:
        self._materials[place] = replace(self._materials[place], tick=tick)
        self._fill(place)

    def _fill(self, place: int) -> None:
        each = self._materials[place]
        told = each.name
        if each.when:
            only = self.tr("only: {when}").format(when=each.when)
            told = f"{told}\n{only}"
        is_there = each.tick.is_needed and each.lacking is None
        is_begun = bool(each.tick.originals or each.tick.copies)
        self._put(place, NAME, told, ON if is_there else HALF if is_begun else OFF)
        for column, name in _NAMES.items():
            wanted, brought = _wanted(each, column), getattr(each.tick, name)
            text = f"{brought} / {wanted}" if wanted > 1 or brought > 1 else ""
            is_shown = wanted or brought
            state = (ON if brought >= wanted else HALF if brought else OFF) if is_shown else None
            self._put(place, column, text if is_shown else "–", state)
        returned = each.tick.is_returned
        self._put(place, RETURNED, "", ON if returned else OFF)

    def _put(self, row: int, column: int, text: str, state: Qt.CheckState | None) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            # the table ticks, not Qt: a click in the cell is one on the box, once only
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.setItem(row, column, item)
        item.setText(text)
        item.setData(Qt.ItemDataRole.CheckStateRole, None if state is None else state)
        each = self._materials[row]
        is_quiet = not each.tick.is_needed or text == "–" or bool(self._why)
        palette = self.palette()
        item.setForeground(palette.placeholderText() if is_quiet else palette.text())

    def _fit(self) -> None:
        least = Theme.current().tokens.row
        rows = 0
        for row in range(self.rowCount()):
            # two lines want more room than the text alone takes
            more = Space.S if self._materials[row].when else 0
            self.setRowHeight(row, max(self.rowHeight(row) + more, least))
            rows += self.rowHeight(row)
        self.setFixedHeight(rows + self.horizontalHeader().height() + Space.XS)


_NAMES = {ORIGINALS: "originals", COPIES: "copies"}


def _wanted(each: CaseMaterial, column: int) -> int:
    """Return how many originals or copies of a material are wanted."""
    forms = {Form.COPY, Form.BOTH} if column == COPIES else set(Form) - {Form.COPY}
    return each.quantity if each.form in forms else 0


def _filled(each: CaseMaterial) -> Tick:
    """Return the tick of a material that is there as wanted."""
    return replace(
        each.tick,
        is_needed=True,
        originals=max(each.tick.originals, _wanted(each, ORIGINALS)),
        copies=max(each.tick.copies, _wanted(each, COPIES)),
    )


def _emptied(tick: Tick) -> Tick:
    return replace(tick, originals=0, copies=0, is_returned=False)


def _with(tick: Tick, name: str, count: int) -> Tick:
    """Return *tick* with another count; what was brought was needed."""
    return replace(tick, **{name: count}, is_needed=tick.is_needed or count > 0)  # type: ignore[arg-type]  # a count
