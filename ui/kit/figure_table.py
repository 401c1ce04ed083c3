"""Figures in rows and columns, as part of a page: a handful, none of them to be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence


class FigureTable(QWidget):
    """Rows, the headings first; what is counted stands at the left, the last may be the sum."""

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        parent: QWidget,
        *,
        has_sum: bool = False,
        gap: int = Space.L,
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(gap)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(0, 1)
        for place, row in enumerate(rows):
            role = Role.BODY if place else Role.MUTED
            if has_sum and place == len(rows) - 1:
                role = Role.STRONG
            for column, text in enumerate(row):
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                cell = label(text, role, wrap=not column, parent=self)
                grid.addWidget(cell, place, column, side | Qt.AlignmentFlag.AlignTop)
