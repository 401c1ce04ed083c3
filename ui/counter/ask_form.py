"""What is asked with a step of a case: why, to whom, until when, how it ended; in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from station_app.domain.errors import Problem, ValidationFailedError
from ui.kit.buttons import Button, Kind
from ui.kit.form_keys import FormKeys
from ui.kit.surfaces import empty
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.kit.fields import Field

Answer = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: what will happen, the fields by what their problems are called."""

    title: str
    action: str
    fields: Mapping[str, Field[Any]]
    needed: frozenset[str] = frozenset()
    text: str = ""


class AskForm(QFrame):
    """A question in the page. Enter goes on, at last to the button; Esc leaves."""

    given = Signal(object)  # Answer
    left = Signal()

    def __init__(self, wording: Callable[[Problem], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "tone-accent")
        self._wording = wording
        self._needed: frozenset[str] = frozenset()
        self.fields: dict[str, Field[Any]] = {}
        self.title = label("", Role.STRONG, wrap=True, parent=self)
        self.text = label("", wrap=True, parent=self)
        self.act = Button("", kind=Kind.PRIMARY, parent=self)
        self.act.setAutoDefault(True)
        self.back = Button(self.tr("Leave it as it is"), parent=self)
        self._keys = FormKeys(self, self.fields, self.act)
        self._room = QVBoxLayout()
        self._room.setSpacing(Space.S)
        self._lay_out()
        self.act.on_click(self._give)
        self.back.on_click(self.left.emit)
        self._keys.submitted.connect(self._give)
        self._keys.left.connect(self.left)
        self.hide()

    def ask(self, question: Question) -> None:
        """Ask *question*, the cursor in its first field."""
        self._clear()
        self._needed = question.needed
        self.title.setText(question.title)
        self.text.setText(question.text)
        self.text.setVisible(bool(question.text))
        self.act.setText(question.action)
        self.act.setEnabled(True)
        for name, field in question.fields.items():
            self.fields[name] = field
            self._keys.watch(field)
            self._room.addWidget(field)
            field.show()
        self.show()
        first: QWidget = next((each.editor for each in self.fields.values()), self.act)
        first.setFocus()

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Note each problem beside its field, the cursor in the first."""
        self.act.setEnabled(True)
        for problem in problems:
            field = self.fields.get(problem.field)
            if field is not None and not field.problem():
                field.set_problem(self._wording(problem))
        wrong: Sequence[Field[Any]] = [each for each in self.fields.values() if each.problem()]
        for each in wrong[:1]:
            each.editor.setFocus()

    def submit(self) -> None:
        """Carry it out with what was typed, as Ctrl+Enter does."""
        for field in self.fields.values():
            if field.editor.hasFocus():
                field.finished.emit()
        self._give()

    def hear(self, error: Exception, failed: Callable[[Exception], object]) -> None:
        """Note what *error* says of the fields; whatever else it says is for *failed*."""
        if isinstance(error, ValidationFailedError) and self.isVisible():
            self.refuse(error.problems)
        else:
            self.allow_again()
            failed(error)

    def allow_again(self) -> None:
        """Let it be tried once more: something else was in the way."""
        self.act.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, carry out with Ctrl+Enter, also from the button."""
        at_button = self.act.hasFocus() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if at_button:
            self._give()
        elif not self._keys.press(self, event):
            super().keyPressEvent(event)

    def _give(self) -> None:
        if not self.act.isEnabled():
            return  # a second press is no second step
        for field in self.fields.values():
            field.set_problem(field.unreadable())
        lacking = [name for name in self.fields if name in self._needed and self._is_empty(name)]
        if lacking or any(field.problem() for field in self.fields.values()):
            self.refuse(Problem(name, "missing") for name in lacking)
            return
        self.act.setEnabled(False)
        self.given.emit({name: field.value() for name, field in self.fields.items()})

    def _is_empty(self, name: str) -> bool:
        return self.fields[name].value() in {"", None}

    def _clear(self) -> None:
        self.fields.clear()
        empty(self._room)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(self._room)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.act)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
