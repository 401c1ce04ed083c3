"""Typing a passphrase: hidden, to be shown while typing, its rules ticked off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from station_app.domain.passphrases import (
    DEFAULT_POLICY,
    PassphrasePolicy,
    problems_with_passphrase,
)
from ui.kit.fields import Field
from ui.kit.icons import Icon, IconLabel, icon
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

SAME = "same"
MET, OPEN = (Icon.FINISHED, "ok_text"), (Icon.STEP, "muted")


class SecretField(Field[str]):
    """A passphrase. The value is not tidied: blanks count."""

    entered = Signal()

    def __init__(self, title: str) -> None:
        self.line = QLineEdit()
        super().__init__(title, self.line)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        # no dictionary may learn it, and no input method compose it
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._eye = QAction(icon(Icon.SHOW, "muted"), self.tr("Show what is typed"), self.line)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show_text)
        self.line.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.line.editingFinished.connect(self.finished)
        self.line.installEventFilter(self)

    def value(self) -> str:
        """Return what was typed, as typed."""
        return self.line.text()

    def set_value(self, value: str) -> None:
        """Put *value* in; empty to forget."""
        self.line.setText(value)
        # the next secret typed here is hidden again
        self._eye.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell Enter, and notice Caps Lock."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.entered.emit()
                # Enter is told, and must not press a default button as well
                return True
            self._notice_caps(event)
        return super().eventFilter(watched, event)

    def _notice_caps(self, event: QKeyEvent) -> None:
        letter = event.text()
        if not (letter.isascii() and letter.isalpha()):
            return
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        # Qt does not tell the state of Caps Lock: a capital without Shift gives it away
        if letter.isupper() != has_shift:
            self.set_problem(self.tr("Caps Lock is on."), Tone.WARN)
        elif self.problem():
            self.set_problem("")

    def _show_text(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._eye.setIcon(icon(Icon.HIDE if on else Icon.SHOW, "muted"))


class PassphraseRules(QWidget):
    """A list of the rules of a policy, each with its sign."""

    def __init__(
        self, parent: QWidget | None = None, *, policy: PassphrasePolicy = DEFAULT_POLICY
    ) -> None:
        super().__init__(parent)
        self._policy = policy
        self._signs: dict[str, IconLabel] = {}
        self._words: dict[str, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for code in ("too-short", "too-simple", SAME):
            row = QHBoxLayout()
            row.setSpacing(Space.S)
            self._signs[code] = IconLabel(*OPEN[:1], color=OPEN[1], parent=self)
            self._words[code] = label("", Role.MUTED, wrap=True, parent=self)
            row.addWidget(self._signs[code])
            row.addWidget(self._words[code], 1)
            column.addLayout(row)
        self.follow(policy)

    def follow(self, policy: PassphrasePolicy) -> None:
        """Tell and judge by the rules of *policy* from now on."""
        self._policy = policy
        kinds = self.tr("{n} kinds of sign (A–Z, a–z, 0–9, others), or {long} characters")
        for code, words in (
            ("too-short", self.tr("At least {n} characters").format(n=policy.least_length)),
            ("too-simple", kinds.format(n=policy.least_classes, long=policy.long_enough)),
            (SAME, self.tr("Typed twice the same")),
        ):
            self._words[code].setText(words)

    def judge(self, first: str, second: str) -> bool:
        """Show which rules are met; return whether all are."""
        wrong = {problem.code for problem in problems_with_passphrase(first, self._policy)}
        # two empty fields are the same, but nothing has been typed
        if first != second or not first:
            wrong.add(SAME)
        for code, sign in self._signs.items():
            sign.show_icon(*(OPEN if code in wrong else MET))
        return not wrong


class NewPassphrase(QWidget):
    """A new passphrase, twice, with its rules; Enter leads on and is told at the end."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_first: bool = False) -> None:
        super().__init__(parent)
        own = self.tr("A passphrase of your own")
        self.first = SecretField(own if is_first else self.tr("New passphrase"))
        self.second = SecretField(self.tr("The same once more"))
        self.rules = PassphraseRules(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self.first, self.second, self.rules):
            column.addWidget(part)
        self.setFocusProxy(self.first)
        self.first.entered.connect(self.second.line.setFocus)
        self.second.entered.connect(self.entered)
        for field in (self.first, self.second):
            field.changed.connect(self.changed)

    def value(self) -> str:
        """Return what was typed."""
        return self.first.value()

    def judge(self) -> bool:
        """Tick the rules off; return whether all are met."""
        return self.rules.judge(self.first.value(), self.second.value())

    def forget(self) -> None:
        """Empty both fields."""
        for field in (self.first, self.second):
            field.set_value("")
            field.set_problem("")
