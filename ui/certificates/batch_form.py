"""A batch as it is drawn up: one occasion, what stands on all its papers, who gets one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.domain.access.permissions import Permission
from station_app.domain.certificate_batches import OCCASION_LENGTH
from station_app.domain.certificate_requests import (
    ADDRESSEE_LENGTH,
    PURPOSE_LENGTH,
    RequestDraft,
)
from ui.certificates.asked_form import AskedForm
from ui.kit.code_field import CodeField
from ui.kit.fields import NotesField
from ui.kit.suggest_field import SuggestField
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from station_app.domain.errors import Problem
    from station_app.domain.paper_templates.template import PaperTemplate
    from ui.certificates.words import Words
    from ui.kit.buttons import Choice
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


class BatchForm(AskedForm[BatchDraft]):
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
        super().__init__(words, template, save_text=self.tr("Hand in for approval"))
        self._build_occasion(kinds)
        self._build_people(lists)
        self.build_asked(self.tr("What stands on all of them"))
        self.build_proof()
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

    def draft(self) -> BatchDraft:
        """Return what is typed."""
        return BatchDraft(
            occasion=self.occasion.value(),
            purpose=self.purpose.value(),
            addressee=self.addressee.value(),
            answers=self.answers(),
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
        self.show_answers(draft.answers)
        self.show_proof(draft.how, draft.on, draft.by, draft.note)
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

    def _tell_kind(self) -> None:
        kind = self.kind.value()
        if kind and kind != self.template.kind:
            self.kind_chosen.emit(kind)

    def _tell_list(self) -> None:
        if self.lists.value():
            self.list_chosen.emit(self.lists.value())
