"""The registers of what else comes from above: ledgers, plaques, meetings, inspections."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.counter.admission.registers import (
    BurdenDraft,
    BurdenId,
    problems_with_burden,
)
from station_app.domain.errors import ValidationFailedError
from station_app.domain.keys import new_key
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.clock import Clock
    from station_app.domain.counter.admission.registers import Burden
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store

TOUCHED = frozenset({Topic.TASKS, Topic.AUDIT})
ACT = "burden:record:"
TEXTS = ("name", "department", "form", "made_from", "note")


class BurdenService:
    """The use cases of the four small registers."""

    def __init__(self, store: Store, reference: Reference, clock: Clock) -> None:
        self._store, self._reference, self._clock = store, reference, clock

    @needs(Permission.TASK_REGISTER)
    def all(self) -> Sequence[Burden]:
        """Return every entry, by kind and name."""
        with self._store.reading() as tx:
            return tx.burdens.all()

    @needs(Permission.TASK_REGISTER)
    def enter(self, draft: BurdenDraft) -> Done[BurdenId]:
        """Put an entry into its register."""
        accepted, key = self._accepted(draft), BurdenId(new_key())
        with self._store.transaction() as tx:
            tx.burdens.add(key, accepted)
            tx.audit.add(ACT + "registered", key, name=accepted.name)
        return Done(key, TOUCHED, lambda: self._set_binned(key, binned=True))

    @needs(Permission.TASK_REGISTER)
    def correct(self, key: BurdenId, draft: BurdenDraft, *, version: int) -> Done[None]:
        """Replace the entry *key*, last seen at *version*."""
        accepted = self._accepted(draft)
        with self._store.transaction() as tx:
            former = tx.burdens.burden(key).particulars
            tx.burdens.change(key, accepted, version=version)
            tx.audit.add(ACT + "correct", key, name=accepted.name)
        return Done(None, TOUCHED, lambda: self.correct(key, former, version=version + 1))

    @needs(Permission.TASK_REGISTER)
    def put_into_bin(self, key: BurdenId) -> Done[None]:
        """Put the entry *key* into the bin."""
        return self._set_binned(key, binned=True)

    def _accepted(self, draft: BurdenDraft) -> BurdenDraft:
        texts = {name: getattr(draft, name).strip() for name in TEXTS}
        accepted = replace(draft, **texts)
        rules, today = self._reference.admission, self._clock.today()
        if problems := problems_with_burden(accepted, rules, today=today):
            raise ValidationFailedError(problems)
        return accepted

    def _set_binned(self, key: BurdenId, *, binned: bool) -> Done[None]:
        with self._store.transaction() as tx:
            tx.burdens.set_binned(key, binned=binned)
            tx.audit.add(ACT + ("binned" if binned else "restored"), key)
        return Done(None, TOUCHED, lambda: self._set_binned(key, binned=not binned))
