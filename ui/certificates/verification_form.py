"""How the facts were made sure of (核实): when, how, by whom. Then the way is clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import Problem
from station_app.domain.residents.people import Verification
from ui.kit.code_field import CodeField
from ui.kit.fields import DateField, TextField
from ui.kit.form import RecordForm

if TYPE_CHECKING:
    from datetime import date

    from ui.certificates.words import Words

VerificationDraft = tuple["date | None", str, str, str]  # on, how, by, note


class VerificationForm(RecordForm[VerificationDraft]):
    """Four fields, three of them already filled as it usually is.

    How it was made sure of is left open on purpose: that is the statement itself.
    """

    def __init__(self, words: Words) -> None:
        super().__init__(save_text=self.tr("Record the verification"))
        self._words = words
        section = self.add_section(self.tr("How did you make sure of it?"))
        self.how = self.add_field(
            section,
            "how",
            CodeField(self.tr("How"), words.verification_choices(), required=True),
        )
        self.on = self.add_field(section, "on", DateField(self.tr("When"), required=True))
        self.by = self.add_field(section, "by", TextField(self.tr("By whom"), required=True))
        self.remark = self.add_field(section, "note", TextField(self.tr("Remark")))
        self.save.setAutoDefault(True)
        self.cancel.setText(self.tr("Somebody else"))

    def begin(self, *, today: date, clerk: str) -> None:
        """Start with a verification made today by *clerk*."""
        self.show_draft((today, "", clerk, ""))

    def draft(self) -> VerificationDraft:
        """Return what is typed."""
        return self.on.value(), self.how.value(), self.by.value(), self.remark.value()

    def fill(self, draft: VerificationDraft) -> None:
        """Show *draft*."""
        on, how, by, remark = draft
        self.on.set_value(on)
        self.how.set_value(how)
        self.by.set_value(by)
        self.remark.set_value(remark)

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        return self._words.problem(problem)

    def fact(self) -> Verification | None:
        """Return the verification typed; without a day, note that and return None."""
        on, how, by, remark = self.draft()
        if on is None:
            self.show_problems([Problem("on", "missing")])
            return None
        return Verification(on=on, how=how, by=by, note=remark)
