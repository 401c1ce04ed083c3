"""Who takes the paper along (领取): asked in place, with a look at the card."""

from __future__ import annotations

from itertools import pairwise
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
    """Two fields and a box. The name is that of the holder until another is typed.

    Of papers for many nobody is the holder: one person signs for all of them.
    """

    given = Signal(object)  # Collector
    left = Signal()

    def __init__(
        self, words: Words, parent: QWidget | None = None, *, is_for_many: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "tone-info")
        self._words = words
        who, relation, question = self._asked(is_for_many=is_for_many)
        self.name = TextField(who, required=True)
        self.relation = TextField(relation)
        self.checked = CheckField(self.tr("I have looked at the card"))
        self.act = Button(self.tr("Hand it out now"), kind=Kind.PRIMARY, parent=self)
        self.act.setAutoDefault(True)
        self.back = Button(self.tr("Not yet"), parent=self)
        self._lay_out(question)
        # in the order they are read, whenever each was made
        for before, after in pairwise(self.stops()):
            self.setTabOrder(before, after)
        self.act.on_click(self._give)
        self.back.on_click(self.left.emit)
        for field in (self.name, self.relation):
            field.line.returnPressed.connect(self._give)
        self.hide()

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the cursor stops, in its order."""
        fields = (self.name, self.relation, self.checked)
        return (*(field.editor for field in fields), self.act, self.back)

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
        for problem in (each for each in problems if each.field in fields):
            fields[problem.field].set_problem(self._words.problem(problem))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _asked(self, *, is_for_many: bool) -> tuple[str, str, str]:
        if is_for_many:
            return (
                self.tr("Who takes them along"),
                self.tr("For which group or office"),
                self.tr("Who signs for them?"),
            )
        return (
            self.tr("Who takes it along"),
            self.tr("Relation, if another"),
            self.tr("Who signs for it?"),
        )

    def _lay_out(self, question: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(label(question, Role.STRONG, parent=self))
        fields = QHBoxLayout()
        fields.setSpacing(Space.M)
        fields.addWidget(self.name, 1)
        fields.addWidget(self.relation, 1)
        column.addLayout(fields)
        column.addWidget(self.checked)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.act)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)

    def _give(self) -> None:
        self.given.emit(
            Collector(
                name=self.name.value(),
                relation=self.relation.value(),
                is_checked=self.checked.value(),
            )
        )
