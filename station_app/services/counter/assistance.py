"""The pre-check of 低保: begun from the register, judged while it is filled in, kept, printed.

It decides nothing: it says what the law would likely say, what is missing, and which days
are to be kept. The papers for the street come of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.counter.assistance.checks import problems_with_check, tidied_check
from station_app.domain.counter.assistance.draft import Check, CheckDraft, CheckId
from station_app.domain.errors import EditConflictError, ValidationFailedError
from station_app.domain.keys import new_key
from station_app.services.counter.assessment import assess
from station_app.services.counter.dossier import authorisation_of, dossier_of
from station_app.services.counter.drawing import Drawing
from station_app.services.counter.family import begun_for
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from station_app.domain.residents.people import ResidentId
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.counter.assessment import Assessment
    from station_app.services.counter.family import Begun

TOUCHED = frozenset({Topic.ASSISTANCE, Topic.AUDIT})
ACT = "assistance:check:"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CheckLine:
    """A check as the list shows it."""

    check: Check
    assessment: Assessment


class AssistanceService(Drawing):
    """The use cases of the pre-check."""

    @needs(Permission.ASSISTANCE_CHECK)
    def begin(self, resident: ResidentId) -> Begun:
        """Return a check of the family of *resident* as the register has it, not kept yet.

        The standard is that of the latest check: it is typed once, with its source.
        """
        with self._store.reading() as tx:
            former = next(iter(tx.assistance.all()), None)
            return begun_for(
                tx,
                resident,
                self._reference,
                today=self._clock.today(),
                former=former.particulars if former else CheckDraft(),
            )

    @needs(Permission.ASSISTANCE_CHECK)
    def judge(self, draft: CheckDraft) -> Assessment:
        """Return what the law would likely say of *draft*, and what is missing.

        It is judged as of the day it was received: what was told stays as it was.
        """
        return assess(draft, self._reference, self._clock.today())

    @needs(Permission.ASSISTANCE_CHECK)
    def lines(self) -> Sequence[CheckLine]:
        """Return the checks that are kept, the latest first."""
        with self._store.reading() as tx:
            checks = tx.assistance.all()
        found = (self.judge(each.particulars) for each in checks)
        return [
            CheckLine(check=check, assessment=each)
            for check, each in zip(checks, found, strict=True)
        ]

    @needs(Permission.ASSISTANCE_CHECK)
    def check(self, key: CheckId) -> Check:
        """Return the check *key*; whoever looks at income and health is noted."""
        with self._store.transaction() as tx:
            found = tx.assistance.check(key)
            tx.audit.add(f"{ACT}opened", found.resident_id)
        return found

    @needs(Permission.ASSISTANCE_CHECK)
    def keep(self, resident: ResidentId, draft: CheckDraft) -> Done[CheckId]:
        """Keep a new check of the family of *resident*."""
        key = CheckId(new_key())
        accepted, day = self._accepted(draft)
        with self._store.transaction() as tx:
            tx.people.resident(resident)
            tx.assistance.add(key, resident, accepted, on=day)
            tx.audit.add(f"{ACT}kept", resident)
        return Done(key, TOUCHED, lambda: self._set_binned(key, binned=True))

    @needs(Permission.ASSISTANCE_CHECK)
    def correct(self, key: CheckId, draft: CheckDraft, *, version: int) -> Done[None]:
        """Replace what the check *key* tells, last seen at *version*."""
        accepted, day = self._accepted(draft)
        with self._store.transaction() as tx:
            former = tx.assistance.check(key)
            if former.is_binned:
                raise EditConflictError(id=key)
            tx.assistance.change(key, accepted, on=day, version=version)
            tx.audit.add(f"{ACT}corrected", former.resident_id)
        told = former.particulars
        return Done(None, TOUCHED, lambda: self.correct(key, told, version=version + 1))

    @needs(Permission.ASSISTANCE_CHECK)
    def put_into_bin(self, key: CheckId) -> Done[None]:
        """Put the check *key* into the bin."""
        return self._set_binned(key, binned=True)

    @needs(Permission.ASSISTANCE_CHECK)
    def dossier(self, key: CheckId) -> Paper:
        """Return the papers of the check *key*: what is held, what is missing, the clock."""
        return self._desk().draw_dossier(
            dossier_of(
                self.judge(self._drawn(key).particulars),
                reference=self._reference,
                settings=self._settings.current(),
                today=self._clock.today(),
            )
        )

    @needs(Permission.ASSISTANCE_CHECK)
    def authorisation(self, key: CheckId) -> Paper:
        """Return the sheet (核对授权书) that the family of the check *key* signs."""
        return self._desk().draw_authorisation(
            authorisation_of(
                self.judge(self._drawn(key).particulars),
                settings=self._settings.current(),
                today=self._clock.today(),
            )
        )

    def _drawn(self, key: CheckId) -> Check:
        with self._store.transaction() as tx:
            found = tx.assistance.check(key)
            tx.audit.add("assistance:dossier:drawn", found.resident_id)
        return found

    def _accepted(self, draft: CheckDraft) -> tuple[CheckDraft, date]:
        accepted = tidied_check(draft)
        problems = problems_with_check(accepted, self._reference.assistance, self._clock.today())
        if problems or accepted.received_on is None:
            raise ValidationFailedError(problems)
        return accepted, accepted.received_on

    def _set_binned(self, key: CheckId, *, binned: bool) -> Done[None]:
        with self._store.transaction() as tx:
            tx.assistance.set_binned(key, binned=binned)
            act = "binned" if binned else "restored"
            tx.audit.add(ACT + act, tx.assistance.check(key).resident_id)
        return Done(None, TOUCHED, lambda: self._set_binned(key, binned=not binned))
