"""The forms about somebody's rights: a notice given, a consent taken or withdrawn, a guardian."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from station_app.domain.rights.consents import (
    ConsentDraft,
    Form,
    Giver,
    NoticeDraft,
    WithdrawalDraft,
    problems_with_consent,
    problems_with_notice,
    problems_with_withdrawal,
)
from station_app.domain.rights.guardians import GuardianDraft, problems_with_guardian
from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import CheckField, DateField, NotesField, NumberField, TextField
from ui.kit.surfaces import Banner
from ui.kit.tokens import Tone
from ui.residents.task import TaskForm

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from station_app.domain.clock import Clock
    from station_app.domain.errors import Problem
    from station_app.domain.residents.files import Attachment
    from station_app.domain.rights.consents import Consent
    from station_app.domain.rights.guardians import Guardian
    from station_app.domain.rights.withholding import Consequence
    from ui.residents.rights_words import RightsWords


class NoticeForm(TaskForm[NoticeDraft]):
    """That the notice (告知书) was given."""

    def __init__(self, words: RightsWords, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._edition = ""
        section = self.add_section(self.tr("How the notice was given"))
        self.on = self.add_field(section, "on", DateField(self.tr("On"), required=True))
        self.way = self.add_field(
            section, "way", CodeField(self.tr("How"), words.ways(), required=True)
        )
        self.by = self.add_field(
            section, "given_by", TextField(self.tr("Who gave it"), required=True)
        )
        self.remark = self.add_field(section, "note", NotesField(self.tr("Remarks")), wide=True)

    def draft(self) -> NoticeDraft:
        """Return the notice as typed."""
        return NoticeDraft(
            edition=self._edition,
            on=self.on.value(),
            way=self.way.value(),
            by=self.by.value(),
            note=self.remark.value(),
        )

    def fill(self, draft: NoticeDraft) -> None:
        """Show *draft*."""
        self._edition = draft.edition
        self.on.set_value(draft.on)
        self.way.set_value(draft.way)
        self.by.set_value(draft.by)
        self.remark.set_value(draft.note)

    def judge(self, draft: NoticeDraft) -> tuple[Problem, ...]:
        """Return what is missing."""
        return problems_with_notice(draft, today=self._clock.today())


class ConsentForm(TaskForm[ConsentDraft]):
    """A consent: to what, how, by whom. What a purpose asks for comes into sight with it."""

    def __init__(
        self,
        words: RightsWords,
        clock: Clock,
        *,
        is_child: bool,
        guardians: Sequence[Guardian],
        files: Sequence[Attachment],
    ) -> None:
        super().__init__()
        self._words, self._clock, self._is_child = words, clock, is_child
        self._effect = ""
        self._guardians = [Choice(each.id, each.particulars.name) for each in guardians]
        self._files = [Choice(each.id, each.name) for each in files]
        self._add_what()
        self._add_how()
        self.purpose.changed.connect(self._show_asked)
        self.purpose.finished.connect(self._show_asked)
        self.form.finished.connect(self._show_asked)
        self.giver.finished.connect(self._show_asked)

    def draft(self) -> ConsentDraft:
        """Return the consent as typed; what is not asked for is left out."""
        return ConsentDraft(
            purpose=self.purpose.value(),
            form=self.form.value(),
            on=self.on.value(),
            until=self.until.value(),
            giver=self.giver.value() or Giver.PERSON,
            guardian_id=self.guardian.value() if self.giver.value() == Giver.GUARDIAN else "",
            witness=self.witness.value() if self.form.value() == Form.ORAL else "",
            recipient=self.recipient.value(),
            told_effect=self.told.value(),
            attachment_id=self.scan.value() if self.form.value() == Form.PAPER else "",
            note=self.remark.value(),
        )

    def fill(self, draft: ConsentDraft) -> None:
        """Show *draft*."""
        self.purpose.set_value(draft.purpose)
        self.form.set_value(draft.form)
        self.on.set_value(draft.on)
        self.until.set_value(draft.until)
        self.giver.set_value(draft.giver)
        self.guardian.set_value(draft.guardian_id)
        self.witness.set_value(draft.witness)
        self.recipient.set_value(draft.recipient)
        self.told.set_value(draft.told_effect)
        self.scan.set_value(draft.attachment_id)
        self.remark.set_value(draft.note)
        self._show_asked()

    def judge(self, draft: ConsentDraft) -> tuple[Problem, ...]:
        """Return what keeps it from holding."""
        purpose = self._words.rules.purpose(draft.purpose)
        today = self._clock.today()
        return problems_with_consent(draft, purpose, is_child=self._is_child, today=today)

    def _add_what(self) -> None:
        section, words = self.add_section(self.tr("Consent to what")), self._words
        self.purpose = self.add_field(
            section,
            "purpose",
            CodeField(self.tr("Purpose"), words.purposes(), required=True),
            wide=True,
        )
        self.recipient = self.add_field(
            section,
            "recipient",
            TextField(self.tr("Given to"), placeholder=self.tr("The other office or company")),
            wide=True,
        )
        told = CheckField(self.tr("The need and the effect were told"))
        self.told = self.add_field(section, "told_effect", told, wide=True)
        self.on = self.add_field(section, "on", DateField(self.tr("On"), required=True))
        self.until = self.add_field(section, "until", DateField(self.tr("Until")))

    def _add_how(self) -> None:
        section, words = self.add_section(self.tr("How and by whom")), self._words
        form = CodeField(self.tr("Form"), words.forms(), required=True)
        self.form = self.add_field(section, "form", form)
        self.giver = self.add_field(
            section, "giver", CodeField(self.tr("By whom"), words.givers())
        )
        scan = CodeField(self.tr("Scan"), self._files)
        if not self._files:
            scan.set_hint(self.tr("Add the scan to the files first, or choose it later."))
        self.scan = self.add_field(section, "attachment_id", scan, wide=True)
        self.witness = self.add_field(section, "witness", TextField(self.tr("Witness")), wide=True)
        guardian = CodeField(self.tr("Guardian"), self._guardians)
        if not self._guardians:
            guardian.set_hint(self.tr("Name the guardian first."))
        self.guardian = self.add_field(section, "guardian_id", guardian, wide=True)
        self.remark = self.add_field(section, "note", NotesField(self.tr("Remarks")), wide=True)

    def _show_asked(self) -> None:
        purpose = self._words.rules.purpose(self.purpose.value())
        form = self.form.value()
        self.recipient.setVisible(purpose is not None and purpose.needs_recipient)
        self.told.setVisible(purpose is not None and purpose.is_sensitive)
        # what has to be told stands where it is said that it was
        effect = purpose.effect if purpose is not None else ""
        if effect != self._effect:
            self._effect = effect
            self.told.set_hint(effect)
        self.witness.setVisible(form == Form.ORAL)
        self.scan.setVisible(form != Form.ORAL)
        self.guardian.setVisible(self.giver.value() == Giver.GUARDIAN)


class WithdrawalForm(TaskForm[WithdrawalDraft]):
    """That a consent is withdrawn; what follows stands above the button."""

    def __init__(self, words: RightsWords, clock: Clock, consent: Consent) -> None:
        super().__init__(save_text=self.tr("Withdraw"))
        self._words, self._clock, self._consent = words, clock, consent
        section = self.add_section(words.purpose(consent.particulars.purpose))
        self.on = self.add_field(section, "on", DateField(self.tr("On"), required=True))
        self.reason = self.add_field(
            section, "reason", NotesField(self.tr("In the person's words")), wide=True
        )
        self.follows = Banner("", Tone.WARN, self)
        self.follows.hide()
        self.page.body.addWidget(self.follows)

    def show_consequence(self, what: Consequence) -> None:
        """Say what will become of the data."""
        sentences = []
        if what.erased:
            erased = self.tr("Erased: {fields}.").format(fields=self._words.fields(what.erased))
            sentences.append(erased)
        if what.frozen:
            told = self.tr("Kept by law and not used any more: {fields}.")
            sentences.append(told.format(fields=self._words.fields(what.frozen)))
        nothing = self.tr("No data hang upon this consent alone.")
        undo = self.tr("This can be undone as long as the program runs.")
        self.follows.say(" ".join((*(sentences or [nothing]), undo)))

    def draft(self) -> WithdrawalDraft:
        """Return the withdrawal as typed."""
        return WithdrawalDraft(on=self.on.value(), reason=self.reason.value())

    def fill(self, draft: WithdrawalDraft) -> None:
        """Show *draft*."""
        self.on.set_value(draft.on)
        self.reason.set_value(draft.reason)

    def judge(self, draft: WithdrawalDraft) -> tuple[Problem, ...]:
        """Return what is wrong with the day."""
        return problems_with_withdrawal(draft, self._consent, today=self._clock.today())


class GuardianForm(TaskForm[GuardianDraft]):
    """Who is the guardian: a member of the household, or an outside person."""

    def __init__(self, words: RightsWords, offered: Sequence[GuardianDraft]) -> None:
        super().__init__()
        self._offered = {each.person_id: each for each in offered}
        section = self.add_section(self.tr("Guardian"))
        people = [Choice(each.person_id, each.name) for each in offered]
        self.person = self.add_field(
            section, "person_id", CodeField(self.tr("Of the household"), people), wide=True
        )
        self.person.set_hint(self.tr("Left empty: somebody from outside."))
        self.name = self.add_field(section, "name", TextField(self.tr("Name"), required=True))
        self.relation = self.add_field(
            section,
            "kinship",
            TextField(self.tr("Relation"), required=True, placeholder="父亲、母亲、祖父…"),
        )
        self.phone = self.add_field(section, "phone", NumberField(self.tr("Phone")))
        basis = CodeField(self.tr("On what ground"), words.bases(), required=True)
        self.basis = self.add_field(section, "basis", basis, wide=True)
        self.since = self.add_field(section, "since", DateField(self.tr("Since")))
        self.until = self.add_field(section, "until", DateField(self.tr("Until")))
        self.remark = self.add_field(section, "note", NotesField(self.tr("Remarks")), wide=True)
        self.person.finished.connect(self._take_person)

    def draft(self) -> GuardianDraft:
        """Return the guardian as typed."""
        return GuardianDraft(
            person_id=self.person.value(),
            name=self.name.value(),
            relation=self.relation.value(),
            phone=self.phone.value(),
            basis=self.basis.value(),
            since=self.since.value(),
            until=self.until.value(),
            note=self.remark.value(),
        )

    def fill(self, draft: GuardianDraft) -> None:
        """Show *draft*."""
        self.person.set_value(draft.person_id)
        self.name.set_value(draft.name)
        self.relation.set_value(draft.relation)
        self.phone.set_value(draft.phone)
        self.basis.set_value(draft.basis)
        self.since.set_value(draft.since)
        self.until.set_value(draft.until)
        self.remark.set_value(draft.note)

    def judge(self, draft: GuardianDraft) -> tuple[Problem, ...]:
        """Return what is missing."""
        return problems_with_guardian(draft)

    def _take_person(self) -> None:
        found = self._offered.get(self.person.value())
        if found is not None:
            self.name.set_value(found.name)


def first_notice(edition: str, by: str, today: date) -> NoticeDraft:
    """Return what a notice begins with."""
    return NoticeDraft(edition=edition, on=today, by=by)


def first_consent(today: date, *, is_child: bool, guardian: str) -> ConsentDraft:
    """Return what a consent begins with; a child's is the guardian's."""
    draft = ConsentDraft(form=Form.PAPER, on=today)
    if not is_child:
        return draft
    return replace(draft, giver=Giver.GUARDIAN, guardian_id=guardian, purpose="child")
