"""What opens the station on this device: whose passphrase, since when, and the paper key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from station_app.services.access import WARNING_DAYS, SlotKind
from ui.kit.buttons import Button
from ui.kit.icons import Icon, IconLabel
from ui.kit.surfaces import Card, Scroll
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill, Role, label
from ui.staff.words import KINDS, worded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.services.key_standing import SlotStanding

WIDTH = 760


class KeysView(QWidget):
    """A line for each; the paper key is renewed under Settings, with one's own passphrase."""

    renewal_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: QWidget | None = None
        self.card = Card(self.tr("What opens the station on this computer"))
        self.renew = Button(self.tr("Renew the paper key…"), meaning=Icon.DOCUMENT)
        self.renew.on_click(self.renewal_asked.emit)
        page = Scroll(self, margin=Space.L, width=WIDTH, is_centred=False)
        page.body.addWidget(self.card)
        page.body.addWidget(self.renew, 0, Qt.AlignmentFlag.AlignLeft)
        words = self.tr(
            "A passphrase is never kept: what stands here is a lock that only it opens. Whoever"
            " leaves loses his, and the station gets another key."
        )
        page.body.addWidget(label(words, Role.MUTED, wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def arrive(self) -> None:
        """Put the cursor on the one thing to do."""
        self.renew.setFocus()

    def has_unsaved(self) -> bool:
        """Whether anything is typed here: never."""
        return False

    def show_slots(self, slots: Iterable[SlotStanding]) -> None:
        """Show *slots*."""
        if self._lines is not None:
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = QWidget(self.card)
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        grid.setColumnStretch(1, 1)
        for row, slot in enumerate(slots):
            self._add(grid, row, slot)
        self.card.body.addWidget(self._lines)

    def _add(self, grid: QGridLayout, row: int, slot: SlotStanding) -> None:
        meaning = Icon.DOCUMENT if slot.kind is SlotKind.PAPER else Icon.KEY
        grid.addWidget(IconLabel(meaning, color="muted", parent=self._lines), row, 0)
        name = slot.name or worded(KINDS, slot.kind)
        grid.addWidget(label(name, Role.STRONG, parent=self._lines), row, 1)
        kind = worded(KINDS, slot.kind) if slot.name else ""
        grid.addWidget(label(kind, Role.MUTED, parent=self._lines), row, 2)
        since = self.tr("since {day}").format(day=slot.since.isoformat())
        grid.addWidget(label(since, parent=self._lines), row, 3)
        if slot.days_left is not None:
            grid.addWidget(self._due(slot.days_left), row, 4, Qt.AlignmentFlag.AlignLeft)

    def _due(self, days: int) -> Pill:
        if days < 0:
            words, tone = self.tr("overdue by {n} days").format(n=-days), Tone.DANGER
        else:
            words = self.tr("to be changed in {n} days").format(n=days)
            tone = Tone.WARN if days <= WARNING_DAYS else Tone.NEUTRAL
        return Pill(words, tone, parent=self._lines)
