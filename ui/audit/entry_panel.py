"""Beside the audit: one entry in a clerk's words, before and after, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from station_app.domain.audit.heads import GROUP
from ui.audit.words import TONES, kind_words
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.moments import moment_words
from ui.kit.surfaces import Scroll, SidePanel
from ui.kit.tokens import Space
from ui.kit.words import Pill, Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.audit.entries import AuditEntry
    from station_app.services.audit.telling import FieldChange, Teller

NARROWEST = 340


class EntryPanel(SidePanel):
    """Tells what the line under the cursor says in full."""

    person_asked = Signal(str)

    def __init__(self, teller: Teller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(NARROWEST)
        self._teller = teller
        self._entry: AuditEntry | None = None
        self.go = Button("", meaning=Icon.PERSON, kind=Kind.NORMAL, parent=self)
        self.go.on_click(self._go)
        self._page = Scroll(self, margin=Space.L)
        self._page.body.setSpacing(Space.M)
        self._page.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self._inner: QWidget | None = None
        self.body.addWidget(self._page)

    def entry(self) -> AuditEntry | None:
        """Return the entry that is shown."""
        return self._entry

    def show_entry(self, entry: AuditEntry) -> None:
        """Show *entry*."""
        if entry == self._entry:
            return
        self._entry = entry
        self.show_heading(self._teller.act(entry.act), moment_words(entry.at))
        self.pills.clear()
        kind = self._teller.kind(entry.act)
        if kind is not None:
            self.pills.addWidget(Pill(kind_words(kind), TONES[kind], parent=self))
        self.go.setVisible(bool(entry.person))
        self.go.setText(self.tr("Open the file of {name}").format(name=entry.about))
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = self._made(entry)
        self._page.body.addWidget(self._inner)

    def _made(self, entry: AuditEntry) -> QWidget:
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        self._add_lines(grid, self._lines(entry), inner)
        changes = self._teller.changes(entry)
        if changes:
            self._add_heading(grid, self.tr("Before and after"), inner)
            self._add_changes(grid, changes, inner)
        self._add_heading(grid, self.tr("Proof"), inner)
        self._add_lines(grid, self._proof(entry), inner)
        return inner

    def _lines(self, entry: AuditEntry) -> list[tuple[str, str]]:
        found = [
            (self.tr("Who"), entry.who),
            (self.tr("Device"), entry.device),
            (self.tr("About"), entry.about),
            (self.tr("Reason"), entry.reason),
        ]
        return [line for line in (*found, *self._teller.facts(entry)) if line[1]]

    def _proof(self, entry: AuditEntry) -> list[tuple[str, str]]:
        clock = entry.facts.get("hlc")
        digest = entry.digest.hex(" ", GROUP)
        middle = len(digest) // 2
        return [
            (self.tr("Entry"), f"{entry.number:,}"),
            (self.tr("Logical clock"), str(clock) if clock else "—"),
            (self.tr("Digest"), f"{digest[:middle].strip()}\n{digest[middle:].strip()}"),
        ]

    @staticmethod
    def _add_lines(grid: QGridLayout, lines: Sequence[tuple[str, str]], parent: QWidget) -> None:
        top = Qt.AlignmentFlag.AlignTop
        for name, text in lines:
            row = grid.rowCount()
            grid.addWidget(label(name, Role.FIELD, parent=parent), row, 0, top)
            words = label(text, wrap=True, parent=parent)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(words, row, 1, top)

    @staticmethod
    def _add_heading(grid: QGridLayout, text: str, parent: QWidget) -> None:
        row = grid.rowCount()
        grid.setRowMinimumHeight(row, Space.S)
        grid.addWidget(label(text, Role.SUBTITLE, parent=parent), row + 1, 0, 1, 2)

    @staticmethod
    def _add_changes(grid: QGridLayout, changes: Sequence[FieldChange], parent: QWidget) -> None:
        for change in changes:
            row = grid.rowCount()
            grid.addWidget(label(change.field, Role.FIELD, parent=parent), row, 0, 1, 2)
            told = f"{change.before} → {change.after}" if change.is_told else change.after
            grid.addWidget(label(told, wrap=True, parent=parent), row + 1, 0, 1, 2)

    def _go(self) -> None:
        if self._entry is not None and self._entry.person:
            self.person_asked.emit(self._entry.person)
