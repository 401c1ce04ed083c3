"""Acts with a button each: what has to be said is asked in place, then it is carried out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.counter.ask_form import AskForm, Question
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon, icon
from ui.kit.keys import add_key
from ui.kit.surfaces import FlowLayout
from ui.kit.tokens import Space, Tone
from ui.kit.words import set_property

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.access.permissions import Permission
    from station_app.domain.changes import Done
    from station_app.domain.errors import Problem
    from ui.counter.ask_form import Answer
    from ui.kit.room import RoomContext

Change = Callable[[], "Done[Any]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act: its button; what is asked; what carries the answer out; what is said then."""

    code: str
    text: str
    sign: Icon
    keys: str
    ask: Callable[[], Question | None]
    change: Callable[[Answer], Change]
    label: Callable[[], str]


class AskedActs(QWidget):
    """The buttons in a row, the question beneath. Those that do not come next are not shown."""

    taken = Signal(str)  # the code of an act that was carried out
    asked = Signal()  # a question is in sight

    def __init__(
        self,
        context: RoomContext,
        permission: Permission,
        wording: Callable[[Problem], str],
        parent: QWidget | None = None,
        *,
        stands_out: bool = True,
    ) -> None:
        super().__init__(parent)
        self._context, self._permission = context, permission
        self._stands_out = stands_out  # else something else on the page does
        self._acts: dict[str, Act] = {}
        self._reasons: Mapping[str, str] = {}
        self._code = ""
        self.buttons: dict[str, Button] = {}
        self.form = AskForm(wording, self)
        self.form.given.connect(self._carry_out)
        self.form.left.connect(self.stop_asking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        self._row = FlowLayout()
        column.addLayout(self._row)
        column.addWidget(self.form)

    def add_keys(self, owner: QWidget, *, group: str) -> None:
        """Let the keys of the acts work while *owner* has the cursor."""
        for act in self._acts.values():
            text = act.text.removesuffix("…")
            add_key(owner, act.keys, text, partial(self.press, act.code), group=group)

    def add(self, act: Act) -> Button:
        """Offer *act*."""
        button = Button(act.text, meaning=act.sign, parent=self)
        button.setAutoDefault(True)
        button.on_click(partial(self.press, act.code))
        self._context.gate.bind(self._permission, button)
        self._acts[act.code], self.buttons[act.code] = act, button
        self._row.addWidget(button)
        return button

    def allow(self, reasons: Mapping[str, str]) -> None:
        """Show the acts of *reasons*, those refused that have one; the first stands out."""
        self._reasons = reasons
        first = self.first()
        for code, button in self.buttons.items():
            button.setVisible(code in reasons)
            if code in reasons:
                button.refuse(reasons[code])
                hint = f"{self._acts[code].text.removesuffix('…')} ({self._acts[code].keys})"
                button.setToolTip(reasons[code] or hint)
            kind = Kind.PRIMARY if code == first and self._stands_out else Kind.NORMAL
            set_property(button, "kind", str(kind))
            color = "on_accent" if kind is Kind.PRIMARY else "text"
            button.setIcon(icon(self._acts[code].sign, color))

    def first(self) -> str:
        """Return the act that comes next, empty if none does."""
        return next((code for code in self._acts if self._reasons.get(code) == ""), "")

    def press(self, code: str) -> None:
        """Carry an act out, or ask first what has to be said with it; or say why not."""
        reason = self._context.gate.reason(self._permission) or self._reasons.get(code, "")
        if reason:
            self._context.notices.say(reason, Tone.WARN)
            return
        if code not in self._reasons:
            return
        self._code = code
        question = self._acts[code].ask()
        if question is None:
            self._carry_out({})
        else:
            self.form.ask(question)
            self.asked.emit()

    def press_first(self) -> None:
        """Carry out what comes next, or what is being asked about."""
        if self.form.isVisible():
            self.form.submit()
        elif self.first():
            self.press(self.first())

    def stop_asking(self) -> None:
        """Ask no more; the cursor goes back to the buttons."""
        if self.form.isVisible():
            self.focus_first()
        self.form.hide()

    def focus_first(self) -> None:
        """Put the cursor on what comes next."""
        if self.first():
            self.buttons[self.first()].setFocus()

    def _carry_out(self, said: Answer) -> None:
        act = self._acts[self._code]
        change = act.change(said)
        self._context.operations.perform(
            lambda _: change(),
            owner=self,
            done=lambda _: self._done(act.code),
            failed=self._refused,
            label=act.label(),
        )

    def _done(self, code: str) -> None:
        self.taken.emit(code)
        self.form.hide()

    def _refused(self, error: Exception) -> None:
        self.form.hear(error, self._context.failed)
