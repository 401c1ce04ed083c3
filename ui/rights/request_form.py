"""The form over a request as it is received."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from station_app.domain.rights.requests import Asker, RequestDraft
from ui.kit.code_field import CodeField
from ui.kit.fields import DateField, NotesField, NumberField, TextField
from ui.kit.form import RecordForm
from ui.kit.person_field import PersonField
from ui.kit.request_words import asker_choices, kind_choices

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.errors import Problem
    from ui.kit.room import RoomContext
    from ui.rights.words import Words


class RequestForm(RecordForm[RequestDraft]):
    """About whom, what, who asks. What a helper has to show comes into sight with him."""

    def __init__(self, station: Station, words: Words, context: RoomContext) -> None:
        super().__init__(save_text=self.tr("Enter"))
        self._words = words
        self._add_what(PersonField(self.tr("About whom"), station.search.find, context.jobs))
        self._add_who()
        self.asker.changed.connect(self._show_asked)
        self.asker.finished.connect(self._show_asked)
        self._show_asked()

    def begin(self, draft: RequestDraft, told: str = "") -> None:
        """Begin a request; *told* is how the person of *draft* is written."""
        self.show_draft(draft)
        if draft.resident_id:
            self.person.show_person(draft.resident_id, told)
            self.shown = self.draft()
        (self.kind if draft.resident_id else self.person).editor.setFocus()

    def draft(self) -> RequestDraft:
        """Return the request as typed; what only helpers are asked is left out else."""
        draft = RequestDraft(
            resident_id=self.person.value(),
            kind=self.kind.value(),
            asker=self.asker.value() or Asker.PERSON,
            identity_check=self.check.value(),
            received_on=self.received.value(),
            details=self.details.value(),
            asker_phone=self.phone.value(),
        )
        if draft.asker == Asker.PERSON:
            return draft
        return replace(
            draft,
            asker_name=self.name.value(),
            asker_relation=self.relation.value(),
            proof=self.proof.value(),
        )

    def fill(self, draft: RequestDraft) -> None:
        """Show *draft*."""
        self.person.set_value(draft.resident_id)
        self.kind.set_value(draft.kind)
        self.asker.set_value(draft.asker)
        self.name.set_value(draft.asker_name)
        self.relation.set_value(draft.asker_relation)
        self.phone.set_value(draft.asker_phone)
        self.proof.set_value(draft.proof)
        self.check.set_value(draft.identity_check)
        self.received.set_value(draft.received_on)
        self.details.set_value(draft.details)
        self._show_asked()

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        return self._words.problem(problem)

    def _add_what(self, person: PersonField) -> None:
        section = self.add_section(self.tr("What is asked for"))
        self.person = self.add_field(section, "resident_id", person, wide=True)
        kind = CodeField(self.tr("Kind"), kind_choices(), required=True)
        self.kind = self.add_field(section, "kind", kind)
        received = DateField(self.tr("Received on"), required=True)
        self.received = self.add_field(section, "received_on", received)
        details = NotesField(self.tr("In the asker's words"))
        self.details = self.add_field(section, "details", details, wide=True)

    def _add_who(self) -> None:
        section = self.add_section(self.tr("Who asks"))
        self.asker = self.add_field(section, "asker", CodeField(self.tr("Asker"), asker_choices()))
        check = CodeField(self.tr("Identity checked"), self._words.checks(), required=True)
        self.check = self.add_field(section, "identity_check", check)
        self.name = self.add_field(section, "asker_name", TextField(self.tr("Name")))
        self.relation = self.add_field(section, "asker_relation", TextField(self.tr("Relation")))
        self.phone = self.add_field(section, "asker_phone", NumberField(self.tr("Phone")))
        self.proof = self.add_field(section, "proof", TextField(self.tr("Proof shown")), wide=True)

    def _show_asked(self) -> None:
        is_helper = (self.asker.value() or Asker.PERSON) != Asker.PERSON
        for field in (self.name, self.relation, self.proof):
            field.setVisible(is_helper)
