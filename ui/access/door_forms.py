"""What is asked at the door: name and passphrase, and the ways for when that does not do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.access.people import PersonField
from ui.kit.buttons import Button, Kind
from ui.kit.fields import NumberField
from ui.kit.icons import Icon
from ui.kit.passphrases import NewPassphrase, SecretField
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.passphrases import PassphrasePolicy
    from station_app.services.access import SlotOwner


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

    def refuse(self, sentence: str) -> None:
        """Say beside the field that proves something that it does not."""
        raise NotImplementedError


class PassphraseForm(DoorForm):
    """Name, passphrase and *Open*; with only one person no name is asked for."""

    typed = Signal(str)
    forgotten = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.person = PersonField(self.tr("Name"))
        self.person.line.setPlaceholderText(self.tr("Name, pinyin or initials"))
        self.person.hide()
        self.passphrase = SecretField(self.tr("Passphrase"))
        self.open_button = Button(
            self.tr("Open"), meaning=Icon.UNLOCK, kind=Kind.PRIMARY, parent=self
        )
        self._is_busy, self._wait = False, ""
        forgot = Button(self.tr("Passphrase forgotten?"), kind=Kind.LINK, parent=self)
        self.column.addWidget(self.person)
        self.column.addWidget(self.passphrase)
        self.column.addWidget(self.open_button)
        self.column.addWidget(forgot, 0, Qt.AlignmentFlag.AlignHCenter)
        self.open_button.on_click(self.submit)
        self.passphrase.entered.connect(self.submit)
        self.person.line.returnPressed.connect(self._go_on)
        self.person.finished.connect(lambda: self.person.set_problem(self.person.unreadable()))
        forgot.on_click(self.forgotten.emit)

    def offer(self, people: Sequence[SlotOwner], *, owner: str) -> None:
        """Let one of *people* sign in, first of all *owner*."""
        self.person.offer(people)
        self.person.setVisible(len(people) > 1)
        known = {person.id for person in people}
        alone = people[0].id if len(people) == 1 else ""
        self.person.set_value(owner if owner in known else alone)

    def owner(self) -> str:
        """Return the key of the person who signs in, empty while none is chosen."""
        return self.person.value()

    def arrive(self) -> None:
        """Put the cursor into the passphrase, or into the name while none is chosen."""
        needs_name = self.person.isVisibleTo(self) and not self.owner()
        (self.person.line if needs_name else self.passphrase.line).setFocus()

    def submit(self) -> None:
        """Tell what was typed."""
        typed = self.passphrase.value()
        # Enter twice must not try twice: each try costs a second of key derivation
        if not typed or not self.open_button.isEnabled():
            return
        if self.person.isVisibleTo(self) and not self.owner():
            self.person.set_problem(self.person.unreadable() or self.tr("Who are you?"))
            self.person.line.setFocus()
            return
        self.typed.emit(typed)

    def forget(self) -> None:
        """Empty the passphrase; the name is no secret."""
        self.passphrase.set_value("")

    def hold(self, *, busy: bool) -> None:
        """Take nothing while a key is being computed."""
        self._is_busy = busy
        self.person.line.setReadOnly(busy)
        self.passphrase.line.setReadOnly(busy)
        self._judge()

    def wait(self, reason: str) -> None:
        """Take nothing while the door is shut to this person; empty when it is not any more."""
        self._wait = reason
        self._judge()

    def refuse(self, sentence: str) -> None:
        """Say that the passphrase is wrong; the next try overwrites it."""
        self.passphrase.set_problem(sentence)
        self.passphrase.line.selectAll()
        self.passphrase.line.setFocus()

    def _judge(self) -> None:
        # while it opens its own text says why, so it needs no tool tip
        self.open_button.refuse("" if self._is_busy else self._wait)
        self.open_button.setEnabled(not self._is_busy and not self._wait)
        self.open_button.setText(self.tr("Opening…") if self._is_busy else self.tr("Open"))

    def _go_on(self) -> None:
        if self.owner():
            self.passphrase.line.setFocus()


class SteppingForm(DoorForm):
    """What is typed beside the everyday way: with one button on, and one back."""

    left = Signal()

    def __init__(self, parent: QWidget, words: str) -> None:
        super().__init__(parent)
        self.lead = label("", Role.MUTED, wrap=True, parent=self)
        self.reset_button = Button(words, meaning=Icon.KEY, kind=Kind.PRIMARY, parent=self)
        self.reset_button.on_click(self.submit)

    def submit(self) -> None:
        """Tell what was typed, if it is complete."""
        if self.reset_button.isEnabled():
            self.tell()

    def tell(self) -> None:
        """Tell what was typed; each form its own."""
        raise NotImplementedError

    def missing(self) -> str:
        """Return what has to be typed first."""
        return ""

    def hold(self, *, busy: bool) -> None:
        """Take nothing while a key is being computed."""
        if busy:
            self.reset_button.refuse(self.tr("Opening…"))
        else:
            self.judge()

    def judge(self) -> None:
        """Let the button say what is missing."""
        self.reset_button.refuse(self.missing())

    def lay_out(self, *parts: QWidget) -> None:
        """Put the words, *parts* and the buttons in their order."""
        for part in (self.lead, *parts):
            self.column.addWidget(part)
        row = QHBoxLayout()
        back = Button(self.tr("Back"), meaning=Icon.BACK, parent=self)
        back.on_click(self.left.emit)
        row.addWidget(back)
        row.addWidget(self.reset_button, 1)
        self.column.addLayout(row)
        self.judge()


class ResettingForm(SteppingForm):
    """A proof of some kind, and a new passphrase twice."""

    def __init__(self, parent: QWidget, *, is_first: bool = False) -> None:
        super().__init__(parent, "")
        words = self.tr("Set it and begin") if is_first else self.tr("Set and open")
        self.reset_button.setText(words)
        self.new = NewPassphrase(self, is_first=is_first)
        self.first, self.second, self.rules = self.new.first, self.new.second, self.new.rules
        self.new.entered.connect(self.submit)
        self.new.changed.connect(self.judge)

    def follow(self, policy: PassphrasePolicy) -> None:
        """Judge by the rules of *policy*."""
        self.rules.follow(policy)

    def forget(self) -> None:
        """Empty the fields."""
        self.new.forget()

    def judge(self) -> None:
        """Tick the rules off; the button says what is missing."""
        is_good = self.new.judge()
        rules = "" if is_good else self.tr("The new passphrase does not meet the rules")
        self.reset_button.refuse(self.missing() or rules)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the new passphrase."""
        self.first.set_problem(sentence)
        self.first.line.selectAll()
        self.first.line.setFocus()


