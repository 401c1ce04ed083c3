"""Notices given and consents taken, withdrawn: with what follows for the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import Problem, RefusedError, ValidationFailedError
from station_app.domain.residents.people import ResidentId
from station_app.domain.rights.consents import (
    Consent,
    Giver,
    problems_with_consent,
    problems_with_notice,
    problems_with_withdrawal,
)
from station_app.domain.rights.guardians import is_child
from station_app.domain.rights.rules import Ground
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from station_app.domain.clock import Clock
    from station_app.domain.rights.consents import ConsentDraft, NoticeDraft, WithdrawalDraft
    from station_app.domain.rights.rules import FieldGroup
    from station_app.domain.rights.withholding import Consequence
    from station_app.services.rights.erasing import Ended, Erasing
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store, Transaction

TOUCHED = frozenset({Topic.RIGHTS, Topic.AUDIT})
TOUCHED_DATA = TOUCHED | {Topic.RESIDENTS}


class ConsentService:
    """The use cases of notices (告知) and consents (同意)."""

    def __init__(self, store: Store, reference: Reference, erasing: Erasing, clock: Clock) -> None:
        self._store = store
        self._reference = reference
        self._erasing = erasing
        self._clock = clock

    @needs(Permission.RESIDENT_WRITE)
    def give_notice(self, resident: ResidentId, draft: NoticeDraft) -> Done[str]:
        """Keep that the notice (告知书) was given to *resident*."""
        if problems := problems_with_notice(draft, today=self._clock.today()):
            raise ValidationFailedError(problems)
        with self._store.transaction() as tx:
            key = tx.rights.add_notice(resident, draft)
            tx.history.note("resident", resident, "notice-given")
            tx.audit.add("resident:notice:given", resident, edition=draft.edition)
        return Done(key, TOUCHED, lambda: self._set_binned("notice", key, resident, binned=True))

    @needs(Permission.RESIDENT_WRITE)
    def take(self, resident: ResidentId, draft: ConsentDraft) -> Done[str]:
        """Keep a consent of *resident*; what was withheld for want of it is used again.

        Raises :class:`ValidationFailedError`: for a child the guardian decides,
        sensitive data need that their effect was told.
        """
        with self._store.transaction() as tx:
            self._accept(tx, resident, draft)
            key = tx.rights.add_consent(resident, draft)
            released = self._release(tx, resident, draft.purpose)
            tx.history.note("resident", resident, "consented")
            tx.audit.add("resident:consent:taken", resident, purpose=draft.purpose)

        def revert() -> Done[object]:
            return self._take_back(key, resident, released)

        return Done(key, TOUCHED_DATA if released else TOUCHED, revert)

    @needs(Permission.RESIDENT_READ)
    def what_follows(self, key: str) -> Consequence:
        """Return what would become of the data if the consent *key* were withdrawn."""
        with self._store.reading() as tx:
            consent = tx.rights.consent(key)
            groups = self._bereft(tx, consent)
            return self._erasing.consequence(tx, ResidentId(consent.resident_id), groups)

    @needs(Permission.RESIDENT_WRITE)
    def withdraw(self, key: str, draft: WithdrawalDraft, *, version: int) -> Done[Consequence]:
        """Let a consent last seen at *version* be withdrawn (PIPL 15, 47).

        What no other consent allows is erased; what a law keeps is withheld.
        Raises :class:`RefusedError` ``rights.withdrawn-already``.
        """
        with self._store.transaction() as tx:
            consent = tx.rights.consent(key)
            if consent.withdrawn_on is not None:
                raise RefusedError("rights.withdrawn-already")
            if problems := problems_with_withdrawal(draft, consent, today=self._clock.today()):
                raise ValidationFailedError(problems)
            resident = ResidentId(consent.resident_id)
            what = self._erasing.consequence(tx, resident, self._bereft(tx, consent))
            values = {"withdrawn_on": draft.on, "withdrawn_reason": draft.reason.strip()}
            tx.rights.change_consent(key, values, version=version)
            ended = self._erasing.carry_out(
                tx, resident, what, reason=draft.reason.strip(), source=key
            )
            tx.history.note("resident", resident, "consent-withdrawn")
            tx.audit.add(
                "resident:consent:withdrawn", resident, purpose=consent.particulars.purpose
            )

        def revert() -> Done[object]:
            return self._stand_again(key, ended, version=version + 1)

        return Done(what, TOUCHED_DATA, revert)

    def _stand_again(self, key: str, ended: Ended, *, version: int) -> Done[None]:
        with self._store.transaction() as tx:
            values = {"withdrawn_on": None, "withdrawn_reason": ""}
            tx.rights.change_consent(key, values, version=version)
            self._erasing.take_back(tx, ended)
            tx.history.note("resident", ended.resident, "consent-withdrawn-undone")
            tx.audit.add("resident:consent:restored", ended.resident)
        return Done(None, TOUCHED_DATA)

    def _accept(self, tx: Transaction, resident: ResidentId, draft: ConsentDraft) -> None:
        today = self._clock.today()
        problems = problems_with_consent(
            draft,
            self._reference.rights.purpose(draft.purpose),
            is_child=is_child(tx.people.columns(resident)["born"], today=today),
            today=today,
        )
        if draft.giver == Giver.GUARDIAN and draft.guardian_id:
            acting = {each.id for each in tx.rights.guardians(resident) if each.acts_on(today)}
            if draft.guardian_id not in acting:
                problems += (Problem("guardian_id", "not-a-guardian"),)
        files = {file.id for file in tx.attachments.of(resident)}
        if draft.attachment_id and draft.attachment_id not in files:
            problems += (Problem("attachment_id", "not-a-file"),)
        if problems:
            raise ValidationFailedError(problems)

    def _bereft(self, tx: Transaction, consent: Consent) -> tuple[FieldGroup, ...]:
        """Return the groups that nothing allows any more when *consent* does not."""
        purpose, rules = consent.particulars.purpose, self._reference.rights
        today = self._clock.today()
        holding = {
            each.id
            for each in tx.rights.consents(consent.resident_id)
            if each.particulars.purpose == purpose and each.holds_on(today)
        }
        if holding - {consent.id} or not consent.holds_on(today):
            return ()
        known = rules.purpose(purpose)
        if known is not None and known.by_guardian:
            # without his guardian's consent nothing of a child rests on consent at all
            return tuple(group for group in rules.groups if group.ground is Ground.CONSENT)
        return rules.hanging_upon(purpose)

    def _release(self, tx: Transaction, resident: ResidentId, purpose: str) -> list[str]:
        fields = {
            field
            for group in self._reference.rights.hanging_upon(purpose)
            for field in group.fields
        }
        notes = [
            each.id
            for each in tx.withholding.of(resident)
            if not each.is_erased and each.field in fields
        ]
        tx.withholding.set_binned(notes, binned=True)
        if notes:
            tx.history.note("resident", resident, "withheld-lifted")
            tx.audit.add("resident:data:released", resident, purpose=purpose)
        return notes

    def _take_back(self, key: str, resident: ResidentId, released: list[str]) -> Done[None]:
        with self._store.transaction() as tx:
            tx.rights.set_binned("consent", key, binned=True)
            tx.withholding.set_binned(released, binned=False)
            tx.history.note("resident", resident, "consented-undone")
            tx.audit.add("resident:consent:binned", resident)
        return Done(None, TOUCHED_DATA if released else TOUCHED)

    def _set_binned(self, row: str, key: str, resident: ResidentId, *, binned: bool) -> Done[None]:
        with self._store.transaction() as tx:
            tx.rights.set_binned(row, key, binned=binned)
            tx.history.note("resident", resident, "notice-given-undone")
            tx.audit.add(f"resident:{row}:{'binned' if binned else 'restored'}", resident)
        return Done(None, TOUCHED)
