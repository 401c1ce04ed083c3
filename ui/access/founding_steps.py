"""The steps of the first run: the station, its passphrase, the proof, the paper key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from station_app.domain.settings import Settings, problems_with
from ui.kit.buttons import Button
from ui.kit.fields import NumberField, TextField
from ui.kit.form import Section
from ui.kit.icons import Icon
from ui.kit.paper_key import PaperKeyPanel
from ui.kit.passphrases import PassphraseRules, SecretField
from ui.kit.surfaces import Banner, Card
from ui.kit.tokens import Tone
from ui.kit.wizard import Wizard, WizardStep
from ui.kit.words import Role, label

NARROW_FIELD = 360


class StationStep(WizardStep):
    """What the station is called and where it is, or a station to try things out.

    Only what papers cannot do without is asked here; the rest waits in the settings.
    """

    demo_asked = Signal()
    restore_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.set_heading(
            self.tr("Your station"),
            self.tr("These stand on every paper; your name signs every record."),
        )
        section = Section("")
        self.founder = section.add(
            TextField(self.tr("Your own name"), required=True, placeholder="王小明")
        )
        self.name = section.add(
            TextField(
                self.tr("Name of the station"), required=True, placeholder="幸福里社区综合服务站"
            )
        )
        self.code = section.add(NumberField(self.tr("Statistical code (12 digits)")))
        self.phone = section.add(NumberField(self.tr("Telephone")))
        self.address = section.add(TextField(self.tr("Address")), wide=True)
        self.body.addWidget(section)
        self.demo = Button(self.tr("Try with demo data"), meaning=Icon.DEMO)
        self.restore = Button(self.tr("Restore a backup…"), meaning=Icon.RESTORE)
        self.body.addWidget(self._other_ways())
        self.demo.on_click(self.demo_asked.emit)
        self.restore.on_click(self.restore_asked.emit)
        fields = (self.founder, self.name, self.code, self.phone, self.address)
        for at, field in enumerate(fields):
            field.changed.connect(self.complete_changed)
            # round in a ring: the wizard's own Next is one Tab away, and never pressed by chance
            field.line.returnPressed.connect(fields[(at + 1) % len(fields)].line.setFocus)
        # when the field is left: half a code is wrong at every keystroke
        self.code.finished.connect(self._note_code)

    def arrive(self) -> None:
        """Put the cursor in the first field."""
        self.founder.line.setFocus()

    def missing(self) -> str:
        """Return what has to be entered first."""
        if not self.founder.value():
            return self.tr("Enter your own name")
        if not self.name.value():
            return self.tr("Enter the name of the station")
        return self._code_trouble()

    def particulars(self) -> dict[str, str]:
        """Return what was entered, by the names of the settings."""
        return {
            "name": self.name.value(),
            "code": self.code.value(),
            "address": self.address.value(),
            "phone": self.phone.value(),
        }

    def _code_trouble(self) -> str:
        # the rule is the domain's: a name that is never empty, so that only the code is judged
        found = problems_with(Settings(name="-", code=self.code.value()))
        return (
            self.tr("Digits and letters only; the statistical code has 12 digits") if found else ""
        )

    def _note_code(self) -> None:
        self.code.set_problem(self._code_trouble())

    def _other_ways(self) -> Card:
        card = Card()
        row = QHBoxLayout()
        words = self.tr(
            "Only looking around? Open a demo station with 2,000 invented residents. A new"
            " computer? Bring your station back from the stick with its backups."
        )
        row.addWidget(label(words, Role.MUTED, wrap=True), 1)
        buttons = QVBoxLayout()
        buttons.addWidget(self.demo)
        buttons.addWidget(self.restore)
        row.addLayout(buttons)
        card.body.addLayout(row)
        return card


class PassphraseStep(WizardStep):
    """The passphrase that opens the station, twice.

    The station is made when the step is left, since nothing can be shown before that.
    The page does it, then says that it is :attr:`ready`.
    """

    left = Signal()  # forwards: the page acts, then says that it is ready

    def __init__(self) -> None:
        super().__init__()
        self.set_heading(
            self.tr("Passphrase"),
            self.tr(
                "Everything in the station is encrypted with it. A sentence that you can remember"
                " is better than a short word with signs."
            ),
        )
        card = Card()
        self.first = SecretField(self.tr("Passphrase"))
        self.second = SecretField(self.tr("The same once more"))
        self.rules = PassphraseRules()
        for field in (self.first, self.second):
            field.setMaximumWidth(NARROW_FIELD)
            card.body.addWidget(field)
        card.body.addWidget(self.rules)
        self.body.addWidget(card)
        self.trouble = Banner("", Tone.DANGER)
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self.first.entered.connect(self.second.line.setFocus)
        for field in (self.first, self.second):
            field.changed.connect(self.complete_changed)

    def arrive(self) -> None:
        """Put the cursor in the first field."""
        self.first.line.setFocus()

    def missing(self) -> str:
        """Return why the passphrase is not settled."""
        is_good = self.rules.judge(self.first.value(), self.second.value())
        return "" if is_good else self.tr("The rules are not all met yet")

    def proceed(self) -> bool:
        """Have the page act, and wait for it."""
        self.left.emit()
        return False

    def next_text(self) -> str:
        """Return the word that says what happens next."""
        return self.tr("Set up")

    def value(self) -> str:
        """Return the passphrase."""
        return self.first.value()

    def forget(self) -> None:
        """Empty the fields."""
        self.first.set_value("")
        self.second.set_value("")


class ProofStep(WizardStep):
    """The passphrase once more: whoever cannot type it now cannot tomorrow."""

    left = Signal()  # forwards: the page acts, then says that it is ready

    def __init__(self) -> None:
        super().__init__()
        self.set_heading(
            self.tr("Open it once"),
            self.tr(
                "The station is set up and locked. Open it with the passphrase, as you will every"
                " morning."
            ),
        )
        card = Card()
        self.typed = SecretField(self.tr("Passphrase"))
        self.typed.setMaximumWidth(NARROW_FIELD)
        card.body.addWidget(self.typed)
        self.body.addWidget(card)
        self.typed.changed.connect(self.complete_changed)

    def arrive(self) -> None:
        """Put the cursor in the field."""
        self.typed.line.setFocus()

    def missing(self) -> str:
        """Return what has to be typed."""
        return "" if self.typed.value() else self.tr("Type the passphrase")

    def proceed(self) -> bool:
        """Have the page act, and wait for it."""
        self.left.emit()
        return False

    def refuse(self, sentence: str) -> None:
        """Say that it is not the passphrase; the next try overwrites it."""
        self.typed.set_problem(sentence)
        self.typed.line.selectAll()
        self.arrive()

    def forget(self) -> None:
        """Empty the field: no secret stays in a widget longer than it is needed."""
        self.typed.set_value("")

    def next_text(self) -> str:
        """Return the word that says what happens next."""
        return self.tr("Open")

    def can_go_back(self) -> bool:
        """Whether there is a way back: no, the station exists by now."""
        return False


class PaperStep(WizardStep):
    """The paper key: printed, put away, one group of it typed back.

    A group asked for at random is the cheapest proof that there is a paper: a box to tick
    would be ticked.
    """

    def __init__(self) -> None:
        super().__init__()
        self.set_heading(
            self.tr("Paper key"),
            self.tr(
                "If the passphrase is forgotten, only this key opens the station. It is shown this"
                " once: print it, and lock the paper away, not beside the computer."
            ),
        )
        card = Card()
        self.panel = PaperKeyPanel()
        card.body.addWidget(self.panel)
        self.body.addWidget(card)
        self.panel.changed.connect(self.complete_changed)

    def arrive(self) -> None:
        """Put the cursor where the paper is made."""
        self.panel.print.setFocus()

    def missing(self) -> str:
        """Return what has to be typed."""
        return self.panel.missing()

    def next_text(self) -> str:
        """Return the word that says what happens next."""
        return self.tr("Start working")

    def can_go_back(self) -> bool:
        """Whether there is a way back: no, the station is open."""
        return False


class FoundingWizard(Wizard):
    """The four steps in their order; Enter goes on from the last field of each."""

    def __init__(self) -> None:
        self.station, self.passphrase = StationStep(), PassphraseStep()
        self.proof, self.paper = ProofStep(), PaperStep()
        steps = (self.station, self.passphrase, self.proof, self.paper)
        super().__init__(steps, title=self.tr("Setting up"))
        self.passphrase.second.entered.connect(self.go_on)
        self.proof.typed.entered.connect(self.go_on)
        self.paper.panel.group.line.returnPressed.connect(self.go_on)

    def hold(self, reason: str) -> None:
        """Keep the steps where they are, and the demo station from being asked for."""
        # its button stands in a step, where the wizard's own hold does not reach
        self.station.demo.refuse(reason)
        super().hold(reason)
