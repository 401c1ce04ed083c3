"""What is told of a certificate, over its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.tokens import Space

if TYPE_CHECKING:
    from ui.kit.paper_panel import PaperPanel


def facts_over_paper(owner: QWidget, paper: PaperPanel) -> tuple[QWidget, QVBoxLayout]:
    """Lay *owner* out; return what holds the facts, to be hidden, and where they are put."""
    facts = QWidget(owner)
    rows = QVBoxLayout(facts)
    rows.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
    rows.setSpacing(Space.S)
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(facts)
    column.addWidget(paper, 1)
    column.addStretch(0)
    return facts, rows
