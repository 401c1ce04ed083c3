"""The tree of business lines (业务线), each with how many items it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from ui.kit.buttons import Choice

CodeRole = Qt.ItemDataRole.UserRole
COUNT_WIDTH = 56
INDENT = 12
ALL = ""


class LinesTree(QTreeWidget):
    """All items, and below them the lines. One is always chosen."""

    chosen = Signal(str)  # code of a line, empty for all

    def __init__(self, lines: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Business lines"))
        self.setProperty("role", "lines")
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setIndentation(INDENT)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(COUNT_WIDTH)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, COUNT_WIDTH)
        top = _item(self.tr("All items"), ALL)
        self.addTopLevelItem(top)
        self.items = {ALL: top}
        for line in lines:
            self.items[line.code] = _item(line.text, line.code)
            top.addChild(self.items[line.code])
        top.setExpanded(True)
        self.setCurrentItem(top)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.line()))

    def line(self) -> str:
        """Return the code of the line chosen, empty for all."""
        return str(self.currentItem().data(0, CodeRole))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many items each line has of those that were looked for."""
        for code, item in self.items.items():
            count = sum(counts.values()) if code == ALL else counts.get(code, 0)
            item.setText(1, f"{count:,}")
            quiet = self.palette().placeholderText() if not count else self.palette().text()
            for column in (0, 1):
                item.setForeground(column, quiet)

    def choose(self, code: str) -> None:
        """Choose the line of *code*, empty for all."""
        self.setCurrentItem(self.items[code])


def _item(text: str, code: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([text, ""])
    item.setData(0, CodeRole, code)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
