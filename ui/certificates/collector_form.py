"""Who takes the paper along (领取): asked in place, with a look at the card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from station_app.domain.certificate_requests import Collector
from ui.kit.buttons import Button, Kind
from ui.kit.fields import CheckField, TextField
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from station_app.domain.errors import Problem
    from ui.certificates.words import Words
    from ui.kit.fields import Field


class CollectorForm(QFrame):
    """Two fields and a box. The name is that of the holder until another is typed."""

    given = Signal(object)  # Collector
    left = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "tone-info")
        self._words = words
        self.name = TextField(self.tr("Who takes it along"), required=True)
        self.relation = TextField(self.tr("Relation, if another"))
        self.checked = CheckField(self.tr("I have looked at the card"))
        self.act = Button(self.tr("Hand it out now"), kind=Kind.PRIMARY, parent=self)
        self.act.setAutoDefault(True)
        self.back = Button(self.tr("Not yet"), parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(label(self.tr("Who signs for it?"), Role.STRONG, parent=self))
        who = QHBoxLayout()
        who.setSpacing(Space.M)
        who.addWidget(self.name, 1)
        who.addWidget(self.relation, 1)
        column.addLayout(who)
        column.addWidget(self.checked)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.act)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        self.act.on_click(self._give)
        self.back.on_click(self.left.emit)
        for field in (self.name, self.relation):
            field.line.returnPressed.connect(self._give)
        self.hide()

    def ask(self, holder: str) -> None:
        """Ask, with the *holder* as the one who collects."""
        self.name.set_value(holder)
        self.relation.set_value("")
        self.checked.set_value(False)
        self.show_problems(())
        self.show()
        self.name.line.setFocus()
        self.name.line.selectAll()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Note what is wrong beside the fields."""
        fields: dict[str, Field[Any]] = {
            "name": self.name,
            "relation": self.relation,
            "is_checked": self.checked,
        }
        for field in fields.values():
            field.set_problem("")
        for problem in problems:
            fields[problem.field].set_problem(self._words.problem(problem))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        self.given.emit(
            Collector(
                name=self.name.value(),
                relation=self.relation.value(),
                is_checked=self.checked.value(),
            )
        )
