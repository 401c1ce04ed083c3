"""The paper key on the screen: its groups, the printer, one group typed back."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button
from ui.kit.fields import NumberField
from ui.kit.icons import Icon
from ui.kit.surfaces import empty
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from station_app.domain.paper_keys import PaperKey

GROUPS_A_ROW = 3
FIELD_WIDTH = 360


class PaperKeyPanel(QWidget):
    """Shows a key this once, and asks for one group as proof that it was kept."""

    print_asked = Signal(object)  # PaperKey
    save_asked = Signal(object)  # PaperKey
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper: PaperKey | None = None
        self._place = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.S)
        self.print = Button(self.tr("Print"), meaning=Icon.PRINT, parent=self)
        self.save = Button(self.tr("Save as PDF"), meaning=Icon.SAVE, parent=self)
        self.group = NumberField(" ")
        self.group.setMaximumWidth(FIELD_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.print)
        row.addWidget(self.save)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(self._grid)
        column.addLayout(row)
        column.addWidget(self.group)
        self.print.on_click(lambda: self.print_asked.emit(self._paper))
        self.save.on_click(lambda: self.save_asked.emit(self._paper))
        self.group.changed.connect(self.changed)

    def show_key(self, paper: PaperKey) -> None:
        """Show *paper*, and ask for one of its groups."""
        self.forget()
        self._paper = paper
        # at random, or people would note the one group that is always asked for
        self._place = secrets.randbelow(len(paper.groups))
        for at, group in enumerate(paper.groups):
            self._grid.addWidget(_group(at + 1, group), at // GROUPS_A_ROW, at % GROUPS_A_ROW)
        words = self.tr("From the paper: type group number {n}").format(n=self._place + 1)
        self.group.label.setText(words)
        self.group.line.setAccessibleName(words)

    def forget(self) -> None:
        """Take the key off the screen."""
        self._paper = None
        self.group.set_value("")
        empty(self._grid)

    def asked_group(self) -> int:
        """Return the place, from 0, of the group to be typed."""
        return self._place

    def missing(self) -> str:
        """Return what has to be typed; empty when the right group stands there."""
        typed = self.group.value()
        if self._paper is not None and typed and self._paper.has_group(self._place, typed):
            return ""
        return self.tr("Type group number {n} from the paper").format(n=self._place + 1)


def _group(number: int, text: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "tone-neutral")
    row = QHBoxLayout(frame)
    row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
    row.addWidget(label(str(number), Role.CAPTION))
    words = label(text, Role.TITLE)
    # a screen reader says which of the nine it is
    words.setAccessibleName(f"{number}: {text}")
    row.addWidget(words, 1, Qt.AlignmentFlag.AlignHCenter)
    return frame
