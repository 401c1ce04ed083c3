"""Imports so far: file, day, by whom, what came of it, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from ui.kit.buttons import Button, Kind
from ui.kit.empty_state import EmptyState
from ui.kit.gate import Gate
from ui.kit.icons import Icon
from ui.kit.moments import moment_words
from ui.kit.surfaces import Card, Toolbar
from ui.kit.tokens import Space, Tone
from ui.kit.words import ElidedLabel, Pill, Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.imports import Batch

EMPTY_HEIGHT = 360


class PastImports(QWidget):
    """The heading of the page, and the imports as a list.

    Each can be taken back as a whole for as long as nothing rests on it.
    """

    begin_asked = Signal()
    undo_asked = Signal(str)

    def __init__(self, gate: Gate | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gate = gate or Gate(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        bar = Toolbar(self)
        bar.add(label(self.tr("Bring in rosters"), Role.TITLE, parent=self))
        bar.add_stretch()
        self.begin = bar.add_button(
            self.tr("Bring in a roster"),
            self.begin_asked.emit,
            meaning=Icon.IMPORT,
            kind=Kind.PRIMARY,
            keys="Ctrl+N",
        )
        column.addWidget(bar)
        self.empty = EmptyState(
            Icon.IMPORT,
            self.tr("No roster was brought in yet"),
            self.tr(
                "Give the program the spreadsheet your office keeps: it finds the header and the"
                " columns by itself, shows what will happen, and can be taken back as a whole."
            ),
        )
        self.card = Card(self.tr("Imports so far"), self)
        self.empty.setMinimumHeight(EMPTY_HEIGHT)
        column.addWidget(self.empty)
        column.addWidget(self.card)
        self.undo_buttons: dict[str, Button] = {}
        self._grid: QWidget | None = None
        self.show_batches(())

    def show_batches(self, batches: Sequence[Batch]) -> None:
        """Show *batches*, the latest first."""
        self.empty.setVisible(not batches)
        self.card.setVisible(bool(batches))
        if self._grid is not None:
            self._grid.deleteLater()
        self.undo_buttons.clear()
        self._grid = QWidget(self.card)
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        grid.setColumnStretch(0, 1)
        for row, batch in enumerate(batches):
            self._add_row(grid, row, batch)
        self.card.body.addWidget(self._grid)

    def _add_row(self, grid: QGridLayout, row: int, batch: Batch) -> None:
        counts = batch.counts
        told = self.tr("{added} added, {changed} changed, {refused} set aside").format(
            added=f"{counts['added']:,}",
            changed=f"{counts['changed']:,}",
            refused=f"{sum(counts['refused'].values()):,}",
        )
        moment = moment_words(batch.at)
        grid.addWidget(ElidedLabel(batch.file_name, Role.STRONG, parent=self._grid), row, 0)
        grid.addWidget(label(told, parent=self._grid), row, 1)
        grid.addWidget(label(moment, Role.MUTED, parent=self._grid), row, 2)
        if batch.is_undone:
            grid.addWidget(Pill(self.tr("taken back"), Tone.NEUTRAL, parent=self._grid), row, 3)
            return
        undo = Button(self.tr("Undo"), meaning=Icon.UNDO, parent=self._grid)
        undo.on_click(lambda: self._ask_undo(batch.id))
        self._gate.bind(Permission.IMPORT_UNDO, undo)
        grid.addWidget(undo, row, 3)
        self.undo_buttons[batch.id] = undo

    def _ask_undo(self, batch: str) -> None:
        # a second press before the list is told anew would be refused, with an alarming notice
        self.undo_buttons[batch].refuse(self.tr("This import is being taken back."))
        self.undo_asked.emit(batch)
