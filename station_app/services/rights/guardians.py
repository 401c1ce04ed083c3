"""Guardians named, corrected, ended; and the children for whom one is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import Problem, ValidationFailedError
from station_app.domain.residents.households import HouseholdId
from station_app.domain.residents.people import ResidentId
from station_app.domain.rights.guardians import (
    CHILD_UNDER,
    GROWN_UP,
    GuardianDraft,
    is_child,
    problems_with_guardian,
)
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.clock import Clock
    from station_app.domain.rights.guardians import ChildLine
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store, Transaction

TOUCHED = frozenset({Topic.RIGHTS, Topic.AUDIT})


class GuardianService:
    """The use cases of guardians (监护人)."""

    def __init__(self, store: Store, reference: Reference, clock: Clock) -> None:
        self._store = store
        self._reference = reference
        self._clock = clock

    @needs(Permission.RESIDENT_WRITE)
    def name(self, resident: ResidentId, draft: GuardianDraft) -> Done[str]:
        """Keep who is the guardian of *resident*: another resident, or an outside person."""
        with self._store.transaction() as tx:
            draft = self._accepted(tx, resident, draft)
            key = tx.rights.add_guardian(resident, draft)
            tx.history.note("resident", resident, "guardian-named")
            tx.audit.add("resident:guardian:named", resident)
        return Done(key, TOUCHED, lambda: self._set_binned(key, resident, binned=True))

    @needs(Permission.RESIDENT_WRITE)
    def correct(self, key: str, draft: GuardianDraft, *, version: int) -> Done[None]:
        """Replace what is kept of a guardian last seen at *version*; a day ends it."""
        with self._store.transaction() as tx:
            former = tx.rights.guardian(key)
            resident = ResidentId(former.resident_id)
            tx.rights.change_guardian(key, self._accepted(tx, resident, draft), version=version)
            tx.history.note("resident", resident, "guardian-corrected")
            tx.audit.add("resident:guardian:corrected", resident)

        def revert() -> Done[object]:
            return self.correct(key, former.particulars, version=version + 1)

        return Done(None, TOUCHED, revert)

    @needs(Permission.RESIDENT_WRITE)
    def put_into_bin(self, key: str) -> Done[None]:
        """Take a guardian out who was entered wrongly."""
        with self._store.reading() as tx:
            resident = ResidentId(tx.rights.guardian(key).resident_id)
        return self._set_binned(key, resident, binned=True)

    @needs(Permission.RESIDENT_READ)
    def children_lacking(self) -> tuple[ChildLine, ...]:
        """Return the children under fourteen without a guardian, or without his consent."""
        today = self._clock.today()
        with self._store.reading() as tx:
            return tx.rights.children_lacking(
                born_after=_years_before(today, CHILD_UNDER), today=today
            )

    @needs(Permission.RESIDENT_READ)
    def offered(self, resident: ResidentId) -> tuple[GuardianDraft, ...]:
        """Return who of the household may be the guardian: its grown-up members."""
        today = self._clock.today()
        with self._store.reading() as tx:
            home = HouseholdId(tx.people.resident(resident).household_id)
            if not home or not tx.households.sees(home):
                return ()
            household = tx.households.household(home, today=today)
            return tuple(
                GuardianDraft(person_id=member.id, name=member.name)
                for member in household.members
                if member.id != resident and (member.age or 0) >= GROWN_UP
            )

    def _accepted(
        self, tx: Transaction, resident: ResidentId, draft: GuardianDraft
    ) -> GuardianDraft:
        problems = problems_with_guardian(draft)
        if draft.person_id == resident:
            problems += (Problem("person_id", "not-himself"),)
        elif draft.person_id:
            born = tx.people.columns(ResidentId(draft.person_id))["born"]
            if is_child(born, today=self._clock.today()):
                problems += (Problem("person_id", "is-a-child"),)
        if draft.basis and draft.basis not in {each.code for each in self._reference.rights.bases}:
            problems += (Problem("basis", "missing"),)
        if problems:
            raise ValidationFailedError(problems)
        return draft

    def _set_binned(self, key: str, resident: ResidentId, *, binned: bool) -> Done[None]:
        act = "binned" if binned else "restored"
        with self._store.transaction() as tx:
            tx.rights.set_binned("guardian", key, binned=binned)
            tx.history.note("resident", resident, f"guardian-{act}")
            tx.audit.add(f"resident:guardian:{act}", resident)
        return Done(None, TOUCHED, lambda: self._set_binned(key, resident, binned=not binned))


def _years_before(day: date, years: int) -> date:
    """Return the day after which somebody was born who is younger than *years*."""
    # who was born on 29 February has his birthday on 1 March in other years
    if (day.month, day.day) == (2, 29):
        return day.replace(year=day.year - years, day=28)
    return day.replace(year=day.year - years)