class PaperKeyForm(ResettingForm):
    """The key from the paper, and a new passphrase twice."""

    typed = Signal(str, str)  # paper key, new passphrase

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.paper = NumberField(self.tr("Paper key: nine groups of four"))
        self.lead.setText(self.tr("Type what stands on the paper."))
        self.lay_out(self.paper, self.new)
        self.paper.line.returnPressed.connect(self.first.line.setFocus)
        self.paper.changed.connect(self.judge)

    def arrive(self) -> None:
        """Put the cursor into the paper key."""
        self.paper.line.setFocus()

    def tell(self) -> None:
        """Tell both."""
        self.typed.emit(self.paper.value(), self.new.value())

    def missing(self) -> str:
        """Return that the paper key has not been typed."""
        return "" if self.paper.value() else self.tr("Type the paper key first")

    def forget(self) -> None:
        """Empty the fields."""
        super().forget()
        self.paper.set_value("")

    def refuse_mistyped(self, sentence: str) -> None:
        """Say that this cannot stand on any paper."""
        self.paper.set_problem(sentence)
        self.paper.line.setFocus()

    def refuse_foreign(self) -> None:
        """Say that the key is another's: its check character was right, so it was typed well."""
        self.paper.set_problem(self.tr("This paper key belongs to another station."))


class SupervisorForm(SteppingForm):
    """A supervisor proves who he is; whoever he helps chooses a new passphrase after that."""

    typed = Signal(str, str)  # supervisor, his passphrase

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Let in"))
        self.supervisor = PersonField(self.tr("Name of the supervisor"))
        self.proof = SecretField(self.tr("Passphrase of the supervisor"))
        self.lay_out(self.supervisor, self.proof)
        self.supervisor.line.returnPressed.connect(self.proof.line.setFocus)
        self.proof.entered.connect(self.submit)
        for field in (self.supervisor, self.proof):
            field.changed.connect(self.judge)

    def offer(self, supervisors: Sequence[SlotOwner], name: str) -> None:
        """Let one of *supervisors* help the person called *name*."""
        self.supervisor.offer(supervisors)
        if len(supervisors) == 1:
            self.supervisor.set_value(supervisors[0].id)
        words = self.tr(
            "A supervisor types his own name and passphrase here. Then {name} chooses a new"
            " passphrase."
        )
        self.lead.setText(words.format(name=name))
        self.judge()

    def arrive(self) -> None:
        """Put the cursor where the supervisor types first."""
        known = self.supervisor.value()
        (self.proof.line if known else self.supervisor.line).setFocus()

    def tell(self) -> None:
        """Tell both."""
        self.typed.emit(self.supervisor.value(), self.proof.value())

    def missing(self) -> str:
        """Return what the supervisor has to type first."""
        if not self.supervisor.value():
            return self.tr("Choose the supervisor first")
        return "" if self.proof.value() else self.tr("The supervisor types his passphrase first")

    def forget(self) -> None:
        """Empty the fields."""
        self.proof.set_value("")
        self.proof.set_problem("")

    def refuse(self, sentence: str) -> None:
        """Say that the supervisor's passphrase is wrong."""
        self.proof.set_problem(sentence)
        self.proof.line.selectAll()
        self.proof.line.setFocus()


class OwnPassphraseForm(ResettingForm):
    """Whoever was given a passphrase chooses one that nobody else knows."""

    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, is_first=True)
        self.lay_out(self.new)

    def greet(self, name: str, *, was_helped: bool = False) -> None:
        """Say whom it is about, and why; who *was_helped* in has seen no other passphrase."""
        words = self.tr("{name}, choose a new passphrase that nobody else knows.")
        if not was_helped:
            words = self._welcome()
        self.lead.setText(words.format(name=name))

    def _welcome(self) -> str:
        return self.tr(
            "Welcome, {name}. The passphrase you were given is for this once. Choose one that"
            " nobody else knows."
        )

    def arrive(self) -> None:
        """Put the cursor into the first field."""
        self.first.line.setFocus()

    def tell(self) -> None:
        """Tell it."""
        self.typed.emit(self.new.value())
