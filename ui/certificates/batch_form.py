"""A batch as it is drawn up: one occasion, what stands on all its papers, who gets one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from station_app.domain.access.permissions import Permission
from station_app.domain.certificate_batches import OCCASION_LENGTH
from station_app.domain.certificate_requests import (
    ADDRESSEE_LENGTH,
    PURPOSE_LENGTH,
    Evidence,
    RequestDraft,
)
from station_app.domain.paper_templates.answers import PREFIX
from ui.certificates.kind_fields import answer_in, field_for, is_wide, show_answer
from ui.kit.code_field import CodeField
from ui.kit.fields import DateField, NotesField, TextField
from ui.kit.form import RecordForm
from ui.kit.suggest_field import SuggestField
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from station_app.domain.errors import Problem
    from station_app.domain.paper_templates.template import PaperTemplate
    from ui.certificates.words import Words
    from ui.kit.buttons import Choice
    from ui.kit.fields import Field
    from ui.kit.room import RoomContext

LINES = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchDraft:
    """What has been typed so far; compared with what was shown to know what is unsaved."""

    occasion: str = ""
    purpose: str = ""
    addressee: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    how: str = ""
    on: date | None = None
    by: str = ""
    note: str = ""
    people: str = ""


class BatchForm(RecordForm[BatchDraft]):
    """Made anew for each kind of certificate; people are pasted, one a line."""

    kind_chosen = Signal(str)
    list_chosen = Signal(str)
    people_changed = Signal()

    def __init__(
        self,
        words: Words,
        context: RoomContext,
        template: PaperTemplate,
        *,
        kinds: Sequence[Choice],
        lists: Sequence[Choice],
    ) -> None:
        super().__init__(save_text=self.tr("Hand in for approval"))
        self._words, self.template = words, template
        self._asked: dict[str, Field[Any]] = {}
        self._build_occasion(kinds)
        self._build_people(lists)
        self._build_asked()
        self._build_proof()
        self.save.setAutoDefault(True)
        self.save.setToolTip(self.tr("Hand in for approval (Ctrl+Enter)"))
        context.gate.bind(Permission.CERTIFICATE_ISSUE, self.save)
        self.kind.set_value(template.kind)
        self.kind.changed.connect(self._tell_kind)
        self.people.changed.connect(self.people_changed)
        self.lists.changed.connect(self._tell_list)

    def request(self) -> RequestDraft:
        """Return what is asked for, for nobody yet."""
        draft = self.draft()
        return RequestDraft(
            kind=self.template.kind,
            resident_id="",
            purpose=draft.purpose,
            addressee=draft.addressee,
            answers=dict(draft.answers),
        )

    def evidence(self, today: date) -> Evidence:
        """Return how it was made sure of; a day that is no day counts as *today*'s."""
        draft = self.draft()
        return Evidence(how=draft.how, on=draft.on or today, by=draft.by, note=draft.note)

    def draft(self) -> BatchDraft:
        """Return what is typed."""
        return BatchDraft(
            occasion=self.occasion.value(),
            purpose=self.purpose.value(),
            addressee=self.addressee.value(),
            answers=tuple((name, answer_in(field)) for name, field in self._asked.items()),
            how=self.how.value(),
            on=self.on.value(),
            by=self.by.value(),
            note=self.remark.value(),
            people=self.people.value(),
        )

    def fill(self, draft: BatchDraft) -> None:
        """Show *draft*."""
        self.occasion.set_value(draft.occasion)
        self.purpose.set_value(draft.purpose)
        self.addressee.set_value(draft.addressee)
        for name, answer in draft.answers:
            if name in self._asked:
                show_answer(self._asked[name], answer)
        self.how.set_value(draft.how)
        self.on.set_value(draft.on)
        self.by.set_value(draft.by)
        self.remark.set_value(draft.note)
        self.people.set_value(draft.people)

    def add_people(self, lines: Sequence[str]) -> None:
        """Add *lines* to the people."""
        text = self.people.value().rstrip()
        self.people.set_value("\n".join((*([text] if text else []), *lines)))
        self.lists.set_value("")
        self.people_changed.emit()

    def say_found(self, sentence: str) -> None:
        """Say who was found."""
        self.found.setText(sentence)
        self.found.setVisible(bool(sentence))

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        own = {
            ("occasion", "missing"): self.tr("What is the occasion? The batch is found by it."),
            ("people", "missing"): self.tr("Write who gets one, a name on each line."),
            ("people", "too-many"): self.tr("At most {most} people in a batch."),
            ("people", "open"): self.tr("Mend the lines named below, or take them out."),
            ("people", "twice"): self.tr("Somebody is named twice."),
        }
        sentence = own.get((problem.field, problem.code))
        return sentence.format(**problem.facts) if sentence else self._words.problem(problem)

    def _build_occasion(self, kinds: Sequence[Choice]) -> None:
        section = self.add_section(self.tr("One certificate for many people"))
        self.kind = self.add_field(
            section, "kind", CodeField(self.tr("Certificate"), kinds, required=True)
        )
        self.occasion = self.add_field(
            section,
            "occasion",
            SuggestField(self.tr("Occasion"), required=True, most=OCCASION_LENGTH),
        )
        needs = self.template.needs_purpose
        self.purpose = self.add_field(
            section,
            "purpose",
            SuggestField(self.tr("Purpose"), required=needs, most=PURPOSE_LENGTH),
        )
        self.addressee = self.add_field(
            section,
            "addressee",
            SuggestField(self.tr("To whom it is handed in"), most=ADDRESSEE_LENGTH),
        )
        # a certificate of honour is for nothing and handed in to nobody
        for field in (self.purpose, self.addressee):
            field.setVisible(needs)

    def _build_people(self, lists: Sequence[Choice]) -> None:
        section = self.add_section(self.tr("Who gets one"))
        self.people = self.add_field(
            section,
            "people",
            NotesField(
                self.tr("Names, one a line; behind a name the end of the ID number"),
                lines=LINES,
                placeholder="张三\n李四 0013",
            ),
            wide=True,
        )
        self.found = label("", Role.MUTED, wrap=True, parent=self)
        self.found.hide()
        section.body.addWidget(self.found)
        self.lists = self.add_field(
            section, "list", CodeField(self.tr("Or add all of a saved list"), lists), wide=True
        )
        if not lists:
            self.lists.set_read_only(
                self.tr("There is no saved list. Residents: filter, then save the list.")
            )

    def _build_asked(self) -> None:
        section = self.add_section(self.tr("What stands on all of them"))
        for ask in self.template.asks:
            made = field_for(ask)
            if ask.hint:
                made.set_hint(ask.hint)
            field = self.add_field(section, PREFIX + ask.name, made, wide=is_wide(ask))
            self._asked[ask.name] = field
        section.setVisible(bool(self.template.asks))

    def _build_proof(self) -> None:
        section = self.add_section(self.tr("How did you make sure of it?"))
        ways = self._words.verification_choices()
        self.how = self.add_field(section, "how", CodeField(self.tr("How"), ways, required=True))
        self.on = self.add_field(section, "on", DateField(self.tr("When"), required=True))
        self.by = self.add_field(section, "by", TextField(self.tr("By whom"), required=True))
        self.remark = self.add_field(section, "note", TextField(self.tr("Remark")))

    def _tell_kind(self) -> None:
        kind = self.kind.value()
        if kind and kind != self.template.kind:
            self.kind_chosen.emit(kind)

    def _tell_list(self) -> None:
        if self.lists.value():
            self.list_chosen.emit(self.lists.value())
