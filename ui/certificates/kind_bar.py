"""Which certificate it is to be: chosen by name or pinyin, over whatever step is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.certificates import RESIDENCE
from ui.kit.code_field import CodeField
from ui.kit.surfaces import line
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.kit.buttons import Choice


class KindBar(QWidget):
    """One field in one row. The daily certificate is taken beforehand."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = RESIDENCE
        self.kind = CodeField(self.tr("Which certificate"))
        self.kind.label.hide()
        self.kind.line.setToolTip(self.tr("Type part of its name or its pinyin, or press ↓"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.M)
        row.addWidget(label(self.tr("Which certificate"), Role.FIELD, parent=self))
        row.addWidget(self.kind, 1)
        column.addLayout(row)
        # else what is scrolled beneath it would look cut off
        column.addWidget(line(self))
        self.kind.changed.connect(self._on_changed)
        self.kind.finished.connect(self._settle)
        self.hide()

    def offer(self, choices: Sequence[Choice], kind: str = RESIDENCE) -> None:
        """Offer *choices*, with *kind* taken."""
        self.kind.set_choices(choices)
        self.take(kind)
        self.show()

    def take(self, kind: str) -> None:
        """Show *kind* as the one taken; nobody is told."""
        self._told = kind
        self.kind.set_value(kind)
        self.kind.set_problem("")

    def value(self) -> str:
        """Return the kind taken."""
        return self._told

    def _on_changed(self) -> None:
        # while a name is being typed it may mean anything: only a whole one is taken
        typed = self.kind.line.text()
        found = self.kind.value()
        self.kind.set_problem("")
        if found and found != self._told and typed == self.kind.text_of(found):
            self._told = found
            self.chosen.emit(found)

    def _settle(self) -> None:
        found = self.kind.value()
        if not found:
            self.take(self._told)
        elif found != self._told:
            self._told = found
            self.chosen.emit(found)
