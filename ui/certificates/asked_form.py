"""What the forms of certificates share: what a template asks, and how it was made sure of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from station_app.domain.certificate_requests import Evidence
from station_app.domain.paper_templates.answers import PREFIX
from ui.certificates.kind_fields import answer_in, field_for, is_wide, show_answer
from ui.kit.code_field import CodeField
from ui.kit.fields import DateField, TextField
from ui.kit.form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from station_app.domain.paper_templates.template import PaperTemplate
    from ui.certificates.words import Words
    from ui.kit.fields import Field

DraftT = TypeVar("DraftT")


class AskedForm(RecordForm[DraftT]):
    """A form for the papers of one *template*; those made of it say what else they ask."""

    def __init__(self, words: Words, template: PaperTemplate, *, save_text: str) -> None:
        super().__init__(save_text=save_text)
        self._words, self.template = words, template
        self._asked: dict[str, Field[Any]] = {}

    def evidence(self, today: date) -> Evidence:
        """Return how it was made sure of; a day that is no day counts as *today*'s."""
        return Evidence(
            how=self.how.value(),
            on=self.on.value() or today,
            by=self.by.value(),
            note=self.remark.value(),
        )

    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return what is answered."""
        return tuple((name, answer_in(field)) for name, field in self._asked.items())

    def show_answers(self, answers: Iterable[tuple[str, str]]) -> None:
        """Show what was answered; what this template does not ask is left out."""
        for name, answer in answers:
            if name in self._asked:
                show_answer(self._asked[name], answer)

    def show_proof(self, how: str, on: date | None, by: str, note: str) -> None:
        """Show how it was made sure of."""
        self.how.set_value(how)
        self.on.set_value(on)
        self.by.set_value(by)
        self.remark.set_value(note)

    def build_asked(self, title: str) -> None:
        """Add the fields for what the template asks."""
        section = self.add_section(title)
        for ask in self.template.asks:
            made = field_for(ask)
            if ask.hint:
                made.set_hint(ask.hint)
            field = self.add_field(section, PREFIX + ask.name, made, wide=is_wide(ask))
            self._asked[ask.name] = field
        section.setVisible(bool(self.template.asks))

    def build_proof(self) -> None:
        """Add the fields for how it was made sure of."""
        section = self.add_section(self.tr("How did you make sure of it?"))
        ways = self._words.verification_choices()
        self.how = self.add_field(section, "how", CodeField(self.tr("How"), ways, required=True))
        self.on = self.add_field(section, "on", DateField(self.tr("When"), required=True))
        self.by = self.add_field(section, "by", TextField(self.tr("By whom"), required=True))
        self.remark = self.add_field(section, "note", TextField(self.tr("Remark")))
