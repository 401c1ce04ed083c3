"""What is said before a list is given out: what, to whom, what for, with whose consent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from station_app.domain.exports import LONGEST, ExportAsk, ExportLimits
from station_app.services.exports.second import Approval
from ui.kit.buttons import ToggleChip
from ui.kit.code_field import CodeField
from ui.kit.fields import CheckField, Field, TextField
from ui.kit.form import RecordForm
from ui.kit.passphrases import SecretField
from ui.kit.surfaces import Banner, FlowLayout
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.errors import Problem
    from ui.kit.buttons import Choice

DUTY = "duty"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportDraft:
    """An export as it stands in the form."""

    columns: tuple[str, ...] = ()
    ask: ExportAsk = field(default_factory=ExportAsk)
    approver: str = ""
    passphrase: str = field(default="", repr=False)

    def approval(self) -> Approval | None:
        """Return who agrees, if somebody has been named."""
        if not self.approver:
            return None
        return Approval(key=self.approver, passphrase=self.passphrase)


class ColumnsField(Field[tuple[str, ...]]):
    """Which columns go out: a chip each, in the order of the table."""

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        chips = QWidget()
        super().__init__(title, chips)
        self.chips = {choice.code: ToggleChip(choice.text, chips) for choice in choices}
        flow = FlowLayout(chips)
        for chip in self.chips.values():
            flow.addWidget(chip)
            chip.toggled.connect(lambda _: self.changed.emit())
        self.setFocusProxy(next(iter(self.chips.values())))

    def value(self) -> tuple[str, ...]:
        """Return the columns that are on."""
        return tuple(code for code, chip in self.chips.items() if chip.isChecked())

    def set_value(self, value: tuple[str, ...]) -> None:
        """Turn the columns of *value* on, the others off."""
        for code, chip in self.chips.items():
            chip.setChecked(code in value)


class ExportForm(RecordForm[ExportDraft]):
    """Asks what the law and the station ask for, no more than the number of people makes needed.

    The second person types a passphrase here; it is forgotten with the panel.
    """

    def __init__(
        self,
        *,
        people: int,
        limits: ExportLimits,
        columns: Sequence[Choice],
        grounds: Sequence[Choice],
        approvers: Sequence[Choice],
        full_refused: str = "",
        has_numbers: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, save_text=self.tr("Choose where to save…"))
        self.save.setToolTip(self.tr("Choose where to save, then export (Ctrl+Enter)"))
        self.cancel.setText(self.tr("Back"))
        self.cancel.setToolTip(self.tr("Back without exporting (Esc)"))
        self._people, self._limits = people, limits
        what = self.add_section(self.tr("What goes out"), columns=1)
        self.columns = self.add_field(
            what, "columns", ColumnsField(self.tr("Columns"), columns), wide=True
        )
        self.full = self.add_field(
            what, "is_full", CheckField(self.tr("Numbers in full (ID number and phone)"))
        )
        self.full.set_hint(full_refused or self.tr("Off: 110000********0013, 138****5678."))
        self.full.set_read_only(full_refused)
        self.full.setVisible(has_numbers)
        self._add_purpose(grounds)
        self.approver: CodeField | None = None
        self.passphrase: SecretField | None = None
        if limits.asks_approval(people):
            self._add_second_person(approvers)

    def draft(self) -> ExportDraft:
        """Return what is asked for."""
        return ExportDraft(
            columns=self.columns.value(),
            ask=ExportAsk(
                recipient=self.recipient.value(),
                purpose=self.purpose.value(),
                ground=self.ground.value(),
                reason=self.reason.value(),
                is_full=self.full.value(),
            ),
            approver=self.approver.value() if self.approver else "",
            passphrase=self.passphrase.value() if self.passphrase else "",
        )

    def fill(self, draft: ExportDraft) -> None:
        """Show *draft*."""
        self.columns.set_value(draft.columns)
        self.full.set_value(draft.ask.is_full)
        self.recipient.set_value(draft.ask.recipient)
        self.purpose.set_value(draft.ask.purpose)
        self.ground.set_value(draft.ask.ground)
        self.reason.set_value(draft.ask.reason)
        if self.approver is not None and self.passphrase is not None:
            self.approver.set_value(draft.approver)
            self.passphrase.set_value(draft.passphrase)

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        sentences = {
            "recipient:missing": self.tr("Say who gets the list."),
            "purpose:missing": self.tr("Say what the list is for. It stands in the file."),
            "ground:missing": self.tr("Choose what the law allows it on."),
            "reason:missing": self.tr("Say why so many people are needed."),
            "columns:missing": self.tr("Choose at least one column."),
            "approver:missing": self.tr("Choose who agrees."),
            "passphrase:missing": self.tr("The second person types their own passphrase."),
            "passphrase:wrong": self.tr("This is not that person's passphrase."),
        }
        words = sentences.get(f"{problem.field}:{problem.code}")
        return words or self.tr("At most {most} characters.").format(**problem.facts)

    def needs_reason(self) -> bool:
        """Whether it must be said why so many are given out."""
        return self._limits.asks_reason(self._people)

    def forget_passphrase(self) -> None:
        """Let the second person type anew."""
        if self.passphrase is not None:
            self.passphrase.set_value("")

    def _add_purpose(self, grounds: Sequence[Choice]) -> None:
        why = self.add_section(self.tr("To whom, and what for"), columns=1)
        self.recipient = self.add_field(
            why,
            "recipient",
            TextField(
                self.tr("Who gets it"), required=True, placeholder=self.tr("Office and person")
            ),
        )
        self.purpose = self.add_field(why, "purpose", TextField(self.tr("Purpose"), required=True))
        self.ground = self.add_field(
            why, "ground", CodeField(self.tr("Ground in the law"), grounds, required=True)
        )
        self.reason = self.add_field(
            why, "reason", TextField(self.tr("Why so many people"), required=self.needs_reason())
        )
        # who gives a few people out is not asked what nobody wants to know
        self.reason.setVisible(self.needs_reason())
        self.reason.set_hint(
            self.tr("Needed for more than {count} people.").format(count=self._limits.reason_above)
        )
        for name, most in LONGEST.items():
            getattr(self, name).line.setMaxLength(most)

    def _add_second_person(self, approvers: Sequence[Choice]) -> None:
        who = self.add_section(self.tr("Second person"), columns=1)
        words = self.tr("More than {count} people leave only if a second person agrees.").format(
            count=f"{self._limits.approval_above:,}"
        )
        if not approvers:
            words += " " + self.tr(
                "Nobody else here has a passphrase and may agree. Choose fewer people, or have"
                " the head add a colleague."
            )
            who.body.insertWidget(0, Banner(words, Tone.WARN, who))
            self.save.refuse(self.tr("A second person has to agree, and there is none."))
            return
        who.body.insertWidget(0, Banner(words, Tone.INFO, who))
        self.approver = self.add_field(
            who, "approver", CodeField(self.tr("Who agrees"), approvers, required=True)
        )
        self.passphrase = self.add_field(
            who, "passphrase", SecretField(self.tr("Their own passphrase"))
        )
