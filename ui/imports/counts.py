"""Counts as the import shows them: big numbers, and lists of reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.kit.reasons import heading_of
from ui.kit.surfaces import Card
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill, Role, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def empty(layout: QLayout) -> None:
    """Take every widget out of *layout*."""
    for _ in range(layout.count()):
        widget = layout.takeAt(0).widget()
        if widget is not None:
            widget.setParent(None)  # it would be seen until the event loop comes round
            widget.deleteLater()


class CountCard(QFrame):
    """One number and what it counts."""

    def __init__(self, number: int, words: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.number = number
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.XS)
        column.addWidget(label(f"{number:,}", Role.DISPLAY, parent=self))
        # a coloured 0 would draw the eye to what has not happened
        if tone is Tone.NEUTRAL or not number:
            # five in a row on a small screen: words rather wrap than push the last one out
            column.addWidget(label(words, Role.MUTED, wrap=True, parent=self))
        else:
            column.addWidget(Pill(words, tone, parent=self), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


class CountRow(QWidget):
    """Some numbers side by side, each as wide as the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.M)

    def show_numbers(self, numbers: Iterable[tuple[int, str, Tone]]) -> None:
        """Show *numbers*, each with what it counts, in place of those before."""
        empty(self._row)
        for number, words, tone in numbers:
            self._row.addWidget(CountCard(number, words, tone, self), 1)


class ReasonList(Card):
    """Reasons, the commonest first, each with its count."""

    def __init__(self, title: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._tone = tone
        self._rows: list[QWidget] = []
        self.counts: Mapping[str, int] = {}

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show *counts* by code; nothing at all hides the list."""
        self.counts = counts
        for row in self._rows:
            row.deleteLater()
        self._rows.clear()
        for code, count in sorted(counts.items(), key=lambda found: (-found[1], found[0])):
            row = QWidget(self)
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(Space.M)
            line.addWidget(label(heading_of(code), parent=row, wrap=True), 1)
            line.addWidget(Pill(f"{count:,}", self._tone, parent=row))
            self.body.addWidget(row)
            self._rows.append(row)
        self.setVisible(bool(counts))
