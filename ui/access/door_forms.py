"""The two ways through the door: the passphrase of every day, and the paper key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind
from ui.kit.fields import NumberField
from ui.kit.icons import Icon
from ui.kit.passphrases import PassphraseRules, SecretField
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from ui.kit.fields import Field


class DoorForm(QWidget):
    """What is typed at the door, in a column; tries nothing itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.M)

    def arrive(self) -> None:
        """Put the cursor where one types first."""
        raise NotImplementedError

    def forget(self) -> None:
        """Empty the fields: no secret stays in a widget that lives on."""
        raise NotImplementedError

    def hold(self, *, busy: bool) -> None:
        """Take nothing while a key is being computed."""
        raise NotImplementedError


class PassphraseForm(DoorForm):
    """One field and *Open*."""

    typed = Signal(str)
    forgotten = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.passphrase = SecretField(self.tr("Passphrase"))
        self.open_button = Button(
            self.tr("Open"), meaning=Icon.UNLOCK, kind=Kind.PRIMARY, parent=self
        )
        forgot = Button(self.tr("Passphrase forgotten?"), kind=Kind.LINK, parent=self)
        self.column.addWidget(self.passphrase)
        self.column.addWidget(self.open_button)
        self.column.addWidget(forgot, 0, Qt.AlignmentFlag.AlignHCenter)
        self.open_button.on_click(self.submit)
        self.passphrase.entered.connect(self.submit)
        forgot.on_click(self.forgotten.emit)

    def arrive(self) -> None:
        """Put the cursor into the passphrase."""
        self.passphrase.line.setFocus()

    def submit(self) -> None:
        """Tell what was typed."""
        typed = self.passphrase.value()
        # Enter twice must not try twice: each try costs a second of key derivation
        if typed and self.open_button.isEnabled():
            self.typed.emit(typed)

    def forget(self) -> None:
        """Empty the field."""
        self.passphrase.set_value("")

    def hold(self, *, busy: bool) -> None:
        """Take nothing while a key is being computed."""
        # its own text says why, so it needs no tool tip
        self.open_button.setEnabled(not busy)
        self.open_button.setText(self.tr("Opening…") if busy else self.tr("Open"))
        self.passphrase.line.setReadOnly(busy)

    def refuse(self, sentence: str) -> None:
        """Say that the passphrase is wrong; the next try overwrites it."""
        self.passphrase.set_problem(sentence)
        self.passphrase.line.selectAll()
        self.passphrase.line.setFocus()


class PaperKeyForm(DoorForm):
    """The key from the paper, and a new passphrase twice."""

    typed = Signal(str, str)  # paper key, new passphrase
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.paper = NumberField(self.tr("Paper key: nine groups of four"))
        self.first = SecretField(self.tr("New passphrase"))
        self.second = SecretField(self.tr("The same once more"))
        self.rules = PassphraseRules(self)
        self.reset_button = Button(
            self.tr("Set and open"), meaning=Icon.KEY, kind=Kind.PRIMARY, parent=self
        )
        self._fields: tuple[Field[str], ...] = (self.paper, self.first, self.second)
        self._lay_out()
        self._connect()
        self.judge()

    def arrive(self) -> None:
        """Put the cursor into the paper key."""
        self.paper.line.setFocus()

    def submit(self) -> None:
        """Tell what was typed, if it is complete."""
        if self.reset_button.isEnabled():
            self.typed.emit(self.paper.value(), self.first.value())

    def forget(self) -> None:
        """Empty the fields."""
        for field in self._fields:
            field.set_value("")

    def hold(self, *, busy: bool) -> None:
        """Take nothing while a key is being computed."""
        if busy:
            self.reset_button.refuse(self.tr("Opening…"))
        else:
            self.judge()

    def judge(self) -> None:
        """Tick the rules off; the button says what is missing."""
        is_good = self.rules.judge(self.first.value(), self.second.value())
        reason = "" if self.paper.value() else self.tr("Type the paper key first")
        self.reset_button.refuse(
            reason or ("" if is_good else self.tr("The new passphrase does not meet the rules"))
        )

    def refuse_mistyped(self, sentence: str) -> None:
        """Say that this cannot stand on any paper."""
        self.paper.set_problem(sentence)
        self.paper.line.setFocus()

    def refuse_foreign(self) -> None:
        """Say that the key is another's: its check character was right, so it was typed well."""
        self.paper.set_problem(self.tr("This paper key belongs to another station."))

    def _lay_out(self) -> None:
        lead = label(self.tr("Type what stands on the paper."), Role.MUTED, parent=self)
        for part in (lead, *self._fields, self.rules):
            self.column.addWidget(part)
        row = QHBoxLayout()
        back = Button(self.tr("Back"), meaning=Icon.BACK, parent=self)
        back.on_click(self.left.emit)
        row.addWidget(back)
        row.addWidget(self.reset_button, 1)
        self.column.addLayout(row)

    def _connect(self) -> None:
        self.reset_button.on_click(self.submit)
        self.paper.line.returnPressed.connect(self.first.line.setFocus)
        self.first.entered.connect(self.second.line.setFocus)
        self.second.entered.connect(self.submit)
        for field in self._fields:
            field.changed.connect(self.judge)
