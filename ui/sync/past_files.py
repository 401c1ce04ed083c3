"""The files so far: what was written and taken in, what became of it, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from station_app.domain.access.permissions import Permission
from ui.kit.buttons import Button, Kind
from ui.kit.gate import Gate
from ui.kit.icons import Icon, IconLabel
from ui.kit.moments import moment_words
from ui.kit.surfaces import Card
from ui.kit.tokens import Space
from ui.kit.words import ElidedLabel, Pill, Role, label
from ui.sync.words import FILE_STATES, FILE_TONES, worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.services.sync.standing import PastFile

COUNTS_WIDTH = 240


class PastFiles(Card):
    """A line for each file, the latest first."""

    undo_asked = Signal(str)

    def __init__(self, gate: Gate | None = None, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._gate = gate or Gate(parent=self)
        self.title.setText(self.tr("Files so far"))
        self.title.show()
        self.files: tuple[PastFile, ...] = ()
        self.undo_buttons: dict[str, Button] = {}
        self._grid: QWidget | None = None
        self.hide()

    def show_files(self, files: Sequence[PastFile]) -> None:
        """Show *files*."""
        self.files = tuple(files)
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        self.undo_buttons.clear()
        self._grid = QWidget(self)
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        for row, file in enumerate(files):
            self._add(grid, row, file, self._grid)
        self.body.addWidget(self._grid)
        self.setVisible(bool(files))

    def can_be_undone(self, sha256: str) -> None:
        """Offer again to take a file back."""
        if sha256 in self.undo_buttons:
            self.undo_buttons[sha256].refuse("")

    def _add(self, grid: QGridLayout, row: int, file: PastFile, parent: QWidget) -> None:
        meaning = Icon.EXPORT if file.is_ours else Icon.IMPORT
        grid.addWidget(IconLabel(meaning, color="muted", parent=parent), row, 0)
        words = (
            self.tr("For {device}, {number}")
            if file.is_ours
            else self.tr("From {device}, {number}")
        )
        named = words.format(device=file.device, number=file.number)
        grid.addWidget(ElidedLabel(named, Role.STRONG, parent=parent), row, 1)
        grid.addWidget(ElidedLabel(self._counts(file), parent=parent), row, 2)
        grid.addWidget(label(moment_words(file.at), Role.MUTED, parent=parent), row, 3)
        pill = Pill(worded(FILE_STATES, file.state), FILE_TONES[file.state], parent=parent)
        grid.addWidget(pill, row, 4, Qt.AlignmentFlag.AlignLeft)
        if file.can_be_taken_back:
            undo = Button(self.tr("Undo"), meaning=Icon.UNDO, kind=Kind.QUIET, parent=parent)
            undo.on_click(lambda: self._ask_undo(file.sha256))
            self._gate.bind(Permission.EXCHANGE_UNDO, undo)
            grid.addWidget(undo, row, 5)
            self.undo_buttons[file.sha256] = undo

    def _counts(self, file: PastFile) -> str:
        if file.is_receipt:
            return self.tr("a receipt") if file.is_ours else self.tr("a receipt, or nothing new")
        if file.is_ours:
            words = self.tr("{changes} changes")
            changes = file.counts.get("rows", 0) + file.counts.get("cells", 0)
            return words.format(changes=f"{changes:,}")
        words = self.tr("{added} added, {changed} changed, {conflicts} to review")
        counts = {name: f"{file.counts.get(name, 0):,}" for name in ("added", "changed")}
        return words.format(**counts, conflicts=f"{file.counts.get('conflicts', 0):,}")

    def _ask_undo(self, sha256: str) -> None:
        self.undo_buttons[sha256].refuse(self.tr("This file is being taken back."))
        self.undo_asked.emit(sha256)
