"""What is said with a step: the answer, or the refusal with its ground; asked in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from station_app.domain.rights.requests import Event
from station_app.services.rights.requests import Step
from ui.kit.buttons import Button, Kind
from ui.kit.code_field import CodeField
from ui.kit.fields import NotesField
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from station_app.domain.errors import Problem
    from ui.rights.words import Words


class StepForm(QFrame):
    """A question in the page. Ctrl+Enter carries it out, Esc leaves."""

    given = Signal(object)  # Step
    left = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._words = words
        self.title = label("", Role.STRONG, wrap=True, parent=self)
        self.ground = CodeField(self.tr("Ground in law"), words.grounds(), required=True)
        self.answer = NotesField(self.tr("What the paper says"), lines=4)
        self.act = Button("", kind=Kind.PRIMARY, parent=self)
        self.back = Button(self.tr("Leave it as it is"), kind=Kind.QUIET, parent=self)
        self._lay_out()
        self.act.on_click(self._give)
        self.back.on_click(self.left.emit)
        self.hide()

    def ask(self, event: Event) -> None:
        """Ask what is said when *event* happens."""
        refuses = event is Event.REFUSE
        self.title.setText(self.tr("Refuse the request") if refuses else self.tr("Answer"))
        self.act.setText(self.tr("Refuse now") if refuses else self.tr("Answer now"))
        self.ground.setVisible(refuses)
        self.ground.set_value("")
        self.answer.set_value("")
        self.show_problems(())
        self.show()
        (self.ground if refuses else self.answer).editor.setFocus()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Note each problem beside its field."""
        noted = {problem.field: self._words.problem(problem) for problem in problems}
        self.ground.set_problem(noted.get("ground", ""))
        self.answer.set_problem(noted.get("answer", ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out with Ctrl+Enter, leave with Esc."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._give()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        self.given.emit(Step(answer=self.answer.value(), ground=self.ground.value()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self.title)
        column.addWidget(self.ground)
        column.addWidget(self.answer)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.act)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
