"""The filter by age: the usual bands with their counts, or a span of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from station_app.domain.residents.line import OLDEST_AGE
from ui.kit.buttons import Button, Kind, size_icon
from ui.kit.icons import Icon, icon
from ui.kit.tokens import Space
from ui.kit.words import Role, label, set_property

if TYPE_CHECKING:
    from collections.abc import Mapping

Span = tuple["int | None", "int | None"]
ANY: Span = (None, None)
BANDS: tuple[Span, ...] = ((0, 13), (14, 17), (18, 59), (60, 79), (80, None))
WIDTH = 240


class AgeChip(QPushButton):
    """One span of ages in full years, both ends included.

    The bands are those the office counts by; who is counted is the filter bar's.
    """

    changed = Signal()
    opening = Signal()  # time to count the bands

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span: Span = ANY
        self._counts: Mapping[Span, int] = {}
        self._popup: _AgePopup | None = None
        self.setProperty("kind", "chip")
        self.setAutoDefault(False)
        # Qt puts a button's icon before its text; the arrow belongs behind it.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIcon(icon(Icon.DOWN, "muted"))
        size_icon(self)
        self.clicked.connect(self.open)
        self._show_state()

    def value(self) -> Span:
        """Return the first and the last age."""
        return self._span

    def set_value(self, span: Span) -> None:
        """Take *span*, silently."""
        self._span = span
        self._show_state()

    def set_counts(self, counts: Mapping[Span, int]) -> None:
        """Say how many people each band has; also while open."""
        self._counts = counts
        if self._popup is not None:
            self._popup.offer(counts, self._span)

    def open(self) -> None:
        """Show the bands."""
        self.opening.emit()
        popup = _AgePopup(self)
        popup.offer(self._counts, self._span)
        popup.taken.connect(self._take)
        popup.destroyed.connect(self._forget_popup)
        self._popup = popup
        popup.move(self.mapToGlobal(QPoint(0, self.height() + Space.XS)))
        popup.show()

    def _forget_popup(self) -> None:
        self._popup = None

    def _take(self, span: Span) -> None:
        if span != self._span:
            self._span = span
            self._show_state()
            self.changed.emit()

    def _show_state(self) -> None:
        chosen = self._span != ANY
        title = self.tr("Age")
        self.setText(f"{title}: {span_text(self._span)}" if chosen else title)
        self.setAccessibleName(self.text())
        set_property(self, "active", "true" if chosen else "false")


class _AgePopup(QFrame):
    """The open list: a band at a click, or a span of one's own."""

    taken = Signal(tuple)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setFixedWidth(WIDTH)
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
