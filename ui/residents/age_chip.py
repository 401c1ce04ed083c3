"""The filter by age: the usual bands with their counts, or a span of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from station_app.domain.residents.line import OLDEST_AGE
from ui.kit.buttons import Button, Kind
from ui.kit.popup_chip import ChipPopup, PopupChip
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Mapping

Span = tuple["int | None", "int | None"]
ANY: Span = (None, None)
BANDS: tuple[Span, ...] = ((0, 13), (14, 17), (18, 59), (60, 79), (80, None))
WIDTH = 240


class AgeChip(PopupChip["_AgePopup", Span]):
    """One span of ages in full years, both ends included.

    The bands are those the office counts by; who is counted is the filter bar's.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ANY, parent)
        self._counts: Mapping[Span, int] = {}
        self._show_state()

    def set_value(self, span: Span) -> None:
        """Take *span*, silently."""
        self._taken = span
        self._show_state()

    def set_counts(self, counts: Mapping[Span, int]) -> None:
        """Say how many people each band has; also while open."""
        self._counts = counts
        if self._popup is not None:
            self._popup.offer(counts, self._taken)

    def _made_popup(self) -> _AgePopup:
        popup = _AgePopup(self)
        popup.offer(self._counts, self._taken)
        return popup

    def _show_state(self) -> None:
        is_chosen = self._taken != ANY
        title = self.tr("Age")
        self._say(
            f"{title}: {span_text(self._taken)}" if is_chosen else title, is_active=is_chosen
        )


class _AgePopup(ChipPopup):
    """The open list: a band at a click, or a span of one's own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(0)
        self.bands = {span: self._band(span, column) for span in BANDS}
        column.addSpacing(Space.S)
        column.addWidget(label(self.tr("Ages of your own"), Role.FIELD, parent=self))
        column.addSpacing(Space.XS)
        column.addLayout(self._own_span())

    def offer(self, counts: Mapping[Span, int], span: Span) -> None:
        """Show the counts and what is taken."""
        for band, button in self.bands.items():
            count = f"   {counts[band]:,}" if band in counts else ""
            # An em space is as wide as the tick, so the words stay in line.
            sign = "✓ " if band == span else "\u2003"
            button.setText(f"{sign}{span_text(band)}{count}")
        if span != ANY:
            self.first.setValue(span[0] or 0)
            self.last.setValue(OLDEST_AGE if span[1] is None else span[1])

    def _band(self, span: Span, column: QVBoxLayout) -> QPushButton:
        button = QPushButton(span_text(span), self)
        button.setProperty("kind", "row")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: self._leave_with(span))
        column.addWidget(button)
        return button

    def _own_span(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self.first, self.last = (self._age(name) for name in (self.tr("From"), self.tr("To")))
        self.last.setValue(OLDEST_AGE)
        row.addWidget(self.first)
        row.addWidget(label("–", parent=self))
        row.addWidget(self.last)
        row.addStretch(1)
        clear = Button(self.tr("Clear"), kind=Kind.QUIET, parent=self)
        clear.on_click(lambda: self._leave_with(ANY))
        row.addWidget(clear)
        for box in (self.first, self.last):
            box.editingFinished.connect(self._take_own)
        return row

    def _age(self, name: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(0, OLDEST_AGE)
        box.setAccessibleName(name)
        return box

    def _take_own(self) -> None:
        first, last = self.first.value(), self.last.value()
        # Untouched boxes say nothing: leaving them must not become a filter.
        if (first, last) != (0, OLDEST_AGE):
            self.taken.emit((min(first, last), None if last == OLDEST_AGE else max(first, last)))

    def _leave_with(self, span: Span) -> None:
        self.taken.emit(span)
        self.close()


def span_text(span: Span) -> str:
    """Return a span as it is written: ``14–17`` or ``80+``."""
    first, last = span
    return f"{first or 0}+" if last is None else f"{first or 0}–{last}"
