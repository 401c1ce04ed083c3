"""Beside the comparison: the records that may tell why two copies differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.services.sync.comparing import Cause
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.surfaces import Scroll, SidePanel
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label
from ui.sync.parts import Remark, clear
from ui.sync.words import CAUSES, NO_GRID, TABLES, say, worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.services.sync.comparing import Line, RecordLine

OPENED_AS = {
    "household": "household",
    "dwelling": "dwelling",
    "certificate": "certificate",
}
TONES = {Cause.CHANGED: Tone.INFO, Cause.WAITING: Tone.WARN, Cause.CONFLICT: Tone.DANGER}
NARROWEST = 340


class ComparePanel(SidePanel):
    """One line of the comparison, opened down to its records."""

    record_asked = Signal(str, str)  # kind, key

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(NARROWEST)
        self._page = Scroll(self, margin=Space.L)
        self._page.body.setSpacing(Space.M)
        self.body.addWidget(self._page)
        self.records: tuple[RecordLine, ...] = ()
        self.hide()

    def show_records(self, line: Line, device: str, records: Sequence[RecordLine]) -> None:
        """Show *records* of *line* in question for the device called *device*."""
        self.records = tuple(records)
        grid = line.grid_name or say(NO_GRID)
        self.show_heading(worded(TABLES, line.table), f"{grid} · {device}")
        clear(self._page.body)
        if not records:
            words = self.tr(
                "Nothing here was changed, waits or is to be reviewed. If the difference is still"
                " there after the next exchange, open the same line on the other computer."
            )
            self._page.body.addWidget(label(words, Role.MUTED, wrap=True, parent=self))
        for record in records:
            self._page.body.addWidget(self._remark(record))
        self.show()

    def texts(self) -> list[str]:
        """Return what the records are called and why they are here."""
        return [f"{each.text.text()}: {each.more.text()}" for each in self.findChildren(Remark)]

    def _remark(self, record: RecordLine) -> Remark:
        button = None
        place = ("resident", record.resident) if record.resident else None
        if place is None and record.table in OPENED_AS:
            place = (OPENED_AS[record.table], record.key)
        # what waits lies nowhere yet where it could be shown
        if place is not None and record.cause is not Cause.WAITING:
            kind, key = place
            button = Button(self.tr("Show"), meaning=Icon.OPEN, kind=Kind.QUIET)
            button.on_click(lambda: self.record_asked.emit(kind, key))
        return Remark(
            TONES[record.cause],
            record.title or self.tr("A record without a name"),
            more=worded(CAUSES, record.cause),
            button=button,
        )
