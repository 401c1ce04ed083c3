"""A table from edge to edge, what narrows it above, its count below, a panel beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.tokens import Space

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel


def lay_beside(
    view: QWidget,
    *,
    above: QWidget,
    table: QWidget,
    count: QLabel,
    side: QWidget,
    shares: tuple[int, int],
) -> None:
    """Lay *view* out: *side* stands right of the others; *shares* parts the width."""
    left = QWidget()
    column = QVBoxLayout(left)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    count.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
    column.addWidget(above)
    column.addWidget(table, 1)
    column.addWidget(count)
    row = QHBoxLayout(view)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(left, shares[0])
    row.addWidget(side, shares[1])
