"""The forms for what happens once: the facts verified, a death noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.errors import Problem
from station_app.domain.residents.people import Verification
from ui.kit.code_field import CodeField
from ui.kit.fields import DateField, NotesField, TextField
from ui.kit.surfaces import Banner
from ui.kit.tokens import Tone
from ui.residents.form_addresses import days_to_come
from ui.residents.task import TaskForm

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.clock import Clock
    from ui.residents.words import Words


class VerificationForm(TaskForm[Verification]):
    """That somebody made sure of the facts (核实): when, how, who."""

    def __init__(self, words: Words, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        section = self.add_section(self.tr("How the facts were verified"))
        self.on = self.add_field(section, "on", DateField(self.tr("On"), required=True))
        ways = words.choices("verification")
        self.how = self.add_field(section, "how", CodeField(self.tr("How"), ways, required=True))
        self.by = self.add_field(section, "by", TextField(self.tr("Who verified"), required=True))
        self.remark = self.add_field(section, "note", NotesField(self.tr("Remarks")), wide=True)

    def draft(self) -> Verification:
        """Return the verification as typed; without a day it is today's."""
        return Verification(
            on=self.on.value() or self._clock.today(),
            how=self.how.value(),
            by=self.by.value(),
            note=self.remark.value(),
        )

    def fill(self, draft: Verification) -> None:
        """Show *draft*."""
        self.on.set_value(draft.on)
        self.how.set_value(draft.how)
        self.by.set_value(draft.by)
        self.remark.set_value(draft.note)

    def judge(self, draft: Verification) -> tuple[Problem, ...]:
        """Return what is missing."""
        missing = [
            Problem(field, "missing")
            for field in ("how", "by")
            if not getattr(draft, field).strip()
        ]
        return (*days_to_come("on", draft.on, self._clock), *missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeathDraft:
    """The day of a death, as typed."""

    on: date | None = None


class DeathForm(TaskForm[DeathDraft]):
    """On which day somebody has died."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        section = self.add_section(self.tr("Death"))
        self.on = self.add_field(section, "on", DateField(self.tr("Died on"), required=True))
        words = self.tr("From then on no certificate is issued. This can be undone.")
        self.page.body.addWidget(Banner(words, Tone.INFO, self))

    def draft(self) -> DeathDraft:
        """Return the day as typed."""
        return DeathDraft(on=self.on.value())

    def fill(self, draft: DeathDraft) -> None:
        """Show *draft*."""
        self.on.set_value(draft.on)

    def judge(self, draft: DeathDraft) -> tuple[Problem, ...]:
        """Return what is wrong with the day."""
        if draft.on is None:
            return (Problem("on", "missing"),)
        return days_to_come("on", draft.on, self._clock)
