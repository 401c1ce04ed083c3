"""The estates and their buildings, as a tree; buildings are assigned to grids here."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.kit.buttons import Button, Choice
from ui.kit.code_field import CodeField
from ui.kit.icons import Icon
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from ui.places.picture import BuildingLine, PlacesPicture

KeyRole = Qt.ItemDataRole.UserRole
PEOPLE_WIDTH, GRID_WIDTH = 88, 150
NO_GRID = "-"
NOT_SEEN = "–"  # people outside one's grids


class BuildingTree(QWidget):
    """Estates, their buildings, how many people live there, in which grid they are.

    Places come from addresses typed or brought in; nothing is registered here.
    """

    place_asked = Signal(str, str)  # condition of the filter, key
    assign_asked = Signal(list, str)  # keys of buildings, key of a grid or nothing

    def __init__(self) -> None:
        super().__init__()
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([self.tr("Place"), self.tr("People"), self.tr("Grid")])
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setUniformRowHeights(True)
        self.tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.setColumnWidth(1, PEOPLE_WIDTH)
        self.tree.setColumnWidth(2, GRID_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.S)
        column.addWidget(self.tree, 1)
        column.addLayout(self._assigning())
        self.tree.itemSelectionChanged.connect(self._judge)
        self.tree.itemActivated.connect(self._ask)
        self.grid.changed.connect(self._judge)
        self._judge()

    def show_picture(self, picture: PlacesPicture) -> None:
        """Show the buildings as they stand, what was open staying open."""
        # By name: the items are made anew with every change.
        opened = {item.text(0) for item in self._estates() if item.isExpanded()}
        self.tree.clear()
        for estate, lines in groupby(picture.buildings, key=lambda line: line.building.estate):
            item = self._estate_item(estate, list(lines))
            self.tree.addTopLevelItem(item)
            item.setExpanded(estate in opened)
        choices = [Choice(line.grid.id, line.grid.particulars.name) for line in picture.grids]
        self.grid.set_choices((*choices, Choice(NO_GRID, self.tr("No grid"))))
        self._judge()

    def chosen(self) -> list[str]:
        """Return the keys of the buildings selected; an estate stands for all of its own."""
        keys: dict[str, None] = {}
        for item in self.tree.selectedItems():
            below = [item.child(place) for place in range(item.childCount())]
            # An estate and one of its buildings selected together count that building once.
            for each in below or [item]:
                keys[each.data(0, KeyRole)[1]] = None
        return list(keys)

    def assign(self) -> None:
        """Ask for the selected buildings to be assigned to the grid chosen."""
        grid = self.grid.value()
        if self.chosen() and grid:
            self.assign_asked.emit(self.chosen(), "" if grid == NO_GRID else grid)

    def _assigning(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(Space.S, 0, Space.S, Space.S)
        column.setSpacing(Space.S)
        self.selected = label("", Role.MUTED, parent=self)
        self.grid = CodeField(self.tr("Assign the selected buildings to"))
        self.give = Button(self.tr("Assign"), meaning=Icon.CHECK, parent=self)
        self.give.on_click(self.assign)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.grid, 1)
        row.addWidget(self.give, 0, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(self.selected)
        column.addLayout(row)
        return column

    def _estate_item(self, estate: str, lines: list[BuildingLine]) -> QTreeWidgetItem:
        known = [line.people for line in lines if line.people is not None]
        item = _item(
            estate, sum(known) if known else None, "", ("estates", lines[0].building.estate_id)
        )
        for line in lines:
            key = ("buildings", line.building.id)
            item.addChild(_item(line.name(), line.people, line.grid, key))
        return item

    def _judge(self) -> None:
        count = len(self.chosen())
        words = {
            0: self.tr("Select buildings or whole estates (Ctrl or Shift for several)."),
            1: self.tr("1 building selected"),
        }
        many = self.tr("{count} buildings selected").format(count=count)
        self.selected.setText(words.get(count, many))
        reason = "" if count else self.tr("Select a building first.")
        self.give.refuse(reason or ("" if self.grid.value() else self.tr("Choose a grid first.")))

    def _ask(self, item: QTreeWidgetItem) -> None:
        condition, key = item.data(0, KeyRole)
        self.place_asked.emit(condition, key)

    def _estates(self) -> list[QTreeWidgetItem]:
        places = range(self.tree.topLevelItemCount())
        found = (self.tree.topLevelItem(place) for place in places)
        return [item for item in found if item is not None]


def _item(name: str, people: int | None, grid: str, key: tuple[str, str]) -> QTreeWidgetItem:
    item = QTreeWidgetItem([name, NOT_SEEN if people is None else f"{people:,}", grid])
    item.setData(0, KeyRole, key)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
